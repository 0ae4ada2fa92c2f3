package coder

import (
	"testing"

	"demarche"
)

// TestParties: who does what to whom, as a reader would say: of persons named without
// their State, of those whom a title or "the two" takes up, of tours, of meetings held one
// by one, and of conferences.
func TestParties(t *testing.T) {
	checkAccounts(t, on(t, "2006-12-14"), []account{
		// a person's State is not that of who meets him
		{"British Prime Minister Tony Blair met President Jacques Chirac in Vienna on Monday.", "consult GBR FRA actual"},
		{"British Prime Minister Tony Blair accused Foreign Minister Sergei Lavrov of meddling.", "accuse GBR RUS actual"},
		// a tour is a meeting with each who is toured
		{"The Norwegian president left on Monday for a tour of Kenya, Peru and Japan.", "consult NOR KEN actual; consult NOR PER actual; consult NOR JPN actual"},
		// what is talked about has no part in it
		{"The Norwegian and Kenyan presidents discussed Peru by telephone on Monday.", "consult NOR KEN actual"},
		// whom somebody joins does it too
		{"Norway joined Kenya and Peru in condemning Japan.", "accuse NOR+KEN+PER JPN actual"},
		{"King Abdullah of Jordan accused Kenya of meddling.", "accuse JOR KEN actual"},
		// the title used before is surer than another of its rank
		{"Nepali President Ram Yadav held talks with the Bangladeshi prime minister in Dhaka. The president condemned Kenya.", "consult NPL BGD actual; accuse NPL KEN actual"},
		// the rank of many States
		{"India and Pakistan held talks in Delhi in May. The foreign secretaries of the two countries met again in June.", "consult IND PAK actual; consult IND PAK actual"},
		// a tour is one event of each State, a list of visitors too
		{"French President Jacques Chirac will visit Kenya, Egypt and South Africa next week.", "consult FRA KEN planned; consult FRA EGY planned; consult FRA ZAF planned"},
		{"French Foreign Minister Michel Barnier will travel to Damascus, Beirut and Amman for talks.", "consult FRA SYR planned; consult FRA LBN planned; consult FRA JOR planned"},
		{"China has cancelled visits by Danish and Dutch ministers.", "consult CHN DNK ended; consult CHN NLD ended"},
		// whose mission they come from does not send them home
		{"Kenya is expelling 34 Somali diplomats, the foreign ministry said. It also expelled 27 people from the Malian embassy.", "expel KEN SOM actual; expel KEN MLI actual"},
		// what is joined to a mission, not to its city, and "remaining" is no verb
		{"Kenya closed its embassy in Tehran and a consulate in Mashhad.", "close KEN IRN actual; close KEN IRN actual"},
		{"Kenya ordered all remaining Somali diplomats to leave within five days.", "expel KEN SOM actual"},
		// one by one, and all together
		{"Chinese President Hu Jintao met Russian President Vladimir Putin and Japanese Prime Minister Shinzo Abe separately on Thursday.", "consult CHN RUS actual; consult CHN JPN actual"},
		{"Chinese President Hu Jintao met Russian President Vladimir Putin and Japanese Prime Minister Shinzo Abe on Thursday.", "consult CHN RUS+JPN actual"},
		{"Jordan's King Abdullah and Palestinian President Mahmud Abbas met in Aqaba on Monday.", "consult JOR PSE actual"},
		// a State and a movement
		{"Uganda and the rebels of the Lord Resistance Army resumed peace talks in Juba. The two sides last met in May.", "consult UGA XXX actual; consult UGA XXX actual"},
		{"Ugandan rebels urged Uganda to free their leader. The government rejected the demand.", "demand XXX UGA actual; reject UGA XXX actual"},
		{"Sri Lanka's army chief said the government and the Tamil Tigers had not spoken. Norway has failed to arrange a meeting between the two sides.", "consult LKA XXX denied"},
		{"Sri Lanka accused the Tamil Tigers of shelling a village. The group denied the charge.", "accuse LKA XXX actual; reject XXX LKA actual"},
		{"The leader of the Tamil Tigers, Velupillai Prabhakaran, spoke on Monday. Prabhakaran accused the government of violating the truce.", "accuse XXX LKA actual"},
		{"Israel blamed Hezbollah for the raid. The pro-Iranian group vowed to keep fighting Israel.", "accuse ISR XXX actual; threaten XXX ISR actual"},
		{"Islamists seized Somalia's capital. Fighting erupted hours after an Islamist-imposed ultimatum for Ethiopia to withdraw its troops.", "demand XXX ETH actual"},
		{"Sudan's government and the SPLA have been fighting since 1983. The two sides would meet again in May, Kenyan mediator Lazaro Sumbeiywo said.", "consult SDN XXX planned"},
		{"NATO demanded that the Bosnian Serbs withdraw. Their leader Radovan Karadzic rejected the demand.", "demand NAT XXX actual; reject XXX NAT actual"},
		{"Palestinian Prime Minister Ismail Haniya, like Haniya's Islamist party, refuses to talk. Haniya met Iranian Foreign Minister Manouchehr Mottaki on Monday.", "consult PSE IRN actual"},
		{"Rebels led by Laurent Kabila are closing in on Lubumbashi. The United Nations called on Kabila to stop the killing.", "demand UNO XXX actual"},
		{"Kenya accused Taliban fighters of an attack on Afghanistan. The Taliban met Afghan ministers on Monday.", "accuse KEN XXX actual; consult XXX AFG actual"},
		{"The Arab League called for talks between Somalia and Ethiopia.", "consult SOM ETH demanded"},
		// who did what another condemns, told just before
		{"Kenyan police raided the Somali embassy in Nairobi on Friday. Brazil condemned the raid in the strongest terms.", "seize KEN SOM actual; accuse BRA KEN actual"},
		// what somebody is warned against has not been done, and what is asked hangs on a condition
		{"Kenya closed the Somali embassy on Friday. Somalia warned Kenya against expelling its diplomats.", "close KEN SOM actual"},
		{"Chad said it would ask Kenya to close its consulate in Moundou unless it apologised.", "close TCD KEN conditional"},
		// a secretary general of a ministry
		{"Secretary General Hiroshi Tanaka of the Japanese foreign ministry summoned the Somali ambassador on Monday.", "summon JPN SOM actual"},
		{"Secretary General Ban Ki-moon of the United Nations condemned Kenya on Monday.", "accuse UNO KEN actual"},
		// who accredits no envoy
		{"Kenya has refused to accredit the new Somali ambassador.", "appoint SOM KEN denied"},
		// what is proposed, and what a participle says of the main clause
		{"North Korea has proposed holding talks with South Korea in May.", "consult PRK KOR demanded"},
		{"Chad has called on Kenya to move the venue, accusing Sudan of backing rebels. Sudan denied the charge.", "demand TCD KEN actual; accuse TCD SDN actual; reject SDN TCD actual"},
		{"Chad and Kenya accuse Sudan of backing rebels, a charge which Khartoum has denied.", "accuse TCD+KEN SDN actual; reject SDN TCD+KEN actual"},
		{"Chad denied that its troops had attacked Kenyans, and blamed Nairobi for the fighting.", "reject TCD KEN actual; accuse TCD KEN actual"},
		// who rejects a charge rejects it from all who made it, and from nobody beside them
		{"Armenia charged that Azerbaijan was preparing for war.", "accuse ARM AZE actual"},
		{"A British proposal on the budget was dismissed as inadequate by Poland.", "reject POL GBR actual"},
		{"Belarus said that the pipeline was its own. Russia rejected the claim.", "reject RUS BLR actual"},
		{"Peru passed a law on fishing. Chile condemned the decision.", "accuse CHL PER actual"},
		{"Fiji's leader said Tonga should be wiped off the map, comments that were condemned by Samoa.", "threaten FJI TON actual; accuse WSM FJI actual"},
		{"Thailand said that Cambodian troops had fired first. Cambodia denied that it had fired.", "accuse THA KHM actual; reject KHM THA actual"},
		{"Chad accused Sudan of backing the rebels. Sudan said that it had not armed them.", "accuse TCD SDN actual; reject SDN TCD actual"},
		{"Peru held an election. Chile said on Thursday that it would not send troops.", ""},
		{"Germany was opposed to the American invasion of the island.", "reject DEU USA actual"},
		{"Israeli officials kept silent on Monday, a day after a senior intelligence officer said that Syria had violated the ceasefire.", "accuse ISR SYR actual"},
		{"Iran lashed out at its arch enemy Israel as well as Britain.", "accuse IRN ISR+GBR actual"},
		{"Thailand's prime minister said no to a Malaysian offer to mediate.", "reject THA MYS actual"},
		{"Canada's prime minister blamed the opposition for the early election.", ""},
		{"Arafat was besieged following his refusal to accept Israel's demands.", "reject PSE ISR actual"},
		{"Japan and Australia held back, although both have criticised Burma for its record.", "accuse JPN+AUS MMR actual"},
		{"Kenya met Uganda on Monday. Uganda said its troops had crossed the border.", "consult KEN UGA actual"},
		{"Egypt, Bahrain and Kuwait accused Qatar of backing rebels. Oman said talks were under way. Doha denied the allegations.", "accuse EGY+BHR+KWT QAT actual; reject QAT EGY+BHR+KWT actual"},
		// two verbs of one subject speak to the same
		{"Chad accused Kenya of shelling Oman and demanded an apology.", "accuse TCD KEN actual; demand TCD KEN actual"},
		// who will act by himself is told by no voice
		{"Kenya expelled a Chadian diplomat. President Idriss Deby warned that Chad would take steps in response.", "expel KEN TCD actual; respond TCD KEN threatened"},
		{"Chad threatened to send troops into Kenya. Oman said it was worried.", "threaten TCD KEN actual"},
		{"Chad demanded that Kenya release two ships and condemned Togo.", "demand TCD KEN actual; accuse TCD TGO actual"},
		// an opinion is no agreement
		{"Kenyan President Uhuru Kenyatta agreed that Chad had meddled in the vote. Chad condemned Kenya.", "accuse TCD KEN actual"},
		// a bloc, and not the west of something
		{"Chad accused the West of interfering.", "accuse TCD XXX actual"},
		// who judges the same step blames the same
		{"Spain and Oman criticised the Kenyan decision to arm Togo. Chad called the move illegal.", "accuse ESP+OMN KEN actual; accuse TCD KEN actual"},
		// a third State asks both
		{"Kenya condemned Chad. Togo criticised Oman. Ghana accused Benin of spying. Togo urged the two countries to show restraint.", "accuse KEN TCD actual; accuse TGO OMN actual; accuse GHA BEN actual; demand TGO GHA+BEN actual"},
		// what is rejected was said by another
		{"Kenya accused Chad of spying. Chad rejected the criticism.", "accuse KEN TCD actual; reject TCD KEN actual"},
		{"Chad on Monday rejected Kenya's condemnation of its army.", "reject TCD KEN actual; accuse KEN TCD actual"},
		{"Israel has turned down Kenyan demands to freeze the work.", "reject ISR KEN actual; demand KEN ISR actual"},
		{"Chad has refused Kenya's demands to withdraw.", "reject TCD KEN actual; demand KEN TCD actual"},
		// "they" are all of a list
		{"Kenya, Togo and Ghana condemned Chad. They urged Oman to withdraw its troops.", "accuse KEN+TGO+GHA TCD actual; demand KEN+TGO+GHA OMN actual"},
		// an organ is of the State that acted last, and not of the one named last
		{"Chad condemned Kenya and warned Oman of grave consequences. A Foreign Ministry spokesman accused Togo of spying.", "accuse TCD KEN actual; threaten TCD OMN actual; accuse TCD TGO actual"},
		// whom a word for several stands for
		{"Only two Arab countries, Egypt and Jordan, have signed peace agreements with Israel.", "agree EGY JOR+ISR actual"},
		{"Three Baltic states - Estonia, Latvia and Lithuania - expelled Russian diplomats on Monday.", "expel EST+LVA+LTU RUS actual"},
		{"Chad's foreign minister on Thursday called on the UN Security Council to send peacekeepers, during talks with his French counterpart.", "demand TCD UNO actual; consult TCD FRA actual"},
		// the Union speaks from its seat, but Belgium too where the report names it
		{"Brussels has urged Kosovo to lift the tax.", "demand EUR XKX actual"},
		{"Brussels urged Kosovo to free the driver, a Belgian tourist.", "demand BEL XKX actual"},
		// who voices regret over a measure did not take it
		{"Kenya voiced deep regret over Uganda's curbs on its exports.", "sanction UGA KEN actual"},
		{"Foreign ministers of Britain, France and Germany will meet their Iranian counterpart in Brussels next week.", "consult GBR FRA+DEU+IRN planned"},
		{"Four west African cotton producers -- Benin, Burkina Faso, Chad and Mali -- demanded on Tuesday that the United States end its subsidies.", "demand BEN+BFA+TCD+MLI USA actual"},
		{"The presidents of four Central Asian nations -- Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan -- called on the United Nations Tuesday to convene a conference.", "demand KAZ+KGZ+TJK+UZB UNO actual"},
		{"Presidents Yoweri Museveni of Uganda and Daniel arap Moi of Kenya urged Burundi to end the fighting.", "demand UGA+KEN BDI actual"},
		// a title takes up whose name begins with it; a pronoun goes on the tour
		{"King Gyanendra of Nepal met Thai officials. The King condemned Tanzania on Monday.", "consult NPL THA actual; accuse NPL TZA actual"},
		// bodies that no list has, by the form of their names; a State within a name is no side
		{"President Bush on Thursday met the leader of the Zambian Unity Party.", "consult USA XXX actual"},
		{"Yusuf Dan, head of the Shiite Council of Basra (SCB), met Secretary of State Condoleezza Rice. Dan urged Turkey to withdraw its troops. The SCB accused Iran of meddling.", "consult XXX USA actual; demand XXX TUR actual; accuse XXX IRN actual"},
		{"India accused the outlawed Army of the Pure of planting the bombs.", "accuse IND XXX actual"},
		{"Kenya condemned the rebel People's Front of Chad. The Front's leader met Togolese officials.", "accuse KEN XXX actual; consult XXX TGO actual"},
		// a party quarrels with its own government at home, the party in power is its State
		{"Zambia's opposition Unity Party accused the Zambian government of fraud.", ""},
		{"Zambian President Levy Mwanawasa met the leader of the Zambian Unity Party.", ""},
		{"Labour Party leader Tony Blair met Indian Prime Minister Manmohan Singh.", "consult GBR IND actual"},
		{"The opposition Popular Party accused the Spanish government of giving in to the Basque Workers' Party.", ""},
		{"Britain's Labour Party government condemned Kenya. Ian Roe was expelled from the Labour Party.", "accuse GBR KEN actual"},
		// the opposition is none of its State; officials in a capital are its own
		{"US envoy John Kornblum met on Tuesday with three leaders of the Serbian opposition.", "consult USA XXX actual"},
		{"Kornblum is to see Serbian opposition leader Vuk Draskovic. Draskovic is to visit Greece next week for talks with Foreign Minister Theodoros Pangalos.", "consult XXX GRC planned"},
		{"Greece will hold talks with leaders in Skopje.", "consult GRC MKD planned"},
		// one's own people are no other side
		{"President George W. Bush met Iraqi President Jalal Talabani in Washington. Bush then convened a meeting of his top security advisers.", "consult USA IRQ actual"},
		// whose a text is
		{"Iran on Tuesday rejected a statement issued by the European Union.", "reject IRN EUR actual"},
		{"Eritrea dismissed as baseless Ethiopian charges about arms.", "reject ERI ETH actual"},
		// praise, and who suffered a deed
		{"Moldova described the Russian proposals as \"very useful\".", ""},
		{"Germany condemned the murder of a Lebanese minister.", ""},
		// of what an envoy complains without a name, whom his State accused
		{"Chad urged Kenya to end the crisis over their embassies. A source in the Chadian Foreign Ministry said the talks would deal with the actual expulsion of diplomats too.", "demand TCD KEN actual; consult KEN TCD planned; expel KEN TCD actual"},
		{"Chad urged Kenya to end the crisis over their embassies. A source in the Chadian Foreign Ministry said expulsions of diplomats were never easy.", "demand TCD KEN actual"},
		// what is asked for in the form of a wish, by a verb and by a noun
		{"Chad expelled two Kenyan diplomats on Monday. Nairobi recalled its ambassador. Chad has demanded that two more Kenyan diplomats be recalled.", "expel TCD KEN actual; recall KEN TCD actual; recall KEN TCD demanded"},
		{"Chad expelled two Kenyan diplomats on Monday. Nairobi's order that 55 people be cut from the Chadian embassy takes effect in May.", "expel TCD KEN actual; limit_staff KEN TCD actual"},
		// visas for citizens, and for envoys
		{"Chad expelled two Kenyan diplomats. Kenya stopped issuing visas to Chadians.", "expel TCD KEN actual; sanction KEN TCD actual"},
		{"Chad expelled two Kenyan diplomats. Kenya stopped issuing visas to Chadian officials.", "expel TCD KEN actual; deny_visa KEN TCD actual"},
		// who leaves from where
		{"Chad has withdrawn 41 diplomats from Kenya after Nairobi threatened to revoke their immunity.", "recall TCD KEN actual; threaten KEN TCD actual"},
		{"The Kenyan ambassador to Chad left in May.", "depart KEN TCD actual"},
		{"The Kenyan ambassador, Daniel Arap, left by car for Nairobi on Monday. Chad had expelled him.", "depart KEN TCD actual; expel TCD KEN actual"},
		{"Ecuador and South Africa recalled their ambassadors from Chad.", "recall ECU+ZAF TCD actual"},
		{"Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut ties with Qatar on Monday. They also closed their airspace to Qatari planes.", "break_relations SAU+ARE+BHR+EGY QAT actual; sanction SAU+ARE+BHR+EGY QAT actual"},
		// who does it for all members, and whose accreditation it is
		{"The European Union condemned Chad. The member states will withdraw their ambassadors from Chad, its foreign policy chief said.", "accuse EUR TCD actual; recall EUR TCD planned"},
		{"Chad expelled a Kenyan attache. The accreditation of two employees of the Kenyan embassy in Chad is being withdrawn too.", "expel TCD KEN actual; expel TCD KEN actual"},
		{"Canada closed its high commission after Nigeria withheld visas from its security guards.", "close CAN NGA actual; deny_visa NGA CAN actual"},
		// what is not ruled out, and what is done to another end
		{"Chad recalled its ambassador from Kenya. It is considering breaking diplomatic relations with Kenya altogether.", "recall TCD KEN actual; break_relations TCD KEN possible"},
		{"Chad does not rule out closing its consulate in Kenya.", "close TCD KEN possible"},
		// by whom the others were closed
		{"Kenya on Monday shut the Chadian consulate in Mombasa. Uganda, whose consulates in Kisumu and Mombasa were closed as well, said it would think about it.", "close KEN TCD actual; close KEN UGA actual"},
		// a surname that is anybody's without its title
		{"President Bush telephoned Iraqi Prime Minister Ibrahim al-Jaafari on Thursday.", "consult USA IRQ actual"},
		// what is one meeting, and what is one more
		{"Officials from Argentina and Uruguay will sit down in Buenos Aires on Tuesday for talks on two pulp mills.", "consult ARG URY planned"},
		{"The leaders of India and Pakistan agreed on Thursday to a ceasefire along the border.", "agree IND PAK actual"},
		{"The foreign ministers of Greece, Bulgaria and Romania met on Monday. A second meeting would be held in Sofia in October.", "consult GRC BGR+ROU actual; consult GRC BGR+ROU planned"},
		{"Kenyan President Mwai Kibaki, Ugandan President Yoweri Museveni and Rwandan President Paul Kagame met on Monday. The three leaders will meet Burundian President Pierre Nkurunziza next week.", "consult KEN UGA+RWA actual; consult BDI KEN+UGA+RWA planned"},
		{"Chilean President Michelle Bachelet will meet her counterparts from Peru, Bolivia and Ecuador in Lima.", "consult CHL PER+BOL+ECU planned"},
		{"Foreign Ministers Abdullah Gul of Turkey, Dora Bakoyannis of Greece and Sergei Lavrov of Russia met on Monday.", "consult TUR GRC+RUS actual"},
		// each by himself, and who only brings others together
		{"Finnish mediator Martti Ahtisaari met with Serbian officials and with Albanian negotiators on Friday.", "consult FIN SRB actual; consult FIN ALB actual"},
		{"Rwanda and Uganda opened talks in London on Thursday with Britain as mediator.", "consult RWA UGA actual"},
		{"UN Secretary-General Kofi Annan met with Moroccan and Polisario leaders on Monday.", "consult UNO MAR+XXX actual"},
		{"Secretary of State Madeleine Albright shuttled between Israeli Prime Minister Ehud Barak and Palestinian President Yasser Arafat.", "consult USA ISR actual; consult USA PSE actual"},
		{"Malaysian Foreign Minister Syed Hamid Albar held bilateral meetings with his counterparts from Brunei, Laos and Myanmar.", "consult MYS BRN actual; consult MYS LAO actual; consult MYS MMR actual"},
		// what a visit begun is for, and another meeting
		{"Ugandan President Yoweri Museveni arrived in Nairobi on Wednesday for talks with Kenyan leaders. The two sides are expected to discuss trade.", "consult UGA KEN actual"},
		{"Ugandan President Yoweri Museveni met Kenyan President Mwai Kibaki on Wednesday. The two leaders are to discuss trade on Saturday.", "consult UGA KEN actual; consult UGA KEN planned"},
		{"US Secretary of State Madeleine Albright met with both Israeli and Palestinian leaders on Thursday.", "consult USA ISR actual; consult USA PSE actual"},
		{"The Polish foreign minister held separate talks with his Czech and Slovak counterparts.", "consult POL CZE actual; consult POL SVK actual"},
		// what an agreement made before lays down
		{"China and Pakistan signed a trade agreement on Thursday. Under the agreement, China and Pakistan will begin to cut tariffs in July.", "agree CHN PAK actual"},
		// what a State is called for its faith
		{"Syria accused the Jewish state of spying on Thursday. Kenya condemned the Islamic republic.", "accuse SYR ISR actual; accuse KEN IRN actual"},
		// a day of its own
		{"Secretary of State Madeleine Albright is to see Egyptian Foreign Minister Amr Moussa on Friday and Israeli Prime Minister Benjamin Netanyahu on Saturday.", "consult USA EGY planned; consult USA ISR planned"},
		{"French Foreign Minister Philippe Douste-Blazy met his German counterpart Frank-Walter Steinmeier in Berlin on Monday and again in Paris on Tuesday.", "consult FRA DEU actual; consult FRA DEU actual"},
		// the leader of an opposition, abroad and at home
		{"US Secretary of State Madeleine Albright met with three leaders of the Serbian opposition on Friday.", "consult USA XXX actual"},
		{"Zimbabwean President Robert Mugabe met Zimbabwean opposition leader Morgan Tsvangirai on Monday. Kenya and Uganda held talks in Nairobi.", "consult KEN UGA actual"},
		// many States of a part of the world
		{"Norwegian Prime Minister Jens Stoltenberg met African leaders in Oslo on Monday.", "consult NOR XXX actual"},
		// by whom it is done, wherever the tree hangs it
		{"After the expulsion of three of its envoys by Chad, Kenya recalled its ambassador.", "expel TCD KEN actual; recall KEN TCD actual"},
		{"Kenya protested against the seizure of two of its residences in Moundou by Chad.", "protest KEN TCD actual; seize TCD KEN actual"},
		{"Kenya denounced the closure of two of its consulates by Chad.", "accuse KEN TCD actual; close TCD KEN actual"},
		// one of those counted is no other
		{"Chad has told three Kenyan diplomats, among them the ambassador, to leave.", "expel TCD KEN actual"},
		// what is over, and what is still to come
		{"UN Secretary General Kofi Annan wrapped up a three-hour meeting with Iraqi President Saddam Hussein on Sunday. He is expected to meet Deputy Prime Minister Tariq Aziz later.", "consult UNO IRQ actual; consult IRQ UNO planned"},
		// which of two, and who only was it once
		{"Talks between Chad and Kenya broke up on Sunday, after the latter had expelled three diplomats.", "consult TCD KEN actual; expel KEN TCD actual"},
		{"Chad protested to Kenya on Friday. The latter's ambassador was summoned.", "protest TCD KEN actual; summon TCD KEN actual"},
		{"Peru and Bolivia are quarrelling. The former has recalled its ambassador from the latter.", "recall PER BOL actual"},
		// what is done in spite of calls is not done by who calls
		{"Despite calls for calm, Poland severed diplomatic ties with Kenya.", "break_relations POL KEN actual"},
		// the verb left out
		{"Poland expelled four Kenyan diplomats and Latvia two.", "expel POL KEN actual; expel LVA KEN actual"},
		{"Poland expelled four Kenyan diplomats, Latvia three and Japan one.", "expel POL KEN actual; expel LVA KEN actual; expel JPN KEN actual"},
		{"Poland expelled four Kenyan diplomats on Sunday and Nairobi four Poles.", "expel POL KEN actual; expel KEN POL actual"},
		{"Poland expelled two Kenyan diplomats on March 3 and April 5.", "expel POL KEN actual"},
		// who did as another, and who only came next
		{"Poland expelled four Kenyan diplomats on Monday, and Latvia followed on Tuesday.", "expel POL KEN actual; expel LVA KEN actual"},
		{"Austria has recalled its ambassador from Kenya, and so has Hungary.", "recall AUT KEN actual; recall HUN KEN actual"},
		{"Mauritania has cut its ties with Kenya, as have the Maldives.", "break_relations MRT KEN actual; break_relations MDV KEN actual"},
		{"Poland expelled four Kenyan diplomats. Latvia followed the talks.", "expel POL KEN actual"},
	})
}

// TestRulersHere: those who rule where a report is written are of its dateline's State.
func TestRulersHere(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2006-12-14")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"The authorities here accused Kenya on Tuesday of bombing the airport.",
		"The government here condemned Kenya on Tuesday.",
		"The government on Tuesday accused the rebels of breaking the truce.",
	} {
		events := NewCoder(model, nil, k).Code(&demarche.Report{ID: "r", Date: day, Text: text, Dateline: demarche.Dateline{Place: "ASMARA"}, Body: demarche.Span{End: len(text)}})
		if len(events) != 1 || len(events[0].Actor) != 1 || events[0].Actor[0] != "ERI" {
			t.Errorf("%s: %v, want one accusation by ERI", text, events)
		}
	}
}
