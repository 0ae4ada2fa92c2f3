package coder

import (
	"slices"
	"testing"

	"demarche"
	"demarche/internal/syntax"
)

// TestUnasked: who asks for a sanction is no author of it where the report knows one, who is
// then marked as inferred.
func TestUnasked(t *testing.T) {
	model, k := knowledge(t)
	for _, tc := range []struct {
		text, want string
		inferred   bool
	}{
		{"Canada demanded that sanctions be imposed on Sudan.", "CAN", false},
		{"The UN Security Council met on Monday. Canada demanded that sanctions be imposed on Sudan.", "UNO", true},
		{"The European Union met on Monday. Canada demanded that sanctions be imposed on Sudan.", "CAN", false},
		{"Canada demanded that sanctions be imposed on Sudan by the European Union.", "EUR", true},
		{"The UN Security Council met on Monday. Sanctions were imposed on Sudan.", "CAN", false},
	} {
		c := NewCoder(model, nil, k)
		reading := c.Read(&demarche.Report{ID: "r", Text: tc.text, Body: demarche.Span{End: len(tc.text)}})
		sc := &c.scene
		sc.open = reading.Open
		sc.look(&reading)
		sc.at = len(sc.trees) - 1
		sc.s.Set(sc.trees[sc.at].Words, k.lexicon)
		head := slices.IndexFunc(sc.s.Words, func(w syntax.Word) bool { return w.Form == "imposed" })
		f := candidate{head: head, sentence: sc.at}
		f.Type, f.Status, f.Actor, f.Recipient = "sanction", demarche.Demanded, []demarche.Code{"CAN"}, []demarche.Code{"SDN"}
		sc.unasked(&f)
		if got := joinCodes(f.Actor); got != tc.want || slices.Contains(f.Inferred, "actor") != tc.inferred {
			t.Errorf("%s: got %s, inferred %v", tc.text, got, f.Inferred)
		}
	}
}
