package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"demarche"
	"demarche/internal/ledgertest"
)

// TestReader: a page is offered and signed as its reader may, and what is kept of it is
// shown to no other.
func TestReader(t *testing.T) {
	examples, err := fs.Sub(demarche.Examples, "examples")
	if err != nil {
		t.Fatal(err)
	}
	readers := map[string]*Reader{"ada": {"Ada", "Ada <a@x.example>", []string{"add", "correct", "read"}}, "ben": {"Ben", "Ben <b@x.example>", []string{"read"}}}
	h, err := New(Site{
		Desk: ledgertest.Desk(t), Record: ledgertest.Record(t, ledgertest.SQLite), Today: func() demarche.Day { return today }, Examples: examples, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Reader: func(r *http.Request) *Reader { return readers[r.Header.Get("From")] },
	})
	if err != nil {
		t.Fatal(err)
	}
	as := func(who, method, target string, form url.Values) string {
		t.Helper()
		r := httptest.NewRequest(method, target, strings.NewReader(form.Encode()))
		r.Header.Set("From", who)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Body.String()
	}
	as("ada", "POST", "/examples", nil)
	const report = "/report/2018-03-26-united-states-russia"
	act := regexp.MustCompile(`/act/[^"]+`).FindString(as("ada", "GET", "/RUS-USA", nil))
	for range 2 { // the second time from what is kept
		for _, c := range []struct{ who, path, has, lacks string }{
			{"ada", "/", `title="Ada &lt;a@x.example&gt;"`, "Ben"}, {"ben", "/", `title="Ben &lt;b@x.example&gt;"`, "Ada"}, {"", "/", `action="/add"`, "Sign out"},
			{"ada", "/", `action="/add"`, "Ben"}, {"ben", "/", `action="/sign-out" method="post"`, `action="/add"`},
			{"ada", report, "As Ada &lt;a@x.example&gt;", `name="name"`}, {"ben", report, "Ben", `action="/correct"`}, {"", report, `name="name"`, "As "},
			{"ada", act, "As Ada &lt;a@x.example&gt;", `name="name"`}, {"ben", act, "The account", `action="/correct"`}, {"", act, `value="merge"`, "As "},
		} {
			page := as(c.who, "GET", c.path, nil)
			if !strings.Contains(page, c.has) || strings.Contains(page, c.lacks) {
				t.Errorf("%s for %q has no %q, or %q:\n%s", c.path, c.who, c.has, c.lacks, page)
			}
		}
	}
	if page := as("ada", "GET", "/sign-in", nil); !strings.Contains(page, "no State or organisation") && !strings.Contains(page, "Not found") {
		t.Errorf("there is a way in without a gate:\n%s", page)
	}
}
