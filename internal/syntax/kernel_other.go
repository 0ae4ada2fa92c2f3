//go:build !amd64

package syntax

// Both are false where there are no kernels but those of kernel.go.
var vector, fused = false, false

const noKernel = "syntax: vector kernel called on a machine that has none"

func mul4x16(int, *int16, int, *int16, *float32, int, *float32, *float32, *float32, int) {
	panic(noKernel)
}
func dot4x16(int, *int16, int, *int16, *float32, int, *float32, *float32, *float32, int) {
	panic(noKernel)
}
func mul1x16(int, *int16, *int16, *float32, *float32, *float32, *float32, int) { panic(noKernel) }
func dot16(int, *int16, *int16) int32                                          { panic(noKernel) }
func normRow(int, *float32, *int16, float32, float32, float32)                 { panic(noKernel) }
func recur8(int, *float32, int, int, int, *int16, int)                         { panic(noKernel) }
func gateAdd(int, *float32, *float32)                                          { panic(noKernel) }
func maxAbs(int, *float32) float32                                             { panic(noKernel) }
func roundRow(int, *float32, *int16, float32)                                  { panic(noKernel) }
func addRow(int, *float32, *float32)                                           { panic(noKernel) }
func addCells(int, *int32, *byte)                                              { panic(noKernel) }
