package web

import (
	"bytes"
	"io"
	"io/fs"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/ledgertest"
)

var today = demarche.Day{Year: 2026, Month: 11, Date: 29}

// start starts the pages on an empty record.
func start(t testing.TB) (http.Handler, *desk.Record) {
	t.Helper()
	examples, err := fs.Sub(demarche.Examples, "examples")
	if err != nil {
		t.Fatal(err)
	}
	r := ledgertest.Record(t, ledgertest.SQLite)
	h, err := New(Site{Desk: ledgertest.Desk(t), Record: r, Today: func() demarche.Day { return today }, Examples: examples, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal(err)
	}
	return h, r
}

// ask sends a request and gives the answer.
func ask(t testing.TB, h http.Handler, method, target, kind string, body io.Reader) (int, string, http.Header) {
	t.Helper()
	r := httptest.NewRequest(method, target, body)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String(), w.Header()
}

// get wants a page.
func get(t testing.TB, h http.Handler, target string, want int) string {
	t.Helper()
	code, body, _ := ask(t, h, "GET", target, "", nil)
	if code != want {
		t.Fatalf("GET %s: %d, want %d\n%s", target, code, want, body)
	}
	return body
}

// post sends a form.
func post(t testing.TB, h http.Handler, target string, form url.Values) (int, string, http.Header) {
	t.Helper()
	return ask(t, h, "POST", target, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// paste adds a report by its text.
func paste(t *testing.T, h http.Handler, text, date string) (int, string) {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	m.WriteField("text", text)
	m.WriteField("date", date)
	m.Close()
	code, body, _ := ask(t, h, "POST", "/add", m.FormDataContentType(), &b)
	return code, body
}

func wants(t *testing.T, page, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s has no %q", page, w)
		}
	}
}

// TestPages: the way of a newcomer, from an empty record to a sentence.
func TestPages(t *testing.T) {
	h, _ := start(t)
	wants(t, "the empty home", get(t, h, "/", 200), "Load the examples", `action="/examples"`, `action="/add"`)
	if code, body, _ := post(t, h, "/examples", nil); code != 200 || !strings.Contains(body, "10 added") {
		t.Fatalf("loading the examples: %d\n%s", code, body)
	}
	wants(t, "home", get(t, h, "/", 200), "What became known last", "Deadlines ahead", `href="/RUS-USA"`, `aria-label="Russia against United States: `)
	dyad := get(t, h, "/RUS-USA", 200)
	wants(t, "the dyad", dyad, "<svg", "Russia acts", "United States acts", `class="arc explicit"`, "hollow", `class="due"`, ">60<")
	if len(dyad) > 200_000 {
		t.Errorf("the page of the dyad has %d bytes", len(dyad))
	}
	for _, name := range []string{"figures", "measures", "docket", "moves", "talks", "claims", "disagreements"} {
		wants(t, "the dyad", dyad, `<section id="`+name+`"`)
	}
	follow(t, h, dyad)
	wants(t, "the search", get(t, h, "/search?q=Seattle", 200), "<mark>Seattle</mark>", "/report/2018-03-26-united-states-russia")
	wants(t, "the search for a person", get(t, h, "/search?q=lavrov", 200), "Persons", "Sergei Lavrov")
	wants(t, "the register", get(t, h, "/register?surname=Lavrov", 200), "Foreign Minister")
	const report = "/report/2018-03-26-united-states-russia"
	wants(t, "a report with trees", get(t, h, report+"?why=1", 200), "Hide the sentence trees", `<pre class="tree">`, "nsubj")
	if page := get(t, h, report, 200); strings.Contains(page, "<pre") || !strings.Contains(page, "why=1") {
		t.Error("trees are shown unasked, or cannot be asked for")
	}
	get(t, h, "/register?as_of=yesterday", 400)
	get(t, h, "/search", 200)
	wants(t, "the data", get(t, h, "/data", 200), "/api/v1/export/events.csv", "/api/v1/docket.ics")
}

var section = regexp.MustCompile(`(?s)<section id="(\w+)".*?</section>`)
var sentenceLink = regexp.MustCompile(`class="(?:figure|source)" href="(/report/[^"]+)"`)

// follow takes the links of each section of a dyad's page, and wants each to open at
// the words.
func follow(t *testing.T, h http.Handler, dyad string) {
	pages := map[string]string{}
	for _, s := range section.FindAllStringSubmatch(dyad, -1) {
		if s[1] == "chart" || s[1] == "acts" || strings.Contains(s[0], "Nothing in the record.") {
			continue
		}
		links := sentenceLink.FindAllStringSubmatch(s[0], -1)
		if len(links) == 0 {
			t.Errorf("section %s has no link to a sentence", s[1])
		}
		for _, l := range links {
			target := strings.ReplaceAll(l[1], "&amp;", "&")
			path, id, ok := strings.Cut(target, "#")
			if pages[path] == "" {
				pages[path] = get(t, h, path, 200)
			}
			if !ok || !strings.Contains(pages[path], `id="`+id+`"`) {
				t.Errorf("section %s: %s opens at no words", s[1], target)
			}
		}
	}
}

// TestTimeTravel: what was known by a day, and the world of a day, stand in the
// address.
func TestTimeTravel(t *testing.T) {
	h, _ := start(t)
	post(t, h, "/examples", nil)
	early := get(t, h, "/RUS-USA?known_by=2018-03-28", 200)
	wants(t, "what was known early", early, "as known by 2018-03-28", "2018-03-26-united-states-russia", `value="2018-03-28"`)
	for _, late := range []string{"2018-03-30-russia-united-states", "2021-04-30-united-states-russia"} {
		if strings.Contains(early, late) {
			t.Errorf("%s was known before it came out", late)
		}
	}
	wants(t, "before all", get(t, h, "/RUS-USA?known_by=2001-01-01", 200), "The record has nothing between the two")
	if page := get(t, h, "/RUS-USA?kind=talks&status=actual", 200); strings.Contains(page, `class="mark side-a"`) {
		t.Error("an act of one side is drawn among talks")
	}
	wants(t, "one year", get(t, h, "/RUS-USA?from=2018-01-01&to=2018-12-31", 200), `aria-current="true">2018`)
	get(t, h, "/RUS-USA?as_of=2018-02-30", 400)
	get(t, h, "/RUS-RUS", 404)
	get(t, h, "/RUS-QQQ", 404)
	wants(t, "a code that is none", get(t, h, "/RUS-USB", 404), "did you mean USA (United States)?")
	get(t, h, "/favicon.ico", 404)
	if code, _, head := ask(t, h, "GET", "/rus-usa?kind=talks", "", nil); code != 301 || head.Get("Location") != "/RUS-USA?kind=talks" {
		t.Errorf("small letters: %d %s", code, head.Get("Location"))
	}
}

// TestActs: an act has its accounts, and what answers it.
func TestActs(t *testing.T) {
	h, _ := start(t)
	post(t, h, "/examples", nil)
	dyad := get(t, h, "/RUS-USA", 200)
	for _, m := range regexp.MustCompile(`href="(/act/[^"]+)"`).FindAllStringSubmatch(dyad, -1) {
		wants(t, m[1], get(t, h, m[1], 200), "How it came to its status", "What answers it", `class="source" href="/report/`)
	}
	get(t, h, "/act/none", 404)
}

// TestCorrections: an event is changed, the change undone, rejected, taken back and
// confirmed, each with a name and a reason.
func TestCorrections(t *testing.T) {
	h, _ := start(t)
	paste(t, h, "Russia expelled two Austrian diplomats on Monday.", "2021-11-30")
	const report = "/report/"
	found := regexp.MustCompile(`href="/report/(pasted-[0-9a-f]+)#(\w+)"`).FindStringSubmatch(get(t, h, "/", 200))
	if found == nil {
		t.Fatal("home has no link to the report that was pasted")
	}
	page, event := report+found[1], found[2]
	do := func(what, field, value string, want int) string {
		t.Helper()
		code, body, head := post(t, h, "/correct", url.Values{"report": {found[1]}, "event": {event}, "do": {what}, "field": {field}, "value": {value}, "name": {"Ada"}, "reason": {"misread"}})
		if code != want {
			t.Fatalf("%s %s: %d\n%s", what, field, code, body)
		}
		if want != 303 {
			return body
		}
		if to := head.Get("Location"); to != page+"#card-"+event {
			t.Errorf("%s leads to %s", what, to)
		}
		return get(t, h, page, 200)
	}
	two, three := "<dt>count</dt><dd>2</dd>", "<dt>count</dt><dd>3</dd>"
	wants(t, "as coded", get(t, h, page, 200), two, `id="`+event+`"`, "expel/")
	wants(t, "changed", do("change", "count", "3", 303), three, "Undo count", "Ada: count is 3")
	wants(t, "undone", do("undo:count", "", "", 303), two)
	wants(t, "rejected", do("reject", "", "", 303), "Rejected</strong> by Ada on ", "mark rejected", "Undo the rejection")
	if page := do("accept", "", "", 303); strings.Contains(page, "mark rejected") {
		t.Error("the rejection was not taken back")
	}
	wants(t, "confirmed", do("confirm", "", "", 303), "Ada: confirmed")
	wants(t, "a value that is none", do("change", "count", "many", 422), "is no count")
	wants(t, "a way that is none", do("burn", "", "", 400), "no way to correct")
	if code, _, _ := post(t, h, "/correct", url.Values{"event": {event}, "do": {"reject"}}); code != 422 {
		t.Errorf("without a name: %d", code)
	}
	if code, _, _ := post(t, h, "/correct", url.Values{"event": {"none"}, "do": {"reject"}, "name": {"A"}, "reason": {"b"}}); code != 404 {
		t.Errorf("an event that is not there: %d", code)
	}
}

// TestSplitAndMerge: accounts are split off an act and merged with it again on its page,
// each with a name and a reason, and both are undone.
func TestSplitAndMerge(t *testing.T) {
	h, _ := start(t)
	ids := map[string]string{}
	for _, date := range []string{"2021-11-30", "2021-12-01", "2021-12-02"} {
		_, body := paste(t, h, "Russia on November 29 expelled two Austrian diplomats, the agency said on "+date+".", date)
		report := regexp.MustCompile(`href="(/report/pasted-[0-9a-f]+)"`).FindStringSubmatch(body)[1]
		ids[date] = regexp.MustCompile(`id="card-(\w+)"`).FindStringSubmatch(get(t, h, report, 200))[1]
	}
	first, last := ids["2021-11-30"], ids["2021-12-02"]
	do := func(what string, form url.Values, want int) string {
		t.Helper()
		for k, v := range map[string]string{"do": what, "event": first, "name": "Ada", "reason": "two lists"} {
			if form.Get(k) == "" {
				form.Set(k, v)
			}
		}
		code, body, head := post(t, h, "/correct", form)
		if code != want {
			t.Fatalf("%s: %d\n%s", what, code, body)
		}
		if want == 303 {
			path, _, _ := strings.Cut(head.Get("Location"), "#")
			return get(t, h, path, 200)
		}
		return body
	}
	act := func(id string) string { return get(t, h, "/act/"+id, 200) }
	const all, two, one = "All 3 accounts", "All 2 accounts", "The account"
	wants(t, "the act", act(first), all, "Split off accounts", "Merge with another act", `value="`+last+`"`)
	wants(t, "what was split off", do("split", url.Values{"chosen": {last}}, 303), one, "Ada: not the same as", "two lists", `<option value="a`+first+`">`)
	wants(t, "what is left", act(first), two, "Ada: not the same as", `href="/act/a`+last+`"`)
	wants(t, "the report says so", get(t, h, regexp.MustCompile(`/report/pasted-[0-9a-f]+`).FindString(act(last)), 200), "Ada: another act than")

	wants(t, "merged", do("merge", url.Values{"other": {"a" + last}}, 303), all, "Ada: these accounts tell one act")
	pairs := func(page string) (all []string) {
		for _, m := range regexp.MustCompile(`name="pair" value="([^"]+)"`).FindAllStringSubmatch(page, -1) {
			all = append(all, m[1])
		}
		return all
	}
	wants(t, "the merging undone", do("untie", url.Values{"pair": pairs(act(first))}, 303), two, "Ada: not the same as")
	if page := do("untie", url.Values{"pair": pairs(act(first))}, 303); !strings.Contains(page, all) || strings.Contains(page, "not the same as") {
		t.Errorf("the splitting is not undone:\n%s", page)
	}
	do("split", url.Values{"chosen": {last}}, 303)
	wants(t, "merged by its address", do("merge", url.Values{"id": {"http://127.0.0.1:8080/act/a" + last + "#decide"}}, 303), all)

	wants(t, "nothing chosen", do("split", url.Values{}, 422), "No event was chosen")
	wants(t, "all chosen", do("split", url.Values{"chosen": {first, ids["2021-12-01"], last}}, 422), "All events of the act were chosen")
	wants(t, "no act chosen", do("merge", url.Values{}, 422), "No act was chosen")
	wants(t, "an act that is not there", do("merge", url.Values{"id": {"none"}}, 404), "no act")
	wants(t, "no reason", do("split", url.Values{"chosen": {last}, "reason": {" "}}, 422), "needs a reason")

	// An account is corrected there too; one that is rejected is shown by its report.
	on := url.Values{"on": {"act"}, "report": {"pasted-x"}, "field": {"count"}, "value": {"3"}}
	wants(t, "corrected on the act's page", do("change", on, 303), "Ada: count is 3", "Undo count", "Where reports differ")
	if _, _, head := post(t, h, "/correct", url.Values{"on": {"act"}, "report": {"r"}, "event": {first}, "do": {"reject"}, "name": {"Ada"}, "reason": {"misread"}}); head.Get("Location") != "/report/r#card-"+first {
		t.Errorf("the rejection leads to %s", head.Get("Location"))
	}
}

// TestHostile: what comes from outside shows as text, and too much is refused.
func TestHostile(t *testing.T) {
	h, _ := start(t)
	const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>`
	code, body := paste(t, h, "Russia expelled two Austrian diplomats on Monday, "+evil+" said. Russia also expelled "+evil+" three Polish diplomats.", "2021-11-30")
	if code != 200 {
		t.Fatalf("%d\n%s", code, body)
	}
	found := regexp.MustCompile(`/report/pasted-[0-9a-f]+`).FindString(body)
	for _, target := range []string{"/", found, "/AUT-RUS", "/search?q=" + url.QueryEscape(evil), "/register?surname=" + url.QueryEscape(evil), "/search?q=script", found + "?words=" + url.QueryEscape(evil)} {
		body := get(t, h, target, 200)
		if strings.Contains(body, "<script>") || strings.Contains(body, "<img") {
			t.Errorf("%s holds markup of a report", target)
		}
	}
	wants(t, "the report", get(t, h, found, 200), "&lt;script&gt;")
	for _, target := range []string{"/report/" + url.PathEscape(evil), "/report/..%2f..%2fetc%2fpasswd", "/static/x/../../web.go", "/static/x/%2e%2e/web.go", "/act/" + url.PathEscape("../x"), "/" + url.PathEscape(evil)} {
		code, body, _ := ask(t, h, "GET", target, "", nil)
		if code == 200 || code >= 500 || strings.Contains(body, "<script>") || strings.Contains(body, "package web") {
			t.Errorf("GET %s: %d\n%s", target, code, body)
		}
	}
	if code, _ := paste(t, h, strings.Repeat("Russia expelled two diplomats. ", 10<<20/31), "2021-11-30"); code != 413 {
		t.Errorf("10 MiB: %d", code)
	}
	if code, body := paste(t, h, "No day at all.", ""); code != 422 || !strings.Contains(body, "Refused") {
		t.Errorf("a report without a date: %d\n%s", code, body)
	}
	if code, _ := paste(t, h, " ", ""); code != 400 {
		t.Errorf("nothing: %d", code)
	}
	if code, _, _ := post(t, h, "/add", url.Values{"text": {"x"}}); code >= 500 {
		t.Errorf("a form of another kind: %d", code)
	}
}

// TestHeaders: a page runs no script of its own, and is not sent twice.
func TestHeaders(t *testing.T) {
	h, _ := start(t)
	_, body, head := ask(t, h, "GET", "/", "", nil)
	if p := head.Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || strings.Contains(p, "unsafe") {
		t.Errorf("policy %q", p)
	}
	for _, m := range regexp.MustCompile(`(?:src|href|action)="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if !strings.HasPrefix(m[1], "/") && !strings.HasPrefix(m[1], "#") {
			t.Errorf("the page points to %s", m[1])
		}
	}
	if strings.Contains(body, "style=") || regexp.MustCompile(`\son\w+=`).MatchString(body) {
		t.Error("the page has style or script in an attribute")
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("If-None-Match", head.Get("ETag"))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("asked again: %d", w.Code)
	}
	style := regexp.MustCompile(`/static/\w+/style.css`).FindString(body)
	if _, _, head := ask(t, h, "GET", style, "", nil); head.Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(head.Get("Cache-Control"), "immutable") {
		t.Errorf("%s: %v", style, head)
	}
}

// TestPieces: marks that lie within each other are nested, and such as cross are
// closed and opened again; the words are all there.
func TestPieces(t *testing.T) {
	const text = "abcdefghij"
	events := make([]codedEvent, 3)
	events[0].Span, events[1].Span, events[2].Span = demarche.Span{Start: 1, End: 5}, demarche.Span{Start: 3, End: 8}, demarche.Span{Start: 4, End: 5}
	var b strings.Builder
	for i, e := range []string{"x", "y", "z"} {
		events[i].ID = demarche.EventID(e)
	}
	depth := 0
	for _, p := range pieces(text, events, "ij") {
		switch {
		case p.Close:
			b.WriteString(")")
			depth--
		case p.Found:
			b.WriteString("(w:")
			depth++
		case p.Open != nil:
			b.WriteString("(" + string(p.Open.ID))
			if p.Again {
				b.WriteString("'")
			}
			b.WriteString(":")
			depth++
		default:
			b.WriteString(p.Words)
		}
	}
	if got, want := b.String(), "a(x:bc(y:d(z:e)))(y':fgh)(w:ij)"; got != want || depth != 0 {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestAxis: days keep their order, and a long time without anything is cut.
func TestAxis(t *testing.T) {
	day := func(s string) demarche.Day {
		d, err := demarche.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	a := newAxis([]demarche.Day{day("2018-03-29"), day("2018-03-26"), day("2021-04-15"), day("2021-04-15")}, demarche.Day{}, demarche.Day{})
	if len(a.breaks) != 1 || a.breaks[0].Name != "3 years" {
		t.Errorf("gaps %v", a.breaks)
	}
	last := 0
	for d := day("2018-03-20"); d.Before(day("2021-05-01")); d = d.Plus(1) {
		if x := a.x(d); x < last || x > chartWidth {
			t.Fatalf("%v stands at %d, the day before at %d", d, x, last)
		} else {
			last = x
		}
	}
	if n := a.x(day("2018-03-29")) - a.x(day("2018-03-26")); n < 100 {
		t.Errorf("three days have %d", n)
	}
	for i, x := range a.ticks() {
		if i > 0 && x.X-a.ticks()[i-1].X < 84 {
			t.Errorf("ticks %v", a.ticks())
		}
	}
}

func TestFlag(t *testing.T) {
	for code, want := range map[demarche.Code]string{"RUS": "🇷🇺", "USA": "🇺🇸", "XKX": "🇽🇰", "EUR": "🇪🇺", "NAT": "", "XXX": "", "": ""} {
		if got := flag(code); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}
