package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var specExample = regexp.MustCompile("(?ms)^`{32} example[^\n]*\n(.*?)^\\.$")

// TestEachExampleInBlocks draws the examples of CommonMark, which lie beside the checkout, block by block and whole.
func TestEachExampleInBlocks(t *testing.T) {
	dir := os.Getenv("PARLEY_HOSTILE")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "hostile")
	}
	n := 0
	for _, name := range []string{"commonmark-spec.txt", "cmark-regression.txt"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Skipf("no collection of examples: %v; PARLEY_HOSTILE names it", err)
		}
		for i, m := range specExample.FindAllSubmatch(text, -1) {
			src := bytes.ReplaceAll(m[1], []byte("→"), []byte("\t"))
			n++
			if whole, parts := drawWhole(src), drawParts(src); whole != parts {
				t.Errorf("%s %d: %q\nwhole:  %s\nblocks: %s", name, i+1, src, whole, parts)
			}
		}
	}
	t.Logf("%d examples", n)
}

// FuzzFront: whatever stands at the front of a file, the text behind it is there, and what is said of it has a place.
func FuzzFront(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: a\ndate: 2025-04-27\ntracks: [x, y]\nactors: {A: {code: AR}}\n---\nbody\n", "+++\ntitle = \"a\"\n[x]\ny = 1\n+++\nbody\n",
		"FM POST\nTO CAPITAL\nSUBJ: a\n\nbody\n", "From: a@b\nSubject: x\nDate: Mon, 2 Jan 2006 15:04:05 +0000\n\nbody\n",
		"---\na: &a [*a]\n---\nx", "---\n? [c]\n: d\ntitle: a\ntitle: b\n---\n", "---\nx", "---\n---\n", "+++\n=\n+++\n", "---\na: !!binary aGk=\n---\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			return
		}
		src := []byte(strings.ToValidUTF8(s, "\uFFFD"))
		d := Parse(src)
		if d.Front.End < 0 || d.Front.End > len(src) {
			t.Fatalf("the text begins at %d of %d", d.Front.End, len(src))
		}
		for _, p := range d.Front.Problems {
			if p.Line < 0 || p.Line > 1+bytes.Count(src, []byte("\n")) || p.Message == "" {
				t.Fatalf("a problem at line %d: %q", p.Line, p.Message)
			}
		}
		for i := range d.Nodes {
			if n := &d.Nodes[i]; n.Start < 0 || n.Start > n.End || n.End > len(src) {
				t.Fatalf("a node from %d to %d of %d", n.Start, n.End, len(src))
			}
		}
	})
}
