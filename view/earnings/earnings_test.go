package earnings_test

import (
	"math/big"
	"testing"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/earnings"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

// Of every wallet: what was earned is the statement's income, its bars make it, and its lots are the nodes that it has. Blocks that leave
// the chain leave nothing behind.
func TestEarningsAreTheStatementsIncome(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Rewarded(t)
	sources := view.NewSources(e, period.NewEpochs(e).UnlockedAt)
	codes := holder.NewCodes(e)
	check := func() (lots int) {
		for n := range byte(40) {
			w := samplebooks.Person(n)
			got, err := earnings.Of(t.Context(), e, sources, earnings.Request{Wallet: w, Step: earnings.ByDay, Last: earnings.MaxBars})
			if err != nil {
				t.Fatal(err)
			}
			st, err := statement.OfPeriod(t.Context(), e, sources, statement.Request{Wallet: w})
			if err != nil {
				t.Fatal(err)
			}
			income := map[string]*big.Int{}
			for _, total := range st.Totals {
				if total.Nature == statement.Income {
					income[total.Asset.Symbol()] = total.Amount
				}
			}
			for _, x := range got.Windows {
				symbol := x.Asset.Symbol()
				if want := income[symbol]; want == nil || want.Cmp(x.All.Amount) != 0 {
					t.Errorf("%d earned %s %s, and its statement has %v", n, x.All.Amount, symbol, want)
				}
				delete(income, symbol)
				bars := new(big.Int)
				for _, b := range got.Bars {
					for _, p := range b.Parts {
						if p.Asset == x.Asset {
							bars.Add(bars, p.Amount)
						}
					}
				}
				if bars.Cmp(x.All.Amount) != 0 {
					t.Errorf("%d: the bars make %s %s of %s", n, bars, symbol, x.All.Amount)
				}
			}
			for symbol, left := range income {
				t.Errorf("%d: %s %s of the statement are missing", n, left, symbol)
			}
			has, err := holder.OfHolder(t.Context(), e, codes, w, 1)
			if err != nil {
				t.Fatal(err)
			}
			var nodes uint64
			paid := new(big.Int)
			for i := range got.Lots {
				l := &got.Lots[i]
				nodes += l.Left
				var tiers uint64
				for _, tier := range l.Tiers {
					tiers += tier.Nodes
				}
				if l.Origin != earnings.Bought || tiers != 0 && tiers != l.Nodes || l.TxHash == (ledger.Hash{}) || len(l.Paid) != 1 {
					t.Errorf("%d: lot %+v", n, l)
				}
				paid.Add(paid, l.Paid[0].Amount)
			}
			if nodes != has.Nodes || paid.Cmp(has.Paid.Big()) != 0 {
				t.Errorf("%d: the lots are %d nodes for %s, and it has %d for %s", n, nodes, paid, has.Nodes, has.Paid)
			}
			lots += len(got.Lots)
		}
		return lots
	}
	before := check()
	for n := range byte(4) { // two purchases of which a block's worth leaves the chain
		c.Mine(c.Buy(10+n, 1, 3))
	}
	samplebooks.Settle(t, e)
	if more := check(); more != before+4 {
		t.Errorf("%d lots and four purchases are %d", before, more)
	}
	c.Cut(3)
	c.Mine()
	samplebooks.Settle(t, e)
	if more := check(); more != before+1 {
		t.Errorf("%d lots, four purchases of which three left the chain, and there are %d", before, more)
	}
}
