package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
)

// TestCorrections: an event is changed, the change undone, rejected, taken back and
// confirmed, each with a name and a reason.
func TestCorrections(t *testing.T) {
	h, r := start(t)
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
	wants(t, "a party that there is none of", do("change", "recipient", "RUSS", 422), "no code of a State")
	if err := r.Change(t.Context(), demarche.EventID(event), "recipient", "QZZ", desk.Because{Name: "Ada", Reason: "of files laid over"}); err != nil {
		t.Fatal(err)
	}
	wants(t, "parties that the record alone knows", get(t, h, "/QZZ-RUS", 200), "QZZ")
	do("undo:recipient", "", "", 303)
	get(t, h, "/QZZ-RUS", 404)
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
