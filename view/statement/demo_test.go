package statement_test

import (
	"context"
	"log/slog"
	"math"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/export/taxfile"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

var kinds = map[taxfile.Kind]string{
	taxfile.Reward: "reward", taxfile.Airdrop: "airdrop", taxfile.Share: "share", taxfile.Refund: "refund", taxfile.Cost: "cost",
	taxfile.TakenBack: "taken back",
}

// aYear is a demonstration of eleven months: the token is generated in the seventh, and its first locks end in the tenth.
func aYear(t *testing.T) *demo.Sale {
	t.Helper()
	s, err := demo.Start(t.Context(), demo.Options{
		Seed: 7, Months: 11, Purchases: 40, Database: filepath.Join(t.TempDir(), "books.db"), Logger: slog.New(slog.DiscardHandler),
		Update: func(ctx context.Context, e *engine.Engine) error {
			if err := e.Sync(ctx, nil); err != nil {
				return err
			}
			_, err := e.RunJobs(ctx)
			return err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if err := s.RunMonths(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNothingIsCountedTwiceOrLost: up to every instant, cut into any two times, tokens that are income at unlock and those that are
// income later are what was earned at accrual. A point of the demonstration becomes one token, so the two are added up; every other
// asset has the same income at both. A tax program's file has the same of each asset at both, but for what is locked.
func TestNothingIsCountedTwiceOrLost(t *testing.T) {
	t.Parallel()
	s := aYear(t)
	sources := view.NewSources(s.Engine, period.NewEpochs(s.Engine).UnlockedAt)
	holders, _, _, err := holder.Holders(t.Context(), s.Engine, ledger.Wallet{}, math.MaxInt)
	if err != nil {
		t.Fatal(err)
	}
	if to := s.Program.Points.AtTGE; to.Rate.String() != "1" || to.Becomes.Decimals() != s.Program.Points.Asset.Decimals() {
		t.Fatalf("a point becomes %s of %s", to.Rate, to.Becomes)
	}
	token := s.Program.Token.Asset
	of := func(w ledger.Wallet, from, to time.Time, at statement.Recognition) statement.Period {
		st, err := statement.OfPeriod(t.Context(), s.Engine, sources, statement.Request{Wallet: w, From: from, To: to, Recognise: at})
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	as := func(st *statement.Period, into sums) { // with points as tokens
		for _, x := range st.Totals {
			if x.Nature != statement.Income {
				continue
			}
			if x.Asset == s.Program.Points.Asset {
				x.Asset = token
			}
			into.add(x.Asset, x.Amount)
		}
	}
	begin, unlocked, later := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), new(big.Int), new(big.Int)
	one := func(w ledger.Wallet, cut, end time.Time) (accrual, unlock sums, last statement.Period) {
		accrual, unlock = sums{}, sums{}
		whole := of(w, time.Time{}, end, statement.AtAccrual)
		as(&whole, accrual)
		if len(whole.Unrecognised) > 0 {
			t.Errorf("at accrual %v is income later", whole.Unrecognised)
		}
		first := of(w, time.Time{}, cut, statement.AtUnlock)
		last = of(w, cut, end, statement.AtUnlock)
		as(&first, unlock)
		as(&last, unlock)
		return accrual, unlock, last
	}
	rapid.Check(t, func(r *rapid.T) {
		w := rapid.SampledFrom(holders).Draw(r, "holder").Wallet
		cut := begin.Add(time.Duration(rapid.IntRange(1, 300*24*60).Draw(r, "minutes")) * time.Minute)
		end := cut.Add(time.Duration(rapid.IntRange(1, 300*24*60).Draw(r, "more")) * time.Minute)
		accrual, unlock, last := one(w, cut, end)
		for _, x := range last.Unrecognised {
			unlock.add(token, x.Amount)
		}
		if !unlock.equal(accrual) {
			r.Fatalf("%s up to %s, cut at %s: %v at unlock and later, %v at accrual", w, end, cut, unlock, accrual)
		}
	})
	for i := range holders {
		w := holders[i].Wallet
		cut := begin.AddDate(0, 9, 7)
		accrual, unlock, last := one(w, cut, time.Time{})
		if n := unlock[token.Symbol()]; n != nil {
			unlocked.Add(unlocked, n)
		}
		for _, x := range last.Unrecognised {
			later.Add(later, x.Amount)
			unlock.add(token, x.Amount)
		}
		if !unlock.equal(accrual) {
			t.Errorf("%s: %v at unlock and later, %v at accrual", w, unlock, accrual)
		}
		// A tax program knows no points: what was bought of them comes as tokens, and what was spent does not.
		whole := of(w, time.Time{}, time.Time{}, statement.AtAccrual)
		for _, a := range whole.Accounts {
			for _, l := range a.Lines {
				if a.Account.Role() == ledger.HoldingRole && (l.Kind == rewards.PointsSoldKind || l.Kind == rewards.PointsSpentKind) {
					accrual.add(token, l.Amount)
				}
			}
		}
		files := map[statement.Recognition]sums{}
		for _, at := range []statement.Recognition{statement.AtAccrual, statement.AtUnlock} {
			st := of(w, time.Time{}, time.Time{}, at)
			files[at] = received(t, &st)
			for _, x := range st.Unrecognised {
				files[at].add(x.Asset, x.Amount)
			}
		}
		if !files[statement.AtAccrual].equal(accrual) || !files[statement.AtUnlock].equal(accrual) {
			t.Errorf("%s: a tax program receives %v, and %v was earned", w, files, accrual)
		}
	}
	if unlocked.Sign() == 0 || later.Sign() == 0 {
		t.Errorf("%s are unlocked and %s are not: the demonstration is too short", unlocked, later)
	}
}

// received is what a tax program is told that a wallet received as income.
func received(t *testing.T, st *statement.Period) sums {
	t.Helper()
	entries, _, err := st.TaxEntries()
	if err != nil {
		t.Fatal(err)
	}
	all := sums{}
	for _, x := range entries {
		if !x.Kind.Sent() && x.Kind != taxfile.Refund {
			all.add(x.Amount.Asset(), x.Amount.Big())
		}
	}
	return all
}
