package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// forget drops what is known of faults: at the provider there are requests to another
// host.
func (b *browser) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = nil
}

// TestBrowserSignIn: the way of a person through the provider to the page they asked
// for, to a correction, past another site's form and out, with scripts and without.
func TestBrowserSignIn(t *testing.T) {
	for _, c := range []struct {
		name    string
		width   int64
		scripts bool
	}{{"wide", 1280, true}, {"narrow without scripts", 390, false}} {
		t.Run(c.name, func(t *testing.T) {
			base, _, _ := signInServer(t)
			evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				fmt.Fprintf(w, `<!doctype html><title>x</title><form method="post" action="%s/sign-out"><button>You have won</button></form>`, base)
			}))
			defer evil.Close()
			b := browse(t, base)
			check := func(what string) {
				t.Helper()
				b.sound(what)
				if c.scripts {
					b.accessible(what)
				}
			}
			button := chromedp.CSS(`a.button[href^="/sign-in/start"]`)
			b.do("a page without signing in", window(c.width, 900), scripts(c.scripts), b.open("/register?surname=Lavrov"), chromedp.WaitVisible(button))
			b.see("a page without signing in", "open to those who sign in", "Sign in at localhost:")
			check("the way in")
			b.do("to the provider", chromedp.Click(button), chromedp.WaitVisible(chromedp.CSS("#username")))
			b.do("at the provider", chromedp.SetValue(chromedp.CSS("#username"), "ada"), chromedp.SetValue(chromedp.CSS("#password"), everybody),
				chromedp.Click(chromedp.CSS(`button[type="submit"]`)), chromedp.WaitVisible(chromedp.CSS(".reader")))
			b.forget()
			if at := ask(b, "the address", chromedp.Location()); at != base+"/register?surname=Lavrov" {
				t.Errorf("the provider led to %s", at)
			}
			if text := ask(b, "who is signed in", chromedp.Text(chromedp.CSS(".reader"))); !strings.Contains(text, "Ada Lovelace") {
				t.Errorf("signed in is %q", text)
			}
			check("signed in")

			b.do("loading the examples", b.open("/"), chromedp.Click(chromedp.CSS(`form[action="/examples"] button`)), chromedp.WaitVisible(chromedp.CSS(`a.button[href="/RUS-USA"]`)))
			b.do("correcting an event", b.open("/report/2018-03-26-united-states-russia"), chromedp.Click(chromedp.CSS(`details.correct summary`)),
				chromedp.SetValue(chromedp.CSS("#reason-1"), "misread"), chromedp.Click(chromedp.CSS(`button[value="reject"]`)), chromedp.WaitVisible(chromedp.CSS(`.card.rejected`)))
			b.see("correcting an event", "Rejected by Ada Lovelace <ada@example.org>")
			check("a report")

			b.do("a form of another site", chromedp.Navigate(strings.Replace(evil.URL, "127.0.0.1", "localhost", 1)), chromedp.Click(chromedp.CSS("button")), chromedp.WaitVisible(chromedp.CSS("pre")))
			if text := ask(b, "the answer to another site", chromedp.Text(chromedp.CSS("pre"))); !strings.Contains(text, "cross-origin") {
				t.Errorf("another site is answered %q", text)
			}
			b.do("still signed in", b.open("/"), chromedp.WaitVisible(chromedp.CSS(".reader")))
			b.forget()

			b.do("signing out", chromedp.Click(chromedp.CSS(".reader button")), chromedp.WaitVisible(button))
			b.see("signing out", "You are signed out here")
			check("signed out")
			b.do("after signing out", b.open("/"), chromedp.WaitVisible(button))
			b.see("after signing out", "open to those who sign in")
		})
	}
}
