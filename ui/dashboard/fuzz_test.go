package dashboard

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// Every key that the table names, and some letters that only a line of input takes.
func allKeys() []string {
	seen := map[string]bool{}
	var all []string
	for _, l := range Lines() {
		for _, b := range l.Bindings {
			for _, k := range b.Keys() {
				if !seen[k] && b.Name != "quit" && b.Name != "leave" {
					seen[k] = true
					all = append(all, k)
				}
			}
		}
	}
	return append(all, "=territory", "=speaker:", "w", "é", "会", "ctrl+w", "backspace", "delete")
}

// wild is a library with what is hard to draw, and options that all are there and fail half of the time.
func wild(random *rand.Rand) (*fake, Options) {
	f := newFake(talks())
	f.texts[0].Briefing.Title = "👨‍👩‍👧‍👦 奥斯特会谈 \u202eevil\x1b[31m ❤️ नमस्ते " + strings.Repeat("long ", 30)
	f.texts[1].Quotes[0].Speaker.Name = "鈴木 一郎 👍🏽"
	f.texts[2].Quotes[0].Text = strings.Repeat("会谈、进行。", 20)
	f.problems = []model.Problem{{File: "x\x1b.md", Line: 3, Message: strings.Repeat("wrong ", 40), Done: "left out"}}
	o := testOptions()
	half := func() error {
		if random.IntN(2) == 0 {
			return errors.New("the disk is full: free some room")
		}
		return nil
	}
	o.WriteCopy = func(string) (string, error) { return "/state/copied.txt", half() }
	o.Read = func(string, bool) error { return half() }
	o.Stop = func() {}
	return f, o
}

// monkey presses random keys and resizes the window. The driver holds the size law after every message.
func monkey(t *testing.T, seed uint64, presses int) {
	random := rand.New(rand.NewPCG(seed, 7))
	lib, o := wild(random)
	sizes := [][2]int{{120, 40}, {80, 24}, {40, 20}, {170, 50}, {39, 11}, {0, 0}, {1, 1}, {70, 14}, {40, 12}, {110, 19}, {200, 60}}
	size := func() (int, int) {
		if random.IntN(3) == 0 {
			return random.IntN(180), random.IntN(50)
		}
		s := sizes[random.IntN(len(sizes))]
		return s[0], s[1]
	}
	w, h := size()
	d := drive(t, lib, o, w, h)
	keys := allKeys()
	var trail []string
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("seed %d: %v after %s", seed, p, strings.Join(trail, " "))
		}
	}()
	for range presses {
		switch k := random.IntN(40); {
		case k < 2:
			w, h := size()
			trail = append(trail, fmt.Sprintf("%d×%d", w, h))
			d.send(tea.WindowSizeMsg{Width: w, Height: h})
		case k == 2:
			trail = append(trail, "(change)")
			lib.change(func() { lib.texts = append(lib.texts[1:], lib.texts[0]) })
			d.settle()
		default:
			key := keys[random.IntN(len(keys))]
			trail = append(trail, key)
			d.keys(key)
		}
	}
}

// A hundred times two hundred keys, as the first issue asks.
func TestRandomKeys(t *testing.T) {
	n := 100
	if testing.Short() {
		n = 10
	}
	for seed := range n {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			monkey(t, uint64(seed), 200)
		})
	}
}

// The body is three keys over one briefing in a small window, and nothing waits in it, so that many are tried.
func FuzzKeys(f *testing.F) {
	keys := allKeys()
	for i := range keys {
		f.Add(uint8(i), uint8(40), uint8(3), uint8(40), uint8(12))
	}
	lib := newFake(talks()[:1])
	lib.still = true
	f.Fuzz(func(t *testing.T, a, b, c, w, h uint8) {
		app := New(lib, testOptions())
		defer app.Close()
		app.pause = 0
		d := &driver{t: t, app: app}
		var do func(tea.Cmd, int)
		update := func(msg tea.Msg, depth int) {
			_, cmd := app.Update(msg)
			do(cmd, depth)
		}
		do = func(cmd tea.Cmd, depth int) {
			if cmd == nil || depth > 12 {
				return
			}
			switch m := cmd().(type) {
			case tea.BatchMsg:
				for _, cmd := range m {
					do(cmd, depth+1)
				}
			case answer, paused, rested, sent, marked, broken, indexed:
				update(m, depth+1)
			}
		}
		do(app.Init(), 0)
		update(tea.WindowSizeMsg{Width: int(w % 90), Height: int(h % 26)}, 0)
		for _, i := range []uint8{a, b, c} {
			update(press(strings.TrimPrefix(keys[int(i)%len(keys)], "=")), 0)
			d.lawful()
		}
	})
}
