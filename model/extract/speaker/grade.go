package speaker

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Grades: how near the words are to a named mouth.
//
// Rules:
//   - narrator: a term.
//   - reported: a paper or a poll speaks; or a hedge stands in the sentence before the quote: "are said to", "is believed
//     to", "reportedly", "allegedly".
//   - unnamed: nobody is named, and what stands there does not lead to somebody who is: "a Western official", "officials",
//     "many", a pronoun that nothing goes back to. Spokesmen speak for somebody, on record. Anonymity that is asked for
//     makes a role unnamed whatever article it has.
//   - on record: everything else: names, organisations, states, and what goes back to them.

func (r *reading) grade(f *framed, a *Attribution) {
	if a.Kind == model.Term {
		a.Grade = model.Narrator
		return
	}
	if a.Speaker != nil && a.Speaker.foreign != 0 {
		a.Hedged = r.verdicts[f.quote].hedged
		a.Grade = r.gradeAbroad(a)
		return
	}
	a.Hedged = r.hedged(f)
	switch {
	case a.Speaker == nil:
		a.Grade = model.Unnamed
	case a.Hedged || a.Speaker.Sort == Speech:
		a.Grade = model.Reported
	default:
		a.Grade = r.gradeOf(a.Speaker, a.Full)
	}
}

// gradeOf answers on record or unnamed.
func (r *reading) gradeOf(m, full *Mention) model.Grade {
	if full != nil && full != m {
		m = full
	}
	switch {
	case m.Sort.Named():
		return model.OnRecord
	case m.Sort.Pronoun(), m.Sort == Alone, m.Sort == Bare, m.Sort == Definite && r.indefinite(m):
		return model.Unnamed
	case r.toks[m.To-1].is(institution):
		return model.OnRecord
	case m.Sort == Role || m.Sort == BareRole:
		if r.toks[m.To-1].is(spokesman) && !r.anonymous(m) {
			return model.OnRecord
		}
		return model.Unnamed
	}
	return model.OnRecord
}

// indefinite tells "an engineer": somebody whom nothing names.
func (r *reading) indefinite(m *Mention) bool {
	return r.toks[m.From].is(article) && r.toks[m.From].hash != hashThe && !r.toks[m.To-1].is(institution)
}

var anonymity = lexicon.Listed("anonymity anonymous anonymously unnamed unidentified")

// anonymous tells whether a mention's sentence says that it is not to be named.
func (r *reading) anonymous(m *Mention) bool {
	s := r.doc.Sentences[m.Sentence]
	for k := s.From; k < s.To; k++ {
		if anonymity().Has(r.toks[k].hash) || r.unwilling(k, s) {
			return true
		}
	}
	return false
}

var naming = lexicon.Listed("named identified quoted")

var hashAuthorised, hashAuthorized, hashNot = hash("authorised"), hash("authorized"), hash("not")

// unwilling tells "not to be named", "declined to be identified", "not authorised to speak".
func (r *reading) unwilling(k int32, s prose.Sentence) bool {
	t := &r.toks[k]
	switch {
	case k < s.From+3:
		return false
	case naming().Has(t.hash):
		return r.toks[k-1].is(be) && r.toks[k-2].is(to) && (r.toks[k-3].hash == hashNot || r.toks[k-3].cue.Class != lexicon.NoClass ||
			r.toks[k-3].ending == endsEd)
	}
	return (t.hash == hashAuthorised || t.hash == hashAuthorized) && r.toks[k-1].hash == hashNot && k+1 < s.To && r.toks[k+1].is(to)
}

var hedges = lexicon.Listed("reportedly allegedly supposedly purportedly rumoured rumored")

var hedging = lexicon.Listed("said believed thought reported understood known expected alleged rumoured rumored claimed")

// hedged tells "are said to" and "reportedly" before a quote in its sentence.
func (r *reading) hedged(f *framed) bool {
	s := r.doc.Sentences[f.sentence]
	for k := max(s.From, f.at-25); k < f.at; k++ {
		t := &r.toks[k]
		if t.kind == prose.Word && hedges().Has(t.hash) {
			return true
		}
		if t.kind == prose.Word && k > s.From && k+1 < s.To && r.toks[k+1].is(to) && hedging().Has(t.hash) && r.beBefore(k, s) {
			return true
		}
	}
	return false
}

// beBefore tells whether a form of "be" stands before a word, adverbs between.
func (r *reading) beBefore(k int32, s prose.Sentence) bool {
	for k--; k >= s.From; k-- {
		t := &r.toks[k]
		if t.is(be) {
			return true
		}
		if !t.is(adverb) && t.ending != endsLy {
			return false
		}
	}
	return false
}
