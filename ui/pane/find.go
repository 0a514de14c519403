package pane

import (
	"slices"
	"strings"

	"parley/model/text"
)

// Finding in a list. An item is one hit, however often the words stand in it. What is not loaded is not looked at: the
// search over everything is another one.

// Find marks what fits, and goes to the first item from the selected one on.
func (l *List[T]) Find(words string) (at, of int) {
	folded := needle(text.Fold(words))
	if folded != l.needle {
		l.needle = folded
		l.redraw()
	}
	hits := l.hits()
	if len(hits) == 0 {
		l.settle()
		return 0, 0
	}
	i, _ := slices.BinarySearch(hits, l.at)
	return l.goTo(hits, i)
}

// FindNext goes to the next (1) or the one before (-1), round the end.
func (l *List[T]) FindNext(dir int) (at, of int) {
	hits := l.hits()
	if len(hits) == 0 {
		return 0, 0
	}
	i, on := slices.BinarySearch(hits, l.at)
	switch {
	case dir < 0:
		i--
	case on:
		i++
	}
	return l.goTo(hits, i)
}

func (l *List[T]) goTo(hits []int, i int) (at, of int) {
	i = (i%len(hits) + len(hits)) % len(hits)
	l.SelectAt(hits[i])
	return i + 1, len(hits)
}

// hits answers the places of the items that fit.
func (l *List[T]) hits() (at []int) {
	if l.needle == "" {
		return nil
	}
	b := Brush{Width: 1 << 12, Theme: l.theme}
	for i, item := range l.page.Items {
		if strings.Contains(text.Fold(l.textOf(item, b)), string(l.needle)) {
			at = append(at, l.page.Offset+i)
		}
	}
	return at
}

func (l *List[T]) textOf(item T, b Brush) string {
	if l.face.Text != nil {
		return l.face.Text(item)
	}
	var s strings.Builder
	for _, row := range l.face.Draw(item, b) {
		for _, p := range row {
			s.WriteString(p.Text)
		}
		s.WriteByte('\n')
	}
	return s.String()
}
