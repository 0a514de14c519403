package ssh

import (
	"io"
	"net"
	"sync/atomic"
	"time"
)

// A writer sends to a client and gives up on one that takes nothing. It keeps no queue: while a client is slow the
// screen is drawn later, and only as it is then.
type writer struct {
	w        io.Writer
	conn     net.Conn
	patience time.Duration
	counters *Counters
	sent     atomic.Int64
}

func (w *writer) Write(p []byte) (int, error) {
	stalled := time.AfterFunc(w.patience, func() {
		w.counters.Stalled.Add(1)
		_ = w.conn.Close() // which ends the write
	})
	n, err := w.w.Write(p)
	stalled.Stop()
	w.sent.Add(int64(n))
	w.counters.Bytes.Add(int64(n))
	return n, err
}
