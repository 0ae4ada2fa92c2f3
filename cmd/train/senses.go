package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"demarche"
	"demarche/internal/sense"
)

// senses is what the training of the networks of package sense goes by.
type senses struct {
	corpus  string // folder of our own reports with gold, and of gold for the feed
	shared  string // folder with the evaluation's reports and the feed
	heldOut int    // every so many reports are measured on and not learnt from; 0 for none
	hidden  int    // cells of a member
	members int
	rounds  int
	gate    string // file to write the network of the gate to
	out     string // and the others
	log     io.Writer
}

// run trains the networks and writes them. The network of trusts learns from what the
// others say of reports that they have not learnt from: each part of the reports is
// coded with networks that learnt from the other parts.
func (s *senses) run() error {
	t, err := newTeacher()
	if err != nil {
		return err
	}
	reports, err := s.reports()
	if err != nil {
		return err
	}
	var learnt, measured []gilded
	for i, r := range reports {
		if s.heldOut > 0 && i%s.heldOut == s.heldOut-1 {
			measured = append(measured, r)
		} else {
			learnt = append(learnt, r)
		}
	}
	fmt.Fprintf(s.log, "%d reports to learn from, %d to measure on\n", len(learnt), len(measured))
	gates, whole, err := s.gates(t, learnt)
	if err != nil {
		return err
	}
	lessons := make([]lessons, len(learnt))
	t.gate.Weigh(nil) // from what points open the two learn more than from all that is opened
	for i := range learnt {
		lessons[i] = t.words(&learnt[i])
	}
	var trusts, slots []quiz
	for part := range parts {
		nets, err := asRead(s.sentenceNets(lessons, func(i int) bool { return i%parts != part }))
		if err != nil {
			return err
		}
		t.knowledge.Weigh(nets)
		for i := range learnt {
			if i%parts == part {
				t.gate.Weigh(gates[part])
				events, about := t.events(&learnt[i])
				trusts, slots = append(trusts, events...), append(slots, about...)
			}
		}
	}
	t.knowledge.Weigh(nil)
	nets := append(s.sentenceNets(lessons, func(int) bool { return true }), s.short().learn("slots", slotClasses, slots), s.short().learn("trusts", trustClasses, trusts))
	file, err := sense.Write(nets)
	if err != nil {
		return err
	}
	if len(measured) > 0 {
		gate, err := sense.Read(whole)
		if err != nil {
			return err
		}
		t.gate.Weigh(gate["gate"])
		if err := s.measure(t, file, measured); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		path string
		file []byte
	}{{s.gate, whole}, {s.out, file}} {
		if err := os.WriteFile(f.path, f.file, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(s.log, "%s: %d bytes, SHA-256 %x\n", f.path, len(f.file), sha256.Sum256(f.file))
	}
	return nil
}

// parts is into how many the reports are cut for what a network must see of reports that
// another does not know.
const parts = 3

// gates trains the network of the gate: for each part of the reports on the others, so
// that sentences are opened as in reports that it does not know, and the file of the one
// that learns from all.
func (s *senses) gates(t *teacher, learnt []gilded) (nets []*sense.Net, whole []byte, err error) {
	all := make([][]quiz, len(learnt))
	for i := range learnt {
		all[i] = t.sentences(&learnt[i])
	}
	for part := range parts + 1 {
		var of []quiz
		for i := range all {
			if i%parts != part {
				of = append(of, all[i]...)
			}
		}
		if whole, err = sense.Write([]sense.Parameters{s.small().learn("gate", gateClasses, of)}); err != nil {
			return nil, nil, err
		}
		read, err := sense.Read(whole)
		if err != nil {
			return nil, nil, err
		}
		nets = append(nets, read["gate"])
	}
	return nets[:parts], whole, nil
}

// reports are those to learn from: our own, those of the feed that have gold, and
// those of the evaluation that are there for tuning. Of these come the odd ones of the
// wire reports only, and all several times, being the surest and the fewest.
func (s *senses) reports() ([]gilded, error) {
	odd := func(id demarche.ReportID) bool { return (id[len(id)-1]-'0')%2 == 1 }
	all := func(demarche.ReportID) bool { return true }
	at := func(parts ...string) string { return filepath.Join(parts...) }
	var out []gilded
	for _, from := range []struct {
		reports, gold string
		bare          bool
		take          func(demarche.ReportID) bool
		times         int
	}{
		{at(s.corpus, "reports.jsonl"), at(s.corpus, "reports.gold.jsonl"), false, all, 1},
		{at(s.shared, "bench", "wire.jsonl.gz"), at(s.corpus, "wire.gold.jsonl"), true, all, 1},
		{at(s.shared, "eval", "dev", "reports", "*.txt"), at(s.shared, "eval", "dev", "gold.jsonl"), false, all, 2},
		{at(s.shared, "eval", "wire", "reports", "*.txt"), at(s.shared, "eval", "wire", "gold.jsonl"), false, odd, 3},
		{at(s.shared, "eval", "seeds", "*.txt"), at(s.shared, "eval", "seeds", "gold.jsonl"), false, all, 6},
	} {
		r, err := readGilded(from.reports, from.gold, from.bare, from.take)
		if err != nil {
			return nil, err
		}
		for range from.times {
			out = append(out, r...)
		}
	}
	return out, nil
}

// sentenceNets trains the networks of glances, senses and sides on some reports' lessons.
func (s *senses) sentenceNets(of []lessons, take func(int) bool) []sense.Parameters {
	var glances, words, sides []quiz
	for i := range of {
		if take(i) {
			glances, words, sides = append(glances, of[i].glances...), append(words, of[i].words...), append(sides, of[i].sides...)
		}
	}
	return []sense.Parameters{s.small().learn("glances", glanceClasses, glances), s.learn("senses", senseClasses(), words), s.learn("sides", sideClasses, sides)}
}

// small is for a network that is asked very often, and is little more than the sum of
// its marks.
func (s *senses) small() *senses {
	x := *s
	x.hidden, x.members, x.rounds = min(s.hidden, 8), min(s.members, 2), min(s.rounds, 6)
	return &x
}

// short is for a network of few lessons, which it would learn by heart.
func (s *senses) short() *senses {
	x := *s
	x.rounds = min(s.rounds, 6)
	return &x
}

// asRead gives networks as the program will have them.
func asRead(nets []sense.Parameters) (map[string]*sense.Net, error) {
	file, err := sense.Write(nets)
	if err != nil {
		return nil, err
	}
	return sense.Read(file)
}

// measure prints how well the networks do on reports that they have not seen.
func (s *senses) measure(t *teacher, file []byte, reports []gilded) error {
	nets, err := sense.Read(file)
	if err != nil {
		return err
	}
	var glances, words, sides, slots, trusts []quiz
	for i := range reports {
		t.knowledge.Weigh(nil)
		l := t.words(&reports[i])
		glances, words, sides = append(glances, l.glances...), append(words, l.words...), append(sides, l.sides...)
		t.knowledge.Weigh(nets)
		events, about := t.events(&reports[i])
		trusts, slots = append(trusts, events...), append(slots, about...)
	}
	s.grade("glances", nets["glances"], glances)
	s.grade("senses", nets["senses"], words)
	s.grade("sides", nets["sides"], sides)
	s.grade("slots", nets["slots"], slots)
	s.grade("trusts", nets["trusts"], trusts)
	return nil
}

// grade prints the best F1 of a network over what its first class rules out, the
// probability from which on an answer then counts, and the mean precision over all
// such bounds.
func (s *senses) grade(name string, n *sense.Net, of []quiz) {
	type answer struct {
		p     float32
		right bool
	}
	var room sense.Room
	var p []float32
	var all []answer
	gold := 0
	for i := range of {
		p = n.Score(&of[i].Features, &room, p)
		best := 1
		for c := range p {
			if c > 0 && p[c] > p[best] {
				best = c
			}
		}
		if of[i].class != 0 {
			gold++
		}
		all = append(all, answer{p[best], best == of[i].class})
	}
	slices.SortFunc(all, func(a, b answer) int { return cmp.Compare(b.p, a.p) })
	hit, top, at, precision, area := 0, 0.0, float32(0), 0.0, 0.0
	for i, a := range all {
		if a.right {
			hit++
			area += float64(hit) / float64(i+1)
		}
		if f := 2 * float64(hit) / float64(i+1+gold); f > top {
			top, at, precision = f, a.p, float64(hit)/float64(i+1)
		}
	}
	fmt.Fprintf(s.log, "  %s: best F1 %.3f from %.2f on (precision %.3f), mean precision %.3f, of %d\n", name, top, at, precision, area/float64(max(gold, 1)), gold)
}

// gateClasses are what the network of the gate tells of a sentence: that it holds no
// event, or some.
var gateClasses = []string{"closed", "open"}

// glanceClasses are what the network of glances tells of a word: that it tells no act, or
// could tell one.
var glanceClasses = []string{"none", "some"}

// sideClasses are what the network of sides tells of a State: that it has no part in
// the act, does it, has it done to it.
var sideClasses = []string{"none", "actor", "recipient"}

// slotClasses are what the network of slots tells of a city or a time: that it is where or
// when an act was done, or not.
var slotClasses = []string{"no", "yes"}

// trustClasses are what the network of trusts tells of an event.
var trustClasses = []string{"wrong", "right"}

// senseClasses are what the network of senses tells of a word: no act, or one of a type.
func senseClasses() []string {
	out := []string{"none"}
	for _, t := range demarche.EventTypes {
		out = append(out, string(t))
	}
	return out
}
