package extract_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/model/extract"
	"parley/model/text"
)

// news is where annotated news lies beside a checkout that has any.
var news = filepath.Join("..", "..", "..", "shared", "data", "polnear-train.jsonl")

// BenchmarkNews splits news articles, as many as lie beside the checkout.
func BenchmarkNews(b *testing.B) {
	f, err := os.Open(news)
	if err != nil {
		b.Skipf("no annotated news beside the checkout: %v", err)
	}
	defer f.Close()
	var texts []text.Source
	size := int64(0)
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, source(b, d.Text))
		size += int64(len(d.Text))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			extract.Briefing("news.txt", texts[i], extract.Options{})
		}
	}
}

// page is prose of a usual density: quotes, proposals, names and days.
const page = `The two delegations met again on Tuesday in the lake town of Veld, officials said, and agreed to go on next week.
“We came a long way,” Ada Quill, the envoy of the Kestrel Union, told reporters after the session. “But nobody should expect
a signature before the winter.” She said the text on the harbour was “nearly ready” and that two points remained.

Her counterpart, Foreign Minister Tomas Oke, was more careful. In a statement, he called the draft “a basis, no more” and
warned that the guarantees “must not be words on paper.” According to a senior official, who asked not to be named, the
mediators had offered a third paper. Oland rejected it. The Union demanded that heavy weapons be withdrawn from the ridge and
observers admitted, and its version of the framework postpones the map and emphasizes the guarantees.

A report by the monitors noted that both sides were moving troops away from the river. The weather was fine, and the boats
that had been tied up since the spring went out for the first time; in the market people spoke of other things.

`

// pages answers so many bytes of prose, at least.
func pages(size int) string { return strings.Repeat(page, size/len(page)+1) }

// BenchmarkPages splits one article of 64 KB, 1 MB and 4 MB: the time a byte must not grow.
func BenchmarkPages(b *testing.B) {
	for _, size := range []int{64 << 10, 1 << 20, 4 << 20} {
		body := pages(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) { split(b, body) })
	}
}

// hostile texts: nothing in them may cost more than its length.
var hostile = []struct{ name, unit string }{
	{"one sentence", "the envoy of the Union and the minister said that talks on the border go on and "},
	{"no blank lines", strings.ReplaceAll(page, "\n\n", "\n")},
	{"headings", "# Talks in Veld\n"}, {"headings and lines", "# Talks\nOland rejected the plan.\n\n"},
	{"quotes", "“a b” "}, {"quotes said", "“We go,” Quill said. "}, {"open quotes", "“a "}, {"straight", `"a b" `},
	{"commas", ", "}, {"words and commas", "Oland, "}, {"must", "must "}, {"said must", "Quill said Oland must go and "},
	{"proposals", "Oland proposed talks. "}, {"proposals unbroken", "Oland proposed talks and "}, {"and to", "Oland agreed to go and to "},
	{"it", "It rejected it. "}, {"items", "- **Oland**: a truce\n"}, {"rows", "| a | b |\n"}, {"brackets", "[a](b) "}, {"tracks", "border ceasefire "},
	{"days", "on Friday "}, {"letters", "a"}, {"lines", "a\n"}, {"paragraphs", "a\n\n"}, {"names", "Ada Quill "}, {"he", "he said "},
	{"outlets", "according to Reuters "}, {"that", "said that "}, {"verbs and signs", "( -  asked , refused to "}, {"bodies", "the Union "}, {"letters of bodies", "UN "},
	{"between", "proposed talks between "}, {"perhaps outlets", "the Mail, the Sun, "},
	{"middle names", "Ada % Quill said so. "}, {"one surname", "% Quill spoke. Quill said so. "}, {"surnames", "Ada % said so. "}, {"ran", "“We go,” Quill said. ^He ran. "},
}

// BenchmarkHostile splits 256 KB, 1 MB and 4 MB of each.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, size := range []int{1 << 18, 1 << 20, 4 << 20} {
			body := hostileText(h.unit, size)
			b.Run(fmt.Sprintf("%s/%dKB", h.name, size>>10), func(b *testing.B) { split(b, body) })
		}
	}
}

// hostileText repeats what stands behind a ^, with another name each time for a %.
func hostileText(unit string, size int) string {
	var body strings.Builder
	body.Grow(size + len(unit) + 8)
	if once, again, parted := strings.Cut(unit, "^"); parted {
		body.WriteString(once)
		unit = again
	}
	for i := 0; body.Len() < size; i++ {
		name := []byte("Xaaaa")
		for k, n := 1, i; k < len(name); k, n = k+1, n/26 {
			name[k] += byte(n % 26)
		}
		body.WriteString(strings.ReplaceAll(unit, "%", string(name)))
	}
	return body.String()
}

func split(b *testing.B, body string) {
	src := source(b, body)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		extract.Briefing("a.md", src, extract.Options{})
	}
}

// source answers a text as a folder reads it.
func source(tb testing.TB, body string) text.Source {
	tb.Helper()
	src, err := text.Decode([]byte(body))
	if err != nil {
		tb.Fatal(err)
	}
	return src
}
