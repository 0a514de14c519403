package extract

import (
	"sort"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/speaker"
)

// Quotes within a turn of a transcript: "I told them: “You are not here to win”" are the words of whoever has the turn, and
// nobody's by name where the turn names nobody.

// own gives words of an "I" within a turn to whom the turn is.
func (r *reading) own(q *model.Quote, a *speaker.Attribution, at model.Range) {
	if q.Speaker == nil || !firstPersons.Has(lexicon.Hash(r.doc.Text[a.Speaker.Start:a.Speaker.End])) || !r.inTurn(at) {
		return
	}
	q.Speaker = nil
	turns := r.marks.Quotes
	i := sort.Search(len(turns), func(i int) bool { return turns[i].End > at.Start })
	if i == len(turns) || turns[i].Start > at.Start || turns[i].Speaker == nil {
		return
	}
	m := r.namedBy(turns[i].Speaker)
	q.Speaker, q.Grade = &m, model.OnRecord
}
