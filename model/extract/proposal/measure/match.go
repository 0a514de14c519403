package measure

import (
	"regexp"
	"strings"
	"sync"
)

// A Mention is an actor as it was found.
type Mention struct {
	Words      string
	Start, End int
}

// A Found is a proposal as it was found. Offsets are bytes.
type Found struct {
	Start, End int
	Predicate  string
	Actors     []Mention
}

var patterns = sync.OnceValue(func() (p struct{ word, suffix, name *regexp.Regexp }) {
	p.word = regexp.MustCompile(`[\pL\pN_’'-]+`)
	p.suffix = regexp.MustCompile(`['’]s$`)
	p.name = regexp.MustCompile(`[A-Z][\pL\pN_’'-]+`)
	return p
})

var stop = strings.Fields("the a an of and to in at for mr mr. ms mrs dr president sen sen. rep gov who his her their its")

func words(s string) map[string]bool {
	set := map[string]bool{}
next:
	for _, w := range patterns().word.FindAllString(strings.ToLower(s), -1) {
		for _, x := range stop {
			if w == x {
				continue next
			}
		}
		set[patterns().suffix.ReplaceAllString(w, "")] = true
	}
	return set
}

func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// SameName tells whether two names may stand for one actor.
func SameName(p, g string) bool {
	a, b := words(p), words(g)
	if len(a) == 0 {
		a[strings.ToLower(p)] = true
	}
	if len(b) == 0 {
		b[strings.ToLower(g)] = true
	}
	if within(a, b) || within(b, a) {
		return true
	}
	x, y := patterns().name.FindAllString(p, -1), patterns().name.FindAllString(g, -1)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	clean := func(s string) string { return patterns().suffix.ReplaceAllString(strings.ToLower(s), "") }
	return clean(x[len(x)-1]) == clean(y[len(y)-1])
}

// SameActor tells whether a mention is the annotated actor; nil and nobody are the same.
func SameActor(p *Mention, c *Claim) bool {
	gold := strings.TrimSpace(c.Actor)
	words := ""
	if p != nil {
		words = strings.TrimSpace(p.Words)
	}
	if gold == "" || words == "" {
		return gold == "" && words == ""
	}
	if p.End > p.Start && c.ActorStart >= 0 && max(p.Start, c.ActorStart) < min(p.End, c.ActorEnd) {
		return true
	}
	return SameName(words, gold)
}

// AnyActor tells whether one of a proposal's actors is the annotated one.
func AnyActor(f *Found, c *Claim) bool {
	if len(f.Actors) == 0 {
		return SameActor(nil, c)
	}
	for i := range f.Actors {
		if SameActor(&f.Actors[i], c) {
			return true
		}
	}
	return false
}

// Overlap is the share of characters that two stretches have in common.
func Overlap(text string, a, b, c, d int) float64 {
	from, to := max(a, c), min(b, d)
	if from >= to {
		return 0
	}
	both := float64(Characters(text, from, to))
	return both / (float64(Characters(text, a, b)) + float64(Characters(text, c, d)) - both)
}
