package dashboard

import (
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/ui/layout"
)

func TestOneIsWhereOneWas(t *testing.T) {
	lib := newFake(talks())
	var last Place
	o := Options{Style: Mono, Remember: func(p Place) { last = p }}
	d := drive(t, lib, o, 40, 12)
	if last != (Place{}) {
		t.Errorf("a place before any key: %+v", last)
	}
	d.keys("]", "J", "5", "G", "4")
	was := last
	if was.Track == "" || was.File == "" || was.Reading == "" || was.Pane != int(layout.Quotes) || was.At == 0 {
		t.Fatalf("the place is %+v", was)
	}
	o.Place, last = was, Place{}
	d = drive(t, lib, o, 40, 12)
	d.keys("2", "4")
	if last != was {
		t.Errorf("it was %+v and is now %+v", was, last)
	}
	d.sees("[ "+was.Track+" ]", "[4 Quo]")
}

func TestAPlaceThatIsGoneIsLetGoOf(t *testing.T) {
	lib := newFake(talks())
	for name, p := range map[string]Place{
		"a track":       {Pane: 4, Track: "No such track"},
		"a briefing":    {Pane: 4, File: "gone.md", Reading: "gone.md", At: 99},
		"a hostile one": {Pane: -7, At: -1},
		"another":       {Pane: 400, At: 1 << 40},
	} {
		d := drive(t, lib, Options{Style: Mono, Place: p}, 120, 40)
		d.keys("4")
		for _, is := range []string{"▸ All tracks", "▸ All briefings", "“We will read every line of it”", "Envoy offers a package"} {
			if now := d.screen(); !strings.Contains(now, is) {
				t.Errorf("%s that is gone: no %q on\n%s", name, is, now)
			}
		}
	}
}

func TestWhatIsNewSinceTheLastVisit(t *testing.T) {
	now := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	o := Options{
		Style: Mono, Now: func() time.Time { return now },
		LastVisit: time.Date(2026, 11, 26, 18, 40, 0, 0, time.UTC), News: func() int { return 3 },
	}
	d := drive(t, newFake(talks()), o, 120, 40)
	d.sees("3 new since 26 Nov 18:40", "3 new since 26 Nov 18:40.")
	d = drive(t, newFake(talks()), o, 80, 24)
	d.sees("3 new since 26 Nov 18:40.")
	d.keys("j")
	d.seesNot("since")
	o.News = func() int { return 0 }
	o.LastVisit = time.Date(2025, 11, 26, 18, 40, 0, 0, time.UTC)
	drive(t, newFake(talks()), o, 120, 40).sees("nothing new since 26 Nov 2025")

	lib := newFake(talks())
	lib.progress = model.Progress{Done: 1, Total: 2, Reading: true}
	drive(t, lib, o, 120, 40).seesNot("since")
}
