package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// writePair writes a new certificate of a name, which signs itself, and its key.
func writePair(t *testing.T, cert, key, name string) *x509.CertPool {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	public, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: public}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool := x509.NewCertPool()
	parsed, err := x509.ParseCertificate(public)
	if err != nil {
		t.Fatal(err)
	}
	pool.AddCert(parsed)
	return pool
}

// overTLS asks a server that must show a certificate of a pool.
func overTLS(t *testing.T, at, host string, pool *x509.CertPool) (*http.Response, error) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, DisableKeepAlives: true, TLSClientConfig: &tls.Config{RootCAs: pool}}}
	r, err := http.NewRequest("GET", "https://"+at+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	answer, err := client.Do(r)
	if err == nil {
		answer.Body.Close()
	}
	return answer, err
}

// TestServeTLS: a server speaks TLS of today, and shows a new certificate once its files
// are whole.
func TestServeTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	pool := writePair(t, cert, key, "first.example")
	at, _ := served(t, filepath.Join(dir, "record.db"), "--tls-cert", cert, "--tls-key", key, "--auth")
	answer, err := overTLS(t, at, "desk.example", pool)
	if err != nil || answer.StatusCode != 401 || answer.Proto != "HTTP/2.0" || answer.Header.Get("Strict-Transport-Security") == "" {
		t.Fatalf("%+v %v", answer, err)
	}
	for _, host := range []string{"localhost:8080", "127.0.0.1", "[::1]:8080"} {
		if answer, err := overTLS(t, at, host, pool); err != nil || answer.Header.Get("Strict-Transport-Security") != "" {
			t.Errorf("%s: all of this machine is to be encrypted: %v %v", host, answer, err)
		}
	}
	for version, want := range map[uint16]bool{tls.VersionTLS11: false, tls.VersionTLS12: true, tls.VersionTLS13: true} {
		c, err := tls.Dial("tcp", at, &tls.Config{RootCAs: pool, MinVersion: version, MaxVersion: version})
		if (err == nil) != want {
			t.Errorf("%s: %v", tls.VersionName(version), err)
		}
		if err == nil {
			c.Close()
		}
	}
	if code, _, _ := fetch(t, "GET", "http://"+at+"/", ""); code != 400 {
		t.Errorf("without TLS: %d", code)
	}
	if err := os.WriteFile(key, []byte("half a k"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := overTLS(t, at, "desk.example", pool); err != nil {
		t.Errorf("while the key is being written: %v", err)
	}
	fresh := writePair(t, cert, key, "second.example")
	answer, err = overTLS(t, at, "desk.example", fresh)
	if err != nil || answer.TLS.PeerCertificates[0].Subject.CommonName != "second.example" {
		t.Errorf("after the change: %v", err)
	}
	if _, err := overTLS(t, at, "desk.example", pool); err == nil {
		t.Error("the certificate from before the change is still shown")
	}
}

// TestSignInTLS: over TLS the word of a session travels only encrypted, and to this host
// only. Behind a server that speaks TLS the same holds.
func TestSignInTLS(t *testing.T) {
	base, _, p := signInServer(t, "--public-url", "https://desk.example")
	v := newVisitor(t, base)
	_, _, head := v.send("GET", "/sign-in/start", nil)
	cookie, err := http.ParseSetCookie(head.Get("Set-Cookie"))
	if err != nil || cookie.Name != "__Host-demarche" || !cookie.Secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" || cookie.Domain != "" {
		t.Errorf("the cookie is %v (%v)", cookie, err)
	}
	to, err := http.NewRequest("GET", head.Get("Location"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := to.URL.Query(); got.Get("redirect_uri") != "https://desk.example/sign-in/back" || got.Get("code_challenge_method") != "S256" || len(got.Get("nonce")) < 40 || len(got.Get("state")) < 40 || to.URL.Host != hostOf(p.issuer) {
		t.Errorf("the provider is asked %v", to.URL)
	}
	for origin, want := range map[string]int{"https://desk.example": http.StatusSeeOther, "https://evil.example": http.StatusForbidden} {
		if code, _, head := v.send("POST", "/sign-out", nil, "Origin", origin); code != want {
			t.Errorf("signing out from %s: %d %v", origin, code, head)
		}
	}
}

func hostOf(address string) string { return address[len("http://"):] }
