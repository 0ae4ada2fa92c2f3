package demarche

// Tenure is that a report names a person with an office.
type Tenure struct {
	Name   string // in full, as the report writes it
	State  Code   // for which the office speaks
	Office string // in the report's words: "Deputy Foreign Minister"
	Report ReportID
	Known  Day
	Words  string // of the report that say so
}
