package written

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Drafting brackets and proposed changes
//
//	[text]{AR, NU}       not agreed; Arland and the Northern Union hold it
//	[AR: text]           the same, with the holder in front
//	[shall]{VE}[should]  two that touch are alternatives
//	{+text+} {-text-}    an insertion and a deletion that somebody proposes
//
// Brackets mean this in a briefing of type draft or non-paper, below a heading Text, and in a fence ```draft; elsewhere
// they are editorial, as are [sic] and […] anywhere, and everything under Comment. They may lie in one another. Changes
// mean the same everywhere but in code. What is drafted is left to nobody's mouth: prose is not looked for there.

// A Bracket is text that is not agreed.
type Bracket struct {
	Place      // with its marks and holders
	Inner      model.Range
	Holders    []string // codes or names, as they stand
	Alternates int      // number of the group it is an alternative in, from 1; 0: it stands alone
	Depth      int      // how many brackets it lies in
}

// A Change is an insertion or a deletion that is proposed.
type Change struct {
	Place    // with its marks
	Inner    model.Range
	Deletion bool
}

func (f *finder) drafts() {
	if !marked(f.src) {
		return
	}
	for i := range f.doc.Nodes {
		n := &f.doc.Nodes[i]
		if !marked(f.src[n.Start:n.End]) {
			continue
		}
		draft := f.isDraft(n)
		switch n.Kind {
		case markdown.Indented, markdown.HTML, markdown.Comment, markdown.Rule:
			continue
		case markdown.Fence:
			if !draft {
				continue
			}
		}
		found := f.draftText(i, &n.Text, draft)
		for c := range n.Cells {
			found = f.draftText(i, &n.Cells[c], draft) || found
		}
		if n.Kind == markdown.Fence || found && draft {
			f.leave(n.Start, n.End)
		}
	}
	f.alternates()
}

// marked tells whether any mark of drafting stands in a text.
func marked(text []byte) bool {
	return bytes.IndexByte(text, '[') >= 0 || bytes.IndexByte(text, ']') >= 0 || bytes.IndexByte(text, '{') >= 0
}

func (f *finder) isDraft(n *markdown.Node) bool {
	section := f.sectionOf(n.Heads)
	switch {
	case n.Kind == markdown.Fence:
		return strings.EqualFold(strings.TrimSpace(n.Info()), "draft")
	case section == Draft:
		return true
	}
	kind := f.doc.Front.Type
	return (kind == "draft" || kind == "non-paper") && section == NoSection
}

// draftText scans one text, and tells whether there is anything drafted in it.
func (f *finder) draftText(node int, t *markdown.Text, draft bool) bool {
	if len(t.Runs) == 0 {
		return false
	}
	from, to := t.Runs[0].Start, t.Runs[len(t.Runs)-1].End
	to = min(len(f.src), to+trailing(f.src[to:]))
	if !marked(f.src[from:to]) {
		return false
	}
	s := scanner{f: f, node: node, from: from, to: to}
	before := len(f.m.Brackets) + len(f.m.Changes)
	s.changes()
	if draft {
		s.brackets()
	}
	return len(f.m.Brackets)+len(f.m.Changes) > before
}

// trailing answers how much of a footnote mark or of holders stands right behind the last run.
func trailing(rest []byte) int {
	if len(rest) > 0 && rest[0] == '{' {
		if end := bytes.IndexAny(rest, "}\n"); end > 0 && rest[end] == '}' {
			return end + 1
		}
	}
	return 0
}

const (
	longestLabel   = 100 // of a footnote
	longestHolders = 200
)

type scanner struct {
	f        *finder
	node     int
	from, to int
}

func (s *scanner) place(start, end int) Place {
	line := s.f.lineOf(start)
	return Place{
		Range: model.Range{Start: start, End: end}, Text: shownAll(s.f.src[start:end]), Line: line,
		Paragraph: s.f.doc.Nodes[s.node].Paragraph, Node: s.node,
	}
}

func (s *scanner) changes() {
	src := s.f.src[:s.to]
	endless := map[byte]bool{} // no mark of the kind is closed any more
	for at := s.from; at+1 < len(src) && len(s.f.m.Changes) < maxBrackets; at++ {
		kind := src[at+1]
		if src[at] != '{' || kind != '+' && kind != '-' || endless[kind] || at > s.from && src[at-1] == '\\' {
			continue
		}
		closing := string(kind) + "}"
		end := bytes.Index(src[at+2:], []byte(closing))
		if end < 0 {
			endless[kind] = true
			s.f.problem(s.f.lineOf(at), fmt.Sprintf("{%c is not closed by %s in this paragraph", kind, closing), "shown as it stands")
			continue
		}
		end += at + 2
		s.f.m.Changes = append(s.f.m.Changes, Change{
			Place: s.place(at, end+2), Inner: model.Range{Start: at + 2, End: end}, Deletion: kind == '-',
		})
		at = end + 1
	}
}

func (s *scanner) brackets() {
	src := s.f.src[:s.to]
	var open []int
	for at := s.from; at < s.to && len(s.f.m.Brackets) < maxBrackets; at++ {
		switch {
		case src[at] == '\\':
			at++
		case bytes.HasPrefix(src[at:], []byte("[^")):
			if end := bytes.IndexByte(src[at:min(s.to, at+longestLabel)], ']'); end > 0 {
				at += end
			}
		case src[at] == '[':
			open = append(open, at)
		case src[at] == ']' && len(open) == 0:
			s.f.problem(s.f.lineOf(at), "a bracket is closed here that was not opened in this paragraph", "shown as it stands")
		case src[at] == ']':
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if link := at+1 < s.to && src[at+1] == '('; !link && len(open) < maxDepth {
				at = s.bracket(start, at, len(open)) - 1
			}
		}
	}
	for _, at := range open {
		s.f.problem(s.f.lineOf(at), "a bracket is opened here and not closed in this paragraph", "shown as it stands")
	}
}

// bracket adds one and answers where to go on.
func (s *scanner) bracket(start, closing, depth int) int {
	src := s.f.src
	end := closing + 1
	b := Bracket{Inner: model.Range{Start: start + 1, End: closing}, Depth: depth}
	if end < s.to && src[end] == '{' && end+1 < s.to && src[end+1] != '+' && src[end+1] != '-' {
		if n := bytes.IndexByte(src[end:min(s.to, end+longestHolders)], '}'); n > 1 {
			b.Holders = holders(string(src[end+1 : end+n]))
			end += n + 1
		}
	}
	inner := string(src[b.Inner.Start:b.Inner.End])
	if codes, _, ok := strings.Cut(inner, ":"); ok && len(b.Holders) == 0 && s.f.areHolders(codes) {
		b.Holders = holders(codes)
		b.Inner.Start += len(codes) + 1
		for b.Inner.Start < b.Inner.End && unicode.IsSpace(rune(src[b.Inner.Start])) {
			b.Inner.Start++
		}
	}
	if len(b.Holders) == 0 && editorial(inner) {
		return end
	}
	b.Place = s.place(start, end)
	s.f.m.Brackets = append(s.f.m.Brackets, b)
	return end
}

func holders(list string) []string {
	var out []string
	for h := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
		if h = shown(strings.TrimSpace(h)); h != "" {
			out = append(out, h)
		}
	}
	return out
}

// areHolders tells codes of two or three capitals, and names that the front matter lists.
func (f *finder) areHolders(list string) bool {
	if len(list) > longestHolders {
		return false
	}
	all := holders(list)
	for _, h := range all {
		code := len(h) >= 2 && len(h) <= 3 && strings.Trim(h, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
		if !code && !f.known[h] {
			return false
		}
	}
	return len(all) > 0
}

// editorial tells what is no draft anywhere.
func editorial(inner string) bool {
	switch strings.ToLower(strings.TrimSpace(inner)) {
	case "", "sic", "…", "...", "x", "emphasis added", "laughter", "inaudible":
		return true
	}
	return false
}

func shownAll(b []byte) string {
	line, _ := text.Line(string(b))
	return strings.Join(strings.Fields(line), " ")
}

// alternates numbers the groups of brackets that touch and lie at the same depth.
func (f *finder) alternates() {
	b := f.m.Brackets
	slices.SortStableFunc(b, func(x, y Bracket) int { return x.Start - y.Start })
	group := 0
	ends := map[model.Range]int{} // end and depth -> bracket
	for i := range b {
		if k, ok := ends[model.Range{Start: b[i].Start, End: b[i].Depth}]; ok {
			if b[k].Alternates == 0 {
				group++
				b[k].Alternates = group
			}
			b[i].Alternates = b[k].Alternates
		}
		ends[model.Range{Start: b[i].End, End: b[i].Depth}] = i
	}
}
