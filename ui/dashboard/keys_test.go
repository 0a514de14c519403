package dashboard

import (
	"slices"
	"strings"
	"testing"
)

// The help says what the keys do, and nothing else.
func TestTheHelpNamesEveryKey(t *testing.T) {
	named := map[string]string{"home": "", "end": "", "pgdown": "pgdn", "pgup": "pgup"} // "" where g and G are named
	for _, l := range Lines() {
		shown := strings.Fields(l.Keys)
		for _, b := range l.Bindings {
			for _, k := range b.Keys() {
				sign := keySign(k)
				if s, special := named[k]; special {
					sign = s
				}
				if sign == "" || l.Keys == "0–5" && k >= "0" && k <= "5" {
					continue
				}
				if !slices.Contains(shown, sign) {
					t.Errorf("%s: the help %q leaves %s out", b.Name, l.Keys, sign)
				}
				shown = slices.DeleteFunc(shown, func(s string) bool { return s == sign })
			}
		}
		if len(shown) > 0 && l.Keys != "0–5" {
			t.Errorf("%q: no action has %v", l.Keys, shown)
		}
	}
}

// No key means two things in one context, and no action lives on ctrl or alt alone, but for what a terminal itself means
// by it.
func TestNoKeyMeansTwoThings(t *testing.T) {
	seen := map[Context]map[string]string{}
	names := map[string]bool{}
	for _, l := range Lines() {
		for _, b := range l.Bindings {
			if names[b.Name] {
				t.Errorf("two actions are called %q", b.Name)
			}
			names[b.Name] = true
			plain := b.Name == "suspend" || len(b.Keys()) == 0
			for _, k := range b.Keys() {
				plain = plain || !strings.HasPrefix(k, "ctrl+") && !strings.HasPrefix(k, "alt+")
				for _, c := range b.In {
					if seen[c] == nil {
						seen[c] = map[string]string{}
					}
					if other := seen[c][k]; other != "" {
						t.Errorf("%s means %s and %s", k, other, b.Name)
					}
					seen[c][k] = b.Name
				}
			}
			if !plain && !slices.Contains(b.In, InPrompt) {
				t.Errorf("%s lives on %v alone", b.Name, b.Keys())
			}
		}
	}
}

// What the help runs for a line is what the first of its keys does.
func TestTheHelpRunsWhatTheKeyDoes(t *testing.T) {
	for _, l := range Lines() {
		b := l.Bindings[0]
		if l.run() == nil || len(b.Keys()) == 0 || slices.Contains([]string{"quit", "leave", "suspend", "edit", "help", "commands", "find"}, b.Name) {
			continue
		}
		byKey, byHelp := drive(t, full(), fullOptions(), 120, 40), drive(t, full(), fullOptions(), 120, 40)
		byKey.keys("J", "J", "5", b.Keys()[0])
		byHelp.keys("J", "J", "5", "?")
		for i, other := range byHelp.app.lines {
			if other.Bindings[0].Name == b.Name {
				byHelp.app.over.(*helpSheet).at = i
			}
		}
		byHelp.keys("enter")
		if byKey.screen() != byHelp.screen() {
			t.Errorf("%s: the help does something else than %s", l.Help, b.Keys()[0])
		}
	}
}

// Every key does something in some pane, or says why not.
func TestEveryKeyAnswers(t *testing.T) {
	for _, l := range Lines() {
		for _, b := range l.Bindings {
			if b.do == nil || len(b.Keys()) == 0 || slices.Contains([]string{"quit", "leave", "suspend"}, b.Name) {
				continue
			}
			changed := false
			for _, before := range [][]string{{"4"}, {"4", "j", "j", "j"}, {"4", "G"}, {"J", "J", "5", "j", "n", "n"}, {"J", "J", "5", "G"}, {"J", "J", "5"}, {"/", "=oduya", "enter"}, {"4", "j", "enter"}, {"4", "j", "enter", "H"}} {
				d := drive(t, full(), fullOptions(), 120, 24)
				d.keys(before...)
				was := d.app.View().Content
				d.keys(b.Keys()[0])
				changed = changed || d.app.View().Content != was
			}
			if !changed {
				t.Errorf("%s (%s) changes nothing anywhere", b.Keys()[0], b.Name)
			}
		}
	}
}
