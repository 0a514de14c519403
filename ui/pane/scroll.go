package pane

import "parley/ui/theme"

// Where a list stands. Rows are counted only for what is on the screen, or would be.

// settle brings the selection within the list and onto the screen, moving as little as possible.
func (l *List[T]) settle() {
	l.touch()
	l.at = max(min(l.at, l.total()-1), 0)
	l.top = max(min(l.top, l.at), 0)
	if item, ok := l.item(l.at); ok {
		l.id = l.face.ID(item)
	} else if l.total() == 0 {
		l.id = ""
	}
	width, rows := l.inner()
	if width <= 0 || rows <= 0 || l.total() == 0 {
		return
	}
	if first := l.firstAbove(l.at, rows); first > l.top {
		l.top = first
	}
	if l.top > 0 { // no blank rows below while there is something above
		l.top = min(l.top, l.firstAbove(l.total()-1, rows))
	}
}

// firstAbove answers the first item that can be at the top while the rows down to the end of item at fit. It looks at
// as many items as fit.
func (l *List[T]) firstAbove(at, rows int) int {
	rows -= l.rowsOf(at)
	for at > 0 {
		if rows -= l.rowsOf(at-1) + l.gap(); rows < 0 {
			break
		}
		at--
	}
	return at
}

// below answers the last item that is wholly on the screen, or the top one.
func (l *List[T]) below() int {
	_, rows := l.inner()
	at := l.top
	for rows -= l.rowsOf(at); at+1 < l.total(); at++ {
		if rows -= l.rowsOf(at+1) + l.gap(); rows < 0 {
			break
		}
	}
	return at
}

// rowsOf answers how many rows an item takes.
func (l *List[T]) rowsOf(at int) int {
	if _, ok := l.item(at); ok {
		return len(l.rows(at))
	}
	return max(len(l.face.Ghost), 1)
}

// gap is the blank rows between items: one where the list has the window to itself.
func (l *List[T]) gap() int {
	if l.bare && len(l.face.Ghost) > 1 {
		return 1
	}
	return 0
}

// inner is the size within the frame.
func (l *List[T]) inner() (width, rows int) {
	if l.bare {
		return l.width, l.height
	}
	return Box{Width: l.width, Height: l.height}.Inner()
}

// Move goes down by so many items, up when negative. At the edge of the screen the list turns nearly a page, with a
// quarter of it to hold on to: a row further costs a slow line as much as a page further, and the eye more.
func (l *List[T]) Move(by int) {
	to := max(min(l.at+by, l.total()-1), 0)
	_, rows := l.inner()
	if rows > 0 && l.total() > 0 {
		last := l.below()
		switch keep := (last - l.top + 1) / 4; {
		case to > last:
			l.top = to - keep
		case to < l.top:
			l.top = min(l.firstAbove(min(to+keep, l.total()-1), rows), to)
		}
	}
	l.SelectAt(to)
}

// First goes to the first item.
func (l *List[T]) First() {
	l.top = 0
	l.SelectAt(0)
}

// Last goes to the last item.
func (l *List[T]) Last() { l.SelectAt(l.total() - 1) }

// Page goes down (1) or up (-1) by what is on the screen, less one item to hold on to.
func (l *List[T]) Page(dir int) { l.turn(dir, max(l.below()-l.top, 1)) }

// HalfPage goes down (1) or up (-1) by half of what is on the screen.
func (l *List[T]) HalfPage(dir int) { l.turn(dir, max((l.below()-l.top+1)/2, 1)) }

// turn moves selection and screen together.
func (l *List[T]) turn(dir, by int) {
	l.top = max(l.top+dir*by, 0)
	l.SelectAt(l.at + dir*by)
}

// SetSize sets the outer size.
func (l *List[T]) SetSize(width, height int) {
	width, height = max(width, 0), max(height, 0)
	if width == l.width && height == l.height {
		return
	}
	if width != l.width {
		l.drawn = nil
	}
	l.width, l.height = width, height
	l.settle()
}

// Bare draws no frame.
func (l *List[T]) Bare(on bool) {
	if l.bare != on {
		l.bare = on
		l.drawn = nil
		l.settle()
	}
}

// Folded draws one row of codes.
func (l *List[T]) Folded(on bool) {
	if l.folded != on {
		l.folded = on
		l.settle()
	}
}

// SetTheme sets how things look.
func (l *List[T]) SetTheme(t theme.Theme) {
	l.theme = t
	l.redraw()
}

// SetFocus tells whether keys go here.
func (l *List[T]) SetFocus(on bool) {
	if l.focus != on {
		l.focus = on
		l.touch()
	}
}

// ItemAt answers the item that stands at a row of the pane, for a mouse.
func (l *List[T]) ItemAt(row int) (at int, ok bool) {
	if !l.bare {
		row--
	}
	_, rows := l.inner()
	if row < 0 || row >= rows || l.folded {
		return 0, false
	}
	for at = l.top; at < l.total(); at++ {
		if row < l.rowsOf(at) {
			return at, true
		}
		if row -= l.rowsOf(at) + l.gap(); row < 0 {
			return 0, false
		}
	}
	return 0, false
}
