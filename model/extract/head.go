package extract

import (
	"strings"

	"parley/model"
	"parley/model/text"
)

// head takes what the front matter says, and what stands in for what it does not say.
func (r *reading) head() {
	d, b := &r.document, &r.text.Briefing
	f := &d.Front
	r.text.Start, r.text.Omitted = d.Start, d.Omitted
	b.Title, b.NoTitle = clean(d.Title), d.NoTitle
	if b.Title == "" {
		b.Title, b.NoTitle = clean(r.file), true
	}
	b.Date = f.Date
	b.Source, b.Author, b.Type, b.Marking = clean(f.Source), clean(f.Author), f.Type, clean(f.Marking)
	b.Reliability, b.Place, b.Event, b.Version = clean(f.Reliability), clean(f.Place), clean(f.Event), clean(f.Version)
	b.Supersedes, b.Summary, b.URL, b.Ref = clean(f.Supersedes), clean(f.Summary), clean(f.URL), clean(f.Ref)
	b.Tracks, b.Tags = cleaned(f.Tracks), cleaned(f.Tags)
	for _, tag := range r.marks.Tags {
		b.Tags = addOnce(b.Tags, clean(tag))
	}
	for _, field := range f.Fields {
		b.Fields = append(b.Fields, model.Field{Key: clean(field.Key), Value: clean(field.Value)})
	}
	for _, p := range f.Problems {
		p.File = r.file
		b.Problems = append(b.Problems, p)
	}
	b.Hidden = text.Hidden(r.src)
	b.Lang = clean(f.Lang)
}

// tongue settles the language, of the front matter or told by the words.
func (r *reading) tongue() {
	r.lang = r.document.Front.Lang
	if r.lang == "" {
		r.lang = r.language()
	}
	r.text.Briefing.Lang = clean(r.lang)
	r.lang = strings.ToLower(r.lang)
}

// clean answers words of a head on one line, fit for the screen.
func clean(s string) string {
	line, _ := text.Line(s)
	return strings.TrimSpace(line)
}

func cleaned(all []string) []string {
	var out []string
	if len(all) <= fewWords {
		for _, s := range all {
			out = addOnce(out, clean(s))
		}
		return out
	}
	for _, s := range all {
		out = append(out, clean(s))
	}
	return addAll(nil, out, "")
}

// fewWords is how many words are gone through to find one.
const fewWords = 16

// addAll adds words as addOnce does, but for one, however many there are.
func addAll(to, words []string, but string) []string {
	if len(to)+len(words) <= fewWords {
		for _, s := range words {
			if s != but {
				to = addOnce(to, s)
			}
		}
		return to
	}
	have := make(map[string]bool, len(to)+len(words))
	for _, s := range to {
		have[s] = true
	}
	for _, s := range words {
		if s != "" && s != but && !have[s] {
			have[s] = true
			to = append(to, s)
		}
	}
	return to
}

// addOnce adds a word that is not empty and not there yet.
func addOnce(to []string, s string) []string {
	if s == "" {
		return to
	}
	for _, have := range to {
		if have == s {
			return to
		}
	}
	return append(to, s)
}
