package main

import (
	"math/rand/v2"
	"slices"
	"sort"

	"demarche/internal/syntax"
)

// workers is the number of parts that each batch is split into. It is fixed, so
// that sums are taken in the same order on any machine.
const workers = 2

// design is what a network is built of and how much of it training leaves out
// at random.
type design struct {
	embed    int      // width of what a form brings in
	width    int      // width of the encoder
	layers   []string // c3: gated convolution over three words, r256: recurrence of 256 cells
	arc      int      // width of the arc scorer
	label    int      // width of the relation scorer
	dropIn   float64  // share of the input's cells left out
	dropMid  float64  // share of each layer's input columns left out, the same through a sentence
	dropOut  float64  // the same for the heads' input
	wordDrop float64  // scale of the chance that a word's own row or vector is left out
}

// inventory is what a network knows of its treebanks.
type inventory struct {
	forms   map[string]int // row of a form in the table of trained rows; 0 is the root
	names   []string
	count   []int
	tags    []string // UPOS|XPOS
	tagAt   map[string]int
	feats   [][]string // for each tag the feature bundles it occurs with
	first   []int      // for each tag the place of its first bundle among all
	bundles int
	rels    []string
	relAt   map[string]int
}

func newInventory(train []sentence, least int) *inventory {
	inv := &inventory{forms: map[string]int{}, tagAt: map[string]int{}, relAt: map[string]int{}}
	forms, tags, rels := map[string]int{}, map[string]int{}, map[string]int{}
	feats := map[string]map[string]int{}
	for _, s := range train {
		for _, w := range s.words {
			forms[w.Form]++
			tag := w.UPOS + "|" + w.XPOS
			tags[tag]++
			rels[w.Rel]++
			if feats[tag] == nil {
				feats[tag] = map[string]int{}
			}
			feats[tag][w.Feats]++
		}
	}
	inv.names, inv.count = []string{""}, []int{0}
	for _, f := range byCount(forms, least) {
		inv.forms[f] = len(inv.names)
		inv.names = append(inv.names, f)
		inv.count = append(inv.count, forms[f])
	}
	inv.tags = byCount(tags, 3)
	for i, t := range inv.tags {
		inv.tagAt[t] = i
		inv.feats = append(inv.feats, byCount(feats[t], 2))
		inv.first = append(inv.first, inv.bundles)
		inv.bundles += len(inv.feats[i])
	}
	inv.rels = byCount(rels, 3)
	for i, r := range inv.rels {
		inv.relAt[r] = i
	}
	return inv
}

// byCount gives the keys that occur at least so often, most frequent first.
func byCount(m map[string]int, least int) []string {
	var keys []string
	for k, n := range m {
		if n >= least {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool {
		if m[keys[i]] != m[keys[j]] {
			return m[keys[i]] > m[keys[j]]
		}
		return keys[i] < keys[j]
	})
	return keys
}

// example is a sentence as the network takes it. Row 0 of each is the root.
type example struct {
	form  []int   // trained row, or -1
	vec   []int   // row of the word vectors, or -1
	affix [][]int // hashed rows
	tag   []int   // -1 where the inventory lacks it
	feat  []int   // place among the bundles of the tag, or -1
	rel   []int
	head  []int // row of the head
}

func newExample(s sentence, inv *inventory, vec *vectors) *example {
	e := &example{form: []int{0}, vec: []int{-1}, affix: [][]int{nil}, tag: []int{-1}, feat: []int{-1}, rel: []int{-1}, head: []int{-1}}
	find := func(m map[string]int, k string) int {
		if i, ok := m[k]; ok {
			return i
		}
		return -1
	}
	for _, w := range s.words {
		folded := syntax.Fold(w.Form)
		e.form = append(e.form, find(inv.forms, w.Form))
		e.vec = append(e.vec, find(vec.at, folded))
		a := syntax.Affixes(w.Form, folded)
		e.affix = append(e.affix, a[:])
		e.tag = append(e.tag, find(inv.tagAt, w.UPOS+"|"+w.XPOS))
		feat := -1
		if k := e.tag[len(e.tag)-1]; k >= 0 {
			feat = slices.Index(inv.feats[k], w.Feats)
		}
		e.feat = append(e.feat, feat)
		e.rel = append(e.rel, find(inv.relAt, w.Rel))
		e.head = append(e.head, w.Head+1)
	}
	return e
}

// layer is one residual layer of the encoder.
type layer struct {
	kind         byte
	size         int
	w, b, w2, b2 *param
}

// net is the tagger and parser.
type net struct {
	d      design
	inv    *inventory
	vec    *vectors
	params []*param

	project, form, affix   *param
	in, inB                *param
	layers                 []*layer
	tag, tagB              *param
	feats, featsB          *param
	arcDep, arcDepB        *param
	arcHead, arcHeadB      *param
	arcOwn, arcNear        *param
	relDep, relHead, relHB *param
	rel, relB              *param
}

func newNet(d design, inv *inventory, vec *vectors, seed uint64) (*net, error) {
	r := rand.New(rand.NewPCG(seed, 1))
	n := &net{d: d, inv: inv, vec: vec}
	mk := func(rows, cols int) *param {
		p := newParam(rows, cols)
		n.params = append(n.params, p)
		return p
	}
	dense := func(rows, cols int) (w, bias *param) { return mk(rows, cols).glorot(r), mk(1, cols) }
	table := func(rows int) *param {
		p := mk(rows, d.embed).uniform(r, 0.05)
		p.sparse = true
		return p
	}
	n.project = mk(vec.width, d.embed).glorot(r)
	n.form, n.affix = table(len(inv.names)), table(syntax.AffixBuckets)
	n.in, n.inB = dense(d.embed, d.width)
	for _, name := range d.layers {
		kind, size, err := syntax.LayerOf(name)
		if err != nil {
			return nil, err
		}
		l := &layer{kind: kind, size: size}
		if kind == 'c' {
			l.w, l.b = dense(size*d.width, 2*d.width)
		} else {
			l.w, l.b = dense(d.width, 3*size)
			l.w2, l.b2 = dense(size, d.width)
		}
		n.layers = append(n.layers, l)
	}
	n.tag, n.tagB = dense(d.width, len(inv.tags))
	n.feats, n.featsB = dense(d.width, inv.bundles)
	n.arcDep, n.arcDepB = dense(d.width, d.arc)
	n.arcHead, n.arcHeadB = dense(d.width, d.arc)
	n.arcOwn, n.arcNear = mk(d.width, 1), mk(1, 2*syntax.Reach+1)
	n.relDep = mk(d.width, d.label).glorot(r)
	n.relHead, n.relHB = dense(d.width, d.label)
	n.rel, n.relB = dense(d.label, len(inv.rels))
	return n, nil
}

// input sums what each form brings in.
func (n *net) input(t *tape, batch []*example, rows int) *value {
	u := t.matrix(rows, n.d.embed)
	type use struct {
		row, form, vec int
		affix          []int
	}
	uses := make([]use, 0, rows)
	at := 0
	vecs := t.matrix(rows, n.vec.width)
	vecs.g = nil
	for _, e := range batch {
		for i := range e.form {
			x := use{at, e.form[i], e.vec[i], e.affix[i]}
			if t.training && i > 0 {
				if x.form >= 0 && t.rng.Float64() < n.d.wordDrop*(0.3+3/(3+float64(n.inv.count[x.form]))) {
					x.form = -1
				}
				if x.vec >= 0 && t.rng.Float64() < n.d.wordDrop*0.5 {
					x.vec = -1
				}
			}
			row := u.row(at)
			addRow := func(p *param, r int) {
				for j, v := range p.w[r*p.cols:][:p.cols] {
					row[j] += v
				}
			}
			if x.form >= 0 {
				addRow(n.form, x.form)
			}
			if x.vec >= 0 {
				copy(vecs.row(at), n.vec.row(x.vec))
			}
			for _, a := range x.affix {
				addRow(n.affix, a)
			}
			uses = append(uses, x)
			at++
		}
	}
	t.then(func() {
		for _, x := range uses {
			g := u.grow(x.row)
			addGrad := func(p *param, r int) {
				p.touched[t.worker] = append(p.touched[t.worker], r)
				to := p.grads[t.worker][r*p.cols:][:p.cols]
				for j, d := range g {
					to[j] += d
				}
			}
			if x.form >= 0 {
				addGrad(n.form, x.form)
			}
			for _, a := range x.affix {
				addGrad(n.affix, a)
			}
		}
	})
	return t.add(u, t.linear(vecs, n.project, nil))
}

// run encodes a batch and gives the rows that its heads read.
func (n *net) run(t *tape, batch []*example) (h *value, segs []segment) {
	rows := 0
	for _, e := range batch {
		segs = append(segs, segment{rows, len(e.form)})
		rows += len(e.form)
	}
	x := n.input(t, batch, rows)
	x = t.dropout(t.norm(x), n.d.dropIn, nil)
	x = t.linear(x, n.in, n.inB)
	for _, l := range n.layers {
		y := t.dropout(t.norm(x), n.d.dropMid, segs)
		if l.kind == 'c' {
			y = t.gated(t.linear(t.window(y, segs, around(l.size)), l.w, l.b))
		} else {
			y = t.linear(t.recur(t.linear(y, l.w, l.b), segs), l.w2, l.b2)
		}
		x = t.add(x, y)
	}
	return t.dropout(t.norm(x), n.d.dropOut, segs), segs
}

func around(size int) []int {
	offsets := make([]int, size)
	for i := range offsets {
		offsets[i] = i - size/2
	}
	return offsets
}

// scores are the outcome of a run: for each sentence arcs[d*rows+h], rows
// including the root's.
type scores struct {
	tags, feats *value
	arcs        []*value
	dep, head   *value
}

func (n *net) score(t *tape, h *value, segs []segment) scores {
	var s scores
	s.tags = t.linear(h, n.tag, n.tagB)
	s.feats = t.linear(h, n.feats, n.featsB)
	query := t.linear(h, n.arcDep, n.arcDepB)
	head := t.linear(h, n.arcHead, n.arcHeadB)
	own := t.linear(h, n.arcOwn, nil)
	for _, seg := range segs {
		s.arcs = append(s.arcs, t.pairs(query, head, own, n.arcNear, seg))
	}
	s.dep, s.head = t.linear(h, n.relDep, nil), t.linear(h, n.relHead, n.relHB)
	return s
}

// pairs is query_d * head_h + own_h + near(h-d) for the words of a sentence.
func (t *tape) pairs(query, head, own *value, near *param, seg segment) *value {
	y := t.matrix(seg.n, seg.n)
	w := query.cols
	t.addProduct(seg.n, seg.n, w, plain(query.x[seg.from*w:], w), turned(head.x[seg.from*w:], w), y.x, seg.n)
	at := func(d, h int) int { return min(max(h-d, -syntax.Reach), syntax.Reach) + syntax.Reach }
	for d := range seg.n {
		row := y.row(d)
		for h := range row {
			row[h] += own.x[seg.from+h]
			if h > 0 {
				row[h] += near.w[at(d, h)]
			}
		}
	}
	t.then(func() {
		t.addProduct(seg.n, w, seg.n, plain(y.g, seg.n), plain(head.x[seg.from*w:], w), query.g[seg.from*w:], w)
		t.addProduct(seg.n, w, seg.n, turned(y.g, seg.n), plain(query.x[seg.from*w:], w), head.g[seg.from*w:], w)
		ng := near.grads[t.worker]
		for d := range seg.n {
			for h, g := range y.grow(d) {
				own.g[seg.from+h] += g
				if h > 0 {
					ng[at(d, h)] += g
				}
			}
		}
	})
	return y
}

// relation scores the relations of the rows to the heads given.
func (n *net) relation(t *tape, s scores, heads []int) *value {
	z := t.matrix(s.dep.rows, n.d.label)
	for i, h := range heads {
		if h < 0 {
			continue
		}
		a, b, to := s.dep.row(i), s.head.row(h), z.row(i)
		for j := range to {
			to[j] = a[j] + b[j]
		}
	}
	t.then(func() {
		for i, h := range heads {
			if h < 0 {
				continue
			}
			ga, gb := s.dep.grow(i), s.head.grow(h)
			for j, g := range z.grow(i) {
				ga[j] += g
				gb[j] += g
			}
		}
	})
	return t.linear(t.dropout(t.relu(z), n.d.dropOut, nil), n.rel, n.relB)
}
