package when

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"demarche"
	"demarche/internal/text"
)

// pieces are the words that this package looks at and some that it must not
// mind, so that random sentences of them reach every rule.
var pieces = func() []string {
	words := []string{"Russia", "diplomats", "people", "to leave", "2,000", "2016", "1999", "72", "30", "30th", "5", "2021-11-29", "31.02.2021", "29/11/2021",
		"mid-May", "mid-2019", "mid-week", "1990s", "6:18", "Jan.", "Sun.", "May", "March", "Monday", "Friday", "(", ")", ",", ".", "'s", "notice", "now", "small",
		"soon", "very", "old", "%", "9999", "0", "yesterday", "Feb.", "29"}
	for w := range table {
		words = append(words, w, strings.ToUpper(w[:1])+w[1:])
	}
	return words
}()

// fault names the first law of [Find] that its answer breaks, or "".
func fault(tokens []demarche.Span, found []Time) string {
	at := 0
	for _, t := range found {
		switch {
		case t.First < at || t.End <= t.First || t.End > len(tokens):
			return "expressions overlap, are empty or reach beyond the sentence"
		case t.Kind < Point || t.Kind > Anaphoric || t.Direction > For || t.Unit > Year:
			return "an expression has no kind"
		case t.Days < 0 || t.Months < 0:
			return "a length is below zero"
		case t.Past.IsZero() != t.Ahead.IsZero():
			return "only one reading is known"
		case !t.Through.IsZero() && t.Direction != Since:
			return "something has lasted that has not begun"
		case t.Kind == Anaphoric && !t.Past.IsZero():
			return "what hangs on another act has a day of its own"
		case t.Kind == Span && t.Days == 0 && t.Months == 0 && t.Direction != Within:
			return "a length has no length"
		case t.Kind == Point && t.Deadline && t.Ahead.IsZero():
			return "a term ends at no time"
		}
		for _, p := range []demarche.Period{t.Past, t.Ahead, t.Through} {
			if !p.IsZero() && !p.From.Before(p.Until) {
				return "a period ends before it begins"
			}
			if q, err := demarche.ParsePeriod(p.String()); err != nil || q != p {
				return "a period cannot be written: " + p.String()
			}
		}
		at = t.End
	}
	return ""
}

func check(tb interface{ Fatalf(string, ...any) }, s string, at demarche.Day) {
	for _, sentence := range text.Split(s, demarche.Span{End: len(s)}) {
		found := Find(s, sentence.Tokens, at, nil)
		if f := fault(sentence.Tokens, found); f != "" {
			tb.Fatalf("%s: %q in a report of %v: %+v", f, s, at, found)
		}
	}
}

// anyDay draws a day that a report may have.
func anyDay(t *rapid.T) demarche.Day {
	return demarche.Day{Year: 1850, Month: 1, Date: 1}.Plus(rapid.IntRange(0, 100_000).Draw(t, "day"))
}

func TestFindLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "words")
		check(t, strings.Join(words, " "), anyDay(t))
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "on Monday", "by the end of May", "within 72 hours", "Nov. 15-26, 2022", "the last week of February 2020",
		"from 6 March to 2 April 2021", "twenty-four hours later", "29/02/2021", "at 10:30 a.m. (0230 GMT) on Thursday", "mid-", "999 decades ago"} {
		f.Add(s, 7000)
	}
	f.Fuzz(func(t *testing.T, s string, day int) {
		if day < 0 || day > 100_000 {
			return
		}
		check(t, s, demarche.Day{Year: 1850, Month: 1, Date: 1}.Plus(day))
	})
}

// only gives the one expression of a sentence.
func only(t interface{ Fatalf(string, ...any) }, s string, at demarche.Day) Time {
	tokens := text.Split(s, demarche.Span{End: len(s)})[0].Tokens
	found := Find(s, tokens, at, nil)
	if len(found) != 1 {
		t.Fatalf("%q: found %+v, want one expression", s, found)
	}
	return found[0]
}

// TestWeekdayLaws: a weekday falls on its day and within a week of the report.
func TestWeekdayLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyDay(t)
		day := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		bare := only(t, "He left on "+day.String()+".", at)
		last := only(t, "He left last "+day.String()+".", at)
		next := only(t, "He leaves next "+day.String()+".", at)
		this := only(t, "He leaves this "+day.String()+".", at)
		for _, p := range []demarche.Period{bare.Past, bare.Ahead, last.Past, next.Past, this.Past} {
			if p.Days() != 1 || p.From.Weekday() != day {
				t.Fatalf("%v is no %v", p, day)
			}
		}
		back, ahead := bare.Past.From.To(at), at.To(bare.Ahead.From)
		if back < 0 || back > 6 || ahead < 0 || ahead > 6 {
			t.Fatalf("bare %v of %v is %v or %v", day, at, bare.Past, bare.Ahead)
		}
		if (back == 0) != (at.Weekday() == day) || (back == 0) != (bare.Past == bare.Ahead) {
			t.Fatalf("bare %v of %v is %v or %v", day, at, bare.Past, bare.Ahead)
		}
		if n := last.Past.From.To(at); n < 1 || n > 7 {
			t.Fatalf("last %v of %v is %v", day, at, last.Past)
		}
		if n := at.To(next.Ahead.From); n < 1 || n > 7 {
			t.Fatalf("next %v of %v is %v", day, at, next.Ahead)
		}
		if w := weekOf(at); !w.Contains(this.Past) || !w.Contains(demarche.On(at)) || w.From.Weekday() != time.Monday || w.Days() != 7 {
			t.Fatalf("this %v of %v is %v, the week %v", day, at, this.Past, w)
		}
	})
}

// TestDateLaws: a date without a year is the nearest one either way, and one
// with its year is that.
func TestDateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at, told := anyDay(t), anyDay(t)
		words := "He left on " + told.Month.String() + " " + strings.TrimLeft(told.String()[8:], "0")
		if got := only(t, words+", "+told.String()[:4]+".", at); isYear(told.Year) && (got.Past != demarche.On(told) || got.Ahead != got.Past) {
			t.Fatalf("%v read as %v or %v", told, got.Past, got.Ahead)
		}
		got := only(t, words+".", at)
		for _, p := range []demarche.Period{got.Past, got.Ahead} {
			if p.Days() != 1 || p.From.Month != told.Month || p.From.Date != told.Date {
				t.Fatalf("%s read as %v", words, p)
			}
		}
		far := 366
		if told.Month == time.February && told.Date == 29 {
			far = 8*365 + 2
		}
		if n := got.Past.From.To(at); n < -grace || n > far {
			t.Fatalf("%s in a report of %v: past %v", words, at, got.Past)
		}
		if n := at.To(got.Ahead.From); n < 0 || n > far {
			t.Fatalf("%s in a report of %v: ahead %v", words, at, got.Ahead)
		}
		if q, ok := numeric(told.String()); isYear(told.Year) && (!ok || q != told) {
			t.Fatalf("numeric(%v) = %v, %v", told, q, ok)
		}
	})
}

// TestResolve: what hangs on another act, told from its day.
func TestResolve(t *testing.T) {
	report := demarche.Day{Year: 2016, Month: 12, Date: 30}
	for _, c := range []struct{ words, anchor, want string }{
		{"They have 72 hours to leave.", "2016-12-29", "2017-01-01"},
		{"They leave within a week.", "2023-09-14", "2023-09-21"},
		{"They leave within a month.", "2018-03-30", "2018-04-30"},
		{"They leave within a month.", "2022-01-31", "2022-02-28"},
		{"They stay for a month and a half.", "2022-01-31", "2022-03-15"},
		{"They leave within six hours.", "2022-01-31", "2022-01-31"},
		{"They stay for three years.", "2016-02-29", "2019-02-28"},
		{"They left two days later.", "2022-02-27", "2022-03-01"},
		{"They left the day before.", "2022-03-01", "2022-02-28"},
		{"They left the month after.", "2021-12-16", "2022-01"},
		{"They left the previous month.", "2022-01-31", "2021-12"},
		{"They left the same week.", "2021-11-30", "2021-11-29/2021-12-05"},
		{"They left the week before.", "2021-11-30", "2021-11-22/2021-11-28"},
		{"They left the following year.", "2021-11-30", "2022"},
		{"They left three months later.", "2021-11-30", "2022-02"},
		{"They left by then.", "2021-11-30", "2021-11-30"},
		{"They left the following Monday.", "2021-11-30", "2021-12-06"},
		{"They leave by Saturday.", "2000-01-01", "2016-12-31"},
		{"They left on Saturday.", "2000-01-01", "2016-12-24"},
	} {
		anchor, err := demarche.ParseDay(c.anchor)
		if err != nil {
			t.Fatal(err)
		}
		if got := only(t, c.words, report).Resolve(anchor).String(); got != c.want {
			t.Errorf("%s from %s: %q, want %q", c.words, c.anchor, got, c.want)
		}
	}
}

// TestResolveLaws: lengths run forward from any day, and a step of days and the
// same step back lead to the anchor.
func TestResolveLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anchor := anyDay(t)
		n := rapid.IntRange(0, 500).Draw(t, "n")
		there := Time{Kind: Anaphoric, Unit: Day, Offset: n}.Resolve(anchor)
		if back := (Time{Kind: Anaphoric, Unit: Day, Offset: -n}).Resolve(there.From); back != demarche.On(anchor) {
			t.Fatalf("%d days from %v and back: %v", n, anchor, back)
		}
		for _, u := range []Unit{Day, Week, Month, Year} {
			a, b := Time{Kind: Anaphoric, Unit: u, Offset: n}.Resolve(anchor), Time{Kind: Anaphoric, Unit: u, Offset: n + 1}.Resolve(anchor)
			if a.Until != b.From {
				t.Fatalf("%v %d from %v is %v, the next %v: there is a gap", u, n, anchor, a, b)
			}
			if same := (Time{Kind: Anaphoric, Unit: u}).Resolve(anchor); !same.Contains(demarche.On(anchor)) {
				t.Fatalf("the same %v as %v is %v", u, anchor, same)
			}
		}
		length := Time{Kind: Span, Direction: Within, Days: n, Months: n % 30}.Resolve(anchor)
		if length.Days() != 1 || length.From.Before(anchor) {
			t.Fatalf("a length of %d from %v has run on %v", n, anchor, length)
		}
	})
}

// TestPartLaws: the parts of a month and of a season follow one another without
// a gap, whether cut from the calendar or from one period.
func TestPartLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, m := rapid.IntRange(1850, 2100).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		for _, y := range []yearly{monthly(m), seasonOf(word{n: 3 * (1 + int(m)%4)})} {
			whole, ok := y.in(year)
			if !ok {
				t.Fatalf("%v has no %v", year, y)
			}
			a, _ := early.of(y).in(year)
			b, _ := middle.of(y).in(year)
			c, _ := late.of(y).in(year)
			if y.last.month < y.first.month { // winter: January is in the next year
				b, _ = middle.of(y).in(year + 1)
				c, _ = late.of(y).in(year + 1)
			}
			if a.From != whole.From || a.Until != b.From || b.Until != c.From || c.Until != whole.Until {
				t.Fatalf("%v has the parts %v, %v, %v", whole, a, b, c)
			}
			if early.cut(whole) != a || middle.cut(whole) != b || late.cut(whole) != c {
				t.Fatalf("%v is cut into %v, %v, %v", whole, early.cut(whole), middle.cut(whole), late.cut(whole))
			}
			if lastDay.cut(whole) != demarche.On(whole.Last()) || firstDay.cut(whole) != demarche.On(whole.From) {
				t.Fatalf("the edges of %v are wrong", whole)
			}
		}
	})
}
