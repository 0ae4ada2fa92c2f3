package ledgertest

import (
	"bytes"
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
	_ "modernc.org/sqlite"             // the driver
)

// server is a PostgreSQL server in a folder of its own, shared by the tests of a
// package and ended by [Main].
var server struct {
	once sync.Once
	url  string // without the database's name
	why  string // why there is none
	stop func()
	n    int
	mu   sync.Mutex
}

// Main runs the tests of a package, and ends the server that they started.
func Main(m *testing.M) int {
	defer Stop()
	return m.Run()
}

// Stop ends the server, where one was started: for packages whose tests [Main] does
// not run. None can be had after it.
func Stop() {
	if server.stop != nil {
		server.stop()
		server.stop, server.why = nil, "it was stopped"
	}
}

// PostgresURL gives the address of a new, empty database, or skips the test and says
// why there is none.
func PostgresURL(t testing.TB) string {
	t.Helper()
	server.once.Do(start)
	if server.why != "" {
		t.Skip("no PostgreSQL server: ", server.why)
	}
	server.mu.Lock()
	server.n++
	name := fmt.Sprintf("record%d", server.n)
	server.mu.Unlock()
	db, err := sql.Open("pgx", server.url+"postgres")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return server.url + name
}

// binaries finds the newest installed server's folder.
func binaries() string {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		if p, err := exec.LookPath("initdb"); err == nil {
			return filepath.Dir(p)
		}
		return ""
	}
	return filepath.Dir(found[len(found)-1])
}

func start() {
	bin := binaries()
	if bin == "" {
		server.why = "it is not installed; on Debian, apt-get install postgresql"
		return
	}
	dir, err := os.MkdirTemp("", "demarche-postgres-")
	if err != nil {
		server.why = err.Error()
		return
	}
	fail := func(doing string, err error, out []byte) {
		server.why = fmt.Sprintf("%s: %v %s", doing, err, bytes.TrimSpace(out))
		os.RemoveAll(dir)
	}
	// The server refuses to run as root.
	var as *syscall.SysProcAttr
	if os.Getuid() == 0 {
		u, err := user.Lookup("postgres")
		if err != nil {
			u, err = user.Lookup("nobody")
		}
		if err != nil {
			fail("finding a user that is not root", err, nil)
			return
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
		if err := os.Chown(dir, uid, gid); err != nil {
			fail("giving away its folder", err, nil)
			return
		}
	}
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.SysProcAttr, cmd.Dir = as, dir
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+dir)
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := run("initdb", "-D", data, "-U", "demarche", "--auth=trust", "--no-sync", "-E", "UTF8").CombinedOutput(); err != nil {
		fail("initdb", err, out)
		return
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fail("finding a port", err, nil)
		return
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	var said bytes.Buffer
	cmd := run("postgres", "-D", data, "-p", strconv.Itoa(port), "-c", "listen_addresses=127.0.0.1", "-k", "", "-c", "fsync=off", "-c", "max_connections=50")
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		fail("starting it", err, nil)
		return
	}
	server.stop = func() {
		cmd.Process.Signal(os.Interrupt) // a fast shutdown
		cmd.Wait()
		os.RemoveAll(dir)
	}
	server.url = fmt.Sprintf("postgres://demarche@127.0.0.1:%d/", port)
	for try := 0; ; try++ {
		db, err := sql.Open("pgx", server.url+"postgres")
		if err == nil {
			err = db.Ping()
			db.Close()
		}
		if err == nil {
			return
		}
		if try == 100 {
			server.why = fmt.Sprintf("it does not answer: %v; %s", err, strings.TrimSpace(said.String()))
			server.stop()
			server.stop = nil
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}
