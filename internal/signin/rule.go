package signin

import (
	"fmt"
	"slices"
	"strings"
)

// Rule says what somebody may: one person, those of a domain, or those of a group.
type Rule struct {
	mail, domain, group string
	scopes              []string
}

func (r Rule) isOnGroup() bool { return r.group != "" }

// ParseRule reads a rule: WHO, or WHO=SCOPES, where WHO is ada@example.org, @example.org
// or group:NAME, and SCOPES are some of those that there are, with a comma between.
// Whoever may anything may read.
func ParseRule(text string, scopes []string) (r Rule, err error) {
	who, what := text, ""
	if i := strings.LastIndex(text, "="); i >= 0 {
		who, what = text[:i], text[i+1:]
		if what == "" {
			return r, fmt.Errorf("%q allows nothing: write some of %s after the =", text, strings.Join(scopes, ", "))
		}
	}
	r.scopes = []string{"read"}
	for s := range strings.FieldsFuncSeq(what, func(c rune) bool { return c == ',' }) {
		if s = strings.TrimSpace(s); !slices.Contains(scopes, s) {
			return r, fmt.Errorf("%q is nothing that can be allowed: write some of %s", s, strings.Join(scopes, ", "))
		}
		if !slices.Contains(r.scopes, s) {
			r.scopes = append(r.scopes, s)
		}
	}
	who = strings.TrimSpace(who)
	group, isGroup := strings.CutPrefix(who, "group:")
	box, domain, isMail := cutMail(who)
	switch {
	case isGroup && group != "":
		r.group = group
	case !isGroup && isMail && strings.Contains(domain, ".") && !strings.ContainsAny(who, " ,;<>"):
		if r.domain = domain; box != "" {
			r.mail, r.domain = small(who), ""
		}
	default:
		return r, fmt.Errorf("%q names nobody: write ada@example.org, @example.org or group:NAME", who)
	}
	return r, nil
}

// cutMail cuts an address into box and domain.
func cutMail(address string) (box, domain string, ok bool) {
	i := strings.LastIndex(address, "@")
	if i < 0 {
		return "", "", false
	}
	return address[:i], small(address[i+1:]), true
}

// small makes letters small, those of ASCII only: to others stand letters that look
// alike and are another's, such as the sign of Kelvin for k.
func small(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, s)
}

// allowed gives what a person with an address and groups may, by all rules together.
func allowed(rules []Rule, mail string, groups []string) (scopes []string) {
	box, domain, isMail := cutMail(mail)
	isMail = isMail && box != ""
	for _, r := range rules {
		switch {
		case r.group != "" && slices.Contains(groups, r.group), isMail && r.domain != "" && r.domain == domain, isMail && r.mail != "" && r.mail == small(mail):
			scopes = append(scopes, r.scopes...)
		}
	}
	slices.Sort(scopes)
	return slices.Compact(scopes)
}
