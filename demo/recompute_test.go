package demo_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/recompute"
	"github.com/nodeledger/nodeledger/internal/recompute/against"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// years are when demonstrations of twelve months end, and begin.
var years = []struct{ until, begin string }{
	{"", "2026-01-05"},
	{"2026-11-30T15:04:05Z", "2025-11-28"},
	{"2024-03-01T08:00:00Z", "2023-02-28"}, // half a day before it is 29 February
	{"2026-09-06T00:00:00Z", "2025-09-05"},
	{"2025-06-01T12:00:00Z", "2024-06-01"},
}

// TestTheYearIsWhatTheRulesSay lets demonstrations live their year, on both databases and with reorganisations, and compares every
// balance of every day with that of a second implementation of the rules, to the base unit.
func TestTheYearIsWhatTheRulesSay(t *testing.T) {
	t.Parallel()
	for seed := range worlds.Of(5, 20) {
		t.Run(fmt.Sprintf("seed %d, %s", seed, []string{"sqlite", "postgresql"}[seed%2]), func(t *testing.T) {
			t.Parallel()
			database := filepath.Join(t.TempDir(), "demo.db")
			if seed%2 == 1 {
				database = pgtest.URL(t)
			}
			oneYear(t, seed, database)
		})
	}
}

func oneYear(t *testing.T, seed uint64, database string) {
	year := years[int(seed)%len(years)]
	begin, err := time.Parse(time.DateOnly, year.begin)
	if err != nil {
		t.Fatal(err)
	}
	o := demo.Options{Seed: seed, Months: 12, Purchases: 20, Database: database, Logger: slog.New(slog.DiscardHandler)}
	if seed > 1 { // everything has happened after ten
		o.Months, o.Purchases = 10, 16
	}
	if year.until != "" {
		begin = begin.AddDate(0, 12-o.Months, 0)
		if o.Until, err = time.Parse(time.RFC3339, year.until); err != nil {
			t.Fatal(err)
		}
	}
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
	r := &reorganiser{T: t, sale: s, dice: rand.New(rand.NewPCG(seed, 47))}
	s.Unsettle(r.reorganise)
	if err := s.RunMonths(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	end := time.Unix(int64(s.Chain.Head().Time), 0).UTC()
	if !o.Until.IsZero() && (end.After(o.Until) || end.Before(o.Until.Add(-time.Hour))) {
		t.Errorf("it ends at %s, want the last hour before %s", end, o.Until)
	}
	a := accountOf(t, s)
	rules := rulesOf(a, begin)
	want, err := recompute.Run(&rules, &a.happened, end, against.AtDaysEnd(t, s.Books(), rules.Token.TGE))
	if err != nil {
		t.Fatal(err)
	}
	against.Balances(t, s.Books(), want)
	everythingHappened(t, s, &a.happened, want)
	if r.branches < 5 || r.lost == 0 {
		t.Errorf("%d reorganisations, and %d purchases that never came back", r.branches, r.lost)
	}
}

// everythingHappened checks that what is compared has something of every kind, and that nothing of the project's is below zero.
func everythingHappened(t *testing.T, s *demo.Sale, h *recompute.Happened, want recompute.Balances) {
	t.Helper()
	saw := map[ledger.Kind]int{}
	for tx, err := range s.Books().Transactions(t.Context(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		saw[tx.Kind]++
	}
	for _, kind := range []ledger.Kind{sale.PurchaseKind, sale.WithdrawalKind, rewards.RebateKind, rewards.PointsKind, rewards.TokenKind,
		rewards.UnlockKind, rewards.DropKind, rewards.ConversionKind, rewards.PointsSoldKind, rewards.PointsSpentKind, rewards.StakeKind,
		rewards.UnstakeKind, rewards.UnbondKind, rewards.RevenueKind, rewards.MonthKind, rewards.BuybackKind, payout.RunKind,
		payout.SettlementKind, payout.ExceptionKind, ledger.ReversalKind} {
		if saw[kind] == 0 {
			t.Errorf("nothing of kind %s happened: %v", kind, saw)
		}
	}
	for _, must := range [][2]string{{"register/gpoint/burnt", "GPOINT"}, {"expenses/cost/fiat", "USDT"},
		{"register/gpu/bucket/buyback", "GPU"}} {
		if want.Get(must[0], must[1]).Sign() <= 0 {
			t.Errorf("%s has nothing of %s", must[0], must[1])
		}
	}
	if want.Get("register/gpu/bucket/reserve", "GPU").Cmp(units("50000000", 18)) >= 0 {
		t.Error("nothing was emitted out of the reserve")
	}
	if !slices.ContainsFunc(h.Transfers, func(m recompute.Transfer) bool { return m.To == "0x00000000000000000000000000000000000000e5" }) {
		t.Error("nobody was paid by mistake")
	}
	for at, balance := range want {
		if strings.HasPrefix(at.Account, "assets/") && balance.Sign() < 0 {
			t.Errorf("%s has %s of %s", at.Account, balance, at.Asset)
		}
	}
}
