// Package recent keeps what was asked for last, so that many who ask the same are answered by one piece of work.
//
//   - What somebody works on already is waited for, not done twice.
//   - Only what came out well is kept. One whose work fails, or who gives up, leaves it to the next of those who wait.
//   - What was asked for longest ago goes first, once all that is kept costs more than there is room for.
package recent

import (
	"container/list"
	"context"
	"sync"
)

// Answers are safe for several goroutines. What they hold is shared, and not to be changed.
type Answers[K comparable, V any] struct {
	room int
	cost func(V) int

	mu   sync.Mutex
	at   map[K]*list.Element // of *thing
	used list.List           // the last one asked for first
	full int                 // what all of it costs
}

type thing[K comparable, V any] struct {
	key   K
	ready chan struct{} // closed when the work is over
	good  bool          // it came out well; read once ready is closed
	value V
	cost  int
}

// New answers Answers with room for things by their cost, in any measure.
func New[K comparable, V any](room int, cost func(V) int) *Answers[K, V] {
	return &Answers[K, V]{room: room, cost: cost, at: map[K]*list.Element{}}
}

// Get answers what is kept under a key, or else does the work.
func (a *Answers[K, V]) Get(ctx context.Context, key K, work func() (V, error)) (V, error) {
	for {
		t, mine := a.take(key)
		if mine {
			return a.fill(t, work)
		}
		select {
		case <-t.ready:
			if t.good {
				return t.value, nil
			}
		case <-ctx.Done():
			var none V
			return none, ctx.Err()
		}
	}
}

// take answers what stands under a key; mine is true for whoever is to do the work.
func (a *Answers[K, V]) take(key K) (t *thing[K, V], mine bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if e := a.at[key]; e != nil {
		a.used.MoveToFront(e)
		return e.Value.(*thing[K, V]), false
	}
	t = &thing[K, V]{key: key, ready: make(chan struct{})}
	a.at[key] = a.used.PushFront(t)
	return t, true
}

func (a *Answers[K, V]) fill(t *thing[K, V], work func() (V, error)) (V, error) {
	defer func() { // also when the work panics
		a.mu.Lock()
		defer a.mu.Unlock()
		if e := a.at[t.key]; e != nil && e.Value == any(t) {
			a.settle(e, t)
		}
		close(t.ready)
	}()
	v, err := work()
	if err == nil {
		t.value, t.good, t.cost = v, true, a.cost(v)
	}
	return v, err
}

// settle keeps what came out well and makes room for it. a.mu is held.
func (a *Answers[K, V]) settle(e *list.Element, t *thing[K, V]) {
	if !t.good {
		a.remove(e)
		return
	}
	a.full += t.cost
	for e := a.used.Back(); e != nil && a.full > a.room; {
		older := e.Prev()
		if e.Value.(*thing[K, V]).cost > 0 { // not what is still worked on
			a.remove(e)
		}
		e = older
	}
}

func (a *Answers[K, V]) remove(e *list.Element) {
	t := a.used.Remove(e).(*thing[K, V])
	a.full -= t.cost
	delete(a.at, t.key)
}

// Clear forgets everything. What is worked on is still answered to those who wait for it, and to nobody else.
func (a *Answers[K, V]) Clear() {
	a.mu.Lock()
	defer a.mu.Unlock()
	clear(a.at)
	a.used.Init()
	a.full = 0
}
