package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/rule"
	"demarche/internal/syntax"
	"demarche/internal/table"
)

// Fault is something that is wrong with a rule or a table, and what to do about it.
type Fault struct {
	File     string
	Line     int
	Rule     demarche.RuleID // empty for a table or a shape
	Sentence string          // of an example, without its marks; else empty
	Problem  string          // what is wrong, or what came out instead
	Cure     string
}

// Error writes a fault on one line, the file and line first.
func (f Fault) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d: ", f.File, f.Line)
	if f.Rule != "" {
		fmt.Fprintf(&b, "rule %s: ", f.Rule)
	}
	if f.Sentence != "" {
		fmt.Fprintf(&b, "“%s”: ", f.Sentence)
	}
	fmt.Fprintf(&b, "%s: %s", f.Problem, f.Cure)
	return b.String()
}

// Lint finds what is wrong with rules and tables that could be loaded: examples
// that do not come out, verbs that are no dictionary forms, words and phrases that
// stand twice, shapes that no rule uses, and classes that a word can never be found
// in. Files hold the tables that the knowledge was loaded from. The faults come in
// the order of the rules, those of tables last.
func Lint(files fs.FS, model *syntax.Model, k *Knowledge) ([]Fault, error) {
	rules := k.book.Rules()
	faults := Execute(model, k, rules)
	for _, r := range rules {
		faults = append(faults, lintWords(model, r)...)
	}
	faults = append(faults, lintShapes(k.book)...)
	for _, lint := range []func(fs.FS, []*rule.Rule) ([]Fault, error){lintObjects, lintOperators} {
		more, err := lint(files, rules)
		if err != nil {
			return nil, err
		}
		faults = append(faults, more...)
	}
	return faults, nil
}

// lintWords checks the words of a rule.
func lintWords(model *syntax.Model, r *rule.Rule) (faults []Fault) {
	fault := func(problem, cure string) {
		faults = append(faults, Fault{File: r.File, Line: r.Line, Rule: r.ID, Problem: problem, Cure: cure})
	}
	for _, list := range []struct {
		key   string
		words []string
		verbs bool
	}{{"verbs", r.Verbs, true}, {"content", r.Content, true}, {"nouns", r.Nouns, false}, {"with", r.With, false}, {"without", r.Without, false}, {"object", r.Object, false}} {
		for i, w := range list.words {
			if slices.Contains(list.words[:i], w) {
				fault(fmt.Sprintf("%s has %q twice", list.key, w), "delete one")
			}
			verb, rest, _ := strings.Cut(w, " ")
			if base, ok := model.Uninflected(verb); ok && list.verbs && !slices.Contains(list.words, strings.TrimSpace(base+" "+rest)) {
				fault(fmt.Sprintf("%s has %q, which is no dictionary form and will never be found", list.key, w),
					"write "+strings.TrimSpace(base+" "+rest))
			}
		}
	}
	for i, w := range r.With {
		if slices.Contains(r.Without, w) && !slices.Contains(r.With[:i], w) {
			fault(fmt.Sprintf("%q stands under with and under without", w), "delete one")
		}
	}
	return faults
}

// lintShapes finds the shapes that no rule uses.
func lintShapes(book *rule.Book) (faults []Fault) {
	rules := book.Rules()
	for _, s := range book.Shapes {
		if !slices.ContainsFunc(rules, func(r *rule.Rule) bool { return r.Shape == s.Name }) {
			faults = append(faults, Fault{File: s.File, Line: s.Line, Problem: fmt.Sprintf("no rule uses the shape %q", s.Name), Cure: "delete it, or write a rule for it"})
		}
	}
	return faults
}

// lintObjects finds words that stand twice in the table of objects: in one class,
// or in a class that never counts since every rule that takes it takes an earlier
// class of the word first.
func lintObjects(files fs.FS, rules []*rule.Rule) (faults []Fault, err error) {
	rows, err := table.Read(files, objectsFile, "object", "forms")
	if err != nil {
		return nil, err
	}
	classes := map[string][]string{}
	for _, r := range rows {
		class := r.Cells[0]
		for form := range strings.SplitSeq(r.Cells[1], ", ") {
			earlier := classes[form]
			classes[form] = append(earlier, class)
			fault := Fault{File: objectsFile, Line: r.Line}
			switch {
			case slices.Contains(earlier, class):
				fault.Problem, fault.Cure = fmt.Sprintf("%q stands twice in the class %s", form, class), "delete one"
			case len(earlier) > 0 && slices.Contains(demarche.Objects, class) && !counts(class, earlier, rules):
				fault.Problem = fmt.Sprintf("%q stands in the classes %s and %s, and no rule takes %s alone", form, strings.Join(earlier, ", "), class, class)
				fault.Cure = "delete it from one of them"
			default:
				continue
			}
			faults = append(faults, fault)
		}
	}
	return faults, nil
}

// counts says whether some rule takes a class and none of those tried before it.
func counts(class string, earlier []string, rules []*rule.Rule) bool {
	for _, r := range rules {
		if slices.Contains(r.Object, class) && !slices.ContainsFunc(earlier, func(c string) bool { return slices.Contains(r.Object, c) }) {
			return true
		}
	}
	return false
}

// lintOperators finds words that stand twice in one class of operators.
func lintOperators(files fs.FS, _ []*rule.Rule) (faults []Fault, err error) {
	rows, err := table.Read(files, proposition.OperatorsFile, "class", "forms")
	if err != nil {
		return nil, err
	}
	type place struct{ class, form string }
	seen := map[place]int{}
	for _, r := range rows {
		for form := range strings.SplitSeq(r.Cells[1], ", ") {
			at := place{r.Cells[0], form}
			if line := seen[at]; line > 0 {
				faults = append(faults, Fault{File: proposition.OperatorsFile, Line: r.Line,
					Problem: fmt.Sprintf("%q stands in the class %s at line %d already", form, r.Cells[0], line), Cure: "delete one"})
			}
			seen[at] = r.Line
		}
	}
	return faults, nil
}
