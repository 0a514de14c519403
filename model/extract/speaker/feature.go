package speaker

import (
	"fmt"
	"strconv"
	"strings"

	"parley/model/extract/lexicon"
)

// A Feature is one plain fact about a candidate: a template and up to seven small values, packed, so that no two facts
// share a number and each can be written out: "near behind 0 leading+".
type Feature uint64

// A domain is the set of values that a field of a template can have.
type domain struct {
	names []string
	wide  wide
}

// wide tells fields that take more than a byte; they stand last.
type wide uint8

const (
	narrow   wide = iota
	asPath        // up to eight word classes of five bits
	asWord        // 32 bits of a word's hash
	asLemma       // 16 bits: a cue's lemma
	asNumber      // a byte that is a number
)

func named(names ...string) domain { return domain{names: names} }

var (
	sides    = domain{names: windowNames[:]}
	frames_  = domain{names: frameLabels()}
	numbers  = domain{wide: asNumber}
	sorts    = domain{names: sortNames[:]}
	yes      = named("no", "yes")
	orders   = domain{names: orderNames[:]}
	cls      = named("-", "A", "B", "C", "D", "E")
	kinds_   = domain{names: classNames[:]}
	lemmas   = domain{wide: asLemma}
	words_   = domain{wide: asWord}
	path     = domain{wide: asPath}
	flanks   = named("ahead", "after")
	relation = named("same", "key", "pronoun", "name", "other", "none")
	distance = named("sentence", "paragraph", "above", "far", "never", "unclosed")
	sieves_  = domain{names: sieveNames()}
)

func frameLabels() []string {
	labels := make([]string, 32)
	for i := range labels {
		if i&7 >= len(frameNames) {
			continue
		}
		labels[i] = frameNames[i&7]
		if i&8 != 0 {
			labels[i] += "/that"
		}
		if i&16 != 0 {
			labels[i] += "+"
		}
	}
	return labels
}

func sieveNames() []string {
	names := make([]string, len(sieves)+1)
	names[0] = "none"
	for i := range sieves {
		names[i+1] = strings.ReplaceAll(sieves[i].name, " ", "-")
	}
	return names
}

// A template is a kind of fact: its name in the table of weights and its fields.
type template struct {
	name   string
	fields []domain
}

func (f *framed) code() uint64 {
	c := uint64(f.frame)
	if f.that {
		c |= 8
	}
	if f.full {
		c |= 16
	}
	return c
}

func fact(t uint8) Feature { return Feature(t) << 56 }

func fact1(t uint8, a uint64) Feature { return Feature(t)<<56 | Feature(a) }

func fact2(t uint8, a, b uint64) Feature { return Feature(t)<<56 | Feature(a|b<<8) }

func fact3(t uint8, a, b, c uint64) Feature { return Feature(t)<<56 | Feature(a|b<<8|c<<16) }

func fact4(t uint8, a, b, c, d uint64) Feature { return Feature(t)<<56 | Feature(a|b<<8|c<<16|d<<24) }

func fact5(t uint8, a, b, c, d, e uint64) Feature {
	return Feature(t)<<56 | Feature(a|b<<8|c<<16|d<<24|e<<32)
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Text writes a feature out; word leads from the hash of a word to its letters.
func (f Feature) Text(word func(hash uint32) string) string {
	t := templates()[f>>56]
	var b strings.Builder
	b.WriteString(t.name)
	at := 0
	for _, d := range t.fields {
		b.WriteByte(' ')
		b.WriteString(d.text(uint64(f)<<8>>8>>at, word))
		at += d.bits()
	}
	return b.String()
}

func (d domain) bits() int {
	return [...]int{narrow: 8, asPath: 40, asWord: 32, asLemma: 16, asNumber: 8}[d.wide]
}

func (d domain) text(v uint64, word func(uint32) string) string {
	switch d.wide {
	case asPath:
		return pathText(v)
	case asWord:
		return word(uint32(v))
	case asLemma:
		if v&0xFFFF == 0 {
			return "-"
		}
		return lexicon.Cues().Lemmas[v&0xFFFF]
	case asNumber:
		return strconv.Itoa(int(v & 0xFF))
	}
	return d.names[v&0xFF]
}

func pathText(v uint64) string {
	if v&(1<<40-1) == 0 {
		return "-"
	}
	var b strings.Builder
	for v &= 1<<40 - 1; v != 0; v >>= 5 {
		if b.Len() > 0 {
			b.WriteByte('>')
		}
		b.WriteString(classNames[v&31])
	}
	return b.String()
}

// ParseFeature reads what Text wrote.
func ParseFeature(s string) (Feature, error) {
	f := strings.Fields(s)
	if len(f) == 0 {
		return 0, fmt.Errorf("no feature in %q", s)
	}
	for i, t := range templates() {
		if t.name != f[0] || len(t.fields) != len(f)-1 {
			continue
		}
		out, at := uint64(i)<<56, 0
		for k, d := range t.fields {
			v, ok := d.parse(f[k+1])
			if !ok {
				return 0, fmt.Errorf("%q is no value of field %d of %s", f[k+1], k+1, t.name)
			}
			out |= v << at
			at += d.bits()
		}
		return Feature(out), nil
	}
	return 0, fmt.Errorf("no feature of %d fields is called %q", len(f)-1, f[0])
}

func (d domain) parse(s string) (uint64, bool) {
	switch d.wide {
	case asPath:
		return parsePath(s)
	case asWord:
		return uint64(uint32(lexicon.Hash(s))), true
	case asLemma:
		n := lexicon.Cues().Lemma(s)
		return uint64(n), n != 0 || s == "-"
	case asNumber:
		n, err := strconv.ParseUint(s, 10, 8)
		return n, err == nil
	}
	for i, n := range d.names {
		if n == s {
			return uint64(i), true
		}
	}
	return 0, false
}

func parsePath(s string) (v uint64, ok bool) {
	if s == "-" {
		return 0, true
	}
	at := 0
	for name := range strings.SplitSeq(s, ">") {
		c, known := named(classNames[:]...).parse(name)
		if !known || at >= 40 {
			return 0, false
		}
		v |= c << at
		at += 5
	}
	return v, true
}
