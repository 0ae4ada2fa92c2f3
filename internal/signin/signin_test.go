package signin

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

var scopes = []string{"read", "add", "correct"}

// TestRules: who is let in, and to what; letters that look alike are not the same.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		rules, mail, groups, want string
	}{
		{"ada@example.org", "ada@example.org", "", "read"},
		{"Ada@Example.org=correct", "aDA@eXample.org", "", "correct read"},
		{"ada@example.org", "eve@example.org", "", ""},
		{"ada@example.org", "ada@example.org.evil.example", "", ""},
		{"ada@example.org", "", "", ""},
		{"mike@example.org", "mi\u212ae@example.org", "", ""},
		{"@desk.example", "ada@des\u212a.example", "", ""},
		{"@example.org", "ada@EXAMPLE.org", "", "read"},
		{"@example.org", "ada@sub.example.org", "", ""},
		{"@example.org", "ada@notexample.org", "", ""},
		{"@example.org", "ada@example.org@evil.example", "", ""},
		{"@example.org", "@example.org", "", ""},
		{"group:desk=add,correct", "", "desk", "add correct read"},
		{"group:desk", "desk", "Desk desk2", ""},
		{"group:a=b=add", "", "a=b", "add read"},
		{"@example.org ada@example.org=correct group:feed=add", "ada@example.org", "feed", "add correct read"},
	} {
		var rules []Rule
		for text := range strings.FieldsSeq(c.rules) {
			r, err := ParseRule(text, scopes)
			if err != nil {
				t.Fatal(err)
			}
			rules = append(rules, r)
		}
		if got := strings.Join(allowed(rules, c.mail, strings.Fields(c.groups)), " "); got != c.want {
			t.Errorf("%s for %q in %q: %q, want %q", c.rules, c.mail, c.groups, got, c.want)
		}
	}
}

func TestRuleFaults(t *testing.T) {
	for text, want := range map[string]string{
		"": "names nobody", "ada": "names nobody", "@": "names nobody", "ada@": "names nobody", "@localhost": "names nobody", "group:": "names nobody",
		"a@b.example,c@d.example": "names nobody", "ada@example.org=": "allows nothing", "@example.org=write": `"write" is nothing`, "*=read": "names nobody",
	} {
		if r, err := ParseRule(text, scopes); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %+v, %v; want %q", text, r, err, want)
		}
	}
}

// TestLocal: nothing leads to another server.
func TestLocal(t *testing.T) {
	for next, want := range map[string]string{
		"": "/", "/": "/", "/RUS-USA?kind=talks#acts": "/RUS-USA?kind=talks#acts", "/report/a%2Fb": "/report/a%2Fb",
		"https://evil.example/": "/", "//evil.example": "/", "///evil.example": "/", `/\evil.example`: "/", `\\evil.example`: "/", "evil.example": "/", "javascript:alert(1)": "/",
		"/\t/evil.example": "/", "/\n/evil.example": "/", " //evil.example": "/", "https:evil.example": "/", "http:///evil.example": "/", "/sign-in/start": "/", "/sign-out": "/",
		"/" + strings.Repeat("a", 3000): "/", "/%zz": "/",
	} {
		if got := local(next); got != want {
			t.Errorf("%q leads to %q, want %q", next, got, want)
		}
	}
}

// TestClaims: an address counts only with the provider's word for it, and from one
// answer; a name stands on one line and shows no address.
func TestClaims(t *testing.T) {
	parse := func(text string) claims {
		c := claims{}
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	for _, c := range []struct{ token, more, name, mail, groups string }{
		{`{"sub":"1","name":"Ada L","email":"a@x.example","email_verified":true}`, `{}`, "Ada L", "a@x.example", ""},
		{`{"sub":"1","email":"a@x.example","email_verified":"true","groups":"desk"}`, `{}`, "a@x.example", "a@x.example", "desk"},
		{`{"sub":"1","email":"a@x.example"}`, `{}`, "1", "", ""},
		{`{"sub":"1","email":"a@x.example","email_verified":false}`, `{"email_verified":true}`, "1", "", ""},
		{`{"sub":"1","email":"boss@x.example"}`, `{"email":"a@x.example","email_verified":true}`, "a@x.example", "a@x.example", ""},
		{`{"sub":"1","email_verified":true}`, `{"email":"boss@x.example"}`, "1", "", ""},
		{`{"sub":"1"}`, `{"sub":"2","preferred_username":"ada","groups":["a",7,"b"]}`, "ada", "", "a b"},
		{`{"sub":"1","name":"Boss <boss@x.example>\n\u202eeve\u0000"}`, `{"name":"other"}`, "Boss boss@x.example eve", "", ""},
		{`{"sub":"1","name":["x"],"email":["x"],"email_verified":true,"groups":{"a":1}}`, `{}`, "1", "", ""},
	} {
		all := parse(c.token)
		all.learn(parse(c.more))
		if all.name() != c.name || all.mail() != c.mail || strings.Join(all.groups("groups"), " ") != c.groups || all.text("sub") != "1" {
			t.Errorf("%s and %s: %q, %q, %q", c.token, c.more, all.name(), all.mail(), all.groups("groups"))
		}
	}
}

// TestSigns: two persons of one name sign differently.
func TestSigns(t *testing.T) {
	var got []string
	for _, p := range []Person{{"1", "Ada", "a@x.example", nil}, {"2", "Ada", "", nil}, {"3", "b@x.example", "b@x.example", nil}, {"4", "4", "", nil}} {
		got = append(got, p.Signs())
	}
	if want := []string{"Ada <a@x.example>", "Ada (2)", "b@x.example", "4"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
