package api

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"time"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// passingPaths are where texts are sent of which nothing is kept.
var passingPaths = []string{"/code", "/parse", "/explain", "/acts", "/score", "/lint"}

// IsPassing says whether nothing is kept of what is sent to a path, so that who may read
// may send it.
func IsPassing(path string) bool {
	rest, ok := strings.CutPrefix(path, Root)
	return ok && slices.Contains(passingPaths, rest)
}

// What is asked in passing is read while the asker waits.
const (
	mostPassing = 1 << 20     // bytes of a request
	mostOfText  = 256 << 10   // bytes of a report: one that is long takes longer than many that are short
	longest     = time.Minute // no report is begun later
)

// passer hangs up what is asked in passing. No more is read at once than there are
// processors.
type passer struct {
	*service
	api  huma.API
	busy chan struct{}
}

// passing hangs up what reads texts and keeps nothing of them.
func (s *service) passing(a huma.API) {
	p := passer{s, a, make(chan struct{}, runtime.GOMAXPROCS(0))}
	p.coding()
	p.explaining()
	p.scoring()
	p.linting()
}

// enter waits until one may read, and says whether that came in time. Who finds room at
// once may, however long his question took to come.
func (p passer) enter(ctx context.Context) bool {
	select {
	case p.busy <- struct{}{}:
		return true
	default:
	}
	select {
	case p.busy <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// pass hangs up an operation that is asked in passing.
func pass[I, O any](p passer, method, path, id, about string, do func(context.Context, *I) (*O, error)) {
	huma.Register(p.api, huma.Operation{OperationID: id, Method: method, Path: Root + path, Summary: about, MaxBodyBytes: mostPassing}, func(ctx context.Context, in *I) (*O, error) {
		ctx, cancel := context.WithTimeout(ctx, longest)
		defer cancel()
		if !p.enter(ctx) {
			return nil, huma.Error503ServiceUnavailable("the server has too much to read: ask again later")
		}
		defer func() { <-p.busy }()
		out, err := do(ctx, in)
		switch {
		case err == nil:
			return out, nil
		case errors.Is(ctx.Err(), context.DeadlineExceeded):
			return nil, huma.Error503ServiceUnavailable(fmt.Sprintf("this takes longer than %v: send less at once", longest))
		}
		return nil, p.failed(ctx, err)
	})
}

// sentReports are reports that are sent.
type sentReports struct {
	Reports []sentReport `json:"reports" minItems:"1" maxItems:"1000" doc:"each with id, date and text and, if they are known, title, outlet, url, lang and replaces"`
}

// read reads them as JSON lines are read.
func (s *sentReports) read() iter.Seq2[demarche.Report, error] {
	if len(s.Reports) == 0 {
		return func(func(demarche.Report, error) bool) {}
	}
	var lines []byte
	for _, r := range s.Reports {
		lines = append(appendJSON(lines, r), '\n')
	}
	return desk.Reports([]desk.Sent{{Name: "sent.jsonl", Text: lines}}, demarche.Day{})
}

// short refuses reports that take too long to read while the sender waits.
func (s *sentReports) short() error {
	for _, r := range s.Reports {
		if len(r.Text) > mostOfText {
			return tooLong(r.ID)
		}
	}
	return nil
}

func tooLong(report string) error {
	return huma.Error422UnprocessableEntity(fmt.Sprintf("report %q has more than %d KiB: use the command line", report, mostOfText>>10))
}

// drain takes what is made of reports, and gives why some were refused.
func drain(results iter.Seq2[[]byte, error]) (refused []string, err error) {
	refused = []string{}
	for _, err := range results {
		switch {
		case desk.IsRefusal(err):
			refused = append(refused, err.Error())
		case err != nil:
			return nil, err
		}
	}
	return refused, nil
}

// readObject is what was made of sent reports.
type readObject[T any] struct {
	Items   []T                 `json:"items"`
	Reports []demarche.ReportID `json:"reports" doc:"that were read"`
	Refused []string            `json:"refused" doc:"why others were not"`
}

// parsedObject is the grammar of a report.
type parsedObject struct {
	Report    demarche.ReportID `json:"report"`
	Sentences int               `json:"sentences" doc:"all of its body"`
	Parsed    int               `json:"parsed" doc:"those that were read on"`
	CoNLLU    string            `json:"conllu" doc:"words with their grammar, as CoNLL-U"`
}

// coding hangs up what codes and parses reports.
func (p passer) coding() {
	type codeInput struct{ Body sentReports }
	pass(p, http.MethodPost, "/code", "code", "The events of reports; nothing is kept", func(ctx context.Context, in *codeInput) (*body[readObject[event]], error) {
		o := readObject[event]{Items: []event{}, Reports: []demarche.ReportID{}}
		err := in.Body.short()
		if err != nil {
			return nil, err
		}
		o.Refused, err = drain(p.Desk.Code(ctx, in.Body.read(), 1, func(dst []byte, c *desk.Coding) []byte {
			o.Reports = append(o.Reports, c.Report.ID)
			told := c.Tell()
			for i := range told {
				o.Items = append(o.Items, eventOf(&told[i]))
			}
			return dst
		}))
		return &body[readObject[event]]{o}, err
	})
	type parseInput struct {
		All  bool `query:"all" doc:"every sentence, and the head of the report too"`
		Body sentReports
	}
	pass(p, http.MethodPost, "/parse", "parse", "The grammar of the sentences that could hold an event, as CoNLL-U; nothing is kept", func(ctx context.Context, in *parseInput) (*body[readObject[parsedObject]], error) {
		o := readObject[parsedObject]{Items: []parsedObject{}, Reports: []demarche.ReportID{}}
		err := in.Body.short()
		if err != nil {
			return nil, err
		}
		o.Refused, err = drain(p.Desk.Read(ctx, in.Body.read(), desk.How{Jobs: 1, All: in.All}, func(dst []byte, r *desk.Reading) []byte {
			x := parsedObject{Report: r.Report.ID, Sentences: len(r.Sentences), CoNLLU: string(r.AppendCoNLLU(nil))}
			for _, open := range r.Open {
				if open {
					x.Parsed++
				}
			}
			o.Reports = append(o.Reports, x.Report)
			o.Items = append(o.Items, x)
			return dst
		}))
		return &body[readObject[parsedObject]]{o}, err
	})
	type actsInput struct {
		Times
		Body struct {
			Reports []sentReport `json:"reports,omitempty" maxItems:"1000" doc:"that are coded; where there are events, they only say when these were told"`
			Events  []givenEvent `json:"events,omitempty" maxItems:"2000" doc:"as the codebook writes them"`
		}
	}
	pass(p, http.MethodPost, "/acts", "merge-acts", "Acts, merged from the events of reports, with the acts that they answer; nothing is kept", func(ctx context.Context, in *actsInput) (*body[readObject[act]], error) {
		v, err := in.Times.read()
		if err != nil {
			return nil, err
		}
		if len(in.Body.Reports)+len(in.Body.Events) == 0 {
			return nil, huma.Error422UnprocessableEntity("there are neither reports nor events")
		}
		o := readObject[act]{Items: []act{}, Reports: []demarche.ReportID{}, Refused: []string{}}
		reports := sentReports{in.Body.Reports}
		if err := reports.short(); err != nil {
			return nil, err
		}
		var told []demarche.Telling
		if len(in.Body.Events) > 0 {
			file, err := readEvents("events", in.Body.Events)
			if err != nil {
				return nil, err
			}
			days := map[demarche.ReportID]demarche.Day{}
			for r, err := range reports.read() {
				if err != nil {
					o.Refused = append(o.Refused, err.Error())
					continue
				}
				days[r.ID] = r.Date
				o.Reports = append(o.Reports, r.ID)
			}
			told = desk.Gather(file.Coded(), func(id demarche.ReportID) (demarche.Day, bool) { d, ok := days[id]; return d, ok })
		} else if o.Refused, err = drain(p.Desk.Code(ctx, reports.read(), 1, func(dst []byte, c *desk.Coding) []byte {
			o.Reports = append(o.Reports, c.Report.ID)
			told = append(told, c.Tell()...)
			return dst
		})); err != nil {
			return nil, err
		}
		if !v.KnownBy.IsZero() {
			told = slices.DeleteFunc(told, func(t demarche.Telling) bool { return v.KnownBy.Before(t.Known) })
		}
		all := desk.Until(desk.Acts(told), v.AsOf)
		for i := range all {
			o.Items = append(o.Items, actOf(&all[i]))
		}
		return &body[readObject[act]]{o}, nil
	})
}

// lintObject is what a look at rules and tables has found.
type lintObject struct {
	Rules    int      `json:"rules"`
	Examples int      `json:"examples" doc:"that were coded"`
	Silent   int      `json:"silent" doc:"sentences that must tell nothing, and were coded"`
	Faults   []string `json:"faults" doc:"each with its file and line, what is wrong and what to do"`
}

// linting hangs up what checks rules and tables.
func (p passer) linting() {
	answer := func(l desk.Linted, err error) (*body[lintObject], error) {
		if err != nil {
			return nil, huma.Error422UnprocessableEntity(err.Error())
		}
		o := lintObject{l.Rules, l.Examples, l.Silent, []string{}}
		for _, f := range l.Faults {
			o.Faults = append(o.Faults, f.Error())
		}
		return &body[lintObject]{o}, nil
	}
	pass(p, http.MethodGet, "/lint", "lint", "Check the rules and tables that the server codes by, and execute the examples of rules", func(context.Context, *struct{}) (*body[lintObject], error) {
		return answer(p.Desk.Lint())
	})
	type lintInput struct {
		Body struct {
			Files []struct {
				Name string `json:"name" minLength:"1" maxLength:"200" doc:"such as expel.yaml, rules/expel.yaml, lexicon/gate.tsv"`
				Text string `json:"text"`
			} `json:"files" minItems:"1" maxItems:"200" doc:"each with its name and text"`
		}
	}
	pass(p, http.MethodPost, "/lint", "lint-sent", "Check files of rules and tables, laid over those that the program was built with; nothing is kept", func(_ context.Context, in *lintInput) (*body[lintObject], error) {
		var files []desk.Sent
		for _, f := range in.Body.Files {
			files = append(files, desk.Sent{Name: f.Name, Text: []byte(f.Text)})
		}
		return answer(desk.LintSent(files))
	})
}
