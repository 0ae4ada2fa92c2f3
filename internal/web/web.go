// Package web shows the record in a browser: pages made on the server, which need no
// script and load nothing from another host. What a report says is never trusted:
// it stands in the pages as text only.
package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"path"
	"strings"

	"demarche"
	"demarche/internal/desk"
)

//go:embed static templates
var files embed.FS

// Site is what the pages are made from.
type Site struct {
	Desk     *desk.Desk
	Record   *desk.Record
	Today    func() demarche.Day
	Examples fs.FS // reports that an empty record can be filled with
	Log      *slog.Logger
	Gate     Gate                        // nil where nobody signs in
	Reader   func(*http.Request) *Reader // who signed in; nil where nobody signs in
}

// mostBytes is how large a request may be.
const mostBytes = 8 << 20

// policy lets a page load what this server has, and run no script that stands in it.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// site is a Site at work.
type site struct {
	Site
	names map[demarche.Code]string
	pages map[string]*template.Template
	shown shown
}

// New gives the handler of the pages.
func New(s Site) (http.Handler, error) {
	w := &site{Site: s, names: s.Desk.Names(), pages: map[string]*template.Template{}}
	layout, err := template.New("layout.html").Funcs(w.funcs()).ParseFS(files, "templates/layout.html", "templates/parts.html", "templates/chart.html")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"home", "dyad", "act", "report", "search", "register", "data", "added", "signin", "error"} {
		page, err := layout.Clone()
		if err == nil {
			page, err = page.ParseFS(files, "templates/"+name+".html")
		}
		if err != nil {
			return nil, err
		}
		w.pages[name] = page
	}
	mux := http.NewServeMux()
	for pattern, serve := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /{$}":            w.home,
		"GET /{dyad}":         w.dyad,
		"GET /pair":           w.pair,
		"GET /act/{id}":       w.act,
		"GET /report/{id...}": w.report,
		"GET /search":         w.search,
		"GET /register":       w.register,
		"GET /data": func(rw http.ResponseWriter, r *http.Request) error {
			return w.show(rw, r, http.StatusOK, "data", "Data", nil)
		},
		"GET /static/{version}/": w.static,
		"POST /add":              w.add,
		"POST /examples":         w.addExamples,
		"POST /correct":          w.correct,
		"/": func(http.ResponseWriter, *http.Request) error {
			return &fault{http.StatusNotFound, "There is no such page."}
		},
	} {
		mux.HandleFunc(pattern, w.handle(serve))
	}
	w.signIn(mux)
	return mux, nil
}

// fault is an error that the reader of a page can do something about.
type fault struct {
	code int
	text string
}

func (f *fault) Error() string { return f.text }

// handle makes a handler of a function: headers before it, a page for its error.
func (s *site) handle(serve func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		r.Body = http.MaxBytesReader(w, r.Body, mostBytes)
		r, done := s.recalled(w, r)
		defer done()
		if r == nil {
			return
		}
		err := serve(w, r)
		if err == nil || errors.Is(err, context.Canceled) {
			return
		}
		f := &fault{http.StatusInternalServerError, "The record could not be read or written. The log of the server says why."}
		var large *http.MaxBytesError
		var refusal Refusal
		switch {
		case errors.As(err, &f):
		case errors.As(err, &refusal):
			s.refuse(w, r, refusal)
			return
		case errors.As(err, &large):
			f = &fault{http.StatusRequestEntityTooLarge, "That is more than the 8 MiB that can be sent at once: send it in parts, or use demarche add."}
		case desk.IsMissing(err):
			f = &fault{http.StatusNotFound, sentence(err.Error())}
		case desk.IsErased(err):
			f = &fault{http.StatusGone, sentence(err.Error())}
		default:
			s.Log.Error("page failed", "path", r.URL.Path, "err", err)
		}
		s.show(w, r, f.code, "error", faultTitle(f.code), f)
	}
}

// faultTitle is what an error is called for people.
func faultTitle(code int) string {
	switch code {
	case http.StatusNotFound:
		return "Not found"
	case http.StatusInternalServerError:
		return "Something failed"
	}
	return "That cannot be done"
}

// sentence makes a sentence of an error's text.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] + "." }

// view is what every page is made of.
type view struct {
	Title  string
	Static string // the folder of the style and the script
	Query  string // what was searched for
	Today  demarche.Day
	Reader *Reader // who signed in, or nil
	Page   any
}

// show writes a page. A reader who has it already is told so.
func (s *site) show(w http.ResponseWriter, r *http.Request, code int, name, title string, of any) error {
	var b bytes.Buffer
	if err := s.pages[name].Execute(&b, view{title, "/static/" + staticVersion, r.URL.Query().Get("q"), s.Today(), s.reader(r), of}); err != nil {
		s.Log.Error("template failed", "page", name, "err", err)
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return nil
	}
	p := page{body: b.Bytes()}
	if code == http.StatusOK && r.Method == http.MethodGet {
		sum := sha256.Sum256(p.body)
		p.tag = `W/"` + hex.EncodeToString(sum[:12]) + `"`
		if from, ok := r.Context().Value(stateKey{}).(state); ok {
			s.shown.put(from, s.address(r), p)
		}
	}
	s.send(w, r, code, p)
	return nil
}

// staticVersion names the style and the script of this build, so that a browser may
// keep them for good.
var staticVersion = func() string {
	h := sha256.New()
	for _, name := range []string{"static/style.css", "static/demarche.js", "static/icon.svg"} {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}()

// Style is the address of the style sheet of the pages.
func Style() string { return "/static/" + staticVersion + "/style.css" }

func (s *site) static(w http.ResponseWriter, r *http.Request) error {
	_, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/static/"), "/")
	text, err := files.ReadFile("static/" + name)
	if err != nil {
		return &fault{http.StatusNotFound, "There is no such file."}
	}
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Write(text)
	return nil
}
