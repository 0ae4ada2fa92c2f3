package intake

import (
	"crypto/sha256"
	"fmt"

	"demarche"
)

// first is what is kept of the first report under an id: enough to know it
// again, not its text.
type first struct {
	at   place
	date demarche.Day
	text [sha256.Size]byte
}

// enter books a report under its id. It says whether the same report came
// before, and if another one did, why this one clashes with it.
func (t *taker) enter(at place, r *demarche.Report) (again bool, clash string) {
	sum := sha256.Sum256([]byte(r.Text))
	f, taken := t.firsts[r.ID]
	switch {
	case !taken:
		t.firsts[r.ID] = first{at, r.Date, sum}
		return false, ""
	case f.text != sum:
		return false, fmt.Sprintf("report %q has another text than the report of that id in %s", string(r.ID), where(f.at.path, f.at.line))
	case f.date != r.Date:
		return false, fmt.Sprintf("report %q is of %v, the same report in %s of %v", string(r.ID), r.Date, where(f.at.path, f.at.line), f.date)
	}
	t.notice(Again, at, fmt.Sprintf("report %q is the same as in %s; it was dropped", string(r.ID), where(f.at.path, f.at.line)))
	return true, ""
}
