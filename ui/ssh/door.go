package ssh

import (
	"net"
	"slices"
	"sync"
	"time"
)

// A door holds the connections that have no session yet: those that have shown no key, and those that have but ask for
// nothing.
//
//   - It has a fixed number of places. When all are taken, whoever has stood there longest makes room.
//   - Nobody makes room within the first second: else a crowd would push out everybody who is just showing a key.
//   - Whoever stands there too long is turned away, see Limits.Handshake.
type door struct {
	places int
	settle time.Duration

	mu      sync.Mutex
	waiting []guest // the longest first
}

type guest struct {
	conn  net.Conn
	since time.Time
}

func newDoor(places int) *door { return &door{places: places, settle: time.Second} }

// enter gives a connection a place, if need be another's, and tells which connection was turned away, if one was.
func (d *door) enter(conn net.Conn) (turned net.Conn) {
	now := time.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.waiting) >= d.places {
		if len(d.waiting) == 0 || now.Sub(d.waiting[0].since) < d.settle {
			return conn
		}
		turned = d.waiting[0].conn
		d.waiting = slices.Delete(d.waiting, 0, 1)
	}
	d.waiting = append(d.waiting, guest{conn, now})
	return turned
}

// leave gives a place back, at the latest when the connection ends.
func (d *door) leave(conn net.Conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.waiting = slices.DeleteFunc(d.waiting, func(g guest) bool { return g.conn == conn })
}

// stand is how many stand there.
func (d *door) stand() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.waiting)
}
