package remark

import (
	"strings"

	"demarche"
	"demarche/internal/who"
)

// Surname is by what a person of a State is called after the first time: the last of
// his names, or the first where families come first.
func Surname(name string, state demarche.Code) string {
	if who.FamilyFirst(state) {
		first, _, _ := strings.Cut(name, " ")
		return first
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// MayBe says whether a name in a report can be that of a person of the same surname who
// is known by a name in full: a surname alone can, and a name with the same initial,
// since given names are spelt in many ways.
func MayBe(name, full string) bool {
	if !strings.ContainsRune(name, ' ') {
		return true
	}
	return []rune(name)[0] == []rune(full)[0]
}

// IsFormer says whether an office is one that is held no more.
func IsFormer(office string) bool {
	low := " " + strings.ToLower(office)
	return strings.Contains(low, " former ") || strings.Contains(low, " ex-")
}
