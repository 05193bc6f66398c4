package e2e_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// database is where the books of a faulty world are: a PostgreSQL server that can be cut off, or a file that somebody else can lock.
type database struct {
	dsn   string // what the books are opened with
	line  *line  // to a PostgreSQL server
	admin string // the server itself
	file  string // of SQLite
}

func newDatabase(t *testing.T, dsn string) *database {
	t.Helper()
	if !strings.HasPrefix(dsn, "postgres") {
		return &database{dsn: dsn, file: dsn}
	}
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	network, address := "tcp", net.JoinHostPort(config.Host, fmt.Sprint(config.Port))
	if strings.HasPrefix(config.Host, "/") {
		network, address = "unix", filepath.Join(config.Host, fmt.Sprintf(".s.PGSQL.%d", config.Port))
	}
	l := newLine(t, network, address)
	through := url.URL{
		Scheme: "postgres", User: url.UserPassword(config.User, config.Password), Host: l.listener.Addr().String(), Path: "/" + config.Database,
		RawQuery: "sslmode=disable",
	}
	return &database{dsn: through.String(), line: l, admin: dsn}
}

// endBackends ends every connection to the database, as an administrator or a restart does, and waits until they are gone.
func (d *database) endBackends(ctx context.Context) error {
	c, err := pgx.Connect(ctx, d.admin)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	_, err = c.Exec(ctx, "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "+
		"WHERE datname = current_database() AND pid <> pg_backend_pid()")
	return err
}

// line carries connections to a server until it is cut.
type line struct {
	listener net.Listener
	network  string
	address  string
	answers  atomic.Int64 // that it still carries before it is cut by itself; below zero: as many as come

	mu   sync.Mutex
	open map[net.Conn]bool
	down bool
}

func newLine(t *testing.T, network, address string) *line {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &line{listener: listener, network: network, address: address, open: map[net.Conn]bool{}}
	l.answers.Store(-1)
	t.Cleanup(func() { listener.Close(); l.cut() })
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			go l.carry(near)
		}
	}()
	return l
}

func (l *line) carry(near net.Conn) {
	defer near.Close()
	far, err := net.Dial(l.network, l.address)
	if err != nil {
		return
	}
	defer far.Close()
	l.mu.Lock()
	down := l.down
	l.open[near], l.open[far] = true, true
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		delete(l.open, near)
		delete(l.open, far)
		l.mu.Unlock()
	}()
	if down {
		return
	}
	go func() { _, _ = io.Copy(far, near); far.Close() }()
	part := make([]byte, 64<<10)
	for {
		n, err := far.Read(part)
		if err != nil {
			return
		}
		if left := l.answers.Load(); left >= 0 && l.answers.Add(-1) < 0 {
			l.cut() // this answer is lost: what was asked for is done
			return
		}
		if _, err := near.Write(part[:n]); err != nil {
			return
		}
	}
}

// cut ends every connection, and those that come, until the line is mended.
func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = true
	for c := range l.open {
		c.Close()
	}
}

// cutAfter cuts the line when so many more answers were carried.
func (l *line) cutAfter(answers int) { l.answers.Store(int64(answers)) }

func (l *line) mend() {
	l.answers.Store(-1)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.down = false
}

// lockVariable names a SQLite file that a second process of the test binary locks.
const lockVariable = "NODELEDGER_TEST_LOCK"

// keepLocked is that second process: it writes in the file, without end, until somebody closes its input.
func keepLocked(file string) error {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+"?_txlock=immediate&_pragma=busy_timeout(20000)")
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	fmt.Println("locked")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return tx.Rollback()
}

// lock has another process lock the file of the books, until release is called.
func (d *database) lock(t *testing.T) (release func() error) {
	t.Helper()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), lockVariable+"="+d.file)
	in, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	other.Stderr = os.Stderr
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); err != nil || said != "locked\n" {
		t.Fatalf("the other process says %q: %v", said, err)
	}
	return func() error {
		if err := in.Close(); err != nil {
			return err
		}
		return other.Wait()
	}
}
