package markdown

import "bytes"

// HTML on the outermost level, which Markdown leaves alone. The rules: <script>, <pre>, <style> and <textarea>,
// comments, <?, <!A and <![CDATA[ run to their end over blank lines; the tags of blocks, and any whole tag alone on its
// line, run to the next blank line.

// An htmlKind tells how a piece of HTML ends.
type htmlKind uint8

const (
	notHTML htmlKind = iota
	htmlRaw
	htmlComment
	htmlInstruction
	htmlDeclaration
	htmlData
	htmlBlock
	htmlTag
)

func (k htmlKind) overBlankLines() bool { return k != notHTML && k < htmlBlock }

func (k htmlKind) endsIn(text []byte) bool {
	switch k {
	case htmlRaw:
		text = bytes.ToLower(text)
		return bytes.Contains(text, []byte("</script>")) || bytes.Contains(text, []byte("</pre>")) ||
			bytes.Contains(text, []byte("</style>")) || bytes.Contains(text, []byte("</textarea>"))
	case htmlComment:
		return bytes.Contains(text, []byte("-->"))
	case htmlInstruction:
		return bytes.Contains(text, []byte("?>"))
	case htmlDeclaration:
		return bytes.IndexByte(text, '>') >= 0
	}
	return bytes.Contains(text, []byte("]]>"))
}

// htmlOf tells what a line that begins with < opens.
func htmlOf(text []byte) htmlKind {
	switch {
	case bytes.HasPrefix(text, []byte("<!--")):
		return htmlComment
	case bytes.HasPrefix(text, []byte("<?")):
		return htmlInstruction
	case bytes.HasPrefix(text, []byte("<![CDATA[")):
		return htmlData
	case len(text) > 2 && text[1] == '!' && 'A' <= text[2] && text[2] <= 'Z':
		return htmlDeclaration
	}
	name, rest, closing := tagName(text)
	if name == "" {
		return notHTML
	}
	ends := len(rest) == 0 || isSpace(rest[0]) || rest[0] == '>' || bytes.HasPrefix(rest, []byte("/>"))
	switch {
	case !ends:
		return notHTML
	case rawTag(name):
		if closing {
			return notHTML
		}
		return htmlRaw
	case blockTag(name) && (len(rest) == 0 || rest[0] != '\t'):
		return htmlBlock
	case wholeTag(rest, closing):
		return htmlTag
	}
	return notHTML
}

func tagName(text []byte) (name string, rest []byte, closing bool) {
	i := 1
	if i < len(text) && text[i] == '/' {
		closing = true
		i++
	}
	from := i
	for i < len(text) && (isLetter(text[i]) || i > from && (isDigit(text[i]) || text[i] == '-')) {
		i++
	}
	return string(bytes.ToLower(text[from:i])), text[i:], closing
}

// wholeTag tells that a tag ends, quotes and all, at the end of its line.
func wholeTag(rest []byte, closing bool) bool {
	rest = trim(rest)
	if len(rest) == 0 || rest[len(rest)-1] != '>' {
		return false
	}
	quote := byte(0)
	for _, c := range rest[:len(rest)-1] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<' || c == '>' || c == '`' || closing && !isSpace(c):
			return false
		}
	}
	return quote == 0
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func rawTag(name string) bool {
	return name == "script" || name == "pre" || name == "style" || name == "textarea"
}

func blockTag(name string) bool {
	switch name {
	case "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
		"dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
		"frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
		"main", "menu", "menuitem", "meta", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search",
		"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul":
		return true
	}
	return false
}
