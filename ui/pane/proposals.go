package pane

import "parley/model"

// A Proposals pane lists what is proposed, demanded, accepted, rejected.
type Proposals struct{ List[model.Proposal] }

// NewProposals answers an empty pane.
func NewProposals() *Proposals { return &Proposals{} }

// SetSpan tells whether statements of several briefings stand here, which then show their date and source, and how to
// find the source of a file.
func (p *Proposals) SetSpan(several bool, source func(file string) string) {}
