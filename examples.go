package demarche

import "embed"

// Examples are reports to try the program on, written for it.
//
//go:embed examples/*.txt
var Examples embed.FS
