package speaker

import "parley/model"

// Whom "he", "she" and a verb without a subject stand for in another language, and how near the words are to a named mouth.
//
// Rules:
//   - The last one who spoke in the paragraph, at most two sentences before, whoever is known to be of the gender first; else the first in the nearest sentence of the
//     paragraph before it who is a person and no object.
//   - Never somebody of the other gender; where the gender of nobody is known, only if no other person stands in that sentence.

// pronounAbroad answers whom a pronoun stands for; itself where nobody does.
func (r *reading) pronounAbroad(n int32) int32 {
	m := &r.mentions[n]
	want := trait(0)
	switch {
	case m.foreign&woman != 0:
		want = ofWoman
	case m.foreign&man != 0:
		want = ofMan
	case m.foreign&people != 0:
		want = ofSeveral
	}
	if who := r.whoSpoke(m.Sentence, m.Start, want, n); who >= 0 {
		return who
	}
	return n
}

// whoSpoke answers who is meant where no name stands; -1.
func (r *reading) whoSpoke(sentence, at int32, want trait, self int32) int32 {
	paragraph, unsure := r.doc.Sentences[sentence].Paragraph, int32(-1)
	q := r.quoteBeforeByte(at)
	for k := q; k >= 0 && k > q-4; k-- {
		n := r.decided[k].mention
		if n < 0 || n == self || r.mentions[n].Start >= at {
			continue
		}
		o := &r.mentions[n]
		if r.doc.Sentences[o.Sentence].Paragraph != paragraph || sentence-o.Sentence > 2 {
			break
		}
		n = r.verdicts[k].whom
		o = &r.mentions[n]
		switch {
		case o.Sort.Pronoun() || !r.fitsAbroad(o, want):
		case want == 0 || want == ofSeveral || o.foreign&(woman|man) != 0:
			return n
		case unsure < 0:
			unsure = n
			continue
		}
		break
	}
	if unsure >= 0 {
		return unsure
	}
	for s := sentence; s >= 0 && s > sentence-4 && r.doc.Sentences[s].Paragraph == paragraph; s-- {
		if n, met := r.opensAbroad(s, at, want); met {
			return n
		}
	}
	return -1
}

// opensAbroad answers the first person of a sentence who may be meant; met where some person stands there.
func (r *reading) opensAbroad(s, at int32, want trait) (n int32, met bool) {
	x := r.spoken[s]
	if x == nil {
		return -1, true
	}
	n = -1
	for i := range x.groups {
		r.steps++
		g := &x.groups[i]
		m := &r.mentions[g.mention]
		if m.Start >= at {
			break
		}
		if m.Sort != FullName && m.Sort != RoleName && m.Sort != Role && m.Sort != BareRole && !(m.Sort == Name && m.foreign&(woman|man) != 0) {
			continue
		}
		fits := r.fitsAbroad(m, want)
		if !g.object && fits {
			return g.mention, true
		}
		if want == 0 || fits {
			return -1, true
		}
	}
	return n, false
}

// fitsAbroad tells whether a mention can be of a gender.
func (r *reading) fitsAbroad(m *Mention, want trait) bool {
	known := m.foreign & (woman | man)
	if m.Sort == TheName || m.Sort == Speech || m.Sort == Definite {
		return false
	}
	switch want {
	case ofWoman:
		return known != man && m.foreign&people == 0
	case ofMan:
		return known != woman && m.foreign&people == 0
	case ofSeveral:
		return m.foreign&people != 0
	}
	return true
}

// gradeAbroad answers the grade of a speaker in another language.
func (r *reading) gradeAbroad(a *Attribution) model.Grade {
	m := a.Speaker
	if a.Full != nil {
		m = a.Full
	}
	switch {
	case a.Hedged || m.Sort == Speech:
		return model.Reported
	case m.Sort.Named() || m.Sort == Role && m.foreign&onRecord != 0:
		return model.OnRecord
	}
	return model.Unnamed
}

// roleAbroad leads "le ministre" to the nearest name before it that bears the role: le ministre Ada Quill.
func (r *reading) roleAbroad(n int32) int32 {
	m := &r.mentions[n]
	if m.foreign&definite == 0 && !tongues()[r.tongue[r.doc.Sentences[m.Sentence].Paragraph]].slavic {
		return n
	}
	word := r.figures[m.key].word
	for k := n - 1; k >= 0 && k > n-60; k-- {
		o := &r.mentions[k]
		if m.Sentence-o.Sentence > lookBack {
			break
		}
		if o.foreign&abroad == 0 || !o.Sort.Named() || r.spoken[o.Sentence] == nil {
			continue
		}
		for i := range r.spoken[o.Sentence].groups {
			r.steps++
			x := r.spoken[o.Sentence]
			if g := &x.groups[i]; g.mention == k && g.head >= 0 && x.key(g.head) == word {
				return k
			}
		}
	}
	return n
}

// resolveAbroad answers the full mention that one in another language stands for; itself where there is none.
func (r *reading) resolveAbroad(n int32) int32 {
	switch m := &r.mentions[n]; {
	case m.Sort.Pronoun():
		return r.pronounAbroad(n)
	case m.Sort == Role:
		return r.roleAbroad(n)
	case m.Sort == Name:
		return r.fullName(n)
	}
	return n
}
