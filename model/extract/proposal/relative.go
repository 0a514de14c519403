package proposal

import "parley/model/extract/prose"

// Relative clauses.
//
// Rules:
//   - The mention reaches from the antecedent through "who", "that" or "which"; the name is the antecedent.
//   - The antecedent ends right before the pronoun, a comma left out.

func (s *sentence) relativeSubject(i int) subject {
	end := i - 1
	if s.kind(end) == prose.Comma || s.kind(end) == prose.Dash {
		end--
	}
	p := s.phraseBefore(end)
	if p.empty() {
		return subject{span: span{i, i + 1}, name: span{i, i + 1}, head: i, how: howRelative, before: i - 1}
	}
	return subject{span: span{p.from, i + 1}, name: p.span, head: p.head, how: howRelative, before: p.before}
}
