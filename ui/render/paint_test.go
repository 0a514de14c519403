package render

import (
	"strings"
	"testing"

	"parley/model"
)

func colours() Palette {
	return Palette{
		Body: Style{}, Heading1: Style{Attr: Bold, Fg: RGB(0x102030)}, Link: Style{Fg: Indexed(110), Attr: Underline}, Code: Style{Fg: Basic(2)}, Decoration: Style{Fg: Basic(8)},
		Number: Style{Fg: Basic(8)}, Current: Style{Fg: Basic(15), Bg: Indexed(238)}, Other: Style{Attr: Bold}, Search: Style{Attr: Underline}, SearchCurrent: Style{Attr: Reverse},
		Selection: Style{Fg: Indexed(110)}, Found: Style{Fg: Basic(8)}, Hidden: Style{Attr: Reverse}, Dim: Style{Attr: Faint}, Links: true,
	}
}

func painted(source string, p Palette, m Marks) string {
	var b strings.Builder
	for _, r := range NewPage([]byte(source), PageOptions{}).Rows(Position{}, 9) {
		r.Paint(&p, &b, 0, 66, &m)
	}
	return strings.ReplaceAll(b.String(), "\x1b", "^")
}

func TestPaint(t *testing.T) {
	span := func(from, to int) []model.Range { return []model.Range{{Start: from, End: to}} }
	for _, c := range []struct {
		name, source string
		marks        Marks
		want         string
	}{
		{"text", "a b", Marks{}, "a b"},
		{"a heading", "# a", Marks{}, "^[0;1;38;2;16;32;48ma^[0m"},
		{"emphasis", "a *b* **c**", Marks{}, "a ^[0;3mb^[0m ^[0;1mc^[0m"},
		{"strikethrough", "~~a *b*~~", Marks{}, "^[0;9ma ^[0;3;9mb^[0m"},
		{"a link", "[a](https://x.y)", Marks{}, "^]8;;https://x.y^\\^[0;4;38;5;110ma^]8;;^\\^[0m"},
		{"a link that goes nowhere", "[a](file:///etc)", Marks{}, "^[0;4;38;5;110ma^[0m"},
		{"code", "`a`", Marks{}, "^[0;32ma^[0m"},
		{"a bullet", "- a", Marks{}, "^[0;90m• ^[0ma"},
		{"HTML", "a <b>", Marks{}, "a ^[0;2m<b>^[0m"},
		{"the selected statement", "a b c", Marks{Current: span(2, 3)}, "a ^[0;97;48;5;238mb^[0m c"},
		{"it keeps emphasis", "a *b*", Marks{Current: span(0, 4)}, "^[0;97;48;5;238ma ^[0;3;97;48;5;238mb^[0m"},
		{"a link in it keeps its underline", "[a](/x)", Marks{Current: span(1, 2)}, "^[0;4;97;48;5;238ma^[0m"},
		{"another statement", "“a” b", Marks{Others: span(0, 3)}, "^[0;1m“^[0ma” b"},
		{"a hit", "a b b", Marks{Search: []model.Range{{Start: 2, End: 3}, {Start: 4, End: 5}}, Hit: model.Range{Start: 4, End: 5}}, "a ^[0;4mb^[0m ^[0;7mb^[0m"},
		{"a hit in the selected statement", "ab", Marks{Current: span(0, 2), Search: span(1, 2)}, "^[0;97;48;5;238ma^[0;4mb^[0m"},
		{"a mark of nothing", "ab", Marks{Current: span(1, 1)}, "ab"},
		{"a control character", "a\x1bb", Marks{}, "a^[0;7m␛^[0mb"},
	} {
		if got := painted(c.source, colours(), c.marks); got != c.want {
			t.Errorf("%s: %q is painted as\n%q, want\n%q", c.name, c.source, got, c.want)
		}
	}
}

// TestThemesChangeNothingElse holds that colours leave text and widths alone, and that a pipe gets text alone.
func TestThemesChangeNothingElse(t *testing.T) {
	mono := MonoPalette()
	marks := Marks{Current: []model.Range{{Start: 30, End: 300}}, Sign: func(int, int) Sign { return Found }}
	for _, r := range NewPage([]byte(sample), PageOptions{}).Rows(Position{}, 500) {
		var a, b, c strings.Builder
		one, two := colours(), Palette{Plain: true}
		n := r.Paint(&one, &a, Margin, 80, &marks)
		if m := r.Paint(&mono, &b, Margin, 80, &marks); m != n {
			t.Fatalf("%d columns, then %d", n, m)
		}
		r.Paint(&two, &c, Margin, 80, &marks)
		if plain := c.String(); strings.Contains(plain, "\x1b") || grammar.ReplaceAllString(a.String(), "") != plain || grammar.ReplaceAllString(b.String(), "") != plain {
			t.Fatalf("%q, %q and %q", a.String(), b.String(), plain)
		}
	}
}

func TestMargin(t *testing.T) {
	p := Palette{Plain: true}
	for _, c := range []struct {
		margin, number int
		sign           Sign
		want           string
	}{
		{7, 3, NoSign, "    3  "}, {7, 123, Found, " ┆123  "}, {7, 1234, Selected, "▌1234  "}, {7, 12345, NoSign, "       "}, {7, 0, Selected, " ▌     "},
		{5, 12, Selected, "▌12  "}, {4, 3, NoSign, " 3  "}, {4, 12, Found, "┆   "}, {1, 5, Selected, "▌"}, {0, 5, Selected, ""}, {9, 5, NoSign, "      5  "},
	} {
		var b strings.Builder
		Row{Number: c.number}.paintMargin(&p, &b, c.margin, c.sign)
		if b.String() != c.want {
			t.Errorf("%d in a margin of %d is %q, want %q", c.number, c.margin, b.String(), c.want)
		}
	}
}

func TestSignsOfPoorTerminals(t *testing.T) {
	p := Palette{Plain: true, Bar: "|", Bullet: "*", Rule: "-", Cross: "+", FoundSign: ":", SelectionSign: ">"}
	var b strings.Builder
	for r := range NewPage([]byte("> - a│\n\n***\n\n|a|b|\n|-|-|\n"), PageOptions{}).All() {
		r.Paint(&p, &b, 4, 40, &Marks{Sign: func(int, int) Sign { return Found }})
		b.WriteByte('\n')
	}
	if got, want := b.String(), ":   | * a│\n    \n    --------\n    \n:   a | b\n    --+--\n"; got != want {
		t.Errorf("drawn as\n%s\nwant\n%s", got, want)
	}
}

func TestColourOf(t *testing.T) {
	for sgr, want := range map[string]Colour{
		"38;2;122;162;214": RGB(0x7aa2d6), "38;5;110": Indexed(110), "94": Basic(12), "34": Basic(4), "": 0, "1": 0, "38;5;300": 0, "38;5": 0, "x": 0, "1;2;3;4;5;6": 0,
	} {
		if got := ColourOf(sgr); got != want {
			t.Errorf("%q is %x, want %x", sgr, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org/a?b=c#d": "https://example.org/a?b=c#d", "HTTP://x.y": "http://x.y", "mailto:a@b.c": "mailto:a@b.c", "http://x/é;\\ \x1b": "http://x/%C3%A9%3B%5C%20%1B",
		"javascript:alert(1)": "", "file:///etc/passwd": "", "ssh://x": "", "//x.y": "", "x": "", "http:x": "", "https://" + strings.Repeat("a", maxURL): "",
	} {
		if got := cleanURL(url); got != want {
			t.Errorf("%q is %q, want %q", url, got, want)
		}
	}
}
