package httpapi

import (
	"context"
	"maps"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	programtext "github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Tier is one tier with what is left of it.
type Tier struct {
	Tier      int     `json:"tier" doc:"From 1"`
	Price     Amount  `json:"price" doc:"Of one node"`
	Size      uint64  `json:"size"`
	Sold      uint64  `json:"sold"`
	Left      uint64  `json:"left"`
	PerWallet *uint64 `json:"per_wallet" doc:"Nodes that one wallet may take of the tier; 0 closes it, null sets no limit" nullable:"true"`
}

// Totals are sums over all purchases.
type Totals struct {
	Purchases  uint64            `json:"purchases"`
	Nodes      uint64            `json:"nodes"`
	List       Amount            `json:"list" doc:"Before discounts"`
	Gross      Amount            `json:"gross" doc:"What was paid"`
	Discount   Amount            `json:"discount"`
	Referral   Amount            `json:"referral"`
	Treasury   Amount            `json:"treasury"`
	Dust       Amount            `json:"dust" doc:"Left in the contract by its rounding"`
	Unresolved uint64            `json:"dust_unresolved" doc:"Base units that the chain's facts do not place"`
	Refunded   Amount            `json:"refunded"`
	Returned   uint64            `json:"returned" doc:"Nodes that came back with refunds"`
	Flags      map[string]uint64 `json:"flags" doc:"How many purchases carry each mark"`
}

// Terms are the percentages.
type Terms struct {
	Mode       string `json:"mode" doc:"How the tiers are walked: sequential or parallel"`
	Discount   string `json:"discount" doc:"Off the list price with a referral code" example:"0.1"`
	PerUnit    bool   `json:"per_unit" doc:"The discount is floored for each node, not once on the total"`
	Reward     string `json:"reward" doc:"Of what was paid, for the referrer" example:"0.1"`
	Settlement string `json:"settlement" doc:"Who pays the referrer: on_chain or accrued"`
}

// Sale is the sale as a whole.
type Sale struct {
	Program  string            `json:"program"`
	Title    map[string]string `json:"title" doc:"By language"`
	Notes    []string          `json:"notes" doc:"What to know before relying on the numbers"`
	Chain    uint64            `json:"chain_id"`
	Contract string            `json:"contract"`
	Treasury string            `json:"treasury" doc:"Who gets the proceeds; empty while not known"`
	MaxNodes *uint64           `json:"max_nodes" doc:"The most that is ever sold; null: no limit is known" nullable:"true"`
	Open     int               `json:"open_tier" doc:"The lowest tier that sells; 0: none"`
	Next     *Amount           `json:"next_price,omitempty" doc:"Of a node of that tier; absent: none"`
	Tiers    []Tier            `json:"tiers"`
	Terms    Terms             `json:"terms"`
	Totals   Totals            `json:"totals"`
	Frozen   bool              `json:"frozen" doc:"The books wait for an operator"`
	Pending  int               `json:"pending_blocks" doc:"Blocks with purchases that are not final"`
	Fresh
}

func (a *api) sale(ctx context.Context, _ *nothing) (Sale, error) {
	p := a.engine.Program()
	out := Sale{
		Program: p.Name, Title: map[string]string{}, Notes: append([]string{}, programtext.Notes(p)...), Chain: p.Chain.ID, Contract: p.Sale.Contract.Hex(), Tiers: []Tier{},
	}
	maps.Copy(out.Title, p.Title)
	of, err := view.Now(ctx, a.engine)
	if err != nil {
		return out, err
	}
	out.Fresh = fresh(of)
	a.engine.View(func(f *fold.Fold, s engine.State) {
		out.Frozen, out.Pending = s.Frozen != nil, f.Pending()
		state := f.Sale
		out.Open = state.Ladder.Open()
		if state.Ladder.Max != nil {
			most := *state.Ladder.Max
			out.MaxNodes = &most
		}
		if state.Treasury != (ledger.Wallet{}) {
			out.Treasury = state.Treasury.String()
		}
		for i, r := range state.Ladder.Rungs {
			t := Tier{Tier: i + 1, Price: amount(r.Price), Size: r.Size, Sold: r.Sold, Left: r.Left()}
			if quota := r.PerWallet; quota != program.NoQuota {
				t.PerWallet = &quota
			}
			out.Tiers = append(out.Tiers, t)
		}
		if out.Open > 0 {
			next := out.Tiers[out.Open-1].Price
			out.Next = &next
		}
		out.Terms = Terms{
			string(state.Ladder.Mode), state.Terms.Discount.String(), state.Terms.PerUnit, state.Terms.Reward.String(), string(p.Refer.Settlement),
		}
		out.Totals = totals(&state.Totals)
	})
	return out, nil
}

func totals(t *sale.Totals) Totals {
	flags := map[string]uint64{}
	for f, n := range t.Flags {
		flags[string(f)] = n
	}
	return Totals{
		t.Purchases, t.Nodes, amount(t.List), amount(t.Gross), amount(t.Discount), amount(t.Referral), amount(t.Treasury), amount(t.Dust),
		t.Unresolved, amount(t.Refunded), t.Returned, flags,
	}
}
