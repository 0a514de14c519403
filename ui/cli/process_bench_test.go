package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// indexedCorpus is a folder of more briefings than are compared one by one, or that of PARLEY_CORPUS, with its index.
func indexedCorpus(b *testing.B, bin string) (dir string, env []string) {
	b.Helper()
	home := b.TempDir()
	if kept := os.Getenv("PARLEY_CACHE"); kept != "" {
		home = kept // an index of a hundred thousand briefings is not made twice
	}
	env = append(os.Environ(), "XDG_CACHE_HOME="+home, "XDG_STATE_HOME="+b.TempDir())
	if dir = os.Getenv("PARLEY_CORPUS"); dir == "" {
		dir = b.TempDir()
		for i := range 5000 {
			text := fmt.Sprintf("---\ntitle: Talk %d\ndate: 2025-04-25\n---\n\n“The line is not for sale, point %d,” minister Lena Oduya said.\n", i, i)
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.md", i)), []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
	for _, args := range [][]string{{"index", "stats", dir}, {"index", "rebuild", dir}} { // what is there already is used
		cmd := exec.Command(bin, args...)
		cmd.Env = env
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %v\n%s", args, err, out)
		}
		if bytes.Contains(out, []byte("of them from the index")) {
			break
		}
	}
	return dir, env
}

// BenchmarkProcess times whole processes, from nothing to the last byte: that of version, which opens nothing, is what the
// others begin with.
func BenchmarkProcess(b *testing.B) {
	bin := built(b)
	dir, env := indexedCorpus(b, bin)
	for _, c := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"quotes", []string{"quotes", "-L", dir, "point 4999"}},
		{"quotes-fresh", []string{"quotes", "--fresh", "-L", dir, "point 4999"}},
		{"ls", []string{"ls", "-n", "20", dir}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				cmd := exec.Command(bin, c.args...)
				cmd.Env = env
				if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
					b.Fatal(err)
				}
			}
		})
	}
}
