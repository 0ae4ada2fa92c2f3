package ledgertest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

// Busy is the pair of parties that a made-up record has most events of.
const Busy = "RUS-USA"

// mix is how often events are of a type, of a hundred, after what the program finds in
// reports of disputes.
var mix = []struct {
	of     demarche.EventType
	part   int
	object string
}{
	{"expel", 16, "diplomats"}, {"accuse", 16, ""}, {"consult", 14, "topics"}, {"respond", 8, ""}, {"demand", 8, ""}, {"reject", 6, ""},
	{"sanction", 6, "officials"}, {"recall", 5, "ambassador"}, {"summon", 4, "ambassador"}, {"close", 4, "consulate"}, {"limit_staff", 3, "staff"},
	{"depart", 3, "diplomats"}, {"deny_visa", 2, "visas"}, {"appoint", 2, "ambassador"}, {"seize", 1, "property"}, {"open", 1, "embassy"}, {"break_relations", 1, "relations"},
}

var cities = []string{"", "", "", "Vienna", "Geneva", "Moscow", "Seattle", "Houston", "St. Petersburg", "Prague"}

// Generate makes up coded reports with about so many events in all, of which the busy
// pair has 20,000 where there are enough. The same seed makes the same.
//
// Acts happen over thirty years between some hundred pairs; each is told by one to
// five reports within some weeks, some without the day or with another figure.
func Generate(seed uint64, events int) iter.Seq[desk.Coding] {
	return func(yield func(desk.Coding) bool) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		states := strings.Fields("USA RUS CHN GBR FRA DEU IRN SAU TUR ISR IND PAK JPN KOR PRK CZE POL UKR ITA ESP CAN AUS BRA VEN CUB ETH DZA MAR EGY SYR IRQ ARE QAT BHR KWT LTU LVA EST SVK HUN NOR SWE FIN DNK NLD BEL")
		start := demarche.Day{Year: 1995, Month: 1, Date: 1}
		const days = 11000
		busy := min(20000, events/5)
		total := 0
		// Reports are made day by day; what an act leaves to be told waits for its day.
		type telling struct {
			e    demarche.Event
			text string
		}
		waiting := map[int][]telling{}
		perDay := float64(events) / days / 2.4
		busyPart := float64(busy) / float64(events)
		for day := 0; day < days && total < events; day++ {
			for n := int(perDay) + rnd.IntN(2); n > 0; n-- {
				a, b := states[rnd.IntN(len(states))], states[rnd.IntN(len(states))]
				if rnd.Float64() < busyPart {
					a, b = "USA", "RUS"
					if rnd.IntN(2) == 0 {
						a, b = b, a
					}
				}
				if a == b {
					continue
				}
				e, text := anAct(rnd, a, b, start.Plus(day))
				for k := rnd.IntN(3) + rnd.IntN(3); k >= 0; k-- {
					f := e
					after := rnd.IntN(1 + k*9)
					if rnd.IntN(3) == 0 {
						f.Date = demarche.Period{}
					}
					if rnd.IntN(9) == 0 && f.Count.N > 9 {
						f.Count.N += rnd.IntN(3)
					}
					waiting[day+after] = append(waiting[day+after], telling{f, text})
				}
			}
			today := waiting[day]
			delete(waiting, day)
			for i := 0; len(today) > 0; i++ {
				n := min(len(today), 1+rnd.IntN(6))
				r := demarche.Report{ID: demarche.ReportID(fmt.Sprintf("g%d-%d", day, i)), Date: start.Plus(day), Outlet: []string{"Agency", "Courier", "Herald"}[rnd.IntN(3)]}
				c := desk.Coding{Report: &r}
				var b strings.Builder
				for j, told := range today[:n] {
					told.e.ID = demarche.EventID(fmt.Sprintf("g%d-%d-%d", day, i, j))
					told.e.Report = r.ID
					told.e.Span = demarche.Span{Start: b.Len(), End: b.Len() + len(told.text)}
					told.e.Sentence = told.e.Span
					b.WriteString(told.text + ". ")
					c.Events = append(c.Events, told.e)
				}
				r.Text = b.String()
				r.Body = demarche.Span{End: len(r.Text)}
				today = today[n:]
				total += n
				if !yield(c) {
					return
				}
			}
		}
	}
}

// anAct makes up an act, with the words that tell it.
func anAct(rnd *rand.Rand, a, b string, day demarche.Day) (demarche.Event, string) {
	part := rnd.IntN(100)
	kind := mix[0]
	for _, m := range mix {
		if part < m.part {
			kind = m
			break
		}
		part -= m.part
	}
	e := demarche.Event{
		Type: kind.of, Actor: []demarche.Code{demarche.Code(a)}, Recipient: []demarche.Code{demarche.Code(b)}, Status: demarche.Actual, Object: kind.object,
		Date: demarche.On(day), Confidence: 0.9, Rule: demarche.RuleID(string(kind.of) + "/made-up"), Place: cities[rnd.IntN(len(cities))],
	}
	switch kind.object {
	case "diplomats", "staff", "officials":
		e.Count = demarche.Quantity{N: 1 + rnd.IntN(60), Cmp: "="}
	case "ambassador", "consulate", "embassy":
		e.Count = demarche.Quantity{N: 1, Cmp: "="}
	}
	switch rnd.IntN(12) {
	case 0:
		e.Status, e.Date = demarche.Planned, demarche.On(day.Plus(rnd.IntN(60)))
	case 1:
		e.Deadline = demarche.On(day.Plus(3 + rnd.IntN(90)))
	case 2:
		e.Speaker, e.SpeakerState = "a spokesman", e.Actor[0]
	}
	// Words of a vocabulary as large as that of news.
	var said []string
	for range 6 {
		n := rnd.IntN(8000)
		var w strings.Builder
		for range 4 {
			w.WriteString([]string{"ba", "re", "to", "mi", "lu", "sen", "dar", "ko", "vi", "pel"}[n%10])
			n /= 10
		}
		said = append(said, w.String())
	}
	return e, fmt.Sprintf("%s %s %s %s of %s, %s", a, kind.of, e.Count, kind.object, b, strings.Join(said, " "))
}
