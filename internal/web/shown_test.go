package web

import (
	"context"
	"testing"
	"time"
)

// TestShownOnce: of many who want a page at once one makes it, and the others wait for
// it; what was not made in the end each makes.
func TestShownOnce(t *testing.T) {
	var s shown
	now := state{stamp: "1"}
	_, ok, done := s.get(t.Context(), now, "/")
	if ok {
		t.Fatal("a page was there before any was made")
	}
	got := make(chan page)
	for range 3 {
		go func() {
			p, _, done := s.get(t.Context(), now, "/")
			defer done()
			got <- p
		}()
	}
	select {
	case <-got:
		t.Fatal("one did not wait")
	case <-time.After(20 * time.Millisecond):
	}
	s.put(now, "/", page{tag: "a"})
	done()
	for range 3 {
		if p := <-got; p.tag != "a" {
			t.Errorf("one got %+v", p)
		}
	}
	if _, ok, done := s.get(t.Context(), state{stamp: "2"}, "/"); ok {
		t.Error("the page outlived the state that it was made from")
	} else {
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		if _, ok, _ := s.get(gone, state{stamp: "2"}, "/"); ok {
			t.Error("who left got a page")
		}
		done()
	}
	if _, ok, done := s.get(t.Context(), state{stamp: "2"}, "/"); ok {
		t.Error("a page was there that nobody made")
	} else {
		done()
	}
}
