package visit

import (
	"context"
	"errors"
	"maps"
	"os"
	"sync"
	"time"
)

// A Book holds the visits of a running server to one library. It is safe for several goroutines.
type Book struct {
	dir, library string
	now          func() time.Time

	mu    sync.Mutex
	dirty map[string]Place // by key: where somebody is, not written yet
}

// Open makes the folder where it is not there.
func Open(dir, library string) (*Book, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Book{dir: dir, library: library, now: time.Now, dirty: map[string]Place{}}, nil
}

// Begin answers somebody's last visit; ErrNone where there was none.
func (b *Book) Begin(key string) (Visit, error) {
	b.mu.Lock()
	place, open := b.dirty[key]
	b.mu.Unlock()
	v, err := load(file(b.dir, b.library, key))
	if open { // they are here already, in another session
		v.Place = place
		if errors.Is(err, ErrNone) {
			err = nil
		}
	}
	return v, err
}

// Note says where somebody is. It returns at once; Flush writes it.
func (b *Book) Note(key string, p Place) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.dirty[key] = p
}

// Flush writes what was noted; what cannot be written is kept for the next time.
func (b *Book) Flush() error {
	b.mu.Lock()
	noted := b.dirty
	b.dirty = map[string]Place{}
	b.mu.Unlock()
	var all error
	for key, p := range noted {
		if err := save(file(b.dir, b.library, key), Visit{Ended: b.now().UTC().Truncate(time.Second), Place: p}); err != nil {
			all = err
			b.mu.Lock()
			rest := map[string]Place{key: p}
			maps.Copy(rest, b.dirty) // a newer place wins
			b.dirty = rest
			b.mu.Unlock()
		}
	}
	return all
}

// Keep writes what is noted every little while until ctx ends, and once more then. fails is told of the first failure in
// a row.
func (b *Book) Keep(ctx context.Context, every time.Duration, fails func(error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	failed := false
	for {
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
		err := b.Flush()
		if err != nil && !failed {
			fails(err)
		}
		failed = err != nil
		if ctx.Err() != nil {
			return
		}
	}
}
