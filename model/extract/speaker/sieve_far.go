package speaker

import "parley/model/extract/prose"

// Verbs that stand farther away.
//
// Rules:
//   - any verb of speech before the quote in its sentence, with a subject; else any after it, not a participle.
//   - a quote alone in its sentence: the sentence before ends in ":": its last verb's subject, else its first mention that
//     can be a subject; else the subject of the last verb of speech in the sentence before.
//   - a verb that thinks or shows, before the quote.

func verbBefore(r *reading, f *framed) (n int32, found bool) {
	r.cuesBefore(f, func(c *cue) bool {
		if says(c) && c.subject >= 0 {
			n, found = c.subject, true
		}
		return !found
	})
	return n, found
}

func verbBehind(r *reading, f *framed) (n int32, found bool) {
	r.cuesBehind(f, func(c *cue) bool {
		if says(c) && c.subject >= 0 && !c.gerund() {
			n, found = c.subject, true
		}
		return !found
	})
	return n, found
}

func introduced(r *reading, f *framed) (int32, bool) {
	if f.frame != whole || f.sentence == 0 {
		return 0, false
	}
	s := r.doc.Sentences[f.sentence-1]
	if r.toks[s.To-1].kind != prose.Colon {
		return 0, false
	}
	return r.lastSubject(f.sentence-1, true)
}

func verbAbove(r *reading, f *framed) (int32, bool) {
	if f.frame != whole || f.sentence == 0 {
		return 0, false
	}
	if p := &r.doc.Paragraphs[f.paragraph]; f.sentence == p.FirstSentence {
		return 0, false
	}
	return r.lastSubject(f.sentence-1, true)
}

// lastSubject answers the subject of a sentence's last verb of speech, else the first mention that can be one.
func (r *reading) lastSubject(sentence int32, else_ bool) (int32, bool) {
	c := &r.sentences[sentence]
	for i := c.lastCue - 1; i >= c.firstCue; i-- {
		if k := &r.cues[i]; says(k) && k.subject >= 0 {
			return k.subject, true
		}
	}
	if else_ {
		return r.firstSubject(c.firstMention, c.lastMention)
	}
	return 0, false
}

func (r *reading) firstSubject(from, to int32) (int32, bool) {
	for n := from; n < to; n++ {
		if r.mentions[n].Subject {
			return n, true
		}
	}
	return 0, false
}

func weakVerb(r *reading, f *framed) (n int32, found bool) {
	r.cuesBefore(f, func(c *cue) bool {
		if c.subject >= 0 {
			n, found = c.subject, true
		}
		return !found
	})
	return n, found
}

func firstOfSentence(r *reading, f *framed) (int32, bool) {
	c := &r.sentences[f.sentence]
	return r.firstSubject(c.firstMention, c.lastMention)
}
