package brief

import (
	"strings"
	"testing"

	"demarche"
)

// TestTalks: what a brief says of talks besides that they were held.
func TestTalks(t *testing.T) {
	held := act("1", "2021-11-30", demarche.Event{Type: "consult", Actor: usa, Recipient: rus, Place: "Vienna", Date: period("2021-11-29"), Trigger: demarche.Span{Start: 5, End: 9}})
	agreed := act("2", "2021-12-01", demarche.Event{Type: "agree", Actor: usa, Recipient: rus, Place: "Vienna", Date: period("2021-11-30")})
	elsewhere := act("3", "2021-12-01", demarche.Event{Type: "agree", Actor: usa, Recipient: rus, Place: "Oslo", Date: period("2021-11-30")})
	on := func(kind demarche.RemarkKind, known string, names ...string) demarche.Remark {
		return demarche.Remark{Report: "r-1", Known: day(known), Kind: kind, Names: names, Of: held.Tellings[0].Trigger, Words: "words"}
	}
	by := func(r demarche.Remark, state demarche.Code, name string) demarche.Remark {
		r.State, r.Speaker = state, name
		return r
	}
	elsewise := func(r demarche.Remark) demarche.Remark { // by the office that another report tells
		r.In, r.Report = r.Report, "r-0"
		return r
	}
	loose := by(on(demarche.Result, "2021-12-02", "no agreement"), "USA", "Price")
	loose.Of, loose.Report = demarche.Span{}, "r-9"
	const line = "2021-11-29 held: USA and RUS held talks in Vienna"
	for _, c := range []struct {
		reason  string
		remarks []demarche.Remark
		acts    []demarche.Act
		asOf    string
		want    string
	}{
		{"level and topics", []demarche.Remark{on(demarche.Level, "2021-11-30", "foreign ministers"), on(demarche.Topic, "2021-11-30", "visas", "Visas", "property")}, nil, "2021-12-01", line + " / Level: foreign ministers / Topics: visas; property"},
		{"a level by another report", []demarche.Remark{elsewise(on(demarche.Level, "2021-11-01", "foreign ministers"))}, nil, "2021-12-01", line + " / Level: foreign ministers"},
		{"but not beside their own", []demarche.Remark{on(demarche.Level, "2021-11-30", "envoys"), elsewise(on(demarche.Level, "2021-11-01", "foreign ministers"))}, nil, "2021-12-01", line + " / Level: envoys"},
		{"what each side says", []demarche.Remark{by(on(demarche.Result, "2021-11-30", "no progress"), "RUS", "Ryabkov"), loose}, nil, "2021-12-02",
			line + " / What came of them, says Ryabkov (RUS): “no progress” / What came of them, says Price (USA): “no agreement”; that it is of these talks is inferred from the day"},
		{"a third side says nothing", []demarche.Remark{by(on(demarche.Result, "2021-11-30", "no progress"), "CHN", "")}, nil, "2021-12-02", line},
		{"before it is known nothing is said", []demarche.Remark{loose}, nil, "2021-12-01", line},
		{"long after it is of others", []demarche.Remark{func() demarche.Remark { r := loose; r.Known = day("2022-01-02"); return r }()}, nil, "2022-02-02", line},
		{"what was agreed there", nil, []demarche.Act{agreed, elsewhere}, "2021-12-02", line + " / Then: USA and RUS agreed in Vienna|2021-11-30 agreed: USA and RUS agreed in Oslo"},
	} {
		got := strings.Join(lines(Input{Acts: append([]demarche.Act{held}, c.acts...), Remarks: c.remarks}, c.asOf, "talks"), "|")
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.reason, got, c.want)
		}
	}
}
