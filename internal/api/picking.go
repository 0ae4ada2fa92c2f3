package api

import (
	"fmt"
	"slices"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
)

// Choice is what a list of events or acts can be asked for.
type Choice struct {
	Times
	Slice
	Picks
	Range
}

// read reads what was asked: the view in time, which days are in range, and the place to
// go on from.
func (c *Choice) read() (v desk.View, within func(demarche.Day) bool, after int64, err error) {
	if v, err = c.Times.read(); err != nil {
		return v, nil, 0, err
	}
	if err = c.Picks.read(); err != nil {
		return v, nil, 0, err
	}
	if within, err = c.Range.read(); err != nil {
		return v, nil, 0, err
	}
	after, err = c.Slice.after()
	return v, within, after, err
}

// Picks are the types and statuses that are asked for, as the pages have them; where none
// is, all are.
type Picks struct {
	Type   []string `query:"type,explode" doc:"only these types, written one by one or with commas"`
	Status []string `query:"status,explode" doc:"only these statuses"`
}

// read parts what is written with commas, and refuses what there is not.
func (p *Picks) read() error {
	p.Type, p.Status = parted(p.Type), parted(p.Status)
	for _, t := range p.Type {
		if !slices.Contains(demarche.EventTypes, demarche.EventType(t)) {
			return huma.Error422UnprocessableEntity(fmt.Sprintf("%q is no type of the codebook", t))
		}
	}
	for _, st := range p.Status {
		if !slices.Contains(demarche.Statuses, demarche.Status(st)) {
			return huma.Error422UnprocessableEntity(fmt.Sprintf("%q is no status of the codebook", st))
		}
	}
	return nil
}

func parted(list []string) (all []string) {
	for _, x := range list {
		all = append(all, strings.Split(x, ",")...)
	}
	return all
}

// has says whether a type and a status are asked for.
func (p *Picks) has(t demarche.EventType, st demarche.Status) bool {
	return picked(p.Type, string(t)) && picked(p.Status, string(st))
}

// Range are the days from one to another, with both; where one is not told, it is open.
type Range struct {
	From string `query:"from" format:"date" doc:"nothing before that day"`
	To   string `query:"to" format:"date" doc:"nothing after that day"`
}

// read gives a function that says whether a day is within.
func (r *Range) read() (func(demarche.Day) bool, error) {
	from, err := day(r.From)
	if err != nil {
		return nil, err
	}
	to, err := day(r.To)
	return func(d demarche.Day) bool {
		return (from.IsZero() || !d.Before(from)) && (to.IsZero() || !to.Before(d))
	}, err
}
