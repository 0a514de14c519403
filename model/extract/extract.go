// Package extract splits a briefing into what its head says and the statements that stand in it: who proposes what, who
// said what, on which track, with which certainty, and where.
//
// Rules:
//   - What a person wrote (front matter, headings, callouts, tables) wins over what is found at the same place.
//   - Never more certain than the source: nobody named is nobody; second hand is said to be so; the outlet's own voice and
//     the analyst's comment are no party's statement.
//   - The same bytes give the same statements, whatever else is read and on however many cores.
//   - A fault in one briefing costs its statements, never its text and never another briefing.
package extract

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"parley/model"
	"parley/model/extract/track"
	"parley/model/text"
)

// Options say what a library adds to the tables that come with the program. The zero value adds nothing.
type Options struct {
	Aliases []Alias        // of .parley/actors.yaml
	Tracks  []track.Strand // of .parley/tracks.yaml
	Replace bool           // Tracks stand instead of the shipped ones
	Lang    string         // of briefings that do not tell and cannot be told, empty: English
	Doubled bool           // two apostrophes in a row are a quotation mark as any other
	Explain bool           // keep the candidates: see Explain
	Bare    bool           // the head and the text alone: nothing is looked for

	own *track.Table // of Tracks, made once: see With
}

// With answers the options with a library's own lists. Their table is made here, once for all briefings.
func (o Options) With(aliases []Alias, tracks []track.Strand, replace bool) Options {
	o.Aliases, o.Tracks, o.Replace, o.own = aliases, tracks, replace, nil
	if len(tracks) > 0 {
		o.own = track.NewTable(tracks, replace)
	}
	return o
}

// An Alias is an actor as a library's own list has it. What is empty is left to the sources.
type Alias struct {
	Name    string
	Kind    model.ActorKind
	Certain bool // Kind was written
	Party   string
	Role    string
	Code    string
	Names   []string // other names
}

// Briefing splits one briefing. It never panics: where it meets a fault of its own, the text is still there to be read.
func Briefing(file string, src text.Source, o Options) model.Text {
	t, _ := split(file, src, o)
	return t
}

// replacement stands for bytes of the file that are no text.
var replacement = []byte(string(utf8.RuneError))

// split does the work of Briefing and Explain.
func split(file string, src text.Source, o Options) (t model.Text, why []reason) {
	r := &reading{file: file, o: o, src: src.Text, added: map[model.Range]bool{}, last: proposers{sentence: -1}}
	r.text = model.Text{Body: src.Text}
	r.text.Briefing = model.Briefing{File: file}
	if src.Encoding != "" && (src.FileOffset(len(src.Text)) != len(src.Text) || bytes.Contains(src.Text, replacement)) {
		r.text.Offset = src.FileOffset
	}
	for _, notice := range src.Notices {
		r.problem(0, notice, "")
	}
	defer func() {
		if p := recover(); p != nil {
			t, why = r.plain(fmt.Sprint(p)), nil
		}
	}()
	r.parse()
	if o.Bare {
		r.doc.Release()
		r.document.Release()
		return r.text, nil
	}
	r.find()
	r.finish()
	r.release()
	return r.text, r.reasons
}

// release gives the room that the text was split in to the next one. After a fault nothing is given: who knows what holds it.
func (r *reading) release() {
	r.cast.Release()
	r.speech.Release()
	r.doc.Release()
	r.document.Release()
}

// plain answers the text without statements.
func (r *reading) plain(fault string) model.Text {
	t := r.text
	t.Quotes, t.Proposals, t.Actors, t.Days = nil, nil, nil, nil
	b := &t.Briefing
	b.Quotes, b.Proposals, b.Actors = 0, 0, 0
	b.Hidden = text.Hidden(r.src)
	if b.Title == "" {
		b.Title, b.NoTitle = r.file, true
	}
	b.Problems = append(b.Problems, model.Problem{
		File: r.file, Message: "could not be split into statements (" + fault + ")", Done: "shown as text only",
	})
	return t
}
