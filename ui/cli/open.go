package cli

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/colorprofile"

	"parley/model"
	"parley/ui/dashboard"
)

type openCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Folders, files, FILE:LINE, or - for standard input."`
}

// frames is how often a second the screen may be drawn: a key is on the screen within one of these.
const frames = 120

// Run shows the dashboard, or where there is no terminal prints an overview.
func (c *openCommand) Run(s *setting) error {
	paths, file, line := c.startAt()
	if !s.Terminal {
		lib, err := s.settled(paths)
		if err != nil {
			return err
		}
		defer lib.Close() //nolint:errcheck // only read from
		if err := overview(s, lib); err != nil {
			return err
		}
		return s.skippedFiles(lib)
	}
	if s.Env("TERM") == "dumb" {
		return ending{refused, hint{errors.New("this terminal cannot be drawn on (TERM=dumb)"), "parley cat FILE prints a briefing; parley quotes WORD searches; set TERM to what the terminal is"}}
	}
	lib, err := s.open(paths, true)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	return s.show(lib, paths, file, line)
}

// startAt takes the line off a path of the form FILE:LINE, where no file of the whole name is there.
func (c *openCommand) startAt() (paths []string, file string, line int) {
	paths = c.Paths
	if len(paths) != 1 {
		return paths, "", 0
	}
	if _, err := os.Stat(paths[0]); err == nil {
		return paths, "", 0
	}
	if name, number, ok := cutLast(paths[0], ':'); ok {
		if n, err := strconv.Atoi(number); err == nil && n > 0 {
			return []string{name}, filepath.Base(name), n
		}
	}
	return paths, "", 0
}

func cutLast(s string, sep byte) (before, after string, ok bool) {
	if i := strings.LastIndexByte(s, sep); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// show runs the dashboard until the user leaves.
func (s *setting) show(lib opened, paths []string, file string, line int) error {
	options := dashboard.Options{
		Style: dashboard.Style(s.all.Style), Profile: s.profile(), Plain: s.plain(), Through: s.multiplexer(),
		Start: file, Line: line, Now: time.Now,
		Editor: s.editor(lib), WriteCopy: writeCopy, Stop: lib.Stop,
		Samples: func() (model.Library, error) { return openSamples() },
	}
	shown := withMarks(lib, s.paths(paths), &options)
	app := dashboard.New(shown, options)
	p := tea.NewProgram(app, tea.WithFPS(frames), tea.WithColorProfile(s.profile()))
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP, syscall.SIGTERM)
	defer signal.Stop(hangup)
	go func() {
		if _, ok := <-hangup; ok {
			p.Quit()
		}
	}()
	_, err := p.Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		return ending{code: interrupted}
	case err != nil:
		return fmt.Errorf("the dashboard ended: %w", err)
	}
	return nil
}

// profile is what the terminal can show. Any value of NO_COLOR but the empty one means no colour.
func (s *setting) profile() colorprofile.Profile {
	if s.Env("NO_COLOR") != "" || s.all.Style == "mono" || s.all.Color == "never" {
		return colorprofile.ASCII
	}
	return colorprofile.Env(os.Environ())
}

// plain tells whether the terminal lacks the characters beyond Latin-1 and box drawing.
func (s *setting) plain() bool {
	if s.Env("TERM") == "linux" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(s.Env(name)); v != "" {
			return !strings.Contains(v, "utf-8") && !strings.Contains(v, "utf8")
		}
	}
	return false // nobody says: nearly every terminal of today reads UTF-8
}

func (s *setting) multiplexer() dashboard.Multiplexer {
	switch {
	case s.Env("TMUX") != "":
		return dashboard.Tmux
	case s.Env("STY") != "":
		return dashboard.Screen
	}
	return dashboard.Direct
}

// editor answers the user's editor and where a briefing lies.
func (s *setting) editor(lib opened) func(string) (string, string, error) {
	return func(file string) (command, path string, err error) {
		for _, name := range []string{"VISUAL", "EDITOR"} {
			if command = s.Env(name); command != "" {
				break
			}
		}
		if command == "" {
			return "", "", errors.New("no editor is set: set EDITOR, as in EDITOR=nano")
		}
		path, ok := lib.Path(file)
		if !ok {
			return "", "", fmt.Errorf("%s lies in no folder: it was built in or read from standard input", file)
		}
		return command, path, nil
	}
}

// writeCopy keeps what was copied in a file of its own, for terminals that take no copies.
func writeCopy(content string) (string, error) {
	path, err := xdg.StateFile(filepath.Join("parley", "copied.txt"))
	if err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return "", err
	}
	defer closeFile(f, &err)
	_, err = f.WriteString(content + "\n\n")
	return path, err
}
