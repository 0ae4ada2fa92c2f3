package coder

import (
	"io/fs"
	"slices"
	"strconv"

	"demarche"
	"demarche/internal/proposition"
	"demarche/internal/table"
	"demarche/internal/who"
)

// membersFile holds the members of bodies that are more than a place where these meet.
const membersFile = "gazetteer/members.tsv"

// loadMembers reads the table: of each body and member the year of the accession.
func loadMembers(files fs.FS) (map[demarche.Code]map[demarche.Code]int, error) {
	rows, err := table.Read(files, membersFile, "body", "from", "members")
	if err != nil {
		return nil, err
	}
	bodies := map[demarche.Code]map[demarche.Code]int{}
	for _, r := range rows {
		body := demarche.Code(r.Cells[0])
		if !isOrganisation(body) {
			return nil, r.Errorf("body %q is no organisation of the codebook", body)
		}
		year, err := strconv.Atoi(r.Cells[1])
		if err != nil {
			return nil, r.Errorf("year %q is no number: write 2004", r.Cells[1])
		}
		if bodies[body] == nil {
			bodies[body] = map[demarche.Code]int{}
		}
		for _, member := range codesOf(r.Cells[2]) {
			bodies[body][member] = year
		}
	}
	return bodies, nil
}

// isWithinBody says whether a meeting is one that a body holds of its own members, though one
// of these is told of beside it: "the Dutch minister said when EU ministers gathered". Who
// goes to see the body, or has talks with it or with one who speaks for it, meets it.
func (sc *scene) isWithinBody(f *candidate, p *proposition.Proposition) bool {
	all := union(f.Actor, f.Recipient)
	var body demarche.Code
	for _, c := range all {
		if sc.c.bodies[c] != nil {
			body = c
		}
	}
	if body == "" || slices.ContainsFunc(all, func(c demarche.Code) bool {
		year, ok := sc.c.bodies[body][c]
		return c != body && (!ok || year > sc.report.Date.Year)
	}) {
		return false
	}
	if t := sc.tellingOf(f); t.journey || sc.c.vocabulary.has(travels, t.lemma) {
		return false
	}
	for _, n := range []int{p.Agent.Head, p.Patient.Head, p.With("with"), p.With("between"), p.With("among")} {
		if sc.isBodyItself(n, body) {
			return false
		}
	}
	return true
}

// isBodyItself says whether a phrase, or one joined to it, stands for a body or for one who
// speaks for it, and not for those of its members: "the EU", but not "EU ministers".
func (sc *scene) isBodyItself(word int, body demarche.Code) bool {
	if word == proposition.None {
		return false
	}
	e := sc.entityAt(word)
	if e != nil && slices.Contains(e.codes, body) && !((e.class == who.Head || e.class == who.Minister) && e.name == "" && sc.isSeveral(e)) {
		return true
	}
	for k := sc.s.Kid(word); k >= 0; k = sc.s.Next(k) {
		if sc.s.Words[k].Rel == "conj" && sc.isBodyItself(k, body) {
			return true
		}
	}
	return false
}

// seatBehind gives the State in whose capital a foreign ministry is told to sit, since several go
// by one name: "the Foreign Office in Islamabad". It is nil where none is told.
func (sc *scene) seatBehind(i int, m who.Mention) []demarche.Code {
	if m.End+1 >= len(sc.sentences[i].Tokens) || sc.form(i, m.End) != "in" {
		return nil
	}
	foreign := false
	for t := m.First; t < m.End; t++ {
		f := sc.form(i, t)
		foreign = foreign || f == "Foreign" || f == "External"
	}
	for k := range sc.mentions {
		if n := &sc.mentions[k]; foreign && n.First == m.End+1 {
			if x, ok := sc.sense(*n); ok && x.Kind == who.Capital {
				return []demarche.Code{x.Code}
			}
		}
	}
	return nil
}
