package written

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/markdown"
)

// How a name is written
//
//	Lena Oduya, Foreign Minister (Arland)      Lena Oduya (Arland), Foreign Minister
//	Lena Oduya — Foreign Minister              Ilse Brandt (mediator)
//
// The brackets hold the party, or the role where they begin with a small letter; what follows the first comma or dash is
// the role.

// nameOf reads a name with its role and party; nil where there is no name.
func (p piece) nameOf() *Name {
	who, role, dashed := p.cutDash()
	name, party, rest := who.bracketed()
	if comma := strings.IndexByte(who.String(), ','); party.empty() || comma >= 0 && who.from+comma < party.from {
		name, rest, _ = who.cut(",")
		_, party, _ = rest.bracketed()
	}
	if !dashed {
		role = rest
	}
	if party.empty() {
		_, party, _ = role.bracketed()
	}
	name = name.trimFunc(func(r rune) bool { return strings.ContainsRune(" \t:;,*", r) })
	if name.empty() {
		return nil
	}
	words := strings.Replace(role.clean(), "("+party.clean()+")", "", 1)
	words = strings.Trim(strings.Join(strings.Fields(words), " "), " ,;:")
	found := &Name{Range: name.span(), Name: name.clean(), Role: words, Party: party.clean()}
	if first, _ := utf8.DecodeRuneInString(found.Party); unicode.IsLower(first) && found.Role == "" {
		found.Role, found.Party = found.Party, ""
	}
	return found
}

// bracketed parts a piece at its first "(…)".
func (p piece) bracketed() (before, inner, after piece) {
	s := p.String()
	open := strings.IndexByte(s, '(')
	end := strings.IndexByte(s[max(open, 0):], ')') + max(open, 0)
	if open < 0 || end <= open {
		return p, piece{p.t, p.to, p.to}, piece{p.t, p.to, p.to}
	}
	return p.sub(0, open).trim(), p.sub(open+1, end).trim(), p.sub(end+1, len(s)).trimFunc(func(r rune) bool { return r == ',' || r == ' ' })
}

const longestDate = 48 // bytes

// A citation is what stands behind the dash: "opening session, 28 March 2025".
type citation struct {
	text string
	date model.Date
}

// cited reads a source and a date; the date is the longest end of it that can be read as one.
func (p piece) cited(lang string) citation {
	c := citation{text: p.clean()}
	rest := p
	for !rest.empty() {
		if rest.to-rest.from <= longestDate {
			if d, _, ok := markdown.ParseDate(rest.clean(), lang); ok {
				c.date = d
				return c
			}
		}
		_, after, ok := rest.cut(",")
		if !ok {
			return c
		}
		rest = after
	}
	return c
}
