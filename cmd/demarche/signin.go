package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"demarche/internal/api"
	"demarche/internal/desk"
	"demarche/internal/signin"
	"demarche/internal/web"
	"github.com/spf13/pflag"
)

// signInFlags say how people sign in at a server.
type signInFlags struct {
	issuer, client, secretFile, groups, public string
	allow                                      []string
	session                                    time.Duration

	secret string
	rules  []signin.Rule
	at     *url.URL // what public says, or nil
}

// secretVariable is where the secret is found without a file.
const secretVariable = "DEMARCHE_OIDC_SECRET"

func (f *signInFlags) addTo(flags *pflag.FlagSet) {
	flags.StringVar(&f.issuer, "oidc-issuer", "", "let people sign in at the OpenID provider of that `URL`; with --auth")
	flags.StringVar(&f.client, "oidc-client", "", "the `ID` that the provider gave this server")
	flags.StringVar(&f.secretFile, "oidc-secret-file", "", "the `FILE` with the secret that belongs to it; without it "+secretVariable)
	flags.StringVar(&f.groups, "oidc-groups", "groups", "the `CLAIM` in which the provider names a person's groups")
	flags.StringArrayVar(&f.allow, "allow", nil, "who may sign in, and to what: `WHO=SCOPES`, as ada@example.org=add,correct, @example.org or group:desk=correct; may be told several times")
	flags.DurationVar(&f.session, "session", 12*time.Hour, "how long a person stays signed in: `TIME` such as 12h")
	flags.StringVar(&f.public, "public-url", "", "the `URL` by which browsers reach the server, where that is not the address it listens on")
}

// check reads the flags; auth is whether the server wants to know who comes.
func (f *signInFlags) check(listen string, auth, encrypted bool) (err error) {
	if f.public != "" {
		if f.at, err = publicURL(f.public); err != nil {
			return err
		}
		switch {
		case !auth:
			return fmt.Errorf("others reach the server by --public-url %s, and the record is open to them: add --auth", f.public)
		case f.at.Scheme == "http" && encrypted:
			return fmt.Errorf("--public-url %s is not what the server speaks with --tls-cert: write https", f.public)
		}
	}
	if f.issuer == "" {
		for _, other := range []struct {
			name string
			set  bool
		}{{"--oidc-client", f.client != ""}, {"--oidc-secret-file", f.secretFile != ""}, {"--allow", len(f.allow) > 0}} {
			if other.set {
				return fmt.Errorf("%s is of use only where people sign in: name their provider with --oidc-issuer", other.name)
			}
		}
		return nil
	}
	if !auth {
		return errors.New("--oidc-issuer is of use only where the server wants to know who comes: add --auth")
	}
	if u, err := url.Parse(f.issuer); err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || !isPrivate(u) {
		return fmt.Errorf("%q is no issuer: write the https address of an OpenID provider, such as https://login.example.org", f.issuer)
	}
	if f.client == "" {
		return errors.New("the client is missing: name with --oidc-client the id that the provider gave this server")
	}
	if f.secret, err = f.readSecret(); err != nil {
		return err
	}
	if len(f.allow) == 0 {
		return errors.New("nobody may sign in: say who may with --allow, such as --allow @example.org")
	}
	for _, text := range f.allow {
		r, err := signin.ParseRule(text, desk.Scopes)
		if err != nil {
			return fmt.Errorf("--allow %w", err)
		}
		f.rules = append(f.rules, r)
	}
	if f.session < time.Second {
		return fmt.Errorf("--session %v is no time to be signed in: write one such as 12h", f.session)
	}
	if host, _, _ := net.SplitHostPort(listen); f.at == nil && !isLoopback(host) {
		return fmt.Errorf("the provider must lead browsers back: say with --public-url by which address they reach %s", listen)
	}
	return nil
}

// isPrivate tells an address that nobody reads on the way.
func isPrivate(u *url.URL) bool {
	return u.Scheme == "https" || u.Scheme == "http" && isLoopback(u.Hostname())
}

// publicURL reads the address by which browsers reach the server.
func publicURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil, u.Hostname() == "", u.User != nil, u.RawQuery != "", u.Fragment != "", u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%q is no address of a server: write one such as https://desk.example.org", text)
	case strings.Trim(u.Path, "/") != "":
		return nil, fmt.Errorf("%q has a path: the server wants a host of its own, such as https://desk.example.org", text)
	case !isPrivate(u):
		return nil, fmt.Errorf("%q is not encrypted, and who reads along could take the place of others: write https", text)
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/"}, nil
}

// readSecret reads what must not stand on a command line, where others can see it.
func (f *signInFlags) readSecret() (string, error) {
	secret := os.Getenv(secretVariable)
	if f.secretFile != "" {
		text, err := os.ReadFile(f.secretFile)
		if err != nil {
			return "", fmt.Errorf("reading the secret %s: %w; name a file that can be read", f.secretFile, cause(err))
		}
		secret = string(text)
	}
	if secret = strings.TrimSpace(secret); secret == "" {
		return "", fmt.Errorf("the secret of the client is missing: put it into a file and name that with --oidc-secret-file, or into %s", secretVariable)
	}
	return secret, nil
}

// open gives the door of a server that is found at an address, or nil where nobody
// signs in.
func (f *signInFlags) open(ctx context.Context, at *url.URL, log *slog.Logger) (*signin.Door, error) {
	if f.issuer == "" {
		return nil, nil
	}
	d, err := signin.New(ctx, signin.Options{
		Issuer: f.issuer, Client: f.client, Secret: f.secret, Public: cmp.Or(f.at, at),
		Rules: f.rules, Groups: f.groups, Session: f.session, Now: time.Now, Log: log,
	})
	if signin.IsOutOfReach(err) {
		return nil, failed(err)
	}
	return d, err
}

// readerKey is where a request carries who signed in.
type readerKey struct{}

// readerOf gives who sends a request, or nil.
func readerOf(r *http.Request) *web.Reader {
	reader, _ := r.Context().Value(readerKey{}).(*web.Reader)
	return reader
}

// known lets people through who signed in and may do what they ask for, and the way in
// itself; other browsers it leads there. Who else comes is left to those who look at
// tokens.
func known(door *signin.Door, h, tokens http.Handler) http.Handler {
	arrivals := newLimits(5, 100)
	requests := newLimits(50, 200)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, signedIn := door.Person(r)
		if signedIn {
			r = r.WithContext(context.WithValue(r.Context(), readerKey{}, &web.Reader{Name: p.Name, Signs: p.Signs(), Scopes: p.Scopes}))
		}
		from, _, _ := net.SplitHostPort(r.RemoteAddr)
		reads := r.Method == http.MethodGet || r.Method == http.MethodHead
		switch {
		case r.URL.Path == "/healthz":
			tokens.ServeHTTP(w, r)
		case r.Header.Get("Authorization") != "":
			tokens.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), readerKey{}, (*web.Reader)(nil))))
		case isWayIn(r.URL.Path):
			if !arrivals.take(from) {
				tooMany(w)
				return
			}
			h.ServeHTTP(w, r)
		case reads && strings.HasPrefix(r.URL.Path, "/static/"):
			h.ServeHTTP(w, r)
		case signedIn && (reads || isPage(r.URL.Path)):
			switch scope := scopeOf(r); {
			case !slices.Contains(p.Scopes, scope):
				http.Error(w, p.Name+" may not "+scope+" here", http.StatusForbidden)
			case !requests.take(p.Subject):
				tooMany(w)
			default:
				h.ServeHTTP(w, r)
			}
		case reads && strings.Contains(r.Header.Get("Accept"), "text/html"):
			http.Redirect(w, r, "/sign-in?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
		case isPage(r.URL.Path) && strings.Contains(r.Header.Get("Accept"), "text/html"):
			next := url.Values{"why": {"ended"}}
			if u, err := url.Parse(r.Referer()); err == nil {
				next.Set("next", u.RequestURI())
			}
			http.Redirect(w, r, "/sign-in?"+next.Encode(), http.StatusSeeOther)
		default:
			tokens.ServeHTTP(w, r)
		}
	})
}

// isWayIn tells what is open to those who have not signed in.
func isWayIn(path string) bool {
	return path == "/sign-in" || strings.HasPrefix(path, "/sign-in/") || path == "/sign-out"
}

// isPage tells what people use from what programs do.
func isPage(path string) bool {
	return path != "/mcp" && path != "/metrics" && path != "/healthz" && !strings.HasPrefix(path, api.Root+"/")
}
