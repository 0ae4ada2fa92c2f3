package intake

import (
	"fmt"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// Charset finds the encoding that a name stands for, such as "windows-1251",
// "koi8-r", "gb18030" or "utf-16le". Names mean what they mean on the web
// (https://encoding.spec.whatwg.org/), where "iso-8859-1" is windows-1252. It
// fails on names that stand for no encoding.
func Charset(name string) (encoding.Encoding, error) {
	e, canonical := charset.Lookup(name)
	if e == nil || canonical == "replacement" || canonical == "x-user-defined" {
		return nil, fmt.Errorf("finding charset %q: it is not known; use a name such as windows-1251, koi8-r, iso-8859-2, gb18030, shift_jis or utf-16le", name)
	}
	return e, nil
}

// replacement is what a decoder writes for bytes that are none of its charset.
const replacement = "\ufffd"

// decode turns bytes of an encoding into UTF-8. It fails on bytes that the
// encoding does not have.
func decode(e encoding.Encoding, b []byte) (text string, ok bool) {
	out, err := e.NewDecoder().Bytes(b)
	text = string(out)
	return text, err == nil && !strings.Contains(text, replacement)
}
