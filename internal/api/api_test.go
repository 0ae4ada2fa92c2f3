package api

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/ledgertest"
	"github.com/danielgtaylor/huma/v2"
)

// client asks an API on a record with the examples, and holds each answer against the
// description that the API gives of itself.
type client struct {
	t         *testing.T
	h         http.Handler
	described *huma.OpenAPI
	site      Site
}

func start(t *testing.T) *client {
	t.Helper()
	r := ledgertest.Record(t, ledgertest.SQLite)
	examples, err := fs.Sub(demarche.Examples, "examples")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(examples, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var sent []desk.Sent
	for _, n := range names {
		text, err := fs.ReadFile(examples, n)
		if err != nil {
			t.Fatal(err)
		}
		sent = append(sent, desk.Sent{Name: n, Text: text})
	}
	ledgertest.Add(t, r, desk.Reports(sent, demarche.Day{}), desk.Adding{Jobs: 1})
	s := Site{Desk: ledgertest.Desk(t), Record: r, Today: func() demarche.Day { return ledgertest.Today }, Version: "test", Log: slog.New(slog.NewTextHandler(t.Output(), nil))}
	return &client{t, New(s), (&service{s}).register(http.NewServeMux()).OpenAPI(), s}
}

// ask sends a request and gives the answer.
func (c *client) ask(method, target, body string, header ...string) *httptest.ResponseRecorder {
	c.t.Helper()
	r := httptest.NewRequest(method, Root+target, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	c.h.ServeHTTP(w, r)
	return w
}

// json wants an answer of JSON that is as the operation at path says.
func (c *client) json(method, path, target, body string, want int) map[string]any {
	c.t.Helper()
	w := c.ask(method, target, body)
	if w.Code != want {
		c.t.Fatalf("%s %s: %d, want %d\n%s", method, target, w.Code, want, w.Body)
	}
	var got map[string]any
	if want == http.StatusNoContent {
		return nil
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		c.t.Fatalf("%s %s: %v", method, target, err)
	}
	if want >= 400 {
		if kind := w.Header().Get("Content-Type"); kind != "application/problem+json" || got["detail"] == "" {
			c.t.Errorf("%s %s: %s %v", method, target, kind, got)
		}
		return got
	}
	op := c.described.Paths[Root+path].Get
	if method == "POST" {
		op = c.described.Paths[Root+path].Post
	}
	schema := op.Responses[fmt.Sprint(want)].Content["application/json"].Schema
	var result huma.ValidateResult
	delete(got, "$schema")
	huma.Validate(c.described.Components.Schemas, schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, map[string]any(got), &result)
	for _, err := range result.Errors {
		c.t.Errorf("%s %s is not as described: %v", method, target, err)
	}
	return got
}

func (c *client) items(path, target string) []any {
	c.t.Helper()
	return c.json("GET", path, target, "", 200)["items"].([]any)
}

// TestReading: every operation that reads answers as described.
func TestReading(t *testing.T) {
	c := start(t)
	if n := len(c.items("/reports", "/reports")); n != 10 {
		t.Errorf("%d reports", n)
	}
	const report = "2018-03-26-united-states-russia"
	versions := c.items("/reports/{id}", "/reports/"+report)
	version := versions[0].(map[string]any)
	events := version["events"].([]any)
	text := version["text"].(string)
	for _, e := range events {
		o := e.(map[string]any)
		if words := text[int(o["start"].(float64)):int(o["end"].(float64))]; words != o["evidence"] {
			t.Errorf("the words of %v are %q", o["id"], words)
		}
	}
	if n := len(c.items("/events", "/events?dyad=RUS-USA&type=expel&status=actual")); n < 4 {
		t.Errorf("%d expulsions", n)
	}
	acts := c.items("/dyads/{dyad}/acts", "/dyads/USA-RUS/acts?from=2018-01-01&to=2018-12-31")
	if len(acts) == 0 {
		t.Fatal("no acts")
	}
	id := acts[0].(map[string]any)["id"].(string)
	if got := c.json("GET", "/acts/{id}", "/acts/"+id, "", 200); got["id"] != id {
		t.Errorf("%v", got["id"])
	}
	if n := len(c.items("/dyads", "/dyads")); n < 20 {
		t.Errorf("%d pairs", n)
	}
	made := c.json("GET", "/dyads/{dyad}/brief", "/dyads/RUS-USA/brief?as_of=2018-04-01&section=docket", "", 200)
	if sections := made["sections"].([]any); len(sections) != 1 || made["as_of"] != "2018-04-01" {
		t.Errorf("%v", made)
	}
	early := c.json("GET", "/dyads/{dyad}/brief", "/dyads/RUS-USA/brief?known_by=2018-03-28", "", 200)
	if early["reports"].(float64) != 1 {
		t.Errorf("%v reports were known", early["reports"])
	}
	if found := c.json("GET", "/search", "/search?q=Seattle", "", 200); len(found["reports"].([]any)) == 0 {
		t.Error("nothing found")
	}
	if n := len(c.items("/register", "/register?surname=Lavrov")); n != 1 {
		t.Errorf("%d of that surname", n)
	}
	if n := len(c.items("/stats", "/stats")); n < 10 {
		t.Errorf("%d counts", n)
	}
}

// TestPages: the pages of a list together are the list.
func TestPages(t *testing.T) {
	c := start(t)
	for _, x := range []struct{ path, target string }{{"/events", "/events?"}, {"/reports", "/reports?"}, {"/dyads/{dyad}/acts", "/dyads/RUS-USA/acts?"}} {
		all := c.items(x.path, x.target+"limit=500")
		var parts []any
		cursor := ""
		for n := 0; n < 100; n++ {
			got := c.json("GET", x.path, x.target+"limit=3&cursor="+cursor, "", 200)
			parts = append(parts, got["items"].([]any)...)
			next, ok := got["next"].(string)
			if !ok {
				break
			}
			cursor = next
		}
		if fmt.Sprint(parts) != fmt.Sprint(all) {
			t.Errorf("%s: %d in parts, %d at once", x.target, len(parts), len(all))
		}
	}
}

// TestWriting: reports are added, and events corrected, as on the command line.
func TestWriting(t *testing.T) {
	c := start(t)
	const sent = `{"reports":[{"id":"new","date":"2021-11-30","text":"Russia expelled two Austrian diplomats on Monday."}]}`
	for _, unchanged := range []bool{false, true} {
		got := c.json("POST", "/reports", "/reports", sent, 200)["outcomes"].([]any)[0].(map[string]any)
		if got["unchanged"] != unchanged {
			t.Errorf("%v", got)
		}
	}
	other := strings.Replace(sent, "two", "three", 1)
	if got := c.json("POST", "/reports", "/reports", other, 200); len(got["refused"].([]any)) != 1 {
		t.Errorf("another text under the same id: %v", got)
	}
	if got := c.json("POST", "/reports", "/reports?replace=true", other, 200)["outcomes"].([]any)[0].(map[string]any); got["replaced"] != true {
		t.Errorf("%v", got)
	}
	event := func() map[string]any {
		versions := c.items("/reports/{id}", "/reports/new")
		return versions[len(versions)-1].(map[string]any)["events"].([]any)[0].(map[string]any)
	}
	id := event()["id"].(string)
	correct := func(do, rest string, want int) {
		t.Helper()
		c.json("POST", "/corrections", "/corrections", `{"do":"`+do+`","event":"`+id+`","name":"Ada","reason":"misread"`+rest+`}`, want)
	}
	correct("change", `,"field":"count","value":">=4"`, 204)
	if n := event()["count"].(map[string]any); n["n"].(float64) != 4 || n["cmp"] != ">=" {
		t.Errorf("%v", n)
	}
	correct("undo", `,"field":"count"`, 204)
	correct("reject", "", 204)
	correct("accept", "", 204)
	correct("change", `,"field":"colour","value":"red"`, 422)
	correct("change", `,"field":"actor","value":"Russia"`, 422)

	// Another report tells the same: it can be split off and merged again, as wholes or
	// pair by pair.
	c.json("POST", "/reports", "/reports", `{"reports":[{"id":"twin","date":"2021-12-01","text":"Russia expelled three Austrian diplomats on Monday."}]}`, 200)
	twin := c.items("/reports/{id}", "/reports/twin")[0].(map[string]any)["events"].([]any)[0].(map[string]any)["id"].(string)
	for _, x := range []struct {
		do, rest string
		events   int // that tell the act afterwards
	}{
		{"join", `,"other":"` + twin + `"`, 2}, {"part", `,"other":"` + twin + `"`, 1}, {"untie", `,"other":"` + twin + `"`, 2},
		{"split", "", 1}, {"merge", `,"other":"` + twin + `"`, 2}, {"untie", `,"other":"` + twin + `"`, 1},
	} {
		correct(x.do, x.rest, 204)
		if told := c.json("GET", "/acts/{id}", "/acts/"+id, "", 200)["events"].([]any); len(told) != x.events {
			t.Errorf("after %s %d events tell the act, not %d", x.do, len(told), x.events)
		}
	}
	correct("split", "", 422)
	correct("split", `,"others":["none"]`, 422)
	correct("merge", `,"other":"none"`, 404)
	correct("burn", "", 422)
	c.json("POST", "/corrections", "/corrections", `{"do":"reject","event":"none","name":"Ada","reason":"x"}`, 404)
	c.json("POST", "/corrections", "/corrections", `{"do":"reject","event":"`+id+`","name":"","reason":"x"}`, 422)
	c.json("POST", "/erasures", "/erasures", `{"report":"new","name":"Ada","reason":" "}`, 422)
	c.json("POST", "/erasures", "/erasures", `{"report":"none","name":"Ada","reason":"x"}`, 404)
	c.json("POST", "/erasures", "/erasures", `{"report":"new","name":"Ada","reason":"x"}`, 204)
	c.json("POST", "/erasures", "/erasures", `{"report":"new","name":"Ada","reason":"x"}`, 410)
	c.json("GET", "/reports/{id}", "/reports/new", "", 410)
}

// TestHostile: what makes no sense is refused with a problem.
func TestHostile(t *testing.T) {
	c := start(t)
	for target, want := range map[string]int{
		"/nothing": 404, "/reports/none": 404, "/acts/none": 404, "/events?limit=9999": 422, "/events?limit=x": 422, "/events?cursor=-!": 422, "/events?dyad=RUS": 422,
		"/events?dyad=QQQ-RUS": 404, "/dyads/RUS-USB/acts": 404, "/dyads/RUS-USB/brief": 404, "/docket.ics?dyad=RUS-USB": 404, "/acts.atom?dyad=RUS-USB": 404, "/export/events.csv?dyad=RUS-USB": 404, "/dyads/RUS-RUS/brief": 422, "/dyads/RUS-USA/brief?as_of=2018-02-30": 422, "/search": 422, "/export/..%2fx": 404, "/export/x.exe": 404,
		"/export/events.csv?dyad=x": 422, "/docket.ics?dyad=x": 422, "/acts.atom?dyad=" + url.QueryEscape("<script>"): 422,
	} {
		w := c.ask("GET", target, "")
		if w.Code != want || w.Header().Get("Content-Type") != "application/problem+json" || strings.Contains(w.Body.String(), "<script>") {
			t.Errorf("GET %s: %d %s %s", target, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
	if w := c.ask("GET", "/dyads/RUS-USB/brief", ""); !strings.Contains(w.Body.String(), "did you mean USA (United States)?") {
		t.Errorf("a code that is none is answered with %s", w.Body)
	}
	for body, want := range map[string]int{
		`{"reports":[]}`: 422, `{`: 400, `[]`: 422, `{"reports":[{"id":"a","date":"soon","text":"x"}]}`: 422,
		`{"reports":[{"id":"a","date":"2021-11-30","text":"` + strings.Repeat("x", 10<<20) + `"}]}`: 413,
	} {
		if w := c.ask("POST", "/reports", body); w.Code != want {
			t.Errorf("POST of %.40s: %d, want %d: %.300s", body, w.Code, want, w.Body)
		}
	}
}

// TestFeeds: calendars and news readers can read their feeds.
func TestFeeds(t *testing.T) {
	c := start(t)
	w := c.ask("GET", "/docket.ics?dyad=RUS-USA", "")
	text := w.Body.String()
	if w.Code != 200 || !strings.HasPrefix(text, "BEGIN:VCALENDAR\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || !strings.Contains(text, "DTSTART;VALUE=DATE:20180402") {
		t.Errorf("%d\n%s", w.Code, text)
	}
	for _, target := range []string{"/acts.atom", "/acts.atom?dyad=RUS-USA"} {
		w := c.ask("GET", target, "")
		var f atomFeed
		if err := xml.Unmarshal(w.Body.Bytes(), &f); err != nil || len(f.Entries) == 0 || f.Entries[0].Link.Href == "" {
			t.Errorf("%s: %v %+v", target, err, f)
		}
	}
	if w := c.ask("GET", "/docket.ics", ""); w.Code != 200 {
		t.Errorf("docket of all: %d", w.Code)
	}
	rows, err := csv.NewReader(c.ask("GET", "/export/events.csv", "").Body).ReadAll()
	if err != nil || len(rows) < 70 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	seen := map[string]bool{}
	for line := range bytes.Lines(c.ask("GET", "/export/acts.jsonl", "").Body.Bytes()) {
		var a struct{ ID string }
		if err := json.Unmarshal(line, &a); err != nil || seen[a.ID] {
			t.Errorf("%v in %s", err, line)
		}
		seen[a.ID] = true
	}
	if len(seen) < 70 {
		t.Errorf("%d acts", len(seen))
	}
	for name := range exports {
		if w := c.ask("GET", "/export/"+name+"?dyad=RUS-USA", ""); w.Code != 200 || w.Body.Len() == 0 {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// TestTags: an answer that the asker has is not sent again.
func TestTags(t *testing.T) {
	c := start(t)
	tag := c.ask("GET", "/dyads", "").Header().Get("ETag")
	if w := c.ask("GET", "/dyads", "", "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("%q: %d", tag, w.Code)
	}
	c.json("POST", "/reports", "/reports", `{"reports":[{"id":"new","date":"2021-11-30","text":"Russia expelled two Austrian diplomats."}]}`, 200)
	if w := c.ask("GET", "/dyads", "", "If-None-Match", tag); w.Code != 200 {
		t.Errorf("after a change: %d", w.Code)
	}
}

// TestDescription: the API tells of itself, for programs and for people.
func TestDescription(t *testing.T) {
	c := start(t)
	var o struct {
		OpenAPI string
		Paths   map[string]any
	}
	if err := json.Unmarshal(c.ask("GET", "/openapi.json", "").Body.Bytes(), &o); err != nil || !strings.HasPrefix(o.OpenAPI, "3.1") || len(o.Paths) < 11 {
		t.Errorf("%v %s %d paths", err, o.OpenAPI, len(o.Paths))
	}
	page := c.ask("GET", "/", "").Body.String()
	for path := range o.Paths {
		if !strings.Contains(page, path+"</code>") {
			t.Errorf("the page for people has no %s", path)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "//") && strings.Contains(page, "https://") {
		t.Error("the page loads from elsewhere")
	}
}
