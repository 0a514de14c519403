package markdown

import "bytes"

// maxTag is how long a tag within a text may be.
const maxTag = 2000

// angle takes an address in < >, a tag or a comment; of the address its text stays, of the others nothing but a blank
// for <br>.
func (p *inliner) angle(i int, htmlOnly bool) int {
	rest := p.text[i:]
	if !htmlOnly {
		if end := addressEnd(rest); end > 0 {
			p.cut(i, i+1)
			p.cut(i+end, i+end+1)
			return i + end + 1
		}
	}
	var end int
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		end = p.comment(i)
	default:
		end = tagEnd(rest)
	}
	if end == 0 {
		return i + 1
	}
	with := ""
	if name, _, _ := tagName(rest[:min(len(rest), 12)]); name == "br" || htmlOnly && blockTag(name) {
		with = " "
	}
	p.replace(i, i+end, with)
	return i + end
}

// comment answers the length of a comment; that none ends is found out once.
func (p *inliner) comment(i int) int {
	if p.noEnd > 0 && i >= p.noEnd {
		return 0
	}
	at := bytes.Index(p.text[i+4:], []byte("-->"))
	if at < 0 {
		p.noEnd = i
		if i == 0 {
			p.noEnd = 1
		}
		return 0
	}
	return 4 + at + 3
}

// addressEnd answers where the > of "<scheme:address>" or "<name@host>" stands; 0: it is neither.
func addressEnd(text []byte) int {
	colon, at := 0, 0
	for i := 1; i < len(text) && i < maxDest; i++ {
		switch c := text[i]; {
		case c == '>':
			if colon > 2 || colon == 0 && at > 1 && i > at+1 {
				return i
			}
			return 0
		case c <= ' ' || c == '<':
			return 0
		case c == ':' && colon == 0 && at == 0:
			colon = i
		case c == '@' && at == 0:
			at = i
		case colon == 0 && at == 0 && !isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.' && c != '_':
			return 0
		}
	}
	return 0
}

// tagEnd answers the length of a tag; 0: it is none.
func tagEnd(text []byte) int {
	text = text[:min(len(text), maxTag)]
	name, rest, _ := tagName(text)
	if name == "" || len(rest) == 0 || !isSpace(rest[0]) && rest[0] != '>' && rest[0] != '/' {
		return 0
	}
	quote := byte(0)
	for i, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return len(text) - len(rest) + i + 1
		case c == '<' || c == '`':
			return 0
		}
	}
	return 0
}
