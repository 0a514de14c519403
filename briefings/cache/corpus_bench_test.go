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

func openCorpus(b *testing.B, dir, keep string) *Library {
	b.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	l, err := Open(src, Options{Dir: keep, Paths: []string{dir}, Lazy: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.Close() })
	return l
}

// BenchmarkRebuild reads and splits every briefing of a folder and writes its index.
func BenchmarkRebuild(b *testing.B) {
	l := openCorpus(b, corpusOf(b), b.TempDir())
	l.Stop() // nothing is read before it is measured
	if err := l.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := l.Rebuild(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(l.now().overview.Briefings), "briefings")
}

// BenchmarkRecheck compares an index with a folder in which nothing changed.
func BenchmarkRecheck(b *testing.B) {
	l := openCorpus(b, corpusOf(b), keepIn(b))
	if err := l.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
	if err := l.Flush(b.Context()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l.compare(b.Context())
	}
	if n := len(l.now().segments); n != 1 {
		b.Fatalf("%d segments: the folder is being changed", n)
	}
}
