package exporter

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"parley/model"
	"parley/model/text"
)

// Markdown in parley's own format: what was found is written out as marks, which any viewer shows, and which parley reads
// back as what a person wrote. Rules:
//   - A statement is a callout. Its title carries who, when, on which track, through whom, kind, predicate, stance, grade.
//   - What a person did not write says so in its source: the place it comes from, how it got there, how sure that is. So a
//     guess stays one to whoever reads the file.
//   - A quote over several paragraphs is one callout.
//   - Everything that Markdown would take for a mark is escaped. Actors have no lines: they are named where they speak.

type markdownForm struct {
	w     io.Writer
	begun bool
}

func (m *markdownForm) line(any) error { return nil }
func (m *markdownForm) end() error     { return nil }

func (m *markdownForm) text(t *model.Text) error {
	var b strings.Builder
	if m.begun {
		b.WriteByte('\n')
	}
	m.begun = true
	m.head(&b, &t.Briefing)
	for i := 0; i < len(t.Quotes); {
		n := i + 1
		for n < len(t.Quotes) && t.Quotes[n].Continues != "" && t.Quotes[n].Continues == t.Quotes[n-1].ID {
			n++
		}
		writeQuote(&b, t.Quotes[i:n])
		i = n
	}
	for i := range t.Proposals {
		writeProposal(&b, &t.Proposals[i])
	}
	_, err := io.WriteString(m.w, b.String())
	return err
}

// head names the briefing. The name of its file stands in the heading, so that a title like "Comment" is no section.
func (m *markdownForm) head(b *strings.Builder, f *model.Briefing) {
	fmt.Fprintf(b, "# %s — %s\n", escape(f.Title), escape(f.File))
	var facts []string
	for _, fact := range []string{f.Source, string(f.Date), f.Marking} {
		if fact != "" {
			facts = append(facts, escape(fact))
		}
	}
	if len(facts) > 0 {
		fmt.Fprintf(b, "\n%s\n", strings.Join(facts, ", "))
	}
}

func writeQuote(b *strings.Builder, paragraphs []model.Quote) {
	q := &paragraphs[0]
	title := ""
	if q.Speaker != nil {
		title = who(q.Speaker)
	}
	part := parts{title}
	part.add("kind", q.Kind.String())
	part.statement(&fact{q.Grade, q.Origin, q.Certainty, q.Via, q.Tracks, q.Date, q.Span, q.Cited})
	if q.Stance != model.Silent {
		part.add("stance", q.Stance.String())
	}
	fmt.Fprintf(b, "\n> [!quote] %s\n", part.String())
	for i := range paragraphs {
		if i > 0 {
			b.WriteString(">\n")
		}
		fmt.Fprintf(b, "> “%s”\n", escape(paragraphs[i].Text))
	}
}

func writeProposal(b *strings.Builder, p *model.Proposal) {
	part := parts{titled(p.Title)}
	var by []string
	for i := range p.Actors {
		by = append(by, who(&p.Actors[i]))
	}
	part.add("by", strings.Join(by, ", "))
	part.add("predicate", p.Predicate.String())
	part.add("stance", p.Stance.String())
	part.statement(&fact{p.Grade, p.Origin, p.Certainty, p.Via, p.Tracks, p.Date, p.Span, ""})
	fmt.Fprintf(b, "\n> [!proposal] %s\n> %s\n", part.String(), escape(p.Text))
	if len(p.Elements) > 0 {
		b.WriteString(">\n")
	}
	for _, e := range p.Elements {
		fmt.Fprintf(b, "> - %s\n", escape(e.Text))
	}
}

// parts are the pieces of a callout's title: the first stands for itself, the others are "key: value".
type parts []string

func (p *parts) add(key, value string) {
	if value != "" {
		*p = append(*p, key+": "+value)
	}
}

func (p parts) String() string {
	if p[0] == "" {
		p = p[1:]
	}
	return strings.Join(p, " · ")
}

// A fact is what quotes and proposals have in common.
type fact struct {
	grade     model.Grade
	origin    model.Origin
	certainty model.Certainty
	via       []string
	tracks    []string
	date      model.Date
	span      model.Span
	cited     string
}

func (p *parts) statement(f *fact) {
	p.add("grade", f.grade.String())
	p.add("via", values(f.via))
	p.add("track", values(f.tracks))
	p.add("date", string(f.date))
	source := titled(strings.TrimPrefix(strings.TrimPrefix(f.cited, string(f.date)), ", ")) // a date of its own was read into it
	if f.origin != model.Written {
		place := fmt.Sprintf("%s line %d ¶%d %s %s", value(f.span.File), f.span.Line, f.span.Paragraph, f.origin, f.certainty)
		if source != "" {
			source += " "
		}
		source += place
	}
	p.add("source", source)
}

// who is a name with its party.
func who(m *model.Mention) string {
	name := value(m.Name)
	if party := value(m.Party); party != "" && name != "" {
		return name + " (" + party + ")"
	}
	return name
}

func values(l []string) string {
	out := make([]string, 0, len(l))
	for _, v := range l {
		if v = value(v); v != "" {
			out = append(out, v)
		}
	}
	return strings.Join(out, ", ")
}

// titled is a whole part of a title: without the sign that parts them.
func titled(s string) string {
	return escape(strings.Join(strings.Fields(strings.ReplaceAll(s, "·", " ")), " "))
}

// value is a name in a part: without the signs that part names, roles and dates.
func value(s string) string {
	s, _ = text.Line(s)
	s = strings.Map(func(r rune) rune {
		switch r {
		case '·', ',', ';', '(', ')', '—', '―':
			return ' '
		}
		return r
	}, s)
	s = strings.NewReplacer(" - ", " ", " – ", " ", ": ", " ").Replace(" " + s + " ")
	return escape(strings.Join(strings.Fields(s), " "))
}

// escape writes clean text so that Markdown shows it as it is.
func escape(s string) string {
	s, _ = text.Line(s)
	s = strings.TrimSpace(s)
	var b strings.Builder
	digits := true // nothing but digits so far
	for i, r := range s {
		first := i == 0
		switch {
		case strings.ContainsRune("\\`*_{}[]<>&~|#^$", r),
			first && strings.ContainsRune("-+=:—―", r) && r < 0x80,
			digits && i > 0 && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		digits = digits && unicode.IsDigit(r)
		b.WriteRune(r)
	}
	return b.String()
}
