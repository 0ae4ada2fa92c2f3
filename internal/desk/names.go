package desk

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"demarche"
	"demarche/data"
	"demarche/internal/rule"
	"demarche/internal/table"
	"golang.org/x/text/language"
)

// loadNames reads what States and organisations are called: the first name of each
// in its table.
func loadNames(files fs.FS) (map[demarche.Code]string, error) {
	names := map[demarche.Code]string{demarche.Other: "others"}
	for _, file := range []string{"gazetteer/states.tsv", "gazetteer/organisations.tsv"} {
		rows, err := table.Read(files, file, "code", "kind", "name", "from", "to", "caution")
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			code := demarche.Code(r.Cells[0])
			if _, ok := names[code]; !ok && r.Cells[1] == "name" {
				names[code] = r.Cells[2]
			}
		}
	}
	return names, nil
}

// Names are the usual names of States and organisations.
func (d *Desk) Names() map[demarche.Code]string { return d.names }

// UsualNames are the names of a desk that would be opened with a folder laid over,
// without all else that it loads.
func UsualNames(own Own) (map[demarche.Code]string, error) { return loadNames(own.over(data.Files)) }

// Party reads the code of a State or organisation that has a name. Any other is
// refused, with the code that was likely meant.
func Party(names map[demarche.Code]string, text string) (demarche.Code, error) {
	code := demarche.Code(strings.ToUpper(text))
	if _, ok := names[code]; ok {
		return code, nil
	}
	meant := likely(names, text)
	if meant == "" {
		return "", notFound("%q is no code of a State or organisation: write three letters, such as RUS or EUR", text)
	}
	return "", notFound("%q is no code of a State or organisation: did you mean %s (%s)?", text, meant, names[meant])
}

// Spelled gives a value of a field as [Record.Change] takes it: codes in capitals. A
// code that there is none of is refused.
func Spelled(names map[demarche.Code]string, field, value string) (string, error) {
	if field != "actor" && field != "recipient" && field != "speaker_state" {
		return value, nil
	}
	var codes []string
	for text := range strings.SplitSeq(value, "+") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		code, err := Party(names, text)
		if err != nil {
			return "", errors.New(err.Error()) // it is the value that makes no sense
		}
		codes = append(codes, string(code))
	}
	return strings.Join(codes, "+"), nil
}

// likely gives the code that a misspelt code, or a name in its place, is likely to
// stand for, or none.
func likely(names map[demarche.Code]string, text string) demarche.Code {
	const letters = 3 // of a code
	codes := slices.Sorted(maps.Keys(names))
	if region, err := language.ParseRegion(text); err == nil && len(text) < letters {
		if c := demarche.Code(region.ISO3()); names[c] != "" {
			return c
		}
	}
	if len(text) == letters {
		return rule.Nearest(strings.ToUpper(text), codes)
	}
	byName := map[string]demarche.Code{}
	var called []string
	for _, c := range codes {
		name := strings.ToLower(names[c])
		byName[name] = c
		called = append(called, name)
	}
	return byName[rule.Nearest(strings.ToLower(text), called)]
}

// Party reads the code of a State or organisation, as the function Party does; one
// of which the record has acts is known too, under whatever names these came in.
func (r *Record) Party(ctx context.Context, names map[demarche.Code]string, text string) (demarche.Code, error) {
	code, unknown := Party(names, text)
	if unknown == nil {
		return code, nil
	}
	acting, err := remember(ctx, r, "parties", func() (map[string]bool, error) {
		all, err := r.Dyads(ctx, View{})
		acting := map[string]bool{}
		for _, d := range all {
			for c := range strings.SplitSeq(d.Name, "-") {
				acting[c] = true
			}
		}
		return acting, err
	})
	if code = demarche.Code(strings.ToUpper(text)); err != nil || acting[string(code)] {
		return code, err
	}
	return "", unknown
}
