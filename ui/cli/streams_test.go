package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/ui/cli"
)

// call runs a command within this process and answers what it wrote.
func call(t *testing.T, stdin string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(args, cli.Streams{In: strings.NewReader(stdin), Out: &o, Errs: &e, Env: func(string) string { return "" }})
	return code, o.String(), e.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const note = `The two sides met in Tarn on Friday.

“The line is not for sale,” minister Lena Oduya said.
`

func TestExitCodes(t *testing.T) {
	t.Chdir(t.TempDir())
	good := write(t, "2025-04-25-note.md", note)
	binary := write(t, "image.md", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"version", []string{"version"}, 0, ""},
		{"help", []string{"--help"}, 0, ""},
		{"an unknown flag", []string{"--nonsense"}, 2, "parley --help"},
		{"a path that is not there", []string{"no/such/folder"}, 3, "no such file"},
		{"a file as it should be", []string{"check", good}, 0, ""},
		{"a file that is no text", []string{"check", binary}, 4, ""},
		{"export of a file that is no text", []string{"export", binary}, 4, "image.md"},
		{"a word that nobody said", []string{"-L", good, "quotes", "zebra"}, 1, ""},
		{"a word that somebody said", []string{"-L", good, "quotes", "sale"}, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, errs := call(t, "", c.args...)
			if code != c.code || !strings.Contains(errs, c.says) {
				t.Errorf("exit %d, want %d; stderr %q, want %q in it", code, c.code, errs, c.says)
			}
		})
	}
}

func TestQuotesSayWhoAndWhere(t *testing.T) {
	code, out, errs := call(t, "", "-L", write(t, "2025-04-25-note.md", note), "quotes", "line")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %s", code, errs)
	}
	for _, want := range []string{"Lena Oduya", "on record", "The line is not for sale", "2025-04-25-note.md:3", "¶2"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
}

func TestStandardInput(t *testing.T) {
	code, out, errs := call(t, note, "export", "-")
	if code != 0 {
		t.Fatalf("exit %d, %s", code, errs)
	}
	var quote struct {
		Type, File string
		Start, End int
		Speaker    struct{ Name string }
	}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if strings.Contains(line, `"type":"quote"`) {
			if err := json.Unmarshal([]byte(line), &quote); err != nil {
				t.Fatal(err)
			}
		}
	}
	if quote.Speaker.Name != "Lena Oduya" || !strings.HasPrefix(note[quote.Start:quote.End], "The line is not for sale") {
		t.Errorf("%+v", quote)
	}
}

func TestNothingIsWrittenOver(t *testing.T) {
	path := write(t, "a.md", note)
	code, _, errs := call(t, "", "export", "-o", path, path)
	if code != 5 || !strings.Contains(errs, "does not write over") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != note {
		t.Errorf("the source was touched: %v", err)
	}
}

func TestNamesFromFilesAreCleaned(t *testing.T) {
	_, out, errs := call(t, "", "check", write(t, "a\x1b]0;OWNED\x07.md", "\x89PNG\r\n\x1a\n\x00\x00"))
	if strings.ContainsAny(out+errs, "\x1b\x07") {
		t.Errorf("%q %q", out, errs)
	}
}

func TestExportForms(t *testing.T) {
	file := write(t, "2025-04-25-note.md", note)
	for form, want := range map[string]string{
		"jsonl": `"type":"quote"`, "json": "[\n{", "csv": "type,id,file,line", "tsv": "type\tid\tfile\tline", "md": "> [!quote] Lena Oduya",
	} {
		code, out, errs := call(t, "", "export", "--format", form, file)
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d, %s; no %q in %s", form, code, errs, want, out)
		}
	}
	if code, out, _ := call(t, "", "export", "--format", "csv", "--fields", "speaker,text", file); code != 0 || out != "speaker,text\nLena Oduya,\"The line is not for sale,\"\n" {
		t.Errorf("exit %d, %s", code, out)
	}
	if code, _, errs := call(t, "", "export", "--fields", "speeker", file); code != 2 || !strings.Contains(errs, "there is no field") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

func TestAnExportedFileAppearsWholeOrNotAtAll(t *testing.T) {
	file, dir := write(t, "a.md", note), t.TempDir()
	out := filepath.Join(dir, "out.csv")
	if code, _, errs := call(t, "", "export", "--format", "csv", "-o", out, file); code != 0 {
		t.Fatalf("exit %d, %s", code, errs)
	}
	if text, err := os.ReadFile(out); err != nil || !strings.Contains(string(text), "Lena Oduya") {
		t.Errorf("%q, %v", text, err)
	}
	for _, taken := range []string{out, dir} {
		if code, _, errs := call(t, "", "export", "-o", taken, file); code != 5 || !strings.Contains(errs, "does not write over") {
			t.Errorf("%s: exit %d, %s", taken, code, errs)
		}
	}
	if code, _, errs := call(t, "", "export", "-o", filepath.Join(dir, "no", "folder.csv"), file); code != 5 || !strings.Contains(errs, "folder") {
		t.Errorf("exit %d, %s", code, errs)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestCatIsStyledOnATerminalAlone(t *testing.T) {
	file := write(t, "a.md", "# Heading\n\nA *word* and `code` and [a link](https://example.org).\n")
	if _, out, _ := call(t, "", "cat", file); strings.ContainsRune(out, '\x1b') {
		t.Errorf("%q", out)
	}
	_, dark, _ := call(t, "", "--color", "always", "cat", file)
	_, light, _ := call(t, "", "--color", "always", "--style", "light", "cat", file)
	_, mono, _ := call(t, "", "--color", "always", "--style", "mono", "cat", file)
	for _, out := range []string{dark, light, mono} {
		if !strings.ContainsRune(out, '\x1b') || strings.Contains(out, "\x1b[8m") {
			t.Errorf("%q", out)
		}
	}
	if strings.Contains(mono, "38;") {
		t.Errorf("mono has colour: %q", mono)
	}
}
