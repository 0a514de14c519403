package actor

import (
	"math"
	"slices"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Pronouns: "he" and "she" stand for the person who fits best of those named shortly before, where that is clear.
//
// Rules:
//   - Whoever spoke last, at most a paragraph ago, is the likeliest, less with each sentence; then who is the subject of a
//     clause, who acts, whose gender is known to fit, who opens a sentence, whom the text is about.
//   - By whose account the sentence is, "According to Quill's deputy, Bo Oke, …", goes before all of these.
//   - Nobody inside quotation marks, nobody of another gender, nobody two paragraphs back. A name whose gender nothing tells
//     is nobody's "she" where a woman is named as near.
//   - Where what is somebody else's opens the paragraph, whoever spoke in the one before is not clearly meant.
//   - Two who are joined by "and" fit as well as each other, in whatever order.
//   - Where two of one sentence fit as well, and where nobody fits well and nothing tells a gender, the pronoun stays open.
//   - Whom another fits nearly as well is led to, and noted as close: the speaker is doubtful then.
//   - "I" outside marks stands for somebody only in a statement that is given whole: after a paragraph "Ada Quill said:".

var (
	pronouns = sync.OnceValue(func() *lexicon.Words {
		w := lexicon.NewWords(16)
		for word, value := range map[string]trait{"he": male, "him": male, "his": male, "she": female, "her": female, "hers": female,
			"i": given, "my": given, "me": given, "myself": given, "himself": male, "herself": female} {
			w.Put(lexicon.Hash(word), uint32(value))
		}
		return w.Numbered()
	})
	possessives = func() *lexicon.Words {
		w := lexicon.NewWords(8)
		for _, word := range []string{"his", "her", "my"} {
			w.Put(lexicon.Hash(word), 1)
		}
		return w
	}()
)

// Open tells whether a pronoun could be led to two people as well, or belongs to somebody without a name: it stays open.
func (c *Cast) Open(start int32) bool {
	_, open := slices.BinarySearch(c.open, start)
	return open
}

// Close tells whether a pronoun that was led to somebody could about as well be somebody else's.
func (c *Cast) Close(start int32) bool {
	_, found := slices.BinarySearch(c.close, start)
	return found
}

// A Speech is what somebody says, for the pronouns that follow.
type Speech struct {
	At    int32 // where the words begin, in bytes of Doc.Text
	Who   int32 // where their speaker stands
	Actor int32 // -1: a pronoun stands there
}

// A follower follows who is meant through a text.
type follower struct {
	*Cast
	s        *scan
	last     []named
	next     int   // of Mentions
	sentence int32 // of the words that are read
	count    []int32
	speeches []Speech
	spoken   int // speeches that began before the words that are read
	voice    int32
	things   []thing
	author   int32 // who writes "I", -1: nobody does
	authors  int32 // and "we"
	sightsIn int32 // the sentence that sightings were last noted in
	sightTo  int32 // where the last one ended, a token
}

// Pronouns notes a mention for every pronoun that stands for somebody. Speeches are in the order of the text.
func (c *Cast) Pronouns(speeches []Speech) {
	f := &c.follower
	*f = follower{Cast: c, s: c.assembly.scan, last: f.last[:0], things: f.things[:0], count: slices.Grow(f.count[:0], len(c.Actors))[:len(c.Actors)],
		speeches: speeches, voice: -1, sightsIn: -1, author: -1, authors: -1}
	clear(f.count)
	f.learn()
	f.last = slices.Grow(f.last, len(c.Mentions))
	d, upcoming := f.s.d, f.upcoming()
	for p := range d.Paragraphs {
		b := &d.Paragraphs[p]
		f.s.end, f.s.paragraph = b.LastToken, p
		for n := b.FirstSentence; n < b.LastSentence; n++ {
			from, to := d.SentenceTokens(int(n))
			f.sentence = n
			for i := from; i < to; i++ {
				if upcoming <= d.Tokens[i].Start {
					f.sight(i)
					upcoming = f.upcoming()
				}
				if f.s.traits[i]&(folk|head|standsFor) == 0 || d.Tokens[i].Quote >= 0 {
					continue
				}
				f.strange(i)
				if f.s.traits[i]&standsFor != 0 {
					f.word(i, p)
					f.thing(i)
				}
			}
		}
		f.statement(b)
	}
	c.Settle()
}

// upcoming answers where the next mention begins, beyond every text where none does.
func (f *follower) upcoming() int32 {
	if f.next < len(f.Mentions) {
		return f.Mentions[f.next].Start
	}
	return math.MaxInt32
}

// word resolves a pronoun.
func (f *follower) word(i int32, paragraph int) {
	t := &f.s.d.Tokens[i]
	if t.End-t.Start > 7 {
		return
	}
	g := trait(pronouns().At(t.Number, t.Hash))
	if g == 0 || g == given && t.Is(prose.Short) {
		return
	}
	owned := possessives.Has(t.Hash) && !f.s.speaks(i+1)
	n := f.voice
	switch {
	case g != given:
		n = f.refers(i, paragraph, g)
	case n < 0 && f.writes(i):
		n = f.writer(false)
	}
	if n < 0 {
		return
	}
	f.added = append(f.added, Mention{Start: t.Start, End: t.End, Actor: n, Modifier: owned, Role: true})
	if f.Actors[n].Unnamed && f.Actors[n].gender&(male|female) == 0 {
		f.Actors[n].gender |= g & (male | female) // a voter who was "she" is no "he"
	}
	if n == f.author {
		return // nobody's he or she
	}
	x := f.another(i, n)
	x.subject, x.owner, x.pronoun, x.acts = !owned && f.s.subject(i, i+1), owned, true, f.s.speaks(i+1)
	for k := f.spoken - 3; k < len(f.speeches) && k < f.spoken+3; k++ {
		if k >= 0 && f.speeches[k].Who == t.Start {
			f.speeches[k].Actor = n
		}
	}
}

// statement takes the speaker of a paragraph that ends in a colon for the "I" of those below it.
func (f *follower) statement(b *prose.Bounds) {
	if b.LastToken == b.FirstToken || f.s.d.Tokens[b.LastToken-1].Kind != prose.Colon {
		return
	}
	for k := len(f.last) - 1; k >= 0 && f.last[k].at >= b.FirstToken; k-- {
		f.voice = f.last[k].actor
		if f.last[k].acts {
			break
		}
	}
}

// refers answers whom a pronoun stands for, -1 where that is open.
func (f *follower) refers(at int32, paragraph int, g trait) int32 {
	d := f.s.d
	oldest := d.Paragraphs[max(0, paragraph-2)].FirstToken
	b := likeliest{who: -1, where: -1}
	spoke, far := f.spokeLast(at, paragraph)
	if spoke >= 0 && !f.fits(&named{actor: spoke}, g) {
		spoke = -1
	}
	early, headed := false, false // somebody else, or what is theirs, is what this paragraph is about
	for n := len(f.last) - 1; n >= 0 && n >= len(f.last)-24; n-- {
		c := &f.last[n]
		if c.at < oldest {
			break
		}
		if c.at == at {
			continue // "his" of "his spokesman" is not the spokesman
		}
		if f.fits(c, g) {
			b.take(c.actor, f.points(c, g, paragraph), c.sentence)
			here := c.actor != spoke && int(d.Sentences[c.sentence].Paragraph) == paragraph
			early, headed = early || here && c.opens && !c.owner, headed || here && c.heads
		}
	}
	if spoke >= 0 {
		p := 14 + f.known(f.genderOf(&named{actor: spoke}), g) - 2*far
		if early && far > 0 {
			p -= 6
		}
		b.take(spoke, p, f.sentence-int32(far))
		b.tie = b.tie || headed && b.who == spoke && int(d.Sentences[f.sentence-int32(far)].Paragraph) != paragraph
	}
	if b.tie || b.who == stranger || b.who >= 0 && b.rivals && f.vague(b.who) && int(d.Sentences[b.where].Paragraph) != paragraph {
		f.open = append(f.open, d.Tokens[at].Start)
		return -1
	}
	if b.who >= 0 && (b.best < 3 || b.best < 7 && f.Actors[b.who].gender&(male|female) == 0) {
		return -1
	}
	if b.who >= 0 && b.rivals && b.best-b.second < margin {
		f.close = append(f.close, d.Tokens[at].Start)
	}
	f.lead(at, b.who, b.where, spoke == b.who, b.rivals)
	return b.who
}

// likeliest is who fits best, while those who could are gone through.
type likeliest struct {
	who          int32 // -1: nobody so far
	where        int32 // the sentence that names them last
	best, second int   // points, theirs and those of whoever fits next
	tie, rivals  bool
}

func (b *likeliest) take(actor int32, score int, sentence int32) {
	b.rivals = b.rivals || b.who >= 0 && actor != b.who
	switch {
	case actor == b.who && score >= b.best:
		b.best, b.where, b.tie = score, max(b.where, sentence), b.tie && score == b.best
	case actor == b.who:
	case score > b.best:
		b.second, b.best, b.who, b.where, b.tie = b.best, score, actor, sentence, false
	default:
		b.second = max(b.second, score)
		b.tie = b.tie || score == b.best && sentence == b.where
	}
}

// margin is by how many points a person has to fit better than anybody else to be clearly meant.
const margin = 3

// points answers how well a person named before goes with a pronoun.
func (f *follower) points(c *named, g trait, paragraph int) int {
	p := 4 - 2*int(f.sentence-c.sentence)
	if have := f.genderOf(c); c.actor != stranger || have != 0 {
		p += f.known(have, g)
	}
	switch {
	case c.asks:
		return 0
	case c.subject, c.asked:
		p += 6
	}
	if c.acts {
		p += 2
	}
	if c.opens {
		p += 2
	}
	if c.owner {
		p -= 2
	}
	if f.source(c) {
		p += 14
	}
	if c.actor != stranger && f.count[c.actor] > 4 {
		p++
	}
	return p - 3*(paragraph-int(f.s.d.Sentences[c.sentence].Paragraph))
}

// genderOf answers the gender of somebody, 0 where nothing tells it.
func (f *follower) genderOf(c *named) trait {
	if c.actor == stranger {
		return c.gender
	}
	return f.Actors[c.actor].gender & (male | female)
}

// known answers what a gender that fits adds.
func (f *follower) known(have, g trait) int {
	switch {
	case have == g:
		return 4
	case have == 0 && g == female:
		return -2
	}
	return 0
}

func (f *follower) fits(c *named, g trait) bool {
	have := f.genderOf(c)
	return have == 0 || have&g != 0
}

// spokeLast answers who spoke last before a pronoun, at most a paragraph ago, and how many sentences ago.
func (f *follower) spokeLast(at int32, paragraph int) (actor int32, far int) {
	d := f.s.d
	start := d.Tokens[at].Start
	for f.spoken < len(f.speeches) && f.speeches[f.spoken].At < start {
		f.spoken++
	}
	for k := f.spoken - 1; k >= 0 && k > f.spoken-4; k-- {
		s := &f.speeches[k]
		if s.Who >= start || s.Actor < 0 {
			continue
		}
		p := d.ParagraphAt(int(s.Who))
		if paragraph-p > 1 || f.Actors[s.Actor].Kind != model.Person {
			return -1, 0
		}
		n, past := d.Paragraphs[p].FirstSentence, f.sentence+1
		for past-n > 1 {
			middle := (n + past) / 2
			if d.Sentences[middle].Start <= s.Who {
				n = middle
			} else {
				past = middle
			}
		}
		return s.Actor, int(f.sentence - n)
	}
	return -1, 0
}

// told answers the genders of the pronouns among some tokens.
func (f *follower) told(from, to int32) (seen trait) {
	for i, tr := range f.s.traits[from:to] {
		if tr&standsFor == 0 {
			continue
		}
		if t := &f.s.d.Tokens[from+int32(i)]; t.Quote < 0 && t.End-t.Start <= 7 {
			seen |= trait(pronouns().At(t.Number, t.Hash)) & (male | female)
		}
	}
	return seen
}

// learn takes the gender of a person from sentences that name nobody else and hold pronouns of one gender.
func (f *follower) learn() {
	d, next := f.s.d, 0
	tallies := make([][2]int32, len(f.Actors))
	for n := range d.Sentences {
		from, to := d.SentenceTokens(n)
		last, at := d.Tokens[to-1].Start, from
		who, first, several := int32(-1), to, false
		for ; next < len(f.Mentions) && f.Mentions[next].Start <= last; next++ {
			m := &f.Mentions[next]
			if several || f.Actors[m.Actor].Kind != model.Person {
				continue
			}
			for d.Tokens[at].Start < m.Start {
				at++
			}
			if d.Tokens[at].Quote < 0 {
				several = who >= 0 && who != m.Actor
				who, first = m.Actor, min(first, at)
			}
		}
		if who < 0 || several {
			continue
		}
		switch f.told(first, to) {
		case male:
			tallies[who][0]++
		case female:
			tallies[who][1]++
		}
	}
	for i := range f.Actors {
		if a := &f.Actors[i]; a.Kind == model.Person && a.gender&(male|female) == 0 {
			switch m, w := tallies[i][0], tallies[i][1]; {
			case m > 2*w:
				a.gender |= male
			case w > 2*m:
				a.gender |= female
			}
		}
	}
}
