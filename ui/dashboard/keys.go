package dashboard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Every key of parley.
//
//   - Lines is the one table: what a key does, the help, the palette and the README's table all come from it.
//   - No key means two things in one context, and no action lives on ctrl or alt alone: tmux, screen and mosh take those.
//   - An action without keys is in the palette only.

// A Context is where a key is looked up.
type Context uint8

// InPanes is any pane; InReader the reader, before InPanes; InList a list laid over the panes; InPrompt a line being
// typed, where every other key is a letter.
const (
	InPanes Context = iota
	InReader
	InList
	InPrompt
	contexts
)

// A Binding ties keys to an action.
type Binding struct {
	key.Binding
	Name string // in the palette: ":next track"
	In   []Context
	do   func(*App) tea.Cmd
}

// A Line is a line of the help: one action, or a few that belong together.
type Line struct {
	Group    string
	Keys     string // as they are shown
	Help     string
	Bindings []Binding
}

// A keyName is a key as bubbletea names it.
type keyName = string

// The groups, in the order of the help.
const (
	move   = "Move"
	tracks = "Tracks"
	open   = "Open"
	find   = "Find"
	copied = "Copy and edit"
	view   = "View"
	leave  = "Leave"
	prompt = "While typing"
)

// Lines answers the whole table.
func Lines() []Line {
	var all []Line
	for _, group := range [][]Line{moveLines(), trackLines(), openLines(), findLines(), copyLines(), viewLines(), leaveLines(), promptLines()} {
		all = append(all, group...)
	}
	return all
}

// line joins bindings to one line of the help.
func line(group, keys, help string, bindings ...Binding) Line {
	return Line{Group: group, Keys: keys, Help: help, Bindings: bindings}
}

// bind ties keys to an action in all panes.
func bind(name string, do func(*App) tea.Cmd, keys ...keyName) Binding {
	return Binding{Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, name)), Name: name, In: []Context{InPanes}, do: do}
}

// also gives a binding to lists that lie over the panes: the same key, the same meaning.
func also(b Binding) Binding {
	b.In = append(b.In, InList)
	return b
}

// only restricts a binding to one context.
func only(c Context, b Binding) Binding {
	b.In = []Context{c}
	return b
}

func moveLines() []Line {
	return []Line{
		line(move, "j k ↓ ↑", "down, up",
			also(bind("down", (*App).down, "j", "down")), also(bind("up", (*App).up, "k", "up"))),
		line(move, "h l ← →", "pane left, right",
			bind("pane left", (*App).left, "h", "left"), bind("pane right", (*App).right, "l", "right")),
		line(move, "g G", "first, last",
			also(bind("first", (*App).first, "g", "home")), also(bind("last", (*App).last, "G", "end"))),
		line(move, "d u", "half page down, up",
			also(bind("half page down", (*App).halfDown, "d")), also(bind("half page up", (*App).halfUp, "u"))),
		line(move, "f b pgdn pgup", "page down, up",
			also(bind("page down", (*App).pageDown, "f", "pgdown")), also(bind("page up", (*App).pageUp, "b", "pgup"))),
		line(move, "space", "page, in the reader",
			only(InReader, bind("turn the page", (*App).pageDown, "space"))),
		line(move, "tab ⇧tab", "next, previous pane",
			bind("next pane", (*App).nextPane, "tab"), bind("previous pane", (*App).previousPane, "shift+tab")),
		line(move, "0–5", "Tracks … Reader",
			bind("tracks pane", (*App).toTracks, "0"), bind("briefings pane", (*App).toBriefings, "1"),
			bind("actors pane", (*App).toActors, "2"), bind("proposals pane", (*App).toProposals, "3"),
			bind("quotes pane", (*App).toQuotes, "4"), bind("reader", (*App).toReader, "5")),
		line(move, "J K", "briefing down, up",
			bind("next briefing", (*App).nextBriefing, "J"), bind("previous briefing", (*App).previousBriefing, "K")),
		line(move, "{ }", "paragraph up, down",
			bind("previous paragraph", (*App).previousParagraph, "{"), bind("next paragraph", (*App).nextParagraph, "}")),
		line(move, "H L", "back, forward",
			bind("back", (*App).goBack, "H"), bind("forward", (*App).goForward, "L")),
	}
}

func trackLines() []Line {
	return []Line{
		line(tracks, "[ ]", "previous, next track",
			bind("previous track", (*App).previousTrack, "["), bind("next track", (*App).nextTrack, "]")),
		line(tracks, "t", "pick a track", bind("pick a track", (*App).pickTrack, "t")),
	}
}

func openLines() []Line {
	return []Line{
		line(open, "enter", "open, show in the text", also(bind("open", (*App).open, "enter"))),
		line(open, "a", "only this actor", bind("only this actor", (*App).narrowToActor, "a")),
		line(open, "o", "outline", bind("outline", (*App).outline, "o")),
		line(open, "i", "about it, or why", also(bind("about", (*App).about, "i"))),
		line(open, "U", "mark read, unread", bind("read, unread", (*App).toggleRead, "U")),
	}
}

func findLines() []Line {
	return []Line{
		line(find, "/", "find in this pane", also(bind("find", (*App).find, "/"))),
		line(find, "n N", "next match or heading",
			bind("next match", (*App).nextMatch, "n"), bind("previous match", (*App).previousMatch, "N")),
		line(find, "s S", "search quotes; or all",
			bind("search quotes", (*App).searchQuotes, "s"), bind("search everything", (*App).searchEverything, "S")),
		line(find, ",", "newest or best hits first", also(bind("sort", (*App).sortHits, ","))),
		line(find, ":", "command palette", also(bind("commands", (*App).palette, ":"))),
	}
}

func copyLines() []Line {
	return []Line{
		line(copied, "y Y", "copy; choose a form",
			also(bind("copy", (*App).copy, "y")), also(bind("copy as", (*App).copyAs, "Y"))),
		line(copied, "", "the copy into a file", bind("copy file", (*App).copyFile)),
		line(copied, "e", "edit at the line", also(bind("edit", (*App).edit, "e"))),
	}
}

func viewLines() []Line {
	return []Line{
		line(view, "z", "zoom this pane", bind("zoom", (*App).zoom, "z")),
		line(view, "< >", "lists narrower, wider", bind("lists narrower", (*App).narrower, "<"), bind("lists wider", (*App).wider, ">")),
		line(view, "+ -", "text wider, narrower", bind("text wider", (*App).textWider, "+"), bind("text narrower", (*App).textNarrower, "-")),
		line(view, "!", "problems", bind("problems", (*App).showProblems, "!")),
		line(view, "r", "read again", also(bind("read again", (*App).reload, "r"))),
		line(view, "", "colours: dark, light, none",
			bind("style dark", (*App).styleDark), bind("style light", (*App).styleLight), bind("style mono", (*App).styleMono)),
	}
}

func leaveLines() []Line {
	return []Line{
		line(leave, "?", "help", also(bind("help", (*App).help, "?"))),
		line(leave, "esc", "close, clear", also(bind("close", (*App).escape, "esc"))),
		line(leave, "q", "back, then quit", also(bind("leave", (*App).leave, "q"))),
		line(leave, "Q ctrl+c", "quit", also(bind("quit", (*App).quit, "Q", "ctrl+c"))),
		line(leave, "ctrl+z", "suspend", also(bind("suspend", (*App).suspend, "ctrl+z"))),
	}
}

func promptLines() []Line {
	in := func(name string, keys ...keyName) Binding { return only(InPrompt, bind(name, nil, keys...)) }
	return []Line{
		line(prompt, "enter esc", "accept, cancel", in("accept", "enter"), in("cancel", "esc")),
		line(prompt, "↓ ↑ pgdn pgup", "through the results",
			in("next result", "down"), in("previous result", "up"), in("page of results down", "pgdown"), in("page of results up", "pgup")),
		line(prompt, "tab", "complete, to results", in("complete", "tab")),
		line(prompt, "ctrl+u ctrl+w", "delete all, a word", in("clear", "ctrl+u"), in("delete word", "ctrl+w")),
	}
}

// A keymap finds the binding of a key in a context.
type keymap [contexts]map[keyName]*Binding

func newKeymap(lines []Line) keymap {
	var m keymap
	for c := range m {
		m[c] = map[keyName]*Binding{}
	}
	for i := range lines {
		for j := range lines[i].Bindings {
			b := &lines[i].Bindings[j]
			for _, c := range b.In {
				for _, k := range b.Keys() {
					m[c][k] = b
				}
			}
		}
	}
	return m
}

// lookup answers what a key does in a context; in the reader also what it does in every pane.
func (m *keymap) lookup(c Context, k keyName) *Binding {
	if b := m[c][k]; b != nil || c != InReader {
		return b
	}
	return m[InPanes][k]
}

// keysOf answers a binding's keys as they are shown.
func keysOf(b Binding) string {
	shown := make([]string, 0, len(b.Keys()))
	for _, k := range b.Keys() {
		shown = append(shown, keySign(k))
	}
	return strings.Join(shown, " ")
}

// keySign answers how a key is shown.
func keySign(k keyName) string {
	switch k {
	case "down":
		return "↓"
	case "up":
		return "↑"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	case "shift+tab":
		return "⇧tab"
	}
	return k
}
