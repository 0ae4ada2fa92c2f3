package web

import (
	"net/http"
	"slices"
	"strings"
)

// Gate is where people sign in. What it fails with may be a Refusal.
type Gate interface {
	Provider() string                                    // the host that knows them
	Begin(w http.ResponseWriter, r *http.Request) error  // leads there
	Finish(w http.ResponseWriter, r *http.Request) error // takes them in whom it leads back
	End(w http.ResponseWriter, r *http.Request) error    // signs out
}

// Refusal is an error that a gate has for the person whom it is about.
type Refusal interface {
	error
	Shown() (code int, text string)
}

// Reader is who signed in.
type Reader struct {
	Name   string
	Signs  string   // the name that corrections bear
	Scopes []string // what they may
}

// signed is a part of a page with who reads it.
type signed struct {
	Reader *Reader
	Of     any
}

// As gives a part of the page with its reader.
func (v view) As(of any) signed { return signed{v.Reader, of} }

// As gives another part with the same reader.
func (s signed) As(of any) signed { return signed{s.Reader, of} }

// reader gives who sends a request, or nil.
func (s *site) reader(r *http.Request) *Reader {
	if s.Reader == nil {
		return nil
	}
	return s.Reader(r)
}

// May tells whether the page may offer what a scope allows. Where nobody signs in, it
// is the server that refuses.
func (v view) May(scope string) bool {
	return v.Reader == nil || slices.Contains(v.Reader.Scopes, scope)
}

// address is what a page is kept under: a page that names its reader is for no other.
func (s *site) address(r *http.Request) string {
	if reader := s.reader(r); reader != nil {
		return strings.Join(append([]string{r.URL.RequestURI(), reader.Signs}, reader.Scopes...), "\n")
	}
	return r.URL.RequestURI()
}

// isSignIn tells requests for the way in, which no page is kept of.
func isSignIn(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/sign-in") }

// signIn hangs up the way in and out.
func (s *site) signIn(mux *http.ServeMux) {
	if s.Gate == nil {
		return
	}
	mux.HandleFunc("GET /sign-in", s.handle(s.signInPage))
	mux.HandleFunc("GET /sign-in/start", s.handle(s.Gate.Begin))
	mux.HandleFunc("GET /sign-in/back", s.handle(s.Gate.Finish))
	mux.HandleFunc("POST /sign-out", s.handle(s.Gate.End))
}

// signInPage is a page before the record.
type signInPage struct{ Text, Provider, Next string }

// why are what the page says that leads in.
var why = map[string]string{
	"":      "This record is open to those who sign in.",
	"ended": "Your session has ended, and what you sent was not taken. Sign in and send it again.",
	"out":   "You are signed out here. Your session at the provider may go on: on a machine that others use, sign out there too.",
}

func (s *site) signInPage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	text, ok := why[q.Get("why")]
	if !ok {
		text = why[""]
	}
	return s.show(w, r, http.StatusOK, "signin", "Sign in", signInPage{text, s.Gate.Provider(), q.Get("next")})
}

// refuse tells a person why they are not let in.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, refusal Refusal) {
	code, text := refusal.Shown()
	s.show(w, r, code, "signin", "Not signed in", signInPage{text, s.Gate.Provider(), ""})
}
