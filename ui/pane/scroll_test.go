package pane

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parley/model"
	"parley/ui/theme"
)

// letters answers a list whose items are named by a letter and as many rows high as the number behind it.
func letters(names ...string) *List[string] {
	l := NewList(Face[string]{
		Name: "Letters",
		ID:   func(s string) string { return s[:1] },
		Draw: func(s string, b Brush) []Row {
			rows := make([]Row, s[1]-'0')
			for i := range rows {
				rows[i] = Row{b.Piece(s[:1], theme.Style{})}
			}
			return rows
		},
	})
	l.SetSize(10, 7)
	l.SetAll(names)
	return l
}

// shown answers the first letters of the rows, the selected ones as capitals, blank rows as dots.
func shown[T any](l *List[T]) string {
	var b strings.Builder
	rows := strings.Split(ansi.Strip(l.View()), "\n")
	for _, row := range rows[1 : len(rows)-1] {
		cells := []rune(row)
		switch letter := string(cells[2]); {
		case letter == " ":
			b.WriteByte('.')
		case cells[1] == '▌':
			b.WriteString(strings.ToUpper(letter))
		default:
			b.WriteString(letter)
		}
	}
	return b.String()
}

func TestScrolling(t *testing.T) {
	for _, c := range []struct {
		name, want string
		do         func(l *List[string])
	}{
		{"the first is selected", "AAbcc", func(l *List[string]) {}},
		{"within the screen nothing moves", "aaBcc", func(l *List[string]) { l.Move(1) }},
		{"one that is cut turns a page", "Deeff", func(l *List[string]) { l.Move(3); l.View() }},
		{"up again, a page before it", "aabCC", func(l *List[string]) { l.Last(); l.Move(-3) }},
		{"the last one", "eeFFF", func(l *List[string]) { l.Last() }},
		{"beyond the end", "eeFFF", func(l *List[string]) { l.Move(99) }},
		{"beyond the beginning", "AAbcc", func(l *List[string]) { l.Move(2); l.Move(-99) }},
		{"a page", "CCdee", func(l *List[string]) { l.Page(1) }},
		{"a page back", "AAbcc", func(l *List[string]) { l.Page(1); l.Page(-1) }},
		{"the screen grows at the end", "deeFFF.", func(l *List[string]) { l.Last(); l.SetSize(10, 9) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := letters("a2", "b1", "c2", "d1", "e2", "f3")
			c.do(l)
			if got := shown(l); got != c.want {
				t.Errorf("%s, wanted %s", got, c.want)
			}
		})
	}
}

func TestSelectionStaysWithWhatItIs(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after []string
		down          int
		want          string
	}{
		{"nothing changed", []string{"a1", "b1", "c1"}, []string{"a1", "b1", "c1"}, 1, "aBc.."},
		{"one more above", []string{"a1", "b1", "c1"}, []string{"x1", "a1", "b1", "c1"}, 1, "xaBc."},
		{"one less above", []string{"a1", "b1", "c1"}, []string{"b1", "c1"}, 1, "Bc..."},
		{"gone: the next one", []string{"a1", "b1", "c1"}, []string{"a1", "c1"}, 1, "aC..."},
		{"gone with the next: the one after", []string{"a1", "b1", "c1", "d1"}, []string{"a1", "d1"}, 1, "aD..."},
		{"gone at the end: the one before", []string{"a1", "b1", "c1"}, []string{"a1", "b1"}, 2, "aB..."},
		{"all gone: the same place", []string{"a1", "b1", "c1"}, []string{"x1", "y1", "z1"}, 1, "xYz.."},
		{"nothing left, which is said", []string{"a1", "b1"}, nil, 1, "Ngh.."},
		{"the order changed", []string{"a1", "b1", "c1"}, []string{"c1", "b1", "a1"}, 0, "cbA.."},
		{"the screen stays where it was", []string{"a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"}, []string{"x1", "a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"}, 6, "defGh"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := letters(c.before...)
			l.Move(c.down)
			l.SetAll(c.after)
			if got := shown(l); got != c.want {
				t.Errorf("%s, wanted %s", got, c.want)
			}
		})
	}
}

// A list over 10,000 quotes, of which it is handed what it wants, shows what one that holds them all shows.
func TestWindows(t *testing.T) {
	all := many(10_000)
	serve := func(q *Quotes) {
		for range 10 {
			w, lacks := q.Want()
			if !lacks {
				return
			}
			from, to := min(w.Offset, len(all)), min(w.Offset+w.Limit, len(all))
			q.Set(model.Page[model.Quote]{Items: all[from:to], Offset: from, Total: len(all), All: len(all)})
		}
		t.Fatal("the list is never content")
	}
	part, whole := NewQuotes(), NewQuotes()
	for _, q := range []*Quotes{part, whole} {
		q.SetSize(40, 20)
	}
	whole.SetAll(all)
	if w, lacks := part.Want(); !lacks || w.Offset != 0 {
		t.Fatalf("a new list wants %v, %v", w, lacks)
	}
	serve(part)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 300 {
		do := []func(q *Quotes){
			func(q *Quotes) { q.Move(1) }, func(q *Quotes) { q.Move(-1) }, func(q *Quotes) { q.Page(1) }, func(q *Quotes) { q.Page(-1) },
			func(q *Quotes) { q.HalfPage(1) }, func(q *Quotes) { q.First() }, func(q *Quotes) { q.Last() },
		}[random.IntN(7)]
		if i%50 == 49 {
			to := random.IntN(len(all))
			do = func(q *Quotes) { q.SelectAt(to) }
		}
		for _, q := range []*Quotes{part, whole} {
			do(q)
		}
		square(t, part, 40, 20)
		serve(part)
		if part.SelectedID() != whole.SelectedID() {
			t.Fatalf("step %d: %s is selected, wanted %s", i, part.SelectedID(), whole.SelectedID())
		}
		if item, ok := part.Selected(); !ok || item.ID != part.SelectedID() {
			t.Fatalf("step %d: the selected item is not loaded", i)
		}
	}
}

// At the edge a quarter of the screen is kept to hold on to, so that most keys change two items and nothing else.
func TestTurningAtTheEdge(t *testing.T) {
	names := make([]string, 26)
	for i := range names {
		names[i] = string(rune('a'+i)) + "1"
	}
	l := letters(names...)
	l.SetSize(10, 10)
	turns, top := 0, l.top
	for range 25 {
		l.Move(1)
		if l.top != top {
			turns, top = turns+1, l.top
		}
	}
	if got := shown(l); turns > 4 || got != "stuvwxyZ" {
		t.Errorf("%d turns, then %s", turns, got)
	}
	l.SelectAt(16)
	l.Move(-1)
	if got := shown(l); got != "klmnoPqr" {
		t.Errorf("up: %s", got)
	}
}

// One key that moves the selection changes the rows of the old and the new item, and the lower edge where it counts.
func TestOneKeyChangesTwoItems(t *testing.T) {
	q := NewQuotes()
	q.SetSize(32, 30)
	q.SetFocus(true)
	q.Set(quotes())
	before := strings.Split(q.View(), "\n")
	q.Move(1)
	var changed []int
	for y, row := range strings.Split(q.View(), "\n") {
		if row != before[y] {
			changed = append(changed, y)
		}
	}
	if want := []int{1, 2, 3, 4, 5, 6, 29}; !slices.Equal(changed, want) {
		t.Errorf("rows %v changed, wanted %v", changed, want)
	}
}

func TestFind(t *testing.T) {
	q := NewQuotes()
	q.SetSize(40, 20)
	q.Set(quotes())
	for _, c := range []struct {
		do       string
		at, of   int
		selected string
	}{
		{"find reku", 1, 1, "2"}, {"next", 1, 1, "2"}, {"find OFFICIAL", 2, 2, "3"}, {"next", 1, 2, "1"}, {"previous", 2, 2, "3"},
		{"find nowhere", 0, 0, "3"}, {"next", 0, 0, "3"}, {"find ", 0, 0, "3"},
	} {
		var at, of int
		switch verb, words, _ := strings.Cut(c.do, " "); verb {
		case "find":
			at, of = q.Find(words)
		case "next":
			at, of = q.FindNext(1)
		case "previous":
			at, of = q.FindNext(-1)
		}
		if at != c.at || of != c.of || q.SelectedID() != c.selected {
			t.Errorf("%s: %d of %d, %s selected; wanted %d of %d, %s", c.do, at, of, q.SelectedID(), c.at, c.of, c.selected)
		}
	}
}

// The header counts quotes, the pane shows terms too: both numbers are told.
func TestTermsAreToldFromQuotes(t *testing.T) {
	q := NewQuotes()
	q.SetSize(40, 20)
	q.Set(quotes())
	for _, c := range []struct {
		counted, width int
		want           string
	}{{0, 40, "8 here · 118 in all"}, {114, 40, "8 here · 114 in all · 4 terms"}, {117, 40, "8 here · 117 in all · 1 term"}, {118, 40, "8 here · 118 in all"}, {114, 30, "1/8"}} {
		q.SetCounted(c.counted)
		q.SetSize(c.width, 20)
		if got := q.Count(); got != c.want {
			t.Errorf("%d at %d: %q, wanted %q", c.counted, c.width, got, c.want)
		}
	}
	all := quotes()
	all.Total, all.All = 8, 7
	q.Set(all)
	q.SetSize(40, 20)
	if q.SetCounted(7); q.Count() != "7 in all · 1 term" {
		t.Errorf("everything: %q", q.Count())
	}
}

func TestItemAt(t *testing.T) {
	l := letters("a2", "b1", "c2", "d1")
	var got []string
	for row := range 7 {
		at, ok := l.ItemAt(row)
		got = append(got, fmt.Sprint(at, ok))
	}
	if want := []string{"0 false", "0 true", "0 true", "1 true", "2 true", "2 true", "0 false"}; !slices.Equal(got, want) {
		t.Errorf("%v, wanted %v", got, want)
	}
}

func BenchmarkMoveAndView(b *testing.B) {
	q := NewQuotes()
	q.SetSize(40, 40)
	q.SetAll(many(200))
	for i := 0; b.Loop(); i++ {
		q.Move(1 - 2*(i/150%2))
		q.View()
	}
}

func BenchmarkViewUnchanged(b *testing.B) {
	q := NewQuotes()
	q.SetSize(40, 40)
	q.SetAll(many(200))
	for b.Loop() {
		q.View()
	}
}

func BenchmarkSetAndView(b *testing.B) {
	items := many(200)
	q := NewQuotes()
	q.SetSize(40, 40)
	for b.Loop() {
		q.SetAll(items)
		q.View()
	}
}
