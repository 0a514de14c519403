package exporter

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parley/briefings/samples"
	"parley/model"
	"parley/model/extract"
	"parley/model/text"
)

func split(t testing.TB, file, content string) model.Text {
	t.Helper()
	src, err := text.Decode([]byte(content))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return extract.Briefing(file, src, extract.Options{})
}

func markdownOf(t testing.TB, b model.Text) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(t.Context(), &out, shelf{texts: []model.Text{b}}, model.Filter{}, Options{Form: "md"}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// said is what of a statement must come back.
func said(b model.Text) (all []string) {
	for i := range b.Quotes {
		q := &b.Quotes[i]
		name := ""
		if q.Speaker != nil {
			name = strings.ToLower(q.Speaker.Name)
		}
		all = append(all, fmt.Sprintf("quote %q by %q %v %v via %q date %s stance %v continues %v", q.Text, name, q.Kind, q.Grade, q.Via, q.Date, q.Stance, q.Continues != ""))
	}
	for i := range b.Proposals {
		p := &b.Proposals[i]
		var names, elements []string
		for _, a := range p.Actors {
			names = append(names, strings.ToLower(a.Name))
		}
		for _, e := range p.Elements {
			elements = append(elements, e.Text)
		}
		all = append(all, fmt.Sprintf("proposal %q %q by %q %v %v %v via %q date %s elements %q", p.Title, p.Text, names, p.Predicate, p.Stance, p.Grade, p.Via, p.Date, elements))
	}
	return all
}

// TestMarkdownIsReadBack: every sample, written out and read again, has the same statements, now as written. What is
// written out of that is the same again.
func TestMarkdownIsReadBack(t *testing.T) {
	err := fs.WalkDir(samples.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".txt") {
			return err
		}
		content, err := fs.ReadFile(samples.FS, name)
		if err != nil {
			return err
		}
		first := split(t, name, string(content))
		out := markdownOf(t, first)
		again := split(t, "out.md", out)
		a, b := said(first), said(again)
		for _, s := range a {
			if !slices.Contains(b, s) {
				t.Errorf("%s:\n%s\nis not among\n%s", name, s, strings.Join(b, "\n"))
			}
		}
		if len(a) != len(b) {
			t.Errorf("%s: %d statements are %d:\n%s\n%s", name, len(a), len(b), strings.Join(a, "\n"), strings.Join(b, "\n"))
		}
		for i := range again.Quotes {
			if q := &again.Quotes[i]; q.Origin != model.Written || q.Certainty != model.Sure {
				t.Errorf("%s: %q is %v", name, q.Text, q.Origin)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAGuessStaysOne: what was found says so in its citation, and still does when it was written and read once more.
func TestAGuessStaysOne(t *testing.T) {
	b := split(t, "a.txt", "The sides met in Tarn.\n\n“The line is not for sale,” minister Lena Oduya said.\n")
	for range 2 {
		out := markdownOf(t, b)
		for _, want := range []string{"a.txt line 3 ¶2 found", "grade: on record", "Lena Oduya"} {
			if !strings.Contains(out, want) {
				t.Errorf("no %q in\n%s", want, out)
			}
		}
		b = split(t, "out.md", out)
	}
}

// FuzzMarkdown: whatever stands in a statement, it comes back, and nothing else does.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"We will not.", "a *b* [c](d) `e` <f> &amp; \\", "# a", "- b", "1. c", "| d |", "> e", "“f”", "~~~", "[!quote] x", "— Ann", "a\x1bb\u202e", "=1+1", "x;y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words, _ := text.Line(strings.ToValidUTF8(s, "\uFFFD"))
		words = strings.TrimSpace(words)
		if first, _ := utf8.DecodeRuneInString(words); unicode.IsMark(first) {
			return // it would stand on the quotation mark
		}
		if !strings.ContainsFunc(words, unicode.IsLetter) || len(words) > 2000 || strings.ContainsAny(words, "“”\"„«»‟’‘'") {
			return // marks of quotation in the words are the quote's own matter
		}
		b := model.Text{Briefing: model.Briefing{File: "a.md", Title: s}, Quotes: []model.Quote{{Text: words, Grade: model.OnRecord, Speaker: &model.Mention{Name: "Ann Bo"}}}}
		out := markdownOf(t, b)
		if bad := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc) }); bad >= 0 {
			t.Fatalf("%q", out)
		}
		again := split(t, "out.md", out)
		if len(again.Quotes) != 1 || strings.Join(strings.Fields(again.Quotes[0].Text), " ") != strings.Join(strings.Fields(words), " ") {
			t.Fatalf("%q is read back as %v\n%s", words, said(again), out)
		}
	})
}
