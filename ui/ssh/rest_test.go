package ssh

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rests := 0
		r := newRest(nil)
		r.begin = func() { rests++ }
		after := func(wait time.Duration, want int, when string) {
			t.Helper()
			time.Sleep(wait)
			synctest.Wait()
			if rests != want {
				t.Errorf("%s: %d rests, want %d", when, rests, want)
			}
		}
		r.enter()
		r.enter()
		after(time.Hour, 0, "two sessions")
		r.leave()
		after(time.Hour, 0, "one is left")
		r.leave()
		after(r.pause-1, 0, "nobody for less than the pause")
		r.enter()
		after(time.Hour, 0, "somebody came in time")
		r.leave()
		after(r.pause, 1, "nobody any more")
		after(time.Hour, 1, "once is enough")
		r.enter()
		r.leave()
		after(r.pause, 2, "the next time")
	})
}
