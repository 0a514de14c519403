package proposal

import (
	"slices"

	"parley/model/extract/prose"
)

// How much a text is about negotiation: the share of its words that name states or matters of negotiation. The keep model
// goes by it: "will meet" is a move in diplomacy and an appointment elsewhere.

const topicTokens = 4000

// topic answers how much the text is about negotiation.
func (s *sentence) topic() symbol {
	if s.about != 0 {
		return s.about
	}
	words, hits := 0, 0
	signs := s.table.signs
	for i := 0; i < len(s.doc.Tokens) && words < topicTokens; i++ {
		token := &s.doc.Tokens[i]
		word := 0
		if token.Kind == prose.Word {
			word = 1
		}
		words += word
		hits += word & int(signs[token.Number].marks) // topicalMark is 1
	}
	s.about = topicOf(hits, words)
	return s.about
}

// topicOf tells the topic from a count.
func topicOf(hits, words int) symbol {
	switch share := hits * 1000 / max(1, words); {
	case share < 15:
		return topics[0]
	case share < 30:
		return topics[1]
	case share < 50:
		return topics[2]
	case share < 90:
		return topics[3]
	}
	return topics[4]
}

var topics = symbols("none", "little", "some", "much", "most")

// negotiation tells a text that is about negotiation.
func (s *sentence) negotiation() bool { return slices.Contains(topics[2:], s.topic()) }

var topical = these(state, matter)
