package dashboard

import (
	"testing"
	"time"
)

// Steps through Briefings: the first is followed at once, those without a pause between them when the keys rest.
func TestTheTextFollowsWhenTheKeysRest(t *testing.T) {
	d := drive(t, full(), fullOptions(), 120, 40)
	d.keys("1")
	files := d.app.briefings.Items()
	d.app.pause = 300 * time.Millisecond
	reads := func(i int) {
		t.Helper()
		if got := d.app.where.file; got != files[i].File {
			t.Errorf("the panes are narrowed to %q, not to %q", got, files[i].File)
		}
	}
	d.update(press("j"))
	reads(1)
	d.update(press("j"))
	d.update(press("j"))
	reads(1)
	if at, _ := d.app.briefings.Selected(); at.File != files[3].File {
		t.Errorf("%q is selected, not %q", at.File, files[3].File)
	}
	d.settle()
	reads(3)
	if d.app.where.reading != files[3].File || d.app.walk.on {
		t.Errorf("reading %q, still walking: %v", d.app.where.reading, d.app.walk.on)
	}
}

func TestAnotherKeyArrivesFirst(t *testing.T) {
	for _, key := range []string{"enter", "4", "i", "U", "tab", "/", "s", "]"} {
		d := drive(t, full(), fullOptions(), 120, 40)
		d.keys("1")
		files := d.app.briefings.Items()
		d.app.pause = 300 * time.Millisecond
		d.update(press("j"))
		d.update(press("j"))
		d.update(press(key))
		if got := d.app.where.reading; got != files[2].File {
			t.Errorf("%s found %q, not %q", key, got, files[2].File)
		}
		d.settle()
	}
}

// What the library says in between does not lead back.
func TestAnAnswerDuringAWalk(t *testing.T) {
	d := drive(t, full(), fullOptions(), 120, 40)
	d.keys("1")
	files := d.app.briefings.Items()
	d.app.pause = 300 * time.Millisecond
	d.update(press("j"))
	d.update(press("j"))
	d.update(answer{to: askBriefings, seq: d.app.asked[askBriefings].seq, said: d.app.briefings.Shown()})
	if at, _ := d.app.briefings.Selected(); at.File != files[2].File {
		t.Errorf("%q is selected, not %q", at.File, files[2].File)
	}
	d.settle()
	if got := d.app.where.reading; got != files[2].File {
		t.Errorf("reading %q, not %q", got, files[2].File)
	}
}
