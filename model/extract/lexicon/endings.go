package lexicon

import (
	"strings"
	"sync"
)

var endings = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	Entries("endings.txt", func(lang, line string) {
		for end := range strings.FieldsSeq(line) {
			all[lang] = append(all[lang], strings.Trim(end, "-"))
		}
	})
	return all
})

// Endings answers what the tilde of a word in a table stands for, by endings.txt: the endings of the language that the letters
// of the word or phrase tell.
func Endings(phrase string) []string {
	lang := "de"
	switch {
	case strings.ContainsAny(phrase, "іїєґ"):
		lang = "uk"
	case strings.ContainsFunc(phrase, func(r rune) bool { return 'А' <= r && r <= 'я' }):
		lang = "ru"
	}
	return EndingsIn(lang)
}

// EndingsIn answers the endings of a language, the empty one among them; nil for one without any.
func EndingsIn(lang string) []string { return endings()[lang] }
