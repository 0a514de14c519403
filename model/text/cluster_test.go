package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestLineKeeps(t *testing.T) {
	for name, s := range map[string]string{
		"Persian ZWNJ":  "می\u200cخواهم",
		"Hindi ZWJ":     "क्\u200dष",
		"family":        "👨\u200d👩\u200d👧\u200d👦",
		"variants":      "❤\uFE0F ☎\uFE0F ©\uFE0F",
		"heart on fire": "❤\uFE0F\u200d🔥",
		"flags":         "🇺🇦🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
		"keycap":        "1\uFE0F\u20E3",
		"skin":          "👍🏽",
		"Chinese":       "外交谈判",
		"ambiguous":     "±×÷→①",
		"Thai":          "การเจรจา",
		"Hangul":        "한국",
		"jamo":          "\u1112\u1161\u11ab",
		"Arabic":        "مفاوضات",
		"Hebrew":        "משא ומתן, שָׁלוֹם",
		"Vietnamese":    "đa\u0323\u0302m pha\u0301n",
		"apart":         "ne\u0301gociation",
		"ideograph":     "葛\U000E0100",
	} {
		if got, hidden := Line(s); got != s || hidden != 0 {
			t.Errorf("%s: %q became %q, %d hidden", name, s, got, hidden)
		}
		if n := Hidden([]byte(s)); n != 0 {
			t.Errorf("%s: %d hidden", name, n)
		}
	}
}

func TestLineCleans(t *testing.T) {
	for _, c := range []struct {
		in, want string
		hidden   int
	}{
		{"\x1b[2J", "␛[2J", 1},
		{"a\x00b\x7fc", "a␀b␡c", 2},
		{"\u009b2J", "‹9B›2J", 1},
		{"\u202Etxt\u202C", "‹202E›txt‹202C›", 2},
		{"a\u3164b\u2800c", "a‹3164›b‹2800›c", 2},
		{"one\ttwo", "one two", 0},
		{"one\r\ntwo\n\nthree\u2028four\u0085five", "one two three four five", 0},
		{"\uE000 \U000F0000 \uFFFE \U0010FFFF \xff", "\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD", 0},
		{"pay\u200Bpal\u2060\uFEFF\u00AD\u200E\u061C", "paypal", 6},
		{"a\u200Db\u200Cc", "abc", 2},
		{"a\U000E0069\U000E0067b", "ab", 2},
		{"a\uFE00\uFE01\uFE0Fb", "ab", 3},
		{"😀\uFE0F\uFE0E\uFE01", "😀\uFE0F", 2},
		{"\u0301a", "◌\u0301a", 0},
		{"\xff\u1087", "\uFFFD◌\u1087", 0},
		{"\uFFFD◌\u1087", "\uFFFD◌\u1087", 0},
		{"Z" + strings.Repeat("\u0301", 20) + "a", "Z" + strings.Repeat("\u0301", 8) + "a", 12},
	} {
		got, hidden := Line(c.in)
		if got != c.want || hidden != c.hidden {
			t.Errorf("Line(%q) = %q, %d; want %q, %d", c.in, got, hidden, c.want, c.hidden)
		}
		if n := Hidden([]byte(c.in)); n != c.hidden {
			t.Errorf("Hidden(%q) = %d, want %d", c.in, n, c.hidden)
		}
	}
}

func TestCluster(t *testing.T) {
	for _, c := range []struct {
		in, shown     string
		width, hidden int
		sign          bool
	}{
		{"a", "a", 1, 0, false},
		{"漢", "漢", 2, 0, false},
		{"👩\u200d🚀", "👩\u200d🚀", 2, 0, false},
		{"\u200B", "", 0, 1, false},
		{"\x1b", "␛", 1, 1, true},
		{"\u202E", "‹202E›", 6, 1, true},
		{"‹", "‹", 1, 0, false},
		{"\n", " ", 1, 0, false},
		{"e\u0301", "e\u0301", 1, 0, false},
	} {
		shown, width, hidden := Cluster(c.in)
		if shown != c.shown || width != c.width || hidden != c.hidden || Sign(shown) != c.sign {
			t.Errorf("Cluster(%q) = %q, %d, %d; sign %v", c.in, shown, width, hidden, Sign(shown))
		}
	}
}

// TestLongClustersAreLinear stands or falls with the test's own deadline: quadratic work on these takes minutes.
func TestLongClustersAreLinear(t *testing.T) {
	const n = 1 << 20
	for _, unit := range []string{"\u0301", "\u200B", "\u200D", "\uFE0F", "\u202E", "\u0085", "\U000E0061", "\u1100", "\u0915\u094D", "👩\u200d", "\u0600"} {
		s := "a" + strings.Repeat(unit, n/len(unit))
		clean, _ := Line(s)
		Hidden([]byte(s))
		Width(clean)
		Truncate(clean, 20)
		FoldOffsets(s)
		Cluster(s)
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		in    string
		cells int
		want  string
	}{
		{"ceasefire", 9, "ceasefire"},
		{"ceasefire", 8, "ceasefi…"},
		{"ceasefire", 1, "…"},
		{"ceasefire", 0, ""},
		{"漢字漢字", 5, "漢字…"},
		{"漢字漢字", 4, "漢…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
		{"👩\u200d🚀👩\u200d🚀", 3, "👩\u200d🚀…"},
		{"", 0, ""},
	} {
		if got := Truncate(c.in, c.cells); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.in, c.cells, got, c.want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"a\u200Bb", "\x1b]0;x\a", "👩\u200d🚀", "\u0600\u0600", "\u1100\u200b\u1161", "🇺\u200b🇦", "a\r\nb", "🏴\U000E0067\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean, hidden := Line(s)
		if !utf8.ValidString(clean) {
			t.Fatalf("%q is not UTF-8", clean)
		}
		for _, r := range clean {
			if c := classOf(r); r != utf8.RuneError && (c == classBlank || c == classControl || c == classForeign || c == classUnseen) || unicode.IsControl(r) {
				t.Fatalf("%q lets out %U", clean, r)
			}
		}
		if again, n := Line(clean); again != clean || n != 0 {
			t.Fatalf("%q becomes %q the second time, %d hidden", clean, again, n)
		}
		if n := Hidden([]byte(s)); utf8.ValidString(s) && !strings.ContainsRune(s, '\r') && n != hidden {
			t.Fatalf("%q: Line hides %d, Hidden counts %d", s, hidden, n)
		}
		for cells := range 12 {
			if w := Width(Truncate(clean, cells)); w > cells {
				t.Fatalf("Truncate(%q, %d) is %d wide", clean, cells, w)
			}
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{"ASCII": strings.Repeat("He said it was over. ", 50), "typographic": strings.Repeat("“Oui – c’est négocié.” ", 50), "hidden": strings.Repeat("pay\u200Bpal ", 50)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Line(s)
			}
		})
	}
}

// TestEightPrintable: eight bytes at once are judged as one by one, whichever of them is the odd one.
func TestEightPrintable(t *testing.T) {
	for at := range 8 {
		for c := range 256 {
			s := []byte("briefing")
			s[at] = byte(c)
			if got, want := eightPrintable(s), printable[c]; got != want {
				t.Errorf("%q: %v, not %v", s, got, want)
			}
		}
	}
}
