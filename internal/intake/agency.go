package intake

import "strings"

// agencies are the names by which news agencies and broadcasters sign their
// datelines. A name that is not here is still taken for an agency where the
// rest of the dateline leaves no doubt.
var agencies = setOf(
	// worldwide
	"AP", "Associated Press", "The Associated Press", "Reuters", "Thomson Reuters", "AFP",
	"Agence France-Presse", "Agence France Presse", "UPI", "United Press International", "dpa", "dpa international", "EFE",
	"Bloomberg", "Bloomberg News", "Dow Jones", "Dow Jones Newswires", "RTTNews", "CNN", "BBC", "BBC News", "BBC Monitoring",
	"VOA", "VOA News", "Voice of America", "RFE/RL", "RFE", "RL", "Al Jazeera", "Euronews", "IPS", "Inter Press Service", "IRIN",
	"UN News", "PRNewswire", "PR Newswire", "Business Wire", "GLOBE NEWSWIRE", "JTA", "CNS", "Catholic News Service", "ENI", "AllAfrica",
	// Europe
	"PA", "PA Media", "Press Association", "ANSA", "AGI", "Adnkronos", "Ansa", "Agenzia Nova", "Belga", "ANP", "Lusa", "Europa Press",
	"APA", "SDA", "Keystone-SDA", "Ritzau", "NTB", "TT", "STT", "BNS", "ELTA", "LETA", "PAP", "CTK", "ČTK", "TASR", "SITA", "MTI", "STA", "Hina",
	"FENA", "SRNA", "Tanjug", "Beta", "FoNet", "MIA", "Makfax", "ATA", "ANA-MPA", "ANA", "AMNA", "BTA", "Focus News Agency", "Agerpres", "Mediafax",
	"Moldpres", "Infotag", "Ukrinform", "UNIAN", "Interfax-Ukraine", "BelTA", "Belapan", "BelaPAN",
	// Russia, the Caucasus, Central Asia
	"TASS", "ITAR-TASS", "Itar-Tass", "Interfax", "Interfax-AVN", "RIA Novosti", "RIA", "Sputnik", "Regnum", "Rossiya Segodnya", "TrendNews", "Trend",
	"AZERTAC", "AzerTAc", "Azertag", "Turan", "Report", "Armenpress", "Mediamax", "ARKA", "Noyan Tapan", "Arminfo", "InterPressNews",
	"Civil Georgia", "Kazinform", "Interfax-Kazakhstan", "Kabar", "AKIpress", "24.kg", "UzA", "Khovar", "Asia-Plus", "Avesta", "TDH",
	// Middle East, North Africa
	"AA", "Anadolu", "Anadolu Agency", "Anadolu Ajansi", "DHA", "IHA", "IRNA", "ISNA", "Fars", "FNA", "Fars News Agency", "MNA", "Mehr", "Mehr News Agency",
	"Tasnim", "Tasnim News Agency", "Press TV", "Iran Press", "SANA", "NNA", "Petra", "KUNA", "QNA", "WAM", "SPA", "BNA", "ONA", "Saba", "INA", "NINA",
	"Shafaq News", "Rudaw", "WAFA", "Ma'an", "MENA", "LANA", "TAP", "APS", "MAP", "Albawaba",
	// Africa
	"PANA", "NAN", "KNA", "ENA", "FBC", "SUNA", "Sudan Tribune", "SONNA", "ANGOP", "Angop", "SAPA", "ZIANA", "New Ziana", "AIM", "GNA", "Zana", "APA News",
	// South and East Asia, the Pacific
	"PTI", "Press Trust of India", "ANI", "IANS", "UNI", "HT", "TNN", "APP", "PPI", "NNI", "INP", "Online", "SNS", "UrduPoint", "UrduPoint News",
	"Pakistan Point News", "BSS", "UNB", "bdnews24", "RSS", "Pajhwok", "Pajhwok Afghan News", "TOLOnews", "Khaama Press", "Bakhtar", "AIP",
	"Xinhua", "Xinhua News Agency", "CNS", "China News Service", "Kyodo", "Kyodo News", "Jiji", "Jiji Press", "Yonhap", "Yonhap News", "KCNA", "CNA",
	"Focus Taiwan", "Montsame", "VNA", "VNS", "AKP", "KPL", "TNA", "NNT", "MCOT", "Bernama", "Antara", "PNA", "Philippine News Agency", "AAP", "NZPA", "PACNEWS", "PINA",
	// the Americas
	"CP", "Canadian Press", "The Canadian Press", "Prensa Latina", "PL", "ACN", "AIN", "Telam", "Télam", "NA", "Notimex", "Andina", "ABI", "AVN", "ABN", "Agencia Brasil", "Agência Brasil",
	// as the reports of this project's tests sign
	"Agency",
)

// loudAgencies are the agencies whose name alone, without brackets or place,
// can open a dateline: no one could take it for the first word of a sentence.
var loudAgencies = setOf("Reuters", "AFP", "UPI", "TASS", "ITAR-TASS", "Interfax", "RIA Novosti", "Xinhua", "KCNA", "Yonhap", "Bloomberg", "IRNA", "ISNA", "Tasnim",
	"SANA", "NNA", "KUNA", "WAFA", "Anadolu Agency", "Associated Press", "The Associated Press", "Press Trust of India", "PTI", "ANI", "IANS", "Kyodo", "Kyodo News",
	"Bloomberg News", "BBC News", "BelTA", "Armenpress", "Ukrinform", "BNS", "dpa", "EFE", "ANSA", "Prensa Latina", "Bernama", "Agence France-Presse", "VOA News", "Xinhua News Agency")

// setOf is a set of names, in lower case.
func setOf(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, n := range names {
		set[strings.ToLower(n)] = true
	}
	return set
}

// isAgency says whether a name, in whatever case, is a news agency's.
func isAgency(name string) bool { return agencies[strings.ToLower(name)] }

// namesAgency says whether a signature such as "UrduPoint News / Sputnik" or
// "corr. TrendNews K. Ramazanova" names an agency.
func namesAgency(signature string) bool {
	if isAgency(signature) {
		return true
	}
	parts := strings.FieldsFunc(signature, func(r rune) bool { return strings.ContainsRune("/|,;", r) })
	for _, p := range parts {
		if isAgency(strings.TrimSpace(p)) {
			return true
		}
		for _, w := range strings.Fields(p) {
			if len(w) > 2 && agencies[strings.ToLower(w)] && w != strings.ToLower(w) {
				return true
			}
		}
	}
	return false
}

// agencyAt finds the longest agency's name that is written out at s[i:], up to
// the end of a word.
func agencyAt(s string, i int) (name string, end int) {
	j := i
	for range 4 {
		_, j = wordAt(s, j)
		if j == i {
			break
		}
		if isAgency(s[i:j]) {
			name, end = s[i:j], j
		}
		next := skipBlanks(s, j)
		if next == j {
			break
		}
		j = next
	}
	return name, end
}

// notPlaces are words in capitals that open headlines, notes to editors and
// sentences, but no dateline.
var notPlaces = setOf(
	"URGENT", "FLASH", "UPDATE", "UPDATED", "BREAKING", "ALERT", "EXCLUSIVE", "ANALYSIS", "OPINION", "COMMENT", "COMMENTARY", "EDITORIAL", "EXPLAINER", "FACTBOX",
	"TIMELINE", "CHRONOLOGY", "BACKGROUND", "SUMMARY", "HIGHLIGHTS", "CORRECTION", "CORRECTED", "REFILE", "ADVISORY", "NOTE", "EDITORS", "EDS", "WATCH", "VIDEO", "PHOTO",
	"PHOTOS", "LIVE", "READ", "MORE", "ALSO", "FEATURE", "INTERVIEW", "PROFILE", "TRANSCRIPT", "REMARKS", "STATEMENT", "PRESS", "RELEASE", "QUESTION", "ANSWER", "MODERATOR", "REPORTER",
	"MR", "MRS", "MS", "DR", "SIR", "PRESIDENT", "SECRETARY", "MINISTER", "AMBASSADOR", "SENATOR", "SPOKESMAN", "SPOKESPERSON", "SPOKESWOMAN", "CHAIR", "CHAIRMAN",
	"NEWS", "DIGEST", "ROUNDUP", "BRIEF", "BRIEFS", "DIARY", "CALENDAR", "AGENDA", "DAYBOOK", "BULLETIN", "REPORT", "HEADLINES", "WORLD", "TOPLINE",
	"US", "USA", "UK", "EU", "UN", "UAE", "DPRK", "ROK", "PRC", "DRC", "NATO", "OPEC", "ASEAN", "BRICS", "OSCE", "IAEA", "CSTO", "ECOWAS", "OECD", "UNESCO", "UNICEF", "UNHCR",
	"INTERPOL", "EUROPOL", "AUKUS", "QUAD", "IGAD", "GCC", "OIC", "SCO", "CIS", "WHO", "WTO", "IMF", "ICC", "ICJ", "NASA", "FIFA", "UEFA", "COVID", "HIV", "AIDS", "HAMAS", "HEZBOLLAH",
	"TRUMP", "BIDEN", "OBAMA", "PUTIN", "LAVROV", "ZAKHAROVA", "PESKOV", "ZELENSKY", "XI", "BLINKEN",
)

// isHeading says whether words in capitals are a heading, not a place: one of
// them opens headlines, not datelines.
func isHeading(words string) bool {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '/' || r == ',' || r == '.' }) {
		if notPlaces[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
