// Package signin is where people prove who they are: it leads a browser to an OpenID
// provider and back, and keeps who came back in a session of this server, out of which
// a browser knows nothing but a random word. Programs have tokens; those it knows
// nothing of.
package signin

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Options are what a Door is made from.
type Options struct {
	Issuer  string        // the provider
	Client  string        // what the provider calls this server
	Secret  string        // by which the provider knows it
	Public  *url.URL      // where browsers find this server
	Rules   []Rule        // who may what
	Groups  string        // the claim that has a person's groups
	Session time.Duration // how long a person stays signed in
	Now     func() time.Time
	Log     *slog.Logger
}

// Back is the path that the provider leads to.
const Back = "/sign-in/back"

// Door lets people in.
type Door struct {
	Options
	provider *oidc.Provider
	verifier *oidc.IDTokenVerifier
	oauth    oauth2.Config
	sessions *scs.SessionManager
	client   *http.Client
}

// providerWait is how long the provider may take for an answer.
const providerWait = 10 * time.Second

// New asks the provider about itself and gives a door.
func New(ctx context.Context, o Options) (*Door, error) {
	d := &Door{Options: o, client: &http.Client{Timeout: providerWait}}
	var err error
	d.provider, err = oidc.NewProvider(oidc.ClientContext(ctx, d.client), o.Issuer)
	var other *oidc.IssuerMismatchError
	switch {
	case errors.As(err, &other):
		return nil, fmt.Errorf("the provider at %s calls itself %s: name it exactly so", o.Issuer, other.Discovered)
	case IsOutOfReach(err):
		return nil, fmt.Errorf("asking the provider at %s about itself: %w", o.Issuer, err)
	case err != nil:
		text, _, _ := strings.Cut(err.Error(), "\n")
		return nil, fmt.Errorf("there is no OpenID provider at %s (%.120s): name its issuer", o.Issuer, text)
	}
	var about struct {
		Scopes []string `json:"scopes_supported"`
	}
	if err := d.provider.Claims(&about); err != nil {
		return nil, fmt.Errorf("reading what the provider at %s says of itself: %w", o.Issuer, err)
	}
	scopes := []string{oidc.ScopeOpenID, oidc.ScopeProfile, oidc.ScopeEmail}
	if slices.ContainsFunc(o.Rules, Rule.isOnGroup) && slices.Contains(about.Scopes, o.Groups) {
		scopes = append(scopes, o.Groups)
	}
	d.verifier = d.provider.Verifier(&oidc.Config{ClientID: o.Client, Now: o.Now})
	d.oauth = oauth2.Config{ClientID: o.Client, ClientSecret: o.Secret, Endpoint: d.provider.Endpoint(), RedirectURL: o.Public.JoinPath(Back).String(), Scopes: scopes}
	d.sessions = newSessions(o.Session, o.Public.Scheme == "https")
	return d, nil
}

// IsOutOfReach tells whether New failed since the provider did not answer, and not
// since it is none.
func IsOutOfReach(err error) bool {
	var u *url.Error
	return errors.As(err, &u)
}

// newSessions gives the sessions of a server. A cookie that only travels encrypted is
// bound to its host by its name.
func newSessions(last time.Duration, secure bool) *scs.SessionManager {
	gob.Register(Person{})
	gob.Register(begun{})
	s := scs.New()
	s.Lifetime, s.HashTokenInStore = last, true
	s.Cookie.Name, s.Cookie.Secure, s.Cookie.Persist = "demarche", secure, false
	if secure {
		s.Cookie.Name = "__Host-demarche"
	}
	return s
}

// Refusal is an error to be shown to the person whom it is about.
type Refusal struct {
	Code int // of HTTP
	Text string
}

func (r *Refusal) Error() string { return r.Text }

// Shown is what a page says of the refusal.
func (r *Refusal) Shown() (code int, text string) { return r.Code, r.Text }

// The keys of a session.
const (
	personKey = "person"
	begunKey  = "begun:" // with the state of a sign-in that is under way
)

// begun is a sign-in under way.
type begun struct {
	Nonce, Verifier, Next string
	At                    time.Time
}

const (
	begunLasts = 10 * time.Minute // how long a person may take at the provider
	mostBegun  = 8                // sign-ins under way in one browser
)

// Person is somebody who signed in.
type Person struct {
	Subject string // what the provider calls them, for good
	Name    string
	Mail    string // verified, or none
	Scopes  []string
}

// Signs is what the person's corrections bear as name, by which they can be told from
// others of the same name.
func (p Person) Signs() string {
	switch {
	case p.Mail == "" && p.Name == p.Subject, p.Name == p.Mail:
		return p.Name
	case p.Mail == "":
		return fmt.Sprintf("%s (%s)", p.Name, p.Subject)
	}
	return fmt.Sprintf("%s <%s>", p.Name, p.Mail)
}

// Provider is where people sign in, as a host.
func (d *Door) Provider() string {
	u, err := url.Parse(d.Issuer)
	if err != nil {
		return d.Issuer
	}
	return u.Host
}

// Person gives who sends a request.
func (d *Door) Person(r *http.Request) (Person, bool) {
	ctx, err := d.loaded(r)
	if err != nil {
		return Person{}, false
	}
	p, ok := d.sessions.Get(ctx, personKey).(Person)
	return p, ok
}

// loaded gives a context with the session of a request; with a new one, where it has
// none.
func (d *Door) loaded(r *http.Request) (context.Context, error) {
	word := ""
	if c, err := r.Cookie(d.sessions.Cookie.Name); err == nil {
		word = c.Value
	}
	return d.sessions.Load(r.Context(), word)
}

// within works on the session of a request and leads to another address, or fails; what
// was done to the session holds in either case.
func (d *Door) within(w http.ResponseWriter, r *http.Request, work func(ctx context.Context) (to string, err error)) error {
	ctx, err := d.loaded(r)
	if err != nil {
		return fmt.Errorf("reading a session: %w", err)
	}
	ctx = oidc.ClientContext(ctx, d.client)
	to, failure := work(ctx)
	switch d.sessions.Status(ctx) {
	case scs.Modified:
		word, until, err := d.sessions.Commit(ctx)
		if err != nil {
			return fmt.Errorf("keeping a session: %w", err)
		}
		d.sessions.WriteSessionCookie(ctx, w, word, until)
	case scs.Destroyed:
		d.sessions.WriteSessionCookie(ctx, w, "", time.Time{})
	}
	if failure == nil {
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
	return failure
}

// Begin leads to the provider. The parameter next says where to go afterwards; with
// other, the provider asks who it is even if it knows.
func (d *Door) Begin(w http.ResponseWriter, r *http.Request) error {
	return d.within(w, r, func(ctx context.Context) (string, error) {
		now := d.Now()
		if !d.sessions.Exists(ctx, personKey) {
			d.sessions.SetDeadline(ctx, now.Add(begunLasts))
		}
		under := slices.DeleteFunc(d.sessions.Keys(ctx), func(key string) bool { return !strings.HasPrefix(key, begunKey) })
		if len(under) >= mostBegun {
			for _, key := range under {
				d.sessions.Remove(ctx, key)
			}
		}
		b := begun{Nonce: oauth2.GenerateVerifier(), Verifier: oauth2.GenerateVerifier(), Next: local(r.URL.Query().Get("next")), At: now}
		state := oauth2.GenerateVerifier()
		d.sessions.Put(ctx, begunKey+state, b)
		options := []oauth2.AuthCodeOption{oidc.Nonce(b.Nonce), oauth2.S256ChallengeOption(b.Verifier)}
		if r.URL.Query().Has("other") {
			options = append(options, oauth2.SetAuthURLParam("prompt", "login"))
		}
		return d.oauth.AuthCodeURL(state, options...), nil
	})
}

// Finish takes somebody in whom the provider leads back.
func (d *Door) Finish(w http.ResponseWriter, r *http.Request) error {
	return d.within(w, r, func(ctx context.Context) (string, error) {
		q := r.URL.Query()
		b, ok := d.sessions.Pop(ctx, begunKey+q.Get("state")).(begun)
		if !ok || d.Now().After(b.At.Add(begunLasts)) {
			return "", &Refusal{http.StatusBadRequest, fmt.Sprintf("This sign-in was not begun in this browser, took too long, or was used before. Begin again at %s.", d.Public)}
		}
		if q.Has("error") {
			d.Log.Warn("the provider let nobody in", "error", q.Get("error"), "description", q.Get("error_description"))
			return "", &Refusal{http.StatusForbidden, fmt.Sprintf("%s did not let you in: %.100q.", d.Provider(), q.Get("error"))}
		}
		p, err := d.identify(ctx, q.Get("code"), b)
		if err != nil {
			return "", err
		}
		if err := d.sessions.RenewToken(ctx); err != nil {
			return "", fmt.Errorf("beginning a session: %w", err)
		}
		d.sessions.Put(ctx, personKey, p)
		d.Log.Info("signed in", "name", p.Signs(), "subject", p.Subject, "scopes", p.Scopes)
		return b.Next, nil
	})
}

// End signs out.
func (d *Door) End(w http.ResponseWriter, r *http.Request) error {
	return d.within(w, r, func(ctx context.Context) (string, error) {
		if p, ok := d.sessions.Get(ctx, personKey).(Person); ok {
			d.Log.Info("signed out", "name", p.Signs())
		}
		if err := d.sessions.Destroy(ctx); err != nil {
			return "", fmt.Errorf("ending a session: %w", err)
		}
		return "/sign-in?why=out", nil
	})
}

// local gives an address of this server to go to: the one that was asked for, or the
// first page where that could be another server's.
func local(next string) string {
	u, err := url.Parse(next)
	switch {
	case err != nil, u.IsAbs(), u.Host != "", u.User != nil, len(next) > 2000,
		!strings.HasPrefix(next, "/"), strings.HasPrefix(next, "//"), strings.Contains(next, `\`),
		strings.HasPrefix(u.Path, "/sign-"):
		return "/"
	}
	return next
}
