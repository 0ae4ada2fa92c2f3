// Package desk holds the program's verbs: what a command, a page or a worker of
// a stream asks for. It is the only room where reading meets the record.
package desk

import (
	"demarche/data"
	"demarche/internal/coder"
	"demarche/internal/syntax"
	"demarche/internal/text"
	"demarche/internal/who"
)

// Desk holds what its verbs need, loaded once. Any number of goroutines may use
// one.
type Desk struct {
	model *syntax.Model
	gate  *coder.Gate
}

// Open loads the data that the program was built with.
func Open() (*Desk, error) {
	model, err := syntax.Read(data.Model)
	if err != nil {
		return nil, err
	}
	names, err := who.Load(data.Files)
	if err != nil {
		return nil, err
	}
	gate, err := coder.LoadGate(data.Files, names)
	if err != nil {
		return nil, err
	}
	return &Desk{model, gate}, nil
}

// Judge gives the gate's verdict on each sentence of a report.
func (d *Desk) Judge(report string, sentences []text.Sentence) []coder.Verdict {
	return d.gate.Judge(report, sentences)
}
