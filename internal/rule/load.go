package rule

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"demarche"
)

const shapesFile = "shapes.yaml"

// shape is a template that rules refer to.
type shape struct {
	Shape     string   `yaml:"shape"`
	Means     string   `yaml:"means"`
	Actor     []Source `yaml:"actor"`
	Recipient []Source `yaml:"recipient"`
	Object    []Source `yaml:"object"`
}

// file is a file of rules as it is written.
type file struct {
	Type    string        `yaml:"type"`
	Means   string        `yaml:"means"`
	Not     string        `yaml:"not"`
	Without []string      `yaml:"without"` // holds for all rules of the file
	Sense   writtenSense  `yaml:"sense"`
	Rules   []writtenRule `yaml:"rules"`
}

// writtenSense says how an act is read where no rule's words tell it.
type writtenSense struct {
	Shape  string   `yaml:"shape"`
	Object []string `yaml:"object"`
}

// writtenRule is a rule as it is written.
type writtenRule struct {
	ID          string            `yaml:"id"`
	Shape       string            `yaml:"shape"`
	Verbs       []string          `yaml:"verbs"`
	Nouns       []string          `yaml:"nouns"`
	Preds       []string          `yaml:"predicates"`
	About       []string          `yaml:"about"`
	With        []string          `yaml:"with"`
	Without     []string          `yaml:"without"`
	Content     []string          `yaml:"content"`
	Mood        string            `yaml:"mood"`
	After       []string          `yaml:"not-after"`
	Attributive bool              `yaml:"attributive"`
	Finite      bool              `yaml:"finite"`
	Mute        bool              `yaml:"mute"`
	Actor       []Source          `yaml:"actor"`
	Recipient   []Source          `yaml:"recipient"`
	ObjectAt    []Source          `yaml:"object-at"`
	Object      []string          `yaml:"object"`
	Bare        bool              `yaml:"bare"`
	Label       string            `yaml:"label"`
	Needs       []string          `yaml:"needs"`
	Patient     []string          `yaml:"patient"`
	Agents      []string          `yaml:"agents"`
	Status      map[string]string `yaml:"status"`
	Uncounted   bool              `yaml:"uncounted"`
	Examples    []string          `yaml:"examples"`
	Silent      []string          `yaml:"silent"`
}

// Load reads the shapes and all rules of a folder. It fails, with the file, the
// line and what to do, on unknown keys, shapes, sources, types and statuses, on a
// rule without an example and a silent sentence, and on an id that stands twice.
func Load(files fs.FS, dir string) (*Book, error) {
	return Overlay(files, dir, nil, "")
}

// Overlay reads rules as [Load] does, and over them those of a folder of the given
// name, which over holds: a file there replaces the one of the same name, and others
// are added. Messages and rules name a file with its folder.
func Overlay(files fs.FS, dir string, over fs.FS, name string) (*Book, error) {
	at := map[string]rulesFile{}
	names, err := fs.Glob(files, path.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		at[path.Base(n)] = rulesFile{files, n, n}
	}
	if over != nil {
		more, err := fs.Glob(over, "*.yaml")
		if err != nil {
			return nil, err
		}
		for _, n := range more {
			at[n] = rulesFile{over, n, path.Join(name, n)}
		}
	}
	if _, ok := at[shapesFile]; !ok {
		return nil, fmt.Errorf("%s/%s: is missing: restore it, the rules need its shapes", dir, shapesFile)
	}
	raw, err := at[shapesFile].read()
	if err != nil {
		return nil, err
	}
	shapes, err := readShapes(at[shapesFile].name, raw)
	if err != nil {
		return nil, err
	}
	book := &Book{Shapes: listShapes(at[shapesFile].name, raw, shapes)}
	delete(at, shapesFile)
	ids := map[demarche.RuleID]string{}
	for _, key := range slices.Sorted(maps.Keys(at)) {
		name := at[key].name
		raw, err := at[key].read()
		if err != nil {
			return nil, err
		}
		t, err := readType(name, raw, shapes)
		if err != nil {
			return nil, err
		}
		for _, r := range t.Rules {
			if other, ok := ids[r.ID]; ok {
				return nil, fmt.Errorf("%s:%d: rule %s stands in %s already: give it another id", name, r.Line, r.ID, other)
			}
			ids[r.ID] = fmt.Sprintf("%s:%d", name, r.Line)
		}
		book.Types = append(book.Types, t)
	}
	slices.SortFunc(book.Types, func(a, b Type) int {
		return cmp.Compare(slices.Index(demarche.EventTypes, a.Type), slices.Index(demarche.EventTypes, b.Type))
	})
	book.index()
	return book, nil
}

// rulesFile is a file of rules where it stands, and its name in messages.
type rulesFile struct {
	in         fs.FS
	path, name string
}

func (f rulesFile) read() ([]byte, error) {
	raw, err := fs.ReadFile(f.in, f.path)
	if err != nil {
		return nil, fmt.Errorf("reading the rules %s: %w", f.name, err)
	}
	return raw, nil
}

func readShapes(name string, raw []byte) (map[string]shape, error) {
	var list []shape
	if err := decode(name, raw, shape{}, &list); err != nil {
		return nil, err
	}
	out := map[string]shape{}
	for _, s := range list {
		for _, src := range slices.Concat(s.Actor, s.Recipient, s.Object) {
			if err := checkSource(src); err != nil {
				return nil, fmt.Errorf("%s: shape %s: %w", name, s.Shape, err)
			}
		}
		out[s.Shape] = s
	}
	return out, nil
}

// checkSource refuses a source that is neither of the list nor a preposition.
func checkSource(s Source) error {
	if _, ok := Sources[s]; ok || slices.Contains(prepositions, string(s)) {
		return nil
	}
	return fmt.Errorf("source %q is none of %s, nor a preposition that rules know (%s)", s,
		strings.Join(slices.Sorted(maps.Keys(sourceNames())), ", "), strings.Join(prepositions, ", "))
}

func sourceNames() map[string]bool {
	out := map[string]bool{}
	for s := range Sources {
		out[string(s)] = true
	}
	return out
}

// prepositions are those that a rule may look for a party at.
var prepositions = []string{"about", "against", "among", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "toward", "towards", "upon", "as", "with"}

func readType(name string, raw []byte, shapes map[string]shape) (Type, error) {
	var f file
	if err := decode(name, raw, file{}, &f); err != nil {
		return Type{}, err
	}
	places := findPlaces(raw)
	if !slices.Contains(demarche.EventTypes, demarche.EventType(f.Type)) {
		near := ""
		if n := Nearest(f.Type, demarche.EventTypes); n != "" {
			near = fmt.Sprintf(": did you mean %q?", n)
		}
		return Type{}, fmt.Errorf("%s:%d: type %q is none of the codebook%s", name, max(1, places.typed), f.Type, near)
	}
	t := Type{Type: demarche.EventType(f.Type), Means: f.Means, Not: f.Not}
	if f.Sense.Shape != "" {
		r, err := f.Sense.compile(t.Type, shapes)
		if err != nil {
			return Type{}, fmt.Errorf("%s:%d: sense: %w", name, max(1, places.sensed), err)
		}
		r.Without = append(r.Without, f.Without...)
		r.File, r.Line = name, max(1, places.sensed)
		t.Sense = r
	}
	for i, w := range f.Rules {
		var at rulePlace
		if i < len(places.rules) {
			at = places.rules[i]
		}
		r, err := w.compile(t.Type, shapes)
		if err != nil {
			return Type{}, fmt.Errorf("%s:%d: rule %s: %w", name, max(1, at.line), w.ID, err)
		}
		r.Without = append(r.Without, f.Without...)
		r.File, r.Line = name, max(1, at.line)
		at.put(&r)
		t.Rules = append(t.Rules, r)
	}
	return t, nil
}

// compile checks a rule and fills in what its shape says.
func (w *writtenRule) compile(t demarche.EventType, shapes map[string]shape) (Rule, error) {
	r := Rule{ID: demarche.RuleID(w.ID), Type: t, Shape: w.Shape, Verbs: w.Verbs, Nouns: w.Nouns, Predicates: w.Preds, About: w.About, With: w.With,
		Without: slices.Clone(w.Without), Content: w.Content, Mood: w.Mood, After: w.After, Finite: w.Finite, Attributive: w.Attributive, Mute: w.Mute, Actor: w.Actor, Recipient: w.Recipient, ObjectAt: w.ObjectAt,
		Object: w.Object, Bare: w.Bare, Label: w.Label, Needs: w.Needs, Patient: w.Patient, Agents: w.Agents, Count: !w.Uncounted}
	if !strings.HasPrefix(w.ID, string(t)+"/") {
		return r, fmt.Errorf("its id must begin with %s/", t)
	}
	s, err := shapeNamed(w.Shape, shapes)
	if err != nil {
		return r, err
	}
	if len(w.Verbs)+len(w.Nouns)+len(w.Preds) == 0 {
		return r, fmt.Errorf("it has neither verbs nor nouns nor predicates: name the words that tell the act")
	}
	if w.Mood != "" && w.Mood != "must" && w.Mood != "plain" {
		return r, fmt.Errorf("mood %q is neither must nor plain", w.Mood)
	}
	if r.Actor == nil {
		r.Actor = s.Actor
	}
	if r.Recipient == nil {
		r.Recipient = s.Recipient
	}
	if r.ObjectAt == nil {
		r.ObjectAt = s.Object
	}
	for _, src := range slices.Concat(r.Actor, r.Recipient, r.ObjectAt) {
		if err := checkSource(src); err != nil {
			return r, err
		}
	}
	for _, o := range w.Object {
		if !slices.Contains(demarche.Objects, o) {
			return r, fmt.Errorf("object %q is none of the codebook's", o)
		}
	}
	if w.Label != "" && w.Label != "none" && !slices.Contains(demarche.Objects, w.Label) {
		return r, fmt.Errorf("label %q is none of the codebook's objects", w.Label)
	}
	r.Status = map[demarche.Status]demarche.Status{}
	for from, to := range w.Status {
		f, g := demarche.Status(from), demarche.Status(to)
		if !slices.Contains(demarche.Statuses, f) || !slices.Contains(demarche.Statuses, g) && to != "none" {
			return r, fmt.Errorf("status %s: %s is not of the codebook", from, to)
		}
		r.Status[f] = g
	}
	if len(w.Examples) == 0 || len(w.Silent) == 0 {
		return r, fmt.Errorf("it needs an example and a silent sentence")
	}
	for _, e := range w.Examples {
		x, err := ParseExample(e)
		if err != nil {
			return r, err
		}
		r.Examples = append(r.Examples, x)
	}
	for _, sentence := range w.Silent {
		r.Silent = append(r.Silent, Example{Sentence: sentence})
	}
	return r, nil
}

// shapeNamed gives a shape.
func shapeNamed(name string, shapes map[string]shape) (shape, error) {
	s, ok := shapes[name]
	if !ok {
		return s, fmt.Errorf("shape %q is none of %s", name, strings.Join(slices.Sorted(maps.Keys(shapes)), ", "))
	}
	return s, nil
}

// compile makes the reading of an act without a rule's words a rule that has none, and
// so needs no examples.
func (w *writtenSense) compile(t demarche.EventType, shapes map[string]shape) (*Rule, error) {
	s, err := shapeNamed(w.Shape, shapes)
	if err != nil {
		return nil, err
	}
	for _, o := range w.Object {
		if !slices.Contains(demarche.Objects, o) {
			return nil, fmt.Errorf("object %q is none of the codebook's", o)
		}
	}
	return &Rule{ID: demarche.RuleID(t) + "/sense", Type: t, Shape: w.Shape, Actor: s.Actor, Recipient: s.Recipient, ObjectAt: s.Object,
		Object: w.Object, Bare: len(w.Object) > 0, Count: true, Sense: true, Status: map[demarche.Status]demarche.Status{}}, nil
}

// ParseExample reads a sentence with marked parts: "[actor Russia] [trigger
// expelled] two [recipient Austrian] [object diplomats]." It fails on a part that
// is not closed, has another role or no words.
func ParseExample(marked string) (Example, error) {
	var x Example
	var b strings.Builder
	for rest := marked; rest != ""; {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:open])
		part, after, ok := strings.Cut(rest[open+1:], "]")
		role, words, two := strings.Cut(part, " ")
		if !ok || !two || strings.TrimSpace(words) == "" || !slices.Contains([]string{"actor", "recipient", "trigger", "object"}, role) {
			return x, fmt.Errorf("example %q: mark parts as [actor ...], [recipient ...], [trigger ...] or [object ...]", marked)
		}
		start := b.Len()
		b.WriteString(words)
		x.Parts = append(x.Parts, Part{role, demarche.Span{Start: start, End: b.Len()}})
		rest = after
	}
	x.Sentence = b.String()
	return x, nil
}
