// Package render draws Markdown on a terminal so that every cell knows the bytes of the source it stands for.
//
// Glamour draws the shadow: a block is parsed, and a second tree of the same shape is built that holds no character of
// the briefing, only one private-use rune for each run of text. Glamour renders that tree; what it answers is decoded
// into cells, where rune k becomes the cells of run k and everything else is decoration. So the place of a cell is
// known and not searched for, nothing hostile can reach glamour or come out of it, and colours, marks and width are
// matters of cells that do not touch glamour again.
//
//	Drawer.Render  a block of bytes -> Flow, the cells of its lines without a width
//	Lay            Flow -> rows of a width
//	Paint          a row -> what goes to the terminal: SGR and links, written by us, never by glamour
//	Page           all of it for a whole text, drawing only what is seen
package render

import "parley/model/markdown"

// A Cell is one character as a reader sees it (a grapheme cluster) and where it stands in the source.
type Cell struct {
	S        string
	From, To int32 // bytes of the source; From < 0: decoration, a bar, bullet, number or rule
	Link     int32 // index of Flow.Links plus 1; 0: none
	St       Style
	W        int8 // cells on the screen: 0, 1 or 2
	Brk      bool // a row may end here, though no blank shows it
	Tab      bool // of a table: its rows are not wrapped
}

// Decoration tells what glamour or we added to the text.
func (c Cell) Decoration() bool { return c.From < 0 }

// A Role is what a cell is in the text; a Palette says how it looks.
type Role uint8

// Body is the zero role.
const (
	Body Role = iota
	Heading1
	Heading2
	Heading3 // and lower
	Link
	Code
	Decor  // bars, bullets, numbers, rules
	Dim    // HTML, link definitions, what stands behind a fence
	Hidden // the sign of a control character
	Notice // parley's own words
	roles
)

// A Style is how a cell is set off: by its role, by attributes, and by colours only where a style sheet named them.
type Style struct {
	Fg, Bg Colour
	Attr   Attr
	Role   Role
}

// A Flow is a block as it was drawn, not wrapped as yet.
type Flow struct {
	Lines  [][]Cell
	Links  []string // addresses that may go to a terminal
	Hidden int      // characters that a reader would not see
	Table  bool     // drawn for one width
	Why    markdown.Limit
}

// A Line is one row.
type Line struct {
	Hang     []Cell // before the cells: the bars and the indentation of a row that goes on
	Cells    []Cell
	Links    []string
	From, To int32 // bytes of the source that the row stands for; From == To: none
	First    bool  // it does not go on from the row before
}
