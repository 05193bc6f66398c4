package wire

import (
	"maps"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sale/fairness"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
)

// Tier is one tier with what is left of it.
type Tier struct {
	Tier      int     `json:"tier" doc:"From 1"`
	Price     Amount  `json:"price" doc:"Of one node"`
	Size      uint64  `json:"size" doc:"How many nodes it has"`
	Sold      uint64  `json:"sold" doc:"Nodes that are sold"`
	Left      uint64  `json:"left" doc:"Nodes that can still be bought"`
	PerWallet *uint64 `json:"per_wallet" doc:"Nodes that one wallet may take of the tier; 0 closes it, null sets no limit" nullable:"true"`
	Listed    bool    `json:"listed" doc:"Only wallets on a list can buy of it, which are not quoted here"`
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
	Given      uint64            `json:"given" doc:"Nodes that nobody paid for, which are not among nodes"`
	Assets     []AssetTotals     `json:"assets" doc:"By what was paid, the sale's asset first; the sums above are in that one"`
	Flags      map[string]uint64 `json:"flags" doc:"How many purchases carry each mark"`
}

// AssetTotals are sums over the purchases that were paid in one asset. Amounts are in its base units.
type AssetTotals struct {
	Asset    string `json:"asset" doc:"Symbol" example:"USDC"`
	Decimals uint8  `json:"decimals" doc:"Base units are 10^-decimals of it"`
	Paid     string `json:"paid" doc:"What was paid, in base units"`
	Rewards  string `json:"rewards" doc:"What referrers earned, in base units"`
	Owed     string `json:"owed,omitempty" doc:"What is owed to referrers now, in base units; absent where it is not added up"`
	Refunded string `json:"refunded" doc:"What was paid back, in base units"`
}

// Terms are the percentages.
type Terms struct {
	Mode       string   `json:"mode" doc:"How the tiers are walked: sequential or parallel"`
	Discount   string   `json:"discount" doc:"Off the list price with a referral code" example:"0.1"`
	PerUnit    bool     `json:"per_unit" doc:"The discount is floored for each node, not once on the total"`
	Reward     string   `json:"reward" doc:"For the referrer" example:"0.1"`
	Above      []string `json:"above" doc:"For whoever referred the referrer's first purchase with a code, and so on"`
	RewardOf   string   `json:"reward_of" doc:"What rewards are counted from: paid or list" enum:"paid,list"`
	Settlement string   `json:"settlement" doc:"Who pays the referrer: on_chain, accrued or held"`
}

// Sale is the sale as a whole.
type Sale struct {
	Program   string            `json:"program" doc:"Name of the program"`
	Title     map[string]string `json:"title" doc:"By language"`
	Notes     []string          `json:"notes" doc:"What to know before relying on the numbers"`
	Chain     uint64            `json:"chain_id" doc:"Of the chain, as EIP-155 numbers them"`
	Network   *Network          `json:"network,omitempty" doc:"How a wallet that does not know the network adds it; absent: the server names no node"`
	Contract  string            `json:"contract" doc:"Address of the sale contract"`
	Others    []SaleContract    `json:"contracts" doc:"All contracts that sell, where a program file names several"`
	Buyable   bool              `json:"buyable" doc:"Quotes have a transaction that buys; false: nodes are bought elsewhere"`
	Paused    bool              `json:"paused" doc:"Nothing can be bought until whoever runs the sale goes on"`
	Vouchers  bool              `json:"vouchers" doc:"A purchase needs a voucher of whoever runs the sale"`
	Announced []Announcement    `json:"announced" doc:"Changes that were announced and not made yet, the oldest first"`
	More      bool              `json:"announced_more" doc:"There are older ones that can still be made: no more than 1,000 are listed"`
	Treasury  string            `json:"treasury" doc:"Who gets the proceeds; empty while not known"`
	MaxNodes  *uint64           `json:"max_nodes" doc:"The most that is ever sold; null: no limit is known" nullable:"true"`
	Open      int               `json:"open_tier" doc:"The lowest tier that sells; 0: none"`
	Next      *Amount           `json:"next_price,omitempty" doc:"Of a node of that tier; absent: none"`
	Rate      *Rate             `json:"rate,omitempty" doc:"What the sale's asset costs in another currency; absent: it is not known"`
	Tiers     []Tier            `json:"tiers" doc:"The tiers"`
	Terms     Terms             `json:"terms" doc:"What codes give"`
	Totals    Totals            `json:"totals" doc:"Of all purchases"`
	Frozen    bool              `json:"frozen" doc:"The books wait for an operator"`
	Pending   int               `json:"pending_blocks" doc:"Blocks with purchases that are not final"`
	Fresh
}

// Network is what a wallet needs to know of a network, as EIP-3085 has it.
type Network struct {
	Chain    uint64   `json:"chain_id" doc:"As EIP-155 numbers them"`
	Currency Currency `json:"currency" doc:"The chain's own coin"`
	RPC      []string `json:"rpc_urls" doc:"Nodes for wallets, which whoever runs the server names"`
}

// Currency is a chain's own coin.
type Currency struct {
	Name     string `json:"name" doc:"For people" example:"ETH"`
	Symbol   string `json:"symbol" doc:"As the program has it" example:"ETH"`
	Decimals uint8  `json:"decimals" doc:"Base units are 10^-decimals of it" example:"18"`
}

// NetworkOf is the program's network with nodes for wallets. It is nil without nodes, and where the program has no coin of the chain.
func NetworkOf(p *program.Program, nodes []string) *Network {
	for _, use := range p.Assets {
		if use.Kind == program.Native && len(nodes) > 0 {
			a := use.Asset
			return &Network{p.Chain.ID, Currency{a.Symbol(), a.Symbol(), a.Decimals()}, nodes}
		}
	}
	return nil
}

// SaleContract is one of several contracts that sell.
type SaleContract struct {
	Address string  `json:"address" doc:"Of the contract"`
	Tier    int     `json:"tier" doc:"The tier that it sells; 0: its events say it"`
	Price   *Amount `json:"price,omitempty" doc:"List price of a node; absent: the tiers say it"`
}

// TotalsOf are the totals of a sale, and what is owed to referrers by asset; nil where it is not added up.
func TotalsOf(t *sale.Totals, owed map[money.Asset]money.Amount) Totals {
	var assets []AssetTotals
	for _, s := range t.ByAsset() {
		a := s.Asset()
		due := ""
		if amount, some := owed[a]; some {
			due = amount.Digits()
		} else if owed != nil {
			due = "0"
		}
		assets = append(assets, AssetTotals{a.Symbol(), a.Decimals(), s.Gross.Digits(), s.Referral.Digits(), due, s.Refunded.Digits()})
	}
	flags := map[string]uint64{}
	for f, n := range t.Flags {
		flags[string(f)] = n
	}
	return Totals{
		t.Purchases, t.Nodes, AmountOf(t.List), AmountOf(t.Gross), AmountOf(t.Discount), AmountOf(t.Referral),
		AmountOf(t.Treasury), AmountOf(t.Dust),
		t.Unresolved, AmountOf(t.Refunded), t.Returned, t.Given, assets, flags,
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
		MaxNodes: s.Ladder.Max, Open: s.Ladder.Open(), Tiers: []Tier{}, Announced: []Announcement{}, More: s.More,
		Vouchers: s.Vouchers, Paused: s.Paused,
		Terms:  TermsOf(s, p.Referral.Settlement),
		Totals: TotalsOf(&s.Totals, nil), Frozen: s.Frozen, Pending: s.Pending, Fresh: FreshOf(s.AsOf),
	}
	maps.Copy(out.Title, p.Title)
	out.Others, out.Buyable = saleContracts(p), quote.Buyable(p) && !s.Vouchers && !s.Paused
	if s.Treasury != (ledger.Wallet{}) {
		out.Treasury = s.Treasury.String()
	}
	for i, r := range s.Ladder.Rungs {
		out.Tiers = append(out.Tiers, Tier{i + 1, AmountOf(r.Price), r.Size, r.Sold, r.Left(), quotaOf(r.PerWallet), r.Listed})
	}
	for i := range s.Announced {
		out.Announced = append(out.Announced, announcementOf(&s.Announced[i]))
	}
	if out.Open > 0 {
		out.Next = &out.Tiers[out.Open-1].Price
	}
	return out
}

// CodeSum is a sum over purchases.
type CodeSum struct {
	Purchases uint64 `json:"purchases" doc:"How many purchases"`
	Nodes     uint64 `json:"nodes" doc:"How many nodes"`
	List      Amount `json:"list" doc:"Before discounts"`
	Discount  Amount `json:"discount" doc:"What codes took off"`
	Reward    Amount `json:"reward" doc:"What the owners of the codes earned"`
}

// CodePair is two wallets of which each bought with the other's code.
type CodePair struct {
	Wallets []string `json:"wallets" doc:"The two addresses, in order"`
	CodeSum
	Saved Amount `json:"saved" doc:"Discount and reward, which stayed with the two"`
}

// CodePairs are all such pairs.
type CodePairs struct {
	Pairs int `json:"pairs" doc:"How many pairs"`
	CodeSum
	Saved Amount     `json:"saved" doc:"Discount and reward, which stayed with the two"`
	Share string     `json:"saved_share" doc:"Of the list price, as a decimal, cut off after 18 places; 0 where there is no pair" example:"0.19"`
	Top   []CodePair `json:"top" doc:"At most 20, those with most nodes first"`
}

// TopWallets is what the wallets with most nodes have.
type TopWallets struct {
	First uint64 `json:"first" doc:"How many wallets; all where there are fewer"`
	Nodes uint64 `json:"nodes" doc:"That they bought, less those that came back"`
	Share string `json:"share" doc:"Of all nodes, as a decimal, cut off after 18 places" example:"0.25"`
}

// FirstMinute is one of the first minutes of the sale.
type FirstMinute struct {
	Minute    int    `json:"minute" doc:"From 1; the first one begins with the block of the first purchase of a node"`
	Purchases uint64 `json:"purchases" doc:"How many purchases"`
	Nodes     uint64 `json:"nodes" doc:"How many nodes"`
	Wallets   uint64 `json:"wallets" doc:"How many wallets bought"`
}

// QuotaUse is how far the quota of a tier was used.
type QuotaUse struct {
	Tier      int     `json:"tier" doc:"From 1"`
	PerWallet *uint64 `json:"per_wallet" doc:"Nodes that one wallet may take of the tier; 0 closes it, null sets no limit" nullable:"true"`
	Wallets   uint64  `json:"wallets" doc:"That took nodes of the tier"`
	UsedUp    uint64  `json:"used_up" doc:"Wallets that took as many as the quota allows, or more; 0 without a quota"`
}

// Funding says whether wallets are known that one wallet funded within an hour before they bought.
type Funding struct {
	Known  bool     `json:"known" doc:"Whether the books have the transfers between wallets"`
	Reason Sentence `json:"reason" doc:"Why it is not known"`
}

// Fairness is how the sale went: facts of its purchases of at least one node.
type Fairness struct {
	Opened      string        `json:"opened" format:"date-time" doc:"When the block of the first purchase was made; empty: there is none"`
	Wallets     uint64        `json:"wallets" doc:"That bought nodes, and did not give all of them back"`
	Nodes       uint64        `json:"nodes" doc:"That they bought, less those that came back with refunds"`
	Gini        string        `json:"gini" doc:"Of these nodes by wallet, as a decimal, cut off after 18 places: 0 where all have the same, near to 1 where one has nearly all" example:"0.45"`
	Top         []TopWallets  `json:"top" doc:"The 10 and the 100 wallets with most nodes"`
	Minutes     []FirstMinute `json:"first_minutes" doc:"The first and the second minute"`
	WithCode    CodeSum       `json:"with_code" doc:"Purchases with a code that counted"`
	WithoutCode CodeSum       `json:"without_code" doc:"All other purchases"`
	Referrers   int           `json:"referrers" doc:"How many referrers there are"`
	ByReferrer  []Standing    `json:"by_referrer" doc:"The first 20 of the leaderboard"`
	OwnCode     CodeSum       `json:"own_code" doc:"Purchases with the buyer's own code, which are in with_code as well"`
	Mutual      CodePairs     `json:"mutual" doc:"Pairs of wallets that each bought with the other's code; their purchases are in with_code as well"`
	TwoWallets  *Sentence     `json:"two_wallets,omitempty" doc:"What two wallets of one buyer save under the terms in force; absent where codes give nothing"`
	Quotas      []QuotaUse    `json:"quotas" doc:"By tier, with the quota that is in force now"`
	Funding     Funding       `json:"funding" doc:"Wallets that one wallet funded within an hour before they bought"`
	Fresh
}

// FairnessOf is the report of how the sale went as it goes out.
func FairnessOf(f *view.Fairness) Fairness {
	out := Fairness{
		Wallets: f.Wallets, Nodes: f.Nodes, Gini: money.Truncated(f.Gini), Top: []TopWallets{}, Minutes: []FirstMinute{},
		WithCode: codeSumOf(&f.Coded), WithoutCode: codeSumOf(&f.Plain), Referrers: f.ReferrersAll, ByReferrer: standingsOf(f.Referrers),
		OwnCode: codeSumOf(&f.Own), Mutual: codePairsOf(&f.Report), TwoWallets: OptionalSentence(f.TwoWallets), Quotas: []QuotaUse{},
		Funding: Funding{Reason: SentenceOf(f.Funding)}, Fresh: FreshOf(f.AsOf),
	}
	if f.Opened > 0 {
		out.Opened = Instant(time.Unix(int64(f.Opened), 0))
	}
	for _, t := range f.Top {
		out.Top = append(out.Top, TopWallets{t.First, t.Nodes, money.Truncated(t.Share)})
	}
	for i, m := range f.Minutes {
		out.Minutes = append(out.Minutes, FirstMinute{i + 1, m.Purchases, m.Nodes, m.Wallets})
	}
	for _, t := range f.Tiers {
		out.Quotas = append(out.Quotas, QuotaUse{t.Tier, quotaOf(t.PerWallet), t.Wallets, t.UsedUp})
	}
	return out
}

func codeSumOf(s *fairness.Sum) CodeSum {
	return CodeSum{s.Purchases, s.Nodes, AmountOf(s.List), AmountOf(s.Discount), AmountOf(s.Reward)}
}

func codePairsOf(r *fairness.Report) CodePairs {
	m := &r.Mutual
	out := CodePairs{r.MutualPairs, codeSumOf(&m.Sum), AmountOf(m.Saved), money.Truncated(r.MutualShare), []CodePair{}}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		out.Top = append(out.Top, CodePair{[]string{p.A.String(), p.B.String()}, codeSumOf(&p.Sum), AmountOf(p.Saved)})
	}
	return out
}

// quotaOf is a quota as it goes out: nil where there is none.
func quotaOf(perWallet uint64) *uint64 {
	if perWallet == program.NoQuota {
		return nil
	}
	return &perWallet
}

// saleContracts are the contracts that sell, where there are several.
func saleContracts(p *program.Program) []SaleContract {
	list := []SaleContract{}
	if p.Sale.Event == nil || len(p.Sale.Event.Contracts) < 2 {
		return list
	}
	for _, c := range p.Sale.Event.Contracts {
		one := SaleContract{Address: c.Address.Hex(), Tier: c.Tier}
		if c.Price != nil {
			price := AmountOf(*c.Price)
			one.Price = &price
		}
		list = append(list, one)
	}
	return list
}
