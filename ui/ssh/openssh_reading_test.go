package ssh_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/ui/dashboard"
)

// A session reads, and does nothing else: every key and every entry of the command palette is tried, while the system's
// own record of what the program asks for is kept.

// asked for are the calls that start, open, make, change or reach something.
const calls = "execve,execveat,fork,vfork,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir," +
	"link,linkat,symlink,symlinkat,chmod,fchmodat,chown,fchownat,truncate,connect"

func TestASessionOnlyReads(t *testing.T) {
	if testing.Short() {
		t.Skip("every key takes a while: run without -short")
	}
	t.Parallel() // a server of its own
	trace := filepath.Join(t.TempDir(), "trace")
	var prefix []string
	if _, err := exec.LookPath("strace"); err == nil && exec.Command("strace", "-qq", "-o", os.DevNull, "true").Run() == nil {
		prefix = []string{"strace", "-D", "-f", "-qq", "-s", "4096", "-e", "trace=" + calls, "-o", trace}
	} else {
		t.Log("no strace here: only the files are looked at")
	}
	p := begin(t, prefix)
	p.dashboard(120, 40).types("Q") // what is opened once, for all sessions, is opened now
	p.logs(1, "msg=session")
	before, files := traced(t, trace), p.files()

	var walks sync.WaitGroup
	bindings := bindings()
	const hands = 8
	for hand := range hands {
		walks.Go(func() {
			for i := hand; i < len(bindings); i += hands {
				p.tries(bindings[i])
			}
		})
	}
	walks.Wait()
	x := p.dashboard(120, 40)
	x.types("4") // the last of the walks left it in any pane
	for name, says := range map[string]string{"edit": "switched off here", "copy file": "nothing is written from here"} {
		x.types(":" + name + "\r")
		x.sees(says)
		x.types("j")
	}
	x.types("Q")
	x.exits()
	for _, command := range []string{"cat ../keys", "export -o written", "ls ..", "cat " + p.path("keys"), "quotes " + secret} {
		p.runs(p.client(host, command))
	}
	p.stops()

	if now := p.files(); !slices.Equal(now, files) {
		t.Errorf("there were\n%s\nand are now\n%s", strings.Join(files, "\n"), strings.Join(now, "\n"))
	}
	for _, line := range traced(t, trace)[len(before):] {
		if why := p.wrong(line); why != "" {
			t.Errorf("%s: %s", why, line)
		}
	}
}

func bindings() (all []dashboard.Binding) {
	for _, line := range dashboard.Lines() {
		all = append(all, line.Bindings...)
	}
	return all
}

// tries does what a binding stands for, by its name and by its keys, in a session of its own.
func (p *program) tries(b dashboard.Binding) {
	const rest = 60 * time.Millisecond // a lone escape is told from a sequence by the pause behind it
	x := p.dashboard(120, 40)
	type_ := func(keys string) {
		_, _ = x.file.WriteString(keys) // the session may be over
		time.Sleep(rest)
	}
	type_(":" + b.Name + "\r")
	type_("\r")
	type_("\x1b")
	type_("\x1b")
	named := map[string]string{"enter": "\r", "space": " ", "tab": "\t", "esc": "\x1b", "ctrl+z": "\x1a", "ctrl+c": "\x03", "ctrl+u": "\x15", "ctrl+w": "\x17"}
	for _, key := range b.Keys() {
		if len(key) > 1 {
			key = named[key]
		}
		for _, pane := range []string{"1", "5"} {
			type_(pane)
			type_(key)
			type_("\r")
			type_("\x1b")
		}
	}
	for end := time.Now().Add(patience); time.Now().Before(end); {
		type_("\x03") // whatever is open; again, as one that follows an escape too closely is another key
		select {
		case <-x.ended:
			return
		case <-time.After(4 * rest):
		}
	}
	p.t.Errorf("%q does not end with ctrl+c:\n%s", b.Name, x.screen.String())
}

// files are all that lie around, but for what the server keeps of its visitors.
func (p *program) files() (all []string) {
	must(p.t, filepath.WalkDir(p.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if rel, err := filepath.Rel(p.path("state"), name); err == nil && filepath.IsLocal(rel) {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		all = append(all, name+" "+info.ModTime().String())
		return nil
	}))
	return all
}

// traced answers the calls that were recorded so far; none where nobody records.
func traced(t *testing.T, path string) []string {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Logf("nothing was recorded: %v", err)
		return nil
	}
	return strings.Split(strings.TrimSpace(string(raw)), "\n")
}

var (
	callOf  = regexp.MustCompile(`^\d+ +(\w+)\(`)
	namesOf = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
)

// wrong says what is wrong with a call. What a program of Go and C libraries looks up by itself is not.
func (p *program) wrong(line string) string {
	m := callOf.FindStringSubmatch(line)
	if m == nil {
		return "" // the rest of a call that was told in two lines, a signal, an end
	}
	writes := strings.Contains(line, "O_WRONLY") || strings.Contains(line, "O_RDWR") || strings.Contains(line, "O_CREAT")
	switch m[1] {
	case "execve", "execveat", "fork", "vfork":
		return "a process was started"
	case "connect":
		return "somebody was reached"
	case "open", "openat", "openat2":
	default:
		writes = true
	}
	for _, name := range namesOf.FindAllStringSubmatch(line, -1) {
		if why := p.wrongFile(name[1], writes); why != "" {
			return why
		}
	}
	return ""
}

func (p *program) wrongFile(name string, writes bool) string {
	within := func(dir string) bool { return name == dir || strings.HasPrefix(name, strings.TrimSuffix(dir, "/")+"/") }
	switch {
	case strings.Contains(name, ".."):
		return "a way up"
	case within(p.path("state")) || within(p.path("cache")):
		return ""
	case writes:
		return "a file was written"
	case !filepath.IsAbs(name) || within(p.library):
		return "" // within a folder that is open
	case name == p.dir, name == filepath.Dir(p.dir): // the folders above the library are watched, for it may be replaced
		return ""
	case within("/proc") || within("/sys") || within("/usr/share") || within("/usr/lib") || within("/lib") || name == "/etc/localtime":
		return ""
	}
	return "a file of another's was read"
}
