package dashboard

import (
	"context"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/model/search"
	"parley/ui/layout"
	"parley/ui/pane"
)

// Search over all quotes, or over everything, as one types.
//
//   - Every letter asks anew; the hits of the last answer stay until the next one comes.
//   - The source below follows at once when one moves through the hits, while one types only after a pause.
//   - Tab completes the field that is typed; where there is none it leads to the hits, where the keys are those of a
//     list, and back.
//   - Opened again, it goes on with the last query until another letter is typed.
//   - Where nothing fits, near queries stand in the place of the hits and are chosen like them.

const (
	searchWindow = 200 // hits that one can go through
	hitsAtOnce   = 40  // that a letter waits for, several screens of them; see lookFurther
	headsAtOnce  = 12  // sources that a letter waits for; those of the hits further down are asked for when they are seen
)

// A hit is a line of what was found.
type hit struct {
	id, kind   string
	who, actor string
	grade      string
	sign       string
	date       model.Date
	track      string
	words      string
	source     string
	span       model.Span
	quote      *model.Quote
	proposal   *model.Proposal
	briefing   *model.Briefing
	query      string // not empty: not a hit, but another query, which finds so many
	finds      int
}

// A searchSheet is the search.
type searchSheet struct {
	sheet
	everything bool
	in         input
	again      bool // opened again: the next letter begins anew
	inHits     bool // the keys are those of the hits
	typedTimes int

	filter     model.Filter
	order      model.Order
	notes      string
	newest     model.Date
	found      found
	has        bool
	waiting    bool
	heads      heads
	facets     []search.Count
	facetsOf   int // how many hits they were counted over; 0: not counted yet
	furtherOf  int // typedTimes of the hits that more were asked for
	list       *pane.List[hit]
	preview    *pane.Reader
	previewRow int // rows of the preview; 0: there is none
	hitRows    int
	wanted     model.Span // what the preview is to show

	offers []search.Completion // what tab goes through
	offer  int
}

func (a *App) searchQuotes() tea.Cmd     { return a.openSearch(false) }
func (a *App) searchEverything() tea.Cmd { return a.openSearch(true) }

func (a *App) openSearch(everything bool) tea.Cmd {
	s := a.search
	if s == nil || s.everything != everything {
		s = &searchSheet{everything: everything, heads: heads{}, preview: pane.NewReader()}
		s.list = pane.NewList(pane.Face[hit]{
			Name:  "Search",
			ID:    func(h hit) string { return h.id },
			Draw:  s.drawHit,
			Empty: s.nothing,
		})
		s.list.Bare(true)
		s.list.SetFocus(true)
		s.list.SetLoading(true)
		s.preview.Bare(true)
		s.preview.SetMeasure(100)
		a.search = s
	}
	s.again, s.inHits, s.newest = s.in.text != "", false, a.overview.Newest
	return tea.Batch(a.show(s), s.ask(a))
}

// ask parses what stands in the line and puts it to the library.
func (s *searchSheet) ask(a *App) tea.Cmd {
	f, err := search.ParseAt(s.in.text, s.newest)
	s.notes = ""
	if err != nil {
		s.notes = err.Error()
	}
	f.Order = s.order
	s.filter, s.waiting, s.offers = f, true, nil
	known, everything := maps.Clone(s.heads), s.everything
	s.typedTimes++
	return a.ask(askSearch, func(ctx context.Context, lib model.Library) (any, error) {
		return look(ctx, lib, f, everything, known)
	})
}

// look asks for what a search shows at once. It runs in a command.
func look(ctx context.Context, lib model.Library, f model.Filter, everything bool, known heads) (any, error) {
	out := found{heads: known}
	first := hitsAtOnce
	if everything { // quotes stand behind all the rest
		first = searchWindow
	}
	var err error
	if out.quotes, err = lib.Quotes(ctx, f, model.Window{Limit: first}); err != nil {
		return nil, err
	}
	if everything {
		w := model.Window{Limit: searchWindow}
		if out.proposals, err = lib.Proposals(ctx, f, w); err != nil {
			return nil, err
		}
		if out.briefings, err = lib.Briefings(ctx, f, w); err != nil {
			return nil, err
		}
	}
	for _, q := range out.quotes.Items[:min(len(out.quotes.Items), headsAtOnce)] {
		if err := learn(ctx, lib, q.Span.File, known); err != nil {
			return nil, err
		}
	}
	for _, p := range out.proposals.Items[:min(len(out.proposals.Items), headsAtOnce)] {
		if err := learn(ctx, lib, p.Span.File, known); err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}

// learn finds the head of a file that is not known yet.
func learn(ctx context.Context, lib model.Library, file string, to heads) error {
	if to[file] != nil {
		return nil
	}
	page, err := lib.Briefings(ctx, model.Filter{File: file}, model.Window{Limit: 1})
	if err != nil {
		return err
	}
	to[file] = &model.Briefing{File: file}
	if len(page.Items) > 0 && page.Items[0].File == file {
		to[file] = &page.Items[0]
	}
	return nil
}

func (s *searchSheet) answered(a *App, m answer) tea.Cmd {
	switch said := m.said.(type) {
	case found:
		return s.take(a, said)
	case moreHits:
		return s.takeFurther(a, said)
	case heads:
		maps.Copy(s.heads, said)
		s.named()
		s.paint(a)
	case facets:
		s.takeFacets(a, said)
	case near:
		s.takeNear(a, said)
	case model.Text:
		if m.to == askPreview {
			s.preview.Set(said)
			s.preview.Show(s.wanted)
			s.paint(a)
		}
	case nil:
		if m.to == askSearch && m.err != nil {
			s.waiting, s.notes = false, m.err.Error()
			s.paint(a)
		}
	}
	return nil
}

// take shows what was found.
func (s *searchSheet) take(a *App, f found) tea.Cmd {
	s.found, s.has, s.waiting, s.heads = f, true, false, f.heads
	s.list.SetLoading(false)
	s.showHits()
	if !s.again {
		s.list.First()
	}
	s.facets, s.facetsOf = nil, 0
	s.narrow()
	s.paint(a)
	typed := s.typedTimes
	return guarded(tea.Tick(a.pause, func(time.Time) tea.Msg { return paused{s, typed} }))
}

// showHits puts what was found into the list.
func (s *searchSheet) showHits() {
	f := &s.found
	hits := make([]hit, 0, len(f.briefings.Items)+len(f.proposals.Items)+len(f.quotes.Items))
	for i := range f.briefings.Items {
		hits = append(hits, briefingHit(&f.briefings.Items[i]))
	}
	for i := range f.proposals.Items {
		hits = append(hits, proposalHit(&f.proposals.Items[i], s.heads))
	}
	for i := range f.quotes.Items {
		hits = append(hits, quoteHit(&f.quotes.Items[i], s.heads))
	}
	total := len(hits) + s.further()
	s.list.Set(model.Page[hit]{Items: hits, Total: total, All: total})
}

// rested shows the source of the hit after a pause.
func (s *searchSheet) rested(a *App, typed int) tea.Cmd {
	if typed != s.typedTimes {
		return nil
	}
	return tea.Batch(s.follow(a), s.countFacets(a), s.lookNear(a))
}

// follow shows the source of the hit one is at, and has more hits come where one is near the end of them.
func (s *searchSheet) follow(a *App) tea.Cmd {
	if _, lacks := s.list.Want(); lacks {
		return tea.Batch(s.lookFurther(a), s.showSource(a))
	}
	return s.showSource(a)
}

func (s *searchSheet) showSource(a *App) tea.Cmd {
	h, ok := s.list.Selected()
	if s.previewRow == 0 {
		return nil
	}
	if !ok || h.query != "" {
		s.preview.Clear("")
		s.paint(a)
		return nil
	}
	s.wanted = h.span
	if t, there := s.preview.Text(); there && t.Briefing.File == h.span.File {
		s.preview.Show(h.span)
		s.paint(a)
		return s.lookHeads(a)
	}
	return tea.Batch(a.askPreview(h.span.File), s.lookHeads(a))
}

func (s *searchSheet) context() Context {
	if s.inHits {
		return InList
	}
	return InPrompt
}

func (s *searchSheet) act(a *App, name string) (tea.Cmd, bool) {
	switch name {
	case "accept", "open":
		h, ok := s.list.Selected()
		switch {
		case ok && h.query != "":
			s.in.set(h.query)
			s.again = false
			return s.ask(a), true
		case ok:
			return s.land(a, h), true
		}
		return nil, true
	case "sort":
		s.order = model.Best - s.order
		return s.ask(a), true
	case "next result":
		s.again = false
		s.list.Move(1)
	case "previous result":
		s.again = false
		s.list.Move(-1)
	case "page of results down":
		s.again = false
		s.list.Page(1)
	case "page of results up":
		s.again = false
		s.list.Page(-1)
	case "complete":
		return s.complete(a), true
	case "find":
		s.inHits = false
		s.paint(a)
		return nil, true
	case "copy", "copy as", "edit", "about":
		return s.actOnHit(a, name), true
	default:
		if !scroll(s.list, name) {
			return nil, false
		}
	}
	s.paint(a)
	return s.follow(a), true
}

// actOnHit does to a hit what the same key does to a statement in a pane.
func (s *searchSheet) actOnHit(a *App, name string) tea.Cmd {
	h, ok := s.list.Selected()
	if !ok || h.query != "" {
		a.complain(errNothing)
		return nil
	}
	var forms []clip
	b := model.Briefing{File: h.span.File}
	if known := s.heads[h.span.File]; known != nil {
		b = *known
	}
	switch {
	case h.quote != nil:
		forms = quoteClips(*h.quote, b)
	case h.proposal != nil:
		forms = proposalClips(*h.proposal, b)
	default:
		forms = briefingClips(*h.briefing)
	}
	switch name {
	case "copy":
		return a.copyFirst(forms)
	case "copy as":
		return a.copyForms(forms)
	case "edit":
		return a.editAt(h.span.File, h.span.Line)
	}
	switch {
	case h.quote != nil:
		return a.aboutQuote(*h.quote)
	case h.proposal != nil:
		return a.aboutProposal(*h.proposal)
	}
	return a.aboutBriefing(*h.briefing)
}

// land closes the search on the very words.
func (s *searchSheet) land(a *App, h hit) tea.Cmd {
	s.again = true
	a.closeAll()
	a.history.leave(a.here())
	a.to(layout.Reader)
	return a.showAt(h.span.File, landing{span: h.span})
}

func (s *searchSheet) typed(a *App, k tea.KeyPressMsg) tea.Cmd {
	if s.again && k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		s.in.set("")
	}
	changed, known := s.in.key(k)
	if !known {
		return nil
	}
	s.again = false
	if !changed {
		s.offers = nil
		s.paint(a)
		return nil
	}
	cmd := s.ask(a)
	s.paint(a)
	return cmd
}

func (s *searchSheet) pasted(a *App, text string) tea.Cmd {
	if s.again {
		s.in.set("")
	}
	s.again = false
	if !s.in.insert(text) {
		return nil
	}
	cmd := s.ask(a)
	s.paint(a)
	return cmd
}
