package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// The line moves through a text that stands still, and is what statements are asked for.
func TestTheReadingLine(t *testing.T) {
	r := reading(48, 14)
	lineAt := func() (row int) {
		for i, l := range strings.Split(ansi.Strip(r.View()), "\n") {
			if strings.Contains(l, "▌") {
				return i
			}
		}
		return -1
	}
	top, turns, seen := r.At(), 0, ""
	if lineAt() >= 0 {
		t.Error("there is a line before the first key")
	}
	for before := -2; before != r.cursor; {
		before = r.cursor
		r.Move(1)
		if square(t, r, 48, 14); lineAt() < 0 {
			t.Fatalf("no line:\n%s", ansi.Strip(r.View()))
		}
		if id, _, ok := r.StatementAt(); ok && !strings.HasSuffix(seen, id) {
			seen += " " + id
		}
		if r.At() != top {
			turns, top = turns+1, r.At()
		}
	}
	if turns < 3 || turns > 6 || seen != " p1 q1 q2" {
		t.Errorf("%d turns, saw%s", turns, seen)
	}
	for before := -2; before != r.cursor; {
		before = r.cursor
		r.Move(-1)
	}
	if lineAt() < 2 || r.skipped != 0 {
		t.Errorf("back at the beginning the line is in row %d, %d rows of the head are hidden", lineAt(), r.skipped)
	}
	r.Move(7)
	at := r.cursor
	again := talk()
	again.Body = append([]byte("New.\n\n"), again.Body...)
	again.Quotes, again.Proposals, again.Start = nil, nil, 0
	r.Set(again)
	if want := at + len("New.\n\n"); r.cursor != want || lineAt() < 0 {
		t.Errorf("read again: the line is at %d, wanted %d", r.cursor, want)
	}
	r.SetSize(100, 30)
	if lineAt() < 0 {
		t.Error("a resize lost the line")
	}
}
