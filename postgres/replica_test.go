package postgres

import (
	"context"
	"database/sql"
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/stdlib"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// What PostgreSQL commits and stops waiting for is answered as if it were on the replica. It is noticed, and waited for.
func TestACommitThatTheReplicaDoesNotHaveIsNotAnswered(t *testing.T) {
	ctx := t.Context()
	config, err := Config(pgtest.URL(t), map[string]string{"application_name": "writer"})
	if err != nil {
		t.Fatal(err)
	}
	pool := stdlib.OpenDB(*config)
	defer pool.Close()
	must := func(_ sql.Result, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	must(conn.ExecContext(ctx, "CREATE TABLE fact (n int)"))
	if err := Settle(ctx, conn); err != nil {
		t.Fatal("where commits wait for nobody:", err)
	}
	back := pgtest.WithoutReplica(t)

	// The server answers as usual when somebody ends the wait.
	written := make(chan error, 1)
	go func() {
		_, err := conn.ExecContext(ctx, "INSERT INTO fact VALUES (1)")
		written <- err
	}()
	endWait(ctx, t, pool)
	if err := <-written; err != nil {
		t.Fatal("PostgreSQL reports the commit, which is what this is about:", err)
	}
	if facts := count(ctx, t, pool); facts != 1 {
		t.Fatalf("%d facts can be read", facts)
	}
	short, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	if err := Settle(short, conn); !errors.Is(err, context.DeadlineExceeded) {
		t.Error("settled without the replica:", err)
	}

	// Nor does anybody else know that it is there, until the replica is back. That somebody ends this wait too changes nothing.
	other, err := pool.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	there := make(chan error, 1)
	go func() { there <- Replicated(ctx, other) }()
	for range 3 {
		endWait(ctx, t, pool)
	}
	select {
	case err := <-there:
		t.Fatal("answered without the replica:", err)
	default:
	}
	back()
	if err := <-there; err != nil {
		t.Error(err)
	}
}

// endWait ends the wait of a connection for the replica, as an administrator can, or statement_timeout.
func endWait(ctx context.Context, t *testing.T, pool *sql.DB) {
	t.Helper()
	for {
		var ended int
		if err := pool.QueryRowContext(ctx, `SELECT count(*) FILTER (WHERE pg_cancel_backend(pid)) FROM pg_stat_activity
			WHERE application_name = 'writer' AND wait_event = 'SyncRep'`).Scan(&ended); err != nil {
			t.Fatal(err)
		}
		if ended > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func count(ctx context.Context, t *testing.T, pool *sql.DB) (n int) {
	t.Helper()
	if err := pool.QueryRowContext(ctx, "SELECT count(*) FROM fact").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
