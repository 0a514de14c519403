package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The hostile suite: one process for each large file and command, bounded from outside, and nothing may leave that is not
// parley's own. The project's own cases are those of hostileFiles and bombs; a collection that lies beside the checkout
// (../shared/hostile, or where PARLEY_HOSTILE says) is walked as well.

// What one file may cost. The address space is bounded by ulimit, which counts what Go reserves and does not use; time by
// the processor's, as the machine may be busy.
const (
	mostMemory  = 256 << 10       // KB
	mostCPU     = 3 * time.Second // a hang, not a measure: the aim is one second
	addressRoom = 3_000_000       // KB
)

var streamCommands = [][]string{
	{"cat"}, {"export", "--format", "jsonl"}, {"export", "--format", "csv"}, {"export", "--format", "md"}, {"check"},
}

// bombs are texts that blow up in size, in depth or in number.
func bombs() map[string]string {
	r := strings.Repeat
	var keys, refs strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&keys, "k%d: v\n", i)
		fmt.Fprintf(&refs, "[%d]: u\n", i)
	}
	return map[string]string{
		"quotes deep": r(">", 100_000) + "a\n", "items deep": r("- ", 30_000) + "a\n", "items and lines": r("- ", 30_000) + "x" + r("\n", 30_000),
		"stars": r("*", 100_000) + "a" + r("*", 100_000), "emphasis nested": r("*a **a ", 32_500) + "b" + r(" a** a*", 32_500),
		"emphasis crossed": r("*a_ ", 100_000), "brackets": r("[", 100_000) + "a" + r("]", 100_000), "links open": r("[a](<b", 100_000),
		"comment open": "</" + r("<!--", 300_000), "backticks": r("e```` `` ` ", 300_000), "references": refs.String() + r("[0] ", 100_000),
		"headings": r("# same\n", 10_000), "rows": "| a | b |\n|---|---|\n" + r("| c | d |\n", 100_000), "columns": r("|a", 3_000) + "|\n" + r("|-", 3_000) + "|\n" + r("|b\n", 3_000),
		"fences": r("```\n", 10_000), "fence of php": "```php\n" + r("<?php /*", 10_000) + "\n```\n", "words": r("word ", 1_000_000), "word": r("x", 5_000_000),
		"hidden": "a" + r("\u200b", 100_000), "marks": "a" + r("\u0301", 1_000_000), "bidi": "a" + r("\u202e", 100_000), "tabs": r("\t", 1_000_000),
		"keys": "---\n" + keys.String() + "---\n", "keys nested": "---\na: " + r("[", 100_000) + "\n---\n", "said": r("“We agree,” Ann Bo said. ", 100_000),
		"quotes open": r("“a ", 500_000), "proposals": r("Ann Bo proposed a truce and rejected a line. ", 50_000), "strays": r("a” ", 500_000),
		"matrix": "| Issue | A | B |\n|---|---|---|\n" + r("| c | + | - |\n", 50_000), "callouts": r("> [!quote] A\n> x\n\n", 50_000), "line ends": r("\n", 1_000_000),
		"headings long": r("# Talks in Veld\n", 262_000), "headings and lines": r("# Talks\nOland rejected the plan.\n\n", 122_000),
		"must": r("Quill said Oland must go and ", 144_000), "proposed": r("Oland proposed talks. ", 190_000), // of 4 MB, as long as files are read
	}
}

func TestEveryFileIsHarmlessAndCheap(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of processes; run without -short")
	}
	dir := t.TempDir() // hostileFiles go through other tests, within this process
	for name, content := range bombs() {
		if err := os.WriteFile(filepath.Join(dir, "bomb "+name+".md"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	suite(t, dir, [][]string{{"cat"}, {"export", "--format", "csv"}, {"check"}})
}

// TestTheCollectionBeside walks the inputs that are kept beside the checkout.
func TestTheCollectionBeside(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of processes; run without -short")
	}
	beside := collection(t)
	dir := t.TempDir()
	if out, err := exec.Command(filepath.Join(beside, "generate"), dir, "--big", "--fs").CombinedOutput(); err != nil {
		t.Skipf("its generator does not run here: %v: %s", err, out)
	}
	suite(t, dir, streamCommands)
	if code, out, errs := call(t, "", "check", filepath.Join(dir, "fs")); code == 2 || harm(out)+harm(errs) != "" {
		t.Errorf("traps of the file system: exit %d, %s", code, harm(out)+harm(errs))
	}
	for _, file := range []string{"inj-zwnj-persian-LEGIT", "inj-zwj-hindi-LEGIT", "inj-emoji-flag-LEGIT", "inj-thai-LEGIT", "inj-hebrew-LEGIT", "inj-nfd-LEGIT"} {
		path := filepath.Join(dir, file+".md")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		word, _, _ := strings.Cut(strings.SplitN(string(text), "\npara ", 2)[1], " x\n")
		if _, out, _ := call(t, "", "cat", path); strings.Count(out, word) < 10 {
			t.Errorf("%s: %q stands there %d times", file, word, strings.Count(out, word))
		}
	}
}

// collection answers where the hostile inputs beside the checkout lie.
func collection(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("PARLEY_HOSTILE")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "hostile")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no collection of hostile inputs: %v; PARLEY_HOSTILE names it", err)
	}
	return dir
}

func suite(t *testing.T, dir string, commands [][]string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	program := built(t)
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		for _, command := range commands {
			if info.Size() >= 64<<10 {
				judge(t, program, command, file)
				continue
			}
			code, out, errs := call(t, "", append(command[:len(command):len(command)], file)...)
			if found := harm(out) + harm(errs); code == 2 || found != "" {
				t.Errorf("%v %s: exit %d, %s", command, file, code, found)
			}
		}
	}
}

// judge runs one command on one file.
func judge(t *testing.T, program string, command []string, file string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 60*time.Second)
	defer stop()
	args := append([]string{"-c", fmt.Sprintf(`ulimit -v %d; exec "$0" "$@"`, addressRoom), program}, command...)
	cmd := exec.CommandContext(ctx, "sh", append(args, file)...)
	home := t.TempDir()
	cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the exit code tells
	state := cmd.ProcessState
	name := strings.Join(command, " ") + " " + filepath.Base(file)
	if code := state.ExitCode(); !slices.Contains([]int{0, 3, 4}, code) {
		t.Errorf("%s: exit %d: %.300s", name, code, errs.String())
	}
	if found := harm(out.String()) + harm(errs.String()); found != "" {
		t.Errorf("%s: %s", name, found)
	}
	if cpu := state.UserTime() + state.SystemTime(); cpu > mostCPU {
		t.Errorf("%s: %v of the processor", name, cpu)
	} else if cpu > time.Second {
		t.Logf("%s: %v of the processor", name, cpu)
	}
	if used, ok := state.SysUsage().(*syscall.Rusage); ok && used.Maxrss > mostMemory && os.Getenv("GORACE") == "" {
		t.Errorf("%s: %d MB", name, used.Maxrss>>10)
	}
}

// example is how the CommonMark collections hold their texts.
var example = regexp.MustCompile("(?ms)^`{32} example[^\n]*\n(.*?)^\\.$")

// TestEachExampleAndEachNaughtyString goes through every command within this process.
func TestEachExampleAndEachNaughtyString(t *testing.T) {
	beside, dir := collection(t), t.TempDir()
	n := 0
	put := func(content string) {
		n++
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.md", n)), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"commonmark-spec.txt", "cmark-regression.txt"} {
		text, err := os.ReadFile(filepath.Join(beside, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range example.FindAllSubmatch(text, -1) {
			put(strings.ReplaceAll(string(m[1]), "→", "\t"))
		}
	}
	var naughty []string
	text, err := os.ReadFile(filepath.Join(beside, "blns.json"))
	if err == nil {
		err = json.Unmarshal(text, &naughty)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range naughty {
		put(s)
		put("---\ntitle: " + s + "\nsource: \"" + s + "\"\n---\n“" + s + "” said " + s + ".\n\n| a | " + s + " |\n|---|---|\n| b | c |\n")
	}
	if n < 1500 {
		t.Fatalf("only %d texts", n)
	}
	for _, args := range [][]string{{"export"}, {"export", "--format", "csv"}, {"export", "--format", "md"}, {"check"}, {"cat"}} {
		code, out, errs := call(t, "", append(args, dir)...)
		if code == 2 || harm(out)+harm(errs) != "" {
			t.Errorf("%v: exit %d, %s", args, code, harm(out)+harm(errs))
		}
	}
	t.Logf("%d texts", n)
}
