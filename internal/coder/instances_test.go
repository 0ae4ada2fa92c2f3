package coder

import "testing"

// TestInstances: States that are named as instances of what a noun tells, or as those who
// make up a body, act under it; of others it stands for itself.
func TestInstances(t *testing.T) {
	checkAccounts(t, on(t, "1999-03-03"), []account{
		{"Israel was condemned by radical Arab states like Syria, Iraq and Libya.", "accuse SYR+IRQ+LBY ISR actual"},
		{"The German plan was rejected by Nordic states, including Denmark and Sweden.", "reject DNK+SWE DEU actual"},
		{"The United States on Monday urged countries such as Syria and Iran to stop arming militants.", "demand USA SYR+IRN actual"},
		{"Canada imposed sanctions on countries including Nigeria or Cameroon.", "sanction CAN NGA+CMR actual"},
		{"Several developing nations, among them India and Brazil, rejected the US proposal.", "reject IND+BRA USA actual"},
		{"The Andean group of countries -- Peru and Bolivia -- urged Chile to open its ports.", "demand PER+BOL CHL actual"},
		{"The European Union trio -- Britain, France and Germany -- urged Iran to stop its work.", "demand GBR+FRA+DEU IRN actual"},
		{"Kenya urged neighbouring countries to be patient.", "demand KEN XXX actual"},
		{"The United States urged the European Union -- its biggest partner -- to open its markets.", "demand USA EUR actual"},
		{"Norway criticised Sudan for shelling refugees from countries such as Chad and Eritrea.", "accuse NOR SDN actual"},
		// whom trees hang on the last of a list before them
		{"Egypt rejected a plan by Somalia as well as the United Nations and the African Union.", "reject EGY SOM+UNO+AFU actual"},
		{"At the palace, the three foreign ministers Knut Vollebaek of Norway, Lena Hjelm-Wallen of Sweden and Niels Petersen of Denmark signed the accord on fishing.", "agree NOR SWE+DNK actual"},
	})
}

// TestLists: a list keeps its middle and those told to go along with it, and a noun may take
// it up.
func TestLists(t *testing.T) {
	checkAccounts(t, on(t, "2006-03-03"), []account{
		{"A meeting between the Colombian government, the UN and the rebels took place on Thursday.", "consult COL UNO+XXX actual"},
		{"Talks between the Sudanese government, the African Union and the rebels began in Abuja on Monday.", "consult SDN AFU+XXX actual"},
		{"Norway urged Kenya, the host, and Uganda to be patient.", "demand NOR KEN+UGA actual"},
		{"Norway and neighbouring Sweden criticised Russia over the dumping of waste.", "accuse NOR+SWE RUS actual"},
		{"Burundi blamed Rwanda and neighboring Tanzania for the raid.", "accuse BDI RWA+TZA actual"},
		{"Zambia accused neighbouring Zimbabwe of the raid.", "accuse ZMB ZWE actual"},
		// those who go along
		{"France, along with Germany and Italy, condemned Russia for the closure of the newspaper.", "accuse FRA+DEU+ITA RUS actual"},
		{"France urged Syria, together with Iran, to respect the independence of Lebanon.", "demand FRA SYR+IRN actual"},
		{"Canada condemned Cuba, along with its secret police, for the arrests.", "accuse CAN CUB actual"},
		{"The United States urged Iran to work together with Russia on the reactor.", "demand USA IRN actual"},
		{"Kenya has banned the import of cattle from Uganda and Burundi, as well as several regions of Sudan.", "sanction KEN UGA+BDI+SDN actual"},
		{"Russia has halted imports of meat from Ukraine and will check lorries at the border.", "sanction RUS UKR actual"},
		{"The five permanent members of the Security Council plus Germany urged Iran to stop its work.", "demand CHN+FRA+GBR+RUS+USA+DEU IRN actual"},
		// who is taken up
		{"Zambia accused Angola, Namibia and Uganda of arming rebels, charges rejected by all these countries.", "accuse ZMB AGO+NAM+UGA actual; reject AGO+NAM+UGA ZMB actual"},
		{"The report lists Syria, Iran and Libya. The United States accuses these countries of sponsoring terrorism.", "accuse USA SYR+IRN+LBY actual"},
		{"Canada has aid workers in Ethiopia and Eritrea. Ottawa urged Western countries to be generous.", "demand CAN XXX actual"},
		{"The resolution names Chad and Niger. Spain urged the countries of the region to show restraint.", "demand ESP XXX actual"},
		// who stands opposite with others
		{"Sudan rejected the wording of a resolution drawn up by Spain, Italy and Sweden.", "reject SDN ESP+ITA+SWE actual"},
		{"Sudan rejected a plan put forward by Britain and France.", "reject SDN GBR+FRA actual"},
		{"Sudan rejected a plan drawn up by rebels, Britain said.", "reject SDN XXX actual"},
		{"Iran rejected the terms of a loan signed by its own ministry in Paris.", ""},
	}, "consult", "accuse", "demand", "reject", "sanction")
}
