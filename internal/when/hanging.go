package when

// offset reads what follows a length at e and makes it hang on another act:
// "two days later", "a month after", "a week earlier".
func (p *parser) offset(l lead, i, e, halves int, v word) (Time, bool) {
	sign := 1
	switch p.word(e).class {
	case later, after:
	case earlier, before:
		sign = -1
	case prior:
		sign = -1
	default:
		return Time{}, false
	}
	end := e + 1 // what comes after "before" and "after" is for the coder to find
	if p.is(e, prior) {
		end = p.skip(end, to)
	}
	t := Time{First: i, End: end, Kind: Anaphoric, Direction: l.direction}
	switch l.class {
	case forWord, within, to, over:
		return Time{}, false // "for two years before that"
	}
	d, m := lengthOf(halves, v.n)
	switch v.n {
	case hours:
		d = halves / 48
		t.Offset, t.Unit = sign*d, Day
	case days, weeks, fortnights:
		t.Offset, t.Unit = sign*d, Day
	case months:
		t.Offset, t.Unit = sign*m, Month
	default:
		t.Offset, t.Unit = sign*m, Month
		if m%12 == 0 && m > 12 {
			t.Offset, t.Unit = sign*m/12, Year
		}
	}
	return t, true
}

// hanging reads what names its day by another without a number: "the day
// before", "that day", "the same week", "the next month", "by then", "later in
// the day". The lead l stands from i to j.
func (p *parser) hanging(l lead, i, j int) (Time, bool) {
	t := Time{First: i, Kind: Anaphoric, Direction: l.direction}
	if p.is(j, then) {
		switch l.class {
		case by, until, since, before:
			t.Unit, t.End = Day, j+1
			return t, true
		}
		return t, false
	}
	k := j
	definite := p.is(j, the)
	if definite {
		k++
	}
	if definite && p.form(k) == "very" {
		k++
	}
	w := p.word(k)
	v := p.word(k + 1)
	single := v.class == unit && !v.many
	switch w.class {
	case that, same:
		switch {
		case w.class == that && definite:
			return t, false
		case w.class == that && p.is(k+1, same):
			k++
			v = p.word(k + 1)
			single = v.class == unit && !v.many
		}
		due := p.is(k+1, dateWord) && (l.class == by || l.class == until || l.class == before)
		if !single && !due && !p.is(k+1, daypart) {
			return t, false
		}
		if !single && p.form(k+1) == "hours" {
			return t, false
		}
		t.End = k + 2
		if !single {
			v.n = days
		}
	case next, following, previous:
		if w.class == next && !definite && !(single && v.n == days) {
			return t, false // "next week" is counted from the report
		}
		if w.class != next && !definite {
			return t, false
		}
		if v.class == weekday && w.class != next {
			t.End, t.Unit, t.Offset = k+2, Weekday, v.n+1
			if w.class == previous {
				t.Offset = -t.Offset
			}
			return t, true
		}
		if !single && !p.is(k+1, daypart) || p.form(k+1) == "hours" {
			return t, false
		}
		if !single {
			v.n = days
		}
		t.Offset, t.End = 1, k+2
		if w.class == previous {
			t.Offset = -1
		}
	case unit, daypart:
		if w.many || p.form(k) == "hours" {
			return t, false
		}
		if w.class == daypart {
			w.n = days
		}
		v = w
		switch {
		case definite && w.class == unit && w.n == days && l.class == in:
			if !l.whole && !p.is(j-2, earlyWord) && !p.is(j-2, lateWord) {
				return t, false
			}
			t.End = k + 1 // "later in the day"
		case definite && (p.is(k+1, before) || p.is(k+1, after)):
			if p.word(k+2).class == today { // "the day before yesterday"
				return t, false
			}
			t.Offset, t.End = 1, k+2
			if p.is(k+1, before) {
				t.Offset = -1
			}
		default:
			return t, false
		}
	default:
		return t, false
	}
	switch v.n {
	case days:
		t.Unit = Day
	case weeks:
		t.Unit = Week
	case months:
		t.Unit = Month
	case years:
		t.Unit = Year
	default:
		return t, false
	}
	if t.Direction == Within {
		t.Direction = At
	}
	t.Modifier = l.class == of || p.is(t.End, possessive)
	return t, true
}
