package desk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCodeIsTheSameForAnyNumberOfJobs: each report comes once, in its order, with
// its events, and what is refused in its place.
func TestCodeIsTheSameForAnyNumberOfJobs(t *testing.T) {
	d := open(t)
	render := func(dst []byte, c *Coding) []byte {
		dst = append(dst, c.Report.ID...)
		for _, e := range c.Events {
			if err := e.Validate(); err != nil {
				t.Error(err)
			}
			dst = fmt.Appendf(dst, " %+v", e)
		}
		return dst
	}
	var first []string
	for _, j := range []int{1, 2, 5} {
		got := collect(d.Code(t.Context(), lines(feed()), j, render))
		if first == nil {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" {
			t.Errorf("%d jobs: %s", j, diff)
		}
	}
	if len(first) != 44 || !strings.HasPrefix(first[6], "reading standard input:7: ") || !strings.HasPrefix(first[43], "r39") {
		t.Errorf("%d results, the seventh %q", len(first), first[6])
	}
}
