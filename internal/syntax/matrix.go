package syntax

// Matrix is a linear map with its weights in eight bits, for networks beside the
// parser's that work on its numbers: same arithmetic, same answers on every machine.
type Matrix struct{ m *matrix }

// NewMatrix lays out weights w, of in rows and out columns, in units of scale for each
// column, for activations in units of 1/[StateScale]. In must be even.
func NewMatrix(in, out int, w []int8, scale []float32) *Matrix {
	return &Matrix{newMatrix(in, out, w, scale, nil, StateScale)}
}

// Out is how many numbers Apply gives, those asked for and some zeros behind them.
func (x *Matrix) Out() int { return x.m.out }

// Apply maps the activations a, as many as the matrix has rows, to dst.
func (x *Matrix) Apply(dst []float32, a []int16) {
	x.m.apply(dst, x.m.out, a, len(a), 1, nil, false)
}
