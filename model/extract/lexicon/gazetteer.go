package lexicon

// A Gazetteer finds names of one or several words among hashed words. Take the first step from node 0; a node with a value
// ends a name, and the longest name wins.
type Gazetteer struct {
	edges  *Words
	first  *Words // the edges of node 0 once more, where Numbered made them
	values []uint32
	inner  []bool   // of a node: longer names go on from it
	firsts []uint64 // first words, until Numbered
	opens  []uint8  // by number: a name begins with the word, or with one that has no number
}

// NewGazetteer makes a gazetteer with room for about n words.
func NewGazetteer(n int) *Gazetteer {
	return &Gazetteer{edges: NewWords(n), values: make([]uint32, 1, n), inner: make([]bool, 1, n)}
}

// Add sets the value of a name; a name that is there already keeps the value it has.
func (g *Gazetteer) Add(words []uint64, value uint32) {
	if len(words) == 0 {
		return
	}
	node := uint32(0)
	for _, w := range words {
		next := g.Step(node, w)
		if next == 0 {
			next = uint32(len(g.values))
			g.values, g.inner = append(g.values, 0), append(g.inner, false)
			g.inner[node] = true
			g.edges.Put(edge(node, w), next)
			if node == 0 {
				g.firsts = append(g.firsts, w)
			}
		}
		node = next
	}
	if g.values[node] == 0 {
		g.values[node] = value
	}
}

// Step goes one word on from a node; 0 where no name goes on so.
func (g *Gazetteer) Step(node uint32, word uint64) uint32 {
	if !g.inner[node] {
		return 0
	}
	return g.edges.Of(edge(node, word))
}

// Firsts calls yield for the first word of every name; to be asked before Numbered.
func (g *Gazetteer) Firsts(yield func(word uint64)) {
	for _, word := range g.firsts {
		yield(word)
	}
}

// Numbered readies First; nothing is added afterwards.
func (g *Gazetteer) Numbered() { g.opens = g.opening().Numbered().Narrow() }

// opening makes the table of first words.
func (g *Gazetteer) opening() *Words {
	g.first = NewWords(len(g.firsts))
	for _, word := range g.firsts {
		g.first.Put(word, g.Step(0, word))
	}
	g.firsts = nil
	return g.first
}

// Opens tells whether a name may begin with a word, by its number. Most words begin none, and a byte for each of them stays in
// the cache. The gazetteer must have been Numbered.
func (g *Gazetteer) Opens(number uint16) bool { return g.opens[number] != 0 }

// First goes the first word, by its number and hash.
func (g *Gazetteer) First(number uint16, word uint64) uint32 {
	switch {
	case g.first == nil:
		return g.Step(0, word)
	case !g.Opens(number):
		return 0
	}
	return g.first.At(number, word)
}

// Value answers the value of the name that ends at a node, zero where none does.
func (g *Gazetteer) Value(node uint32) uint32 { return g.values[node] }

func edge(node uint32, word uint64) uint64 {
	return word ^ uint64(node)*0xC2B2AE3D27D4EB4F
}
