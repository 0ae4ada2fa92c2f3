package intake

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// input is the unpacked bytes of one file.
type input struct {
	*bufio.Reader
	decoded bool // they came out of UTF-16, so that U+FFFD marks bytes that were none
}

// unpacker opens inputs. It keeps its buffers from one to the next, so that
// only its latest input may be read.
type unpacker struct {
	packed, unpacked, decoded *bufio.Reader
	gz                        *gzip.Reader
}

const (
	gzipMagic = "\x1f\x8b"
	utf16le   = "\xff\xfe"
	utf16be   = "\xfe\xff"
	utf8Mark  = "\xef\xbb\xbf"
	bufSize   = 64 << 10
)

// open looks at the first bytes of r for what they say of the rest: gzip, and
// then UTF-16 by its byte order mark.
func (u *unpacker) open(r io.Reader) (input, error) {
	in := input{Reader: reset(&u.packed, r)}
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return input{}, err
	}
	if string(magic) == gzipMagic {
		if u.gz == nil {
			u.gz = new(gzip.Reader)
		}
		if err := u.gz.Reset(in.Reader); err != nil {
			return input{}, packedError{err}
		}
		in.Reader = reset(&u.unpacked, packedReader{u.gz})
		if magic, err = in.Peek(2); err != nil && err != io.EOF {
			return input{}, err
		}
	}
	if string(magic) == utf16le || string(magic) == utf16be {
		dec := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		in = input{Reader: reset(&u.decoded, transform.NewReader(in.Reader, dec)), decoded: true}
	}
	return in, nil
}

// reset makes a buffered reader read from r.
func reset(b **bufio.Reader, r io.Reader) *bufio.Reader {
	if *b == nil {
		*b = bufio.NewReaderSize(r, bufSize)
	} else {
		(*b).Reset(r)
	}
	return *b
}

// sniff tells JSON lines from plain text by the first byte that is not blank.
func (in input) sniff() (format, error) {
	for n := 1; ; n *= 2 {
		head, err := in.Peek(min(n, bufSize))
		if err != nil && err != io.EOF {
			return sniffed, err
		}
		solid := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(utf8Mark)), " \t\r\n")
		switch {
		case len(solid) > 0 && solid[0] == '{':
			return records, nil
		case len(solid) >= len(utf8Mark) || err == io.EOF || len(head) == bufSize:
			return plain, nil
		}
	}
}

// packedReader marks the errors of a gzip reader as such.
type packedReader struct{ gz *gzip.Reader }

func (p packedReader) Read(b []byte) (int, error) {
	n, err := p.gz.Read(b)
	if err != nil && err != io.EOF {
		err = packedError{err}
	}
	return n, err
}

// packedError is an error in the gzip format or below it.
type packedError struct{ error }

func (e packedError) Unwrap() error { return e.error }

// refuseRead refuses what could not be read to its end.
func (t *taker) refuseRead(at place, err error) bool {
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, new(packedError)) && (errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)):
		return t.refuse(at, "its gzip data is cut off", "fetch it again")
	case errors.As(err, new(packedError)) && (errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.As(err, &corrupt)):
		return t.refuse(at, "its gzip data is corrupt", "fetch it again")
	case errors.Is(err, errTooLong):
		return t.refuse(at, fmt.Sprintf("it is longer than %d bytes", t.Limit), "split it into its reports, or raise --limit")
	}
	return t.refuse(at, "it cannot be read: "+reason(err), "try again, or leave it out")
}

// errTooLong is that a report is longer than the limit.
var errTooLong = errors.New("longer than the limit")

// readAll reads the rest of an input, which is one report, into the taker's
// buffer.
func (t *taker) readAll(in input) ([]byte, error) {
	t.buf = t.buf[:0]
	for {
		b, err := in.Peek(1)
		if len(b) == 0 {
			if err == io.EOF {
				err = nil
			}
			return t.buf, err
		}
		b, _ = in.Peek(in.Buffered())
		if int64(len(t.buf)+len(b)) > t.Limit {
			return nil, errTooLong
		}
		t.buf = append(t.buf, b...)
		in.Discard(len(b)) // cannot fail: they are buffered
	}
}

// readLine reads the next line, without its end, into the taker's buffer. A
// line longer than the limit is errTooLong; the reader then stands within it.
// At the end of the input it is io.EOF.
func (t *taker) readLine(in input) ([]byte, error) {
	t.buf = t.buf[:0]
	for {
		b, err := in.ReadSlice('\n')
		if int64(len(t.buf)+len(b)) > t.Limit+int64(len("\r\n")) {
			if err == nil {
				in.UnreadByte() // leave the line's end to skipLine
			}
			return nil, errTooLong
		}
		t.buf = append(t.buf, b...)
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(t.buf) > 0, err == nil:
			return bytes.TrimRight(t.buf, "\r\n"), nil
		}
		return nil, err
	}
}

// skipLine reads on to the end of a line.
func skipLine(in input) error {
	for {
		_, err := in.ReadSlice('\n')
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}
