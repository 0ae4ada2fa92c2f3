package desk

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"demarche/internal/store"
)

// Credential lets a program or a person use a server of the record.
type Credential = store.Credential

// Scopes are what a credential may allow.
var Scopes = []string{"read", "add", "correct"}

// Grant makes a credential and gives its secret, which is kept nowhere.
func (r *Record) Grant(ctx context.Context, name string, scopes []string) (secret string, err error) {
	if strings.TrimSpace(name) == "" {
		return "", fmt.Errorf("a credential needs a name: say who will use it")
	}
	for _, s := range scopes {
		if !slices.Contains(Scopes, s) {
			return "", fmt.Errorf("%q is nothing that can be allowed: write some of %s", s, strings.Join(Scopes, ", "))
		}
	}
	secret = "dmr_" + rand.Text() + rand.Text()
	err = r.store.Write(ctx, func(t *store.Tx) error {
		all, err := t.Credentials("")
		if err != nil {
			return err
		}
		if slices.ContainsFunc(all, func(c Credential) bool { return c.Name == name }) {
			return fmt.Errorf("there is, or was, a credential of the name %q: choose another", name)
		}
		return t.PutCredential(Credential{Name: name, Digest: digestOf(secret), Scopes: scopes, Made: r.today.String()})
	})
	return secret, err
}

// digestOf is what is kept of a secret. A secret has more than 200 random bits, so
// that a slow digest would guard nothing more.
func digestOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// Admit gives the credential of a secret, and whether it holds.
func (r *Record) Admit(ctx context.Context, secret string) (c Credential, ok bool, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) error {
		all, err := t.Credentials(digestOf(secret))
		if len(all) == 1 && all[0].Ended == "" {
			c, ok = all[0], true
		}
		return err
	})
	return c, ok, err
}

// Revoke ends a credential.
func (r *Record) Revoke(ctx context.Context, name string) error {
	return r.store.Write(ctx, func(t *store.Tx) error {
		all, err := t.Credentials("")
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(all, func(c Credential) bool { return c.Name == name && c.Ended == "" }) {
			return notFound("the record has no credential of the name %q that holds: see demarche token list", name)
		}
		return t.EndCredential(name, r.today.String())
	})
}

// Credentials gives all that were ever made.
func (r *Record) Credentials(ctx context.Context) (all []Credential, err error) {
	err = r.store.Read(ctx, func(t *store.Tx) (err error) {
		all, err = t.Credentials("")
		return err
	})
	return all, err
}
