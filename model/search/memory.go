package search

import (
	"encoding/binary"
	"io"
)

// A Memory is where an index lies: a slice, or a mapped file that checks what it hands out.
type Memory interface {
	// Piece answers the bytes from one offset to another. It panics with a Damage where they are not there, or are not
	// what was written: whoever asks an index recovers from it and builds the index again.
	Piece(from, to int64) []byte
}

// A Damage says what is wrong with an index.
type Damage string

func (d Damage) Error() string { return string(d) }

// Bytes is a Memory that was made by this very process, and so needs no checking.
type Bytes []byte

// Piece answers a part of the slice.
func (b Bytes) Piece(from, to int64) []byte {
	if from < 0 || to < from || to > int64(len(b)) {
		panic(Damage("a piece lies outside of what was written"))
	}
	return b[from:to:to]
}

// A Part is a stretch of a Memory that holds one thing.
type Part struct {
	m        Memory
	from, to int64
}

// NewPart answers the stretch of m between two offsets.
func NewPart(m Memory, from, to int64) Part { return Part{m, from, to} }

// Len answers the bytes of a part.
func (p Part) Len() int64 { return p.to - p.from }

// Piece answers bytes of the part, which is a Memory like the whole.
func (p Part) Piece(from, to int64) []byte {
	if from < 0 || to < from || to > p.Len() {
		panic(Damage("a piece lies outside of its part"))
	}
	return p.m.Piece(p.from+from, p.from+to)
}

// All answers the whole part.
func (p Part) All() []byte { return p.Piece(0, p.Len()) }

// Uint32 answers the number at place i of a part that holds such numbers.
func (p Part) Uint32(i int) uint32 {
	return binary.LittleEndian.Uint32(p.Piece(4*int64(i), 4*int64(i)+4))
}

// Uint64 answers the number at place i of a part that holds such numbers.
func (p Part) Uint64(i int) uint64 {
	return binary.LittleEndian.Uint64(p.Piece(8*int64(i), 8*int64(i)+8))
}

// stretch answers entry i of data, whose ends are kept in offsets: n entries and one number more.
func stretch(data, offsets Part, i int) []byte {
	ends := offsets.Piece(8*int64(i), 8*int64(i)+16)
	return data.Piece(int64(binary.LittleEndian.Uint64(ends)), int64(binary.LittleEndian.Uint64(ends[8:])))
}

// A Writer writes parts one after the other and, at the end, where each of them lies. Its zero value is not usable.
type Writer struct {
	w   io.Writer
	at  int64
	end []int64
	err error
}

// NewWriter writes to w; the offsets are from where w stands now.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write adds to the part that is being written.
func (w *Writer) Write(b []byte) (int, error) {
	if w.err == nil {
		var n int
		n, w.err = w.w.Write(b)
		w.at += int64(n)
	}
	return len(b), w.err
}

// Next ends a part.
func (w *Writer) Next() { w.end = append(w.end, w.at) }

// Put writes a whole part.
func (w *Writer) Put(b []byte) {
	_, _ = w.Write(b) // the error is kept for Close
	w.Next()
}

// Close writes where the parts lie and answers the first error and how much was written.
func (w *Writer) Close() (int64, error) {
	var b []byte
	for _, e := range w.end {
		b = binary.LittleEndian.AppendUint64(b, uint64(e))
	}
	b = binary.LittleEndian.AppendUint64(b, uint64(len(w.end)))
	_, _ = w.Write(b) // the error is kept
	return w.at, w.err
}

// PartsOf answers the parts that a Writer wrote into all of m's first size bytes. It panics with a Damage where there are none.
func PartsOf(m Memory, size int64) []Part {
	if size < 8 {
		panic(Damage("too short to hold anything"))
	}
	n := int64(binary.LittleEndian.Uint64(m.Piece(size-8, size)))
	if n < 0 || n > 1<<16 || 8*n+8 > size {
		panic(Damage("the list of parts makes no sense"))
	}
	list := m.Piece(size-8-8*n, size-8)
	parts := make([]Part, n)
	from := int64(0)
	for i := range parts {
		to := int64(binary.LittleEndian.Uint64(list[8*i:]))
		if to < from || to > size {
			panic(Damage("the list of parts makes no sense"))
		}
		parts[i] = Part{m, from, to}
		from = to
	}
	return parts
}

func appendUint32s(dst []byte, list []uint32) []byte {
	for _, n := range list {
		dst = binary.LittleEndian.AppendUint32(dst, n)
	}
	return dst
}

func appendUint64s(dst []byte, list []uint64) []byte {
	for _, n := range list {
		dst = binary.LittleEndian.AppendUint64(dst, n)
	}
	return dst
}
