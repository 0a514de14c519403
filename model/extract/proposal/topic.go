package proposal

import (
	"slices"

	"parley/model/extract/prose"
)

// How much a text is about negotiation: the share of its words that name states or matters of negotiation. The keep model
// goes by it: "will meet" is a move in diplomacy and an appointment elsewhere.

const topicTokens = 4000

// A tally counts the words of a text, and those that are topical.
type tally struct{ words, hits int }

// add takes further tokens, which have been counted, as long as they are among the first.
func (c *tally) add(t *table, tokens []prose.Token, n tally) {
	switch left := topicTokens - c.words; {
	case left == 0:
		return
	case n.words > left:
		n = t.firsts(tokens, left)
	}
	c.words, c.hits = c.words+n.words, c.hits+n.hits
}

// firsts counts so many words.
func (t *table) firsts(tokens []prose.Token, words int) (n tally) {
	for i := 0; n.words < words; i++ {
		_, one := t.union(tokens[i : i+1])
		n.words, n.hits = n.words+one.words, n.hits+one.hits
	}
	return n
}

// topic tells the topic from a count.
func (c *tally) topic() symbol {
	switch share := c.hits * 1000 / max(1, c.words); {
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
func (s *sentence) negotiation() bool { return slices.Contains(topics[2:], s.topic) }

var topical = these(state, matter)
