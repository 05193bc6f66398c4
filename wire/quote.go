package wire

import (
	"fmt"

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
	Transaction *QuoteTransaction `json:"transaction,omitempty" doc:"Absent where the contract's purchase call is not known"`
	Fresh
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
