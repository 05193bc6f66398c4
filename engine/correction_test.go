package engine_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
)

// TestAWrongExplanationIsCorrected: what a stray payment was said to be is taken back and said anew, while its month is open and when it
// is closed, of which what its reports said stays.
func TestAWrongExplanationIsCorrected(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { correction(t, open(t, "books.db")) })
	t.Run("postgresql", func(t *testing.T) {
		s, err := store.Connect(context.Background(), pgtest.URL(t))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		correction(t, s)
	})
}

func correction(t *testing.T, s *store.Store) {
	ctx := context.Background()
	w := newWorld(3)
	e := startPaying(t, s, w)
	staff(t, e)
	w.Mine(w.Buy(50, 0, 5))
	w.pay(ledger.Wallet{19: 99}, 5_000_000, false)
	w.upTo(t, e, on(4, 20))
	var key string
	e.Payouts(func(b *payout.Book) { key = b.Exceptions()[0].Key })
	say := func(nature payout.Nature, source string) fold.ResolveBody {
		return fold.ResolveBody{Exception: key, Reason: "so it was", Nature: nature, Source: source}
	}
	stands := func(costs, owners string) {
		t.Helper()
		same(t, "costs", net(t, s, "expenses:cost:dapp"), costs)
		same(t, "the owners", net(t, s, "equity:owners"), owners)
		same(t, "suspense", net(t, s, "equity:suspense"), "0 USDT")
	}
	refusal(t, problem.NotFound, "there is no explained exception")(e.CorrectPayment(ctx, ann, say(payout.Expense, "dapp")))
	done(t)(e.ResolvePayment(ctx, ann, say(payout.Expense, "dapp")))
	stands("5 USDT", "0 USDT")
	refusal(t, problem.Conflict, "recorded before with other content")(e.ResolvePayment(ctx, ann, say(payout.Withdrawal, "")))
	refusal(t, problem.Conflict, "is already closed")(e.ResolvePayment(ctx, bob, say(payout.Withdrawal, "")))
	done(t)(e.CorrectPayment(ctx, ann, say(payout.Withdrawal, "")))
	stands("0 USDT", "5 USDT")
	if err := e.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, on(5, 3))
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	april := func() string {
		b, err := s.BalanceAt(ctx, ledger.Place{Account: ledger.Owners(), Asset: usdt}, on(5, 1))
		if err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	same(t, "the owners at the end of April", april(), "5 USDT")
	done(t)(e.CorrectPayment(ctx, bob, say(payout.Expense, "dapp")))
	stands("5 USDT", "0 USDT")
	same(t, "the owners at the end of April, after a correction in May", april(), "5 USDT")
	verified(t, s)
	again := open(t, "again.db")
	head, err := engine.Rebuild(ctx, paying(t), s, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	state, err := s.State(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the rebuilt head", head.String(), state.Ledger.String())
}
