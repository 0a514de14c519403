package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/search"
)

func open(t testing.TB, dir string, o Options) *Library {
	t.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o.Paths = []string{dir}
	l, err := Open(src, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func settled(t testing.TB, dir string, o Options) *Library {
	t.Helper()
	l := open(t, dir, o)
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip("no folder")
	}
	cacheDir := filepath.Join(os.TempDir(), "trycache")
	began := time.Now()
	l := open(t, dir, Options{Dir: cacheDir})
	fmt.Println("open", time.Since(began))
	q := func(s string) {
		f, _ := search.Parse(s)
		began := time.Now()
		p, err := l.Quotes(t.Context(), f, model.Window{Limit: 200})
		fmt.Println(s, len(p.Items), p.Total, p.AtMost, err, time.Since(began))
	}
	q("terr")
	_ = l.Settled(t.Context())
	fmt.Println("settled", time.Since(began))
	l.writers.Wait()
	fmt.Println("written", time.Since(began), l.notes)
	for range 2 {
		for _, s := range []string{"t", "te", "ter", "terr", "speaker:popescu", "the speaker:silva since:2024", `"of the"`, "-the", "", "file:briefing"} {
			q(s)
		}
		began := time.Now()
		a, _ := l.Actors(t.Context(), model.Filter{}, model.Window{Limit: 100})
		fmt.Println("actors", a.Total, a.All, time.Since(began))
		began = time.Now()
		a, _ = l.Actors(t.Context(), model.Filter{Track: "Territory"}, model.Window{Limit: 100})
		fmt.Println("actors of territory", a.Total, a.All, time.Since(began))
		began = time.Now()
		b, _ := l.Briefings(t.Context(), model.Filter{}, model.Window{Limit: 100})
		fmt.Println("briefings", b.Total, b.All, time.Since(began))
		began = time.Now()
		x, err := l.Text(t.Context(), b.Items[0].File)
		fmt.Println("text", len(x.Quotes), err, time.Since(began))
	}
	o, _ := l.Overview(t.Context(), model.Filter{})
	fmt.Printf("%+v\n", o)
}
