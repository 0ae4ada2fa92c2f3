// Package rule holds the rule language: it reads the files of data/rules, checks
// them, and tells which rules a predicate of a sentence meets by its words. It
// knows nothing of States; who the parties are is found by the coder.
//
// A file describes one type of event of the codebook. Its rules name the words
// that tell the act and the shape of the sentence around them; the shapes stand
// in shapes.yaml and serve all types, so that "expel" and "recall" cannot drift
// apart. Every rule has examples, which are executed, and sentences on which it
// must keep silent.
package rule

import (
	"demarche"
)

// Source says where in a proposition a party or an object is looked for. The
// names are those of [Sources].
type Source string

// Sources are all of them.
var Sources = map[Source]string{
	"agent":           "who does it, in any voice; of an event noun also whoever carries it out",
	"patient":         "what it is done to, in any voice; of an event noun, what follows “of”",
	"undergoer":       "what does it by itself or has it done to it: “the embassy closed”, “was closed”",
	"indirect":        "to whom: “gave the envoys a week”",
	"possessor":       "of an event noun: “Russia's expulsion of”",
	"mods":            "the words before an event noun: “Russian sanctions”, “visa ban”",
	"owner":           "the State that the object belongs to: “Russian diplomats”, “its embassy”",
	"host":            "the State where the object stands or serves: “ambassador to France”",
	"content.agent":   "who does what the content says: “ordered the envoys to leave”",
	"content.patient": "what the content is done to: “asked to have the embassy closed”",
	"content.whom":    "to whom or for whom the content is done: “refused to lend Kenya ships”",
	"made":            "what the verb says that somebody is made: “named him ambassador”",
	"teller":          "who demands, threatens or denies it, by the words over the predicate",
	"speaker":         "by whose word it is told",
	"voice":           "by whose word it is told, or in whose direct speech it stands",
	"subject":         "of a predicate word, what it is said of: “the move was unlawful”",
	"here":            "who receives a visitor: with whom his clause has him, else the State where the report is written",
	"venue":           "the State where a meeting of many is held that are not told one by one, or who is told to take part",
	"members":         "all States named in the clause, for a meeting of many",
	"answerer":        "who does something on what a noun asks for: “sent aid on a request from Chad”",
	"keeper":          "where, or by whom, those are kept who are wanted: “the extradition of a banker held in Chad”",
	"accuser":         "who accused the actor last, or asked something of it: “denied the charge”",
	"joined":          "whom the words before tell: to whom the actor spoke by the verb that this one is joined to, or whom others blamed for the same step; looked at before other",
	"other":           "the other side of the report's dyad, which is an inference",
}

// Rule is one way to say an act. Its words are dictionary forms. A verb may have
// further words, found anywhere in its clause: "throw out", "declare persona non
// grata". A noun may have words before or after it: "visa ban", "note of protest".
type Rule struct {
	ID    demarche.RuleID
	Type  demarche.EventType
	Shape string
	Verbs []string
	Nouns []string
	// Predicates are adjectives, nouns and prepositions that say something of a
	// subject: "is unlawful", "amounts to blackmail", "was behind".
	Predicates []string
	// About are the subjects of a predicate or verb that tell no State themselves but
	// may be another's: "this", "decision". "" stands for a subject left out.
	About       []string
	With        []string // one of these phrases must stand in the clause
	Without     []string // none of these may
	Content     []string // the content's verb must be one of these
	Mood        string   // "must": only as an obligation; "plain": only without one
	After       []string // of a noun: none of these prepositions may stand before it
	Attributive bool     // also as a participle before its noun: "confiscated property"
	Finite      bool     // not as a participle that describes a noun: "diplomats posted in"
	Sense       bool     // no words of its own: it stands where the network of senses finds the act
	Mute        bool     // not with a clause that it tells: "responded that"

	Actor     []Source
	Recipient []Source
	ObjectAt  []Source
	Object    []string // the classes that the object may have; the first is the default where Bare
	Bare      bool     // an object need not be told
	Label     string   // the object of the event, whatever the words are
	Needs     []string // what must be told and not inferred, as docs/rules.md lists it: actor, recipient, own
	Patient   []string // kinds that the recipient's word may have
	Agents    []string // sorts that who does it must be of: person, state
	Status    map[demarche.Status]demarche.Status
	Count     bool // whether the object is counted

	Examples []Example
	Silent   []Example // without parts: no event of the type may come out
	File     string
	Line     int
}

// Type is what a file says of a type of event.
type Type struct {
	Type  demarche.EventType
	Means string
	Not   string
	Sense *Rule // how it is read where no rule's words tell it, nil for not at all
	Rules []Rule
}

// Example is a sentence with the parts of the event that must be found in it.
type Example struct {
	Sentence string
	// Parts are the words marked by actor, trigger, recipient, object, in order.
	Parts []Part
	Line  int // of the file
}

// Part is one marked part of an example.
type Part struct {
	Role  string
	Words demarche.Span // of the Sentence
}

// Shape is a shape of shapes.yaml, for those who list or check them.
type Shape struct {
	Name  string
	Means string
	File  string
	Line  int
}

// Book is all rules, ready to be matched. Any number of goroutines may use one.
type Book struct {
	Types  []Type
	Shapes []Shape            // in the order of their file
	verbs  map[string][]entry // by the verb's dictionary form
	nouns  map[string][]entry // by the noun's first or head word
	preds  map[string][]entry // by the predicate word's dictionary form
	senses map[demarche.EventType]*Rule
}

// entry is one way into a rule.
type entry struct {
	rule  *Rule
	rest  []string // further words, in small letters
	whole []string // of a noun: all its words
}
