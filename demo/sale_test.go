package demo_test

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// run makes a small demonstration, checks it, and returns its result and the head of its journal. Nothing in it is worth a warning, such as
// of what wallets held of a token before it was deployed.
func run(t *testing.T, o demo.Options) (wire.Demonstration, ledger.Hash) {
	t.Helper()
	o.Months, o.Purchases, o.Database = 2, 30, filepath.Join(t.TempDir(), "demo.db")
	var log bytes.Buffer
	o.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelWarn}))
	o.Update = func(ctx context.Context, e *engine.Engine) error {
		if err := e.Sync(ctx, nil); err != nil {
			return err
		}
		_, err := e.RunJobs(ctx)
		return err
	}
	s, err := demo.Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	made := 0
	if err := s.RunMonths(t.Context(), func(done, _ int) { made = done }); err != nil {
		t.Fatal(err)
	}
	if made != o.Purchases {
		t.Errorf("%d purchases, want %d", made, o.Purchases)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	r, err := s.Result(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	state, err := s.Engine.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if log.Len() > 0 {
		t.Errorf("it warns: %s", &log)
	}
	return r, state.Ledger.Hash
}

func TestTheSameSeedMakesTheSameJournal(t *testing.T) {
	t.Parallel()
	first, one := run(t, demo.Options{Seed: 7})
	again, two := run(t, demo.Options{Seed: 7})
	if one != two {
		t.Errorf("heads %s and %s of one seed", one, two)
	}
	if first.Holders == 0 || first.Holders != again.Holders || first.Rewards != again.Rewards || first.Payouts != again.Payouts {
		t.Errorf("%+v and %+v of one seed", first, again)
	}
	if _, other := run(t, demo.Options{Seed: 8}); other == one {
		t.Error("another seed makes the same journal")
	}
}

func TestTheLastMonthCanStayOpen(t *testing.T) {
	t.Parallel()
	closed, _ := run(t, demo.Options{Seed: 7})
	open, _ := run(t, demo.Options{Seed: 7, LeaveOpen: true})
	if open.Payouts.Months != closed.Payouts.Months-1 {
		t.Errorf("%d months closed, and %d with the last one left open", closed.Payouts.Months, open.Payouts.Months)
	}
}
