package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"parley/model"
)

// Reading
//
//   - Several files are read and taken apart at once; what came of them is answered as it is ready, in no order.
//   - A file whose bytes are those that are held is not taken apart again.
//   - A fault in a file costs that file alone.

// An Outcome is what came of reading a file: a text, or that it is held already, is not there, or could not be taken.
type Outcome struct {
	Name  string
	Stamp Stamp
	Sum   uint64 // see Raw
	Text  *model.Text
	Same  bool           // the bytes are those that are held
	Gone  bool           // it is not there
	Skip  *model.Problem // why there is no text
}

// Reading says how files are read.
type Reading struct {
	Workers int                                // how many files at once
	Ahead   int                                // how many outcomes may wait to be taken
	Held    func(name string, sum uint64) bool // whether a file of that sum is held; called by several goroutines
}

// Read reads files of a source. The channel is closed when all are read or the context ended; those that it interrupted
// are not answered. Until then every outcome has to be taken.
func (r Reading) Read(ctx context.Context, src Source, names []string) <-chan Outcome {
	work, outcomes := make(chan string), make(chan Outcome, r.Ahead)
	var workers sync.WaitGroup
	for range max(1, min(r.Workers, len(names))) {
		workers.Go(func() {
			for name := range work {
				if o, ok := r.one(ctx, src, name); ok {
					outcomes <- o
				}
			}
		})
	}
	go func() {
		defer close(outcomes)
		defer workers.Wait()
		defer close(work)
		for _, name := range names {
			select {
			case work <- name:
			case <-ctx.Done():
				return
			}
		}
	}()
	return outcomes
}

// one reads a file; not ok where it was interrupted.
func (r Reading) one(ctx context.Context, src Source, name string) (o Outcome, ok bool) {
	o.Name = name
	defer func() {
		if p := recover(); p != nil {
			o = Outcome{Name: name, Skip: skipped(name, fmt.Errorf("could not be read (%v)", p))}
			ok = true
		}
	}()
	raw, err := src.Load(ctx, name)
	o.Stamp, o.Sum = raw.Stamp, raw.Sum
	switch {
	case ctx.Err() != nil:
		return o, false
	case errors.Is(err, fs.ErrNotExist):
		o.Gone = true
		return o, true
	case err == nil && r.Held(name, raw.Sum):
		o.Same = true
		return o, true
	}
	var t model.Text
	if err == nil {
		t, err = src.Split(name, raw)
	}
	if err != nil {
		o.Skip = skipped(name, err)
		return o, true
	}
	o.Text = &t
	return o, true
}

// Skipped makes the error of reading a file a line for the list of problems.
func Skipped(name string, err error) model.Problem {
	why := err.Error()
	if plain := Plain(err); plain != why {
		why = "cannot be read: " + plain
	}
	return model.Problem{File: name, Message: why, Done: "skipped; nothing else was affected", Skipped: true}
}

func skipped(name string, err error) *model.Problem {
	p := Skipped(name, err)
	return &p
}

// Plain answers what an error says without the path that one of the system repeats: the problem names it already.
func Plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
