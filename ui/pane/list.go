package pane

import (
	"parley/model"
	"parley/ui/theme"
)

// A List shows a window of items, each in one or more rows, one of them selected.
type List[T any] struct {
	face  Face[T]
	page  model.Page[T]
	width int
}

// NewList answers an empty list that waits for its first page.
func NewList[T any](f Face[T]) *List[T] { return &List[T]{face: f} }

// Set shows another page. Selection and scroll stay with the item that was selected; where it is gone, with its
// neighbour. Call First after it for a list that is about something else.
func (l *List[T]) Set(p model.Page[T]) { l.page = p }

// SetAll shows items that are all there is.
func (l *List[T]) SetAll(items []T) {
	l.Set(model.Page[T]{Items: items, Total: len(items), All: len(items)})
}

// Items answers the items that the list was given, for those who look something up in them.
func (l *List[T]) Items() []T { return l.page.Items }

// Shown answers the page that the list was given last.
func (l *List[T]) Shown() model.Page[T] { return l.page }

// Want tells which rows the list lacks for what it shows, with some more on both sides. It answers the same until
// Set brings them.
func (l *List[T]) Want() (model.Window, bool) { return model.Window{}, false }

// SetLoading tells that the list is not whole yet; while it has nothing it shows grey rows instead of "nothing here".
func (l *List[T]) SetLoading(on bool) {}

// SetScope tells what the list is narrowed to.
func (l *List[T]) SetScope(s Scope) {}

// SetTitle replaces the name in the upper edge.
func (l *List[T]) SetTitle(name string) {}

// SetCount replaces what stands in the lower edge; an empty one is the list's own again.
func (l *List[T]) SetCount(s string) {}

// SetMarked tells which items bear the user's mark (space).
func (l *List[T]) SetMarked(ids map[string]bool) {}

// Selected answers the item that is selected; false while there is none, or it is not loaded yet.
func (l *List[T]) Selected() (item T, ok bool) { return item, false }

// SelectedID answers what Selected is; empty where there is none.
func (l *List[T]) SelectedID() string { return "" }

// Select goes to the item of that identity, and tells whether it is in the page.
func (l *List[T]) Select(id string) bool { return false }

// At answers the place of the selected item among all, from 0.
func (l *List[T]) At() int { return 0 }

// SelectAt goes to a place among all, from 0.
func (l *List[T]) SelectAt(at int) {}

// ItemAt answers the item that stands at a row of the pane, for a mouse.
func (l *List[T]) ItemAt(row int) (at int, ok bool) { return 0, false }

// Title, Count, SetSize and the others are of Pane.
func (l *List[T]) Title() string             { return "" }
func (l *List[T]) Count() string             { return "" }
func (l *List[T]) SetSize(width, height int) {}
func (l *List[T]) SetTheme(t theme.Theme)    {}
func (l *List[T]) SetFocus(on bool)          {}
func (l *List[T]) Folded(on bool)            {}
func (l *List[T]) Bare(on bool)              {}
func (l *List[T]) View() string              { return "" }
func (l *List[T]) Move(by int)               {}
func (l *List[T]) HalfPage(dir int)          {}
func (l *List[T]) Page(dir int)              {}
func (l *List[T]) First()                    {}
func (l *List[T]) Last()                     {}

func (l *List[T]) Find(needle string) (at, of int) { return 0, 0 }
func (l *List[T]) FindNext(dir int) (at, of int)   { return 0, 0 }
