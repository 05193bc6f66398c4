// Package pgtest gives tests an empty PostgreSQL database each.
//
// Guarantees:
//   - One throw-away server a test binary, started when the first test asks and reachable only through a socket in a
//     folder that nobody else may enter. Where benchmarks are asked for it syncs to disk like a real one; for tests, which kill
//     processes and never the machine, it does not.
//   - No server outlives the tests: Main stops it, and the kernel stops it when the test process is killed.
//   - Every URL is a new and empty database.
//
// Not guaranteed: a test process that is killed leaves its folder in the folder for temporary files.
//
// With NODELEDGER_TEST_POSTGRES set to the URL of a server where databases may be created, that server is used instead.
package pgtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Variable names a server to use instead of a throw-away one.
const Variable = "NODELEDGER_TEST_POSTGRES"

var shared struct {
	once   sync.Once
	server *server
	admin  string // URL of a database to create others from
	err    error
	count  atomic.Uint64
}

// Main runs a package's tests, stops the server that they started, and calls what is to be done after them. Call it from
// TestMain; it ends the process.
func Main(m *testing.M, after ...func()) {
	code := m.Run()
	for _, f := range after {
		f()
	}
	if shared.server != nil {
		if err := shared.server.stop(); err != nil {
			fmt.Fprintln(os.Stderr, "pgtest:", err)
			code = max(code, 1)
		}
	}
	os.Exit(code)
}

// URL makes an empty database and returns its postgres:// URL; the database is dropped when the test ends. Without a
// server and without the programs to start one the test fails, saying what to install.
func URL(t testing.TB) string {
	t.Helper()
	return create(t, "template0")
}

// Copy makes a copy of a database that nobody is connected to, by its URL, and returns the URL of the copy, which is dropped when the
// test ends.
func Copy(t testing.TB, of string) string {
	t.Helper()
	u, err := url.Parse(of)
	if err != nil {
		t.Fatalf("pgtest: %s is not a postgres:// URL", of)
	}
	return create(t, u.Path[1:])
}

func create(t testing.TB, template string) string {
	t.Helper()
	shared.once.Do(func() {
		if shared.admin = os.Getenv(Variable); shared.admin != "" {
			return
		}
		if shared.server, shared.err = start(); shared.err == nil {
			shared.admin = shared.server.url()
		}
	})
	if shared.err != nil {
		t.Fatalf("pgtest: %v", shared.err)
	}
	name := fmt.Sprintf("nodeledger_test_%d_%d", os.Getpid(), shared.count.Add(1))
	administer(t, "CREATE DATABASE "+name+" TEMPLATE "+template)
	t.Cleanup(func() { administer(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	u, err := url.Parse(shared.admin)
	if err != nil {
		t.Fatalf("pgtest: %s is not a postgres:// URL", Variable)
	}
	u.Path = "/" + name
	return u.String()
}

func administer(t testing.TB, statement string) {
	t.Helper()
	ctx := context.Background()
	c, err := pgx.Connect(ctx, shared.admin)
	if err != nil {
		t.Fatalf("pgtest: the server does not answer: %v", err)
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, statement); err != nil {
		t.Fatalf("pgtest: %s: %v", statement, err)
	}
}
