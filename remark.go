package demarche

// RemarkKind is what a remark is.
type RemarkKind string

// The kinds of remarks.
const (
	NeverBegan  RemarkKind = "never began"    // a side says that it only ever answered
	NobodyElse  RemarkKind = "nobody else"    // a side says that a measure is taken against no other
	Renamed     RemarkKind = "renamed"        // a report calls a speaker by another's name
	SpeltTwoWay RemarkKind = "spelt two ways" // a report writes a name in two ways
	Level       RemarkKind = "level"          // at what level talks are held, by the offices of those who meet
	Present     RemarkKind = "present"        // who meets at talks, without an office
	Topic       RemarkKind = "topic"          // what talks are about
	Result      RemarkKind = "result"         // what came of talks, by somebody's word
)

// Remark is what a report says of the dealings as a whole, or lets slip about
// itself: no act, but something that the record can be held against.
type Remark struct {
	Report  ReportID
	Known   Day
	Kind    RemarkKind
	Speaker string
	State   Code      // whom the speaker speaks for
	About   EventType // the kind of measure, of a remark on one
	Actor   Code      // who took that measure
	Names   []string  // of a remark on names; of one on talks what it says, in the report's words or in those for a level
	Of      Span      // of a remark on talks the words that name them; zero where the report tells of them nowhere else
	In      ReportID  // of one on talks the report that tells of them, where that is another
	Words   string    // the sentence
	Span    Span
}
