package pane

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"parley/model"
	"parley/ui/theme"
)

var _ = []Pane{(*Tracks)(nil), (*Briefings)(nil), (*Actors)(nil), (*Proposals)(nil), (*Quotes)(nil), (*Reader)(nil), (*List[int])(nil)}

func TestLists(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int
		bare, folded  bool
	}{
		{"32", 32, 26, false, false}, {"40", 40, 26, false, false}, {"48", 48, 26, false, false}, {"bare", 40, 26, true, false}, {"folded", 32, 3, false, true},
	} {
		for name, p := range lists() {
			t.Run(name+"_"+size.name, func(t *testing.T) {
				p.SetSize(size.width, size.height)
				p.Bare(size.bare)
				p.Folded(size.folded)
				p.SetFocus(name == "quotes")
				golden.RequireEqual(t, ansi.Strip(p.View()))
			})
		}
	}
}

func TestListsThatAreEmpty(t *testing.T) {
	scope := Scope{Track: "Territory", Briefing: true, Ways: []string{"[ ] other track"}}
	for _, state := range []string{"empty", "loading"} {
		tr, br, ac, pr, qu := NewTracks(), NewBriefings(), NewActors(), NewProposals(), NewQuotes()
		if state == "empty" {
			pr.SetScope(scope)
			qu.SetScope(Scope{Actor: "Tomas Reku", Ways: []string{"esc every actor"}})
			br.Set(model.Page[model.Briefing]{})
			ac.Set(model.Page[model.ActorRow]{All: 31})
			pr.Set(model.Page[model.Proposal]{All: 24})
			qu.Set(model.Page[model.Quote]{All: 118})
		}
		for name, p := range map[string]Pane{"tracks": tr, "briefings": br, "actors": ac, "proposals": pr, "quotes": qu} {
			t.Run(name+"_"+state, func(t *testing.T) {
				p.SetSize(40, 9)
				golden.RequireEqual(t, ansi.Strip(p.View()))
			})
		}
	}
}

func TestListsWithoutTheSigns(t *testing.T) {
	for _, g := range []theme.Glyphs{theme.ConsoleGlyphs(), theme.ASCIIGlyphs()} {
		var all []string
		for _, name := range []string{"tracks", "briefings", "actors", "proposals", "quotes"} {
			p := lists()[name]
			p.SetTheme(theme.Mono().With(g))
			p.SetSize(40, 12)
			p.SetFocus(true)
			all = append(all, ansi.Strip(p.View()))
		}
		t.Run(g.Name, func(t *testing.T) { golden.RequireEqual(t, strings.Join(all, "\n")) })
	}
}

func TestSearchIsMarked(t *testing.T) {
	q := NewQuotes()
	q.SetTheme(theme.Dark(colorprofile.ANSI256))
	q.SetSize(40, 14)
	q.Set(quotes())
	q.Find("SERIOUS and")
	golden.RequireEqual(t, q.View())
}

// square fails unless a view is exactly as large as it should be, and the same the second time.
func square(t *testing.T, p Pane, w, h int) {
	t.Helper()
	v := p.View()
	if h == 0 && v != "" {
		t.Fatalf("%d×0 is %q", w, v)
	}
	for y, row := range strings.Split(v, "\n") {
		if got := lipgloss.Width(row); got != w && h > 0 {
			t.Fatalf("%s at %d×%d: row %d is %d wide: %q", p.Title(), w, h, y, got, row)
		}
	}
	if got := lipgloss.Height(v); got != h && h > 0 {
		t.Fatalf("%s at %d×%d is %d high", p.Title(), w, h, got)
	}
	if again := p.View(); again != v {
		t.Fatalf("%s at %d×%d: the second view differs", p.Title(), w, h)
	}
}

func TestSizeLaw(t *testing.T) {
	themes := []theme.Theme{theme.Mono(), theme.Dark(colorprofile.TrueColor).With(theme.ASCIIGlyphs())}
	for name, p := range lists() {
		t.Run(name, func(t *testing.T) {
			for w := range 60 {
				for h := range 24 {
					p.SetTheme(themes[(w+h)%2])
					p.Bare(h%3 == 0)
					p.Folded(h%5 == 0)
					p.SetFocus(w%2 == 0)
					p.SetSize(w, h)
					square(t, p, w, h)
					p.Move(1)
					square(t, p, w, h)
				}
			}
		})
	}
}

func FuzzSizeLaw(f *testing.F) {
	f.Add("We cannot leave", "Tomas Reku", 40, 12, uint8(3))
	f.Add("👨‍👩‍👧\u200d\ufe0f", "नमस्ते", 7, 3, uint8(0))
	f.Add("会谈、进行。", "a\nb\x1b]8;;x\x07", 0, 90, uint8(9))
	f.Fuzz(func(t *testing.T, words, name string, w, h int, kind uint8) {
		w, h = (w%60+60)%60, (h%16+16)%16
		if len(words)+len(name) > 120 {
			return
		}
		q := model.Quote{ID: "1", Text: words, Speaker: mention(name), Via: []string{words}, Kind: model.QuoteKind(kind % 4)}
		tracks, quotes, proposals, briefings, actors := NewTracks(), NewQuotes(), NewProposals(), NewBriefings(), NewActors()
		tracks.SetOverview(model.Overview{Tracks: []model.Track{{Name: words, Briefings: h}, {Name: name}}})
		tracks.SetCurrent(name)
		quotes.SetAll([]model.Quote{q, q})
		quotes.SetSpan(kind%2 == 0, func(string) string { return name })
		proposals.SetAll([]model.Proposal{{ID: "1", Text: words, Code: name, Actors: []model.Mention{{Name: name}}}})
		briefings.Set(page([]model.Briefing{{File: words, Title: name, Source: words, Date: model.Date(words)}}, 1))
		actors.SetAll([]model.ActorRow{{Actor: model.Actor{Name: name, Code: words, Role: words}, Below: kind%2 == 0}})
		for _, p := range []Pane{tracks, quotes, proposals, briefings, actors} {
			p.SetSize(w, h)
			p.Bare(kind%3 == 0)
			p.Find(words)
			p.Move(int(kind))
			square(t, p, w, h)
			if strings.ContainsAny(ansi.Strip(p.View()), "\x1b\a\r\t\u202e") {
				t.Fatalf("a control character came through: %q", p.View())
			}
		}
	})
}

func TestWhatIsShownIsClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":           "plain",
		"a\nb":            "a b",
		"👨‍👩‍👧 family":    "👨 family",
		"👍🏽":              "👍",
		"❤️":              "❤",
		"1️⃣ first":       "1 first",
		"e\u0301te\u0301": "e\u0301te\u0301",
		"हिन्दी":          "हिन्दी",
		"漢字":              "漢字",
		"🇺🇳":              "🇺🇳",
		"\u0600١٢ a":      "١٢ a", // a sign before a number
		"a \u0600\u0601":  "a ",
		"a\u0D4E b\u0D4E": "a b", // a letter that joins what stands behind it
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, wanted %q", in, got, want)
		}
		if got := Clean(in); got != "हिन्दी" && ansi.StringWidthWc(got) != lipgloss.Width(got) {
			t.Errorf("%q: %d cells or %d", got, ansi.StringWidthWc(got), lipgloss.Width(got))
		}
	}
}

func ExampleBrush_Wrap() {
	b := Brush{Theme: theme.Mono()}
	for _, s := range []string{
		"We cannot leave these lines as they stand, not now", "Donaudampfschifffahrt", "cease-fire-talks begin", "必须首先停火，然后提供保障。",
	} {
		for _, row := range b.Wrap(b.Piece(s, theme.Style{}), 14, 3) {
			fmt.Println(strings.TrimRight(Paint(row, 14, b.Theme), " "))
		}
		fmt.Println("-")
	}
	// Output:
	// We cannot
	// leave these
	// lines as they…
	// -
	// Donaudampfschi
	// fffahrt
	// -
	// cease-fire-
	// talks begin
	// -
	// 必须首先停火，
	// 然后提供保障。
	// -
}
