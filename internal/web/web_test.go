package web

import (
	"bytes"
	"html"
	"io"
	"io/fs"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
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
	wants(t, "the dyad", dyad, `<table class="replies">`, "3 days</td><td>60 for 60</td><td>inferred", "<svg", "Russia acts", "United States acts", `class="arc explicit"`, "hollow", `class="due"`, ">60<")
	if len(dyad) > 200_000 {
		t.Errorf("the page of the dyad has %d bytes", len(dyad))
	}
	for _, name := range []string{"figures", "measures", "docket", "moves", "talks", "claims", "disagreements"} {
		wants(t, "the dyad", dyad, `<section id="`+name+`"`)
	}
	follow(t, h, dyad)
	wants(t, "the search", get(t, h, "/search?q=Seattle", 200), "<mark>Seattle</mark>", "/report/2018-03-26-united-states-russia")
	wants(t, "the search for a person", get(t, h, "/search?q=lavrov", 200), "Persons", "Sergei Lavrov")
	wants(t, "the search for a name in full", get(t, h, "/search?q=Sergei+Lavrov", 200), "Persons", "Sergei Lavrov")
	wants(t, "the search for a name with accents", get(t, h, "/search?q=kulh%C3%A1nek", 200), "Jakub Kulhánek")
	if page := get(t, h, "/search?q=Pavel+Lavrov", 200); strings.Contains(page, "Persons") {
		t.Error("another of that surname is found")
	}
	get(t, h, "/search?q=%C3%A7", 200)
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
var sentenceLink = regexp.MustCompile(`href="(/report/[^"?#]+(?:\?(?:words|at)=[^"#]+)?#[^"]+)"`)

// follow takes the links of each section of a dyad's page, and wants each to open at
// the words. The chart and the list of acts have them too: on each figure, in each row.
func follow(t *testing.T, h http.Handler, dyad string) {
	for _, s := range section.FindAllStringSubmatch(dyad, -1) {
		if strings.Contains(s[0], "Nothing in the record.") {
			continue
		}
		links := sentenceLink.FindAllStringSubmatch(s[0], -1)
		if len(links) == 0 {
			t.Errorf("section %s has no link to a sentence", s[1])
		}
		openAtWords(t, h, "section "+s[1], links)
		switch s[1] {
		case "chart":
			if figures := strings.Count(s[0], `<text class="n `); figures == 0 || figures != len(links) {
				t.Errorf("of %d figures of the chart %d open at a sentence", figures, len(links))
			}
		case "acts":
			for _, row := range strings.Split(s[0], "<tr>")[2:] {
				if !sentenceLink.MatchString(row) {
					t.Errorf("a row opens at no sentence: %s", row)
				}
			}
		case "moves":
			for _, row := range strings.Split(s[0], "<tr>")[2:] {
				if n := len(sentenceLink.FindAllString(row, -1)); n < 2 {
					t.Errorf("a move and its answer have %d links to sentences: %s", n, row)
				}
			}
			fallthrough
		default:
			for _, line := range strings.Split(s[0], "<li>")[1:] {
				if text, _, _ := strings.Cut(line, "</li>"); !sentenceLink.MatchString(text) && !strings.Contains(text, "The record h") {
					t.Errorf("section %s: a line opens at no sentence: %s", s[1], text)
				}
			}
		}
	}
}

// openAtWords wants links to open at words that are marked.
func openAtWords(t *testing.T, h http.Handler, what string, links [][]string) {
	t.Helper()
	pages := map[string]string{}
	for _, l := range links {
		target := html.UnescapeString(l[1])
		path, id, _ := strings.Cut(target, "#")
		if pages[path] == "" {
			pages[path] = get(t, h, path, 200)
		}
		if !strings.Contains(pages[path], `id="`+id+`"`) {
			t.Errorf("%s: %s opens at no words", what, target)
		}
	}
}

// TestSentences: on the other pages too what is shown opens at its words.
func TestSentences(t *testing.T) {
	h, _ := start(t)
	post(t, h, "/examples", nil)
	act := regexp.MustCompile(`/act/[^"]+`).FindString(get(t, h, "/RUS-USA", 200))
	for page, least := range map[string]int{"/": 8, act: 2, "/search?q=consulate": 3, "/search?q=Lavrov": 1, "/register": 15, "/IRN-SAU?as_of=2023-04-01": 10, "/USA-RUS?known_by=2018-03-28": 5} {
		links := sentenceLink.FindAllStringSubmatch(get(t, h, page, 200), -1)
		if len(links) < least {
			t.Errorf("%s has %d links to sentences", page, len(links))
		}
		openAtWords(t, h, page, links)
	}
}

// TestElsewhere: a figure that another sentence than its event's tells opens at the words there,
// from the report and from the act, until somebody corrects it.
func TestElsewhere(t *testing.T) {
	h, _ := start(t)
	paste(t, h, "Peru expelled Bolivian diplomats on Tuesday. The ministry gave no reason. The three Bolivian diplomats were expelled by Peru for spying.", "2021-04-21")
	dyad := get(t, h, "/BOL-PER", 200)
	report := regexp.MustCompile(`/report/[^"#?]+`).FindString(dyad)
	act := regexp.MustCompile(`/act/[^"]+`).FindString(dyad)
	for _, page := range []string{report, act} {
		link := regexp.MustCompile(`<dd><a class="figure" href="([^"#]+)#words">(?:=?3)</a>`).FindStringSubmatch(get(t, h, page, 200))
		if link == nil {
			t.Errorf("%s: the count is no link to where it is told", page)
			continue
		}
		wants(t, link[1], get(t, h, link[1], 200), `id="words" tabindex="-1">`, "The three Bolivian diplomats were expelled by Peru")
	}
	paste(t, h, "Peru expelled three Chilean diplomats on Tuesday. They were given until Friday to leave.", "2021-04-21")
	if docket := get(t, h, "/CHL-PER", 200); !regexp.MustCompile(`2021-04-23</time> <a class="figure" href="/report/[^"]+\?at=[0-9]+-[0-9]+#words">`).MatchString(docket) {
		t.Errorf("the term opens elsewhere than where it is told:\n%s", docket)
	}
	for _, at := range []string{"x", "5", "-3-9", "9-5", "3-99999", "3-"} {
		if body := get(t, h, report+"?at="+at, 200); strings.Contains(body, `id="words"`) {
			t.Errorf("?at=%s marks words", at)
		}
	}
}

// TestGreeting: the empty record tells how much the examples give, and that is so.
func TestGreeting(t *testing.T) {
	h, r := start(t)
	greeting := get(t, h, "/", 200)
	told := regexp.MustCompile(`about (\d+) acts between some (\d+) pairs`).FindStringSubmatch(greeting)
	if told == nil {
		t.Fatalf("the greeting has no figures:\n%s", greeting)
	}
	post(t, h, "/examples", nil)
	_, _, acts, err := r.Sizes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dyads, err := r.Dyads(t.Context(), desk.View{})
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range []int{int(acts), len(dyads)} {
		said, err := strconv.Atoi(told[i+1])
		if err != nil || max(said-n, n-said)*10 > n {
			t.Errorf("the greeting says %s, the record has %d", told[i+1], n)
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
	if page := get(t, h, "/IRN-SAU?kind=talks&status=actual", 200); strings.Contains(page, `class="mark side-a"`) {
		t.Error("an act of one side is drawn among talks")
	}
	picked := get(t, h, "/IRN-SAU?type=expel&kind=talks&status=actual", 200)
	wants(t, "types chosen", picked, `name="type" value="expel" checked`, `name="kind" value="talks" checked`, `name="status" value="actual" checked`, `<span data-live>expel, talks and agreements, actual</span>`, "are chosen")
	if _, rows, _ := strings.Cut(picked, `<section id="acts"`); strings.Contains(rows, "relations") || !strings.Contains(rows, "expelled") || !strings.Contains(rows, "agreed") || strings.Contains(rows, "planned") {
		t.Errorf("the acts are not those chosen:\n%s", rows)
	}
	for _, wrong := range []string{"type=expell", "kind=folk", "status=real"} {
		get(t, h, "/RUS-USA?"+wrong, 400)
	}
	for query, want := range map[string]string{"a=RUS&b=USA": "/RUS-USA", "a=russia&b=United+States": "/RUS-USA", "a=+aus&b=France": "/AUS-FRA"} {
		if code, _, head := ask(t, h, "GET", "/pair?"+query, "", nil); code != 303 || head.Get("Location") != want {
			t.Errorf("the pair %s: %d %s", query, code, head.Get("Location"))
		}
	}
	wants(t, "a pair that there is none of", get(t, h, "/pair?a=Russia&b=Untied+States", 404), "did you mean USA (United States)?")
	wants(t, "long after the last report", get(t, h, "/RUS-USA", 200), `href="/RUS-USA?as_of=2021-04-30"`, "are left out")
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
	for _, p := range pieces(text, events, found(text, url.Values{"words": {"ij"}})) {
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

func TestCount(t *testing.T) {
	for want, got := range map[string]string{"1 report": count(int64(1), "report", "reports"), "0 reports": count(0, "report", "reports"), "21 reports": count(21, "report", "reports")} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
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
