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
	"os"
	"time"

	"demarche"
	"demarche/internal/api"
	"demarche/internal/desk"
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
wants a token of every request (see demarche token), and may listen on other
addresses; put a server before it that speaks TLS.

An interrupt ends it once the requests that are under way are done.

` + recordHelp,
		Example: `  demarche serve
  demarche serve --db desk.db --listen 127.0.0.1:9000`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd.Context()) },
	}
	cmd.Flags().StringVar(&s.listen, "listen", s.listen, "the `ADDRESS` to listen on; port 0 takes any that is free")
	cmd.Flags().BoolVar(&s.auth, "auth", false, "want a token of every request")
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
)

func (s *serve) run(ctx context.Context) error {
	host, _, err := net.SplitHostPort(s.listen)
	if err != nil {
		return fmt.Errorf("%q is no address to listen on: write one such as 127.0.0.1:8080", s.listen)
	}
	if !isLoopback(host) && !s.auth {
		return fmt.Errorf("%s can be reached from other machines, and the record is open to whoever reaches it: listen on 127.0.0.1, or want tokens with --auth", s.listen)
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
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	handler, err := s.doors(d, r, log)
	if err != nil {
		return failed(err)
	}
	l, err := net.Listen("tcp", s.listen)
	if err != nil {
		return failed(fmt.Errorf("listening: %w; is another program there? choose another address with --listen", err))
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headWait, ReadTimeout: readWait, WriteTimeout: writeWait, IdleTimeout: idleWait,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	fmt.Fprintf(os.Stderr, "demarche: the record %s is at http://%s/ — an interrupt ends it\n", hidden(s.record.at), l.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
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

// doors are all handlers of the server behind one guard.
func (s *serve) doors(d *desk.Desk, r *desk.Record, log *slog.Logger) (http.Handler, error) {
	examples, err := fs.Sub(demarche.Examples, "examples")
	if err != nil {
		return nil, err
	}
	pages, err := web.New(web.Site{Desk: d, Record: r, Today: today, Examples: examples, Log: log})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	site := api.Site{Desk: d, Record: r, Today: today, Version: program(), Log: log}
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
	handler = http.NewCrossOriginProtection().Handler(zip(handler))
	if s.auth {
		return admitted(handler, r, log), nil
	}
	return localOnly(handler), nil
}
