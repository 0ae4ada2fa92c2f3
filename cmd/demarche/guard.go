package main

import (
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"

	"demarche/internal/api"
	"demarche/internal/desk"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/time/rate"
)

// localOnly refuses requests that name another host than this machine: a page of
// another site could lead a browser here under a name of its own.
func localOnly(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if !isLoopback(strings.Trim(host, "[]")) {
			http.Error(w, "this server answers only to localhost", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// scopeOf is what a request needs to be allowed.
func scopeOf(r *http.Request) string {
	switch {
	case r.Method == http.MethodGet, r.Method == http.MethodHead, r.URL.Path == "/mcp", api.IsPassing(r.URL.Path):
		return "read"
	case r.URL.Path == "/correct", r.URL.Path == api.Root+"/corrections", r.URL.Path == api.Root+"/erasures":
		return "correct"
	case r.URL.Path == api.Root+"/recode":
		return "correct"
	}
	return "add"
}

// admitted lets through only requests with a token that allows them. Guesses are
// slowed down by the address that they come from.
func admitted(h http.Handler, record *desk.Record, log *slog.Logger) http.Handler {
	guesses := newLimits(1, 10)
	requests := newLimits(50, 200)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" {
			h.ServeHTTP(w, r)
			return
		}
		from, _, _ := net.SplitHostPort(r.RemoteAddr)
		if !guesses.has(from) {
			tooMany(w)
			return
		}
		secret, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			_, secret, _ = r.BasicAuth()
		}
		c, ok, err := record.Admit(r.Context(), secret)
		switch {
		case err != nil:
			log.Error("a token could not be looked up", "err", err)
			http.Error(w, "the record cannot be read", http.StatusServiceUnavailable)
		case !ok:
			if secret != "" {
				guesses.take(from)
			}
			w.Header().Set("WWW-Authenticate", `Basic realm="Demarche: any name, a token as password", charset="UTF-8"`)
			http.Error(w, "this server wants a token: demarche token makes one", http.StatusUnauthorized)
		case !slices.Contains(c.Scopes, scopeOf(r)):
			http.Error(w, "this token does not allow to "+scopeOf(r), http.StatusForbidden)
		case !requests.take(c.Name):
			tooMany(w)
		default:
			h.ServeHTTP(w, r)
		}
	})
}

func tooMany(w http.ResponseWriter) {
	w.Header().Set("Retry-After", "5")
	http.Error(w, "too many requests: wait a little", http.StatusTooManyRequests)
}

// limits hold back those who ask too often.
type limits struct {
	mu    sync.Mutex
	of    map[string]*rate.Limiter
	every rate.Limit
	burst int
}

func newLimits(perSecond float64, burst int) *limits {
	return &limits{of: map[string]*rate.Limiter{}, every: rate.Limit(perSecond), burst: burst}
}

func (l *limits) limiter(who string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	const most = 10000
	if len(l.of) > most {
		clear(l.of)
	}
	if l.of[who] == nil {
		l.of[who] = rate.NewLimiter(l.every, l.burst)
	}
	return l.of[who]
}

func (l *limits) has(who string) bool  { return l.limiter(who).Tokens() >= 1 }
func (l *limits) take(who string) bool { return l.limiter(who).Allow() }

// watched counts and times requests, and writes down those that change the record or
// fail.
func watched(h http.Handler, log *slog.Logger) (handler, metrics http.Handler) {
	registry := prometheus.NewRegistry()
	of := promauto.With(registry)
	labels := []string{"method", "code"}
	count := of.NewCounterVec(prometheus.CounterOpts{Name: "demarche_requests_total", Help: "Requests that were answered."}, labels)
	times := of.NewHistogramVec(prometheus.HistogramOpts{Name: "demarche_request_seconds", Help: "How long answers took.", Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 5, 30}}, labels)
	inner := promhttp.InstrumentHandlerCounter(count, promhttp.InstrumentHandlerDuration(times, h))
	logged := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		inner.ServeHTTP(w, r)
		level := slog.LevelInfo
		if r.Method == http.MethodGet {
			level = slog.LevelDebug
		}
		log.Log(r.Context(), level, "request", "method", r.Method, "path", r.URL.Path, "from", r.RemoteAddr, "took", time.Since(began).Round(time.Millisecond))
	})
	return logged, promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}
