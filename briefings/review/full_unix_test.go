//go:build unix

package review

import (
	"os/exec"
	"strings"
	"testing"
)

// TestAFullDisk lets a child write into a file that may not grow beyond a few kilobytes, which is what a full disk is to a
// writer: the last write is cut off.
func TestAFullDisk(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh to set a limit with")
	}
	dir := t.TempDir()
	cmd, out := start(t, []string{shell, "-c", `trap '' XFSZ; ulimit -f 8; exec "$0"`}, dir)
	confirmed, last := confirmedBy(out, func() {})
	_ = cmd.Wait() // it ends with an exit code of its own
	if !strings.HasPrefix(last, "error:") || len(confirmed) < 5 {
		t.Fatalf("%d marks, then %q: the limit was not met", len(confirmed), last)
	}
	j := opening(t, dir)
	for _, name := range confirmed {
		if !j.Read(name, 7) {
			t.Errorf("%s was confirmed and is lost", name)
		}
	}
	must(t, j.MarkRead("after.md", 1, true)) // there is room again
	if again := opening(t, dir); !again.Read("after.md", 1) || !again.Read(confirmed[len(confirmed)-1], 7) {
		t.Error("what was marked when there was room again is lost")
	}
}
