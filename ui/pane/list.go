package pane

import (
	"slices"

	"parley/model"
	"parley/ui/theme"
)

// A List shows a window of items, each in one or more rows, one of them selected.
//
//   - Items are counted over all that there are; those not loaded are grey rows until they come.
//   - The first row shown is always the first of an item.
type List[T any] struct {
	face  Face[T]
	theme theme.Theme
	scope Scope

	page    model.Page[T]
	known   bool // there was a first page
	loading bool

	width, height       int
	focus, folded, bare bool
	count               string // replaces the list's own

	at       int // the selected item
	id       string
	top      int // the first item shown
	needle   needle
	marked   map[string]bool
	drawn    [][]string // rows of the items of the page, as wide as the pane has room; nil: not drawn yet
	view     string
	finished bool // view is what the list looks like
}

// NewList answers an empty list that waits for its first page.
func NewList[T any](f Face[T]) *List[T] {
	return &List[T]{face: f, theme: theme.Mono()}
}

// Set shows another page. Selection and scroll stay with the item that was selected; where it is gone, with its
// neighbour. Call First after it for a list that is about something else.
func (l *List[T]) Set(p model.Page[T]) {
	old, oldAt := l.page, l.at
	l.page, l.known = p, true
	l.at = l.find(old, oldAt)
	l.top += l.at - oldAt
	l.drawn = nil
	l.settle()
}

// find answers where the selected item is in the new page.
func (l *List[T]) find(old model.Page[T], at int) int {
	if l.id == "" && at == 0 {
		return 0
	}
	if i := l.indexOf(l.id); i >= 0 {
		return i
	}
	if at < l.page.Offset || at >= l.page.Offset+len(l.page.Items) && l.page.Offset+len(l.page.Items) < l.page.Total {
		return at // not in this piece of the list: it may be there yet
	}
	i := at - old.Offset
	if i < 0 || i >= len(old.Items) {
		return at
	}
	for _, next := range old.Items[i+1:] {
		if n := l.indexOf(l.face.ID(next)); n >= 0 {
			return n
		}
	}
	for _, before := range slices.Backward(old.Items[:i]) {
		if n := l.indexOf(l.face.ID(before)); n >= 0 {
			return n
		}
	}
	return at
}

func (l *List[T]) indexOf(id string) int {
	for i, item := range l.page.Items {
		if l.face.ID(item) == id {
			return l.page.Offset + i
		}
	}
	return -1
}

// SetAll shows items that are all there is.
func (l *List[T]) SetAll(items []T) {
	l.Set(model.Page[T]{Items: items, Total: len(items), All: len(items)})
}

// Items answers the items that the list was given, for those who look something up in them.
func (l *List[T]) Items() []T { return l.page.Items }

// Shown answers the page that the list was given last.
func (l *List[T]) Shown() model.Page[T] { return l.page }

// Want tells which rows the list lacks for what it shows, with a screen more on both sides. It answers the same until
// Set brings them.
func (l *List[T]) Want() (model.Window, bool) {
	if !l.known {
		return model.Window{Limit: windowRows}, true
	}
	_, rows := l.inner()
	from, to := max(l.top-rows, 0), min(l.top+2*rows, l.page.Total)
	if from >= to || from >= l.page.Offset && to <= l.page.Offset+len(l.page.Items) {
		return model.Window{}, false
	}
	return model.Window{Offset: max(l.top-windowRows/2, 0), Limit: windowRows + rows}, true
}

// windowRows is how many items are asked for at once: enough for every list that a person reads to its end.
const windowRows = 200

// SetLoading tells that more may come; while the list has nothing it then shows grey rows, not "nothing here".
func (l *List[T]) SetLoading(on bool) {
	if l.loading != on {
		l.loading = on
		l.touch()
	}
}

// SetScope tells what the list is narrowed to.
func (l *List[T]) SetScope(s Scope) {
	l.scope = s
	l.touch()
}

// SetTitle replaces the name in the upper edge.
func (l *List[T]) SetTitle(name string) {
	if l.face.Name != name {
		l.face.Name = name
		l.touch()
	}
}

// SetCount replaces what stands in the lower edge; an empty one is the list's own again.
func (l *List[T]) SetCount(s string) {
	if l.count != s {
		l.count = s
		l.touch()
	}
}

// SetMarked tells which items bear the user's mark.
func (l *List[T]) SetMarked(ids map[string]bool) {
	l.marked = ids
	l.touch()
}

// Selected answers the item that is selected; false while there is none, or it is not loaded yet.
func (l *List[T]) Selected() (item T, ok bool) { return l.item(l.at) }

// SelectedID answers what Selected is; empty where there is none.
func (l *List[T]) SelectedID() string { return l.id }

// Select goes to the item of that identity, and tells whether it is in the page.
func (l *List[T]) Select(id string) bool {
	i := l.indexOf(id)
	if i >= 0 {
		l.SelectAt(i)
	}
	return i >= 0
}

// At answers the place of the selected item among all, from 0.
func (l *List[T]) At() int { return l.at }

// SelectAt goes to a place among all, from 0; beyond the ends to the last or first.
func (l *List[T]) SelectAt(at int) {
	l.at, l.id = at, "" // where that is not loaded, its place is all that is known of it
	l.settle()
}

// item answers the item at a place, when it is loaded.
func (l *List[T]) item(at int) (item T, ok bool) {
	if i := at - l.page.Offset; i >= 0 && i < len(l.page.Items) {
		return l.page.Items[i], true
	}
	return item, false
}

// total is how many places there are: the page may hold more than it counts.
func (l *List[T]) total() int { return max(l.page.Total, l.page.Offset+len(l.page.Items)) }

// touch makes the next View draw the frame and the rows in it, but no item again.
func (l *List[T]) touch() { l.finished = false }

// redraw makes the next View draw everything.
func (l *List[T]) redraw() {
	l.drawn = nil
	l.touch()
}
