package dashboard

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parley/model"
)

// A driver plays the terminal and bubbletea: it sends messages, runs commands, and looks at the screen.
type driver struct {
	t      testing.TB
	app    *App
	cmds   chan tea.Msg
	open   int // commands that have not answered
	others int // calls of Wait that are another driver's
	sent   []tea.Msg
	quit   bool
	seen   string // the screen that was measured last, in a window of w×h
	w, h   int
}

func testOptions() Options {
	return Options{Style: Dark, Profile: colorprofile.TrueColor, Now: func() time.Time { return time.Date(2025, 4, 27, 9, 40, 0, 0, time.UTC) }}
}

// drive starts an App in a window and lets everything come that can come.
func drive(t testing.TB, lib model.Library, o Options, w, h int) *driver {
	t.Helper()
	d := start(t, lib, o, w, h)
	d.settle()
	return d
}

// start does the same without waiting for any answer.
func start(t testing.TB, lib model.Library, o Options, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, app: New(lib, o), cmds: make(chan tea.Msg, 1000)}
	d.app.pause, d.others = 0, lib.(*fake).waiting()
	t.Cleanup(d.app.Close)
	d.run(d.app.Init())
	d.update(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// run starts a command the way bubbletea does.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	d.open++
	go func() { d.cmds <- cmd() }()
}

// send hands a message to the App and waits for what follows from it.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	d.update(msg)
	d.settle()
}

func (d *driver) update(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	d.run(cmd)
	d.lawful()
}

// settle takes answers until nothing is open but what waits for a change of the library.
func (d *driver) settle() {
	d.t.Helper()
	limit := time.Now().Add(90 * time.Second)
	for len(d.cmds) > 0 || d.open > d.waiting() {
		select {
		case msg := <-d.cmds:
			d.open--
			d.took(msg)
		case <-time.After(time.Millisecond): // a command may have begun to wait
			if time.Now().After(limit) {
				d.t.Fatalf("%d commands never answered", d.open)
			}
		}
	}
}

func (d *driver) took(msg tea.Msg) {
	switch m := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range m {
			d.run(cmd)
		}
	case tea.QuitMsg:
		d.quit = true
	case answer, paused, rested, sent, edited, broken, indexed, marked:
		d.update(m)
	default:
		d.sent = append(d.sent, m) // for the terminal
	}
}

// waiting counts what waits for a change for this App, not for one that was driven before over the same library.
func (d *driver) waiting() int {
	n := d.app.lib.(*fake).waiting()
	d.others = min(d.others, n)
	return n - d.others
}

// lawful holds the size law: the screen is as large as the window, after every message.
func (d *driver) lawful() {
	d.t.Helper()
	v := d.app.View()
	if v.Content == d.seen && d.app.width == d.w && d.app.height == d.h {
		return // measured before
	}
	d.seen, d.w, d.h = v.Content, d.app.width, d.app.height
	if w, h := lipgloss.Size(v.Content); d.app.height > 0 && d.app.width > 0 && (w != d.app.width || h != d.app.height) {
		d.t.Fatalf("screen is %d×%d in a window of %d×%d:\n%s", w, h, d.app.width, d.app.height, ansi.Strip(v.Content))
	}
	if again := d.app.View().Content; again != v.Content {
		d.t.Fatal("two looks at one screen differ")
	}
}

// keys presses keys, named as the table names them; "=word" types its letters.
func (d *driver) keys(names ...string) {
	d.t.Helper()
	for _, name := range names {
		if word, ok := strings.CutPrefix(name, "="); ok {
			for _, r := range word {
				d.send(press(string(r)))
			}
			continue
		}
		d.send(press(name))
	}
}

// press answers the message of a key.
func press(name string) tea.KeyPressMsg {
	named := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
		"pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete}
	switch {
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case name == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case strings.HasPrefix(name, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	case named[name] != 0:
		return tea.KeyPressMsg{Code: named[name]}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: string(r)}
}

// screen answers what is to be seen, without colours.
func (d *driver) screen() string { return ansi.Strip(d.app.View().Content) }

// sees fails unless all the pieces are on the screen.
func (d *driver) sees(pieces ...string) {
	d.t.Helper()
	for _, p := range pieces {
		if !strings.Contains(d.screen(), p) {
			d.t.Errorf("no %q on the screen:\n%s", p, d.screen())
		}
	}
}

func (d *driver) seesNot(pieces ...string) {
	d.t.Helper()
	for _, p := range pieces {
		if strings.Contains(d.screen(), p) {
			d.t.Errorf("%q on the screen:\n%s", p, d.screen())
		}
	}
}
