package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

// correct takes a correction in, and shows again what it was made on.
func (s *site) correct(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return unread(err)
	}
	to, err := s.corrected(r, r.PostForm)
	if err != nil {
		if f, ok := err.(*fault); ok {
			return f
		}
		if r.Context().Err() != nil || desk.IsMissing(err) {
			return err
		}
		return &fault{http.StatusUnprocessableEntity, sentence(err.Error())}
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// corrected does what a form asks for, and says where that can be seen.
func (s *site) corrected(r *http.Request, f url.Values) (to string, err error) {
	ctx, record := r.Context(), s.Record.On(s.Today())
	id := demarche.EventID(f.Get("event"))
	because := desk.Because{Name: f.Get("name"), Reason: f.Get("reason")}
	if reader := s.reader(r); reader != nil {
		because.Name = reader.Signs
	}
	do, undone, _ := strings.Cut(f.Get("do"), ":")
	switch do {
	case "reject":
		err = record.Reject(ctx, id, because)
	case "confirm", "accept":
		err = record.Accept(ctx, id, because)
	case "change":
		var value string
		if value, err = desk.Spelled(s.names, f.Get("field"), strings.TrimSpace(f.Get("value"))); err == nil {
			err = record.Change(ctx, id, f.Get("field"), value, because)
		}
	case "undo":
		err = record.Undo(ctx, id, undone, because)
	case "split":
		var chosen []demarche.EventID
		for _, c := range f["chosen"] {
			chosen = append(chosen, demarche.EventID(c))
		}
		if err = record.Split(ctx, chosen, because); err == nil {
			id = chosen[0]
		}
	case "merge":
		err = s.merge(r, record, id, f, because)
	case "untie":
		var pairs [][2]demarche.EventID
		for _, p := range f["pair"] {
			one, other, _ := strings.Cut(p, " ")
			pairs = append(pairs, [2]demarche.EventID{demarche.EventID(one), demarche.EventID(other)})
		}
		err = record.Untie(ctx, pairs, because)
	default:
		return "", &fault{http.StatusBadRequest, fmt.Sprintf("%q is no way to correct the record.", do)}
	}
	// An event that was rejected tells no act any more: only its report shows it.
	switch {
	case f.Get("report") == "": // it was about the act as a whole
		return "/act/" + pathEscape(string(id)) + "#decide", err
	case f.Get("on") == "act" && do != "reject":
		return "/act/" + pathEscape(string(id)) + "#card-" + pathEscape(string(id)), err
	}
	return "/report/" + pathEscape(f.Get("report")) + "#card-" + pathEscape(string(id)), err
}

// merge makes one act of that of an event and another, which was chosen among the
// likely ones or is named by its id or its address.
func (s *site) merge(r *http.Request, record *desk.Record, id demarche.EventID, f url.Values, because desk.Because) error {
	named := strings.TrimSpace(f.Get("id"))
	named, _, _ = strings.Cut(named[strings.LastIndexByte(named, '/')+1:], "#")
	if named == "" {
		named = f.Get("other")
	}
	if named == "" {
		return &fault{http.StatusUnprocessableEntity, "No act was chosen: choose the one that this is the same as."}
	}
	other, err := record.Act(r.Context(), demarche.ActID(named))
	if err != nil {
		return err
	}
	if len(other.Tellings) == 0 {
		return &fault{http.StatusUnprocessableEntity, "No report that counts tells that act."}
	}
	return record.Merge(r.Context(), id, other.Tellings[0].ID, because)
}
