package brief

import (
	"encoding/json"
	"strings"
	"testing"

	"demarche"
)

func day(s string) demarche.Day {
	d, err := demarche.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func period(s string) demarche.Period {
	p, err := demarche.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// act makes an act that one report tells.
func act(id, known string, e demarche.Event) demarche.Act {
	if e.Status == "" {
		e.Status = demarche.Actual
	}
	e.ID, e.Report = demarche.EventID(id), demarche.ReportID("r-"+id)
	return demarche.Act{
		ID: demarche.ActID("a" + id), Type: e.Type, Actor: e.Actor, Recipient: e.Recipient, Status: e.Status, Object: e.Object, Count: e.Count,
		Place: e.Place, Date: e.Date, Deadline: e.Deadline, Known: day(known),
		History:  []demarche.Step{{Status: e.Status, Known: day(known), Event: e.ID}},
		Tellings: []demarche.Telling{{Event: e, Known: day(known), Evidence: "words of " + id}},
	}
}

var (
	usa = []demarche.Code{"USA"}
	rus = []demarche.Code{"RUS"}
)

func exactly(n int) demarche.Quantity { return demarche.Quantity{N: n, Cmp: "="} }

// lines gives the lines of a section of the brief of some acts on a day.
func lines(in Input, asOf, section string) []string {
	in.A, in.B, in.AsOf = "USA", "RUS", day(asOf)
	b := Make(in)
	var out []string
	for _, s := range b.Sections {
		if s.Name != section {
			continue
		}
		for _, l := range s.Lines {
			text := strings.TrimSpace(l.Date + " " + l.Text)
			for _, sub := range l.Sub {
				text += " / " + sub.Text
			}
			out = append(out, text)
		}
	}
	return out
}

// TestSections: what each section says of a few acts, on a day.
func TestSections(t *testing.T) {
	expel := func(id, known, date string, n int) demarche.Act {
		return act(id, known, demarche.Event{Type: "expel", Actor: usa, Recipient: rus, Object: "diplomats", Count: exactly(n), Date: period(date)})
	}
	two := expel("1", "2018-03-27", "2018-03-26", 60)
	two.Tellings = append(two.Tellings, demarche.Telling{Known: day("2018-03-28"), Event: demarche.Event{
		ID: "1b", Report: "r-1b", Type: "expel", Status: demarche.Actual, Object: "diplomats", Count: exactly(58)}})
	two.Accounts = []demarche.Account{{Field: "count", Value: "60", Events: []demarche.EventID{"1"}}, {Field: "count", Value: "58", Events: []demarche.EventID{"1b"}}}
	answer := act("2", "2018-03-30", demarche.Event{Type: "expel", Actor: rus, Recipient: usa, Object: "diplomats", Count: exactly(60), Date: period("2018-03-29")})
	answer.Answers = []demarche.Answer{{Act: "a1", Explicit: true, Score: 99, Lag: 3, Dated: true}}
	guess := answer
	guess.Answers = []demarche.Answer{{Act: "a1", Score: 75, Lag: 3, Dated: true}}
	order := act("3", "2021-11-30", demarche.Event{Type: "expel", Actor: usa, Recipient: rus, Object: "diplomats", Count: demarche.Quantity{N: 27, Cmp: ">="}, Deadline: period("2022-01-30")})
	left := order
	left.Tellings = append([]demarche.Telling{}, order.Tellings...)
	left.Tellings = append(left.Tellings, demarche.Telling{Known: day("2022-01-27"), Event: demarche.Event{ID: "3b", Report: "r-3b", Type: "depart", Status: demarche.Actual, Date: period("2022-01-26")}})
	ultimatum := act("4", "2022-02-02", demarche.Event{Type: "expel", Actor: usa, Recipient: rus, Object: "ambassador", Count: exactly(1), Status: demarche.Conditional, Condition: "unless visas are issued", Deadline: period("2022-04")})
	closed := act("5", "2017-09-01", demarche.Event{Type: "close", Actor: usa, Recipient: rus, Object: "consulate", Count: exactly(1), Place: "San Francisco", Date: period("2017-08-31"), Speaker: "a source", SpeakerState: "RUS"})
	opened := act("6", "2023-01-02", demarche.Event{Type: "open", Actor: rus, Recipient: usa, Object: "consulate", Count: exactly(1), Place: "San Francisco", Date: period("2023-01-01")})
	planned := act("7", "2021-11-30", demarche.Event{Type: "consult", Actor: usa, Recipient: rus, Status: demarche.Planned, Place: "Vienna", Date: period("2021-12")})
	vow := act("8", "2021-11-30", demarche.Event{Type: "respond", Actor: rus, Recipient: usa, Status: demarche.Threatened, Speaker: "Ryabkov", SpeakerState: "RUS"})
	capped := act("9", "2017-07-31", demarche.Event{Type: "limit_staff", Actor: rus, Recipient: usa, Object: "headcount", Count: exactly(455), Date: period("2017-07-28")})
	total := act("10", "2021-11-28", demarche.Event{Type: "expel", Actor: usa, Recipient: rus, Object: "diplomats", Count: demarche.Quantity{N: 50, Cmp: ">"}, Date: period("2016/2021"), Speaker: "Moscow", SpeakerState: "RUS"})
	undated := act("12", "2018-03-30", demarche.Event{Type: "expel", Actor: rus, Recipient: usa, Object: "diplomats"})
	undated.Answers = []demarche.Answer{{Act: "a1", Score: 40}}
	never := demarche.Remark{Report: "r-x", Known: day("2022-02-02"), Kind: demarche.NeverBegan, Speaker: "a source", State: "RUS", Words: "words"}
	nobody := demarche.Remark{Report: "r-x", Known: day("2022-02-02"), Kind: demarche.NobodyElse, Speaker: "Kremlin", State: "RUS", About: "limit_term", Actor: "USA"}
	renamed := demarche.Remark{Report: "r-x", Known: day("2022-02-02"), Kind: demarche.Renamed, Names: []string{"Bortnov", "Semenov"}}
	elsewhere := act("11", "2020-01-02", demarche.Event{Type: "limit_term", Actor: usa, Recipient: []demarche.Code{"CHN"}})

	for _, c := range []struct {
		reason  string
		in      Input
		asOf    string
		section string
		want    string // lines, parted by |
	}{
		{"two accounts are a range", Input{Acts: []demarche.Act{two}}, "2018-04-01", "figures", "2018 USA expelled of RUS: 58 to 60"},
		{"years are summed on", Input{Acts: []demarche.Act{two, order}}, "2022-04-01", "figures", "2018 USA expelled of RUS: 58 to 60; running total 58 to 60|2021 USA expelled of RUS: 27 or more; running total 85 to 87 or more"},
		{"what is to come is in no sum", Input{Acts: []demarche.Act{ultimatum}}, "2022-02-02", "figures", ""},
		{"a total is no part of a sum", Input{Acts: []demarche.Act{total}}, "2022-02-02", "figures", "2016/2021 Not in the sums: USA expelled more than 50 diplomats of RUS"},
		{"a cap holds", Input{Acts: []demarche.Act{capped}}, "2022-02-02", "figures", "2017-07-28 Cap in force: USA may have 455 at missions in RUS"},
		{"a post is closed", Input{Acts: []demarche.Act{closed, opened}}, "2022-02-02", "figures", "2017-08-31 Closed: the consulate in San Francisco, by USA"},
		{"and open again later", Input{Acts: []demarche.Act{closed, opened}}, "2023-02-02", "figures", "2023-01-01 Open: the consulate in San Francisco, of RUS"},
		{"a measure holds, by whose word", Input{Acts: []demarche.Act{closed}}, "2022-02-02", "measures", "2017-08-31 USA closed the consulate (RUS) in San Francisco, since 2017-08-31, by the word of a source (RUS)"},
		{"until it is lifted", Input{Acts: []demarche.Act{closed, opened}}, "2023-02-02", "measures", ""},
		{"before it was, there is none", Input{Acts: []demarche.Act{closed}}, "2017-08-30", "measures", ""},
		{"what is ahead runs", Input{Acts: []demarche.Act{ultimatum, order}}, "2022-02-02", "docket", "2022-04 USA would, on a condition, expel the ambassador of RUS: unless visas are issued — running|2022-01-30 USA expelled at least 27 diplomats of RUS — passed, outcome not reported"},
		{"who left has met it", Input{Acts: []demarche.Act{left}}, "2022-02-02", "docket", "2022-01-30 USA expelled at least 27 diplomats of RUS — passed, met: they left on 2022-01-26"},
		{"before the day it runs", Input{Acts: []demarche.Act{left}}, "2022-01-02", "docket", "2022-01-30 USA expelled at least 27 diplomats of RUS — running"},
		{"an answer has lag and proportion", Input{Acts: []demarche.Act{two, answer}}, "2018-04-01", "moves", "2018-03-29 RUS expelled 60 diplomats of USA, in answer to: USA expelled 60 diplomats of RUS (2018-03-26); 3 days later; 60 for 60; so said by the report"},
		{"a guess says so", Input{Acts: []demarche.Act{two, guess}}, "2018-04-01", "moves", "2018-03-29 RUS expelled 60 diplomats of USA, in answer to: USA expelled 60 diplomats of RUS (2018-03-26); 3 days later; 60 for 60; inferred, 75 of 100"},
		{"no answer yet", Input{Acts: []demarche.Act{two, answer}}, "2018-03-28", "moves", "2018-03-26 No answer known: USA expelled 60 diplomats of RUS"},
		{"a vow is open", Input{Acts: []demarche.Act{vow}}, "2021-12-02", "moves", "2021-11-30 Answer vowed, not seen yet: RUS warned that it would answer USA, says Ryabkov (RUS)"},
		{"talks are announced", Input{Acts: []demarche.Act{planned}}, "2021-12-02", "talks", "2021-12 announced: USA and RUS are to hold talks in Vienna"},
		{"talks are overdue", Input{Acts: []demarche.Act{planned}}, "2022-01-02", "talks", "2021-12 overdue: announced for 2021-12, not reported as held: USA and RUS are to hold talks in Vienna"},
		{"it answered", Input{Acts: []demarche.Act{two, answer}, Remarks: []demarche.Remark{never}}, "2022-02-02", "claims", "2022-02-02 a source (RUS) says that it has only ever answered and never began — supported / For it: 1 act in answer to a move of the other side"},
		{"and it began", Input{Acts: []demarche.Act{two, answer, capped}, Remarks: []demarche.Remark{never}}, "2022-02-02", "claims", "2022-02-02 a source (RUS) says that it has only ever answered and never began — mixed / For it: 1 act in answer to a move of the other side / Against it: 1 act with no move before in the record"},
		{"or none can tell", Input{Acts: []demarche.Act{two, undated}, Remarks: []demarche.Remark{never}}, "2022-02-02", "claims", "2022-02-02 a source (RUS) says that it has only ever answered and never began — no evidence / Neither way: 1 act on a day that is not told, so that what came first is not known"},
		{"nothing is known", Input{Remarks: []demarche.Remark{never}}, "2022-02-02", "claims", "2022-02-02 a source (RUS) says that it has only ever answered and never began — no evidence / The record holds nothing for or against it."},
		{"it was said later", Input{Remarks: []demarche.Remark{never}}, "2022-02-01", "claims", ""},
		{"others have the same", Input{Remarks: []demarche.Remark{nobody}, Elsewhere: []demarche.Act{elsewhere}}, "2022-02-02", "claims", "2022-02-02 Kremlin (RUS) says of USA that it does this to no other: limit the term of staff — contradicted / Against it: 1 act by which it does the same to others"},
		{"a total is held against the sum", Input{Acts: []demarche.Act{two, total}}, "2022-02-02", "claims", "2021-11-28 Moscow (RUS) says: USA expelled more than 50 diplomats of RUS — supported / The record has, in 1 act with a day: 58 to 60"},
		{"figures differ", Input{Acts: []demarche.Act{two}, Remarks: []demarche.Remark{renamed}}, "2022-02-02", "disagreements", "2018-03-26 USA expelled 60 diplomats of RUS — count differs: 60; 58 / 60 / 58|2022-02-02 One report gives words of Bortnov to Semenov, whom it does not name otherwise"},
	} {
		if got := strings.Join(lines(c.in, c.asOf, c.section), "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, got, c.want)
		}
	}
}

// TestEveryLineRests: each line of a brief has something that it rests on.
func TestEveryLineRests(t *testing.T) {
	in := Input{A: "USA", B: "RUS", AsOf: day("2022-02-02")}
	for _, typ := range demarche.EventTypes {
		for i, s := range demarche.Statuses {
			id := string(typ) + string(s)
			in.Acts = append(in.Acts, act(id, "2022-01-01", demarche.Event{Type: typ, Status: s, Actor: usa, Recipient: rus, Object: demarche.Objects[i], Deadline: period("2022-03")}))
		}
	}
	b := Make(in)
	var check func(l []Line)
	check = func(l []Line) {
		for _, x := range l {
			if len(x.Evidence) == 0 && !strings.HasPrefix(x.Text, "The record") {
				t.Errorf("%q rests on nothing", x.Text)
			}
			if strings.Contains(x.Text, "%") || strings.Contains(x.Text, "@") || strings.Contains(x.Text, "  ") {
				t.Errorf("%q", x.Text)
			}
			check(x.Sub)
		}
	}
	for _, s := range b.Sections {
		check(s.Lines)
		if len(s.Lines) > mostLines {
			t.Errorf("%s has %d lines", s.Name, len(s.Lines))
		}
	}
	if b.Acts != len(in.Acts) || b.Reports != len(in.Acts) {
		t.Errorf("%d acts, %d reports", b.Acts, b.Reports)
	}
	if text := string(b.AppendText(nil, Layout{Quotes: true, Width: 10})); strings.Count(text, "\n\n") != 7 || !strings.Contains(text, "“words of …”") {
		t.Error(text)
	}
	if text := string(b.AppendText(nil, Layout{Markdown: true})); strings.Count(text, "\n## ") != 7 || strings.Contains(text, "“") || !strings.Contains(text, "limit\\_staff") {
		t.Error(text)
	}
	var o map[string]any
	if err := json.Unmarshal(b.AppendJSON(nil), &o); err != nil || len(o["sections"].([]any)) != 7 {
		t.Error(err, o)
	}
}
