// Command demarche reads news reports of the dealings between States, and keeps
// the record of them. Each of its verbs has a file of this package; together
// with cmd/train this is where the program meets the clock, the file system and
// the terminal.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone        = 0
	exitRefused     = 1   // some input was refused, or the output could not be written
	exitUsage       = 2   // the command line makes no sense
	exitInterrupted = 130 // as shells count a program that SIGINT ended
	exitPipe        = 141 // as shells count a program that SIGPIPE ended
)

func main() { os.Exit(run(os.Args[1:])) }

// run runs one command line and gives the exit code.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second interrupt ends the program at once, whatever it waits for.
	context.AfterFunc(ctx, stop)

	root := rootCommand()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var e *exit
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		if e.err != nil {
			fmt.Fprintln(os.Stderr, "demarche:", e.err)
		}
		return e.code
	}
	fmt.Fprintf(os.Stderr, "demarche: %v; see %s --help\n", err, cmd.CommandPath())
	return exitUsage
}

// exit is how a verb ends that did not do all it was asked for. Any other error
// of a command is one of usage.
type exit struct {
	code int
	err  error // nil where all was said before
}

func (e *exit) Error() string { return fmt.Sprintf("exit %d: %v", e.code, e.err) }

// failed is the end of a verb by an error that no other input would have spared.
func failed(err error) error { return &exit{exitRefused, err} }

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "demarche",
		Short: "Read news reports of the dealings between States",
		Long: `Demarche reads news reports of the dealings between States: who expelled whose
diplomats, who recalled an ambassador, who answered how. Every word that it
prints says where in the report it stands.

Exit codes: 0 all was done; 1 some input was refused, or the output could not be
written; 2 the command line makes no sense; 130 interrupted.`,
		Args:          knownVerb,
		RunE:          func(*cobra.Command, []string) error { return nil }, // never: Args refuses
		SilenceErrors: true,
		SilenceUsage:  true,
		// SuggestionsFor counts from the command's own setting, which has no default there.
		SuggestionsMinimumDistance: 2,
	}
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [VERB]",
		Short: "Print what a verb does",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err == nil && len(rest) > 0 {
				err = knownVerb(root, rest)
			}
			if err != nil {
				return err
			}
			return about.Help()
		},
	})
	root.AddCommand(codeCommand(), addCommand(), briefCommand(), docketCommand(), actsCommand(), timelineCommand(), eventsCommand(), searchCommand(), reportCommand(), dyadsCommand(), registerCommand(), statsCommand(),
		correctCommand(), eraseCommand(), recodeCommand(), exportCommand(), serveCommand(), mcpCommand(), tokenCommand(), parseCommand(), explainCommand(), scoreCommand(), lintCommand(), versionCommand(), manCommand())
	return root
}

// knownVerb refuses a command line that begins with no verb.
func knownVerb(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("no verb was given")
	}
	near := ""
	if s := root.SuggestionsFor(args[0]); len(s) > 0 {
		near = fmt.Sprintf(" (did you mean %s?)", strings.Join(s, " or "))
	}
	return fmt.Errorf("%q is no verb of demarche%s", args[0], near)
}
