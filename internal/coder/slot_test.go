package coder

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/data"
	"demarche/internal/intake"
	"demarche/internal/sense"
	"demarche/internal/text"
)

// weighed is a coder with the networks that the program has.
func weighed(t *testing.T) *Coder {
	t.Helper()
	model, k := knowledge(t)
	nets, err := sense.Read(data.Senses)
	if err != nil {
		t.Fatal(err)
	}
	k.Weigh(nets)
	return NewCoder(model, nil, k)
}

// TestSlotsFromAbout: a meeting of which its own clause tells no place takes it from the
// journey to it in the sentence before; one that tells its place keeps it, and what only
// States do has none.
func TestSlotsFromAbout(t *testing.T) {
	day, err := demarche.ParseDay("2019-03-14")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct{ text, kind, place string }{
		{"Kenya's foreign minister, Monica Juma, arrived in Khartoum on Tuesday. She met her Sudanese counterpart, El-Dirdiri Mohamed Ahmed.", "consult", "Khartoum"},
		{"Kenya's foreign minister, Monica Juma, left Nairobi on Tuesday. She met her Sudanese counterpart in Khartoum.", "consult", "Khartoum"},
		{"Kenya's foreign minister, Monica Juma, arrived in Khartoum on Tuesday. Sudan accused Ethiopia of lying.", "accuse", ""},
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}})
		at := slices.IndexFunc(events, func(e demarche.Event) bool { return string(e.Type) == x.kind })
		if at < 0 {
			t.Errorf("%s: no %s among %v", x.text, x.kind, events)
			continue
		}
		if e := events[at]; e.Place != x.place {
			t.Errorf("%s: in %q, want %q", x.text, e.Place, x.place)
		}
	}
}

// TestCallsHaveNoPlace: who telephones is in no city with the other, what is agreed in a call
// tells neither when nor where it was, and what is to come is not where it is told.
func TestCallsHaveNoPlace(t *testing.T) {
	day, err := demarche.ParseDay("2019-03-14")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct{ text, want string }{
		{"Chilean President Sebastian Pinera and his Peruvian counterpart agreed during a telephone conversation to hold a meeting in Lima in May.", "actual; planned Lima 2019-05"},
		{"Chilean President Sebastian Pinera and his Peruvian counterpart agreed over the phone to meet in May.", "planned 2019-05"},
		{"Egypt's foreign minister held a phone call with his Omani counterpart on the clashes in Khartoum.", "actual"},
		{"The Egyptian and Omani foreign ministers held talks by video link on Monday about the blast in Beirut.", "actual 2019-03-11"},
		{"The Egyptian and Omani foreign ministers held talks in Beirut on Monday.", "actual Beirut 2019-03-11"},
		{"Egypt and Oman will hold talks, officials said in Beirut on Monday.", "planned"},
		{"The Egyptian foreign minister is due in Muscat on Tuesday for talks with the Omani sultan.", "planned Muscat 2019-03-19"},
	} {
		var found []string
		for _, e := range c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}}) {
			if e.Type == "consult" {
				found = append(found, strings.Join(strings.Fields(fmt.Sprintf("%s %s %v", e.Status, e.Place, e.Date)), " "))
			}
		}
		if got := strings.Join(found, "; "); got != x.want {
			t.Errorf("%s\n got %s\nwant %s", x.text, got, x.want)
		}
	}
}

// TestFilledIsInferred: what another sentence fills in is inferred, what the act's own
// tells is not.
func TestFilledIsInferred(t *testing.T) {
	there := text.Sentence{Tokens: []demarche.Span{{Start: 40, End: 42}, {Start: 43, End: 48}}}
	sc, f := &scene{at: 3, sentences: []text.Sentence{{}, {}, there, {}}}, &candidate{}
	sc.filled(f, &mention{slot: "date", sentence: 3})
	sc.filled(f, &mention{slot: "place", sentence: 2, first: 1, end: 2})
	if want := []string{"place"}; !slices.Equal(f.filled, want) {
		t.Errorf("inferred %v, want %v", f.filled, want)
	}
	if at, ok := f.At("place"); !ok || at != (demarche.Span{Start: 43, End: 48}) {
		t.Errorf("the place is told at %v, want the word itself", at)
	}
}

// TestDaysAreTold: whatever the network of slots fills in, no act that is done lies after
// its report, and none that is to be done is given a day from another sentence that is over.
func TestDaysAreTold(t *testing.T) {
	c, filled := weighed(t), 0
	paths, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no examples", err)
	}
	for report, err := range intake.Read(paths, intake.Options{Open: func(path string) (fs.File, error) { return os.Open(path) }}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range c.Code(&report) {
			if e.Date.IsZero() || !slices.Contains(e.Inferred, "date") {
				continue
			}
			filled++
			over := !report.Date.Before(e.Date.From)
			if e.Status == demarche.Actual && !over || ahead(e.Status) && over {
				t.Errorf("%s: %v", report.ID, e)
			}
		}
	}
	if filled == 0 {
		t.Error("no day of the examples was filled in: the test says nothing")
	}
}

// TestTermsFromAbout: the term of another sentence is that of an act only where the words
// over it are what the act makes others do.
func TestTermsFromAbout(t *testing.T) {
	day, err := demarche.ParseDay("2019-03-14")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for _, x := range []struct{ text, kind, want string }{
		{"Kenya withdrew all its diplomats from Khartoum and told Sudan's ambassador to be gone. The Twelve will recall their heads of mission by the end of the week.", "recall", ""},
		{"Kenya expelled two Sudanese diplomats. Khartoum must pledge that it will not happen again by March 20, a spokesman said.", "expel", ""},
		{"Kenya expelled two Sudanese diplomats. They were given until March 20 to leave, a spokesman said.", "expel", "2019-03-20"},
		{"Kenya expelled two Sudanese diplomats last week. Sudan retaliated on Wednesday, telling the Kenyan chargé d'affaires that he had until Sunday to leave.", "expel", ""},
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: x.text, Body: demarche.Span{End: len(x.text)}})
		at := slices.IndexFunc(events, func(e demarche.Event) bool { return string(e.Type) == x.kind })
		if at < 0 {
			t.Errorf("%s: no %s among %v", x.text, x.kind, events)
			continue
		}
		if e := events[at]; e.Deadline.String() != x.want {
			t.Errorf("%s: by %q, want %q", x.text, e.Deadline, x.want)
		}
	}
}

// TestDayOfBefore: an act has not the day of what it came after.
func TestDayOfBefore(t *testing.T) {
	day, err := demarche.ParseDay("2019-03-06")
	if err != nil {
		t.Fatal(err)
	}
	c := weighed(t)
	for text, want := range map[string]string{
		"Norway has expelled the Malian envoy after Mali threw out a Norwegian diplomat on Thursday.": "",
		"Norway expelled the Malian envoy on Monday after Mali threw out a Norwegian diplomat.":       "2019-03-04",
	} {
		events := c.Code(&demarche.Report{ID: "r", Date: day, Text: text, Body: demarche.Span{End: len(text)}})
		at := slices.IndexFunc(events, func(e demarche.Event) bool { return slices.Equal(e.Actor, []demarche.Code{"NOR"}) })
		if at < 0 {
			t.Errorf("%s: no act of Norway's among %v", text, events)
			continue
		}
		if got := events[at].Date.String(); got != want {
			t.Errorf("%s: on %q, want %q", text, got, want)
		}
	}
}
