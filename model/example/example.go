// Package example runs examples: texts, and beside each what is expected of it. Tests alone import it.
//
// They stand in txtar archives, one after the other: a text, then its answer, then the next text. An answer is written as a
// person would check it, so that a package's archives are its specification; the name of a text may say more of it (a
// language, a date), as the package's test says. With `go test PACKAGE -update` the answers found are written into the
// archives, to be read in the diff before they are believed.
package example

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the answers found into testdata")

// Text is one example.
type Text struct {
	Archive string // the name of the file that it stands in, without its folder
	Name    string
	Body    []byte
}

// Run holds every example of the archives that fit the pattern, a path from the package's folder, against its answer.
// It fails where there is no archive, and where a text has no answer.
func Run(t *testing.T, pattern string, answer func(*testing.T, Text) string) {
	t.Helper()
	archives, err := filepath.Glob(pattern)
	if err != nil || len(archives) == 0 {
		t.Fatalf("no examples in %s: %v", pattern, err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.Files)%2 != 0 {
			t.Errorf("%s: the last text has no answer", name)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			in, want := archive.Files[i], &archive.Files[i+1]
			t.Run(filepath.Base(name)+"/"+in.Name, func(t *testing.T) {
				got := answer(t, Text{filepath.Base(name), in.Name, in.Data})
				if *update {
					want.Data = []byte(got)
				} else if got != string(want.Data) {
					t.Errorf("%s\ngot:\n%swant:\n%s", in.Data, got, want.Data)
				}
			})
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
