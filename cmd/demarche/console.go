package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// patience is how long a verb works before it shows how far it is.
const patience = time.Second

// console is standard error: lines for a person and, where one watches a long
// work, a bar of its progress. Any number of goroutines may use one.
type console struct {
	mu    sync.Mutex
	began time.Time
	paths []string // what the bar is about
	shy   bool     // shows no bar
	bar   *progressbar.ProgressBar
}

// newConsole gives a console for a work on the files at paths. It shows a bar
// only where standard error is a terminal, and standard output, which would
// run through it, is none.
func newConsole(paths []string) *console {
	watched := term.IsTerminal(int(os.Stderr.Fd())) && !term.IsTerminal(int(os.Stdout.Fd()))
	return &console{began: time.Now(), paths: paths, shy: !watched}
}

// say prints a line.
func (c *console) say(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.bar != nil {
		c.bar.Clear()
	}
	fmt.Fprintf(os.Stderr, "demarche: "+format+"\n", args...)
}

// progress tells how many bytes have been read.
func (c *console) progress(read int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.shy {
		return
	}
	if c.bar == nil {
		if time.Since(c.began) < patience {
			return
		}
		c.bar = progressbar.NewOptions64(size(c.paths), progressbar.OptionSetWriter(os.Stderr), progressbar.OptionShowBytes(true),
			progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	c.bar.Set64(read)
}

// close takes the bar away.
func (c *console) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.bar != nil {
		c.bar.Clear()
		c.bar = nil
	}
}

// size is the number of bytes in the files at paths and below, or -1 where that
// is not known, as of a pipe.
func size(paths []string) (bytes int64) {
	for _, p := range paths {
		err := filepath.WalkDir(p, func(_ string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // the reading itself tells of it
			}
			info, err := d.Info()
			if err == nil && info.Mode().IsRegular() {
				bytes += info.Size()
			}
			return nil
		})
		if err != nil || p == "-" {
			return -1
		}
	}
	if bytes == 0 {
		return -1
	}
	return bytes
}
