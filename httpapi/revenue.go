package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view/period"
)

type quarterRequest struct {
	Quarter string `path:"quarter" maxLength:"20" doc:"Such as 2024-Q2"`
}

// Quarter is what revenue, buybacks and emission were in three months. One that has not ended is as far as the books are.
type Quarter struct {
	Quarter      string `json:"quarter" example:"2024-Q2"`
	Start        string `json:"start" format:"date-time"`
	End          string `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Revenue      Amount `json:"revenue" doc:"That sources earned"`
	Returned     Amount `json:"returned" doc:"What of it they took back, such as refunds to customers"`
	ToBuyback    Amount `json:"to_buyback" doc:"What came into the buyback fund, a month's surplus included"`
	Spent        Amount `json:"spent" doc:"On buybacks"`
	Bought       Amount `json:"bought" doc:"Tokens that were bought back"`
	Price        string `json:"price,omitempty" doc:"Average cost of one whole token, in whole units of what was spent; exact, or a fraction"`
	Emitted      Amount `json:"emitted" doc:"Tokens that epochs emitted"`
	Net          Amount `json:"net" doc:"Emitted less bought; below zero when the token was deflationary"`
	Deflationary bool   `json:"deflationary" doc:"More was bought back than emitted"`
	Fresh
}

func (a *api) quarter(ctx context.Context, in *quarterRequest) (out Quarter, err error) {
	q, err := period.OfQuarter(ctx, a.engine, in.Quarter)
	if err != nil {
		return out, err
	}
	net := q.Net.Big()
	if q.Deflationary {
		net.Neg(net)
	}
	out = Quarter{
		Quarter: in.Quarter, Start: instant(q.Start), End: instant(q.End), Revenue: amount(q.Revenue), Returned: amount(q.Returned), ToBuyback: amount(q.ToBuyback),
		Spent: amount(q.Spent), Bought: amount(q.Bought), Price: q.Price, Emitted: amount(q.Emitted), Net: signed(q.Net.Asset(), net), Deflationary: q.Deflationary,
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
