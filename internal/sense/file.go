package sense

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"demarche/internal/syntax"
)

// magic opens a file of networks and names its version.
const magic = "demarche sense 1\n"

// Parameters are a trained network as cmd/train hands it over. Write brings its
// weights to eight bits.
type Parameters struct {
	Name    string
	Classes []string
	Hidden  int
	Inputs  int
	Marks   []uint64  // in rising order
	Rows    []float32 // of each mark Hidden weights
	Dense   []float32 // of each number Hidden weights
	Bias    []float32
	Out     []float32 // of each hidden cell a weight for each class
	Tail    []float32
}

// head is what a file says of a network before its blocks.
type head struct {
	Name    string   `json:"name"`
	Classes []string `json:"classes"`
	Hidden  int      `json:"hidden"`
	Inputs  int      `json:"inputs"`
	Marks   int      `json:"marks"`
}

// Write makes a file of networks.
func Write(nets []Parameters) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(magic)
	block := func(x any) {
		var c bytes.Buffer
		binary.Write(&c, binary.LittleEndian, x)
		binary.Write(&b, binary.LittleEndian, uint32(c.Len()))
		b.Write(c.Bytes())
	}
	for i := range nets {
		p := &nets[i]
		h, err := json.Marshal(head{p.Name, p.Classes, p.Hidden, p.Inputs, len(p.Marks)})
		if err != nil {
			return nil, err
		}
		block(h)
		cells, unit := eight(p.Rows, 1)
		dense, units := eight(p.Dense, p.Hidden)
		block(p.Marks)
		block(cells)
		block(unit)
		block(dense)
		block(units)
		block(p.Bias)
		block(p.Out)
		block(p.Tail)
	}
	return b.Bytes(), nil
}

// eight brings weights to eight bits, with a unit for each of so many columns.
func eight(w []float32, columns int) (cells []int8, units []float32) {
	cells, units = make([]int8, len(w)), make([]float32, columns)
	for i, x := range w {
		units[i%columns] = max(units[i%columns], float32(math.Abs(float64(x)))/127)
	}
	for i, x := range w {
		if u := units[i%columns]; u > 0 {
			cells[i] = int8(math.Round(float64(x / u)))
		}
	}
	return cells, units
}

var errCut = errors.New("the file is cut off or of another version: make it again with cmd/train")

// Read reads a file of networks, by their names, which go on reading in it: it must not
// change. It fails on one that is cut off or of another version.
func Read(b []byte) (map[string]*Net, error) {
	fail := func(err error) (map[string]*Net, error) {
		return nil, fmt.Errorf("reading the networks of senses: %w", err)
	}
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return fail(errCut)
	}
	nets := map[string]*Net{}
	for len(rest) > 0 {
		var h head
		if err := json.Unmarshal(block(&rest, -1), &h); err != nil || len(h.Classes) == 0 || h.Hidden <= 0 || h.Hidden > 1<<12 || h.Inputs < 0 || h.Inputs > 1<<16 || h.Marks < 0 || h.Marks > 1<<24 {
			return fail(errCut)
		}
		n := &Net{Classes: h.Classes, Hidden: h.Hidden, Inputs: h.Inputs}
		marks := block(&rest, 8*h.Marks)
		n.rows = newIndex(len(marks) / 8)
		for i := range len(marks) / 8 {
			if !n.rows.add(binary.LittleEndian.Uint64(marks[8*i:]), int32(i)) {
				return fail(errCut)
			}
		}
		n.cells = block(&rest, h.Marks*h.Hidden)
		unit := floats(block(&rest, 4))
		dense, units := signed(block(&rest, h.Inputs*h.Hidden)), floats(block(&rest, 4*h.Hidden))
		n.bias = floats(block(&rest, 4*h.Hidden))
		n.out, n.tail = floats(block(&rest, 4*h.Hidden*len(h.Classes))), floats(block(&rest, 4*len(h.Classes)))
		if len(marks) != 8*h.Marks || len(unit) != 1 || len(n.cells) != h.Marks*h.Hidden || len(dense) != h.Inputs*h.Hidden || len(units) != h.Hidden ||
			len(n.bias) != h.Hidden || len(n.out) != h.Hidden*len(h.Classes) || len(n.tail) != len(h.Classes) {
			return fail(errCut)
		}
		n.unit = unit[0]
		if h.Inputs%2 == 1 {
			dense = append(dense, make([]int8, h.Hidden)...)
		}
		n.dense = syntax.NewMatrix(h.Inputs+h.Inputs%2, h.Hidden, dense, units)
		nets[h.Name] = n
	}
	return nets, nil
}

// block takes the next block off, of so many bytes if that is not negative; nothing if
// there is none such.
func block(rest *[]byte, size int) []byte {
	if len(*rest) < 4 {
		return nil
	}
	n := int(binary.LittleEndian.Uint32(*rest))
	if n > len(*rest)-4 || size >= 0 && n != size {
		*rest = nil
		return nil
	}
	b := (*rest)[4 : 4+n]
	*rest = (*rest)[4+n:]
	return b
}

func signed(b []byte) []int8 {
	out := make([]int8, len(b))
	for i, x := range b {
		out[i] = int8(x)
	}
	return out
}

func floats(b []byte) []float32 {
	out := make([]float32, len(b)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}
