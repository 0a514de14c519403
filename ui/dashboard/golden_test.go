package dashboard

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"parley/model"
)

// The screens as text, to be read beside the drawings: go test ./ui/dashboard -update writes them anew.

func problems() []model.Problem {
	return []model.Problem{
		{File: "2025-04-18-nonpaper.md", Line: 4, Message: "front matter: date “18.4” is not a date", Done: "shown without a date"},
		{File: "cable-25MARN114.txt", Line: 1, Message: "not UTF-8; read as windows-1251"},
		{File: "annex.pdf", Message: "PDF is not read directly; use parley import annex.pdf", Skipped: true},
	}
}

func full() *fake {
	f := newFake(talks())
	f.problems = problems()
	return f
}

func fullOptions() Options {
	o := testOptions()
	o.WriteCopy = func(string) (string, error) { return "~/.local/state/parley/copied.txt", nil }
	o.Read = func(string, bool) error { return nil }
	o.Samples = func() (model.Library, error) { return newFake(talks()), nil }
	o.NewBriefing = func() (string, error) { return "first.md", nil }
	o.Stop = func() {}
	return o
}

type scene struct {
	name string
	w, h int
	keys []string
}

func TestScreens(t *testing.T) {
	for _, c := range []scene{
		{"120x40", 120, 40, nil},
		{"120x40 track and quote shown", 120, 40, []string{"]", "]", "1", "j", "j", "4", "j", "enter"}},
		{"120x40 reading line", 120, 40, []string{"5", "j", "j", "j"}},
		{"120x40 find", 120, 40, []string{"/", "=truce", "enter", "n"}},
		{"120x40 one actor", 120, 40, []string{"a"}},
		{"170x50 with notes", 170, 50, []string{"J", "4", "enter"}},
		{"110x19 low", 110, 19, nil},
		{"80x24", 80, 24, nil},
		{"80x24 briefings", 80, 24, []string{"1", "j"}},
		{"80x24 tracks", 80, 24, []string{"0", "j"}},
		{"80x24 reader", 80, 24, []string{"J", "enter"}},
		{"80x24 zoom", 80, 24, []string{"5", "z"}},
		{"80x24 finding", 80, 24, []string{"/", "=map"}},
		{"80x24 copied", 80, 24, []string{"y"}},
		{"40x20", 40, 20, nil},
		{"40x20 briefings", 40, 20, []string{"1"}},
		{"40x20 actors", 40, 20, []string{"2"}},
		{"40x20 proposals", 40, 20, []string{"3"}},
		{"40x20 reader", 40, 20, []string{"5", "j"}},
		{"40x20 tracks", 40, 20, []string{"0"}},
		{"40x20 a long name", 40, 20, []string{"!", "esc", "0", "G", "enter"}},
		{"40x12 least", 40, 12, nil},
		{"40x6 tiny", 40, 6, nil},
		{"30x2 tiny", 30, 2, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, full(), fullOptions(), c.w, c.h)
			d.keys(c.keys...)
			golden.RequireEqual(t, d.screen())
		})
	}
}

func TestOverlays(t *testing.T) {
	for _, c := range []scene{
		{"search 100x26", 100, 26, []string{"s", "=guarantees"}},
		{"search with nothing typed", 100, 26, []string{"s"}},
		{"search in the hits", 100, 26, []string{"s", "=the", "tab", "j", ","}},
		{"search that finds nothing", 100, 26, []string{"s", "=garantees"}},
		{"search of an unknown field", 100, 26, []string{"s", "=speeker:oduya"}},
		{"search everything", 120, 40, []string{"S", "=truce"}},
		{"search 80x24", 80, 24, []string{"s", "=the"}},
		{"search 40x20", 40, 20, []string{"s", "=the"}},
		{"help 80x24", 80, 24, []string{"?"}},
		{"help 80x24 turned", 80, 24, []string{"?", "pgdown"}},
		{"help filtered", 80, 24, []string{"?", "=copy"}},
		{"help 120x40", 120, 40, []string{"?"}},
		{"help 40x20", 40, 20, []string{"?"}},
		{"commands", 80, 24, []string{":", "=track"}},
		{"tracks", 80, 24, []string{"t"}},
		{"tracks narrowed", 80, 24, []string{"t", "=cea"}},
		{"outline", 80, 24, []string{"J", "J", "o"}},
		{"copy as", 80, 24, []string{"Y"}},
		{"about a briefing", 80, 24, []string{"1", "j", "i"}},
		{"why a quote", 80, 24, []string{"i"}},
		{"why a proposal", 120, 40, []string{"3", "j", "i"}},
		{"about an actor", 80, 24, []string{"2", "i"}},
		{"problems", 80, 24, []string{"!"}},
		{"problems 40x20", 40, 20, []string{"!", "j"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, full(), fullOptions(), c.w, c.h)
			d.keys(c.keys...)
			golden.RequireEqual(t, d.screen())
		})
	}
}

// What a library that is empty, being read, broken or changed looks like.
func TestStates(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		make func() *fake
		keys []string
	}{
		{"empty", 80, 24, func() *fake { return newFake(nil) }, nil},
		{"empty 40x20", 40, 20, func() *fake { return newFake(nil) }, []string{"j"}},
		{"before anything has come", 80, 24, func() *fake { f := full(); f.gate = make(chan struct{}); return f }, nil},
		{"reading, nothing yet", 80, 24, func() *fake {
			f := newFake(nil)
			f.progress = model.Progress{Done: 214, Total: 310, Skipped: 2, Reading: true}
			return f
		}, nil},
		{"reading, some is there", 120, 40, func() *fake {
			f := full()
			f.progress = model.Progress{Done: 214, Total: 310, Skipped: 2, Reading: true}
			return f
		}, nil},
		{"reading stopped", 80, 24, func() *fake {
			f := full()
			f.progress = model.Progress{Done: 214, Total: 310, Reading: true}
			return f
		}, []string{"esc"}},
		{"only problems", 80, 24, func() *fake { f := newFake(nil); f.problems = problems(); return f }, []string{"!"}},
		{"nothing can be read", 80, 24, func() *fake {
			f := full()
			f.err = errors.New("~/briefings cannot be read: permission denied; see who may read it with ls -l")
			return f
		}, nil},
		{"a panic in the library", 80, 24, func() *fake { f := full(); f.fail = "text"; return f }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			lib := c.make()
			d := start(t, lib, fullOptions(), c.w, c.h)
			if lib.gate == nil {
				d.settle()
			}
			d.keys(c.keys...)
			golden.RequireEqual(t, d.screen())
		})
	}
}

// One screen in every style, with its colours.
func TestStyles(t *testing.T) {
	for _, s := range []Style{Dark, Light, Mono} {
		t.Run(string(s), func(t *testing.T) {
			o := fullOptions()
			o.Style = s
			d := drive(t, full(), o, 80, 24)
			d.keys("J", "4", "enter", "4")
			golden.RequireEqual(t, d.app.View().Content)
		})
	}
}

// Signs beyond Latin-1 and box drawing have a plainer form.
func TestPlainSigns(t *testing.T) {
	o := fullOptions()
	o.Plain = true
	d := drive(t, full(), o, 80, 24)
	d.send(tea.EnvMsg{"TERM=xterm", "LANG=C"})
	golden.RequireEqual(t, d.screen())
}
