package cli_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// How soon something is to be seen, for each file of the hostile collection and each bomb, the worst of them reported:
//
//	open  a process that is given the file: its first frame, and the last one, when all of the file is in
//	next  the key J in a library of all of them, read in before: the first and the last of what the terminal gets for it

// still is how long nothing has to come for a screen to be done.
const still = 150 * time.Millisecond

// A machine has other work: what took long is tried again, and the least of the tries counts.
const (
	long  = 100 * time.Millisecond
	tries = 3
)

// settled takes what comes until nothing does, and answers when the first and the last of it came; zero: nothing came.
func (g *glance) settled() (first, last time.Time) {
	for {
		select {
		case more, ok := <-g.news:
			if !ok {
				return first, last
			}
			g.text = append(g.text, more...)
			if last = time.Now(); first.IsZero() {
				first = last
			}
		case <-time.After(still):
			return first, last
		}
	}
}

// A worst is the longest wait, and what for.
type worst struct {
	wait time.Duration
	file string
}

func (w *worst) take(wait time.Duration, file string) {
	if wait > w.wait {
		*w = worst{wait, file}
	}
}

func (w *worst) report(b *testing.B, what string) {
	b.Helper()
	b.ReportMetric(float64(w.wait.Microseconds())/1000, "ms-"+what)
	b.Logf("%s: the worst is %v, %s", what, w.wait.Round(time.Millisecond), w.file)
}

// least tries until it is quick, or often enough.
func least(try func() (first, all time.Duration)) (first, all time.Duration) {
	first, all = try()
	for n := 1; n < tries && first > long; n++ {
		f, a := try()
		first, all = min(first, f), min(all, a)
	}
	return first, all
}

func hostileCollection(b *testing.B) (dir string, files []string) {
	b.Helper()
	dir = b.TempDir()
	if out, err := exec.Command(filepath.Join(collection(b), "generate"), dir, "--big").CombinedOutput(); err != nil {
		b.Skipf("its generator does not run here: %v: %s", err, out)
	}
	for name, content := range bombs() {
		if err := os.WriteFile(filepath.Join(dir, "bomb "+name+".md"), []byte(content), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(files) < 100 {
		b.Fatalf("%d files, %v", len(files), err)
	}
	return dir, files
}

func BenchmarkFirstPaint(b *testing.B) {
	bin := built(b)
	dir, files := hostileCollection(b)
	env := func() []string {
		return append(os.Environ(), "XDG_CACHE_HOME="+b.TempDir(), "XDG_STATE_HOME="+b.TempDir())
	}
	b.Run("open", func(b *testing.B) {
		var frame, whole worst
		for b.Loop() {
			for _, file := range files {
				first, all := least(func() (time.Duration, time.Duration) {
					began := time.Now()
					g := glanceAt(b, env(), bin, file)
					defer g.end()
					g.until(b, "╭") // the corner of a pane
					seen := time.Now()
					_, last := g.settled()
					return seen.Sub(began), max(last.Sub(began), seen.Sub(began))
				})
				frame.take(first, filepath.Base(file))
				whole.take(all, filepath.Base(file))
			}
		}
		frame.report(b, "first-frame")
		whole.report(b, "all-of-it")
	})
	b.Run("next", func(b *testing.B) {
		var first, whole worst
		for b.Loop() {
			g := glanceAt(b, env(), bin, dir)
			g.until(b, "╭")
			for range 20 { // until everything is read in
				if _, last := g.settled(); last.IsZero() {
					break
				}
			}
			for i := range files {
				again := ""
				from, all := least(func() (time.Duration, time.Duration) {
					_, _ = io.WriteString(g.file, again)
					g.settled()
					again = "K"
					began := time.Now()
					_, _ = io.WriteString(g.file, "J")
					from, last := g.settled()
					if from.IsZero() {
						return 0, 0 // the end of the list: some files are no briefings
					}
					return from.Sub(began), last.Sub(began)
				})
				first.take(from, nth(i))
				whole.take(all, nth(i))
			}
			g.end()
		}
		first.report(b, "first-bytes")
		whole.report(b, "all-of-it")
	})
}

// nth names a step through the list, whose order is the library's.
func nth(i int) string { return fmt.Sprintf("step %d of J", i+1) }
