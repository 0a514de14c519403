package theme

import "strings"

// The signs that parley draws by itself. Whatever lies beyond Latin-1, box drawing and the four arrows has a plainer
// sign for terminals that lack it:
//
//   - Full: any terminal with a UTF-8 locale.
//   - Console: TERM=linux; UTF-8, but a font of 256 or 512 signs, those of the old IBM set.
//   - ASCII: a locale that is not UTF-8, where every other byte would come out as two wrong letters.

// Glyphs is a set of signs. Each is one cell wide, but Ellipsis, which may be more.
type Glyphs struct {
	Name        string // "full", "console", "ascii"
	Selected    string // ▌ first column of the selected item
	Found       string // ┆ margin: found by the machine
	Current     string // ▸ the track that narrows the panes
	Unread      string // •
	Both        string // ⇄ statements for and against
	Branch      string // └ a person below their party
	Dot         string // · between the parts of a line
	Ellipsis    string // …
	Open        string // “
	Close       string // ”
	BadgeOpen   string // ‹ as in ‹term›
	BadgeEnd    string // ›
	Minus       string // − stance against
	Conditional string // ± stance with conditions
	Silent      string // · no stance
	Para        string // ¶
	Shade       string // ░ where something will be
	Full        string // █ the part of a bar that is done
	Prompt      string // ❯ before a line to type in
	Enter       string // ↵
	Left        string // ←
	Up          string // ↑
	Right       string // →
	Down        string // ↓
	Check       string // ✓ marked
	Offline     string // ● header

	// The frame of a pane.
	Horizontal, Vertical                       string // ─ │
	TopLeft, TopRight, BottomLeft, BottomRight string // ╭ ╮ ╰ ╯
	// The top edge of the pane that has the focus.
	Heavy, HeavyTopLeft, HeavyTopRight, HeavyEnd string // ━ ┍ ┑ ╾
}

// FullGlyphs answers the signs for a terminal that shows everything.
func FullGlyphs() Glyphs {
	return Glyphs{
		Name: "full", Selected: "▌", Found: "┆", Current: "▸", Unread: "•", Both: "⇄", Branch: "└", Dot: "·", Ellipsis: "…",
		Open: "“", Close: "”", BadgeOpen: "‹", BadgeEnd: "›", Minus: "−", Conditional: "±", Silent: "·", Para: "¶",
		Shade: "░", Full: "█", Prompt: "❯", Enter: "↵", Left: "←", Up: "↑", Right: "→", Down: "↓", Check: "✓", Offline: "●",
		Horizontal: "─", Vertical: "│", TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		Heavy: "━", HeavyTopLeft: "┍", HeavyTopRight: "┑", HeavyEnd: "╾",
	}
}

// ConsoleGlyphs answers the signs of the Linux console.
func ConsoleGlyphs() Glyphs {
	g := FullGlyphs()
	g.Name = "console"
	g.Found, g.Current, g.Both, g.Ellipsis = ":", ">", "&", "..."
	g.Open, g.Close, g.BadgeOpen, g.BadgeEnd, g.Minus = `"`, `"`, "<", ">", "-"
	g.Prompt, g.Enter, g.Check, g.Offline = ">", "ent", "x", "•"
	g.TopLeft, g.TopRight, g.BottomLeft, g.BottomRight = "┌", "┐", "└", "┘"
	g.Heavy, g.HeavyTopLeft, g.HeavyTopRight, g.HeavyEnd = "═", "╒", "╕", "═"
	return g
}

// ASCIIGlyphs answers signs that every locale shows.
func ASCIIGlyphs() Glyphs {
	return Glyphs{
		Name: "ascii", Selected: ">", Found: ":", Current: "*", Unread: "*", Both: "&", Branch: "`", Dot: "-", Ellipsis: "...",
		Open: `"`, Close: `"`, BadgeOpen: "<", BadgeEnd: ">", Minus: "-", Conditional: "~", Silent: ".", Para: "#",
		Shade: ".", Full: "#", Prompt: ">", Enter: "enter", Left: "<", Up: "^", Right: ">", Down: "v", Check: "x", Offline: "*",
		Horizontal: "-", Vertical: "|", TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		Heavy: "=", HeavyTopLeft: "+", HeavyTopRight: "+", HeavyEnd: "=",
	}
}

// GlyphsFor chooses by the environment: TERM, and the first that is set of LC_ALL, LC_CTYPE, LANG.
// Nothing set, as over a bare SSH session, counts as UTF-8: the terminal at the other end is a modern one.
func GlyphsFor(getenv func(string) string) Glyphs {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	_, charset, named := strings.Cut(strings.ToLower(locale), ".")
	charset, _, _ = strings.Cut(charset, "@")
	if named && charset != "utf-8" && charset != "utf8" {
		return ASCIIGlyphs()
	}
	if getenv("TERM") == "linux" {
		return ConsoleGlyphs()
	}
	return FullGlyphs()
}
