package coder

import "testing"

// TestSetOut: a journey told in the present tense is one to come, and so is what it is made for.
func TestSetOut(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Kenyan President William Ruto flies to Uganda next week to meet President Yoweri Museveni.", "consult KEN UGA planned"},
		{"Kenyan President William Ruto departs on Sunday for a visit to Uganda.", "consult KEN UGA planned"},
		{"The row broke out days before Kenyan President William Ruto leaves for a visit to Uganda.", "consult KEN UGA planned"},
		{"The row broke out days before Kenyan President William Ruto left for a visit to Uganda.", "consult KEN UGA actual"},
		{"Kenyan President William Ruto will use talks with Uganda to speak of trade.", "consult KEN UGA planned"},
		{"Kenyan President William Ruto, who has criticised Chad, leaves for Uganda next week.", "accuse KEN TCD actual; consult KEN UGA planned"},
	})
	model, k := knowledge(t)
	for _, x := range []struct{ text, want string }{
		{"Kenyan President William Ruto departs on Sunday for a visit to Uganda.", "2019-03-17"},
		{"On Monday Kenya proposed talks with Uganda.", ""},
		{"Kenya proposed talks with Uganda on April 3.", "2019-04-03"},
		{"Kenya invited the Ugandan president last week to visit Nairobi.", ""},
	} {
		report := on(t, "2019-03-14")
		report.Text, report.Body.End = x.text, len(x.text)
		for _, e := range NewCoder(model, nil, k).Code(&report) {
			if got := e.Date.String(); got != x.want {
				t.Errorf("%s\n got %s\nwant %s", x.text, got, x.want)
			}
		}
	}
}

// TestItinerary: a journey told by its days, each of which has its own State and city.
func TestItinerary(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-14"), []account{
		{"Kenyan President William Ruto will travel to Uganda on Tuesday and to Rwanda on Thursday.", "consult KEN UGA planned; consult KEN RWA planned"},
		{"Kenyan President William Ruto visited Uganda on Tuesday and Rwanda protested on Wednesday.", "consult KEN UGA actual"},
	}, "consult")
	model, k := knowledge(t)
	report := on(t, "2019-03-14")
	report.Text = "Kenyan President William Ruto will visit Lima on Tuesday, Quito on Thursday and Santiago on Friday."
	report.Body.End = len(report.Text)
	got := ""
	for _, e := range NewCoder(model, nil, k).Code(&report) {
		got += e.Place + " " + e.Date.String() + "; "
	}
	if want := "Lima 2019-03-19; Quito 2019-03-21; Santiago 2019-03-22; "; got != want {
		t.Errorf("%s\n got %s\nwant %s", report.Text, got, want)
	}
}
