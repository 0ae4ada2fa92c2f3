package proposition

import (
	"strings"
	"testing"

	"demarche"
)

// TestStance: what a sentence commits to, and by whose word.
func TestStance(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct {
		name, head, tree string
		status           demarche.Status // "" for no event
		speaker, teller  string
	}{
		{"plain", "expelled", "Peru/NNP>2:nsubj expelled=expel/VBD>0:root them=they/PRP>2:obj", "actual", "-", "-"},
		{"future", "expel", "Peru/NNP>3:nsubj will/MD>3:aux expel/VB>0:root them=they/PRP>3:obj", "planned", "-", "-"},
		{"may", "expel", "Peru/NNP>3:nsubj may/MD>3:aux expel/VB>0:root them=they/PRP>3:obj", "possible", "-", "-"},
		{"must", "leave", "They=they/PRP>3:nsubj must/MD>3:aux leave/VB>0:root", "demanded", "-", "-"},
		{"not", "expel", "Peru/NNP>4:nsubj did=do/VBD>4:aux not/RB>4:advmod expel/VB>0:root them=they/PRP>4:obj", "denied", "-", "-"},
		{"until it does", "expels", "Talks=talk/NNS>3:nsubj will=will/MD>3:aux wait=wait/VB>0:root until=until/IN>6:mark Peru/NNP>6:nsubj expels=expel/VBZ>3:advcl two/CD>8:nummod diplomats=diplomat/NNS>6:obj", "planned", "-", "-"},
		{"until it did", "expelled", "Talks=talk/NNS>2:nsubj waited=wait/VBD>0:root until=until/IN>5:mark Peru/NNP>5:nsubj expelled=expel/VBD>2:advcl two/CD>7:nummod diplomats=diplomat/NNS>5:obj", "actual", "-", "-"},
		{"no one", "expelled", "No/DT>2:det diplomats=diplomat/NNS>4:nsubj:pass were=be/VBD>4:aux:pass expelled=expel/VBN>0:root", "denied", "-", "-"},
		{"may face", "curbs", "Peru/NNP>3:nsubj may/MD>3:aux face/VB>0:root curbs=curb/NNS>3:obj", "possible", "-", "-"},
		{"faces", "curbs", "Peru/NNP>2:nsubj faces=face/VBZ>0:root curbs=curb/NNS>2:obj", "actual", "-", "-"},
		{"faces, unless", "curbs", "Peru/NNP>2:nsubj faces=face/VBZ>0:root curbs=curb/NNS>2:obj unless/IN>6:mark it/PRP>6:nsubj yields=yield/VBZ>2:advcl", "conditional", "-", "-"},
		{"or face", "curbs", "Peru/NNP>3:nsubj must/MD>3:aux yield/VB>0:root or/CC>5:cc face/VB>3:conj curbs=curb/NNS>5:obj", "conditional", "-", "-"},
		{"plans to", "expel", "Peru/NNP>2:nsubj plans=plan/VBZ>0:root to/TO>4:mark expel/VB>2:xcomp them=they/PRP>4:obj", "planned", "-", "-"},
		{"threatened to", "expel", "Peru/NNP>2:nsubj threatened=threaten/VBD>0:root to/TO>4:mark expel/VB>2:xcomp them=they/PRP>4:obj", "threatened", "-", "-"},
		{"refused to", "expel", "Peru/NNP>2:nsubj refused=refuse/VBD>0:root to/TO>4:mark expel/VB>2:xcomp them=they/PRP>4:obj", "denied", "-", "-"},
		{"called in to", "protest", "Peru/NNP>2:nsubj called=call/VBD>0:root in/RP>2:compound:prt the/DT>5:det envoy/NN>2:obj to/TO>7:mark protest/VB>2:advcl", "actual", "-", "-"},
		{"called on to", "protest", "Peru/NNP>2:nsubj called=call/VBD>0:root on/IN>4:case Chile/NNP>2:obl to/TO>6:mark protest/VB>2:advcl", "demanded", "-", "Peru"},
		{"urged to", "reopen", "Peru/NNP>2:nsubj urged=urge/VBD>0:root Chile/NNP>2:obj to/TO>5:mark reopen/VB>2:xcomp the/DT>7:det embassy/NN>5:obj", "demanded", "-", "Peru"},
		{"said", "expelled", "Peru/NNP>2:nsubj said=say/VBD>0:root Chile/NNP>4:nsubj expelled=expel/VBD>2:ccomp them=they/PRP>4:obj", "actual", "Peru", "-"},
		{"innermost speaker", "expelled", "Antonov/NNP>2:nsubj said=say/VBD>0:root Peru/NNP>4:nsubj announced=announce/VBD>2:ccomp Chile/NNP>6:nsubj expelled=expel/VBD>4:ccomp them=they/PRP>6:obj", "actual", "Peru", "-"},
		{"he said, beside it", "expelled", "Chile/NNP>2:nsubj expelled=expel/VBD>0:root them=they/PRP>2:obj ,/,>2:punct Antonov/NNP>6:nsubj said=say/VBD>2:parataxis", "actual", "Antonov", "-"},
		{"according to", "expelled", "Chile/NNP>2:nsubj expelled=expel/VBD>0:root them=they/PRP>2:obj according/VBG>6:case to/IN>4:fixed Antonov/NNP>2:obl", "actual", "Antonov", "-"},
		{"denied that", "expelled", "Peru/NNP>2:nsubj denied=deny/VBD>0:root that/IN>5:mark it/PRP>5:nsubj expelled=expel/VBD>2:ccomp them=they/PRP>5:obj", "denied", "Peru", "Peru"},
		{"denied that it had threatened to", "expel",
			"Peru/NNP>2:nsubj denied=deny/VBD>0:root that/IN>6:mark it/PRP>6:nsubj had=have/VBD>6:aux threatened=threaten/VBN>2:ccomp to/TO>8:mark expel/VB>6:xcomp them=they/PRP>8:obj",
			"denied", "Peru", "Peru"},
		{"did not deny", "expelled", "Peru/NNP>4:nsubj did=do/VBD>4:aux not/RB>4:advmod deny/VB>0:root that/IN>7:mark it/PRP>7:nsubj expelled=expel/VBD>4:ccomp them=they/PRP>7:obj", "possible", "Peru", "Peru"},
		{"would, unless", "expel",
			"Peru/NNP>3:nsubj would/MD>3:aux expel/VB>0:root them=they/PRP>3:obj unless/IN>7:mark Chile/NNP>7:nsubj apologised=apologise/VBD>3:advcl", "conditional", "-", "-"},
		{"a condition's own clause", "issues",
			"Peru/NNP>3:nsubj will/MD>3:aux answer/VB>0:root if/IN>6:mark Chile/NNP>6:nsubj issues=issue/VBZ>3:advcl visas=visa/NNS>6:obj", "", "-", "-"},
		{"a hope", "reopens", "Peru/NNP>2:nsubj hopes=hope/VBZ>0:root Chile/NNP>4:nsubj reopens=reopen/VBZ>2:ccomp its/PRP$>6:nmod:poss embassy/NN>4:obj", "", "-", "-"},
		{"threat of", "expulsion", "Peru/NNP>2:nsubj repeated=repeat/VBD>0:root the/DT>4:det threat/NN>2:obj of/IN>6:case expulsion/NN>4:nmod", "threatened", "-", "-"},
		{"ruled out", "expulsion", "Peru/NNP>2:nsubj excluded=exclude/VBD>0:root an/DT>4:det expulsion/NN>2:obj", "denied", "-", "Peru"},
		{"cancelled", "sanctions", "Peru/NNP>2:nsubj lifted=lift/VBD>0:root the/DT>4:det sanctions=sanction/NNS>2:obj", "ended", "-", "-"},
		{"demanded", "closure", "Peru/NNP>2:nsubj demanded=demand/VBD>0:root the/DT>4:det closure/NN>2:obj of/IN>7:case the/DT>7:det embassy/NN>4:nmod", "demanded", "-", "Peru"},
		{"how likely", "leave", "He/PRP>2:nsubj asked=ask/VBD>0:root how/WRB>4:advmod likely/JJ>2:ccomp it/PRP>4:expl is=be/VBZ>4:cop that/IN>10:mark they/PRP>10:nsubj will/MD>10:aux leave/VB>4:ccomp", "", "-", "-"},
		{"is to be", "shut", "It/PRP>5:nsubj:pass is=be/VBZ>5:aux:pass to/TO>5:mark be/VB>5:aux:pass shut/VBN>0:root", "planned", "-", "-"},
		{"decided against", "expelling", "Peru/NNP>2:nsubj decided=decide/VBD>0:root against/IN>4:mark expelling=expel/VBG>2:advcl them=they/PRP>4:obj", "denied", "-", "-"},
		{"threatened to, by", "expelling", "Peru/NNP>2:nsubj threatened=threaten/VBD>0:root to/TO>4:mark answer/VB>2:xcomp by/IN>6:mark expelling=expel/VBG>4:advcl them=they/PRP>6:obj", "threatened", "-", "-"},
		{"in the event of", "expel", "Peru/NNP>3:nsubj would/MD>3:aux expel/VB>0:root them=they/PRP>3:obj in/IN>7:case the/DT>7:det event/NN>3:obl of/IN>9:case war/NN>7:nmod", "conditional", "-", "-"},
		{"should, beside it", "expel", "Should/MD>3:aux Chile/NNP>3:nsubj leave/VB>0:root ,/,>3:punct Peru/NNP>7:nsubj would/MD>7:aux expel/VB>3:parataxis them=they/PRP>7:obj", "conditional", "-", "-"},
		{"broke off, gave", "gave", "Peru/NNP>2:nsubj broke=break_off/VBD>0:root relations=relation/NNS>2:obj ,/,>5:punct gave=give/VBD>2:advcl envoys=envoy/NNS>5:iobj hours=hour/NNS>5:obj", "actual", "-", "-"},
		{"cannot hide it by", "cutting", "Peru/NNP>4:nsubj can=can/MD>4:aux not/RB>4:advmod hide/VB>0:root it/PRP>4:obj by/IN>7:mark cutting=cut/VBG>4:advcl ties=tie/NNS>7:obj", "actual", "-", "-"},
		{"will not retaliate by", "cutting", "Peru/NNP>4:nsubj will=will/MD>4:aux not/RB>4:advmod retaliate/VB>0:root it/PRP>4:obj by/IN>7:mark cutting=cut/VBG>4:advcl ties=tie/NNS>7:obj", "denied", "-", "-"},
		{"possible that", "leave", "It/PRP>3:expl is=be/VBZ>3:cop possible/JJ>0:root that/IN>7:mark they/PRP>7:nsubj would=would/MD>7:aux leave/VB>3:csubj", "possible", "-", "-"},
		{"warned against", "expelling", "Peru/NNP>2:nsubj warned=warn/VBD>0:root Chile/NNP>2:obj against/IN>5:mark expelling=expel/VBG>2:advcl them=they/PRP>5:obj", "", "-", "-"},
		{"will ask to, unless", "ask", "Peru/NNP>3:nsubj will/MD>3:aux ask/VB>0:root Chile/NNP>3:obj to/TO>6:mark close/VB>3:xcomp it/PRP>6:obj unless/IN>10:mark Chile/NNP>10:nsubj apologises=apologise/VBZ>6:advcl", "conditional", "-", "-"},
		{"that, read as a place's", "closed", "Peru/NNP>2:nsubj said=say/VBD>0:root in/IN>4:case Lima/NNP>2:obl that/WDT>7:obj Chile/NNP>7:nsubj closed=close/VBD>4:acl:relcl it/PRP>7:obj", "actual", "Peru", "-"},
		{"that, of a thing", "signed", "Peru/NNP>2:nsubj spoke=speak/VBD>0:root of/IN>5:case a/DT>5:det treaty/NN>2:obl that/WDT>8:obj Chile/NNP>8:nsubj signed=sign/VBD>5:acl:relcl", "actual", "-", "-"},
		{"he said, read as a noun's", "leave", "Chile/NNP>3:nsubj must/MD>3:aux leave/VB>0:root Lima/NNP>3:obj ,/,>8:punct the/DT>7:det envoy/NN>8:nsubj said=say/VBD>4:acl:relcl Friday/NNP>8:obl:unmarked", "demanded", "envoy", "-"},
		{"whom they accused", "left", "The/DT>2:det envoy/NN>8:nsubj ,/,>6:punct whom/WP>6:obj they/PRP>6:nsubj accused=accuse/VBD>2:acl:relcl ,/,>6:punct left=leave/VBD>0:root", "actual", "-", "-"},
		{"ought to", "leave", "Chile/NNP>2:nsubj ought/MD>0:root to/TO>4:mark leave/VB>2:xcomp", "demanded", "-", "-"},
		{"welcomed", "talks", "Peru/NNP>2:nsubj welcomed=welcome/VBD>0:root the/DT>4:det talks=talk/NNS>2:obj", "actual", "-", "-"},
		{"would welcome", "talks", "Peru/NNP>3:nsubj would/MD>3:aux welcome/VB>0:root the/DT>5:det talks=talk/NNS>3:obj", "", "-", "-"},
		{"looked at", "expulsion", "Peru/NNP>2:nsubj looked=look/VBD>0:root at/IN>5:case the/DT>5:det expulsion/NN>2:obl", "possible", "-", "-"},
		{"once it opens", "opens", "Trade/NN>3:nsubj will/MD>3:aux grow/VB>0:root once/IN>6:mark Peru/NNP>6:nsubj opens=open/VBZ>3:advcl its/PRP$>8:nmod:poss embassy/NN>6:obj", "planned", "-", "-"},
		{"once it opened", "opened", "Trade/NN>2:nsubj grew=grow/VBD>0:root once/IN>5:mark Peru/NNP>5:nsubj opened=open/VBD>2:advcl its/PRP$>7:nmod:poss embassy/NN>5:obj", "actual", "-", "-"},
		{"will answer", "expulsion", "Peru/NNP>3:nsubj will/MD>3:aux give/VB>0:root an/DT>5:det answer/NN>3:obj to/IN>8:case the/DT>8:det expulsion/NN>3:obl", "actual", "-", "-"},
		{"not a single", "expelled", "Not/RB>4:advmod a/DT>4:det single/JJ>4:amod diplomat/NN>6:nsubj:pass was=be/VBD>6:aux:pass expelled=expel/VBN>0:root", "denied", "-", "-"},
		{"cancelled the order to", "expel", "Peru/NNP>2:nsubj cancelled=cancel/VBD>0:root the/DT>4:det order/NN>2:obj to/TO>6:mark expel/VB>2:advcl them=they/PRP>6:obj", "ended", "-", "-"},
		{"planned, before a noun", "talks", "The/DT>3:det planned=planned/VBN>3:amod talks=talk/NNS>0:root", "planned", "-", "-"},
	} {
		s := tree(t, c.tree)
		var p Proposition
		s.Read(at(t, s, c.head), l, &p)
		st := s.Stance(&p, l)
		status := st.Status
		if st.Void {
			status = ""
		}
		if status != c.status || form(s, st.Speaker) != c.speaker || form(s, st.Teller) != c.teller {
			t.Errorf("%s: %q, speaker %s, teller %s; want %q, %s, %s; steps %s",
				c.name, status, form(s, st.Speaker), form(s, st.Teller), c.status, c.speaker, c.teller, steps(s, &st))
		}
		if n := len(st.Steps); n > 0 && st.Status != demarche.Conditional && st.Steps[n-1].Status != st.Status {
			t.Errorf("%s: the steps %s do not end at %s", c.name, steps(s, &st), st.Status)
		}
	}
}

// TestSteps: who asks why is told word by word, from the act outwards.
func TestSteps(t *testing.T) {
	s := tree(t, "Peru/NNP>2:nsubj denied=deny/VBD>0:root that/IN>6:mark it/PRP>6:nsubj had=have/VBD>6:aux threatened=threaten/VBN>2:ccomp to/TO>8:mark expel/VB>6:xcomp them=they/PRP>8:obj")
	var p Proposition
	l := lexicon(t)
	s.Read(at(t, s, "expel"), l, &p)
	st := s.Stance(&p, l)
	if got, want := steps(s, &st), "threatened threat threatened; denied deny denied"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func steps(s *Sentence, st *Stance) string {
	var all []string
	for _, x := range st.Steps {
		all = append(all, strings.Join([]string{form(s, x.Word), x.Class, string(x.Status)}, " "))
	}
	return strings.Join(all, "; ")
}
