package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parley/model"
)

// The vocabulary of random texts: words that begin like others, accents, writing without spaces.
var vocabulary = []string{
	"truce", "truces", "tru", "line", "lined", "in", "the", "The", "TERRITORY", "état", "Etats", "guarantee", "guarantees",
	"90", "9", "停火", "停", "火停火", "北约", "линия", "Линии", "ß", "straße", "a", "us",
}

var separators = []string{" ", " ", " ", "-", ", ", " — ", ". ", "\u00a0", " “", "\n"}

type sample struct {
	quote    model.Quote
	briefing model.Briefing
	words    []string // folded
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func randomSample(r *rand.Rand) sample {
	var s sample
	var b strings.Builder
	for range r.IntN(12) {
		w := pick(r, vocabulary)
		sep := pick(r, separators)
		// Without a mark between, two words of writing without spaces are one.
		if strings.TrimSpace(sep) == "" && sep != " " {
			sep = " "
		}
		b.WriteString(w + sep)
		s.words = append(s.words, folded(w))
	}
	s.quote.Text = b.String()
	s.quote.Grade = model.Grade(r.IntN(4))
	s.quote.Kind = model.QuoteKind(r.IntN(4))
	s.quote.Stance = model.Stance(r.IntN(5))
	if r.IntN(4) > 0 {
		s.quote.Speaker = &model.Mention{Name: pick(r, []string{"Lena Oduya", "Tomas Reku", "an official", "Veyra"}), Words: pick(r, []string{"she", "Oduya", "the adviser"})}
		s.quote.Speaker.Party = pick(r, []string{"", "Arland", "Veyra"})
	}
	s.quote.About = pick(r, [][]string{nil, {"Veyra"}})
	s.quote.Via = pick(r, [][]string{nil, {"Harbour Post"}, {"Harbour Post", "Meridian Wire"}})
	s.quote.Tracks = pick(r, [][]string{nil, {"Territory"}, {"Ceasefire", "Format of talks"}})
	s.quote.Date = pick(r, []model.Date{"", "2025-03-28", "2025-04-11", "2025-04-25"})
	s.briefing.File = pick(r, []string{"a/nonpaper.md", "cable.txt"})
	s.briefing.Date = pick(r, []model.Date{"", "2025-04-18"})
	s.briefing.Source = pick(r, []string{"", "Meridian Wire"})
	s.briefing.Lang = pick(r, []string{"en", "de"})
	s.briefing.Tags = pick(r, [][]string{nil, {"plenary", "round two"}})
	return s
}

func randomQuery(r *rand.Rand) string {
	fields := []string{
		"speaker:oduya", "speaker:ve", "speaker:nobody", "party:arland", "party:veyra", "actor:veyra", "track:form", `track:"format of talks"`, "via:harbour-post", `via:wire`,
		"grade:on", "grade:unnamed,narrator", "kind:part", "kind:term", "stance:+", "stance:-", "since:2025-04-11", "until:2025-04-11", "date:2025-04",
		"since:--04-11", "date:2025-04-01..2025-04-20", "file:nonpaper", "lang:de", "tag:round", "source:meridian",
	}
	var terms []string
	for range 1 + r.IntN(3) {
		minus := pick(r, []string{"", "", "", "-"})
		switch r.IntN(3) {
		case 0:
			terms = append(terms, minus+pick(r, vocabulary))
		case 1:
			terms = append(terms, minus+`"`+pick(r, vocabulary)+" "+pick(r, vocabulary)+`"`)
		default:
			terms = append(terms, minus+pick(r, fields))
		}
	}
	return strings.Join(terms, " ")
}

// holdsWords is the reference: the condition's words one after the other in the text's words.
func holdsWords(text, words []string, whole bool) bool {
	for at := range text {
		if at+len(words) > len(text) {
			break
		}
		ok := true
		for i, w := range words {
			have := text[at+i]
			open := isWide([]rune(w)[0]) && i == 0
			loose := i == len(words)-1 && (!whole || isWide([]rune(w)[0]))
			switch {
			case open && loose:
				ok = ok && strings.Contains(have, w)
			case open:
				ok = ok && strings.HasSuffix(have, w)
			case loose:
				ok = ok && strings.HasPrefix(have, w)
			default:
				ok = ok && have == w
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func holdsField(s sample, c model.Condition) bool {
	q, b := s.quote, s.briefing
	any := func(values ...string) bool {
		return slices.ContainsFunc(values, func(v string) bool {
			return slices.ContainsFunc(c.Words, func(w string) bool {
				return holdsWords(strings.Fields(strings.NewReplacer("/", " ", ".", " ").Replace(folded(v))), strings.Fields(w), c.Whole)
			})
		})
	}
	who := model.Mention{}
	if q.Speaker != nil {
		who = *q.Speaker
	}
	date := q.Date
	if date == "" {
		date = b.Date
	}
	day, bound := string(date), c.Words[0]
	if strings.HasPrefix(bound, "--") && day != "" {
		day = "-" + day[4:]
	}
	fixed := func(have string) bool {
		return slices.ContainsFunc(c.Words, func(w string) bool { return strings.HasPrefix(strings.ReplaceAll(have, " ", "-"), w) })
	}
	switch c.Field {
	case "speaker":
		return any(who.Name, who.Words, who.Party) || q.Speaker == nil && any("nobody")
	case "party":
		return any(who.Party) || who.Party == "" && any(who.Name)
	case "actor":
		return any(who.Name, who.Words, who.Party) || any(q.About...)
	case "track":
		return any(q.Tracks...)
	case "via":
		return any(q.Via...)
	case "source":
		return any(b.Source)
	case "file":
		return any(b.File)
	case "lang":
		return any(b.Lang)
	case "tag":
		return any(b.Tags...)
	case "grade":
		return fixed(q.Grade.String())
	case "kind":
		return fixed(q.Kind.String())
	case "stance":
		return fixed(q.Stance.String())
	}
	return holdsDay(c.Field, day, bound)
}

func holdsDay(field, day, bound string) bool {
	switch field {
	case "since":
		return day != "" && day >= bound
	case "until":
		return day != "" && day[:min(len(day), len(bound))] <= bound
	case "date":
		if from, to, ok := strings.Cut(bound, ".."); ok {
			return day >= from && day != "" && day <= to
		}
		return strings.HasPrefix(day, bound)
	}
	panic(field)
}

func reference(f model.Filter, s sample) bool {
	for _, c := range f.Terms {
		var ok bool
		if c.Field == "" {
			ok = holdsWords(s.words, c.Words, c.Whole)
		} else {
			ok = holdsField(s, c)
		}
		if ok == c.Not {
			return false
		}
	}
	return true
}

// Match, Scan and Scan.Within answer what the reference does.
func TestMatchIsTheReference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var scan Scan
	samples := make([]sample, runLength+500)
	for i := range samples {
		samples[i] = randomSample(r)
		if i >= 7 { // seven briefings, shared
			samples[i].briefing = samples[i%7].briefing
		}
		samples[i].briefing.File = fmt.Sprintf("%d/nonpaper.md", i%7)
	}
	for i := range samples {
		scan.Add(&samples[i].quote, &samples[i].briefing)
	}
	for range 150 {
		query := randomQuery(r)
		f, err := Parse(query)
		if err != nil {
			t.Fatal(query, err)
		}
		var want []int32
		for i := range samples {
			ok := reference(f, samples[i])
			if ok {
				want = append(want, int32(i))
			}
			if i < 1000 && Match(f, &samples[i].quote, &samples[i].briefing) != ok {
				t.Fatalf("%s: %q %+v: Match says %v", query, samples[i].quote.Text, samples[i].briefing, !ok)
			}
		}
		if got := scan.Hits(f); !slices.Equal(got, want) {
			t.Fatalf("%s: the scan finds %d, the reference %d", query, len(got), len(want))
		}
		every := make([]int32, scan.Len())
		for i := range every {
			every[i] = int32(i)
		}
		if got := scan.Within(every, f); !slices.Equal(got, want) {
			t.Fatalf("%s: within everything %d are found, the reference finds %d", query, len(got), len(want))
		}
	}
}

// A quote fits words exactly when it can be shown why: something of it is marked.
func TestWhatFitsIsMarked(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		s := randomSample(r)
		f := model.Filter{Terms: []model.Condition{{Words: wordsOf(pick(r, vocabulary)), Whole: r.IntN(2) == 0}}}
		if fits, marks := Match(f, &s.quote, nil), Marks(f, s.quote.Text); fits != (len(marks) > 0) {
			t.Fatalf("%+v in %q: fits %v, marks %v", f, s.quote.Text, fits, marks)
		}
	}
}
