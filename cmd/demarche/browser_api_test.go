package main

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowserAPI: the page on the API looks like the others, wide and narrow, light and
// dark.
func TestBrowserAPI(t *testing.T) {
	at, _ := served(t, filepath.Join(t.TempDir(), "record.db"))
	b := browse(t, "http://"+at)
	for _, c := range []struct {
		width         int64
		scheme, paper string
	}{{1280, "light", "rgb(251, 250, 247)"}, {390, "light", "rgb(251, 250, 247)"}, {1280, "dark", "rgb(21, 24, 27)"}, {390, "dark", "rgb(21, 24, 27)"}} {
		what := c.scheme
		b.do(what, window(c.width, 900), scheme(c.scheme), b.open("/api/v1/"))
		b.see(what, "POST /api/v1/code", "GET /api/v1/reports/{id}/explain", "JSON that is sent")
		if paper := ask(b, what, chromedp.Evaluate[string](`getComputedStyle(document.documentElement).backgroundColor`)); paper != c.paper {
			t.Errorf("%s: the paper is %s", what, paper)
		}
		b.sound(what)
		b.accessible(what)
	}
	b.do("to the pages", chromedp.Click(chromedp.CSS(`a.brand`)), chromedp.WaitVisible(chromedp.CSS("#add")))
}
