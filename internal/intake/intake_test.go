package intake

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"demarche"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// outcome is everything that reading says, a line each.
type outcome struct {
	Reports  []string // id, date, text
	Refusals []string
	Notices  []string
}

// files are the files of a test, by path.
type files map[string]string

func (fs files) open(p string) (fs.File, error) {
	m := fstest.MapFS{}
	for name, content := range fs {
		m[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return m.Open(path.Clean(p))
}

func read(o Options, paths ...string) (outcome, []demarche.Report) {
	var (
		got     outcome
		reports []demarche.Report
	)
	o.Notice = func(n Notice) { got.Notices = append(got.Notices, n.String()) }
	for r, err := range Read(paths, o) {
		var refusal *Refusal
		switch {
		case err == nil:
			reports = append(reports, r)
			got.Reports = append(got.Reports, fmt.Sprintf("%s %v %s", r.ID, r.Date, r.Text))
		case errors.As(err, &refusal):
			got.Refusals = append(got.Refusals, err.Error())
		default:
			panic(err)
		}
	}
	return got, reports
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func utf16of(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestRead(t *testing.T) {
	day := demarche.Day{Year: 2022, Month: 2, Date: 2}
	tests := []struct {
		name    string
		files   files
		options Options
		stdin   string
		paths   []string // all files by default
		want    outcome
	}{
		{
			name:  "a text with a date header is kept to the byte",
			files: files{"a.txt": " date 2021-11-30 Russia on Monday warned.\r\n"},
			want:  outcome{Reports: []string{"a 2021-11-30  date 2021-11-30 Russia on Monday warned.\r\n"}},
		},
		{
			name:  "the header may do without the leading blank, and stand on its own line",
			files: files{"a.txt": "date 2021-11-30 Text.", "b.txt": "Date: 2021-11-30\nText."},
			want:  outcome{Reports: []string{"a 2021-11-30 date 2021-11-30 Text.", "b 2021-11-30 Date: 2021-11-30\nText."}},
		},
		{
			name: "the date may stand in the file's name",
			files: files{
				"2021-11-30-moscow.txt": "1", "AFP_ENG_19970413.0309.txt": "2", "moscow_20211130.txt": "3",
				"x 2021.11.30.txt": "4", "x_2021_11_30.txt": "5",
			},
			want: outcome{Reports: []string{
				"2021-11-30-moscow 2021-11-30 1", "AFP_ENG_19970413.0309 1997-04-13 2", "moscow_20211130 2021-11-30 3",
				"x 2021.11.30 2021-11-30 4", "x_2021_11_30 2021-11-30 5",
			}},
		},
		{
			name:    "the caller may give the date of reports that tell none, and of no others",
			options: Options{Date: day},
			files:   files{"2021-11-30.txt": "1", "b.txt": "2", "c.txt": "date 2021-11-29 3", "d.jsonl": `{"id":"d1","text":"4"}` + "\n" + `{"id":"d2","date":"2021-11-28","text":"5"}`},
			want:    outcome{Reports: []string{"2021-11-30 2021-11-30 1", "b 2022-02-02 2", "c 2021-11-29 date 2021-11-29 3", "d1 2022-02-02 4", "d2 2021-11-28 5"}},
		},
		{
			name:  "a report without a date is refused, the rest goes on",
			files: files{"a.txt": "No day here.", "b.txt": "date 2021-11-30 Text.", "c.jsonl": `{"id":"c1","text":"None."}`},
			want: outcome{
				Reports: []string{"b 2021-11-30 date 2021-11-30 Text."},
				Refusals: []string{
					`reading a.txt: report "a" has no date; begin its text with "date YYYY-MM-DD ", or put the date in the file's name, or give --date`,
					`reading c.jsonl:1: report "c1" has no date; give it "date": "YYYY-MM-DD", or give --date`,
				},
			},
		},
		{
			name:  "a dateline's day is not taken for the report's, but told",
			files: files{"a.txt": "MOSCOW, February 2, 2022. /TASS/. Text."},
			want:  outcome{Refusals: []string{`reading a.txt: report "a" has no date; begin its text with "date YYYY-MM-DD ", or put the date in the file's name, or give --date; its dateline says 2022-02-02`}},
		},
		{
			name: "days that do not exist are refused",
			files: files{
				"2021-02-29-x.txt": "Text.", "b.txt": "date 2021-11-31 Text.", "c.jsonl": `{"id":"c1","date":"2021-13-01","text":"Text."}`,
				"d.txt": "date 30.11.2021 Text.", "e.jsonl": `{"id":"e1","date":"2021-11-30T10:00:00Z","text":"Text."}`, "f20211301.txt": "Text.",
			},
			want: outcome{Refusals: []string{
				`reading 2021-02-29-x.txt: its name tells a day that is none: date "2021-02-29" does not exist in the calendar; rename it, or begin its text with "date YYYY-MM-DD "`,
				`reading b.txt: its header tells a day that is none: date "2021-11-31" does not exist in the calendar; write "date YYYY-MM-DD "`,
				`reading c.jsonl:1: report "c1": date "2021-13-01" does not exist in the calendar; give it "date": "YYYY-MM-DD"`,
				`reading d.txt: its header says "30.11.2021", which is not of the form YYYY-MM-DD; write "date YYYY-MM-DD "`,
				`reading e.jsonl:1: report "e1": date "2021-11-30T10:00:00Z" is not of the form YYYY-MM-DD; give it "date": "YYYY-MM-DD"`,
				`reading f20211301.txt: its name tells a day that is none: date "2021-13-01" does not exist in the calendar; rename it, or begin its text with "date YYYY-MM-DD "`,
			}},
		},
		{
			name:  "a name that tells two days tells none",
			files: files{"2021-11-30_to_2021-12-02.txt": "Text.", "2021-11-30_20211130.txt": "Same day twice."},
			want: outcome{
				Reports:  []string{"2021-11-30_20211130 2021-11-30 Same day twice."},
				Refusals: []string{`reading 2021-11-30_to_2021-12-02.txt: its name tells two days, 2021-11-30 and 2021-12-02; rename it, or begin its text with "date YYYY-MM-DD "`},
			},
		},
		{
			name:  "digits in a name that are no date are let be",
			files: files{"call-1234-56-78.txt": "date 2021-11-30 Text.", "report-12345678.txt": "date 2021-11-30 Text, too.", "2021-02-30.txt": "date 2021-11-30 The header counts."},
			want: outcome{Reports: []string{
				"2021-02-30 2021-11-30 date 2021-11-30 The header counts.", "call-1234-56-78 2021-11-30 date 2021-11-30 Text.", "report-12345678 2021-11-30 date 2021-11-30 Text, too.",
			}},
		},
		{
			name:  "a header without a day gives way to the name, and is no text",
			files: files{"2018-03-17.txt": "date 2018-03 Text.", "x.txt": "date 2018-03 Text."},
			want: outcome{
				Reports:  []string{"2018-03-17 2018-03-17 date 2018-03 Text."},
				Refusals: []string{`reading x.txt: report "x" has no date: its header says "2018-03", which is no day; begin its text with "date YYYY-MM-DD ", or put the date in the file's name, or give --date`},
			},
		},
		{
			name: "days that differ are noticed, and the header's is kept",
			files: files{
				"2021-11-29.txt": "date 2021-11-30 Text.",
				"b.txt":          "date 2022-02-03 MOSCOW, February 2. /TASS/. Text.",
				"c.jsonl":        `{"id":"c1","date":"2022-02-03","text":"date 2022-02-02 PARIS, Feb 5 (AFP) - Text."}`,
				"d.txt":          "date 2022-02-03 ROME, Feb 30 (ANSA) - Text.",
			},
			want: outcome{
				Reports: []string{
					"2021-11-29 2021-11-30 date 2021-11-30 Text.", "b 2022-02-03 date 2022-02-03 MOSCOW, February 2. /TASS/. Text.",
					"c1 2022-02-03 date 2022-02-02 PARIS, Feb 5 (AFP) - Text.", "d 2022-02-03 date 2022-02-03 ROME, Feb 30 (ANSA) - Text.",
				},
				Notices: []string{
					"2021-11-29.txt: the file's name says 2021-11-29, its header 2021-11-30; the header's was taken",
					`b.txt: the dateline of report "b" says 2022-02-02, the day before its date 2022-02-03; its date was kept`,
					`c.jsonl:1: the record of "c1" says 2022-02-03, the header of its text 2022-02-02; the record's was taken`,
					`c.jsonl:1: the dateline of report "c1" says 2022-02-05, 2 days after its date 2022-02-03; its date was kept`,
					`d.txt: the dateline of report "d" tells a day that 2022 does not have: ROME, Feb 30 (ANSA) -`,
				},
			},
		},
		{
			name:  "empty reports are refused",
			files: files{"a.txt": "", "b.txt": " \n", "c.txt": "date 2021-11-30 \n", "d.txt": "date 2022-02-02 MOSCOW, February 2. /TASS/.\n", "e.jsonl": `{"id":"e1","date":"2021-11-30","text":" "}`, "f.jsonl": "\n\n"},
			want: outcome{Refusals: []string{
				`reading a.txt: report "a" is empty; give it a text, or leave it out`,
				`reading b.txt: report "b" is empty; give it a text, or leave it out`,
				`reading c.txt: report "c" has no text after its head; give it a text, or leave it out`,
				`reading d.txt: report "d" has no text after its head; give it a text, or leave it out`,
				`reading e.jsonl:1: report "e1" is empty; give it a text, or leave it out`,
			}},
		},
		{
			name: "JSON lines are read record by record",
			files: files{"a.jsonl": "\xef\xbb\xbf" + `{"id":"1","date":"2021-11-30","text":"\u041f\n\"x\"","title":"T","lang":null,"more":{"deep":[1,2]}}` + "\r\n\n" +
				`{"id":"2","date":"2021-11-30","text":"Two."}`},
			want: outcome{Reports: []string{"1 2021-11-30 П\n\"x\"", "2 2021-11-30 Two."}},
		},
		{
			name: "records that are no records are refused one by one",
			files: files{"a.ndjson": strings.Join([]string{
				`{"id":"ok","date":"2021-11-30","text":"Text."}`,
				`{"id":"broken","date":"2021-11-30","text":"Te`,
				`{"id":17,"date":"2021-11-30","text":"Text."}`,
				`{"Id":"x","date":"2021-11-30","text":"Text."}`,
				`{"id":"x","Date":"2021-11-30","text":"Text."}`,
				`{"id":"x","date":"2021-11-30","txt":"Text."}`,
				`{"id":"x","date":"2021-11-30"}`,
				`{"date":"2021-11-30","text":"Text."}`,
				`["x"]`,
				`{"id":"x","date":"2021-11-30","text":"Text."} {"id":"y"}`,
				`{"id":"x","id":"y","date":"2021-11-30","text":"Text."}`,
				"{\"id\":\"x\",\"date\":\"2021-11-30\",\"text\":\"T\xe9xt.\"}",
				`{"id":"x\n","date":"2021-11-30","text":"Text."}`,
				`{"id":"x","date":"2021-11-30","text":"Te\u0000xt."}`,
				`{"id":"x","date":"2021-11-30","text":"Te\ud800xt."}`,
				`{"id":"last","date":"2021-11-30","text":"Text."}`,
			}, "\n")},
			want: outcome{
				Reports: []string{"ok 2021-11-30 Text.", "last 2021-11-30 Text."},
				Refusals: []string{
					`reading a.ndjson:2: the record is broken JSON: unexpected EOF within "/text" after offset 45; write one whole object on the line`,
					`reading a.ndjson:3: the record's "id" is not a string; write it in quotation marks`,
					`reading a.ndjson:4: the record has no id; call its "Id" "id"`,
					`reading a.ndjson:5: report "x" has no date; call its "Date" "date"`,
					`reading a.ndjson:6: report "x" has no text; call its "txt" "text"`,
					`reading a.ndjson:7: report "x" has no text; give it "text"`,
					`reading a.ndjson:8: the record has no id; give it "id"`,
					`reading a.ndjson:9: the line is no JSON object; write one record on a line, or name the file .txt if it is plain text`,
					`reading a.ndjson:10: something follows the record on its line; write one record on a line`,
					`reading a.ndjson:11: the record is broken JSON: duplicate object member name "id"; write one whole object on the line`,
					`reading a.ndjson:12: the record is not UTF-8; write JSON in UTF-8`,
					`reading a.ndjson:13: the record's id "x\n" holds control characters; give it an id of printable characters`,
					`reading a.ndjson:14: report "x" holds a NUL character at byte 2; it is no plain text; if it is UTF-16, give --charset utf-16le or utf-16be`,
					"reading a.ndjson:15: the record is broken JSON: invalid surrogate pair `\\ud800xt.\"}` in string within \"/text\" after offset 40; write one whole object on the line",
				},
			},
		},
		{
			name:  "JSON that is not JSON lines is refused once",
			files: files{"array.json": "[\n{},\n{}\n]", "pretty.json": "{\n  \"id\": \"x\"\n}", "gold.jsonl": `{"report":"a"}` + "\n" + `{"report":"b"}`},
			want: outcome{Refusals: []string{
				`reading array.json:1: it is JSON, but not one record on a line; write it so, as jq -c . or jq -c '.[]' do`,
				`reading gold.jsonl:1: the first record has neither "id" nor "text": this is no file of reports; leave it out, or call its keys so`,
				`reading pretty.json:1: it is JSON, but not one record on a line; write it so, as jq -c . or jq -c '.[]' do`,
			}},
		},
		{
			name:  "gzip is seen by content, whatever the name",
			files: files{"a.txt.gz": gzipped("date 2021-11-30 Text."), "b.txt": gzipped("date 2021-11-30 Text."), "c.txt.gz": "date 2021-11-30 Not packed.", "d.jsonl.gz": gzipped(`{"id":"d1","date":"2021-11-30","text":"Text."}`)},
			want:  outcome{Reports: []string{"a 2021-11-30 date 2021-11-30 Text.", "b 2021-11-30 date 2021-11-30 Text.", "c 2021-11-30 date 2021-11-30 Not packed.", "d1 2021-11-30 Text."}},
		},
		{
			name: "gzip that is cut off or corrupt is refused; whole records before are kept",
			files: files{
				"a.txt.gz":   gzipped("date 2021-11-30 Text.")[:20],
				"b.txt.gz":   strings.TrimRight(gzipped("date 2021-11-30 Text."), "\x00") + "\x01\x00\x00",
				"c.jsonl.gz": gzipped(`{"id":"c1","date":"2021-11-30","text":"Text."}`+"\n"+`{"id":"c2"`) + "garbage, not gzip",
			},
			want: outcome{
				Reports: []string{"c1 2021-11-30 Text."},
				Refusals: []string{
					"reading a.txt.gz: its gzip data is cut off; fetch it again",
					"reading b.txt.gz: its gzip data is corrupt; fetch it again",
					"reading c.jsonl.gz:2: its gzip data is corrupt; fetch it again",
				},
			},
		},
		{
			name:    "reports over the limit are refused; the next record is read",
			options: Options{Limit: 60},
			files: files{
				"a.txt": "date 2021-11-30 " + strings.Repeat("x", 44), "b.txt": "date 2021-11-30 " + strings.Repeat("x", 45),
				"c.jsonl": strings.Repeat("x", 200000) + "\n" + `{"id":"c2","date":"2021-11-30","text":"Text."}`,
				"d.gz":    gzipped("date 2021-11-30 " + strings.Repeat("x", 10<<20)),
			},
			want: outcome{
				Reports: []string{"a 2021-11-30 date 2021-11-30 " + strings.Repeat("x", 44), "c2 2021-11-30 Text."},
				Refusals: []string{
					"reading b.txt: it is longer than 60 bytes; split it into its reports, or raise --limit",
					"reading c.jsonl:1: it is longer than 60 bytes; split it into its reports, or raise --limit",
					"reading d.gz: it is longer than 60 bytes; split it into its reports, or raise --limit",
				},
			},
		},
		{
			name:  "other charsets must be declared",
			files: files{"a.txt": "date 2021-11-30 \xcf\xee", "b.txt": "\xff\xfed", "c.txt": utf16of("date 2021-11-30 Да"), "d.txt": "\xef\xbb\xbfdate 2021-11-30 Да", "e.jsonl": utf16of(`{"id":"e1","date":"2021-11-30","text":"Да"}`)},
			want: outcome{
				Reports: []string{"c 2021-11-30 date 2021-11-30 Да", "d 2021-11-30 \ufeffdate 2021-11-30 Да", "e1 2021-11-30 Да"},
				Refusals: []string{
					"reading a.txt: it is not UTF-8 (byte 16); give its charset with --charset, or convert it to UTF-8",
					"reading b.txt: it begins as UTF-16 but is not all of it; give its charset with --charset, or convert it to UTF-8",
				},
			},
		},
		{
			name:    "declared charsets are decoded; a text that says otherwise is noticed",
			options: Options{Charset: must(Charset("windows-1251"))},
			files:   files{"a.txt": "date 2021-11-30 \xc4\xe0", "b.txt": "date 2021-11-30 Да", "c.txt": "\xef\xbb\xbfdate 2021-11-30 Да", "d.txt": "date 2021-11-30 \x98", "e.jsonl": `{"id":"e1","date":"2021-11-30","text":"Да"}`},
			want: outcome{
				Reports:  []string{"a 2021-11-30 date 2021-11-30 Да", "b 2021-11-30 date 2021-11-30 Р”Р°", "c 2021-11-30 \ufeffdate 2021-11-30 Да", "e1 2021-11-30 Да"},
				Refusals: []string{"reading d.txt: it is not in the charset that was declared; give its charset with --charset, or convert it to UTF-8"},
				Notices:  []string{"b.txt: it was decoded as declared, but it is valid UTF-8"},
			},
		},
		{
			name:    "UTF-16 without a byte order mark may be declared",
			options: Options{Charset: must(Charset("utf-16le"))},
			files:   files{"a.txt": utf16of("date 2021-11-30 Да")[2:]},
			want:    outcome{Reports: []string{"a 2021-11-30 date 2021-11-30 Да"}},
		},
		{
			name:  "what is no plain text is refused",
			files: files{"a.txt": "<!DOCTYPE html><p>2021", "b.txt": "d\x00a\x00t\x00e\x00", "c.txt": "%PDF-1.7"},
			want: outcome{Refusals: []string{
				"reading a.txt: it begins with <!doctype: it is a page, not a text; extract its text first",
				`reading b.txt: report "b" holds a NUL character at byte 1; it is no plain text; if it is UTF-16, give --charset utf-16le or utf-16be`,
				"reading c.txt: it begins with %pdf-: it is a page, not a text; extract its text first",
			}},
		},
		{
			name:  "a directory is read whole, in the order of its paths",
			paths: []string{"in"},
			files: files{"in/b/1.txt": "date 2021-11-30 b/1", "in/b.txt": "date 2021-11-30 b", "in/a.txt": "date 2021-11-30 a", "in/.hidden/x.txt": "x", "in/.x.txt": "x", "in/b/.git": "x"},
			want:  outcome{Reports: []string{"a 2021-11-30 date 2021-11-30 a", "b 2021-11-30 date 2021-11-30 b", "1 2021-11-30 date 2021-11-30 b/1"}},
		},
		{
			name:  "files that are no reports by name are passed over aloud",
			paths: []string{"in/"},
			files: files{"in/a.TXT": "date 2021-11-30 a", "in/SOURCES.tsv": "x", "in/b.gz": "x", "in/c.html": "x", "in/d.pdf": "x", "in/e.pdf": "x"},
			want: outcome{
				Reports: []string{"a 2021-11-30 date 2021-11-30 a"},
				Notices: []string{"in/: passed over SOURCES.tsv, b.gz, c.html and 2 more: no files named .txt, .jsonl, .ndjson, .json or one of these with .gz"},
			},
		},
		{
			name:  "a directory without reports is refused, a file that is named is read",
			paths: []string{"in", "in/report"},
			files: files{"in/report": "date 2021-11-30 Text."},
			want: outcome{
				Reports:  []string{"report 2021-11-30 date 2021-11-30 Text."},
				Refusals: []string{"reading in: the directory holds no reports; name their files .txt, .jsonl, .ndjson, .json or one of these with .gz"},
				Notices:  []string{"in: passed over report: no files named .txt, .jsonl, .ndjson, .json or one of these with .gz"},
			},
		},
		{
			name:  "a path that is not there is refused",
			paths: []string{"none.txt"},
			want:  outcome{Refusals: []string{"reading none.txt: file does not exist; check the path"}},
		},
		{
			name:    "standard input may be a text",
			paths:   []string{"-"},
			options: Options{Date: day},
			stdin:   "  MOSCOW (Reuters) - Text.",
			want:    outcome{Reports: []string{"stdin 2022-02-02   MOSCOW (Reuters) - Text."}},
		},
		{
			name:  "standard input may be JSON lines, packed",
			paths: []string{"-"},
			stdin: gzipped("\n " + `{"id":"1","date":"2021-11-30","text":"Text."}` + "\n{}"),
			want:  outcome{Reports: []string{"1 2021-11-30 Text."}, Refusals: []string{`reading standard input:3: the record has no id; give it "id"`}},
		},
		{
			name:  "standard input may be empty",
			paths: []string{"-"},
			want:  outcome{Refusals: []string{`reading standard input: report "stdin" is empty; give it a text, or leave it out`}},
		},
		{
			name: "two texts under one id are refused, the same text is one report",
			files: files{
				"a.txt": "date 2021-11-30 Text.", "b/a.txt": "date 2021-11-30 Another.", "c/a.txt": "date 2021-11-30 Text.",
				"d.jsonl": `{"id":"d","date":"2021-11-30","text":"T"}` + "\n" + `{"id":"d","date":"2021-11-30","text":"T","title":"Other"}` + "\n" + `{"id":"d","date":"2021-12-01","text":"T"}`,
			},
			want: outcome{
				Reports: []string{"a 2021-11-30 date 2021-11-30 Text.", "d 2021-11-30 T"},
				Refusals: []string{
					`reading b/a.txt: report "a" has another text than the report of that id in a.txt; rename one of them, or leave one out`,
					`reading d.jsonl:3: report "d" is of 2021-12-01, the same report in d.jsonl:1 of 2021-11-30; rename one of them, or leave one out`,
				},
				Notices: []string{
					`c/a.txt: report "a" is the same as in a.txt; it was dropped`,
					`d.jsonl:2: report "d" is the same as in d.jsonl:1; it was dropped`,
				},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.paths == nil {
				for p := range tt.files {
					tt.paths = append(tt.paths, p)
				}
				slices.Sort(tt.paths)
			}
			tt.options.Open = tt.files.open
			if tt.stdin != "" {
				tt.options.Stdin = iotest.OneByteReader(strings.NewReader(tt.stdin))
			}
			got, _ := read(tt.options, tt.paths...)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestRecordsTellMore(t *testing.T) {
	_, reports := read(Options{Stdin: strings.NewReader(`{"id":"1","date":"2022-02-02","text":"Headline\n\nMOSCOW, February 2. /TASS/. Text.","title":"T","outlet":"O","url":"https://example.org/1","lang":"en"}`)}, "-")
	want := []demarche.Report{{
		ID: "1", Date: demarche.Day{Year: 2022, Month: 2, Date: 2}, Title: "T", Outlet: "O", URL: "https://example.org/1", Lang: "en",
		Dateline: demarche.Dateline{Span: demarche.Span{Start: 10, End: 37}, Place: "MOSCOW", Agency: "TASS", Date: demarche.Day{Year: 2022, Month: 2, Date: 2}},
		Text:     "Headline\n\nMOSCOW, February 2. /TASS/. Text.",
		Body:     demarche.Span{Start: 38, End: 43},
	}}
	if diff := cmp.Diff(want, reports); diff != "" {
		t.Error(diff)
	}
}

func TestCharsetsThatAreNoneAreRefused(t *testing.T) {
	for _, name := range []string{"", "latin-99", "iso-2022-kr"} {
		if e, err := Charset(name); err == nil {
			t.Errorf("%q is %v", name, e)
		}
	}
}

func TestTextIsTheFileAndBodyIsInIt(t *testing.T) {
	heads := []string{"", " ", "date 2021-11-30 ", " date 2021-11-30\n", "\xef\xbb\xbfdate 2021-11-30 "}
	leads := []string{"", "MOSCOW (AP) -- ", "By Jane Roe\n\n", "Headline\n\nPARIS, Nov 30 (AFP) - ", "LONDON — "}
	rapid.Check(t, func(t *rapid.T) {
		in := files{}
		var order []string
		for i := range rapid.IntRange(1, 8).Draw(t, "files") {
			name := fmt.Sprintf("in/%s%d.txt", rapid.StringMatching(`([a-c]/){0,2}[a-c]{0,2}`).Draw(t, "name"), i)
			body := rapid.StringOf(rapid.RuneFrom([]rune("aZ.é— \n\r\t\"'-:3")))
			in[name] = rapid.SampledFrom(heads).Draw(t, "head") + rapid.SampledFrom(leads).Draw(t, "lead") + body.Draw(t, "body")
			order = append(order, name)
		}
		slices.Sort(order)
		got, reports := read(Options{Open: in.open, Date: published}, "in")
		if n := len(reports) + len(got.Refusals); n != len(in) {
			t.Fatalf("%d files, but %d reports and refusals", len(in), n)
		}
		last := -1
		for _, r := range reports {
			at := slices.IndexFunc(order, func(p string) bool { return strings.TrimSuffix(path.Base(p), ".txt") == string(r.ID) })
			if at <= last {
				t.Fatalf("%s is out of order", r.ID)
			}
			last = at
			if r.Text != in[order[at]] {
				t.Fatalf("%s: text %q of file %q", r.ID, r.Text, in[order[at]])
			}
			if err := r.Validate(); err != nil {
				t.Fatal(err)
			}
			body := r.Body.In(r.Text)
			if body == "" || body != strings.TrimSpace(body) || r.Dateline.Span.End > r.Body.Start {
				t.Fatalf("%s: body %q after dateline %v in %q", r.ID, body, r.Dateline.Span, r.Text)
			}
			if rest := r.Text[r.Body.End:]; strings.TrimSpace(rest) != "" {
				t.Fatalf("%s: %q is left out after the body", r.ID, rest)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(" date 2021-11-30 MOSCOW, February 2. /TASS/. Text."))
	f.Add([]byte(`{"id":"1","date":"2021-11-30","text":"T"}` + "\n{\n"))
	f.Add([]byte(gzipped(`{"id":"1","date":"2021-11-30","text":"T"}`)))
	f.Add([]byte(gzipped("date 2021-11-30 T")[:25]))
	f.Add([]byte(utf16of("date 2021-11-30 T")))
	f.Add([]byte("\xef\xbb\xbf{"))
	const limit = 1 << 12
	koi8 := must(Charset("koi8-r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, o := range []Options{{}, {Date: published}, {Charset: koi8}} {
			o.Limit = limit
			o.Open = files{"a.txt": string(data), "a.jsonl": string(data)}.open
			o.Stdin = bytes.NewReader(data)
			for r, err := range Read([]string{"a.txt", "a.jsonl", "-"}, o) {
				if err != nil {
					if s := err.Error(); strings.Contains(s, "\n") {
						t.Fatalf("a refusal of two lines: %q", s)
					}
					continue
				}
				if err := r.Validate(); err != nil {
					t.Fatal(err)
				}
				if r.Body.Len() == 0 || r.Dateline.Span.End > r.Body.Start {
					t.Fatalf("body %v after dateline %v", r.Body, r.Dateline.Span)
				}
			}
		}
	})
}
