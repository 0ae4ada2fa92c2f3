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
	askable sort = iota
	arriving
	authoring
	byGiven
	carriers
	ceasing
	chiefs
	circles
	complying
	cityStates
	conveying
	counters
	dealings
	deeds
	discussing
	domestic
	eitherWay
	extending
	fighters
	firms
	followings
	follows
	gatherings
	goBetweens
	groups
	heaps
	journeys
	leaving
	locals
	looseBlocs
	mass
	media
	movements
	occasional
	opposites
	outcomes
	papers
	private
	pushes
	reducing
	regions
	rounds
	sayings
	serving
	standIns
	steps
	strangers
	travels
	treaties
	wishes
	works
	worldwide
	bodies
	councils
	broad
	looseBodies
	meetingBodies
	causes
	parties
	official
	trades
	outlawed
	memberships
	headings
)

// sorts are the names of the sorts in their file.
var sorts = [...]string{askable: "askable", arriving: "arriving", authoring: "authoring", byGiven: "by given name", carriers: "carrier", ceasing: "ceasing", chiefs: "chief", circles: "circle", cityStates: "city State", complying: "complying", conveying: "conveying", counters: "counter", dealings: "dealing", deeds: "deed", discussing: "discussing", domestic: "domestic", eitherWay: "either way", extending: "extending", fighters: "fighter", firms: "firm", followings: "following", follows: "likewise", gatherings: "gathering", goBetweens: "go-between", groups: "delegate", heaps: "heap", journeys: "journey", leaving: "leaving", locals: "local", looseBlocs: "loose bloc", mass: "mass", media: "media", movements: "movement", occasional: "occasion", opposites: "opposite", outcomes: "outcome", papers: "paper", private: "private", pushes: "push", reducing: "reducing", regions: "region", rounds: "round", sayings: "saying", serving: "serving", standIns: "stand-in", steps: "step", strangers: "stranger", travels: "travel", treaties: "treaty", wishes: "wish", works: "work", worldwide: "worldwide", bodies: "body", councils: "council", broad: "broad", looseBodies: "loose body", meetingBodies: "body that meets", causes: "cause", parties: "party word", official: "official", trades: "trade", outlawed: "outlawed", memberships: "membership", headings: "heading"}

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
