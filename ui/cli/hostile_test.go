package cli_test

import (
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Briefings come from strangers. Everything a hostile file may hold goes through every way out of the program, and no
// byte may leave that is not parley's own.

const esc = "\x1b"

// payloads are put into every place where text can stand.
var payloads = map[string]string{
	"clear": esc + "[2J" + esc + "[H", "reset": esc + "c", "leave alternate screen": esc + "[?1049l", "mouse": esc + "[?1003h",
	"title": esc + "]0;OWNED\x07", "clipboard": esc + "]52;c;T1dORUQ=\x07", "clipboard ST": esc + "]52;c;T1dORUQ=" + esc + "\\",
	"file link": esc + "]8;;file:///etc/passwd\x07click" + esc + "]8;;\x07", "notify": esc + "]9;OWNED\x07",
	"dcs": esc + "Pq#0;2;100;0;0#0~~" + esc + "\\", "open dcs": esc + "Pq never closed", "apc": esc + "_Ga=d" + esc + "\\",
	"sos": esc + "Xx" + esc + "\\", "query": esc + "[6n", "conceal": esc + "[8mhidden" + esc + "[0m", "lone escape": esc,
	"bell": "\x07", "backspace": "safe\b\b\b\bevil", "return": "safe\revil", "nul": "\x00", "delete": "\x7f", "shift": "\x0e\x0f",
	"c1 csi": "\u009b2J", "c1 dcs": "\u0090$q\u009c", "next line": "\u0085", "raw c1": "\x9b2J", "raw c1 osc": "\x9d52;c;T1dORUQ=\x9c",
	"entity": "&#27;[2J", "hex entity": "&#x1b;]52;c;T1dORUQ=&#x7;", "c1 entity": "&#x9b;2J", "bidi entity": "&#x202e;", "nul entity": "&#0;",
	"override": "\u202etxt.exe\u202c", "isolate": "\u2067abc\u2069", "zero width": "pay\u200bpal", "joiner": "a\u200db", "soft hyphen": "a\u00adb",
	"tags": "a\U000e0069\U000e0067b", "filler": "a\u3164b", "blank": "a\u2800b", "marks": "Z" + strings.Repeat("\u0301\u0316", 40),
	"private": "\ue000\uf8ff\U000f0000", "no characters": "\ufffe\U0010ffff", "broken": "\xff\xfe\xfd", "overlong": "\xc0\xaf", "surrogate": "\xed\xa0\x80",
}

// legit are texts that look alike to a filter and must come through as they are.
var legit = []string{"می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧\u200d👦", "🇺🇦", "1️⃣", "外交谈判", "±×÷→①", "การเจรจา", "한국", "مفاوضات", "משא ומתן"}

var places = []string{
	"para %s x", "# head %s x", "x *em%sem* x", "x ~~st%sst~~ x", "[text%s](http://e.x/)", "[t](<http://e.x/%s>)", "![alt%s](http://e.x/i.png)",
	"x `code%scode` x", "```\nfence%s\n```", "    indent%s", "```go%s\nx\n```", "<div>\nhtml%s\n</div>", "| h%s | i |\n|---|---|\n| a%s | b |",
	"- item%s", "- [ ] task%s", "> \"quote%s\" — Actor%s", "term%s\n: def%s", "[ref%s]: <http://e.x/%s> \"t%s\"", "<http://e.x/%s>",
	"“We %s agree,” said envoy Ann%s Bo.", "> [!quote] Ann %s, envoy (Arland%s) — Post%s, 4 May 2025\n> “No %s.”",
}

// hostileFiles answers file name to content.
func hostileFiles() map[string]string {
	files := map[string]string{}
	for name, p := range payloads {
		var body strings.Builder
		fmt.Fprintf(&body, "---\ntitle: Talks %s\nsource: Post %s\ntracks: [Line %s]\n---\n", name, p, p)
		for _, place := range places {
			body.WriteString(strings.ReplaceAll(place, "%s", p) + "\n\n")
		}
		files["inject "+name+".md"] = body.String()
	}
	head := "# Actors\n\n“We will not sign,” said minister Ann Bo.\n\nPlain text é 漢.\n"
	wide := func(order func(uint16) []byte) string {
		var b []byte
		for _, u := range utf16.Encode([]rune("\ufeff" + head)) {
			b = append(b, order(u)...)
		}
		return string(b)
	}
	files["utf-16 le.md"] = wide(func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} })
	files["utf-16 be.md"] = wide(func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} })
	files["bom.md"], files["crlf.md"], files["cr.md"] = "\ufeff"+head, strings.ReplaceAll(head, "\n", "\r\n"), strings.ReplaceAll(head, "\n", "\r")
	files["empty.md"], files["lines.md"], files["nul.md"], files["png.md"] = "", "\n\n\n", strings.Repeat("\x00", 4096), "\x89PNG\r\n\x1a\n\x00\x01"
	files["alias bomb.md"] = "---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b]\n---\n# T\n"
	files["self.md"], files["unclosed.md"], files["twice.md"] = "---\na: &a [*a]\n---\n# T\n", "---\ntitle: x\n# T\n", "---\ntitle: a\ntitle: b\n? [c]\n: d\n---\n# T\n"
	files["deep quote.md"], files["deep list.md"] = strings.Repeat(">", 1000)+"a\n", strings.Repeat("- ", 2000)+"a\n"
	files["emphasis.md"], files["brackets.md"] = strings.Repeat("*a_ ", 20000), strings.Repeat("[a](b", 20000)
	files["ticks.md"], files["headings.md"] = strings.Repeat("e`", 20000), strings.Repeat("# same\n", 5000)
	files["one line.md"], files["one word.md"] = strings.Repeat("word ", 200000), strings.Repeat("x", 500000)
	files["marks.md"], files["hidden.md"] = "a"+strings.Repeat("\u0301", 50000), "a"+strings.Repeat("\u200b", 50000)
	files["quotes.md"], files["open quotes.md"] = strings.Repeat("“a” ", 20000), strings.Repeat("“a b c ", 20000)
	files["table.md"] = "| a | b |\n|---|---|\n" + strings.Repeat("| c | d |\n", 5000)
	files["legit.md"] = strings.Join(legit, "\n\n") + "\n"
	return files
}

func hostileFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range hostileFiles() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"esc\x1b]0;OWNED\x07.md", "nl\nname.md", "\u202egpj.md", "-rf.md", "$(id).md", "%s%n.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("# x\n"), 0o600); err != nil {
			t.Logf("this file system takes no %q: %v", name, err)
		}
	}
	for link, to := range map[string]string{"out.md": "/etc/passwd", "loop.md": "loop.md", "up": "..", "zero.md": "/dev/zero", "gone.md": "missing"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Logf("no link %s: %v", link, err)
		}
	}
	return dir
}

// harm finds a character that a terminal obeys or a reader cannot see.
func harm(s string) string {
	if !utf8.ValidString(s) {
		return "invalid UTF-8"
	}
	for i, r := range s {
		joiner := r == '\u200c' || r == '\u200d' || r >= 0xe0020 && r <= 0xe007f || unicode.Is(unicode.Prepended_Concatenation_Mark, r) // the last are seen
		if r != '\n' && !joiner && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) {
			return fmt.Sprintf("%U in %q", r, s[max(0, i-20):min(len(s), i+20)])
		}
	}
	return ""
}

func TestNothingHostileLeavesOnAStream(t *testing.T) {
	dir := hostileFolder(t)
	for _, args := range [][]string{{dir}, {"export", dir}, {"check", dir}, {"-L", dir, "quotes"}} {
		code, out, errs := call(t, "", args...)
		if code == 2 {
			t.Errorf("%v: exit %d: %s", args, code, errs)
		}
		if found := harm(out) + harm(errs); found != "" {
			t.Errorf("%v: %s", args, found)
		}
	}
	for name := range hostileFiles() {
		for _, command := range []string{"cat", "split"} {
			code, out, errs := call(t, "", command, filepath.Join(dir, name))
			if code == 2 {
				t.Errorf("%s %s: exit %d: %s", command, name, code, errs)
			}
			if found := harm(out) + harm(errs); found != "" {
				t.Errorf("%s %s: %s", command, name, found)
			}
		}
	}
}

func TestWhatOnlyLooksHostileComesThrough(t *testing.T) {
	_, out, _ := call(t, "", "cat", filepath.Join(hostileFolder(t), "legit.md"))
	for _, want := range legit {
		if !strings.Contains(out, want) {
			t.Errorf("%q is lost", want)
		}
	}
}

// ours is every sequence that the dashboard may write: styles without conceal and blink, links to the web, cursor and
// screen as bubbletea moves them.
var ours = regexp.MustCompile(`\x1b\[[0-9;:]*[mABCDEFGHIJKLMPSTXZbdfghrt@` + "`" + `]|\x1b\[[>=?<]?[0-9;]*[hlmuncpq]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9]* q|\x1b\[\?5W|\x1b\](0|2|10|11|12|110|111|112);[^\x07\x1b]*(\x07|\x1b\\)|\x1b\][0-9]+;?\?(\x07|\x1b\\)|\x1b\]8;;((https?://|mailto:)[!-~]*)?(\x1b\\|\x07)|\x1b[78=>M]|\x1b\(B`)

func TestNothingHostileLeavesOnTheScreen(t *testing.T) {
	throughTheDashboard(t, hostileFolder(t), len(hostileFiles())+4)
}

func TestTheCollectionOnTheScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("a real terminal takes long; run without -short")
	}
	dir := t.TempDir()
	if out, err := exec.Command(filepath.Join(collection(t), "generate"), dir, "--big", "--fs").CombinedOutput(); err != nil {
		t.Skipf("its generator does not run here: %v: %s", err, out)
	}
	throughTheDashboard(t, dir, 170)
}

// throughTheDashboard opens a folder, looks at every briefing, list and window, and checks each byte that was written.
func throughTheDashboard(t *testing.T, dir string, briefings int) {
	t.Helper()
	x := open(t, 100, 30, nil, dir)
	x.loaded()
	for range briefings {
		x.types("J")
		time.Sleep(20 * time.Millisecond) // its text is read and drawn meanwhile
	}
	x.types("!", "j", "j", esc, "0", "j", "\r", "4", "j", "\r", "i", esc, "y", "s", "a", esc)
	x.types("\x03")
	x.exits()
	out := x.bytes()
	left := ours.ReplaceAllString(ownCopy.ReplaceAllString(out, ""), "")
	left = strings.NewReplacer("\r", "", "\b", "", "\t", "").Replace(left)
	if found := harm(left); found != "" {
		t.Error(found)
	}
	if strings.Contains(out, "OWNED\x07") || strings.Contains(out, esc+"]8;;file:") || strings.Contains(out, esc+"]52;c;T1dORUQ") {
		t.Error("a sequence of the briefing's own reached the terminal")
	}
	for _, c := range ownCopy.FindAllStringSubmatch(out, -1) {
		if text, err := base64.StdEncoding.DecodeString(c[1]); err != nil || harm(string(text)) != "" {
			t.Errorf("a copy holds %s (%v)", harm(string(text)), err)
		}
	}
	for _, title := range windowTitle.FindAllStringSubmatch(out, -1) {
		if harm(title[1]) != "" {
			t.Errorf("the window's title is %q", title[1])
		}
	}
	x.restored()
}

// ownCopy is what y sends to the terminal, windowTitle what names the window.
var (
	ownCopy     = regexp.MustCompile(`\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)`)
	windowTitle = regexp.MustCompile(`\x1b\][02];([^\x07\x1b]*)`)
)
