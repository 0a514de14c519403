package proposal

import "sync"

// A symbol is the number of a name that features are made of: a class of words, a word, a rule. Names are numbered as they are
// needed: those of this package when the program starts, those of a table of weights when it is read. So a name without a number
// is one that no table knows, and texts give numbers to none, but where a table is made (see sentence.symbol).
//
// Number zero is nothing: a feature of which it is a part is not there.
type symbol uint16

var symbolTable = struct {
	lock    sync.RWMutex
	numbers map[string]symbol
	names   []string
}{numbers: map[string]symbol{}, names: []string{"nothing"}}

// sym answers the symbol of a name, a new one where it has none.
func sym(name string) symbol {
	t := &symbolTable
	t.lock.Lock()
	defer t.lock.Unlock()
	if n, ok := t.numbers[name]; ok {
		return n
	}
	n := symbol(len(t.names))
	if n == 0 {
		panic("proposal: more names than a symbol can number")
	}
	t.numbers[name], t.names = n, append(t.names, name)
	return n
}

func symbols(names ...string) []symbol {
	all := make([]symbol, len(names))
	for i, name := range names {
		all[i] = sym(name)
	}
	return all
}

// symbolOf answers the symbol of a name, nothing where it has none.
func symbolOf(name string) symbol {
	t := &symbolTable
	t.lock.RLock()
	defer t.lock.RUnlock()
	return t.numbers[name]
}

// name answers what a symbol stands for.
func (n symbol) name() string {
	t := &symbolTable
	t.lock.RLock()
	defer t.lock.RUnlock()
	return t.names[n]
}

// symbol answers that of a name out of a text.
func (s *sentence) symbol(name string) symbol {
	if s.observed {
		return sym(name)
	}
	return symbolOf(name)
}
