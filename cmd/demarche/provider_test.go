package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// userBase are the persons whom the provider of the tests knows.
type userBase map[string]*storage.User

func (u userBase) GetUserByID(id string) *storage.User         { return u[id] }
func (u userBase) GetUserByUsername(name string) *storage.User { return u[name] }
func (u userBase) ExampleClientID() string                     { return "none" }

// everybody is everybody's password.
const everybody = "correct horse"

// users: two of one domain, of whom one has no verified address, and two of others, of
// whom one is in a group.
func users() userBase {
	all := userBase{}
	for _, u := range []storage.User{
		{ID: "ada", FirstName: "Ada", LastName: "Lovelace", Email: "ada@example.org", EmailVerified: true},
		{ID: "una", FirstName: "Una", LastName: "Sure", Email: "una@example.org"},
		{ID: "gil", FirstName: "Gil", LastName: "Member", Email: "gil@elsewhere.example", EmailVerified: true},
		{ID: "eve", FirstName: "Eve", LastName: "Stranger", Email: "eve@example.org.evil.example", EmailVerified: true},
	} {
		u.Username, u.Password = u.ID, everybody
		all[u.ID] = &u
	}
	return all
}

// memory is the store of the provider; the library's knows no groups.
type memory struct{ *storage.Storage }

func (m memory) SetUserinfoFromToken(ctx context.Context, info *oidc.UserInfo, id, subject, origin string) error {
	if err := m.Storage.SetUserinfoFromToken(ctx, info, id, subject, origin); err != nil {
		return err
	}
	if subject == "gil" {
		info.AppendClaims("groups", []string{"readers", "desk"})
	}
	return nil
}

// provider is an OpenID provider at work.
type provider struct {
	issuer string
	mu     sync.Mutex
	swap   func(token string) string // what becomes of an ID token on its way
}

// newProvider starts a provider that two servers are known to: demarche, which is
// found at base, and other.
func newProvider(t *testing.T, base string) *provider {
	t.Helper()
	p := &provider{}
	server := httptest.NewUnstartedServer(nil)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	p.issuer = "http://localhost:" + port // another site than 127.0.0.1 to a browser
	clients := map[string]*storage.Client{}
	for _, id := range []string{"demarche", "other"} {
		clients[id] = storage.WebClient(id, "secret of "+id, base+"/sign-in/back")
	}
	inner := exampleop.SetupServer(p.issuer, memory{storage.NewStorageWithClients(users(), clients)}, slog.New(slog.DiscardHandler), false, op.WithLogger(slog.New(slog.DiscardHandler)))
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		swap := p.swap
		p.mu.Unlock()
		if r.URL.Path != "/oauth/token" || swap == nil {
			inner.ServeHTTP(w, r)
			return
		}
		kept := httptest.NewRecorder()
		inner.ServeHTTP(kept, r)
		var answer map[string]any
		if err := json.NewDecoder(kept.Body).Decode(&answer); err != nil {
			t.Error(err)
		}
		if token, ok := answer["id_token"].(string); ok {
			answer["id_token"] = swap(token)
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(answer)
	})
	server.Start()
	t.Cleanup(server.Close)
	return p
}

// swapped has the provider's ID tokens changed on their way to the server, or none
// changed any more.
func (p *provider) swapped(swap func(token string) string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.swap = swap
}

// signInServer starts a server at which people of the provider sign in. Whoever is of
// example.org may correct, and whoever is of the group desk may read.
func signInServer(t *testing.T, args ...string) (base, db string, p *provider) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0") // a free port, which the provider must know before
	if err != nil {
		t.Fatal(err)
	}
	at := l.Addr().String()
	l.Close()
	base, db = "http://"+at, filepath.Join(t.TempDir(), "record.db")
	p = newProvider(t, base)
	t.Setenv("DEMARCHE_OIDC_SECRET", "secret of demarche")
	served(t, db, append([]string{"--listen", at, "--auth", "--oidc-issuer", p.issuer, "--oidc-client", "demarche",
		"--allow", "@Example.org=add,correct", "--allow", "group:desk"}, args...)...)
	return base, db, p
}

// visitor is a browser without a face.
type visitor struct {
	t    *testing.T
	base string
	http *http.Client
}

func newVisitor(t *testing.T, base string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t, base, &http.Client{Jar: jar, Timeout: 30 * time.Second, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		// What leads to the server, and where it leads to, is looked at step by step.
		if strings.HasPrefix(r.URL.String(), base+"/") || strings.HasPrefix(via[len(via)-1].URL.String(), base+"/") {
			return http.ErrUseLastResponse
		}
		return nil
	}}}
}

// send sends a request as a browser does; a form, if there is one.
func (v *visitor) send(method, address string, form url.Values, header ...string) (int, string, http.Header) {
	v.t.Helper()
	if strings.HasPrefix(address, "/") {
		address = v.base + address
	}
	r, err := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	r.Header.Set("Accept", "text/html,*/*;q=0.8")
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := v.http.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return answer.StatusCode, string(text), answer.Header
}

var requestID = regexp.MustCompile(`name="id" value="([^"]+)"`)

// atProvider gives the address that the provider leads somebody back to who began to
// sign in at an address of the server, or at the provider's own.
func (v *visitor) atProvider(begin, user string) (back string) {
	v.t.Helper()
	if strings.HasPrefix(begin, "/") {
		code, page, head := v.send("GET", begin, nil)
		if begin = head.Get("Location"); code != http.StatusSeeOther {
			v.t.Fatalf("the server does not lead to the provider: %d %.500s", code, page)
		}
	}
	at, err := url.Parse(begin)
	if err != nil {
		v.t.Fatal(err)
	}
	code, page, _ := v.send("GET", begin, nil)
	id := requestID.FindStringSubmatch(page)
	if id == nil {
		v.t.Fatalf("the provider shows no form: %d %.500s", code, page)
	}
	code, page, head := v.send("POST", at.Scheme+"://"+at.Host+"/login/username", url.Values{"id": {id[1]}, "username": {user}, "password": {everybody}})
	if back = head.Get("Location"); back == "" {
		v.t.Fatalf("the provider leads nowhere: %d %.500s", code, page)
	}
	return back
}

// signIn signs somebody in and gives what the server says when they are back.
func (v *visitor) signIn(user, next string) (int, string, http.Header) {
	v.t.Helper()
	return v.send("GET", v.atProvider("/sign-in/start?"+url.Values{"next": {next}}.Encode(), user), nil)
}

// isIn tells whether the visitor is signed in.
func (v *visitor) isIn() bool {
	v.t.Helper()
	code, page, _ := v.send("GET", "/", nil)
	return code == http.StatusOK && strings.Contains(page, "Sign out")
}

// wantOut wants a visitor who is not signed in.
func (v *visitor) wantOut(what string) {
	v.t.Helper()
	if v.isIn() {
		v.t.Errorf("%s: somebody is signed in", what)
	}
}

// cookie gives the word that a session is known by.
func (v *visitor) cookie() string {
	v.t.Helper()
	at, err := url.Parse(v.base)
	if err != nil {
		v.t.Fatal(err)
	}
	var b bytes.Buffer
	for _, c := range v.http.Jar.Cookies(at) {
		b.WriteString(c.Name + "=" + c.Value)
	}
	return b.String()
}
