package proposal

import "parley/model/extract/prose"

// How much a text is about negotiation: the share of its words that name states or matters of negotiation. The keep model
// goes by it: "will meet" is a move in diplomacy and an appointment elsewhere.

const topicTokens = 4000

// lookUp finds the words of the text in the tables, each once, and settles its topic.
func (s *sentence) lookUp() {
	s.known = s.known[:0]
	words, hits := 0, 0
	for i := range s.doc.Tokens {
		token := &s.doc.Tokens[i]
		n := uint16(0)
		if token.Kind == prose.Word || token.Kind == prose.Clitic {
			n = uint16(s.table.words.At(token.Number, token.Hash))
		}
		s.known = append(s.known, n)
		if token.Kind != prose.Word || words == topicTokens {
			continue
		}
		if words++; s.table.marks[n]&topicalMark != 0 {
			hits++
		}
	}
	s.topic = topicOf(hits, words)
}

// topicOf tells the topic from a count.
func topicOf(hits, words int) string {
	switch share := hits * 1000 / max(1, words); {
	case share < 15:
		return "none"
	case share < 30:
		return "little"
	case share < 50:
		return "some"
	case share < 90:
		return "much"
	}
	return "most"
}

var topical = these(state, matter)
