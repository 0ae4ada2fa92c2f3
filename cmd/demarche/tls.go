package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

// tlsFlags are by what a server speaks TLS.
type tlsFlags struct{ cert, key string }

func (f *tlsFlags) addTo(flags *pflag.FlagSet) {
	flags.StringVar(&f.cert, "tls-cert", "", "speak TLS with the certificate in `FILE`, as PEM with those between it and the root; read anew when it changes")
	flags.StringVar(&f.key, "tls-key", "", "the `FILE` with the key of the certificate")
}

// on tells whether the server speaks TLS.
func (f *tlsFlags) on() bool { return f.cert != "" }

// scheme is how addresses of the server begin.
func (f *tlsFlags) scheme() string {
	if f.on() {
		return "https"
	}
	return "http"
}

// open gives what a server speaks TLS by, or nil.
func (f *tlsFlags) open(log *slog.Logger) (*tls.Config, error) {
	switch {
	case f.cert == "" && f.key == "":
		return nil, nil
	case f.cert == "" || f.key == "":
		return nil, errors.New("--tls-cert and --tls-key belong together: name both files")
	}
	p := &pair{tlsFlags: *f, log: log}
	if err := p.load(); err != nil {
		return nil, fmt.Errorf("reading the certificate %s and its key %s: %w; name files with both as PEM", f.cert, f.key, cause(err))
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: p.get}, nil
}

// pair is a certificate with its key, as they stand in files now.
type pair struct {
	tlsFlags
	log   *slog.Logger
	mu    sync.Mutex
	times [2]time.Time // at which the files that were read last had changed
	now   *tls.Certificate
}

// changed gives when the files changed last.
func (p *pair) changed() (times [2]time.Time, err error) {
	for i, path := range []string{p.cert, p.key} {
		info, err := os.Stat(path)
		if err != nil {
			return times, err
		}
		times[i] = info.ModTime()
	}
	return times, nil
}

// load reads the files, if they have changed.
func (p *pair) load() error {
	times, err := p.changed()
	if err != nil || times == p.times {
		return err
	}
	p.times = times
	c, err := tls.LoadX509KeyPair(p.cert, p.key)
	if err != nil {
		return err
	}
	p.now = &c
	return nil
}

// get gives the certificate for a new connection. One that cannot be read, as while
// its files are being written, leaves that before it.
func (p *pair) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := p.now
	switch err := p.load(); {
	case err != nil:
		p.log.Error("the certificate cannot be read anew", "err", err)
	case p.now != before:
		p.log.Info("the certificate was read anew", "file", p.cert)
	}
	return p.now, nil
}

// httpsOnly tells browsers to come encrypted from now on. That would be in the way of
// other servers on a machine that calls itself localhost.
func httpsOnly(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if !isLoopback(strings.Trim(host, "[]")) {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		h.ServeHTTP(w, r)
	})
}
