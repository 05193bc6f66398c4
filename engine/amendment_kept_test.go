package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// What was gathered into a payout is not asked back: the fund bears it, and the next month pays it off first.
func TestWhatWasPaidTooMuchIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := twoMonths(t, s, paying(t), func(e *engine.Engine, month string) {
			done(t)(e.PreparePayout(ctx, ann, month, "USDT", payout.Transfer))
		})
		lines := runLines(e)
		a := amendByTwo(t, e, amended(t))
		same(t, "kept", fmt.Sprint(a.Kept), fmt.Sprint([]fold.KeptShare{{Wallet: ledger.Wallet{19: 52}, Amount: units(1111)}}))
		same(t, "what is owed", shares(t, s), "-0.000112 USDT, 0 USDT, 0.000111 USDT") // 3,500 came, 500 and 3,111 went
		same(t, "the runs", runLines(e), lines)
		w.upTo(t, e, on(7, 2))
		done(t)(e.RecordRevenue(ctx, ann, "june", fold.RevenueRow{Source: "dapp", Amount: "0.003", At: on(6, 20)}))
		done(t)(e.CloseMonth(ctx, ann, "2024-06"))
		same(t, "what is owed after June", shares(t, s), "-0.000362 USDT, -0.001 USDT, -0.000139 USDT") // 1,389 of 1,250
		unbent(t, s, e, paying(t), amended(t))
	})
}

// What was kept is an advance: a later raise of what was lowered owes nobody twice, and the fund gets back what it bore.
func TestWhatWasKeptIsSetOff(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		first := paying(t)
		_, e := twoMonths(t, s, first, func(e *engine.Engine, month string) {
			done(t)(e.PreparePayout(ctx, ann, month, "USDT", payout.Transfer))
		})
		lines, owed := runLines(e), shares(t, s)
		amendByTwo(t, e, amended(t))
		partly := payingBut(t, "{ nodes: 20, amount: 0.002 }", "{ nodes: 20, amount: 0.0015 }")
		a := proposeAmendment(t, e, "partly", partly)
		same(t, "kept and set off", fmt.Sprint(a.Kept, len(a.SetOff)), "[] 1")
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(partly), a.Hash))
		same(t, "owed by half", net(t, s, ledger.Share(ledger.Wallet{19: 52}).String()), "0 USDT") // 3,000 is right, and 3,111 went
		back := paying(t)
		a = proposeAmendment(t, e, "back", back)
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(back), a.Hash))
		same(t, "owed by the first rules again", shares(t, s), owed)
		same(t, "the runs", runLines(e), lines)
		unbent(t, s, e, first, back)
	})
}

// proposeAmendment has ann propose a text that amends, and says what it corrects.
func proposeAmendment(t *testing.T, e *engine.Engine, reference string, next *program.Program) *fold.Amendment {
	t.Helper()
	done(t)(e.ProposeProgram(context.Background(), ann, reference, next, "a typo in a bracket", true))
	_, a, err := e.Amendment(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// However often texts amend and runs gather in between: what a holder got and is owed is what the text in force gives, or, where that is
// less, what was gathered.
func TestNobodyGetsAShareTwice(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		random := rand.New(rand.NewPCG(7, 11))
		_, e := twoMonths(t, s, paying(t), func(*engine.Engine, string) {})
		for n := range 14 {
			if random.IntN(2) == 0 {
				_, err := e.PreparePayout(ctx, ann, fmt.Sprint("run-", n), "USDT", payout.Transfer)
				if err != nil && problem.KindOf(err) != problem.Conflict { // there may be nothing to gather
					t.Fatal(err)
				}
			} else {
				next := payingBut(t, "{ nodes: 5, amount: 0.000250 }", fmt.Sprintf("{ nodes: 5, amount: 0.%06d }", 1+random.IntN(900)),
					"{ nodes: 20, amount: 0.002 }", fmt.Sprintf("{ nodes: 20, amount: 0.%06d }", 901+random.IntN(4000)))
				a := proposeAmendment(t, e, fmt.Sprint("text-", n), next)
				done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), a.Hash))
			}
			for _, wallet := range []byte{51, 52} {
				right, gathered := rightOf(t, e, wallet), gatheredOf(e, wallet)
				want := new(big.Int).Sub(right, gathered)
				if want.Sign() < 0 {
					want.SetInt64(0)
				}
				owed := owedTo(t, s, wallet)
				if owed.Cmp(want) != 0 {
					t.Fatalf("after step %d wallet %d is owed %s: %s is right and %s was gathered", n, wallet, owed, right, gathered)
				}
			}
		}
		verifiedWholly(t, s)
		rebuiltBy(t, s, nil)
	})
}

// rightOf is what the closed months give a wallet by the text in force.
func rightOf(t *testing.T, e *engine.Engine, wallet byte) *big.Int {
	t.Helper()
	sum := new(big.Int)
	for _, slot := range []string{"2024-04", "2024-05"} {
		m, err := e.Month(context.Background(), slot)
		if err != nil {
			t.Fatal(err)
		}
		if i, ok := m.Find(ledger.Wallet{19: wallet}); ok {
			sum.Add(sum, m.Share(i).Big())
		}
	}
	return sum
}

// gatheredOf is what runs gathered of a wallet.
func gatheredOf(e *engine.Engine, wallet byte) *big.Int {
	sum := new(big.Int)
	e.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			for _, w := range r.Wallets() {
				if w[19] == wallet {
					total, _, _, _ := r.Line(w)
					sum.Add(sum, total.Big())
				}
			}
		}
	})
	return sum
}

// owedTo is what a wallet is owed of its shares.
func owedTo(t *testing.T, s engine.Store, wallet byte) *big.Int {
	t.Helper()
	place := ledger.Place{Account: ledger.Share(ledger.Wallet{19: wallet}), Asset: usdt}
	b, err := s.BalanceAt(context.Background(), place, time.Unix(1<<40, 0))
	if err != nil {
		t.Fatal(err)
	}
	return new(big.Int).Neg(b.Net())
}
