package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Terms: titles, names and scare quotes, which nobody says here.
//
// Rules:
//   - single marks in the title: a first paragraph of one sentence, in a text that quotes in double marks below. Headlines
//     shorten; what they quote stands below in full. No weighing changes that.
//   - nickname: inside a name, three capitalised words at most.
//   - title: every longer word begins with a capital, under eight words, no full stop, comma, ? or ! at the end.
//   - so-called: right after that word; whoever tells of it calls it so. No weighing changes that.
//   - named: right after "dubbed", "titled", "named", "known as".
//   - short: under six words, inside a sentence or first in it, and no verb of speech within three words; or under four words
//     where the sentence has no such verb with a subject.

// termNickname: inside a name: Ada “The Reed” Quill. No weighing changes that.
func termNickname(r *reading, f *framed) (int32, bool) {
	return nobodySaid, r.covering[f.at] >= 0
}

func termHeadline(r *reading, f *framed) (int32, bool) {
	return nobodySaid, f.headline
}

// headlines tells of each quote whether it stands in single marks in the title.
func (r *reading) headlines() {
	d := r.doc
	if len(d.Paragraphs) < 2 {
		return
	}
	title := &d.Paragraphs[0]
	double := false
	for i := int(title.LastQuote); i < len(d.Quotes) && !double; i++ {
		double = !d.Quotes[i].Single
	}
	if !double || title.LastSentence-title.FirstSentence != 1 {
		return
	}
	for i := title.FirstQuote; i < title.LastQuote; i++ {
		r.quotes[i].headline = d.Quotes[i].Single
	}
}

func termTitle(_ *reading, f *framed) (int32, bool) {
	return nobodySaid, f.titled && f.words < 8 && !sentenceEnd(f.end)
}

func sentenceEnd(r rune) bool { return strings.ContainsRune(".!?,…", r) && r != 0 }

// namingWords stand before names.
var namingWords = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(32)
	for _, each := range []string{"dubbed", "titled", "entitled", "named", "nicknamed", "termed", "labelled", "labeled", "branded"} {
		w.Put(lexicon.Hash(each), 1)
	}
	return w
})

var hashSoCalled = lexicon.Hash("so-called")

func termSoCalled(r *reading, f *framed) (int32, bool) {
	return nobodySaid, f.at > r.doc.Sentences[f.sentence].From && f.words <= 7 && r.toks[f.at-1].hash == hashSoCalled
}

func termNamed(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	if f.at == s.From || f.words > 7 {
		return 0, false
	}
	return nobodySaid, namingWords().Has(r.toks[f.at-1].hash)
}

func termShort(r *reading, f *framed) (int32, bool) {
	switch f.frame {
	case middle, trailing, leading:
	default:
		return 0, false
	}
	if f.words < 6 && !f.full && !r.saidNear(f, 3) && !sentenceEnd(f.end) {
		s := r.doc.Sentences[f.sentence]
		if f.at > s.From && r.toks[f.at-1].kind == prose.Word || f.frame == leading {
			return nobodySaid, !r.governed(f)
		}
	}
	return nobodySaid, f.words < 4 && f.frame != leading && !r.governed(f)
}

// saidNear tells whether a verb of speech stands within so many words of a quote.
func (r *reading) saidNear(f *framed, words int32) bool {
	near := false
	r.cuesBefore(f, func(c *cue) bool { near = near || judges(c) && f.at-c.at <= words; return !near })
	r.cuesBehind(f, func(c *cue) bool { near = near || says(c) && c.at-f.at <= words; return !near })
	return near
}

// governed tells whether the sentence has a verb of speech with a subject.
func (r *reading) governed(f *framed) bool {
	found := false
	r.cuesBefore(f, func(c *cue) bool { found = found || judges(c) && c.subject >= 0; return !found })
	r.cuesBehind(f, func(c *cue) bool { found = found || says(c) && c.subject >= 0; return !found })
	return found
}
