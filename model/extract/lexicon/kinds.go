package lexicon

// Kinds is a table of many words and few different values: a byte for each number tells which of the values it is, so that
// the table stays in the cache as rows of whole numbers do not.
type Kinds struct {
	words  *Words
	kinds  []uint8 // by number
	values [256]uint32
}

// further is the kind of words that are looked up: those whose value has no kind, since there were too many, and those without a
// number, where the table holds any.
const further = 255

// Kinds lists the kinds of the values of a table, which is not changed afterwards.
func (w *Words) Kinds() *Kinds {
	k := &Kinds{words: w, kinds: make([]uint8, Numbers().Len())}
	known := map[uint32]uint8{}
	w.Each(func(hash uint64, value uint32) {
		number := Number(hash)
		if number == 0 {
			k.kinds[0] = further
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
	if kind := k.kinds[number]; kind != further {
		return k.values[kind]
	}
	return k.words.Of(hash)
}
