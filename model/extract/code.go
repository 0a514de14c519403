package extract

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"parley/model"
	"parley/model/text"
)

// Codes and hues: how an actor is known at a glance.
//
// Rules:
//   - Two letters, one actor: what was written, then ISO for states, then initials; where those are taken, the first letter
//     with each of the others, then with a digit or any letter. Whom nobody names is ??. In a library with more actors than
//     such codes some share one, the initials: their names tell them.
//   - The order in which codes are given is that of the IDs, so that the same library has the same codes.
//   - A party and its people share a hue. It comes from the party's name; two parties that somebody listed do not share
//     one as long as there are eight or fewer.

// unnamed is the code of those whom nobody names.
const unnamed = "??"

// hues is how many there are.
const hues = 8

// code gives every actor a code.
func code(actors []model.Actor) {
	order := make([]int, len(actors))
	for i := range order {
		order[i] = i
	}
	rank := func(a *model.Actor) int {
		switch {
		case a.Code != "" && a.Origin != model.Found:
			return 0
		case a.Code != "":
			return 1
		case a.Kind != model.Person:
			return 3
		case a.Origin != model.Found || strings.Contains(a.Name, " "):
			return 2
		}
		return 4
	}
	slices.SortFunc(order, func(x, y int) int {
		a, b := &actors[x], &actors[y]
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID))
	})
	used := map[string]bool{}
	for _, n := range order {
		a := &actors[n]
		if a.Code == unnamed {
			continue
		}
		all := codes(a)
		a.Code = all[0] // where all are taken, it is shared
		for _, c := range all {
			if !used[c] {
				used[c] = true
				a.Code = c
				break
			}
		}
	}
}

// codes answers the codes that would do for an actor, the best first.
func codes(a *model.Actor) []string {
	var letters, initials []rune
	start := true
	for _, r := range text.Fold(a.Name) {
		if !unicode.IsLetter(r) {
			start = true
			continue
		}
		r = unicode.ToUpper(r)
		letters = append(letters, r)
		if start {
			initials = append(initials, r)
		}
		start = false
	}
	var all []string
	if c := []rune(strings.ToUpper(a.Code)); len(c) == 2 {
		all = append(all, string(c))
	}
	if len(initials) > 1 {
		all = append(all, string([]rune{initials[0], initials[len(initials)-1]}), string(initials[:2]))
	}
	if len(letters) == 0 {
		return append(all, unnamed)
	}
	for _, r := range letters[1:] {
		all = append(all, string([]rune{letters[0], r}))
	}
	for r := '2'; r <= '9'; r++ {
		all = append(all, string([]rune{letters[0], r}))
	}
	for r := 'A'; r <= 'Z'; r++ {
		all = append(all, string([]rune{letters[0], r}))
	}
	return all
}

// colour gives every actor a hue.
func colour(actors []model.Actor) {
	var listed []string
	for i := range actors {
		if a := &actors[i]; a.Origin != model.Found && a.Party == "" && a.Kind != model.Person && a.Kind != model.Outlet {
			listed = append(listed, text.Fold(a.Name))
		}
	}
	slices.Sort(listed)
	given, used := map[string]int{}, 0
	for _, name := range slices.Compact(listed) {
		h := hue(name)
		for k := 0; k < hues && used&(1<<h) != 0 && used != 1<<hues-1; k++ {
			h = (h + 1) % hues
		}
		used |= 1 << h
		given[name] = h
	}
	for i := range actors {
		a := &actors[i]
		house := text.Fold(cmp.Or(a.Party, a.Name))
		h, ok := given[house]
		if !ok {
			h = hue(house)
		}
		a.Hue = h
	}
}

func hue(name string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // a hash never fails
	return int(h.Sum32() % hues)
}
