package e2e_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

type utc struct{}

func (utc) Now() time.Time { return time.Now().UTC() }

func devnetProgram(t *testing.T, c *devnet.Chain) *program.Program {
	t.Helper()
	p, err := program.Read("devnet.yaml", fmt.Appendf(nil,
		"program: devnet\nschema: 1\nchain: { id: %d, start_block: %d }\nsale: { contract: \"%s\", adapter: nodesale }\n",
		c.ChainID(), c.DeployBlock(), c.Sale().Hex()))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// books opens books over the simulated chain's HTTP endpoint.
func books(t *testing.T, c *devnet.Chain, dsn string) (*engine.Engine, *store.Store) {
	t.Helper()
	ctx, p := context.Background(), devnetProgram(t, c)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	s, err := store.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w, err := chain.Dial(ctx, must[chain.Options](t)(chain.OptionsOf(p, []string{c.URL()}, log)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	e, err := engine.Open(ctx, p, s, w, utc{}, log)
	if err != nil {
		t.Fatal(err)
	}
	return e, s
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestAReorganisationDropsMovesAndAdds forks the simulated chain so that one purchase is gone, one is mined in another
// block, and one is new.
func TestAReorganisationDropsMovesAndAdds(t *testing.T) {
	for kind, fresh := range databases(t) {
		t.Run(kind, func(t *testing.T) {
			ctx := context.Background()
			c, err := devnet.Start(ctx, devnet.Options{Seed: 7})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { c.Close() })
			ok := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			receipt := must[*types.Receipt](t)
			ok(c.RegisterCode(ctx, 0, "ALPHA"))
			ok(c.Mine(ctx, 40)) // the code is final
			stays := receipt(c.Buy(ctx, 1, 3, "ALPHA"))
			fork := c.Head().Hash()
			dropped := receipt(c.Buy(ctx, 2, 5, "ALPHA"))
			moved := receipt(c.Buy(ctx, 3, 2, ""))
			ok(c.Mine(ctx, 1))

			e, s := books(t, c, fresh())
			ok(e.Sync(ctx, nil))
			before := must[engine.Report](t)(e.Report(ctx))
			if before.Totals.Purchases != 3 || before.Totals.Nodes != 10 {
				t.Fatalf("before the fork: %+v", before.Totals)
			}
			left := must[[]*types.Transaction](t)(c.Fork(ctx, fork))
			var again *types.Transaction
			for _, tx := range left {
				if tx.Hash() == moved.TxHash {
					again = tx
				}
			}
			ok(c.Mine(ctx, 1))
			if r := must[[]*types.Receipt](t)(c.MineTransactions(ctx, again)); r[0].BlockHash == moved.BlockHash || r[0].Status != 1 {
				t.Fatalf("the purchase was not moved: %+v", r[0])
			}
			added := receipt(c.Buy(ctx, 4, 7, "ALPHA"))
			ok(c.Mine(ctx, 2))
			ok(e.Sync(ctx, nil))

			if c := e.Counts(); c.Reorganisations != 1 || c.Replaced != 3 || c.Deepest != 3 {
				t.Errorf("what is counted: %+v", c)
			}
			// Everything that happened is in the journal: five purchases, of which two were reversed.
			seen := map[string]int{}
			for tx, err := range s.Transactions(ctx, 1) {
				if err != nil {
					t.Fatal(err)
				}
				seen[fmt.Sprintf("%s %s", tx.Kind, tx.Source.TxHash)]++
			}
			for what, n := range map[string]int{
				"purchase " + stays.TxHash.Hex(): 1, "purchase " + dropped.TxHash.Hex(): 1, "purchase " + moved.TxHash.Hex(): 2,
				"purchase " + added.TxHash.Hex(): 1,
				"reversal " + stays.TxHash.Hex(): 0, "reversal " + dropped.TxHash.Hex(): 1, "reversal " + moved.TxHash.Hex(): 1,
			} {
				if seen[what] != n {
					t.Errorf("%s is %d times in the journal, expected %d", what, seen[what], n)
				}
			}
			sameAsClean := func(when string) {
				t.Helper()
				clean, other := books(t, c, fresh())
				ok(clean.Sync(ctx, nil))
				if a, b := must[ledger.Hash](t)(engine.BalancesRoot(ctx, s)), must[ledger.Hash](t)(engine.BalancesRoot(ctx, other)); a != b {
					t.Errorf("%s: the balances are %s, of clean books %s", when, a, b)
				}
				if a, b := must[engine.Report](t)(e.Report(ctx)),
					must[engine.Report](t)(clean.Report(ctx)); fmt.Sprintf("%+v", a.Totals) != fmt.Sprintf("%+v", b.Totals) {
					t.Errorf("%s: the totals are %+v, of clean books %+v", when, a.Totals, b.Totals)
				}
			}
			sameAsClean("before finality")
			alpha, _ := c.Wallet(0)
			held := func(stage ledger.ReferralStage) string {
				b, err := s.BalanceAt(ctx, ledger.Place{Account: ledger.Referral(ledger.Wallet(alpha), stage), Asset: e.Program().Sale.Asset},
					time.Now().AddDate(100, 0, 0))
				ok(err)
				return b.Net().String()
			}
			pending := held(ledger.ReferralPending)
			if pending == "0" || held(ledger.ReferralPayable) != "0" {
				t.Errorf("before finality %s is pending, %s payable", pending, held(ledger.ReferralPayable))
			}
			ok(c.Mine(ctx, 40))
			ok(e.Sync(ctx, nil))
			if held(ledger.ReferralPending) != "0" || held(ledger.ReferralPayable) != pending {
				t.Errorf("after finality %s is pending, %s payable, of %s", held(ledger.ReferralPending), held(ledger.ReferralPayable), pending)
			}
			sameAsClean("after finality")
			if _, err := s.Verify(ctx); err != nil {
				t.Error(err)
			}
			if r := must[engine.Report](t)(e.Report(ctx)); r.Totals.Nodes != 12 || !strings.HasPrefix(string(r.Proof), "full") {
				t.Errorf("after the fork: %d nodes, proof %s", r.Totals.Nodes, r.Proof)
			}
		})
	}
}
