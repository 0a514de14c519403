package ssh

import (
	"errors"
	"strings"
)

// split cuts a command line into words: blanks separate, '…' and "…" join, \ takes the next character as it is. There is
// no shell behind it, so nothing else means anything.
func split(line string) (words []string, err error) {
	var word strings.Builder
	var quote rune
	open, escaped := false, false
	for _, r := range line {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			escaped, open = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, open = r, true
		case r == ' ' || r == '\t' || r == '\n':
			if open {
				words = append(words, word.String())
				word.Reset()
				open = false
			}
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if quote != 0 || escaped {
		return nil, errors.New("a quotation mark or backslash is left open in the command")
	}
	if open {
		words = append(words, word.String())
	}
	return words, nil
}
