package cli_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// What every start pays for: no table is read before something asks for it. Go tells for each package what its variables
// took at the start; bytes, unlike time, are the same on every machine.
func TestNoTableIsReadAtTheStart(t *testing.T) {
	const most = 64 << 10 // bytes a package
	cmd := exec.Command(built(t), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^init (\S+) .* (\d+) bytes`).FindAllSubmatch(out, -1)
	if len(lines) == 0 {
		t.Fatalf("Go tells nothing of its start:\n%s", out)
	}
	for _, l := range lines {
		if n, _ := strconv.Atoi(string(l[2])); n > most && regexp.MustCompile(`^parley(/|$)`).Match(l[1]) {
			t.Errorf("%s takes %d bytes at every start, most are %d", l[1], n, most)
		}
	}
}
