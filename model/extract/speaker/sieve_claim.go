package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Reed rejected a claim by Quill that the dam was “a toy” · Reed was angry at Quill's remark that the dam was “a toy”
//
// Rules:
//   - "That" opens a clause before the quote, in its sentence. Before it stands a noun for what somebody says, with "by" and
//     somebody behind, by the name in commas; or right before it such a noun that a name owns.
//   - A verb or a preposition governs that noun: "Quill's claim that …" as a subject has what the sentence says of it behind it.
//   - No other verb of speech with a subject stands between that and the quote.

func claimed(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	for m := f.at - 1; m > s.From+2 && m >= f.at-phraseReach && r.toks[m].quote < 0; m-- {
		if c := r.cueAt[m]; c >= 0 && judges(&r.cues[c]) && r.cues[c].subject >= 0 {
			return 0, false
		}
		if r.toks[m].is(that) {
			n := r.claimant(m-1, s)
			return n, n >= 0
		}
	}
	return 0, false
}

// claimant answers whose claim ends at a masked token; -1 where none does.
func (r *reading) claimant(k int32, s prose.Sentence) int32 {
	if r.toks[k].is(utterance) {
		for k--; k > s.From && r.toks[k].kind == prose.Word && r.covering[k] < 0; k-- {
		}
		if k == s.From {
			return -1
		}
		if n := r.covering[k-1]; n >= 0 && r.toks[k].kind == prose.Possessive && r.somebody(n) && r.governedBefore(r.mentions[n].From, s) {
			return n
		}
		return -1
	}
	if r.toks[k].kind == prose.Comma {
		k--
	}
	n := r.covering[k]
	if n < 0 || r.mentions[n].To != k+1 || !r.somebody(n) {
		return -1
	}
	from := r.opening(n)
	if from <= s.From+2 || !r.toks[from-1].is(by) || !r.toks[from-2].is(utterance|speechNoun) {
		return -1
	}
	if claim := r.covering[from-2]; claim >= 0 && !r.governedBefore(r.mentions[claim].From, s) {
		return -1
	}
	return n
}

// governedBefore tells whether a verb or a preposition stands right before a masked token.
func (r *reading) governedBefore(m int32, s prose.Sentence) bool {
	if m--; m < s.From {
		return false
	}
	t := &r.toks[m]
	if c := r.cueAt[m]; c >= 0 {
		return r.cues[c].cue.Class != lexicon.ClassA
	}
	return t.is(preposition|to|by) || r.covering[m] < 0 && (t.ending == endsEd || t.ending == endsIng)
}

// claimOwner answers where the name ends that a noun phrase begins with, of "Quill's claim that"; 0 where it is none such.
func (r *reading) claimOwner(m, end int32, s prose.Sentence) int32 {
	if end >= s.To || !r.toks[end].is(that) || !r.toks[end-1].is(utterance) || !r.toks[m].has(prose.Capital) || r.toks[m].is(closedWords) {
		return 0
	}
	return r.possessiveIn(m, end)
}

// possessiveIn answers where the first "'s" stands in a noun phrase; 0 where none does.
func (r *reading) possessiveIn(m, end int32) int32 {
	for k := m + 1; k < end; k++ {
		if r.toks[k].kind == prose.Possessive {
			return k
		}
	}
	return 0
}
