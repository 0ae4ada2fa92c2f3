package web

import (
	"context"
	"net/http"
	"sync"

	"demarche"
)

// shown keeps pages as they were sent, until the record or the day changes: making one
// from a template takes longer than all else.
type shown struct {
	mu    sync.Mutex
	state state
	bytes int
	pages map[string]page
}

// page is a page as it was sent.
type page struct {
	body []byte
	tag  string
}

// state is what a page was made from.
type state struct {
	stamp string
	today demarche.Day
}

// mostShown is how many bytes of pages are kept.
const mostShown = 32 << 20

// get gives a page that was kept since a state.
func (s *shown) get(now state, address string) (page, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != now || s.pages == nil {
		s.state, s.bytes, s.pages = now, 0, map[string]page{}
	}
	p, ok := s.pages[address]
	return p, ok
}

// put keeps a page that was made from a state, unless that has passed.
func (s *shown) put(from state, address string, p page) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != from || s.bytes+len(p.body) > mostShown {
		return
	}
	s.bytes += len(p.body)
	s.pages[address] = p
}

// stateKey is where a request carries the state that its page is made from.
type stateKey struct{}

// recalled answers a request by a page that was kept, or gives it the state to keep
// its page under.
func (s *site) recalled(w http.ResponseWriter, r *http.Request) (*http.Request, bool) {
	if r.Method != http.MethodGet || isSignIn(r) {
		return r, false
	}
	stamp, err := s.Record.Stamp(r.Context())
	if err != nil {
		return r, false // the page will say so
	}
	now := state{stamp, s.Today()}
	if p, ok := s.shown.get(now, s.address(r)); ok {
		s.send(w, r, http.StatusOK, p)
		return r, true
	}
	return r.WithContext(context.WithValue(r.Context(), stateKey{}, now)), false
}

// send sends a page, unless the reader has it.
func (s *site) send(w http.ResponseWriter, r *http.Request, code int, p page) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "private, no-cache")
	if p.tag != "" {
		h.Set("ETag", p.tag)
		if r.Header.Get("If-None-Match") == p.tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(code)
	w.Write(p.body)
}
