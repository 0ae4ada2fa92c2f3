package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"demarche/internal/table"
)

const vocabularyFile = "lexicon/vocabulary.tsv"

// sort is a sort of words, as the head of the file of the vocabulary explains it.
type sort int

const (
	adoptedTexts sort = iota
	alongside
	answering
	armed
	arriving
	askable
	assemblies
	authoring
	backdrops
	bands
	bargaining
	bodies
	breaking
	bringing
	broad
	brokering
	businesses
	byGiven
	calamities
	carriers
	causes
	ceasing
	chiefs
	circles
	cityStates
	civilians
	collectives
	complying
	convening
	conveying
	copying
	councils
	counters
	countries
	dealings
	deeds
	discussing
	domestic
	eitherWay
	electable
	embargoes
	extending
	fighters
	firms
	fixing
	followings
	follows
	formerly
	frays
	gatherings
	goBetweens
	grounds
	groups
	handingOver
	headings
	heaps
	hearsay
	heralds
	inHouse
	instancing
	involving
	joining
	joint
	journeys
	judicial
	keeping
	labelling
	lawmaking
	leaving
	leisure
	locals
	looseBlocs
	looseBodies
	manifold
	mass
	matters
	media
	meetingBodies
	meetingWords
	memberships
	mending
	moreover
	movements
	obeying
	occasional
	official
	ofWords
	oneMore
	onwards
	opposites
	organs
	othersToo
	outcomes
	outlawed
	papers
	partial
	parties
	parting
	permits
	perils
	positions
	press
	private
	pursuits
	pushes
	quarrels
	quitting
	reducing
	regions
	remainders
	replies
	rounds
	rulers
	ruling
	sayings
	serving
	sports
	stages
	stalling
	standIns
	steps
	strangers
	subordinate
	suffering
	takingIn
	trades
	trading
	traffics
	travels
	treaties
	underlings
	utterances
	voted
	voters
	wanting
	warring
	wires
	wishes
	withdrawals
	women
	works
	worldwide
)

// sorts are the names of the sorts in their file.
var sorts = [...]string{adoptedTexts: "adopted text", alongside: "alongside", answering: "answering", armed: "armed", arriving: "arriving", askable: "askable", assemblies: "assembly", authoring: "authoring", backdrops: "backdrop", bands: "band", bargaining: "bargaining", bodies: "body", breaking: "breaking", bringing: "bringing", broad: "broad", brokering: "brokering", businesses: "business", byGiven: "by given name", calamities: "calamity", carriers: "carrier", causes: "cause", ceasing: "ceasing", chiefs: "chief", circles: "circle", cityStates: "city State", civilians: "civilian", collectives: "collective", complying: "complying", convening: "convening", conveying: "conveying", copying: "copying", councils: "council", counters: "counter", countries: "country", dealings: "dealing", deeds: "deed", discussing: "discussing", domestic: "domestic", eitherWay: "either way", electable: "electable", embargoes: "embargo", extending: "extending", fighters: "fighter", firms: "firm", fixing: "fixing", followings: "following", follows: "likewise", formerly: "formerly", frays: "fray", gatherings: "gathering", goBetweens: "go-between", grounds: "ground", groups: "delegate", handingOver: "handing over", headings: "heading", heaps: "heap", hearsay: "hearsay", heralds: "herald", inHouse: "in house", instancing: "instancing", involving: "involving", joining: "joining", joint: "joint", journeys: "journey", judicial: "judicial", keeping: "keeping", labelling: "labelling", lawmaking: "lawmaking", leaving: "leaving", leisure: "leisure", locals: "local", looseBlocs: "loose bloc", looseBodies: "loose body", manifold: "manifold", mass: "mass", matters: "matter", media: "media", meetingBodies: "body that meets", meetingWords: "meeting word", memberships: "membership", mending: "mending", moreover: "moreover", movements: "movement", obeying: "obeying", occasional: "occasion", official: "official", ofWords: "of words", oneMore: "one more", onwards: "onward", opposites: "opposite", organs: "standing organ", othersToo: "beside", outcomes: "outcome", outlawed: "outlawed", papers: "paper", partial: "partial", parties: "party word", parting: "parting", permits: "permit", perils: "peril", positions: "position", press: "press", private: "private", pursuits: "pursuit", pushes: "push", quarrels: "quarrel", quitting: "quitting", reducing: "reducing", regions: "region", remainders: "remainder", replies: "reply", rounds: "round", rulers: "ruler", ruling: "ruling", sayings: "saying", serving: "serving", sports: "sport", stages: "stage", stalling: "stalling", standIns: "stand-in", steps: "step", strangers: "stranger", subordinate: "subordinate", suffering: "suffering", takingIn: "taking in", trades: "trade", trading: "private leaders", traffics: "traffic", travels: "travel", treaties: "treaty", underlings: "underling", utterances: "utterance", voted: "voted text", voters: "voting body", wanting: "wanting", warring: "warring", wires: "wire", wishes: "wish", withdrawals: "withdrawal", women: "woman", works: "work", worldwide: "worldwide"}

// vocabulary says of what sorts words are.
type vocabulary struct {
	is    [len(sorts)]map[string]bool
	forms [len(sorts)][][]string // in words
}

// loadVocabulary reads the table. It refuses unknown sorts, those that are missing, and
// forms that stand twice in one.
func loadVocabulary(files fs.FS) (*vocabulary, error) {
	rows, err := table.Read(files, vocabularyFile, "sort", "forms")
	if err != nil {
		return nil, err
	}
	v := new(vocabulary)
	for i := range v.is {
		v.is[i] = map[string]bool{}
	}
	for _, r := range rows {
		x := slices.Index(sorts[:], r.Cells[0])
		if x < 0 {
			return nil, r.Errorf("sort %q is none of %s", r.Cells[0], strings.Join(sorts[:], ", "))
		}
		forms, err := r.Forms(1)
		if err != nil {
			return nil, err
		}
		for _, form := range forms {
			if v.is[x][form] {
				return nil, r.Errorf("%q stands twice among the forms of %s: delete one of the two", form, r.Cells[0])
			}
			v.is[x][form] = true
			v.forms[x] = append(v.forms[x], strings.Fields(form))
		}
	}
	for x, forms := range v.is {
		if len(forms) == 0 {
			return nil, fmt.Errorf("reading the table %s: sort %q is missing: write a line for it", vocabularyFile, sorts[x])
		}
	}
	return v, nil
}

// has says whether a word is of a sort.
func (v *vocabulary) has(x sort, word string) bool { return v.is[x][word] }
