// Package ledgertest is the suite that every database of the record must pass, with
// what it needs: empty databases, and records that are made up.
package ledgertest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"demarche"
	"demarche/internal/brief"
	"demarche/internal/desk"
	"demarche/internal/intake"
	"demarche/internal/store"
	"github.com/google/go-cmp/cmp"
)

// Today is the day on which the suite writes.
var Today = demarche.Day{Year: 2026, Month: 11, Date: 29}

// Opener opens a new, empty database.
type Opener func(t testing.TB) (*sql.DB, store.Dialect)

// SQLite opens a database in a folder of the test.
func SQLite(t testing.TB) (*sql.DB, store.Dialect) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "record.db")+"?"+SQLiteOptions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db, store.SQLite
}

// SQLiteOptions are those with which the program opens a database too.
const SQLiteOptions = "_pragma=journal_mode(wal)&_pragma=busy_timeout(10000)&_pragma=synchronous(normal)&_pragma=secure_delete(on)&_pragma=cache_size(-65536)&_pragma=wal_autocheckpoint(8000)&_txlock=immediate"

// PostgreSQL opens a database on a server of the test's own, or skips the test.
func PostgreSQL(t testing.TB) (*sql.DB, store.Dialect) {
	t.Helper()
	db, err := sql.Open("pgx", PostgresURL(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db, store.PostgreSQL
}

// Record opens a record in a new database.
func Record(t testing.TB, open Opener) *desk.Record {
	t.Helper()
	db, dialect := open(t)
	return reopen(t, db, dialect, Today)
}

func reopen(t testing.TB, db *sql.DB, dialect store.Dialect, today demarche.Day) *desk.Record {
	t.Helper()
	r, err := desk.OpenRecord(t.Context(), db, dialect, today)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// feed is reports of a dispute, some of the same acts.
const feed = `{"id":"a1","date":"2018-03-27","outlet":"Agency","text":"The United States on Monday expelled 60 Russian diplomats. It closed the Russian consulate in Seattle."}
{"id":"a2","date":"2018-03-28","outlet":"Courier","text":"Russia will respond to the expulsion of 60 of its diplomats by the United States, Foreign Minister Sergei Lavrov said."}
{"id":"a3","date":"2018-03-30","outlet":"Agency","text":"Russia on Thursday expelled 60 American diplomats and closed the U.S. consulate in St. Petersburg in response. Washington had expelled 60 Russian diplomats on Monday."}
{"id":"a4","date":"2018-04-03","outlet":"Courier","text":"Russia expelled 58 American diplomats on March 29. The weather was fine."}
{"id":"a5","date":"2018-04-05","outlet":"Agency","text":"Britain on March 14 expelled 23 Russian diplomats. Russia summoned the British ambassador."}
{"id":"a6","date":"2018-05-01","outlet":"Agency","text":"Snow fell."}
`

// Lines reads reports that are JSON lines.
func Lines(s string) iter.Seq2[demarche.Report, error] {
	return intake.Read([]string{"-"}, intake.Options{Stdin: strings.NewReader(s)})
}

var opened = sync.OnceValues(func() (*desk.Desk, error) { return desk.Open(desk.Own{}) })

// Desk opens the desk, once for all tests of a package.
func Desk(t testing.TB) *desk.Desk {
	t.Helper()
	d, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Add adds reports and gives what became of them, and what was refused.
func Add(t testing.TB, r *desk.Record, reports iter.Seq2[demarche.Report, error], how desk.Adding) (done []desk.Outcome, refused []error) {
	t.Helper()
	for o, err := range r.Add(t.Context(), Desk(t), reports, how) {
		var refusal *intake.Refusal
		switch {
		case errors.As(err, &refusal):
			refused = append(refused, err)
		case err != nil:
			t.Fatal(err)
		default:
			done = append(done, o)
		}
	}
	return done, refused
}

// dump is all acts of the record between pairs of States.
func dump(t testing.TB, r *desk.Record, v desk.View) string {
	t.Helper()
	dyads, err := r.Dyads(t.Context(), desk.View{})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(dyads, func(a, b store.Dyad) int { return strings.Compare(a.Name, b.Name) })
	var out []byte
	for _, d := range dyads {
		acts, err := r.ActsOf(t.Context(), d.Name, v, demarche.Day{})
		if err != nil {
			t.Fatal(err)
		}
		out = fmt.Appendln(out, d.Name)
		for i := range acts {
			out = append(acts[i].AppendJSON(out), '\n')
		}
	}
	return string(out)
}

// briefs is where things stand between all pairs of parties.
func briefs(t testing.TB, r *desk.Record) string {
	t.Helper()
	dyads, err := r.Dyads(t.Context(), desk.View{})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(dyads, func(a, b store.Dyad) int { return strings.Compare(a.Name, b.Name) })
	var out []byte
	for _, d := range dyads {
		a, b, _ := strings.Cut(d.Name, "-")
		made, err := r.Brief(t.Context(), demarche.Code(a), demarche.Code(b), desk.View{})
		if err != nil {
			t.Fatal(err)
		}
		out = made.AppendText(out, brief.Layout{Quotes: true})
	}
	return string(out)
}

func day(s string) demarche.Day {
	d, err := demarche.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Run runs the suite on a database.
func Run(t *testing.T, open Opener) {
	t.Run("added twice", func(t *testing.T) { addedTwice(t, open) })
	t.Run("any order", func(t *testing.T) { anyOrder(t, open) })
	t.Run("what was known", func(t *testing.T) { whatWasKnown(t, open) })
	t.Run("another version", func(t *testing.T) { anotherVersion(t, open) })
	t.Run("corrections", func(t *testing.T) { corrections(t, open) })
	t.Run("recoding", func(t *testing.T) { recoding(t, open) })
	t.Run("search", func(t *testing.T) { search(t, open) })
	t.Run("two writers", func(t *testing.T) { twoWriters(t, open) })
	t.Run("readers", func(t *testing.T) { readers(t, open) })
	t.Run("claimed", func(t *testing.T) { claimed(t, open) })
	t.Run("opened twice", func(t *testing.T) { openedTwice(t, open) })
	t.Run("overviews", func(t *testing.T) { overviews(t, open) })
	t.Run("long ago", func(t *testing.T) { longAgo(t, open) })
	t.Run("kept", func(t *testing.T) { kept(t, open) })
	t.Run("filed", func(t *testing.T) { filed(t, open) })
	t.Run("undone", func(t *testing.T) { undone(t, open) })
	t.Run("split and merged", func(t *testing.T) { splitAndMerged(t, open) })
	t.Run("bare names", func(t *testing.T) { bareNames(t, open) })
	t.Run("talks", func(t *testing.T) { talksTold(t, open) })
	t.Run("erasing", func(t *testing.T) { erasing(t, open) })
}

// addedTwice: a report that is in the record changes nothing.
func addedTwice(t *testing.T, open Opener) {
	r := Record(t, open)
	done, refused := Add(t, r, Lines(feed), desk.Adding{Jobs: 2})
	if len(done) != 6 || len(refused) != 0 || done[0].Unchanged || done[0].Report != "a1" || done[0].Events == 0 || done[0].NewActs == 0 || done[5].Events != 0 {
		t.Fatalf("%+v %v", done, refused)
	}
	first := dump(t, r, desk.View{})
	done, _ = Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	for _, o := range done {
		if !o.Unchanged {
			t.Errorf("%+v", o)
		}
	}
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Error(diff)
	}
	if reports, events, acts, err := r.Sizes(t.Context()); err != nil || reports != 6 || events <= acts || acts == 0 {
		t.Errorf("%d reports, %d events, %d acts, %v", reports, events, acts, err)
	}
	if !strings.Contains(first, `"field":"count","value":"58"`) {
		t.Errorf("the record does not show that 58 were told beside 60:\n%s", first)
	}
}

// anyOrder: the record is the same in whatever order the reports came, and is what
// merging all events at once makes.
func anyOrder(t *testing.T, open Opener) {
	lines := strings.SplitAfter(strings.TrimSpace(feed)+"\n", "\n")
	lines = lines[:len(lines)-1]
	var want string
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 6 {
		r := Record(t, open)
		Add(t, r, Lines(strings.Join(lines, "")), desk.Adding{Jobs: 1})
		got := dump(t, r, desk.View{})
		if want == "" {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		// By what is known, acts are put together anew, and must come out the same.
		if diff := cmp.Diff(want, dump(t, r, desk.View{KnownBy: Today})); diff != "" {
			t.Fatal(diff)
		}
		rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
}

// whatWasKnown: the record of a day is that of the reports until then.
func whatWasKnown(t *testing.T, open Opener) {
	all := Record(t, open)
	Add(t, all, Lines(feed), desk.Adding{Jobs: 1})
	lines := strings.SplitAfter(feed, "\n")
	for n, d := range []string{"2018-03-26", "2018-03-27", "2018-03-28", "2018-03-30", "2018-04-03"} {
		some := Record(t, open)
		Add(t, some, Lines(strings.Join(lines[:n], "")), desk.Adding{Jobs: 1})
		got := dump(t, all, desk.View{KnownBy: day(d)})
		// Pairs of States of which nothing was known yet have no acts.
		var kept []string
		for _, part := range strings.SplitAfter(got, "\n") {
			if strings.HasPrefix(part, "{") || strings.Contains(dump(t, some, desk.View{}), part) {
				kept = append(kept, part)
			}
		}
		if diff := cmp.Diff(dump(t, some, desk.View{}), strings.Join(kept, "")); diff != "" {
			t.Errorf("by %s: %s", d, diff)
		}
	}
}

// anotherVersion: a corrected report takes the place of the first, which stays
// readable; and without being asked no report does.
func anotherVersion(t *testing.T, open Opener) {
	const corrected = `{"id":"a1","date":"2018-03-29","text":"The United States on Monday expelled 48 Russian diplomats."}` + "\n"
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	_, refused := Add(t, r, Lines(corrected), desk.Adding{Jobs: 1})
	if len(refused) != 1 || !strings.Contains(refused[0].Error(), "--replace") {
		t.Fatalf("%v", refused)
	}
	done, _ := Add(t, r, Lines(corrected), desk.Adding{Jobs: 1, Replace: true})
	if len(done) != 1 || !done[0].Replaced {
		t.Fatalf("%+v", done)
	}
	versions, err := r.Report(t.Context(), "a1", desk.View{})
	if err != nil || len(versions) != 2 || versions[0].KnownTo != "2018-03-29" || versions[1].KnownTo != store.Open || len(versions[0].Events) == 0 {
		t.Fatalf("%+v %v", versions, err)
	}
	now := dump(t, r, desk.View{})
	if strings.Contains(now, "Seattle") || !strings.Contains(now, `"n":48`) {
		t.Errorf("the first version is still in the acts:\n%s", now)
	}
	if before := dump(t, r, desk.View{KnownBy: day("2018-03-28")}); !strings.Contains(before, "Seattle") || strings.Contains(before, `"n":48`) {
		t.Errorf("what was known before is gone:\n%s", before)
	}
	if done, _ := Add(t, r, Lines(corrected+strings.SplitAfter(feed, "\n")[0]), desk.Adding{Jobs: 1, Replace: true}); len(done) != 1 || !done[0].Unchanged {
		// The same id twice in one run is refused by intake.
		t.Errorf("%+v", done)
	}

	// One that says which it replaces, whichever came first.
	const other = `{"id":"b1","date":"2018-03-31","replaces":"a3","text":"Russia on Thursday expelled 12 American diplomats."}` + "\n"
	one, two := Record(t, open), Record(t, open)
	Add(t, one, Lines(feed+other), desk.Adding{Jobs: 1})
	Add(t, two, Lines(other+feed), desk.Adding{Jobs: 1})
	if diff := cmp.Diff(dump(t, one, desk.View{}), dump(t, two, desk.View{})); diff != "" {
		t.Error(diff)
	}
	if now := dump(t, one, desk.View{}); strings.Contains(now, "Petersburg") {
		t.Errorf("what was replaced is still there:\n%s", now)
	}
}

// corrections: an analyst's word changes what the record says, from the day on which
// it was given, and nothing is overwritten.
func corrections(t *testing.T, open Opener) {
	db, dialect := open(t)
	r := reopen(t, db, dialect, Today)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	first := dump(t, r, desk.View{})
	var sixty, fewer demarche.Telling
	told, err := r.Events(t.Context(), "RUS-USA", desk.Page{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range told {
		if e.Report == "a3" && e.Type == "expel" && e.Count.N == 60 && e.Actor[0] == "RUS" {
			sixty = e
		}
		if e.Count.N == 58 {
			fewer = e
		}
	}
	if sixty.ID == "" || fewer.ID == "" {
		t.Fatalf("%+v", told)
	}
	later := reopen(t, db, dialect, Today.Plus(10))
	because := desk.Because{Name: "Jane Roe", Reason: "the ministry's list has 58"}
	for _, c := range []struct {
		name string
		do   func() error
		want string // contained in the error; empty for none
	}{
		{"no name", func() error { return later.Reject(t.Context(), sixty.ID, desk.Because{Reason: "x"}) }, "needs a name"},
		{"no reason", func() error { return later.Reject(t.Context(), sixty.ID, desk.Because{Name: "x"}) }, "needs a reason"},
		{"no event", func() error { return later.Reject(t.Context(), "nowhere", because) }, `no event "nowhere"`},
		{"no field", func() error { return later.Change(t.Context(), sixty.ID, "colour", "red", because) }, `"colour" is no field`},
		{"no value", func() error { return later.Change(t.Context(), sixty.ID, "count", "many", because) }, `"many" is no count`},
		{"no type", func() error { return later.Change(t.Context(), sixty.ID, "type", "eat", because) }, `"eat" is no type`},
		{"itself", func() error { return later.Join(t.Context(), sixty.ID, sixty.ID, because) }, "cannot be tied to itself"},
	} {
		err := c.do()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Errorf("a correction that was refused changed the record: %s", diff)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(later.Change(t.Context(), sixty.ID, "count", "58", because))
	if now := dump(t, r, desk.View{}); strings.Contains(now, `"field":"count"`) {
		t.Errorf("the figures still differ:\n%s", now)
	}
	if diff := cmp.Diff(first, dump(t, r, desk.View{KnownBy: Today})); diff != "" {
		t.Errorf("what was known before the correction: %s", diff)
	}
	must(later.Change(t.Context(), sixty.ID, "count", "60", desk.Because{Name: "Zoe", Reason: "the list was old"}))
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Errorf("the correction is taken back: %s", diff)
	}

	must(later.Part(t.Context(), sixty.ID, fewer.ID, because))
	parted := dump(t, r, desk.View{})
	if strings.Count(parted, "\n") != strings.Count(first, "\n")+1 {
		t.Errorf("not one act more:\n%s", parted)
	}
	if diff := cmp.Diff(parted, dump(t, r, desk.View{KnownBy: Today.Plus(10)})); diff != "" {
		t.Error(diff)
	}
	must(later.Join(t.Context(), fewer.ID, sixty.ID, desk.Because{Name: "Zoe", Reason: "one list"}))
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Errorf("joined again: %s", diff)
	}

	must(later.Reject(t.Context(), fewer.ID, because))
	rejected := dump(t, r, desk.View{})
	if strings.Contains(rejected, `"n":58`) {
		t.Errorf("what was rejected is still there:\n%s", rejected)
	}
	if diff := cmp.Diff(first, dump(t, r, desk.View{KnownBy: Today})); diff != "" {
		t.Errorf("what was known before the rejection: %s", diff)
	}
	must(later.Accept(t.Context(), fewer.ID, because))
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Errorf("the rejection is taken back: %s", diff)
	}

	// An act may be taken to other parties.
	must(later.Change(t.Context(), fewer.ID, "recipient", "GBR", because))
	if acts, err := r.ActsOf(t.Context(), "GBR-RUS", desk.View{}, demarche.Day{}); err != nil || !slices.ContainsFunc(acts, func(a demarche.Act) bool { return a.Count.N == 58 }) {
		t.Errorf("%v %v", acts, err)
	}
	if now := dump(t, r, desk.View{}); strings.Count(now, `"n":58`) != 2 {
		t.Errorf("it is not once in its act:\n%s", now)
	}
	versions, err := r.Report(t.Context(), "a4", desk.View{})
	if err != nil || len(versions[0].Log) < 4 || versions[0].Log[0].Name == "" || versions[0].Log[0].Reason == "" {
		t.Errorf("%+v %v", versions[0].Log, err)
	}
}

// recoding: with the same rules nothing changes; ids and corrections stay.
func recoding(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	told, err := r.Events(t.Context(), "RUS-USA", desk.Page{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	because := desk.Because{Name: "Jane Roe", Reason: "a test"}
	if err := r.Change(t.Context(), told[0].ID, "place", "Moscow", because); err != nil {
		t.Fatal(err)
	}
	first := dump(t, r, desk.View{})
	changes, err := r.Recode(t.Context(), Desk(t), nil)
	if err != nil || changes.Reports != 6 || changes.Added+changes.Changed+changes.Gone != 0 {
		t.Errorf("%+v %v", changes, err)
	}
	if diff := cmp.Diff(first, dump(t, r, desk.View{})); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(first, `"place":"Moscow"`) {
		t.Error("the correction is not there")
	}
}

// search: what has the words is found, the newest first, and nothing else.
func search(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	for _, c := range []struct {
		words string
		page  desk.Page
		want  string
	}{
		{"expelled", desk.Page{Limit: 10}, "a5 a4 a3 a1"},
		{"expelled", desk.Page{Limit: 2}, "a5 a4"},
		{"expelled Seattle", desk.Page{Limit: 10}, "a1"},
		{"\"weather was\"", desk.Page{Limit: 10}, "a4"},
		{"weather -fine", desk.Page{Limit: 10}, ""},
		{"expelled", desk.Page{Limit: 10, View: desk.View{KnownBy: day("2018-03-30")}}, "a3 a1"},
		{"expelled", desk.Page{Limit: 10, From: day("2018-04-04")}, "a5"},
		{`AND OR ( " * NEAR(`, desk.Page{Limit: 10}, ""},
		{"\x00'; DROP TABLE report; --", desk.Page{Limit: 10}, ""},
		{"", desk.Page{Limit: 10}, ""},
	} {
		reports, told, err := r.Search(t.Context(), c.words, c.page)
		if err != nil {
			t.Errorf("%q: %v", c.words, err)
			continue
		}
		var got []string
		for _, h := range reports {
			got = append(got, string(h.ID))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.words, s, c.want)
		}
		if c.words == "expelled" && len(told) == 0 {
			t.Errorf("%q: no events", c.words)
		}
	}
}

// twoWriters: two programs that add the same reports at once make the record of one.
func twoWriters(t *testing.T, open Opener) {
	db, dialect := open(t)
	one, two := reopen(t, db, dialect, Today), reopen(t, db, dialect, Today)
	d := Desk(t)
	lines := strings.SplitAfter(strings.TrimSpace(feed+persons)+"\n", "\n")
	lines = lines[:len(lines)-1]
	back := slices.Clone(lines)
	slices.Reverse(back)
	var all sync.WaitGroup
	for i, r := range []*desk.Record{one, two} {
		all.Go(func() {
			text := strings.Join(lines, "")
			if i == 1 {
				text = strings.Join(back, "")
			}
			for _, err := range r.Add(context.Background(), d, Lines(text), desk.Adding{Jobs: 1}) {
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	alone := Record(t, open)
	Add(t, alone, Lines(feed+persons), desk.Adding{Jobs: 1})
	if diff := cmp.Diff(dump(t, alone, desk.View{}), dump(t, one, desk.View{})); diff != "" {
		t.Error(diff)
	}
}

// readers: what the reading verbs ask for.
func readers(t *testing.T, open Opener) {
	r := Record(t, open)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	ctx := t.Context()
	line, err := r.Timeline(ctx, "RUS-USA", desk.Page{Limit: 3})
	if err != nil || len(line) != 3 || line[0].Day().Before(line[2].Day()) || len(line[0].Tellings) == 0 || line[0].Tellings[0].Report == "" {
		t.Errorf("%+v %v", line, err)
	}
	known, err := r.Timeline(ctx, "RUS-USA", desk.Page{Limit: 100, View: desk.View{KnownBy: day("2018-03-27")}})
	if err != nil || len(known) == 0 || slices.ContainsFunc(known, func(a demarche.Act) bool { return day("2018-03-27").Before(a.Known) }) {
		t.Errorf("%+v %v", known, err)
	}
	if a, err := r.Act(ctx, line[0].ID); err != nil || a.ID != line[0].ID || len(a.Tellings) == 0 {
		t.Errorf("%+v %v", a, err)
	}
	if _, err := r.Act(ctx, "nothing"); err == nil || !strings.Contains(err.Error(), `no act "nothing"`) {
		t.Errorf("%v", err)
	}
	if _, err := r.Report(ctx, "nothing", desk.View{}); err == nil || !strings.Contains(err.Error(), `no report "nothing"`) {
		t.Errorf("%v", err)
	}
	dyads, err := r.Dyads(ctx, desk.View{})
	if err != nil || len(dyads) != 2 || dyads[0].Name != "RUS-USA" || dyads[0].Acts == 0 || dyads[0].Last == "" {
		t.Errorf("%+v %v", dyads, err)
	}
	early, err := r.Dyads(ctx, desk.View{KnownBy: day("2018-03-27")})
	if err != nil || len(early) != 1 || early[0].Events >= dyads[0].Events || early[0].Acts == 0 {
		t.Errorf("%+v %v", early, err)
	}
	if before, err := r.Dyads(ctx, desk.View{AsOf: day("2018-03-20")}); err != nil || len(before) != 1 || before[0].Name != "GBR-RUS" {
		t.Errorf("%+v %v", before, err)
	}
	if none, err := r.Report(ctx, "a3", desk.View{KnownBy: day("2018-03-27")}); err == nil || !strings.Contains(err.Error(), "ask for a later day") {
		t.Errorf("%+v %v", none, err)
	}
	stats, err := r.Stats(ctx, desk.View{})
	if err != nil || !slices.Contains(stats, store.Count{Of: "outlet", Name: "Agency", N: 4}) || !slices.ContainsFunc(stats, func(c store.Count) bool { return c.Of == "month" && c.Name == "2018-03" }) {
		t.Errorf("%+v %v", stats, err)
	}
	held, err := r.Register(ctx, "Lavrov", desk.View{})
	if err != nil || len(held) != 1 || held[0].Name != "Sergei Lavrov" || held[0].State != "RUS" || held[0].Office != "Foreign Minister" || held[0].From != day("2018-03-28") || !slices.Equal(held[0].Reports, []demarche.ReportID{"a2"}) {
		t.Errorf("%+v %v", held, err)
	}
	if held, err := r.Register(ctx, "", desk.View{KnownBy: day("2018-03-27")}); err != nil || len(held) != 0 {
		t.Errorf("%+v %v", held, err)
	}
	if told, err := r.Events(ctx, "", desk.Page{Limit: 2}); err != nil || len(told) != 2 || told[0].Known.Before(told[1].Known) {
		t.Errorf("%+v %v", told, err)
	}
}

// openedTwice: a record is brought to its form once, and reads as it was.
func openedTwice(t *testing.T, open Opener) {
	db, dialect := open(t)
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			r, err := desk.OpenRecord(context.Background(), db, dialect, Today)
			if err != nil {
				t.Error(err)
				return
			}
			r.Close()
		})
	}
	all.Wait()
	r := reopen(t, db, dialect, Today)
	Add(t, r, Lines(feed), desk.Adding{Jobs: 1})
	want := dump(t, r, desk.View{})
	if diff := cmp.Diff(want, dump(t, reopen(t, db, dialect, Today), desk.View{})); diff != "" {
		t.Error(diff)
	}
}

// claimed: what a side says is held against what the record has of others, too.
func claimed(t *testing.T, open Opener) {
	const more = `{"id":"c1","date":"2021-01-05","text":"The United States has limited the terms of Chinese diplomats to three years."}
{"id":"c2","date":"2021-11-30","text":"The United States has limited the terms of Russian diplomats to three years, and the limit is not applied to any other country, Foreign Minister Sergei Lavrov said."}
`
	r := Record(t, open)
	Add(t, r, Lines(more), desk.Adding{Jobs: 1})
	for knownBy, want := range map[string]string{"2021-11-30": "contradicted", "2021-12-30": "contradicted"} {
		b, err := r.Brief(t.Context(), "USA", "RUS", desk.View{KnownBy: day(knownBy)})
		if err != nil {
			t.Fatal(err)
		}
		if text := string(b.AppendText(nil, brief.Layout{})); !strings.Contains(text, "says of USA that it does this to no other: limit the term of staff — "+want) {
			t.Errorf("by %s: %s", knownBy, text)
		}
	}
}
