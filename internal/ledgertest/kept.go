package ledgertest

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/desk"
	"demarche/internal/store"
	"github.com/google/go-cmp/cmp"
)

// acts is the acts between the busy pair, as JSON lines.
func acts(t *testing.T, r *desk.Record, v desk.View, wordsSince demarche.Day) string {
	t.Helper()
	found, err := r.ActsOf(t.Context(), Busy, v, wordsSince)
	if err != nil {
		t.Fatal(err)
	}
	return lines(found)
}

func lines(acts []demarche.Act) string {
	var out []byte
	for i := range acts {
		out = append(acts[i].AppendJSON(out), '\n')
	}
	return string(out)
}

// merged is the acts that merging all that was told between the busy pair by a day
// makes.
func merged(t *testing.T, r *desk.Record, knownBy demarche.Day) string {
	t.Helper()
	all, err := r.Events(t.Context(), Busy, desk.Page{View: desk.View{KnownBy: knownBy}, Limit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	var told []demarche.Telling
	seen := map[demarche.EventID]bool{} // one may be in the list as a deed and as words
	for _, e := range all {
		goes := func(a, b demarche.Code) bool { return slices.Contains(e.Actor, a) && slices.Contains(e.Recipient, b) }
		if !seen[e.ID] && (goes("RUS", "USA") || goes("USA", "RUS")) {
			told = append(told, e)
		}
		seen[e.ID] = true
	}
	return lines(desk.Acts(told))
}

// kept: a record that has read of a pair before says the same as one that reads it
// now, whatever another program has changed meanwhile, and of whatever day it is
// asked; and the counts that are kept are those of the rows.
func kept(t *testing.T, open Opener) {
	db, dialect := open(t)
	r, other := reopen(t, db, dialect, Today), reopen(t, db, dialect, Today)
	if err := r.Load(t.Context(), Generate(3, 800)); err != nil {
		t.Fatal(err)
	}
	days := []demarche.Day{{}, day("1994-12-31"), day("1999-04-05"), day("2010-01-31"), day("2024-05-06"), Today}
	compare := func(after string) {
		t.Helper()
		now := reopen(t, db, dialect, Today)
		for _, knownBy := range days {
			for _, since := range []demarche.Day{{}, day("2003-03-01")} {
				fresh := acts(t, now, desk.View{KnownBy: knownBy}, since)
				if diff := cmp.Diff(fresh, acts(t, r, desk.View{KnownBy: knownBy}, since)); diff != "" {
					t.Fatalf("after %s, known by %v, words since %v: %s", after, knownBy, since, diff)
				}
			}
		}
		// What was known by a day is what merging all that was told by then makes.
		for _, knownBy := range days[1 : len(days)-1] { // before analysts tied events
			if diff := cmp.Diff(merged(t, r, knownBy), acts(t, r, desk.View{KnownBy: knownBy}, demarche.Day{})); diff != "" {
				t.Fatalf("after %s, known by %v: %s", after, knownBy, diff)
			}
		}
		reports, events, all, err := r.Sizes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var rows [3]int64
		for i, query := range []string{`SELECT COUNT(*) FROM report`, `SELECT COUNT(*) FROM event WHERE known_to <> ''`, `SELECT COUNT(*) FROM act`} {
			if err := db.QueryRowContext(t.Context(), query).Scan(&rows[i]); err != nil {
				t.Fatal(err)
			}
		}
		if got := [3]int64{reports, events, all}; got != rows {
			t.Fatalf("after %s: counts %v of rows %v", after, got, rows)
		}
		sound(t, db, dialect, r, after)
	}
	compare("loading")
	stamp := func() string {
		t.Helper()
		s, err := r.Stamp(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	told, err := r.Events(t.Context(), Busy, desk.Page{Limit: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	pick := func(nth int, types ...demarche.EventType) demarche.Telling {
		t.Helper()
		for i := range told {
			if slices.Contains(types, told[i].Type) {
				if nth--; nth < 0 {
					return told[i]
				}
			}
		}
		t.Fatalf("there are too few of %v", types)
		return demarche.Telling{}
	}
	because := desk.Because{Name: "Ada", Reason: "misread"}
	// placed asks the record that has read the pair before.
	placed := func(id demarche.ReportID, want bool) error {
		if got := strings.Contains(acts(t, r, desk.View{}, demarche.Day{}), `"`+string(id)+`"`); got != want {
			return fmt.Errorf("that %s tells of the pair is %v", id, got)
		}
		return nil
	}
	joined, erased := pick(11, "expel"), pick(40, "expel")
	steps := []struct {
		name string
		do   func() error
	}{
		{"adding", func() error { Add(t, other, Lines(feed), desk.Adding{Jobs: 1}); return nil }},
		{"rejecting", func() error { return other.Reject(t.Context(), pick(3, "expel").ID, because) }},
		{"correcting a figure", func() error { return other.Change(t.Context(), pick(5, "expel").ID, "count", "3", because) }},
		{"taking an event to other parties", func() error { return other.Change(t.Context(), pick(9, "consult").ID, "recipient", "FRA", because) }},
		{"making a deed of words", func() error { return other.Change(t.Context(), pick(2, "accuse").ID, "type", "summon", because) }},
		{"making words of a deed", func() error { return other.Change(t.Context(), pick(2, "sanction").ID, "type", "accuse", because) }},
		{"joining", func() error { return other.Join(t.Context(), joined.ID, pick(30, "expel").ID, because) }},
		{"accepting again", func() error { return other.Accept(t.Context(), pick(3, "expel").ID, because) }},
		{"another version", func() error {
			of := pick(20, "expel")
			Add(t, other, Lines(`{"id":"`+string(of.Report)+`","date":"`+of.Known.String()+`","text":"The United States on Monday expelled 44 Russian diplomats."}`+"\n"), desk.Adding{Jobs: 1, Replace: true})
			return nil
		}},
		{"naming somebody", func() error {
			Add(t, other, Lines(`{"id":"k1","date":"2021-02-02","text":"Bortnov met the U.S. ambassador in Oslo."}`+"\n"), desk.Adding{Jobs: 1})
			return nil
		}},
		{"placing him", func() error {
			Add(t, other, Lines(`{"id":"k2","date":"2021-02-01","text":"Russian Deputy Foreign Minister Anatoly Bortnov said on Monday that Russia had expelled ten American diplomats."}`+"\n"), desk.Adding{Jobs: 1})
			return placed("k1", true)
		}},
		{"placing him no more", func() error {
			Add(t, other, Lines(`{"id":"k3","date":"2021-01-01","text":"Ukrainian Deputy Foreign Minister Ivan Bortnov said on Monday that Ukraine had expelled two Russian diplomats."}`+"\n"), desk.Adding{Jobs: 1})
			return placed("k1", false)
		}},
		{"erasing who he is not", func() error {
			if err := other.Erase(t.Context(), Desk(t), "k3", because); err != nil {
				return err
			}
			return placed("k1", true)
		}},
		{"erasing who he is", func() error {
			if err := other.Erase(t.Context(), Desk(t), "k2", because); err != nil {
				return err
			}
			return errors.Join(placed("k1", false), placed("k2", false))
		}},
		{"erasing", func() error {
			if err := placed(erased.Report, true); err != nil {
				return err
			}
			if err := other.Erase(t.Context(), Desk(t), erased.Report, because); err != nil {
				return err
			}
			return placed(erased.Report, false)
		}},
		{"erasing what was joined", func() error { return other.Erase(t.Context(), Desk(t), joined.Report, because) }},
		{"what another version of the program read", func() error {
			var codings []desk.Coding
			reports := Lines(`{"id":"k4","date":"2022-03-01","text":"The United States on Monday expelled 17 Russian diplomats."}` + "\n")
			for _, err := range Desk(t).Code(t.Context(), reports, 1, func(dst []byte, c *desk.Coding) []byte {
				report, events := *c.Report, slices.Clone(c.Events)
				for i := range events {
					events[i].Span = events[i].Trigger
				}
				codings = append(codings, desk.Coding{Report: &report, Events: events})
				return dst
			}) {
				if err != nil {
					return err
				}
			}
			return other.Load(t.Context(), slices.Values(codings))
		}},
		{"coding anew", func() error { _, err := other.Recode(t.Context(), Desk(t), nil); return err }}, // most of the made-up texts tell nothing
	}
	for _, step := range steps {
		before := stamp()
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		after := stamp()
		if after == before {
			t.Errorf("after %s the record looks as before", step.name)
		}
		if _, _, err := r.Search(t.Context(), "expelled", desk.Page{Limit: 1}); err != nil || stamp() != after {
			t.Errorf("a search changes the record: %v", err)
		}
		compare(step.name)
	}
	if left := acts(t, r, desk.View{}, demarche.Day{}); !strings.Contains(left, `"n":60`) {
		t.Errorf("what the feed tells is not there: %s", left)
	}
}

// sound: what is kept beside the rows is what they make.
func sound(t *testing.T, db *sql.DB, dialect store.Dialect, r *desk.Record, after string) {
	t.Helper()
	if _, _, err := r.Search(t.Context(), "expelled", desk.Page{Limit: 1}); err != nil { // all words are indexed by it
		t.Fatal(err)
	}
	unlike := []string{
		`SELECT COUNT(*) FROM dyad d WHERE d.acts <> (SELECT COUNT(*) FROM dyad_act a WHERE a.dyad = d.name) OR d.events <> (SELECT COUNT(*) FROM dyad_event e WHERE e.dyad = d.name)`,
		`SELECT COUNT(*) FROM dyad_event d WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.seq = d.seq) OR NOT EXISTS (SELECT 1 FROM dyad n WHERE n.name = d.dyad)`,
		`SELECT COUNT(*) FROM dyad_act d WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.id = d.act)`,
		`SELECT COUNT(*) FROM due d WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.id = d.act)`,
		`SELECT COUNT(*) FROM act a WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.act = a.id AND e.known_to = '9999-12-31')`,
	}
	if dialect == store.SQLite {
		for _, table := range []string{"report_text", "event_text"} {
			if _, err := db.ExecContext(t.Context(), `INSERT INTO `+table+` (`+table+`, rank) VALUES ('integrity-check', 1)`); err != nil {
				t.Fatalf("after %s: the words of %s: %v", after, table, err)
			}
		}
	} else {
		unlike = append(unlike,
			`SELECT COUNT(*) FROM event_text t FULL JOIN event e ON e.seq = t.seq WHERE t.words IS DISTINCT FROM to_tsvector('english', e.evidence)`,
			`SELECT COUNT(*) FROM report_text t FULL JOIN report r ON r.seq = t.seq WHERE t.words IS DISTINCT FROM to_tsvector('english', r.title || ' ' || r.text)`)
	}
	for _, query := range unlike {
		var n int
		if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil || n != 0 {
			t.Fatalf("after %s: %d rows, %v: %s", after, n, err, query)
		}
	}
	// Each act that is due has its day, and no other has.
	days := map[string]string{}
	each(t, db, `SELECT act, day FROM due`, func(act, day string) { days[act] = day })
	each(t, db, `SELECT id, body FROM act`, func(id, body string) {
		a, err := demarche.ParseBrief([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		want := ""
		if !a.Deadline.IsZero() || a.Status == demarche.Planned && !a.Date.IsZero() {
			want = desk.Due(&a).String()
		}
		if days[id] != want {
			t.Fatalf("after %s: act %s is due on %q, not on %q", after, id, days[id], want)
		}
	})
}

// each calls take for each row of two columns.
func each(t *testing.T, db *sql.DB, query string, take func(a, b string)) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var a, b string
		if err := rows.Scan(&a, &b); err != nil {
			t.Fatal(err)
		}
		take(a, b)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// longAgo: a deadline that was set long ago, and is still ahead, is not buried under
// what became known since.
func longAgo(t *testing.T, open Opener) {
	r := Record(t, open)
	set := demarche.Event{
		ID: "old", Report: "old", Type: "limit_staff", Actor: []demarche.Code{"RUS"}, Recipient: []demarche.Code{"USA"}, Status: demarche.Actual, Object: "staff",
		Deadline: demarche.On(Today.Plus(40)), Rule: "limit_staff/made-up", Confidence: 0.9,
	}
	report := demarche.Report{ID: "old", Date: day("1994-01-01"), Text: "x"}
	if err := r.Load(t.Context(), slices.Values([]desk.Coding{{Report: &report, Events: []demarche.Event{set}}})); err != nil {
		t.Fatal(err)
	}
	if err := r.Load(t.Context(), Generate(1, 2500)); err != nil {
		t.Fatal(err)
	}
	o, err := r.Overview(t.Context(), 3)
	if err != nil || len(o.Ahead) != 1 || o.AllAhead != 1 || o.Ahead[0].Tellings[0].Report != "old" || len(o.Newest) != 3 {
		t.Errorf("%d ahead, %+v, %v", o.AllAhead, o.Ahead, err)
	}
	if all, err := r.Ahead(t.Context()); err != nil || len(all) != 1 || desk.Due(&all[0]) != Today.Plus(40) {
		t.Errorf("ahead %+v, %v", all, err)
	}
	// However many acts are wanted, they are found.
	if o, err = r.Overview(t.Context(), 1<<20); err != nil || int64(len(o.Newest)) != o.Acts {
		t.Errorf("%d newest of %d acts, %v", len(o.Newest), o.Acts, err)
	}
}
