package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// await wants an expression to become some text. It works where scripts of the page do
// not.
func (b *browser) await(what, expression, want string) {
	b.t.Helper()
	got := ""
	for range 100 {
		got = ask(b, what, chromedp.Evaluate[string](expression))
		if got == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.t.Errorf("%s: %q, want %q", what, got, want)
}

// runs runs a script in the page.
func runs(script string) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Evaluate[bool](script+"; true")(ctx, t)
		return err
	})
}

// because fills the name and the reason of a correction in.
func because(of string) step {
	return chromedp.Steps(chromedp.SetValue(chromedp.CSS("#name-"+of), "Ada"), chromedp.SetValue(chromedp.CSS("#reason-"+of), "two lists"))
}

// decide splits an account off an act, merges it again, and takes that back, on the
// page of the act.
func (b *browser) decide() {
	b.t.Helper()
	for i, date := range []string{"2021-11-30", "2021-12-01"} {
		b.do("adding a report", b.open("/"), chromedp.SetValue(chromedp.CSS("#text"), "Russia on November 29 expelled three Polish diplomats, as "+[]string{"one", "another"}[i]+" agency said."),
			chromedp.SetValue(chromedp.CSS("#date"), date), chromedp.Submit(chromedp.CSS("#add")), chromedp.WaitVisible(chromedp.CSS(`a.button[href="/"]`)))
	}
	b.do("to the act", b.open("/POL-RUS?type=expel&from=2021-11-01"), chromedp.Click(chromedp.CSS(`#acts td a`)), chromedp.WaitVisible(chromedp.CSS("#decide")))
	b.see("two accounts of an act", "All 2 accounts")
	b.do("splitting", chromedp.Click(chromedp.CSS(`details:has(button[value="split"]) > summary`)), chromedp.Click(chromedp.CSS(`label.whole:last-child input`)), because("split"),
		chromedp.Click(chromedp.CSS(`button[value="split"]`)), chromedp.WaitVisible(chromedp.CSS(`details:has(button[value="untie"])`)))
	b.see("splitting", "The account", "Ada: not the same as Russia expelled 3 diplomats of Poland")
	b.do("merging", chromedp.Click(chromedp.CSS(`details:has(button[value="merge"]) > summary`)), chromedp.SetValue(chromedp.CSS("#other"), ask(b, "the likeliest", chromedp.Evaluate[string](`document.querySelectorAll("#other option")[1].value`))), because("merge"),
		chromedp.Click(chromedp.CSS(`button[value="merge"]`)), chromedp.WaitVisible(chromedp.CSS(`details:has(button[value="split"])`)))
	b.see("merging", "All 2 accounts", "Ada: these accounts tell one act")
	b.do("taking back", chromedp.Click(chromedp.CSS(`details:has(button[value="untie"]) > summary`)), because("undo0"),
		chromedp.Click(chromedp.CSS(`button[value="untie"]`)), chromedp.WaitNotPresent(chromedp.CSS(`details:has(button[value="split"])`)))
	b.see("taking back", "The account", "Ada: not the same as")
}

// TestBrowserPlay: what the pages do where scripts run, and for those who have no mouse.
func TestBrowserPlay(t *testing.T) {
	at, _ := served(t, filepath.Join(t.TempDir(), "record.db"))
	base := "http://" + at
	fetch(t, "POST", base+"/examples", "")
	b := browse(t, base)
	const report = "/report/2018-03-26-united-states-russia"
	b.do("start", window(1280, 900), scheme("light"), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}) // no window is in front
		return err
	}))

	// The time axis: pointing and focus tell what a mark stands for.
	const tip = `(document.querySelector(".tip.shown") || {innerText: ""}).innerText`
	b.do("the dyad", b.open("/RUS-USA"), runs(`document.querySelector("svg.chart a[href^='/act/'][aria-label*='expelled 60']").focus()`))
	if got := ask(b, "the tip", chromedp.Evaluate[string](tip)); !strings.Contains(got, "expelled 60 diplomats of") {
		t.Errorf("a mark with the focus tells %q", got)
	}
	b.do("escape", chromedp.KeyEvent("\u001b"))
	b.await("the tip is gone", tip, "")

	// A choice takes effect at once, and the page is not loaded anew.
	b.do("choosing", runs(`window.same = true; document.querySelector("details.choose").open = true`), chromedp.Click(chromedp.CSS(`input[value="expel"]`)))
	b.await("the address", `location.search`, "?type=expel")
	b.await("the acts", `[...document.querySelectorAll("#acts tbody tr")].every(r => r.innerText.includes("expelled")).toString()`, "true")
	b.await("the focus", `document.activeElement.value`, "expel")
	b.do("known by", runs(`const d = document.getElementById("known_by"); d.value = "2018-03-28"; d.dispatchEvent(new Event("change", {bubbles: true}))`))
	b.await("the lead", `document.querySelector(".lead").innerText.includes("as known by 2018-03-28").toString()`, "true")
	b.await("the same page", `String(window.same)`, "true")
	b.sound("choosing")

	// The report: pointing to a mark shows the event, and so does the focus.
	shown := `[...document.querySelectorAll("span.mark > .tip")].filter(e => e.checkVisibility()).map(e => e.innerText).join("|")`
	b.do("a report", b.open(report))
	b.await("no tip", shown, "")
	b.do("focus on a mark", runs(`document.querySelector("span.mark a.number").focus()`))
	if got := ask(b, "the tip", chromedp.Evaluate[string](shown)); !strings.Contains(got, "United States → Russia") || strings.Contains(got, "|") {
		t.Errorf("a mark with the focus shows %q", got)
	}
	if lit := ask(b, "the card", chromedp.Evaluate[int](`document.querySelectorAll("li.card.lit").length`)); lit == 0 {
		t.Error("no event lights up")
	}
	b.do("from the mark to the event by key", chromedp.KeyEvent("\r"), chromedp.WaitVisible(chromedp.CSS("li.card:target")))
	b.do("from the event to its words", chromedp.Click(chromedp.CSS("li.card:last-child a.figure")), chromedp.WaitVisible(chromedp.CSS("span.mark:target")))
	inView := `(r => (r.top >= 0 && r.bottom <= innerHeight).toString())(document.querySelector("span.mark:target").getBoundingClientRect())`
	b.await("the words are in view", inView, "true")

	// Everything that can be clicked can be reached by key.
	if lost := ask(b, "reach", chromedp.Evaluate[string](`[...document.querySelectorAll("a, button, input, select, summary")].filter(e => e.tabIndex < 0 && e.type !== "hidden").map(e => e.outerHTML).join()`)); lost != "" {
		t.Errorf("no key reaches %s", lost)
	}

	// Files can be dropped.
	b.do("dropping a file", b.open("/"), runs(`const d = new DataTransfer();
d.items.add(new File(["Russia expelled two Austrian diplomats on Monday."], "2021-11-30-drop.txt"));
document.getElementById("add").dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true}))`),
		chromedp.Click(chromedp.CSS("#add button")), chromedp.WaitVisible(chromedp.CSS(`a.button[href="/"]`)))
	b.see("dropping a file", "1 added", "2021-11-30-drop")

	// Very wide, and the description of the API.
	for _, path := range []string{"/", "/RUS-USA", report, "/api/v1/"} {
		b.do(path, window(2560, 1400), chromedp.Navigate(base+path), chromedp.WaitVisible(chromedp.CSS("h1")))
		b.sound(path)
		b.accessible(path)
	}
	// A printed page has no controls.
	b.do("print", b.open("/RUS-USA"), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}))
	if left := ask(b, "print", chromedp.Evaluate[string](`[...document.querySelectorAll("form, nav, .tip, .skip, footer")].filter(e => e.checkVisibility()).map(e => e.className).join()`)); left != "" {
		t.Errorf("on paper stand %s", left)
	}
}
