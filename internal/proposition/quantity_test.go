package proposition

import (
	"strconv"
	"strings"
	"testing"

	"demarche"
)

// TestQuantity: how many diplomats a phrase counts. The words before the noun hang on
// it, the number as such.
func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		phrase string
		want   demarche.Quantity
	}{
		{"27 diplomats", demarche.Quantity{N: 27, Cmp: "="}},
		{"1,200 diplomats", demarche.Quantity{N: 1200, Cmp: "="}},
		{"at least 27 diplomats", demarche.Quantity{N: 27, Cmp: ">="}},
		{"up to 30 diplomats", demarche.Quantity{N: 30, Cmp: "<="}},
		{"as many as 30 diplomats", demarche.Quantity{N: 30, Cmp: "<="}},
		{"no more than 30 diplomats", demarche.Quantity{N: 30, Cmp: "<="}},
		{"more than 30 diplomats", demarche.Quantity{N: 30, Cmp: ">"}},
		{"over 30 diplomats", demarche.Quantity{N: 30, Cmp: ">"}},
		{"nearly 60 diplomats", demarche.Quantity{N: 60, Cmp: "~"}},
		{"some 60 diplomats", demarche.Quantity{N: 60, Cmp: "~"}},
		{"a dozen diplomats", demarche.Quantity{N: 12, Cmp: "="}},
		{"about a dozen diplomats", demarche.Quantity{N: 12, Cmp: "~"}},
		{"two dozen diplomats", demarche.Quantity{N: 24, Cmp: "="}},
		{"fifty - eight diplomats", demarche.Quantity{N: 58, Cmp: "="}},
		{"fifty-eight diplomats", demarche.Quantity{N: 58, Cmp: "="}},
		{"two hundred diplomats", demarche.Quantity{N: 200, Cmp: "="}},
		{"ten more diplomats", demarche.Quantity{N: 10, Cmp: "="}},
		{"dozens of diplomats", demarche.Quantity{}},
		{"several diplomats", demarche.Quantity{}},
		{"the diplomats", demarche.Quantity{}},
		{"zero diplomats", demarche.Quantity{}},
	} {
		words := strings.Fields(c.phrase)
		last := strconv.Itoa(len(words))
		var b strings.Builder
		for i, w := range words {
			switch _, number := value(w); {
			case i == len(words)-1:
				b.WriteString("diplomats=diplomat/NNS>0:root ")
			case w == "-":
				b.WriteString("-/HYPH>" + last + ":punct ")
			case number:
				b.WriteString(w + "/CD>" + last + ":nummod ")
			case w == "a" || w == "the":
				b.WriteString(w + "/DT>" + last + ":det ")
			default:
				b.WriteString(w + "/JJ>" + last + ":amod ")
			}
		}
		s := tree(t, b.String())
		if got := s.Quantity(len(words) - 1); got != c.want {
			t.Errorf("%q counts %v, want %v", c.phrase, got, c.want)
		}
	}
}

// TestBareNumber: a number that stands for its noun counts itself; per cent counts none.
func TestBareNumber(t *testing.T) {
	s := tree(t, "Peru/NNP>2:nsubj expelled=expel/VBD>0:root at/IN>4:case least/JJS>5:nummod 23/CD>2:obj")
	if got := s.Quantity(4); got != (demarche.Quantity{N: 23, Cmp: ">="}) {
		t.Errorf("23 counts %v", got)
	}
	s = tree(t, "Peru/NNP>2:nsubj cut=cut/VBD>0:root 40/CD>4:nummod percent/NN>2:obj")
	if got := s.Quantity(2); !got.IsZero() {
		t.Errorf("per cent counts %v", got)
	}
}
