// Package against holds books against what package recompute says that they must hold, to the base unit.
package against

import (
	"context"
	"iter"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/ledger"
)

// Books are what is compared.
type Books interface {
	Transactions(ctx context.Context, from uint64) iter.Seq2[*ledger.Transaction, error]
	Balances(ctx context.Context, prefix ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error]
}

// AtDaysEnd compares what is in effect before the end of a day, and names what differs on the first day on which something does. Two things
// are in effect at other instants than what they belong to, and are left out: the budget of a campaign, which is booked with the next
// block of the sale, and the allocation of the supply before the TGE.
func AtDaysEnd(t *testing.T, s Books, tge time.Time) func(time.Time, recompute.Balances) {
	t.Helper()
	var all []*ledger.Transaction
	for tx, err := range s.Transactions(t.Context(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, tx)
	}
	slices.SortStableFunc(all, func(a, b *ledger.Transaction) int { return a.Effective.Compare(b.Effective) })
	books := recompute.Balances{}
	named := func(a ledger.Account) string {
		return strings.ReplaceAll(strings.ReplaceAll(a.String(), ":pending", ":payable"), ":", "/")
	}
	differs := false
	return func(end time.Time, want recompute.Balances) {
		for ; len(all) > 0 && all[0].Effective.Before(end); all = all[1:] {
			for _, p := range all[0].Postings {
				books.Move(named(p.From), named(p.To), p.Amount.Asset().Symbol(), p.Amount.Big())
			}
		}
		if differs {
			return
		}
		for _, of := range []recompute.Balances{want, books} {
			for at := range of {
				early := end.Before(tge) && strings.HasPrefix(at.Account, "register/gpu/") &&
					(strings.Contains(at.Account, "/bucket/") || strings.HasSuffix(at.Account, "/issuance"))
				budget := strings.HasPrefix(at.Account, "equity/fund/campaign/") || at.Account == "equity/earnings"
				if got, should := books.Get(at.Account, at.Asset), want.Get(at.Account, at.Asset); got.Cmp(should) != 0 && !early && !budget {
					t.Errorf("before %s %s has %s base units of %s, and by the rules %s", end, at.Account, got, at.Asset, should)
					differs = true
				}
			}
		}
	}
}

// Balances names every account of the books that has another balance than the rules say, and every one that they lack.
func Balances(t *testing.T, s Books, want recompute.Balances) {
	t.Helper()
	seen := map[recompute.Place]bool{}
	for b, err := range s.Balances(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		at := recompute.Place{Account: strings.ReplaceAll(b.Account.String(), ":", "/"), Asset: b.Asset.Symbol()}
		seen[at] = true
		if got, should := b.Balance.Net(), want.Get(at.Account, at.Asset); got.Cmp(should) != 0 {
			t.Errorf("%s has %s base units of %s, and by the rules %s (%s)", at.Account, got, at.Asset, should, new(big.Int).Sub(got, should))
		}
	}
	for at, should := range want {
		if !seen[at] && should.Sign() != 0 {
			t.Errorf("%s has nothing of %s, and by the rules %s base units", at.Account, at.Asset, should)
		}
	}
}
