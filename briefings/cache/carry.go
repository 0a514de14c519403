package cache

import (
	"encoding/binary"

	"parley/model/search"
)

// Carrying records over
//
// A new snapshot takes the records of older segments as they are, but for the numbers of shared strings, which are others
// there. So nothing is made of a record to be written again; what it is made of is said by its form.

// A form is what a record is made of, in the order of record.go:
//
//	n a number or a truth · s a string · r a shared string · l a list of such · *( ) as often as a number says
type form string

const (
	spanForm     form = "nnnn"
	mentionForm  form = "rrnnrr"
	briefingForm form = "rsss*(rs)nrrrrrrrrrrssll*(nnrrn)nnnnnnn"
	quoteForm         = "ss" + spanForm + "nnnnn*(" + mentionForm + ")lllrrss"
	proposalForm      = "ssrs" + spanForm + "nnnnn*(" + mentionForm + ")*(snn)llrrr"
	actorForm    form = "rrrrrnnnl*(rr)"
	castForm          = "*(" + actorForm + "*(" + spanForm + "))"
)

// walk goes through what a form says comes next. Where c is given, it copies the record.
func (e *eye) walk(f form, c *carrier) {
	for i := 0; i < len(f); i++ {
		switch f[i] {
		case 'n':
			e.number()
		case 's':
			e.bytes()
		case 'r':
			e.carried(c)
		case 'l':
			for range e.number() {
				e.carried(c)
			}
		case '*':
			end := i + f[i:].group()
			for range e.number() {
				e.walk(f[i+2:end], c)
			}
			i = end
		}
	}
}

// group answers where the group ends with which a form begins.
func (f form) group() int {
	depth := 0
	for i := range len(f) {
		switch f[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	panic("a form without an end: " + string(f))
}

func (e *eye) carried(c *carrier) {
	before := e.b
	n := e.ref()
	if c != nil {
		c.shared(before, n, len(before)-len(e.b))
	}
}

// A carrier copies the records of a segment.
type carrier struct {
	from *segment
	to   *pen
	refs []uint32 // of each shared string its new number plus one; 0: not met yet
	kept []byte   // the record from what is not copied yet
}

func newCarrier(from *segment, to *pen) *carrier {
	return &carrier{from: from, to: to, refs: make([]uint32, from.strings.len())}
}

// record copies a record; the pen has it then.
func (c *carrier) record(r []byte, f form) {
	c.kept = r
	e := eye{r, c.from}
	e.walk(f, c)
	if len(e.b) > 0 {
		panic(search.Damage("a record is longer than it should be"))
	}
	c.to.b = append(c.to.b, c.kept...)
}

// shared copies up to a shared string, and its new number in place of the old.
func (c *carrier) shared(at []byte, n, size int) {
	c.to.b = append(c.to.b, c.kept[:len(c.kept)-len(at)]...)
	c.kept = at[size:]
	if c.refs[n] == 0 {
		c.refs[n] = c.to.t.refOf(c.from.strings.at(n)) + 1
	}
	c.to.b = binary.AppendUvarint(c.to.b, uint64(c.refs[n]-1))
}

// carry copies the records of a briefing.
func (b *builder) carry(c *carrier, m *mounted, n int) {
	c.record(m.briefings.record(n), briefingForm)
	b.briefings = b.record(b.briefings)
	c.record(m.casts.record(n), castForm)
	b.casts = b.record(b.casts)
	for i := m.firstQuote(n); i < m.firstQuote(n+1); i++ {
		c.record(m.quotes.record(i), quoteForm)
		b.quotes = b.record(b.quotes)
	}
	for i := m.firstProposal(n); i < m.firstProposal(n+1); i++ {
		c.record(m.proposals.record(i), proposalForm)
		b.proposals = b.record(b.proposals)
	}
}
