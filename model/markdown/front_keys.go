package markdown

import (
	"strings"

	"parley/model"
)

// The keys of a head and what they are called elsewhere. Case does not count, nor whether words are joined by - or _.
var keyNames = map[string]string{
	"title": "title", "subject": "title", "subj": "title", "betreff": "title", "objet": "title",
	"date": "date", "created": "created", "published": "published", "dtg": "dtg", "sent": "published",
	"tracks": "tracks", "track": "tracks", "topics": "tracks",
	"tags": "tags", "keywords": "tags",
	"source": "source", "outlet": "source", "publication": "source", "from": "source",
	"author": "author", "byline": "author", "drafter": "author", "drafted-by": "author", "authors": "author",
	"url": "url", "link": "url", "ref": "ref", "refs": "ref", "reference": "ref", "id": "ref",
	"type": "type", "lang": "lang", "language": "lang",
	"marking": "marking", "classification": "marking",
	"reliability": "reliability",
	"marks":       "marks",
	"actors":      "actors", "parties": "actors", "participants": "actors",
	"place": "place", "event": "event", "version": "version", "supersedes": "supersedes",
	"summary": "summary",
}

// dateKeys in the order in which they count.
var dateKeys = [...]string{"date", "dtg", "published", "created"}

func normalKey(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(key)), "_", "-"), " ", "-")
}

// apply gives each key its meaning.
func (f *Front) apply(entries []entry) {
	if len(entries) > maxKeys {
		f.problem(entries[maxKeys].line, 0, "more than 256 keys", "the rest of the keys was not read")
		entries = entries[:maxKeys]
	}
	seen := map[string]bool{}
	dates := map[string]entry{}
	for _, e := range entries {
		key := normalKey(e.key)
		name := keyNames[key]
		switch {
		case name == "", name != key && seen[name]:
			f.field(e)
			continue
		case seen[name]:
			f.problem(e.line, e.column, "“"+e.key+"” stands there twice", "the first one counts")
			f.field(e)
			continue
		}
		seen[name] = true
		switch name {
		case "date", "dtg", "published", "created":
			dates[name] = e
		default:
			f.set(name, e)
		}
	}
	f.dates(dates)
}

func (f *Front) field(e entry) {
	f.Fields = append(f.Fields, model.Field{Key: e.key, Value: e.value.flat()})
}

func (f *Front) set(name string, e entry) {
	text := e.value.flat()
	switch name {
	case "title":
		f.Title = text
	case "tracks":
		f.Tracks = e.value.words()
	case "tags":
		for _, t := range e.value.words() {
			f.Tags = append(f.Tags, strings.TrimLeft(t, "#"))
		}
	case "source":
		f.Source = text
	case "author":
		f.Author = text
	case "url":
		f.URL = text
	case "ref":
		f.Ref = text
	case "type":
		f.Type = strings.ToLower(text)
	case "lang":
		f.Lang = strings.ReplaceAll(text, "_", "-")
	case "marks":
		f.Marks = f.marks(e, text)
	case "marking":
		f.Marking = text
	case "reliability":
		f.Reliability = f.reliability(e, text)
	case "actors":
		f.Actors = listed(e.value)
	case "place":
		f.Place = text
	case "event":
		f.Event = text
	case "version":
		f.Version = text
	case "supersedes":
		f.Supersedes = text
	case "summary":
		f.Summary = text
	}
}

// marks has one value with a meaning.
func (f *Front) marks(e entry, text string) string {
	s := strings.ToLower(strings.TrimSpace(text))
	if s != "doubled" {
		f.problem(e.line, e.column, "marks “"+text+"” is not known; “doubled” reads two apostrophes in a row as a quotation mark", "left out")
		return ""
	}
	return s
}

// reliability is a letter of the source and a number of what it says: B2. Either may stand alone.
func (f *Front) reliability(e entry, text string) string {
	s := strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "/", "").Replace(text))
	letter := len(s) > 0 && s[0] >= 'A' && s[0] <= 'F'
	rest := s
	if letter {
		rest = s[1:]
	}
	if s != "" && (rest == "" || len(rest) == 1 && rest[0] >= '1' && rest[0] <= '6') {
		return s
	}
	f.problem(e.line, e.column, "reliability “"+text+"” is not a letter A to F and a number 1 to 6", "shown as it stands")
	return text
}

// dates takes the first key that has a date; the others are kept as fields.
func (f *Front) dates(found map[string]entry) {
	for _, name := range dateKeys {
		e, ok := found[name]
		if !ok {
			continue
		}
		if f.Date != "" {
			f.field(e)
			continue
		}
		text := e.value.flat()
		d, ambiguous, ok := ParseDate(text, f.Lang)
		switch {
		case text == "":
		case !ok:
			f.problem(e.line, e.column, e.key+" “"+text+"” is not a date", "shown without a date")
			f.field(e)
		default:
			f.Date, f.DateFrom = d, e.key
			if ambiguous {
				f.problem(e.line, e.column, e.key+" “"+text+"” can be read in two ways", "read as "+d.Long()+"; write "+string(d)+" or set lang: en-US")
			}
		}
	}
}

// listed reads the actors of a head: names, "Name (Party), role", or tables with code, party, role and aliases.
func listed(v value) []Listed {
	var out []Listed
	switch {
	case v.table != nil:
		for _, e := range v.table {
			out = append(out, listedTable(e.key, e.line, e.value))
		}
	case v.list != nil:
		for _, x := range v.list {
			switch {
			case len(x.table) == 1 && x.table[0].value.table != nil:
				out = append(out, listedTable(x.table[0].key, x.line, x.table[0].value))
			case x.table != nil:
				out = append(out, listedTable("", x.line, x))
			default:
				out = append(out, listedLine(x.flat(), x.line))
			}
		}
	default:
		for _, name := range v.words() {
			out = append(out, listedLine(name, v.line))
		}
	}
	return out
}

func listedTable(name string, line int, v value) Listed {
	l := Listed{Name: name, Line: line}
	if v.table == nil { // name: role
		l.Role = v.flat()
		return l
	}
	for _, e := range v.table {
		text := e.value.flat()
		switch normalKey(e.key) {
		case "name":
			l.Name = text
		case "code":
			l.Code = text
		case "party":
			l.Party = text
		case "role", "title":
			l.Role = text
		case "aliases", "alias":
			l.Aliases = e.value.words()
		}
	}
	return l
}

// listedLine reads "Name (Party), role".
func listedLine(s string, line int) Listed {
	l := Listed{Name: strings.TrimSpace(s), Line: line}
	rest := ""
	if open := strings.IndexByte(s, '('); open > 0 {
		if end := strings.IndexByte(s[open:], ')'); end > 0 {
			l.Name, l.Party, rest = strings.TrimSpace(s[:open]), strings.TrimSpace(s[open+1:open+end]), s[open+end+1:]
		}
	} else if name, role, ok := strings.Cut(s, ","); ok {
		l.Name, rest = strings.TrimSpace(name), role
	}
	l.Role = strings.Trim(rest, " ,")
	return l
}
