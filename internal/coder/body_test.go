package coder

import (
	"strings"
	"testing"

	"demarche"
)

// TestBodies: names of parties, movements and bodies that no list has, and what looks like
// one and is none, as a reader would say.
func TestBodies(t *testing.T) {
	model, k := knowledge(t)
	day, err := demarche.ParseDay("2006-11-16")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The rebel People's Front of Chad condemned Kenya.":                                                       "rebel People's Front of Chad",
		"Salim Roe, head of the Shiite Council of Basra (SCB), met the envoy. The SCB denied it.":                 "Shiite Council of Basra; SCB; SCB",
		"The leader of the Zambian Unity Party met Movement for Democratic Change chairman Ian Roe.":              "Zambian Unity Party; Movement for Democratic Change",
		"A spokesman for the Salah al-Din Brigades and the outlawed Army of the Pure spoke.":                      "Salah al-Din Brigades; Army of the Pure",
		"The Peace and Dignity Movement of Chad, the Islamic Army Group and the Baath party met.":                 "Peace and Dignity Movement of Chad; Islamic Army Group; Baath party",
		"The Supreme Council of Islamic Revolution in Iraq (SCIRI) met the International Whaling Commission.":     "Supreme Council of Islamic Revolution in Iraq; SCIRI; International Whaling Commission",
		"The leaders of the separatist Kashmir Freedom Conference spoke of the International Economic Forum.":     "separatist Kashmir Freedom Conference",
		"The National Defence Council, the Chadian Army, the Army of Kenya and Iran's Guardian Council met.":      "",
		"The Central Committee met the ruling Unity Party and the Football Union.":                                "",
		"The UN Human Rights Council, the European Council and the Council of Europe met the Carlyle Group.":      "",
		"He spoke at the Unity Party Congress, the House Committee and the Glasgow City Council of the market.":   "",
		"The rebel group Chadians United (CHU) denied it. Kenya urged the ZLF leadership and CHU to stop.":        "CHU; ZLF; CHU",
		"The Iraqi Fatah Front and the Desert Resistance Committees (DRC) met. The front and the DRC left.":       "Iraqi Fatah Front; Desert Resistance Committees; DRC; front; DRC",
		"Ruling Party Accuses Kenya of Meddling":                                                                  "",
		"The National League for Women praised the National Union of Mineworkers and the Association (ASEAN).":    "",
		"The ruling Revolutionary Party won. The Revolutionary Party of Tanzania and the Freedom Party met.":      "Freedom Party",
		"The Communist Party of Vietnam (CPV) met. The CPV and the Communist Party of Nepal (CPN) will do so.":    "Communist Party of Nepal; CPN",
		"In Nairobi Unity Movement officials met. Leaders of Kenya's main opposition Freedom Party were there.":   "Nairobi Unity Movement; Freedom Party",
		"The Front said it would not go. The party and the Movement kept silent. The Alliance met in Green Park.": "",
	} {
		r := &demarche.Report{ID: "x", Date: day, Text: text, Body: demarche.Span{End: len(text)}}
		c := NewCoder(model, nil, k)
		reading := NewReader(model, nil).Read(r)
		c.CodeReading(&reading)
		var got []string
		for _, e := range c.scene.entities {
			if e.formed && e.kind == others {
				got = append(got, c.scene.full(&e))
			}
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, g, want)
		}
	}
}
