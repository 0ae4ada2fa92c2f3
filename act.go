package demarche

// ActID names one act: that of the first event that told it, after a letter.
type ActID string

// Telling is an event with what its report adds: when it was known, and its place
// among the report's events.
type Telling struct {
	Event
	Known    Day    // day of the report's publication; zero where nobody knows it
	Order    int    // place among the events of its report, from 0
	Evidence string // the words of the event's Span
	Answer   bool   // the sentence calls the act an answer: "in response", "retaliated"
}

// Act is one thing that happened in the world, or is announced, threatened,
// demanded: all events, of all reports, that tell it. What its fields say is the
// likeliest of what the reports say; where they differ, Accounts has them all.
type Act struct {
	ID        ActID
	Type      EventType
	Actor     []Code
	Recipient []Code
	Status    Status // how far it has come, by the last word on it
	Object    string
	Count     Quantity
	Place     string
	Date      Period
	Deadline  Period
	Known     Day       // since when it is known
	History   []Step    // its way, in the order in which it became known
	Tellings  []Telling // in the order in which they became known
	Accounts  []Account // fields in which reports differ
	Answers   []Answer  // the acts that it answers, the surest first
}

// Step is a status that an act had, since a report told it.
type Step struct {
	Status Status
	Known  Day
	Event  EventID
}

// Account is what some events say of a field of their act while others say
// something else.
type Account struct {
	Field  string // as the codebook calls it
	Value  string
	Events []EventID
}

// Answer says that an act responds to another.
type Answer struct {
	Act      ActID // the act that is answered
	Explicit bool  // a report says that it is an answer; else it is inferred
	Score    int   // of 100, how sure that is
	Lag      int   // days between the two; meaningless unless Dated
	Dated    bool  // the days of both are known
}

// How is the answer's method, in the words of the record.
func (a Answer) How() string {
	if a.Explicit {
		return "explicit"
	}
	return "inferred"
}

// Day is when the act happened, or is to happen; where that is not told, when it
// became known.
func (a *Act) Day() Day {
	if !a.Date.IsZero() {
		return a.Date.From
	}
	return a.Known
}
