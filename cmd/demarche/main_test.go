package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts compare with anew")

// TestMain lets the scripts, and the tests of this package, run the test binary
// as demarche.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"demarche": main})
}

// TestScripts runs the verbs as a user does; testdata/script has what they type
// and see.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits,
		},
	})
}

// exits checks that a command line of demarche ends with a certain exit code:
// exits 2 demarche parse. Its standard output and error are those of exec.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	code := "0"
	err := ts.Exec(args[1], args[2:]...)
	if e := (*exec.ExitError)(nil); errors.As(err, &e) {
		code, _ = strings.CutPrefix(e.ProcessState.String(), "exit status ")
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if code != args[0] {
		ts.Fatalf("it ended with %s, want %s", code, args[0])
	}
}

// TestInterrupt: an interrupt ends a verb that waits for input, what it has
// printed is whole, and the exit code is that of an interrupt.
func TestInterrupt(t *testing.T) {
	for _, jobs := range []string{"1", "2"} {
		in, feed, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		defer feed.Close()
		out, printed, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer out.Close()
		var said strings.Builder
		cmd := exec.Command("demarche", "parse", "--jobs", jobs, "-")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = in, printed, &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		printed.Close()
		if _, err := feed.WriteString(`{"id":"a","date":"2021-11-30","text":"Russia expelled two Austrian envoys."}` + "\n" + `{"id":"b","da`); err != nil {
			t.Fatal(err)
		}
		var got []byte
		for !strings.HasSuffix(string(got), "\n\n") {
			b := make([]byte, 4096)
			n, err := out.Read(b)
			if err != nil {
				t.Fatalf("%v after %q; standard error: %s", err, got, &said)
			}
			got = append(got, b[:n]...)
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		hung := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
		err = cmd.Wait()
		hung.Stop()
		if e := (*exec.ExitError)(nil); !errors.As(err, &e) || e.ExitCode() != exitInterrupted {
			t.Errorf("%s jobs: it ended with %v, want %d", jobs, err, exitInterrupted)
		}
		if want := "demarche: interrupted after 1 reports; what was printed is whole\n"; said.String() != want {
			t.Errorf("%s jobs: it said %q, want %q", jobs, &said, want)
		}
	}
}
