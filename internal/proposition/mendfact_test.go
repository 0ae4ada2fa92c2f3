package proposition

import "testing"

// TestExampleRing: a name that is told as an instance of a noun stays where it is if the tree
// has the noun on the name, lest neither hang on the root.
func TestExampleRing(t *testing.T) {
	s := tree(t, "Peru/NNP>2:nsubj met=meet/VBD>0:root envoys=envoy/NNS>6:compound ,/,>3:punct including=include/IN>6:case Chile/NNP>2:obj")
	for i := range s.Words {
		h := i
		for range s.Words {
			if h >= 0 {
				h = s.Words[h].Head
			}
		}
		if h >= 0 {
			t.Errorf("%q does not hang on the root", s.Words[i].Form)
		}
	}
}
