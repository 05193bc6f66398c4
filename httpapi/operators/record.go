package operators

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/wire"
)

// Referenced is how every fact is told from the others of its operator.
type Referenced struct {
	Reference string `json:"reference" minLength:"1" maxLength:"128" pattern:"^[A-Za-z0-9][A-Za-z0-9._:/#@+-]*$" doc:"What you call it; the same reference is recorded once"`
}

type revenueRequest struct {
	Body struct {
		Referenced
		Source string    `json:"source" maxLength:"64" doc:"Such as dapp or fiat"`
		Amount string    `json:"amount" maxLength:"100" doc:"In the revenue's asset, e.g. 1250.50 (not base units), with a minus when revenue was returned" example:"1250.50"`
		At     time.Time `json:"at" doc:"When it was earned, a whole second"`
		Note   string    `json:"note,omitempty" maxLength:"500" doc:"Everybody can read it in the journal"`
		Cost   bool      `json:"cost,omitempty" doc:"It is what the source cost, such as a fee; with a minus it was given back"`
	}
}

func (a *handlers) recordRevenue(ctx context.Context, in *revenueRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	receipt, err := a.Engine.RecordRevenue(ctx, who, b.Reference,
		fold.RevenueRow{Source: b.Source, Amount: b.Amount, At: b.At, Note: b.Note, Cost: b.Cost})
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type revenueCheckRequest struct {
	Reference string `query:"reference" maxLength:"128" doc:"That is to be recorded"`
}

func (a *handlers) checkRevenue(ctx context.Context, in *revenueCheckRequest) (out wire.RevenueCheck, err error) {
	similar, err := a.Facts.Similar(ctx, "revenue", in.Reference)
	if err != nil {
		return out, err
	}
	var sources []string
	if r := a.Engine.Program().Revenue; r != nil {
		sources = r.Sources
	}
	return wire.RevenueCheckOf(sources, similar), nil
}

type buybackRequest struct {
	Body struct {
		Referenced
		Spent   string    `json:"spent" maxLength:"100" doc:"What was spent of the buyback fund, in the revenue's asset, e.g. 1250.50 (not base units)"`
		Tokens  string    `json:"tokens" maxLength:"100" doc:"What was bought, in the token, e.g. 1250.50 (not base units)"`
		At      time.Time `json:"at" doc:"A whole second"`
		Note    string    `json:"note,omitempty" maxLength:"500" doc:"Where the evidence is, such as a transaction's hash"`
		Source  string    `json:"source,omitempty" maxLength:"64" doc:"Of revenue, whose money was spent; this or payment"`
		Payment string    `json:"payment,omitempty" maxLength:"100" doc:"Key of the exception of the payment out of one of the project's wallets, which this explains; of the same amount"`
	}
}

func (a *handlers) recordBuyback(ctx context.Context, in *buybackRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	receipt, err := a.Engine.RecordBuyback(ctx, who, b.Reference, fold.BuybackRow{
		Spent: b.Spent, Tokens: b.Tokens, At: b.At, Note: b.Note, Source: b.Source, Payment: b.Payment,
	})
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
