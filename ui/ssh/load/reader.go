package main

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// A reader is one session: what it draws is counted and timed, not looked at.
type reader struct {
	client *ssh.Client
	keys   io.WriteCloser
	words  []string
	chance *rand.Rand

	mu    sync.Mutex
	drawn int       // bytes
	first time.Time // byte since the last key; zero: none yet
	last  time.Time
	begun chan struct{} // gets one when there is a first byte
}

func (r *reader) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := time.Now()
	if r.first.IsZero() {
		r.first = now
		select {
		case r.begun <- struct{}{}:
		default:
		}
	}
	r.last = now
	r.drawn += len(p)
	return len(p), nil
}

func (r *reader) state() (drawn int, first, last time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.drawn, r.first, r.last
}

const (
	columns, rows = 120, 40
	patience      = 30 * time.Second      // for anything
	quiet         = 60 * time.Millisecond // without a byte: the key has been answered
)

var errSilent = errors.New("the server drew nothing for half a minute")

// readers opens the sessions, a few at a time, and waits until each has drawn its dashboard.
func (s *server) readers(ctx context.Context, o options, words []string) ([]*reader, error) {
	all := make([]*reader, o.sessions)
	errs := make([]error, o.sessions)
	places := make(chan struct{}, 8)
	var wait sync.WaitGroup
	for i := range all {
		wait.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			all[i], errs[i] = s.reader(i+1, words)
			if errs[i] == nil {
				errs[i] = all[i].rests(ctx, time.Time{})
			}
		})
	}
	wait.Wait()
	return all, errors.Join(errs...)
}

func (s *server) reader(n int, words []string) (*reader, error) {
	c, err := s.dial(n)
	if err != nil {
		return nil, err
	}
	session, err := c.NewSession()
	if err != nil {
		return nil, err
	}
	r := &reader{client: c, words: words, chance: rand.New(rand.NewPCG(uint64(n), 1)), begun: make(chan struct{}, 1)}
	session.Stdout = r
	if r.keys, err = session.StdinPipe(); err != nil {
		return nil, err
	}
	if err := session.RequestPty("xterm-256color", rows, columns, nil); err != nil {
		return nil, err
	}
	return r, session.Shell()
}

// answers waits for the first byte.
func (r *reader) answers(ctx context.Context) error {
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-r.begun:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-late.C:
		return errSilent
	}
}

// rests waits until something was drawn and nothing more is, but at most until the end; the zero time is none.
func (r *reader) rests(ctx context.Context, end time.Time) error {
	if err := r.answers(ctx); err != nil {
		return err
	}
	for ctx.Err() == nil {
		_, _, last := r.state()
		still := time.Until(last.Add(quiet))
		if !end.IsZero() {
			still = min(still, time.Until(end))
		}
		if still <= 0 {
			return nil
		}
		time.Sleep(still)
	}
	return ctx.Err()
}

// press presses a key that was due, and answers how long after that its first and its last byte came. The next one is due
// at the time next.
func (r *reader) press(ctx context.Context, key string, due, next time.Time) (first, last time.Duration, err error) {
	r.mu.Lock()
	r.first = time.Time{}
	select {
	case <-r.begun:
	default:
	}
	r.mu.Unlock()
	if _, err := io.WriteString(r.keys, key); err != nil {
		return 0, 0, err
	}
	if err := r.rests(ctx, next); err != nil {
		return 0, 0, err
	}
	_, at, end := r.state()
	return at.Sub(due), end.Sub(due), nil
}

// next is the next key of somebody who searches: letters of a word, then all of it deleted.
func (r *reader) next(typed *string) string {
	if *typed == "" {
		word := r.words[r.chance.IntN(len(r.words))]
		*typed = word[:min(len(word), 4+r.chance.IntN(5))] + "\x15" // ctrl+u
	}
	key := (*typed)[:1]
	*typed = (*typed)[1:]
	return key
}

// types opens the search and types; told hears of every key.
func (r *reader) types(ctx context.Context, o options, told func(first, last time.Duration)) error {
	time.Sleep(time.Duration(r.chance.Int64N(int64(time.Second)))) // not all at the same moment
	if _, _, err := r.press(ctx, "s", time.Now(), time.Time{}); err != nil {
		return err
	}
	typed, due := "", time.Now()
	for range o.keys {
		next := time.Time{}
		if o.rate > 0 {
			mean := float64(time.Second) / o.rate
			next = due.Add(time.Duration(mean * (0.5 + r.chance.Float64())))
			time.Sleep(time.Until(due))
		} else {
			due = time.Now()
		}
		a, b, err := r.press(ctx, r.next(&typed), due, next)
		if err != nil {
			return err
		}
		told(a, b)
		due = next
	}
	return nil
}

// search lets everybody search at once, and answers the times of all keys, sorted.
func search(ctx context.Context, s *server, readers []*reader, o options) (first, last []time.Duration, most memory, err error) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	errs := make([]error, len(readers))
	for i, r := range readers {
		wait.Go(func() {
			errs[i] = r.types(ctx, o, func(a, b time.Duration) {
				mu.Lock()
				defer mu.Unlock()
				first, last = append(first, a), append(last, b)
			})
		})
	}
	over := make(chan struct{})
	go func() { wait.Wait(); close(over) }()
	for tick := time.NewTicker(50 * time.Millisecond); ; {
		m := s.memory()
		most.resident, most.own = max(most.resident, m.resident), max(most.own, m.own)
		select {
		case <-over:
			tick.Stop()
			slices.Sort(first)
			slices.Sort(last)
			return first, last, most, errors.Join(errs...)
		case <-tick.C:
		}
	}
}

// ms is a percentile in milliseconds; 100 is the longest.
func ms(sorted []time.Duration, percent int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := min(len(sorted)*percent/100, len(sorted)-1)
	return float64(sorted[at].Microseconds()) / 1000
}
