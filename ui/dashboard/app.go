// Package dashboard is the one tea.Model: it turns keys into what panes do, and asks the library.
//
//   - app.go     what the screen is made of, and who gets a message
//   - keys.go    every key; actions*.go what each does
//   - commands.go every wait; answers.go what becomes of what comes back
//   - view.go    the panes put together; chrome.go the rows above and below them
//   - an overlay a file: search, help, palette, pickers, outline, about, problems
//
// It imports model, never briefings: what it shows comes through model.Library alone.
package dashboard

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/model"
	"parley/ui/layout"
	"parley/ui/pane"
	"parley/ui/theme"
)

// An App is the dashboard.
type App struct {
	lib     model.Library
	options Options
	ctx     context.Context
	stop    context.CancelFunc
	asked   [questions]asking
	lines   []Line
	keys    keymap

	width, height int
	plan          layout.Plan
	order         []layout.Focus // the panes from left to right
	theme         theme.Theme
	glyphs        theme.Glyphs
	style         Style
	profile       colorprofile.Profile
	light         bool // what the terminal said of its background

	focus   layout.Focus
	opened  layout.Focus // of actors, proposals, quotes the one that was last focused
	recent  [layout.Panes]int
	steps   int
	zoomed  bool
	measure int // columns of the text at most
	grow    int // columns that the lists are wider, by < and >

	tracks    *pane.Tracks
	briefings *pane.Briefings
	actors    *pane.Actors
	proposals *pane.Proposals
	quotes    *pane.Quotes
	reader    *pane.Reader
	panes     [layout.Panes]pane.Pane

	overview model.Overview
	known    bool   // the overview has come
	seen     uint64 // the library's revision before the last questions were asked
	touched  bool   // somebody pressed a key: nothing moves by itself any more
	ahead    int    // tracks to step, typed before they were known
	stopped  bool   // the user ended loading
	readAt   string // when the library was read last, for the status line
	where    spot   // what the panes are narrowed to and what is read; pane, span and at are kept by the panes
	indexing string // the file that is being looked through
	landing  landing
	history  history

	over    overlay       // what lies over the panes; nil: nothing
	under   []overlay     // what lies below it
	search  *searchSheet  // the last one, to be gone on with
	pause   time.Duration // how long one does not type before a preview is drawn
	empty   emptyScreen
	finding *input // the line of / while it is typed
	found   [layout.Panes]finding
	message message
	kept    clip // what was copied last, for :copy file

	resumed, welcomed bool // one is where one was the last time; the library was read since
	walk              walk
	moved             bool  // a key was pressed, and there is a place to remember
	told              Place // the last one that was
	changes           changes
	chrome            chrome
}

// A finding is the state of / in a pane.
type finding struct {
	needle string
	at, of int
}

// A landing is what to do when the text asked for has come.
type landing struct {
	span      model.Span
	at        int
	line      int
	pane      layout.Focus // where statement is to be selected
	statement string
}

// A message stands in the status line until the next key.
type message struct {
	text  string
	short string // for a window that the whole of it does not fit
	bad   bool
	news  bool // of the library, not of what the user did
}

// New answers a dashboard over a library.
func New(lib model.Library, o Options) *App {
	ctx, stop := context.WithCancel(context.Background())
	a := &App{
		lib: lib, options: o, ctx: ctx, stop: stop, lines: Lines(),
		pause: cmp.Or(o.Pause, 150*time.Millisecond), style: o.Style, profile: o.Profile, focus: layout.Quotes, opened: layout.Quotes,
		tracks: pane.NewTracks(), briefings: pane.NewBriefings(), actors: pane.NewActors(),
		proposals: pane.NewProposals(), quotes: pane.NewQuotes(), reader: pane.NewReader(),
	}
	a.panes = [layout.Panes]pane.Pane{a.tracks, a.briefings, a.actors, a.proposals, a.quotes, a.reader}
	a.keys, a.changes.marked = newKeymap(a.lines), map[string]bool{}
	a.measure = a.reader.SetMeasure(66)
	a.glyphs = theme.FullGlyphs()
	if o.Plain {
		a.glyphs = theme.ASCIIGlyphs()
	}
	if o.Start != "" {
		a.where.file, a.where.reading, a.landing.line = o.Start, o.Start, o.Line
		a.focus = layout.Reader
	}
	a.setTheme()
	a.setLoading(true)
	a.resume(o.Place)
	a.narrowed()
	return a
}

// Close ends every question that is still open.
func (a *App) Close() { a.stop() }

// Init asks for everything at once: what comes first is shown first.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.askOverview(), a.askLists()}
	if a.where.reading != "" {
		cmds = append(cmds, a.askText(a.where.reading))
	}
	if a.style == Auto || a.style == "" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update hands a message on.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.route(msg)
	more := tea.Batch(a.wants(), a.markOpened())
	a.remember(msg)
	a.setChrome()
	return a, tea.Batch(cmd, more)
}

func (a *App) route(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		return a.key(m)
	case tea.PasteMsg:
		return a.paste(m.Content)
	case answer:
		return a.answered(m)
	case tea.WindowSizeMsg:
		a.width, a.height = m.Width, m.Height
		a.arrange()
	case tea.ColorProfileMsg:
		a.profile = m.Profile
		a.setTheme()
	case tea.BackgroundColorMsg:
		a.light = !m.IsDark()
		a.setTheme()
	case tea.EnvMsg:
		a.environment(m)
	case indexed:
		a.indexing = ""
		a.reader.SetIndex(m.index)
	case sent:
		a.wrote(m)
	case marked:
		a.readMarked(m)
	case edited:
		return a.backFromEditor(m)
	case paused:
		if a.over != nil && a.over == overlay(m.sheet) {
			return m.sheet.rested(a, m.typed)
		}
	case rested:
		if m.steps == a.walk.steps {
			return a.arrive()
		}
	case broken:
		a.complain(m.err)
	}
	return nil
}

// key finds out whose key it is.
func (a *App) key(k tea.KeyPressMsg) tea.Cmd {
	name := k.String()
	if name == "ctrl+c" || name == "ctrl+z" { // whatever is open
		return a.keys[InPanes][name].do(a)
	}
	a.message, a.touched = message{}, true
	for i := range a.asked {
		a.asked[i].failed = false
	}
	switch {
	case a.plan.Kind == layout.Tiny:
		return a.tinyKey(name)
	case a.over != nil:
		return a.overKey(k)
	case a.finding != nil:
		return a.findKey(k)
	case a.nothingThere():
		return a.emptyKey(name)
	}
	c := InPanes
	if a.focus == layout.Reader {
		c = InReader
	}
	b := a.keys.lookup(c, name)
	switch {
	case b == nil:
		return nil
	case goesOn(b.Name):
		return b.do(a)
	}
	return tea.Batch(a.arrive(), b.do(a))
}

// tinyKey lets out of a window that is too small for anything else.
func (a *App) tinyKey(name string) tea.Cmd {
	if b := a.keys[InPanes][name]; b != nil && (b.Name == "quit" || b.Name == "leave") {
		return a.quit()
	}
	return nil
}

func (a *App) paste(s string) tea.Cmd {
	switch {
	case a.over != nil:
		return a.over.pasted(a, s)
	case a.finding != nil && a.finding.insert(s):
		a.findTyped()
	}
	return nil
}

// arrange gives every pane its rectangle.
func (a *App) arrange() {
	a.plan = layout.Compute(a.width, a.height, a.focus, layout.Mode{Zoom: a.zoomed, Open: a.opened, Tracks: a.trackRows(), Grow: a.grow})
	for i, p := range a.panes {
		r := a.plan.Panes[i]
		p.Bare(a.plan.Bare)
		p.Folded(a.plan.Folded[i])
		p.SetFocus(layout.Focus(i) == a.focus && a.over == nil)
		if !r.Empty() {
			p.SetSize(r.W, r.H)
		}
	}
	a.reader.Annotate(a.plan.Notes)
	a.order = a.order[:0]
	for i := range a.panes {
		a.order = append(a.order, layout.Focus(i))
	}
	slices.SortStableFunc(a.order, func(p, q layout.Focus) int { return a.plan.Panes[p].X - a.plan.Panes[q].X })
	if a.over != nil {
		a.over.fit(a)
	}
}

func (a *App) trackRows() int {
	if !a.known {
		return 0
	}
	return len(a.overview.Tracks) + 1
}

// setTheme chooses colours by what was asked for and what the terminal said.
func (a *App) setTheme() {
	switch {
	case a.style == Mono:
		a.theme = theme.Mono()
	case a.style == Light || a.style != Dark && a.light:
		a.theme = theme.Light(a.profile)
	default:
		a.theme = theme.Dark(a.profile)
	}
	a.theme = a.theme.With(a.glyphs)
	for _, p := range a.panes {
		p.SetTheme(a.theme)
	}
	if a.over != nil {
		a.over.fit(a)
	}
}

// environment takes what the terminal's own environment says: which signs it shows, and with any value of NO_COLOR that
// it wants none, unless colours were asked for by name.
func (a *App) environment(env tea.EnvMsg) {
	if g := theme.GlyphsFor(env.Getenv); !a.options.Plain || g.Name != theme.FullGlyphs().Name {
		a.glyphs = g
	}
	if env.Getenv("NO_COLOR") != "" && a.style != Dark && a.style != Light {
		a.style = Mono
	}
	a.setTheme()
}

// say puts a sentence into the status line.
func (a *App) say(format string, args ...any) {
	a.message = message{text: fmt.Sprintf(format, args...)}
}

// complain says what went wrong.
func (a *App) complain(err error) { a.message = message{text: err.Error(), bad: true} }
