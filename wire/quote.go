package wire

import (
	"fmt"

	"github.com/nodeledger/nodeledger/view/quote"
)

// QuoteTier is what a purchase takes of one tier.
type QuoteTier struct {
	Tier     int    `json:"tier"`
	Price    Amount `json:"price"`
	Quantity uint64 `json:"quantity"`
}

// QuoteTransaction is a purchase ready to be signed by a wallet.
type QuoteTransaction struct {
	To      string `json:"to"`
	Data    string `json:"data" doc:"Calldata, hexadecimal"`
	Value   string `json:"value" doc:"Wei in digits"`
	ChainID uint64 `json:"chain_id"`
}

// Quote is what a purchase costs.
type Quote struct {
	Quantity    uint64            `json:"quantity"`
	Code        string            `json:"code,omitempty"`
	List        Amount            `json:"list"`
	Discount    Amount            `json:"discount"`
	Paid        Amount            `json:"paid"`
	Referral    Amount            `json:"referral"`
	Treasury    Amount            `json:"treasury"`
	Dust        Amount            `json:"dust"`
	Tiers       []QuoteTier       `json:"tiers"`
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
