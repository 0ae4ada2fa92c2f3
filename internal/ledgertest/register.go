package ledgertest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/store"
	"github.com/google/go-cmp/cmp"
)

// persons is reports that name a person with an office, and by his name alone before
// and after; and then another of his name.
const persons = `{"id":"p1","date":"2021-01-05","text":"Bortnov said that the United States had expelled ten Russian diplomats."}
{"id":"p2","date":"2021-02-01","text":"Russian Deputy Foreign Minister Anatoly Bortnov said on Monday that Russia had expelled ten American diplomats."}
{"id":"p3","date":"2021-02-02","text":"Bortnov said that the United States had closed the Russian consulate in Seattle. Bortnov met the British ambassador in Oslo."}
{"id":"p4","date":"2021-03-01","text":"Ukrainian Deputy Foreign Minister Ivan Bortnov said on Monday that Ukraine had expelled two Russian diplomats."}
{"id":"p5","date":"2021-03-02","text":"Bortnov said that the United States had expelled twelve Russian diplomats."}
{"id":"p6","date":"2021-03-03","text":"Anatoly Bortnov said that the United States had expelled five Russian diplomats."}
{"id":"p7","date":"2029-03-03","text":"Anatoly Bortnov said that the United States had expelled nine Russian diplomats."}
`

// told gives the events of reports, each by its speaker's State.
func told(t testing.TB, r *desk.Record, ids ...demarche.ReportID) string {
	t.Helper()
	var all []string
	for _, id := range ids {
		versions, err := r.Report(t.Context(), id, desk.View{})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range versions {
			for _, e := range v.Events {
				s := fmt.Sprintf("%s %s by %v said by %s (%s)", id, e.Type, e.Actor, e.Speaker, e.SpeakerState)
				if len(e.Inferred) > 0 {
					s += fmt.Sprint(" inferred ", e.Inferred)
				}
				all = append(all, s)
			}
		}
	}
	return strings.Join(all, "\n")
}

// bareNames: a person whom a report names without his State is placed by the reports
// before it, if these agree, in whatever order they come.
func bareNames(t *testing.T, open Opener) {
	lines := strings.SplitAfter(strings.TrimSpace(persons)+"\n", "\n")
	lines = lines[:len(lines)-1]
	ids := []demarche.ReportID{"p1", "p3", "p5", "p6", "p7"}
	const want = `p1 expel by [USA] said by Bortnov ()
p3 close by [USA] said by Bortnov (RUS) inferred [speaker_state]
p3 consult by [RUS] said by  () inferred [actor]
p5 expel by [USA] said by Bortnov ()
p6 expel by [USA] said by Anatoly Bortnov (RUS) inferred [speaker_state]
p7 expel by [USA] said by Anatoly Bortnov ()`
	rnd := rand.New(rand.NewPCG(9, 9))
	first := ""
	for range 8 {
		r := Record(t, open)
		Add(t, r, Lines(strings.Join(lines, "")), desk.Adding{Jobs: 1})
		if diff := cmp.Diff(want, told(t, r, ids...)); diff != "" {
			t.Fatal(lines, diff)
		}
		got := dump(t, r, desk.View{}) + briefs(t, r)
		if first == "" {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" {
			t.Fatal(lines, diff)
		}
		if changes, err := r.Recode(t.Context(), Desk(t), nil); err != nil || changes.Added+changes.Changed+changes.Gone != 0 {
			t.Fatalf("coded anew: %+v %v", changes, err)
		}
		rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
	// A report that taught a person and is replaced teaches him no more from that day.
	r := Record(t, open)
	Add(t, r, Lines(persons), desk.Adding{Jobs: 1})
	Add(t, r, Lines(`{"id":"p4","date":"2021-03-02","text":"Ukraine expelled two Russian diplomats."}`+"\n"), desk.Adding{Jobs: 1, Replace: true})
	if got := told(t, r, "p5"); !strings.Contains(got, "(RUS)") {
		t.Error(got)
	}
	if got, want := dump(t, r, desk.View{KnownBy: day("2021-03-01")}), dump(t, r, desk.View{}); got == want {
		t.Error("nothing became known after the first of March")
	}
}

// erasing: a report that is erased is gone with all that stood on it, and a stone says
// so; what others tell too stays.
func erasing(t *testing.T, open Opener) {
	db, dialect := open(t)
	r := reopen(t, db, dialect, Today)
	const secret = `{"id":"e1","date":"2018-03-27","text":"Ruritanian Foreign Minister Zdenka Kowalska said so. The United States on Monday expelled 60 Russian diplomats. Zanzibarine was there. Russia closed the U.S. consulate in Vladivostok."}` + "\n"
	Add(t, r, Lines(feed+persons), desk.Adding{Jobs: 1})
	without := dump(t, r, desk.View{})
	Add(t, r, Lines(secret), desk.Adding{Jobs: 1})
	with := dump(t, r, desk.View{})
	if with == without || !strings.Contains(with, "Vladivostok") {
		t.Fatal("the report tells nothing")
	}
	because := desk.Because{Name: "Jane Roe", Reason: "order 12/26 of the court"}
	versions, err := r.Report(t.Context(), "e1", desk.View{})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Change(t.Context(), versions[0].Events[0].ID, "place", "Washington", because); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		id      demarche.ReportID
		because desk.Because
		want    string
	}{"no name": {"e1", desk.Because{Reason: "x"}, "needs a name"}, "no reason": {"e1", desk.Because{Name: "x"}, "needs a reason"}, "no report": {"e9", because, `no report "e9"`}} {
		if err := r.Erase(t.Context(), Desk(t), c.id, c.because); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := r.Erase(t.Context(), Desk(t), "e1", because); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(without, dump(t, r, desk.View{})); diff != "" {
		t.Error(diff)
	}
	_, err = r.Report(t.Context(), "e1", desk.View{})
	if err == nil || !desk.IsErased(err) || !strings.Contains(err.Error(), "2026-11-29 by Jane Roe: order 12/26 of the court") {
		t.Errorf("%v", err)
	}
	if err := r.Erase(t.Context(), Desk(t), "e1", because); !desk.IsErased(err) {
		t.Errorf("erased twice: %v", err)
	}
	if hits, told, err := r.Search(t.Context(), "Zanzibarine", desk.Page{Limit: 9}); err != nil || len(hits)+len(told) > 0 {
		t.Errorf("%v %v %v", hits, told, err)
	}
	if dialect == store.SQLite {
		var nth int
		var name, file string
		if err := db.QueryRowContext(t.Context(), "PRAGMA database_list").Scan(&nth, &name, &file); err != nil {
			t.Fatal(err)
		}
		for _, f := range []string{file, file + "-wal"} {
			bytes, err := os.ReadFile(f)
			if err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			for _, word := range []string{"Zanzibarine", "zanzibarin", "Vladivostok", "Kowalska"} {
				if strings.Contains(string(bytes), word) {
					t.Errorf("%s still has %s", filepath.Base(f), word)
				}
			}
		}
	}
	// It is not in any table, and does not come back.
	for table, column := range map[string]string{"report": "text", "event": "body", "event_past": "body", "entry": "reason", "remark": "body", "tenure": "name", "bare": "name", "act": "body"} {
		query := "SELECT COUNT(*) FROM " + table + " WHERE " + column + " LIKE '%Vladivostok%' OR " + column + " LIKE '%court%' OR " + column + " LIKE '%Kowalska%'"
		var n int
		if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d rows, %v", table, n, err)
		}
	}
	var loose int
	if err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM dyad_event d WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.seq = d.seq)").Scan(&loose); err != nil || loose != 0 {
		t.Errorf("%d rows of pairs without an event, %v", loose, err)
	}
	_, refused := Add(t, r, Lines(secret), desk.Adding{Jobs: 1, Replace: true})
	if len(refused) != 1 || !strings.Contains(refused[0].Error(), "erased on 2026-11-29") {
		t.Errorf("%v", refused)
	}
	// Whoever was placed by it is placed no more.
	if err := r.Erase(t.Context(), Desk(t), "p4", because); err != nil {
		t.Fatal(err)
	}
	if got := told(t, r, "p5"); !strings.Contains(got, "(RUS)") {
		t.Error(got)
	}
	if err := r.Erase(t.Context(), Desk(t), "p2", because); err != nil {
		t.Fatal(err)
	}
	if got := told(t, r, "p3", "p5", "p6"); strings.Contains(got, "(RUS)") {
		t.Error(got)
	}
	if held, err := r.Register(t.Context(), "Bortnov", desk.View{}); err != nil || slices.ContainsFunc(held, func(h desk.Held) bool { return h.Name != "" }) {
		t.Errorf("%+v %v", held, err)
	}
}
