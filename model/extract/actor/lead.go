package actor

import (
	"cmp"
	"slices"
)

// A Lead is how a pronoun was led to somebody.
type Lead struct {
	Start int32 // byte of the pronoun
	Actor int32
	Back  int32 // sentences between the pronoun and where the actor spoke or was named last
	Spoke bool  // the actor spoke last
	Alone bool  // nobody else who was named near fits
}

// lead keeps how a pronoun was led, where that was asked for.
func (f *follower) lead(at, who, where int32, spoke, rivals bool) {
	if who >= 0 && f.assembly.o.Explain {
		f.leads = append(f.leads, Lead{f.s.d.Tokens[at].Start, who, f.sentence - where, spoke, !rivals})
	}
}

// Led answers how the pronoun that begins at a byte was led to somebody; false where it was not, or nobody asked for that.
func (c *Cast) Led(start int32) (Lead, bool) {
	k, found := slices.BinarySearchFunc(c.leads, start, func(l Lead, at int32) int { return cmp.Compare(l.Start, at) })
	if !found {
		return Lead{}, false
	}
	return c.leads[k], true
}
