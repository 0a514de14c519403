package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// When is a line a paragraph? In Markdown lines run on until a blank line. In a pasted article, and in what converters
// write, each line is a paragraph. Of the lines of prose that have another one right below, the rule asks how many end
// like a sentence, and how long they are:
//
//	a text file:  four in five end a sentence, or they are longer than 100 characters on average and half of them do
//	Markdown:     four in five end a sentence, they are longer than 100 characters on average, and hardly any line of
//	              prose has a blank line below
//
// Text wrapped at a column ends sentences in one line of five; notes with a sentence a line have blank lines between
// paragraphs. Lines that begin with marks (items, quotes, rows, headings, names in front of a colon in each) do not count.

// plainName tells files that are no Markdown by their name.
func plainName(name string) bool {
	return strings.HasSuffix(strings.ToLower(name), ".txt")
}

// enoughLines is how much of a text is looked at.
const enoughLines = 2000

// linesAreParagraphs applies the rule.
func linesAreParagraphs(src []byte, plain bool) bool {
	var pairs, ends, length, prose, apart int
	before := []byte(nil)
	for n := 0; len(src) > 0 && n < enoughLines; n++ {
		l := src
		if i := bytes.IndexByte(src, '\n'); i >= 0 {
			l, src = src[:i], src[i+1:]
		} else {
			src = nil
		}
		l = trim(l)
		isProse := len(l) > 0 && proseLine(l)
		if before != nil {
			prose++
			switch {
			case isProse:
				pairs++
				length += utf8.RuneCount(before)
				if endsSentence(before) {
					ends++
				}
			case len(l) == 0:
				apart++
			}
		}
		before = nil
		if isProse {
			before = l
		}
	}
	switch {
	case pairs == 0:
		return false
	case plain:
		return ends*5 >= pairs*4 || length > 100*pairs && ends*2 >= pairs
	}
	return ends*5 >= pairs*4 && length > 100*pairs && apart*10 <= prose
}

// proseLine tells a line that begins with no mark of Markdown.
func proseLine(l []byte) bool {
	switch c := l[0]; {
	case opensSomething[c] && c != '[' && !isDigit(c):
		return false
	case isDigit(c):
		_, item := itemOf(line{text: l})
		return !item
	}
	return true
}

// endsSentence tells whether a line ends in . ! ? : or …, behind closing marks.
func endsSentence(l []byte) bool {
	for len(l) > 0 {
		r, size := utf8.DecodeLastRune(l)
		switch r {
		case '.', '!', '?', ':', '…', '。', '！', '？', '։', '।', '؟':
			return true
		case '"', '\'', '”', '’', '»', '“', '‘', '›', ')', ']', '」', '』', '*', '_':
			l = l[:len(l)-size]
		default:
			return false
		}
	}
	return false
}

// leadIn takes a date in front of the first line out of the text: " date 2025-04-27 The parties ...", "Date: 27 April
// 2025". It answers where the text goes on.
func (d *Document) leadIn(src []byte) int {
	from := d.Start
	for from < len(src) && isSpace(src[from]) {
		from++
	}
	at := from
	rest := string(src[from:min(len(src), from+80)])
	word := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = rest[:i]
	}
	switch strings.ToLower(word) {
	case "date", "dated", "datum", "fecha", "дата":
	default:
		return d.Start
	}
	at += len(word)
	n := len(rest[len(word):]) - len(strings.TrimLeft(rest[len(word):], ": \t\u00A0"))
	if n == 0 {
		return d.Start
	}
	at += n
	date, size, _, ok := datePrefix(string(src[at:min(len(src), at+60)]), d.Front.Lang)
	if !ok || at+size < len(src) && !isSpace(src[at+size]) && !bytes.ContainsAny(src[at+size:at+size+1], ".,;:") {
		return d.Start
	}
	at += size
	for at < len(src) && (src[at] == ' ' || src[at] == '\t' || bytes.IndexByte([]byte(".,;:"), src[at]) >= 0) {
		at++
	}
	for at < len(src) && src[at] == '\n' {
		at++
	}
	if d.Front.Date == "" {
		d.Front.Date, d.Front.DateFrom = date, "lead-in"
	}
	d.Omitted = append(d.Omitted, model.Range{Start: d.Start, End: at})
	return at
}

// title finds what the briefing is called: what its head says, else the first heading of the first level or the one that
// the text begins with, else the first sentence.
func (d *Document) title(src []byte) {
	if d.Front.Title != "" {
		d.Title = d.Front.Title
		return
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Kind == Heading && len(n.Runs) > 0 && (n.Level == 1 || i == 0) {
			d.Title, d.TitleAt = n.Plain(), n.Span(0, len(n.Plain()))
			return
		}
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if len(n.Runs) == 0 || n.Kind == Fence || n.Kind == Indented || n.Kind == Heading {
			continue
		}
		end := firstSentence(n.Plain())
		d.Title, d.TitleAt, d.NoTitle = n.Plain()[:end], n.Span(0, end), true
		return
	}
	d.NoTitle = true
}

// longestTitle is where a first sentence that does not end is cut.
const longestTitle = 400

// firstSentence answers where the first sentence of a text ends.
func firstSentence(s string) int {
	for i, r := range s {
		if i >= longestTitle {
			return i
		}
		if r != '.' && r != '!' && r != '?' && r != '…' && r != '。' {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(s) {
			c, size := utf8.DecodeRuneInString(s[end:])
			if !strings.ContainsRune(".!?…\"”’»)]'", c) {
				break
			}
			end += size
		}
		if end == len(s) || r == '。' {
			return end
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:], " \u00A0"))
		if s[end] == ' ' && !unicode.IsLower(next) && !(r == '.' && abbreviated(s[:i])) {
			return end
		}
	}
	return len(s)
}

// abbreviated tells whether the last word before a full stop is one that goes on: an initial, a title, "U.S".
func abbreviated(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Adm", "Amb", "No", "vs", "Nr", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	letters := 0
	for _, r := range word[strings.LastIndexByte(word, '.')+1:] {
		letters++
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return letters == 1
}
