package coder

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"demarche"
	"demarche/data"
	"demarche/internal/table"
	"demarche/internal/text"
	"demarche/internal/who"
)

// TestGate: what a reader would want read on, sentence by sentence: + marks a
// sentence to be opened, - one that stays closed.
func TestGate(t *testing.T) {
	g := gate(t)
	for _, c := range []struct{ reason, marks, report string }{
		{"a word of diplomacy opens by itself", "+", "Twelve diplomats were told to go."},
		{"a strong word beside a State", "+", "Ruritania's neighbour France held talks."},
		{"an everyday word between two States", "+", "Norway rejected Denmark's claim."},
		{"an everyday word beside one State", "-", "Norway rejected the budget."},
		{"no word", "-", "Norway and Denmark have long winters."},
		{"no State", "-", "The club rejected the coach's claim."},
		{"false friends are no States", "-", "American Airlines rejected the Indian Ocean route."},
		{"a dispute goes on by pronoun", "++-", "Russia expelled two Austrian envoys. It warned of more. Rain is due."},
		{"and by description", "++", "Peru recalled its ambassador from Chile. The ministry rejected a mistaken reading."},
		{"in a report on diplomacy two States are enough", "+-+", "Ottawa expelled a Chinese consul. Snow fell. Canada told Beijing as much."},
		{"in a report on football they are not", "-----", "Brazil beat Spain. Italy beat Peru. Kenya drew with Mali. Cuba lost to Oman. Nobody was hurt."},
		{"headlines", "+", "MOSCOW SUMMONS U.S. ENVOY"},
		{"an old spelling of a word", "+", "The chargé d’affaires was given a note verbale."},
	} {
		sentences := text.Split(c.report, demarche.Span{End: len(c.report)})
		var got strings.Builder
		for _, open := range g.Select(c.report, sentences, nil) {
			if open {
				got.WriteByte('+')
			} else {
				got.WriteByte('-')
			}
		}
		if got.String() != c.marks {
			t.Errorf("%s: %q: %s, want %s", c.reason, c.report, &got, c.marks)
		}
	}
}

// TestGateNetwork: by all of its words a sentence is opened that its points would leave
// closed, and one is left closed that is hardly an event; a word of four points opens in
// any case.
func TestGateNetwork(t *testing.T) {
	points, both := gate(t), gateWithNet(t)
	for _, c := range []struct{ reason, points, both, report string }{
		{"a visit, and who is not in the gazetteer", "-----", "+----", "Pope Zosimus arrived in Prague on Friday for a three-day visit. The square was full. It rained. A choir sang. The bells rang."},
		{"trade is not diplomacy", "+", "-", "Sales of Italian shoes in Japan rose 20 percent in the quarter, and the company is in talks on new shops, analysts said."},
		{"a strong word", "+", "+", "Diplomats."},
	} {
		sentences := text.Split(c.report, demarche.Span{End: len(c.report)})
		marks := func(g *Gate) string {
			var b strings.Builder
			for _, open := range g.Select(c.report, sentences, nil) {
				b.WriteByte("-+"[map[bool]int{true: 1}[open]])
			}
			return b.String()
		}
		if p, b := marks(points), marks(both); p != c.points || b != c.both {
			t.Errorf("%s: %q: %s by points and %s in all, want %s and %s", c.reason, c.report, p, b, c.points, c.both)
		}
	}
}

// TestReason: the points as a person is told of them.
func TestReason(t *testing.T) {
	g := gate(t)
	const report = "Peru recalled its ambassador\tfrom Chile. The ministry rejected a mistaken reading."
	want := []string{
		"6 points of 4: “ambassador” 4, names 2",
		"5 points of 4: “rejected” 2, names 1, company 2",
	}
	verdicts := g.Judge(report, text.Split(report, demarche.Span{End: len(report)}))
	for i, w := range want {
		if got := verdicts[i].Reason(report); got != w {
			t.Errorf("sentence %d: %s, want %s", i+1, got, w)
		}
	}
	if got := g.Judge("Snow fell.", text.Split("Snow fell.", demarche.Span{End: 10}))[0].Reason("Snow fell."); got != "no points" {
		t.Errorf("a sentence without anything: %s", got)
	}
	if got, want := (Verdict{Chance: 0.0149, Weighed: true}).Reason(""), "no points; chance 0.01 of 0.02"; got != want {
		t.Errorf("with a network: %s, want %s", got, want)
	}
}

// TestSelectReuses: the answer is written over what it is given.
func TestSelectReuses(t *testing.T) {
	g := gate(t)
	const s = "Rain fell."
	open := []bool{true, true, true}
	got := g.Select(s, text.Split(s, demarche.Span{End: len(s)}), open)
	if len(got) != 1 || got[0] || &got[0] != &open[0] {
		t.Errorf("got %v", got)
	}
	if got := g.Select("", nil, nil); len(got) != 0 {
		t.Errorf("a report without sentences: got %v", got)
	}
}

// TestGateWords: the words' types are the codebook's, and stand together.
func TestGateWords(t *testing.T) {
	types := strings.Fields(`expel recall depart summon appoint limit_staff limit_term limit_movement close open
		seize hand_back deny_visa grant_visa break_relations restore_relations consult agree respond demand accuse
		protest reject threaten sanction reference`)
	rows, err := table.Read(data.Files, gateFile, "type", "points", "forms")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, r := range rows {
		if !slices.Contains(types, r.Cells[0]) {
			t.Errorf("%s:%d: %q is no type of the codebook", r.File, r.Line, r.Cells[0])
		}
		blocks = append(blocks, r.Cells[0])
	}
	blocks = slices.Compact(blocks)
	slices.Sort(blocks)
	if n := len(slices.Compact(blocks)); n != len(blocks) {
		t.Errorf("%s: the rows of a type do not stand together: %q", gateFile, blocks)
	}
}

func loadGate(rows string) (*Gate, error) {
	return LoadGate(fstest.MapFS{gateFile: {Data: []byte("type\tpoints\tforms\n" + rows)}}, new(who.Gazetteer))
}

func TestLoadGateRefuses(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"expel\t5\texpel\n", `gate.tsv:2: points of "expel" are "5": write 1 to 4`},
		{"expel\t-\texpel\n", `gate.tsv:2: points of "expel" are "-"`},
		{"reference\t1\tit\n", `gate.tsv:2: points of "reference" are "1"`},
		{"expel\t4\texpel,expels\n", `gate.tsv:2: forms "expel,expels" are not parted`},
		{"expel\t4\texpel, \n", "white space at its edge"},
		{"expel\t4\texpel, , expels\n", `forms "expel, , expels" are not parted`},
		{"expel\t4\texpel\nclose\t1\tclose, expel\n", `gate.tsv:3: "expel" stands at line 2 already`},
		{"expel\t4\n", "gate.tsv:2: 2 cells for 3 columns"},
		{"", "gate.tsv: it has no rows"},
	} {
		if _, err := loadGate(c.rows); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want ...%s", c.rows, err, c.want)
		}
	}
}

// FuzzLoadGate: whatever the file holds, it is refused in words or makes a gate
// that answers for each sentence.
func FuzzLoadGate(f *testing.F) {
	f.Add("expel\t4\texpel, expels\nreference\t-\tit\n", "They expel. It expels.")
	f.Add("close\t2\tshut-down, U.S., ’s\n", "U.S. shut-down's")
	f.Fuzz(func(t *testing.T, rows, report string) {
		g, err := loadGate(rows)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "reading ") {
				t.Fatalf("the error does not say what was done: %v", err)
			}
			return
		}
		sentences := text.Split(report, demarche.Span{End: len(report)})
		if open := g.Select(report, sentences, nil); len(open) != len(sentences) {
			t.Fatalf("%d answers for %d sentences", len(open), len(sentences))
		}
	})
}

// BenchmarkSelect reads the wire feed report by report, names and words.
func BenchmarkSelect(b *testing.B) {
	g := gate(b)
	reports := wire(b)
	sentences := make([][]text.Sentence, len(reports))
	size := 0
	for i, r := range reports {
		sentences[i] = text.Split(r, demarche.Span{End: len(r)})
		size += len(r)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var open []bool
	for b.Loop() {
		for i, r := range reports {
			open = g.Select(r, sentences[i], open)
		}
	}
}
