package main

import (
	"bufio"
	"flag"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// many is how long TestServeMany has 64 readers; without it it is a short trial.
var many = flag.Duration("many", 0, "have 64 readers for that long")

var servedAt = regexp.MustCompile(`https?://([^/ ]+)/`)

// served starts a server on a record of its own and gives its address.
func served(t *testing.T, db string, args ...string) (address string, cmd *exec.Cmd) {
	t.Helper()
	cmd = exec.Command("demarche", append([]string{"serve", "--db", db, "--listen", "127.0.0.1:0"}, args...)...)
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	lines := bufio.NewReader(said)
	line, err := lines.ReadString('\n')
	m := servedAt.FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("the server said %q (%v)", line, err)
	}
	go io.Copy(io.Discard, lines)
	return m[1], cmd
}

// fetch sends a request and gives status and body.
func fetch(t *testing.T, method, url, body string, header ...string) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(text), answer.Header
}

// TestServe: a server that is open to this machine answers it and nobody else, and
// ends in order.
func TestServe(t *testing.T) {
	at, cmd := served(t, filepath.Join(t.TempDir(), "record.db"))
	base := "http://" + at
	for _, c := range []struct {
		method, path string
		header       []string
		want         int
	}{
		{"GET", "/", nil, 200}, {"GET", "/healthz", nil, 200}, {"GET", "/metrics", nil, 200}, {"GET", "/api/v1/dyads", nil, 200}, {"GET", "/none", nil, 404},
		{"GET", "/", []string{"Host", "evil.example"}, 421}, {"GET", "/", []string{"Host", "localhost:1"}, 200}, {"GET", "/", []string{"Host", "[::1]"}, 200},
		{"POST", "/examples", []string{"Sec-Fetch-Site", "cross-site"}, 403}, {"POST", "/examples", []string{"Origin", "http://evil.example"}, 403},
		{"POST", "/api/v1/corrections", []string{"Sec-Fetch-Site", "cross-site", "Content-Type", "application/json"}, 403},
		{"POST", "/examples", []string{"Sec-Fetch-Site", "same-origin"}, 200}, {"DELETE", "/report/x", nil, 404}, {"GET", "/../../etc/passwd", nil, 404},
	} {
		if code, body, _ := fetch(t, c.method, base+c.path, "", c.header...); code != c.want {
			t.Errorf("%s %s %v: %d, want %d: %.200s", c.method, c.path, c.header, code, c.want, body)
		}
	}
	_, text, _ := fetch(t, "GET", base+"/metrics", "")
	if !strings.Contains(text, `demarche_requests_total{code="200",method="get"}`) {
		t.Errorf("the metrics are %.500s", text)
	}
	if _, _, head := fetch(t, "GET", base+"/api/v1/reports", "", "Accept-Encoding", "gzip"); head.Get("Content-Encoding") != "gzip" {
		t.Errorf("it does not compress: %v", head)
	}
	const hello = `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`
	if code, text, _ := fetch(t, "POST", base+"/mcp", hello, "Content-Type", "application/json", "Accept", "application/json, text/event-stream"); code != 200 || !strings.Contains(text, `"docket"`) {
		t.Errorf("the tools are %d %.300s", code, text)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// TestServeTokens: with --auth a request needs a token that allows it, and guesses
// are held back.
func TestServeTokens(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	token := func(args ...string) string {
		t.Helper()
		out, err := exec.Command("demarche", append(append([]string{"token"}, args...), "--db", db)...).Output()
		if err != nil {
			t.Fatalf("token %v: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}
	read, add, correct, ended := token("new", "reader"), token("new", "feed", "--scope", "read,add"), token("new", "analyst", "--scope", "read", "--scope", "correct"), token("new", "gone")
	token("end", "gone")
	if list := token("list"); strings.Contains(list, read) || !strings.Contains(list, "feed  read,add  since ") || !strings.Contains(list, "ended") {
		t.Errorf("the list is %s", list)
	}
	at, _ := served(t, db, "--auth")
	base := "http://" + at
	const sent = `{"reports":[{"id":"a","date":"2021-11-30","text":"Russia expelled two Austrian diplomats."}]}`
	const gone = `{"report":"a","name":"A","reason":"b"}`
	const wrong = `{"do":"reject","event":"none","name":"A","reason":"b"}`
	for _, c := range []struct {
		method, path, body, token string
		want                      int
	}{
		{"POST", "/api/v1/code", sent, read, 200}, {"POST", "/api/v1/code", sent, "", 401}, {"POST", "/api/v1/code", sent, add, 200}, {"GET", "/api/v1/lint", "", read, 200},
		{"POST", "/api/v1/recode", "", read, 403}, {"POST", "/api/v1/recode", "", add, 403}, {"POST", "/api/v1/recode", "", correct, 200},
		{"GET", "/healthz", "", "", 200}, {"GET", "/", "", "", 401}, {"GET", "/metrics", "", "", 401}, {"GET", "/", "", ended, 401}, {"GET", "/", "", "dmr_guess", 401}, {"GET", "/", "", read, 200},
		{"POST", "/api/v1/reports", sent, read, 403}, {"POST", "/api/v1/reports", sent, correct, 403}, {"POST", "/api/v1/reports", sent, add, 200},
		{"POST", "/api/v1/corrections", wrong, add, 403}, {"POST", "/api/v1/corrections", wrong, correct, 404}, {"POST", "/api/v1/erasures", gone, add, 403}, {"POST", "/api/v1/erasures", gone, correct, 204}, {"GET", "/api/v1/reports/a", "", read, 410}, {"GET", "/report/a", "", read, 410}, {"POST", "/correct", "", read, 403}, {"POST", "/examples", "", read, 403},
	} {
		header := []string{"Content-Type", "application/json"}
		if c.token != "" {
			header = append(header, "Authorization", "Bearer "+c.token)
		}
		if code, body, _ := fetch(t, c.method, base+c.path, c.body, header...); code != c.want {
			t.Errorf("%s %s: %d, want %d: %.200s", c.method, c.path, code, c.want, body)
		}
	}
	r, err := http.NewRequest("GET", base+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.SetBasicAuth("anyone", read)
	if answer, err := http.DefaultClient.Do(r); err != nil || answer.StatusCode != 200 {
		t.Errorf("as a password: %v %v", answer, err)
	} else {
		answer.Body.Close()
	}
	last := 0
	for range 20 {
		last, _, _ = fetch(t, "GET", base+"/", "", "Authorization", "Bearer dmr_guess")
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the twentieth guess: %d", last)
	}
}

// TestServeMany: readers are answered while reports are added.
func TestServeMany(t *testing.T) {
	at, _ := served(t, filepath.Join(t.TempDir(), "record.db"))
	base := "http://" + at
	fetch(t, "POST", base+"/examples", "")
	readers, during := 8, time.Second
	if *many > 0 {
		readers, during = 64, *many
	}
	end := time.Now().Add(during)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var took []time.Duration
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers}}
	for n := range readers {
		wg.Go(func() {
			paths := []string{"/RUS-USA", "/", "/report/2018-03-26-united-states-russia", "/api/v1/dyads/RUS-USA/brief", "/search?q=Seattle"}
			for i := n; time.Now().Before(end); i++ {
				began := time.Now()
				answer, err := client.Get(base + paths[i%len(paths)])
				if err != nil {
					t.Error(err)
					return
				}
				_, err = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if err != nil || answer.StatusCode != 200 {
					t.Errorf("%s: %d, %v", paths[i%len(paths)], answer.StatusCode, err)
				}
				mu.Lock()
				took = append(took, time.Since(began))
				mu.Unlock()
				time.Sleep(100 * time.Millisecond) // nobody reads faster
			}
		})
	}
	added := 0
	for ; time.Now().Before(end); added++ {
		sent := `{"reports":[{"id":"w` + time.Now().Format("150405.000000000") + `","date":"2021-11-30","text":"Russia expelled ` + []string{"two", "three", "four"}[added%3] + ` Austrian diplomats on Monday."}]}`
		if code, body, _ := fetch(t, "POST", base+"/api/v1/reports", sent, "Content-Type", "application/json"); code != 200 {
			t.Fatalf("%d %s", code, body)
		}
		time.Sleep(50 * time.Millisecond)
	}
	wg.Wait()
	slices.Sort(took)
	t.Logf("%d readers, %d answers, %d reports added; half within %v, 99 of 100 within %v, the last %v", readers, len(took), added, took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
}
