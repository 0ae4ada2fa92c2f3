package rule

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// decode reads YAML strictly into a value. Its errors have the line and, of a key
// that is not known, the nearest of those that are; top is the type that stands
// highest in the file. Anchors, aliases and tags are refused: with them a small file
// can stand for one without end.
func decode(name string, raw []byte, top, into any) (err error) {
	// The decoder panics on some texts that are hardly YAML.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s:1: it cannot be read as YAML: compare it with another file of rules", name)
		}
	}()
	if line := tooDeep(raw); line > 0 {
		return fmt.Errorf("%s:%d: it is nested more than %d deep: a rule needs no more than four", name, line, deepest)
	}
	parsed, err := parser.ParseBytes(raw, 0)
	if err == nil {
		for _, doc := range parsed.Docs {
			ast.Walk(odd(func(n ast.Node, what string) {
				err = fmt.Errorf("%s:%d: it has %s: write out what it stands for", name, n.GetToken().Position.Line, what)
			}), doc)
		}
		if err != nil {
			return err
		}
		err = yaml.UnmarshalWithOptions(raw, into, yaml.Strict())
	}
	if err == nil {
		return nil
	}
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return fmt.Errorf("%s: %v", name, err)
	}
	line, what := at.GetToken().Position.Line, at.GetMessage()
	if unknown := (*yaml.UnknownFieldError)(nil); errors.As(err, &unknown) {
		key := at.GetToken().Value
		what = fmt.Sprintf("key %q is none of %s", key, strings.Join(keysOf(top), ", "))
		if near := Nearest(key, keysOf(top)); near != "" {
			what = fmt.Sprintf("key %q is not known: did you mean %q?", key, near)
		}
	}
	return fmt.Errorf("%s:%d: %s", name, line, what)
}

// deepest is how many levels a file may have. The parser's time grows with the square
// of them: a minute for 100 kB of brackets.
const deepest = 32

// tooDeep gives the first line that stands deeper, by brackets left open, by dashes
// in a row or by indentation, or 0.
func tooDeep(raw []byte) int {
	open, number := 0, 0
	var indents []int // of the blocks that the line stands in
	for line := range bytes.Lines(raw) {
		number++
		dashes := 0
		for _, field := range bytes.Fields(line) {
			switch string(field) {
			case "-", "?", ":":
				dashes++
			}
		}
		for _, b := range line {
			switch b {
			case '[', '{':
				open++
			case ']', '}':
				open = max(0, open-1)
			}
			if open > deepest {
				return number
			}
		}
		if text := bytes.TrimLeft(line, " \t"); len(bytes.TrimSpace(text)) > 0 {
			indent := len(line) - len(text)
			for len(indents) > 0 && indents[len(indents)-1] >= indent {
				indents = indents[:len(indents)-1]
			}
			indents = append(indents, indent)
		}
		if dashes > deepest || len(indents) > deepest {
			return number
		}
	}
	return 0
}

// odd is told of anchors, aliases and tags in a file.
type odd func(n ast.Node, what string)

// Visit looks at a node.
func (o odd) Visit(n ast.Node) ast.Visitor {
	switch n.(type) {
	case *ast.AnchorNode:
		o(n, "an anchor (&)")
	case *ast.AliasNode:
		o(n, "an alias (*)")
	case *ast.TagNode:
		o(n, "a tag (!)")
	case *ast.MergeKeyNode:
		o(n, "a merge key (<<)")
	}
	return o
}

// keysOf lists the keys of a struct and of those that it has lists of, in order.
func keysOf(of any) []string {
	var keys []string
	t := reflect.TypeOf(of)
	for i := range t.NumField() {
		f := t.Field(i)
		keys = append(keys, f.Tag.Get("yaml"))
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			keys = append(keys, keysOf(reflect.Zero(f.Type.Elem()).Interface())...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Nearest gives the one of some words that a misspelt word is likely to stand
// for, or "".
func Nearest[T ~string](word string, among []T) T {
	best, least := T(""), len(word)/2+1
	for _, a := range among {
		if d := distance(word, string(a)); d < least {
			best, least = a, d
		}
	}
	return best
}

// distance is the number of letters that must be put in, taken out, changed or
// swapped with their neighbour to make one word of another.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// places says on which lines of a file its type and its rules stand.
type places struct {
	typed  int
	sensed int
	rules  []rulePlace
}

// rulePlace says on which lines a rule begins and its sentences stand.
type rulePlace struct {
	line             int
	examples, silent []int
}

// put gives a rule's sentences their lines.
func (p rulePlace) put(r *Rule) {
	for i := range r.Examples {
		r.Examples[i].Line = r.Line
		if i < len(p.examples) {
			r.Examples[i].Line = p.examples[i]
		}
	}
	for i := range r.Silent {
		r.Silent[i].Line = r.Line
		if i < len(p.silent) {
			r.Silent[i].Line = p.silent[i]
		}
	}
}

// findPlaces finds the lines of a file of rules that has been decoded.
func findPlaces(raw []byte) places {
	var p places
	for _, top := range pairs(body(raw)) {
		switch key(top) {
		case "type":
			p.typed = lineOf(top.Value)
		case "sense":
			p.sensed = lineOf(top.Value)
		case "rules":
			for _, r := range items(top.Value) {
				at := rulePlace{line: lineOf(r)}
				for _, pair := range pairs(r) {
					switch key(pair) {
					case "examples":
						at.examples = linesOf(pair.Value)
					case "silent":
						at.silent = linesOf(pair.Value)
					}
				}
				p.rules = append(p.rules, at)
			}
		}
	}
	return p
}

// listShapes gives the shapes in the order of their file.
func listShapes(file string, raw []byte, shapes map[string]shape) []Shape {
	var list []Shape
	for _, item := range items(body(raw)) {
		for _, pair := range pairs(item) {
			if name, ok := pair.Value.(*ast.StringNode); ok && key(pair) == "shape" {
				list = append(list, Shape{name.Value, shapes[name.Value].Means, file, lineOf(pair.Value)})
			}
		}
	}
	return list
}

// body is what a file of YAML holds, or nil.
func body(raw []byte) ast.Node {
	parsed, err := parser.ParseBytes(raw, 0)
	if err != nil || len(parsed.Docs) == 0 {
		return nil
	}
	return parsed.Docs[0].Body
}

// pairs are the keys of a mapping with their values; none of anything else.
func pairs(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// items are the members of a list; none of anything else.
func items(n ast.Node) []ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok {
		return list.Values
	}
	return nil
}

func key(pair *ast.MappingValueNode) string {
	if t := pair.Key.GetToken(); t != nil {
		return t.Value
	}
	return ""
}

// lineOf is the line on which a node begins. A mapping's own token is the colon
// after its first key, so that its first key is asked.
func lineOf(n ast.Node) int {
	if m := pairs(n); len(m) > 0 {
		n = m[0].Key
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

func linesOf(n ast.Node) []int {
	var lines []int
	for _, item := range items(n) {
		lines = append(lines, lineOf(item))
	}
	return lines
}
