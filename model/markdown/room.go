package markdown

import "sync"

// A room is the memory that a text is parsed in. Its nodes go with the Document and come back with Release.
type room struct {
	nodes   []Node
	raws    []raw
	segs    []segment
	runs    []Run // of texts: see inliner.keep
	written []Run
	edits   []edit
}

// rooms keep the memory that texts were parsed in for the next one.
var rooms = sync.Pool{New: func() any { return new(room) }}

// roomy is how many nodes' memory is kept.
const roomy = 1 << 12

// Release gives the memory of a document that is done with to another. None of its nodes and runs may be used afterwards; their
// words may.
func (d *Document) Release() {
	r := d.room
	if r == nil || cap(r.nodes) > roomy || cap(r.segs) > 2*roomy || cap(r.edits) > roomy {
		return
	}
	clear(r.nodes)
	clear(r.runs)
	clear(r.written[:cap(r.written)])
	clear(r.edits[:cap(r.edits)])
	*d = Document{}
	rooms.Put(r)
}
