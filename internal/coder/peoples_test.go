package coder

import "testing"

// TestPeoples: persons of several States named by their adjectives all take part, however the
// tree has the adjectives.
func TestPeoples(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-05"), []account{
		{"A meeting of Greek, Cypriot and Israeli energy ministers will be held in Nicosia next week.", "consult GRC CYP+ISR planned"},
		{"Kigali will host a meeting of Rwandan, Congolese and Ugandan defence chiefs on Friday.", "consult RWA UGA+COD planned"},
		{"Talks among Kenyan, Somali and Djiboutian experts ended in Nairobi on Monday.", "consult KEN SOM+DJI actual"},
		{"Lima hosted a meeting of Chilean, Bolivian and Ecuadorean generals on Monday.", "consult PER CHL+BOL+ECU actual"},
		{"The film was shown to Greek, Cypriot and Israeli students and teachers.", ""},
	})
}

// TestJourneysToTalks: a journey and the talks with the host and others that it is made for are
// one meeting, but a visit and a meeting elsewhere are two.
func TestJourneysToTalks(t *testing.T) {
	checkAccounts(t, on(t, "2019-03-05"), []account{
		{"Kenyan Foreign Minister Monica Juma flew to Kampala on Monday for talks with Ugandan and Rwandan officials.", "consult KEN UGA+RWA actual"},
		{"Dutch Foreign Minister Stef Blok will travel to Warsaw on Friday for talks with Polish and Ukrainian leaders.", "consult NLD POL+UKR planned"},
		// whom a visitor also saw he saw on his visit
		{"Russian Deputy Foreign Minister Mikhail Bogdanov visited Beirut on Monday. He also met the Lebanese president.", "consult RUS LBN actual"},
		{"Greek Foreign Minister George Katrougalos visited Ankara on Monday and met Cypriot officials in Nicosia on Tuesday.", "consult GRC TUR actual; consult GRC CYP actual"},
	})
}
