package coder

import (
	"slices"

	"demarche"
)

// severally tells an act of several States once: by what each did where the report tells that
// of all of them, "Togo and Benin expelled Malian envoys. Togo expelled two and Benin one", else
// by the act of all, of which one may be told again: "cut ties with Mali on Friday. Togo said it
// had cut ties over the raid".
func severally(kept []candidate) []candidate {
	for i := range kept {
		whole := &kept[i]
		if whole.all || !isSingle(whole.Type) || len(whole.Actor) == 1 && len(whole.Recipient) == 1 {
			continue
		}
		var parts []int
		var told []demarche.Code
		for k := range kept {
			if k != i && isShare(&kept[k], whole) {
				parts = append(parts, k)
				told = union(told, union(kept[k].Actor, kept[k].Recipient))
			}
		}
		switch {
		case len(parts) == 0:
		case len(without(union(whole.Actor, whole.Recipient), told)) == 0:
			for _, k := range parts {
				kept[k].inherit(whole)
			}
			return severally(slices.Delete(kept, i, i+1))
		case len(parts) == 1 && whole.Type != "expel" && !differs(&kept[parts[0]], whole):
			whole.inherit(&kept[parts[0]])
			return severally(slices.Delete(kept, parts[0], parts[0]+1))
		}
	}
	return kept
}

// isSingle says whether a State does an act of a type to another but once, as a rule, before it
// is undone.
func isSingle(t demarche.EventType) bool {
	switch t {
	case "expel", "recall", "summon", "break_relations", "close":
		return true
	}
	return false
}

// isShare says whether an act is what one of several States did or had done to it, of an act of
// them all.
func isShare(part, whole *candidate) bool {
	if part.Type != whole.Type || part.Status != whole.Status || part.all || part.Object != whole.Object && part.Object != "" && whole.Object != "" ||
		!part.Date.IsZero() && !whole.Date.IsZero() && part.Date != whole.Date {
		return false
	}
	of := func(x, y []demarche.Code) bool { return len(x) == 1 && len(y) > 1 && len(without(x, y)) == 0 }
	return of(part.Actor, whole.Actor) && sameCodes(part.Recipient, whole.Recipient) || of(part.Recipient, whole.Recipient) && sameCodes(part.Actor, whole.Actor)
}

// differs says whether what one of several did has a figure of its own.
func differs(part, whole *candidate) bool {
	return part.Count.N > 1 || !part.Deadline.IsZero() && part.Deadline != whole.Deadline
}

// inherit takes the day and the term that another account of an act tells, where this one has none.
func (c *candidate) inherit(whole *candidate) {
	if c.Date.IsZero() && !whole.Date.IsZero() {
		c.Date = whole.Date
		c.takes("date", whole)
	}
	if c.Deadline.IsZero() && !whole.Deadline.IsZero() {
		c.Deadline, c.term = whole.Deadline, whole.term
		c.takes("deadline", whole)
	}
}
