package markdown

import (
	"fmt"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// Dates as people write them in briefings: 2025-04-27, 27 April 2025, April 27, 2025, 27.04.2025, 27/04/2025,
// 25 APR 25, 251400Z APR 25, Sun, 27 Apr 2025 14:00:00 +0200, and months in the languages that are shipped. A day and
// a year are needed. With slashes the order is that of the language; in English without a country it stays open.

// ParseDate reads s, which is a date and nothing else; a time of day may follow. ambiguous tells that day and month
// could be the other way round and the language does not say; the date is then read with the day first.
func ParseDate(s, lang string) (d model.Date, ambiguous, ok bool) {
	s = strings.TrimSpace(s)
	d, n, ambiguous, ok := datePrefix(s, lang)
	if !ok || !onlyTime(s[n:]) {
		return "", false, false
	}
	return d, ambiguous, true
}

// DateInName finds YYYY-MM-DD in the name of a file.
func DateInName(name string) (model.Date, bool) {
	name = name[strings.LastIndexByte(name, '/')+1:]
	for i := 0; i+10 <= len(name); i++ {
		if i > 0 && isDigit(name[i-1]) || !isDigit(name[i]) || name[i+4] != '-' || name[i+7] != '-' {
			continue
		}
		if i+10 < len(name) && isDigit(name[i+10]) {
			continue
		}
		if _, err := time.Parse(time.DateOnly, name[i:i+10]); err == nil {
			return model.Date(name[i : i+10]), true
		}
	}
	return "", false
}

// datePrefix reads a date at the front of s and answers how long it is.
func datePrefix(s, lang string) (d model.Date, n int, ambiguous, ok bool) {
	r := dateReader{s: s}
	r.weekday()
	var year, month, day int
	switch digits := r.digits(); {
	case digits == 0:
		month, day, year = r.monthFirst()
	case digits == 8:
		v := r.number()
		year, month, day = v/10000, v/100%100, v%100
	case digits == 6:
		year, month, day = r.group()
	case digits == 4:
		year, month, day = r.yearFirst()
	case digits <= 2:
		year, month, day, ambiguous = r.dayFirst(lang)
	}
	if r.failed {
		return "", 0, false, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month || year < 1000 || year > 2999 {
		return "", 0, false, false
	}
	return model.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day)), r.at, ambiguous, true
}

// A dateReader reads the pieces of a date from left to right.
type dateReader struct {
	s      string
	at     int
	failed bool
}

// digits counts the digits ahead.
func (r *dateReader) digits() int {
	n := 0
	for r.at+n < len(r.s) && isDigit(r.s[r.at+n]) {
		n++
	}
	return n
}

func (r *dateReader) number() int {
	v, n := 0, r.digits()
	if n == 0 || n > 8 {
		r.failed = true
	}
	for ; n > 0 && !r.failed; n-- {
		v = v*10 + int(r.s[r.at]-'0')
		r.at++
	}
	return v
}

// year reads two or four digits.
func (r *dateReader) year() int {
	r.any("'’")
	n := r.digits()
	v := r.number()
	switch {
	case n == 2 && v < 70:
		return 2000 + v
	case n == 2:
		return 1900 + v
	case n != 4:
		r.failed = true
	}
	return v
}

// word reads letters, in lower case.
func (r *dateReader) word() string {
	from := r.at
	for r.at < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[r.at:])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) {
			break
		}
		r.at += size
	}
	return strings.ToLower(r.s[from:r.at])
}

// any skips characters of a set.
func (r *dateReader) any(set string) {
	for r.at < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[r.at:])
		if !strings.ContainsRune(set, c) {
			return
		}
		r.at += size
	}
}

const blanks = " \t\u00A0"

func (r *dateReader) month() int {
	m := months()[r.word()]
	if m == 0 {
		r.failed = true
	}
	return m
}

// weekday skips "Sunday, ".
func (r *dateReader) weekday() {
	from := r.at
	if w := r.word(); w == "" || !weekdays()[w] {
		r.at = from
		return
	}
	r.any(".," + blanks)
}

func (r *dateReader) yearFirst() (year, month, day int) {
	year = r.number()
	if r.at == len(r.s) || !strings.ContainsRune("-/.", rune(r.s[r.at])) {
		r.failed = true
		return
	}
	sep := r.s[r.at]
	r.at++
	if r.digits() > 2 {
		r.failed = true
	}
	month = r.number()
	if r.at == len(r.s) || r.s[r.at] != sep {
		r.failed = true
		return
	}
	r.at++
	if r.digits() > 2 {
		r.failed = true
	}
	return year, month, r.number()
}

// group reads a date-time group: day, hour and minute, zone, month, year.
func (r *dateReader) group() (year, month, day int) {
	day = r.number() / 10000
	r.any(blanks)
	if r.at == len(r.s) || !isLetter(r.s[r.at]) {
		r.failed = true
		return
	}
	r.at++
	r.any(blanks)
	month = r.month()
	r.any("." + blanks)
	return r.year(), month, day
}

func (r *dateReader) dayFirst(lang string) (year, month, day int, ambiguous bool) {
	day = r.number()
	if r.at+1 < len(r.s) && strings.IndexByte("./-", r.s[r.at]) >= 0 && isDigit(r.s[r.at+1]) {
		sep := r.s[r.at]
		r.at++
		month = r.number()
		if r.at == len(r.s) || r.s[r.at] != sep {
			r.failed = true
			return
		}
		r.at++
		year = r.year()
		if sep == '.' {
			return year, month, day, false
		}
		return ordered(year, day, month, lang)
	}
	r.ordinal()
	month = r.month()
	r.any(".,-" + blanks)
	r.of()
	return r.year(), month, day, false
}

// ordered decides which of two numbers is the day.
func ordered(year, a, b int, lang string) (y, month, day int, ambiguous bool) {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	switch {
	case a > 12:
		return year, b, a, false
	case b > 12 || lang == "en-us":
		return year, a, b, false
	}
	return year, b, a, a != b && (lang == "" || lang == "en")
}

// ordinal skips "th", "er", "." and "of" behind a day.
func (r *dateReader) ordinal() {
	from := r.at
	switch r.word() {
	case "st", "nd", "rd", "th", "er", "º", "ª":
	default:
		r.at = from
	}
	r.any(".-º" + blanks)
	r.of()
}

func (r *dateReader) of() {
	from := r.at
	if w := r.word(); w != "of" && w != "de" && w != "del" {
		r.at = from
		return
	}
	r.any(blanks)
}

func (r *dateReader) monthFirst() (month, day, year int) {
	month = r.month()
	r.any("." + blanks)
	if n := r.digits(); n < 1 || n > 2 {
		r.failed = true
		return
	}
	day = r.number()
	r.ordinal()
	r.any("," + blanks)
	return month, day, r.year()
}

// onlyTime tells whether what follows a date is at most a time of day and a zone.
func onlyTime(s string) bool {
	letters := 0
	for _, c := range s {
		switch {
		case unicode.IsLetter(c):
			if letters++; letters > 12 {
				return false
			}
		case unicode.IsDigit(c), strings.ContainsRune(" \t\u00A0:.,+-−()[]/", c):
		default:
			return false
		}
	}
	return len(s) < 48 && (s == "" || !isDigit(s[0]) && s[0] != '-' && s[0] != '/')
}

// months answers the number of a month by its name in the shipped languages.
var months = sync.OnceValue(func() map[string]int {
	table := [...]string{
		"january jan jänner januar janvier janv enero ene января январь янв січня січень січ",
		"february feb februar février févr fév fevrier febrero февраля февраль фев лютого лютий лют",
		"march mar märz mars marzo марта март мар березня березень бер",
		"april apr avril avr abril abr апреля апрель апр квітня квітень кві",
		"may mai mayo мая май травня травень тра",
		"june jun juni juin junio июня июнь июн червня червень чер",
		"july jul juli juillet juil julio июля июль июл липня липень лип",
		"august aug août aout agosto ago августа август авг серпня серпень сер",
		"september sep sept septembre septiembre setiembre сентября сентябрь сен вересня вересень вер",
		"october oct oktober okt octobre octubre октября октябрь окт жовтня жовтень жов",
		"november nov novembre noviembre ноября ноябрь ноя листопада листопад лис",
		"december dec dezember dez décembre déc decembre diciembre dic декабря декабрь дек грудня грудень гру",
	}
	m := map[string]int{}
	for i, names := range table {
		for _, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
})

var weekdays = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
		"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
		"lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
		"понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота неділя") {
		m[name] = true
	}
	return m
})
