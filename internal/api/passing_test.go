package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/google/go-cmp/cmp"
)

// example gives an example as it is sent.
func example(t *testing.T, name string) map[string]any {
	t.Helper()
	text, err := fs.ReadFile(demarche.Examples, "examples/"+name+".txt")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]any{"id": name, "date": name[:10], "text": string(text)}
}

// sent writes what is sent.
func sent(o map[string]any) string { return string(appendJSON(nil, o)) }

// eventsOfReport are the events of a report that the record has.
func (c *client) eventsOfReport(id string) []any {
	c.t.Helper()
	versions := c.items("/reports/{id}", "/reports/"+id)
	return versions[len(versions)-1].(map[string]any)["events"].([]any)
}

// post wants an answer to what is sent.
func (c *client) post(target string, o map[string]any, want int) map[string]any {
	c.t.Helper()
	path, _, _ := strings.Cut(target, "?")
	return c.json("POST", path, target, sent(o), want)
}

const first = "2018-03-26-united-states-russia"

// TestCode: what reports are coded into is what the record would have of them, and the
// record stays as it was.
func TestCode(t *testing.T) {
	c := start(t)
	before := c.items("/stats", "/stats")
	x := example(t, first)
	got := c.post("/code", map[string]any{"reports": []any{x, map[string]any{"id": "new", "date": "2021-11-30", "text": "Russia expelled two Austrian diplomats on Monday."},
		map[string]any{"id": "empty", "date": "2021-11-30", "text": " "}}}, 200)
	items := got["items"].([]any)
	kept := c.eventsOfReport(first)
	if diff := cmp.Diff(kept, items[:len(kept)]); diff != "" || len(items) != len(kept)+1 {
		t.Errorf("%d events, of which the record has %d: %s", len(items), len(kept), diff)
	}
	if refused := got["refused"].([]any); len(refused) != 1 || fmt.Sprint(got["reports"]) != "["+first+" new]" {
		t.Errorf("read %v, refused %v", got["reports"], refused)
	}
	if diff := cmp.Diff(before, c.items("/stats", "/stats")); diff != "" {
		t.Errorf("the record has changed: %s", diff)
	}
	c.json("GET", "/reports/{id}", "/reports/new", "", 404)
}

// TestParse: words stand where they are said to stand.
func TestParse(t *testing.T) {
	c := start(t)
	x := map[string]any{"id": "x", "date": "2021-11-30", "text": "MOSCOW — Russia expelled two Austrian diplomats on Monday.\n\nThe band played old songs. Children ate cake in the garden. A dog slept.\n"}
	few := c.post("/parse", map[string]any{"reports": []any{x}}, 200)["items"].([]any)[0].(map[string]any)
	all := c.post("/parse?all=true", map[string]any{"reports": []any{x}}, 200)["items"].([]any)[0].(map[string]any)
	if few["parsed"].(float64) >= few["sentences"].(float64) || all["parsed"] != all["sentences"] || len(all["conllu"].(string)) <= len(few["conllu"].(string)) {
		t.Errorf("%v of %v sentences, and of all %v", few["parsed"], few["sentences"], all["parsed"])
	}
	words := 0
	for line := range strings.Lines(few["conllu"].(string)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 10 {
			continue
		}
		var from, to int
		if _, err := fmt.Sscanf(cells[9][strings.Index(cells[9], "start="):], "start=%d|end=%d", &from, &to); err != nil || x["text"].(string)[from:to] != cells[1] {
			t.Errorf("%v: %s", err, line)
		}
		words++
	}
	if words < 7 {
		t.Errorf("%d words in %s", words, few["conllu"])
	}
}

// TestExplain: the walk of a sent report and of the kept one lead to the events that the
// record has, by words that stand in the text.
func TestExplain(t *testing.T) {
	c := start(t)
	x := example(t, first)
	given := c.post("/explain", map[string]any{"report": x}, 200)
	kept := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain", "", 200)
	if kept["version"] != 1.0 || given["version"] != nil || kept["place"] != "WASHINGTON" && kept["place"] != "Washington" {
		t.Errorf("version %v and %v, place %v", kept["version"], given["version"], kept["place"])
	}
	if diff := cmp.Diff(given["sentences"], kept["sentences"]); diff != "" {
		t.Error(diff)
	}
	var ids, want []string
	for _, e := range kept["events"].([]any) {
		walk := e.(map[string]any)
		o := walk["event"].(map[string]any)
		ids = append(ids, o["id"].(string))
		steps := walk["steps"].([]any)
		if first := steps[0].(map[string]any); first["name"] != "rule" || !strings.HasPrefix(first["text"].(string), o["rule"].(string)) || len(steps) < 5 {
			t.Errorf("%v is come by %v", o["id"], steps)
		}
		s := kept["sentences"].([]any)[int(walk["sentence"].(float64))-1].(map[string]any)
		if s["start"].(float64) > o["start"].(float64) || s["end"].(float64) < o["end"].(float64) || !slices.Contains(s["events"].([]any), o["id"]) {
			t.Errorf("%v is not of sentence %v", o["id"], s["n"])
		}
	}
	for _, e := range c.eventsOfReport(first) {
		want = append(want, e.(map[string]any)["id"].(string))
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
	roots := 0
	for _, s := range kept["sentences"].([]any) {
		o := s.(map[string]any)
		tree, read := o["tree"].([]any)
		if read != o["open"] {
			t.Errorf("sentence %v is open: %v, with a tree: %v", o["n"], o["open"], read)
		}
		for _, w := range tree {
			word := w.(map[string]any)
			if x["text"].(string)[int(word["start"].(float64)):int(word["end"].(float64))] != word["form"] {
				t.Errorf("%v", word)
			}
			if word["head"] == 0.0 {
				roots++
			}
		}
	}
	if roots == 0 {
		t.Error("no tree")
	}

	one := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain?event="+want[0][:6], "", 200)
	if len(one["events"].([]any)) != 1 || len(one["sentences"].([]any)) != 1 {
		t.Errorf("one event is explained by %v", one)
	}
	third := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain?sentence=3", "", 200)["sentences"].([]any)
	if len(third) != 1 || third[0].(map[string]any)["tree"] == nil {
		t.Errorf("the third sentence is %v", third)
	}
	if all := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain?all=true", "", 200); len(all["head"].([]any)) == 0 {
		t.Error("no head")
	}

	// Of a corrected version the events have the ids that the record has given them.
	c.json("POST", "/reports", "/reports?replace=true", sent(map[string]any{"reports": []any{map[string]any{"id": first, "date": "2018-03-27", "text": "Russia expelled two American diplomats on Monday."}}}), 200)
	second := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain", "", 200)
	if id := second["events"].([]any)[0].(map[string]any)["event"].(map[string]any)["id"]; second["version"] != 2.0 || id != c.eventsOfReport(first)[0].(map[string]any)["id"] {
		t.Errorf("version %v has %v", second["version"], id)
	}
	if old := c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain?version=1", "", 200); len(old["events"].([]any)) != len(want) {
		t.Errorf("the first version has %v", old["events"])
	}
	for _, target := range []string{"?version=3", "?sentence=99", "?event=none"} {
		c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain"+target, "", 404)
	}
	c.json("GET", "/reports/{id}/explain", "/reports/none/explain", "", 404)
	c.json("GET", "/reports/{id}/explain", "/reports/"+first+"/explain?sentence=-1", "", 422)
}

// TestMergeActs: acts are merged from reports, and the same from their events.
func TestMergeActs(t *testing.T) {
	c := start(t)
	const second = "2018-03-30-russia-united-states"
	reports := []any{example(t, first), example(t, second)}
	merged := c.post("/acts", map[string]any{"reports": reports}, 200)["items"]
	events := c.post("/code", map[string]any{"reports": reports}, 200)["items"]
	again := c.post("/acts", map[string]any{"reports": reports, "events": events}, 200)["items"]
	if diff := cmp.Diff(merged, again); diff != "" {
		t.Error(diff)
	}
	answers, early := 0, c.post("/acts?known_by=2018-03-27", map[string]any{"reports": reports}, 200)["items"].([]any)
	for _, a := range merged.([]any) {
		answers += len(a.(map[string]any)["answers"].([]any))
	}
	if len(early) == 0 || len(early) >= len(merged.([]any)) || answers == 0 {
		t.Errorf("%d acts with %d answers, of which %d were known early", len(merged.([]any)), answers, len(early))
	}
	c.post("/acts", map[string]any{}, 422)
	c.post("/acts", map[string]any{"events": []any{map[string]any{"report": "r", "type": "eat", "actor": []any{}, "recipient": []any{}, "status": "actual"}}}, 422)
}

// TestScore: events are judged as on the command line.
func TestScore(t *testing.T) {
	c := start(t)
	reports := []any{example(t, first)}
	events := c.post("/code", map[string]any{"reports": reports}, 200)["items"].([]any)
	f1 := func(o map[string]any) any { return o["figures"].(map[string]any)["event"].(map[string]any)["f1"] }
	if got := c.post("/score", map[string]any{"gold": events, "reports": reports}, 200); f1(got) != 1.0 || len(got["not_read"].([]any)) > 0 {
		t.Errorf("what is coded scores against itself %v", got)
	}
	strange := map[string]any{"report": "other", "type": "expel", "actor": []any{"USA"}, "recipient": []any{"RUS"}, "status": "actual"}
	got := c.post("/score?by=type&errors=true", map[string]any{"gold": events[1:], "without": []any{"silent"}, "events": append(slices.Clone(events), strange)}, 200)
	figures := got["figures"].(map[string]any)["event"].(map[string]any)
	if figures["hit"] != float64(len(events)-1) || figures["found"] != float64(len(events)) || got["left_out"] != 1.0 || len(got["groups"].([]any)) < 2 || fmt.Sprint(got["not_read"]) != "[silent]" {
		t.Errorf("%v", got)
	}
	if spurious := got["spurious"].([]any); len(spurious) != 1 || spurious[0].(map[string]any)["id"] != events[0].(map[string]any)["id"] || got["missed"] != nil {
		t.Errorf("spurious are %v, missed %v", spurious, got["missed"])
	}
	var wrong map[string]any
	if err := json.Unmarshal(appendJSON(nil, events[0]), &wrong); err != nil {
		t.Fatal(err)
	}
	wrong["status"] = "planned"
	slips := c.post("/score?errors=true", map[string]any{"gold": []any{wrong}, "events": events[:1]}, 200)["slips"].([]any)
	if len(slips) != 1 || fmt.Sprint(slips[0]) != "map[found:actual gold:planned report:"+first+" slot:status type:"+wrong["type"].(string)+"]" {
		t.Errorf("slips are %v", slips)
	}
	c.post("/score?by=colour", map[string]any{"gold": events}, 422)
	c.post("/score", map[string]any{"gold": []any{map[string]any{"report": "r"}}}, 422)
	c.post("/score", map[string]any{"gold": slices.Repeat([]any{strange}, 501), "events": slices.Repeat([]any{strange}, 501)}, 422)
}

// rules is the example of docs/rules.md.
func rules(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(raw), "```yaml\n")
	text, _, ok := strings.Cut(after, "```")
	if !ok {
		t.Fatal("docs/rules.md has no example")
	}
	return text
}

// TestLint: the server's own files are sound, and sent ones are checked over them.
func TestLint(t *testing.T) {
	c := start(t)
	own := c.json("GET", "/lint", "/lint", "", 200)
	if own["rules"].(float64) < 100 || len(own["faults"].([]any)) > 0 {
		t.Errorf("%v", own)
	}
	lint := func(name, text string, want int) map[string]any {
		t.Helper()
		return c.post("/lint", map[string]any{"files": []any{map[string]any{"name": name, "text": text}}}, want)
	}
	if more := lint("mine.yaml", rules(t), 200); more["rules"].(float64) <= own["rules"].(float64) || len(more["faults"].([]any)) > 0 {
		t.Errorf("%v", more)
	}
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\nrules: *f\n"
	for name, text := range map[string]string{"mine.yaml": "type: [", "bomb.yaml": bomb, "deep.yaml": strings.Repeat("[", 100000), "lexicon/gate.tsv": "no table", "gazetteer/states.tsv": "\x00\xff"} {
		got := lint(name, text, 200)
		if faults := got["faults"].([]any); len(faults) == 0 || !strings.Contains(fmt.Sprint(faults), name[strings.LastIndex(name, "/")+1:]) {
			t.Errorf("%s: %.300v", name, got)
		}
	}
	for _, name := range []string{"../expel.yaml", "/etc/passwd", `..\x.yaml`, "notes.txt", ""} {
		lint(name, "x", 422)
	}
}

// TestRecode: coding anew goes on by parts, and tells what a new rule has changed.
func TestRecode(t *testing.T) {
	c := start(t)
	c.post("/reports", map[string]any{"reports": []any{map[string]any{"id": "wave", "date": "2021-11-30", "text": "Chile waved in the Peruvian ambassador."}}}, 200)
	reports, parts := 0, 0
	for cursor := ""; ; parts++ {
		got := c.json("POST", "/recode", "/recode?limit=4&cursor="+cursor, "", 200)
		reports += int(got["reports"].(float64))
		if len(got["items"].([]any)) > 0 || parts > 9 {
			t.Fatalf("%v", got)
		}
		next, more := got["next"].(string)
		if !more {
			break
		}
		cursor = next
	}
	if reports != 11 || parts != 2 {
		t.Errorf("%d reports after %d parts", reports, parts)
	}
	d, err := desk.Open(desk.Own{Files: fstest.MapFS{"mine.yaml": {Data: []byte(rules(t))}}, Name: "mine"})
	if err != nil {
		t.Fatal(err)
	}
	c.site.Desk = d
	c.h = New(c.site)
	got := c.json("POST", "/recode", "/recode", "", 200)
	items := got["items"].([]any)
	if len(items) != 1 || got["found"] != 1.0 || got["next"] != nil {
		t.Fatalf("%v", got)
	}
	change := items[0].(map[string]any)
	if is := change["is"].(map[string]any); change["was"] != nil || is["rule"] != "summon/wave-in" || is["id"] != c.eventsOfReport("wave")[0].(map[string]any)["id"] {
		t.Errorf("%v", change)
	}
	c.json("POST", "/recode", "/recode?cursor=-!", "", 422)
	c.json("POST", "/recode", "/recode?limit=0", "", 422)
}

// TestPassingHostile: what makes no sense, or is too much, is refused with a problem.
func TestPassingHostile(t *testing.T) {
	c := start(t)
	for _, path := range passingPaths {
		for body, want := range map[string]int{`{}`: 422, `{`: 400, `[]`: 422, `{"reports":"x","report":1,"files":{},"gold":{},"events":7}`: 422, `{"x":"` + strings.Repeat("x", mostPassing) + `"}`: 413} {
			if w := c.ask("POST", path, body); w.Code != want || w.Header().Get("Content-Type") != "application/problem+json" {
				t.Errorf("POST %s of %.40s: %d, want %d: %.300s", path, body, w.Code, want, w.Body)
			}
		}
	}
	long := map[string]any{"id": "long", "date": "2021-11-30", "text": strings.Repeat("Russia expelled two. ", mostOfText/20)}
	for path, o := range map[string]map[string]any{"/code": {"reports": []any{long}}, "/parse": {"reports": []any{long}}, "/acts": {"reports": []any{long}}, "/score": {"reports": []any{long}, "gold": []any{}}, "/explain": {"report": long}} {
		if got := c.post(path, o, 422); !strings.Contains(got["detail"].(string), "256 KiB") {
			t.Errorf("%s: %v", path, got)
		}
	}
	c.post("/reports", map[string]any{"reports": []any{map[string]any{"id": "long", "date": "2021-11-30", "text": strings.Repeat("A day. ", mostOfText/6)}}}, 200)
	c.json("GET", "/reports/{id}/explain", "/reports/long/explain", "", 422)
	for _, text := range []string{"\u0000", strings.Repeat("(", 3000), strings.Repeat("Russia expelled ", 300), "\u202e<script>\ufeff" + strings.Repeat("\u0301", 2000), "“" + strings.Repeat("“Russia said ", 200)} {
		for _, path := range []string{"/code", "/parse?all=true"} {
			c.post(path, map[string]any{"reports": []any{map[string]any{"id": "x", "date": "2021-11-30", "text": text}}}, 200)
		}
		if w := c.ask("POST", "/explain?all=true", sent(map[string]any{"report": map[string]any{"id": "x", "date": "2021-11-30", "text": text}})); w.Code != 200 && w.Code != 422 {
			t.Errorf("explaining %.20q: %d %.200s", text, w.Code, w.Body)
		}
	}
	for _, target := range []string{"/code", "/recode", "/score"} {
		if w := c.ask("GET", target, ""); w.Code != http.StatusNotFound && w.Code != http.StatusMethodNotAllowed {
			t.Errorf("GET %s: %d", target, w.Code)
		}
	}
}

// TestPicks: types, statuses and days pick events and acts as on the pages.
func TestPicks(t *testing.T) {
	c := start(t)
	for _, target := range []string{"/events?limit=500&type=expel&type=recall", "/events?limit=500&type=expel,recall"} {
		types := map[any]int{}
		for _, e := range c.items("/events", target) {
			types[e.(map[string]any)["type"]]++
		}
		if len(types) != 2 || types["expel"] == 0 || types["recall"] == 0 {
			t.Errorf("%s: %v", target, types)
		}
	}
	for _, e := range c.items("/events", "/events?limit=500&as_of=2018-03-28") {
		if got := c.items("/reports/{id}", "/reports/"+e.(map[string]any)["report"].(string))[0].(map[string]any)["date"].(string); got > "2018-03-28" {
			t.Errorf("an event that was told on %s", got)
		}
	}
	early, late := c.items("/events", "/events?limit=500&to=2018-03-28"), c.items("/events", "/events?limit=500&from=2018-03-29")
	if all := c.items("/events", "/events?limit=500"); len(early) == 0 || len(late) == 0 || len(early)+len(late) != len(all) {
		t.Errorf("%d events to a day, %d after it, of %d", len(early), len(late), len(all))
	}
	count := func(target string) map[any]int {
		statuses := map[any]int{}
		for _, a := range c.items("/dyads/{dyad}/acts", "/dyads/RUS-USA/acts?limit=500"+target) {
			statuses[a.(map[string]any)["status"]]++
		}
		return statuses
	}
	then := count("&as_of=2018-03-28")
	if now := count(""); cmp.Equal(now, then) || then["actual"] == 0 {
		t.Errorf("statuses now %v, then %v", now, then)
	}
	for status, n := range then {
		if got := count("&as_of=2018-03-28&status=" + status.(string)); !cmp.Equal(got, map[any]int{status: n}) {
			t.Errorf("%v: %v, not %d", status, got, n)
		}
	}
	for _, target := range []string{"/events?type=eat", "/events?status=done", "/dyads/RUS-USA/acts?type=expel,eat", "/dyads/RUS-USA/acts?status=,", "/dyads/RUS-USA/acts?as_of=x", "/events?from=x"} {
		if w := c.ask("GET", target, ""); w.Code != 422 {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// TestPassingEnds: who asks for too much, or when too much is read already, is told so.
func TestPassingEnds(t *testing.T) {
	c := start(t)
	mux := http.NewServeMux()
	full := passer{&service{c.site}, humago.New(mux, huma.DefaultConfig("full", "")), make(chan struct{})}
	full.linting()
	var many []any
	for i := range 500 {
		x := example(t, first)
		x["id"] = fmt.Sprint("report ", i)
		many = append(many, x)
	}
	for _, x := range []struct {
		h                    http.Handler
		method, target, body string
		detail               string
	}{
		{mux, "GET", "/lint", "", "too much to read"},
		{c.h, "POST", "/code", sent(map[string]any{"reports": many}), "send less at once"},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		r := httptest.NewRequestWithContext(ctx, x.method, Root+x.target, strings.NewReader(x.body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		x.h.ServeHTTP(w, r)
		cancel()
		if w.Code != 503 || !strings.Contains(w.Body.String(), x.detail) {
			t.Errorf("%s %s: %d %.300s", x.method, x.target, w.Code, w.Body)
		}
	}
}
