package syntax

import "golang.org/x/sys/cpu"

// vector says whether the kernels of kernel_amd64.s can run here. Without them
// kernel.go gives the same results to the bit.
var vector = cpu.X86.HasAVX2

// fused says whether the machine takes product and sum in one instruction, which
// parses 7 % faster on the machine it was measured on.
var fused = cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI

//go:noescape
func dot4x16(pairs int, a *int16, lda int, w *int16, dst *float32, ldd int, rowScale, colScale, bias *float32, add int)

//go:noescape
func mul4x16(pairs int, a *int16, lda int, w *int16, dst *float32, ldd int, rowScale, colScale, bias *float32, add int)

//go:noescape
func mul1x16(pairs int, a *int16, w *int16, dst *float32, rowScale, colScale, bias *float32, add int)

//go:noescape
func dot16(n int, a, b *int16) int32

//go:noescape
func normRow(n int, x *float32, out *int16, size, epsilon, scale float32)

//go:noescape
func recur8(rows int, x *float32, stride int, forget, output int, y *int16, ystride int)

//go:noescape
func gateAdd(n int, x, y *float32)

//go:noescape
func maxAbs(n int, x *float32) float32

//go:noescape
func roundRow(n int, x *float32, out *int16, scale float32)

//go:noescape
func addRow(n int, to, from *float32)

//go:noescape
func addCells(n int, to *int32, from *byte)
