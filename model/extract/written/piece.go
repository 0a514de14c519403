package written

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// A piece is a stretch of a node's text that knows where it stands in the source.
type piece struct {
	t        *markdown.Text
	from, to int
}

func whole(t *markdown.Text) piece { return piece{t, 0, len(t.Plain())}.trim() }

func (p piece) String() string { return p.t.Plain()[p.from:p.to] }
func (p piece) empty() bool    { return p.from >= p.to }

func (p piece) span() model.Range {
	if p.empty() {
		at := p.t.At(p.from)
		return model.Range{Start: at, End: at}
	}
	return p.t.Span(p.from, p.to)
}

// clean answers the words as they may be shown.
func (p piece) clean() string {
	s, _ := text.Line(p.String())
	return strings.TrimSpace(s)
}

func (p piece) sub(from, to int) piece { return piece{p.t, p.from + from, p.from + to} }

func (p piece) trim() piece { return p.trimFunc(unicode.IsSpace) }

func (p piece) trimFunc(drop func(rune) bool) piece {
	s := p.String()
	p.from += len(s) - len(strings.TrimLeftFunc(s, drop))
	p.to = p.from + len(strings.TrimFunc(s, drop))
	return p
}

// cut parts the piece at the first separator; ok tells whether there is one.
func (p piece) cut(separator string) (before, after piece, ok bool) {
	return p.cutAt(strings.Index(p.String(), separator), len(separator))
}

// cutLast parts it at the last.
func (p piece) cutLast(separator string) (before, after piece, ok bool) {
	return p.cutAt(strings.LastIndex(p.String(), separator), len(separator))
}

func (p piece) cutAt(i, length int) (before, after piece, ok bool) {
	if i < 0 {
		return p, piece{p.t, p.to, p.to}, false
	}
	return p.sub(0, i).trim(), piece{p.t, p.from + i + length, p.to}.trim(), true
}

// cutDash parts the piece at the first dash between blanks.
func (p piece) cutDash() (before, after piece, ok bool) {
	best, length := -1, 0
	for _, dash := range []string{" — ", " – ", " ― ", " -- ", " - "} {
		if i := strings.Index(p.String(), dash); i >= 0 && (best < 0 || i < best) {
			best, length = i, len(dash)
		}
	}
	return p.cutAt(best, length)
}

// parts are what stands between separators, trimmed, nothing empty among them.
func (p piece) parts(separators string) []piece {
	var list []piece
	from := 0
	s := p.String()
	for i, r := range s + separators[:1] {
		if i < len(s) && !strings.ContainsRune(separators, r) {
			continue
		}
		if one := p.sub(from, min(i, len(s))).trim(); !one.empty() {
			list = append(list, one)
		}
		from = min(i+utf8.RuneLen(r), len(s))
		if i >= len(s) {
			break
		}
	}
	return list
}

// partners are the marks of quotation that close an opening one.
var partners = map[rune]string{
	'“': "”", '"': `"`, '„': "“”", '«': "»", '»': "«", '‘': "’", '‚': "‘’", '‹': "›", '「': "」", '『': "』",
}

// unquoted takes off marks of quotation that stand round the whole piece, and tells whether they did.
func (p piece) unquoted() (piece, bool) {
	s := p.String()
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	closers := partners[first]
	if closers == "" || len(s) <= n+m || !strings.ContainsRune(closers, last) {
		return p, false
	}
	inner := s[n : len(s)-m]
	if strings.ContainsAny(inner, closers) && first != '‘' || strings.ContainsRune(inner, first) {
		return p, false
	}
	return p.sub(n, len(s)-m).trim(), true
}

// unpaired takes off a mark that opens at the beginning and is closed in another paragraph, and one that closes there.
func (p piece) unpaired() piece {
	s := p.String()
	first, n := utf8.DecodeRuneInString(s)
	if closers := partners[first]; closers != "" && first != '‘' && !strings.ContainsAny(s[n:], closers) {
		p = p.sub(n, len(s)).trim()
		s = p.String()
	}
	last, m := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("”\"»」』", last) && !strings.ContainsAny(s[:len(s)-m], "“„«»\"「『") {
		p = p.sub(0, len(s)-m).trim()
	}
	return p
}

// quoted answers the pieces between double marks of quotation.
func (p piece) quoted() []piece {
	var list []piece
	s := p.String()
	for at := 0; at < len(s); {
		r, n := utf8.DecodeRuneInString(s[at:])
		closers := partners[r]
		if closers == "" || r == '‘' || r == '‚' || r == '‹' || r == '»' {
			at += n
			continue
		}
		end := strings.IndexAny(s[at+n:], closers)
		if end < 0 {
			return list
		}
		if one := p.sub(at+n, at+n+end).trim(); !one.empty() {
			list = append(list, one)
		}
		_, m := utf8.DecodeRuneInString(s[at+n+end:])
		at += n + end + m
	}
	return list
}
