package coder

import (
	"strings"

	"demarche/internal/proposition"
)

// ofAmount gives the goods of which a word tells how much they are worth, or None: "tariffs on
// $20 billion worth of Brazilian products", "on billions of dollars in Indian goods".
func (sc *scene) ofAmount(head int) int {
	s := &sc.s
	money := false
	for t := head; t < len(s.Words); t++ {
		w := &s.Words[t]
		switch low := strings.ToLower(w.Form); {
		case isMoney(low):
			money = true
		case w.UPOS == "NUM", low == "of", low == "in", low == "worth", low == "more", low == "another", low == "additional":
		case !money || t == head || !isOfOrIn(s, t):
			return proposition.None
		case s.IsNoun(t) && (t+1 == len(s.Words) || !s.IsNoun(t+1) || s.Words[t+1].Head != t && w.Head != t+1):
			return t
		case w.UPOS != "ADJ" && w.UPOS != "DET" && w.UPOS != "PRON" && w.UPOS != "PART" && !s.IsNoun(t):
			return proposition.None
		}
	}
	return proposition.None
}

// isMoney says whether a word in small letters tells of an amount of money.
func isMoney(low string) bool {
	switch low {
	case "$", "€", "£", "us$", "dollars", "euros", "pounds", "yuan", "million", "millions", "billion", "billions", "trillion", "trillions":
		return true
	}
	return false
}

// isOfOrIn says whether the goods that end an amount stand behind "of" or "in" there.
func isOfOrIn(s *proposition.Sentence, word int) bool {
	for t := word - 1; t >= 0 && t >= word-5; t-- {
		switch strings.ToLower(s.Words[t].Form) {
		case "of", "in":
			return true
		}
	}
	return false
}
