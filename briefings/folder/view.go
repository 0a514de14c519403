package folder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract"
)

// A view is the library at one moment. It is never changed once published.
type view struct {
	overview  model.Overview
	briefings []model.Briefing // newest first
	texts     []*model.Text    // in the same order
	at        map[string]int   // by file
	actors    []model.Actor
	problems  []model.Problem
	tracks    []map[string]bool // the tracks of each briefing's statements
}

func newView(read []*model.Text, skipped []model.Problem, p model.Progress) *view {
	slices.SortFunc(read, newestFirst)
	texts, actors := extract.Join(read)
	v := &view{
		texts: texts, actors: actors,
		briefings: make([]model.Briefing, len(texts)),
		at:        make(map[string]int, len(texts)),
		tracks:    make([]map[string]bool, len(texts)),
		problems:  slices.Clone(skipped),
	}
	v.overview = model.Overview{Progress: p, Briefings: len(texts), Actors: len(actors)}
	for i, t := range texts {
		b := t.Briefing
		v.briefings[i] = b
		v.at[b.File] = i
		v.tracks[i] = t.AllTracks()
		v.problems = append(v.problems, b.Problems...)
		v.overview.Proposals += len(t.Proposals)
		for j := range t.Quotes {
			if t.Quotes[j].Kind != model.Term {
				v.overview.Quotes++
			}
		}
		v.overview.Newest = max(v.overview.Newest, b.Date)
	}
	slices.SortStableFunc(v.problems, func(a, b model.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	v.overview.Problems = len(v.problems)
	v.overview.Tracks = v.countTracks()
	number(texts)
	return v
}

// newestFirst puts briefings without a date last, and orders a day by file name.
func newestFirst(a, b *model.Text) int {
	return cmp.Or(cmp.Compare(b.Briefing.Date, a.Briefing.Date), cmp.Compare(a.Briefing.File, b.Briefing.File))
}

// countTracks puts the track with the most briefings first, so that the busiest is nearest.
func (v *view) countTracks() []model.Track {
	count := map[string]*model.Track{}
	of := func(name string) *model.Track {
		if count[name] == nil {
			count[name] = &model.Track{Name: name}
		}
		return count[name]
	}
	for i, t := range v.texts {
		for name := range v.tracks[i] {
			of(name).Briefings++
		}
		for j := range t.Quotes {
			for _, name := range t.Quotes[j].Tracks {
				of(name).Statements++
			}
		}
		for j := range t.Proposals {
			for _, name := range t.Proposals[j].Tracks {
				of(name).Statements++
			}
		}
	}
	tracks := make([]model.Track, 0, len(count))
	for _, t := range count {
		tracks = append(tracks, *t)
	}
	slices.SortFunc(tracks, func(a, b model.Track) int {
		return cmp.Or(cmp.Compare(b.Briefings, a.Briefings), cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Name, b.Name))
	})
	return tracks
}

// number gives each proposal the short code that the screen shows: the first letter of its track and its place among
// those of the briefing. Codes are told again by what stands beside them (date, source), so they need not be unique.
func number(texts []*model.Text) {
	for _, t := range texts {
		seen := map[string]int{}
		for i := range t.Proposals {
			letter := "P"
			if tracks := t.Proposals[i].Tracks; len(tracks) > 0 {
				letter = strings.ToUpper(string([]rune(tracks[0])[:1]))
			}
			seen[letter]++
			t.Proposals[i].Code = fmt.Sprintf("%s%d", letter, seen[letter])
		}
	}
}
