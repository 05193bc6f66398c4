package engine_test

import (
	"context"
	"math/big"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
)

// What a sale's contract holds for its referrers is not the treasury's to pay: a run gathers rewards only where they accrue.
func TestRewardsAreGatheredWhereTheTreasuryOwesThem(t *testing.T) {
	ctx := context.Background()
	for settlement, gathers := range map[string]bool{"on_chain": false, "accrued": true} {
		w := newWorld(2)
		for range 30 {
			w.grow(1)
		}
		w.Finalise(0)
		p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+fakechain.Contract+`", adapter: nodesale }
referral: { settlement: `+settlement+` }
payout: { treasury: "`+treasury+`" }
`))
		if err != nil {
			t.Fatal(err)
		}
		s := open(t, settlement+".db")
		e, err := engine.Open(ctx, p, s, w, w, silent())
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		owed := new(big.Int)
		for p, err := range s.Balances(ctx, ledger.ReferralRole.Prefix()) {
			if err != nil {
				t.Fatal(err)
			}
			if p.Account.Stage() == string(ledger.ReferralPayable) {
				owed.Add(owed, p.Account.Normal(p.Balance))
			}
		}
		if owed.Sign() == 0 {
			t.Fatal("nobody is owed anything")
		}
		_, err = e.PreparePayout(ctx, engine.By{Name: "ann"}, "rewards", "ETH", payout.Transfer)
		if !gathers {
			if err == nil || !strings.Contains(err.Error(), "nothing is to be paid") {
				t.Errorf("%s: %v", settlement, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		e.Payouts(func(b *payout.Book) {
			if got := b.Run("rewards").Total.Digits(); got != owed.String() {
				t.Errorf("%s were gathered, %s are owed", got, owed)
			}
		})
	}
}
