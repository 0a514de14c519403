package cache

import (
	"cmp"
	"encoding/binary"
	"slices"

	"parley/model"
)

// Rows of actors
//
// Those with the most statements stand first, and people below their party where the party is in the list too. A party
// stands where the most talkative of its house would: the statements of its people count for its place.

// A tally is what an actor has in what the filter keeps.
type tally struct {
	statements  uint32
	pro, contra bool
}

func (t *tally) take(s model.Stance) {
	t.statements++
	t.pro = t.pro || s == model.For
	t.contra = t.contra || s == model.Against
}

func (t *tally) add(o tally) {
	t.statements += o.statements
	t.pro, t.contra = t.pro || o.pro, t.contra || o.contra
}

// A standing is a row: an actor of a segment.
type standing struct {
	segment uint32
	actor   uint32
	below   bool
	tally
}

// order puts rows in the order in which they are shown. naming answers an actor's name and party.
func order(rows []standing, naming func(*standing) (name, party string)) []standing {
	type named struct {
		standing
		name, house string
		party       string
		sum         uint32
	}
	all := make([]named, len(rows))
	sums := make(map[string]uint32, len(rows))
	for i := range rows {
		name, party := naming(&rows[i])
		all[i] = named{standing: rows[i], name: name, party: party, house: name}
		sums[name] += rows[i].statements
	}
	for i := range all {
		a := &all[i]
		if _, listed := sums[a.party]; listed && a.party != "" && a.party != a.name {
			a.below, a.house = true, a.party
			sums[a.party] += a.statements
		}
	}
	for i := range all {
		all[i].sum = sums[all[i].house]
	}
	slices.SortStableFunc(all, func(a, b named) int {
		if a.house != b.house {
			return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.house, b.house))
		}
		if a.below != b.below {
			if a.below {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.statements, a.statements), cmp.Compare(a.name, b.name))
	})
	for i := range all {
		rows[i] = all[i].standing
	}
	return rows
}

const standingSize = 8

// appendStandings writes rows of one segment: the actor and the statements, with three marks in its lowest bits.
func appendStandings(dst []byte, rows []standing) []byte {
	for i := range rows {
		r := &rows[i]
		n := r.statements << 3
		for bit, yes := range []bool{r.below, r.pro, r.contra} {
			if yes {
				n |= 1 << bit
			}
		}
		dst = binary.LittleEndian.AppendUint32(dst, r.actor)
		dst = binary.LittleEndian.AppendUint32(dst, n)
	}
	return dst
}

func readStanding(b []byte) standing {
	n := binary.LittleEndian.Uint32(b[4:])
	return standing{
		actor: binary.LittleEndian.Uint32(b), below: n&1 != 0,
		tally: tally{statements: n >> 3, pro: n&2 != 0, contra: n&4 != 0},
	}
}
