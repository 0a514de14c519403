package track

import (
	"strings"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A builder gathers phrases and splits them all at once, by the rules of the texts they are looked for in.
type builder struct {
	phrases []prose.Paragraph
	strands []int32
}

// add notes a word or phrase; a tilde stands for each of the endings.
func (b *builder) add(strand int, phrase string, endings []string) {
	phrase = strings.TrimSpace(phrase)
	value := int32(strand)
	if inner, ok := strings.CutPrefix(phrase, "("); ok {
		phrase, value = strings.TrimSuffix(inner, ")"), ^value
	}
	if phrase == "" {
		return
	}
	before, after, found := strings.Cut(phrase, "~")
	if !found {
		b.phrases = append(b.phrases, prose.Paragraph{Text: phrase})
		b.strands = append(b.strands, value)
		return
	}
	for _, end := range endings {
		if value < 0 {
			b.add(strand, "("+before+end+after+")", endings)
		} else {
			b.add(strand, before+end+after, endings)
		}
	}
}

// shipped reads tracks.txt.
func (b *builder) shipped(t *Table) {
	lexicon.Entries("tracks.txt", func(section, line string) {
		at := t.strand(section)
		for phrase := range strings.SplitSeq(line, ",") {
			b.add(at, phrase, lexicon.Endings(phrase))
		}
	})
}

// finish puts all phrases into the table.
func (b *builder) finish(t *Table) {
	d := prose.Split(b.phrases)
	var words []uint64
	for i, strand := range b.strands {
		p := d.Paragraphs[i]
		words = words[:0]
		for _, token := range d.Tokens[p.FirstToken:p.LastToken] {
			words = append(words, token.Hash)
		}
		t.strands = append(t.strands, strand)
		t.gazetteer.Add(words, uint32(len(t.strands)-1))
	}
}
