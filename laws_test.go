package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The laws of the house. A law that hurts is thought over; one that is wrong is changed here, in the open, with the reason.

const (
	module       = "parley"
	longestFile  = 400 // lines
	longestFunc  = 60  // lines, from func to its closing brace
	longestChain = 5   // arrows between our own packages, counted from the first room behind the door
)

// rooms says what a package may import beside the standard library: the longest prefix that fits it counts.
var rooms = map[string][]string{
	".": {"parley/ui/cli"},
	"model": {
		"parley/model", "github.com/yuin/goldmark", "golang.org/x/text", "github.com/clipperhouse/",
		"github.com/goccy/go-yaml", "github.com/pelletier/go-toml",
	},
	"briefings": {"parley/model", "parley/briefings", "github.com/", "golang.org/x/"},
	"ui": {
		"parley/model", "parley/ui/dashboard", "parley/ui/pane", "parley/ui/layout", "parley/ui/theme", "parley/ui/render",
		"charm.land/", "github.com/charmbracelet/", "github.com/clipperhouse/", "github.com/sahilm/fuzzy",
		"github.com/yuin/goldmark", "golang.org/x/text", "image/color",
	},
	"ui/render":     {"parley/model", "charm.land/glamour/v2/ansi", "charm.land/lipgloss/v2", "github.com/charmbracelet/x/ansi", "github.com/clipperhouse/", "github.com/yuin/goldmark"},
	"ui/layout":     {"parley/model"},
	"ui/cli":        {"parley/", "charm.land/", "github.com/", "golang.org/x/"},
	"model/example": {"golang.org/x/tools/txtar"},
	"ui/picture":    {"github.com/charmbracelet/", "github.com/creack/pty"},
	"ui/ssh":        {"parley/", "charm.land/", "github.com/", "golang.org/x/"},
}

// outside is what of the standard library stays out of model: it knows no files, no network, no clock.
var outside = []string{"os", "os/exec", "net", "net/http", "net/url", "syscall", "log", "io/ioutil"}

type source struct {
	dir, file string
	set       *token.FileSet
	tree      *ast.File
	test      bool
}

func (s source) imports() (paths []string) {
	for _, i := range s.tree.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		paths = append(paths, p)
	}
	return paths
}

// workshop tells whether the file is of no part of parley: of a program that fits or measures, or what runs the examples of
// tests. Such may read files.
func (s source) workshop() bool {
	return s.tree.Name.Name == "main" && s.dir != "." || s.dir == "model/example"
}

func sources(t *testing.T) (all []source) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{filepath.ToSlash(filepath.Dir(name)), filepath.ToSlash(name), set, tree, strings.HasSuffix(name, "_test.go")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func room(dir string) []string {
	for at := dir; ; at = path.Dir(at) {
		if allowed, ok := rooms[at]; ok {
			return allowed
		}
		if at == "." {
			return nil
		}
	}
}

func standard(p string) bool {
	return !strings.Contains(strings.Split(p, "/")[0], ".") && !within(p, module)
}

func within(p, prefix string) bool {
	return p == prefix || strings.HasPrefix(p, strings.TrimSuffix(prefix, "/")+"/")
}

func TestWhoMayImportWhom(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, p := range s.imports() {
			if p == "parley/model/example" {
				t.Errorf("%s imports %s, which is for tests", s.file, p)
			}
			if standard(p) {
				if within(s.dir, "model") && !s.workshop() && slices.Contains(outside, p) {
					t.Errorf("%s imports %s: model knows no files, no network, no clock", s.file, p)
				}
				continue
			}
			if !slices.ContainsFunc(room(s.dir), func(allowed string) bool { return within(p, allowed) }) {
				t.Errorf("%s imports %s, which its room may not", s.file, p)
			}
		}
	}
}

func TestModelHasNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.workshop() || !within(s.dir, "model") {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, sel.Sel.Name) {
				t.Errorf("%s: time.%s in model: a clock is handed in", s.set.Position(n.Pos()), sel.Sel.Name)
			}
			return true
		})
	}
}

func TestNothingIsTooLong(t *testing.T) {
	for _, s := range sources(t) {
		if lines := s.set.File(s.tree.Pos()).LineCount(); lines > longestFile {
			t.Errorf("%s has %d lines; %d is the limit", s.file, lines, longestFile)
		}
		for _, d := range s.tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			if lines := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; lines > longestFunc {
				t.Errorf("%s: %s has %d lines; %d is the limit", s.set.Position(f.Pos()), f.Name.Name, lines, longestFunc)
			}
		}
	}
}

func TestNamesSayWhatIsInside(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains([]string{"util", "utils", "common", "types", "helpers", "helper", "manager"}, strings.TrimSuffix(s.tree.Name.Name, "_test")) {
			t.Errorf("%s: a package called %s says nothing", s.file, s.tree.Name.Name)
		}
	}
}

func TestImportsAreShallow(t *testing.T) {
	graph := map[string]map[string]bool{}
	for _, s := range sources(t) {
		if s.test || s.workshop() {
			continue
		}
		from := path.Join(module, s.dir)
		if graph[from] == nil {
			graph[from] = map[string]bool{}
		}
		for _, p := range s.imports() {
			if within(p, module) {
				graph[from][p] = true
			}
		}
	}
	var chain func(p string) []string
	seen := map[string][]string{}
	chain = func(p string) []string {
		if c, ok := seen[p]; ok {
			return c
		}
		var longest []string
		for next := range graph[p] {
			if c := chain(next); len(c) > len(longest) {
				longest = c
			}
		}
		seen[p] = append([]string{p}, longest...)
		return seen[p]
	}
	for p := range graph {
		if p == module {
			continue
		}
		if c := chain(p); len(c)-1 > longestChain {
			t.Errorf("%d arrows: %s", len(c)-1, strings.Join(c, " → "))
		}
	}
}

// TestOffline holds what the README promises: the program cannot reach a network, as it has nothing to do so with.
func TestOffline(t *testing.T) {
	served := module + "/ui/ssh" // the one room that may
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		deps := strings.Fields(line)
		if deps[0] == served || slices.Contains(deps[1:], served) {
			continue
		}
		if slices.Contains(deps, "net") {
			t.Errorf("%s links net", deps[0])
		}
	}
}
