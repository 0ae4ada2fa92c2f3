package text

import "strings"

// done tells word that the tokens have been made.
const done = -1

// word reads a token whose letters go on at i, and the clitic that hangs on
// it. It begins at pos; i lies behind pos where digits go before, as in
// "20th".
func (s *scanner) word(i int) {
	part := s.pos // where the piece after the last inner stop or hyphen begins
	for {
		for i < len(s.text) && (classes[s.text[i]] == letter || classes[s.text[i]] == digit) {
			i++
		}
		c, w := s.at(i)
		next := i // where the word goes on; it ends where that is i still
		switch c {
		case letter:
			next = i + w
		case apos:
			next = s.innerApostrophe(i, w)
		case hyphen:
			next = s.innerHyphen(part, i, w)
			part = next
		case stop:
			next = s.innerStop(part, i)
			part = next
		case joiner:
			next = s.innerMark(i)
		}
		if next == done {
			return
		}
		if next == i {
			if cut := fused(s.text[s.pos:i]); cut > 0 {
				s.emit(s.pos + cut)
			}
			s.emit(i)
			return
		}
		i = next
	}
}

// innerApostrophe gives the place where a word goes on after the apostrophe at
// i, w bytes wide ("O'Brien", "Ba'ath"), or i where it ends there, or done
// where it has been cut from its clitic ("Russia's", "won't").
func (s *scanner) innerApostrophe(i, w int) int {
	k := s.letters(i + w)
	tail := s.text[i+w : k]
	switch {
	case tail == "":
		return i
	case s.digits(k) > k:
		return k
	case (tail == "t" || tail == "T") && s.text[i-1]|0x20 == 'n':
		if i-1 > s.pos {
			s.emit(i - 1)
		}
		s.emit(k)
		return done
	case clitic(tail):
		s.emit(i)
		s.emit(k)
		return done
	}
	return k
}

// clitic says whether the letters after an apostrophe are a word that leans on
// the one before: "Russia's", "we'll".
func clitic(s string) bool {
	switch len(s) {
	case 1:
		switch s[0] | 0x20 {
		case 's', 'm', 'd':
			return true
		}
	case 2:
		switch s {
		case "re", "ve", "ll", "RE", "VE", "LL":
			return true
		}
	}
	return false
}

// innerHyphen gives the place where a word goes on after the hyphen at i, w
// bytes wide, or i. Universal Dependencies for English cut compounds at their
// hyphens ("tit-for-tat" is five tokens) but leave prefixes on ("re-elected").
func (s *scanner) innerHyphen(part, i, w int) int {
	if part == s.pos && s.is(s.pos-1, '-') && !s.spaceBefore() {
		return i // "Hizb-e-Islami"
	}
	if !s.alnum(i+w) || !prefix(s.text[part:i]) {
		return i
	}
	if strings.HasPrefix(s.text[i+w:], "the-") {
		return i // "over-the-counter"
	}
	return i + w
}

// prefix says whether s is a prefix that keeps its hyphen. Capitals throughout
// are an abbreviation instead: "UN-led".
func prefix(s string) bool {
	if len(s) > 7 || len(s) > 1 && upper(s[1:]) {
		return false
	}
	switch strings.ToLower(s) {
	case "e", "u", "agro", "ante", "anti", "arch", "bi", "bio", "co", "counter", "cross", "cyber", "de", "ex",
		"extra", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over",
		"pan", "para", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "tri",
		"ultra", "un", "uni":
		return true
	}
	return false
}

// innerMark gives the place where a word goes on after the mark at i, or i, or
// done where the word and the mark have become tokens.
func (s *scanner) innerMark(i int) int {
	next, _ := s.at(i + 1)
	switch s.text[i] {
	case '&', '_': // "AT&T", "Analysis_0712"
		if next == letter || next == digit {
			return i + 1
		}
	case '*': // a word half hidden from the squeamish
		if next == letter {
			return i + 1
		}
	case '@':
		if next == letter || next == digit {
			return s.mail(i)
		}
	case ':':
		if s.is(i+1, '/') && s.is(i+2, '/') || s.text[s.pos:i] == "mailto" && next == letter {
			return s.address(i)
		}
	case '/': // "w/o", "s/he", but "and/or" is three tokens
		if i == s.pos+1 && next == letter && s.letters(i+1) <= i+4 {
			return i + 1
		}
	case '$': // "US$ 5"
		if w := s.text[s.pos:i]; len(w) <= 3 && w == strings.ToUpper(w) && (next == digit || next == space) {
			s.emit(i + 1)
			return done
		}
	case '`':
		if k := s.letters(i + 1); clitic(s.text[i+1 : k]) {
			s.emit(i)
			s.emit(k)
			return done
		}
	}
	return i
}

// fused gives the place to cut a word that is two words written as one, such
// as "cannot", or 0.
func fused(s string) int {
	n := len(s)
	if n < 4 || n > 8 {
		return 0
	}
	switch s[n-2:] {
	case "nt":
		switch s {
		case "dont", "cant", "wont", "isnt", "arent", "didnt", "hadnt", "hasnt", "wasnt", "doesnt", "havent", "werent",
			"couldnt", "wouldnt", "shouldnt", "Dont", "Cant":
			return n - 2
		}
	case "ot", "OT", "na", "ta", "me":
		switch s {
		case "cannot", "Cannot", "CANNOT", "gonna", "Gonna", "wanna", "Wanna", "gotta", "Gotta", "gimme", "Gimme", "lemme", "Lemme":
			return 3
		}
	}
	return 0
}
