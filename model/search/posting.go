package search

import (
	"encoding/binary"
	"math/bits"
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
	var heads, body []byte
	n := 0
	for len(docs) > 0 {
		key, k := docs[0]>>16, 1
		stretches := 1
		for k < len(docs) && docs[k]>>16 == key {
			if docs[k] != docs[k-1]+1 {
				stretches++
			}
			k++
		}
		form, count := asList, k
		switch {
		case 4*stretches < min(2*k, chunkBits):
			form, count = asStretches, stretches
		case 2*k > chunkBits:
			form = asBits
		}
		heads = binary.LittleEndian.AppendUint16(heads, uint16(key))
		heads = binary.LittleEndian.AppendUint16(heads, uint16(form))
		heads = binary.LittleEndian.AppendUint16(heads, uint16(count-1))
		body = appendChunk(body, docs[:k], form)
		docs = docs[k:]
		n++
	}
	dst = binary.LittleEndian.AppendUint16(dst, uint16(n))
	return append(append(dst, heads...), body...)
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
