package text

import (
	"slices"
	"strings"
	"testing"
)

// Each example is a text and its sentences, with a space between tokens.
type example struct {
	text string
	want []string
}

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		if got := forms(e.text); !slices.Equal(got, e.want) {
			t.Errorf("%q\n got %s\nwant %s", e.text, strings.Join(got, " | "), strings.Join(e.want, " | "))
		}
	}
}

func TestWords(t *testing.T) {
	for _, e := range []struct{ text, want string }{
		// A word that leans on the one before is a token of its own.
		{"Russia's envoys won't leave.", "Russia 's envoys wo n't leave ."},
		{"Russia’s envoys won’t leave.", "Russia ’s envoys wo n’t leave ."},
		{"the ministers' talks", "the ministers ' talks"},
		{"It's what we'd said they'll do; I'm sure you've read it.", "It 's what we 'd said they 'll do ; I 'm sure you 've read it ."},
		{"Moscow cannot and will not wait, he's gonna say.", "Moscow can not and will not wait , he 's gon na say ."},
		{"THEY CAN'T STAY", "THEY CA N'T STAY"},
		{"the crew of the \"Kursk\"'s sister ship", "the crew of the \" Kursk \" 's sister ship"},
		// An apostrophe inside a name is part of it.
		{"O'Brien met the Ba'athists after the coup d'état.", "O'Brien met the Ba'athists after the coup d'état ."},
		{"in '98, the '60s and the 1990's", "in '98 , the '60s and the 1990's"},

		// Hyphens cut compounds but not prefixes.
		{"a tit-for-tat expulsion", "a tit - for - tat expulsion"},
		{"the 72-hour, three-year limit", "the 72 - hour , three - year limit"},
		{"the re-elected, pro-Kremlin vice-chair sent an e-mail", "the re-elected , pro-Kremlin vice - chair sent an e-mail"},
		{"co-operation in mid-2004 and non-EU states", "co-operation in mid-2004 and non-EU states"},
		{"UN-led talks with al-Qaida", "UN - led talks with al - Qaida"},
		{"two- and three-day visits", "two - and three - day visits"},
		{"the U.S.-led, Calif.-based group", "the U.S. - led , Calif. - based group"},
		{"over-the-counter", "over - the - counter"},
		{"an F-16 and the Franco‑German plan", "an F - 16 and the Franco ‑ German plan"},

		// Figures.
		{"$100, US$ 5, €3.5bn and £1,200", "$ 100 , US$ 5 , € 3.5 bn and £ 1,200"},
		{"10% of 3,500 in 1,024.5km", "10 % of 3,500 in 1,024.5 km"},
		{"at 10:30 and 7pm, or 7 p.m. GMT", "at 10:30 and 7 pm , or 7 p.m. GMT"},
		{"on 2021-11-30 or 11/30/2021, since 9/11", "on 2021-11-30 or 11/30/2021 , since 9/11"},
		{"call 713-555-0142 or +44 20 7946 0000", "call 713-555-0142 or +44 20 7946 0000"},
		{"5-10 of them, 1999–2004, won 2-1", "5 - 10 of them , 1999 – 2004 , won 2 - 1"},
		{"the 20th of the 1970s, .5 and v2.0", "the 20th of the 1970s , .5 and v2.0"},
		{"On Sept. 11,2001 it began", "On Sept. 11 , 2001 it began"},

		// Abbreviations keep their stops.
		{"Sen. J. Doe met Gov. P.J.Roe of the U.S. in St. Petersburg", "Sen. J. Doe met Gov. P.J. Roe of the U.S. in St. Petersburg"},
		{"No. 5, vol. 3, Art. 9 and Nov.28", "No. 5 , vol. 3 , Art. 9 and Nov. 28"},
		{"Acme Inc., Roe Corp. and Doe & Co. of AT&T", "Acme Inc. , Roe Corp. and Doe & Co. of AT&T"},
		{"a Ph.D., e.g. his, cost 40 U.S.dollars", "a Ph.D. , e.g. his , cost 40 U.S. dollars"},

		// Quotes, dashes, brackets and slashes.
		{"``We go,'' he said", "`` We go , '' he said"},
		{"“We go,” he said -- or ‘go’", "“ We go , ” he said -- or ‘ go ’"},
		{"PARIS (AP) _ The talks", "PARIS ( AP ) _ The talks"},
		{"talks—in May—and/or June (1998)", "talks — in May — and / or June ( 1998 )"},
		{"Well... \"[...] we\" left?!", "Well ... \" [...] we \" left ?!"},
		{"/TASS/", "/ TASS /"},

		// Addresses.
		{"See https://example.org/a-b?c=d, or www.example.com.", "See https://example.org/a-b?c=d , or www.example.com ."},
		{"Write to jane.roe-doe@mfa.example.org, or @mfa_press #talks", "Write to jane.roe-doe@mfa.example.org , or @mfa_press #talks"},
		{"whitehouse.gov/news said", "whitehouse.gov/news said"},

		// What is no English.
		{"caf\xe9 — Москва́ 北京", "caf\xe9 — Москва́ 北京"},
		{"a\u00a0b\u3000c", "a b c"},
	} {
		if got := strings.Join(forms(e.text), " "); got != e.want {
			t.Errorf("%q\n got %s\nwant %s", e.text, got, e.want)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Run("a stop ends a sentence", func(t *testing.T) {
		check(t, []example{
			{"The envoy left. Nobody saw him. Why? It rained!", []string{"The envoy left .", "Nobody saw him .", "Why ?", "It rained !"}},
			{"It cost $3.5 million. 27 diplomats left.", []string{"It cost $ 3.5 million .", "27 diplomats left ."}},
			{"He left.Then they came.", []string{"He left .", "Then they came ."}},
			{"They meet on Jan. 30. Talks go on.", []string{"They meet on Jan. 30 .", "Talks go on ."}},
		})
	})
	t.Run("an abbreviation's stop does not", func(t *testing.T) {
		check(t, []example{
			{"The U.S. Ambassador met Lt. Gen. A. B. Doe at 9 a.m. Monday.", []string{"The U.S. Ambassador met Lt. Gen. A. B. Doe at 9 a.m. Monday ."}},
			{"Mr. Roe, No. 2 of Acme Corp. Chairman Doe's firm, flew from St. Louis.", []string{"Mr. Roe , No. 2 of Acme Corp. Chairman Doe 's firm , flew from St. Louis ."}},
			{"BEIJING, Nov. 28 (Agency) -- China said no.", []string{"BEIJING , Nov. 28 ( Agency ) -- China said no ."}},
			{"NEWARK, N.J. _ The mayor left.", []string{"NEWARK , N.J. _ The mayor left ."}},
			{"Foreign Ministry spokesman Roe vs. Doe et al. 1998 and so on.", []string{"Foreign Ministry spokesman Roe vs. Doe et al. 1998 and so on ."}},
		})
	})
	t.Run("unless what follows opens a sentence", func(t *testing.T) {
		check(t, []example{
			{"He was sent to the U.S. The ministry was silent.", []string{"He was sent to the U.S.", "The ministry was silent ."}},
			{"They left at 7 p.m. Officials waited.", []string{"They left at 7 p.m .", "Officials waited ."}},
			{"He works for Acme Inc. It makes tyres.", []string{"He works for Acme Inc .", "It makes tyres ."}},
			{"\"They went to the U.S.\" He did not.", []string{"\" They went to the U.S. \"", "He did not ."}},
			{"Was it he or I. Nobody knew.", []string{"Was it he or I .", "Nobody knew ."}},
			{"Did they agree? No. They left.", []string{"Did they agree ?", "No .", "They left ."}},
		})
	})
	t.Run("a closing quote belongs to what it closes", func(t *testing.T) {
		check(t, []example{
			{"\"They must leave.\" He said no more.", []string{"\" They must leave . \"", "He said no more ."}},
			{"``They must leave.'' He said no more.", []string{"`` They must leave . ''", "He said no more ."}},
			{"“They must leave.” (He did.) Then: ‘Go.’ We went.", []string{"“ They must leave . ”", "( He did . )", "Then : ‘ Go . ’", "We went ."}},
			{"''We go,'' he said. ''They stay.''", []string{"'' We go , '' he said .", "'' They stay . ''"}},
			{"He said: \" They must leave . \" They did.", []string{"He said : \" They must leave . \"", "They did ."}},
			{"He wept. \"We are done.\"", []string{"He wept .", "\" We are done . \""}},
		})
	})
	t.Run("also where every token is set apart", func(t *testing.T) {
		check(t, []example{
			{"He wept . \" They must leave . \" He said no more .", []string{"He wept .", "\" They must leave . \"", "He said no more ."}},
			{"\" We go , \" he said . \" They stay . \" Rome waits .", []string{"\" We go , \" he said .", "\" They stay . \"", "Rome waits ."}},
			{"He said : ' They must leave . ' They did .", []string{"He said : ' They must leave . '", "They did ."}},
			{"Must they leave ? ? ? They must ... ? Yes .", []string{"Must they leave ? ? ?", "They must ... ?", "Yes ."}},
			// The first quote is never closed: it goes on in a paragraph whose break is lost.
			{"\" We will answer . \" They know it , \" he said . \" We can wait . \" Rome is silent .",
				[]string{"\" We will answer .", "\" They know it , \" he said .", "\" We can wait . \"", "Rome is silent ."}},
			{"Two envoys sent home after quarrel It 's over .", []string{"Two envoys sent home after quarrel", "It 's over ."}},
			{"Roe , J. ; Doe , K. , in 1998 .", []string{"Roe , J. ; Doe , K. , in 1998 ."}},
		})
	})
	t.Run("who said it belongs to the quote", func(t *testing.T) {
		check(t, []example{
			{"\"Go!\" he said. \"Why?\" asked Roe.", []string{"\" Go ! \" he said .", "\" Why ? \" asked Roe ."}},
			{"\"Who will pay?\" Minister Jane Roe asked. Nobody.", []string{"\" Who will pay ? \" Minister Jane Roe asked .", "Nobody ."}},
			{"\"We go.\" -- Jane Roe", []string{"\" We go . \" -- Jane Roe"}},
		})
	})
	t.Run("dots that leave something out", func(t *testing.T) {
		check(t, []example{
			{"He waited ... and waited. Then...", []string{"He waited ... and waited .", "Then ..."}},
			{"It is over . . . for now.", []string{"It is over . . . for now ."}},
			{"“The talks [...] failed,” he said.", []string{"“ The talks [...] failed , ” he said ."}},
		})
	})
	t.Run("numbers of items", func(t *testing.T) {
		check(t, []example{
			{"1. The ministry objects. 2. It will answer.", []string{"1 . The ministry objects .", "2 . It will answer ."}},
			{"He died in 1998. [4] [12] She lives.", []string{"He died in 1998 . [ 4 ] [ 12 ]", "She lives ."}},
		})
	})
}

func TestLines(t *testing.T) {
	t.Run("a blank line ends a sentence", func(t *testing.T) {
		check(t, []example{
			{"Envoys expelled\n\nMoscow said on Friday it would answer.", []string{"Envoys expelled", "Moscow said on Friday it would answer ."}},
			{"Envoys expelled\r\n \r\nMoscow waits.", []string{"Envoys expelled", "Moscow waits ."}},
		})
	})
	t.Run("so does a line break between paragraphs", func(t *testing.T) {
		check(t, []example{
			{"Envoys expelled\nMoscow said on Friday it would answer.\nRome did not.", []string{"Envoys expelled", "Moscow said on Friday it would answer .", "Rome did not ."}},
			{"The measures:\n- visas end\n- the school closes\n", []string{"The measures :", "- visas end", "- the school closes"}},
		})
	})
	t.Run("one that wraps a paragraph does not", func(t *testing.T) {
		check(t, []example{
			{"The ministry said on Friday that\ntwo diplomats would have to leave\nthe country by noon. They must\nhand in their cards.",
				[]string{"The ministry said on Friday that two diplomats would have to leave the country by noon .", "They must hand in their cards ."}},
			{"Ministry expels two\n\nThe ministry said on Friday that\ntwo diplomats would have to leave\nthe country at once.\n   They must hand in their cards\nbefore they go.",
				[]string{"Ministry expels two", "The ministry said on Friday that two diplomats would have to leave the country at once .", "They must hand in their cards before they go ."}},
		})
	})
	t.Run("one that was lost is found again", func(t *testing.T) {
		check(t, []example{
			{"Two envoys sent home after quarrel The ministry said on Friday it was sorry.", []string{"Two envoys sent home after quarrel", "The ministry said on Friday it was sorry ."}},
			{"Two envoys sent home Monday, May 4, 2015 Rome is sorry.", []string{"Two envoys sent home", "Monday , May 4 , 2015", "Rome is sorry ."}},
			{"They met on Monday, May 4, 2015, in Rome.", []string{"They met on Monday , May 4 , 2015 , in Rome ."}},
			{"The minister at the gate Photo: Jane Roe. She left.", []string{"The minister at the gate", "Photo : Jane Roe .", "She left ."}},
			{"Envoys Meet With the President in Rome", []string{"Envoys Meet With the President in Rome"}},
		})
	})
}
