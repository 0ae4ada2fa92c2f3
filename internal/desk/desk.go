// Package desk holds the program's verbs: what a command, a page or a worker of
// a stream asks for. It is the only room where reading meets the record.
package desk

import (
	"io/fs"
	"sync"

	"demarche"
	"demarche/data"
	"demarche/internal/coder"
	"demarche/internal/remark"
	"demarche/internal/sense"
	"demarche/internal/syntax"
	"demarche/internal/text"
	"demarche/internal/who"
)

// Desk holds what its verbs need, loaded once. Any number of goroutines may use
// one.
type Desk struct {
	model    *syntax.Model
	gate     *coder.Gate
	load     func() (*coder.Knowledge, error) // once, when it is first needed
	register *remark.Register
	names    map[demarche.Code]string
	own      Own
}

// Open loads the data that the program was built with, with a folder laid over it.
// It refuses a folder of which a rule's example fails, or a silent sentence does not
// keep silent, and names that rule.
func Open(own Own) (*Desk, error) {
	if err := own.check(); err != nil {
		return nil, err
	}
	model, err := syntax.Read(data.Model)
	if err != nil {
		return nil, err
	}
	files := own.over(data.Files)
	names, err := who.Load(files)
	if err != nil {
		return nil, err
	}
	gate, err := coder.LoadGate(files, names)
	if err != nil {
		return nil, err
	}
	nets, err := sense.Read(data.Gate)
	if err != nil {
		return nil, err
	}
	gate.Weigh(nets["gate"])
	// Rules and networks take most of the time of a start, and reading needs neither.
	load := sync.OnceValues(func() (*coder.Knowledge, error) { return loadKnowledge(own, files, names, model) })
	if own.Files != nil {
		if _, err := load(); err != nil {
			return nil, err
		}
	}
	offices, err := who.LoadOffices(files)
	if err != nil {
		return nil, err
	}
	called, err := loadNames(files)
	if err != nil {
		return nil, err
	}
	return &Desk{model, gate, load, remark.NewRegister(names, offices), called, own}, nil
}

// loadKnowledge loads what coding needs, and refuses a folder whose rules fail.
func loadKnowledge(own Own, files fs.FS, names *who.Gazetteer, model *syntax.Model) (*coder.Knowledge, error) {
	book, err := loadRules(own)
	if err != nil {
		return nil, err
	}
	knowledge, err := coder.LoadKnowledge(files, names, book)
	if err != nil {
		return nil, err
	}
	nets, err := sense.Read(data.Senses)
	if err != nil {
		return nil, err
	}
	knowledge.Weigh(nets)
	return knowledge, own.refuse(model, knowledge, book)
}

// known gives what coding needs. A folder laid over was loaded by Open, and the tests
// load what the program was built with, so that it cannot fail here.
func (d *Desk) known() *coder.Knowledge {
	k, err := d.load()
	if err != nil {
		panic(err)
	}
	return k
}

// Judge gives the gate's verdict on each sentence of a report.
func (d *Desk) Judge(report string, sentences []text.Sentence) []coder.Verdict {
	return d.gate.Judge(report, sentences)
}
