package cache

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"parley/briefings/folder"
)

// killedDir names, for a test program run again, the folder and the cache of which it writes snapshots until it is killed.
const killedDir = "PARLEY_TEST_WRITE"

// writeUntilKilled writes snapshots of a folder, one in the place of the other.
func writeUntilKilled(dirs string) {
	dir, cache, _ := strings.Cut(dirs, string(os.PathListSeparator))
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		os.Exit(3)
	}
	l, err := Open(src, Options{Dir: cache, Paths: []string{dir}, Threshold: 1})
	if err != nil || l.Settled(context.Background()) != nil {
		os.Exit(3)
	}
	if _, err := os.Stdout.WriteString("."); err != nil { // from here on it may be killed
		os.Exit(3)
	}
	for {
		var s *segment
		if err := l.rewriting(l.now(), nil, &s); err != nil {
			os.Exit(3)
		}
	}
}

// someSnapshots is how long writing a few takes: most of that is waiting for the disk.
const someSnapshots = int(80 * time.Millisecond)

// TestKilledWhileWriting kills a program that writes snapshots, at any moment: what lies there afterwards is whole, and
// answers as a scan does, or is not there.
func TestKilledWhileWriting(t *testing.T) {
	t.Parallel()
	kills := 60
	if testing.Short() {
		kills = 6
	}
	c := newCorpus(t, 12, 60)
	s := scanOf(t, c.dir)
	cache := t.TempDir()
	r := rand.New(rand.NewPCG(4, 4))
	used := 0
	for i := range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killedDir+"="+c.dir+string(os.PathListSeparator)+cache)
		begun, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := begun.Read(make([]byte, 1)); err != nil {
			t.Fatalf("the writer ended before it wrote: %v", err)
		}
		if i == 0 {
			awaitFile(t, fileFor(Options{Dir: cache, Paths: []string{c.dir}}))
		}
		time.Sleep(time.Duration(r.IntN(someSnapshots)))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() == 3 {
			t.Fatalf("the writer ended by itself: %v", err)
		}
		l := open(t, c.dir, Options{Dir: cache, Readonly: true})
		if l.notes.void != "" {
			t.Fatalf("after kill %d the snapshot is void: %s", i, l.notes.void)
		}
		if l.now().overview.Briefings > 0 {
			used++
			compareWith(t, c, l, s, 30)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if used == 0 {
		t.Error("no snapshot was ever there: the test shows nothing")
	}
}

// awaitFile waits until a file is there.
func awaitFile(t *testing.T, file string) {
	t.Helper()
	for range 3000 {
		if _, err := os.Stat(file); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s was never written", file)
}
