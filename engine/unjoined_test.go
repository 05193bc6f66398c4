package engine_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// TestAHeldCommissionOfNoPurchaseIsOwed: the contract holds it for the referrer like any other, who takes it, whether the books saw the
// blocks before they were final or not.
func TestAHeldCommissionOfNoPurchaseIsOwed(t *testing.T) {
	p, err := program.Read("held.yaml", []byte(`program: held
schema: 1
chain: { id: 31337, start_block: 0 }
sale:
  contract: "`+fakechain.Contract+`"
  adapter: event
  purchases: [{ event: "Bought(address by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }]
  commissions: [{ event: "Reward(address to, uint256 amount)", referrer: to, reward: amount }]
  withdrawals: [{ event: "Out(address who, uint256 amount)", wallet: who, amount: amount }]
referral: { settlement: held }
`))
	fatal(t, err)
	for _, pending := range []bool{false, true} {
		b := &fakechain.Chain{Uncounted: true}
		b.Mine()
		b.Mine(b.Log("Reward(address,uint256)", nil, addressOf(3), big.NewInt(70)))
		books := open(t, fmt.Sprint(pending, ".db"))
		e, err := engine.Open(t.Context(), p, books, b, fixedClock{}, silent())
		fatal(t, err)
		owed := func(want string) {
			t.Helper()
			account := ledger.Referral(ledger.Wallet(addressOf(3)), ledger.ReferralPayable)
			is, err := fold.BalanceNow(t.Context(), books, ledger.Place{Account: account, Asset: p.Sale.Asset})
			fatal(t, err)
			same(t, "owed", new(big.Int).Sub(is.Out.Big(), is.In.Big()).String(), want)
		}
		if pending {
			fatal(t, e.Sync(t.Context(), nil))
			owed("0")
		}
		b.Finalise(0)
		fatal(t, e.Sync(t.Context(), nil))
		owed("70")
		b.Mine(b.Log("Out(address,uint256)", nil, addressOf(3), big.NewInt(70)))
		if pending {
			fatal(t, e.Sync(t.Context(), nil))
		}
		b.Finalise(0)
		fatal(t, e.Sync(t.Context(), nil))
		owed("0")
		e.View(func(f *fold.Fold, _ engine.State) { same(t, "held", f.HeldForReferrers(p.Sale.Asset).String(), "0") })
		verifiedWholly(t, books)
	}
}
