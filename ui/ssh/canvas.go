package ssh

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// A canvas is what a terminal shows, as the rows that were sent to it, and where its cursor and its pen are. It answers
// what to send so that it shows other rows.
//
//   - Only rows that differ are taken apart into cells, see row.go, and only cells that differ are sent.
//   - A blank is as good as any cell, but many of them are erased and not written; the end of a row is erased in any case.
//   - Rows that moved together are moved by the terminal.
//   - Behind a letter that is not one column wide, or is made of several characters, terminals do not agree where the
//     cursor is. It is then put where the next cell is.
type canvas struct {
	width, height int
	erases        bool // the terminal can erase a number of cells
	profile       colorprofile.Profile
	method        ansi.Method // how wide letters are

	rows, spare []string
	styles      []uv.Style // of the cells that are compared; the first is none
	links       []uv.Link
	was, will   []cell // the row that is compared

	x, y        int // where the cursor is; -1: not known
	style, link int // what is written now

	out []byte
}

const (
	leastErased = 12 // blanks; fewer are written
	leastMoved  = 3  // rows; fewer are written
)

// clear makes the terminal blank, of another size or not.
func (c *canvas) clear(width, height int) {
	c.width, c.height = width, height
	c.rows = append(c.rows[:0], make([]string, height)...)
	c.plain()
	c.send(ansi.CursorHomePosition + ansi.EraseEntireScreen)
	c.x, c.y = 0, 0
}

// draw makes the terminal show rows of styled text.
func (c *canvas) draw(content string) {
	next := c.spare[:0]
	for line := range strings.SplitSeq(content, "\n") {
		if len(next) < c.height {
			next = append(next, line)
		}
	}
	for len(next) < c.height {
		next = append(next, "")
	}
	c.move(next)
	for y, line := range next {
		if c.rows[y] != line {
			c.row(y, line)
		}
	}
	c.rows, c.spare = next, c.rows
	clear(c.spare) // they hold on to a whole screen
}

// row sends what differs in a row.
func (c *canvas) row(y int, line string) {
	const manyStyles = 200
	if len(c.styles) == 0 || len(c.styles) > manyStyles {
		c.plain()
		c.styles, c.links = append(c.styles[:0], uv.Style{}), append(c.links[:0], uv.Link{})
	}
	was, will := c.cells(c.was, c.rows[y]), c.cells(c.will, line)
	c.was, c.will = was, will
	end := ending(will)
	for x := 0; x < end; {
		if was[x] == will[x] {
			x++
			continue
		}
		if n := blanks(will[x:end]); n >= leastErased && c.erases {
			c.to(x, y)
			c.plain()
			c.send(ansi.EraseCharacter(n))
			x += n
			continue
		}
		c.to(x, y)
		c.write(will[x])
		x += max(will[x].width, 1)
	}
	if end < ending(was) {
		c.to(end, y)
		c.plain()
		c.send(ansi.EraseLineRight)
	}
}

// ending is where a row has nothing but blanks from there on.
func ending(row []cell) int {
	end := len(row)
	for end > 0 && row[end-1] == blank {
		end--
	}
	return end
}

func blanks(row []cell) int {
	n := 0
	for n < len(row) && row[n] == blank {
		n++
	}
	return n
}

// write sends a cell.
func (c *canvas) write(x cell) {
	if x.style != c.style {
		c.send(c.styles[x.style].Diff(&c.styles[c.style]))
		c.style = x.style
	}
	if x.link != c.link {
		c.send(ansi.SetHyperlink(c.links[x.link].URL, c.links[x.link].Params))
		c.link = x.link
	}
	c.send(x.text)
	switch {
	case !x.plain():
		c.x, c.y = -1, -1
	case c.x+1 < c.width:
		c.x++
	default:
		c.x = -1 // in the last column, or behind it
	}
}

// plain puts the pen away, so that what is erased is blank.
func (c *canvas) plain() {
	if c.style != 0 {
		c.send(ansi.ResetStyle)
		c.style = 0
	}
	if c.link != 0 {
		c.send(ansi.ResetHyperlink())
		c.link = 0
	}
}

// to goes to a cell of the row that is compared. Where a few letters stand between, they are written once more.
func (c *canvas) to(x, y int) {
	const few = 3
	if c.y == y && c.x >= 0 && c.x < x && x-c.x <= few && c.likewise(c.will[c.x:x]) {
		for _, b := range c.will[c.x:x] {
			c.write(b)
		}
	}
	c.put(x, y)
}

// likewise tells whether cells take a byte each with the pen as it is.
func (c *canvas) likewise(row []cell) bool {
	return !slices.ContainsFunc(row, func(x cell) bool {
		return x.width != 1 || len(x.text) > 1 || x.style != c.style || x.link != c.link
	})
}

// put puts the cursor somewhere.
func (c *canvas) put(x, y int) {
	switch {
	case c.y == y && c.x == x:
		return
	case c.y == y && c.x >= 0 && c.x < x:
		c.send(ansi.CursorForward(x - c.x))
	case c.y >= 0 && c.y == y-1 && x == 0:
		c.send("\r\n")
	default:
		c.send(ansi.CursorPosition(x+1, y+1))
	}
	c.x, c.y = x, y
}

// A shift is rows that stand elsewhere: those from the new place top on stood by rows further down, or with by under
// zero, further up.
type shift struct{ top, n, by int }

// move has the terminal move rows that only stand elsewhere.
func (c *canvas) move(next []string) {
	s := c.shifted(next)
	if s.n < leastMoved {
		return
	}
	c.plain()
	first, last := s.top, s.top+s.n-1
	if s.by > 0 {
		last += s.by
	} else {
		first += s.by
	}
	c.send(ansi.SetTopBottomMargins(first+1, last+1))
	c.send(ansi.CursorPosition(1, first+1))
	if region := c.rows[first : last+1]; s.by > 0 {
		c.send(ansi.DeleteLine(s.by))
		copy(region, region[s.by:])
		clear(region[len(region)-s.by:])
	} else {
		c.send(ansi.InsertLine(-s.by))
		copy(region[-s.by:], region)
		clear(region[:-s.by])
	}
	c.send(ansi.SetTopBottomMargins(1, c.height))
	c.x, c.y = -1, -1
}

// shifted finds most rows in a row that differ from what stands there and are what stands elsewhere.
func (c *canvas) shifted(next []string) (most shift) {
	changed := 0
	for y := range next {
		if next[y] != c.rows[y] {
			changed++
		}
	}
	for by := 1; by < c.height && changed >= leastMoved; by++ {
		for _, by := range [...]int{by, -by} {
			s := shift{by: by}
			for y := max(0, -by); y < c.height-max(0, by); y++ {
				if next[y] != c.rows[y+by] || next[y] == c.rows[y] {
					s.n = 0
					continue
				}
				if s.n == 0 {
					s.top = y
				}
				if s.n++; s.n > most.n {
					most = s
				}
			}
		}
	}
	return most
}

func (c *canvas) send(s string) { c.out = append(c.out, s...) }
