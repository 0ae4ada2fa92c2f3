package reconcile

import "demarche"

// Since guesses when a report came out from what its events tell, for events
// that came without their report: what is told as done had been done, and the
// latest of it is what made the news. The zero Day means that nothing tells: days
// that are still to come do not say how far off they were.
func Since(events []demarche.Event) demarche.Day {
	var done demarche.Day
	for i := range events {
		e := &events[i]
		if e.Status != demarche.Actual || e.Date.IsZero() {
			continue
		}
		d := e.Date.From
		if e.Date.Days() <= month {
			d = e.Date.Last()
		}
		if done.Before(d) {
			done = d
		}
	}
	return done
}
