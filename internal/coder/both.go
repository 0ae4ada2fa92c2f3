package coder

import "strings"

// termOfBoth gives the term that those of two sides have together to either side's order,
// where each has told the other's people to go: "Mali and Chad expelled each other's
// ambassadors. Both must leave by Sunday."
func (sc *scene) termOfBoth(now []candidate) []candidate {
	for i := range now {
		f := &now[i]
		if f.Type != "expel" || f.Deadline.IsZero() || f.sentence != sc.at || !sc.isOfBoth(f.head) {
			continue
		}
		for k := len(sc.recent) - 1; k >= 0; k-- {
			m := &sc.recent[k]
			if m.Type != f.Type || !sc.isOpen(m) || !overlap(m.Actor, f.Recipient) || !overlap(m.Recipient, f.Actor) {
				continue
			}
			g := sc.like(m, &entity{codes: m.Actor, first: f.head, end: f.head + 1, head: f.head}, m.Count)
			g.Inferred, g.Date, g.Place, g.filled = m.Inferred, m.Date, m.Place, withoutTerm(m.filled)
			g.takes("date", m)
			g.takes("place", m)
			g.takes("deadline", f)
			if g.Deadline, g.term = f.Deadline, f.term; g.term.Kind != 0 {
				g.countTerm()
			}
			return append(now, g)
		}
	}
	return now
}

// isOfBoth says whether those who do what a verb tells are both of two who were named
// before: "both have 72 hours", "each ambassador must leave".
func (sc *scene) isOfBoth(verb int) bool {
	s := &sc.s
	for at := verb; at >= 0; at = s.Words[at].Head {
		for k := s.Kid(at); k >= 0 && k < at; k = s.Next(k) {
			if !strings.HasPrefix(s.Words[k].Rel, "nsubj") {
				continue
			}
			if isBoth(s.Words[k].Form) {
				return true
			}
			for d := s.Kid(k); d >= 0 && d < k; d = s.Next(d) {
				if isBoth(s.Words[d].Form) {
					return true
				}
			}
			return false
		}
		if rel := s.Words[at].Rel; rel != "xcomp" && rel != "advcl" && rel != "acl" && rel != "obj" {
			break
		}
	}
	return false
}

// isBoth says whether a word takes up two at once.
func isBoth(form string) bool {
	return strings.EqualFold(form, "both") || strings.EqualFold(form, "each")
}
