package actor

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Descriptions of somebody named before: "the Veld senator" for "Sen. Ada Quill of Veld", "the 60-year-old envoy".
//
// Rules:
//   - The last word is the person's office, in full or as the short title of it, and only one person of the text fits.
//   - Every word between "the" and the office stands right before the person's full name, or behind it between commas or after
//     "of"; an age or a term need not.
//   - Otherwise nobody: a wrong mouth is worse than none.

// nearName is how many words from a full name what is said of somebody may stand.
const nearName = 8

// mostBearers is how many people of one office are weighed; where there are more, nobody is.
const mostBearers = 8

// shortTitles lead from titles to the offices they stand for.
var shortTitles = func() map[uint64]uint64 {
	all := map[uint64]uint64{}
	for short, full := range map[string]string{"sen.": "senator", "sen": "senator", "gov.": "governor", "gov": "governor",
		"rep.": "representative", "gen.": "general", "col.": "colonel", "amb.": "ambassador", "prof.": "professor"} {
		all[lexicon.Hash(short)] = lexicon.Hash(full)
	}
	return all
}()

// bearer answers the person whom "the … senator" describes; -1: nobody for sure.
func (a *assembly) bearer(det, i int32) int32 {
	if i-det < 2 || a.d.Tokens[det].Hash != hashThe {
		return -1
	}
	if a.bearers == nil {
		a.introduced()
	}
	all := a.bearers[a.d.Tokens[i].Hash]
	if len(all) > mostBearers {
		return -1
	}
	who := int32(-1)
	for _, k := range all {
		r := &a.raws[k]
		if r.from >= det || !a.describedSo(r, det+1, i) {
			continue
		}
		if who >= 0 && who != r.actor {
			return -1
		}
		who = r.actor
	}
	return who
}

// introduced notes by their offices where people are named in full.
func (a *assembly) introduced() {
	a.bearers = map[uint64][]int32{}
	for k := range a.raws {
		r := &a.raws[k]
		if r.actor < 0 || r.sort != person || r.to-r.from < 2 || a.actors[r.actor].Kind != model.Person {
			continue
		}
		role := a.actors[r.actor].Role
		if r.roleTo > r.roleFrom {
			role = a.d.Word(r.roleTo - 1)
		}
		if role == "" {
			continue
		}
		office := lexicon.Hash(lastWord(role))
		if full, ok := shortTitles[office]; ok {
			office = full
		}
		if all := a.bearers[office]; len(all) <= mostBearers {
			a.bearers[office] = append(all, int32(k))
		}
	}
}

// describedSo tells whether some words are said of a person where the full name stands.
func (a *assembly) describedSo(r *raw, from, to int32) bool {
	for n := from; n < to; n++ {
		if t := &a.d.Tokens[n]; t.Kind != prose.Word && t.Kind != prose.Number || !a.spanOfYears(n) && !a.saidNear(r, t.Hash) {
			return false
		}
	}
	return true
}

// saidNear tells whether a word stands right before a full name, or behind it after a comma, a bracket, "of" or "from".
func (a *assembly) saidNear(r *raw, word uint64) bool {
	for n := r.from - 1; n >= 0 && n >= r.from-nearName && a.d.Tokens[n].Kind == prose.Word && a.traits[n]&(function|auxiliary) == 0; n-- {
		if a.d.Tokens[n].Hash == word {
			return true
		}
	}
	n := r.to
	if int(n) >= len(a.d.Tokens) {
		return false
	}
	switch t := &a.d.Tokens[n]; {
	case t.Kind == prose.Comma, t.Kind == prose.Open, t.Hash == hashOf, t.Hash == hashFrom:
	default:
		return false
	}
	for n++; int(n) < len(a.d.Tokens) && n < r.to+nearName && a.d.Tokens[n].Kind == prose.Word; n++ {
		if a.d.Tokens[n].Hash == word {
			return true
		}
	}
	return false
}

var hashFrom = lexicon.Hash("from")

// spanOfYears tells an age or how long somebody serves: 60-year-old, two-term.
func (a *assembly) spanOfYears(n int32) bool {
	word := a.d.Word(n)
	return strings.HasSuffix(word, "-year-old") || strings.HasSuffix(word, "-term")
}
