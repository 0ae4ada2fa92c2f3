package coder

import (
	"slices"
	"testing"

	"demarche"
)

// TestShares: a share of a staff counts nobody, and who is to be dismissed is not kept
// from it by what is stopped before.
func TestShares(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-04-30")
	if err != nil {
		t.Fatal(err)
	}
	text := "The Kenyan embassy in Mogadishu will stop issuing visas to Somalis on May 12 and withdraw three quarters of its staff from Somalia."
	found := false
	for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
		if e.Type == "recall" {
			found = true
			if !e.Count.IsZero() || e.Status != demarche.Planned {
				t.Errorf("%s, %v: want planned, of nobody knows how many", e.Status, e.Count)
			}
		}
	}
	if !found {
		t.Error("no recall")
	}
}

// TestCounts: figures that stand for others, and posts told by their cities or States.
func TestCounts(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-04-30")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		text string
		kind demarche.EventType
		want int
	}{
		{"Kenya has closed four of the five Somali consulates.", "close", 4},
		{"Kenya ordered Somalia to close its consulates in Houston, Chicago and Boston.", "close", 3},
		{"Kenya has expelled the ambassadors of Somalia, Uganda and Rwanda.", "expel", 3},
		{"Kenya has expelled the number two at the Somali embassy.", "expel", 1},
		{"Kenya expelled ten Somali diplomats on Friday, a day after Somalia ordered out the same number of Kenyan diplomats.", "expel", 10},
		{"Kenya expelled 27 people from the Somali embassy in Nairobi.", "expel", 27},
		{"Kenya expelled two Somali military attaches.", "expel", 2},
		{"Kenya summoned Somalia's charge d'affaires in Nairobi.", "summon", 1},
		{"Kenya has expelled the charges d'affaires of Somalia.", "expel", 0},
		{"The ambassadors of Kenya and Somalia took up their posts in each other's capitals on Tuesday.", "appoint", 1},
		{"Kenya told four Somali diplomats on Monday that they must leave.", "expel", 4},
		{"Kenya handed the Somali envoy a note: 12 employees of the embassy in Nairobi and three of the consulate in Mombasa must leave.", "expel", 15},
		{"Fifteen employees of the Somali embassy in Nairobi and two of the consulate in Mombasa must leave Kenya by May 5.", "expel", 17},
		{"Kenya will cut the number of Somali diplomats to the figure of 350.", "limit_staff", 350},
		{"Kenya ordered the expulsion of 60 Somali diplomats and the closure of the Somali consulate in Mombasa.", "expel", 60},
	} {
		found := false
		for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: tc.text, Body: demarche.Span{End: len(tc.text)}}) {
			if e.Type != tc.kind {
				continue
			}
			found = true
			if e.Count.N != tc.want {
				t.Errorf("%s: %s of %d, want %d", tc.text, tc.kind, e.Count.N, tc.want)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tc.text, tc.kind)
		}
	}
}

// TestEachItsFigure: in a list of States each figure is of the one before it.
func TestEachItsFigure(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2021-04-30")
	if err != nil {
		t.Fatal(err)
	}
	text := "Kenya has expelled two Somali diplomats. Uganda expelled 40, Rwanda 35 and Burundi 25 earlier this week."
	var got []int
	for _, e := range NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}}) {
		if e.Type != "expel" || e.Object != "diplomats" {
			t.Errorf("%s of %s: want an expulsion of diplomats", e.Type, e.Object)
		}
		got = append(got, e.Count.N)
	}
	if want := []int{2, 40, 35, 25}; !slices.Equal(got, want) {
		t.Errorf("figures %v, want %v", got, want)
	}
}

// TestSanctionedOfficials: whoever is of a mission's staff when he is sent home is an official
// where a sanction falls on him.
func TestSanctionedOfficials(t *testing.T) {
	model, k := knowledge(t)
	report := on(t, "2019-03-20")
	for text, want := range map[string]string{
		"Canada put 19 Chadian officials on its sanctions list.": "officials",
		"Canada recalled 19 officials from its embassy in Chad.": "staff",
	} {
		report.Text, report.Body = text, demarche.Span{End: len(text)}
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if e.Object != want {
				t.Errorf("%s: %s of %q, want %q", text, e.Type, e.Object, want)
			}
		}
	}
}
