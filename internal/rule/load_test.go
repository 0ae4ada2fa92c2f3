package rule

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"demarche"
	"demarche/data"
	"github.com/google/go-cmp/cmp"
)

const shapes = `- shape: deed
  means: somebody does it
  actor: [agent]
  object: [patient]
  recipient: [owner, other]
`

const expel = `type: expel
means: orders out
not: deportation
without: [club]
rules:
  - id: expel/expel
    shape: deed
    verbs: [expel, throw out]
    object: [diplomats]
    examples:
      - "[actor Peru] [trigger expelled] two [recipient Chilean] [object diplomats]."
    silent: ["The club expelled two members."]
`

// files is a folder of rules, with some of its files changed.
func files(change map[string]string) fstest.MapFS {
	m := fstest.MapFS{"rules/shapes.yaml": {Data: []byte(shapes)}, "rules/expel.yaml": {Data: []byte(expel)}}
	for name, text := range change {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestLoad(t *testing.T) {
	b, err := Load(files(nil), "rules")
	if err != nil {
		t.Fatal(err)
	}
	r := b.Rule("expel/expel")
	if r == nil || len(b.Rules()) != 1 || b.Of("expel").Means != "orders out" {
		t.Fatalf("rules %v", b.Rules())
	}
	want := Rule{ID: "expel/expel", Type: "expel", Shape: "deed", Verbs: []string{"expel", "throw out"}, Without: []string{"club"},
		Actor: []Source{"agent"}, Recipient: []Source{"owner", "other"}, ObjectAt: []Source{"patient"}, Object: []string{"diplomats"},
		Status: map[demarche.Status]demarche.Status{}, Count: true, File: "rules/expel.yaml", Line: 6,
		Examples: []Example{{"Peru expelled two Chilean diplomats.", []Part{{"actor", demarche.Span{Start: 0, End: 4}}, {"trigger", demarche.Span{Start: 5, End: 13}},
			{"recipient", demarche.Span{Start: 18, End: 25}}, {"object", demarche.Span{Start: 26, End: 35}}}, 11}},
		Silent: []Example{{Sentence: "The club expelled two members.", Line: 12}}}
	if diff := cmp.Diff(want, *r); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Shape{{"deed", "somebody does it", "rules/shapes.yaml", 1}}, b.Shapes); diff != "" {
		t.Error(diff)
	}
}

// marked matches a marked part of an example.
var marked = regexp.MustCompile(`\[(?:actor|recipient|trigger|object) ([^\]]*)\]`)

// TestLoadsItsOwn: the program's rules load, and every sentence has its line.
func TestLoadsItsOwn(t *testing.T) {
	b, err := Load(data.Files, "rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Rules() {
		raw, err := fs.ReadFile(data.Files, r.File)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(raw), "\n")
		if !strings.Contains(lines[r.Line-1], "id: "+string(r.ID)) {
			t.Errorf("%s:%d is %q, want the rule %s", r.File, r.Line, lines[r.Line-1], r.ID)
		}
		for _, x := range r.Examples {
			if plain := marked.ReplaceAllString(lines[x.Line-1], "$1"); !strings.Contains(plain, x.Sentence) {
				t.Errorf("%s:%d is %q, want the example %q", r.File, x.Line, lines[x.Line-1], x.Sentence)
			}
		}
	}
	for _, u := range demarche.EventTypes {
		if b.Of(u) == nil {
			t.Errorf("no rules for the type %s", u)
		}
	}
}

// TestLoadRefuses: what is wrong is told with the file, the line and the cure.
func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"verbs:", "verb:", `rules/expel.yaml:8: key "verb" is not known: did you mean "verbs"?`},
		{"silent:", "slient:", `rules/expel.yaml:12: key "slient" is not known: did you mean "silent"?`},
		{"means:", "xyzzyx:", `rules/expel.yaml:2: key "xyzzyx" is none of `},
		{"type: expel", "type: expell", `rules/expel.yaml:1: type "expell" is none of the codebook: did you mean "expel"?`},
		{"id: expel/expel", "id: expell", `rules/expel.yaml:6: rule expell: its id must begin with expel/`},
		{"shape: deed", "shape: dead", `rules/expel.yaml:6: rule expel/expel: shape "dead" is none of deed`},
		{"verbs: [expel, throw out]", "with: [out]", "it has neither verbs nor nouns"},
		{"object: [diplomats]", "object: [dogs]", `object "dogs" is none of the codebook's`},
		{"object: [diplomats]", "label: dogs", `label "dogs" is none of the codebook's objects`},
		{"object: [diplomats]", "mood: maybe", `mood "maybe" is neither must nor plain`},
		{"object: [diplomats]", "actor: [agnt]", `source "agnt" is none of accuser, agent, `},
		{"object: [diplomats]", "status: {planned: done}", "status planned: done is not of the codebook"},
		{`silent: ["The club expelled two members."]`, "silent: []", "it needs an example and a silent sentence"},
		{"[trigger expelled]", "[verb expelled]", "mark parts as [actor ...], [recipient ...], [trigger ...] or [object ...]"},
		{"[trigger expelled]", "[trigger ]", "mark parts as"},
		{"object: [diplomats]", "verbs: [oust]", "rules/expel.yaml:9: "},
		{"means: orders out", "means: [", "rules/expel.yaml:"},
		{"means: orders out", "means: &a orders out", "rules/expel.yaml:2: it has an anchor (&): write out what it stands for"},
		{"means: orders out", "means: *a", "rules/expel.yaml:2: it has an alias (*)"},
	} {
		text := strings.Replace(expel, c.old, c.new, 1)
		_, err := Load(files(map[string]string{"rules/expel.yaml": text}), "rules")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.new, err, c.want)
		}
	}
	twice := strings.Replace(expel, "without: [club]", "", 1)
	if _, err := Load(files(map[string]string{"rules/more.yaml": twice}), "rules"); err == nil || err.Error() != "rules/more.yaml:6: rule expel/expel stands in rules/expel.yaml:6 already: give it another id" {
		t.Errorf("an id that stands twice: %v", err)
	}
	if _, err := Load(fstest.MapFS{"rules/expel.yaml": {Data: []byte(expel)}}, "rules"); err == nil || !strings.Contains(err.Error(), "rules/shapes.yaml: is missing") {
		t.Errorf("no shapes: %v", err)
	}
	if _, err := Load(files(map[string]string{"rules/shapes.yaml": strings.Replace(shapes, "[agent]", "[agnet]", 1)}), "rules"); err == nil || !strings.Contains(err.Error(), "rules/shapes.yaml: shape deed: source \"agnet\"") {
		t.Errorf("a shape with an unknown source: %v", err)
	}
}

// TestOverlay: a file of one's own replaces that of its name, others are added, and
// messages name the folder.
func TestOverlay(t *testing.T) {
	own := fstest.MapFS{
		"expel.yaml": {Data: []byte(strings.Replace(expel, "expel, throw out", "oust", 1))},
		"mine.yaml":  {Data: []byte(strings.NewReplacer("type: expel", "type: recall", "expel/expel", "recall/mine").Replace(expel))},
	}
	b, err := Overlay(files(nil), "rules", own, "my/rules")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range b.Rules() {
		got = append(got, fmt.Sprint(r.ID, " ", r.File, " ", r.Verbs))
	}
	want := []string{"expel/expel my/rules/expel.yaml [oust]", "recall/mine my/rules/mine.yaml [expel throw out]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	own["mine.yaml"] = &fstest.MapFile{Data: []byte("typ: recall\n")}
	if _, err := Overlay(files(nil), "rules", own, "my/rules"); err == nil || err.Error() != `my/rules/mine.yaml:1: key "typ" is not known: did you mean "type"?` {
		t.Errorf("a broken file of one's own: %v", err)
	}
}

func TestNearest(t *testing.T) {
	keys := keysOf(file{})
	for word, want := range map[string]string{"verb": "verbs", "exampels": "examples", "recipent": "recipient", "object_at": "object-at", "q": "", "": "", "zebra": ""} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// FuzzLoad: no file makes loading panic or take long; what loads, loads again.
// TestLoadTooDeep: what is nested without end is refused at its line before the parser
// sees it, which would take a minute for 100 kB of it.
func TestLoadTooDeep(t *testing.T) {
	stairs := ""
	for i := range 200 {
		stairs += strings.Repeat(" ", i) + "a:\n"
	}
	for text, line := range map[string]int{
		strings.Repeat("[", 100_000):                1,
		"rules:\n" + strings.Repeat("{a: ", 25_000): 2,
		strings.Repeat("- ", 50_000):                1,
		strings.Repeat("? - ", 25_000):              1,
		stairs:                                      33,
	} {
		_, err := Load(files(map[string]string{"rules/expel.yaml": text}), "rules")
		want := fmt.Sprintf("rules/expel.yaml:%d: it is nested more than 32 deep", line)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.20q: %v, want %s", text, err, want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(expel)
	f.Add(shapes)
	f.Add("rules: [&a [*a, *a]]")
	f.Add("type: expel\nrules:\n  - &r {id: expel/x, <<: *r}\n")
	all, err := fs.Glob(data.Files, "rules/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range all {
		raw, err := fs.ReadFile(data.Files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Fuzz(func(t *testing.T, text string) {
		// What hangs cannot be failed from within.
		late := time.AfterFunc(10*time.Second, func() { panic(fmt.Sprintf("loading hangs on %q", text)) })
		defer late.Stop()
		for _, name := range []string{"rules/expel.yaml", "rules/shapes.yaml"} {
			if b, err := Load(files(map[string]string{name: text}), "rules"); err == nil {
				for _, r := range b.Rules() {
					if r.Line < 1 || r.File == "" {
						t.Errorf("rule %s stands nowhere", r.ID)
					}
				}
			}
		}
	})
}
