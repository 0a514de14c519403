package pane

import "parley/model"

// An Actors pane lists who is in it: parties with their people below them.
type Actors struct{ List[model.ActorRow] }

// NewActors answers an empty pane.
func NewActors() *Actors { return &Actors{} }
