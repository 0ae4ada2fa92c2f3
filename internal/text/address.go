package text

import "strings"

// mail makes a token of the e-mail address whose @ stands at i, taking back
// the tokens that were made of its beginning.
func (s *scanner) mail(i int) int {
	begin := s.pos
	for begin > s.start && (s.alnumBefore(begin) || strings.IndexByte("._-+%", s.text[begin-1]) >= 0) {
		begin--
	}
	for n := len(s.tokens); n > 0 && s.tokens[n-1].End > begin; n-- {
		begin = min(begin, s.tokens[n-1].Start)
		s.tokens = s.tokens[:n-1]
	}
	s.pos = begin
	s.emit(s.trim(s.host(i + 1)))
	return done
}

// address makes a token of everything from pos to the next white space but
// for the punctuation that follows it. It reads on from i.
func (s *scanner) address(i int) int {
	for i < len(s.text) {
		c, w := s.at(i)
		if c == space || strings.IndexByte("<>\"[]{}|", s.text[i]) >= 0 {
			break
		}
		i += w
	}
	s.emit(s.trim(i))
	return done
}

// trim gives the place before the punctuation that ends at i, but after the
// first byte to read.
func (s *scanner) trim(i int) int {
	for i > s.pos+1 && strings.IndexByte(".,;:!?)'", s.text[i-1]) >= 0 {
		i--
	}
	return i
}

// host gives the place after the labels of a host's name that go on at i.
func (s *scanner) host(i int) int {
	for s.alnum(i) || i < len(s.text) && strings.IndexByte(".-_", s.text[i]) >= 0 {
		_, w := s.at(i)
		i += w
	}
	return i
}

// site reads "whitehouse.gov" and "report.pdf", whose first stop stands at i.
// It gives done, or i where the stop is another.
func (s *scanner) site(i int) int {
	if i < s.siteless {
		return i // the same labels as the last time, but for the first ones
	}
	k := s.host(i)
	name := strings.TrimRight(s.text[s.pos:k], ".-_")
	switch strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "eu", "uk", "ru", "cn", "ua", "ir", "fr",
		"de", "jp", "kr", "tv", "nz", "au", "doc", "docx", "xls", "pdf", "txt", "html", "htm", "jpg", "url":
	default:
		s.siteless = k
		return i
	}
	if s.is(k, '/') {
		return s.address(k)
	}
	s.emit(s.pos + len(name))
	return done
}
