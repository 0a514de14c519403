package prose

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Quotes, by a table of pairs, never by counting marks in sequence.
//
// Rules:
//   - A mark opens, or it closes the quote that is open; what does neither is a stray, and nothing after it is lost.
//   - U+201C opens in English and closes in German, where U+201E opened; » opens where « would close and nothing is open.
//   - A quote runs to the nearest mark that may close it. Inside, other pairs are content.
//   - A curved mark right after a word or a sign closes what a straight one opened, unless a curved one opened within; a
//     straight mark closes what a curved one opened where no other does.
//   - The same mark that opens again before anything closed: the first quote is taken to end there (“one “two”).
//   - Such a mark right after a word or a sign and before white space was typed for the one that closes: “one,“ he said.
//   - Open at the end of the paragraph: it ends there, unclosed; it continues where the next paragraph opens with the
//     same mark.
//   - An apostrophe never opens: U+2019 closes a quote that U+2018 opened, where no letter follows.
//   - Two apostrophes in a row are what converters make of quotation marks, and of emphasis, inches and lost letters too: what
//     stands between them is not sure to be verbatim, unless the text is said to use them so.
//   - A straight mark without another one in its paragraph opens only after white space, an opening bracket or a dash.

// A Quote is a stretch between quotation marks within one paragraph.
type Quote struct {
	Start, End            int32 // bytes of Doc.Text, without the marks
	OuterStart, OuterEnd  int32 // with them
	FirstToken, LastToken int32 // of Doc.Tokens, the marks included; the end exclusive
	InnerFirst, InnerLast int32 // without them
	Paragraph, Sentence   int32
	Masked                int32 // where it stands in Doc.Masked
	Continues             int32 // the quote of the paragraph before whose next paragraph this is; -1
	Unclosed              bool
	Verbatim              bool // not between doubled apostrophes: see the rules
	Single                bool // in single marks, which name things more often than they quote
	Mark                  rune // the one that opened; Doubled and Backticks too
	LastRune              rune // the last one within that is no white space
}

// A Stray is a mark that neither opens nor closes.
type Stray struct {
	At        int32 // byte of Doc.Text
	Mark      rune
	Paragraph int32
}

// pair finds the quotes of all paragraphs.
func (d *Doc) pair() {
	var marks []int32
	for i := range d.Paragraphs {
		b := &d.Paragraphs[i]
		marks = marks[:0]
		for t := b.FirstToken; t < b.LastToken; t++ {
			if d.Tokens[t].Kind == Mark {
				marks = append(marks, t)
			}
		}
		b.FirstQuote = int32(len(d.Quotes))
		if from := d.pairMarks(marks, int32(i)); from >= 0 {
			d.cutAt(from, i)
		}
		b.LastQuote = int32(len(d.Quotes))
		d.edges(i)
	}
}

// edges notes how a paragraph begins and ends, and links it with the one before.
func (d *Doc) edges(i int) {
	b := &d.Paragraphs[i]
	if b.FirstQuote == b.LastQuote {
		return
	}
	first, last := &d.Quotes[b.FirstQuote], &d.Quotes[b.LastQuote-1]
	b.OpensWithQuote = first.FirstToken == b.FirstToken
	b.EndsUnclosed = last.Unclosed
	if i == 0 || !b.OpensWithQuote || !d.Paragraphs[i-1].EndsUnclosed {
		return
	}
	before := d.Paragraphs[i-1].LastQuote - 1
	if d.Quotes[before].Mark == first.Mark {
		first.Continues = before
	}
}

// pairMarks pairs the marks of one paragraph. It answers the mark at which there were too many; -1: never.
func (d *Doc) pairMarks(marks []int32, paragraph int32) int32 {
	end := d.Paragraphs[paragraph].LastToken
	for k := 0; k < len(marks); k++ {
		if len(d.Quotes)+len(d.Strays) >= MostStatements {
			return marks[k]
		}
		mark := rune(d.Tokens[marks[k]].Hash)
		pair := pairs(mark)
		if pair.closes == "" && mark != Doubled && mark != Backticks || !d.mayOpen(marks, k, mark) {
			d.stray(marks[k], mark, paragraph)
			continue
		}
		closing, last := d.closing(marks, k, mark, pair)
		switch {
		case closing >= 0:
			d.quote(marks[k], marks[closing], marks[closing]+1, mark, paragraph, false)
			k = closing
		case last >= 0: // the same mark opened again
			d.quote(marks[k], marks[last], marks[last], mark, paragraph, true)
			k = last - 1
		case d.opensAlone(marks[k], mark):
			d.quote(marks[k], end, end, mark, paragraph, true)
			return -1
		default:
			d.stray(marks[k], mark, paragraph)
		}
	}
	return -1
}

// A pair says which marks close what another opened.
type pair struct {
	closes string
	same   bool // the mark closes itself: it cannot open again within
}

func pairs(open rune) pair {
	switch open {
	case '“', '‟':
		return pair{closes: "”"}
	case '"':
		return pair{closes: "\"", same: true}
	case '„':
		return pair{closes: "“”"}
	case '«':
		return pair{closes: "»"}
	case '»':
		return pair{closes: "«"}
	case '‹':
		return pair{closes: "›"}
	case '›':
		return pair{closes: "‹"}
	case '‘':
		return pair{closes: "’"}
	case '‚':
		return pair{closes: "‘’"}
	case '「':
		return pair{closes: "」"}
	case '『':
		return pair{closes: "』"}
	case Doubled:
		return pair{same: true}
	}
	return pair{}
}

func (p pair) closedBy(open, mark rune) bool {
	switch open {
	case Doubled, Backticks:
		return mark == Doubled
	}
	for _, c := range p.closes {
		if c == mark {
			return true
		}
	}
	return false
}

// closing answers the mark that closes, or else the next one that opens the same way.
func (d *Doc) closing(marks []int32, k int, open rune, p pair) (closing, again int) {
	curved, straight := 0, -1 // what was opened within, what may close if nothing better does
	for j := k + 1; j < len(marks); j++ {
		d.steps++
		mark := rune(d.Tokens[marks[j]].Hash)
		switch {
		case open == '"' && mark == '“' && d.Tokens[marks[j]].Is(Spaced):
			curved++
		case open == '"' && mark == '”' && curved > 0:
			curved--
		case p.closedBy(open, mark) && (mark != '’' && mark != '‘' || d.noLetterAfter(marks[j])):
			return j, -1
		case open == '"' && mark == '”' && d.closesOther(marks[j]):
			return j, -1
		case mark == open && !p.same:
			switch {
			case straight >= 0:
				return straight, -1
			case mark == '“' && !d.Tokens[marks[j]].Is(Spaced) && d.spaceAfter(marks[j]):
				return j, -1
			}
			return -1, j
		case open == '“' && mark == '"' && straight < 0 && d.closesOther(marks[j]):
			straight = j
		}
	}
	return straight, -1
}

// closesOther tells whether a mark may close what one of another shape opened: a mistake of typing.
func (d *Doc) closesOther(token int32) bool {
	return !d.Tokens[token].Is(Spaced) && d.noLetterAfter(token)
}

func (d *Doc) noLetterAfter(token int32) bool {
	at := int(d.Tokens[token].End)
	if at >= len(d.Text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.Text[at:])
	return !unicode.IsLetter(r) && !unicode.IsNumber(r)
}

// mayOpen tells whether a mark can open where it stands.
func (d *Doc) mayOpen(marks []int32, k int, mark rune) bool {
	t := &d.Tokens[marks[k]]
	switch mark {
	case '”', '’', '」', '』':
		return false
	case '‘', '‚':
		return !d.letterBefore(marks[k]) && !d.spaceAfter(marks[k]) && !d.elision(marks[k])
	case '»', '›':
		return !d.letterBefore(marks[k]) && !d.spaceAfter(marks[k])
	case '"':
		if !t.Is(Spaced) && (d.digitBefore(marks[k]) || d.letterBefore(marks[k]) && d.spaceAfter(marks[k])) {
			return false
		}
	}
	return true
}

// opensAlone tells whether a mark that nothing closes opens a quote that runs to the end of its paragraph.
func (d *Doc) opensAlone(token int32, mark rune) bool {
	t := &d.Tokens[token]
	switch mark {
	case '“', '„', '«':
		return !d.letterBefore(token)
	case '"', Doubled, Backticks:
		if d.spaceAfter(token) {
			return false
		}
		if t.Is(Spaced) || token == 0 {
			return true
		}
		k := d.Tokens[token-1].Kind
		return k == Open || k == Dash
	}
	return false
}

// elision tells ‘90s and ‘em from a quote.
func (d *Doc) elision(token int32) bool {
	if int(token)+1 >= len(d.Tokens) {
		return true
	}
	next := &d.Tokens[token+1]
	word := d.Text[next.Start:next.End]
	return next.Kind == Number || next.Is(Digits) && word[len(word)-1] == 's' || word == "em" || word == "til" || word == "cause"
}

func (d *Doc) letterBefore(token int32) bool {
	at := int(d.Tokens[token].Start)
	r, _ := utf8.DecodeLastRuneInString(d.Text[:at])
	return at > 0 && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

func (d *Doc) digitBefore(token int32) bool {
	at := d.Tokens[token].Start
	return at > 0 && classes[d.Text[at-1]] == digit
}

func (d *Doc) spaceAfter(token int32) bool {
	at := int(d.Tokens[token].End)
	if at >= len(d.Text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.Text[at:])
	return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F
}

func (d *Doc) stray(token int32, mark rune, paragraph int32) {
	if mark == '’' || mark == '‘' {
		return // an apostrophe
	}
	d.Strays = append(d.Strays, Stray{At: d.Tokens[token].Start, Mark: mark, Paragraph: paragraph})
}

// quote notes a quote from its opening mark to last, where the mark that closes stands or the text ends.
func (d *Doc) quote(open, last, past int32, mark rune, paragraph int32, unclosed bool) {
	number := int32(len(d.Quotes))
	if n := len(d.Quotes); n > 0 && n == cap(d.Quotes) { // as many as there will be if the text goes on as up to here
		d.Quotes = slices.Grow(d.Quotes, min(n*(len(d.Tokens)-int(open))/int(open)+n/8+1, MostStatements))
	}
	for t := open; t < past; t++ {
		d.Tokens[t].Quote = number
	}
	q := Quote{
		OuterStart: d.Tokens[open].Start, Start: d.Tokens[open].End, OuterEnd: d.Tokens[past-1].End,
		FirstToken: open, LastToken: past, InnerFirst: open + 1, InnerLast: last,
		Paragraph: paragraph, Continues: -1, Unclosed: unclosed, Mark: mark, Verbatim: mark != Doubled || d.doubled,
		Single: mark == '‘' || mark == '‚',
	}
	q.End = q.OuterEnd
	if !unclosed {
		q.End = d.Tokens[last].Start
	}
	for q.Start < q.End {
		r, size := utf8.DecodeRuneInString(d.Text[q.Start:q.End])
		if !unicode.IsSpace(r) {
			break
		}
		q.Start += int32(size)
	}
	for q.Start < q.End {
		r, size := utf8.DecodeLastRuneInString(d.Text[q.Start:q.End])
		if !unicode.IsSpace(r) {
			q.LastRune = r
			break
		}
		q.End -= int32(size)
	}
	d.Quotes = append(d.Quotes, q)
}
