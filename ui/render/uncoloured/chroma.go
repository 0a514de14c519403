// Package chroma stands in for github.com/alecthomas/chroma/v2 in builds from a checkout: it has the names that glamour
// uses and no grammars, so code is drawn as it stands. See go.work for why.
package chroma

// A TokenType is a kind of word in a program.
type TokenType int

// The kinds that glamour's style sheets name.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries are the colours of each kind.
type StyleEntries map[TokenType]string

// A Style is a named set of colours.
type Style struct{ name string }

// String is its name.
func (s *Style) String() string { return s.name }

// MustNewStyle keeps the name alone.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{name} }
