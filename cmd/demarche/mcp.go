package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"demarche/internal/api"
	"demarche/internal/desk"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"
)

func mcpCommand() *cobra.Command {
	var record recordFlag
	var rules rulesFlag
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Answer a program of the Model Context Protocol on standard input and output",
		Long: `Mcp offers the record as tools of the Model Context Protocol, on standard input and
output: brief, docket, timeline, events, search and report, each answer with its
evidence. A server of demarche serve offers the same at /mcp.

` + recordHelp,
		Example: "  demarche mcp --db desk.db",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opened(cmd, &rules, &record, func(d *desk.Desk, r *desk.Record) error {
				s := api.Site{Desk: d, Record: r, Today: today, Version: program(), Log: slog.New(slog.NewTextHandler(os.Stderr, nil))}
				err := api.MCP(s).Run(cmd.Context(), &mcp.StdioTransport{})
				if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, context.Canceled) {
					return failed(fmt.Errorf("answering: %w", err))
				}
				return nil
			})
		},
	}
	record.addTo(cmd.Flags())
	rules.addTo(cmd.Flags())
	return cmd
}
