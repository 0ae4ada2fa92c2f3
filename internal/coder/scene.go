package coder

import (
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/sense"
	"demarche/internal/syntax"
	"demarche/internal/text"
	"demarche/internal/when"
	"demarche/internal/who"
)

// kind says what sort of thing an entity of a report is.
type kind uint8

const (
	noKind  kind = iota
	state        // a State or organisation by its name, or an organ that stands for it
	person       // someone who speaks or acts for one
	mission      // its embassy or other post
	people       // its diplomats, citizens and the like
	place        // a city or region: not an actor
	others       // named, but of no State
)

// entity is one place in a report where somebody or something of a State stands.
type entity struct {
	sentence   int
	first, end int // tokens
	head       int // the token by which the tree knows it: the last of them
	kind       kind
	codes      []demarche.Code
	class      who.Class // of an office
	adjective  bool      // "Russian" before a noun
	capital    bool      // may be only the place
	name       string    // of a person, the surname
	host       []demarche.Code
	subject    bool // stands as a subject
	topical    bool // ... of the sentence's main verb
	region     bool
	against    []demarche.Code // of who leads an opposition, the State whose government it opposes
	formed     bool            // a body whose name was found by its form, or who leads one
	party      bool            // ... which quarrels at home with its own government
	guessed    bool            // holds an office that several States have, and no word tells whose
}

// scene is what is known of a report while it is coded.
type scene struct {
	c         *Coder
	report    *demarche.Report
	sentences []text.Sentence
	trees     []syntax.Tree
	open      []bool
	states    [][]int16
	matters   []string // what the report is about
	sporting  bool     // it is about sport
	features  sense.Features
	room      sense.Room
	kidVector []int16
	chances   []float32
	chance    float64 // that the word under the eye tells what the network of senses says

	entities   []entity // in the order of the text
	from       []int    // for each sentence the first of its entities; one more at the end
	times      [][]when.Time
	cast       map[string]member
	home       []demarche.Code // the State of the dateline
	fought     demarche.Code   // the State whose government the movements of the report fight, or ""
	quotes     []quote
	targets    map[demarche.EventType][]demarche.Code // of the events of a type, the recipients told last
	typed      demarche.EventType                     // of the rule under the eye
	judging    bool                                   // its rule tells what somebody says of a thing
	aiming     bool                                   // its recipient is being inferred
	partners   map[demarche.Code][]demarche.Code      // the other side of the event coded last
	accusers   map[demarche.Code][]demarche.Code      // who accused it last
	charged    charged                                // who were accused together last
	single     bool                                   // a pronoun in the singular is being resolved
	she        bool                                   // ... and it is one for a woman
	last       []candidate                            // the events of the sentence before that told any
	recent     []candidate                            // those of the few sentences before, in the order of the text
	rowOfMany  bool                                   // a meeting of many was told before
	spoken     []candidate                            // what the sentence under the eye has told of speech so far, with both sides
	claimed    []claim                                // who said what in the few sentences before
	aside      []aside                                // demands and threats that gave way to their content
	namings    map[demarche.Code][]int                // the sentences that name a State
	order      []demarche.Code                        // the States in the order of their first names
	told       map[demarche.Code][2]int               // how often a State acted and suffered in the events so far
	topic      [][]demarche.Code                      // actor and recipient of the last measure on a mission or its people
	rebutting  bool                                   // the rule under the eye rejects a claim
	rebutter   int                                    // who turns down what the noun under the eye tells, or None
	anchored   int                                    // the sentence that told the anchor
	anchor     demarche.Period                        // the day of the event told last
	anchorType demarche.EventType                     // of that event
	lastTerm   demarche.Period                        // the term told last, of whatever act
	lastDay    demarche.Period                        // the day named last, of whatever, for "two days later"
	settled    map[[2]int][]demarche.Code             // whom a pronoun that acts was found to mean, by sentence and word
	herds      []herd                                 // whose people were named, in the order of the text
	posts      []post                                 // the missions whose city is told, in the order of the text
	table      []demarche.Code                        // who sits at the meeting of many told last, where not all are told
	venues     []venue                                // where meetings were told to be, in the order of the text
	posted     bool                                   // the rule under the eye moves people to or from where they serve

	s  proposition.Sentence // of the sentence under the eye
	at int                  // its number

	mentions []who.Mention
	offices  []who.Office
	bodies   []body
	acronyms map[string]*body // the letters that the report gave bodies
	shorts   map[string]*body // the bodies named last, by their nouns
	ruling   []string         // the parties that it called ruling
}

// look reads all sentences of a report for names, offices and times.
func (sc *scene) look(reading *Reading) {
	sc.report, sc.sentences, sc.trees, sc.open, sc.states = reading.Report, reading.Sentences, reading.Trees, reading.Open, reading.States
	sc.entities, sc.from = sc.entities[:0], sc.from[:0]
	sc.times = make([][]when.Time, len(sc.sentences))
	sc.cast = map[string]member{}
	sc.acronyms, sc.shorts, sc.ruling, sc.table = nil, nil, nil, nil
	sc.anchor, sc.lastDay, sc.lastTerm = demarche.Period{}, demarche.Period{}, demarche.Period{}
	sc.last, sc.recent, sc.aside, sc.topic, sc.claimed = nil, nil, nil, nil, nil
	sc.rowOfMany = false
	sc.told = map[demarche.Code][2]int{}
	sc.targets = map[demarche.EventType][]demarche.Code{}
	sc.settled = map[[2]int][]demarche.Code{}
	sc.herds, sc.posts, sc.venues = sc.herds[:0], sc.posts[:0], sc.venues[:0]
	sc.charged = charged{}
	sc.partners, sc.accusers = map[demarche.Code][]demarche.Code{}, map[demarche.Code][]demarche.Code{}
	sc.home = sc.dateline()
	for i := range sc.sentences {
		sc.from = append(sc.from, len(sc.entities))
		sc.lookAt(i)
		sc.findPosts(i)
		if sc.open[i] || len(sc.sentences[i].Tokens) <= 4 { // "Dec. 12." heads what follows
			sc.times[i] = when.Find(sc.report.Text, sc.sentences[i].Tokens, sc.report.Date, nil)
		}
	}
	sc.from = append(sc.from, len(sc.entities))
	sc.foreignOffices()
	sc.strife()
	sc.name()
	sc.matter()
	sc.sporting = sc.isSporting()
	sc.quotes = findQuotes(sc)
}

// name notes which sentences name which States.
func (sc *scene) name() {
	sc.namings, sc.order = map[demarche.Code][]int{}, nil
	for at := range sc.sentences {
		for _, e := range sc.entities[sc.from[at]:sc.from[at+1]] {
			if e.kind == place {
				continue
			}
			for _, c := range e.codes {
				if sc.namings[c] == nil {
					sc.order = append(sc.order, c)
				}
				if n := len(sc.namings[c]); n == 0 || sc.namings[c][n-1] != at {
					sc.namings[c] = append(sc.namings[c], at)
				}
			}
		}
	}
}

// year is that of the report.
func (sc *scene) year() int { return sc.report.Date.Year }

// dateline gives the State in which the report was written.
func (sc *scene) dateline() []demarche.Code {
	d := sc.report.Dateline
	if d.Place == "" {
		return nil
	}
	// Names all in capitals are read as such by the gazetteer.
	t := text.Split(d.Place, demarche.Span{End: len(d.Place)})
	for _, s := range t {
		for _, m := range sc.c.names.Find(d.Place, s.Tokens, nil) {
			if x, ok := sc.sense(m); ok && !x.Kind.IsPerson() {
				return []demarche.Code{x.Code}
			}
		}
	}
	return nil
}

// form gives a token's words, as the parser read them where it did.
func (sc *scene) form(sentence, token int) string {
	if words := sc.trees[sentence].Words; token < len(words) {
		return words[token].Form
	}
	return sc.sentences[sentence].Tokens[token].In(sc.report.Text)
}

// lookAt finds the entities of a sentence, by its tokens alone.
func (sc *scene) lookAt(i int) {
	tokens := sc.sentences[i].Tokens
	sc.mentions = sc.c.names.Find(sc.report.Text, tokens, sc.mentions[:0])
	sc.offices = sc.c.offices.Find(sc.report.Text, tokens, sc.offices[:0])
	sc.findBodies(i)
	o, b := 0, 0
	first := len(sc.entities)
	for _, m := range sc.mentions {
		o, b = sc.addUpTo(i, m.First, o, b, first)
		if b > 0 && m.First < sc.bodies[b-1].end {
			continue // "Communist Party of Nepal"
		}
		// An office may hold a name or be held by one: the longer one counts.
		if o < len(sc.offices) && sc.offices[o].First == m.First && sc.offices[o].End > m.End {
			continue
		}
		for o < len(sc.offices) && sc.offices[o].First < m.End {
			o++
		}
		sc.addName(i, m)
	}
	sc.addUpTo(i, len(tokens), o, b, first)
	sc.addKoreas(i)
	sc.addMovements(i, first)
	sc.addTakenUp(i, first)
	sc.addKnown(i, first)
	sc.nameLeaders(i, first)
	sc.introduce(i, first)
	sc.recognise(i, first)
	if sc.open[i] {
		words := sc.trees[i].Words
		for e := first; e < len(sc.entities); e++ {
			ent := &sc.entities[e]
			for t := ent.first; t < ent.end; t++ {
				if h := words[t].Head; h < ent.first || h >= ent.end {
					ent.head = t
					r := words[t].Rel
					ent.subject = strings.HasPrefix(r, "nsubj")
					if h := words[t].Head; ent.subject && h >= 0 && (words[h].Head < 0 || words[h].Rel == "conj" && words[words[h].Head].Head < 0) {
						ent.topical = true
					}
					break
				}
			}
		}
	}
}

// addUpTo adds the offices and bodies of a sentence that begin before a token, or with the
// body that holds it, given how many were added before.
func (sc *scene) addUpTo(i, token, o, b, first int) (offices, bodies int) {
	for {
		switch {
		case b < len(sc.bodies) && sc.bodies[b].first <= token && (o == len(sc.offices) || sc.bodies[b].first <= sc.offices[o].First):
			sc.addBody(i, &sc.bodies[b], first)
			for ; o < len(sc.offices) && sc.offices[o].First < sc.bodies[b].end; o++ {
				if sc.offices[o].End > sc.bodies[b].end { // "Unity Party leader"
					sc.offices[o].First = sc.bodies[b].end
					break
				}
			}
			b++
		case o < len(sc.offices) && sc.offices[o].First < token:
			sc.addOffice(i, sc.offices[o], first)
			o++
		default:
			return o, b
		}
	}
}

// isEntity says whether a token belongs to a name or office found before.
func (sc *scene) isEntity(i, token int) bool {
	for k := len(sc.entities) - 1; k >= 0 && sc.entities[k].sentence == i; k-- {
		if e := &sc.entities[k]; token >= e.first && token < e.end && e.kind != person {
			return true
		}
	}
	return false
}

func (sc *scene) isStateAt(i, token int) bool { return sc.isEntity(i, token) }

// spanOf gives the bytes of tokens.
func spanOf(tokens []demarche.Span, first, end int) demarche.Span {
	return demarche.Span{Start: tokens[first].Start, End: tokens[end-1].End}
}

// in gives the entities of a sentence.
func (sc *scene) in(sentence int) []entity {
	return sc.entities[sc.from[sentence]:sc.from[sentence+1]]
}
