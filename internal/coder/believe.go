package coder

import (
	"slices"

	"demarche"
	"demarche/internal/sense"
)

// believe drops the events that the network of trusts does not believe, now that the
// whole report is known.
func (sc *scene) believe(found []candidate) []candidate {
	if sc.c.lesson != nil {
		for i := range found {
			sc.describeEvent(&found[i], found, &sc.features)
			sc.c.lesson.Events = append(sc.c.lesson.Events, EventLesson{found[i].Event, sc.features.Clone()})
		}
	}
	if sc.c.trusts == nil || sc.c.alone || sc.c.plain {
		return found
	}
	kept := make([]candidate, 0, len(found))
	for i := range found {
		sc.describeEvent(&found[i], found, &sc.features)
		sc.chances = sc.c.trusts.Score(&sc.features, &sc.room, sc.chances)
		p := float64(sc.chances[1])
		if sc.isBelieved(&found[i], p) {
			found[i].Confidence = p
			kept = append(kept, found[i])
		}
	}
	return kept
}

// isBelieved says whether an event is kept, by the chance that the network of trusts gives it,
// by what tells it, and by how sure the network of senses is of a rule's word.
func (sc *scene) isBelieved(f *candidate, chance float64) bool {
	told := !sc.isSensed(f) && len(f.Inferred) == 0
	kept, plain := trustAt, toldAt
	if isTalk(f.Type) {
		kept, plain = talkAt, talkToldAt
	}
	switch {
	case chance >= kept:
		return chance >= inferAt || !f.Type.IsSymmetric() || !isGuessed(f)
	case chance >= plain && (told || !sc.isSensed(f) && f.fetched):
		return true
	case chance >= plainAt && told && f.told[0] && f.told[1] && f.Type == "demand" && !f.Deadline.IsZero():
		return true // "gave the junta a week to name a government"
	case chance >= plainAt && told && f.told[0] && f.told[1] && (f.chance >= surelyAt || f.asked) && !f.Type.IsSpeech() && !f.Type.IsSymmetric():
		return true
	}
	return chance >= heldAt && f.convened || chance >= mutualAt && f.mutual || told && f.undergone
}

// describeEvent fills in the features by which the network of trusts tells whether an
// event is right: how it was found and how sure, what sort of act it is, and how it fits
// the others of its report.
func (sc *scene) describeEvent(f *candidate, found []candidate, x *sense.Features) {
	x.Reset()
	t := string(f.Type)
	source := "rule"
	if sc.isSensed(f) {
		source = "sense"
	}
	if f.chance == 0 {
		source += "-derived"
	}
	ofType := sense.Mark(t)
	put := func(words ...string) {
		x.Marks = append(x.Marks, sense.Mark(words...), sense.MarkAfter(ofType, words...))
	}
	put("source", source)
	x.Add("rule", string(f.Rule))
	put("chance", source, tenth(f.chance))
	put("standing", source, tenth(f.standing))
	put("both", source, tenth(f.chance*f.standing))
	put("confidence", source, tenth(f.Confidence))
	if f.agreed {
		put("agreed")
	}
	for _, i := range f.Inferred {
		put("inferred", i)
	}
	put("status", string(f.Status))
	put("object", f.Object)
	if f.noun {
		put("noun")
	}
	if f.all {
		put("all")
	}
	if !f.Count.IsZero() {
		put("counted")
	}
	if !f.Date.IsZero() {
		put("dated")
	}
	if f.Place != "" {
		put("placed")
	}
	put("sides", digit(len(f.Actor)), digit(len(f.Recipient)))
	for i, codes := range [2][]demarche.Code{f.Actor, f.Recipient} {
		side := []string{"actor", "recipient"}[i]
		for _, c := range codes {
			if c == demarche.Other {
				put("other", side)
			} else if isOrganisation(c) {
				put("organisation", side)
			}
		}
		here := false
		for k := sc.from[f.sentence]; k < sc.from[f.sentence+1]; k++ {
			here = here || overlap(sc.entities[k].codes, codes)
		}
		if !here {
			put("elsewhere", side)
		}
	}
	if f.sentence == 0 {
		put("first")
	}
	like, pair, back, kin := 0, 0, 0, 0
	for i := range found {
		g := &found[i]
		if g == f {
			continue
		}
		switch {
		case g.Type == f.Type && sides(&g.Event, &f.Event):
			like++
		case g.Type == f.Type:
			kin++
		}
		all := union(g.Actor, g.Recipient)
		if len(without(union(f.Actor, f.Recipient), all)) == 0 {
			if overlap(g.Actor, f.Actor) {
				pair++
			} else {
				back++
			}
		}
	}
	put("like", digit(min(like, 3)))
	put("pair", digit(min(pair, 3)))
	put("back", digit(min(back, 3)))
	put("kin", digit(min(kin, 3)))
	x.Add("found", digit(min(len(found), 9)))
	opens := 0
	for _, o := range sc.open {
		if o {
			opens++
		}
	}
	x.Add("open", digit(10*opens/max(1, len(sc.open))))
	for _, m := range sc.matters {
		x.Add("matter", m)
		x.Add("matter", source, m)
	}
	x.Dense = append(x.Dense, int16(f.chance*sense.Scale), int16(f.standing*sense.Scale), int16(f.chance*f.standing*sense.Scale), int16(f.Confidence*sense.Scale))
}

// tenth is a share in tenths, as a mark.
func tenth(p float64) string { return digit(int(p * 10)) }

// isSensed says whether no rule of words, but the network of senses found an event.
func (sc *scene) isSensed(f *candidate) bool {
	r := sc.c.book.Rule(f.Rule)
	return r != nil && r.Sense
}

// isGuessed says whether a side of an event was taken from elsewhere in the report.
func isGuessed(f *candidate) bool {
	return slices.Contains(f.Inferred, "actor") || slices.Contains(f.Inferred, "recipient")
}
