package wire

import (
	"maps"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Tier is one tier with what is left of it.
type Tier struct {
	Tier      int     `json:"tier" doc:"From 1"`
	Price     Amount  `json:"price" doc:"Of one node"`
	Size      uint64  `json:"size" doc:"How many nodes it has"`
	Sold      uint64  `json:"sold" doc:"Nodes that are sold"`
	Left      uint64  `json:"left" doc:"Nodes that can still be bought"`
	PerWallet *uint64 `json:"per_wallet" doc:"Nodes that one wallet may take of the tier; 0 closes it, null sets no limit" nullable:"true"`
}

// Totals are sums over all purchases.
type Totals struct {
	Purchases  uint64            `json:"purchases" doc:"How many purchases"`
	Nodes      uint64            `json:"nodes" doc:"How many nodes"`
	List       Amount            `json:"list" doc:"Before discounts"`
	Gross      Amount            `json:"gross" doc:"What was paid"`
	Discount   Amount            `json:"discount" doc:"What codes took off"`
	Referral   Amount            `json:"referral" doc:"What referrers earned"`
	Treasury   Amount            `json:"treasury" doc:"What the treasury got"`
	Dust       Amount            `json:"dust" doc:"Left in the contract by its rounding"`
	Unresolved uint64            `json:"dust_unresolved" doc:"Base units that the chain's facts do not place"`
	Refunded   Amount            `json:"refunded" doc:"What was paid back"`
	Returned   uint64            `json:"returned" doc:"Nodes that came back with refunds"`
	Flags      map[string]uint64 `json:"flags" doc:"How many purchases carry each mark"`
}

// Terms are the percentages.
type Terms struct {
	Mode       string   `json:"mode" doc:"How the tiers are walked: sequential or parallel"`
	Discount   string   `json:"discount" doc:"Off the list price with a referral code" example:"0.1"`
	PerUnit    bool     `json:"per_unit" doc:"The discount is floored for each node, not once on the total"`
	Reward     string   `json:"reward" doc:"For the referrer" example:"0.1"`
	Above      []string `json:"above" doc:"For whoever referred the referrer's first purchase with a code, and so on"`
	RewardOf   string   `json:"reward_of" doc:"What rewards are counted from: paid or list" enum:"paid,list"`
	Settlement string   `json:"settlement" doc:"Who pays the referrer: on_chain or accrued"`
}

// Sale is the sale as a whole.
type Sale struct {
	Program  string            `json:"program" doc:"Name of the program"`
	Title    map[string]string `json:"title" doc:"By language"`
	Notes    []string          `json:"notes" doc:"What to know before relying on the numbers"`
	Chain    uint64            `json:"chain_id" doc:"Of the chain, as EIP-155 numbers them"`
	Contract string            `json:"contract" doc:"Address of the sale contract"`
	Treasury string            `json:"treasury" doc:"Who gets the proceeds; empty while not known"`
	MaxNodes *uint64           `json:"max_nodes" doc:"The most that is ever sold; null: no limit is known" nullable:"true"`
	Open     int               `json:"open_tier" doc:"The lowest tier that sells; 0: none"`
	Next     *Amount           `json:"next_price,omitempty" doc:"Of a node of that tier; absent: none"`
	Tiers    []Tier            `json:"tiers" doc:"The tiers"`
	Terms    Terms             `json:"terms" doc:"What codes give"`
	Totals   Totals            `json:"totals" doc:"Of all purchases"`
	Frozen   bool              `json:"frozen" doc:"The books wait for an operator"`
	Pending  int               `json:"pending_blocks" doc:"Blocks with purchases that are not final"`
	Fresh
}

// TotalsOf are the totals of a sale.
func TotalsOf(t *sale.Totals) Totals {
	flags := map[string]uint64{}
	for f, n := range t.Flags {
		flags[string(f)] = n
	}
	return Totals{
		t.Purchases, t.Nodes, AmountOf(t.List), AmountOf(t.Gross), AmountOf(t.Discount), AmountOf(t.Referral),
		AmountOf(t.Treasury), AmountOf(t.Dust),
		t.Unresolved, AmountOf(t.Refunded), t.Returned, flags,
	}
}

// TermsOf are the percentages in force.
func TermsOf(s *view.Sale, settlement program.Settlement) Terms {
	t := Terms{string(s.Ladder.Mode), s.Terms.Discount.String(), s.Terms.PerUnit, s.Terms.Reward.String(), []string{}, "paid",
		string(settlement)}
	for _, part := range s.Terms.Above {
		t.Above = append(t.Above, part.String())
	}
	if s.Terms.OfList {
		t.RewardOf = "list"
	}
	return t
}

// SaleOf is a sale by its program and what the books know of it.
func SaleOf(p *program.Program, s *view.Sale) Sale {
	out := Sale{
		Program: p.Name, Title: map[string]string{}, Notes: append([]string{}, describe.Notes(p)...), Chain: p.Chain.ID,
		Contract: p.Sale.Contract.Hex(),
		MaxNodes: s.Ladder.Max, Open: s.Ladder.Open(), Tiers: []Tier{}, Terms: TermsOf(s, p.Referral.Settlement),
		Totals: TotalsOf(&s.Totals), Frozen: s.Frozen, Pending: s.Pending, Fresh: FreshOf(s.AsOf),
	}
	maps.Copy(out.Title, p.Title)
	if s.Treasury != (ledger.Wallet{}) {
		out.Treasury = s.Treasury.String()
	}
	for i, r := range s.Ladder.Rungs {
		t := Tier{Tier: i + 1, Price: AmountOf(r.Price), Size: r.Size, Sold: r.Sold, Left: r.Left()}
		if quota := r.PerWallet; quota != program.NoQuota {
			t.PerWallet = &quota
		}
		out.Tiers = append(out.Tiers, t)
	}
	if out.Open > 0 {
		out.Next = &out.Tiers[out.Open-1].Price
	}
	return out
}
