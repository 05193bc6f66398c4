package wire

import (
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// Generation is how ready everything is for the TGE: how far the sale and the points are. Dates are done, never, or
// an instant at which the rate of the last 7 or 30 days gets there.
type Generation struct {
	At           string       `json:"at" format:"date-time" doc:"When"`
	Tiers        int          `json:"tiers" doc:"How many there are"`
	TiersSold    int          `json:"tiers_sold" doc:"Tiers that are sold out"`
	TiersClosed  int          `json:"tiers_closed" doc:"Tiers that no wallet may buy of, and that are not sold out"`
	Nodes        uint64       `json:"nodes" doc:"In all tiers"`
	NodesSold    uint64       `json:"nodes_sold" doc:"Of all tiers"`
	NodesLeft    uint64       `json:"nodes_left" doc:"Of the tiers that can be bought"`
	SoldPerDay7  string       `json:"sold_per_day_7" doc:"Nodes a day as a decimal, cut off after 18 places" example:"5.285714285714285714"`
	SoldPerDay30 string       `json:"sold_per_day_30" doc:"The same over 30 days"`
	SellOut7     string       `json:"sell_out_7" doc:"When everything is sold: done, never, or an instant"`
	SellOut30    string       `json:"sell_out_30" doc:"The same by the rate of 30 days"`
	TierSellOut7 []string     `json:"tier_sell_out_7" doc:"The same for each tier, where tiers are sold one after the other; empty otherwise"`
	TierSellOut  []string     `json:"tier_sell_out_30" doc:"The same by the rate of 30 days"`
	Issued       *Amount      `json:"points_issued,omitempty" doc:"Absent where the program has no points"`
	Cap          *Amount      `json:"points_cap,omitempty" doc:"Absent where there is none"`
	Left         *Amount      `json:"points_left,omitempty" doc:"Under the cap"`
	Per7         *Amount      `json:"points_per_day_7,omitempty" doc:"Rounded down"`
	Per30        *Amount      `json:"points_per_day_30,omitempty" doc:"The same over 30 days"`
	Reached7     string       `json:"cap_reached_7,omitempty" doc:"When the cap is reached: done, never, or an instant"`
	Reached30    string       `json:"cap_reached_30,omitempty" doc:"The same by the rate of 30 days"`
	Circulation  *Circulation `json:"points,omitempty" doc:"Where points are, and how fast they leave the cap; absent where the program has none"`
	Fresh
}

// Circulation is where points are and how fast they leave the cap. From the TGE on nothing leaves it.
type Circulation struct {
	Emitted      Amount `json:"emitted" doc:"Left the cap by emission"`
	Sold         Amount `json:"sold" doc:"Left the cap by sale, less what was given back"`
	Burnt        Amount `json:"burnt" doc:"Spent"`
	Circulating  Amount `json:"circulating" doc:"What holders have, staked or not"`
	PerDay7      string `json:"per_day_7" doc:"Points a day that left the cap in 7 days, as a decimal, cut off after 18 places" example:"1440.5"`
	PerDay30     string `json:"per_day_30" doc:"The same over 30 days"`
	SoldPerDay7  string `json:"sold_per_day_7" doc:"Of that by sale"`
	SoldPerDay30 string `json:"sold_per_day_30" doc:"The same over 30 days"`
	Price        string `json:"price_usd,omitempty" doc:"Of one point in US dollars, in force; absent where there is none" example:"1"`
	Valuation    string `json:"valuation_usd,omitempty" doc:"The price of a point times the token's supply, in US dollars" example:"200000000"`
}

// GenerationOf is readiness as it goes out.
func GenerationOf(r *rewards.Readiness, of view.AsOf) Generation {
	dates := func(list []rewards.ReachTime) []string {
		out := []string{}
		for _, p := range list {
			out = append(out, p.String())
		}
		return out
	}
	out := Generation{
		At: Instant(r.At), Tiers: r.Tiers, TiersSold: r.TiersSold, TiersClosed: r.TiersClosed, Nodes: r.Nodes,
		NodesSold: r.NodesSold, NodesLeft: r.NodesLeft,
		SoldPerDay7: r.SoldPerDay7, SoldPerDay30: r.SoldPerDay30, SellOut7: r.SellOut7.String(), SellOut30: r.SellOut30.String(),
		Fresh: FreshOf(of), TierSellOut7: dates(r.TierSellOut7), TierSellOut: dates(r.TierSellOut30),
		Issued: OptionalAmount(r.Issued), Per7: OptionalAmount(r.IssuedPerDay7), Per30: OptionalAmount(r.IssuedPerDay30),
	}
	if c := r.Circulation; c != nil {
		out.Circulation = &Circulation{
			Emitted: AmountOf(c.Emitted), Sold: AmountOf(c.Sold), Burnt: AmountOf(c.Burnt), Circulating: AmountOf(c.Circulating),
			PerDay7: c.PerDay7, PerDay30: c.PerDay30, SoldPerDay7: c.SoldPerDay7, SoldPerDay30: c.SoldPerDay30,
			Price: c.Price, Valuation: c.Valuation,
		}
	}
	if r.Capped {
		out.Cap, out.Left, out.Reached7, out.Reached30 = OptionalAmount(r.Cap), OptionalAmount(r.Left), r.CapReached7.String(),
			r.CapReached30.String()
	}
	return out
}
