package cache

import (
	"encoding/binary"

	"parley/model/search"
)

// How a record is written: numbers seven bits a byte, strings with their length before them. A string that many records
// share (a name, a track, a date) stands once in the segment's table of strings, and the record has its number.
//
// A reader trusts the bytes: what is mapped was checked before it is handed out. Where they make no sense all the same it
// panics, and who asked recovers: see Library.

// A table is strings by number while a segment is made. Number 0 is the empty string.
type table struct{ texts search.Texts }

func newTable() *table {
	t := &table{}
	t.ref("")
	return t
}

func (t *table) ref(s string) uint32 {
	n, _ := t.texts.NumberOf(s)
	return uint32(n)
}

func (t *table) refOf(s []byte) uint32 {
	n, _ := t.texts.Number(s)
	return uint32(n)
}

func (t *table) write(w *search.Writer) {
	w.Put(t.texts.Laid())
	starts := make([]byte, 0, 8*t.texts.Len()+8)
	for n := range t.texts.Len() {
		starts = binary.LittleEndian.AppendUint64(starts, t.texts.Start(n))
	}
	w.Put(binary.LittleEndian.AppendUint64(starts, uint64(len(t.texts.Laid()))))
}

// A pen writes one record.
type pen struct {
	b []byte
	t *table
}

func (p *pen) number(n int)    { p.b = binary.AppendVarint(p.b, int64(n)) }
func (p *pen) string(s string) { p.number(len(s)); p.b = append(p.b, s...) }
func (p *pen) shared(s string) { p.b = binary.AppendUvarint(p.b, uint64(p.t.ref(s))) }

func (p *pen) truth(yes bool) {
	if yes {
		p.number(1)
	} else {
		p.number(0)
	}
}

func (p *pen) list(all []string) {
	p.number(len(all))
	for _, s := range all {
		p.shared(s)
	}
}

// An eye reads one record.
type eye struct {
	b []byte
	s *segment
}

func (e *eye) number() int {
	n, size := binary.Varint(e.b)
	if size <= 0 {
		panic(search.Damage("a record ends too early"))
	}
	e.b = e.b[size:]
	return int(n)
}

func (e *eye) string() string { return string(e.bytes()) }

func (e *eye) bytes() []byte {
	n := e.number()
	s := e.b[:n]
	e.b = e.b[n:]
	return s
}

func (e *eye) shared() string {
	n := e.ref()
	if n == 0 {
		return ""
	}
	return string(e.s.strings.at(n))
}

// ref answers the number of a shared string.
func (e *eye) ref() int {
	n, size := binary.Uvarint(e.b)
	if size <= 0 {
		panic(search.Damage("a record ends too early"))
	}
	e.b = e.b[size:]
	return int(n)
}

func (e *eye) truth() bool { return e.number() != 0 }

func (e *eye) list() []string {
	n := e.number()
	if n == 0 {
		return nil
	}
	if n < 0 || n > len(e.b) {
		panic(search.Damage("a list is longer than its record"))
	}
	all := make([]string, n)
	for i := range all {
		all[i] = e.shared()
	}
	return all
}

// A shelf is records or strings by number: their bytes, and where they begin, with one number more at the end.
type shelf struct{ data, starts search.Part }

func (s shelf) len() int { return int(s.starts.Len()/8) - 1 }

func (s shelf) at(i int) []byte {
	ends := s.starts.Piece(8*int64(i), 8*int64(i)+16)
	return s.data.Piece(int64(binary.LittleEndian.Uint64(ends)), int64(binary.LittleEndian.Uint64(ends[8:])))
}
