package ssh

import (
	"runtime/debug"
	"sync"
	"time"
)

// A rest is what a server takes once its last session is over: what the sessions needed goes back to the system. Left
// alone, Go gives memory back over minutes, or not at all where nothing is allocated any more.
//
//   - It begins a moment after the last session: the connection still lingers, and whoever just looks in again, or runs
//     one command after the other, is not to pay for it.
type rest struct {
	pause time.Duration
	begin func()

	mu   sync.Mutex
	open int
	due  *time.Timer
}

func newRest(besides func()) *rest {
	return &rest{pause: 2 * linger, begin: func() {
		if besides != nil {
			besides()
		}
		debug.FreeOSMemory()
	}}
}

// enter says that a session begins.
func (r *rest) enter() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.open++
	r.stop()
}

// leave says that one is over.
func (r *rest) leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.open--; r.open == 0 {
		r.due = time.AfterFunc(r.pause, r.begin)
	}
}

// stop is for whoever holds the lock.
func (r *rest) stop() {
	if r.due != nil {
		r.due.Stop()
		r.due = nil
	}
}
