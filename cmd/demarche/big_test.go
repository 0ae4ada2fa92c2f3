package main

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// bigFile is a record that the benchmark Big of internal/ledgertest has made up.
var bigFile = flag.String("bigfile", "", "measure the pages of the made-up record in `FILE`")

// TestBigPage measures the page of the busiest pair of a large record: how long the
// first byte takes when nothing is kept, with other controls, and after a report was
// added; how large the page is, and when Chromium has it ready for use.
//
//	go test ./cmd/demarche -run TestBigPage -bigfile /tmp/big.db -v
func TestBigPage(t *testing.T) {
	if *bigFile == "" {
		t.Skip("-bigfile names a made-up record: see docs/record.md")
	}
	db := copied(t, *bigFile)
	at, _ := served(t, db)
	base := "http://" + at
	const page = "/RUS-USA?as_of=2024-12-31"
	measure := func(what string, times int, path func(n int) string) {
		t.Helper()
		var took []time.Duration
		size := 0
		for n := range times {
			asked := base + path(n)
			first, all := firstByte(t, asked)
			took, size = append(took, first), all
		}
		slices.Sort(took)
		t.Logf("%-36s first byte %v, half within %v, at most %v; %d kB", what, took[0].Round(time.Millisecond), took[len(took)/2].Round(time.Millisecond), took[len(took)-1].Round(time.Millisecond), size/1000)
		if size > 600_000 {
			t.Errorf("%s: the page has %d bytes", what, size)
		}
	}
	same := func(int) string { return page }
	each := func(form string) func(int) string {
		return func(n int) string { return fmt.Sprintf(form, n+1) }
	}
	measure("at once after the start", 1, same)
	measure("the same again", 9, same)
	measure("with other kinds and an axis", 9, each(page+"&kind=people&to=2024-12-%02d"))
	measure("as of another day", 9, each("/RUS-USA?as_of=2019-05-%02d"))
	measure("as known by another day", 9, each("/RUS-USA?known_by=2015-06-%02d"))
	measure("after a report was added", 9, func(n int) string {
		sent := fmt.Sprintf(`{"reports":[{"id":"new-%d-%d","date":"2024-12-%02d","text":"The United States on Monday expelled %d Russian diplomats. Russia will respond."}]}`, os.Getpid(), n, n+1, n+7)
		if code, body, _ := fetch(t, "POST", base+"/api/v1/reports", sent, "Content-Type", "application/json"); code != 200 {
			t.Fatalf("%d %s", code, body)
		}
		return page
	})
	first := base
	at, _ = served(t, db)
	base = "http://" + at
	time.Sleep(3 * time.Second) // it reads ahead meanwhile
	measure("3 s after the start", 1, same)
	base = first
	measure("home", 3, each("/?n=%d"))
	measure("deadlines of all as a calendar", 3, each("/api/v1/docket.ics?n=%d"))
	measure("newest acts of all as a feed", 3, each("/api/v1/acts.atom?n=%d"))

	b := browse(t, base)
	for n := range 3 {
		began := time.Now()
		b.do("open", chromedp.Navigate(base+fmt.Sprintf("/RUS-USA?as_of=2024-11-%02d", n+1)), chromedp.WaitVisible(chromedp.CSS(".controls")))
		at := ask(b, "timing", chromedp.Evaluate[[]float64](`(t => [t.responseStart, t.responseEnd, t.domContentLoadedEventEnd])(performance.getEntriesByType("navigation")[0])`))
		// The first control works: another day is set, and stands in the form.
		if set := ask(b, "control", chromedp.Evaluate[string](`(f => (f.value = "2020-01-01", f.value))(document.querySelector("#as_of"))`)); set != "2020-01-01" {
			t.Errorf("the control has %q", set)
		}
		t.Logf("in Chromium: first byte %.0f ms, last %.0f ms, ready %.0f ms, a control set after %v", at[0], at[1], at[2], time.Since(began).Round(time.Millisecond))
	}
}

// copied is a record of which the test may change a copy.
func copied(t *testing.T, from string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "record.db")
	for _, end := range []string{"", "-wal"} {
		in, err := os.Open(from + end)
		if os.IsNotExist(err) && end != "" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		out, err := os.Create(to + end)
		if err == nil {
			_, err = io.Copy(out, in)
		}
		if err != nil {
			t.Fatal(err)
		}
		in.Close()
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// firstByte asks for a page, and gives when its first byte came and how large it is.
func firstByte(t *testing.T, url string) (time.Duration, int) {
	t.Helper()
	began := time.Now()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	one := make([]byte, 1)
	if _, err := io.ReadFull(answer.Body, one); err != nil {
		t.Fatal(err)
	}
	first := time.Since(began)
	rest, err := io.Copy(io.Discard, answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d, %v", url, answer.StatusCode, err)
	}
	return first, int(rest) + 1
}
