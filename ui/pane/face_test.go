package pane

var _ = []Pane{(*Tracks)(nil), (*Briefings)(nil), (*Actors)(nil), (*Proposals)(nil), (*Quotes)(nil), (*Reader)(nil), (*List[int])(nil)}
