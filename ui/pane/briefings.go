package pane

import "parley/model"

// A Briefings pane lists the briefings, "All briefings" first.
type Briefings struct{ List[model.Briefing] }

// NewBriefings answers an empty pane.
func NewBriefings() *Briefings { return &Briefings{} }

// Set shows another page; "All briefings" is added above it, and Want counts without it.
func (b *Briefings) Set(p model.Page[model.Briefing]) {}

// SetCurrent tells which briefing narrows the statements; empty: all. SetReading which one is in the reader.
func (b *Briefings) SetCurrent(file string) {}

// SetReading tells which briefing is in the reader.
func (b *Briefings) SetReading(file string) {}
