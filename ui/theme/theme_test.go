package theme

import (
	"math"
	"reflect"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func luminance(rgb uint32) float64 {
	part := func(v uint32) float64 {
		c := float64(v&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(rgb>>16) + 0.7152*part(rgb>>8) + 0.0722*part(rgb)
}

func contrast(a, b uint32) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// xterm answers what the colours 16 to 255 are on every terminal.
func xterm(n uint8) uint32 {
	if n >= 232 {
		v := uint32(n-232)*10 + 8
		return v<<16 | v<<8 | v
	}
	step := [6]uint32{0, 0x5f, 0x87, 0xaf, 0xd7, 0xff}
	n -= 16
	return step[n/36]<<16 | step[n/6%6]<<8 | step[n%6]
}

func TestWhatIsReadCanBeRead(t *testing.T) {
	for _, theme := range []struct {
		name    string
		c       palette
		grounds []uint32
	}{
		{"dark", darkPalette(), []uint32{0x000000, 0x171717, 0x1e1e1e}},
		{"light", lightPalette(), []uint32{0xffffff, 0xfafaf8}},
	} {
		read := map[string]shade{
			"dim": theme.c.dim, "accent": theme.c.accent, "warn": theme.c.warn, "problem": theme.c.problem, "head": theme.c.head, "code": theme.c.code,
		}
		for i, h := range theme.c.hues {
			read["hue "+string(rune('0'+i))] = h
		}
		check := func(what string, s shade, ground uint32, least float64) {
			t.Helper()
			if got := contrast(s.rgb, ground); got < least {
				t.Errorf("%s: %s #%06x on #%06x: %.2f, wanted %.1f", theme.name, what, s.rgb, ground, got, least)
			}
			if got := contrast(xterm(s.of256), ground); got < least {
				t.Errorf("%s: %s %d (#%06x) on #%06x: %.2f, wanted %.1f", theme.name, what, s.of256, xterm(s.of256), ground, got, least)
			}
		}
		for _, ground := range theme.grounds {
			for what, s := range read {
				check(what, s, ground, 4.5)
			}
			check("frame", theme.c.frame, ground, 2.8)
		}
		check("letters of a hit", theme.c.matchInk, theme.c.match.rgb, 4.5)
		check("letters of a hit", theme.c.matchInk, xterm(theme.c.match.of256), 4.5)
		check("letters of the current hit", theme.c.currentInk, theme.c.current.rgb, 4.5)
		check("letters of the current hit", theme.c.currentInk, xterm(theme.c.current.of256), 4.5)
	}
}

func TestNoColourIsMono(t *testing.T) {
	for _, p := range []colorprofile.Profile{colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII} {
		if got := Dark(p); !reflect.DeepEqual(got, Mono()) {
			t.Errorf("Dark(%v) has colours", p)
		}
		if got := Light(p); !reflect.DeepEqual(got, Mono()) {
			t.Errorf("Light(%v) has colours", p)
		}
	}
}

// What differs in meaning differs in look, in every theme: the pairs that stand side by side on the screen.
func TestMeaningsDiffer(t *testing.T) {
	themes := []Theme{Mono()}
	for _, p := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
		themes = append(themes, Dark(p), Light(p))
	}
	for _, th := range themes {
		for what, pair := range map[string][2]Style{
			"a hit and the text":         {th.Match, th.Body},
			"a hit and the current one":  {th.Match, th.MatchCurrent},
			"focus and none, the title":  {th.Title, th.Focus},
			"focus and none, the mark":   {th.Selected, th.Unfocused},
			"strong and plain":           {th.Strong, th.Body},
			"the statement and the text": {th.Page.Current, th.Body},
			"other quotes and the text":  {th.Page.Others, th.Body},
			"a problem and a warning":    {th.Problem, th.Warn},
		} {
			if pair[0] == pair[1] {
				t.Errorf("%s: %s look alike", th.Name, what)
			}
		}
	}
}

func TestStyle(t *testing.T) {
	for _, c := range []struct {
		name  string
		style Style
		want  string
	}{
		{"nothing", Style{}, "x"},
		{"attributes", New("", "", Bold|Underline), "\x1b[1;4mx\x1b[m"},
		{"true colour", New("38;2;1;2;3", "38;2;4;5;6", 0), "\x1b[38;2;1;2;3;48;2;4;5;6mx\x1b[m"},
		{"of 256", New("38;5;110", "38;5;238", Bold), "\x1b[1;38;5;110;48;5;238mx\x1b[m"},
		{"of 16", New("94", "33", 0), "\x1b[94;43mx\x1b[m"},
		{"a bright ground", New("", "94", 0), "\x1b[104mx\x1b[m"},
	} {
		if got := c.style.Render("x"); got != c.want {
			t.Errorf("%s: %q, wanted %q", c.name, got, c.want)
		}
	}
	if New("94", "", Bold) != New("94", "", 0).With(Bold) {
		t.Error("styles that look alike are not equal")
	}
}

func TestSignsForTerminalsThatLackThem(t *testing.T) {
	for _, c := range []struct{ term, all, ctype, lang, want string }{
		{"xterm-256color", "", "", "en_GB.UTF-8", "full"},
		{"xterm-256color", "", "", "", "full"},
		{"xterm-256color", "", "", "C", "full"},
		{"xterm", "", "", "de_DE.ISO-8859-1", "ascii"},
		{"xterm", "", "", "de_DE.iso885915@euro", "ascii"},
		{"xterm", "", "C.UTF-8", "de_DE.ISO-8859-1", "full"},
		{"xterm", "ru_RU.KOI8-R", "C.UTF-8", "", "ascii"},
		{"linux", "", "", "en_GB.utf8", "console"},
		{"linux", "", "", "en_GB.ISO-8859-1", "ascii"},
	} {
		env := map[string]string{"TERM": c.term, "LC_ALL": c.all, "LC_CTYPE": c.ctype, "LANG": c.lang}
		if got := GlyphsFor(func(k string) string { return env[k] }).Name; got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// Every sign is one cell and none is empty, so that no row shifts when the set changes; words may stand for keys.
func TestSignsAreOneCell(t *testing.T) {
	for _, g := range []Glyphs{FullGlyphs(), ConsoleGlyphs(), ASCIIGlyphs()} {
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			name, s := v.Type().Field(i).Name, v.Field(i).String()
			if name == "Name" || name == "Ellipsis" || name == "Enter" {
				continue
			}
			if n := len([]rune(s)); n != 1 {
				t.Errorf("%s: %s is %q", g.Name, name, s)
			}
			if g.Name == "ascii" && s > "~" {
				t.Errorf("ascii: %s is %q", name, s)
			}
		}
	}
}
