package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// screenshots writes the pictures of the documentation anew.
var screenshots = flag.Bool("screenshots", false, "write the pictures in docs anew")

// step is what is done in a browser.
type step = chromedp.Action[chromedp.Void]

// browser is a Chromium with one page of the program open.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string
	mu   sync.Mutex
	// faults are what the page wrote to its console as errors, and requests to other
	// hosts.
	faults []string
}

// browse opens a browser, or skips the test where there is none.
func browse(t *testing.T, base string) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium: install it to test the pages in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	for _, f := range []string{"disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync", "disable-dev-shm-usage", "hide-scrollbars"} {
		options = append(options, chromedp.Flag(f, true))
	}
	options = append(options, chromedp.Flag("lang", "en-GB"))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(alloc)
	t.Cleanup(func() { end(); stop() })
	b := &browser{t: t, ctx: ctx, base: base}
	// The first call has no bound in time, since the browser lives as long as it.
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	b.listen(func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			b.faults = append(b.faults, "exception: "+e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			if e.Type == "error" {
				b.faults = append(b.faults, fmt.Sprint("console: ", e.Args))
			}
		case *network.EventRequestWillBeSent:
			if u, err := url.Parse(e.Request.URL); err != nil || u.Host != strings.TrimPrefix(base, "http://") && u.Scheme != "data" {
				b.faults = append(b.faults, "a request to "+e.Request.URL)
			}
		}
	})
	return b
}

// listen has a function called for what the browser tells.
func (b *browser) listen(heard func(event any)) {
	b.t.Helper()
	err := chromedp.Listen(b.ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		heard(event)
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// ask gives what an action finds, within a time.
func ask[T any](b *browser, what string, action chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	got, err := chromedp.Run(ctx, action)
	if err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
	return got
}

// do takes steps, within a time.
func (b *browser) do(what string, steps ...step) {
	b.t.Helper()
	ask(b, what, chromedp.Steps(steps...))
}

func (b *browser) open(path string) step {
	return chromedp.Steps(chromedp.Navigate(b.base+path), chromedp.WaitVisible(chromedp.CSS("main")))
}

// see wants words on the page.
func (b *browser) see(what string, words ...string) {
	b.t.Helper()
	text := ask(b, what, chromedp.Text(chromedp.CSS("main")))
	for _, w := range words {
		if !strings.Contains(text, w) {
			b.t.Errorf("%s: the page has no %q:\n%.800s", what, w, text)
		}
	}
}

// sound wants a page without errors and foreign requests that does not run out of its
// window.
func (b *browser) sound(what string) {
	b.t.Helper()
	b.mu.Lock()
	for _, f := range b.faults {
		b.t.Errorf("%s: %s", what, f)
	}
	b.faults = nil
	b.mu.Unlock()
	if over := ask(b, what, chromedp.Evaluate[int](`document.documentElement.scrollWidth - document.documentElement.clientWidth`)); over > 0 {
		wide := ask(b, what, chromedp.Evaluate[string](`[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll")).map(e => e.tagName + "." + e.className).slice(0, 5).join(", ")`))
		b.t.Errorf("%s: the page is %d pixels wider than its window: %s", what, over, wide)
	}
}

// accessible wants axe to find no serious fault. DEMARCHE_AXE names its script.
func (b *browser) accessible(what string) {
	b.t.Helper()
	path := os.Getenv("DEMARCHE_AXE")
	if path == "" {
		return
	}
	script, err := os.ReadFile(path)
	if err != nil {
		b.t.Fatal(err)
	}
	var found []struct {
		ID, Impact, Help string
		Nodes            []struct{ HTML, FailureSummary string }
	}
	ask(b, what+": axe", chromedp.Evaluate[bool](string(script)+"; true"))
	text := ask(b, what+": axe", chromedp.Evaluate[string](`axe.run().then(r => JSON.stringify(r.violations))`, chromedp.EvalAwaitPromise))
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range found {
		if v.Impact == "serious" || v.Impact == "critical" {
			b.t.Errorf("%s: %s (%s): %s, on %d, first %.200s: %.300s", what, v.ID, v.Impact, v.Help, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].FailureSummary)
		}
	}
}

func window(width, height int64) step { return chromedp.EmulateViewport(width, height) }

func scheme(name string) step {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: name},
			{Name: "prefers-reduced-motion", Value: "reduce"}, // a page that is still scrolling is clicked beside the mark
		}})
		return err
	})
}

func scripts(on bool) step {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// TestBrowser: every page, wide and narrow, light and dark, with its main action, with
// scripts and without.
func TestBrowser(t *testing.T) {
	for _, c := range []struct {
		name    string
		width   int64
		scheme  string
		scripts bool
	}{{"wide", 1280, "light", true}, {"narrow", 390, "dark", true}, {"wide without scripts", 1280, "dark", false}, {"narrow without scripts", 390, "light", false}} {
		t.Run(c.name, func(t *testing.T) {
			at, _ := served(t, filepath.Join(t.TempDir(), "record.db"))
			b := browse(t, "http://"+at)
			b.do("start", window(c.width, 900), scheme(c.scheme), scripts(c.scripts))
			check := func(what string) {
				t.Helper()
				b.sound(what)
				if c.scripts {
					b.accessible(what)
				}
			}
			b.do("the empty record", b.open("/"))
			b.see("the empty record", "Load the examples")
			check("the empty record")
			b.do("loading the examples", chromedp.Click(chromedp.CSS(`form[action="/examples"] button`)), chromedp.WaitVisible(chromedp.CSS(`a.button[href="/RUS-USA"]`)))
			b.see("loading the examples", "10 added")
			check("the reports added")

			b.do("to the dyad", chromedp.Click(chromedp.CSS(`a.button[href="/RUS-USA"]`)), chromedp.WaitVisible(chromedp.CSS("svg.chart")))
			b.see("the dyad", "Headline figures", "Docket", "Russia expelled")
			check("the dyad")
			b.picture("dyad", c.name == "wide")
			// From a figure to its sentence: one click.
			b.do("from a figure to its sentence", chromedp.Click(chromedp.CSS(`#figures a.figure`)), chromedp.WaitVisible(chromedp.CSS(`span.mark:target`)))
			if ask(b, "the mark", chromedp.Text(chromedp.CSS(`span.mark:target`))) == "" {
				t.Error("the mark has no words")
			}
			check("the report")
			b.picture("report", c.name == "wide")

			b.do("why", chromedp.Click(chromedp.CSS(`#events-h ~ p a`)), chromedp.WaitVisible(chromedp.CSS("pre.tree")))
			check("the report with its trees")

			b.do("an act", b.open("/RUS-USA?known_by=2018-03-28"), chromedp.Click(chromedp.CSS(`#acts td a`)), chromedp.WaitVisible(chromedp.CSS("#way")))
			b.see("an act", "What answers it")
			check("an act")

			b.do("choosing types", b.open("/IRN-SAU"), chromedp.Click(chromedp.CSS("details.choose > summary")), chromedp.Click(chromedp.CSS(`input[value="expel"]`)),
				chromedp.Click(chromedp.CSS(`input[value="talks"]`)), chromedp.Click(chromedp.CSS(`input[value="actual"]`)), chromedp.Click(chromedp.CSS(`form.controls button`)))
			b.await("the address", `[...new URLSearchParams(location.search)].filter(p => p[1]).map(p => p.join("=")).sort().join("&")`, "kind=talks&status=actual&type=expel")
			b.await("the types chosen", `document.querySelector("details.choose > summary").innerText`, "Types and status: expel, talks and agreements, actual")
			b.await("only the acts chosen", `[...new Set([...document.querySelectorAll("#acts .status")].map(e => e.innerText))].join()`, "actual")
			b.see("choosing types", "Saudi Arabia expelled diplomats of Iran", "Iran and Saudi Arabia agreed", "chosen")
			check("the dyad with types chosen")

			b.do("home", b.open("/"))
			b.see("home", "What became known last", "Who acts against whom")
			check("home")
			b.picture("home", c.name == "wide")
			b.do("adding a report", chromedp.SetValue(chromedp.CSS("#text"), "VIENNA, November 30. /Agency/. Russia on Monday expelled two Austrian diplomats."),
				chromedp.SetValue(chromedp.CSS("#date"), "2021-11-30"), chromedp.Submit(chromedp.CSS("#add")), chromedp.WaitVisible(chromedp.CSS(`a.button[href="/"]`)))
			b.see("adding a report", "1 added")

			b.do("correcting an event", chromedp.Click(chromedp.CSS(`ul.lines a[href^="/report/pasted-"]`)), chromedp.WaitVisible(chromedp.CSS("ol.events")),
				chromedp.Click(chromedp.CSS(`details.correct summary`)), chromedp.SetValue(chromedp.CSS("#name-1"), "Ada"), chromedp.SetValue(chromedp.CSS("#reason-1"), "misread"),
				chromedp.Click(chromedp.CSS(`button[value="reject"]`)), chromedp.WaitVisible(chromedp.CSS(`.card.rejected`)))
			b.see("correcting an event", "Rejected by Ada")
			check("a report with a rejected event")

			b.decide()
			check("an act that was split")

			b.do("search", b.open("/search?q=Seattle"))
			b.see("search", "Seattle")
			check("search")
			b.do("register", b.open("/register"))
			b.see("register", "Sergei Lavrov")
			check("register")
			b.do("data", b.open("/data"))
			b.see("data", "events.parquet")
			check("data")
			b.do("a page that is not there", b.open("/report/none"))
			b.see("a page that is not there", "no report")
		})
	}
}

// picture writes a picture of the page into docs, where that was asked for.
func (b *browser) picture(name string, wanted bool) {
	b.t.Helper()
	if !*screenshots || !wanted {
		return
	}
	png := ask(b, "a picture of "+name, chromedp.CaptureScreenshot())
	if err := os.WriteFile("../../docs/"+name+".png", png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// TestBrowserLight: the page of the examples weighs less than 200 kB with all it loads,
// and a script in a report does not run.
func TestBrowserLight(t *testing.T) {
	at, _ := served(t, filepath.Join(t.TempDir(), "record.db"))
	base := "http://" + at
	fetch(t, "POST", base+"/examples", "")
	const evil = `<script>document.title='run'</script><img src=x onerror=document.title='run'>`
	fetch(t, "POST", base+"/api/v1/reports", `{"reports":[{"id":"evil","date":"2021-11-30","title":"`+evil+`","outlet":"`+evil+`","text":"Russia expelled two American diplomats on Monday. `+evil+`"}]}`, "Content-Type", "application/json")
	b := browse(t, base)
	weight := 0.0
	var requests []string
	b.listen(func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "data:") { // the browser's own signs
				requests = append(requests, e.Request.URL)
			}
		case *network.EventLoadingFinished:
			weight += e.EncodedDataLength
		}
	})
	began := time.Now()
	b.do("the dyad", window(1280, 900), b.open("/RUS-USA"), chromedp.WaitVisible(chromedp.CSS("svg.chart")))
	took := time.Since(began)
	b.sound("the dyad")
	b.mu.Lock()
	if weight > 200_000 || len(requests) > 4 {
		t.Errorf("requests %q, %.0f bytes", requests, weight)
	}
	t.Logf("%d requests, %.0f bytes over the wire, usable within %v", len(requests), weight, took)
	b.mu.Unlock()
	for _, path := range []string{"/report/evil", "/RUS-USA", "/", "/search?q=onerror"} {
		b.do(path, b.open(path))
		n := ask(b, path, chromedp.Evaluate[int](`document.querySelectorAll("main img, main script").length`))
		if title := ask(b, path, chromedp.Title()); n > 0 || title == "run" {
			t.Errorf("%s: what a report says was taken for a page", path)
		}
	}
}
