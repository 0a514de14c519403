package render

import "charm.land/glamour/v2/ansi"

// The style sheet that glamour draws with. Its colours are numbers that stand for roles, which decode turns back, so
// that dark, light and mono are the same drawing. Its rule is made of a private-use rune: a row of ─ may be a table's.

const (
	roleColour = 200 // 201 is Heading1, and so on
	ruleRune   = 0x10FFF0
	ruleLength = 8
)

func sheet() ansi.StyleConfig {
	role := func(r Role) *string {
		s := [...]string{Heading1: "201", Heading2: "202", Heading3: "203", Link: "204", Code: "205"}[r]
		return &s
	}
	yes, one, two := true, uint(1), uint(2)
	heading := func(r Role) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: role(r)}}
	}
	rule := ""
	for range ruleLength {
		rule += string(rune(ruleRune))
	}
	str := func(s string) *string { return &s }
	return ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{Indent: &one, IndentToken: str("│ ")},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n"}},
		H1:             heading(Heading1),
		H2:             heading(Heading2),
		H3:             heading(Heading3),
		H4:             heading(Heading3),
		H5:             heading(Heading3),
		H6:             heading(Heading3),
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: ansi.StylePrimitive{Prefix: rule, BlockSuffix: "\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		LinkText:       ansi.StylePrimitive{Color: role(Link)},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: role(Code)}},
		CodeBlock: ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{
			Indent: &two, StylePrimitive: ansi.StylePrimitive{Color: role(Code)},
		}},
		Table:                 ansi.StyleTable{CenterSeparator: str("┼"), ColumnSeparator: str("│"), RowSeparator: str("─")},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n  "},
	}
}
