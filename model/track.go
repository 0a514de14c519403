package model

// A Track is a strand of the negotiation. It belongs to statements, not to files.
type Track struct {
	Name       string
	Briefings  int // how many hold a statement of it
	Statements int
	Unread     bool // one of those briefings is not read yet
}
