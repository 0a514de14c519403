package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/colorprofile"
)

// The doctor's checks. None changes anything: whether a folder can be written to is tried with a file that is gone again.

func stateFolder() string { return filepath.Join(xdg.StateHome, "parley") }
func cacheFolder() string { return filepath.Join(xdg.CacheHome, "parley") }

func (p *patient) examine() []finding {
	return []finding{
		p.version(), p.terminal(), p.size(), p.colour(), p.locale(), p.ssh(), p.multiplexer(), p.clipboard(), p.editor(),
		p.folder("state", p.state, "what was read and where you were is not kept", "XDG_STATE_HOME"),
		p.folder("cache", p.cache, "briefings are read anew at every start", "XDG_CACHE_HOME"),
	}
}

func (p *patient) version() finding {
	return finding{"version", good, fmt.Sprintf("parley %s, %s %s/%s", release, runtime.Version(), runtime.GOOS, runtime.GOARCH), ""}
}

func (p *patient) terminal() finding {
	term := p.Env("TERM")
	switch {
	case !p.Terminal:
		return finding{"terminal", note, "none: the dashboard needs one, the commands do not", "start parley in a terminal; over SSH with ssh -t"}
	case term == "":
		return finding{"terminal", problem, "TERM is not set", "set it to what the terminal is, as in TERM=xterm-256color"}
	case term == "dumb":
		return finding{"terminal", problem, "TERM=dumb cannot be drawn on", "set TERM to what the terminal is; parley quotes WORD and parley cat FILE need none"}
	case term == "linux":
		return finding{"terminal", note, "TERM=linux, a console that shows few signs: plain ones are drawn", ""}
	}
	return finding{"terminal", good, "TERM=" + term, ""}
}

// The least window that is drawn in, and the least that shows several panes.
const (
	leastWidth, leastHeight = 40, 12
	panesWidth, panesHeight = 70, 20
)

func (p *patient) size() finding {
	is := fmt.Sprintf("%d columns, %d rows", p.Width, p.Height)
	switch {
	case p.Width == 0 || p.Height == 0:
		return finding{"size", note, "not known", ""}
	case p.Width < leastWidth || p.Height < leastHeight:
		return finding{"size", problem, is, fmt.Sprintf("make the window %d columns wide and %d rows high at least, or the type smaller", leastWidth, leastHeight)}
	case p.Width < panesWidth || p.Height < panesHeight:
		return finding{"size", note, is + ": one pane at a time", fmt.Sprintf("from %d columns and %d rows on there are several", panesWidth, panesHeight)}
	}
	return finding{"size", good, is, ""}
}

func (p *patient) colour() finding {
	if p.Env("NO_COLOR") != "" {
		return finding{"colour", good, "none, as NO_COLOR asks for", ""}
	}
	env := []string{"TERM=" + p.Env("TERM"), "COLORTERM=" + p.Env("COLORTERM"), "TMUX=" + p.Env("TMUX"), "WT_SESSION=" + p.Env("WT_SESSION")}
	switch profile := colorprofile.Env(env); profile {
	case colorprofile.TrueColor:
		return finding{"colour", good, "all colours", ""}
	case colorprofile.ANSI256:
		return finding{"colour", good, "256 colours", p.moreColour()}
	case colorprofile.ANSI:
		return finding{"colour", note, "16 colours", "if the terminal shows more: TERM=xterm-256color"}
	}
	return finding{"colour", note, "none: focus and marks are told by lines and signs", ""}
}

func (p *patient) moreColour() string {
	if p.remote() {
		return "if the terminal shows all: SendEnv COLORTERM in ~/.ssh/config, with COLORTERM=truecolor"
	}
	return "if the terminal shows all: COLORTERM=truecolor"
}

func (p *patient) locale() finding {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		v := p.Env(name)
		if v == "" {
			continue
		}
		if low := strings.ToLower(v); strings.Contains(low, "utf-8") || strings.Contains(low, "utf8") {
			return finding{"locale", good, name + "=" + v, ""}
		}
		return finding{"locale", note, name + "=" + v + " is not UTF-8: plain signs are drawn", "export " + name + "=C.UTF-8, if the terminal reads UTF-8"}
	}
	return finding{"locale", note, "none is set: UTF-8 is taken for granted", "export LANG=C.UTF-8"}
}

func (p *patient) remote() bool { return p.Env("SSH_CONNECTION") != "" || p.Env("SSH_TTY") != "" }

func (p *patient) ssh() finding {
	if !p.remote() {
		return finding{"ssh", good, "no: the terminal is on this machine", ""}
	}
	from := ""
	if f := strings.Fields(p.Env("SSH_CONNECTION")); len(f) > 0 {
		from = ", from " + f[0]
	}
	return finding{"ssh", good, "yes" + from + ": copies are sent to your own terminal", ""}
}

func (p *patient) multiplexer() finding {
	switch {
	case p.Env("TMUX") != "":
		return p.tmux()
	case p.Env("STY") != "":
		return finding{"screen", note, "GNU screen: copies are wrapped to get through", "long ones may be lost: :copy file, or tmux instead"}
	}
	return finding{"tmux", good, "neither tmux nor screen", ""}
}

func (p *patient) tmux() finding {
	set, ok := p.ask("tmux", "show-options", "-sv", "set-clipboard")
	switch {
	case !ok:
		return finding{"tmux", note, "in tmux, which does not say how it is set up", "for copies: tmux set -s set-clipboard on"}
	case set != "on":
		return finding{"tmux", problem, "set-clipboard is " + set + ": tmux throws copies away", "tmux set -s set-clipboard on, and the same in ~/.tmux.conf"}
	}
	features, ok := p.ask("tmux", "display-message", "-p", "#{client_termfeatures}")
	if ok && features != "" && !strings.Contains(features, "clipboard") {
		return finding{"tmux", note, "tmux takes copies, and believes that your terminal does not", "if it does: tmux set -as terminal-features ',*:clipboard', and attach again"}
	}
	return finding{"tmux", good, "set-clipboard is on", ""}
}

// taking are terminals of which it is known whether they take copies (OSC 52), by a part of TERM or TERM_PROGRAM.
var taking = []struct {
	name  string
	takes bool
	but   string
}{
	{"kitty", true, ""}, {"ghostty", true, ""}, {"wezterm", true, ""}, {"alacritty", true, ""}, {"foot", true, ""}, {"rio", true, ""}, {"contour", true, ""},
	{"iterm", true, "if Applications in terminal may access clipboard is on in its settings"}, {"vscode", true, ""},
	{"apple_terminal", false, ""}, {"linux", false, ""},
}

func (p *patient) clipboard() finding {
	const instead = ":copy file writes a copy to a file"
	if !p.Terminal {
		return finding{"clipboard", note, "no terminal to send a copy to", ""}
	}
	is := strings.ToLower(p.Env("TERM") + " " + p.Env("TERM_PROGRAM"))
	for _, t := range taking {
		switch {
		case !strings.Contains(is, t.name):
		case !t.takes:
			return finding{"clipboard", note, "this terminal takes no copies", instead}
		default:
			return finding{"clipboard", good, "this terminal takes copies", t.but}
		}
	}
	switch {
	case p.Env("WT_SESSION") != "":
		return finding{"clipboard", good, "this terminal takes copies", ""}
	case p.Env("VTE_VERSION") != "":
		return finding{"clipboard", note, "terminals built on VTE take copies in their newest versions only", instead}
	case strings.HasPrefix(p.Env("TERM"), "xterm"):
		return finding{"clipboard", note, "nobody knows whether this terminal takes copies; it does not answer", instead + "; xterm itself wants allowWindowOps"}
	}
	return finding{"clipboard", note, "nobody knows whether this terminal takes copies; it does not answer", instead}
}

func (p *patient) editor() finding {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		command := strings.Fields(p.Env(name))
		switch {
		case len(command) == 0:
		case p.look(command[0]):
			return finding{"editor", good, name + "=" + p.Env(name), ""}
		default:
			return finding{"editor", problem, name + "=" + p.Env(name) + " is not there", "set " + name + " to an editor that is, as in " + name + "=nano"}
		}
	}
	return finding{"editor", note, "none is set: e opens nothing", "export EDITOR=nano, or another"}
}

// folder tries to write where parley does, or where it would make its folder.
func (p *patient) folder(name, dir, without, variable string) finding {
	at := dir
	for {
		info, err := os.Stat(at)
		if err == nil && !info.IsDir() {
			err = fmt.Errorf("%s is no folder", at)
		}
		if err == nil {
			break
		}
		if up := filepath.Dir(at); errors.Is(err, fs.ErrNotExist) && up != at {
			at = up
			continue
		}
		return unwritable(name, dir, without, variable, err)
	}
	f, err := os.CreateTemp(at, ".parley-doctor-")
	if err == nil {
		_, err = f.WriteString("x")
		err = errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	if err != nil {
		return unwritable(name, dir, without, variable, err)
	}
	return finding{name, good, dir, ""}
}

func unwritable(name, dir, without, variable string, err error) finding {
	return finding{name, problem, fmt.Sprintf("%s cannot be written to (%v): %s", dir, err, without), "make it writable, or set " + variable + " to a folder that is"}
}
