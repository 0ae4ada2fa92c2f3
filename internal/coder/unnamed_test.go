package coder

import "testing"

// TestUnnamed: who is meant where the text tells several by no name, and where it names them
// or means nobody abroad.
func TestUnnamed(t *testing.T) {
	checkAccounts(t, on(t, "2006-12-14"), []account{
		// parties by their noun alone
		{"The United Nations called on donors on Monday to send food to Niger.", "demand UNO XXX actual"},
		{"Kenya urged creditors to write off its debt.", "demand KEN XXX actual"},
		{"Chad has urged its neighbours to close the border.", "demand TCD XXX actual"},
		{"Western donors have accused Kenya of wasting the money.", "accuse XXX KEN actual"},
		{"Chad accused two of its neighbours, Kenya and Niger, of arming rebels.", "accuse TCD KEN+NER actual"},
		// by what describes them
		{"Oman demanded that foreign troops leave the Gulf.", "demand OMN XXX actual"},
		{"Kenya urged the warring parties in Somalia to lay down their arms.", "demand KEN SOM actual"},
		{"Kenya urged Somalia's two warring sides to lay down their arms.", "demand KEN SOM+XXX actual"},
		{"China on Monday called on all parties concerned to show restraint, a spokesman said.", "demand CHN XXX actual"},
		{"The UN Security Council on Friday called on all parties in the election in Chad to remain calm.", "demand UNO TCD actual"},
		// the verb that a tree makes of an adjective
		{"India urged developed countries to open their markets.", "demand IND XXX actual"},
		{"The European Commission told member states to open their markets.", "demand EUR XXX actual"},
		// some members of an organisation, all of them, and those to whom it speaks itself
		{"Other NATO member states have urged Germany to send troops.", "demand XXX DEU actual"},
		{"Four members of the European Union have urged Chad to lift the ban.", "demand XXX TCD actual"},
		{"The members of the European Union have urged Chad to lift the ban.", "demand EUR TCD actual"},
		{"British Prime Minister Tony Blair urged fellow European Union leaders to spend more in Chad.", "demand GBR XXX actual"},
		{"Several EU member states have urged Chad to lift the ban.", "demand XXX TCD actual"},
		{"The UN Security Council demanded that all States stop arming the rebels in Chad.", "demand UNO XXX actual"},
		{"Poland called on its EU partners to lift the ban.", "demand POL EUR actual"},
		// the whole world, and what it is asked for
		{"Kenya urged the outside world to send food.", "demand KEN XXX actual"},
		{"Japan called for greater international efforts to stop the trade.", "demand JPN XXX actual"},
		{"Niger asked neighbouring countries for help.", "demand NER XXX actual"},
		{"Chad rejected Western demands that it withdraw.", "reject TCD XXX actual; demand XXX TCD actual"},
		// who is to withdraw, and not from where
		{"Syria called for the withdrawal of US troops from Iraq.", "demand SYR USA actual"},
		{"Syria called for the withdrawal of foreign troops from Iraq.", "demand SYR XXX actual"},
		// a fight between parties that are not told, or are
		{"The African Union urged an end to the fighting in Chad.", "demand AFU XXX actual"},
		{"The African Union urged an end to the fighting between Chad and Kenya.", "demand AFU TCD+KEN actual"},
		{"Fighting raged on Monday between the Chadian army and the rebels. The African Union urged both sides to show restraint.", "demand AFU TCD+XXX actual"},
		// what is not to be done is demanded too, what need not be done is not
		{"Foreign forces should not enter the Gulf, Iranian Foreign Minister Manouchehr Mottaki said.", "demand IRN XXX actual"},
		{"Chad does not have to trust Kenya, Togo's foreign minister said.", ""},
		// at home, of another sort, or nobody asked
		{"Kenya urged local governments to spend less.", ""},
		{"Kenya's prime minister urged all political parties to back the budget.", ""},
		{"Kenya urged banks to lend more.", ""},
		{"Kenya hopes that donors will help.", ""},
	})
}
