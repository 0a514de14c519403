package speaker

import (
	"strings"

	"parley/model/extract/prose"
)

// Groups of words round a noun, in another language.
//
// Rules:
//   - One opens at an article, a word for a person, a body or a paper, or a capital; small words belong to it where an article
//     opened it, or where such a word follows or stood there: "un haut responsable européen", "fuentes diplomáticas".
//   - What completes its noun belongs to it ("of", in German a genitive, in Slavic languages any noun), and then a name behind.
//   - A quote of few words with capitals is the name of a paper, a party or a firm behind a word for one: газета «Вестник».
//   - Of a sequence of capitals behind a completed noun, the name is what begins with a given name, else the last two.

// A nounGroup is such a group; indexes are of the words of its sentence.
type nounGroup struct {
	from, to         int
	nameFrom, nameTo int // equal: no name
	head             int // the word that says what it is, -1
	traits           trait
	opens            trait // the article, 0
	object           bool  // a preposition or an article stands there that no subject has
	completed        bool
	mention          int32 // -1
}

// grouper reads groups.
type grouper struct {
	r  *reading
	l  *tongue
	ws []heard
	n  nounGroup
	k  int
	// the capitals in a row that end at k
	run    int // where they begin, -1
	smalls int
	theirs bool // a person completes the noun: a name behind is theirs
}

// ends are words that no group goes beyond.
const ends = saysIt | judgesIt | itSays | helps | hedgesIt | thatWord | relates | turns | joins | adverbial | timeOf | thirdPerson |
	impersonalOne | trails | passiveForm

// groupAt reads the group that opens with a word.
func (r *reading) groupAt(l *tongue, ws []heard, at int) (nounGroup, bool) {
	g := grouper{r: r, l: l, ws: ws, k: at, run: -1}
	g.n = nounGroup{from: at, to: at, head: -1, mention: -1}
	w := &ws[at]
	if !w.word() {
		return g.n, false
	}
	switch {
	case w.front&(theArticle|anArticle) != 0:
		g.n.opens = w.front & (theArticle | anArticle)
		if w.is(anArticle) { // l'un des
			g.n.opens, g.k = anArticle, g.k+1
		}
	case w.is(theArticle|objectArticle|anArticle|owner) && !(w.capital && at > 0 && ws[at-1].word() && !l.nouns):
		g.n.opens = w.t & (theArticle | objectArticle | anArticle | owner)
		g.k++
	case w.is(headNoun) || w.capital && !w.is(ends|before_|timeOf):
	case !w.is(ends|before_) && g.headAhead():
	default:
		return g.n, false
	}
	g.n.object = g.n.opens&objectArticle != 0 && g.n.opens&(theArticle|anArticle) == 0
	if at > 0 {
		g.n.object = g.n.object || ws[at-1].is(before_) || w.front&ofWord != 0
	}
	for g.k < len(ws) && g.take() {
		g.k++
	}
	g.n.to = g.k
	g.name()
	return g.n, g.k > at && (g.n.head >= 0 || g.n.nameTo > g.n.nameFrom || g.n.opens != 0 && g.k > at+1)
}

// headAhead tells whether a small word goes on to a noun of the tables, two words at most.
func (g *grouper) headAhead() bool {
	for k := g.k + 1; k < len(g.ws) && k <= g.k+2; k++ {
		w := &g.ws[k]
		switch {
		case !w.word() || w.is(ends|before_) || w.front != 0:
			return false
		case w.is(headNoun):
			return true
		}
	}
	return false
}

// take reads one more word.
func (g *grouper) take() bool {
	w := &g.ws[g.k]
	first := g.k == g.n.from || g.k == g.n.from+1 && g.n.opens != 0 && g.ws[g.n.from].front == 0
	if w.quote >= 0 {
		return g.takeQuoted(w)
	}
	switch {
	case !w.word():
		return false
	case g.k > g.n.from && w.front&(ofWord|theArticle) != 0:
		if w.front&ofWord == 0 && !g.ws[g.k-1].is(ofWord) || g.n.head < 0 && g.run < 0 && g.smalls == 0 {
			return false
		}
		g.n.completed = true
	case (!first || g.n.opens&anArticle != 0 && w.is(ofWord)) && g.opensMore(w):
		return true
	case w.is(ends) && !(first && g.n.opens != 0 && w.is(headNoun|saysIt)) && !w.capital, w.is(timeOf):
		return false
	case w.is(ends) && w.capital && !first && !g.l.nouns && !w.is(headNoun):
		return false
	}
	switch {
	case w.is(headNoun) && (!w.capital || g.l.nouns || first):
		return g.takeHead(w)
	case w.is(anybody) && w.capital && !g.l.slavic && !g.ws[g.k-1].is(ofWord|theArticle) && g.run < 0 && w.t&(ofMan|ofWoman) != 0 && !g.ws[g.k-1].capital:
		return false // the deputies, Mme Quill
	case w.capital:
		g.n.completed = g.n.completed || g.l.slavic && g.n.head >= 0 && w.is(headNoun)
		if g.run < 0 || !g.ws[g.k-1].capital && !g.ws[g.k-1].is(ofWord) {
			g.run = g.k
		}
		return true
	}
	return g.takeSmall(w, first)
}

// takeHead reads a word that says what the group is.
func (g *grouper) takeHead(w *heard) bool {
	switch {
	case g.n.head < 0 || g.l.nouns && g.run >= 0 && !g.n.completed:
		if g.l.slavic && g.run >= 0 && !(g.run == g.n.from && g.k == g.run+1 && w.is(body)) {
			return false // but the White House
		}
		g.n.head, g.n.traits, g.run = g.k, w.t, -1
		return true
	case g.l.slavic && !w.capital && g.run >= 0 && !w.upper:
		return false
	}
	if !g.n.completed && g.k == g.n.head+1 {
		g.n.completed = g.l.slavic // of the ministry
		if !g.l.slavic {
			g.n.traits |= w.t & (ofWoman | ofMan)
		}
	}
	g.theirs = g.theirs || g.n.completed && !g.l.slavic && w.is(anybody|speaksFor)
	g.run = -1
	if w.capital && !g.l.nouns {
		g.run = g.k
	}
	return true
}

// takeSmall reads any other small word.
func (g *grouper) takeSmall(w *heard, first bool) bool {
	if w.is(before_ | anArticle | objectArticle | theArticle | owner) {
		return false
	}
	switch {
	case g.run >= 0 && !(g.n.completed && !g.l.nouns):
		return false
	case g.l.nouns && g.n.head >= 0, g.l.slavic && g.n.head >= 0 && toSeveral(g.text(g.k)):
		return false
	case g.n.opens == 0 && g.n.head < 0 && !g.headAhead():
		return false
	case g.n.opens == 0 && g.n.head < 0 && !first && g.smalls > 1:
		return false
	}
	if g.smalls++; g.smalls > 5 {
		return false
	}
	g.run = -1
	return true
}

// opensMore reads the word that opens what completes a noun, or that joins the parts of a name.
func (g *grouper) opensMore(w *heard) bool {
	genitive := g.l.nouns && w.is(theArticle|objectArticle|anArticle) && w.is(ofWord)
	inside := w.is(insideWord) && g.n.traits&(anybody|nobodyIn|speaksFor|body) != 0 && g.l.slavic
	if !w.is(ofWord) && !genitive && !inside {
		return false
	}
	k := g.k + 1
	for k < len(g.ws) && k < g.k+3 && g.ws[k].word() && g.ws[k].is(theArticle|objectArticle) && !g.ws[k].capital {
		k++
	}
	if k >= len(g.ws) || !g.ws[k].word() || g.ws[k].is(ends) || g.ws[k].is(before_) && !g.ws[k].capital {
		return false
	}
	next := &g.ws[k]
	switch {
	case g.run >= 0 && next.capital && !g.n.completed && (g.n.head < g.run && !g.l.slavic && !genitive):
		g.k = k - 1 // of a name: de la Cruz, von der Leyen
		return true
	case g.n.head < 0 && g.smalls == 0 && g.run < 0 && g.n.opens&anArticle == 0, g.run >= 0 && g.n.head >= 0 && !g.n.completed && !genitive && !inside:
		return false
	case inside && !next.capital && !next.is(headNoun) && g.n.traits&nobodyIn == 0:
		return false
	}
	g.n.completed, g.run = true, -1
	g.k = k - 1
	return true
}

// takeQuoted reads the name of a paper or a firm between marks, with which the group ends.
func (g *grouper) takeQuoted(w *heard) bool {
	if !g.l.slavic || g.n.traits&body == 0 || g.k == g.n.from || g.ws[g.k-1].kind != prose.Word || !g.r.titledName(w.quote) {
		return false
	}
	g.k++
	return false
}

// titledName tells a quote of few words that may be the name of something: it begins with a capital and ends with no sign.
func (r *reading) titledName(quote int32) bool {
	q := &r.doc.Quotes[quote]
	if q.Unclosed || q.InnerLast-q.InnerFirst > 4 || q.InnerLast == q.InnerFirst {
		return false
	}
	for k := q.InnerFirst; k < q.InnerLast; k++ {
		if t := &r.doc.Tokens[k]; t.Kind != prose.Word && t.Kind != prose.Number {
			return false
		}
	}
	return r.doc.Tokens[q.InnerFirst].Is(prose.Capital)
}

// name finds the name among the words of a group.
func (g *grouper) name() {
	if g.run < 0 || g.k <= g.run || g.theirs || g.n.traits&(body|writing) != 0 && g.n.traits&(anybody|speaksFor) == 0 {
		return
	}
	from, to := g.run, g.k
	for k := from; k < to; k++ {
		if g.ws[k].is(headNoun) && (g.l.nouns || g.ws[k].upper) && k > g.n.head && k+1 < to {
			from = k + 1
		}
	}
	if g.n.head >= 0 && (g.n.completed || g.l.slavic) {
		from = g.nameBehind(from, to)
	}
	g.n.nameFrom, g.n.nameTo = from, to
}

// nameBehind answers where the name begins behind a noun that something completes; to where there is none.
func (g *grouper) nameBehind(from, to int) int {
	for k := from; k < to; k++ {
		if genders().Of(g.ws[k].hash) != 0 && (k > from || !g.complement(from)) && k+1 < to {
			return k
		}
	}
	n := to - from
	switch {
	case g.complement(from) && n < 3, n == 1 && !g.surname(from):
		return to
	case g.l.slavic && n == 2 && (g.ws[from].upper || g.inCase(from)):
		if g.surname(to - 1) {
			return to - 1
		}
		return to
	case n == 3 && g.l.slavic && g.patronymic(to-2):
		return from
	case n >= 3:
		return to - 2
	}
	return from
}

// complement tells whether a word that completes a noun stands right before.
func (g *grouper) complement(k int) bool {
	return k > g.n.from && (g.ws[k-1].is(ofWord|theArticle|objectArticle|insideWord) && g.n.completed || g.ws[k].front&(ofWord|theArticle) != 0)
}

func (g *grouper) text(k int) string { return strings.ToLower(g.r.doc.Text[g.ws[k].start:g.ws[k].end]) }

// surname tells, in Slavic languages, a word that may be one and no genitive of a land.
func (g *grouper) surname(k int) bool {
	if !g.l.slavic {
		return true
	}
	word := g.text(k)
	for _, end := range [...]string{"ова", "ева", "ёва", "єва", "ина", "ына", "іна", "їна", "ская", "ська", "цька", "ого", "ский", "ський", "ко"} {
		if strings.HasSuffix(word, end) {
			return word != "украина" && word != "україна"
		}
	}
	return !g.ws[k].upper && withoutCase(word) == word
}

// toSeveral tells the ending of those to whom something is said, in Slavic languages.
func toSeveral(word string) bool {
	return strings.HasSuffix(word, "ам") || strings.HasSuffix(word, "ям")
}

// inCase tells the ending of an adjective in the genitive.
func (g *grouper) inCase(k int) bool {
	word := g.text(k)
	for _, end := range [...]string{"ых", "их", "ого", "ої", "ой", "ей"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func (g *grouper) patronymic(k int) bool {
	word := g.text(k)
	for _, end := range [...]string{"вич", "вна", "вича", "вны", "вни"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
