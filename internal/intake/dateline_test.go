package intake

import (
	"strings"
	"testing"
	"time"

	"demarche"
	"github.com/google/go-cmp/cmp"
)

// published is the day on which the reports of these tests appeared.
var published = demarche.Day{Year: 2022, Month: time.February, Date: 3}

// head is what a reader sees of a lead.
type head struct {
	Title, Place, Agency, Byline, Day, Body string
}

func headOf(text string, report demarche.Day) head {
	l := findLead(text, skipSpace(text, 0), report)
	d := l.dateline
	return head{l.title, d.Place, d.Agency, d.Byline, d.Date.String(), l.body.In(text)}
}

const told = "Russia has told two diplomats to leave."

func TestLeadIsFound(t *testing.T) {
	tests := []struct {
		head string // what stands before the news
		want head
	}{
		// the wires' own styles
		{"MOSCOW, February 2. /TASS/. ", head{Place: "MOSCOW", Agency: "TASS", Day: "2022-02-02"}},
		{"MOSCOW, March 13. /tass/. ", head{Place: "MOSCOW", Agency: "tass", Day: "2022-03-13"}},
		{"UNITED NATIONS, February 3 /TASS/. ", head{Place: "UNITED NATIONS", Agency: "TASS", Day: "2022-02-03"}},
		{"TASS, February 3. ", head{Agency: "TASS", Day: "2022-02-03"}},
		{"/TASS/. ", head{Agency: "TASS"}},
		{"MOSCOW. Feb 3 (Interfax) - ", head{Place: "MOSCOW", Agency: "Interfax", Day: "2022-02-03"}},
		{"MOSCOW, February 3 (RIA Novosti) – ", head{Place: "MOSCOW", Agency: "RIA Novosti", Day: "2022-02-03"}},
		{"MOSCOW (Sputnik) - ", head{Place: "MOSCOW", Agency: "Sputnik"}},
		{"WASHINGTON (UrduPoint News / Sputnik - 26th January, 2022) ", head{Place: "WASHINGTON", Agency: "UrduPoint News / Sputnik", Day: "2022-01-26"}},
		{"ISLAMABAD, (UrduPoint / Pakistan Point News - 26th Jan, 2022 ) :", head{Place: "ISLAMABAD", Agency: "UrduPoint / Pakistan Point News", Day: "2022-01-26"}},
		{"CAIRO - 3 February 2022: ", head{Place: "CAIRO", Day: "2022-02-03"}},
		{"Dhaka, February 3: ", head{Place: "Dhaka", Day: "2022-02-03"}},
		{"Kathmandu, Feb. 3\n\n", head{Place: "Kathmandu", Day: "2022-02-03"}},
		{"(ANSA) - ROME, FEB 3 - ", head{Place: "ROME", Agency: "ANSA", Day: "2022-02-03"}},
		{"NAIROBI, Kenya (AP) _\n\n", head{Place: "NAIROBI, Kenya", Agency: "AP"}},
		{"HAVANA (AP ) --\n\n", head{Place: "HAVANA", Agency: "AP"}},
		{"INDEPENDENCE, MO. (AP)--\n\n", head{Place: "INDEPENDENCE, MO.", Agency: "AP"}},
		{"AMHERST, N.Y. (AP) -- ", head{Place: "AMHERST, N.Y.", Agency: "AP"}},
		{"O'SMACH, Cambodia (AP)_ ", head{Place: "O'SMACH, Cambodia", Agency: "AP"}},
		{"McALLEN, Texas (AP) — ", head{Place: "McALLEN, Texas", Agency: "AP"}},
		{"ST. PETERSBURG, Russia (AP) — ", head{Place: "ST. PETERSBURG, Russia", Agency: "AP"}},
		{"WASHINGTON, D.C. (AP) — ", head{Place: "WASHINGTON, D.C.", Agency: "AP"}},
		{"NEW YORK (AP) -- ", head{Place: "NEW YORK", Agency: "AP"}},
		{"RIO de JANEIRO, Brazil (AP) — ", head{Place: "RIO de JANEIRO, Brazil", Agency: "AP"}},
		{"KYIV, Ukraine (AP) — ", head{Place: "KYIV, Ukraine", Agency: "AP"}},
		{"WASHINGTON (Reuters) - ", head{Place: "WASHINGTON", Agency: "Reuters"}},
		{"MOSCOW/WASHINGTON, Feb 3 (Reuters) - ", head{Place: "MOSCOW/WASHINGTON", Agency: "Reuters", Day: "2022-02-03"}},
		{"Feb 3 (Reuters) - ", head{Agency: "Reuters", Day: "2022-02-03"}},
		{"(Reuters) - ", head{Agency: "Reuters"}},
		{"PARIS, Feb 3, 2022 (AFP) - ", head{Place: "PARIS", Agency: "AFP", Day: "2022-02-03"}},
		{"Paris (AFP) - ", head{Place: "Paris", Agency: "AFP"}},
		{"Feb. 3 (UPI) -- ", head{Agency: "UPI", Day: "2022-02-03"}},
		{"BEIJING, Feb. 3 (Xinhua) -- ", head{Place: "BEIJING", Agency: "Xinhua", Day: "2022-02-03"}},
		{"LUSAKA, Feb.3 (Xinhua) --", head{Place: "LUSAKA", Agency: "Xinhua", Day: "2022-02-03"}},
		{"HANOI, Feb. 3 (Xinhua) ", head{Place: "HANOI", Agency: "Xinhua", Day: "2022-02-03"}},
		{"Jerusalem, Feb. 3 (Xinhua) -- ", head{Place: "Jerusalem", Agency: "Xinhua", Day: "2022-02-03"}},
		{"SEOUL, Feb. 3 (Yonhap) -- ", head{Place: "SEOUL", Agency: "Yonhap", Day: "2022-02-03"}},
		{"Pyongyang, February 3 (KCNA) -- ", head{Place: "Pyongyang", Agency: "KCNA", Day: "2022-02-03"}},
		{"Tokyo, Feb. 3 (Kyodo) ", head{Place: "Tokyo", Agency: "Kyodo", Day: "2022-02-03"}},
		{"Islamabad [Pakistan], February 3 (ANI): ", head{Place: "Islamabad [Pakistan]", Agency: "ANI", Day: "2022-02-03"}},
		{"NEW DELHI, Feb 3 (PTI) ", head{Place: "NEW DELHI", Agency: "PTI", Day: "2022-02-03"}},
		{"KUALA LUMPUR, Feb 3 (Bernama) -- ", head{Place: "KUALA LUMPUR", Agency: "Bernama", Day: "2022-02-03"}},
		{"TEHRAN, Feb. 03 (ISNA) - ", head{Place: "TEHRAN", Agency: "ISNA", Day: "2022-02-03"}},
		{"TEHRAN (FNA)- ", head{Place: "TEHRAN", Agency: "FNA"}},
		{"Tehran, IRNA – ", head{Place: "Tehran", Agency: "IRNA"}},
		{"MOSCOW, SANA- ", head{Place: "MOSCOW", Agency: "SANA"}},
		{"NNA - ", head{Agency: "NNA"}},
		{"ANKARA (AA) - ", head{Place: "ANKARA", Agency: "AA"}},
		{"Baku, 3 February, AZERTAC\n\n", head{Place: "Baku", Agency: "AZERTAC", Day: "2022-02-03"}},
		{"BAKU, Azerbaijan, Feb. 3\n\n", head{Place: "BAKU, Azerbaijan", Day: "2022-02-03"}},
		{"Azerbaijan, Baku, 23 January / corr. TrendNews K. Ramazanova/ ", head{Place: "Azerbaijan, Baku", Agency: "corr. TrendNews K. Ramazanova", Day: "2022-01-23"}},
		{"YEREVAN, FEBRUARY 3, ARMENPRESS. ", head{Place: "YEREVAN", Agency: "ARMENPRESS", Day: "2022-02-03"}},
		{"Yerevan/Mediamax/. ", head{Place: "Yerevan", Agency: "Mediamax"}},
		{"YEREVAN. – ", head{Place: "YEREVAN"}},
		{"MOSCOW, Interfax, Feb 3 - ", head{Place: "MOSCOW", Agency: "Interfax", Day: "2022-02-03"}},
		{"PARIS, 3 Feb. 2022 (AFP) - ", head{Place: "PARIS", Agency: "AFP", Day: "2022-02-03"}},
		{"VILNIUS, Feb 03, BNS - ", head{Place: "VILNIUS", Agency: "BNS", Day: "2022-02-03"}},
		{"MINSK, 3 February (BelTA) – ", head{Place: "MINSK", Agency: "BelTA", Day: "2022-02-03"}},
		{"PRAGUE, 3 February (ČTK) - ", head{Place: "PRAGUE", Agency: "ČTK", Day: "2022-02-03"}},
		{"SÃO PAULO, Feb 3 (EFE).- ", head{Place: "SÃO PAULO", Agency: "EFE", Day: "2022-02-03"}},
		{"Havana, Feb 3 (Prensa Latina) ", head{Place: "Havana", Agency: "Prensa Latina", Day: "2022-02-03"}},
		{"Berlin (dpa) - ", head{Place: "Berlin", Agency: "dpa"}},
		{"Brussels/Berlin (dpa) - ", head{Place: "Brussels/Berlin", Agency: "dpa"}},
		{"Jakarta (ANTARA) - ", head{Place: "Jakarta", Agency: "ANTARA"}},
		{"Seoul, South Korea (CNN) -- ", head{Place: "Seoul, South Korea", Agency: "CNN"}},
		{"Hong Kong (CNN)—", head{Place: "Hong Kong", Agency: "CNN"}},
		{"(CNN) — ", head{Agency: "CNN"}},
		{"(CNN)", head{Agency: "CNN"}},
		{"(Bloomberg) -- ", head{Agency: "Bloomberg"}},
		{"MOSCOW, Feb. 3, 2022 /PRNewswire/ -- ", head{Place: "MOSCOW", Agency: "PRNewswire", Day: "2022-02-03"}},
		{"February 3, 2022 (KHARTOUM) – ", head{Place: "KHARTOUM", Day: "2022-02-03"}},
		{"WARSAW, Feb 3 (New Wire) -- ", head{Place: "WARSAW", Agency: "New Wire", Day: "2022-02-03"}},
		{"MOSCOW, Tuesday, Feb. 1 (Agency) -- ", head{Place: "MOSCOW", Agency: "Agency", Day: "2022-02-01"}},

		// newspapers
		{"LONDON — ", head{Place: "LONDON"}},
		{"LONDON - ", head{Place: "LONDON"}},
		{"TEHRAN, Iran — ", head{Place: "TEHRAN, Iran"}},
		{"BEIRUT, Lebanon, Feb. 2 — ", head{Place: "BEIRUT, Lebanon", Day: "2022-02-02"}},
		{"BEIJING, Feb. 3 -- ", head{Place: "BEIJING", Day: "2022-02-03"}},
		{"SHAH ALAM, FEB 3: ", head{Place: "SHAH ALAM", Day: "2022-02-03"}},
		{"MIAMI _\n\n", head{Place: "MIAMI"}},
		{"ISLAMABAD: ", head{Place: "ISLAMABAD"}},
		{"NEW DELHI: ", head{Place: "NEW DELHI"}},
		{"KYIV, Ukraine\n\n", head{Place: "KYIV, Ukraine"}},
		{"Reuters | Mogadishu | Updated: 15-12-2020 11:44 IST | Created: 15-12-2020 11:44 IST\n", head{Place: "Mogadishu", Agency: "Reuters"}},
		{"Press Trust of India  |  New Delhi \n\n", head{Place: "New Delhi", Agency: "Press Trust of India"}},
		{"(Undated)\n\n", head{}},
		{"DIPLOMATIC DIGEST, June 1 (Agency)\n\n", head{Agency: "Agency", Day: "2022-06-01"}},

		// who wrote it
		{"By Jane Roe\n\n", head{Byline: "Jane Roe"}},
		{"By Jane Roe\n\nMACAO, Feb. 2 (Xinhua) -- ", head{Place: "MACAO", Agency: "Xinhua", Byline: "Jane Roe", Day: "2022-02-02"}},
		{"By Sportswriters Wang Zijiang and Zhao Renwei\n\nDOHA, Feb. 2 (Xinhua) -- ", head{Place: "DOHA", Agency: "Xinhua", Byline: "Wang Zijiang and Zhao Renwei", Day: "2022-02-02"}},
		{"by Xinhua writer Tian Sulei\n\nBEIJING, Feb. 2 (Xinhua) -- ", head{Place: "BEIJING", Agency: "Xinhua", Byline: "Tian Sulei", Day: "2022-02-02"}},
		{"By JANE ROE and JOHN VAN DOE, Associated Press\n\n", head{Agency: "Associated Press", Byline: "JANE ROE and JOHN VAN DOE"}},
		{"By JANE Q. ROE\nAssociated Press Writer\nMOSCOW (AP) - ", head{Place: "MOSCOW", Agency: "AP", Byline: "JANE Q. ROE"}},
		{"By Jane Roe, Special to The Post\n\n", head{Byline: "Jane Roe"}},
		{"By Jane Roe in Moscow\n\n", head{Byline: "Jane Roe"}},
		{"By Reuters Staff\n\n", head{Agency: "Reuters"}},
		{"By AFP\n\n", head{Agency: "AFP"}},
		{"By Jane Roe MOSCOW, Feb 3 (Reuters) - ", head{Place: "MOSCOW", Agency: "Reuters", Byline: "Jane Roe", Day: "2022-02-03"}},
		{"By Jane Roe\nFebruary 02, 2022\n\nISLAMABAD: ", head{Place: "ISLAMABAD", Byline: "Jane Roe", Day: "2022-02-02"}},
		{"Anadolu Agency\n\n", head{Agency: "Anadolu Agency"}},

		// what stands above
		{"Two told to leave\n\nLUSAKA, Feb. 3 (Xinhua) -- ", head{Title: "Two told to leave", Place: "LUSAKA", Agency: "Xinhua", Day: "2022-02-03"}},
		{"Two told to leave\n\nBy Jane Roe\n\nLUSAKA, Feb. 3 (Xinhua) -- ", head{Title: "Two told to leave", Place: "LUSAKA", Agency: "Xinhua", Byline: "Jane Roe", Day: "2022-02-03"}},
		{"Two told to leave\n\nBloomberg News,\n(Bloomberg) -- ", head{Title: "Two told to leave", Agency: "Bloomberg"}},
		{"Thursday February 3, 2022\n\nTwo Told to Leave\n\nISLAMABAD: ", head{Title: "Two Told to Leave", Place: "ISLAMABAD", Day: "2022-02-03"}},
		{"Eds: Updates with details\n\nGAZA, Feb. 3 (Xinhua) -- ", head{Place: "GAZA", Agency: "Xinhua", Day: "2022-02-03"}},
		{"(In third paragraph, \"two\" should be \"ten\")\n\nGAZA, Feb. 3 (Xinhua) -- ", head{Place: "GAZA", Agency: "Xinhua", Day: "2022-02-03"}},
		{"World\nPolitics\nSport\nNews feed\n\nTwo told to leave\n\nShare\n\nMOSCOW, February 3. /TASS/. ", head{Place: "MOSCOW", Agency: "TASS", Day: "2022-02-03"}},
	}
	for _, tt := range tests {
		tt.want.Body = told
		if diff := cmp.Diff(tt.want, headOf(tt.head+told+"\n", published)); diff != "" {
			t.Errorf("%q:\n%s", tt.head, diff)
		}
	}
}

func TestDoubtfulLeadStaysInBody(t *testing.T) {
	for _, text := range []string{
		"Norway on Friday hinted that it might answer.",
		"The Islamic Resistance Movement (Hamas)\n\non Tuesday urged a boycott.",
		"Moscow — Washington's oldest rival — said no.",
		"Moscow -- the capital -- was quiet.",
		"NATO - the alliance - met on Monday.",
		"NATO – Russia relations are at their lowest.",
		"US – China trade talks ended.",
		"RUSSIA - UKRAINE WAR enters its third week.",
		"US-led talks (Reuters) - it said - failed.",
		"GREECE's slow walk to a balanced budget is far from over.",
		"KLM Harbour Inc. said it would part with its two ferries.",
		"BORALDYNE Inc., Denver, said its sister firm had moved to the coast.",
		"PLT International Inc., Maple Hills, N.J., short of cash, said no.",
		"MR PRICE: Good afternoon, everyone.\n\nQUESTION: Good afternoon.",
		"SMITH: We shall answer.\n\nJONES: When?",
		"G.K. MOOPANAR: Leader of the party.\n\nN. CHANDRABABU NAIDU: Chief minister.",
		"URGENT: 3,012 people hurt in storms in Japan this May",
		"FLASH: DEMOCRATS GAIN NECESSARY SEATS: CNN",
		"EXCLUSIVE - Russia to expel diplomats, sources say",
		"By Friday the envoys had gone.\n\nNobody saw them off.",
		"By the end of the year, China's netizens totaled 123 million.\n\nMore will come.",
		"By March 3 they must go.\n\nSo must their families.",
		"By order of the minister\n\nall envoys were recalled.",
		"May 4 (a Tuesday) - a date to remember - is near.",
		"March 3 was the last day.",
		"Saltlakes Holdings (Private) Limited has ramped up output.",
		"Gazprom (GAZP) - the company - denied it.",
		"The envoy left.\n\nMOSCOW, Feb 3 (AP) -- His successor came.",
		"Reuters said on Tuesday that two envoys had left.",
		"TASS, the state agency, said so.",
		"Paris, Feb. 3, was cold.",
		"WASHINGTON, Putin said, is to blame.",
		"Interfax-Ukraine - quoting the ministry - said so.",
		"MOSCOW, Feb. 3-4",
		"date palms grow here.",
	} {
		want := head{Body: strings.TrimSpace(text)}
		if diff := cmp.Diff(want, headOf(text, published)); diff != "" {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
}

func TestDatelineTakesItsYearFromTheReport(t *testing.T) {
	tests := []struct {
		dateline, report, want string
		bad                    bool
	}{
		{"Dec 31", "2017-01-01", "2016-12-31", false},
		{"Jan 1", "2016-12-31", "2017-01-01", false},
		{"July 2", "2016-07-02", "2016-07-02", false},
		{"Feb 29", "2020-03-01", "2020-02-29", false},
		{"Feb 29", "2022-03-01", "", true},
		{"Feb 30, 2022", "2022-03-01", "", true},
		{"Feb 3, 1999", "2022-03-01", "1999-02-03", false},
		{"2022-02-28", "2022-03-01", "2022-02-28", false},
	}
	for _, tt := range tests {
		report, err := demarche.ParseDay(tt.report)
		if err != nil {
			t.Fatal(err)
		}
		l := findLead("MOSCOW, "+tt.dateline+" (AP) -- "+told, 0, report)
		if l.dateline.Date.String() != tt.want || l.badDay != tt.bad {
			t.Errorf("%s in a report of %s is %q (bad: %v), want %q (bad: %v)", tt.dateline, tt.report, l.dateline.Date, l.badDay, tt.want, tt.bad)
		}
	}
}

func FuzzDateline(f *testing.F) {
	for _, s := range []string{
		"MOSCOW, February 2. /TASS/. Russia and", "NAIROBI, Kenya (AP) _\n\nU.S.", "Headline\n\nBy Jane Roe\n\nPARIS, Feb 3 (AFP) - X",
		"Reuters | Mogadishu | Updated: 1\nX", "By Jane Roe MOSCOW (AP) - X", "KYIV,\u00a0Ukraine\u00a0— X", "(Undated)\nX", "2022-02-30 (AP) - X", "ST. \xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := findLead(text, skipSpace(text, 0), published)
		d := l.dateline
		if d.Span.Start < 0 || d.Span.End > len(text) || d.Span.Start > d.Span.End {
			t.Fatalf("dateline %v outside %d bytes", d.Span, len(text))
		}
		if l.body.Start < d.Span.End || l.body.Start > l.body.End || l.body.End > len(text) {
			t.Fatalf("body %v after dateline %v in %d bytes", l.body, d.Span, len(text))
		}
		if d.Span.Len() == 0 && l.body.Start != skipSpace(text, 0) {
			t.Fatalf("no dateline, but the body begins at %d", l.body.Start)
		}
		for _, part := range []string{d.Place, d.Agency} {
			if !strings.Contains(d.Span.In(text), part) {
				t.Fatalf("%q is not in the dateline %q", part, d.Span.In(text))
			}
		}
	})
}
