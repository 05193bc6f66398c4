package engine_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// TestTheBooksAreWhatTheRulesSay lets a sale live through everything that the rules know, with reorganisations and facts in any order, and
// compares every balance with that of a second implementation of the rules, to the base unit, on both databases.
func TestTheBooksAreWhatTheRulesSay(t *testing.T) {
	saw := map[ledger.Kind]int{}
	for seed := range uint64(20) {
		heads := map[string]bool{}
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) { heads[oneYear(t, s, seed, saw)] = true })
		})
		if len(heads) > 1 {
			t.Errorf("seed %d has the heads %v", seed, heads)
		}
	}
	t.Log(saw)
	for _, kind := range []ledger.Kind{sale.PurchaseKind, sale.PayableKind, rewards.RebateKind, rewards.PointsKind, rewards.TokenKind,
		rewards.UnlockKind, rewards.DropKind, rewards.ConversionKind, rewards.PointsSoldKind, rewards.PointsSpentKind, rewards.StakeKind,
		rewards.UnstakeKind, rewards.UnbondKind, rewards.GrantKind, rewards.VestKind, rewards.RevokeKind, rewards.ReleaseKind,
		rewards.RevenueKind, rewards.MonthKind, rewards.BuybackKind, ledger.ReversalKind} {
		if saw[kind] == 0 {
			t.Errorf("no transaction of kind %s was compared", kind)
		}
	}
}

func oneYear(t *testing.T, s engine.Store, seed uint64, saw map[ledger.Kind]int) string {
	v, p := vary(t, seed)
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(v.text.String())
		}
	})
	y := newYear(t, v, p, s, seed)
	y.live()
	want, err := recompute.Run(&v.rules, &y.happened, y.world.Now(), atDaysEnd(t, s, v.rules.Token.TGE))
	if err != nil {
		t.Fatal(err)
	}
	compareBalances(t, s, want)
	asQuoted(t, s)
	lawHolds(t, s, p, saw)
	state, err := s.State(t.Context())
	fatal(t, err)
	return state.Ledger.String()
}

// atDaysEnd compares what is in effect before the end of a day, and names what differs on the first day on which something does. Two things
// are in effect at other instants than what they belong to, and are left out: the budget of a campaign, which is booked with the next
// block of the sale, and the allocation of the supply before the TGE.
func atDaysEnd(t *testing.T, s engine.Store, tge time.Time) func(time.Time, recompute.Balances) {
	t.Helper()
	var all []*ledger.Transaction
	for tx, err := range s.Transactions(t.Context(), 1) {
		fatal(t, err)
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

// asQuoted checks that the books found the price of every purchase that the other ladder gave to the contract.
func asQuoted(t *testing.T, s engine.Store) {
	t.Helper()
	for tx, err := range s.Transactions(t.Context(), 1) {
		fatal(t, err)
		if flags := tx.Meta["flags"]; tx.Kind == sale.PurchaseKind && (strings.Contains(flags, string(sale.OffLadder)) ||
			strings.Contains(flags, string(sale.NoFit))) {
			t.Errorf("transaction %d: %v", tx.Sequence, tx.Meta)
		}
	}
}

// compareBalances names every account of the books that has another balance than the rules say, and every one that they lack.
func compareBalances(t *testing.T, s engine.Store, want recompute.Balances) {
	t.Helper()
	seen := map[recompute.Place]bool{}
	for b, err := range s.Balances(t.Context(), "") {
		fatal(t, err)
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
