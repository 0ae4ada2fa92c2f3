package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"demarche"
	"demarche/internal/intake"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/encoding"
)

// formats is what a verb's help says of the reports that it takes.
const formats = `A report is a file of plain text, or a line of JSON lines with "id", "date" and
"text" (also "title", "outlet", "url", "lang"); either may be gzipped. A
directory is read with all below it, and - is standard input. A text's date is
that of its first line, " date 2021-11-30 ", or that in its file's name, or --date.`

// input is what a command line says of the reports to read.
type input struct {
	date    dayFlag
	charset charsetFlag
	limit   sizeFlag
	read    atomic.Int64 // the bytes read so far, as they lie in their files
}

// addFlags gives a command the flags of the input.
func (in *input) addFlags(cmd *cobra.Command) {
	in.limit = intake.DefaultLimit
	cmd.Flags().Var(&in.date, "date", "the day `YYYY-MM-DD` of reports that tell none")
	cmd.Flags().Var(&in.charset, "charset", "the `NAME` of the encoding of plain text that is not UTF-8, such as windows-1251")
	cmd.Flags().Var(&in.limit, "limit", "refuse reports of more bytes than `SIZE`")
}

// reports reads the reports at paths. Notices go to the console.
func (in *input) reports(ctx context.Context, paths []string, c *console) iter.Seq2[demarche.Report, error] {
	return intake.Read(paths, intake.Options{
		Open:    func(path string) (fs.File, error) { return in.open(ctx, path) },
		Stdin:   in.stdin(ctx),
		Date:    demarche.Day(in.date),
		Charset: in.charset.Encoding,
		Limit:   int64(in.limit),
		Notice:  func(n intake.Notice) { c.say("note: %v", n) },
	})
}

func (in *input) open(ctx context.Context, path string) (fs.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	var r io.Reader = f
	if !info.Mode().IsRegular() && !info.IsDir() {
		r = &heedful{ctx: ctx, r: f}
	}
	return &countedFile{f, r, &in.read}, nil
}

func (in *input) stdin(ctx context.Context) io.Reader {
	return &countedFile{os.Stdin, &heedful{ctx: ctx, r: os.Stdin}, &in.read}
}

// countedFile is a file that is read through r, the bytes counted.
type countedFile struct {
	*os.File
	r    io.Reader
	read *atomic.Int64
}

func (f *countedFile) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	f.read.Add(int64(n))
	return n, err
}

// heedful reads what may make it wait, a terminal or a pipe, but no longer than
// until ctx ends.
type heedful struct {
	ctx context.Context
	r   io.Reader
	buf [32 << 10]byte
}

func (h *heedful) Read(p []byte) (int, error) {
	// A read that was given up may still write to buf, so none comes after it.
	if err := h.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	buf := h.buf[:min(len(p), len(h.buf))]
	go func() {
		n, err := h.r.Read(buf)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		return copy(p, buf[:r.n]), r.err
	case <-h.ctx.Done():
		return 0, h.ctx.Err()
	}
}

// unpack unpacks a file if it is gzipped.
func unpack(file io.Reader) (io.Reader, error) {
	b := bufio.NewReader(file)
	magic, err := b.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if string(magic) == "\x1f\x8b" {
		return gzip.NewReader(b)
	}
	return b, nil
}

// countFlag is a whole number from 1 on the command line.
type countFlag int

var _ pflag.Value = (*countFlag)(nil)

func (c *countFlag) String() string { return strconv.Itoa(int(*c)) }
func (c *countFlag) Type() string   { return "number" }
func (c *countFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return errors.New("write a whole number from 1")
	}
	*c = countFlag(n)
	return nil
}

// choiceFlag is one of some words on the command line.
type choiceFlag struct {
	value string
	of    []string
}

// addTo gives a command the flag, and its shell completion the words.
func (c *choiceFlag) addTo(cmd *cobra.Command, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	if err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.of, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag was just made
	}
}

func (c *choiceFlag) String() string { return c.value }
func (c *choiceFlag) Type() string   { return strings.Join(c.of, "|") }
func (c *choiceFlag) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return fmt.Errorf("write one of %s", strings.Join(c.of, ", "))
	}
	c.value = s
	return nil
}

// dayFlag is a day on the command line.
type dayFlag demarche.Day

func (d *dayFlag) String() string { return demarche.Day(*d).String() }
func (d *dayFlag) Type() string   { return "day" }
func (d *dayFlag) Set(s string) error {
	day, err := demarche.ParseDay(s)
	*d = dayFlag(day)
	return err
}

// charsetFlag is an encoding on the command line.
type charsetFlag struct {
	encoding.Encoding
	name string
}

func (c *charsetFlag) String() string { return c.name }
func (c *charsetFlag) Type() string   { return "charset" }
func (c *charsetFlag) Set(s string) (err error) {
	c.name = s
	c.Encoding, err = intake.Charset(s)
	return err
}

// sizeFlag is a number of bytes on the command line: 4194304, 4M, 4MiB.
type sizeFlag int64

// units are the letters after a size.
const units = "KMG"

func (s *sizeFlag) Type() string { return "size" }

func (s *sizeFlag) String() string {
	n, unit := int64(*s), ""
	for i := range units {
		if n == 0 || n%1024 != 0 {
			break
		}
		n, unit = n/1024, units[i:i+1]+"iB"
	}
	return strconv.FormatInt(n, 10) + unit
}

func (s *sizeFlag) Set(text string) error {
	bad := errors.New("write a number of bytes above 0, such as 500000, 64K or 4MiB")
	digits := strings.TrimRight(text, "KMGiBkmgb")
	unit := strings.TrimSuffix(strings.ToUpper(text[len(digits):]), "IB")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 {
		return bad
	}
	if unit != "" && unit != "B" {
		power := strings.Index(units, unit)
		if power < 0 || len(unit) != 1 {
			return bad
		}
		for range power + 1 {
			if n > math.MaxInt64/1024 {
				return bad
			}
			n *= 1024
		}
	}
	*s = sizeFlag(n)
	return nil
}

// somePaths refuses a command line without paths.
func somePaths(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("no path was given: name files or directories of reports, or - for standard input")
	}
	return nil
}

// noArguments refuses a command line with any.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("it takes no arguments: leave %q out", args[0])
	}
	return nil
}
