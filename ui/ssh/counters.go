package ssh

import (
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"sync/atomic"

	"parley/model/text"
)

// Counters count what happened since the server started.
type Counters struct {
	Sessions atomic.Int64 // begun
	Open     atomic.Int64 // now
	Refused  atomic.Int64 // keys that may not enter
	Turned   atomic.Int64 // away, for want of a place
	Denied   atomic.Int64 // requests for what is not served
	Stalled  atomic.Int64 // sessions dropped, their client took nothing
	Idle     atomic.Int64 // sessions ended for want of a key pressed
	Panics   atomic.Int64
	Bytes    atomic.Int64 // sent to clients
}

// WriteTo writes the counters in the text form that Prometheus reads.
func (c *Counters) WriteTo(w io.Writer) (n int64, err error) {
	for _, line := range []struct {
		name, kind string
		value      int64
	}{
		{"parley_sessions_total", "counter", c.Sessions.Load()}, {"parley_sessions_open", "gauge", c.Open.Load()},
		{"parley_keys_refused_total", "counter", c.Refused.Load()}, {"parley_turned_away_total", "counter", c.Turned.Load()},
		{"parley_requests_denied_total", "counter", c.Denied.Load()}, {"parley_stalled_total", "counter", c.Stalled.Load()},
		{"parley_idle_total", "counter", c.Idle.Load()}, {"parley_panics_total", "counter", c.Panics.Load()},
		{"parley_sent_bytes_total", "counter", c.Bytes.Load()},
	} {
		m, err := fmt.Fprintf(w, "# TYPE %s %s\n%s %d\n", line.name, line.kind, line.name, line.value)
		n += int64(m)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// recovered ends a panic in one session: the others know nothing of it.
func (c *Counters) recovered(log *slog.Logger) {
	if p := recover(); p != nil {
		c.Panics.Add(1)
		log.Error("a session broke", "panic", clean(fmt.Sprint(p)), "stack", string(debug.Stack()))
	}
}

// clean is text from a client, fit for one line of a log.
func clean(s string) string {
	line, _ := text.Line(s)
	return text.Truncate(line, 200)
}
