package syntax

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Parser tags and parses sentences with a model. It keeps scratch space and
// what frequent forms bring in, so each goroutine needs its own; what it keeps
// never changes what it gives.
type Parser struct {
	*Model
	kept  map[string]int32 // place of a form among what is kept
	known []float32        // for each kept form: its row, then its first products
	unit  int              // floats kept for a form

	row   []int32   // for each row of the sentence its place among what is kept
	sum   []float32 // what fresh forms bring in
	fresh []int32   // their places among what is kept
	x     []float32 // the encoder's rows
	y     []int16   // the rows normed, with rows of zeros before and after the sentence
	wide  []float32 // what a map gives
	cells []int16   // what a recurrence gives

	states    []int16 // the encoder's last rows of the words parsed last, Width cells each
	dep, head []int16 // of each word, for the arcs
	scales    []float32
	arcs      []float32 // of each word the score of each head, the root first
	score     []float32 // of each word the scores of its relations
	held      []int16   // of each word how many hang on it by each kind of core relation
	heads     []int
	trees     arborist
}

// keepMost bounds the forms that a parser keeps, and so its memory: 3.5 kB each
// for a first layer of 768 products.
const keepMost = 6000

// NewParser gives a parser of its own for one goroutine.
func (m *Model) NewParser() *Parser {
	p := &Parser{Model: m, unit: m.Width}
	for _, t := range m.layers[0].taps {
		p.unit += t.out
	}
	p.forget()
	return p
}

func (p *Parser) forget() {
	p.kept = make(map[string]int32, keepMost)
	p.known = p.known[:0]
}

// grown gives a slice of n cells, whatever they hold.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

// rootForm stands for the root among the kept forms; no token is empty.
const rootForm = ""

// look finds the rows of the root and of the forms, working out those that are
// not kept.
func (p *Parser) look(words []Word) {
	if len(p.kept)+len(words)+1 > keepMost {
		p.forget()
	}
	p.row = grown(p.row, len(words)+1)
	p.fresh, p.sum = p.fresh[:0], p.sum[:0]
	p.row[0] = p.find(rootForm)
	for i := range words {
		p.row[i+1] = p.find(words[i].Form)
	}
	if len(p.fresh) > 0 {
		p.work()
	}
}

func (p *Parser) find(form string) int32 {
	if at, ok := p.kept[form]; ok {
		return at
	}
	at := int32(len(p.kept))
	// A copy, so that what is kept does not hold on to a report's whole text.
	p.kept[strings.Clone(form)] = at
	p.fresh = append(p.fresh, at)
	p.bring(form)
	return at
}

// bring appends the sum of what a form brings in.
func (p *Parser) bring(form string) {
	from := len(p.sum)
	p.sum = append(p.sum, make([]float32, p.Embed)...)
	u := p.sum[from:]
	if form == rootForm {
		copy(u, p.root)
		return
	}
	form = p.standIn(form)
	if i, ok := p.forms.at[form]; ok {
		p.forms.addTo(u, i)
	}
	folded := Fold(form)
	if i, ok := p.words.at[folded]; ok {
		p.words.addTo(u, i)
	}
	for _, a := range Affixes(form, folded) {
		p.affixes.addTo(u, int32(a))
	}
}

// standIn gives the form that a form is read as. A name behind "pro-" or "anti-" that
// the vectors lack would go by its ending, and "pro-Beijing" be a gerund.
func (p *Parser) standIn(form string) string {
	prefix, name, ok := strings.Cut(form, "-")
	if r, _ := utf8.DecodeRuneInString(name); !ok || !unicode.IsUpper(r) {
		return form
	}
	if folded := Fold(prefix); folded != "pro" && folded != "anti" {
		return form
	}
	if _, known := p.words.at[Fold(form)]; known {
		return form
	}
	return prefix + "-Western"
}

// work brings the fresh forms through the map into the encoder and through the
// first layer's.
func (p *Parser) work() {
	n := len(p.fresh)
	p.y = grown(p.y, n*max(p.Embed, p.Width))
	for i := range n {
		norm(p.sum[i*p.Embed:][:p.Embed], p.y[i*p.Embed:])
	}
	need := len(p.kept) * p.unit
	if cap(p.known) < need {
		p.known = append(make([]float32, 0, min(2*need, keepMost*p.unit)), p.known...)
	}
	p.known = p.known[:need]
	keep := func(m *matrix, in, at int) {
		p.wide = grown(p.wide, n*m.out)
		m.apply(p.wide, m.out, p.y, in, n, nil, false)
		for i, k := range p.fresh {
			copy(p.known[int(k)*p.unit+at:], p.wide[i*m.out:][:m.out])
		}
	}
	keep(p.in, p.Embed, 0)
	for i := range n {
		norm(p.wide[i*p.Width:][:p.Width], p.y[i*p.Width:])
	}
	at := p.Width
	for _, m := range p.layers[0].taps {
		keep(m, p.Width, at)
		at += m.out
	}
}

// encode leaves the heads' outputs of each word, and of the root before them, in
// the rows of wide, out.out cells apart.
func (p *Parser) encode(words []Word) {
	p.look(words)
	n, w := len(words)+1, p.Width
	p.x = grown(p.x, n*w)
	for i := range n {
		copy(p.x[i*w:][:w], p.known[int(p.row[i])*p.unit:])
	}
	for k := range p.layers {
		l := &p.layers[k]
		if k == 0 {
			p.firstProducts(l, n)
		} else {
			around := 0
			if l.kind == 'c' {
				around = l.size / 2
			}
			p.normAll(n, around)
			p.wide = grown(p.wide, n*l.w.out)
			l.w.apply(p.wide, l.w.out, p.y, w, n, nil, false)
		}
		if l.kind == 'c' {
			for i := range n {
				addGated(p.x[i*w:][:w], p.wide[i*2*w:][:2*w])
			}
			continue
		}
		p.cells = grown(p.cells, n*l.size)
		recur(p.wide, n, l.size, p.cells)
		l.back.apply(p.x, w, p.cells, l.size, n, nil, true)
	}
	p.normAll(n, 0)
	p.wide = grown(p.wide, n*p.out.out)
	p.out.apply(p.wide, p.out.out, p.y, w, n, nil, false)
}

// normAll norms the encoder's rows into y, with rows of zeros before and after.
func (p *Parser) normAll(n, around int) {
	w := p.Width
	p.y = grown(p.y, (n+2*around)*w)
	clear(p.y[:around*w])
	clear(p.y[(n+around)*w:])
	for i := range n {
		norm(p.x[i*w:][:w], p.y[(around+i)*w:])
	}
}

// firstProducts sums the kept products of each row and its neighbours.
func (p *Parser) firstProducts(l *layer, n int) {
	size := l.taps[0].out
	p.wide = grown(p.wide, n*size)
	for i := range n {
		to := p.wide[i*size:][:size]
		if l.kind != 'c' {
			copy(to, p.known[int(p.row[i])*p.unit+p.Width:])
			continue
		}
		copy(to, l.bias)
		for t := range l.taps {
			j := i + t - l.size/2
			if j < 0 || j >= n {
				continue
			}
			addTo(to, p.known[int(p.row[j])*p.unit+p.Width+t*size:])
		}
	}
}

// longest bounds the words of a tree that is found at once, since time and memory
// grow with their square. Longer sentences are lists, tables, or no sentences.
const longest = 300

// Parse fills in the tags, lemmas, features, heads and relations of a sentence's
// words, whose forms are given. A sentence of more than 300 words is parsed in
// pieces, whose roots hang on the first one's as parataxis.
func (p *Parser) Parse(words []Word) {
	p.states = p.states[:0]
	if len(words) == 0 {
		return
	}
	top := -1
	for from := 0; from < len(words); {
		n := piece(words[from:])
		part := words[from : from+n]
		p.encode(part)
		p.states = append(p.states, p.y[p.Width:(n+1)*p.Width]...)
		p.tagAll(part)
		p.attach(part)
		p.relate(part)
		p.settleCores(part)
		p.settleHeadline(part)
		settleClauses(part)
		settleVoice(part)
		p.lemmas.lemmatize(part, p.IsWord)
		for i := range part {
			switch {
			case part[i].Head != Root:
				part[i].Head += from
			case top < 0:
				top = i
			default:
				part[i].Head, part[i].Rel = top, "parataxis"
			}
		}
		from += n
	}
}

// States gives what the encoder made of each word of the sentence parsed last, by all
// that stands around it: Width numbers a word, in units of 1/[StateScale]. They are
// good until the next sentence.
func (p *Parser) States() []int16 { return p.states }

// StateScale is what 1 is among the numbers of [Parser.States] and [Model.Vector].
const StateScale = normScale

// piece says how many of the words to parse together: all, or as many as end in
// a mark of punctuation.
func piece(words []Word) int {
	if len(words) <= longest {
		return len(words)
	}
	for n := longest; n > longest/2; n-- {
		switch words[n-1].Form {
		case ",", ";", ":", "|", "-", "--", "–", "—":
			return n
		}
	}
	return longest
}

// IsWord says whether a form in small letters is among the frequent words of the
// model's vectors; the rarer ones hold misspellings too.
func (m *Model) IsWord(folded string) bool {
	i, ok := m.words.at[folded]
	return ok && i < Frequent
}

// tagAll gives each word its tag, and the features that go with it. It reads y
// and wide as encode leaves them.
func (p *Parser) tagAll(words []Word) {
	for i := range words {
		row := p.wide[(i+1)*p.out.out:]
		tag := greatest(row[:len(p.Tags)])
		word := &words[i]
		word.UPOS, word.XPOS, word.Feats = p.upos[tag], p.xpos[tag], ""
		choice := p.Feats[tag]
		if len(choice) == 0 {
			continue
		}
		best, top := 0, float32(0)
		if len(choice) > 1 {
			h := p.y[(i+1)*p.Width:][:p.Width]
			for k := range choice {
				at := p.feats.first[tag] + k
				s := float32(float32(float32(dot(h, p.feats.rows[at]))*p.feats.scale[at])/normScale) + p.feats.bias[at]
				if k == 0 || s > top {
					best, top = k, s
				}
			}
		}
		word.Feats = choice[best]
	}
}

func greatest(row []float32) int {
	best := 0
	for i, v := range row {
		if v > row[best] {
			best = i
		}
	}
	return best
}

// attach finds the tree.
func (p *Parser) attach(words []Word) {
	n, a := len(words), p.Arc
	p.dep, p.head = grown(p.dep, (n+1)*a), grown(p.head, (n+1)*a)
	p.scales = grown(p.scales, 2*(n+1))
	for i := range n + 1 {
		row := p.wide[i*p.out.out:]
		p.scales[i] = scaled(row[p.places.dep:][:a], p.dep[i*a:])
		p.scales[n+1+i] = scaled(row[p.places.head:][:a], p.head[i*a:])
	}
	p.arcs = grown(p.arcs, n*(n+1))
	for d := 1; d <= n; d++ {
		dep := p.dep[d*a:][:a]
		to := p.arcs[(d-1)*(n+1):][:n+1]
		for h := range to {
			s := float32(float32(dot(dep, p.head[h*a:][:a]))*p.scales[d]) * p.scales[n+1+h]
			s = float32(s) + p.wide[h*p.out.out+p.places.own]
			if h > 0 {
				s += p.near[min(max(h-d, -Reach), Reach)+Reach]
			}
			to[h] = s
		}
	}
	p.heads = grown(p.heads, n)
	p.trees.bestTree(p.arcs, n, p.heads)
	for i, h := range p.heads {
		words[i].Head = h
	}
}

// relate names the relation of each word to its head. A word is "root" just
// where it hangs on the root.
func (p *Parser) relate(words []Word) {
	n, l := len(words), p.Label
	p.cells = grown(p.cells, n*l)
	for i := range words {
		p.scales[i] = p.pair(i, words[i].Head, p.cells[i*l:])
	}
	p.score = grown(p.score, n*p.rel.out)
	p.rel.apply(p.score, p.rel.out, p.cells, l, n, p.scales, false)
	for i := range words {
		rel := p.rootRel
		if words[i].Head != Root {
			rel = greatest(p.named(i))
		}
		words[i].Rel = p.Rels[rel]
	}
}

// pair leaves in out what the relation of a word to a head is named by, and gives
// its scale.
func (p *Parser) pair(word, head int, out []int16) float32 {
	l, row := p.Label, p.out.out
	p.sum = grown(p.sum, l)
	d := p.wide[(word+1)*row+p.places.relDep:][:l]
	h := p.wide[(head+1)*row+p.places.relHead:][:l]
	for j, v := range d {
		p.sum[j] = max(v+h[j], 0)
	}
	return scaled(p.sum, out)
}

// relations scores the relations of one word to a head other than the root.
func (p *Parser) relations(word, head int) []float32 {
	p.cells, p.scales, p.score = grown(p.cells, p.Label), grown(p.scales, 1), grown(p.score, p.rel.out)
	p.scales[0] = p.pair(word, head, p.cells)
	p.rel.apply(p.score, p.rel.out, p.cells, p.Label, 1, p.scales, false)
	return p.named(0)
}

// named gives row i of the scores of relations, in which a word is not the root.
func (p *Parser) named(i int) []float32 {
	row := p.score[i*p.rel.out:][:len(p.Rels)]
	row[p.rootRel] = float32(math.Inf(-1))
	return row
}
