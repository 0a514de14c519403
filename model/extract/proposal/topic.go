package proposal

import "parley/model/extract/prose"

// How much a text is about negotiation: the share of its words that name states or matters of negotiation. The keep model
// goes by it: "will meet" is a move in diplomacy and an appointment elsewhere.

const topicTokens = 4000

func topicOf(doc *prose.Doc, t *table) string {
	words, hits := 0, 0
	for i := range doc.Tokens {
		token := &doc.Tokens[i]
		if token.Kind != prose.Word {
			continue
		}
		if words++; words > topicTokens {
			break
		}
		if n := t.words.Of(token.Hash); n != 0 && t.entries[n].groups.any(topical) {
			hits++
		}
	}
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
