package score

import (
	"fmt"
	"strconv"
	"strings"
)

// row is one line of figures.
type row struct {
	name  string
	cells []cell
}

type cell struct{ name, value string }

// rows are the figures of s in the order of printing.
func (s *Score) rows() []row {
	rows := []row{
		{"event", s.Event.cells()},
		{"strict", s.Strict.cells()},
		{"status", []cell{{"accuracy", figure(s.Status.Accuracy)}, {"of", strconv.Itoa(s.Status.Of)}}},
	}
	for i, slot := range Slots {
		rows = append(rows, row{slot, s.Slots[i].cells()})
	}
	return rows
}

func (f PRF) cells() []cell {
	return []cell{
		{"p", figure(f.P)}, {"r", figure(f.R)}, {"f1", figure(f.F1)},
		{"hit", strconv.Itoa(f.Hit)}, {"found", strconv.Itoa(f.Found)}, {"gold", strconv.Itoa(f.Gold)},
	}
}

// figure writes x with as many decimals as it has, but at least one.
func figure(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// AppendText appends the figures to dst, a line for each kind.
func (s *Score) AppendText(dst []byte) []byte {
	for _, r := range s.rows() {
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, c.name+" "+c.value)
		}
		dst = fmt.Appendf(dst, "%-14s %s\n", r.name, strings.Join(cells, "  "))
	}
	return dst
}

// AppendJSON appends the figures to dst as one line of JSON:
//
//	{"event": {"p": 0.9, "r": 0.8, "f1": 0.8471, "hit": 36, "found": 40, "gold": 45}, "strict": ...}
func (s *Score) AppendJSON(dst []byte) []byte {
	var rows []string
	for _, r := range s.rows() {
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, fmt.Sprintf("%q: %s", c.name, c.value))
		}
		rows = append(rows, fmt.Sprintf("%q: {%s}", r.name, strings.Join(cells, ", ")))
	}
	return fmt.Appendf(dst, "{%s}\n", strings.Join(rows, ", "))
}

// AppendText appends the figures of the group's events to dst, as one line.
func (g *Group) AppendText(dst []byte) []byte {
	e := g.Event
	return fmt.Appendf(dst, "  %-24s F1 %.3f  P %.3f  R %.3f  gold %d\n", g.Name, e.F1, e.P, e.R, e.Gold)
}

// String is the slip as a line: slot seed-000 expel count: gold >= 27 found nothing.
func (s Slip) String() string {
	told := func(value string) string {
		if value == "" {
			return "nothing"
		}
		return value
	}
	return fmt.Sprintf("slot %s %s %s: gold %s found %s", s.Gold.Report, s.Gold.Type, s.Slot, told(s.Want), told(s.Value))
}
