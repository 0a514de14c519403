package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/extract"
	"parley/ui/pane"
	"parley/ui/render"
	"parley/ui/theme"
)

type catCommand struct {
	Files []string `arg:"" name:"file" help:"Files; - is standard input."`
}

// Run prints each file as the reader would show it.
func (c *catCommand) Run(s *setting) error {
	lib, files, err := s.briefings(c.Files, folder.Options{Extract: extract.Options{Bare: true}})
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	out := bufio.NewWriter(s.Out)
	for _, file := range files {
		t, err := lib.Text(s, file)
		if err != nil {
			return err
		}
		if err := s.printText(out, &t); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return s.skippedFiles(lib)
}

// printText prints a briefing: head, rule, text. Without a terminal there is no style at all.
func (s *setting) printText(out io.Writer, t *model.Text) error {
	width := s.all.Width
	if width <= 0 {
		width = s.Width
	}
	if width <= 0 {
		width = render.Margin + render.DefaultWidth
	}
	width = min(max(width, 20), render.Margin+render.DefaultWidth)
	head := []string{t.Briefing.Title, strings.Repeat("─", min(len([]rune(t.Briefing.Title)), width-render.Margin))}
	var facts []string
	for _, fact := range []string{t.Briefing.Source, t.Briefing.Date.Long(), t.Briefing.Marking} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	head = append(head, strings.Join(facts, " · "), "")
	for _, line := range head {
		if err := writeLine(out, strings.Repeat(" ", render.Margin)+line); err != nil {
			return err
		}
	}
	p := render.NewPage(t.Body, render.PageOptions{Start: t.Start, Omitted: t.Omitted, Plain: t.Plain != ""})
	p.SetWidth(render.Position{}, width-render.Margin)
	palette, styled := s.palette()
	for row := range p.All() {
		line := row.Text(render.Margin, width)
		if styled {
			var b strings.Builder
			row.Paint(&palette, &b, render.Margin, width, &render.Marks{})
			line = b.String()
		}
		if _, err := fmt.Fprintln(out, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

// palette is how text is styled on a stream, if it is at all: as on the screen. The background is not asked for, as a
// program that prints and leaves cannot wait for an answer; --style light says it.
func (s *setting) palette() (render.Palette, bool) {
	if s.all.Color == "never" || s.all.Color == "auto" && !s.Terminal {
		return render.Palette{}, false
	}
	th := theme.Dark(s.profile())
	switch s.all.Style {
	case "light":
		th = theme.Light(s.profile())
	case "mono":
		th = theme.Mono()
	}
	if s.plain() {
		th = th.With(theme.ASCIIGlyphs())
	}
	return pane.Palette(th, true), true
}
