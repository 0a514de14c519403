package markdown

import (
	"bytes"
	"strings"
)

// YAML as heads have it: "key: word", "key: [a, b]", and a list of "- word" below a key. Of the rest of YAML, whatever
// is found is read by a real parser; this reader is for the nine heads in ten that need none, and stands in, line by
// line, where the real one gives up.

// plainYAML reads a head of such lines alone; ok is false where a line is of another form. With lenient, such lines are
// left out.
func plainYAML(body []byte, lenient bool) (entries []entry, ok bool) {
	number := 1
	for len(body) > 0 {
		l := firstLine(body)
		body = body[len(l):]
		number++
		text := trimRight(l)
		if t := trim(text); len(t) == 0 || t[0] == '#' {
			continue
		}
		if item, isItem := yamlItem(text); isItem && len(entries) > 0 && entries[len(entries)-1].value.text == "" {
			last := &entries[len(entries)-1].value
			v, ok := yamlScalar(item, true)
			if !ok && !lenient {
				return nil, false
			}
			v.line = number
			last.list = append(last.list, v)
			continue
		}
		key, rest, isKey := keyLine(text)
		if !isKey {
			if !lenient {
				return nil, false
			}
			continue
		}
		v, ok := yamlScalar(rest, false)
		if !ok && !lenient {
			return nil, false
		}
		if !ok {
			v = value{text: string(rest)}
		}
		v.line = number
		entries = append(entries, entry{key: key, line: number, column: len(text) - len(rest) + 1, value: v})
	}
	return entries, true
}

// keyLine reads "key: rest" at the front of a line.
func keyLine(l []byte) (key string, rest []byte, ok bool) {
	l = trimRight(l)
	at := bytes.IndexByte(l, ':')
	if at < 1 || at > 64 || at+1 < len(l) && !isSpace(l[at+1]) {
		return "", nil, false
	}
	for _, c := range l[:at] {
		if !isLetter(c) && !isDigit(c) && c != '-' && c != '_' && c < 0x80 && c != '.' {
			return "", nil, false
		}
	}
	return string(l[:at]), trim(l[at+1:]), true
}

// yamlItem reads "- word" with any indentation.
func yamlItem(l []byte) ([]byte, bool) {
	t := trim(l)
	if len(t) < 3 || t[0] != '-' || t[1] != ' ' {
		return nil, false
	}
	return trim(t[2:]), true
}

// yamlScalar reads what stands behind a key or the dash of an item.
func yamlScalar(t []byte, item bool) (value, bool) {
	if len(t) == 0 {
		return value{}, true
	}
	s := string(t)
	switch c := s[0]; {
	case c == '"' || c == '\'':
		inner := strings.TrimSuffix(s[1:], s[:1])
		if len(inner) != len(s)-2 || strings.ContainsAny(inner, "\"'\\") && (c == '"' || strings.ContainsRune(inner, '\'')) {
			return value{}, false
		}
		return value{text: inner}, true
	case c == '[':
		return yamlList(s)
	case strings.IndexByte("{}]&*!|>%@`,?#-:", c) >= 0 && !(c == '-' && len(s) > 1 && s[1] != ' '):
		return value{}, false
	case strings.Contains(s, " #") || strings.Contains(s, "\t#") || strings.Contains(s, ": ") || strings.HasSuffix(s, ":"):
		return value{}, false
	case s == "~" || s == "null" || s == "Null" || s == "NULL":
		return value{}, true
	}
	return value{text: s}, true
}

// yamlList reads "[a, b]" of plain words.
func yamlList(s string) (value, bool) {
	if s[len(s)-1] != ']' {
		return value{}, false
	}
	v := value{list: []value{}}
	inner := s[1 : len(s)-1]
	if strings.TrimSpace(inner) == "" {
		return v, true
	}
	for part := range strings.SplitSeq(inner, ",") {
		if strings.ContainsAny(part, "[]{}") {
			return value{}, false
		}
		x, ok := yamlScalar(trim([]byte(part)), true)
		if !ok || x.text == "" {
			return value{}, false
		}
		v.list = append(v.list, x)
	}
	return v, true
}

// yaml reads a head in YAML.
func (f *Front) yaml(body []byte) []entry {
	if entries, ok := plainYAML(body, false); ok {
		return entries
	}
	entries, ok := f.wholeYAML(body)
	if !ok {
		entries, _ = plainYAML(body, true)
	}
	return entries
}
