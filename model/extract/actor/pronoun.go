package actor

import (
	"slices"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Pronouns: "he" and "she" stand for the person named last who fits, where that is clear.
//
// Rules:
//   - Who acts goes before who is only named; each sentence back counts against both; two paragraphs back is too far.
//   - A gender that is known must fit. Where two who fit are as likely, the pronoun stays open.
//   - "I" outside marks stands for somebody only in a statement that is given whole: after a paragraph "Ada Quill said:".

var (
	pronouns = func() *lexicon.Words {
		w := lexicon.NewWords(16)
		for word, value := range map[string]trait{"he": male, "him": male, "his": male, "she": female, "her": female, "hers": female,
			"i": given, "my": given, "me": given, "myself": given, "himself": male, "herself": female} {
			w.Put(lexicon.Hash(word), uint32(value))
		}
		return w
	}()
	possessives = func() *lexicon.Words {
		w := lexicon.NewWords(8)
		for _, word := range []string{"his", "her", "my"} {
			w.Put(lexicon.Hash(word), 1)
		}
		return w
	}()
)

// A named is a person where a name stands.
type named struct {
	at    int32 // token
	actor int32
	acts  bool
}

// pronouns answers a raw for every pronoun that stands for somebody.
func (a *assembly) standIns() {
	var last []named
	var found []raw
	next, voice := 0, int32(-1)
	for p := range a.d.Paragraphs {
		b := &a.d.Paragraphs[p]
		for i := b.FirstToken; i < b.LastToken; i++ {
			for next < len(a.raws) && a.raws[next].from <= i {
				if r := &a.raws[next]; r.actor >= 0 && a.actors[r.actor].Kind == model.Person && !r.place {
					last = append(last, named{r.from, r.actor, r.acts})
				}
				next++
			}
			t := &a.d.Tokens[i]
			if t.Kind != prose.Word || t.Quote >= 0 || t.End-t.Start > 7 {
				continue
			}
			g := trait(pronouns.Of(t.Hash))
			if g == 0 || g == given && t.Is(prose.Short) {
				continue
			}
			n := voice
			if g != given {
				n = a.refers(last, i, p, g)
			}
			if n >= 0 {
				owned := possessives.Has(t.Hash) && !a.speaks(i+1)
				found = append(found, raw{from: i, to: i + 1, sort: pronoun, party: -1, actor: n, modifier: owned})
				last = append(last, named{i, n, a.speaks(i + 1)})
				if g != given {
					a.actors[n].gender |= g
				}
			}
		}
		if b.LastToken > b.FirstToken && a.d.Tokens[b.LastToken-1].Kind == prose.Colon {
			for k := len(last) - 1; k >= 0 && last[k].at >= b.FirstToken; k-- {
				voice = last[k].actor
				if last[k].acts {
					break
				}
			}
		}
	}
	a.raws = append(a.raws, found...)
	slices.SortStableFunc(a.raws, func(x, y raw) int { return int(x.from - y.from) })
}

// refers answers whom a pronoun stands for, -1 where that is open.
func (a *assembly) refers(last []named, at int32, paragraph int, g trait) int32 {
	best, second, who := -100, -100, int32(-1)
	oldest := a.d.Paragraphs[max(0, paragraph-2)].FirstToken
	stops, k := 0, at
	for n := len(last) - 1; n >= 0 && n >= len(last)-12; n-- {
		c := &last[n]
		if c.at < oldest {
			break
		}
		for ; k > c.at; k-- {
			if a.d.Tokens[k].Kind == prose.Stop {
				stops++
			}
		}
		x := &a.actors[c.actor]
		if x.gender != 0 && x.gender&g == 0 {
			continue
		}
		score := -2 * stops
		if c.acts {
			score += 3
		}
		if x.gender&g != 0 {
			score++
		}
		switch {
		case c.actor == who:
			best = max(best, score)
		case score > best:
			best, second, who = score, best, c.actor
		case score > second:
			second = score
		}
	}
	if best == second {
		return -1
	}
	return who
}
