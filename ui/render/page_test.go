package render

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"parley/model"
	"parley/model/markdown"
)

var update = flag.Bool("update", false, "write the drawings in testdata/page anew")

// TestDrawings shows texts and how they are drawn: a file of testdata/page holds the text, and its rows at some widths.
func TestDrawings(t *testing.T) {
	files, err := filepath.Glob("testdata/page/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no drawings", err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src := a.Files[0].Data
		doc := markdown.Parse(src)
		for i, f := range a.Files[1:] {
			width, err := strconv.Atoi(f.Name)
			if err != nil {
				t.Fatal(err)
			}
			p := NewPage(src, PageOptions{Start: doc.Start, Omitted: doc.Omitted, Lines: doc.Lines, Numbers: Numbers(doc)})
			p.SetWidth(Position{}, width)
			var b strings.Builder
			for r := range p.All() {
				b.WriteString(r.Text(Margin, Margin+width) + "\n")
			}
			if *update {
				a.Files[i+1].Data = []byte(b.String())
			} else if b.String() != string(f.Data) {
				t.Errorf("%s at %d columns is drawn as\n%s\nwant\n%s", name, width, b.String(), f.Data)
			}
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// page answers a page of some rounds of talks.
func page(rounds int) *Page {
	var b strings.Builder
	for i := range rounds {
		fmt.Fprintf(&b, "## Round %d\n\nThe envoy said “the offer stands” and left the room without another word, as he had done before.\n\n> A quote\n> — Ilse Brandt\n\n- one\n- two\n\n", i)
	}
	return NewPage([]byte(b.String()), PageOptions{})
}

func TestRowsAreAWindow(t *testing.T) {
	p := page(30)
	all := slices.Collect(p.All())
	top := Position{}
	for i := range all {
		if top != all[i].Position {
			t.Fatalf("row %d is at %v, Move came to %v", i, all[i].Position, top)
		}
		rows := p.Rows(top, 7)
		for k, r := range rows {
			if want := all[i+k]; r.Position != want.Position || r.Line.text() != want.Line.text() {
				t.Fatalf("row %d of the window at %v is %q, want %q", k, top, r.Line.text(), want.Line.text())
			}
		}
		if want := min(7, len(all)-i); len(rows) != want {
			t.Fatalf("%d rows at %v, want %d", len(rows), top, want)
		}
		if back := p.Move(top, -i); back != (Position{}) {
			t.Fatalf("%d rows up from %v is %v", i, top, back)
		}
		top = p.Move(top, 1)
	}
	if end := p.Move(top, 5); end != top {
		t.Errorf("moved beyond the end to %v", end)
	}
	if got := p.Bottom(7); got != all[len(all)-7].Position {
		t.Errorf("the last window begins at %v", got)
	}
	if got := p.Clamp(all[len(all)-2].Position, 7); got != p.Bottom(7) {
		t.Errorf("clamped to %v", got)
	}
	if got := p.Move(Position{}, 10_000); got != all[len(all)-1].Position {
		t.Errorf("far down is %v", got)
	}
}

func TestBytesAndPositions(t *testing.T) {
	p := page(20)
	for r := range p.All() {
		if r.From == r.To {
			continue
		}
		for _, at := range []int{int(r.From), int(r.To) - 1} {
			if got := p.PositionOf(at); got != r.Position {
				t.Fatalf("byte %d is in row %v, not %v", at, got, r.Position)
			}
		}
		if got := p.ByteAt(r.Position); got != int(r.From) {
			t.Fatalf("row %v begins with byte %d, not %d", r.Position, got, r.From)
		}
	}
}

// TestEveryByteHasARow holds for bytes that no cell shows, too: a search or a line number may lead there.
func TestEveryByteHasARow(t *testing.T) {
	for _, s := range seeds(t) {
		p := NewPage([]byte(s), PageOptions{})
		for at := range len(s) + 2 {
			pos := p.PositionOf(at)
			if got := p.valid(pos); got != pos {
				t.Fatalf("%q: byte %d is in row %v, which is not there", s, at, pos)
			}
		}
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	p := page(40)
	top := p.PositionOf(strings.Index(string(p.src), "## Round 20"))
	for _, width := range []int{30, 100, 20, 66} {
		top = p.SetWidth(top, width)
		if got := p.Rows(top, 1)[0].Line.text(); got != "Round 20" {
			t.Errorf("at %d columns the top row is %q", width, got)
		}
	}
}

func TestPercent(t *testing.T) {
	p := page(40)
	if n := p.Percent(Position{}, 10); n != 0 {
		t.Errorf("%d %% at the beginning", n)
	}
	if n := p.Percent(p.Bottom(10), 10); n != 100 {
		t.Errorf("%d %% at the end", n)
	}
	last := 0
	for top := (Position{}); top.Before(p.Bottom(10)); top = p.Move(top, 5) {
		n := p.Percent(top, 10)
		if n < last || n > 99 {
			t.Errorf("%d %% after %d %%", n, last)
		}
		last = n
	}
	if n := NewPage([]byte("one"), PageOptions{}).Percent(Position{}, 10); n != 100 {
		t.Errorf("%d %% of a page that is all in view", n)
	}
}

func TestEmptyPages(t *testing.T) {
	for _, o := range []PageOptions{{}, {Start: 3}, {Start: 99}, {Omitted: []model.Range{{Start: 0, End: 3}}}, {Plain: true, Lines: true}} {
		for _, s := range []string{"", "\n\n", "abc"} {
			p := NewPage([]byte(s), o)
			p.SetWidth(Position{}, 1)
			p.Rows(p.Bottom(3), 3)
			p.Move(Position{5, 5}, -3)
			p.ByteAt(p.PositionOf(2))
			p.Percent(p.Clamp(Position{}, 3), 3)
		}
	}
}

func TestPlainPage(t *testing.T) {
	p := NewPage([]byte("# *a*\n[b](c)\n"), PageOptions{Plain: true})
	var got []string
	for r := range p.All() {
		got = append(got, r.Text(0, 66))
	}
	if want := "# *a*||[b](c)"; strings.Join(got, "|") != want {
		t.Errorf("drawn as %q", got)
	}
}

// TestMemoryIsBounded walks through more than the page may keep.
func TestMemoryIsBounded(t *testing.T) {
	p := page(300)
	p.limit = 5000
	for top := (Position{}); ; {
		p.Rows(top, 50)
		if p.cells > p.limit {
			t.Fatalf("%d cells are kept", p.cells)
		}
		next := p.Move(top, 50)
		if next == top {
			break
		}
		top = next
	}
}

// TestWhatStandsBehindABookIsPlain: nothing is lost of it, and the reader is told once.
func TestWhatStandsBehindABookIsPlain(t *testing.T) {
	p := NewPage([]byte(strings.Repeat("# *a*\n", mostDrawn+100)), PageOptions{})
	notices, plain, rows := 0, 0, 0
	for r := range p.All() {
		text := r.Text(0, 40)
		switch {
		case r.Notice != "":
			notices++
		case text == "# *a*":
			plain++
		case text == "a":
			rows++
		}
	}
	if notices != 1 || plain != 100 || rows != mostDrawn {
		t.Errorf("%d notices, %d rows as they stand, %d drawn", notices, plain, rows)
	}
}

// What is drawn next takes the room of what was drawn before, but never that of a drawing that is still looked at.
func TestADrawingOutlivesTheNext(t *testing.T) {
	table := "| Issue | Veyra | Arland |\n|---|---|---|\n" + strings.Repeat("| Line of *contact* | + keep | ± after a truce |\n", 30)
	texts := []string{
		table, "- one side\n- the other\n\n  > in writing\n", "1. first\n   - below\n2. second\n", "He *said* it, and [they](https://example.org) heard it.\n",
		"> " + strings.ReplaceAll(strings.TrimSuffix(table, "\n"), "\n", "\n> ") + "\n", "# Head\n", "```\ncode\n```\n",
	}
	for _, first := range texts {
		for _, next := range texts {
			d := NewDrawer()
			f := d.Render([]byte(first), markdown.Split([]byte(first))[0], nil, 30)
			d.Render([]byte(next), markdown.Split([]byte(next))[0], nil, 30)
			fresh := NewDrawer().Render([]byte(first), markdown.Split([]byte(first))[0], nil, 30)
			if diff := cmp.Diff(fresh, f); diff != "" {
				t.Errorf("%.20q is another after %.20q:\n%s", first, next, diff)
			}
		}
	}
}

func TestAllRowsAreThoseOfOneWindow(t *testing.T) {
	src := longText()[:40_000]
	p := NewPage(src, PageOptions{})
	var got []Row
	for r := range p.All() {
		got = append(got, r)
	}
	if diff := cmp.Diff(NewPage(src, PageOptions{}).Rows(Position{}, len(got)+1), got); diff != "" {
		t.Error(diff)
	}
}
