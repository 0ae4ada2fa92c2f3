package text

// number reads a token whose digits go on at i; it begins at pos, before i
// where a sign or a stop goes before. Figures with separators are one token
// ("3,500", "10:30", "9/11", "2021-11-30", "713-853-3989"); a range is three
// ("2-3"), and a unit is a token of its own ("10km", "7pm").
func (s *scanner) number(i int) {
	for {
		i = s.digits(i)
		c, w := s.at(i)
		next, _ := s.at(i + w)
		switch c {
		case stop:
			if next == digit {
				i++
				continue
			}
		case hyphen:
			if k := s.dashed(i); k > i {
				i = k
				continue
			}
		case apos: // "the 1990's", but "1999's" is two tokens
			if s.decade(i) && s.is(i+w, 's') && !s.alnum(i+w+1) {
				i += w + 1
			}
		case letter:
			if s.unit(i) {
				break
			}
			s.word(i)
			return
		case joiner:
			switch s.text[i] {
			case ':', '/':
				if next == digit {
					i++
					continue
				}
			case '_':
				if next == letter || next == digit {
					s.word(i + 1)
					return
				}
			}
		case other:
			if s.is(i, ',') && next == digit && s.digits(i+1) <= i+4 {
				i++
				continue
			}
		}
		s.emit(i)
		return
	}
}

// dashed gives the place after the groups of digits that a hyphen at i joins
// to those before it into a date or a telephone number, or i.
func (s *scanner) dashed(i int) int {
	k := s.digits(i + 1)
	if !s.is(i, '-') || k == i+1 {
		return i
	}
	if s.is(k, '-') && s.digits(k+1) > k+1 {
		for s.is(k, '-') && s.digits(k+1) > k+1 {
			k = s.digits(k + 1)
		}
		return k
	}
	first, second := i-s.pos, k-i-1
	if second == 4 && (first == 3 || first == 5) {
		return k
	}
	return i
}

// decade says whether the digits between pos and i name ten years: "90",
// "1990".
func (s *scanner) decade(i int) bool {
	return s.text[i-1] == '0' && (i-s.pos == 2 || i-s.pos == 4)
}

// unit says whether the letters at i, right after a figure, are a unit.
func (s *scanner) unit(i int) bool {
	k := s.letters(i)
	switch s.text[i:k] {
	case "am", "pm", "AM", "PM", "km", "kg", "cm", "mm", "m", "bn", "mn", "tn", "mln", "bln", "mph", "ft", "lbs", "hrs", "MW", "GW":
		return true
	case "a", "p":
		return s.is(k, '.') && s.is(k+1, 'm')
	}
	return false
}
