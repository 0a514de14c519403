package written

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/markdown"
)

// Quotes that a person marked
//
//	> [!quote] Name, role (Party) — source, date       the words of the callout are the quote
//	> words
//
//	> words                                            a block quote with its name below
//	> — Name, role (Party), source, date
//
//	- **Name**: words                                  an item under a heading Quotes or Statements
//
// Every paragraph is a quote of its own, linked to the one before. Marks of quotation round the whole are left out of
// it; where an item holds such marks inside, what stands between them is the quote and the rest is the writer's.

func (f *finder) quoteCallout(i int) {
	n := &f.doc.Nodes[i]
	first, a := f.head(i)
	who, source, dashed := first.cutDash()
	q := Quote{Rule: "callout", Tracks: a.tracks, Stance: a.stance, Via: a.via, Cited: a.cited.text, Date: a.cited.date, Grade: a.grade, kind: a.kind}
	q.Speaker = who.nameOf()
	if dashed && q.Cited == "" {
		c := source.cited(f.doc.Front.Lang)
		q.Cited, q.Date = c.text, c.date
	}
	if by := n.By(); q.Speaker == nil && len(by.Runs) > 0 {
		f.signed(&q, whole(&by))
	}
	if q.Speaker == nil {
		f.problem(n.Line, "[!quote] names nobody; write > [!quote] Name, role (Party) — source, date", "shown as nobody’s words")
	}
	f.quoteParagraphs(i, q)
	f.take(i)
}

// blockQuote takes a block quote that is signed. Without a name below it is prose.
func (f *finder) blockQuote(i int) {
	by := f.doc.Nodes[i].By()
	if len(by.Runs) == 0 {
		return
	}
	q := Quote{Rule: "block quote"}
	if f.signed(&q, whole(&by)); q.Speaker == nil {
		return
	}
	f.quoteParagraphs(i, q)
	f.take(i)
}

// signed reads the line below a quote: a name, and behind it a source with a date.
func (f *finder) signed(q *Quote, p piece) {
	who, source, dashed := p.cutDash()
	q.Speaker = who.nameOf()
	if q.Speaker == nil {
		return
	}
	if dashed {
		c := source.cited(f.doc.Front.Lang)
		q.Cited, q.Date = c.text, c.date
		return
	}
	// "— Name, role, 18 April 2025": what ends in a date is no role.
	if c := (piece{p.t, p.from, p.to}).cited(f.doc.Front.Lang); c.date != "" && q.Speaker.Role != "" {
		_, rest, _ := who.cut(",")
		q.Cited, q.Date = rest.clean(), c.date
		q.Speaker.Role = ""
	}
}

// quoteParagraphs makes a quote of each paragraph in a callout or block quote.
func (f *finder) quoteParagraphs(i int, q Quote) {
	for k := i; k <= f.lastIn(i); k++ {
		n := &f.doc.Nodes[k]
		if n.Kind != markdown.Callout && n.Kind != markdown.Quote && n.Kind != markdown.Paragraph && n.Kind != markdown.Item {
			continue
		}
		p := whole(&n.Text)
		if p.empty() {
			continue
		}
		if inner, ok := p.unquoted(); ok {
			p = inner
		} else {
			p = p.unpaired()
		}
		f.quote(k, p, q)
		q.Continues = true
	}
}

func (f *finder) quote(node int, p piece, q Quote) {
	if p.empty() {
		return
	}
	q.Place = f.place(node, p)
	q.Kind = kindOf(q.Text)
	if q.kind != nil {
		q.Kind = *q.kind
	}
	f.m.Quotes = append(f.m.Quotes, q)
}

// kindOf tells a whole sentence from a fragment: it begins like one and ends like one.
func kindOf(words string) model.QuoteKind {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "“\"„«‘'([…"))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, "”\"“»’')]"))
	if !unicode.IsLower(first) && strings.ContainsRune(".!?…。！？", last) {
		return model.Direct
	}
	return model.Partial
}

// quoteItem takes "- **Name**: words" under a heading of quotes.
func (f *finder) quoteItem(i int) {
	n := &f.doc.Nodes[i]
	label, rest, ok := f.labelled(n)
	if !ok {
		return
	}
	who := label.nameOf()
	if who == nil || rest.empty() {
		return
	}
	q := Quote{Rule: "list", Speaker: who}
	pieces := rest.quoted()
	if len(pieces) == 0 {
		pieces = []piece{rest}
	}
	after := piece{rest.t, pieces[len(pieces)-1].to, rest.to}.trimFunc(func(r rune) bool { return strings.ContainsRune("”\"»“’.,;() —–-", r) })
	if c := after.cited(f.doc.Front.Lang); c.date != "" {
		q.Cited, q.Date = c.text, c.date
	}
	for k, p := range pieces {
		if inner, ok := p.unquoted(); ok {
			p = inner
		}
		f.quote(i, p, q)
		// «Words». — the stop behind the mark makes it a sentence.
		if last := &f.m.Quotes[len(f.m.Quotes)-1]; k == len(pieces)-1 && kindOf(last.Text+stopBehind(rest, p)) == model.Direct {
			last.Kind = model.Direct
		}
	}
	f.take(i)
}

// stopBehind answers the full stop that stands behind a quote and its mark; empty where there is none.
func stopBehind(rest, p piece) string {
	behind := (piece{rest.t, min(p.to, rest.to), rest.to}).String()
	behind = strings.TrimLeft(behind, "”\"»“’")
	if behind != "" && strings.ContainsRune(".!?", rune(behind[0])) {
		return behind[:1]
	}
	return ""
}

// labelled parts an item into the bold name at its front and what stands behind the colon or dash after it.
func (f *finder) labelled(n *markdown.Node) (label, rest piece, ok bool) {
	p := whole(&n.Text)
	if p.empty() {
		return p, p, false
	}
	from := p.span().Start
	if from < 2 {
		return p, p, false
	}
	mark := string(f.src[from-2 : from])
	if mark != "**" && mark != "__" {
		return p, p, false
	}
	end := strings.Index(string(f.src[from:n.End]), mark)
	if end < 0 {
		return p, p, false
	}
	end += from
	at := p.from
	for at < p.to && p.t.At(at) < end {
		at++
	}
	label = piece{p.t, p.from, at}
	rest = piece{p.t, at, p.to}.trim()
	inside := strings.HasSuffix(strings.TrimSpace(label.String()), ":")
	label = label.trimFunc(func(r rune) bool { return r == ':' || r == ' ' })
	if inside {
		return label, rest, true
	}
	before, after, found := rest.cut(":")
	if dashBefore, dashAfter, dashed := rest.cutDash(); !found || dashed && len(dashBefore.String()) < len(before.String()) {
		before, after, found = dashBefore, dashAfter, dashed
		if r, n := utf8.DecodeRuneInString(rest.String()); !found && strings.ContainsRune("—–-", r) {
			before, after, found = rest.sub(0, 0), rest.sub(n, len(rest.String())).trim(), true
		}
	}
	if !found || len(before.String()) > 80 {
		return label, rest, false
	}
	// "**Name** (Party), role: words": the name goes on to the colon.
	if !before.empty() {
		label = piece{p.t, label.from, before.to}
	}
	return label, after, true
}
