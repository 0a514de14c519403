package search

import (
	"bytes"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"parley/model"
)

// A Scan holds quotes laid out to be searched in one pass: their words in runs of bytes, and of everything that a field
// can ask for only the distinct values, each of which is judged once a query.
//
// It is right for some ten thousand quotes and bearable for a million. Callers use Add, Hits and Within and nothing
// else, so that an index can stand in its place. The zero Scan is empty and ready. Adding is for one goroutine, asking
// for any number once adding is over.
type Scan struct {
	runs    []*run
	columns [columns]column
	n       int
}

// A run is the words of up to 4,096 quotes. Runs are shared out among the processors.
type run struct {
	from   int // number of the first quote
	words  []byte
	end    []uint32 // where in words each quote ends
	letter []uint64 // with which letters its words begin: one letter typed is answered from here
}

const runLength = 4096

// A column keeps one aspect of every quote as the number of a distinct value.
type column struct {
	of     []uint32
	known  map[string]uint32
	values []subject // of each distinct value a subject that has this aspect alone
}

// The aspects of which fields ask.
const (
	byWho = iota
	byVia
	byAbout
	byTrack
	byDate
	byMarks // grade, stance, kind
	byBriefing
	columns
)

// Add takes a quote; b must not change afterwards. Quotes are numbered from 0 in the order they come.
func (s *Scan) Add(q *model.Quote, b *model.Briefing) {
	if s.n%runLength == 0 {
		s.runs = append(s.runs, &run{from: s.n})
	}
	s.runs[len(s.runs)-1].add(q.Text)
	all := quoteSubject(q, b)
	key := make([]byte, 0, 128)
	for i := range s.columns {
		one := aspect(i, &all)
		key = one.key(key[:0])
		s.columns[i].add(key, one)
	}
	s.n++
}

// Len answers how many quotes were added.
func (s *Scan) Len() int { return s.n }

func (r *run) add(text string) {
	from := len(r.words)
	r.words = append(appendNormal(r.words, folded(text), nil), '\n')
	r.end = append(r.end, uint32(len(r.words)))
	var letters uint64
	for w := r.words[from:]; ; {
		i := bytes.IndexByte(w, ' ')
		if i < 0 {
			break
		}
		letters |= letterBit(w[i+1:])
		w = w[i+1:]
	}
	r.letter = append(r.letter, letters)
}

// letterBit gives each Latin letter and digit a bit of its own; the others share.
func letterBit(w []byte) uint64 {
	r, _ := utf8.DecodeRune(w)
	switch {
	case r == '\n' || r == ' ' || r == utf8.RuneError:
		return 0
	case 'a' <= r && r <= 'z':
		return 1 << (r - 'a')
	case '0' <= r && r <= '9':
		return 1 << (26 + r - '0')
	}
	return 1 << (36 + r%28)
}

func aspect(i int, all *subject) subject {
	one := subject{statement: true, b: &noBriefing}
	switch i {
	case byWho:
		one.nobody, one.speakers = all.nobody, nil
		if len(all.speakers) > 0 {
			one.speakers = []*model.Mention{all.speakers[0]}
		}
	case byVia:
		one.via = all.via
	case byAbout:
		one.about = all.about
	case byTrack:
		one.tracks = all.tracks
	case byDate:
		one.date = all.date
	case byMarks:
		one.grade, one.stance, one.kind = all.grade, all.stance, all.kind
	case byBriefing:
		one.b = all.b
	}
	return one
}

func (s *subject) key(dst []byte) []byte {
	for _, m := range s.speakers {
		dst = append(append(append(append(append(dst, m.Name...), 0), m.Words...), 0), m.Party...)
	}
	for _, list := range [][]string{s.via, s.about, s.tracks} {
		for _, v := range list {
			dst = append(append(dst, v...), 0)
		}
	}
	for _, v := range []string{string(s.date), s.grade, s.stance, s.kind, s.b.File} {
		dst = append(append(dst, v...), 0)
	}
	if s.nobody {
		dst = append(dst, 1)
	}
	return dst
}

func (c *column) add(key []byte, one subject) {
	n, known := c.known[string(key)]
	if !known {
		if c.known == nil {
			c.known = map[string]uint32{}
		}
		n = uint32(len(c.values))
		c.known[string(key)] = n
		c.values = append(c.values, one)
	}
	c.of = append(c.of, n)
}

// Hits answers the numbers of the quotes that fit, in the order they were added.
func (s *Scan) Hits(f model.Filter) []int32 {
	p := s.plan(f)
	found := make([][]int32, len(s.runs))
	s.shareOut(func(i int) { found[i] = p.search(s.runs[i]) })
	return slices.Concat(found...)
}

// Within answers which of some hits fit, as when a query was narrowed by one more letter.
func (s *Scan) Within(hits []int32, f model.Filter) []int32 {
	p := s.plan(f)
	var kept []int32
	for _, n := range hits {
		if r := s.runs[int(n)/runLength]; p.keeps(r, int(n)-r.from, p.exact) {
			kept = append(kept, n)
		}
	}
	return kept
}

// shareOut calls do for every run, on as many processors as it is worth. A panic comes out where Hits was called.
func (s *Scan) shareOut(do func(run int)) {
	workers := min(runtime.GOMAXPROCS(0), (len(s.runs)+3)/4)
	var next atomic.Int64
	var failed atomic.Value
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					failed.Store(fault{r})
				}
			}()
			for i := int(next.Add(1)) - 1; i < len(s.runs); i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
	if f, ok := failed.Load().(fault); ok {
		panic(f.reason)
	}
}

type fault struct{ reason any }

// A plan is a filter with every distinct value of the scan judged.
type plan struct {
	scan   *Scan
	words  []wordTerm
	letter []uint64 // of each positive word: quotes without this bit cannot hold it
	absent []uint64 // of each excluded word likewise
	lead   int      // the positive word that is looked for first; -1: none
	exact  bool     // the bits alone answer the lead
	tests  []test
}

// A test is a field: one of the columns must say yes.
type test struct {
	columns []int
	yes     [][]bool
	not     bool
}

func (s *Scan) plan(f model.Filter) *plan {
	m := Compile(f)
	p := &plan{scan: s, words: m.words, letter: make([]uint64, len(m.words)), absent: make([]uint64, len(m.words)), lead: -1}
	for i, w := range m.words {
		bits := p.letter
		if w.not {
			bits = p.absent
		}
		if rest, ok := strings.CutPrefix(w.pattern.text, " "); ok {
			bits[i] = letterBit([]byte(rest))
		}
		if w.not {
			continue
		}
		if p.lead < 0 || len(w.pattern.text) > len(m.words[p.lead].pattern.text) {
			p.lead = i
		}
	}
	if p.lead >= 0 {
		t := m.words[p.lead].pattern.text
		p.exact = len(t) == 2 && t[0] == ' ' && t[1] < utf8.RuneSelf
	}
	for i := range m.fields {
		t := &m.fields[i]
		p.tests = append(p.tests, s.test(t.field.columns, t.not, t.fits))
	}
	if f.Track != "" {
		p.tests = append(p.tests, s.test([]int{byTrack}, false, func(v *subject) bool { return contains(v.tracks, f.Track) }))
	}
	if f.File != "" {
		p.tests = append(p.tests, s.test([]int{byBriefing}, false, func(v *subject) bool { return v.b.File == f.File }))
	}
	return p
}

func (s *Scan) test(columns []int, not bool, fits func(*subject) bool) test {
	t := test{columns: columns, not: not}
	for _, c := range columns {
		yes := make([]bool, len(s.columns[c].values))
		for i := range yes {
			yes[i] = fits(&s.columns[c].values[i])
		}
		t.yes = append(t.yes, yes)
	}
	return t
}

func (p *plan) search(r *run) []int32 {
	var hits []int32
	if p.lead < 0 || p.exact {
		for i := range r.end {
			if p.keeps(r, i, p.exact) {
				hits = append(hits, int32(r.from+i))
			}
		}
		return hits
	}
	lead := p.words[p.lead].pattern
	for at, i := 0, 0; ; {
		k := lead.index(r.words[at:])
		if k < 0 {
			return hits
		}
		at += k
		i = r.quoteAt(i, at)
		if p.keeps(r, i, true) {
			hits = append(hits, int32(r.from+i))
		}
		at = int(r.end[i])
	}
}

// quoteAt answers the quote that holds a byte, from a quote before it on. The next hit is mostly near.
func (r *run) quoteAt(i, at int) int {
	step := 1
	for i+step < len(r.end) && int(r.end[i+step]) <= at {
		i, step = i+step, step*2
	}
	return i + sort.Search(min(step, len(r.end)-i), func(j int) bool { return int(r.end[i+j]) > at })
}

// keeps judges one quote of a run: the cheap questions first. led tells that the lead is known to stand in it.
func (p *plan) keeps(r *run, i int, led bool) bool {
	for _, bit := range p.letter {
		if bit&^r.letter[i] != 0 {
			return false
		}
	}
	for j := range p.tests {
		if !p.tests[j].passes(p.scan, r.from+i) {
			return false
		}
	}
	start := 0
	if i > 0 {
		start = int(r.end[i-1])
	}
	for j, w := range p.words {
		if led && j == p.lead || w.not && p.absent[j]&^r.letter[i] != 0 {
			continue
		}
		if w.pattern.in(r.words[start:r.end[i]]) == w.not {
			return false
		}
	}
	return true
}

func (t *test) passes(s *Scan, n int) bool {
	for i, c := range t.columns {
		if t.yes[i][s.columns[c].of[n]] {
			return !t.not
		}
	}
	return t.not
}
