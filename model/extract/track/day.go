package track

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Relative days: what "on Friday" stands for in a briefing that has a date.
//
// Rules:
//   - A weekday is the last one up to the briefing's own day; after "will", "would", "due" and the like in its sentence the next
//     one. "until Friday" and "by Friday" without such a word may be either: no day.
//   - "last Friday" lies before the briefing's day, "next Friday" after it, "this Friday" on it or after it.
//   - "last week" and "next week" stand for the Monday of that week.
//   - A day and month without a year is the one nearest to the briefing's day.
//   - A briefing without a date has no relative days.

// A sense is what a word means for days.
type sense struct {
	kind  string
	value int
}

type calendar struct {
	words  *lexicon.Words
	senses []sense
}

var calendars = sync.OnceValue(func() map[string]*calendar {
	m := map[string]*calendar{}
	lexicon.Entries("days.txt", func(lang, line string) {
		c := m[lang]
		if c == nil {
			c = &calendar{words: lexicon.NewWords(128), senses: make([]sense, 1)}
			m[lang] = c
		}
		f := strings.Fields(line)
		kind, f := f[0], f[1:]
		if kind == "after" {
			kind, f = "after "+f[0], f[1:]
		}
		value := 0
		if n, err := strconv.Atoi(f[0]); err == nil {
			value, f = n, f[1:]
		}
		c.senses = append(c.senses, sense{kind, value})
		for _, w := range f {
			c.words.Put(lexicon.Hash(w), uint32(len(c.senses)-1))
		}
	})
	return m
})

// Days answers the relative days of a text, in order; offsets count bytes of Doc.Text.
func Days(d *prose.Doc, date model.Date, lang string) []model.Day {
	base, err := time.Parse(time.DateOnly, string(date))
	c := calendars()[lang]
	if c == nil {
		c = calendars()["en"]
	}
	if err != nil {
		return nil
	}
	r := days{d: d, c: c, base: base}
	for p := range d.Paragraphs {
		r.from, r.to = d.Paragraphs[p].FirstToken, d.Paragraphs[p].LastToken
		for i := r.from; i < r.to; i++ {
			if day, last, ok := r.at(i); ok {
				first := r.first(i, day.kind)
				start, end := d.Tokens[first].Start, d.Tokens[last].End
				r.found = append(r.found, model.Day{
					Start: int(start), End: int(end), Words: d.Text[start:end], Date: model.Date(day.date.Format(time.DateOnly)),
				})
				i = last
			}
		}
	}
	return r.found
}

// days is one reading of a text.
type days struct {
	d        *prose.Doc
	c        *calendar
	base     time.Time
	from, to int32 // the paragraph: in German "18. April" a sentence seems to end
	found    []model.Day
}

type resolved struct {
	kind string
	date time.Time
}

// sense answers what the token at a place means for days.
func (r *days) sense(i int32) sense {
	if i < r.from || i >= r.to {
		return sense{}
	}
	return r.c.senses[r.c.words.Of(r.d.Tokens[i].Hash)]
}

// at reads a day that begins at a token.
func (r *days) at(i int32) (day resolved, last int32, ok bool) {
	token := &r.d.Tokens[i]
	if token.Kind == prose.Number {
		return r.numbered(i)
	}
	if token.Kind != prose.Word {
		return day, i, false
	}
	s := r.sense(i)
	switch s.kind {
	case "weekday":
		if !r.written(token) || r.sense(i-1).kind == "until" && !r.ahead(i) {
			return day, i, false
		}
		date, last := r.weekday(i, time.Weekday(s.value))
		return resolved{"weekday", date}, last, true
	case "day":
		if before := r.sense(i - 1); before.kind == "day" || r.d.Tokens[i].Is(prose.Capital) && i > r.from && r.c == calendars()["de"] {
			return day, i, false // heute Morgen
		}
		return resolved{"day", r.base.AddDate(0, 0, s.value)}, i, true
	case "last", "next":
		if u := r.sense(i + 1); u.kind == "unit" && u.value == 7 {
			return resolved{"week", r.monday(map[string]int{"last": -7, "next": 7}[s.kind])}, i + 1, true
		}
	case "number":
		return r.ago(i, s.value)
	case "month":
		return r.month(i, s.value)
	}
	return day, i, false
}

// written tells a weekday from the word that is like it: "sat", "sun", "wed" are short only with their full stop.
func (r *days) written(t *prose.Token) bool {
	return t.End-t.Start > 5 || t.Is(prose.Short) || r.c != calendars()["en"]
}

// weekday resolves a weekday by the words round it.
func (r *days) weekday(i int32, w time.Weekday) (date time.Time, last int32) {
	back := (int(r.base.Weekday()) - int(w) + 7) % 7
	last = i
	move := r.sense(i - 1).kind
	if after, ok := strings.CutPrefix(r.sense(i+1).kind, "after "); ok {
		move, last = after, i+1
	}
	switch {
	case move == "last":
		if back == 0 {
			back = 7
		}
		return r.base.AddDate(0, 0, -back), last
	case move == "next":
		return r.base.AddDate(0, 0, 7-back), last
	case move == "this" || r.ahead(i):
		return r.base.AddDate(0, 0, (7-back)%7), last
	}
	return r.base.AddDate(0, 0, -back), last
}

// ahead tells whether the sentence speaks of what is to come, before the weekday.
func (r *days) ahead(i int32) bool {
	for k := i - 1; k >= max(r.from, i-14); k-- {
		if r.d.Tokens[k].Kind == prose.Stop {
			return false
		}
		if r.sense(k).kind == "will" {
			return true
		}
	}
	return false
}

// first answers where the words of a day begin: "on", "last" belong to it.
func (r *days) first(i int32, kind string) int32 {
	for k := i - 1; kind == "weekday" && k >= r.from; k-- {
		switch r.sense(k).kind {
		case "before", "last", "next", "this":
			i = k
			continue
		}
		break
	}
	if kind == "month" && r.sense(i-1).kind == "before" {
		return i - 1
	}
	return i
}

func (r *days) monday(shift int) time.Time {
	return r.base.AddDate(0, 0, shift-(int(r.base.Weekday())+6)%7)
}

// ago reads "three days ago".
func (r *days) ago(i int32, n int) (day resolved, last int32, ok bool) {
	unit := r.sense(i + 1)
	if unit.kind != "unit" || r.sense(i+2).kind != "ago" {
		return day, i, false
	}
	return resolved{"ago", r.base.AddDate(0, 0, -n*unit.value)}, i + 2, true
}

// numbered reads "18 April" and "3 days ago".
func (r *days) numbered(i int32) (day resolved, last int32, ok bool) {
	n, err := strconv.Atoi(strings.TrimRight(r.d.Word(i), "."))
	if err != nil || n < 1 || n > 31 {
		return day, i, false
	}
	next := i + 1
	if next < r.to && r.d.Tokens[next].Kind == prose.Stop && r.sense(next+1).kind == "month" {
		next++ // 18. April
	}
	if s := r.sense(next); s.kind == "month" && !r.year(next+1) {
		return r.nearest(n, s.value, next)
	}
	return r.ago(i, n)
}

// month reads "April 18".
func (r *days) month(i int32, month int) (day resolved, last int32, ok bool) {
	if !r.d.Tokens[i].Is(prose.Capital) || i+1 >= r.to || r.d.Tokens[i+1].Kind != prose.Number || r.year(i+2) || i+3 < r.to && r.d.Tokens[i+2].Kind == prose.Comma && r.year(i+3) {
		return day, i, false
	}
	n, err := strconv.Atoi(r.d.Word(i + 1))
	if err != nil || n < 1 || n > 31 {
		return day, i, false
	}
	return r.nearest(n, month, i+1)
}

// year tells whether a year stands at a token: the day is no relative one.
func (r *days) year(i int32) bool {
	if i >= r.to || r.d.Tokens[i].Kind != prose.Number {
		return false
	}
	n, err := strconv.Atoi(r.d.Word(i))
	return err == nil && n >= 1000
}

// nearest answers the day and month in the year that lies nearest.
func (r *days) nearest(day, month int, last int32) (resolved, int32, bool) {
	best := time.Date(r.base.Year(), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	for _, year := range []int{-1, 1} {
		if other := best.AddDate(year, 0, 0); other.Sub(r.base).Abs() < best.Sub(r.base).Abs() {
			best = other
			break
		}
	}
	return resolved{"month", best}, last, best.Day() == day
}
