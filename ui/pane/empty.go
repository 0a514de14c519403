package pane

import "strconv"

// Every empty list says of what it is empty, and the way on.

// none answers what an empty list of things says: "No proposals in this briefing on Territory", the ways, "24 in all".
func none(things string) func(Scope, int) []string {
	return func(s Scope, all int) []string {
		first := "No " + things
		if s.Briefing {
			first += " in this briefing"
		}
		if s.Actor != "" {
			first += " by " + s.Actor
		}
		if s.Track != "" {
			first += " on " + s.Track
		}
		sentences := append([]string{first + "."}, s.Ways...)
		if all > 0 {
			sentences = append(sentences, strconv.Itoa(all)+" in all")
		}
		return sentences
	}
}
