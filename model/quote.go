package model

// A QuoteKind says what the marks round the words mean.
type QuoteKind uint8

// Direct is a whole sentence; Partial a fragment in somebody else's sentence; Term a scare quote or title (shown, not
// counted); Indirect reported speech without marks.
const (
	Direct QuoteKind = iota
	Partial
	Term
	Indirect
)

// String answers the word of the export contract.
func (k QuoteKind) String() string { return [...]string{"direct", "partial", "term", "indirect"}[k] }

// A Quote is words in quotation marks, or reported, with who said them.
type Quote struct {
	ID        string // stable while the words and their place in the file stay
	Span      Span   // the words, without their marks
	Text      string // the words on one line, cleaned of hidden characters, Markdown removed
	Kind      QuoteKind
	Grade     Grade
	Speaker   *Mention // nil: nobody is named
	Via       []string // the outlets in between, nearest to the speaker first
	About     []string // the actors the words are about, when the source says so
	Tracks    []string
	Date      Date
	Origin    Origin
	Certainty Certainty
	Reason    string // the rule that decided
	Continues string // ID of the quote whose next paragraph this is
	Stance    Stance // where a person wrote one
	Cited     string // the citation a person wrote: a footnote, "source, date"
}

// A Mention is somebody in the source's own words, and whom parley takes them for.
type Mention struct {
	Name  string // "Yury Ushakov"; the words again where they could not be resolved
	Words string // "he", "the adviser", "Ushakov"
	Start int    // bytes of the same text as the statement's span; Start == End: not in the text (front matter, corrections)
	End   int
	Actor string // Actor.ID, empty where unresolved
	Party string // the name of the party they belong to, for "party:" in a query; empty where unknown, or where they are one
}
