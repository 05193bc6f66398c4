package wire

import (
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
)

// Quarter is what revenue, buybacks and emission were in three months. One that has not ended is as far as the books are.
type Quarter struct {
	Quarter      string `json:"quarter" example:"2024-Q2" doc:"Such as 2024-Q2"`
	Start        string `json:"start" format:"date-time" doc:"The first instant"`
	End          string `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Revenue      Amount `json:"revenue" doc:"That sources earned, as in the income statement"`
	Costs        Amount `json:"costs" doc:"Fees, refunds and whatever else they cost, as in the income statement"`
	ToBuyback    Amount `json:"to_buyback" doc:"By how much the buyback fund grew but for what was spent, a month's surplus included; below zero when more was given back"`
	Spent        Amount `json:"spent" doc:"On buybacks"`
	Bought       Amount `json:"bought" doc:"Tokens that were bought back"`
	Price        string `json:"price,omitempty" doc:"Average cost of 1 token, in the usual unit of what was spent: a decimal, cut off after 18 places" example:"1.2"`
	Emitted      Amount `json:"emitted" doc:"Tokens that the days inside the quarter emitted"`
	Dropped      Amount `json:"dropped" doc:"Tokens of the TGE's drop, when the TGE is in the quarter; not part of emitted or net"`
	Converted    Amount `json:"converted" doc:"Tokens that points became at the TGE, when it is in the quarter; not part of emitted or net"`
	Net          Amount `json:"net" doc:"Emitted less bought; below zero when the token was deflationary"`
	Deflationary bool   `json:"deflationary" doc:"More was bought back than emitted"`
	Fresh
}

// QuarterOf is a quarter by its name as it goes out.
func QuarterOf(name string, q *period.Quarter, of view.AsOf) Quarter {
	net := q.Net.Big()
	if q.Deflationary {
		net.Neg(net)
	}
	return Quarter{
		Quarter: name, Start: Instant(q.Start), End: Instant(q.End), Revenue: owedOf(q.Revenue), Costs: NetOf(q.Costs),
		ToBuyback: owedOf(q.ToBuyback), Spent: AmountOf(q.Spent), Bought: AmountOf(q.Bought), Price: q.Price, Emitted: AmountOf(q.Emitted),
		Dropped: AmountOf(q.Dropped), Converted: AmountOf(q.Converted),
		Net: SignedAmount(q.Net.Asset(), net), Deflationary: q.Deflationary, Fresh: FreshOf(of),
	}
}
