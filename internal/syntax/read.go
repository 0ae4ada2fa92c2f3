package syntax

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// reader takes a model file apart.
type reader struct {
	rest []byte
	err  error
}

var errCut = errors.New("the file is cut off or not a model: make it again with cmd/train")

// block reads the next block, or nothing once the file has shown to be cut off.
func (r *reader) block() []byte {
	if r.err != nil {
		return nil
	}
	if len(r.rest) < 4 {
		r.err = errCut
		return nil
	}
	n := int(binary.LittleEndian.Uint32(r.rest))
	if n < 0 || n > len(r.rest)-4 {
		r.err = errCut
		return nil
	}
	b := r.rest[4 : 4+n]
	r.rest = r.rest[4+n:]
	return b
}

// floats reads n numbers.
func (r *reader) floats(n int) []float32 {
	x := r.allFloats()
	if r.err == nil && len(x) != n {
		r.err = errCut
	}
	return x
}

// allFloats reads the numbers of a block.
func (r *reader) allFloats() []float32 {
	b := r.block()
	if len(b)%4 != 0 {
		r.err = errCut
	}
	if r.err != nil {
		return nil
	}
	x := make([]float32, len(b)/4)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return x
}

// cells reads n weights.
func (r *reader) cells(n int) []int8 {
	b := r.block()
	if r.err == nil && len(b) != n {
		r.err = errCut
	}
	if r.err != nil {
		return nil
	}
	return asInt8(b)
}

// table reads a table of count rows, or of as many as it has words.
func (r *reader) table(cols, count int) rows {
	t := rows{cols: cols}
	if names := string(r.block()); names != "" {
		t.at = indexOf(names)
		count = len(t.at)
	}
	t.cells = r.cells(count * cols)
	t.scale = r.floats(count)
	return t
}

// Read reads a model file. It fails on one that is cut off or of another version.
func Read(b []byte) (*Model, error) {
	fail := func(err error) (*Model, error) { return nil, fmt.Errorf("reading model: %w", err) }
	if !strings.HasPrefix(string(b[:min(len(b), len(magic))]), magic) {
		return fail(errCut)
	}
	r := &reader{rest: b[len(magic):]}
	m := &Model{}
	head := r.block()
	if r.err != nil {
		return fail(r.err)
	}
	if err := json.Unmarshal(head, &m.Design); err != nil {
		return fail(err)
	}
	sizes, err := m.mapSizes()
	if err != nil {
		return fail(err)
	}
	m.places = m.heads()
	if m.words, err = r.vectors(m.Embed); err != nil {
		return fail(err)
	}
	m.forms = r.table(m.Embed, 0)
	m.affixes = r.table(m.Embed, AffixBuckets)
	m.root = r.floats(m.Embed)
	for i, size := range sizes {
		in, out := size[0], size[1]
		w := r.cells(in * out)
		scale, bias := r.floats(out), r.floats(out)
		if r.err != nil {
			return fail(r.err)
		}
		m.place(i, in, out, w, scale, bias)
	}
	m.near = r.floats(2*Reach + 1)
	var rules LemmaRules
	lemmas := r.block()
	if r.err != nil {
		return fail(r.err)
	}
	if err := json.Unmarshal(lemmas, &rules); err != nil {
		return fail(err)
	}
	m.lemmas = &rules
	for _, t := range m.Tags {
		u, x, _ := strings.Cut(t, "|")
		m.upos, m.xpos = append(m.upos, u), append(m.xpos, x)
	}
	m.rootRel = -1
	for i, rel := range m.Rels {
		if rel == "root" {
			m.rootRel = i
		}
	}
	if m.rootRel < 0 {
		return fail(errors.New(`no relation "root"`))
	}
	return m, nil
}

// place puts map i, in the order of mapSizes, where the parser looks for it.
func (m *Model) place(i, in, out int, w []int8, scale, bias []float32) {
	if i == 0 {
		m.in = newMatrix(in, out, w, scale, bias, normScale)
		return
	}
	done := 1
	for k, name := range m.Layers {
		kind, size, _ := LayerOf(name)
		if i == done {
			l := layer{kind: kind, size: size}
			switch {
			case k > 0:
				l.w = newMatrix(in, out, w, scale, bias, normScale)
			case kind == 'c':
				part := m.Width * out
				for t := range size {
					l.taps = append(l.taps, newMatrix(m.Width, out, w[t*part:][:part], scale, nil, normScale))
				}
				l.bias = bias
			default:
				l.taps = []*matrix{newMatrix(in, out, w, scale, bias, normScale)}
			}
			m.layers = append(m.layers, l)
			return
		}
		done++
		if kind == 'r' {
			if i == done {
				m.layers[k].back = newMatrix(in, out, w, scale, bias, cellScale)
				return
			}
			done++
		}
	}
	switch i - done {
	case 0:
		m.out = newMatrix(in, out, w, scale, bias, normScale)
	case 1:
		m.rel = newMatrix(in, out, w, scale, bias, 1)
	case 2:
		m.feats = features{scale: scale, bias: bias}
		for j := range out {
			row := make([]int16, in)
			for x := range row {
				row[x] = int16(w[x*out+j])
			}
			m.feats.rows = append(m.feats.rows, row)
		}
		at := 0
		for _, f := range m.Feats {
			m.feats.first = append(m.feats.first, at)
			at += len(f)
		}
	}
}

func asInt8(b []byte) []int8 {
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}
