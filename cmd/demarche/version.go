package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"demarche/data"
	"github.com/spf13/cobra"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which demarche this is",
		Long: `Version prints which demarche this is and which model it reads with. The same
version gives the same output for the same reports.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			version, commit := program(), ""
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						commit = ", commit " + s.Value
					}
				}
			}
			model := sha256.Sum256(data.Model)
			if _, err := fmt.Fprintf(os.Stdout, "demarche %s%s\nmodel %x\n%s %s/%s\n", version, commit, model, runtime.Version(), runtime.GOOS, runtime.GOARCH); err != nil {
				return unwritten(err)
			}
			return nil
		},
	}
}

// program is the version of this demarche.
func program() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
