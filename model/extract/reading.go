package extract

import (
	"strconv"
	"strings"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/lexicon"
	"parley/model/extract/proposal"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
	"parley/model/extract/track"
	"parley/model/extract/written"
	"parley/model/markdown"
	"parley/model/text"
)

// A reading is one briefing while it is split.
type reading struct {
	file     string
	o        Options
	src      []byte
	starts   []int32 // of lines
	text     model.Text
	document markdown.Document
	marks    written.Marks
	lang     string
	blocks   []block // beside the paragraphs of doc
	doc      *prose.Doc
	cast     *actor.Cast
	tracks   *track.Table
	issues   []track.Hit

	speech       *speaker.Reading
	attributions []speaker.Attribution
	proposals    []proposal.Hit
	added        map[model.Range]bool // ranges of proposers that were made actors
	spoke        []int32              // who speaks, by the number of the mention, one more than the actor
	surnames     map[string]int       // the one person whose name ends so, by " " and the folded word; -1: nobody, or several
	actorIDs     []string             // beside the actors of cast
	byID         map[string]int
	last         proposers
	ids          map[uint64]int // how often an ID was given
	reasons      []reason
}

// problem notes what could not be taken as it stands.
func (r *reading) problem(line int, message, done string) {
	b := &r.text.Briefing
	b.Problems = append(b.Problems, model.Problem{File: r.file, Line: line, Message: message, Done: done})
}

// words answers a stretch of the prose as one clean line.
func (r *reading) words(start, end int) string {
	clean, _ := text.Line(r.doc.Text[start:end])
	return strings.TrimSpace(clean)
}

// id answers a short name for a statement, which stays while its words and its place do.
func (r *reading) id(kind byte, s model.Span, words string) string {
	h := lexicon.Byte(bytesHash(lexicon.Start, s.File), kind)
	for _, at := range [2]int{s.Start, s.End} {
		for i := range 8 {
			h = lexicon.Byte(h, byte(at>>(8*i)))
		}
	}
	h = bytesHash(h, words) & (1<<50 - 1)
	var room [32]byte
	id := strconv.AppendUint(append(room[:0], kind), h, 36)
	key := h<<8 | uint64(kind)
	n := r.ids[key] + 1
	if r.ids[key] = n; n > 1 {
		id = strconv.AppendInt(append(id, '-'), int64(n), 10)
	}
	return string(id)
}

// bytesHash goes on with the bytes of some words as they stand.
func bytesHash(h uint64, words string) uint64 {
	for i := range len(words) {
		h = lexicon.Byte(h, words[i])
	}
	return h
}
