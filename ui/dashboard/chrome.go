package dashboard

import (
	"fmt"
	"slices"
	"strings"

	"parley/model/text"
	"parley/ui/layout"
	"parley/ui/pane"
)

// The rows above and below the panes.
//
//   - They say where one is, how to get on, and what was done last; nothing in them moves by itself.
//   - They change as little as possible while one moves through a list.

// A chrome is those rows, drawn.
type chrome struct {
	header, tabs, status, hints string
	title                       string // of the terminal's window
	promptX, promptY            int
	prompting                   bool
}

// A hint is a key and what it does here.
type hint struct{ key, does string }

// setChrome draws the rows anew.
func (a *App) setChrome() {
	c := chrome{title: "parley"}
	if name := pane.Clean(a.overview.Name); name != "" {
		c.title = name + " — parley"
	}
	a.chrome = c
	if a.plan.Kind == layout.Tiny {
		return
	}
	paint := func(r layout.Rect, row pane.Row) string {
		if r.Empty() {
			return ""
		}
		return pane.Paint(row, r.W, a.theme)
	}
	a.chrome.header = paint(a.plan.Header, a.headerRow())
	a.chrome.tabs = paint(a.plan.Tabs, a.tabsRow())
	a.chrome.status = paint(a.plan.Status, a.statusRow(a.plan.Status))
	a.chrome.hints = paint(a.plan.Hints, a.hintsRow())
}

func (a *App) dim(s string) pane.Piece    { return pane.Piece{Text: s, Style: a.theme.Dim} }
func (a *App) strong(s string) pane.Piece { return pane.Piece{Text: s, Style: a.theme.Strong} }
func (a *App) atRight(s string) pane.Piece {
	return pane.Piece{Text: s, Style: a.theme.Dim, Right: true}
}

// trackTitle answers the current track's name.
func (a *App) trackTitle() string {
	if a.where.track == "" {
		return "All tracks"
	}
	return a.where.track
}

func (a *App) headerRow() pane.Row {
	loading := a.overview.Progress.Reading && !a.stopped
	switch {
	case loading && a.plan.Kind != layout.Single:
		way := "keys work meanwhile "
		if a.options.Stop != nil {
			way = "esc stop · " + way
		}
		return pane.Row{a.strong(" parley"), {Text: "  reading "}, {Text: a.libraryPlace()}, a.atRight(way)}
	case a.plan.Kind == layout.Columns:
		return pane.Row{a.strong(" parley"), {Text: "   " + a.overview.Name}, a.dim("   " + a.news()), a.atRight(a.totals() + "     offline " + a.theme.Glyphs.Offline + " ")}
	case a.plan.Kind == layout.Accordion:
		at, right := "", a.readingLine(true)+" "
		if i := a.trackAt(); i > 0 {
			at = fmt.Sprintf(" %d/%d", i, len(a.overview.Tracks))
		}
		const lead = " parley  "
		keys := a.trackKeys(a.width - len(lead) - len(at) - text.Width(right) - 1)
		return append(append(pane.Row{a.strong(" parley"), a.dim("  ")}, keys...), a.dim(at), a.atRight(right))
	}
	right := a.readingLine(false) + " "
	return append(append(pane.Row{a.dim(" ")}, a.trackKeys(a.width-2-text.Width(right))...), a.atRight(right))
}

// trackKeys sets the current track between the keys that lead to the others. The keys stay where its name is too long.
func (a *App) trackKeys(room int) pane.Row {
	g := a.theme.Glyphs
	const round = 6 // ‹[ and ]› with their blanks
	name := text.Truncate(pane.Clean(a.trackTitle()), max(room-round, 4))
	return pane.Row{a.dim(g.BadgeOpen), {Text: "[", Style: a.theme.Key}, {Text: " " + name + " ", Style: a.theme.Accent},
		{Text: "]", Style: a.theme.Key}, a.dim(g.BadgeEnd)}
}

func (a *App) libraryPlace() string {
	if a.overview.Place != "" {
		return a.overview.Place
	}
	return a.overview.Name
}

func (a *App) totals() string {
	if !a.known {
		return ""
	}
	o := a.overview
	s := fmt.Sprintf("%s · %s · %s · %s", count(o.Briefings, "briefing"), count(o.Actors, "actor"), count(o.Proposals, "proposal"), count(o.Quotes, "quote"))
	return s + a.problemCount()
}

func (a *App) problemCount() string {
	if a.overview.Problems == 0 {
		return ""
	}
	return fmt.Sprintf(" · ! %d", a.overview.Problems)
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// readingLine says which briefing is read: date, outlet, place among all.
func (a *App) readingLine(long bool) string {
	if !a.known {
		return ""
	}
	b, ok := a.briefing(a.where.reading)
	at := 0
	for i, x := range a.briefings.Items() {
		if x.File == a.where.reading && x.File != "" {
			at = a.briefings.Shown().Offset + i // "All briefings" stands first
		}
	}
	total := max(a.briefings.Shown().Total-1, 0)
	place := count(total, "briefing") + a.problemCount()
	if at > 0 {
		place = fmt.Sprintf("%d/%d%s", at, total, a.problemCount())
	}
	if !ok {
		return place
	}
	if !long {
		return join(" · ", place, b.Date.Short())
	}
	day := b.Date.Short()
	if d := b.Date.Long(); len(d) > 5 {
		day = d[:4] + day
	}
	return join(" · ", day, text.Truncate(pane.Clean(b.Source), 24), place)
}

func join(sep string, parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, sep)
}

// tabsRow names the panes where only one of them fits. In the narrowest window Tracks is named only while one is there.
func (a *App) tabsRow() pane.Row {
	names := [layout.Panes]string{"Trk", "Brf", "Act", "Pro", "Quo", "Read"}
	const all = 44
	if a.width < all && a.focus == layout.Tracks {
		names[layout.Reader] = "R"
	}
	row := pane.Row{}
	for i, name := range names {
		switch f := layout.Focus(i); {
		case f == a.focus:
			row = append(row, pane.Piece{Text: fmt.Sprintf("[%d %s]", i, name), Style: a.theme.Focus})
		case f != layout.Tracks || a.width >= all:
			row = append(row, a.dim(fmt.Sprintf(" %d %s ", i, name)))
		}
	}
	return row
}

// statusRow is the last message, else the line that is typed, else the track with the way to the next and what is read.
func (a *App) statusRow(r layout.Rect) pane.Row {
	switch {
	case a.message.text != "":
		return a.messageRow(r.W)
	case a.finding != nil:
		return a.promptLine(r)
	}
	row := pane.Row{a.dim(" "), {Text: a.trackTitle(), Style: a.theme.Strong}}
	if n := len(a.overview.Tracks); n > 0 {
		next := a.trackName((a.trackAt() + 1) % (n + 1))
		if next == "" {
			next = "All tracks"
		}
		row = append(row, a.dim(" ‹ "), pane.Piece{Text: "[  ]", Style: a.theme.Key}, a.dim(" › "+next))
	}
	if a.where.actor != "" {
		row = append(row, a.dim("   only "), a.strong(a.where.actor), a.dim("  "), pane.Piece{Text: "esc", Style: a.theme.Key}, a.dim(" everybody"))
	}
	if f := a.found[a.focus]; f.needle != "" {
		return append(row, pane.Piece{Text: a.findCount() + " ", Style: a.theme.Accent, Right: true})
	}
	return append(row, a.atRight(a.state()+" "))
}

func (a *App) findCount() string {
	f := a.found[a.focus]
	return fmt.Sprintf("/%s  %d/%d", f.needle, f.at, f.of)
}

// state says when the library was read and whether it is watched.
func (a *App) state() string {
	p := a.overview.Progress
	if p.Reading && !a.stopped {
		return fmt.Sprintf("reading %d/%d", p.Done, p.Total)
	}
	watching := ""
	if a.overview.Watching {
		watching = "watching " + a.overview.Place
	}
	return join(" · ", a.readAt, watching)
}

func (a *App) messageRow(width int) pane.Row {
	s := a.message.text
	if a.message.short != "" && text.Width(s)+2 > width {
		s = a.message.short
	}
	style := a.theme.Body
	if a.message.bad {
		style = a.theme.Problem
	}
	return pane.Row{{Text: " " + s, Style: style}}
}

// promptLine is the line of /, with the cursor in it.
func (a *App) promptLine(r layout.Rect) pane.Row {
	right := ""
	if f := a.found[a.focus]; f.needle != "" {
		right = fmt.Sprintf("%d/%d ", f.at, f.of)
	}
	shown, caret := a.finding.view(r.W - 4 - len(right))
	a.chrome.promptX, a.chrome.promptY, a.chrome.prompting = r.X+2+caret, r.Y, true
	return pane.Row{{Text: " /", Style: a.theme.Accent}, {Text: shown, Style: a.theme.Strong}, {Text: right, Style: a.theme.Dim, Right: true}}
}

// hintsRow says what the keys do here. Where there is no status row, it gives way to what would stand there.
func (a *App) hintsRow() pane.Row {
	alone := a.plan.Status.Empty()
	switch {
	case alone && a.message.text != "":
		return a.messageRow(a.plan.Hints.W)
	case alone && a.finding != nil:
		return a.promptLine(a.plan.Hints)
	case a.over != nil:
		return a.hintRow(a.over.hints(), nil, "")
	}
	last := []hint{{"?", "help"}, {"q", "quit"}}
	lead := ""
	switch a.plan.Kind {
	case layout.Columns:
		last = []hint{{"s", "search"}, {"[ ]", "track"}, {"?", "help"}, {":", "command"}, {"q", "quit"}}
		lead = fmt.Sprintf("%-*s", longestName, paneNames[a.focus])
	case layout.Single:
		last = []hint{{a.panes[a.focus].Count(), ""}, {"?", ""}}
	}
	if f := a.found[a.focus]; alone && f.needle != "" {
		last[0] = hint{"", fmt.Sprintf("%d/%d", f.at, f.of)}
	}
	return a.hintRow(a.hintsHere(), last, lead)
}

var paneNames = [layout.Panes]string{"Tracks", "Briefings", "Actors", "Proposals", "Quotes", "Reader"}

const longestName = len("Proposals")

// hintRow puts hints in a row: as many as fit from the left, the last ones at the right.
func (a *App) hintRow(first, last []hint, lead string) pane.Row {
	width := a.plan.Hints.W
	gap := "   "
	if width < 110 {
		gap = "  "
	}
	room := width - 1
	for _, h := range last {
		room -= text.Width(h.key) + text.Width(h.does) + 3
	}
	row := pane.Row{a.dim(" ")}
	if lead != "" {
		row = append(row, a.strong(lead), a.dim("  "))
		room -= text.Width(lead) + 2
	}
	for i, h := range first {
		n := text.Width(h.key) + 1 + text.Width(h.does) + len(gap)
		if n > room {
			break
		}
		room -= n
		if i > 0 {
			row = append(row, a.dim(gap))
		}
		if h.key != "" {
			row = append(row, pane.Piece{Text: h.key + " ", Style: a.theme.Key})
		}
		row = append(row, a.dim(h.does))
	}
	for i, h := range last {
		key := pane.Piece{Text: h.key, Style: a.theme.Key, Right: i == 0}
		row = append(row, key)
		if h.does != "" {
			row = append(row, a.dim(" "+h.does))
		}
		row = append(row, a.dim(map[bool]string{true: " ", false: "  "}[i == len(last)-1]))
	}
	return row
}

// hintsHere answers what matters most in the pane that has the focus, the most useful first. Where there is room, what is
// the same in every pane stands at the right, and is not sent again when the focus moves.
func (a *App) hintsHere() []hint {
	wide := a.plan.Kind == layout.Columns
	word := func(long, brief string) string {
		if wide {
			return long
		}
		return brief
	}
	enter := a.theme.Glyphs.Enter
	copies := hint{"y", word("copy with source", "copy")}
	var everywhere []hint
	if !wide {
		everywhere = []hint{{"s", "search"}, {"tab", "pane"}, {"[ ]", "track"}}
	}
	var here []hint
	switch a.focus {
	case layout.Tracks:
		here = []hint{{enter, word("narrow to the track", "narrow")}, {"t", "pick"}}
	case layout.Briefings:
		here = []hint{{enter, "read"}, {"J K", word("from any pane", "any pane")}, {"i", "about"}, {"y", "cite"}}
	case layout.Actors:
		here = []hint{{enter, word("only their statements", "only them")}, {"i", "about"}, copies}
	case layout.Reader:
		here = []hint{{enter, "list it"}, {"{ }", word("paragraph", "par")}, {"/", "find"}, {"o", "outline"}, {"y", "copy"}, {"e", "edit"}}
	default:
		here = []hint{{enter, word("show in text", "text")}, copies, {"a", "speaker"}, {"i", "why"}}
	}
	if !wide && a.focus != layout.Reader {
		at := min(len(here), 2)
		return slices.Concat(here[:at], everywhere[:1], here[at:], everywhere[1:])
	}
	return append(here, everywhere...)
}
