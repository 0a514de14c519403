package markdown

import (
	"slices"
	"sort"
)

// source leads from a byte of the text being read to the byte of the source.
func (p *inliner) source(i int) int {
	if p.lines == nil {
		return p.base + i
	}
	k := sort.SearchInts(p.starts, i+1) - 1
	return int(p.lines[k].start) + i - p.starts[k]
}

// build makes runs of what the edits leave.
func (p *inliner) build() Text {
	w := runWriter{p: p, runs: slices.Grow(p.written[:0], 2*len(p.edits)+1)}
	at := 0
	for i := range p.edits {
		e := &p.edits[i]
		switch {
		case !e.on:
			continue
		case e.left+e.right > 0:
			w.verbatim(at, e.from)
			w.verbatim(e.from+e.left, e.to-e.right)
		default:
			w.verbatim(at, e.from)
			w.decoded(e.from, e.to, e.with)
		}
		at = e.to
	}
	w.verbatim(at, len(p.text))
	return w.text()
}

// A runWriter gathers the runs of one text.
type runWriter struct {
	p    *inliner
	runs []Run
	size int
}

func (w *runWriter) verbatim(from, to int) {
	if from >= to {
		return
	}
	start := w.p.source(from)
	w.add(Run{Text: w.p.doc[start : start+to-from], Start: start, End: start + to - from, Verbatim: true})
}

func (w *runWriter) decoded(from, to int, with string) {
	if with != "" {
		w.add(Run{Text: with, Start: w.p.source(from), End: w.p.source(to-1) + 1})
	}
}

func (w *runWriter) add(r Run) {
	r.At = w.size
	w.size += len(r.Text)
	w.runs = append(w.runs, r)
}

// text joins the runs. They are kept in large pieces of memory that many texts share.
func (w *runWriter) text() Text {
	n := len(w.runs)
	w.p.written = w.runs
	w.p.spent += n
	if n == 0 {
		return Text{}
	}
	t := Text{Runs: w.p.keep(w.runs)}
	if n == 1 {
		t.joined = w.runs[0].Text
		return t
	}
	b := slices.Grow(w.p.joined[:0], w.size)
	for _, r := range w.runs {
		b = append(b, r.Text...)
	}
	w.p.joined = b
	t.joined = string(b)
	return t
}

// mostRuns is how many runs are allocated at once, where a document has as many nodes.
const mostRuns = 256

func (p *inliner) keep(runs []Run) []Run {
	n := len(runs)
	if n > mostRuns/4 {
		return append([]Run(nil), runs...)
	}
	if len(p.runs) < n {
		p.runs = make([]Run, max(n, min(p.nodes, mostRuns)))
	}
	kept := p.runs[:n:n]
	p.runs = p.runs[n:]
	copy(kept, runs)
	return kept
}
