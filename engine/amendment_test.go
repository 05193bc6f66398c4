package engine_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/rewards"
)

// amended is the program of paying whose second bracket pays what it should have paid.
func amended(t *testing.T) *program.Program {
	return payingBut(t, "{ nodes: 20, amount: 0.002 }", "{ nodes: 20, amount: 0.001 }")
}

// amendByTwo has ann propose a text that amends, and bob agree to what it corrects.
func amendByTwo(t *testing.T, e *engine.Engine, next *program.Program) *fold.Amendment {
	t.Helper()
	ctx := context.Background()
	done(t)(e.ProposeProgram(ctx, ann, "amend", next, "a typo in a bracket", true))
	_, a, err := e.Amendment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), a.Hash))
	return a
}

// twoMonths has revenue in April and May, both closed by the books' rules, and whatever is done in between.
func twoMonths(t *testing.T, s engine.Store, p *program.Program, between func(e *engine.Engine, month string)) (*world, *engine.Engine) {
	t.Helper()
	ctx := context.Background()
	w, e := monthly(t, p, s, on(6, 2), 4, 5, 20)
	for month, amount := range map[string]string{"april": "0.005", "may": "0.002"} {
		at := map[string]time.Month{"april": 4, "may": 5}[month]
		done(t)(e.RecordRevenue(ctx, ann, month, fold.RevenueRow{Source: "dapp", Amount: amount, At: on(at, 20)}))
	}
	for _, month := range []string{"2024-04", "2024-05"} {
		done(t)(e.CloseMonth(ctx, ann, month))
		between(e, month)
	}
	return w, e
}

// shares are what the holders of 5 and 20 nodes are owed, and what the fund has.
func shares(t *testing.T, s engine.Store) string {
	t.Helper()
	return fmt.Sprint(net(t, s, ledger.Share(ledger.Wallet{19: 51}).String()), ", ", net(t, s, ledger.Share(ledger.Wallet{19: 52}).String()),
		", ", net(t, s, "equity:fund:share"))
}

// A typo in a bracket is corrected: closed months come to what they would have come to, the second by what the first left then.
func TestAnAmendmentCorrectsClosedMonths(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e := twoMonths(t, s, paying(t), func(*engine.Engine, string) {})
		same(t, "as booked: April", sums(t, e, "2024-04"), "0 USDT, 0.0025 USDT, 0.00225 USDT, 0.00025 USDT")
		same(t, "as booked: May", sums(t, e, "2024-05"), "0.00025 USDT, 0.001 USDT, 0.001249 USDT, 0.000001 USDT")

		next := amended(t)
		refusal(t, problem.Conflict, "propose this text to amend what is booked")(e.ProposeProgram(ctx, ann, "amend", next, "a typo", false))
		a := amendByTwo(t, e, next)
		same(t, "periods", fmt.Sprint(a.Names(), a.Kept), "[month:2024-04 month:2024-05] []")
		same(t, "April's holders", fmt.Sprint(a.Periods[0].Before, a.Periods[0].After, a.Periods[0].Holders), "0.00225 USDT 0.00125 USDT 1")

		same(t, "April", sums(t, e, "2024-04"), "0 USDT, 0.0025 USDT, 0.00125 USDT, 0.00125 USDT")
		same(t, "May", sums(t, e, "2024-05"), "0.00125 USDT, 0.001 USDT, 0.00125 USDT, 0.001 USDT")
		owed := shares(t, s)
		same(t, "what is owed", owed, "-0.0005 USDT, -0.002 USDT, -0.001 USDT")
		right := openRight(t)
		_, from := twoMonths(t, right, next, func(*engine.Engine, string) {})
		same(t, "books that were right from the start", shares(t, right), owed)
		for _, month := range []string{"2024-04", "2024-05"} {
			same(t, "their month "+month, sums(t, from, month), sums(t, e, month))
		}
		unbent(t, s, e, paying(t), next)
	})
}

// A second amendment corrects what the first one left.
func TestAnAmendmentIsAmended(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e := twoMonths(t, s, paying(t), func(*engine.Engine, string) {})
		before := shares(t, s)
		amendByTwo(t, e, amended(t))
		back := paying(t)
		done(t)(e.ProposeProgram(ctx, ann, "back", back, "it was right", true))
		_, a, err := e.Amendment(ctx)
		if err != nil {
			t.Fatal(err)
		}
		refusal(t, problem.Conflict, "another operator must agree")(e.ConsentToProgram(ctx, ann, canonical.Digest(back), a.Hash))
		refusal(t, problem.Unconditional, "corrects what is booked: say what")(e.ConsentToProgram(ctx, bob, canonical.Digest(back),
			ledger.Hash{}))
		refusal(t, problem.Changed, "and not what was agreed to")(e.ConsentToProgram(ctx, bob, canonical.Digest(back), ledger.Hash{1}))
		if again := shares(t, s); again == before {
			t.Error("something was booked by a refusal")
		}
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(back), a.Hash))
		same(t, "what is owed", shares(t, s), before)
		unbent(t, s, e, back, amended(t))
	})
}

// A factor of the score was wrong before the TGE: every day of points comes to what it would have come to.
func TestAnAmendmentCorrectsPoints(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		const tge = "2024-06-19T12:00:00Z"
		w := newWorld(1)
		e := ruledBooks(t, s, w, withRules(t, tge))
		next := edited(t, tge, edits[0])
		a := amendByTwo(t, e, next)
		if len(a.Periods) < 5 {
			t.Errorf("%d days are corrected", len(a.Periods))
		}
		right := openRight(t)
		rightly := ruledBooks(t, right, newWorld(1), next)
		same(t, "points", pointsOf(t, s), pointsOf(t, right))
		if _, err := rightly.RunJobs(ctx); err != nil {
			t.Fatal(err)
		}
		w.upTo(t, e, on(4, 25)) // what comes after goes on from what is corrected
		if _, err := e.RunJobs(ctx); err != nil {
			t.Fatal(err)
		}
		unbent(t, s, e, withRules(t, tge), next)
		after := "2024-04-19T12:00:00Z"
		hard := ruledBooks(t, openRight(t), newWorld(1), withRules(t, after))
		for _, x := range edits {
			refusal(t, problem.Conflict, x.setting+" is ")(hard.ProposeProgram(ctx, ann, "hard", edited(t, after, x), "a typo", true))
		}
	})
}

func units(n int64) (a money.Amount) { return money.Units(usdt, uint64(n)) }

// openRight is other books, to compare with.
func openRight(t *testing.T) engine.Store { return open(t, "right.db") }

// pointsOf is every balance of points.
func pointsOf(t *testing.T, s engine.Store) string {
	t.Helper()
	var all []string
	for p, err := range s.Balances(context.Background(), ledger.RegisterOf(money.MustAsset("GPOINT", 18))) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprint(p.Account, p.Balance))
	}
	slices.Sort(all)
	return fmt.Sprint(all)
}

// runLines are the lines of every run.
func runLines(e *engine.Engine) string {
	var all []string
	e.Payouts(func(b *payout.Book) {
		for _, r := range b.Runs() {
			for _, w := range r.Wallets() {
				total, _, _, _ := r.Line(w)
				all = append(all, fmt.Sprint(r.Name, w, total))
			}
		}
	})
	return fmt.Sprint(all)
}

// unbent checks books whose texts these are: every transaction is computed again, rebuilt books and another process have the same head
// and the same closed periods.
func unbent(t *testing.T, s engine.Store, e *engine.Engine, texts ...*program.Program) {
	t.Helper()
	ctx := context.Background()
	verifiedWholly(t, s)
	state, err := s.State(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append(texts, nil) {
		again := open(t, "again.db")
		head, err := engine.Rebuild(ctx, p, s, again, nil)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the rebuilt head", head.String(), state.Ledger.String())
	}
	w := newWorld(1)
	other, err := engine.Open(ctx, nil, s, w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the text in force", canonical.Digest(other.Program()), canonical.Digest(e.Program()))
	for in, err := range s.Inputs(ctx, 1) {
		if err != nil {
			t.Fatal(err)
		}
		fact, err := in.Fact()
		if err != nil {
			t.Fatal(err)
		}
		if job, err := in.Job(); err != nil {
			t.Fatal(err)
		} else if job != nil && job.Name == rewards.PointsJob {
			if _, err := other.Epoch(ctx, job.Name, job.Slot); err != nil {
				t.Errorf("another process: %v", err)
			}
		}
		if fact == nil {
			continue
		}
		if month, err := fact.ClosedMonth(); err != nil {
			t.Fatal(err)
		} else if month != "" {
			same(t, "another process: "+month, sums(t, other, month), sums(t, e, month))
		}
	}
}
