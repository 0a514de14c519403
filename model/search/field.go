package search

import (
	"strings"

	"parley/model"
)

// A Field is a word before a colon.
type Field struct {
	Name    string
	Doc     string   // one line for help
	Example string   // a query that uses it
	Values  []string // where only these are known, as a query writes them
	Aliases []string // other names under which it is understood

	columns []int // the aspects of a statement of which one must fit
	read    func(raw string, ref model.Date) (value string, ok bool)
	holds   func(v value, s *subject) bool
}

// ofStatement tells whether a briefing's head cannot answer it.
func (f *Field) ofStatement() bool {
	c := f.columns[0]
	return c == byWho || c == byVia || c == byMarks
}

// Fields are all that a query knows, in the order of help.
var Fields = []Field{
	{
		Name: "speaker", Example: "speaker:oduya", Aliases: []string{"by", "who"},
		Doc:     "who said it: name, the source's own words for them, or party",
		columns: []int{byWho}, holds: holdsSpeaker,
	}, {
		Name: "party", Example: "party:arland", Aliases: []string{"org"},
		Doc:     "the party the speaker belongs to, or is",
		columns: []int{byWho}, holds: holdsParty,
	}, {
		Name: "actor", Example: `actor:"northern union"`,
		Doc:     "said by them, or about them",
		columns: []int{byWho, byAbout}, holds: holdsActor,
	}, {
		Name: "track", Example: "track:territory",
		Doc:     "the strand of the negotiation",
		columns: []int{byTrack}, holds: among(func(s *subject) []string { return s.tracks }),
	}, {
		Name: "date", Example: "date:2025-04", Aliases: []string{"month", "on"},
		Doc:     "a day, a month, a year, or from..to",
		columns: []int{byDate}, read: readDates, holds: holdsDate,
	}, {
		Name: "since", Example: `since:"1 april"`, Aliases: []string{"from", "after"},
		Doc:     "on this day or later",
		columns: []int{byDate}, read: readDate, holds: holdsSince,
	}, {
		Name: "until", Example: "until:2025-04-18", Aliases: []string{"to", "before"},
		Doc:     "on this day or earlier",
		columns: []int{byDate}, read: readDate, holds: holdsUntil,
	}, {
		Name: "via", Example: `via:"harbour post"`,
		Doc:     "an outlet between the speaker and the briefing",
		columns: []int{byVia}, holds: among(func(s *subject) []string { return s.via }),
	}, {
		Name: "source", Example: "source:wire", Aliases: []string{"outlet"},
		Doc:     "the outlet of the briefing",
		columns: []int{byBriefing}, holds: func(v value, s *subject) bool { return v.pattern.inAny(s.b.Source) },
	}, {
		Name: "grade", Example: "grade:on-record", Values: grades,
		Doc:     "how near the words are to a named mouth",
		columns: []int{byMarks}, read: oneOf(grades), holds: func(v value, s *subject) bool { return startsWith(s.grade, v.raw) },
	}, {
		Name: "stance", Example: "stance:against", Values: stances,
		Doc:     "for, against, with conditions, unclear; + - ± ? too",
		columns: []int{byMarks}, read: readStance, holds: func(v value, s *subject) bool { return startsWith(s.stance, v.raw) },
	}, {
		Name: "kind", Example: "kind:direct", Values: kinds,
		Doc:     "what the marks of a quote mean, or what a proposal does",
		columns: []int{byMarks}, read: oneOf(kinds), holds: func(v value, s *subject) bool { return startsWith(s.kind, v.raw) },
	}, {
		Name: "file", Example: "file:nonpaper", Aliases: []string{"in"},
		Doc:     "words of the briefing's file name",
		columns: []int{byBriefing}, holds: func(v value, s *subject) bool { return v.pattern.inAny(s.b.File) },
	}, {
		Name: "lang", Example: "lang:de",
		Doc:     "the language of the briefing",
		columns: []int{byBriefing}, holds: func(v value, s *subject) bool { return v.pattern.inAny(s.b.Lang) },
	}, {
		Name: "tag", Example: "tag:plenary",
		Doc:     "a tag of the briefing",
		columns: []int{byBriefing}, holds: among(func(s *subject) []string { return s.b.Tags }),
	},
}

var (
	grades  = []string{"on-record", "unnamed", "reported", "narrator"}
	stances = []string{"for", "against", "conditional", "unclear", "silent"}
	kinds   = []string{
		"direct", "partial", "term", "indirect",
		"propose", "demand", "accept", "reject", "concede", "float", "commit",
	}
)

func among(list func(*subject) []string) func(value, *subject) bool {
	return func(v value, s *subject) bool { return v.pattern.inAny(list(s)...) }
}

func fieldNamed(name string) *Field {
	for i := range Fields {
		if f := &Fields[i]; f.Name == name || contains(f.Aliases, name) {
			return f
		}
	}
	return nil
}

// holdsSpeaker takes a party for its people too: whoever asks for Arland wants its minister. "nobody" fits where none is named.
func holdsSpeaker(v value, s *subject) bool {
	for _, m := range s.speakers {
		if v.pattern.inAny(m.Name, m.Words, m.Party) {
			return true
		}
	}
	return s.nobody && v.pattern.inAny("nobody")
}

func holdsParty(v value, s *subject) bool {
	for _, m := range s.speakers {
		if v.pattern.inAny(m.Party) || m.Party == "" && v.pattern.inAny(m.Name) {
			return true
		}
	}
	return false
}

func holdsActor(v value, s *subject) bool {
	return holdsSpeaker(v, s) || v.pattern.inAny(s.about...)
}

// startsWith compares fixed words, in which a blank and a hyphen are one.
func startsWith(have, want string) bool {
	return want != "" && strings.HasPrefix(strings.ReplaceAll(have, " ", "-"), want)
}

// oneOf reads the beginning of a fixed word. What begins none of them is kept and fits nothing.
func oneOf(words []string) func(string, model.Date) (string, bool) {
	return func(raw string, _ model.Date) (string, bool) {
		raw = strings.Join(wordsOf(raw), "-")
		for _, w := range words {
			if strings.HasPrefix(w, raw) || strings.ReplaceAll(w, "-", "") == raw {
				return prefixOf(w, raw), raw != ""
			}
		}
		return raw, false
	}
}

// prefixOf answers as much of w as raw asks for, hyphen included where raw leaves it out.
func prefixOf(w, raw string) string {
	if strings.HasPrefix(w, raw) {
		return raw
	}
	return w
}

func readStance(raw string, ref model.Date) (string, bool) {
	switch strings.TrimSpace(raw) {
	case "+":
		return "for", true
	case "-", "−", "–":
		return "against", true
	case "±", "+-", "+/-":
		return "conditional", true
	case "?":
		return "unclear", true
	case "·", ".":
		return "silent", true
	}
	return oneOf(stances)(raw, ref)
}
