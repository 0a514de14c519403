package speaker

import "parley/model/extract/prose"

// Datelines: HALDEN, March 3 (Agency) — · HALDEN:
//
// Rules:
//   - At the start of a paragraph, before a dash at most twelve words and signs away: capitalised words, numbers, months,
//     commas, stops and brackets. One word is all capitals, or a month, a weekday or a bracket stands there.
//   - Before a colon: one to three words, all capitals, where no quote follows at once and nobody in the sentence says "I".
//   - Nobody in it is a mention: a dateline says where a text was written.

// behindDateline answers where the words of a sentence begin.
func (r *reading) behindDateline(s prose.Sentence, sentence int32) int32 {
	if r.doc.Paragraphs[s.Paragraph].FirstSentence != sentence || s.To-s.From < 5 {
		return s.From
	}
	upper, dated := false, false
	for m := s.From; m < s.To-2 && m <= s.From+12; m++ {
		t := &r.toks[m]
		switch t.kind {
		case prose.Dash:
			if m > s.From && (upper || dated) {
				return m + 1
			}
			return s.From
		case prose.Colon:
			if upper && !dated && m <= s.From+3 && r.toks[m+1].quote < 0 && r.thirdPerson(m, s.To) {
				return m + 1
			}
			return s.From
		case prose.Word:
			if !t.has(prose.Capital) {
				return s.From
			}
			upper = upper || t.has(prose.Upper) && !t.is(closedWords)
			dated = dated || t.is(month|weekday)
		case prose.Open, prose.Close:
			dated = true
		case prose.Number, prose.Comma, prose.Stop:
		default:
			return s.From
		}
	}
	return s.From
}

// thirdPerson tells words in which nobody says "I", "we" or "you".
func (r *reading) thirdPerson(from, to int32) bool {
	for m := from; m < to; m++ {
		if t := &r.toks[m]; t.is(pronoun) && (t.person == me || t.person == we || t.person == you) {
			return false
		}
	}
	return true
}
