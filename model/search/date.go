package search

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"parley/model"
)

// Days in a query
//
// A date is kept as the beginning of "2006-01-02": "2025", "2025-04", "2025-04-11". Where no year is known it is
// "--04" or "--04-11", which fits any year, and a stretch is "2025-04-01..2025-04-11", open at either end.
//
//	2025-04-11  2025-04  2025  11.4.2025  11.4.  04  "11 april 2025"  "april 11"  april  today  yesterday  friday  7d  2w  3m
//
// A day without a year, a month's name and relative days are the last ones up to the reference date; without a
// reference the first two fit any year, and relative days are not read.

func holdsDate(v value, s *subject) bool {
	from, to, stretch := strings.Cut(v.raw, "..")
	if !stretch {
		return bounds(s.date, v.raw) && strings.HasPrefix(comparable(s.date, v.raw), v.raw)
	}
	return (from == "" || atLeast(s.date, from)) && (to == "" || atMost(s.date, to))
}

func holdsSince(v value, s *subject) bool { return atLeast(s.date, v.raw) }
func holdsUntil(v value, s *subject) bool { return atMost(s.date, v.raw) }

func atLeast(d model.Date, bound string) bool {
	return bounds(d, bound) && comparable(d, bound) >= bound
}

// atMost cuts the date to the bound's length, so that until:2025-04 holds the whole of April.
func atMost(d model.Date, bound string) bool {
	have := comparable(d, bound)
	return bounds(d, bound) && have[:min(len(have), len(bound))] <= bound
}

// bounds tells whether there is a date and something to hold it against: what was not read as a date fits none.
func bounds(d model.Date, bound string) bool {
	return d != "" && len(bound) >= len("--04") && strings.Trim(bound, "-0123456789") == ""
}

// comparable answers the date in the form of the bound: without its year where the bound has none.
func comparable(d model.Date, bound string) string {
	if strings.HasPrefix(bound, "--") && len(d) > 5 {
		return "--" + string(d[5:])
	}
	return string(d)
}

// readDates reads a date or a stretch.
func readDates(raw string, ref model.Date) (string, bool) {
	a, b, stretch := strings.Cut(raw, "..")
	if !stretch {
		return readDate(raw, ref)
	}
	from, ok1 := readDate(a, ref)
	to, ok2 := readDate(b, ref)
	blankA, blankB := strings.TrimSpace(a) == "", strings.TrimSpace(b) == ""
	return from + ".." + to, (ok1 || blankA) && (ok2 || blankB) && !(blankA && blankB)
}

// readDate reads one date; what it cannot read it answers as it stands.
func readDate(raw string, ref model.Date) (string, bool) {
	s := strings.TrimSpace(strings.ToLower(raw))
	if v, ok := numericDate(s, ref); ok {
		return v, true
	}
	if v, ok := relativeDay(s, ref); ok {
		return v, true
	}
	if v, ok := namedDate(wordsOf(s), ref); ok {
		return v, true
	}
	return s, false
}

func numericDate(s string, ref model.Date) (string, bool) {
	s, yearless := strings.CutPrefix(s, "--")
	dotted := strings.Contains(s, ".")
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	n := [3]int{}
	if len(parts) == 0 || len(parts) > 3 {
		return "", false
	}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || len(p) > 4 {
			return "", false
		}
		n[i] = v
	}
	switch {
	case yearless:
		return isoDate(0, n[0], n[1], "")
	case dotted && len(parts) == 3:
		if n[2] < 100 {
			n[2] += 2000
		}
		return isoDate(n[2], n[1], n[0], ref)
	case dotted && len(parts) == 2:
		return isoDate(0, n[1], n[0], ref)
	case len(parts[0]) == 4:
		return isoDate(n[0], n[1], n[2], ref)
	case len(parts) == 1:
		return isoDate(0, n[0], 0, "")
	}
	return "", false
}

// isoDate writes what is not zero. Without a year it takes the last such day or month up to ref.
func isoDate(year, month, day int, ref model.Date) (string, bool) {
	if month == 0 {
		return fmt.Sprintf("%04d", year), year > 0 && day == 0
	}
	leap := 2024
	if month > 12 || day > time.Date(leap, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return "", false
	}
	s := fmt.Sprintf("-%02d", month)
	if day > 0 {
		s += fmt.Sprintf("-%02d", day)
	}
	if year > 0 {
		return fmt.Sprintf("%04d", year) + s, true
	}
	today, known := dayOf(ref)
	if !known {
		return "-" + s, true
	}
	year = today.Year()
	if v := fmt.Sprintf("%04d", year) + s; v > string(ref)[:len(v)] {
		year--
	}
	return fmt.Sprintf("%04d", year) + s, true
}

func dayOf(d model.Date) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

func relativeDay(s string, ref model.Date) (string, bool) {
	today, known := dayOf(ref)
	if !known || s == "" {
		return "", false
	}
	iso := func(t time.Time) (string, bool) { return t.Format(time.DateOnly), true }
	switch s {
	case "today", "heute", "aujourd'hui", "hoy", "сегодня", "сьогодні":
		return iso(today)
	case "yesterday", "gestern", "hier", "ayer", "вчера", "вчора":
		return iso(today.AddDate(0, 0, -1))
	}
	for back := range 7 {
		day := today.AddDate(0, 0, -back)
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(day.Weekday().String()), s) {
			return iso(day)
		}
	}
	number, unit := s[:len(s)-1], s[len(s)-1]
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 9999 {
		return "", false
	}
	switch unit {
	case 'd':
		return iso(today.AddDate(0, 0, -n))
	case 'w':
		return iso(today.AddDate(0, 0, -7*n))
	case 'm':
		return iso(today.AddDate(0, -n, 0))
	case 'y':
		return iso(today.AddDate(-n, 0, 0))
	}
	return "", false
}

// months are folded: English, German, French, Spanish, Russian, Ukrainian. The first three letters are enough.
var months = [12]string{
	"january januar janvier enero января січня",
	"february februar fevrier febrero февраля лютого",
	"march marz mars marzo марта березня",
	"april avril abril апреля квітня",
	"may mai mayo мая май травня",
	"june juni juin junio июня червня",
	"july juli juillet julio июля липня",
	"august aout agosto августа серпня",
	"september septembre septiembre сентября вересня",
	"october oktober octobre octubre октября жовтня",
	"november novembre noviembre ноября листопада",
	"december dezember decembre diciembre декабря грудня",
}

func monthNamed(s string) int {
	if len([]rune(s)) < 3 {
		return 0
	}
	for i, names := range months {
		if strings.Contains(" "+names, " "+s) {
			return i + 1
		}
	}
	return 0
}

// namedDate reads a month's name with a day and a year in any order: "1 april", "April 1st, 2025", "1 de abril".
func namedDate(words []string, ref model.Date) (string, bool) {
	var year, month, day int
	for _, w := range words {
		n, err := strconv.Atoi(strings.TrimRight(w, "sthndr"))
		m := monthNamed(w)
		switch {
		case err == nil && len(w) == 4 && n >= 1000 && year == 0:
			year = n
		case err == nil && n >= 1 && n <= 31 && day == 0:
			day = n
		case m > 0 && month == 0:
			month = m
		case w != "de" && w != "of" && w != "the":
			return "", false
		}
	}
	if month == 0 {
		return "", false
	}
	return isoDate(year, month, day, ref)
}
