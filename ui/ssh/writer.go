package ssh

import (
	"bytes"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// A writer sends to a client and gives up on one that takes nothing. It keeps no queue: while a client is slow the
// screen is drawn later, and only as it is then.
//
//   - A client is given its patience for every piece, not for all that is sent: 9,600 bit/s is slow, not stalled.
type writer struct {
	w        io.Writer
	stalled  func() // ends the connection, and so the write
	patience time.Duration
	counters *Counters
	sent     *atomic.Int64 // by the session
}

const piece = 4 << 10 // bytes; four seconds of 9,600 bit/s

func (w *writer) Write(p []byte) (written int, err error) {
	for len(p) > 0 && err == nil {
		var n int
		late := time.AfterFunc(w.patience, w.stalled)
		n, err = w.w.Write(p[:min(len(p), piece)])
		late.Stop()
		w.sent.Add(int64(n))
		w.counters.Bytes.Add(int64(n))
		written += n
		p = p[n:]
	}
	return written, err
}

// inTurn lets several write, one after the other.
type inTurn struct {
	mu sync.Mutex
	w  io.Writer
}

func (t *inTurn) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.w.Write(p)
}

// lines writes for a terminal in raw mode, where a line feed does not go back to the first column.
type lines struct{ w io.Writer }

func (l *lines) Write(p []byte) (int, error) {
	if _, err := l.w.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}
