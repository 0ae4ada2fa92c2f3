package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"demarche"
)

// Layout says how a brief is written for a person.
type Layout struct {
	Quotes   bool // show the words that say it
	Markdown bool
	Width    int // of a quote, in characters; 0 for no bound
}

// AppendText appends the brief as a page: its sections, each line with its date, and
// below it what it rests on.
func (b *Brief) AppendText(dst []byte, lay Layout) []byte {
	w := &writer{dst: dst, lay: lay}
	known := "with all that is known"
	if !b.KnownBy.IsZero() {
		known = "as known by " + b.KnownBy.String()
	}
	head := fmt.Sprintf("%s and %s on %v, %s", b.A, b.B, b.AsOf, known)
	counts := fmt.Sprintf("%d %s in %d %s", b.Acts, plural(b.Acts, "act", "acts"), b.Reports, plural(b.Reports, "report", "reports"))
	if !b.WordsSince.IsZero() {
		counts += fmt.Sprintf("; of mere words, only those since %v", b.WordsSince)
	}
	if lay.Markdown {
		w.f("# %s\n\n%s\n", head, counts)
	} else {
		w.f("%s\n%s\n", head, counts)
	}
	for _, s := range b.Sections {
		if lay.Markdown {
			w.f("\n## %s\n\n", s.Title)
		} else {
			w.f("\n%s\n", strings.ToUpper(s.Title))
		}
		if s.More > 0 {
			w.item(0, fmt.Sprintf("(%d older %s left out)", s.More, plural(s.More, "line is", "lines are")))
		}
		if len(s.Lines) == 0 {
			w.item(0, "Nothing in the record.")
		}
		for i := range s.Lines {
			w.line(0, &s.Lines[i])
		}
	}
	return w.dst
}

type writer struct {
	dst []byte
	lay Layout
}

func (w *writer) f(format string, args ...any) { w.dst = fmt.Appendf(w.dst, format, args...) }

// item writes one line of the page.
func (w *writer) item(depth int, text string) {
	text = strings.Join(strings.Fields(text), " ")
	if w.lay.Markdown {
		w.f("%s- %s\n", strings.Repeat("  ", depth), escaped.Replace(text))
	} else {
		w.f("%s%s\n", strings.Repeat("  ", depth+1), text)
	}
}

// escaped keeps signs of Markdown that come out of reports from being read as such.
var escaped = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "<", "&lt;", "#", "\\#", "|", "\\|")

func (w *writer) line(depth int, l *Line) {
	text := l.Text
	if l.Date != "" {
		text = l.Date + "  " + text
	}
	w.item(depth, text)
	shown := map[Evidence]bool{} // by the parts
	for i := range l.Sub {
		for _, e := range l.Sub[i].Evidence {
			shown[e] = true
		}
	}
	for _, e := range l.Evidence {
		if !shown[e] {
			w.item(depth+1, w.evidence(&e))
		}
	}
	for i := range l.Sub {
		w.line(depth+1, &l.Sub[i])
	}
}

// evidence is a key: the report and the event, which the verbs report and explain
// open, the day it was known, by whose word, and the words.
func (w *writer) evidence(e *Evidence) string {
	s := fmt.Sprintf("[%s", e.Report)
	if e.Event != "" {
		s += " " + string(e.Event)
	}
	s += "] " + e.Known.String()
	if e.Speaker != "" || e.State != "" {
		name := e.Speaker
		if e.State != "" && name != string(e.State) {
			name = strings.TrimSpace(fmt.Sprintf("%s (%s)", name, e.State))
		}
		s += ", says " + name
	}
	if w.lay.Quotes && e.Words != "" {
		s += " “" + shorten(strings.Join(strings.Fields(e.Words), " "), w.lay.Width) + "”"
	}
	return s
}

// shorten cuts a quote at a word.
func shorten(s string, width int) string {
	r := []rune(s)
	if width <= 0 || len(r) <= width {
		return s
	}
	cut := string(r[:width])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

type briefJSON struct {
	A        demarche.Code `json:"a"`
	B        demarche.Code `json:"b"`
	AsOf     string        `json:"as_of"`
	KnownBy  string        `json:"known_by"`
	Acts     int           `json:"acts"`
	Reports  int           `json:"reports"`
	Words    string        `json:"words_since,omitempty"`
	Sections []sectionJSON `json:"sections"`
}

type sectionJSON struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	More  int        `json:"more,omitzero"`
	Lines []lineJSON `json:"lines"`
}

type lineJSON struct {
	Date     string         `json:"date"`
	Text     string         `json:"text"`
	Evidence []evidenceJSON `json:"evidence"`
	Sub      []lineJSON     `json:"sub,omitempty"`
}

type evidenceJSON struct {
	Report  demarche.ReportID `json:"report"`
	Event   demarche.EventID  `json:"event,omitempty"`
	Known   string            `json:"known"`
	Speaker string            `json:"speaker,omitempty"`
	State   demarche.Code     `json:"speaker_state,omitempty"`
	Words   string            `json:"words,omitempty"`
}

// AppendJSON appends the brief as one line of JSON.
func (b *Brief) AppendJSON(dst []byte) []byte {
	o := briefJSON{A: b.A, B: b.B, AsOf: b.AsOf.String(), KnownBy: b.KnownBy.String(), Acts: b.Acts, Reports: b.Reports}
	if !b.WordsSince.IsZero() {
		o.Words = b.WordsSince.String()
	}
	for _, s := range b.Sections {
		o.Sections = append(o.Sections, sectionJSON{s.Name, s.Title, s.More, linesJSON(s.Lines)})
	}
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		panic(err) // there is nothing in it that JSON has no word for
	}
	return buf.Bytes()
}

func linesJSON(lines []Line) []lineJSON {
	all := make([]lineJSON, 0, len(lines))
	for _, l := range lines {
		j := lineJSON{Date: l.Date, Text: l.Text, Evidence: []evidenceJSON{}}
		for _, e := range l.Evidence {
			j.Evidence = append(j.Evidence, evidenceJSON{e.Report, e.Event, e.Known.String(), e.Speaker, e.State, e.Words})
		}
		if len(l.Sub) > 0 {
			j.Sub = linesJSON(l.Sub)
		}
		all = append(all, j)
	}
	return all
}
