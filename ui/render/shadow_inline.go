package render

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Text in the shadow: emphasis, links, code, HTML and breaks. The rules:
//   - a soft break is a blank that stands for the line end; between two wide characters it is nothing
//   - a hard break and <br> are line ends; so are the end of a callout's first line, and what stands before the name
//     below a quote
//   - strikethrough and HTML are set off by our cells, glamour flattens what lies in them
//   - the title of a link is shown behind it, in brackets: text can hide there

// inlines builds what lies in a block of text.
func (s *shadow) inlines(n, into ast.Node) {
	s.open = len(s.cells)
	s.inline(n, into)
	s.flush(into)
}

func (s *shadow) inline(n, into ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s.words(c, into)
		case *ast.CodeSpan:
			s.flush(into)
			span := ast.NewCodeSpan()
			into.AppendChild(into, span)
			s.inline(c, span)
			s.flush(span)
		case *ast.Emphasis:
			s.flush(into)
			shade := ast.NewEmphasis(c.Level)
			into.AppendChild(into, shade)
			s.nested(c, shade, emphasis(c.Level))
		case *extast.Strikethrough:
			was := s.style
			s.style.Attr |= Strike
			s.inline(c, into)
			s.flush(into)
			s.style = was
		case *ast.Link:
			s.linked(c, into, c.Destination, c.Title, c.Reference)
		case *ast.Image:
			s.linked(c, into, c.Destination, c.Title, c.Reference)
		case *ast.AutoLink:
			s.auto(c, into)
		case *ast.RawHTML:
			s.tag(c, into)
		case *extast.TaskCheckBox:
			into.AppendChild(into, extast.NewTaskCheckBox(c.IsChecked))
			if at := c.Pos(); at >= 0 {
				s.exempt = append(s.exempt, reach{at, at + 3})
			}
			s.hang = 4
		}
	}
}

func emphasis(level int) Attr {
	if level > 1 {
		return Bold
	}
	return Italic
}

// nested builds what lies in emphasis. Glamour forgets the emphasis over links and code: the cells remember it.
func (s *shadow) nested(n, shade ast.Node, a Attr) {
	was := s.style
	s.style.Attr |= a
	s.inline(n, shade)
	s.flush(shade)
	s.style = was
}

// words adds a text, and the break behind it.
func (s *shadow) words(n *ast.Text, into ast.Node) {
	from, to := n.Segment.Start, n.Segment.Stop
	if n.IsRaw() {
		s.raw(from, to)
	} else {
		s.prose(from, to)
	}
	switch {
	case n.HardLineBreak():
		s.flush(into)
		s.newline(into)
	case n.SoftLineBreak():
		end := to
		if i := strings.IndexByte(s.text[to:], '\n'); i >= 0 {
			end = to + i
		}
		if s.callout || s.quoted && signs(s.text[end:]) {
			s.callout = false
			s.flush(into)
			s.newline(into)
			break
		}
		s.soft(n, end)
	}
}

// signs tells the line that names whom a quote is of: "— Name".
func signs(text string) bool {
	text = strings.TrimLeft(text, "\n >\t")
	return strings.HasPrefix(text, "— ") || strings.HasPrefix(text, "― ")
}

func (s *shadow) soft(n *ast.Text, at int) {
	if last := len(s.cells) - 1; last >= s.open && s.cells[last].W == 2 && at+1 < len(s.text) {
		if next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start < len(s.text) {
			if r, _ := utf8.DecodeRuneInString(s.text[next.Segment.Start:]); r >= 0x2E80 && r < 0xA000 || r >= 0xFF00 && r < 0xFF60 {
				s.cells[last].Brk = true
				return
			}
		}
	}
	s.add(" ", 1, at, min(at+1, len(s.text)))
}

// newline ends a row of the text.
func (s *shadow) newline(into ast.Node) {
	s.shade(into, func(b []byte) []byte {
		switch {
		case s.inHead: // which is one row
			return append(b, ' ')
		case s.inTable:
			return append(b, '\n')
		}
		return append(append(b, '\n'), strings.Repeat(" ", s.hang)...)
	})
}

// flush puts what stands for the open run into the shadow.
func (s *shadow) flush(into ast.Node) {
	from := s.open
	s.open = len(s.cells)
	if from == s.open || len(s.runs) >= maxRuns {
		return
	}
	s.shade(into, func(b []byte) []byte {
		if !s.inTable {
			return s.stand(b, from, s.open, false)
		}
		for i := from; i < s.open; {
			j := i + 1
			for j < s.open && s.cells[j].W == 0 {
				j++
			}
			b = s.stand(b, i, j, true)
			i = j
		}
		return b
	})
}

// stand adds the rune for some cells.
func (s *shadow) stand(b []byte, from, to int, screen bool) []byte {
	k := rune(len(s.runs))
	s.runs = append(s.runs, run{int32(from), int32(to)})
	switch {
	case screen && s.cells[from].S == " ":
		return append(b, ' ')
	case screen && s.cells[from].W == 2:
		return utf8.AppendRune(b, wideRune+k)
	}
	return utf8.AppendRune(b, narrowRune+k)
}

// linked builds a link or a picture, of which the words are shown.
func (s *shadow) linked(n, into ast.Node, address, title []byte, ref *ast.ReferenceLink) {
	s.flush(into)
	shade := ast.NewLink()
	shade.Destination = []byte("#")
	into.AppendChild(into, shade)
	outer := s.link
	if url := cleanURL(resolve(address)); url != "" && s.link == 0 {
		s.links = append(s.links, url)
		s.link = int32(len(s.links))
	}
	was, cells := s.style, len(s.cells)
	if n.PreviousSibling() == nil && n.Pos() >= 0 {
		s.end = max(s.end, n.Pos())
	}
	s.inline(n, shade)
	if ref != nil {
		s.skip(ref.Value)
		title = nil // it is shown where it is defined
	} else {
		at := s.skip(address)
		if len(s.cells) == cells && at >= 0 {
			s.raw(at, at+len(address))
		}
	}
	s.flush(shade)
	s.link = outer
	if at := s.find(title); at > 1 && at+len(title) < len(s.text) {
		s.style.Role = Dim
		s.add(" ", 1, at-2, at-1)
		s.add("(", 1, at-1, at)
		s.prose(at, at+len(title))
		s.add(")", 1, at+len(title), at+len(title)+1)
		s.flush(into)
	}
	s.style = was
}

// find looks for what the parser took from behind the words of a link.
func (s *shadow) find(what []byte) int {
	if len(what) == 0 {
		return -1
	}
	rest := s.src[s.end:min(len(s.src), s.end+len(what)+256)]
	i := bytes.Index(rest, what)
	if i < 0 {
		return -1
	}
	return s.end + i
}

// skip passes over what need not be shown.
func (s *shadow) skip(what []byte) int {
	at := s.find(what)
	if at >= 0 {
		s.exempt = append(s.exempt, reach{at, at + len(what)})
		s.end = at + len(what)
	}
	return at
}

func (s *shadow) auto(n *ast.AutoLink, into ast.Node) {
	label := n.Label(s.src)
	at := n.Pos() + 1
	if at < 1 || at+len(label) > len(s.src) || !bytes.Equal(s.src[at:at+len(label)], label) {
		return // the net below will say so
	}
	s.flush(into)
	shade := ast.NewLink()
	shade.Destination = []byte("#")
	into.AppendChild(into, shade)
	url := string(n.URL(s.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	if url = cleanURL(url); url != "" {
		s.links = append(s.links, url)
		s.link = int32(len(s.links))
	}
	s.raw(at, at+len(label))
	s.flush(shade)
	s.link = 0
}

// tag shows HTML as it stands, but for <br>.
func (s *shadow) tag(n *ast.RawHTML, into ast.Node) {
	was := s.style
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		if isBreak(s.text[seg.Start:seg.Stop]) {
			s.exempt = append(s.exempt, reach{seg.Start, seg.Stop})
			s.flush(into)
			s.newline(into)
			continue
		}
		s.flush(into)
		s.style.Role = Dim
		s.raw(seg.Start, seg.Stop)
		s.flush(into)
	}
	s.style = was
}

func isBreak(tag string) bool {
	if len(tag) < 4 || !strings.EqualFold(tag[:3], "<br") {
		return false
	}
	return strings.Trim(tag[3:], " /") == ">"
}
