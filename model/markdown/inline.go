package markdown

import (
	"bytes"
	"html"
	"strings"
)

// Running text without its marks. CommonMark's rules with strikethrough, "[[Name|shown]]" and "[^note]"; every
// construct is found in time linear to the text, or bounded by a limit, for extraction reads every byte of every file.
//
// The text is not rewritten but edited: a list of edits in the order of the text says which bytes fall away or are
// replaced. What lies between them is verbatim. HTML tags fall away. Limits: beyond 1,000 marks of emphasis or 1,000
// brackets in one paragraph, further ones are text; beyond 65,536 edits the paragraph is read as it stands.

// An edit takes away what stands from From to To, or some of it, or puts another text there.
type edit struct {
	from, to    int
	with        string
	left, right int  // of a run of emphasis: how many bytes fall away at either end
	on          bool // it applies; brackets and emphasis are found before it is known whether they are any
}

// An inliner reads one text after the other; it keeps its buffers.
type inliner struct {
	src    []byte
	doc    string            // the same bytes
	labels map[string]string // of link definitions
	nodes  int               // of the document
	draft  bool              // brackets are drafting brackets: no "[[Name]]"

	text     []byte    // what is read: a piece of src, or lines put together
	base     int       // where text lies in src, if lines is nil
	lines    []segment // where the lines of text lie in src
	starts   []int     // where they lie in text
	edits    []edit
	delims   []delim
	brackets []bracket
	ticks    map[int][]int // where runs of backticks of a length begin
	ticked   bool
	noEnd    int // no "-->" from here on; 0: not known

	joined  []byte
	put     []byte
	written []Run
	runs    []Run // what is free of the current piece of memory for runs
	spent   int   // runs so far
	found   *Document
}

// special are the bytes at which something may happen.
var special = [256]bool{
	'\n': true, '\\': true, '`': true, '*': true, '_': true, '~': true, '[': true, ']': true, '<': true, '&': true, '!': true, '#': true,
}

// read answers the text of some lines of the source.
func (p *inliner) read(lines []segment, htmlOnly bool) Text {
	for len(lines) > 0 && lines[0].start == lines[0].end {
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return Text{}
	}
	p.take(lines)
	p.edits, p.delims, p.brackets = p.edits[:0], p.delims[:0], p.brackets[:0]
	p.ticked, p.noEnd = false, 0
	if len(lines) > maxEdits || p.spent > maxRuns {
		return p.plain(lines)
	}
	for i := 0; ; {
		for text := p.text; i < len(text) && !special[text[i]]; {
			i++
		}
		if i == len(p.text) {
			break
		}
		if i = p.step(i, htmlOnly); len(p.edits) > maxEdits {
			return p.plain(lines)
		}
	}
	p.emphasis(0)
	return p.build()
}

const (
	maxEdits = 1 << 16 // in one text
	maxRuns  = 1 << 19 // in one document
	maxLinks = 10000   // links, tags and notes of each sort that are kept
)

// plain answers a text as it stands, marks and all, for it is beyond the limits.
func (p *inliner) plain(lines []segment) Text {
	p.lines, p.base = nil, int(lines[0].start)
	w := runWriter{p: p, runs: p.written[:0]}
	w.verbatim(0, int(lines[len(lines)-1].end)-p.base)
	return w.text()
}

// keepLink keeps a link; beyond the limit the text is read all the same.
func keepLink(list *[]Link, l Link) {
	if len(*list) < maxLinks {
		*list = append(*list, l)
	}
}

// take makes the lines one text. They are one already unless marks of quotes or items stand between them.
func (p *inliner) take(lines []segment) {
	first, last := lines[0], lines[len(lines)-1]
	end := int(last.end)
	for end > int(last.start) && isSpace(p.src[end-1]) {
		end--
	}
	p.text, p.base, p.lines = p.src[first.start:end], int(first.start), nil
	for i := 1; i < len(lines); i++ {
		if !isBlank(p.src[lines[i-1].end:lines[i].start]) {
			p.put, p.starts = p.put[:0], p.starts[:0]
			for k, l := range lines {
				if k > 0 {
					p.put = append(p.put, '\n')
				}
				p.starts = append(p.starts, len(p.put))
				if k == len(lines)-1 {
					l.end = int32(end)
				}
				p.put = append(p.put, p.src[l.start:l.end]...)
			}
			p.text, p.lines = p.put, lines
			return
		}
	}
}

// step handles what stands at i and answers where to go on.
func (p *inliner) step(i int, htmlOnly bool) int {
	switch c := p.text[i]; {
	case c == '\n':
		return p.lineBreak(i)
	case c == '&':
		return p.entity(i)
	case c == '<':
		return p.angle(i, htmlOnly)
	case htmlOnly:
		return i + 1
	case c == '\\':
		if i+1 < len(p.text) && isPunct(p.text[i+1]) {
			p.cut(i, i+1)
			return i + 2
		}
		return i + 1
	case c == '`':
		return p.code(i)
	case c == '*' || c == '_' || c == '~':
		return p.delimiter(i)
	case c == '[':
		return p.open(i, 1)
	case c == ']':
		return p.close(i)
	case c == '!' && i+1 < len(p.text) && p.text[i+1] == '[':
		return p.open(i, 2)
	case c == '#':
		return p.tag(i)
	}
	return i + 1
}

func (p *inliner) cut(from, to int) { p.edits = append(p.edits, edit{from: from, to: to, on: true}) }

func (p *inliner) replace(from, to int, with string) {
	p.edits = append(p.edits, edit{from: from, to: to, with: with, on: true})
}

// lineBreak makes a line end, hard or soft, and the blanks round it one blank.
func (p *inliner) lineBreak(i int) int {
	from, to := i, i+1
	if i > 0 && p.text[i-1] == '\\' && !p.escaped(i-1) {
		from--
	}
	for from > 0 && (p.text[from-1] == ' ' || p.text[from-1] == '\t') {
		from--
	}
	for to < len(p.text) && isSpace(p.text[to]) {
		to++
	}
	if n := len(p.edits); n > 0 && p.edits[n-1].to > from {
		from = p.edits[n-1].to
	}
	p.replace(from, to, " ")
	return to
}

// escaped tells whether the backslash at i stands behind another one that makes it text.
func (p *inliner) escaped(i int) bool {
	n := len(p.edits)
	return n > 0 && p.edits[n-1].to == i && p.edits[n-1].from == i-1 && p.text[i-1] == '\\'
}

// longestEntity is the longest name of HTML 5, with & and ;.
const longestEntity = 33

func (p *inliner) entity(i int) int {
	end := i + 1
	for end < len(p.text) && end-i < longestEntity && (isLetter(p.text[end]) || isDigit(p.text[end]) || p.text[end] == '#') {
		end++
	}
	if end == i+1 || end == len(p.text) || p.text[end] != ';' {
		return i + 1
	}
	name := string(p.text[i : end+1])
	decoded := html.UnescapeString(name)
	if decoded == name || strings.HasSuffix(decoded, ";") && decoded != ";" {
		return i + 1 // unknown, or only the front of it is a name
	}
	p.replace(i, end+1, strings.ReplaceAll(decoded, "\x00", "\uFFFD"))
	return end + 1
}

// code takes the backticks off a span of code; without a second run of the same length they are text.
func (p *inliner) code(i int) int {
	n := run(p.text[i:])
	end := p.nextTicks(i+n, n)
	if end < 0 {
		return i + n
	}
	from, to := i+n, end
	if inner := p.text[from:to]; len(inner) > 2 && padded(inner) && !isBlank(inner) {
		from, to = from+1, to-1
	}
	p.cut(i, from)
	for k := from; k < to; {
		at := bytes.IndexByte(p.text[k:to], '\n')
		if at < 0 {
			break
		}
		p.replace(k+at, k+at+1, " ")
		k += at + 1
	}
	p.cut(to, end+n)
	return end + n
}

func padded(code []byte) bool { return isSpace(code[0]) && isSpace(code[len(code)-1]) }

// nextTicks finds the next run of exactly n backticks; all runs are listed once a text.
func (p *inliner) nextTicks(from, n int) int {
	if !p.ticked {
		p.ticked = true
		p.ticks = map[int][]int{}
		for i := from; i < len(p.text); {
			at := bytes.IndexByte(p.text[i:], '`')
			if at < 0 {
				break
			}
			i += at
			length := run(p.text[i:])
			p.ticks[length] = append(p.ticks[length], i)
			i += length
		}
	}
	list := p.ticks[n]
	for len(list) > 0 && list[0] < from {
		list = list[1:]
	}
	p.ticks[n] = list
	if len(list) == 0 {
		return -1
	}
	return list[0]
}

// tag notes "#tag"; it stays in the text.
func (p *inliner) tag(i int) int {
	if i > 0 && !isSpace(p.text[i-1]) && p.text[i-1] != '(' {
		return i + 1
	}
	end, letters := i+1, false
	for end < len(p.text) && (isLetter(p.text[end]) || isDigit(p.text[end]) || p.text[end] >= 0x80 || p.text[end] == '-' || p.text[end] == '_' || p.text[end] == '/') {
		letters = letters || isLetter(p.text[end]) || p.text[end] >= 0x80
		end++
	}
	if letters {
		keepLink(&p.found.Tags, Link{Start: p.source(i), End: p.source(end-1) + 1, Target: string(p.text[i+1 : end])})
	}
	return max(end, i+1)
}

// isPunct tells the ASCII punctuation that a backslash makes text.
func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c)
}
