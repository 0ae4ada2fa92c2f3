package who

import "slices"

// familyFirst are the States whose people's names begin with that of the family.
var familyFirst = []Code{"CHN", "TWN", "PRK", "KOR", "VNM", "KHM", "SGP"}

// FamilyFirst says whether a State's people are called by the first of their names.
func FamilyFirst(code Code) bool { return slices.Contains(familyFirst, code) }
