package speaker_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/model/extract/eval/gold"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// sample is prose of the usual density: about two quotes a kilobyte.
const sample = `The two delegations met again on Tuesday in the lake town of Veld, officials said, and agreed to go on next week.
“We came a long way,” Ada Quill, the envoy of the Kestrel Union, told reporters after the session. “But nobody should expect
a signature before the winter.” She said the text on the harbour was “nearly ready” and that two points remained.
Her counterpart, Foreign Minister Tomas Oke, was more careful. In a statement, he called the draft “a basis, no more” and
warned that the guarantees “must not be words on paper.” According to a senior official, who asked not to be named, the
mediators had offered a third paper. A report by the monitors noted that both sides were moving troops away from the river.
`

func article(size int) []prose.Paragraph {
	var ps []prose.Paragraph
	for n := 0; n < size; n += len(sample) {
		for i, l := range strings.Split(strings.TrimSpace(sample), "\n") {
			ps = append(ps, prose.Paragraph{Text: l, Line: i + 1, Number: len(ps) + 1})
		}
	}
	return ps
}

func BenchmarkFind(b *testing.B) {
	ps := article(1 << 20)
	b.SetBytes(1 << 20)
	b.ReportAllocs()
	for b.Loop() {
		speaker.Find(prose.Split(ps), false)
	}
}

func BenchmarkSplit(b *testing.B) {
	ps := article(1 << 20)
	b.SetBytes(1 << 20)
	b.ReportAllocs()
	for b.Loop() {
		prose.Split(ps)
	}
}

// BenchmarkTrain reads the articles of an annotated file: name its folder in PARLEY_DATA.
func BenchmarkTrain(b *testing.B) {
	folder := os.Getenv("PARLEY_DATA")
	if folder == "" {
		b.Skip("PARLEY_DATA names no folder of annotated texts")
	}
	f, err := os.Open(filepath.Join(folder, "polnear-train.jsonl"))
	if err != nil {
		b.Skip("no annotated texts: ", err)
	}
	defer f.Close()
	docs, err := gold.Read(f)
	if err != nil {
		b.Fatal(err)
	}
	texts, size := make([][]prose.Paragraph, len(docs)), 0
	for i := range docs {
		texts[i] = docs[i].Paragraphs()
		size += len(docs[i].Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			d := prose.Split(texts[i])
			r := speaker.Read(d)
			r.Attributions(speaker.Fitted(), false)
			r.Release()
			d.Release()
		}
	}
}

// hostile texts: nothing in them may cost more than its length.
var hostile = []struct{ name, unit string }{
	{"quotes", `“a” `}, {"open", `“a `}, {"close", `a” `}, {"straight", `"a" `}, {"odd", `" `}, {"words", `said Quill `},
	{"names", `Quill `}, {"commas", `Quill, `}, {"who", `who said `}, {"small", `a `}, {"dots", `. `}, {"singles", `‘a `},
	{"letters", `a`}, {"apostrophes", `'`}, {"mixed", `“ „ « ‘ " `}, {"he", `“We go,” he said. `}, {"terms", `“A b.” `},
	{"nested", `“a ‘b „c« `}, {"joined", `“a”`}, {"signatures", `“We go.” — Ada Quill `}, {"lists", `Quill, Oke and `},
	{"chain", `he said that she said `},
	{"he in French", `« Non », dit-il. `}, {"nobody in Spanish", `«No», dijo. `}, {"sentence of Russian", `«Мы», — сказал он, «да» и `},
	{"papers in Ukrainian", `газета «Вістник» сказала, що `}, {"commas in German", `Minister Quill, so der Minister, „ja“, sagte er, `},
	{"within in French", `« Oui, dit Quill, et non, dit-il, `}, {"roles in German", `der Minister sagte „ja“. Minister Ada Quill sagte „ja“. `},
}

func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, size := range []int{1 << 18, 1 << 20} {
			text := strings.Repeat(h.unit, size/len(h.unit))
			b.Run(h.name+map[int]string{1 << 18: "/256KB", 1 << 20: "/1MB"}[size], func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					speaker.Find(prose.Split([]prose.Paragraph{{Text: text, Line: 1, Number: 1}}), false)
				}
			})
		}
	}
}
