package syntax

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
)

// Write writes a model file.
func Write(w io.Writer, p *Parameters) error {
	sizes, err := p.mapSizes()
	if err != nil {
		return fmt.Errorf("writing model: %w", err)
	}
	if len(sizes) != len(p.Maps) {
		return fmt.Errorf("writing model: %d maps, the design needs %d", len(p.Maps), len(sizes))
	}
	out := bufio.NewWriter(w)
	head, err := json.Marshal(&p.Design)
	if err != nil {
		return fmt.Errorf("writing model: %w", err)
	}
	out.WriteString(magic)
	block := func(b []byte) {
		var n [4]byte
		binary.LittleEndian.PutUint32(n[:], uint32(len(b)))
		out.Write(n[:])
		out.Write(b)
	}
	floats := func(x []float32) {
		b := make([]byte, 0, 4*len(x))
		for _, v := range x {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
		block(b)
	}
	block(head)
	block([]byte(strings.Join(p.Words.Words, "\n")))
	block(p.Words.Codes)
	floats(p.Words.Centroids)
	floats(p.Words.Project)
	for _, t := range []Table{p.Forms, p.Affixes} {
		block([]byte(strings.Join(t.Words, "\n")))
		q, scale := eightBits(t.Rows, len(t.Rows)/t.Cols, t.Cols, true)
		block(q)
		floats(scale)
	}
	floats(p.Root)
	for i, m := range p.Maps {
		if m.In != sizes[i][0] || m.Out != sizes[i][1] || len(m.Weights) != m.In*m.Out {
			return fmt.Errorf("writing model: map %d is %d by %d, the design needs %d by %d", i, m.In, m.Out, sizes[i][0], sizes[i][1])
		}
		q, scale := eightBits(m.Weights, m.In, m.Out, false)
		block(q)
		floats(scale)
		bias := m.Bias
		if bias == nil {
			bias = make([]float32, m.Out)
		}
		floats(bias)
	}
	floats(p.Near)
	lemmas, err := json.Marshal(p.Lemmas)
	if err != nil {
		return fmt.Errorf("writing model: %w", err)
	}
	block(lemmas)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing model: %w", err)
	}
	return nil
}

// eightBits brings a matrix to whole numbers of at most 127, with a scale for
// each row or for each column.
func eightBits(w []float32, rows, cols int, byRow bool) ([]byte, []float32) {
	n := cols
	if byRow {
		n = rows
	}
	line := func(i int) int {
		if byRow {
			return i / cols
		}
		return i % cols
	}
	scale := make([]float32, n)
	for i, v := range w {
		k := line(i)
		scale[k] = max(scale[k], v, -v)
	}
	for k := range scale {
		scale[k] /= 127
	}
	q := make([]byte, len(w))
	for i, v := range w {
		if s := scale[line(i)]; s > 0 {
			q[i] = byte(int8(math.RoundToEven(float64(v / s))))
		}
	}
	return q, scale
}
