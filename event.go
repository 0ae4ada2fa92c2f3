package demarche

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// EventID names one event: a hash of the report, what the event says and where,
// the same in every run.
type EventID string

// RuleID names the rule by which an event was coded: "expel/order-to-leave".
type RuleID string

// Code names an actor: a State by ISO 3166-1 alpha-3, or an organisation by the
// codebook's own letters, such as UNO or EUR.
type Code string

// Other is the code of who is named but is neither a State nor an organisation
// of the codebook.
const Other Code = "XXX"

// EventType is a type of the codebook, such as "expel".
type EventType string

// The types of events, in the codebook's order.
var EventTypes = []EventType{
	"expel", "recall", "depart", "summon", "appoint", "limit_staff", "limit_term", "limit_movement",
	"close", "open", "seize", "hand_back", "deny_visa", "grant_visa", "break_relations",
	"restore_relations", "consult", "agree", "respond", "demand", "accuse", "protest", "reject",
	"threaten", "sanction",
}

// IsSymmetric says whether actor and recipient of the type are parties alike.
func (t EventType) IsSymmetric() bool {
	return t == "consult" || t == "agree" || t == "restore_relations"
}

// IsSpeech says whether the act is done by saying it, so that one report has it
// once for each actor, recipient and status.
func (t EventType) IsSpeech() bool {
	switch t {
	case "accuse", "demand", "protest", "reject", "threaten", "respond":
		return true
	}
	return false
}

// Status is what the text commits to, as the codebook has it: its factuality.
type Status string

// The statuses of an event.
const (
	Actual      Status = "actual"      // happened, happens, or was ordered
	Planned     Status = "planned"     // announced, without condition or warning
	Threatened  Status = "threatened"  // announced as a warning or a promised reply
	Demanded    Status = "demanded"    // somebody asks for it
	Conditional Status = "conditional" // hangs on a condition that is told
	Possible    Status = "possible"    // may be, is considered, is a right reserved
	Denied      Status = "denied"      // said not to be or not to come
	Ended       Status = "ended"       // lifted, cancelled, reversed
)

// Statuses are all of them, in the codebook's order.
var Statuses = []Status{Actual, Planned, Threatened, Demanded, Conditional, Possible, Denied, Ended}

// Objects are the codebook's words for what an act is done to; an event may also
// have none.
var Objects = []string{
	"diplomats", "staff", "ambassador", "attache", "families", "officials", "security", "embassy",
	"consulate", "mission", "property", "visas", "term", "headcount", "relations", "topics",
}

// Comparisons are the codebook's signs for how a number is told: exactly or
// without qualification, at least, up to, more than, about.
var Comparisons = []string{"=", ">=", "<=", ">", "~"}

// Quantity is how many: N compared by Cmp, one of [Comparisons]. The zero
// Quantity means that no number is told.
type Quantity struct {
	N   int
	Cmp string
}

// IsZero says whether no number is told.
func (q Quantity) IsZero() bool { return q == Quantity{} }

// String writes the quantity as people do: "27", ">= 27", or nothing.
func (q Quantity) String() string {
	switch {
	case q.IsZero():
		return ""
	case q.Cmp == "=":
		return fmt.Sprint(q.N)
	}
	return fmt.Sprintf("%s %d", q.Cmp, q.N)
}

// Event is what one report says of one act, coded after the codebook, with the
// bytes that say it.
type Event struct {
	ID           EventID
	Report       ReportID
	Type         EventType
	Actor        []Code // sorted by first mention; empty where nobody is named
	Recipient    []Code
	Status       Status
	Object       string // one of Objects, or empty
	Count        Quantity
	Place        string
	Date         Period // of the act; zero where it is not told
	Deadline     Period
	Speaker      string // by whose word the report has it; empty for the report's own
	SpeakerState Code
	Condition    string // in the report's words, where Status is Conditional
	Span         Span   // the clause that says it
	Trigger      Span   // the word in it that names the act; zero where a person has coded it
	Sentence     Span
	Rule         RuleID
	Confidence   float64     // from 0 to 1
	Inferred     []string    // the fields that the clause itself does not tell
	Elsewhere    []Elsewhere // of the fields, those that another sentence tells
}

// Elsewhere is where a report tells a field of an event, if that is not the event's own
// sentence.
type Elsewhere struct {
	Field string // one of TellableElsewhere
	Span  Span
}

// TellableElsewhere are the fields of which an event says where else they are told.
var TellableElsewhere = []string{"object", "count", "place", "date", "deadline"}

// At gives where a field is told, if another sentence than the event's own tells it.
func (e *Event) At(field string) (Span, bool) {
	for _, x := range e.Elsewhere {
		if x.Field == field {
			return x.Span, true
		}
	}
	return Span{}, false
}

// Validate says what makes the event break the codebook, or nil.
func (e *Event) Validate() error {
	switch {
	case e.Report == "":
		return errors.New("event has no report")
	case !slices.Contains(EventTypes, e.Type):
		return fmt.Errorf("event of report %s: %q is no type of the codebook", e.Report, e.Type)
	case !slices.Contains(Statuses, e.Status):
		return fmt.Errorf("event of report %s: %q is no status of the codebook", e.Report, e.Status)
	case e.Object != "" && !slices.Contains(Objects, e.Object):
		return fmt.Errorf("event of report %s: %q is no object of the codebook", e.Report, e.Object)
	case !e.Count.IsZero() && !slices.Contains(Comparisons, e.Count.Cmp):
		return fmt.Errorf("event of report %s: %q does not compare a count: write one of %s", e.Report, e.Count.Cmp, strings.Join(Comparisons, " "))
	case e.Count.N < 0:
		return fmt.Errorf("event of report %s: its count %d is below zero", e.Report, e.Count.N)
	case e.Confidence < 0 || e.Confidence > 1 || e.Confidence != e.Confidence:
		return fmt.Errorf("event of report %s: its confidence %v is not from 0 to 1", e.Report, e.Confidence)
	case e.Span.Start < 0 || e.Span.Start > e.Span.End:
		return fmt.Errorf("event of report %s: its words %v end before they begin", e.Report, e.Span)
	case slices.ContainsFunc(e.Elsewhere, func(x Elsewhere) bool {
		return !slices.Contains(TellableElsewhere, x.Field) || x.Span.Start < 0 || x.Span.Start > x.Span.End
	}):
		return fmt.Errorf("event of report %s: %v is not where a field is told: write one of %s, and a start before an end", e.Report, e.Elsewhere, strings.Join(TellableElsewhere, " "))
	case e.Trigger != Span{} && (e.Span.Start > e.Trigger.Start || e.Trigger.Start > e.Trigger.End || e.Trigger.End > e.Span.End):
		return fmt.Errorf("event of report %s: its words %v do not hold their trigger %v", e.Report, e.Span, e.Trigger)
	}
	return nil
}
