package text

import "strings"

// maxWidth is the widest line, in bytes, that text is wrapped at.
const maxWidth = 120

// wrapped gives the width that a text is wrapped at, in bytes, or 0. Old wire
// copy is set in lines of one width, so that most line breaks mean nothing;
// elsewhere a line break ends a paragraph, a headline or an item of a list. The
// text is wrapped where its lines are short and many of those that have no room
// for one more word break off inside a sentence, as lines with room do not.
func (s *scanner) wrapped() int {
	body := s.text[s.start:]
	if strings.IndexByte(body, '\n') < 0 {
		return 0
	}
	width := 0
	for line := range strings.Lines(body) {
		if width = max(width, len(strings.TrimSpace(line))); width > maxWidth {
			return 0
		}
	}
	fulls, inside, against := 0, 0, 0
	last := ""
	for line := range strings.Lines(body) {
		line = strings.TrimSpace(line)
		if line != "" && last != "" {
			broken := lower(line) && !ended(last)
			switch room := !full(last, line, width); {
			case room && broken:
				against++
			case broken:
				inside++
				fulls++
			case !room:
				fulls++
			}
		}
		last = line
	}
	if inside <= against || inside*3 < fulls {
		return 0
	}
	return width
}

// full says whether the first word of the next line had no room on the line
// before it.
func full(line, next string, width int) bool {
	word := 0
	for word < len(next) && word < width && classes[next[word]] != space {
		word++
	}
	return len(line)+1+word > width-slack
}

// slack is how many bytes a line may stay short of the widest one though the
// next word would have had room: people who wrap by hand are not exact.
const slack = 8

// ended says whether a line ends with a mark that ends a sentence.
func ended(line string) bool {
	return line != "" && strings.IndexByte(".!?:", line[len(line)-1]) >= 0
}

// breaks says whether the white space from i to k, between two tokens, ends a
// sentence whatever the words say: a blank line does, and a line break that no
// wrapping made.
func (s *scanner) breaks(i, k int) bool {
	first := strings.IndexByte(s.text[i:k], '\n')
	if first < 0 {
		return false
	}
	if strings.IndexByte(s.text[i+first+1:k], '\n') >= 0 || s.width == 0 {
		return true
	}
	line := s.text[max(s.start, strings.LastIndexByte(s.text[:i], '\n')+1):i]
	rest := s.text[k:]
	if lower(rest) && !ended(line) {
		return false
	}
	indent := k - (i + first + 1)
	return indent > 0 && indent > leading(line) || ended(line) && item(rest) || !full(strings.TrimSpace(line), rest, s.width)
}

// leading is the number of bytes of white space that a line begins with.
func leading(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// item says whether a line begins with the mark of a list's item.
func item(line string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "o "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}
