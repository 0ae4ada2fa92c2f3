package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"syscall"

	"demarche/internal/intake"
)

// printAll writes results to standard output as they come, each whole: one that is
// begun is written to its end before an interrupt is heeded, and nothing waits
// for the next. For the rest it is [takeAll].
func printAll(results iter.Seq2[[]byte, error], c *console, units string, printed func()) error {
	write := func(out []byte) error {
		if _, err := os.Stdout.Write(out); err != nil {
			return unwritten(err)
		}
		return nil
	}
	return takeAll(results, c, units, write, closeOutput, printed)
}

// closeOutput closes standard output, since only then is it known to be written.
func closeOutput() error {
	if err := os.Stdout.Close(); err != nil {
		return unwritten(err)
	}
	return nil
}

// takeAll hands results to take as they come, and calls finish after the last,
// unless it was interrupted. Refusals go to the console, and are counted there at
// the end. Units is what the results are, for a person: "reports".
//
// Taken is called for every result and for every refusal.
func takeAll(results iter.Seq2[[]byte, error], c *console, units string, take func(out []byte) error, finish func() error, taken func()) error {
	done, refused := 0, 0
	defer c.close()
	for out, err := range results {
		refusal := (*intake.Refusal)(nil)
		switch {
		case err == nil:
			if err := take(out); err != nil {
				return err
			}
			done++
		case errors.As(err, &refusal):
			c.say("%v", err)
			refused++
		case errors.Is(err, context.Canceled):
			c.say("interrupted after %d %s; what was printed is whole", done, units)
			return &exit{exitInterrupted, nil}
		default:
			return failed(err)
		}
		taken()
	}
	if err := finish(); err != nil {
		return err
	}
	if refused > 0 {
		c.say("%d refused, %d %s read", refused, done, units)
		return &exit{exitRefused, nil}
	}
	return nil
}

// unwritten is the end of a verb whose output could not be written. Where nobody
// reads on it ends quietly.
func unwritten(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return &exit{exitPipe, nil}
	}
	return failed(fmt.Errorf("writing standard output: %w; the output is cut off, run it again", cause(err)))
}

// cause is an error of the operating system without the path, which the message
// about it has said.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
