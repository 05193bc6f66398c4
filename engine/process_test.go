package engine_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// livedOn checks that the fold of an engine that lived through everything is the one that is made of the inputs.
func livedOn(t *testing.T, e *engine.Engine, p *program.Program, s engine.Store) {
	t.Helper()
	made, err := fold.Restore(context.Background(), p, s)
	if err != nil {
		t.Fatal(err)
	}
	var lived string
	e.View(func(f *fold.Fold, _ engine.State) { lived = describe(f) })
	if again := describe(made); lived != again {
		a, b := strings.Split(lived, "\n"), strings.Split(again, "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("the fold says\n%s\nand made anew\n%s", a[i], b[i])
			}
		}
		t.Fatal("one fold knows more than the other")
	}
	advances(t, p, s, lived)
}

// funded is books with three holders, staff and revenue, their chain final past April, and the process that made them.
func funded(t *testing.T) (*world, engine.Store, *engine.Engine) {
	t.Helper()
	s := open(t, "books.db")
	w, e := fundedIn(t, s)
	return w, s, e
}

// fundedIn is funded with books in a store.
func fundedIn(t *testing.T, s engine.Store) (*world, *engine.Engine) {
	t.Helper()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	for len(w.Blocks) < 12*20 {
		w.Mine()
	}
	w.Finalise(0)
	e := startPaying(t, s, w)
	if err := e.Sync(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	done(t)(e.RecordRevenue(context.Background(), ann, "april",
		fold.RevenueRow{Source: "dapp", Amount: "0.01", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}))
	return w, e
}

// onBoth runs a test on books in SQLite and in PostgreSQL.
func onBoth(t *testing.T, test func(t *testing.T, s engine.Store)) {
	t.Helper()
	onBothAt(t, func(t *testing.T, s engine.Store, _ string) { test(t, s) })
}

// onBothAt is onBoth for a test that needs to know the books' place.
func onBothAt(t *testing.T, test func(t *testing.T, s engine.Store, dsn string)) {
	t.Helper()
	onBothDatabases(t, func(t *testing.T, dsn string) {
		s, err := store.Connect(context.Background(), dsn)
		fatal(t, err)
		t.Cleanup(func() { s.Close() })
		test(t, s, dsn)
	})
}

// letOutOf is funded with the run "one" of April, which was exported.
func letOutOf(t *testing.T) (*world, engine.Store, *engine.Engine) {
	t.Helper()
	w, s, e := funded(t)
	done(t)(e.CloseMonth(context.Background(), ann, "2024-04"))
	done(t)(e.PreparePayout(context.Background(), ann, "one", "USDT", payout.Transfer))
	letOut(t, e, "one")
	return w, s, e
}

// done fails the test unless something was recorded, now.
func done(t *testing.T) func(receipt engine.Receipt, err error) {
	return func(receipt engine.Receipt, err error) {
		t.Helper()
		if receipt.AlreadyRecorded || receipt.Sequence == 0 || err != nil {
			t.Fatalf("%+v: %v", receipt, err)
		}
	}
}

// refusal fails the test unless something was refused with these words, for this reason.
func refusal(t *testing.T, why problem.Kind, words string) func(receipt engine.Receipt, err error) {
	return func(receipt engine.Receipt, err error) {
		t.Helper()
		of := problem.Of(err)
		if receipt != (engine.Receipt{}) || of == nil || of.Kind != why || !strings.Contains(of.Text+strings.Join(of.Details(), "\n"), words) {
			t.Fatalf("%+v: %v, want %q because %v", receipt, err, words, why)
		}
	}
}

func rebuilt(t *testing.T, s engine.Store) {
	t.Helper()
	rebuiltBy(t, s, paying(t))
}

// rebuiltBy is rebuilt by a text of the program; nil: by the books' own.
func rebuiltBy(t *testing.T, s engine.Store, p *program.Program) {
	t.Helper()
	head, err := engine.Rebuild(context.Background(), p, s, open(t, "again.db"), nil)
	if err != nil {
		t.Fatal(err)
	}
	state, err := s.State(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "rebuilt head", head.String(), state.Ledger.String())
}

// Two processes keep one program's books, a server and a command line. What the one records moves no cursor, and the other
// must know it before it decides anything.
func TestAProcessKnowsWhatTheOtherRecorded(t *testing.T) {
	ctx := context.Background()
	w, s, here := funded(t)
	there := startPaying(t, s, w)
	done(t)(here.CloseMonth(ctx, ann, "2024-04"))
	if again, err := there.CloseMonth(ctx, bob, "2024-04"); !again.AlreadyRecorded || err != nil {
		t.Fatalf("a month that the other process closed: again %v, %v", again, err)
	}
	refusal(t, problem.Invalid, "up to which months are closed")(there.RecordRevenue(ctx, ann, "late",
		fold.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 21, 0, 0, 0, 0, time.UTC)}))
	done(t)(here.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question"))
	done(t)(there.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	there.Payouts(func(b *payout.Book) {
		if got := b.Run("april").Wallets(); !slices.Equal(got, []ledger.Wallet{{19: 52}}) {
			t.Errorf("a wallet that was held back in the other process is paid: %v", got)
		}
	})
	done(t)(here.StepPayout(ctx, ann, "april", payout.Propose, ""))
	done(t)(here.StepPayout(ctx, ann, "april", payout.Cancel, "a mistake"))
	refusal(t, problem.Conflict, "cancelled")(approve(there, bob, "april"))

	// A run that the command line let out is settled by the server.
	done(t)(here.PreparePayout(ctx, ann, "april-2", "USDT", payout.Transfer))
	done(t)(here.StepPayout(ctx, ann, "april-2", payout.Propose, ""))
	done(t)(approve(here, bob, "april-2"))
	w.pay(ledger.Wallet{19: 52}, 2000, false)
	w.Finalise(0)
	if err := there.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	there.Payouts(func(b *payout.Book) {
		if r := b.Run("april-2"); r.State != payout.Settled || len(b.Exceptions()) != 0 {
			t.Errorf("%s, with the exceptions %v", r.State, b.Exceptions())
		}
	})
	done(t)(here.RecordOperator(ctx, ann, "bob-goes", operatorGoes("bob")))
	refusal(t, problem.NotAuthenticated, "revoked")(there.RecordRevenue(ctx, bob, "gone",
		fold.RevenueRow{Source: "dapp", Amount: "1", At: w.Now()}))
	livedOn(t, there, paying(t), s)
	verified(t, s)
	rebuilt(t, s)
}

// meddled is a store to which somebody else writes right before it commits.
type meddled struct {
	engine.Store
	meddle func()
	looks  int
}

func (m *meddled) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	if m.looks--; m.looks == 0 {
		m.meddle()
	}
	return m.Store.Commit(ctx, c)
}

// Whoever comes second catches up and decides anew, without being told to.
func TestWhoeverComesSecondDecidesAnew(t *testing.T) {
	ctx := context.Background()
	w, s, here := funded(t)
	m := &meddled{Store: s, meddle: func() { done(t)(here.CloseMonth(ctx, ann, "2024-04")) }}
	there := startPaying(t, m, w)
	m.looks = 1
	if receipt, err := there.CloseMonth(ctx, bob, "2024-04"); !receipt.AlreadyRecorded || err != nil {
		t.Fatalf("%+v: %v", receipt, err)
	}
	m.looks, m.meddle = 1, func() { done(t)(here.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question")) }
	done(t)(there.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	there.Payouts(func(b *payout.Book) {
		if got := b.Run("april").Wallets(); !slices.Equal(got, []ledger.Wallet{{19: 52}}) {
			t.Errorf("a wallet that was held back in the other process is paid: %v", got)
		}
	})
	livedOn(t, there, paying(t), s)
	rebuilt(t, s)
}

// dying is a store that answers nothing any more from its next commit on.
type dying struct {
	engine.Store
	dead bool
}

func (d *dying) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	d.dead = true
	return ledger.Head{}, errCrash
}

func (d *dying) State(ctx context.Context) (engine.State, error) {
	if d.dead {
		return engine.State{}, errCrash
	}
	return d.Store.State(ctx)
}

// While the database is away the engine still answers readers, and when it is back the fold is that of the books.
func TestADatabaseThatGoesAwayLeavesAnAnswer(t *testing.T) {
	ctx := context.Background()
	w, s, _ := funded(t)
	d := &dying{Store: s}
	e := startPaying(t, d, w)
	if _, err := e.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question"); !errors.Is(err, errCrash) {
		t.Fatal(err)
	}
	if registry := e.Operators(); registry.Empty() {
		t.Error("the operators are forgotten")
	}
	if _, err := e.CloseMonth(ctx, ann, "2024-04"); !errors.Is(err, errCrash) {
		t.Fatal(err)
	}
	d.dead = false
	d.Store = s
	w.pay(ledger.Wallet{19: 52}, 1, false)
	if err := e.Sync(ctx, nil); !errors.Is(err, errCrash) {
		t.Fatal(err) // its commit fails; what was refused before is gone from the fold
	}
	d.dead = false
	if err := e.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	livedOn(t, e, paying(t), s)
	e.Payouts(func(b *payout.Book) {
		if len(b.Holds()) != 0 {
			t.Error("what was never written is remembered")
		}
	})
}
