package intake

import (
	"testing"

	"demarche"
)

// TestHead: date header, head and body follow on each other and leave nothing of
// the text out but the header.
func TestHead(t *testing.T) {
	for _, c := range []struct{ reason, text, head, body string }{
		{"a dateline", " date 2021-11-30 MOSCOW, Nov 30 (Agency) -- Talks failed.", "MOSCOW, Nov 30 (Agency) -- ", "Talks failed."},
		{"a headline above it", "date: 2021-11-30\nTalks fail\n\nMOSCOW, Nov 30 (Agency) -- Talks failed.\n",
			"Talks fail\n\nMOSCOW, Nov 30 (Agency) -- ", "Talks failed."},
		{"no head", " date 2021-11-30 Talks failed.", "", "Talks failed."},
		{"no header either", "\ufeffTalks failed.", "", "Talks failed."},
		{"a head without a header", "By Jane Roe\nTalks failed.", "By Jane Roe\n", "Talks failed."},
	} {
		day, err := demarche.ParseDay("2021-11-30")
		if err != nil {
			t.Fatal(err)
		}
		got, reports := read(Options{Open: files{"a.txt": c.text}.open, Date: day}, "a.txt")
		if len(reports) != 1 {
			t.Errorf("%s: %v", c.reason, got)
			continue
		}
		r := reports[0]
		if head, body := Head(&r).In(r.Text), r.Body.In(r.Text); head != c.head || body != c.body {
			t.Errorf("%s: head %q and body %q, want %q and %q", c.reason, head, body, c.head, c.body)
		}
	}
}
