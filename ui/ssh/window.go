package ssh

import (
	"sync"

	"golang.org/x/crypto/ssh"
)

// A window is the client's, clamped to what a screen can be. Of many changes only the newest is told.
type window struct {
	mu            sync.Mutex
	width, height int
	changed       chan struct{} // one place: more changes than the screen can follow become one
	closed        bool
}

const widest, tallest = 1000, 500

func newWindow() *window { return &window{width: 80, height: 24, changed: make(chan struct{}, 1)} }

func (w *window) set(columns, rows uint32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if columns == 0 || rows == 0 { // some clients send no size
		columns, rows = 80, 24
	}
	w.width, w.height = int(min(columns, widest)), int(min(rows, tallest))
	if w.closed {
		return
	}
	select {
	case w.changed <- struct{}{}:
	default:
	}
}

func (w *window) change(payload []byte) bool {
	var c struct{ Columns, Rows, Width, Height uint32 }
	if ssh.Unmarshal(payload, &c) != nil {
		return false
	}
	w.set(c.Columns, c.Rows)
	return true
}

func (w *window) size() (width, height int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.width, w.height
}

// close ends the changes. The channel is closed once, so that whoever follows it ends too instead of spinning.
func (w *window) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.closed {
		w.closed = true
		close(w.changed)
	}
}
