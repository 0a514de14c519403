package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"parley/model/example"
)

// TestParse holds each text of testdata/parse, read as a file of its name, against what must be found in it.
func TestParse(t *testing.T) {
	example.Run(t, "testdata/parse/*.txtar", func(t *testing.T, in example.Text) string {
		src := bytes.ReplaceAll(in.Body, []byte("␠"), []byte(" "))
		d := ParseNamed(in.Name, src)
		check(t, src, &d)
		return describe(src, &d)
	})
}

var kindNames = map[Kind]string{
	Heading: "heading", Item: "item", Quote: "quote", Table: "table", Fence: "fence", Indented: "code", HTML: "html",
	Rule: "rule", Definition: "definition", Paragraph: "paragraph", Callout: "callout", Row: "row", Footnote: "footnote", Comment: "comment",
}

// describe writes a document as a person would check it: one node a line, those in others further in.
func describe(src []byte, d *Document) string {
	var b strings.Builder
	describeFront(&b, d)
	depth := make([]int, len(d.Nodes))
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Parent >= 0 {
			depth[i] = depth[n.Parent] + 1
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth[i]), kindNames[n.Kind])
		if n.Kind == Heading {
			fmt.Fprintf(&b, " %d", n.Level)
		}
		if n.Ordinal > 0 {
			fmt.Fprintf(&b, " %d.", n.Ordinal)
		}
		fmt.Fprintf(&b, " line %d", n.Line)
		if n.Paragraph > 0 {
			fmt.Fprintf(&b, " ¶%d", n.Paragraph)
		}
		text := func(name string, t Text) {
			if len(t.Runs) > 0 {
				fmt.Fprintf(&b, " %s%q", name, t.Plain())
			}
		}
		if n.Info() != "" {
			fmt.Fprintf(&b, " (%s)", n.Info())
		}
		text("", n.Text)
		text("title ", n.Title())
		text("term ", n.Term())
		text("by ", n.By())
		for _, c := range n.Cells {
			fmt.Fprintf(&b, " | %s", c.Plain())
		}
		if n.Track() != "" {
			fmt.Fprintf(&b, " track %q", n.Track())
		}
		if len(n.Heads) > 0 && n.Kind != Row {
			fmt.Fprintf(&b, " under %s", strings.Join(n.Heads, " > "))
		}
		b.WriteByte('\n')
	}
	for _, l := range d.Links {
		fmt.Fprintf(&b, "link %q to %q\n", src[l.Start:l.End], l.Target)
	}
	for _, l := range d.Tags {
		fmt.Fprintf(&b, "tag %q\n", l.Target)
	}
	for _, l := range d.Notes {
		fmt.Fprintf(&b, "note %q\n", l.Target)
	}
	return b.String()
}

func describeFront(b *strings.Builder, d *Document) {
	f := &d.Front
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "%s: %s\n", name, value)
		}
	}
	field("head", f.Format)
	if d.NoTitle {
		field("no title", d.Title)
	} else {
		field("title", d.Title)
	}
	if f.Date != "" {
		field("date", string(f.Date)+" from "+f.DateFrom)
	}
	field("tracks", strings.Join(f.Tracks, " | "))
	field("tags", strings.Join(f.Tags, " | "))
	field("source", f.Source)
	field("author", f.Author)
	field("url", f.URL)
	field("ref", f.Ref)
	field("type", f.Type)
	field("lang", f.Lang)
	field("marking", f.Marking)
	field("reliability", f.Reliability)
	for _, a := range f.Actors {
		fmt.Fprintf(b, "actor: %s, code %q, party %q, role %q, aliases %q\n", a.Name, a.Code, a.Party, a.Role, a.Aliases)
	}
	field("place", f.Place)
	field("event", f.Event)
	field("version", f.Version)
	field("supersedes", f.Supersedes)
	field("summary", f.Summary)
	for _, x := range f.Fields {
		field("field "+x.Key, x.Value)
	}
	for _, p := range f.Problems {
		fmt.Fprintf(b, "problem at %d:%d: %s; %s\n", p.Line, p.Column, p.Message, p.Done)
	}
	if d.Lines {
		b.WriteString("every line is a paragraph\n")
	}
}

// check holds what is true of any document.
func check(t testing.TB, src []byte, d *Document) {
	t.Helper()
	last, line := 0, 1
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Start < last || n.End < n.Start || n.End > len(src) || n.Start < d.Start {
			t.Fatalf("node %d, a %s, lies from %d to %d, after %d", i, kindNames[n.Kind], n.Start, n.End, last)
		}
		line += bytes.Count(src[last:n.Start], []byte{'\n'})
		last = n.Start
		if n.Parent >= i || n.List > i {
			t.Fatalf("node %d lies in %d", i, n.Parent)
		}
		if n.Parent >= 0 && n.End > d.Nodes[n.Parent].End {
			t.Fatalf("node %d ends at %d behind its parent %d", i, n.End, d.Nodes[n.Parent].End)
		}
		if line != n.Line {
			t.Fatalf("node %d stands on line %d, not %d", i, line, n.Line)
		}
		checkText(t, src, n.Text, n.Start, n.End)
		checkText(t, src, n.Title(), n.Start, n.End)
		checkText(t, src, n.By(), n.Start, n.End)
		checkText(t, src, n.Term(), 0, n.End) // several definitions share a term
		for _, c := range n.Cells {
			checkText(t, src, c, n.Start, n.End)
		}
	}
}

func checkText(t testing.TB, src []byte, x Text, from, to int) {
	t.Helper()
	at, size := from, 0
	for _, r := range x.Runs {
		if r.Start < at || r.End <= r.Start || r.End > to || r.At != size {
			t.Fatalf("run %q from %d to %d after %d, in %d to %d", r.Text, r.Start, r.End, at, from, to)
		}
		if r.Verbatim && string(src[r.Start:r.End]) != r.Text {
			t.Fatalf("run %q is not %q", r.Text, src[r.Start:r.End])
		}
		at = r.End
		if !strings.HasPrefix(x.Plain()[size:], r.Text) {
			t.Fatalf("%q is not in %q at %d", r.Text, x.Plain(), size)
		}
		size += len(r.Text)
	}
	if size != len(x.Plain()) {
		t.Fatalf("%q is longer than its runs", x.Plain())
	}
	for i := range min(size, 1000) {
		if s := x.Span(i, i+1); s.Start != x.At(i) || s.End <= s.Start {
			t.Fatalf("byte %d of %q stands at %v", i, x.Plain(), s)
		}
	}
}
