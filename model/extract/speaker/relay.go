package speaker

import "parley/model"

// Relays: who passes words on that another said.
//
// Rules:
//   - Who quotes somebody as saying them; see sieve_quoted.go. The grade stays.
//   - By whose account somebody had said them; see sieve_clause.go. They are reported then.

// relayed notes who passes the words of an attribution on.
func (r *reading) relayed(f *framed, a *Attribution) {
	if a.Speaker == nil || a.Kind == model.Term {
		return
	}
	relay := int32(-1)
	if _, by, found := r.quoting(f); found {
		relay = by
	} else if c := r.reportedCue(f); c != nil && c.subject == a.Speaker.Number {
		if o := r.account(c); o != nil {
			relay = o.subject
			a.Grade = model.Reported
		}
	}
	if relay < 0 || relay == a.Speaker.Number {
		return
	}
	m := &r.mentions[r.byName(relay)]
	a.Relay = model.Range{Start: int(m.Start), End: int(m.End)}
}
