package demarche

import (
	"testing"
	"time"
)

func TestParseDay(t *testing.T) {
	tests := []struct {
		in   string
		want Day
		err  string
	}{
		{"2021-11-30", Day{2021, time.November, 30}, ""},
		{"2020-02-29", Day{2020, time.February, 29}, ""},
		{"2021-02-29", Day{}, `date "2021-02-29" does not exist in the calendar`},
		{"2021-13-01", Day{}, `date "2021-13-01" does not exist in the calendar`},
		{"2021-11-30T10:00:00Z", Day{}, `date "2021-11-30T10:00:00Z" is not of the form YYYY-MM-DD`},
		{"30.11.2021", Day{}, `date "30.11.2021" is not of the form YYYY-MM-DD`},
		{"2021-1-3", Day{}, `date "2021-1-3" is not of the form YYYY-MM-DD`},
		{"", Day{}, `date "" is not of the form YYYY-MM-DD`},
	}
	for _, tt := range tests {
		got, err := ParseDay(tt.in)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if got != tt.want || said != tt.err {
			t.Errorf("ParseDay(%q) = %v, %q; want %v, %q", tt.in, got, said, tt.want, tt.err)
		}
		if err == nil && got.String() != tt.in {
			t.Errorf("%v is written %q", tt.in, got)
		}
	}
}
