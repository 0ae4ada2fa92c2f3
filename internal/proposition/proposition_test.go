package proposition

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"demarche/internal/syntax"

	"github.com/google/go-cmp/cmp"
)

// linkNames write the links of arguments that do not hang on the predicate.
var linkNames = map[Link]string{Relative: "~relative", Shared: "~shared", Control: "~control", Light: "~light"}

// show writes a proposition: what is not there is left out, and a far preposition has
// a star.
func show(s *Sentence, p *Proposition) string {
	var parts []string
	add := func(name string, head int, link Link) {
		if head != None {
			parts = append(parts, name+" "+form(s, head)+linkNames[link])
		}
	}
	if p.Passive {
		parts = append(parts, "passive")
	}
	add("agent", p.Agent.Head, p.Agent.Link)
	add("patient", p.Patient.Head, p.Patient.Link)
	add("indirect", p.Indirect.Head, p.Indirect.Link)
	add("possessor", p.Possessor, Direct)
	add("content", p.Content, Direct)
	add("carrier", p.Carrier, Direct)
	for _, m := range p.Mods {
		add("mod", m, Direct)
	}
	for _, a := range p.Preps {
		far := ""
		if a.Far {
			far = "*"
		}
		add(a.Word+far, a.Head, Direct)
	}
	return strings.Join(parts, ", ")
}

// TestRead: one act in its many dresses gives the same roles.
func TestRead(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct{ head, tree, want string }{
		{"expelled", "Peru/NNP>2:nsubj expelled=expel/VBD>0:root two/CD>5:nummod Chilean/JJ>5:amod diplomats=diplomat/NNS>2:obj on/IN>7:case Monday/NNP>2:obl",
			"agent Peru, patient diplomats, on Monday"},
		{"expelled", "Two/CD>2:nummod diplomats=diplomat/NNS>4:nsubj:pass were=be/VBD>4:aux:pass expelled=expel/VBN>0:root by/IN>6:case Peru/NNP>4:obl",
			"passive, agent Peru, patient diplomats, by Peru"},
		{"expelled", "Two/CD>2:nummod diplomats=diplomat/NNS>4:nsubj:pass were=be/VBD>4:aux:pass expelled=expel/VBN>0:root",
			"passive, patient diplomats"},
		{"expelled", "The/DT>2:det envoy/NN>4:nsubj had=have/VBD>4:aux expelled=expel/VBN>0:root them=they/PRP>4:obj",
			"agent envoy, patient them"},
		{"imposed", "Both/DT>2:det States=state/NNS>3:nsubj have/VBP>4:aux imposed=impose/VBN>0:root curbs=curb/NNS>4:obj",
			"agent States, patient curbs"},
		{"imposed", "Both/DT>2:det States=state/NNS>3:nsubj have/VBP>0:root imposed=impose/VBN>3:xcomp curbs=curb/NNS>4:obj",
			"agent States, patient curbs"},
		{"handed", "The/DT>2:det envoy/NN>4:nsubj:pass was=be/VBD>4:aux:pass handed=hand/VBN>0:root a/DT>6:det note/NN>4:obj",
			"passive, patient note, indirect envoy"},
		// many who are asked something, of whom the tagger makes a verb, an object or a particle's phrase
		{"urged", "Peru/NNP>2:nsubj urged=urge/VBD>0:root developed=develop/VBN>2:ccomp countries=country/NNS>3:obj to/TO>6:mark open/VB>3:advcl markets=market/NNS>6:obj",
			"agent Peru, patient countries, content open"},
		{"urged", "Peru/NNP>2:nsubj urged=urge/VBD>0:root aid/NN>2:obj agencies=agency/NNS>3:obj to/TO>6:mark wait/VB>3:advcl",
			"agent Peru, patient agencies, content wait"},
		{"told", "Peru/NNP>2:nsubj told=tell/VBD>0:root member/NN>4:compound states=state/VBZ>2:ccomp to/TO>6:mark act/VB>4:xcomp",
			"agent Peru, patient states, content act"},
		{"called", "Peru/NNP>2:nsubj called=call/VBD>0:root on/IN>2:compound:prt donors=donor/NNS>2:obl to/TO>6:mark act/VB>2:advcl",
			"agent Peru, content act, on donors"},
		{"called", "Peru/NNP>2:nsubj called=call/VBD>0:root on/IN>5:case all/DT>5:det parties=party/NNS>2:obl concerned/JJ>5:amod to/TO>8:mark act/VB>6:xcomp",
			"agent Peru, content act, on parties"},
		{"rejected", "Peru/NNP>2:nsubj rejected=reject/VBD>0:root calls=call/NNS>2:obj from/IN>5:mark developing=develop/VBG>2:advcl countries=country/NNS>5:obj",
			"agent Peru, patient calls, from countries"},
		{"calls", "Peru/NNP>2:nsubj calls=call/VBZ>0:root on/IN>4:case parties=party/NNS>2:obl to/IN>6:case Kosovo/NNP>7:nsubj talks=talk/VBZ>4:advcl to/TO>9:mark act/VB>7:xcomp",
			"agent Peru, content act, on parties"},
		{"open", "Peru/NNP>2:nsubj said=say/VBD>0:root developing=develop/VBG>6:csubj countries=country/NNS>3:obj must/MD>6:aux open/VB>2:ccomp markets=market/NNS>6:obj",
			"agent countries, patient markets"},
		{"called", "Peru/NNP>2:nsubj called=call/VBD>0:root on/IN>5:case both/DT>5:det parties=party/NNS>2:obl to/TO>7:mark act/VB>5:acl",
			"agent Peru, content act, on parties"},
		{"call", "Peru/NNP>2:nsubj made=make/VBD>0:root a/DT>4:det call/NN>2:obj for/IN>8:mark Chile/NNP>4:nmod to/TO>8:mark act/VB>4:acl",
			"agent Peru~light, content act, carrier made, for Chile"},
		{"sent", "Peru/NNP>2:nsubj sent=send/VBD>0:root home/NN>2:obj two/CD>5:nummod envoys=envoy/NNS>2:obj",
			"agent Peru, patient envoys"},
		// what is settled or refused, hung on the occasion or taken for a purpose
		{"agreed", "They/PRP>2:nsubj agreed=agree/VBD>0:root in/IN>5:case a/DT>5:det call/NN>2:obl to/TO>7:mark meet/VB>5:acl",
			"agent They, content meet, in call"},
		{"agreed", "They/PRP>2:nsubj agreed=agree/VBD>0:root over/IN>5:case the/DT>5:det phone/NN>2:obl to/TO>7:mark meet/VB>2:advcl",
			"agent They, content meet, over phone"},
		{"agreed", "They/PRP>2:nsubj agreed=agree/VBD>0:root on/IN>4:case talks=talk/NNS>2:obl to/TO>6:mark end/VB>4:acl strife/NN>6:obj",
			"agent They, on talks"},
		{"agreed", "They/PRP>2:nsubj agreed=agree/VBD>0:root in/IN>5:case a/DT>5:det call/NN>2:obl that/WDT>9:obj visas=visa/NNS>9:nsubj will/MD>9:aux go/VB>5:acl:relcl",
			"agent They, content go, in call"},
		{"sealed", "Peru/NNP>0:root ,/,>4:punct a/DT>4:det exporter/NN>1:appos ,/,>8:punct also/RB>7:advmod sealed=seal/VBN>8:amod accords=accord/NNS>4:nmod covering=cover/VBG>8:acl trade/NN>9:obj",
			"agent Peru, patient accords"},
		{"signed", "Peru/NNP>0:root ,/,>4:punct an/DT>4:det exporter/NN>1:appos ,/,>4:punct also/RB>7:advmod signed=sign/VBD>1:parataxis accords=accord/NNS>7:obj",
			"agent Peru, patient accords"},
		{"due", "Peru/NNP>5:nsubj is=be/VBZ>5:cop due/JJ>5:case in/IN>5:case Lima/NNP>0:root for/IN>7:case talks=talk/NNS>5:nmod",
			"patient Peru, in Lima, for talks"},
		{"visit", "Peru/NNP>2:nsubj extended=extend/VBD>0:root an/DT>4:det invitation/NN>2:obj to/IN>6:case Chile/NNP>2:obl to/TO>8:mark visit/VB>2:advcl Lima/NNP>8:obj",
			"agent Chile~control, patient Lima"},
		{"established", "Peru/NNP>2:nsubj marked=mark/VBD>0:root years=year/NNS>2:obj since/IN>6:mark Chile/NNP>6:nsubj established=establish/VBD>2:conj ties=tie/NNS>6:obj",
			"agent Chile, patient ties"},
		{"meet", "Analysts=analyst/NNS>2:nsubj say/VBP>0:root the/DT>4:det leaders=leader/NNS>2:obj could/MD>6:aux meet/VB>2:conj",
			"agent leaders"},
		// an object that only the second of two joined verbs can have
		{"resume", "They/PRP>2:nsubj agreed=agree/VBD>0:root to/TO>4:mark work/VB>2:xcomp together/RB>4:advmod and/CC>7:cc resume/VB>4:conj talks=talk/NNS>4:obj",
			"agent They~shared, patient talks"},
		{"import", "They/PRP>2:nsubj agreed=agree/VBD>0:root to/TO>4:mark import/VB>2:xcomp and/CC>6:cc export/VB>4:conj gas/NN>4:obj",
			"agent They~control, patient gas"},
		// Event nouns.
		{"expulsion", "The/DT>2:det expulsion/NN>8:nsubj of/IN>5:case two/CD>5:nummod diplomats=diplomat/NNS>2:nmod by/IN>7:case Peru/NNP>2:nmod angered=anger/VBD>0:root Chile/NNP>8:obj",
			"agent Peru, patient diplomats, carrier angered, of diplomats, by Peru"},
		{"expulsion", "Peru/NNP>3:nmod:poss 's/POS>1:case expulsion/NN>6:nsubj of/IN>5:case diplomats=diplomat/NNS>3:nmod angered=anger/VBD>0:root Chile/NNP>6:obj",
			"patient diplomats, possessor Peru, carrier angered, of diplomats"},
		{"closure", "The/DT>2:det closure/NN>6:nsubj announced=announce/VBN>2:acl by/IN>5:case Peru/NNP>3:obl surprised=surprise/VBD>0:root Chile/NNP>6:obj",
			"agent Peru, carrier surprised, by* Peru"},
		{"closure", "The/DT>2:det closure/NN>6:nsubj that/WDT>5:obj Peru/NNP>5:nsubj announced=announce/VBD>2:acl:relcl surprised=surprise/VBD>0:root Chile/NNP>6:obj",
			"agent Peru~light, carrier surprised"},
		{"ban", "A/DT>4:det new/JJ>4:amod visa/NN>4:compound ban/NN>0:root", "mod new, mod visa"},
		// Light verbs.
		{"sanctions", "Peru/NNP>2:nsubj imposed=impose/VBD>0:root sanctions=sanction/NNS>2:obj on/IN>5:case Chile/NNP>2:obl",
			"agent Peru~light, carrier imposed, on* Chile"},
		{"Sanctions", "Sanctions=sanction/NNS>3:nsubj:pass were=be/VBD>3:aux:pass imposed=impose/VBN>0:root by/IN>5:case Peru/NNP>3:obl",
			"agent Peru~light, carrier imposed, by* Peru"},
		{"talks", "Peru/NNP>2:nsubj held=hold/VBD>0:root a/DT>4:det round/NN>2:obj of/IN>6:case talks=talk/NNS>4:nmod with/IN>8:case Chile/NNP>6:nmod in/IN>10:case Quito/NNP>2:obl",
			"agent Peru~light, carrier held, with Chile, in* Quito"},
		// Relative clauses.
		{"expelled", "The/DT>2:det diplomats=diplomat/NNS>6:nsubj whom/WP>5:obj Peru/NNP>5:nsubj expelled=expel/VBD>2:acl:relcl left=leave/VBD>0:root",
			"agent Peru, patient diplomats~relative"},
		{"expelled", "The/DT>2:det diplomats=diplomat/NNS>5:nsubj Peru/NNP>4:nsubj expelled=expel/VBD>2:acl:relcl left=leave/VBD>0:root",
			"agent Peru, patient diplomats~relative"},
		{"expelled", "The/DT>2:det ministry/NN>6:nsubj that/WDT>4:nsubj expelled=expel/VBD>2:acl:relcl them=they/PRP>4:obj erred=err/VBD>0:root",
			"agent ministry~relative, patient them"},
		{"expelled", "The/DT>2:det diplomats=diplomat/NNS>6:nsubj expelled=expel/VBN>2:acl by/IN>5:case Peru/NNP>3:obl left=leave/VBD>0:root",
			"passive, agent Peru, patient diplomats~relative, by Peru"},
		// Control and raising.
		{"expel", "Peru/NNP>2:nsubj plans=plan/VBZ>0:root to/TO>4:mark expel/VB>2:xcomp two/CD>6:nummod diplomats=diplomat/NNS>4:obj",
			"agent Peru~control, patient diplomats"},
		{"leave", "Peru/NNP>2:nsubj ordered=order/VBD>0:root two/CD>4:nummod diplomats=diplomat/NNS>2:obj to/TO>6:mark leave/VB>2:xcomp Lima/NNP>6:obj",
			"agent diplomats~control, patient Lima"},
		{"leave", "Peru/NNP>2:nsubj ordered=order/VBD>0:root two/CD>4:nummod diplomats=diplomat/NNS>2:obj to/TO>6:mark leave/VB>4:acl",
			"agent diplomats~control"},
		{"ordered", "Peru/NNP>2:nsubj ordered=order/VBD>0:root two/CD>4:nummod diplomats=diplomat/NNS>2:obj to/TO>6:mark leave/VB>4:acl",
			"agent Peru, patient diplomats, content leave"},
		{"leave", "Two/CD>2:nummod diplomats=diplomat/NNS>4:nsubj:pass were=be/VBD>4:aux:pass ordered=order/VBN>0:root to/TO>6:mark leave/VB>4:xcomp",
			"agent diplomats~control"},
		{"reopen", "Peru/NNP>2:nsubj promised=promise/VBD>0:root Chile/NNP>2:obj to/TO>5:mark reopen/VB>2:xcomp its/PRP$>7:nmod:poss embassy/NN>5:obj",
			"agent Peru~control, patient embassy"},
		{"closed", "Peru/NNP>2:nsubj recalled=recall/VBD>0:root its/PRP$>4:nmod:poss envoy/NN>2:obj and/CC>6:cc closed=close/VBD>2:conj its/PRP$>8:nmod:poss embassy/NN>6:obj",
			"agent Peru~shared, patient embassy"},
		{"expel", "Peru/NNP>3:nmod:poss 's/POS>1:case decision/NN>0:root to/TO>5:mark expel/VB>3:acl them=they/PRP>5:obj",
			"agent Peru~control, patient them"},
	} {
		s := tree(t, c.tree)
		var p Proposition
		s.Read(at(t, s, c.head), l, &p)
		if got := show(s, &p); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.tree, got, c.want)
		}
	}
}

// TestReadKeepsNothing: what one reading found is gone in the next.
func TestReadKeepsNothing(t *testing.T) {
	l := lexicon(t)
	full := tree(t, "Peru/NNP>2:nsubj gave=give/VBD>0:root new/JJ>4:amod envoys=envoy/NNS>2:iobj orders=order/NNS>2:obj to/TO>7:mark leave/VB>2:xcomp by/IN>9:case Monday/NNP>2:obl")
	bare := tree(t, "Snow/NN>2:nsubj fell=fall/VBD>0:root")
	var used, fresh Proposition
	full.Read(1, l, &used)
	bare.Read(1, l, &used)
	bare.Read(1, l, &fresh)
	if diff := cmp.Diff(show(bare, &fresh), show(bare, &used)); diff != "" {
		t.Error(diff)
	}
}

// TestBrokenTrees: no tree makes the reading panic or go round in circles, even one
// whose words hang on each other.
func TestBrokenTrees(t *testing.T) {
	l := lexicon(t)
	rels := []string{"nsubj", "obj", "xcomp", "conj", "acl:relcl", "advcl", "obl", "nmod", "ccomp"}
	words := []string{"that/WDT", "said=say/VBD", "expulsion/NN", "expel/VB", "denied=deny/VBN"}
	for n := range 2000 {
		var b strings.Builder
		for i, w := range words {
			head := (n>>i*7 + n*i) % (len(words) + 1)
			if head == i+1 {
				head = 0
			}
			fmt.Fprintf(&b, "%s>%d:%s ", w, head, rels[(n+i*i)%len(rels)])
		}
		s := tree(t, b.String())
		if !rooted(s) {
			continue // the parser gives trees
		}
		for i := range s.Words {
			var p Proposition
			s.Read(i, l, &p)
			s.Stance(&p, l)
			s.Quantity(i)
			s.Phrase(i)
		}
	}
}

// TestMendKeepsTrees: no mend hangs a word on what hangs on it.
func TestMendKeepsTrees(t *testing.T) {
	l := lexicon(t)
	for _, words := range []string{
		"opposed=oppose/VBD>0:root such/JJ>3:case states=state/NNS>5:compound like/IN>5:case Kenya/NNP>1:obl",
		"react/VB>0:root then/RB>3:advmod should/MD>1:aux raids=raid/NNS>5:nsubj go/VB>2:conj",
		"reacted=react/VBD>0:root states=state/NNS>4:nmod like/IN>4:case Kenya/NNP>1:obl",
		"States=state/NNS>2:nsubj remain/VBP>0:root opposed=oppose/VBN>2:xcomp to/IN>3:case",
		"Peru/NNP>2:nsubj expelled=expel/VBD>3:conj four/CD>5:nummod last/JJ>5:amod week/NN>0:root",
		"Peru/NNP>2:nsubj left=leave/VBD>0:root Chile/NNP>2:obj ,/,>5:punct officials=official/NNS>3:appos said=say/VBD>5:parataxis",
		",/,>2:punct failing=fail/VBG>0:root which/WDT>4:obj closed=close/VBD>5:acl:relcl ports=port/NNS>2:obj",
	} {
		s := tree(t, words)
		mend(s.Words, l)
		if !rooted(s) {
			t.Errorf("%s: goes round in circles", words)
		}
	}
}

// TestCut: a tree that goes round in circles is one again, whatever made it so.
func TestCut(t *testing.T) {
	words := []syntax.Word{{Form: "Peru", Head: 1}, {Form: "expelled", Head: -1}, {Form: "four", Head: 3}, {Form: "envoys", Head: 2}}
	cut(words)
	if !rooted(&Sentence{Words: words}) {
		t.Errorf("%v goes round in circles", words)
	}
	if words[0].Head != 1 || words[1].Head != -1 {
		t.Errorf("%v: what was sound was changed", words)
	}
}

// TestMendParticiples: a participle goes with the noun or the verb that its words show it to go
// with, whatever the tree says.
func TestMendParticiples(t *testing.T) {
	for _, x := range []struct{ tree, want string }{
		// what is welcomed is the accord, and not that somebody reached it
		{"Spain/NNP>2:nsubj welcomed=welcome/VBD>0:root the/DT>4:det accord/NN>5:nsubj reached=reach/VBD>2:ccomp between/IN>7:case Peru/NNP>5:obl",
			"Spain>2:nsubj welcomed>0:root the>4:det accord>2:obj reached>4:acl between>7:case Peru>5:obl"},
		{"Spain/NNP>2:nsubj wants=want/VBZ>0:root the/DT>4:det accord/NN>2:obj signed=sign/VBN>2:ccomp in/IN>7:case Lima/NNP>5:obl",
			"Spain>2:nsubj wants>0:root the>4:det accord>2:obj signed>4:acl in>7:case Lima>5:obl"},
		{"Spain/NNP>2:nsubj said=say/VBD>0:root the/DT>4:det accord/NN>5:nsubj came=come/VBD>2:ccomp into/IN>7:case force/NN>5:obl",
			"Spain>2:nsubj said>0:root the>4:det accord>5:nsubj came>2:ccomp into>7:case force>5:obl"},
		// what a participle behind its noun is done to
		{"France/NNP>2:nsubj pushed=push/VBD>0:root for/IN>5:case a/DT>5:det vote/NN>2:obl imposing=impose/VBG>5:amod an/DT>8:det embargo/NN>2:obl",
			"France>2:nsubj pushed>0:root for>5:case a>5:det vote>2:obl imposing>5:acl an>8:det embargo>6:obj"},
		{"France/NNP>2:nsubj pushed=push/VBD>0:root for/IN>5:case a/DT>5:det vote/NN>2:obl pending=pend/VBG>5:amod since/IN>8:case spring/NN>2:obl",
			"France>2:nsubj pushed>0:root for>5:case a>5:det vote>2:obl pending>5:amod since>8:case spring>2:obl"},
		// what one is opposed to
		{"Chad/NNP>2:nsubj remains=remain/VBZ>0:root opposed=oppose/VBN>6:amod to/IN>6:case the/DT>6:det plan/NN>2:obl",
			"Chad>2:nsubj remains>0:root opposed>2:xcomp to>6:case the>6:det plan>3:obl"},
		{"Chad/NNP>2:nsubj agreed=agree/VBD>0:root to/IN>6:case the/DT>6:det proposed=propose/VBN>6:amod plan/NN>2:obl",
			"Chad>2:nsubj agreed>0:root to>6:case the>6:det proposed>6:amod plan>2:obl"},
	} {
		var got []string
		for _, w := range tree(t, x.tree).Words {
			got = append(got, fmt.Sprintf("%s>%d:%s", w.Form, w.Head+1, w.Rel))
		}
		if g := strings.Join(got, " "); g != x.want {
			t.Errorf("%s\n got %s\nwant %s", x.tree, g, x.want)
		}
	}
}

// rooted says whether every word hangs on the root at last.
func rooted(s *Sentence) bool {
	for i := range s.Words {
		n, steps := i, 0
		for ; n >= 0 && steps <= len(s.Words); steps++ {
			n = s.Words[n].Head
		}
		if n >= 0 {
			return false
		}
	}
	return true
}

func TestLoadLexiconRefuses(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"class\tforms\nsays\tsay\n", `lexicon/operators.tsv:2: class "says" is none of say, plan`},
		{"class\tforms\nsay\tsay,tell\n", "operators.tsv:2: forms \"say,tell\" are not parted by a comma and one space each"},
		{"class\tforms\nsay\tsay, \n", "operators.tsv:2: "},
	} {
		_, err := LoadLexicon(fstest.MapFS{OperatorsFile: {Data: []byte(c.rows)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.rows, err, c.want)
		}
	}
}
