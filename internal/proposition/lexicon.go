package proposition

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"demarche/internal/table"
)

// OperatorsFile is the table of operators.
const OperatorsFile = "lexicon/operators.tsv"

// Classes are the classes of operators, as the head of their file explains them.
var Classes = []string{"say", "plan", "promise", "threat", "demand", "order", "possible", "deny",
	"refuse", "cancel", "finish", "near", "hope", "fact", "ask", "carry", "vessel", "charge", "decide", "tend"}

// Frames are the classes of words by what a sentence does with them, as the head of the
// same file explains them. They change nothing of what a text commits to.
var Frames = []string{"adopt", "amount", "answer", "asks of", "blame", "bring about", "describe", "fulfil", "judge", "judge as", "no passive", "occasion", "one object", "propose", "region", "resume", "stance", "text", "undergo", "wants object", "wants to"}

// set is a set of classes, by their place in Classes.
type set uint32

// Lexicon holds the operators. Any number of goroutines may use one.
type Lexicon struct {
	classes map[string]set  // of each form; those of a verb with a particle under both words
	frames  map[string]set  // of each form, by their place in Frames
	leads   map[string]bool // verbs that have particles
}

// LoadLexicon reads the operators. It fails, with the file, the line and what to
// do, on an unknown class and on forms that are not parted as they should be.
func LoadLexicon(files fs.FS) (*Lexicon, error) {
	rows, err := table.Read(files, OperatorsFile, "class", "forms")
	if err != nil {
		return nil, err
	}
	l := &Lexicon{map[string]set{}, map[string]set{}, map[string]bool{}}
	for _, r := range rows {
		c, frame := slices.Index(Classes, r.Cells[0]), slices.Index(Frames, r.Cells[0])
		if c < 0 && frame < 0 {
			return nil, r.Errorf("class %q is none of %s", r.Cells[0], strings.Join(slices.Concat(Classes, Frames), ", "))
		}
		forms, err := r.Forms(1)
		if err != nil {
			return nil, err
		}
		for _, form := range forms {
			if c < 0 {
				l.frames[form] |= 1 << frame
				continue
			}
			l.classes[form] |= 1 << c
			if lead, _, two := strings.Cut(form, " "); two {
				l.leads[lead] = true
			}
		}
	}
	return l, nil
}

// classOf gives the bit of a class, by its name.
func classOf(class string) set {
	c := slices.Index(Classes, class)
	if c < 0 {
		panic(fmt.Sprintf("proposition: no class %q", class))
	}
	return 1 << c
}

var (
	say      = classOf("say")
	plan     = classOf("plan")
	promise  = classOf("promise")
	threat   = classOf("threat")
	demand   = classOf("demand")
	possible = classOf("possible")
	deny     = classOf("deny")
	refuse   = classOf("refuse")
	cancel   = classOf("cancel")
	finish   = classOf("finish")
	near     = classOf("near")
	hope     = classOf("hope")
	fact     = classOf("fact")
	ask      = classOf("ask")
	carry    = classOf("carry")
	vessel   = classOf("vessel")
	charge   = classOf("charge")
	decide   = classOf("decide")
	tend     = classOf("tend")
)

// frameOf gives the bit of a frame, by its name.
func frameOf(frame string) set {
	c := slices.Index(Frames, frame)
	if c < 0 {
		panic(fmt.Sprintf("proposition: no frame %q", frame))
	}
	return 1 << c
}

var (
	adopting   = frameOf("adopt")
	amounting  = frameOf("amount")
	answers    = frameOf("answer")
	asking     = frameOf("asks of")
	blaming    = frameOf("blame")
	bringing   = frameOf("bring about")
	describing = frameOf("describe")
	fulfilling = frameOf("fulfil")
	judging    = frameOf("judge")
	judgingAs  = frameOf("judge as")
	moving     = frameOf("no passive")
	occasions  = frameOf("occasion")
	oneObject  = frameOf("one object")
	proposing  = frameOf("propose")
	regions    = frameOf("region")
	resuming   = frameOf("resume")
	stances    = frameOf("stance")
	texts      = frameOf("text")
	undergoing = frameOf("undergo")
	wanting    = frameOf("wants object")
	wantingTo  = frameOf("wants to")
)

// has says whether a dictionary form has a frame. No lexicon has none.
func (l *Lexicon) has(lemma string, frame set) bool { return l != nil && l.frames[lemma]&frame != 0 }

// WantsObject says whether a verb wants an object, so that a past form without one may
// be a passive without its auxiliary: "envoy told to leave".
func (l *Lexicon) WantsObject(lemma string) bool { return l.has(lemma, wanting) }

// Judges says whether the object of a verb was there before, be it done by another: "condemned
// the decision", "implemented the accord".
func (l *Lexicon) Judges(lemma string) bool { return l.has(lemma, judging) }

// Undergoes says whether the object of a verb is done to its subject: "faces sanctions".
func (l *Lexicon) Undergoes(lemma string) bool { return l.has(lemma, undergoing) }

// Is says whether a dictionary form is in a class. No lexicon has none.
func (l *Lexicon) Is(lemma, class string) bool {
	return l != nil && l.classes[lemma]&classOf(class) != 0
}

// IsAt says whether a word of a sentence is of a class, a verb's particle minded.
func (l *Lexicon) IsAt(s *Sentence, word int, class string) bool {
	return l.of(s, word)&classOf(class) != 0
}

// Carries says whether a verb can carry an event noun.
func (l *Lexicon) Carries(lemma string) bool { return l.classes[lemma]&carry != 0 }

// IsVessel says whether a noun can stand before an event noun: "a round of talks".
func (l *Lexicon) IsVessel(lemma string) bool { return l.classes[lemma]&vessel != 0 }

// IsSaying says whether a verb tells by whose word something is told.
func (l *Lexicon) IsSaying(lemma string) bool { return l.classes[lemma]&say != 0 }

// of gives the classes of a word of a sentence, a verb's particle minded.
func (l *Lexicon) of(s *Sentence, word int) set {
	lemma := s.Words[word].Lemma
	own := l.classes[lemma]
	if own == 0 && isVerb(&s.Words[word]) {
		for _, b := range Bases(s.Words[word].Form) {
			if own = l.classes[b]; own != 0 {
				break
			}
		}
	}
	if lemma == "open" && isVerb(&s.Words[word]) {
		own &^= possible // "opened talks", and not "is open to talks"
	}
	if (lemma == "put" || lemma == "place") && (s.follows(word, "on hold") || s.follows(word, "on ice")) {
		return cancel
	}
	if lemma == "call" && word+1 < len(s.Words) {
		switch s.Words[word+1].Form {
		case "in", "home", "back":
			own &^= demand // "called in the envoy to protest" asks nobody to
		}
	}
	if !l.leads[lemma] {
		return own
	}
	for k := s.Kid(word); k >= 0; k = s.Next(k) {
		w := &s.Words[k]
		if k > word && k < word+6 && (w.Rel == "compound:prt" || w.Rel == "advmod" || w.Rel == "obl" || w.Rel == "xcomp") {
			if c, ok := l.classes[lemma+" "+strings.ToLower(w.Form)]; ok {
				return c
			}
			if c, ok := l.classes[lemma+" "+s.Case(k)]; ok && s.Case(k) != "" {
				return c | own
			}
		}
	}
	return own
}

// Bases gives what the dictionary form of a verb may be, by undoing its ending, for
// verbs that the lemmatiser does not know: "deriding" is "derid", "deride" or "deri".
func Bases(form string) []string {
	low := strings.ToLower(form)
	var out []string
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		stem, ok := strings.CutSuffix(low, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		out = append(out, stem, stem+"e", stem[:len(stem)-1])
		if y, ok := strings.CutSuffix(stem, "i"); ok {
			out = append(out, y+"y")
		}
	}
	return out
}

// follows says whether words stand within the clause after a verb.
func (s *Sentence) follows(verb int, words string) bool {
	for t := verb + 1; t < min(verb+14, len(s.Words)); t++ {
		if s.startsWith(t, words) {
			return true
		}
	}
	return false
}
