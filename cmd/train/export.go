package main

import "demarche/internal/syntax"

// parameters gives the trained network as package syntax writes it.
func (n *net) parameters(lemmas syntax.LemmaRules) *syntax.Parameters {
	e := n.d.embed
	p := &syntax.Parameters{
		Design: syntax.Design{
			Embed: e, Width: n.d.width, Layers: n.d.layers, Arc: n.d.arc, Label: n.d.label,
			Tags: n.inv.tags, Feats: n.inv.feats, Rels: n.inv.rels,
		},
		Forms:   syntax.Table{Words: n.inv.names[1:], Cols: e, Rows: n.form.w[e:]},
		Affixes: syntax.Table{Cols: e, Rows: n.affix.w},
		Root:    n.form.w[:e],
		Near:    n.arcNear.w,
		Lemmas:  lemmas,
	}
	p.Words = syntax.Vectors{Words: n.vec.words, Parts: n.vec.width / partSize, Codes: n.vec.codes, Centroids: n.vec.centroids, Project: n.project.w}

	p.Maps = append(p.Maps, mapOf(n.in, n.inB))
	for _, l := range n.layers {
		p.Maps = append(p.Maps, mapOf(l.w, l.b))
		if l.kind == 'r' {
			p.Maps = append(p.Maps, mapOf(l.w2, l.b2))
		}
	}
	heads := syntax.Map{In: n.d.width}
	for _, h := range []struct{ w, b *param }{{n.tag, n.tagB}, {n.arcDep, n.arcDepB}, {n.arcHead, n.arcHeadB}, {n.arcOwn, nil}, {n.relDep, nil}, {n.relHead, n.relHB}} {
		heads = beside(heads, mapOf(h.w, h.b))
	}
	p.Maps = append(p.Maps, heads, mapOf(n.rel, n.relB), mapOf(n.feats, n.featsB))
	return p
}

func mapOf(w, bias *param) syntax.Map {
	m := syntax.Map{In: w.rows, Out: w.cols, Weights: w.w, Bias: make([]float32, w.cols)}
	if bias != nil {
		copy(m.Bias, bias.w)
	}
	return m
}

// beside puts the outputs of b after those of a, which takes the same inputs.
func beside(a, b syntax.Map) syntax.Map {
	out := syntax.Map{In: a.In, Out: a.Out + b.Out, Bias: append(a.Bias, b.Bias...)}
	for i := range a.In {
		out.Weights = append(out.Weights, a.Weights[i*a.Out:][:a.Out]...)
		out.Weights = append(out.Weights, b.Weights[i*b.Out:][:b.Out]...)
	}
	return out
}
