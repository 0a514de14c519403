package pane

import (
	"parley/model"
	"parley/ui/theme"
)

// A Reader shows the text of one briefing.
type Reader struct{}

// A Heading is an entry of the outline.
type Heading struct {
	Level int
	Text  string
	At    int // byte of the text
	Line  int
}

// NewReader answers an empty pane.
func NewReader() *Reader { return &Reader{} }

// Set shows a briefing. One that is shown already and was read again keeps its place.
func (r *Reader) Set(t model.Text) {}

// Clear shows no briefing, but these lines; "" is an empty one.
func (r *Reader) Clear(lines ...string) {}

// SetProgress shows, while there is no text yet, how far reading is.
func (r *Reader) SetProgress(p model.Progress, ways ...string) {}

// File answers which briefing is shown; Text all of it.
func (r *Reader) File() string { return "" }

// Text answers the briefing that is shown.
func (r *Reader) Text() (model.Text, bool) { return model.Text{}, false }

// Show marks a statement and brings it into view, without moving when all of it is there already.
func (r *Reader) Show(s model.Span) {}

// Shown answers the span that is marked.
func (r *Reader) Shown() (model.Span, bool) { return model.Span{}, false }

// Unmark takes the mark away.
func (r *Reader) Unmark() {}

// Paragraph goes to the next (1) or the one before (-1) and marks its first statement, whose ID it answers; a
// paragraph without one marks nothing and answers "".
func (r *Reader) Paragraph(dir int) (id string) { return "" }

// Heading goes to the next heading (1) or the one before (-1); false where there is none.
func (r *Reader) Heading(dir int) bool { return false }

// StatementAt answers the quote or proposal one is at: the marked one while it is in view, else the first in view.
func (r *Reader) StatementAt() (id string, proposal, ok bool) { return "", false, false }

// Outline answers the headings.
func (r *Reader) Outline() []Heading { return nil }

// At answers the byte of the text at the top of the pane; Goto brings a byte there.
func (r *Reader) At() int { return 0 }

// Goto brings a byte of the text to the top of the pane.
func (r *Reader) Goto(at int) {}

// GotoLine brings a line of the text, from 1, to the top of the pane.
func (r *Reader) GotoLine(line int) {}

// Line answers the line of the text, from 1, where the marked statement begins, or the first that is in view.
func (r *Reader) Line() int { return 0 }

// SetMeasure sets how wide the text may be; 66 at first. It answers what it is now, within 40 and 100.
func (r *Reader) SetMeasure(cells int) int { return 66 }

// Title, Count, SetSize and the others are of Pane.
func (r *Reader) Title() string             { return "" }
func (r *Reader) Count() string             { return "" }
func (r *Reader) SetSize(width, height int) {}
func (r *Reader) SetTheme(t theme.Theme)    {}
func (r *Reader) SetFocus(on bool)          {}
func (r *Reader) Folded(on bool)            {}
func (r *Reader) Bare(on bool)              {}
func (r *Reader) View() string              { return "" }
func (r *Reader) Move(by int)               {}
func (r *Reader) HalfPage(dir int)          {}
func (r *Reader) Page(dir int)              {}
func (r *Reader) First()                    {}
func (r *Reader) Last()                     {}

func (r *Reader) Find(needle string) (at, of int) { return 0, 0 }
func (r *Reader) FindNext(dir int) (at, of int)   { return 0, 0 }
