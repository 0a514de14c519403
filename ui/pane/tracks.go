package pane

import "parley/model"

// A Tracks pane lists the tracks, "All tracks" first.
type Tracks struct{ List[model.Track] }

// NewTracks answers an empty pane.
func NewTracks() *Tracks { return &Tracks{} }

// SetOverview shows the tracks of a library.
func (t *Tracks) SetOverview(o model.Overview) {}

// SetCurrent tells which track narrows the other panes; empty: all.
func (t *Tracks) SetCurrent(name string) {}
