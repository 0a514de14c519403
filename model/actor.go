package model

// An ActorKind is what sort of actor somebody is.
type ActorKind uint8

// An Outlet is a source, never a party.
const (
	Person ActorKind = iota
	Organisation
	State
	Group
	Outlet
)

// String answers the word of the export contract.
func (k ActorKind) String() string {
	return [...]string{"person", "organisation", "state", "group", "outlet"}[k]
}

// An Actor is a person, a state, an organisation, a group or an outlet.
type Actor struct {
	ID       string // folded name; two actors of one name differ by a suffix
	Name     string
	Kind     ActorKind
	Party    string   // the name of the party a person or organisation belongs to, empty where unknown
	Role     string   // "Presidential adviser"
	Code     string   // two letters: ISO for states, "??" unnamed
	Hue      int      // 0 to 7; a party and its people share one
	Aliases  []string // other names that stand in the sources, as they stand there
	Origin   Origin
	Mentions []Span
	Offered  []Offer // actors that may be the same: never merged unasked
}

// An Offer names an actor that may be the same as another.
type Offer struct {
	ID, Name string
}
