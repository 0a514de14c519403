package cli_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A glance is the program in a pseudo-terminal of 120×40, of which what it wrote is kept without its control sequences.
type glance struct {
	cmd  *exec.Cmd
	file *os.File
	news chan []byte
	text []byte
}

var controls = regexp.MustCompile(`\x1b\[[0-9;?=>$]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78M]`)

func glanceAt(b *testing.B, env []string, args ...string) *glance {
	b.Helper()
	g := &glance{cmd: exec.Command(args[0], args[1:]...), news: make(chan []byte, 1000)}
	g.cmd.Env = append(env, "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8")
	file, err := pty.StartWithSize(g.cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Fatal(err)
	}
	g.file = file
	go func() {
		defer close(g.news)
		for {
			buffer := make([]byte, 32<<10)
			n, err := file.Read(buffer)
			if err != nil {
				return
			}
			g.news <- buffer[:n]
		}
	}()
	return g
}

// until waits for words that stand on one line.
func (g *glance) until(b *testing.B, words string) {
	b.Helper()
	limit := time.After(patience)
	for !bytes.Contains(controls.ReplaceAll(g.text, nil), []byte(words)) {
		select {
		case more, ok := <-g.news:
			if !ok {
				b.Fatalf("the program ended before %q", words)
			}
			g.text = append(g.text, more...)
		case <-limit:
			b.Fatalf("never saw %q", words)
		}
	}
}

func (g *glance) end() {
	_ = g.cmd.Process.Kill()
	_ = g.cmd.Wait()
	_ = g.file.Close()
}

// memory answers what a process has in memory, in MB: all, and what is its own alone. Not ok where there is no /proc.
func memory(pid int) (all, own float64, ok bool) {
	raw, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(pid), "status"))
	if err != nil {
		return 0, 0, false
	}
	for line := range strings.Lines(string(raw)) {
		var kb float64
		if n, _ := fmt.Sscanf(line, "VmRSS: %f", &kb); n == 1 {
			all = kb / 1000
		}
		if n, _ := fmt.Sscanf(line, "RssAnon: %f", &kb); n == 1 {
			own = kb / 1000
		}
	}
	return all, own, true
}

// BenchmarkScreen times the dashboard from its start to the title of the newest briefing, as the least of the runs, and says
// what it has in memory once everything was compared and something was searched, letter by letter.
func BenchmarkScreen(b *testing.B) {
	bin := built(b)
	dir, env := indexedCorpus(b, bin)
	cmd := exec.Command(bin, "ls", "-n", "1", dir)
	cmd.Env = env
	line, err := cmd.Output()
	columns := strings.SplitN(strings.TrimSpace(string(line)), "  ", 3)
	if err != nil || len(columns) < 3 {
		b.Fatalf("%v: %q", err, line)
	}
	words := strings.Fields(columns[2])
	title := strings.Join(words[:min(2, len(words))], " ")
	least, all, own := time.Hour, 0.0, 0.0
	for b.Loop() {
		began := time.Now()
		g := glanceAt(b, env, bin, dir)
		g.until(b, title)
		least = min(least, time.Since(began))
		time.Sleep(2 * time.Second) // everything is compared meanwhile
		for _, key := range "/ceasefire line" {
			_, _ = io.WriteString(g.file, string(key))
			time.Sleep(50 * time.Millisecond)
		}
		time.Sleep(time.Second)
		if a, o, ok := memory(g.cmd.Process.Pid); ok {
			all, own = max(all, a), max(own, o)
		}
		g.end()
	}
	b.ReportMetric(float64(least.Microseconds())/1000, "ms-first-content")
	b.ReportMetric(all, "MB-resident")
	b.ReportMetric(own, "MB-anonymous")
}
