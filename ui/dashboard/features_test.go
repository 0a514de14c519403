package dashboard

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/ui/layout"
)

// What a user does, through the App, on the talks of talks_test.go. In TestFeatures the keys come first, then what is to
// be seen and what is not; "-" before a piece says that it must not be there.

var features = []struct {
	name string
	keys []string
	want []string
}{
	{"] goes to the next track, and every pane holds its statements only", []string{"]"},
		[]string{"▸ Ceasefire", "2 here · 7 in all", "2 here · 4 in all", "-serious and useful", "Ceasefire ‹ [  ] › Territory"}},
	{"[ goes round to the last", []string{"["}, []string{"▸ Format of talks", "1 here · 7 in all", "“a serious and useful day”"}},
	{"after the last come all", []string{"[", "]"}, []string{"▸ All tracks", "7 in all"}},
	{"t picks one by a few letters", []string{"t", "=ter", "enter"}, []string{"▸ Territory", "-type a track"}},
	{"the first entry of t is all of them", []string{"]", "t", "enter"}, []string{"▸ All tracks"}},
	{"a briefing narrows the statements", []string{"1", "j", "j"}, []string{"4 here · 7 in all", "Long meeting in Oster", "-every line of it"}},
	{"J goes to the next briefing from any pane", []string{"4", "J", "J"}, []string{"4 here · 7 in all", "5 Reader", "The envoy is said to"}},
	{"K goes back to it", []string{"J", "J", "K"}, []string{"2 here · 7 in all"}},
	{"enter on an actor shows only theirs", []string{"2", "j", "enter"}, []string{"Quotes: Tomas Reku", "1 here · 7 in all", "only Tomas Reku"}},
	{"esc brings everybody back", []string{"2", "j", "enter", "esc"}, []string{"-only Tomas Reku", "7 in all"}},
	{"a does so from a quote", []string{"4", "j", "j", "j", "a"}, []string{"Quotes: Tomas Reku"}},
	{"enter shows a quote in the text", []string{"4", "j", "j", "enter"}, []string{"┍━ 5 Reader", "▌ 2  “We cannot leave", "¶2 · line 5"}},
	{"enter leads back from the text to the list", []string{"J", "J", "5", "j", "j", "enter"}, []string{"┍━ 3 Proposals"}},
	{"} goes from paragraph to paragraph and marks", []string{"J", "J", "5", "}"}, []string{"▌    his side accept the peninsula"}},
	{"{ goes back", []string{"J", "J", "5", "}", "}", "}", "{"}, []string{"▌ 2  “We cannot"}},
	{"H goes back to where a jump began", []string{"4", "j", "j", "enter", "H"}, []string{"┍━ 4 Quotes", "Envoy offers a package"}},
	{"L goes there again", []string{"4", "j", "j", "enter", "H", "L"}, []string{"┍━ 5 Reader", "▌ 2  “We cannot leave"}},
	{"H says when there is nothing behind", []string{"H"}, []string{"This is where you started."}},
	{"z shows one pane alone", []string{"3", "z"}, []string{"┍━ 3 Proposals", "-4 Quotes", "-5 Reader"}},
	{"q leaves a zoomed pane, not parley", []string{"3", "z", "q"}, []string{"4 Quotes"}},
	{"/ finds in a list and counts", []string{"4", "/", "=oduya", "enter"}, []string{"/oduya  1/3"}},
	{"n goes on", []string{"4", "/", "=oduya", "enter", "n"}, []string{"/oduya  2/3"}},
	{"N goes back, round the beginning", []string{"4", "/", "=oduya", "enter", "N"}, []string{"/oduya  3/3"}},
	{"/ folds case and accents", []string{"4", "/", "=ÖDUYA", "enter"}, []string{"1/3"}},
	{"/ finds in the text", []string{"J", "J", "5", "/", "=truce", "enter"}, []string{"/truce  1/2"}},
	{"/ finds in the tracks", []string{"0", "/", "=talks", "enter"}, []string{"/talks  1/1"}},
	{"/ finds in the briefings", []string{"1", "/", "=oster", "enter"}, []string{"/oster  1/1"}},
	{"/ finds in the actors by another name", []string{"2", "/", "=mediator", "enter"}, []string{"/mediator  1/1"}},
	{"/ finds in the proposals", []string{"3", "/", "=direct", "enter"}, []string{"/direct  1/1"}},
	{"/ says what is not there, and the way on", []string{"/", "=zebra", "enter"}, []string{"“zebra” is not in this pane; s searches all quotes."}},
	{"esc ends finding", []string{"/", "=oduya", "enter", "esc"}, []string{"-/oduya"}},
	{"n without a search goes to the next heading", []string{"J", "J", "5", "n"}, []string{"line 7"}},
	{"o lists the headings", []string{"J", "J", "o"}, []string{"Outline", "The day itself", "What comes next"}},
	{"and enter goes to one", []string{"J", "J", "o", "=next", "enter"}, []string{"-Outline", "┍━ 5 Reader", "What comes next"}},
	{"s searches as one types", []string{"s", "=map"}, []string{"Search quotes", "1 of 7 quotes", "“the map comes last, not first”"}},
	{"a field narrows", []string{"s", "=speaker:oduya"}, []string{"3 of 7 quotes"}},
	{"what is not understood is said", []string{"s", "=since:tomorrowish"}, []string{"tomorrowish"}},
	{"enter lands on the words", []string{"s", "=map", "enter"}, []string{"-Search quotes", "┍━ 5 Reader", "▌ 4  “For us the map comes last"}},
	{"tab leads to the hits, whose keys are those of a list", []string{"s", "=the", "tab", "j"}, []string{"2/3"}},
	{"the comma asks for the best first", []string{"s", "=the", "tab", ","}, []string{"best first"}},
	{"and again for the newest", []string{"s", "=the", "tab", ",", ","}, []string{"newest first"}},
	{"a word that nothing holds leads to one that is held", []string{"s", "=garantees"}, []string{"did you mean guarantees (1)?"}},
	{"which enter searches", []string{"s", "=garantees", "enter"}, []string{"❯ guarantees", "1 of 7 quotes"}},
	{"tab completes a field", []string{"s", "=speak", "tab"}, []string{"❯ speaker:"}},
	{"esc closes the search, s goes on with it", []string{"s", "=map", "esc", "s"}, []string{"❯ map", "1 of 7 quotes"}},
	{"S finds proposals and briefings too", []string{"S", "=truce"}, []string{"Search everything", "1 proposal"}},
	{"i on a quote says why", []string{"4", "j", "j", "i"}, []string{"Why this quote", "Candidates", "81 %", "chosen", "cue verb"}},
	{"i on a briefing tells about it", []string{"1", "j", "i"}, []string{"About this briefing", "Harbour Post", "2025-04-27-package.md"}},
	{"i on an actor tells who may be the same", []string{"2", "G", "i"}, []string{"About Ilse Brandt", "May be", "Brandt (2 times, kept apart) ·", "I. Brandt"}},
	{"! lists the problems", []string{"!"}, []string{"! Problems", "2025-04-18-nonpaper.md:4", "shown without a date"}},
	{"? filters as one types", []string{"?", "=outline"}, []string{"outline", "-half page"}},
	{"and enter runs what is chosen", []string{"?", "=problems", "enter"}, []string{"! Problems", "-type to filter"}},
	{": finds an action by its name and runs it", []string{":", "=zoom", "enter"}, []string{"┍━ 4 Quotes", "-5 Reader"}},
	{"y says what was sent", []string{"4", "y"}, []string{"Sent to your terminal: 159 bytes, quote + source. Not there? :copy file"}},
	{":copy file writes it down", []string{"4", "y", ":", "=copy file", "enter"}, []string{"Written to ~/.local/state/parley/copied.txt"}},
	{"Y offers the forms", []string{"4", "Y"}, []string{"quote + source", "words alone", "Markdown", "place"}},
	{"< makes the lists narrower", []string{"<"}, []string{"╭─ 2 Actors ───────────────────────╮"}},
	{"- makes the text narrower", []string{"-"}, []string{"The text is up to 62 columns wide."}},
	{"U marks as read", []string{"1", "j", "U"}, []string{"Marked as read."}},
	{"e without an editor says so", []string{"e"}, []string{"editing is switched off here"}},
}

func TestFeatures(t *testing.T) {
	for _, c := range features {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, full(), fullOptions(), 120, 40)
			d.keys(c.keys...)
			for _, piece := range c.want {
				if rest, not := strings.CutPrefix(piece, "-"); not {
					d.seesNot(rest)
				} else {
					d.sees(piece)
				}
			}
		})
	}
}

// Every track can be come to, and the way to the next is on the screen at every size.
func TestAllTracksRound(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 20}} {
		d := drive(t, newFake(talks()), fullOptions(), size[0], size[1])
		for _, name := range []string{ceasefire, territory, format, "All tracks"} {
			d.keys("]")
			d.sees(name, "[", "]")
		}
	}
}

// A resize keeps what is selected, what is marked and where the text stands.
func TestResizeKeepsThePlace(t *testing.T) {
	d := drive(t, full(), fullOptions(), 120, 40)
	d.keys("]", "]", "4", "j", "j", "j", "enter")
	quote, shown := d.app.quotes.SelectedID(), d.app.reader.CurrentID()
	if quote == "" || shown != quote {
		t.Fatalf("%q is selected, %q shown", quote, shown)
	}
	for _, size := range [][2]int{{200, 60}, {20, 5}, {40, 12}, {70, 14}, {80, 24}, {0, 0}, {110, 19}, {120, 40}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if d.app.quotes.SelectedID() != quote || d.app.reader.CurrentID() != shown || d.app.where.track != territory || d.app.focus != layout.Reader {
			t.Fatalf("%v lost the place", size)
		}
	}
	d.sees("▌ 4  “For us the map comes last")
}

// What copies reach: the terminal by OSC 52, GNU screen wrapped in its own sequence.
func TestCopying(t *testing.T) {
	d := drive(t, full(), fullOptions(), 80, 24)
	d.keys("y")
	if len(d.sent) != 1 || !strings.Contains(strings.ToLower(strings.TrimPrefix(typeName(d.sent[0]), "*")), "clipboard") {
		t.Errorf("sent %v", d.sent)
	}
	o := fullOptions()
	o.Through, o.WriteCopy = Screen, nil
	d = drive(t, full(), o, 80, 24)
	d.keys("y")
	raw, ok := d.sent[0].(tea.RawMsg)
	if s, _ := raw.Msg.(string); !ok || !strings.HasPrefix(s, "\x1bP") || !strings.Contains(s, "]52;c;") || !strings.HasSuffix(s, "\x1b\\") {
		t.Errorf("sent %q", d.sent)
	}
	d.sees("Sent to your terminal: 159 bytes, quote + source.")
	d.seesNot(":copy file")
	d.keys(":", "=copy file", "enter")
	d.sees("nothing is written from here")
}

func TestACopyThatCannotBeWrittenIsNotSaidToBe(t *testing.T) {
	o := fullOptions()
	o.WriteCopy = func(string) (string, error) { return "", errors.New("the disk is full: free some room") }
	d := drive(t, full(), o, 80, 24)
	d.keys("y", ":", "=copy file", "enter")
	d.sees("the disk is full: free some room")
	d.seesNot("Written")
}

func TestEditing(t *testing.T) {
	o := fullOptions()
	var file string
	o.Editor = func(f string) (string, string, error) {
		file = f
		return "", "", errors.New("no editor is set: set EDITOR, as in EDITOR=nano")
	}
	d := drive(t, full(), o, 80, 24)
	d.keys("4", "j", "j", "e")
	d.sees("no editor is set: set EDITOR")
	if at, line := d.app.fileAt(); file != "2025-04-25-oster.md" || at != file || line != 5 {
		t.Errorf("%s, line %d", at, line)
	}
}

func TestQuitting(t *testing.T) {
	for _, keys := range [][]string{{"q"}, {"Q"}, {"ctrl+c"}, {"s", "=x", "ctrl+c"}, {"?", "ctrl+c"}, {"/", "=q", "ctrl+c"}} {
		d := drive(t, full(), fullOptions(), 80, 24)
		if d.keys(keys...); !d.quit {
			t.Errorf("%v does not quit", keys)
		}
	}
	for _, keys := range [][]string{{"esc", "esc", "esc"}, {"s", "q"}, {"?", "q"}, {"/", "q"}, {"i", "q"}, {"z", "q"}} {
		d := drive(t, full(), fullOptions(), 80, 24)
		if d.keys(keys...); d.quit {
			t.Errorf("%v quits", keys)
		}
	}
}

// An empty library leads on.
func TestTheWaysOutOfAnEmptyLibrary(t *testing.T) {
	d := drive(t, newFake(nil), fullOptions(), 80, 24)
	d.keys("j", "enter")
	d.sees("Envoy offers a package")
	o := fullOptions()
	o.Samples, o.NewBriefing = nil, nil
	d = drive(t, newFake(nil), o, 80, 24)
	d.sees("▸ Read the folder again")
	d.seesNot("template", "sample")
}
