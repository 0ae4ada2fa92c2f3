package remark

import (
	"testing"

	"demarche"
)

func TestSurname(t *testing.T) {
	for _, c := range []struct {
		name  string
		state demarche.Code
		want  string
	}{{"Sergei Ryabkov", "RUS", "Ryabkov"}, {"Wang Wenbin", "CHN", "Wang"}, {"Wang", "", "Wang"}, {"Ana Perez Rojas", "PER", "Rojas"}} {
		if got := Surname(c.name, c.state); got != c.want {
			t.Errorf("%s of %s is called %s, want %s", c.name, c.state, got, c.want)
		}
	}
}

func TestMayBe(t *testing.T) {
	for _, c := range []struct {
		name, full string
		want       bool
	}{{"Ryabkov", "Sergei Ryabkov", true}, {"Sergey Ryabkov", "Sergei Ryabkov", true}, {"Anna Ryabkov", "Sergei Ryabkov", false}} {
		if got := MayBe(c.name, c.full); got != c.want {
			t.Errorf("%s, %s: %v", c.name, c.full, got)
		}
	}
	for office, want := range map[string]bool{"former Foreign Minister": true, "Foreign Minister": false, "ex-president": true, "Reformer": false} {
		if IsFormer(office) != want {
			t.Errorf("%s: %v", office, !want)
		}
	}
}
