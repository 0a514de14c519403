package lexicon

// Kinds is a table of many words and few different values: a byte for each number tells which of the values it is, so that
// the table stays in the cache as rows of whole numbers do not.
type Kinds struct {
	words  *Words
	kinds  []uint8 // by number
	values [256]uint32
	whole  bool // every word of words has a number
}

// further is the kind of words whose value has none, since there were too many: they are looked up.
const further = 255

// Kinds lists the kinds of the values of a table, which is not changed afterwards.
func (w *Words) Kinds() *Kinds {
	k := &Kinds{words: w, kinds: make([]uint8, Numbers().Len()), whole: true}
	known := map[uint32]uint8{}
	w.Each(func(hash uint64, value uint32) {
		number := Number(hash)
		if number == 0 {
			k.whole = false
			return
		}
		kind, there := known[value]
		if !there {
			kind = uint8(min(len(known)+1, further))
			known[value] = kind
			k.values[kind] = value
		}
		k.kinds[number] = kind
	})
	return k
}

// At answers the value of a word by its number and hash, as Words.At does.
func (k *Kinds) At(number uint16, hash uint64) uint32 {
	kind := k.kinds[number] // that of number 0 is 0
	if kind == further || number == 0 && !k.whole {
		return k.words.Of(hash)
	}
	return k.values[kind]
}
