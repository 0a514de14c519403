package prose

// Steps answers how many marks were looked at to pair them.
func (d *Doc) Steps() int { return d.steps }
