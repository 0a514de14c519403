package cache

import (
	"os"
	"path/filepath"
	"testing"

	"parley/briefings/folder"
)

// corpusOf answers the folder of briefings that PARLEY_CORPUS names.
func corpusOf(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("PARLEY_CORPUS")
	if dir == "" {
		b.Skip("PARLEY_CORPUS names no folder of briefings")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		b.Fatal(err)
	}
	return dir
}

// keepIn answers where a benchmark keeps its index: PARLEY_CACHE, so that the next run finds it, or a folder for this run.
func keepIn(b *testing.B) string {
	b.Helper()
	if dir := os.Getenv("PARLEY_CACHE"); dir != "" {
		return dir
	}
	return b.TempDir()
}

func openCorpus(b *testing.B, dir string, o Options) *Library {
	b.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	o.Paths = []string{dir}
	l, err := Open(src, o)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.Close() })
	if err := l.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
	if err := l.Flush(b.Context()); err != nil {
		b.Fatal(err)
	}
	return l
}

// BenchmarkRebuild reads and splits every briefing of a folder and writes its index.
func BenchmarkRebuild(b *testing.B) {
	dir, keep, n := corpusOf(b), b.TempDir(), 0
	for b.Loop() {
		l := openCorpus(b, dir, Options{Dir: keep, Threshold: 1, Anew: true})
		n = l.now().overview.Briefings
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n), "briefings")
}

// BenchmarkRecheck compares an index with a folder in which nothing changed.
func BenchmarkRecheck(b *testing.B) {
	l := openCorpus(b, corpusOf(b), Options{Dir: keepIn(b), Lazy: true})
	for b.Loop() {
		l.compare(b.Context())
	}
	if n := len(l.now().segments); n != 1 {
		b.Fatalf("%d segments: the folder is being changed", n)
	}
}
