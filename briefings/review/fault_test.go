package review

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

var errInjected = errors.New("injected")

// faulty is a disk whose n-th call fails, and every call after it where it stays broken. A write that fails leaves half.
type faulty struct {
	disk
	calls, at int
	stays     bool
}

func (d *faulty) fails() bool {
	d.calls++
	return d.calls == d.at || d.stays && d.calls > d.at
}

func (d *faulty) mkdir(dir string) error {
	if d.fails() {
		return errInjected
	}
	return d.disk.mkdir(dir)
}

func (d *faulty) read(path string, since tail) ([]byte, tail, error) {
	if d.fails() {
		return nil, since, errInjected
	}
	return d.disk.read(path, since)
}

func (d *faulty) open(path string) (handle, bool, error) {
	if d.fails() {
		return nil, false, errInjected
	}
	h, fresh, err := d.disk.open(path)
	return &faultyHandle{h, d}, fresh, err
}

func (d *faulty) create(path string) (handle, error) {
	if d.fails() {
		return nil, errInjected
	}
	h, err := d.disk.create(path)
	return &faultyHandle{h, d}, err
}

func (d *faulty) rename(from, to string) error {
	if d.fails() {
		return errInjected
	}
	return d.disk.rename(from, to)
}

func (d *faulty) syncDir(dir string) error {
	if d.fails() {
		return errInjected
	}
	return d.disk.syncDir(dir)
}

func (d *faulty) lock(path string, how kind) (func(), error) {
	if d.fails() {
		return nil, errInjected
	}
	return d.disk.lock(path, how)
}

type faultyHandle struct {
	handle
	d *faulty
}

func (h *faultyHandle) Write(p []byte) (int, error) {
	if h.d.fails() {
		n, err := h.handle.Write(p[:len(p)/2])
		return n, errors.Join(err, errInjected)
	}
	return h.handle.Write(p)
}

func (h *faultyHandle) Sync() error {
	if h.d.fails() {
		return errInjected
	}
	return h.handle.Sync()
}

func (h *faultyHandle) Close() error {
	err := h.handle.Close()
	if h.d.fails() {
		return errInjected
	}
	return err
}

// TestEveryCallFailing opens a journal that is to be made shorter and marks three briefings, with the n-th call to the disk
// failing, for every n. Whatever was confirmed, before or meanwhile, is there afterwards.
func TestEveryCallFailing(t *testing.T) {
	for _, stays := range []bool{false, true} {
		for n := 1; ; n++ {
			d := &faulty{disk: system{}, at: n, stays: stays}
			failed := run(t, d)
			if d.calls < n {
				if failed {
					t.Error("it failed though no call did")
				}
				if n < 20 {
					t.Errorf("only %d calls: something is not asked of the disk", n)
				}
				break
			}
		}
	}
}

func run(t *testing.T, d *faulty) (failed bool) {
	t.Helper()
	dir := t.TempDir()
	long(t, dir)
	confirmed := map[string]bool{}
	for i := range 10 {
		confirmed[fmt.Sprintf("%d.md", i)] = true
	}
	j, err := openJournal(d, dir, "/library", time.Now)
	failed = err != nil
	for _, name := range []string{"x.md", "y.md", "z.md"} {
		if j == nil {
			break
		}
		err := j.MarkRead(name, 99, true)
		failed = failed || err != nil
		if err == nil {
			confirmed[name] = true
		}
		if j.Read(name, 99) != confirmed[name] {
			t.Fatalf("call %d: %s answers what is not confirmed", d.at, name)
		}
	}
	again := opening(t, dir)
	for name := range confirmed {
		if !again.Read(name, 99) {
			t.Fatalf("call %d failing: %s was confirmed and is lost", d.at, name)
		}
	}
	return failed
}

// The tests below need a process of their own: this test binary, told by its environment what to do.
const childEnv = "PARLEY_TEST_JOURNAL"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		os.Exit(child(dir))
	}
	os.Exit(m.Run())
}

// child marks briefings until it is killed or the disk is full, and prints each name once its mark is confirmed.
func child(dir string) int {
	for i := 0; ; i++ {
		j, err := OpenJournal(dir, "/library")
		name := fmt.Sprintf("%d-%d.md", os.Getpid(), i)
		if err == nil {
			err = j.MarkRead(name, 7, true)
		}
		if err != nil {
			fmt.Println("error:", err)
			return 3
		}
		fmt.Println(name)
	}
}

func start(t *testing.T, prefix []string, dir string) (*exec.Cmd, io.Reader) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	args := append(prefix, self)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), childEnv+"="+dir)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, out
}

// confirmedBy reads the names that a child prints, to its end; the last line may be cut off. With the first it calls begun.
func confirmedBy(out io.Reader, begun func()) (names []string, last string) {
	in := bufio.NewReader(out)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return names, last
		}
		if last == "" {
			begun()
		}
		last = strings.TrimSpace(line)
		if strings.HasSuffix(last, ".md") {
			names = append(names, last)
		}
	}
}

func TestKilledAtAnyMoment(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	dir := t.TempDir()
	long(t, dir)
	var confirmed []string
	for range rounds {
		a, outA := start(t, nil, dir)
		b, outB := start(t, nil, dir)
		for _, c := range []struct {
			cmd *exec.Cmd
			out io.Reader
		}{{a, outA}, {b, outB}} {
			names, _ := confirmedBy(c.out, func() {
				time.AfterFunc(time.Duration(rand.IntN(40))*time.Millisecond, func() { _ = c.cmd.Process.Kill() }) // kill -9
			})
			confirmed = append(confirmed, names...)
			_ = c.cmd.Wait() // it was killed
		}
	}
	if len(confirmed) < rounds {
		t.Fatalf("only %d marks in %d rounds: nothing was tried", len(confirmed), rounds)
	}
	j := opening(t, dir)
	for _, name := range confirmed {
		if !j.Read(name, 7) {
			t.Errorf("%s was confirmed and is lost", name)
		}
	}
	if !j.Read("3.md", 99) {
		t.Error("what stood there before is lost")
	}
}
