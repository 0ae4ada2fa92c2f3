package syntax

import (
	"fmt"
	"math"
	"strings"
)

// magic opens a model file and names its version.
const magic = "demarche syntax 2\n"

// Design says what a network is built of and what its outputs mean.
type Design struct {
	Embed  int        `json:"embed"`  // width of what a form brings in, a multiple of 8
	Width  int        `json:"width"`  // width of the encoder, a multiple of 16
	Layers []string   `json:"layers"` // "c3": gated convolution over three words, "r256": recurrence of 256 cells
	Arc    int        `json:"arc"`    // width of the arc scorer, a multiple of 16
	Label  int        `json:"label"`  // width of the relation scorer, a multiple of 8
	Tags   []string   `json:"tags"`   // UPOS|XPOS
	Feats  [][]string `json:"feats"`  // for each tag the features it goes with
	Rels   []string   `json:"rels"`
}

// Vectors are word vectors, brought to a byte for every few of their numbers:
// each such part of a vector is one of 256 that stand for all (product
// quantisation, Jégou et al. 2011).
type Vectors struct {
	Words     []string  // in small letters, most frequent first
	Parts     int       // parts of a vector
	Codes     []byte    // for each word its parts' codes
	Centroids []float32 // for each part the 256 that stand for all
	Project   []float32 // the map of a vector to what a form brings in
}

// Centroids is the number of parts that stand for all.
const Centroids = 256

// Table is rows of weights, found by word or by number.
type Table struct {
	Words []string // empty for a table that is found by number
	Cols  int
	Rows  []float32
}

// Map is a linear map of training: In rows of Out weights, and a bias.
type Map struct {
	In, Out int
	Weights []float32
	Bias    []float32 // nil for none
}

// Parameters are a trained network as cmd/train hands it over. Write brings its
// weights to eight bits.
type Parameters struct {
	Design
	Words          Vectors
	Forms, Affixes Table
	Root           []float32 // what stands in the place of a form before each sentence
	Maps           []Map     // in the order of mapSizes
	Near           []float32 // score of an arc by h-d, from -Reach to Reach
	Lemmas         LemmaRules
}

// Reach is the distance from which words count as equally far.
const Reach = 12

// mapSizes gives the inputs and outputs of the maps that a design needs: the one
// into the encoder, those of the layers, that of the heads side by side, that to
// the relations and that to the features.
func (d *Design) mapSizes() ([][2]int, error) {
	if d.Embed <= 0 || d.Embed%8 != 0 || d.Width <= 0 || d.Width%panel != 0 || d.Arc <= 0 || d.Arc%panel != 0 || d.Label <= 0 || d.Label%8 != 0 {
		return nil, fmt.Errorf("widths %d, %d, %d, %d are not multiples of 8, %d, %d and 8", d.Embed, d.Width, d.Arc, d.Label, panel, panel)
	}
	if len(d.Layers) == 0 || len(d.Tags) == 0 || len(d.Rels) == 0 || len(d.Feats) != len(d.Tags) {
		return nil, fmt.Errorf("%d layers, %d tags, features for %d, %d relations", len(d.Layers), len(d.Tags), len(d.Feats), len(d.Rels))
	}
	sizes := [][2]int{{d.Embed, d.Width}}
	for _, l := range d.Layers {
		kind, n, err := LayerOf(l)
		switch {
		case err != nil:
			return nil, err
		case kind == 'c':
			sizes = append(sizes, [2]int{n * d.Width, 2 * d.Width})
		default:
			sizes = append(sizes, [2]int{d.Width, 3 * n}, [2]int{n, d.Width})
		}
	}
	bundles := 0
	for _, f := range d.Feats {
		bundles += len(f)
	}
	sizes = append(sizes, [2]int{d.Width, d.heads().all}, [2]int{d.Label, len(d.Rels)}, [2]int{d.Width, bundles})
	return sizes, nil
}

// LayerOf reads the name of a layer.
func LayerOf(name string) (kind byte, n int, err error) {
	if _, err := fmt.Sscanf(name, "%c%d", &kind, &n); err != nil || n <= 0 ||
		!(kind == 'c' && n%2 == 1 || kind == 'r' && n%panel == 0) {
		return 0, 0, fmt.Errorf("unknown layer %q", name)
	}
	return kind, n, nil
}

// heads are the places of the outputs within the row that the map of the heads
// gives: tags, the word as dependent and as head of an arc, the score of being a
// head at all, the word as dependent and as head of a relation.
type heads struct {
	dep, head, own, relDep, relHead, all int
}

func (d *Design) heads() heads {
	var h heads
	h.dep = len(d.Tags)
	h.head = h.dep + d.Arc
	h.own = h.head + d.Arc
	h.relDep = h.own + 1
	h.relHead = h.relDep + d.Label
	h.all = h.relHead + d.Label
	return h
}

// vectors are word vectors as the parser holds them: what each code of each part
// brings in.
type vectors struct {
	at    map[string]int32
	parts int
	codes []byte
	gives []float32 // for each part and code, cols numbers
	cols  int
	raw   []int16 // for each part and code the part itself, in units of 1/StateScale
}

// addTo adds what word i brings in to x.
func (v *vectors) addTo(x []float32, i int32) {
	for p, c := range v.codes[int(i)*v.parts:][:v.parts] {
		addTo(x, v.gives[(p*Centroids+int(c))*v.cols:][:v.cols])
	}
}

// vectors reads word vectors and works out what each code brings in.
func (r *reader) vectors(cols int) (vectors, error) {
	names := string(r.block())
	codes := r.block()
	centroids, project := r.allFloats(), r.allFloats()
	if r.err != nil {
		return vectors{}, r.err
	}
	v := vectors{at: indexOf(names), cols: cols, codes: codes}
	width := len(project) / cols
	if len(v.at) > 0 {
		v.parts = len(codes) / len(v.at)
	}
	if v.parts == 0 || len(codes) != v.parts*len(v.at) || width%v.parts != 0 || len(centroids) != width*Centroids || len(project) != width*cols {
		return vectors{}, errCut
	}
	size := width / v.parts
	v.raw = make([]int16, len(centroids))
	for i, x := range centroids {
		v.raw[i] = int16(max(min(x*StateScale, math.MaxInt16), math.MinInt16))
	}
	v.gives = make([]float32, v.parts*Centroids*cols)
	for p := range v.parts {
		for c := range Centroids {
			to := v.gives[(p*Centroids+c)*cols:][:cols]
			for k, x := range centroids[(p*Centroids+c)*size:][:size] {
				for j, w := range project[(p*size+k)*cols:][:cols] {
					to[j] += float32(x * w)
				}
			}
		}
	}
	return v, nil
}

// VectorSize is how many numbers a word vector has.
func (m *Model) VectorSize() int {
	if m.words.parts == 0 {
		return 0
	}
	return len(m.words.raw) / Centroids
}

// Vector appends to dst the vector of a word in small letters, in units of
// 1/[StateScale]; zeros for a word that has none. Words that stand in like company
// have like vectors.
func (m *Model) Vector(dst []int16, word string) []int16 {
	i, ok := m.words.at[word]
	if !ok {
		return append(dst, make([]int16, m.VectorSize())...)
	}
	size := m.VectorSize() / m.words.parts
	for p, c := range m.words.codes[int(i)*m.words.parts:][:m.words.parts] {
		dst = append(dst, m.words.raw[(p*Centroids+int(c))*size:][:size]...)
	}
	return dst
}

// indexOf numbers the lines of a text.
func indexOf(names string) map[string]int32 {
	at := make(map[string]int32, strings.Count(names, "\n")+1)
	for i := int32(0); names != ""; i++ {
		var w string
		w, names, _ = strings.Cut(names, "\n")
		at[w] = i
	}
	return at
}

// rows is a table as the parser holds it.
type rows struct {
	at    map[string]int32
	cols  int
	cells []int8
	scale []float32
}

// addTo adds row i to x.
func (t *rows) addTo(x []float32, i int32) {
	s := t.scale[i]
	row := t.cells[int(i)*t.cols:][:len(x)]
	for j, v := range row {
		x[j] += float32(float32(v) * s)
	}
}

// Model is a trained tagger and parser. It is never changed once read, so any
// number of parsers may share it.
type Model struct {
	Design
	places         heads
	words          vectors
	forms, affixes rows
	root           []float32
	in             *matrix
	layers         []layer
	out, rel       *matrix
	feats          features
	near           []float32
	lemmas         *LemmaRules
	upos, xpos     []string
	rootRel        int
}

// layer is one residual layer of the encoder.
type layer struct {
	kind byte      // c: gated convolution, r: recurrence
	size int       // words of the convolution, cells of the recurrence
	taps []*matrix // of the first layer: the map of each word of the convolution, or the recurrence's
	bias []float32 // of a first convolution, whose taps have none
	w    *matrix   // of a later layer: the map of all its words
	back *matrix   // from the recurrence's cells to the encoder's width
}

// features hold for each bundle of features its weights.
type features struct {
	first []int // for each tag the place of its first bundle
	rows  [][]int16
	scale []float32
	bias  []float32
}
