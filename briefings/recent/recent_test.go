package recent

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
)

func size(s string) int { return len(s) }

func put(t *testing.T, s *Answers[string, string], key, value string) (worked bool) {
	t.Helper()
	got, err := s.Get(t.Context(), key, func() (string, error) { worked = true; return value, nil })
	if err != nil || got != value {
		t.Fatalf("%s: got %q, %v, want %q", key, got, err, value)
	}
	return worked
}

func TestWhatIsKeptIsNotWorkedOutAgain(t *testing.T) {
	s := New[string](10, size)
	if !put(t, s, "a", "1234") || put(t, s, "a", "1234") {
		t.Error("worked out not once")
	}
}

func TestWhatWasAskedForLongestAgoMakesRoom(t *testing.T) {
	s := New[string](10, size)
	put(t, s, "a", "1234")
	put(t, s, "b", "1234")
	put(t, s, "a", "1234")
	put(t, s, "c", "1234")
	if put(t, s, "a", "1234") || !put(t, s, "b", "1234") {
		t.Error("b was to go, and not a")
	}
	if s.full > s.room {
		t.Errorf("%d kept in a room for %d", s.full, s.room)
	}
}

func TestWhatIsTooLargeIsAnsweredAndNotKept(t *testing.T) {
	s := New[string](3, size)
	if put(t, s, "a", "1234"); !put(t, s, "a", "1234") {
		t.Error("kept")
	}
}

func TestThoseWhoAskAtOnceShareTheWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New[string](10, size)
		var works atomic.Int32
		open := make(chan struct{})
		var wait sync.WaitGroup
		for range 20 {
			wait.Go(func() {
				got, err := s.Get(t.Context(), "a", func() (string, error) {
					works.Add(1)
					<-open
					return "x", nil
				})
				if got != "x" || err != nil {
					t.Errorf("got %q, %v", got, err)
				}
			})
		}
		synctest.Wait()
		close(open)
		wait.Wait()
		if n := works.Load(); n != 1 {
			t.Errorf("worked out %d times", n)
		}
	})
}

func TestOneWhoGivesUpLeavesTheWorkToTheNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New[string](10, size)
		ctx, stop := context.WithCancel(t.Context())
		begun := make(chan struct{})
		go func() {
			_, err := s.Get(ctx, "a", func() (string, error) { close(begun); <-ctx.Done(); return "", ctx.Err() })
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}()
		<-begun
		second := make(chan bool)
		go func() { second <- put(t, s, "a", "x") }()
		synctest.Wait()
		stop()
		if !<-second {
			t.Error("the second did not do the work")
		}
	})
}

func TestOneWhoWaitsMayGiveUp(t *testing.T) {
	s := New[string](10, size)
	begun, open := make(chan struct{}), make(chan struct{})
	defer close(open)
	go func() {
		_, _ = s.Get(context.Background(), "a", func() (string, error) { close(begun); <-open; return "", nil })
	}()
	<-begun
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.Get(ctx, "a", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAPanicIsNotKept(t *testing.T) {
	s := New[string](10, size)
	func() {
		defer func() { _ = recover() }()
		_, _ = s.Get(t.Context(), "a", func() (string, error) { panic("x") })
	}()
	if !put(t, s, "a", "x") {
		t.Error("kept")
	}
}

func TestWhatIsWorkedOnWhileAllIsForgottenIsNotKept(t *testing.T) {
	s := New[string](10, size)
	_, _ = s.Get(t.Context(), "a", func() (string, error) { s.Clear(); return "old", nil })
	if !put(t, s, "a", "new") {
		t.Error("kept")
	}
}
