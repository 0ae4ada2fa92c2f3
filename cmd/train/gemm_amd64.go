package main

import "golang.org/x/sys/cpu"

//go:noescape
func kernel6x16(k int, a, b, c *float32, ldc int)

var haveFMA = cpu.X86.HasAVX2 && cpu.X86.HasFMA
