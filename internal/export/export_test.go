package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

var names = map[demarche.Code]string{"RUS": "Russia", "USA": "United States", "EUR": "European Union", "XXX": "others"}

func day(t *testing.T, s string) demarche.Day {
	t.Helper()
	d, err := demarche.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// rows are an order with all its fields, a threat of which little is told, talks of
// three, and a plan.
func rows(t *testing.T) []Row {
	d := func(s string) demarche.Day { return day(t, s) }
	full := demarche.Event{
		ID: "e1", Report: "r1", Type: "expel", Actor: []demarche.Code{"USA"}, Recipient: []demarche.Code{"RUS"}, Status: demarche.Actual, Object: "diplomats",
		Count: demarche.Quantity{N: 27, Cmp: ">="}, Place: "St. Petersburg", Date: demarche.On(d("2021-11-29")), Deadline: demarche.On(d("2022-01-30")), Speaker: "Jane \"J\" Roe",
		SpeakerState: "USA", Span: demarche.Span{Start: 3, End: 30}, Trigger: demarche.Span{Start: 5, End: 9}, Sentence: demarche.Span{Start: 3, End: 31}, Rule: "expel/x", Confidence: 0.9, Inferred: []string{"place"},
	}
	bare := demarche.Event{ID: "e2", Report: "r1", Type: "close", Actor: []demarche.Code{"RUS"}, Status: demarche.Threatened, Confidence: 1}
	talks := demarche.Event{ID: "e3", Report: "r2", Type: "consult", Actor: []demarche.Code{"RUS", "USA", "EUR"}, Status: demarche.Actual, Date: demarche.MonthOf(2021, 11), Confidence: 1}
	plan := demarche.Event{ID: "e4", Report: "r2", Type: "open", Actor: []demarche.Code{"XXX"}, Recipient: []demarche.Code{"RUS"}, Status: demarche.Planned, Confidence: 1}
	return []Row{
		{demarche.Telling{Event: full, Known: d("2021-11-30"), Evidence: "expelled\tat least\n27"}, "Agency", "A title", "https://example.org/1", "en"},
		{demarche.Telling{Event: bare, Known: d("2021-12-01"), Order: 1, Evidence: "will close"}, "Agency", "", "", ""},
		{demarche.Telling{Event: talks, Known: d("2021-12-01"), Evidence: "met"}, "", "", "", ""},
		{demarche.Telling{Event: plan, Known: d("2021-12-01"), Evidence: "is to open"}, "", "", "", ""},
	}
}

func write(t *testing.T, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, &b, names)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows(t) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func table(t *testing.T, format string) (all [][]string) {
	t.Helper()
	for line := range strings.Lines(string(write(t, format))) {
		all = append(all, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return all
}

// TestJSONLines: our own lines read back as what was written.
func TestJSONLines(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(write(t, "jsonl")), []byte("\n"))
	for i, r := range rows(t) {
		var got demarche.Coded
		if err := json.Unmarshal(lines[i], &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(demarche.Coded{Event: r.Event, Evidence: r.Evidence}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCSV(t *testing.T) {
	all, err := csv.NewReader(bytes.NewReader(write(t, "csv"))).ReadAll()
	if err != nil || len(all) != 5 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	if !slices.Equal(all[0], Columns) || all[1][20] != "expelled at least 27" || all[1][7] != "27" || all[1][8] != ">=" {
		t.Errorf("%q", all[:2])
	}
}

func TestParquet(t *testing.T) {
	text := write(t, "parquet")
	all, err := parquet.Read[parquetRow](bytes.NewReader(text), int64(len(text)))
	if err != nil || len(all) != 4 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	first := all[0]
	if *first.N != 27 || epoch.Plus(int(*first.DateFrom)) != day(t, "2021-11-29") || epoch.Plus(int(first.Known)) != day(t, "2021-11-30") || !slices.Equal(first.Inferred, []string{"place"}) {
		t.Errorf("%+v", first)
	}
	if all[1].N != nil || all[1].DateFrom != nil || len(all[1].Recipient) != 0 {
		t.Errorf("%+v", all[1])
	}
	if *all[2].DateLast-*all[2].DateFrom != 29 || !slices.Equal(all[2].Actor, []string{"RUS", "USA", "EUR"}) {
		t.Errorf("%+v", all[2])
	}
}

// TestForeignColumns: the columns are those of the list of forms, in their order.
func TestForeignColumns(t *testing.T) {
	text, err := os.ReadFile("../../../shared/eval/formats.txt")
	if err != nil {
		t.Skip("the list of forms is not there: ", err)
	}
	columns := map[string][]string{}
	form := ""
	for line := range strings.Lines(string(text)) {
		n, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch _, err := strconv.Atoi(n); {
		case ok && err == nil:
			columns[form] = append(columns[form], name)
		case strings.TrimSpace(line) != "":
			form = strings.Fields(line)[0]
		}
	}
	if !slices.Equal(columns["ICEWS"], icewsColumns) {
		t.Errorf("ICEWS has %q", columns["ICEWS"])
	}
	g := columns["GDELT"]
	for at, name := range map[int]string{
		gdeltID: "GLOBALEVENTID", gdeltDay: "SQLDATE", gdeltMonth: "MonthYear", gdeltYear: "Year", gdeltFraction: "FractionDate", gdeltActor1: "Actor1Code",
		gdeltActor1 + 1: "Actor1Name", gdeltActor1 + 2: "Actor1CountryCode", gdeltActor1 + 3: "Actor1KnownGroupCode", gdeltActor2: "Actor2Code", gdeltActor2 + 3: "Actor2KnownGroupCode",
		gdeltRoot: "IsRootEvent", gdeltCode: "EventCode", gdeltBase: "EventBaseCode", gdeltRootCode: "EventRootCode", gdeltQuad: "QuadClass", gdeltGoldstein: "GoldsteinScale",
		gdeltMentions: "NumMentions", gdeltSources: "NumSources", gdeltArticles: "NumArticles", gdeltGeo1: "Actor1Geo_Type", gdeltGeo2: "Actor2Geo_Type", gdeltGeo: "ActionGeo_Type",
		gdeltGeo + 1: "ActionGeo_FullName", gdeltAdded: "DATEADDED", gdeltURL: "SOURCEURL",
	} {
		if len(g) != gdeltColumns || g[at] != name {
			t.Errorf("GDELT's column %d is not %s", at, name)
		}
	}
	line, _, _ := bytes.Cut(write(t, "plover"), []byte("\n"))
	last := -1
	for _, name := range columns["POLECAT"] {
		at := bytes.Index(line, []byte(strconv.Quote(name)+":"))
		if at <= last {
			t.Errorf("POLECAT's %s is not in its place", name)
		}
		last = at
	}
}

// TestGDELT: each cell is of its column's kind, and what is not told is empty.
func TestGDELT(t *testing.T) {
	all := table(t, "gdelt")
	if len(all) != 4 { // the plan has no word there; the talks are two pairs
		t.Fatalf("%d rows: %q", len(all), all)
	}
	for _, r := range all {
		if len(r) != gdeltColumns {
			t.Fatalf("%d columns: %q", len(r), r)
		}
		for _, at := range []int{gdeltID, gdeltDay, gdeltMonth, gdeltYear, gdeltRoot, gdeltQuad, gdeltMentions, gdeltSources, gdeltArticles, gdeltAdded} {
			if _, err := strconv.ParseInt(r[at], 10, 64); err != nil && r[at] != "" {
				t.Errorf("column %d: %v", at, err)
			}
		}
		if _, err := strconv.ParseFloat(r[gdeltGoldstein], 64); err != nil {
			t.Error(err)
		}
	}
	first, threat, talks := all[0], all[1], all[3]
	if first[gdeltDay] != "20211129" || first[gdeltFraction] != "2021.9836" || first[gdeltCode] != "174" || first[gdeltQuad] != "4" || first[gdeltActor1+1] != "UNITED STATES" || first[gdeltGeo+1] != "St. Petersburg" || first[gdeltAdded] != "20211130000000" {
		t.Errorf("%q", first)
	}
	if threat[gdeltCode] != "130" || threat[gdeltDay] != "" || threat[gdeltActor2] != "" || threat[gdeltQuad] != "3" {
		t.Errorf("%q", threat)
	}
	if talks[gdeltActor2+3] != "EUR" || talks[gdeltActor2+2] != "" || talks[gdeltDay] != "" || talks[gdeltID] == all[2][gdeltID] {
		t.Errorf("%q", talks)
	}
}

func TestICEWS(t *testing.T) {
	all := table(t, "icews")
	if len(all) != 5 || !slices.Equal(all[0], icewsColumns) {
		t.Fatalf("%q", all)
	}
	want := []string{all[1][0], "2021-11-29", "United States", "", "United States", "Expel or deport individuals", "174", "-5.0", "Russia", "", "Russia", "r1", "", "Agency", "St. Petersburg", "", "", "", "", ""}
	if diff := cmp.Diff(want, all[1]); diff != "" {
		t.Error(diff)
	}
}

func TestPLOVER(t *testing.T) {
	var all []map[string]any
	for line := range bytes.Lines(write(t, "plover")) {
		var o map[string]any
		if err := json.Unmarshal(line, &o); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, o)
	}
	if len(all) != 5 || all[0]["Event Type"] != "SANCTION" || all[0]["Event Mode"] != "expel" || all[0]["Count"] != ">= 27" || all[0]["Actor Country"] != "USA" || all[4]["Status"] != "planned" || all[4]["Actor Country"] != "" {
		t.Errorf("%v", all)
	}
}

// TestMeanings: every type of the codebook has a code.
func TestMeanings(t *testing.T) {
	for _, typ := range demarche.EventTypes {
		if meanings[typ].cameo == "" {
			t.Errorf("%s has no code", typ)
		}
	}
	if _, err := New("excel", &bytes.Buffer{}, names); err == nil {
		t.Error("an unknown form was taken")
	}
}
