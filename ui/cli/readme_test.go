package cli_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"parley/ui/dashboard"
)

var rewrite = flag.Bool("write-readme", false, "write the table of keys into README.md")

// TestTheREADMEsKeysAreTheProgramsKeys: go test ./ui/cli -run README -write-readme writes the table again.
func TestTheREADMEsKeysAreTheProgramsKeys(t *testing.T) {
	const path, from, to = "../../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(file), from)
	have, tail, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatal("README.md has no place for the keys")
	}
	want := keysTable()
	if *rewrite {
		if err := os.WriteFile(path, []byte(head+from+want+to+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if have != want {
		t.Error("the table of keys in README.md is not the program's: go test ./ui/cli -run README -write-readme")
	}
}

func keysTable() string {
	var b strings.Builder
	b.WriteString("| | keys | action |\n|---|---|---|\n")
	group := ""
	for _, l := range dashboard.Lines() {
		if l.Keys == "" {
			continue // in the palette alone
		}
		name := ""
		if l.Group != group {
			group, name = l.Group, l.Group
		}
		fmt.Fprintf(&b, "| %s | `%s` | %s |\n", name, strings.ReplaceAll(l.Keys, "|", "\\|"), l.Help)
	}
	return b.String()
}
