package folder

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"parley/model"
)

// corpus is a folder of n briefings in folders by month, as people keep them, or the one of PARLEY_CORPUS.
func corpus(b *testing.B, n int) string {
	b.Helper()
	if dir := os.Getenv("PARLEY_CORPUS"); dir != "" {
		return dir
	}
	dir := b.TempDir()
	for i := range n {
		month := filepath.Join(dir, fmt.Sprint(2020+i%5), fmt.Sprintf("%02d", 1+i%12))
		if i < 60 {
			if err := os.MkdirAll(month, 0o755); err != nil {
				b.Fatal(err)
			}
		}
		name := filepath.Join(month, fmt.Sprintf("%06d.md", i))
		if err := os.WriteFile(name, []byte(briefing(fmt.Sprint("Talk ", i), "2025-04-25")), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

func sourceFor(b *testing.B, n int) *Source {
	b.Helper()
	src, err := NewSource([]string{corpus(b, n)}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := src.Close(); err != nil {
			b.Error(err)
		}
	})
	return src
}

func names(b *testing.B, src *Source) (all []string) {
	b.Helper()
	if err := src.List(b.Context(), func(e Entry) { all = append(all, e.Name) }, func(p model.Problem) { b.Error(p) }); err != nil {
		b.Fatal(err)
	}
	return all
}

// BenchmarkList is what a comparison of every file costs when nothing changed.
func BenchmarkList(b *testing.B) {
	src := sourceFor(b, 20_000)
	n := 0
	for b.Loop() {
		n = len(names(b, src))
	}
	b.ReportMetric(float64(n), "files")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(max(n, 1)), "ns/file")
}

// BenchmarkLoad reads files without splitting them.
func BenchmarkLoad(b *testing.B) {
	src := sourceFor(b, 2_000)
	all := names(b, src)
	var next, size atomic.Int64
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			raw, err := src.Load(b.Context(), all[int(next.Add(1))%len(all)])
			if err != nil {
				b.Error(err)
				return
			}
			size.Add(int64(len(raw.Bytes)))
		}
	})
	b.ReportMetric(float64(size.Load())/1e6/b.Elapsed().Seconds(), "MB/s")
}

// BenchmarkRead reads and splits.
func BenchmarkRead(b *testing.B) {
	src := sourceFor(b, 2_000)
	all := names(b, src)
	var next, size atomic.Int64
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			t, _, err := src.Read(b.Context(), all[int(next.Add(1))%len(all)])
			if err != nil {
				b.Error(err)
				return
			}
			size.Add(int64(len(t.Body)))
		}
	})
	b.ReportMetric(float64(size.Load())/1e6/b.Elapsed().Seconds(), "MB/s")
}
