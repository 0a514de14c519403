package cli

import (
	"bufio"
	"fmt"
	"strings"

	"parley/model"
)

// most is how many lines of a kind the overview prints; the commands print all.
const most = 12

// overview prints who is in it, what they propose and what they said, as lines without colour.
func overview(s *setting, lib model.Library) error {
	o, err := lib.Overview(s, model.Filter{})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.Out)
	v := overviewer{s: s, lib: lib}
	v.line("%s · %d briefings · %d actors · %d proposals · %d quotes", o.Name, o.Briefings, o.Actors, o.Proposals, o.Quotes)
	if o.Briefings == 0 {
		v.line("No briefings there. parley reads .md, .markdown and .txt files, with or without any structure.")
	}
	v.tracks(o.Tracks)
	v.briefings()
	v.actors()
	v.proposals()
	v.quotes()
	if v.err != nil {
		return v.err
	}
	for _, l := range v.lines {
		if err := writeLine(out, l); err != nil {
			return err
		}
	}
	return out.Flush()
}

// overviewer gathers lines until the first error.
type overviewer struct {
	s     *setting
	lib   model.Library
	lines []string
	err   error
}

func (v *overviewer) line(format string, args ...any) {
	v.lines = append(v.lines, fmt.Sprintf(format, args...))
}

func (v *overviewer) head(name string, total int, more string) {
	v.lines = append(v.lines, "")
	if total > most {
		name += fmt.Sprintf(" (%d of %d%s)", most, total, more)
	}
	v.lines = append(v.lines, name)
}

func (v *overviewer) tracks(tracks []model.Track) {
	if len(tracks) == 0 {
		return
	}
	v.head("Tracks", 0, "")
	for _, t := range tracks {
		v.line("  %-24s %d briefings, %d statements", t.Name, t.Briefings, t.Statements)
	}
}

func (v *overviewer) briefings() {
	page, err := v.lib.Briefings(v.s, model.Filter{}, model.Window{Limit: most})
	if v.fails(err) || page.Total == 0 {
		return
	}
	v.head("Briefings", page.Total, "")
	for _, b := range page.Items {
		v.line("  %-10s  %s  (%s)", b.Date, b.Title, b.File)
	}
}

func (v *overviewer) actors() {
	page, err := v.lib.Actors(v.s, model.Filter{}, model.Window{Limit: most})
	if v.fails(err) || page.Total == 0 {
		return
	}
	v.head("Actors", page.Total, "; all: parley export")
	for _, r := range page.Items {
		a := r.Actor
		what := a.Kind.String()
		if a.Role != "" {
			what = a.Role
		}
		if a.Party != "" && a.Party != a.Name {
			what += ", " + a.Party
		}
		v.line("  %-2s  %-28s %3d  %s", a.Code, a.Name, r.Statements, what)
	}
}

func (v *overviewer) proposals() {
	page, err := v.lib.Proposals(v.s, model.Filter{}, model.Window{Limit: most})
	if v.fails(err) || page.Total == 0 {
		return
	}
	v.head("Proposals", page.Total, "; all: parley export")
	for i := range page.Items {
		v.line("  %s", proposalText(&page.Items[i]))
	}
}

func (v *overviewer) quotes() {
	page, err := v.lib.Quotes(v.s, model.Filter{}, model.Window{Limit: most})
	if v.fails(err) || page.Total == 0 {
		return
	}
	v.head("Quotes", page.Total, "; all: parley quotes")
	for i := range page.Items {
		v.line("  %s", quoteLine(&page.Items[i]))
	}
}

func (v *overviewer) fails(err error) bool {
	if v.err == nil {
		v.err = err
	}
	return v.err != nil
}

// proposalText is sign, predicate, words, who, place.
func proposalText(p *model.Proposal) string {
	var who []string
	for _, a := range p.Actors {
		who = append(who, a.Name)
	}
	by := strings.Join(who, ", ")
	if by == "" {
		by = "nobody named"
	}
	return fmt.Sprintf("%s %s: %s  by %s (%s)  %s", p.Stance.Sign(), p.Predicate, p.Sentence(), by, p.Grade, place(p.Span))
}
