package pgtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// WithoutReplica lets the server wait with every commit for a replica that is not there, until the function that it returns is called, or
// the test ends. All of the server's databases wait, so a test that calls it is not one that runs beside others.
func WithoutReplica(t testing.TB) (end func()) {
	t.Helper()
	wait(t, "nobody", context.DeadlineExceeded)
	ended := false
	end = func() {
		if !ended {
			ended = true
			wait(t, "", nil)
		}
	}
	t.Cleanup(end)
	return end
}

// wait sets for which replicas commits wait, and sees that they do.
func wait(t testing.TB, names string, want error) {
	t.Helper()
	ctx := context.Background()
	c, err := pgx.Connect(ctx, shared.admin)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	for _, statement := range []string{"ALTER SYSTEM SET synchronous_standby_names = '" + names + "'", "SELECT pg_reload_conf()"} {
		if _, err := c.Exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	for {
		if err := tryCommit(); errors.Is(err, want) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// tryCommit commits something that a replica has to have.
func tryCommit() error {
	ctx := context.Background()
	c, err := pgx.Connect(ctx, shared.admin)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	within, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	_, err = c.Exec(within, "SELECT pg_logical_emit_message(true, 'pgtest', '')")
	return err
}
