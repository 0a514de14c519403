package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportedActorsStandWhereTheyAreMentioned holds the contract for a folder, with an index and without: every actor of
// one of its statements is a line with the places where it stands.
func TestExportedActorsStandWhereTheyAreMentioned(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir := t.TempDir()
	for i := range 3 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(note), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, flag := range []string{"--fresh", "--no-index"} {
		code, out, errs := call(t, "", flag, "export", dir)
		if code != 0 {
			t.Fatalf("%s: exit %d, %s", flag, code, errs)
		}
		places := map[string]int{}
		for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
			var actor struct {
				Type, Name string
				Mentions   []struct {
					File       string
					Start, End int
				}
			}
			if err := json.Unmarshal([]byte(line), &actor); err != nil {
				t.Fatal(err)
			}
			if actor.Type != "actor" {
				continue
			}
			for _, m := range actor.Mentions {
				if got := note[m.Start:m.End]; !strings.HasSuffix(got, actor.Name) && !strings.HasSuffix(actor.Name, got) {
					t.Errorf("%s: %q stands for %s", flag, got, actor.Name)
				}
			}
			places[actor.Name] = len(actor.Mentions)
		}
		if places["Lena Oduya"] != 3 {
			t.Errorf("%s: Lena Oduya stands in three files: %v", flag, places)
		}
	}
}
