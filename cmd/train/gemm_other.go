//go:build !amd64

package main

const haveFMA = false

func kernel6x16(k int, a, b, c *float32, ldc int) {
	panic("kernel6x16 is only for amd64")
}
