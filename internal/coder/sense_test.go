package coder

import (
	"slices"
	"testing"

	"demarche"
	"demarche/internal/syntax"
	"pgregory.net/rapid"
)

// TestBestSides: of the States about an act the likeliest pair is taken, and beside it
// whoever is likelier to have a part in the act than not.
func TestBestSides(t *testing.T) {
	for _, c := range []struct {
		name             string
		all              []standing
		symmetric        bool
		actor, recipient []demarche.Code
	}{
		{"one on each side", []standing{{"RUS", .1, .8}, {"USA", .9, .1}, {"FRA", .1, .1}}, false, []demarche.Code{"USA"}, []demarche.Code{"RUS"}},
		{"both likelier as actor: the surer one acts", []standing{{"RUS", .6, .4}, {"USA", .9, .1}}, false, []demarche.Code{"USA"}, []demarche.Code{"RUS"}},
		{"two who act together", []standing{{"LVA", .9, 0}, {"EST", .8, 0}, {"RUS", 0, .9}}, false, []demarche.Code{"LVA", "EST"}, []demarche.Code{"RUS"}},
		{"parties to talks", []standing{{"IRN", .9, 0}, {"IRQ", .3, 0}, {"OMN", .7, 0}}, true, []demarche.Code{"IRN"}, []demarche.Code{"OMN"}},
		{"nobody of a State", []standing{{demarche.Other, .9, .9}}, false, nil, nil},
	} {
		a, r, p := bestSides(c.all, c.symmetric)
		if !slices.Equal(a, c.actor) || !slices.Equal(r, c.recipient) {
			t.Errorf("%s: %v → %v (%.2f), want %v → %v", c.name, a, r, p, c.actor, c.recipient)
		}
	}
}

// TestSidesAreApart: nobody stands on both sides, and what is chosen is at least as
// likely as any pair.
func TestSidesAreApart(t *testing.T) {
	codes := []demarche.Code{"USA", "RUS", "FRA", "CHN", demarche.Other}
	rapid.Check(t, func(t *rapid.T) {
		var all []standing
		for _, c := range codes[:rapid.IntRange(2, len(codes)).Draw(t, "n")] {
			a := rapid.Float64Range(0.01, 0.98).Draw(t, "actor")
			all = append(all, standing{c, a, rapid.Float64Range(0.005, 0.99-a).Draw(t, "recipient")})
		}
		symmetric := rapid.Bool().Draw(t, "symmetric")
		actor, recipient, _ := bestSides(all, symmetric)
		if overlap(actor, recipient) {
			t.Fatalf("%v → %v", actor, recipient)
		}
		if symmetric {
			return
		}
		best := odds(all, actor[:1], recipient[:1])
		for _, x := range all {
			for _, y := range all {
				if x.code != y.code && odds(all, []demarche.Code{x.code}, []demarche.Code{y.code}) > best*1.0001 {
					t.Fatalf("%v → %v was taken, and %s → %s is likelier", actor, recipient, x.code, y.code)
				}
			}
		}
	})
}

// TestDemandStandsForItself: a demand whose content is hardly an act of its own is told,
// and one whose content is an act gives way to it.
func TestDemandStandsForItself(t *testing.T) {
	day, err := demarche.ParseDay("2006-12-12")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct {
		text string
		want demarche.EventType
	}{
		{"Britain's UN ambassador again urged Israel to freeze all settlement activity, including the natural growth of existing settlements.", "demand"},
		{"Kenya urged Sudan to recall its ambassador from Nairobi.", "recall"},
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}})
		if len(events) != 1 || events[0].Type != x.want {
			t.Errorf("%s: %v, want one %s", x.text, events, x.want)
		}
	}
}

// TestConferenceHasItsHost: of a conference whose parties are not told one by one the State
// where it is held is a side, not whoever was named before.
func TestConferenceHasItsHost(t *testing.T) {
	day, err := demarche.ParseDay("2005-11-13")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct {
		text string
		side demarche.Code
	}{
		{"Algeria's energy minister said oil was cheap. OPEC ministers will hold a conference in the Nigerian capital Abuja on Monday.", "NGA"},
		{"Britain's finance minister spoke of poverty. The World Trade Organization meeting is scheduled on December 13 in Hanoi.", "VNM"},
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}})
		if len(events) != 1 || events[0].Type != "consult" || !sameCodes(union(events[0].Actor, events[0].Recipient), []demarche.Code{x.side, demarche.Other}) {
			t.Errorf("%s: %v, want one consult of %s and others", x.text, events, x.side)
		}
	}
}

// TestSubjectOver: who tells of sanctions or gives them is not whom they are given to.
func TestSubjectOver(t *testing.T) {
	model, k := knowledge(t)
	for _, x := range []struct {
		text, word string
		want       bool
	}{
		{"The Kenyan minister said that sanctions had been imposed on a Ugandan secretary.", "minister", true},
		{"The Kenyan minister said that sanctions had been imposed on a Ugandan secretary.", "secretary", false},
		{"Two Ugandan ministers were put under sanctions.", "ministers", false},
	} {
		c := NewCoder(model, nil, k)
		reading := c.Read(&demarche.Report{ID: "r", Text: x.text, Body: demarche.Span{End: len(x.text)}})
		sc := &c.scene
		sc.open = reading.Open
		sc.look(&reading)
		sc.s.Set(sc.trees[0].Words, k.lexicon)
		at := func(form string) int {
			return slices.IndexFunc(sc.s.Words, func(w syntax.Word) bool { return w.Form == form })
		}
		if got := sc.isSubjectOver(at(x.word), at("sanctions")); got != x.want {
			t.Errorf("%s: %s: got %v", x.text, x.word, got)
		}
	}
}
