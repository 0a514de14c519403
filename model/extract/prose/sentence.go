package prose

import (
	"slices"
	"strings"
	"sync"

	"parley/model/extract/lexicon"
)

// Sentences, on masked tokens: a quote is one word.
//
// Rules:
//   - A full stop, question or exclamation mark ends a sentence where a capital, a number, a quote or a bracket follows.
//   - A short form ends none, but for initialisms and "Inc." before a word that opens sentences: "in the U.S. The".
//   - A quote whose last character is a full stop ends one where a capital or a quote follows. After "?" and "!" it goes
//     on where a verb of speech stands within five words, or ends the sentence within twenty: “Why?” Ada Quill asked.
//   - A line that ends with a signature ends a sentence where the next opens with a quote: “We won.” — Ada Quill
//   - A sentence is cut at three hundred words.
//   - After "." it goes on only where nothing but a name and such a verb follows: “We won.” Ada Quill said.

var openers = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(64)
	lexicon.Entries("openers.txt", func(_, line string) {
		for each := range strings.FieldsSeq(line) {
			w.Put(lexicon.Hash(each), 1)
		}
	})
	return w
})

// longest is how many masked tokens a sentence may have, so that what looks at a whole sentence stays bounded.
const longest = 300

// mask fills Masked.
func (d *Doc) mask() {
	d.Masked = slices.Grow(d.Masked, len(d.Tokens))
	for i := range d.Paragraphs {
		b := &d.Paragraphs[i]
		b.FirstMasked = int32(len(d.Masked))
		for t := b.FirstToken; t < b.LastToken; t++ {
			token := &d.Tokens[t]
			switch {
			case token.Quote >= 0:
				q := &d.Quotes[token.Quote]
				q.Masked = int32(len(d.Masked))
				d.Masked = append(d.Masked, t)
				t = q.LastToken - 1
			case token.Kind != Mark:
				d.Masked = append(d.Masked, t)
			case token.Hash == '’':
				token.Kind = Other
				if t > b.FirstToken && !token.Is(Spaced) && d.Tokens[t-1].Kind == Word {
					token.Kind, token.Hash, token.Number = Possessive, apostropheS, lexicon.Number(apostropheS)
				}
				d.Masked = append(d.Masked, t)
			}
		}
		b.LastMasked = int32(len(d.Masked))
	}
}

// Quoted answers the quote that a masked token stands for, -1 where it stands for itself.
func (d *Doc) Quoted(masked int32) int32 { return d.Tokens[d.Masked[masked]].Quote }

func (d *Doc) sentences() {
	d.Sentences = slices.Grow(d.Sentences, len(d.Masked)/16+len(d.Paragraphs))
	for i := range d.Paragraphs {
		b := &d.Paragraphs[i]
		b.FirstSentence = int32(len(d.Sentences))
		from := b.FirstMasked
		for m := from; m < b.LastMasked; m++ {
			if !d.ends(m, b.LastMasked) && m-from < longest {
				continue
			}
			for m+1 < b.LastMasked && d.masked(m+1).Kind == Close {
				m++
			}
			d.sentence(from, m+1, int32(i))
			from = m + 1
		}
		if from < b.LastMasked {
			d.sentence(from, b.LastMasked, int32(i))
		}
		b.LastSentence = int32(len(d.Sentences))
	}
}

func (d *Doc) sentence(from, to, paragraph int32) {
	last := d.masked(to - 1)
	end := last.End
	if last.Quote >= 0 {
		end = d.Quotes[last.Quote].OuterEnd
	}
	d.Sentences = append(d.Sentences, Sentence{From: from, To: to, Start: d.masked(from).Start, End: end, Paragraph: paragraph})
}

// placeQuotes notes in which sentence each quote stands.
func (d *Doc) placeQuotes() {
	s := int32(0)
	for i := range d.Quotes {
		q := &d.Quotes[i]
		for d.Sentences[s].To <= q.Masked {
			s++
		}
		q.Sentence = s
	}
}

func (d *Doc) masked(m int32) *Token { return &d.Tokens[d.Masked[m]] }

// ends tells whether a sentence ends after a masked token.
func (d *Doc) ends(m, last int32) bool {
	t := d.masked(m)
	switch {
	case m+1 < last && d.masked(m+1).Is(LineStart) && d.masked(m+1).Quote >= 0 && d.signed(m):
		return true
	case t.Quote >= 0:
		return d.endsInQuote(m, last)
	case t.Kind == Stop:
		c := d.Text[t.Start]
		if c != '.' && c != '!' && c != '?' && d.Text[t.Start:t.End] != "…" {
			return true
		}
		return d.opens(m+1, last)
	case t.Is(Short):
		return t.Is(Ender) && m+1 < last && d.masked(m+1).Is(Capital) && openers().Has(d.masked(m+1).Hash)
	}
	return false
}

// signed tells whether a quote or a full stop, a dash and a name of up to six words end at a masked token.
func (d *Doc) signed(m int32) bool {
	for k := m; k > max(0, m-7); k-- {
		switch t := d.masked(k); {
		case t.Kind == Dash:
			return k < m && (d.masked(k-1).Quote >= 0 || d.masked(k-1).Kind == Stop)
		case t.Kind != Stop && (t.Kind != Word || t.Quote >= 0 || k == m && !t.Is(Capital)):
			return false
		}
	}
	return false
}

// opens tells whether a sentence may begin with a masked token, closing brackets before it left out.
func (d *Doc) opens(m, last int32) bool {
	for m < last && d.masked(m).Kind == Close {
		m++
	}
	if m >= last {
		return true
	}
	t := d.masked(m)
	return t.Is(Capital) || t.Quote >= 0 || t.Kind == Number && t.Is(Spaced) || t.Kind == Open || t.Kind == Dash
}

func (d *Doc) endsInQuote(m, last int32) bool {
	if m+1 >= last {
		return true
	}
	next := d.masked(m + 1)
	if !next.Is(Capital) && next.Quote < 0 {
		return false
	}
	switch d.Quotes[d.masked(m).Quote].LastRune {
	case '?', '!', '…':
		return !d.saidSoon(m+1, last, 5, false) && !d.saidSoon(m+1, last, 20, true)
	case '.':
		return !d.saidSoon(m+1, last, 4, true)
	}
	return false
}

// saidSoon tells whether a verb of speech stands within so many words, before any full stop; or, where it has to be the
// last word, right before it.
func (d *Doc) saidSoon(m, last, words int32, end bool) bool {
	for k := m; k < last && k < m+words; k++ {
		t := d.masked(k)
		switch {
		case t.Kind == Stop || t.Quote >= 0:
			return false
		case k > m && t.Kind == Word && !t.Is(Capital) && lexicon.Speech().At(t.Number, t.Hash) != 0:
			return !end || k+1 >= last || d.masked(k+1).Kind == Stop
		}
	}
	return false
}
