package main

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestSignIn: who signs in reads, corrects in their own name if they may, and is out
// once they sign out.
func TestSignIn(t *testing.T) {
	base, db, _ := signInServer(t)
	token, err := exec.Command("demarche", "token", "new", "feed", "--scope", "read,add", "--db", db).Output()
	if err != nil {
		t.Fatal(err)
	}
	bearer := []string{"Authorization", "Bearer " + strings.TrimSpace(string(token)), "Content-Type", "application/json"}
	const sent = `{"reports":[{"id":"a","date":"2021-11-30","text":"Russia expelled two Austrian diplomats."}]}`
	if code, body, _ := fetch(t, "POST", base+"/api/v1/reports", sent, bearer...); code != 200 {
		t.Fatalf("by token: %d %s", code, body)
	}
	ada := newVisitor(t, base)
	_, page, _ := ada.send("GET", "/sign-in?next=/AUT-RUS", nil)
	if !strings.Contains(page, `href="/sign-in/start?next=%2fAUT-RUS"`) || !strings.Contains(page, "Sign in at localhost:") {
		t.Errorf("the way in is\n%s", page)
	}
	if code, page, head := ada.signIn("ada", "/AUT-RUS?kind=people"); code != 303 || head.Get("Location") != "/AUT-RUS?kind=people" {
		t.Fatalf("signing in: %d to %q\n%s", code, head.Get("Location"), page)
	} else if c := head.Get("Set-Cookie"); !strings.Contains(c, "HttpOnly; SameSite=Lax") || !strings.Contains(c, "Path=/;") || strings.Contains(c, "Domain") {
		t.Errorf("the cookie is %s", c)
	}
	_, page, _ = ada.send("GET", "/report/a", nil)
	event := regexp.MustCompile(`name="event" value="(\w+)"`).FindStringSubmatch(page)
	if event == nil || strings.Contains(page, `name="name"`) || !strings.Contains(page, "As Ada Lovelace &lt;ada@example.org&gt;") {
		t.Fatalf("the report shows\n%s", page)
	}
	reject := url.Values{"report": {"a"}, "event": {event[1]}, "do": {"reject"}, "name": {"Somebody Else"}, "reason": {"misread"}}
	if code, body, _ := ada.send("POST", "/correct", reject); code != 303 {
		t.Errorf("correcting: %d %s", code, body)
	}
	if _, page, _ := ada.send("GET", "/report/a", nil); !strings.Contains(page, "by Ada Lovelace &lt;ada@example.org&gt; on ") || strings.Contains(page, "Somebody Else") {
		t.Errorf("the correction bears another name:\n%s", page)
	}

	gil := newVisitor(t, base)
	gil.signIn("gil", "/")
	for range 2 { // the second comes from what is kept
		if _, page, _ := gil.send("GET", "/report/a", nil); !strings.Contains(page, "Gil Member") || strings.Contains(page, `title="Ada`) || strings.Contains(page, `action="/correct"`) {
			t.Errorf("who may only read is shown\n%s", page)
		}
	}
	if _, page, _ := gil.send("GET", "/", nil); strings.Contains(page, `action="/add"`) {
		t.Error("who may only read is offered to add")
	}
	for _, c := range []struct {
		who          *visitor
		method, path string
		want         int
	}{
		{gil, "POST", "/correct", 403}, {gil, "POST", "/add", 403}, {gil, "POST", "/examples", 403}, {ada, "POST", "/correct", 404}, {ada, "POST", "/examples", 200},
		{gil, "GET", "/api/v1/export/events.csv", 200}, {ada, "POST", "/api/v1/corrections", 401}, {ada, "POST", "/api/v1/erasures", 401}, {gil, "POST", "/api/v1/erasures", 401}, {ada, "POST", "/mcp", 401}, {ada, "GET", "/sign-out", 404},
	} {
		if code, body, _ := c.who.send(c.method, c.path, url.Values{"event": {"none"}, "do": {"reject"}, "reason": {"x"}}); code != c.want {
			t.Errorf("%s %s: %d, want %d: %.300s", c.method, c.path, code, c.want, body)
		}
	}

	// What a program with a token erases is gone for those who signed in.
	const gone = `{"report":"a","name":"Ada","reason":"order 12/26 of the court"}`
	if code, body, _ := fetch(t, "POST", base+"/api/v1/erasures", gone, bearer...); code != 403 {
		t.Errorf("erasing by a token that may not correct: %d %s", code, body)
	}
	if token, err = exec.Command("demarche", "token", "new", "court", "--scope", "correct", "--db", db).Output(); err != nil {
		t.Fatal(err)
	}
	bearer[1] = "Bearer " + strings.TrimSpace(string(token))
	if code, body, _ := fetch(t, "POST", base+"/api/v1/erasures", gone, bearer...); code != 204 {
		t.Errorf("erasing by token: %d %s", code, body)
	}
	for _, v := range []*visitor{ada, gil} {
		if code, page, _ := v.send("GET", "/report/a", nil); code != 410 || !strings.Contains(page, "by Ada: order 12/26 of the court") || strings.Contains(page, "Austrian") {
			t.Errorf("what was erased is shown: %d\n%s", code, page)
		}
	}

	before := ada.cookie()
	if code, _, head := ada.send("POST", "/sign-out", nil, "Sec-Fetch-Site", "same-origin"); code != 303 || head.Get("Location") != "/sign-in?why=out" {
		t.Errorf("signing out: %d to %q", code, head.Get("Location"))
	}
	ada.wantOut("after signing out")
	again := newVisitor(t, base)
	if code, _, _ := again.send("GET", "/", nil, "Cookie", before); code != 303 {
		t.Errorf("a session that was ended still holds: %d", code)
	}
	if !gil.isIn() {
		t.Error("another was signed out too")
	}
}

// TestSignInOutside: who has not signed in sees the way in and what belongs to it;
// programs are asked for a token.
func TestSignInOutside(t *testing.T) {
	base, _, _ := signInServer(t)
	v := newVisitor(t, base)
	_, page, _ := v.send("GET", "/sign-in", nil)
	style := regexp.MustCompile(`/static/\w+/style.css`).FindString(page)
	for _, c := range []struct {
		method, path, want string // the status or where it leads to
		header             []string
	}{
		{"GET", "/", "/sign-in?next=%2F", nil}, {"GET", "/RUS-USA?kind=talks", "/sign-in?next=%2FRUS-USA%3Fkind%3Dtalks", nil}, {"HEAD", "/data", "/sign-in?next=%2Fdata", nil},
		{"GET", "/api/v1/export/events.csv", "/sign-in?next=%2Fapi%2Fv1%2Fexport%2Fevents.csv", nil},
		{"POST", "/correct", "/sign-in?next=%2Freport%2Fa&why=ended", []string{"Referer", base + "/report/a"}},
		{"POST", "/add", "/sign-in?next=%2F&why=ended", []string{"Cookie", "demarche=guess"}},
		{"GET", "/", "/sign-in?next=%2F", []string{"Cookie", "demarche=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}},
		{"GET", "/healthz", "200", nil}, {"GET", style, "200", nil}, {"GET", "/sign-in?why=out", "200", nil}, {"GET", "/sign-in/none", "404", nil}, {"POST", style, "/sign-in?next=%2F&why=ended", nil},
		{"GET", "/", "401", []string{"Accept", "*/*"}}, {"POST", "/mcp", "401", nil}, {"POST", "/api/v1/reports", "401", nil}, {"GET", "/metrics", "401", []string{"Accept", "text/plain"}},
		{"GET", "/", "401", []string{"Authorization", "Bearer dmr_guess"}}, {"GET", "/sign-in/back", "400", nil}, {"GET", "/sign-in/back?state=x&code=y", "400", nil},
	} {
		code, body, head := v.send(c.method, c.path, nil, c.header...)
		got := cmp.Or(head.Get("Location"), strconv.Itoa(code))
		if got != c.want {
			t.Errorf("%s %s %v: %s, want %s: %.200s", c.method, c.path, c.header, got, c.want, body)
		}
	}
	last := 0
	for range 200 {
		last, _, _ = v.send("GET", "/sign-in", nil)
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("who comes again and again: %d", last)
	}
}

// TestSignInHostile: a sign-in counts once, in the browser that began it, for a person
// who is let in, and by a token that the provider made for it.
func TestSignInHostile(t *testing.T) {
	base, _, p := signInServer(t)
	v := newVisitor(t, base)
	wantRefusal := func(what, address string, want int, words string) {
		t.Helper()
		if code, page, _ := v.send("GET", address, nil); code != want || !strings.Contains(page, words) {
			t.Errorf("%s: %d, want %d and %q\n%.2000s", what, code, want, words, page)
		}
		v.wantOut(what)
	}
	parts := func(back string) (state, code string) {
		u, err := url.Parse(back)
		if err != nil {
			t.Fatal(err)
		}
		return u.Query().Get("state"), u.Query().Get("code")
	}
	backWith := func(state, code string) string {
		return "/sign-in/back?" + url.Values{"state": {state}, "code": {code}}.Encode()
	}

	// Of another browser: somebody is to be signed in as another.
	back := v.atProvider("/sign-in/start", "ada")
	victim := newVisitor(t, base)
	if code, page, _ := victim.send("GET", back, nil); code != 400 || !strings.Contains(page, "not begun in this browser") {
		t.Errorf("begun in another browser: %d\n%s", code, page)
	}
	victim.wantOut("begun in another browser")
	state, code := parts(back)
	wantRefusal("a wrong state", backWith(state[:len(state)-1]+"x", code), 400, "not begun in this browser")
	wantRefusal("no state", "/sign-in/back?code="+url.QueryEscape(code), 400, "not begun in this browser")
	before := v.cookie()
	if code, _, _ := v.send("GET", back, nil); code != 303 || !v.isIn() {
		t.Fatalf("the right state: %d", code)
	}
	if after := v.cookie(); after == before {
		t.Error("the word of the session is that from before the sign-in")
	}
	if c, _, _ := newVisitor(t, base).send("GET", "/", nil, "Cookie", before); c != 303 {
		t.Errorf("the word from before the sign-in: %d", c)
	}
	v.send("POST", "/sign-out", nil)
	wantRefusal("the same again", back, 400, "used before")
	fresh, other := parts(v.atProvider("/sign-in/start", "ada"))
	wantRefusal("a code that was used", backWith(fresh, code), 400, "does not vouch")
	wantRefusal("the state that went with it", backWith(fresh, other), 400, "used before")
	fresh, _ = parts(v.atProvider("/sign-in/start", "ada"))
	wantRefusal("a made up code", backWith(fresh, "guess"), 400, "does not vouch")
	fresh, _ = parts(v.atProvider("/sign-in/start", "ada"))
	wantRefusal("the provider's no", "/sign-in/back?"+url.Values{"state": {fresh}, "error": {"<b>denied"}}.Encode(), 403, "&lt;b&gt;denied")
	// A code of another's sign-in, which PKCE binds to their browser.
	_, stolen := parts(newVisitor(t, base).atProvider("/sign-in/start", "ada"))
	fresh, _ = parts(v.atProvider("/sign-in/start", "gil"))
	wantRefusal("a stolen code", backWith(fresh, stolen), 400, "does not vouch")

	for _, c := range []struct{ user, words string }{{"eve", "Eve Stranger is not among"}, {"una", "is verified"}} {
		if code, page, _ := v.signIn(c.user, "/"); code != 403 || !strings.Contains(page, c.words) {
			t.Errorf("%s: %d\n%s", c.user, code, page)
		}
		v.wantOut(c.user)
	}

	for _, next := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "///evil.example", "/\t/evil.example", "javascript:alert(1)", "http:evil.example", "evil.example"} {
		if code, _, head := v.signIn("ada", next); code != 303 || head.Get("Location") != "/" {
			t.Errorf("next=%q leads to %d %q", next, code, head.Get("Location"))
		}
		v.send("POST", "/sign-out", nil)
	}

	kept := make(chan string, 1)
	p.swapped(func(token string) string { kept <- token; return token })
	v.signIn("ada", "/")
	v.send("POST", "/sign-out", nil)
	p.swapped(nil)
	mine := <-kept
	foreign := otherToken(t, p, base, "any")
	cut := strings.Split(mine, ".")
	unsigned := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + cut[1] + "."
	for what, token := range map[string]string{
		"of an earlier sign-in": mine, "without a signature": unsigned,
		"with another's signature": cut[0] + "." + cut[1] + "." + strings.Split(foreign, ".")[2], "that is none": "", "that is nonsense": "a.b.c",
	} {
		p.swapped(func(string) string { return token })
		if code, page, _ := v.signIn("ada", "/"); code != 400 || !strings.Contains(page, "does not vouch") {
			t.Errorf("a token %s: %d\n%s", what, code, page)
		}
		v.wantOut("a token " + what)
	}
	_, _, head := v.send("GET", "/sign-in/start", nil)
	begun, err := url.Parse(head.Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	p.swapped(nil)
	foreign = otherToken(t, p, base, begun.Query().Get("nonce"))
	p.swapped(func(string) string { return foreign })
	wantRefusal("a token made for another server", v.atProvider(begun.String(), "ada"), 400, "does not vouch")
}

// otherToken has another server, which knows the nonce of this one, sign Ada in; it
// gives the token that the provider makes for that one.
func otherToken(t *testing.T, p *provider, base, nonce string) string {
	t.Helper()
	v := newVisitor(t, base)
	back := v.atProvider(p.issuer+"/auth?"+url.Values{"client_id": {"other"}, "redirect_uri": {base + "/sign-in/back"}, "response_type": {"code"}, "scope": {"openid"}, "state": {"s"}, "nonce": {nonce}}.Encode(), "ada")
	u, err := url.Parse(back)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest("POST", p.issuer+"/oauth/token", strings.NewReader(url.Values{"grant_type": {"authorization_code"}, "code": {u.Query().Get("code")}, "redirect_uri": {base + "/sign-in/back"}}.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.SetBasicAuth("other", "secret of other")
	answer, err := http.DefaultClient.Do(r)
	if err != nil || answer.StatusCode != 200 {
		t.Fatalf("a token for the other server: %v %v", answer, err)
	}
	defer answer.Body.Close()
	var got struct {
		Token string `json:"id_token"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || got.Token == "" {
		t.Fatalf("the other server got no token: %v", err)
	}
	return got.Token
}

// TestSignInForeignForms: a form of another site signs nobody out and corrects nothing.
func TestSignInForeignForms(t *testing.T) {
	base, _, _ := signInServer(t)
	v := newVisitor(t, base)
	v.signIn("ada", "/")
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "http://evil.example"}, {"Origin", "null"}} {
		for _, path := range []string{"/sign-out", "/correct", "/examples"} {
			if code, _, _ := v.send("POST", path, nil, header...); code != 403 {
				t.Errorf("POST %s %v: %d", path, header, code)
			}
		}
	}
	if !v.isIn() {
		t.Error("somebody was signed out by another site")
	}
}

// TestSignInExpires: a session ends by itself.
func TestSignInExpires(t *testing.T) {
	base, _, _ := signInServer(t, "--session", "2s")
	v := newVisitor(t, base)
	if v.signIn("ada", "/"); !v.isIn() {
		t.Fatal("nobody is signed in")
	}
	time.Sleep(2100 * time.Millisecond)
	v.wantOut("after the time of a session")
}

// TestSignInWrongProvider: a server that could let nobody in does not start, and says
// why on one line.
func TestSignInWrongProvider(t *testing.T) {
	p := newProvider(t, "http://127.0.0.1:1")
	t.Setenv("DEMARCHE_OIDC_SECRET", "secret of demarche")
	_, port, _ := strings.Cut(strings.TrimPrefix(p.issuer, "http://"), ":")
	for issuer, want := range map[string]string{
		"http://127.0.0.1:" + port: "calls itself " + p.issuer + ": name it exactly so",
		p.issuer + "/":             "calls itself " + p.issuer + ": name it exactly so",
		p.issuer + "/none":         "there is no OpenID provider at " + p.issuer + "/none (404 Not Found: 404 page not found): name its issuer",
	} {
		cmd := exec.Command("demarche", "serve", "--db", filepath.Join(t.TempDir(), "record.db"), "--listen", "127.0.0.1:0", "--auth", "--oidc-issuer", issuer, "--oidc-client", "demarche", "--allow", "@example.org")
		said, _ := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != exitUsage || !strings.Contains(string(said), want) || strings.Count(string(said), "\n") != 1 {
			t.Errorf("%s: %v, %s", issuer, cmd.ProcessState, said)
		}
	}
}

// TestSignInWrongSecret: a provider that does not know the server lets nobody in, and
// the log says why.
func TestSignInWrongSecret(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("another secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	base, _, _ := signInServer(t, "--oidc-secret-file", secret)
	v := newVisitor(t, base)
	if code, page, _ := v.signIn("ada", "/"); code != 502 || !strings.Contains(page, "The log of the server says why") {
		t.Errorf("%d\n%s", code, page)
	}
	v.wantOut("a wrong secret")
}
