package dashboard

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

func typeName(v any) string { return fmt.Sprintf("%T", v) }

// later answers a library that lacks the newest briefing at first.
func later() (lib *fake, comes func()) {
	lib = full()
	newest := lib.texts[0]
	lib.texts = lib.texts[1:]
	return lib, func() { lib.change(func() { lib.texts = append([]model.Text{newest}, lib.texts...) }) }
}

// comesIn lets a change reach the screen.
func (d *driver) comesIn() {
	d.t.Helper()
	d.settle()
}

func TestANewBriefingIsSaidAndMarked(t *testing.T) {
	lib, comes := later()
	lib.texts[0].Briefing.Unread = false
	d := drive(t, lib, fullOptions(), 120, 40)
	d.keys("4", "j", "j", "enter")
	before := d.app.reader.CurrentID()
	comes()
	d.comesIn()
	d.sees("1 new briefing: “Envoy offers a package”", "• Harbour Post", "Long meeting in Oster")
	if d.app.reader.CurrentID() != before {
		t.Error("the reader went elsewhere")
	}
	d.keys("K", "K", "5", "j")
	d.seesNot("1 new briefing")
}

// What comes while a library is being read in is no news, whichever answer comes first.
func TestReadingInIsNoNews(t *testing.T) {
	lib, comes := later()
	lib.progress = model.Progress{Done: 1, Total: 2, Reading: true}
	d := drive(t, lib, fullOptions(), 120, 40)
	lib.change(func() { lib.progress = model.Progress{} })
	comes()
	d.comesIn()
	d.seesNot("new briefing")
}

// A step to another track that is typed before there are any is made once there are.
func TestAStepIsNotLost(t *testing.T) {
	for name, before := range map[string]func(*App){
		"before anything is known": func(*App) {},
		"while the first text is read": func(a *App) {
			a.take(answer{to: askOverview, said: model.Overview{Progress: model.Progress{Reading: true}}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := New(full(), fullOptions())
			t.Cleanup(a.Close)
			a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			before(a)
			for _, key := range []rune{']', ']', '['} {
				a.Update(tea.KeyPressMsg{Code: key, Text: string(key)})
			}
			before(a)
			o, err := a.lib.Overview(t.Context(), model.Filter{})
			if err != nil {
				t.Fatal(err)
			}
			a.take(answer{to: askOverview, said: o})
			if a.where.track != o.Tracks[0].Name {
				t.Errorf("on %q, want %q", a.where.track, o.Tracks[0].Name)
			}
		})
	}
}

func TestAChangeOfWhatIsReadIsSaidAndThePlaceKept(t *testing.T) {
	lib := full()
	d := drive(t, lib, fullOptions(), 120, 40)
	d.keys("4", "j", "j", "enter")
	lib.change(func() {
		t := &lib.texts[1]
		t.Body = []byte("A first paragraph of seven new words.\n\n" + string(t.Body))
		t.Briefing.Words += 7
		for i := range t.Quotes {
			t.Quotes[i].Span.Start += 39
			t.Quotes[i].Span.End += 39
		}
		t.Proposals = nil
	})
	d.comesIn()
	d.sees("This briefing changed: 7 words more, as many quotes, 3 proposals less; your place is kept", "▌ 3  “We cannot leave")
}

// A briefing is read once its text has the focus; U takes it back for good.
func TestReadAndUnread(t *testing.T) {
	lib := full()
	o := fullOptions()
	var mu sync.Mutex
	var marks []string
	o.Read = func(file string, read bool) error {
		mu.Lock()
		defer mu.Unlock()
		marks = append(marks, fmt.Sprint(file, " ", read))
		lib.change(func() {
			for i := range lib.texts {
				if lib.texts[i].Briefing.File == file {
					lib.texts[i].Briefing.Unread = !read
				}
			}
		})
		return nil
	}
	d := drive(t, lib, o, 120, 40)
	d.sees("1 unread")
	d.keys("1", "j")
	if len(marks) > 0 {
		t.Errorf("looked at is not read: %v", marks)
	}
	d.keys("enter", "j")
	d.comesIn()
	d.seesNot("1 unread")
	d.keys("U")
	d.sees("Marked as unread.")
	d.comesIn()
	d.keys("j", "j")
	d.sees("1 unread")
	if got := strings.Join(marks, ", "); got != "2025-04-27-package.md true, 2025-04-27-package.md false" {
		t.Error(got)
	}
}
