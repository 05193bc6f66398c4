package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/internal/recompute/against"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// TestTheBooksAreWhatTheRulesSay lets a sale live through everything that the rules know, with reorganisations and facts in any order, and
// compares every balance with that of a second implementation of the rules, to the base unit, on both databases.
func TestTheBooksAreWhatTheRulesSay(t *testing.T) {
	saw := map[ledger.Kind]int{}
	for seed := range worlds.Of(6, 20) {
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
	want, err := recompute.Run(&v.rules, &y.happened, y.world.Now(), against.AtDaysEnd(t, s, v.rules.Token.TGE))
	if err != nil {
		t.Fatal(err)
	}
	against.Balances(t, s, want)
	asQuoted(t, s)
	lawHolds(t, s, p, saw)
	state, err := s.State(t.Context())
	fatal(t, err)
	return state.Ledger.String()
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
