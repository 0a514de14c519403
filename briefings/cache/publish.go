package cache

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"parley/model"
	"parley/model/search"
)

// publish makes a view of what is there with some briefings more and some gone, and wakes those who wait. l.reading is
// held.
func (l *Library) publish(pages []page, gone []string) {
	v := l.now()
	old := v.segments
	if len(l.young) > 0 {
		old = old[:len(old)-1]
	}
	names := map[string]bool{}
	for _, name := range gone {
		names[name] = true
	}
	for _, p := range pages {
		names[p.text.Briefing.File] = true
	}
	if l.since != nil {
		maps.Copy(l.since, names)
	}
	l.young = slices.DeleteFunc(l.young, func(p page) bool { return names[p.text.Briefing.File] })
	l.young = append(l.young, pages...)

	segments := make([]*mounted, 0, len(old)+1)
	for _, m := range old {
		segments = append(segments, drop(m, names))
	}
	full := len(l.young) >= youngLimit
	if len(l.young) > 0 {
		rest := &view{segments: segments}
		l.relist = l.relist || listsAnew(pages, rest)
		segments = append(segments, mount(l.segmentOf(l.young, rest, full)))
	}
	if full { // what comes next begins another
		l.young = nil
		(&view{segments: segments}).forget()
	}
	segments = slices.DeleteFunc(segments, func(m *mounted) bool { return m.alive() == 0 })
	l.show(segments)
}

// listsAnew tells whether briefings list somebody under a name under which the rest of the library knows nobody of theirs:
// then an office or a surname in a briefing that did not change may be somebody else's now.
func listsAnew(pages []page, rest *view) bool {
	for _, p := range pages {
		for i := range p.text.Actors {
			a := &p.text.Actors[i]
			if a.Origin == model.Found {
				continue
			}
			for _, name := range listedNames(a) {
				if !rest.lists(name, a.ID) {
					return true
				}
			}
		}
	}
	return false
}

// lists tells whether somebody is listed under a name.
func (v *view) lists(name, id string) bool {
	for _, m := range v.segments {
		for _, a := range m.listed(name) {
			if a.ID == id {
				return true
			}
		}
	}
	return false
}

// drop answers a segment without the briefings of these names.
func drop(m *mounted, names map[string]bool) *mounted {
	var found []int
	for name := range names {
		if b, ok := m.find(name); ok && !m.gone.Has(b) {
			found = append(found, b)
		}
	}
	if len(found) == 0 {
		return m
	}
	return m.without(found)
}

// segmentOf makes a segment: one that stays as it is in a file where that can be, so that its bytes need not be held, and
// any other in memory. Beside a snapshot the file has no name.
func (l *Library) segmentOf(pages []page, rest *view, stays bool) *segment {
	texts := make([]*model.Text, len(pages))
	for i := range pages {
		texts[i] = pages[i].text
	}
	known := rest.known(texts)
	if stays && l.writes() {
		write := func(to io.Writer) error { _, err := build(to, pages, known); return err }
		keep := l.part
		if hasSnapshot(rest.segments) {
			keep = l.unnamed
		}
		if s, err := keep(write); err == nil {
			return s
		}
	}
	var b bytes.Buffer
	n, err := build(&b, pages, known)
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return openSegment(search.Bytes(b.Bytes()), n)
}

// writes tells whether anything may be written at all.
func (l *Library) writes() bool { return l.file != "" && !l.o.Readonly }

// show makes segments the view.
func (l *Library) show(segments []*mounted) {
	v := l.newView(segments, l.problems())
	l.mu.Lock()
	defer l.mu.Unlock()
	l.view = v
	clear(l.totals)
	l.texts.Clear()
	l.bump()
}

// problems are the files that were not taken, and what is to be said of the snapshot.
func (l *Library) problems() []model.Problem {
	all := slices.Clone(l.skips)
	for _, name := range slices.Sorted(maps.Keys(l.bad)) {
		all = append(all, l.bad[name])
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.notes.void != "" {
		all = append(all, model.Problem{File: l.file, Message: "the index was not used: " + l.notes.void, Done: "it is made anew; nothing of yours is in it"})
	}
	if l.notes.unwritten != "" {
		all = append(all, model.Problem{File: l.file, Message: "the index cannot be written: " + l.notes.unwritten, Done: "kept in memory; the next start will take longer"})
	}
	slices.SortStableFunc(all, func(a, b model.Problem) int { return strings.Compare(a.File, b.File) })
	return all
}

// distrust drops what is mapped, as some of it is not what was written, and reads everything again.
func (l *Library) distrust(v *view, damage string) bool {
	l.reading.Lock()
	done := l.distrustHeld(v, damage)
	l.reading.Unlock()
	if done {
		l.compareSoon()
	}
	return done
}

func (l *Library) compareSoon() {
	select {
	case l.wanted <- nil:
	default: // a comparison of everything is due anyway
	}
}

// distrustHeld is distrust with l.reading held. It answers whether there was anything to drop.
func (l *Library) distrustHeld(v *view, damage string) bool {
	if l.now() != v {
		return false // somebody was here before
	}
	segments := slices.DeleteFunc(slices.Clone(v.segments), func(m *mounted) bool {
		_, sound := m.memory.(search.Bytes)
		return !sound
	})
	if len(segments) == len(v.segments) {
		return false
	}
	l.mu.Lock()
	l.notes.void = damage
	l.mu.Unlock()
	l.show(segments)
	return true
}
