package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"

	"demarche"
	"demarche/internal/api"
	"demarche/internal/desk"
	"demarche/internal/signin"
	"demarche/internal/web"
	"github.com/klauspost/compress/gzhttp"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"
)

// serve is the verb that opens the record in a browser.
type serve struct {
	record recordFlag
	rules  rulesFlag
	listen string
	auth   bool
	people signInFlags
	tls    tlsFlags
}

func serveCommand() *cobra.Command {
	s := serve{listen: "127.0.0.1:8080"}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the record in a browser",
		Long: `Serve shows the record as pages in a browser, and takes reports and corrections
from there; programs find an API under /api/v1 and tools of the Model Context Protocol
at /mcp. A record that does not exist yet is made, and can be filled with the examples
from its first page.

It listens on this machine only, and is open to whoever works on it. With --auth it
wants to know who comes, and may listen on other addresses. Programs send a token (see
demarche token). People do too or, with --oidc-issuer, sign in at an OpenID provider;
its client must be allowed to lead back to /sign-in/back of the server. --allow says
who may sign in: a person by an e-mail address that the provider has verified, all of a
domain, or a group; whoever may sign in may read.

It speaks TLS with --tls-cert and --tls-key. Behind a server that does so in its place,
--public-url says how browsers reach it.

An interrupt ends it once the requests that are under way are done.

` + recordHelp,
		Example: `  demarche serve
  demarche serve --db desk.db --listen 127.0.0.1:9000
  demarche serve --listen :443 --tls-cert cert.pem --tls-key key.pem --auth \
    --public-url https://desk.example.org --oidc-issuer https://login.example.org \
    --oidc-client demarche --oidc-secret-file secret \
    --allow @example.org --allow group:editors=add,correct`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd.Context()) },
	}
	cmd.Flags().StringVar(&s.listen, "listen", s.listen, "the `ADDRESS` to listen on; port 0 takes any that is free")
	cmd.Flags().BoolVar(&s.auth, "auth", false, "want a token of every request, or that people sign in")
	s.people.addTo(cmd.Flags())
	s.tls.addTo(cmd.Flags())
	s.record.addTo(cmd.Flags())
	s.rules.addTo(cmd.Flags())
	return cmd
}

// How long a server waits.
const (
	headWait  = 10 * time.Second
	readWait  = time.Minute
	writeWait = 5 * time.Minute // adding many reports takes its time
	idleWait  = 2 * time.Minute
	endWait   = time.Minute
	warmWait  = time.Second // for the busiest pairs to be read, before it says that it is there
)

func (s *serve) run(ctx context.Context) error {
	host, _, err := net.SplitHostPort(s.listen)
	if err != nil {
		return fmt.Errorf("%q is no address to listen on: write one such as 127.0.0.1:8080", s.listen)
	}
	if !isLoopback(host) && !s.auth {
		return fmt.Errorf("%s can be reached from other machines, and the record is open to whoever reaches it: listen on 127.0.0.1, or want tokens with --auth", s.listen)
	}
	if err := s.people.check(s.listen, s.auth, s.tls.on()); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	encryption, err := s.tls.open(log)
	if err != nil {
		return err
	}
	d, err := s.rules.open()
	if err != nil {
		return err
	}
	r, err := s.record.open(ctx, true)
	if err != nil {
		return err
	}
	defer s.record.close(r)
	l, err := net.Listen("tcp", s.listen)
	if err != nil {
		return failed(fmt.Errorf("listening: %w; is another program there? choose another address with --listen", err))
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String()) // it is written by net
	door, err := s.people.open(ctx, &url.URL{Scheme: s.tls.scheme(), Host: net.JoinHostPort(host, port), Path: "/"}, log)
	if err != nil {
		return err
	}
	handler, err := s.doors(d, r, door, log)
	if err != nil {
		return failed(err)
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headWait, ReadTimeout: readWait, WriteTimeout: writeWait, IdleTimeout: idleWait,
		MaxHeaderBytes: 64 << 10, TLSConfig: encryption, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	var warming sync.WaitGroup
	defer warming.Wait()
	warm := make(chan struct{})
	warming.Go(func() {
		defer close(warm)
		if err := r.Warm(ctx); err != nil && ctx.Err() == nil {
			log.Warn("reading ahead failed", "err", err)
		}
	})
	select { // who asks first would wait for the busiest pair himself
	case <-warm:
	case <-time.After(warmWait):
	case <-ctx.Done():
	}
	fmt.Fprintf(os.Stderr, "demarche: the record %s is at %s://%s/ — an interrupt ends it\n", hidden(s.record.at), s.tls.scheme(), l.Addr())
	ended := make(chan error, 1)
	go func() {
		if s.tls.on() {
			ended <- server.ServeTLS(l, "", "") // of TLSConfig
		} else {
			ended <- server.Serve(l)
		}
	}()
	select {
	case err := <-ended:
		return failed(err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), endWait)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return failed(fmt.Errorf("ending: %w", err))
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return failed(err)
	}
	return nil
}

// doors are all handlers of the server behind one guard. People come in by a door,
// where there is one.
func (s *serve) doors(d *desk.Desk, r *desk.Record, door *signin.Door, log *slog.Logger) (http.Handler, error) {
	examples, err := fs.Sub(demarche.Examples, "examples")
	if err != nil {
		return nil, err
	}
	book := web.Site{Desk: d, Record: r, Today: today, Examples: examples, Log: log}
	if door != nil {
		book.Gate, book.Reader = door, readerOf
	}
	pages, err := web.New(book)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	site := api.Site{Desk: d, Record: r, Today: today, Version: program(), Log: log, Style: web.Style()}
	tools := api.MCP(site)
	mux.Handle("/", pages)
	mux.Handle(api.Root+"/", api.New(site))
	mux.Handle("/mcp", mcp.NewStreamableHTTPHandler(func(*http.Request) *mcp.Server { return tools }, &mcp.StreamableHTTPOptions{Stateless: true}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, req *http.Request) {
		if _, err := r.Stamp(req.Context()); err != nil {
			log.Error("the record cannot be read", "err", err)
			http.Error(w, "the record cannot be read", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	handler, metrics := watched(mux, log)
	mux.Handle("GET /metrics", metrics)
	zip, err := gzhttp.NewWrapper(gzhttp.CompressionLevel(gzip.BestSpeed))
	if err != nil {
		return nil, err
	}
	origins := http.NewCrossOriginProtection()
	if at := s.people.at; at != nil {
		if err := origins.AddTrustedOrigin(at.Scheme + "://" + at.Host); err != nil {
			return nil, err
		}
	}
	handler = origins.Handler(zip(handler))
	switch {
	case door != nil:
		handler = known(door, handler, admitted(handler, r, log))
	case s.auth:
		handler = admitted(handler, r, log)
	default:
		handler = localOnly(handler)
	}
	if s.tls.on() || s.people.at != nil && s.people.at.Scheme == "https" {
		handler = httpsOnly(handler)
	}
	return handler, nil
}
