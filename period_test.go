package demarche

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// drawDay draws a day whose neighbours have years of four digits.
func drawDay(t *rapid.T, label string) Day {
	return Day{1600, time.January, 1}.Plus(rapid.IntRange(0, 365*800).Draw(t, label))
}

// drawPeriod draws a period of each form, and any other.
func drawPeriod(t *rapid.T, label string) Period {
	first := drawDay(t, label+" from")
	switch rapid.SampledFrom([]string{"none", "day", "month", "year", "years", "days"}).Draw(t, label) {
	case "none":
		return Period{}
	case "day":
		return On(first)
	case "month":
		return MonthOf(first.Year, first.Month)
	case "year":
		return YearOf(first.Year)
	case "years":
		return Period{YearOf(first.Year).From, YearOf(first.Year + rapid.IntRange(1, 9).Draw(t, label+" years")).Until}
	}
	return Period{first, first.Plus(rapid.IntRange(1, 1000).Draw(t, label+" days"))}
}

func TestPeriodReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPeriod(t, "period")
		if got, err := ParsePeriod(p.String()); err != nil || got != p {
			t.Errorf("%v is written %q and read as %v (%v)", [2]Day{p.From, p.Until}, p, [2]Day{got.From, got.Until}, err)
		}
	})
}

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct {
		in         string
		from, last string
		out        string // empty where it is as in
	}{
		{"2021-11-29", "2021-11-29", "2021-11-29", ""},
		{"2021-11", "2021-11-01", "2021-11-30", ""},
		{"2020-02", "2020-02-01", "2020-02-29", ""},
		{"2021-12", "2021-12-01", "2021-12-31", ""},
		{"2021", "2021-01-01", "2021-12-31", ""},
		{"2016/2021", "2016-01-01", "2021-12-31", ""},
		{"2021-11-22/2021-11-28", "2021-11-22", "2021-11-28", ""},
		{"2021-11-01/2021-11-30", "2021-11-01", "2021-11-30", "2021-11"},
		{"2021-11/2021-12", "2021-11-01", "2021-12-31", "2021-11-01/2021-12-31"},
		{"2021-11-29/2021-11-29", "2021-11-29", "2021-11-29", "2021-11-29"},
		{"2021-06/2022", "2021-06-01", "2022-12-31", "2021-06-01/2022-12-31"},
	} {
		p, err := ParsePeriod(c.in)
		if err != nil || p.From.String() != c.from || p.Last().String() != c.last {
			t.Errorf("ParsePeriod(%q) is from %v to %v (%v), want from %s to %s", c.in, p.From, p.Last(), err, c.from, c.last)
		}
		if c.out == "" {
			c.out = c.in
		}
		if p.String() != c.out {
			t.Errorf("%q is written %q, want %q", c.in, p, c.out)
		}
	}
	if p, err := ParsePeriod(""); err != nil || !p.IsZero() || p.String() != "" {
		t.Errorf("nothing is read as %v (%v)", p, err)
	}
	for in, want := range map[string]string{
		"2021-02-29":            `"2021-02-29" is no day, month or year such as`,
		"2021-13":               `"2021-13" is no day`,
		"21":                    `"21" is no day`,
		"soon":                  `"soon" is no day`,
		"/":                     `"" is no day`,
		"2021-11-22/":           `"" is no day`,
		"2021/2020":             `period "2021/2020" ends before it begins`,
		"2021-11-28/2021-11-22": "ends before it begins",
		"2021/2021-06":          "ends before it begins",
		"2020/2021/2022":        `"2021/2022" is no day`,
	} {
		if p, err := ParsePeriod(in); err == nil || !strings.Contains(err.Error(), want) || !p.IsZero() {
			t.Errorf("ParsePeriod(%q) = %v, %v; want an error of %q", in, p, err, want)
		}
	}
}

func TestPeriodHoldsItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, d := drawPeriod(t, "period"), drawDay(t, "day")
		inside := !d.Before(p.From) && d.Before(p.Until)
		if p.Contains(On(d)) != inside {
			t.Errorf("%v contains %v: %v", p, d, !inside)
		}
		if !p.IsZero() && (!p.Contains(p) || p.Days() != p.From.To(p.Last())+1 || p.Days() < 1) {
			t.Errorf("%v has %d days, or not itself", p, p.Days())
		}
	})
}

func TestOrderOfDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDay(t, "a"), drawDay(t, "b")
		n := a.To(b)
		if a.Plus(n) != b || b.Plus(-n) != a || b.To(a) != -n {
			t.Errorf("%v is %d days from %v, which is %d days from it", b, n, a, b.To(a))
		}
		if a.Before(b) != (n > 0) || b.Before(a) != (n < 0) || a.Before(b) != (a.String() < b.String()) {
			t.Errorf("%v is before %v: %v, and %d days from it", a, b, a.Before(b), n)
		}
		if want := (int(a.Weekday()) + n%7 + 7) % 7; int(b.Weekday()) != want {
			t.Errorf("%v is a %v and %v, %d days on, a %v", a, a.Weekday(), b, n, b.Weekday())
		}
	})
	if d := (Day{2021, time.November, 30}); d.Weekday() != time.Tuesday {
		t.Errorf("%v is a %v", d, d.Weekday())
	}
}
