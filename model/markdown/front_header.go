package markdown

import (
	"bytes"
	"strings"
)

// A cable or a mail begins with a header: lines "KEY: value" without any fence, ended by a blank line. A line that
// begins with a blank goes on with the line above. A marking may stand alone on the first line. At least two known keys
// are needed, so that a text whose first line is "Note: ..." has none.

// headerKeys are known at the head of cables and mails, with what they are in a head.
var headerKeys = map[string]string{
	"dtg": "dtg", "date": "date", "sent": "published", "from": "source", "fm": "source", "to": "to", "info": "info", "cc": "cc",
	"subject": "title", "subj": "title", "re": "title", "ref": "ref", "refs": "ref", "classification": "marking",
	"class": "marking", "marking": "marking", "tags": "tags", "precedence": "precedence", "priority": "precedence",
	"e.o": "e.o", "e.o. 12958": "e.o", "e.o. 13526": "e.o", "message-id": "message-id", "drafter": "author", "drafted by": "author",
	"author": "author", "type": "type", "lang": "lang", "reply-to": "reply-to", "place": "place", "event": "event",
	"distribution": "distribution", "declas": "declas", "track": "tracks", "tracks": "tracks", "summary": "summary", "title": "title",
	"source": "source", "version": "version", "supersedes": "supersedes", "reliability": "reliability", "url": "url",
}

const maxHeaderLines = 64

// header reads the header of a cable or mail.
func (f *Front) header(src []byte) {
	var entries []entry
	at, number, known := 0, 0, 0
	cable := false
	for at < len(src) && number < maxHeaderLines && at < maxFront {
		l := firstLine(src[at:])
		number++
		if isBlank(l) {
			if number == 1 {
				return
			}
			at += len(l)
			break
		}
		key, rest, ok := headerLine(l)
		switch {
		case ok:
			name := headerKeys[strings.ToLower(key)]
			if name != "" {
				known++
			}
			cable = cable || name == "dtg" || key == strings.ToUpper(key)
			entries = append(entries, entry{key: key, line: number, column: len(trimRight(l)) - len(rest) + 1, value: value{text: rest, line: number}})
		case (l[0] == ' ' || l[0] == '\t') && len(entries) > 0:
			last := &entries[len(entries)-1].value
			last.text += " " + string(trim(l))
		case number == 1 && marking(l):
			entries = append(entries, entry{key: "marking", line: 1, column: 1, value: value{text: string(trim(l)), line: 1}})
		default:
			number = maxHeaderLines
			continue
		}
		at += len(l)
	}
	if known < 2 {
		return
	}
	f.Format, f.End = "mail", at
	if cable {
		f.Format = "cable"
	}
	for i := range entries {
		if name := headerKeys[strings.ToLower(entries[i].key)]; name != "" && keyNames[name] != "" {
			entries[i].key = name
		}
	}
	f.apply(entries)
	if f.Type == "" && cable {
		f.Type = "cable"
	}
}

// headerLine reads "KEY: value".
func headerLine(l []byte) (key, rest string, ok bool) {
	at := bytes.IndexByte(l[:min(len(l), 32)], ':')
	if at < 2 {
		return "", "", false
	}
	for i, c := range l[:at] {
		if !isLetter(c) && !(i > 0 && (isDigit(c) || c == '-' || c == '.' || c == ' ')) {
			return "", "", false
		}
	}
	if words := strings.Fields(string(l[:at])); len(words) > 2 {
		return "", "", false
	}
	return string(l[:at]), string(trim(l[at+1:])), true
}

// marking tells a line that is a classification alone.
func marking(l []byte) bool {
	s := string(trim(l))
	word, _, _ := strings.Cut(s, "/")
	switch strings.TrimSpace(word) {
	case "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET", "RESTRICTED", "OFFICIAL", "OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE",
		"SENSITIVE", "SENSITIVE BUT UNCLASSIFIED", "LIMITED", "LIMITE", "INTERNAL", "PUBLIC", "NATO UNCLASSIFIED", "NATO RESTRICTED",
		"NATO CONFIDENTIAL", "NATO SECRET", "EU RESTRICTED", "RESTREINT UE", "VS-NUR FÜR DEN DIENSTGEBRAUCH", "EXERCISE":
		return true
	}
	return strings.HasPrefix(s, "TLP:")
}
