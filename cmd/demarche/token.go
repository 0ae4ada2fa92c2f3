package main

import (
	"fmt"
	"strings"

	"demarche/internal/desk"
	"github.com/spf13/cobra"
)

// tokenCommand is the verb on who may use a server of the record.
func tokenCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Say who may use a server of the record",
		Long: `Token makes, lists and ends the tokens by which programs and people use a server
that was started with demarche serve --auth. A program sends its token as
Authorization: Bearer TOKEN; a person gives it to the browser as password, with any
name. The record keeps a digest only: a token is shown once.

` + recordHelp,
		Args: func(_ *cobra.Command, args []string) error {
			return fmt.Errorf("say what to do: new, list or end; not %q", strings.Join(args, " "))
		},
		RunE: func(*cobra.Command, []string) error { return nil }, // never: Args refuses
	}
	var scopes []string
	fresh := onRecord(&cobra.Command{
		Use: "new NAME", Short: "Make a token and print it",
		Long:    "New makes a token and prints it, once. It allows reading, unless --scope says otherwise.",
		Example: "  demarche token new feed --scope read --scope add",
	}, 1, func(cmd *cobra.Command, r *desk.Record, args []string) ([]byte, error) {
		secret, err := r.Grant(cmd.Context(), args[0], scopes)
		return []byte(secret + "\n"), err
	})
	fresh.Flags().StringSliceVar(&scopes, "scope", []string{"read"}, "what it allows: `SCOPE` read, add or correct; may be told several times")
	list := onRecord(&cobra.Command{Use: "list", Short: "Print the tokens that were made", Long: "List prints the names of all tokens, what they allow, and since when and until when."}, 0, func(cmd *cobra.Command, r *desk.Record, _ []string) (out []byte, err error) {
		all, err := r.Credentials(cmd.Context())
		for _, c := range all {
			out = fmt.Appendf(out, "%s  %s  since %s", onOneLine(c.Name), strings.Join(c.Scopes, ","), c.Made)
			if c.Ended != "" {
				out = fmt.Appendf(out, "  ended %s", c.Ended)
			}
			out = append(out, '\n')
		}
		return out, err
	})
	end := onRecord(&cobra.Command{Use: "end NAME", Short: "End a token", Long: "End makes a token hold no more, at once."}, 1, func(cmd *cobra.Command, r *desk.Record, args []string) ([]byte, error) {
		return nil, r.Revoke(cmd.Context(), args[0])
	})
	cmd.AddCommand(fresh, list, end)
	return cmd
}

// onRecord gives a command a record to work on, which is made where there is none.
func onRecord(cmd *cobra.Command, arguments int, run func(cmd *cobra.Command, r *desk.Record, args []string) ([]byte, error)) *cobra.Command {
	var record recordFlag
	cmd.Long += "\n\n" + recordHelp
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) != arguments {
			return fmt.Errorf("it takes %d arguments; %d were given", arguments, len(args))
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := record.open(cmd.Context(), true)
		if err != nil {
			return err
		}
		defer record.close(r)
		out, err := run(cmd, r, args)
		if err != nil {
			return failed(err)
		}
		return printed(out)
	}
	record.addTo(cmd.Flags())
	return cmd
}
