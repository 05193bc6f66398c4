package wire

import (
	"fmt"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view/quote"
)

// QuoteTier is what a purchase takes of one tier.
type QuoteTier struct {
	Tier     int    `json:"tier" doc:"Number of the tier"`
	Price    Amount `json:"price" doc:"Of one node"`
	Quantity uint64 `json:"quantity" doc:"How many nodes"`
}

// QuoteTransaction is a purchase ready to be signed by a wallet.
type QuoteTransaction struct {
	To      string `json:"to" doc:"The contract that is called"`
	Data    string `json:"data" doc:"Calldata, hexadecimal"`
	Value   string `json:"value" doc:"Wei in digits"`
	ChainID uint64 `json:"chain_id" doc:"Of the chain, as EIP-155 numbers them"`
}

// Quote is what a purchase costs.
type Quote struct {
	Quantity    uint64            `json:"quantity" doc:"How many nodes are asked for"`
	Code        string            `json:"code,omitempty" doc:"Referral code"`
	List        Amount            `json:"list" doc:"The price without a code"`
	Discount    Amount            `json:"discount" doc:"What the code takes off"`
	Paid        Amount            `json:"paid" doc:"What the buyer pays"`
	Referral    Amount            `json:"referral" doc:"Of referring"`
	Treasury    Amount            `json:"treasury" doc:"What the treasury gets"`
	Dust        Amount            `json:"dust" doc:"What rounding leaves in the contract"`
	Tiers       []QuoteTier       `json:"tiers" doc:"The tiers"`
	Rate        *Rate             `json:"rate,omitempty" doc:"What the asset that is paid costs in another currency; absent: it is not known"`
	Transaction *QuoteTransaction `json:"transaction,omitempty" doc:"Absent where the contract's purchase call is not known"`
	Fresh
}

// Rate is what one whole unit of an asset costs.
type Rate struct {
	Asset    string `json:"asset" doc:"Symbol" example:"ETH"`
	Currency string `json:"currency" doc:"As ISO 4217 has it" example:"USD"`
	Price    string `json:"price" doc:"In that currency, a decimal" example:"3012.5"`
	Day      string `json:"day" format:"date" doc:"Of the price, UTC; at most a week ago"`
	Source   string `json:"source" doc:"Where it is from: price-list, which whoever runs the server brought" enum:"price-list"`

	Others []CurrencyRate `json:"others" doc:"What other currencies cost in that one, from the same list; none without such rows"`
}

// CurrencyRate is what one unit of a currency costs in another one.
type CurrencyRate struct {
	Currency string `json:"currency" doc:"As ISO 4217 has it" example:"EUR"`
	Price    string `json:"price" doc:"A decimal" example:"1.08"`
	Day      string `json:"day" format:"date" doc:"Of the price, UTC; at most a week ago"`
}

// RateOf is the price in US dollars of a day as a price list has it.
func RateOf(asset, usd string, day time.Time) *Rate {
	return &Rate{asset, "USD", usd, day.Format(time.DateOnly), "price-list", []CurrencyRate{}}
}

// Add adds what a currency costs in US dollars.
func (r *Rate) Add(currency, usd string, day time.Time) {
	r.Others = append(r.Others, CurrencyRate{currency, usd, day.Format(time.DateOnly)})
}

// QuoteOf is a quote as it goes out. One that looked at no books is as of nothing.
func QuoteOf(q *quote.Quote) Quote {
	out := Quote{
		Quantity: q.Quantity, Code: q.Code, List: AmountOf(q.List), Discount: AmountOf(q.Discount), Paid: AmountOf(q.Paid),
		Referral: AmountOf(q.Referral), Treasury: AmountOf(q.Treasury), Dust: AmountOf(q.Dust), Tiers: []QuoteTier{},
	}
	if q.AsOf != nil {
		out.Fresh = FreshOf(*q.AsOf)
	}
	for _, s := range q.Slices {
		out.Tiers = append(out.Tiers, QuoteTier{s.Tier, AmountOf(s.Rung.Price), s.Quantity})
	}
	if t := q.Transaction; t != nil {
		out.Transaction = &QuoteTransaction{t.To.Hex(), fmt.Sprintf("0x%x", t.Data), t.Value.Digits(), t.ChainID}
	}
	return out
}

// Announcement is a change of the sale that was announced on the chain and can be made between two times.
type Announcement struct {
	ID      string  `json:"id" doc:"Hash of the call that makes it"`
	Call    string  `json:"call" doc:"The call, in hexadecimal; empty when it has more than 512 bytes"`
	From    string  `json:"from" format:"date-time" doc:"When it can be made at the earliest"`
	Until   string  `json:"until" format:"date-time" doc:"When it can be made at the latest"`
	Setting string  `json:"setting" doc:"What it changes: tier, list, code, treasury, discount, reward, max_nodes, mode or other"`
	Tier    int     `json:"tier,omitempty" doc:"Of a tier or a list: which one, from 1"`
	Price   *Amount `json:"price,omitempty" doc:"Of a tier: of one node"`
	Size    *uint64 `json:"size,omitempty" doc:"Of a tier: how many nodes it has then"`
	Quota   *uint64 `json:"per_wallet,omitempty" doc:"Of a tier: nodes that one wallet may take; absent: no limit"`
	Value   string  `json:"value,omitempty" doc:"Of any other setting: the new value"`
}

func announcementOf(a *sale.Announced) Announcement {
	out := Announcement{
		ID: a.ID.String(), From: Instant(time.Unix(int64(a.Due), 0)), Until: Instant(time.Unix(int64(a.Until()), 0)), Setting: "other",
	}
	if a.Call != nil {
		out.Call = hexutil.Encode(a.Call)
	}
	switch e := a.Change.(type) {
	case sale.TierSet:
		price := AmountOf(e.Price)
		out.Setting, out.Tier, out.Price, out.Size = "tier", e.Tier, &price, &e.Size
		if e.PerWallet != nil {
			out.Quota = quotaOf(*e.PerWallet)
		}
	case sale.ListSet:
		out.Setting, out.Tier, out.Value = "list", e.Tier, map[bool]string{true: "wallets on a list", false: "everybody"}[e.Listed]
	case sale.CodeSet:
		out.Setting, out.Value = "code", e.Code+" "+e.Wallet.String()+map[bool]string{true: " active", false: " disabled"}[e.Active]
	case sale.TreasurySet:
		out.Setting, out.Value = "treasury", e.Wallet.String()
	case sale.TermsSet:
		if e.Discount != nil {
			out.Setting, out.Value = "discount", e.Discount.String()
		} else if e.Reward != nil {
			out.Setting, out.Value = "reward", e.Reward.String()
		}
	case sale.LimitSet:
		if e.Max != nil {
			out.Setting, out.Value = "max_nodes", strconv.FormatUint(*e.Max, 10)
		} else if e.Sequential != nil {
			out.Setting, out.Value = "mode", map[bool]string{true: "sequential", false: "parallel"}[*e.Sequential]
		}
	}
	return out
}
