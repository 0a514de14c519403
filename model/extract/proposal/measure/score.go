package measure

// Positions are matched one to one, where the actor is right and the contents overlap by half.
type Positions struct{ Claims, Predicted, Right int }

// P is precision: how many of the predicted are right.
func (p Positions) P() float64 { return share(p.Right, p.Predicted) }

// R is recall: how many of the annotated were found.
func (p Positions) R() float64 { return share(p.Right, p.Claims) }

// F1 is the harmonic mean of both.
func (p Positions) F1() float64 {
	if p.Right == 0 {
		return 0
	}
	return 2 * p.P() * p.R() / (p.P() + p.R())
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// Add counts one document; matched answers for every claim which proposal it got, -1 for none.
func (p *Positions) Add(d *Document, found []Found) (matched []int) {
	used := make([]bool, len(found))
	p.Claims += len(d.Claims)
	p.Predicted += len(found)
	for i := range d.Claims {
		c := &d.Claims[i]
		best, at := 0.0, -1
		for k := range found {
			f := &found[k]
			if used[k] {
				continue
			}
			if v := Overlap(d.Text, f.Start, f.End, c.Start, c.End); v > best && AnyActor(f, c) {
				best, at = v, k
			}
		}
		if best < 0.5 {
			at = -1
		} else {
			used[at] = true
			p.Right++
		}
		matched = append(matched, at)
	}
	return matched
}

// Moves counts sentences of agreeing, asking and refusing, and quiet ones, in which nothing may be found.
type Moves struct {
	N, Right, Actor map[string]int
	Quiet, Alarms   int
}

// Family answers the predicates that count for a class of moves; nil for the other classes.
func Family(class string) []string {
	switch class {
	case "AGREE":
		return []string{"accept", "commit", "concede", "propose"}
	case "REQUEST":
		return []string{"demand", "propose"}
	case "REJECT":
		return []string{"reject"}
	}
	return nil
}

// Quiet tells a sentence about force, protest, arrests or troops alone.
func Quiet(d *Document) bool {
	for i := range d.Claims {
		switch d.Claims[i].Predicate {
		case "ASSAULT", "PROTEST", "MOBILIZE", "COERCE":
		default:
			return false
		}
	}
	return len(d.Claims) > 0
}

// Add counts one sentence; missed answers the claims that were not found.
func (m *Moves) Add(d *Document, found []Found) (missed []*Claim) {
	if m.N == nil {
		m.N, m.Right, m.Actor = map[string]int{}, map[string]int{}, map[string]int{}
	}
	seen := map[[2]string]bool{}
	for i := range d.Claims {
		c := &d.Claims[i]
		family := Family(c.Predicate)
		if family == nil || seen[[2]string{c.Actor, c.Predicate}] {
			continue
		}
		seen[[2]string{c.Actor, c.Predicate}] = true
		m.N[c.Predicate]++
		fits, right := false, false
		for k := range found {
			if AnyActor(&found[k], c) {
				fits = true
				right = right || contains(family, found[k].Predicate)
			}
		}
		if fits {
			m.Actor[c.Predicate]++
		}
		if right {
			m.Right[c.Predicate]++
		} else {
			missed = append(missed, c)
		}
	}
	if Quiet(d) {
		m.Quiet++
		if len(found) > 0 {
			m.Alarms++
		}
	}
	return missed
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// Recall answers the share found of one class.
func (m *Moves) Recall(class string) float64 { return share(m.Right[class], m.N[class]) }

// Mean answers the mean recall of the three classes.
func (m *Moves) Mean() float64 {
	return (m.Recall("AGREE") + m.Recall("REQUEST") + m.Recall("REJECT")) / 3
}

// ActorFound answers the share of moves with a proposal by the right actor, whatever its predicate.
func (m *Moves) ActorFound() float64 {
	n, of := 0, 0
	for k, v := range m.N {
		n, of = n+m.Actor[k], of+v
	}
	return share(n, of)
}

// FalseAlarms answers the share of quiet sentences in which something was found.
func (m *Moves) FalseAlarms() float64 { return share(m.Alarms, m.Quiet) }
