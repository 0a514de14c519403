package main

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	"github.com/charmbracelet/x/vt"

	uv "github.com/charmbracelet/ultraviolet"
)

const (
	cellWidth, cellHeight = 8.4, 17.0 // of a 14 px monospaced font
	margin                = 12.0
)

// paper is what a cell without colours of its own is drawn with.
type paper struct{ fg, bg string }

func paperOf(style string) paper {
	if style == "light" {
		return paper{"#24292f", "#fafaf8"}
	}
	return paper{"#c9ccd3", "#16181d"}
}

// draw answers the screen as SVG: one text element a run of equal style, its width pinned to the grid, so that any
// monospaced font will do.
func draw(screen *vt.SafeEmulator, w, h int, p paper) string {
	var b strings.Builder
	width, height := float64(w)*cellWidth+2*margin, float64(h)*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.0f" height="%.0f" font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="14">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", p.bg)
	for y := range h {
		for x := 0; x < w; {
			s, next := stretchAt(screen, x, y, w)
			s.write(&b, x, y, next-x, p)
			x = next
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// A stretch is neighbouring cells of one style.
type stretch struct {
	text  string
	style uv.Style
}

func stretchAt(screen *vt.SafeEmulator, x, y, w int) (r stretch, next int) {
	var text strings.Builder
	for next = x; next < w; {
		cell := screen.CellAt(next, y)
		if cell == nil {
			cell = &uv.Cell{Content: " ", Width: 1}
		}
		if next > x && !cell.Style.Equal(&r.style) {
			break
		}
		r.style = cell.Style
		content := cell.Content
		if content == "" {
			content = " "
		}
		text.WriteString(content)
		next += max(1, cell.Width)
	}
	r.text = text.String()
	return r, next
}

func (r stretch) write(b *strings.Builder, x, y, cells int, p paper) {
	fg, bg := hex(r.style.Fg, p.fg), hex(r.style.Bg, "")
	if r.style.Attrs&uv.AttrReverse != 0 {
		if bg == "" {
			bg = p.bg
		}
		fg, bg = bg, fg
	}
	left, top := margin+float64(x)*cellWidth, margin+float64(y)*cellHeight
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top, float64(cells)*cellWidth, cellHeight, bg)
	}
	if strings.TrimSpace(r.text) == "" {
		return
	}
	more := ""
	if r.style.Attrs&uv.AttrBold != 0 {
		more += ` font-weight="bold"`
	}
	if r.style.Attrs&uv.AttrItalic != 0 {
		more += ` font-style="italic"`
	}
	if r.style.Underline != 0 {
		more += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" fill="%s" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`+"\n",
		left, top+cellHeight*0.76, fg, float64(cells)*cellWidth, more, html.EscapeString(r.text))
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
