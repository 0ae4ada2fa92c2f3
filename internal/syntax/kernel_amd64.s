#include "textflag.h"

// The kernels take exact steps: products of integers, and single operations on
// float32 that are rounded alike in plain Go (kernel.go). No fused products.

#define SCALE(lo, hi, at) \
	VBROADCASTSS at(R10), Y10; \
	VCVTDQ2PS    lo, lo;       \
	VCVTDQ2PS    hi, hi;       \
	VMULPS       (R11), lo, lo;   \
	VMULPS       32(R11), hi, hi; \
	VMULPS       Y10, lo, lo;  \
	VMULPS       Y10, hi, hi;  \
	VADDPS       (R12), lo, lo;   \
	VADDPS       32(R12), hi, hi

#define STORE(lo, hi) \
	VMOVUPS lo, (DX);   \
	VMOVUPS hi, 32(DX)

#define ADDTO(lo, hi) \
	VADDPS (DX), lo, lo;   \
	VADDPS 32(DX), hi, hi

// What both forms of the four-row kernel begin with: arguments, and sums of zero.
#define START4 \
	MOVQ pairs+0(FP), CX; \
	MOVQ a+8(FP), SI; \
	MOVQ lda+16(FP), R8; \
	MOVQ w+24(FP), DI; \
	MOVQ dst+32(FP), DX; \
	MOVQ ldd+40(FP), BX; \
	MOVQ rowScale+48(FP), R10; \
	MOVQ colScale+56(FP), R11; \
	MOVQ bias+64(FP), R12; \
	MOVQ add+72(FP), R13; \
	LEAQ (R8)(R8*2), R9; \
	ADDQ SI, R9; \
	VPXOR Y0, Y0, Y0; \
	VPXOR Y1, Y1, Y1; \
	VPXOR Y2, Y2, Y2; \
	VPXOR Y3, Y3, Y3; \
	VPXOR Y4, Y4, Y4; \
	VPXOR Y5, Y5, Y5; \
	VPXOR Y6, Y6, Y6; \
	VPXOR Y7, Y7, Y7

// What both end with: sums to numbers, and where asked added to what stands there.
#define END4 \
	SCALE(Y0, Y1, 0); \
	SCALE(Y2, Y3, 4); \
	SCALE(Y4, Y5, 8); \
	SCALE(Y6, Y7, 12); \
	TESTQ R13, R13; \
	JZ    store4; \
	MOVQ  DX, R14; \
	ADDTO(Y0, Y1); \
	ADDQ  BX, DX; \
	ADDTO(Y2, Y3); \
	ADDQ  BX, DX; \
	ADDTO(Y4, Y5); \
	ADDQ  BX, DX; \
	ADDTO(Y6, Y7); \
	MOVQ  R14, DX; \
	store4: \
	STORE(Y0, Y1); \
	ADDQ BX, DX; \
	STORE(Y2, Y3); \
	ADDQ BX, DX; \
	STORE(Y4, Y5); \
	ADDQ BX, DX; \
	STORE(Y6, Y7); \
	VZEROUPPER; \
	RET

// func mul4x16(pairs int, a *int16, lda int, w *int16, dst *float32, ldd int, rowScale, colScale, bias *float32, add int)
TEXT ·mul4x16(SB), NOSPLIT, $0-80
	START4

loop4:
	VMOVDQU      (DI), Y8
	VMOVDQU      32(DI), Y9
	VPBROADCASTD (SI), Y10
	VPBROADCASTD (SI)(R8*1), Y11
	VPMADDWD     Y8, Y10, Y12
	VPMADDWD     Y9, Y10, Y13
	VPMADDWD     Y8, Y11, Y14
	VPMADDWD     Y9, Y11, Y15
	VPADDD       Y12, Y0, Y0
	VPADDD       Y13, Y1, Y1
	VPADDD       Y14, Y2, Y2
	VPADDD       Y15, Y3, Y3
	VPBROADCASTD (SI)(R8*2), Y10
	VPBROADCASTD (R9), Y11
	VPMADDWD     Y8, Y10, Y12
	VPMADDWD     Y9, Y10, Y13
	VPMADDWD     Y8, Y11, Y14
	VPMADDWD     Y9, Y11, Y15
	VPADDD       Y12, Y4, Y4
	VPADDD       Y13, Y5, Y5
	VPADDD       Y14, Y6, Y6
	VPADDD       Y15, Y7, Y7
	ADDQ         $4, SI
	ADDQ         $4, R9
	ADDQ         $64, DI
	DECQ         CX
	JNZ          loop4

	END4

// func dot4x16(pairs int, a *int16, lda int, w *int16, dst *float32, ldd int, rowScale, colScale, bias *float32, add int)
//
// The same with one instruction for product and sum (AVX-512 VNNI).
TEXT ·dot4x16(SB), NOSPLIT, $0-80
	START4

loop4:
	VMOVDQU      (DI), Y8
	VMOVDQU      32(DI), Y9
	VPBROADCASTD (SI), Y10
	VPBROADCASTD (SI)(R8*1), Y11
	VPBROADCASTD (SI)(R8*2), Y12
	VPBROADCASTD (R9), Y13
	VPDPWSSD     Y8, Y10, Y0
	VPDPWSSD     Y9, Y10, Y1
	VPDPWSSD     Y8, Y11, Y2
	VPDPWSSD     Y9, Y11, Y3
	VPDPWSSD     Y8, Y12, Y4
	VPDPWSSD     Y9, Y12, Y5
	VPDPWSSD     Y8, Y13, Y6
	VPDPWSSD     Y9, Y13, Y7
	ADDQ         $4, SI
	ADDQ         $4, R9
	ADDQ         $64, DI
	DECQ         CX
	JNZ          loop4

	END4

// func mul1x16(pairs int, a *int16, w *int16, dst *float32, rowScale, colScale, bias *float32, add int)
TEXT ·mul1x16(SB), NOSPLIT, $0-64
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ w+16(FP), DI
	MOVQ dst+24(FP), DX
	MOVQ rowScale+32(FP), R10
	MOVQ colScale+40(FP), R11
	MOVQ bias+48(FP), R12
	MOVQ add+56(FP), R13

	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1

loop1:
	VPBROADCASTD (SI), Y10
	VPMADDWD     (DI), Y10, Y12
	VPMADDWD     32(DI), Y10, Y13
	VPADDD       Y12, Y0, Y0
	VPADDD       Y13, Y1, Y1
	ADDQ         $4, SI
	ADDQ         $64, DI
	DECQ         CX
	JNZ          loop1

	SCALE(Y0, Y1, 0)
	TESTQ R13, R13
	JZ    store1
	ADDTO(Y0, Y1)

store1:
	STORE(Y0, Y1)
	VZEROUPPER
	RET

// func dot16(n int, a, b *int16) int32
TEXT ·dot16(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VPXOR Y0, Y0, Y0

loopd:
	VMOVDQU  (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD   Y1, Y0, Y0
	ADDQ     $32, SI
	ADDQ     $32, DI
	SUBQ     $16, CX
	JNZ      loopd

	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0x4E, X0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0xB1, X0, X1
	VPADDD       X1, X0, X0
	VMOVD        X0, AX
	MOVL         AX, ret+24(FP)
	VZEROUPPER
	RET

// Sums the eight lanes of Y0 into the low lane of X0: halves, then pairs.
#define ACROSS \
	VEXTRACTF128 $1, Y0, X1;     \
	VADDPS       X1, X0, X0;     \
	VPERMILPS    $0x4E, X0, X1;  \
	VADDPS       X1, X0, X0;     \
	VPERMILPS    $0xB1, X0, X1;  \
	VADDPS       X1, X0, X0

// func normRow(n int, x *float32, out *int16, size, epsilon, scale float32)
TEXT ·normRow(SB), NOSPLIT, $0-36
	MOVQ   n+0(FP), CX
	MOVQ   x+8(FP), SI
	MOVQ   out+16(FP), DI
	VMOVSS size+24(FP), X7
	VMOVSS epsilon+28(FP), X8
	VMOVSS scale+32(FP), X9
	VXORPS Y0, Y0, Y0
	XORQ   AX, AX

sum:
	VADDPS (SI)(AX*4), Y0, Y0
	ADDQ   $8, AX
	CMPQ   AX, CX
	JLT    sum
	ACROSS
	VDIVSS       X7, X0, X0
	VBROADCASTSS X0, Y6
	VXORPS       Y0, Y0, Y0
	XORQ         AX, AX

squares:
	VMOVUPS (SI)(AX*4), Y1
	VSUBPS  Y6, Y1, Y1
	VMULPS  Y1, Y1, Y1
	VADDPS  Y1, Y0, Y0
	ADDQ    $8, AX
	CMPQ    AX, CX
	JLT     squares
	ACROSS
	VDIVSS       X7, X0, X0
	VADDSS       X8, X0, X0
	VSQRTSS      X0, X0, X0
	VDIVSS       X0, X9, X0
	VBROADCASTSS X0, Y5
	XORQ         AX, AX

write:
	VMOVUPS      (SI)(AX*4), Y1
	VSUBPS       Y6, Y1, Y1
	VMULPS       Y5, Y1, Y1
	VCVTPS2DQ    Y1, Y1
	VEXTRACTI128 $1, Y1, X2
	VPACKSSDW    X2, X1, X1
	VMOVDQU      X1, (DI)(AX*2)
	ADDQ         $8, AX
	CMPQ         AX, CX
	JLT          write
	VZEROUPPER
	RET

// v becomes v(27+v²)/(27+9v²), v cut at ±3, with Y15 = 3, Y14 = -3, Y13 = 27,
// Y12 = 9; s and t are scratch.
#define BEND(v, s, t) \
	VMINPS Y15, v, v; \
	VMAXPS Y14, v, v; \
	VMULPS v, v, s;   \
	VADDPS Y13, s, t; \
	VMULPS v, t, t;   \
	VMULPS Y12, s, s; \
	VADDPS Y13, s, s; \
	VDIVPS s, t, v

// v becomes 0.5 + 0.5*bend(0.5*v), with Y11 = 0.5.
#define GATE(v, s, t) \
	VMULPS Y11, v, v; \
	BEND(v, s, t);    \
	VMULPS Y11, v, v; \
	VADDPS Y11, v, v

DATA consts<>+0(SB)/4, $3.0
DATA consts<>+4(SB)/4, $-3.0
DATA consts<>+8(SB)/4, $27.0
DATA consts<>+12(SB)/4, $9.0
DATA consts<>+16(SB)/4, $0.5
DATA consts<>+20(SB)/4, $16384.0
GLOBL consts<>(SB), RODATA|NOPTR, $24

#define CONSTANTS \
	VBROADCASTSS consts<>+0(SB), Y15;  \
	VBROADCASTSS consts<>+4(SB), Y14;  \
	VBROADCASTSS consts<>+8(SB), Y13;  \
	VBROADCASTSS consts<>+12(SB), Y12; \
	VBROADCASTSS consts<>+16(SB), Y11

// func recur8(rows int, x *float32, stride int, forget, output int, y *int16, ystride int)
//
// Strides and offsets are in bytes.
TEXT ·recur8(SB), NOSPLIT, $0-56
	MOVQ rows+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ stride+16(FP), R8
	MOVQ forget+24(FP), R9
	MOVQ output+32(FP), R10
	MOVQ y+40(FP), DI
	MOVQ ystride+48(FP), R11
	CONSTANTS
	VBROADCASTSS consts<>+20(SB), Y10
	VXORPS       Y0, Y0, Y0 // the cell

step:
	VMOVUPS (SI), Y1
	VMOVUPS (SI)(R9*1), Y2
	VMOVUPS (SI)(R10*1), Y3
	BEND(Y1, Y4, Y5)
	GATE(Y2, Y6, Y7)
	GATE(Y3, Y8, Y9)
	VSUBPS       Y1, Y0, Y0
	VMULPS       Y2, Y0, Y0
	VADDPS       Y1, Y0, Y0
	VMULPS       Y3, Y0, Y4
	VMULPS       Y10, Y4, Y4
	VCVTPS2DQ    Y4, Y4
	VEXTRACTI128 $1, Y4, X5
	VPACKSSDW    X5, X4, X4
	VMOVDQU      X4, (DI)
	ADDQ         R8, SI
	ADDQ         R11, DI
	DECQ         CX
	JNZ          step
	VZEROUPPER
	RET

// func gateAdd(n int, x, y *float32)
//
// x[i] += y[i] * gate(y[n+i])
TEXT ·gateAdd(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DI
	CONSTANTS
	LEAQ (DI)(CX*4), R8
	XORQ AX, AX

gates:
	VMOVUPS (R8)(AX*4), Y1
	GATE(Y1, Y2, Y3)
	VMULPS  (DI)(AX*4), Y1, Y1
	VADDPS  (SI)(AX*4), Y1, Y1
	VMOVUPS Y1, (SI)(AX*4)
	ADDQ    $8, AX
	CMPQ    AX, CX
	JLT     gates
	VZEROUPPER
	RET

// func maxAbs(n int, x *float32) float32
TEXT ·maxAbs(SB), NOSPLIT, $0-20
	MOVQ     n+0(FP), CX
	MOVQ     x+8(FP), SI
	VPCMPEQD Y3, Y3, Y3
	VPSRLD   $1, Y3, Y3 // all bits but the sign
	VXORPS   Y0, Y0, Y0
	XORQ     AX, AX

most:
	VANDPS  (SI)(AX*4), Y3, Y1
	VMAXPS  Y1, Y0, Y0
	ADDQ    $8, AX
	CMPQ    AX, CX
	JLT     most
	VEXTRACTF128 $1, Y0, X1
	VMAXPS       X1, X0, X0
	VPERMILPS    $0x4E, X0, X1
	VMAXPS       X1, X0, X0
	VPERMILPS    $0xB1, X0, X1
	VMAXPS       X1, X0, X0
	VMOVSS       X0, ret+16(FP)
	VZEROUPPER
	RET

// func roundRow(n int, x *float32, out *int16, scale float32)
TEXT ·roundRow(SB), NOSPLIT, $0-28
	MOVQ         n+0(FP), CX
	MOVQ         x+8(FP), SI
	MOVQ         out+16(FP), DI
	VBROADCASTSS scale+24(FP), Y5
	XORQ         AX, AX

round:
	VMULPS       (SI)(AX*4), Y5, Y1
	VCVTPS2DQ    Y1, Y1
	VEXTRACTI128 $1, Y1, X2
	VPACKSSDW    X2, X1, X1
	VMOVDQU      X1, (DI)(AX*2)
	ADDQ         $8, AX
	CMPQ         AX, CX
	JLT          round
	VZEROUPPER
	RET

// func addRow(n int, to, from *float32)
TEXT ·addRow(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ to+8(FP), DI
	MOVQ from+16(FP), SI
	XORQ AX, AX

more:
	VMOVUPS (DI)(AX*4), Y0
	VADDPS  (SI)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	CMPQ    AX, CX
	JLT     more
	VZEROUPPER
	RET

// func addCells(n int, to *int32, from *byte)
TEXT ·addCells(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ to+8(FP), DI
	MOVQ from+16(FP), SI
	XORQ AX, AX

cells:
	VPMOVSXBD (SI)(AX*1), Y0
	VPADDD    (DI)(AX*4), Y0, Y0
	VMOVDQU   Y0, (DI)(AX*4)
	ADDQ      $8, AX
	CMPQ      AX, CX
	JLT       cells
	VZEROUPPER
	RET
