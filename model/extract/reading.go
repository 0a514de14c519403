package extract

import (
	"hash/fnv"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/extract/actor"
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
	spoke        map[int32]int        // who speaks, by the number of the mention
	actorIDs     []string             // beside the actors of cast
	byID         map[string]int
	last         proposers
	ids          map[string]int // how often an ID was given
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
	h := fnv.New64a()
	var place [17]byte
	place[0] = kind
	for i := range 8 {
		place[1+i], place[9+i] = byte(s.Start>>(8*i)), byte(s.End>>(8*i))
	}
	_, _ = h.Write([]byte(s.File)) // a hash never fails
	_, _ = h.Write(place[:])
	_, _ = h.Write([]byte(words))
	id := string(kind) + strconv.FormatUint(h.Sum64()&(1<<50-1), 36)
	r.ids[id]++
	if n := r.ids[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
