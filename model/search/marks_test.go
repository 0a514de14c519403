package search

import (
	"strings"
	"testing"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct{ query, marked string }{
		{`guarantee`, "no line before the ‹guarantee›s are signed; ‹Guarantee›"},
		{`"guarantee"`, "the guarantees, one ‹guarantee›"},
		{`line guarantee -signed`, "no ‹line› before the ‹guarantee›s are signed"},
		{`cease-fire`, "a ‹cease fire›, a ‹cease-fire›, a ceasefire"},
		{`"the line is"`, "“‹the line is› the border”"},
		{`etat`, "l’‹état› et les ‹E\u0301TAT›S"},
		{`strasse`, "die ‹Straße› und ‹STRASSE›"},
		{`gross`, "‹Groß›"},
		{`us`, "the ‹U.S›. and ‹us›"},
		{`停火`, "北约‹停火›谈判"},
		{`nato`, "与北约‹NATO›谈判"},
		{`"line line"`, "‹line line line›"},
		{`speaker:line`, "the line"},
		{`line`, ""},
		{`ｔｒｕｃｅ`, "a ‹truce›"},
	} {
		f, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		plain := strings.NewReplacer("‹", "", "›", "").Replace(c.marked)
		var b strings.Builder
		at := 0
		for _, r := range Marks(f, plain) {
			b.WriteString(plain[at:r.Start] + "‹" + plain[r.Start:r.End] + "›")
			at = r.End
		}
		if got := b.String() + plain[at:]; got != c.marked {
			t.Errorf("%s marks %s, want %s", c.query, got, c.marked)
		}
	}
}
