package reconcile

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// parse reads a telling from a line: day, type, ACTOR>RECIPIENT, status, then
// object, figure, "at PLACE", "on DATE", "due DEADLINE", "says WORDS".
func parse(t testing.TB, report, line string) demarche.Telling {
	t.Helper()
	fail := func(err error) {
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	f := strings.Fields(line)
	day, err := demarche.ParseDay(f[0])
	fail(err)
	codes := func(s string) (list []demarche.Code) {
		for _, c := range strings.Split(s, "+") {
			if c != "" {
				list = append(list, demarche.Code(c))
			}
		}
		return list
	}
	from, to, _ := strings.Cut(f[2], ">")
	e := demarche.Event{
		ID: demarche.EventID(report), Report: demarche.ReportID(report), Type: demarche.EventType(f[1]),
		Actor: codes(from), Recipient: codes(to), Status: demarche.Status(f[3]),
	}
	rest, evidence := f[4:], ""
	for i := 0; i < len(rest); i++ {
		switch w := rest[i]; {
		case w == "at":
			var place []string
			for i+1 < len(rest) && !slices.Contains([]string{"on", "due", "says"}, rest[i+1]) {
				i++
				place = append(place, rest[i])
			}
			e.Place = strings.Join(place, " ")
		case w == "says":
			evidence, rest = strings.Join(rest[i+1:], " "), rest[:i]
		case w == "on", w == "due":
			i++
			p, err := demarche.ParsePeriod(rest[i])
			fail(err)
			if w == "on" {
				e.Date = p
			} else {
				e.Deadline = p
			}
		case strings.ContainsAny(w[:1], "=><~"):
			digits := strings.TrimLeft(w, "=><~")
			_, err := fmt.Sscan(digits, &e.Count.N)
			fail(err)
			e.Count.Cmp = strings.TrimSuffix(w, digits)
		default:
			e.Object = w
		}
	}
	fail(e.Validate())
	return demarche.Telling{Event: e, Known: day, Evidence: evidence}
}

// TestPairs: whether two events tell one act, each with the reason that somebody
// who keeps such records would give.
func TestPairs(t *testing.T) {
	file, err := os.Open("testdata/pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	n := 0
	for lines.Scan() {
		n++
		var p struct {
			Same   bool
			Reason string
			A, B   string
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if p.Reason == "" {
			t.Errorf("line %d has no reason", n)
		}
		a, b := parse(t, "r1", p.A), parse(t, "r2", p.B)
		for _, told := range [][]demarche.Telling{{a, b}, {b, a}} {
			if got := len(Acts(told, Bonds{})) == 1; got != p.Same {
				x, y := newItem(&told[0]), newItem(&told[1])
				t.Errorf("one act: %v, want %v, since %s (likeness %d)\n  %s\n  %s", got, p.Same, p.Reason, alike(&x, &y), p.A, p.B)
			}
		}
		if a, b := Linked(&a, &b, Bonds{}), Linked(&b, &a, Bonds{}); a != p.Same || b != p.Same {
			t.Errorf("linked: %v and %v, want %v: %s", a, b, p.Same, p.Reason)
		}
	}
	if err := lines.Err(); err != nil || n < 20 {
		t.Fatal(n, err)
	}
}

// events draws tellings of two States that are often about the same things.
func events(t *rapid.T) []demarche.Telling {
	pick := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
	n := rapid.IntRange(1, 30).Draw(t, "n")
	told := make([]demarche.Telling, n)
	start := demarche.Day{Year: 2018, Month: 3, Date: 1}
	orders := map[demarche.ReportID]int{}
	for i := range told {
		parties := [][2]demarche.Code{{"USA", "RUS"}, {"RUS", "USA"}}[rapid.IntRange(0, 1).Draw(t, "side")]
		report := rapid.IntRange(0, 11).Draw(t, "report")
		e := demarche.Event{
			ID: demarche.EventID(fmt.Sprintf("e%02d", i)), Report: demarche.ReportID(fmt.Sprintf("r%02d", report)),
			Type:  demarche.EventType(pick("type", "expel", "depart", "recall", "close", "seize", "consult", "limit_staff", "accuse")),
			Actor: parties[:1], Recipient: parties[1:], Status: demarche.Status(pick("status", "actual", "actual", "planned", "demanded", "denied", "ended")),
			Object: pick("object", "", "diplomats", "staff", "consulate", "headcount"), Place: pick("place", "", "", "Vienna", "Seattle"),
		}
		if n := rapid.SampledFrom([]int{0, 0, 1, 10, 11, 27, 60}).Draw(t, "count"); n > 0 {
			e.Count = demarche.Quantity{N: n, Cmp: pick("cmp", "=", "=", "~", ">=", "<=", ">")}
		}
		if rapid.Bool().Draw(t, "dated") {
			e.Date = demarche.On(start.Plus(rapid.IntRange(0, 60).Draw(t, "date")))
		}
		if rapid.IntRange(0, 3).Draw(t, "due") == 0 {
			e.Deadline = demarche.On(start.Plus(30 * rapid.IntRange(1, 3).Draw(t, "deadline")))
		}
		told[i] = demarche.Telling{Event: e, Known: start.Plus(report * 9), Order: orders[e.Report]}
		orders[e.Report]++
	}
	return told
}

func shuffled(t *rapid.T, told []demarche.Telling) []demarche.Telling {
	s := slices.Clone(told)
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	return s
}

func record(told []demarche.Telling, b Bonds) string {
	acts := Acts(told, b)
	Respond(acts)
	var out []byte
	for i := range acts {
		out = append(acts[i].AppendJSON(out), '\n')
	}
	return string(out)
}

// TestOrderOfArrival: acts and answers are the same in whatever order the events
// come.
func TestOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		told := events(t)
		want := record(told, Bonds{})
		if diff := cmp.Diff(want, record(shuffled(t, told), Bonds{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestLikenessHasNoSides: which of two events is looked at first says nothing.
func TestLikenessHasNoSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		told := events(t)
		for i := range told {
			for j := range i {
				a, b := newItem(&told[i]), newItem(&told[j])
				if x, y := alike(&a, &b), alike(&b, &a); x != y && Block(&a.Event) == Block(&b.Event) {
					t.Fatalf("%d and %d: %+v %+v", x, y, told[i], told[j])
				}
			}
		}
	})
}

// TestEveryEventOnce: no event is lost or told in two acts.
func TestEveryEventOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		told := events(t)
		seen := map[demarche.EventID]int{}
		for _, a := range Acts(told, Bonds{}) {
			for _, e := range a.Tellings {
				seen[e.ID]++
			}
		}
		for _, e := range told {
			if seen[e.ID] != 1 {
				t.Fatalf("%s stands in %d acts", e.ID, seen[e.ID])
			}
		}
	})
}

// TestParted: the acts of all events are those of the components, each by itself. This is
// what lets the record be kept without ever being read as a whole.
func TestParted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		told := events(t)
		var bonds Bonds
		if len(told) > 3 {
			bonds.Join(told[0].ID, told[1].ID)
			bonds.Part(told[2].ID, told[3].ID)
		}
		var whole, parts []string
		for _, a := range Acts(told, bonds) {
			whole = append(whole, string(a.AppendJSON(nil)))
		}
		for _, made := range Parted(told, bonds) {
			var component []demarche.Telling
			for _, a := range made {
				component = append(component, a.Tellings...)
			}
			for i, x := range component {
				for j := range told {
					inside := slices.ContainsFunc(component, func(y demarche.Telling) bool { return y.ID == told[j].ID })
					if Linked(&x, &told[j], bonds) && !inside {
						t.Fatalf("%s and %s are linked, and in two components", x.ID, told[j].ID)
					}
				}
				hangs := len(component) == 1
				for j := range component {
					hangs = hangs || i != j && Linked(&x, &component[j], bonds)
				}
				if !hangs {
					t.Fatalf("%s hangs on nothing in its component", x.ID)
				}
			}
			alone := Acts(component, bonds)
			if len(alone) != len(made) {
				t.Fatalf("%d acts of a component by itself, %d among others", len(alone), len(made))
			}
			for i := range made {
				if diff := cmp.Diff(string(alone[i].AppendJSON(nil)), string(made[i].AppendJSON(nil))); diff != "" {
					t.Fatal(diff)
				}
				parts = append(parts, string(made[i].AppendJSON(nil)))
			}
		}
		slices.Sort(whole)
		slices.Sort(parts)
		if diff := cmp.Diff(whole, parts); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestBonds: what an analyst has decided holds, against all likeness.
func TestBonds(t *testing.T) {
	a := parse(t, "r1", "2021-11-28 expel USA>RUS actual diplomats =27 due 2022-01-30")
	b := parse(t, "r2", "2021-11-30 expel USA>RUS actual diplomats =27 due 2022-01-30")
	c := parse(t, "r3", "2021-12-02 expel USA>RUS actual diplomats =55 due 2022-06-30")
	var bonds Bonds
	bonds.Part(a.ID, b.ID)
	if got := Acts([]demarche.Telling{a, b}, bonds); len(got) != 2 {
		t.Errorf("%d acts of two that were split", len(got))
	}
	bonds = Bonds{}
	bonds.Join(a.ID, c.ID)
	acts := Acts([]demarche.Telling{a, b, c}, bonds)
	if len(acts) != 1 || len(acts[0].Accounts) == 0 {
		t.Errorf("%d acts of three of which two were joined; accounts %v", len(acts), acts[0].Accounts)
	}
}

// TestAct: an act shows its way, the likeliest figure, and where reports differ.
func TestAct(t *testing.T) {
	acts := Acts([]demarche.Telling{
		parse(t, "r3", "2021-06-22 expel RUS>USA actual diplomats =10 on 2021-04-23"),
		parse(t, "r1", "2021-04-17 expel RUS>USA planned diplomats =10"),
		parse(t, "r2", "2021-04-24 expel RUS>USA actual diplomats =11 on 2021-04-23"),
		parse(t, "r4", "2021-06-25 depart USA>RUS actual diplomats =10 on 2021-04"),
	}, Bonds{})
	if len(acts) != 1 {
		t.Fatalf("%d acts", len(acts))
	}
	a := acts[0]
	if a.ID != "ar1" || a.Type != "expel" || a.Status != demarche.Actual || a.Count.N != 10 || a.Date.String() != "2021-04-23" || len(a.History) != 2 ||
		a.History[0].Status != demarche.Planned || a.History[1].Event != "r2" {
		t.Errorf("%s", a.AppendJSON(nil))
	}
	want := []demarche.Account{{Field: "count", Value: "10", Events: []demarche.EventID{"r1", "r3", "r4"}}, {Field: "count", Value: "11", Events: []demarche.EventID{"r2"}}}
	if diff := cmp.Diff(want, a.Accounts); diff != "" {
		t.Error(diff)
	}
}

// TestAnswers: which act answers which, each with its reason.
func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		reason string
		told   []string
		want   string // "r2>r1": the act of r2 answers that of r1
	}{
		{"sixty for sixty, three days on", []string{"2018-03-27 expel USA>RUS actual diplomats =60 on 2018-03-26", "2018-03-30 expel RUS>USA actual diplomats =60 on 2018-03-29"}, "r2>r1"},
		{"a consulate for a consulate", []string{"2020-07-22 close USA>CHN actual consulate =1 at Houston on 2020-07-21", "2020-07-24 close CHN>USA actual consulate =1 at Chengdu on 2020-07-24"}, "r2>r1"},
		{"nobody answers what is years past", []string{"2016-12-30 expel USA>RUS actual diplomats =35 on 2016-12-29", "2018-03-30 expel RUS>USA actual diplomats =60 on 2018-03-29"}, ""},
		{"allies answer no one's friend", []string{"2018-03-27 expel USA>RUS actual diplomats =60 on 2018-03-26", "2018-03-30 expel GBR>RUS actual diplomats =60 on 2018-03-29"}, ""},
		{"to forgo an answer is none", []string{"2016-12-30 expel USA>RUS actual diplomats =35 on 2016-12-29", "2016-12-31 expel RUS>USA denied diplomats =35"}, ""},
		{"talks answer nothing", []string{"2018-03-27 expel USA>RUS actual diplomats =60 on 2018-03-26", "2018-03-30 consult RUS>USA actual on 2018-03-29"}, ""},
	} {
		var told []demarche.Telling
		for i, l := range c.told {
			told = append(told, parse(t, fmt.Sprintf("r%d", i+1), l))
		}
		acts := Acts(told, Bonds{})
		Respond(acts)
		var got []string
		for _, a := range acts {
			for _, x := range a.Answers {
				got = append(got, strings.TrimPrefix(string(a.ID), "a")+">"+strings.TrimPrefix(string(x.Act), "a"))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q, want %q, since %s", s, c.want, c.reason)
		}
	}
}

func TestCallsAnswer(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Moscow expelled ten in\nresponse.": true, "a tit-for-tat expulsion": true, "It expelled ten.": false, "": false,
	} {
		if CallsAnswer(sentence) != want {
			t.Errorf("%q: %v", sentence, !want)
		}
	}
}

func TestSince(t *testing.T) {
	var list []demarche.Event
	for _, l := range []string{"2021-01-01 expel USA>RUS actual on 2021-11-27", "2021-01-01 expel USA>RUS actual on 2021", "2021-01-01 expel USA>RUS planned on 2022-03"} {
		list = append(list, parse(t, "r", l).Event)
	}
	if got := Since(list).String(); got != "2021-11-27" {
		t.Error(got)
	}
	if got := Since(list[2:]); !got.IsZero() {
		t.Error(got)
	}
}

// BenchmarkActs merges the events of a busy pair of States.
func BenchmarkActs(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var told []demarche.Telling
	for i := range 20000 {
		d := demarche.Day{Year: 1995, Month: 1, Date: 1}.Plus(r.IntN(11000))
		e := demarche.Event{ID: demarche.EventID(fmt.Sprint(i)), Report: demarche.ReportID(fmt.Sprint(i / 3)), Type: demarche.EventTypes[r.IntN(25)],
			Actor: []demarche.Code{"USA"}, Recipient: []demarche.Code{"RUS"}, Status: demarche.Actual, Date: demarche.On(d)}
		if i%2 == 0 {
			e.Actor, e.Recipient = e.Recipient, e.Actor
		}
		told = append(told, demarche.Telling{Event: e, Known: d.Plus(1), Order: i % 3})
	}
	for b.Loop() {
		acts := Acts(told, Bonds{})
		Respond(acts)
	}
}

func TestBlocksOf(t *testing.T) {
	from, to := BlocksOf("USA", "limit_term")
	for line, want := range map[string]bool{
		"2021-01-01 limit_term USA>RUS actual": true, "2021-01-01 limit_term USA>CHN+RUS actual": true, "2021-01-01 limit_term RUS>USA actual": false,
		"2021-01-01 limit_staff USA>RUS actual": false, "2021-01-01 limit_term GBR+USA>RUS actual": false,
	} {
		e := parse(t, "r", line)
		if b := Block(&e.Event); (from <= b && b < to) != want {
			t.Errorf("%s: block %q, range %q to %q", line, b, from, to)
		}
	}
}
