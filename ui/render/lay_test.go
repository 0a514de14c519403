package render

import (
	"strings"
	"testing"

	"parley/model/markdown"
)

func rowsOf(t *testing.T, source string, width int) []string {
	t.Helper()
	src := []byte(source)
	d := NewDrawer()
	var out []string
	for _, b := range markdown.Split(src) {
		for _, l := range Lay(d.Render(src, b, nil, width), width) {
			out = append(out, l.text())
		}
	}
	return out
}

func TestWhereRowsEnd(t *testing.T) {
	for _, c := range []struct {
		name, source string
		width        int
		want         string
	}{
		{"behind a blank", "one two three", 8, "one two|three"},
		{"the blank is in no row", "one two", 3, "one|two"},
		{"several blanks", "one     two", 4, "one|two"},
		{"a word that fits no row", "abcdefghijkl", 8, "abcdefgh|ijkl"},
		{"a word behind a long one", "abcdefghij kl", 8, "abcdefgh|ij kl"},
		{"behind a hyphen before a letter", "cease-fire", 8, "cease-|fire"},
		{"not before a number", "the B-52 flew", 8, "the B-52|flew"},
		{"not at a minus", "a - b -cd efg", 8, "a - b|-cd efg"},
		{"behind a dash", "war—peace", 8, "war—|peace"},
		{"behind a slash", "and/or not", 8, "and/or|not"},
		{"not at a no-break space", "a b\u00a0c d", 4, "a|b\u00a0c|d"},
		{"at a zero-width space", "paypal\u200bpaypal", 8, "paypal|paypal"},
		{"between wide characters", "漢字漢字漢字", 8, "漢字漢字|漢字"},
		{"not before a full stop", "漢字漢字。字", 8, "漢字漢|字。字"},
		{"not behind an opening mark", "漢字漢「字字", 8, "漢字漢|「字字"},
		{"a wide one at the edge", "漢字漢字漢", 9, "漢字漢字|漢"},
		{"bullets hang", "- one two three", 8, "• one|  two|  three"},
		{"numbers hang", "10. one two", 8, "10. one|    two"},
		{"bars go on", "> one two three", 9, "│ one two|│ three"},
		{"bars and bullets", "> - one two three", 10, "│ • one|│   two|│   three"},
		{"no more than half a row", strings.Repeat("> ", 8) + "one two", 8, "│ │ one|│ │ two"},
		{"a task", "- [x] one two", 8, "[x] one|    two"},
		{"a rule is cut off", "***", 6, "──────"},
		{"code is wrapped too", "    one two three", 8, "  one|  two|  three"},
		{"the next paragraph of an item", "- one\n\n  two", 8, "• one||  two"},
	} {
		if got := strings.Join(rowsOf(t, c.source, c.width), "|"); got != c.want {
			t.Errorf("%s: %q at %d is %q, want %q", c.name, c.source, c.width, got, c.want)
		}
	}
}

// TestNumbersOfItems holds that articles keep the numbers they are cited by.
func TestNumbersOfItems(t *testing.T) {
	for source, want := range map[string]string{
		"1. a\n2. b\n10. c":            "1. a|2. b|10. c",
		"1. a\n1. b\n1. c":             "1. a|2. b|3. c",
		"7. a\n\n8. b":                 "7. a|8. b",
		"3. a\n\n3. b\n\n3. c":         "3. a|4. b|5. c",
		"2) a\n4) b":                   "2. a|4. b",
		"1. a\n   1. b\n   1. c\n2. d": "1. a|   1. b|   2. c|2. d",
		"- a\n\n  5. b\n  7. c":        "• a||  5. b|  7. c",
	} {
		if got := strings.Join(rowsOf(t, source, 40), "|"); got != want {
			t.Errorf("%q is %q, want %q", source, got, want)
		}
	}
}
