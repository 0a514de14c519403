package render

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
	"parley/model/markdown"
)

// longText is about three megabytes of what briefings are made of.
func longText() []byte {
	var b strings.Builder
	for i := 0; b.Len() < 3<<20; i++ {
		fmt.Fprintf(&b, "## Round %d\n\n", i)
		for range 6 {
			b.WriteString("The envoy is *said* to have suggested that his side accept the peninsula and treat the present line\nin the four districts as the working line. “We cannot leave these lines as they stand”, an official\nof the [Union](https://example.org/a) told the Harbour Post.\n\n")
		}
		b.WriteString("> The Parties agree that the line of contact shall be frozen.\n>\n> — Draft, article 2\n\n- one side\n- the other side\n  - in writing\n\n| Issue | Veyra | Arland |\n|---|---|---|\n| Line | + keep | ± after truce |\n\n")
	}
	return []byte(b.String())
}

// BenchmarkOpen is what happens between the bytes of three megabytes and the first screen.
func BenchmarkOpen(b *testing.B) {
	src := longText()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		NewPage(src, PageOptions{}).Rows(Position{}, 44)
	}
}

func BenchmarkSplit(b *testing.B) {
	src := longText()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		markdown.Split(src)
	}
}

// BenchmarkResize is a change of width in the middle of three megabytes, and the screen after it.
func BenchmarkResize(b *testing.B) {
	p := NewPage(longText(), PageOptions{})
	top := p.PositionOf(1 << 20)
	p.Rows(top, 44)
	width := 0
	for b.Loop() {
		width++
		top = p.SetWidth(top, 40+width%26)
		p.Rows(top, 44)
	}
}

// BenchmarkScroll is one row further, painted.
func BenchmarkScroll(b *testing.B) {
	p := NewPage(longText(), PageOptions{})
	palette := MonoPalette()
	var top Position
	var out strings.Builder
	for b.Loop() {
		top = p.Move(top, 1)
		out.Reset()
		for _, r := range p.Rows(top, 44) {
			r.Paint(&palette, &out, Margin, 80, nil)
		}
	}
}

// BenchmarkPaint is another statement selected: a screen painted again.
func BenchmarkPaint(b *testing.B) {
	p := NewPage(longText(), PageOptions{})
	rows := p.Rows(Position{}, 44)
	palette := MonoPalette()
	var out strings.Builder
	for b.Loop() {
		out.Reset()
		for _, r := range rows {
			r.Paint(&palette, &out, Margin, 80, &Marks{Current: []model.Range{{Start: 140, End: 300}}})
		}
	}
}

// BenchmarkAll is a text from its first row to its last, as it goes into a pipe.
func BenchmarkAll(b *testing.B) {
	for _, c := range []struct {
		name string
		text []byte
	}{
		{"prose", longText()},
		{"table", []byte("| a | b | c |\n|---|---|---|\n" + strings.Repeat("| aa | bb | cc |\n", 100_000))},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				for row := range NewPage(c.text, PageOptions{}).All() {
					row.Text(Margin, 80)
				}
			}
		})
	}
}

func BenchmarkBlock(b *testing.B) {
	row := "| Line of contact | + keep | ± after a truce |\n"
	for _, c := range []struct{ name, text string }{
		{"paragraph", strings.Repeat("He *said* it, and [they](https://example.org) heard it there. ", 7)},
		{"item", "- He said that it was over, and they heard it.\n"},
		{"code", "```\n" + strings.Repeat("a line of code\n", 100) + "```\n"},
		{"table", "| Issue | Veyra | Arland |\n|---|---|---|\n" + strings.Repeat(row, 20)},
		{"quote", strings.Repeat("> The Parties agree that the line of contact shall be frozen.\n>\n", 4)},
	} {
		src := []byte(c.text)
		blocks := markdown.Split(src)
		d := NewDrawer()
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Render(src, blocks[0], nil, 66)
			}
		})
		f := d.Render(src, blocks[0], nil, 66)
		b.Run(c.name+"/lay", func(b *testing.B) {
			for b.Loop() {
				Lay(f, 66)
			}
		})
	}
}
