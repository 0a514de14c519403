package proposal

import "parley/model/extract/prose"

// How much a text is about negotiation: the share of its words that name states or matters of negotiation. The keep model
// goes by it: "will meet" is a move in diplomacy and an appointment elsewhere.

const topicTokens = 4000

// topic answers how much the text is about negotiation.
func (s *sentence) topic() string {
	if s.about != "" {
		return s.about
	}
	words, hits := 0, 0
	for i := range s.doc.Tokens {
		token := &s.doc.Tokens[i]
		if token.Kind != prose.Word {
			continue
		}
		if words == topicTokens {
			break
		}
		if words++; s.table.marks[token.Number]&topicalMark != 0 {
			hits++
		}
	}
	s.about = topicOf(hits, words)
	return s.about
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
