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
	// making has the pages that are being made, so that many who want one at once wait
	// for it. Its channels are closed when that is done.
	making map[string]chan struct{}
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

// get gives a page that was kept since a state, or waits for one that is being made.
// Where it gives none, the caller makes it, and calls done.
func (s *shown) get(ctx context.Context, now state, address string) (p page, ok bool, done func()) {
	done = func() {}
	for waited := false; ; waited = true {
		s.mu.Lock()
		if s.state != now || s.pages == nil {
			s.state, s.bytes, s.pages, s.making = now, 0, map[string]page{}, map[string]chan struct{}{}
		}
		p, ok = s.pages[address]
		ready := s.making[address]
		if !ok && ready == nil {
			made := make(chan struct{})
			making := s.making
			making[address] = made
			done = func() {
				s.mu.Lock()
				delete(making, address)
				s.mu.Unlock()
				close(made)
			}
		}
		s.mu.Unlock()
		if ok || ready == nil || waited { // what could not be kept is not waited for twice
			return p, ok, done
		}
		select {
		case <-ready:
		case <-ctx.Done():
			return p, false, done
		}
	}
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

// recalled answers a request by a page that was kept, and gives none then; or gives it
// the state to keep its page under. Done must be called when that is made.
func (s *site) recalled(w http.ResponseWriter, r *http.Request) (_ *http.Request, done func()) {
	done = func() {}
	if r.Method != http.MethodGet || isSignIn(r) {
		return r, done
	}
	stamp, err := s.Record.Stamp(r.Context())
	if err != nil {
		return r, done // the page will say so
	}
	now := state{stamp, s.Today()}
	p, ok, done := s.shown.get(r.Context(), now, s.address(r))
	if ok {
		s.send(w, r, http.StatusOK, p)
		return nil, done
	}
	return r.WithContext(context.WithValue(r.Context(), stateKey{}, now)), done
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
