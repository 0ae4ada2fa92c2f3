// Package api answers programs: the record as JSON, with a description of itself as
// OpenAPI 3.1, feeds for calendars and news readers, and exports. What the command line
// can do, the API can.
package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"strings"

	"demarche"
	"demarche/internal/desk"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Site is what the API answers from.
type Site struct {
	Desk    *desk.Desk
	Record  *desk.Record
	Today   func() demarche.Day
	Version string
	Log     *slog.Logger
	Style   string // the address of the pages' style sheet
}

// Root is where the API stands.
const Root = "/api/v1"

// mostBytes is how large a request may be.
const mostBytes = 8 << 20

type service struct{ Site }

func (s *service) record() *desk.Record { return s.Record.On(s.Today()) }

// New gives the handler of the API.
func New(s Site) http.Handler {
	mux := http.NewServeMux()
	v := &service{s}
	described := v.register(mux)
	mux.HandleFunc("GET "+Root+"/{$}", v.plain(v.described(described.OpenAPI())))
	mux.HandleFunc("GET "+Root+"/docket.ics", v.plain(v.calendar))
	mux.HandleFunc("GET "+Root+"/acts.atom", v.plain(v.atom))
	mux.HandleFunc("GET "+Root+"/export/{file}", v.plain(v.export))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		problem(w, http.StatusNotFound, "there is no such thing in the API: see "+Root+"/openapi.json")
	})
	return tagged(mux)
}

// register describes the operations and hangs them up.
func (s *service) register(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Demarche", s.Version)
	config.Info.Description = "The record of dealings between States, from news reports: every figure with the words that say it."
	config.OpenAPIPath = Root + "/openapi"
	config.SchemasPath = Root + "/schemas"
	config.DocsPath = "" // its page loads from another host
	config.CreateHooks = nil
	a := humago.New(mux, config)
	s.reading(a)
	s.writing(a)
	s.recoding(a)
	s.passing(a)
	return a
}

// failed makes an answer of an error.
func (s *service) failed(ctx context.Context, err error) error {
	var told huma.StatusError
	switch {
	case errors.As(err, &told):
		return err
	case desk.IsMissing(err):
		return huma.Error404NotFound(err.Error())
	case desk.IsErased(err):
		return huma.Error410Gone(err.Error())
	case ctx.Err() != nil:
		return huma.Error503ServiceUnavailable("the request was ended")
	}
	s.Log.Error("request failed", "err", err)
	return huma.Error500InternalServerError("the record could not be read or written; the log of the server says why")
}

// problem answers with an error as huma does.
func problem(w http.ResponseWriter, code int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(code)
	w.Write(appendJSON(nil, huma.ErrorModel{Status: code, Title: http.StatusText(code), Detail: detail}))
}

// plain makes a handler of a function whose answers are no JSON.
func (s *service) plain(serve func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := serve(w, r)
		if err == nil {
			return
		}
		var told huma.StatusError
		if errors.As(s.failed(r.Context(), err), &told) {
			problem(w, told.GetStatus(), told.Error())
		}
	}
}

// tagged gives answers a tag by what they hold, and sends nothing to those that have
// it. Exports are sent as they are made.
func tagged(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		r.Body = http.MaxBytesReader(w, r.Body, mostBytes)
		if r.Method != http.MethodGet || strings.HasPrefix(r.URL.Path, Root+"/export/") {
			h.ServeHTTP(w, r)
			return
		}
		b := &buffered{header: w.Header(), code: http.StatusOK}
		h.ServeHTTP(b, r)
		if b.code == http.StatusOK {
			sum := sha256.Sum256(b.Bytes())
			tag := `W/"` + hex.EncodeToString(sum[:12]) + `"`
			w.Header().Set("ETag", tag)
			w.Header().Set("Cache-Control", "private, no-cache")
			if r.Header.Get("If-None-Match") == tag {
				w.Header().Del("Content-Type")
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		w.WriteHeader(b.code)
		w.Write(b.Bytes())
	})
}

// buffered keeps an answer back.
type buffered struct {
	bytes.Buffer
	header http.Header
	code   int
}

func (b *buffered) Header() http.Header  { return b.header }
func (b *buffered) WriteHeader(code int) { b.code = code }

var dyadName = regexp.MustCompile(`^([A-Z]{3})-([A-Z]{3})$`)

// parties reads a pair such as RUS-USA, of parties that there are.
func (s *service) parties(ctx context.Context, name string) (a, b demarche.Code, err error) {
	m := dyadName.FindStringSubmatch(name)
	if m == nil || m[1] == m[2] {
		return "", "", huma.Error422UnprocessableEntity("a pair of parties is written by two codes, like RUS-USA")
	}
	for _, c := range m[1:] {
		if _, err := s.Record.Party(ctx, s.Desk.Names(), c); err != nil {
			return "", "", err
		}
	}
	return demarche.Code(m[1]), demarche.Code(m[2]), nil
}

// dyad reads a pair for the desk; none is every pair.
func (s *service) dyad(ctx context.Context, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	a, b, err := s.parties(ctx, name)
	return desk.Dyad(a, b), err
}

// day reads a day; none is the zero day.
func day(text string) (demarche.Day, error) {
	if text == "" {
		return demarche.Day{}, nil
	}
	d, err := demarche.ParseDay(text)
	if err != nil {
		return d, huma.Error422UnprocessableEntity(err.Error())
	}
	return d, nil
}
