package when

import "demarche"

// count reads how many at i, in halves so that "two and a half" is a whole
// number. It gives i where no number stands.
func (p *parser) count(i int) (halves, next int) {
	j := i
	switch w := p.word(j); w.class {
	case article:
		switch {
		case p.is(j+1, couple) && p.is(j+2, of):
			return 4, j + 3
		case p.is(j+1, couple):
			return 4, j + 2
		case p.is(j+1, dozen):
			return 24, j + 2
		case p.is(j+1, half) && p.is(j+2, unit):
			return 1, j + 2
		case p.is(j+1, about): // "an additional"
			if h, k := p.count(j + 2); k > j+2 {
				return h, k
			}
		}
		return 2, j + 1
	case half: // "half a year"
		if p.is(j+1, article) {
			return 1, j + 2
		}
		return 0, i
	case digits, number:
		if w.mid || len(p.form(j)) > 3 && w.class == digits {
			return 0, i
		}
		n := w.n
		j++
		if v := p.word(j + 1); w.class == number && n >= 20 && n%10 == 0 && p.is(j, hyphen) && v.class == number && v.n < 10 { // "twenty-four"
			n += v.n
			j += 2
		} else if v := p.word(j); w.class == number && n >= 20 && n%10 == 0 && v.class == number && 0 < v.n && v.n < 10 {
			n += v.n
			j++
		}
		if w.class == number && p.is(j, dozen) {
			n *= 12
			j++
		}
		if p.is(j, and) && p.is(j+1, article) && p.is(j+2, half) {
			return 2*n + 1, j + 3
		}
		if c := p.word(j).class; c == or || c == to || c == hyphen && p.glued(j) && p.glued(j+1) { // "two or three": the longer one
			if v := p.word(j + 1); (v.class == number || v.class == digits) && v.n > n && !v.mid && !v.many && p.is(j+2, unit) {
				return 2 * v.n, j + 2
			}
		}
		return 2 * n, j
	}
	return 0, i
}

// lengthOf turns halves of a measure into days and months. Hours are rounded to
// the nearest day.
func lengthOf(halves, measure int) (d, m int) {
	switch measure {
	case hours:
		return (halves/2 + 12) / 24, 0
	case days:
		return (halves + 1) / 2, 0
	case weeks:
		return halves * 7 / 2, 0
	case fortnights:
		return halves * 7, 0
	case months:
		return halves % 2 * 15, halves / 2
	case years:
		return 0, halves * 6
	}
	return 0, halves * 60
}

// approx gives the place after words that leave the number as it is: "about",
// "more than", "at least", "up to".
func (p *parser) approx(i int) int {
	for {
		switch {
		case p.is(i, about), p.is(i, over) && p.is(i+1, number), p.is(i, over) && p.is(i+1, digits):
			i++
		case p.is(i, more) && p.is(i+1, than), p.is(i, atWord) && p.is(i+1, least), p.is(i, up) && p.is(i+1, to):
			i += 2
		case p.is(i, no) && p.is(i+1, more) && p.is(i+2, than):
			i += 3
		default:
			return i
		}
	}
}

// length reads a number and a measure, and what they are counted from: "within
// 72 hours", "for three years", "two days ago", "a week later", "in the next 48
// hours". The lead l stands from i to j.
func (p *parser) length(l lead, i, j int) (Time, bool) {
	k := p.approx(j)
	definite := false
	frame := other // next, coming, past, last
	if p.is(k, the) {
		definite, k = true, k+1
	}
	switch c := p.word(k).class; c {
	case next, coming, following:
		frame = next
		k++
	case last, past:
		frame = past
		k++
	}
	if v := p.word(k); frame == other && definite && l.class == within && v.class == unit && !v.many && v.n != hours {
		d, m := lengthOf(2, v.n) // "within the week"
		on := demarche.On(plusMonths(p.at, m).Plus(d))
		return Time{First: i, End: k + 1, Days: d, Months: m, Kind: Span, Direction: Within, Past: on, Ahead: on}, true
	}
	if frame == other && definite {
		return Time{}, false
	}
	k = p.approx(k)
	if v := p.word(k + 1); p.is(k, article) && (v.class == number || v.class == digits) && p.is(k+2, hyphen) {
		k++ // "within a 72-hour limit"
	}
	halves, e := p.count(k)
	if t, ok := p.allotted(l, i, e, halves); ok && frame == other {
		return t, true
	}
	if frame == past && (p.is(k, article) || p.is(k, half) || !definite && l.class == other) {
		return Time{}, false // "visas last half a year"
	}
	if e == k {
		if frame != next || !p.is(k, unit) || p.word(k).many {
			return Time{}, false
		}
		// "the next week" is a length only inside something; bare "next week" is
		// of the calendar.
		switch l.class {
		case in, over, within, during, forWord:
		default:
			return Time{}, false
		}
		if !definite {
			return Time{}, false
		}
		halves = 2
	}
	a := p.is(k, article) || p.word(k).class == number && halves == 2 || p.is(k, half)
	if p.is(e, open) && p.is(e+1, digits) && p.is(e+2, shut) {
		e += 3 // "seven (7) days"
	}
	e = p.approx(e)
	working := p.form(e) == "working" || p.form(e) == "business"
	if working || p.form(e) == "calendar" || p.form(e) == "consecutive" {
		e++ // "five working days"
	}
	v := p.word(e)
	if p.is(e, hyphen) && p.glued(e) && p.glued(e+1) && p.word(e+1).class == unit && p.word(e+1).many {
		e++ // "within 48-hours"
		v = p.word(e)
	}
	if v.class != unit || v.mid || p.is(e, hyphen) || working && v.n != days {
		return Time{}, false
	}
	e++
	if p.is(e, and) && p.is(e+1, article) && p.is(e+2, half) && halves == 2 { // "a year and a half"
		halves, e = 3, e+3
	}
	if p.is(e, hyphen) && p.glued(e) || p.form(e) == "old" || p.is(e, of) && p.form(e+1) == "age" {
		return Time{}, false
	}
	d, m := lengthOf(halves, v.n)
	if p.is(e, and) { // "three years and four months"
		if h, f := p.count(e + 1); f > e+1 && p.word(f).class == unit && p.word(f).n < v.n && !p.is(f+1, hyphen) {
			d2, m2 := lengthOf(h, p.word(f).n)
			d, m, e = d+d2, m+m2, f+1
		}
	}
	if frame == past {
		x, _ := p.rolling(i, halves, v, e)
		if x.past.IsZero() || x.past.From.Year < 1 {
			return Time{}, false
		}
		return Time{First: i, End: e, Kind: Point, Direction: At, Past: x.past, Ahead: x.past}, true
	}
	t := Time{First: i, End: e, Days: d, Months: m, Working: working, Kind: Span, Direction: At}
	if frame == other {
		if p.is(e, ago) {
			return p.ago(l, i, e+1, halves, v)
		}
		if x, ok := p.offset(l, i, e, halves, v); ok {
			return x, true
		}
		if x, ok := p.hence(t, e); ok {
			return x, true
		}
	}
	if p.is(e, possessive) { // "two days' time", "a week's notice"
		if p.is(e+1, timeWord) {
			t.End = e + 2
		} else if p.form(e+1) == "notice" && l.class != of {
			t.End, t.Direction = e+2, Within
			on := t.Resolve(p.at)
			t.Past, t.Ahead = on, on
			return t, true
		} else {
			t.Modifier = true
		}
	}
	switch l.class {
	case within:
		t.Direction = Within
	case in:
		t.Direction = Within
		if frame != next && (p.backward(j) || m >= memory || p.is(e, of) || p.superlative(i)) {
			t.Direction = For
		}
	case over, during:
		t.Direction = For
		if frame == next {
			t.Direction = Within
		}
	case forWord, by:
		t.Direction = For
	case after:
		t.Direction = After
	case of:
		t.Modifier = true
	default:
		t.First = j
		if frame == next && (v.many || e > k+1) {
			t.Direction = Within
		} else if frame == next {
			return Time{}, false
		}
	}
	if t.Direction == At {
		if d == 0 && m == 0 || a && !p.granted(e) && !p.had(j, e) && !(l.class == of && p.isTerm(i)) || v.n == hours && d == 0 {
			return Time{}, false // "15 flights a week", "one day"
		}
		if p.is(i-1, the) && p.is(e, to) {
			return Time{}, false // "in the 72 hours to noon"
		}
	}
	if t.Direction != Within && d == 0 && m == 0 {
		return Time{}, false
	}
	if t.Direction == Within && !p.is(e, of) && !p.is(e, after) && !p.is(e, from) { // "within a week of the vote"
		on := t.Resolve(p.at)
		t.Past, t.Ahead = on, on
	}
	return t, true
}

// memory is how many months "in ten years" can reach ahead: nobody sets a term
// so long, but many look back so far.
const memory = 60

// allotted reads the rest of "72-hour deadline", "two-week notice", of which the number
// stands before e: a length that somebody is given.
func (p *parser) allotted(l lead, i, e, halves int) (Time, bool) {
	v := p.word(e + 1)
	if !p.is(e, hyphen) || !p.glued(e) || !p.glued(e+1) || v.class != unit || v.many || v.n == decades {
		return Time{}, false
	}
	noun := e + 2
	if p.form(noun) == "time" {
		noun++
	}
	switch p.form(noun) {
	case "limit", "term":
		if v.n > weeks {
			return Time{}, false // "a three-year limit" is on a stay
		}
	case "deadline", "ultimatum", "notice":
	case "period", "window", "timeframe":
		if l.class != within && l.class != in {
			return Time{}, false // "over a 72-hour period"
		}
	default:
		return Time{}, false
	}
	d, m := lengthOf(halves, v.n)
	if d == 0 && m == 0 {
		return Time{}, false
	}
	on := demarche.On(plusMonths(p.at, m).Plus(d))
	return Time{First: i, End: noun + 1, Days: d, Months: m, Kind: Span, Direction: Within, Past: on, Ahead: on}, true
}

// granted says whether "a week" that ends before i is a length: "a week to
// leave", "a week's notice", "a week of talks", but not "15 flights a week".
func (p *parser) granted(i int) bool {
	return p.is(i, to) && p.noun(i+1) || p.is(i, possessive) || p.is(i, of) || p.is(i, in) && p.form(i+1) == "which"
}

// had says whether "a week" that stands from i to e is all the time that somebody has:
// "They have one week.", "who gave him a week".
func (p *parser) had(i, e int) bool {
	switch p.form(i - 1) {
	case "have", "has", "had", "given", "allowed", "allotted", "granted":
	case "him", "her", "them", "me", "us", "it":
		switch p.form(i - 2) {
		case "gave", "given", "gives", "give", "giving", "allowed", "allowing", "granted", "granting", "allotted":
			return true
		}
		return false
	default:
		return false
	}
	f := p.form(e)
	return f == "" || f == "." || f == ";" || f == ","
}

// isTerm says whether a length before i with "of" is that of a term: "a deadline of one week".
func (p *parser) isTerm(i int) bool {
	switch p.form(i - 1) {
	case "deadline", "ultimatum", "notice", "term", "limit", "period":
		return true
	}
	return false
}

// backward says whether "in" before i looks back rather than ahead: "in nearly
// three years", "in more than a decade".
func (p *parser) backward(i int) bool {
	f := p.form(i)
	return f == "nearly" || f == "almost" || f == "more" || p.is(i, atWord) || p.is(i, over)
}

// superlative says whether a word shortly before i makes "in 20 years" look back:
// "the first visit in 20 years", "the second blow in a week".
func (p *parser) superlative(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		if w := p.word(k); w.class == ordinal && !w.short {
			return true
		}
		f := p.form(k)
		switch f {
		case "first", "only", "time", "most", "least", "worst", "best", "First":
			return true
		}
		if len(f) > 5 && f[len(f)-3:] == "est" && p.is(k, other) && f[0] >= 'a' && (p.is(k-1, the) || p.is(k-1, possessive)) {
			return true
		}
	}
	return false
}

// ago reads the day, week, month or year that lies so far back. What is counted
// in single weeks is a day and a single year ago a month, since one counts so
// only what one remembers well.
func (p *parser) ago(l lead, i, e, halves int, v word) (Time, bool) {
	d, m := lengthOf(halves, v.n)
	var x demarche.Period
	switch v.n {
	case hours, days, fortnights:
		if v.n == hours {
			d = halves / 48
		}
		x = demarche.On(p.at.Plus(-d))
	case weeks:
		x = demarche.On(p.at.Plus(-d))
		if halves != 2 {
			x = weekOf(x.From)
		}
	case months:
		x = monthFrom(p.at, -m)
	default:
		x = monthFrom(p.at, -m)
		if m%12 == 0 && m > 12 {
			x = demarche.YearOf(p.at.Year - m/12)
		}
	}
	if x.From.Year < 1 {
		return Time{}, false
	}
	t := Time{First: i, End: e, Kind: Point, Direction: l.direction, Past: x, Ahead: x}
	if t.Direction == Within {
		t.Direction = At
	}
	if t.Direction == Since {
		t.Through = demarche.Period{From: x.From, Until: p.at.Plus(1)}
	}
	t.Modifier = l.class == of
	return t, true
}

// hence reads what follows a length that is counted from the report: "two days
// from now".
func (p *parser) hence(t Time, i int) (Time, bool) {
	if !p.is(i, from) || p.form(i+1) != "now" && p.form(i+1) != "today" {
		return t, false
	}
	t.End, t.Direction = i+2, Within
	on := demarche.On(plusMonths(p.at, t.Months).Plus(t.Days))
	t.Past, t.Ahead = on, on
	return t, true
}
