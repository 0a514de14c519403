package ssh

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// A glass is a terminal that is painted on, and what it is compared with: one on which the last frame was put at once.
type glass struct {
	t       testing.TB
	painter *painter
	screen  *vt.Emulator
	sent    int // bytes of the last frame
}

func newGlass(t testing.TB, terminal string, w, h int) *glass {
	g := &glass{t, newPainter(io.Discard, terminal, colorprofile.TrueColor, w, h), vt.NewEmulator(w, h), 0}
	t.Cleanup(unheard(g.screen))
	return g
}

// unheard reads the answers of a terminal that nobody waits for, until the function that it answers is called. Closing the
// terminal itself would race with the reading.
func unheard(screen *vt.Emulator) (end func()) {
	go io.Copy(io.Discard, screen) //nolint:errcheck // nothing is kept
	return func() { _ = screen.InputPipe().(io.Closer).Close() }
}

// shows paints a frame and holds the terminal to it, cell by cell.
func (g *glass) shows(f frame) {
	g.t.Helper()
	if w, h := g.screen.Width(), g.screen.Height(); w != f.width || h != f.height {
		g.screen.Resize(f.width, f.height)
	}
	b := bytes.Clone(g.painter.paint(f))
	g.sent = len(b)
	_, _ = g.screen.Write(b)

	want := vt.NewEmulator(f.width, f.height)
	defer unheard(want)()
	for y, line := range strings.Split(f.content, "\n") {
		if y < f.height {
			fmt.Fprintf(want, "\x1b[m\x1b]8;;\a\x1b[%d;1H\x1b[?7l%s", y+1, line)
		}
	}
	for y := range f.height {
		for x := range f.width {
			a, b := g.screen.CellAt(x, y), want.CellAt(x, y)
			if !a.Equal(b) {
				g.t.Fatalf("column %d of row %d is %+v, want %+v\n%s\nwanted\n%s\nwhat was sent: %q", x, y, a, b, g.screen, want, g.painter.canvas.out)
			}
		}
	}
	if f.cursor.on {
		if at := g.screen.CursorPosition(); at.X != f.cursor.x || at.Y != f.cursor.y {
			g.t.Fatalf("the cursor is at %v, want %v", at, f.cursor)
		}
	}
}

// scene answers rows as a screen has them: frames, styles, links, wide letters, marks, emoji.
func scene(r *rand.Rand, w, h int) []string {
	pieces := []string{
		"a", "word ", "│", "╭──", "            ", "  ", "\x1b[m", "\x1b[1m", "\x1b[38;5;110m", "\x1b[48;2;9;8;7m", "\x1b[7m", "\x1b[38;5;245;22m", "漢字", "é", "ở", "“quoted”", "🙂",
		"\x1b]8;;https://example.org/a\a", "\x1b]8;;\a", "נָא", "ไทย",
	}
	rows := make([]string, h)
	for y := range rows {
		var b strings.Builder
		for ansi.StringWidthWc(b.String()) < w && r.IntN(12) > 0 {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		rows[y] = ansi.TruncateWc(b.String(), w, "") + "\x1b[m\x1b]8;;\a"
	}
	return rows
}

// Whatever was shown before, in the end a terminal shows the last frame, as if it had been put on a blank one.
func TestATerminalShowsTheLastFrame(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := frame{width: 20 + r.IntN(60), height: 4 + r.IntN(20)}
		g := newGlass(t, []string{"xterm-256color", "vt220"}[seed%2], f.width, f.height)
		rows := scene(r, f.width, f.height)
		for range 40 {
			other := scene(r, f.width, f.height)
			switch at := r.IntN(f.height); r.IntN(6) {
			case 0: // all anew
				rows = other
			case 1: // scrolled, up or down, under a row that stays
				rows = append(append(rows[:1:1], rows[1+at%(f.height-1):]...), other[:at%(f.height-1)]...)
			case 2:
				rows = append(append(rows[:1:1], other[:at%(f.height-1)]...), rows[1:f.height-at%(f.height-1)]...)
			case 3: // another size
				f.width, f.height = 20+r.IntN(60), 4+r.IntN(20)
				rows = scene(r, f.width, f.height)
			default: // a few letters
				rows[at] = other[at]
			}
			f.content = strings.Join(rows, "\n")
			f.cursor.on, f.cursor.x, f.cursor.y = r.IntN(2) == 0, r.IntN(f.width), r.IntN(f.height)
			f.whole = r.IntN(2) == 0
			g.shows(f)
		}
	}
}

// Of what is no text only styles and links reach a terminal, and marks stand on their letters.
func TestARowIsTextStylesAndLinks(t *testing.T) {
	for row, want := range map[string]string{
		"plain":                                      "plain",
		"a\x1b[31mb\x1b[mc":                          "a\x1b[31mb\x1b[mc",
		"a\x1b[31m\u0301b\x1b[m":                     "a\u0301\x1b[1;2H\x1b[31mb",
		"a\x1b]8;;https://example.org\x1b\\b":        "a\x1b]8;;https://example.org\ab",
		"a\x1b[2Jb\x1b[5;5Hc\x1b]52;c;aGk=\ad\x1bce": "abcde",
		"a\x1bP+q544e\x1b\\b\x1b_Ga=d\x1b\\c":        "abc",
		"a\u009b31mb\u0085c\u200dd":                  "a31mbc\u200d\x1b[1;7Hd",
		"a\x00b\x07c\x7fd\re":                        "abcde",
	} {
		p := newPainter(io.Discard, "xterm", colorprofile.TrueColor, 40, 1)
		p.paint(frame{content: " ", width: 40, height: 1})
		got := string(p.paint(frame{content: row, width: 40, height: 1}))
		if got = strings.TrimPrefix(got, "\x1b[1;1H"); got != want {
			t.Errorf("%q is sent as %q, want %q", row, got, want)
		}
	}
}

// What a terminal is sent is no more than what differs.
func TestOnlyWhatDiffersIsSent(t *testing.T) {
	rows := make([]string, 40)
	for y := range rows {
		rows[y] = fmt.Sprintf("\x1b[38;5;242m│\x1b[m row %2d of the list %s\x1b[38;5;242m│\x1b[m", y, strings.Repeat(" ", 98))
	}
	f := frame{width: 120, height: 40}
	g := newGlass(t, "xterm-256color", f.width, f.height)
	step := func(name string, most int, how func()) {
		t.Helper()
		how()
		f.content = strings.Join(rows, "\n")
		if g.shows(f); g.sent > most {
			t.Errorf("%s: %d bytes, at most %d: %q", name, g.sent, most, g.painter.canvas.out)
		}
	}
	step("all", 3000, func() {})
	step("nothing", 0, func() {})
	step("a letter", 10, func() { rows[7] = strings.Replace(rows[7], "row", "raw", 1) })
	step("two letters near each other", 14, func() { rows[8] = strings.Replace(rows[8], "the", "tea", 1) })
	step("the words of a row", 32, func() { rows[9] = strings.Replace(rows[9], "row  9 of the list ", "                   ", 1) })
	step("a row further up", 90, func() { copy(rows[3:30], rows[4:31]) })
	step("a row further down", 90, func() { copy(rows[4:31], rows[3:30]) })
	step("the end of a row", 18, func() { rows[39] = " row" })
}

// A painter sends a key and what it finds in one frame, frames apart, and nothing while nothing changes.
func TestFramesAreApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type sent struct {
			at   time.Duration
			text string
		}
		var all []sent
		begun := time.Now()
		p := newPainter(writes(func(b []byte) { all = append(all, sent{time.Since(begun), string(b)}) }), "xterm", colorprofile.TrueColor, 20, 1)
		go p.run()
		look := func(s string) { p.show(tea.View{Content: s}) }
		look("one")
		time.Sleep(time.Millisecond)
		look("two")
		time.Sleep(10 * time.Millisecond)
		for i := range 20 {
			look(fmt.Sprintf("n %02d", i))
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(time.Hour)
		look("n 19")
		time.Sleep(time.Hour)
		p.close()
		if len(all) == 0 || strings.Contains(all[0].text, "one") || !strings.Contains(all[0].text, "two") {
			t.Fatalf("sent %v", all)
		}
		if n := len(all) - 2; n < 5 || n > 8 {
			t.Errorf("200 ms are %d frames", n)
		}
		for i := 1; i < len(all)-1; i++ {
			if gap := all[i].at - all[i-1].at; gap < framesApart {
				t.Errorf("frame %d comes %v after the one before", i, gap)
			}
		}
		if last := all[len(all)-1].text; !strings.Contains(last, ansi.ResetModeAltScreenSaveCursor) || !strings.Contains(last, showCursor) {
			t.Errorf("the terminal is given back with %q", last)
		}
	})
}

type writes func([]byte)

func (w writes) Write(b []byte) (int, error) {
	w(bytes.Clone(b))
	return len(b), nil
}

func FuzzRow(f *testing.F) {
	for _, row := range []string{"plain", "\x1b[38;5;9mx\u0301\x1b[m漢字 ", "\x1b]8;;https://example.org\ab\x1b]8;;\a", "\x1bP\x1b\\\u009b1m\xff\xc3"} {
		f.Add(row, uint8(12), true)
	}
	f.Fuzz(func(t *testing.T, row string, width uint8, graphemes bool) {
		c := canvas{width: int(width), height: 1, profile: colorprofile.TrueColor}
		if graphemes {
			c.method = ansi.GraphemeWidth
		}
		cells := c.cells(nil, row)
		if len(cells) != c.width {
			t.Fatalf("%d cells, want %d", len(cells), c.width)
		}
		for i, x := range cells {
			if strings.ContainsFunc(x.text, unicode.IsControl) {
				t.Fatalf("cell %d is %q", i, x.text)
			}
			if covered := cells[i:min(i+max(x.width, 1), len(cells))]; len(covered) < x.width {
				t.Fatalf("cell %d reaches over the end", i)
			}
		}
	})
}
