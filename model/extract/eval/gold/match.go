package gold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// A Found is a quote as the program found it.
type Found struct {
	Start, End               int // bytes of the document's text
	Speaker                  string
	SpeakerStart, SpeakerEnd int // equal: not in the text
	Reason                   string
	Certainty                model.Certainty
}

const marks = "“”\"'‘’«»„「」‹› \n\t"

// Trimmed leaves marks, white space and end punctuation out.
func Trimmed(text string, start, end int) (int, int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !strings.ContainsRune(marks, r) {
			break
		}
		start += size
	}
	for end > start {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !strings.ContainsRune(marks+",.;:!?", r) {
			break
		}
		end -= size
	}
	return start, end
}

// Overlap answers intersection over union in characters.
func Overlap(text string, a, b, c, d int) float64 {
	lo, hi := max(a, c), min(b, d)
	if hi <= lo {
		return 0
	}
	both := utf8.RuneCountInString(text[lo:hi])
	all := utf8.RuneCountInString(text[a:b]) + utf8.RuneCountInString(text[c:d]) - both
	return float64(both) / float64(all)
}

// Match pairs gold spans with found quotes; -1 where nothing was found.
func (d *Document) Match(found []Found) []int {
	type place struct{ start, end int }
	places := make([]place, len(found))
	for i, f := range found {
		places[i].start, places[i].end = Trimmed(d.Text, f.Start, f.End)
	}
	used := make([]bool, len(found))
	match := make([]int, len(d.Spans))
	for i, s := range d.Spans {
		a, b := Trimmed(d.Text, s.Start, s.End)
		best, at := 0.0, -1
		for k, p := range places {
			if used[k] || p.start >= b || p.end <= a {
				continue
			}
			if v := Overlap(d.Text, a, b, p.start, p.end); v >= best {
				best, at = v, k
			}
		}
		match[i] = -1
		if best >= 0.8 {
			match[i] = at
			used[at] = true
		}
	}
	return match
}

// Words counts the words of a stretch.
func Words(text string, start, end int) int {
	start, end = Trimmed(text, start, end)
	return len(strings.Fields(text[start:end]))
}

var stop = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("the a an of and to in at for mr mr. ms mrs dr president sen sen. rep gov who his her their its") {
		set[w] = true
	}
	return set
}()

// Right tells whether a found speaker is the gold one.
func (s *Span) Right(f *Found) bool {
	want, got := strings.TrimSpace(s.Speaker), ""
	if f != nil {
		got = strings.TrimSpace(f.Speaker)
	}
	if want == "" || got == "" {
		return want == "" && got == ""
	}
	if f.SpeakerEnd > f.SpeakerStart && s.SpeakerStart != nil && *s.SpeakerStart >= 0 &&
		max(f.SpeakerStart, *s.SpeakerStart) < min(f.SpeakerEnd, s.SpeakerEnd) {
		return true
	}
	return SameName(got, want)
}

// SameName tells whether two names agree: one's words are among the other's, or their last capitalised words are the same.
func SameName(a, b string) bool {
	p, g := content(a), content(b)
	if within(p, g) || within(g, p) {
		return true
	}
	cp, cg := capitalised(a), capitalised(b)
	return cp != "" && cp == cg
}

func content(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range wordsOf(strings.ToLower(s)) {
		if !stop[w] {
			set[bare(w)] = true
		}
	}
	if len(set) == 0 {
		set[strings.ToLower(s)] = true
	}
	return set
}

func bare(w string) string { return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s") }

func within(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

func capitalised(s string) string {
	last := ""
	for _, w := range wordsOf(s) {
		if c := strings.IndexFunc(w, func(r rune) bool { return 'A' <= r && r <= 'Z' }); c >= 0 && len(w) > c+1 {
			last = bare(strings.ToLower(w[c:]))
		}
	}
	return last
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '’' && r != '\'' && r != '-'
	})
}
