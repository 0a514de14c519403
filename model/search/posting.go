package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// How the documents of a word are kept
//
// In chunks of 65,536 documents, each in the form that is shortest: a sorted list of 16-bit numbers, stretches of such
// (first, length less one), or a bit for every document. This is the layout of Roaring bitmaps; it is written out here as
// what is asked for is one thing alone, adding a list to a Set straight from mapped bytes, without anything being made.
//
//	number of chunks: 16 bits; for each: key, form, number less one: 16 bits each; then the chunks
const (
	chunkDocs  = 1 << 16
	chunkWords = chunkDocs / 64
	chunkBits  = chunkDocs / 8 // bytes

	asList = iota
	asStretches
	asBits
)

// appendPosting writes sorted documents without repeats.
func appendPosting(dst []byte, docs []uint32) []byte {
	at, n := len(dst), 0 // the heads go before the chunks, so these are counted first
	for rest := docs; len(rest) > 0; n++ {
		rest = rest[chunkOf(rest):]
	}
	dst = binary.LittleEndian.AppendUint16(dst, uint16(n))
	dst = append(dst, make([]byte, 6*n)...)
	for heads := at + 2; len(docs) > 0; heads += 6 {
		k := chunkOf(docs)
		form, count := formOf(docs[:k])
		binary.LittleEndian.PutUint16(dst[heads:], uint16(docs[0]>>16))
		binary.LittleEndian.PutUint16(dst[heads+2:], uint16(form))
		binary.LittleEndian.PutUint16(dst[heads+4:], uint16(count-1))
		dst = appendChunk(dst, docs[:k], form)
		docs = docs[k:]
	}
	return dst
}

// chunkOf answers how many of the documents are in the chunk of the first.
func chunkOf(docs []uint32) int {
	if docs[len(docs)-1]>>16 == docs[0]>>16 {
		return len(docs)
	}
	n, _ := slices.BinarySearch(docs, (docs[0]>>16+1)<<16)
	return n
}

// formOf answers the shortest form of a chunk, and how many entries it has in it.
func formOf(docs []uint32) (form, count int) {
	stretches := 1
	for k := 1; k < len(docs); k++ {
		if docs[k] != docs[k-1]+1 {
			stretches++
		}
	}
	switch {
	case 4*stretches < min(2*len(docs), chunkBits):
		return asStretches, stretches
	case 2*len(docs) > chunkBits:
		return asBits, len(docs)
	}
	return asList, len(docs)
}

func appendChunk(dst []byte, docs []uint32, form int) []byte {
	switch form {
	case asList:
		for _, d := range docs {
			dst = binary.LittleEndian.AppendUint16(dst, uint16(d))
		}
	case asStretches:
		for i := 0; i < len(docs); {
			k := i + 1
			for k < len(docs) && docs[k] == docs[k-1]+1 {
				k++
			}
			dst = binary.LittleEndian.AppendUint16(dst, uint16(docs[i]))
			dst = binary.LittleEndian.AppendUint16(dst, uint16(k-i-1))
			i = k
		}
	case asBits:
		var words [chunkWords]uint64
		for _, d := range docs {
			words[d%chunkDocs/64] |= 1 << (d % 64)
		}
		dst = appendUint64s(dst, words[:])
	}
	return dst
}

// eachChunk goes through the chunks of a posting.
func eachChunk(posting []byte, do func(first int, form int, body []byte)) {
	n := int(binary.LittleEndian.Uint16(posting))
	heads, body := posting[2:2+6*n], posting[2+6*n:]
	for ; len(heads) > 0; heads = heads[6:] {
		key, form := int(binary.LittleEndian.Uint16(heads)), int(binary.LittleEndian.Uint16(heads[2:]))
		size := chunkBits
		if count := int(binary.LittleEndian.Uint16(heads[4:])) + 1; form == asList {
			size = 2 * count
		} else if form == asStretches {
			size = 4 * count
		}
		do(key*chunkDocs, form, body[:size])
		body = body[size:]
	}
}

// addPosting adds the documents of a posting to a set.
func (s Set) addPosting(posting []byte) {
	eachChunk(posting, func(first, form int, body []byte) {
		words := s[first/64:]
		switch form {
		case asList:
			for ; len(body) >= 2; body = body[2:] {
				d := uint(body[0]) | uint(body[1])<<8
				words[d/64] |= 1 << (d % 64)
			}
		case asStretches:
			for ; len(body) >= 4; body = body[4:] {
				from := first + int(binary.LittleEndian.Uint16(body))
				s.AddRange(from, from+int(binary.LittleEndian.Uint16(body[2:]))+1)
			}
		default:
			for i := range min(len(words), chunkWords) {
				words[i] |= binary.LittleEndian.Uint64(body[8*i:])
			}
		}
	})
}

// countPosting answers how many documents of a posting are in the set.
func (s Set) countPosting(posting []byte) int {
	n := 0
	eachChunk(posting, func(first, form int, body []byte) {
		words := s[first/64:]
		switch form {
		case asList:
			for ; len(body) >= 2; body = body[2:] {
				d := uint(body[0]) | uint(body[1])<<8
				n += int(words[d/64] >> (d % 64) & 1)
			}
		case asStretches:
			for ; len(body) >= 4; body = body[4:] {
				from := first + int(binary.LittleEndian.Uint16(body))
				n += s.CountRange(from, from+int(binary.LittleEndian.Uint16(body[2:]))+1)
			}
		default:
			for i := range min(len(words), chunkWords) {
				n += bits.OnesCount64(words[i] & binary.LittleEndian.Uint64(body[8*i:]))
			}
		}
	})
	return n
}

// docs answers the documents of a set.
func (s Set) docs(into []uint32) []uint32 {
	for d := range s.All() {
		into = append(into, uint32(d))
	}
	return into
}

// eachDoc goes through the documents of a posting.
func eachDoc(posting []byte, do func(doc int)) {
	eachChunk(posting, func(first, form int, body []byte) {
		switch form {
		case asList:
			for ; len(body) >= 2; body = body[2:] {
				do(first + int(binary.LittleEndian.Uint16(body)))
			}
		case asStretches:
			for ; len(body) >= 4; body = body[4:] {
				from := first + int(binary.LittleEndian.Uint16(body))
				for d := range int(binary.LittleEndian.Uint16(body[2:])) + 1 {
					do(from + d)
				}
			}
		default:
			for i := range chunkWords {
				for w := binary.LittleEndian.Uint64(body[8*i:]); w != 0; w &= w - 1 {
					do(first + 64*i + bits.TrailingZeros64(w))
				}
			}
		}
	})
}
