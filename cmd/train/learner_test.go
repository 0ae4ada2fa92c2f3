package main

import (
	"bytes"
	"io"
	"testing"

	"demarche/internal/sense"
)

// quizzes are asked of a network that must learn that two marks together mean one thing
// and each alone another, and that a great number means a third.
func quizzes() (out []quiz) {
	for i := range 400 {
		q := quiz{Features: sense.Features{Dense: []int16{0, 0}}}
		a, b := i%2 == 0, i/2%2 == 0
		if a {
			q.Marks = append(q.Marks, sense.Mark("a"))
		}
		if b {
			q.Marks = append(q.Marks, sense.Mark("b"))
		}
		switch {
		case i%5 == 0:
			q.Dense[0], q.class = 3*sense.Scale, 2
		case a != b:
			q.class = 1
		}
		out = append(out, q)
	}
	return out
}

// TestLearn: a network learns what no sum of its features could tell, and the same
// lessons make the same network.
func TestLearn(t *testing.T) {
	s := senses{hidden: 16, members: 2, rounds: 60, log: io.Discard}
	var files [2][]byte
	for i := range files {
		file, err := sense.Write([]sense.Parameters{s.learn("toy", []string{"no", "one", "great"}, quizzes())})
		if err != nil {
			t.Fatal(err)
		}
		files[i] = file
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same lessons made two networks")
	}
	nets, err := sense.Read(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var room sense.Room
	right := 0
	for _, q := range quizzes() {
		p := nets["toy"].Score(&q.Features, &room, nil)
		best := 0
		for c := range p {
			if p[c] > p[best] {
				best = c
			}
		}
		if best == q.class {
			right++
		}
	}
	if right < 390 {
		t.Errorf("%d of 400 are right", right)
	}
}
