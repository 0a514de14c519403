package cache

import (
	"context"
	"os"
)

// Stats are what is to be said about how a library is kept.
type Stats struct {
	File      string // of the snapshot; empty: none is kept
	Size      int64  // bytes of it; 0: there is none
	Briefings int
	Quotes    int // with terms
	Proposals int
	Actors    int
	Mapped    int    // briefings that are answered from the snapshot
	Segments  int    // with the snapshot
	Words     int    // different words of quotes, in the largest segment
	Written   string // what the last writing took; empty: nothing was written since the library was opened
	Void      string // why the snapshot that was found was not used
	Unwritten string // why none is written
}

// Stats answers how the library is kept at the moment.
func (l *Library) Stats(ctx context.Context) (s Stats, err error) {
	err = l.ask(ctx, func(v *view) error {
		s = Stats{File: l.file, Briefings: v.overview.Briefings, Actors: v.overview.Actors, Segments: len(v.segments)}
		for _, m := range v.segments {
			_, quotes, proposals := m.live()
			s.Quotes += quotes.Count()
			s.Proposals += proposals.Count()
			s.Words = max(s.Words, m.said.Words())
			if m.written {
				s.Mapped += m.alive()
			}
		}
		return nil
	})
	l.mu.Lock()
	s.Written, s.Void, s.Unwritten = l.notes.written, l.notes.void, l.notes.unwritten
	l.mu.Unlock()
	if info, statErr := os.Stat(l.file); statErr == nil {
		s.Size = info.Size()
	}
	return s, err
}

// Flush waits until a snapshot that is being written is whole. Closing a library gives up writing.
func (l *Library) Flush(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		l.writers.Wait()
	}()
	return await(ctx, done)
}
