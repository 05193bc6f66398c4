package httpapi

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
)

type quoteRequest struct {
	Quantity string `query:"quantity" required:"true" maxLength:"80" doc:"How many nodes, in plain digits" example:"5"`
	Wallet   string `query:"wallet" maxLength:"64" doc:"Who buys: what the wallet already has counts against its quotas"`
	Code     string `query:"code" maxLength:"256" doc:"A referral code"`
}

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

func (a *api) quote(ctx context.Context, in *quoteRequest) (Quote, error) {
	r := quote.Request{Code: in.Code}
	var err error
	if r.Quantity, err = quote.ParseQuantity(in.Quantity); err != nil {
		return Quote{}, err
	}
	if in.Wallet != "" {
		if r.Wallet, err = view.ParseWallet(in.Wallet); err != nil {
			return Quote{}, err
		}
	}
	q, err := quote.FromBooks(ctx, a.engine, r)
	if err != nil {
		return Quote{}, err
	}
	out := Quote{
		Quantity: q.Quantity, Code: q.Code, List: amount(q.List), Discount: amount(q.Discount), Paid: amount(q.Paid),
		Referral: amount(q.Referral), Treasury: amount(q.Treasury), Dust: amount(q.Dust), Fresh: fresh(*q.AsOf),
	}
	for _, s := range q.Slices {
		out.Tiers = append(out.Tiers, QuoteTier{s.Tier, amount(s.Rung.Price), s.Quantity})
	}
	if t := q.Transaction; t != nil {
		out.Transaction = &QuoteTransaction{t.To.Hex(), fmt.Sprintf("0x%x", t.Data), t.Value.Digits(), t.ChainID}
	}
	return out, nil
}
