package signin

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"
	"unicode"

	"golang.org/x/oauth2"
)

// claims are what the provider says of a person.
type claims map[string]any

func (c claims) text(name string) string {
	s, _ := c[name].(string)
	return s
}

// mail is the person's e-mail address, where the provider vouches for it. Some write
// their word as text.
func (c claims) mail() string {
	if v := c["email_verified"]; v != true && v != "true" {
		return ""
	}
	return c.text("email")
}

// groups are those that a claim names: a list, or one.
func (c claims) groups(name string) (all []string) {
	switch v := c[name].(type) {
	case string:
		return []string{v}
	case []any:
		for _, g := range v {
			if g, ok := g.(string); ok {
				all = append(all, g)
			}
		}
	}
	return all
}

// learn adds what another answer of the provider says of the same person. An address
// and the word that it is verified are taken from one answer.
func (c claims) learn(more claims) {
	if c.mail() == "" && (c["email"] == nil || more.mail() != "") {
		c["email"], c["email_verified"] = more["email"], more["email_verified"]
	}
	for name, value := range more {
		if _, has := c[name]; !has {
			c[name] = value
		}
	}
}

// longestName is how many characters of a name are kept.
const longestName = 100

// name is what the person is called, on one line and without what could be taken for
// the address beside it.
func (c claims) name() string {
	for _, said := range []string{c.text("name"), c.text("preferred_username"), c.mail(), c.text("sub")} {
		name := strings.Map(func(r rune) rune {
			switch {
			case r == '<' || r == '>':
				return -1
			case unicode.IsSpace(r):
				return ' '
			case !unicode.IsPrint(r):
				return -1
			}
			return r
		}, said)
		name = strings.Join(strings.Fields(name), " ")
		if r := []rune(name); len(r) > longestName {
			name = string(r[:longestName])
		}
		if name != "" {
			return name
		}
	}
	return ""
}

// identify gives who it is that came back with a code.
func (d *Door) identify(ctx context.Context, code string, b begun) (Person, error) {
	again := &Refusal{http.StatusBadRequest, d.Provider() + " does not vouch for this sign-in: its code holds no more, or another's was sent. Sign in again."}
	token, err := d.oauth.Exchange(ctx, code, oauth2.VerifierOption(b.Verifier))
	if err != nil {
		d.Log.Warn("a sign-in failed: no token for the code", "err", err)
		var answer *oauth2.RetrieveError
		if errors.As(err, &answer) && answer.ErrorCode == "invalid_grant" {
			return Person{}, again
		}
		return Person{}, &Refusal{http.StatusBadGateway, d.Provider() + " did not answer this server as it should. The log of the server says why."}
	}
	said, _ := token.Extra("id_token").(string)
	id, err := d.verifier.Verify(ctx, said)
	if err == nil && subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(b.Nonce)) == 0 {
		err = errors.New("the nonce is another's")
	}
	all := claims{}
	if err == nil {
		err = id.Claims(&all)
	}
	if azp, has := all["azp"]; err == nil && has && azp != d.Client {
		err = errors.New("the token was made for another party")
	}
	if err != nil {
		d.Log.Warn("a sign-in failed: the token does not hold", "err", err)
		return Person{}, again
	}
	if d.lacks(all) && d.provider.UserInfoEndpoint() != "" {
		more, err := d.moreOf(ctx, id.Subject, token)
		if err != nil {
			d.Log.Warn("the provider says no more of a person", "subject", id.Subject, "err", err)
		}
		all.learn(more)
	}
	p := Person{Subject: id.Subject, Name: all.name(), Mail: all.mail()}
	p.Scopes = allowed(d.Rules, p.Mail, all.groups(d.Groups))
	if len(p.Scopes) == 0 {
		d.Log.Warn("somebody who may not signed in", "name", p.Signs(), "subject", p.Subject)
		text := p.Name + " is not among those who may use this record. Whoever runs the server can let you in; or sign in as someone else."
		if p.Mail == "" && all.text("email") != "" {
			text += " The provider does not say that your e-mail address is verified, so that it does not count."
		}
		return Person{}, &Refusal{http.StatusForbidden, text}
	}
	return p, nil
}

// lacks tells whether something is missing by which a person is named or let in.
func (d *Door) lacks(c claims) bool {
	groups := false
	for _, r := range d.Rules {
		groups = groups || r.isOnGroup() && c[d.Groups] == nil
	}
	return c.text("name") == "" || c.mail() == "" || groups
}

// moreOf asks the provider what it says of a person beside their token.
func (d *Door) moreOf(ctx context.Context, subject string, token *oauth2.Token) (claims, error) {
	info, err := d.provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err != nil {
		return nil, err
	}
	if info.Subject != subject {
		return nil, errors.New("it speaks of another person")
	}
	more := claims{}
	err = info.Claims(&more)
	return more, err
}
