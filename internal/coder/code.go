package coder

import (
	"io/fs"
	"slices"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/sense"
	"demarche/internal/syntax"
	"demarche/internal/who"
)

// Knowledge is what coding needs besides the model and the gate: names, offices,
// objects, operators and rules. Any number of goroutines may use one.
type Knowledge struct {
	names        *who.Gazetteer
	offices      *who.Offices
	objects      *objects
	vocabulary   *vocabulary
	descriptions *descriptions
	lexicon      *proposition.Lexicon
	book         *rule.Book
	formats      []format
	bodies       map[demarche.Code]map[demarche.Code]int // of each body and member the year of the accession
	glances      *sense.Net                              // whether a word is worth asking that; nil for always
	senses       *sense.Net                              // which act a word tells; nil for none
	sides        *sense.Net                              // which State stands on which side; nil for none
	slots        *sense.Net                              // where and when an act was done; nil for none
	trusts       *sense.Net                              // whether an event is right; nil for none
}

// LoadKnowledge reads the tables of files, which names must come from too, and
// joins them with a book of rules.
func LoadKnowledge(files fs.FS, names *who.Gazetteer, book *rule.Book) (*Knowledge, error) {
	offices, err := who.LoadOffices(files)
	if err != nil {
		return nil, err
	}
	objects, err := loadObjects(files)
	if err != nil {
		return nil, err
	}
	vocabulary, err := loadVocabulary(files)
	if err != nil {
		return nil, err
	}
	descriptions, err := loadDescriptions(files)
	if err != nil {
		return nil, err
	}
	lexicon, err := proposition.LoadLexicon(files)
	if err != nil {
		return nil, err
	}
	formats, err := loadFormats(files)
	if err != nil {
		return nil, err
	}
	bodies, err := loadMembers(files)
	if err != nil {
		return nil, err
	}
	return &Knowledge{names: names, offices: offices, objects: objects, vocabulary: vocabulary, descriptions: descriptions, lexicon: lexicon,
		book: book, formats: formats, bodies: bodies}, nil
}

// Weigh gives the networks that weigh what rules and trees leave open: "glances", "senses",
// "sides", "slots" and "trusts". Without them the rules decide alone. It must be called before
// the knowledge is used.
func (k *Knowledge) Weigh(nets map[string]*sense.Net) {
	k.glances, k.senses, k.sides, k.slots, k.trusts = nets["glances"], nets["senses"], nets["sides"], nets["slots"], nets["trusts"]
}

// Coder codes reports into events. It keeps scratch space, so each goroutine
// needs its own.
type Coder struct {
	*Knowledge
	reader *Reader
	scene  scene
	hits   []rule.Hit
	prop   proposition.Proposition
	walk   *Walk   // nil unless it is recorded
	lesson *Lesson // nil unless it is taught
	plain  bool    // the rules decide alone
	alone  bool    // a sentence is coded by itself, as if in a report of a dispute
	known  Known   // persons whom other reports have introduced
}

// NewCoder gives a coder. Without a gate every sentence is parsed.
func NewCoder(model *syntax.Model, gate *Gate, knowledge *Knowledge) *Coder {
	c := &Coder{Knowledge: knowledge, reader: NewReader(model, gate)}
	c.scene.c = c
	return c
}

// Code gives the events of a report in the order of its text.
func (c *Coder) Code(report *demarche.Report) []demarche.Event {
	reading := c.Read(report)
	return c.CodeReading(&reading)
}

// Read reads a report that is to be coded, perhaps more than once.
func (c *Coder) Read(report *demarche.Report) Reading { return c.reader.Read(report) }

// CodeReading gives the events of a report that was read before. Trees are mended
// while they are coded, and so it takes a copy of them: who codes a reading again finds
// the same.
func (c *Coder) CodeReading(reading *Reading) []demarche.Event {
	reading = reading.copied()
	sc := &c.scene
	sc.open = reading.Open
	if !slices.Contains(reading.Open, true) {
		return nil
	}
	sc.look(reading)
	sc.begin()
	for i := range sc.sentences {
		if sc.open[i] && len(sc.times[i]) > 0 {
			sc.at = i
			sc.s.Set(sc.trees[i].Words, sc.c.lexicon)
			sc.markTerms()
		}
	}
	var found []candidate
	for i := range sc.sentences {
		if !sc.open[i] {
			continue
		}
		sc.at = i
		sc.s.Set(sc.trees[i].Words, sc.c.lexicon)
		found = append(found, sc.codeSentence()...)
	}
	return sc.finish(found)
}

// codeSentence gives the events of the sentence under the eye.
func (sc *scene) codeSentence() []candidate {
	if sc.isSubheading() {
		return nil
	}
	var found []candidate
	paid := map[int]bool{}
	sc.herdAll()
	sc.spoken = sc.spoken[:0]
	for word := range sc.s.Words {
		if e := sc.entityAt(word); e != nil && e.kind == person && (e.class == 0 || e.name != "") {
			continue // Mr. Ban is no ban
		}
		sc.c.hits = sc.c.book.Find(&sc.s, word, sc.c.hits[:0])
		best, have := candidate{}, false
		for _, h := range sc.c.hits {
			if paid[h.Head] && h.Rule.Mood == "" {
				continue
			}
			cand, ok := sc.try(h)
			if ok && (!have || cand.Confidence > best.Confidence) {
				best, have = cand, true
			}
		}
		best, have = sc.weigh(word, best, have)
		if have && best.Type.IsSymmetric() {
			sc.unmediated(&best)
			sc.fetchAbsent(&best)
			sc.callRoll(&best)
		}
		if have && (best.Type.IsSymmetric() || best.Type.IsSpeech()) {
			have = !sc.isAtHome(union(best.Actor, best.Recipient))
		} else if have && best.Type.IsSpeech() {
			have = !sc.isHomeQuarrel(union(best.Actor, best.Recipient))
		}
		if have && best.Type.IsSymmetric() {
			have = !sc.isNoDealing(&best)
		}
		have = have && !sc.isNoAct(&best)
		if have {
			sc.unasked(&best)
		}
		if have && best.Type == "expel" && sc.namesParty() {
			have = !slices.Contains(best.Actor, demarche.Other) && !slices.Contains(best.Recipient, demarche.Other) // "expelled from the party"
		}
		if have {
			sc.accused(&best.Event) // "accuses Iran of lying, a charge that Tehran denies"
			found = append(found, best)
			if best.Type.IsSpeech() && len(best.Inferred) == 0 {
				sc.spoken = append(sc.spoken, best)
			}
			for w := range best.paid {
				paid[w] = true
			}
		}
	}
	// A word that a later trigger made its own tells no event itself.
	kept := found[:0]
	for _, f := range found {
		taken := false
		for k, g := range found {
			taken = taken || g.head != f.head && (g.paid[f.head] || sc.isPurpose(&f, &g) || sc.isSameAgain(&f, &g) || sc.isDenialOf(&f, &g) || sc.isSameAgreement(&f, &g) || sc.isWayTo(&f, &g) || sc.isOccasion(&f, &g))
			if g.head != f.head && sc.isJourneyTo(&f, &g) {
				taken = true
				found[k].planAs(&f)
			}
		}
		if !taken && !sc.isRecord(&f, found) {
			kept = append(kept, f)
		}
	}
	kept = sc.weedSensed(sc.weed(kept))
	for i := range kept {
		if !kept[i].convened {
			sc.note(&kept[i].Event)
		}
		sc.seat(&kept[i])
		sc.learn(&kept[i])
	}
	sc.turnAnswered(kept)
	sc.fillPlaces(kept)
	kept = sc.dates(kept)
	sc.setOut(kept)
	kept = sc.shares(kept)
	sc.meet(kept)
	sc.claims()
	return sc.extend(kept)
}

// isPurpose says whether an event is but what another, a meeting, is held for: "met to
// discuss the war in Liberia", "held talks to review ties with Israel".
func (sc *scene) isPurpose(f, of *candidate) bool {
	if f.Type != "consult" || of.Type != "consult" || f.noun || !sc.s.IsInfinitive(f.head) || !sc.c.vocabulary.has(discussing, sc.s.Words[f.head].Lemma) {
		return false
	}
	over := sc.s.Words[f.head].Head
	return over >= 0 && over != f.head && (over == of.head || of.noun && sc.clauseOf(of.head) == over && !sc.s.Within(of.head, f.head))
}

// weed takes out a demand whose content is coded as the act that is demanded, and what
// a noun tells of an act that a verb of the clause tells. A demand or a threat is but put
// aside, since it stands for itself if its content turns out to be no act.
func (sc *scene) weed(found []candidate) []candidate {
	kept := found[:0:0]
	for i := range found {
		f := &found[i]
		var content []int
		drop := f.Type == "respond" && f.Status == demarche.Demanded && sc.isAsked(f, found) // "urged it to answer by Friday" asks for words
		for j := range found {
			g := &found[j]
			if i != j && f.Type == "respond" && f.noun && sc.s.Case(f.head) == "in" && !g.Type.IsSpeech() && overlap(f.Actor, g.Actor) {
				drop = true // "recalled its envoy in retaliation for": the answer is named
			}
			drop = drop || i != j && sc.isBareReply(f, g)
			if i == j || !sc.s.Within(g.head, f.head) {
				continue
			}
			switch {
			case f.Type == "demand" && g.Type == "respond":
			case f.Type == "threaten" && g.Type == "threaten" && f.Status != g.Status && slices.Equal(f.Actor, g.Actor) && slices.Equal(f.Recipient, g.Recipient):
				drop = true // "threatened to attack if", which the condition on the deed says better
			case f.Type == "demand" && g.Type != "demand" && g.Status == demarche.Demanded,
				f.Type == "threaten" && g.Type != "threaten" && (g.Status == demarche.Threatened || g.Status == demarche.Conditional || f.noun && sc.s.Words[g.head].Head == f.head):
				content = append(content, g.head)
			case f.Type == "respond" && !g.Type.IsSpeech() && f.Status == demarche.Actual && overlap(f.Actor, g.Actor):
				drop = true
			}
		}
		switch {
		case drop:
		case content != nil:
			sc.aside = append(sc.aside, aside{*f, content})
		default:
			kept = append(kept, *f)
		}
	}
	return kept
}

// isAsked says whether an act is what a demand among others asks for.
func (sc *scene) isAsked(f *candidate, found []candidate) bool {
	return slices.ContainsFunc(found, func(g candidate) bool { return g.Type == "demand" && g.head != f.head && sc.s.Within(f.head, g.head) })
}
