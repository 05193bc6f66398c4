package cluster

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// server is a member that runs until it is stopped.
type server struct {
	*Member
	stop func()
}

func join(t *testing.T, books string) server {
	t.Helper()
	m, err := Open(t.Context(), books, NewName(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- m.Run(ctx) }()
	s := server{m, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		ended <- nil
	}}
	t.Cleanup(func() {
		s.stop()
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// until waits for something, a while longer than a lease lasts.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * Lasting); !is(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what)
		}
	}
}

func TestOneOfSeveralServersLeads(t *testing.T) {
	t.Parallel()
	books := pgtest.URL(t)
	first := join(t, books)
	until(t, "nobody leads", func() bool { return first.Status().Leads })
	second, third := join(t, books), join(t, books)
	until(t, "the servers do not see each other", func() bool { return second.Status().Servers >= 2 && third.Status().Servers == 3 })
	if second.Status().Leads || third.Status().Leads {
		t.Fatal("two lead")
	}
	before := first.Status().Token
	leading, done, ok := first.Lead(t.Context())
	if !ok {
		t.Fatal("the leader does not lead")
	}
	defer done()
	first.stop()
	if !errors.Is(context.Cause(leading), ErrDeposed) {
		t.Errorf("what the leader did goes on: %v", context.Cause(leading))
	}
	until(t, "nobody took over", func() bool { return second.Status().Leads || third.Status().Leads })
	if after := second.Status().Token + third.Status().Token; after <= before {
		t.Errorf("the token went from %d to %d", before, after)
	}
}
