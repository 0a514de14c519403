package cache

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestQuittingWhileReadingForTheFirstTime holds that what was read by then is there at once with the next start, that the
// rest is read, and that nothing is left lying about; also where what was left is damaged.
func TestQuittingWhileReadingForTheFirstTime(t *testing.T) {
	t.Parallel()
	c := newCorpus(t, 31, 30)
	for i := range youngLimit {
		c.names = append(c.names, fmt.Sprintf("e/x%05d.md", i))
		c.write(t, c.names[len(c.names)-1], fmt.Sprintf("Point %d of the truce was “never signed”, Lena Oduya said.\n", i))
	}
	s := scanOf(t, c.dir)
	for _, damage := range []bool{false, true} {
		o := Options{Dir: t.TempDir(), Threshold: 1}
		part := quitWhileReading(t, c, o)
		if damage {
			b, err := os.ReadFile(part)
			if err != nil {
				t.Fatal(err)
			}
			b[len(b)/2] ^= 0x41
			if err := os.WriteFile(part, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		l := open(t, c.dir, o)
		if n := l.now().overview.Briefings; n < youngLimit {
			t.Errorf("%d briefings are there at once, want %d or more", n, youngLimit)
		}
		if err := l.Settled(t.Context()); err != nil {
			t.Fatal(err)
		}
		for range 2 { // damage may show only when the snapshot is made
			if err := l.Flush(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := l.Refresh(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		compareWith(t, c, l, s, 20)
		if left := l.partFiles(); len(left) > 0 {
			t.Errorf("%q are left", left)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// quitWhileReading leaves a library as soon as a part of it is kept, and answers that.
func quitWhileReading(t *testing.T, c *corpus, o Options) (part string) {
	t.Helper()
	l := open(t, c.dir, o)
	for begun := time.Now(); ; time.Sleep(time.Millisecond) {
		if parts := l.partFiles(); len(parts) > 0 {
			part = parts[0]
			break
		}
		if time.Since(begun) > time.Minute {
			t.Fatal("nothing was kept")
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(l.file); err == nil {
		t.Skip("a snapshot was written before anybody could quit: the machine held this test up in between")
	}
	return part
}

// TestWhatChangedIsLeftForTheNextStart changes a few briefings again and again: what was read once is not read again, the
// answers are a scan's all the time, a question need not compare anything where nothing changed, and parts do not pile up.
func TestWhatChangedIsLeftForTheNextStart(t *testing.T) {
	t.Parallel()
	c := newCorpus(t, 33, 400)
	cache := t.TempDir()
	wholeNote(t, c.dir, cache)
	unchanged, most := 0, 0
	for round := range 30 {
		switch {
		case round%10 == 7:
			c.change(t)
		case round%2 == 0:
			c.add(t)
		default:
			c.write(t, c.names[c.r.IntN(len(c.names))], c.text())
		}
		l := lazily(t, c.dir, cache)
		if err := l.Settled(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := l.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		s := scanOf(t, c.dir)
		compareWith(t, c, l, s, 10)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		next := lazily(t, c.dir, cache)
		most = max(most, len(next.partFiles()))
		if round%3 == 0 { // a screen adds the parts later
			_ = next.Close() // nothing was compared
			next = open(t, c.dir, Options{Dir: cache, Threshold: 1, Watch: true})
		} else if _, ok := next.Unchanged(t.Context()); ok {
			unchanged++
			compareWith(t, c, next, s, 10)
		}
		if err := next.Settled(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(next.young) > 1 { // one may stand still for too short a time to be trusted
			t.Errorf("round %d: %d briefings were read again", round, len(next.young))
		}
		compareWith(t, c, next, s, 10)
		if err := next.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if unchanged == 0 {
		t.Error("every start compared everything")
	}
	if most == 0 || most > smallParts+2 {
		t.Errorf("at most %d parts lay there", most)
	}
}
