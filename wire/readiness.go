package wire

import (
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// Generation is how ready everything is for the TGE: how far the sale and the points are, and after the TGE how it went. Dates are done,
// never, or an instant at which the rate of the last 7 or 30 days gets there; after the TGE there are none.
type Generation struct {
	At           string          `json:"at" format:"date-time" doc:"When"`
	TGE          TokenGeneration `json:"tge" doc:"What the books know of the TGE"`
	Tiers        int             `json:"tiers" doc:"How many there are"`
	TiersSold    int             `json:"tiers_sold" doc:"Tiers that are sold out"`
	TiersClosed  int             `json:"tiers_closed" doc:"Tiers that no wallet may buy of, and that are not sold out"`
	ByTier       []TierSelling   `json:"by_tier" doc:"Each tier"`
	Nodes        uint64          `json:"nodes" doc:"In all tiers"`
	NodesSold    uint64          `json:"nodes_sold" doc:"Of all tiers"`
	NodesLeft    uint64          `json:"nodes_left" doc:"Of the tiers that can be bought"`
	SoldPerDay7  string          `json:"sold_per_day_7" doc:"Nodes a day as a decimal, cut off after 18 places" example:"5.285714285714285714"`
	SoldPerDay30 string          `json:"sold_per_day_30" doc:"The same over 30 days"`
	SellOut7     string          `json:"sell_out_7,omitempty" doc:"When everything is sold: done, never, or an instant; absent after the TGE"`
	SellOut30    string          `json:"sell_out_30,omitempty" doc:"The same by the rate of 30 days"`
	Issued       *Amount         `json:"points_issued,omitempty" doc:"Absent where the program has no points"`
	Cap          *Amount         `json:"points_cap,omitempty" doc:"Absent where there is none"`
	Left         *Amount         `json:"points_left,omitempty" doc:"Under the cap; absent after the TGE"`
	Per7         *Amount         `json:"points_per_day_7,omitempty" doc:"Rounded down; absent after the TGE"`
	Per30        *Amount         `json:"points_per_day_30,omitempty" doc:"The same over 30 days"`
	Reached7     string          `json:"cap_reached_7,omitempty" doc:"When the cap is reached: done, never, or an instant; absent after the TGE"`
	Reached30    string          `json:"cap_reached_30,omitempty" doc:"The same by the rate of 30 days"`
	Circulation  *Circulation    `json:"points,omitempty" doc:"Where points are, and how fast they leave the cap; absent where the program has none"`
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

// TokenGeneration is what the books know of the TGE.
type TokenGeneration struct {
	State  string       `json:"state" enum:"unknown,planned,awaited,generated" doc:"awaited: the planned time has come, and it is not recorded"`
	At     string       `json:"at,omitempty" format:"date-time" doc:"When it was, or for when it is planned"`
	Waits  []WaitingTGE `json:"waits" doc:"Times that one operator said, and that count once another one says the same"`
	Report *TGEReport   `json:"report,omitempty" doc:"How it went; absent before it"`
}

// WaitingTGE is a time that one operator said.
type WaitingTGE struct {
	What string `json:"what" enum:"plan,record" doc:"A plan, or that it was then"`
	At   string `json:"at" format:"date-time" doc:"The time"`
	By   string `json:"by" doc:"Who said it"`
}

// TGEReport is how the way to the TGE went.
type TGEReport struct {
	TiersSold int     `json:"tiers_sold" doc:"Sold out by then"`
	NodesSold uint64  `json:"nodes_sold" doc:"By then"`
	Days      int     `json:"days" doc:"From the first day of the books to the day of the TGE"`
	Issued    *Amount `json:"points_issued,omitempty" doc:"By then; absent where the program has no points"`
	Cap       *Amount `json:"points_cap,omitempty" doc:"Then; absent where there was none"`
	Converted *Amount `json:"converted,omitempty" doc:"Tokens that points became; absent where that is not booked"`
	Dropped   *Amount `json:"dropped,omitempty" doc:"Tokens of the airdrop; absent where that is not booked"`
}

// TierSelling is how far one tier is.
type TierSelling struct {
	Tier      int    `json:"tier" doc:"From 1"`
	Size      uint64 `json:"size" doc:"Nodes"`
	Sold      uint64 `json:"sold" doc:"Of them"`
	Left      uint64 `json:"left" doc:"That can be bought; none of a closed tier"`
	Closed    bool   `json:"closed" doc:"No wallet may buy of it, and it is not sold out"`
	SoldOut   string `json:"sold_out,omitempty" format:"date-time" doc:"When its last node was sold"`
	SellOut7  string `json:"sell_out_7,omitempty" doc:"When it is sold by the rate of 7 days: done, never, or an instant; absent after the TGE"`
	SellOut30 string `json:"sell_out_30,omitempty" doc:"The same by the rate of 30 days"`
}

// GenerationOf is readiness as it goes out.
func GenerationOf(r *rewards.Readiness, of view.AsOf) Generation {
	out := Generation{
		At: Instant(r.At), TGE: tgeOf(r), Tiers: r.Tiers, TiersSold: r.TiersSold, TiersClosed: r.TiersClosed, Nodes: r.Nodes,
		NodesSold: r.NodesSold, NodesLeft: r.NodesLeft, SoldPerDay7: r.SoldPerDay7, SoldPerDay30: r.SoldPerDay30,
		ByTier: []TierSelling{}, Issued: OptionalAmount(r.Issued), Fresh: FreshOf(of),
	}
	over := r.TGE.Report != nil
	for i, t := range r.ByTier {
		tier := TierSelling{Tier: i + 1, Size: t.Size, Sold: t.Sold, Left: t.Left, Closed: t.Closed, SoldOut: Instant(t.SoldOut)}
		if !over {
			tier.SellOut7, tier.SellOut30 = t.SellOut7.String(), t.SellOut30.String()
		}
		out.ByTier = append(out.ByTier, tier)
	}
	if c := r.Circulation; c != nil {
		out.Circulation = &Circulation{
			Emitted: AmountOf(c.Emitted), Sold: AmountOf(c.Sold), Burnt: AmountOf(c.Burnt), Circulating: AmountOf(c.Circulating),
			PerDay7: c.PerDay7, PerDay30: c.PerDay30, SoldPerDay7: c.SoldPerDay7, SoldPerDay30: c.SoldPerDay30,
			Price: c.Price, Valuation: c.Valuation,
		}
	}
	if r.Capped {
		out.Cap = OptionalAmount(r.Cap)
	}
	if over {
		return out
	}
	out.SellOut7, out.SellOut30 = r.SellOut7.String(), r.SellOut30.String()
	out.Per7, out.Per30 = OptionalAmount(r.IssuedPerDay7), OptionalAmount(r.IssuedPerDay30)
	if r.Capped {
		out.Left, out.Reached7, out.Reached30 = OptionalAmount(r.Left), r.CapReached7.String(), r.CapReached30.String()
	}
	return out
}

func tgeOf(r *rewards.Readiness) TokenGeneration {
	out := TokenGeneration{State: "unknown", At: Instant(r.TGE.At), Waits: []WaitingTGE{}}
	switch {
	case r.TGE.At.IsZero():
	case r.TGE.Awaited(r.At):
		out.State = "awaited"
	case r.TGE.Planned:
		out.State = "planned"
	default:
		out.State = "generated"
	}
	for _, w := range r.TGE.Waits {
		what := "record"
		if w.Plan {
			what = "plan"
		}
		out.Waits = append(out.Waits, WaitingTGE{what, Instant(w.At), w.By})
	}
	if t := r.TGE.Report; t != nil {
		out.Report = &TGEReport{
			TiersSold: t.TiersSold, NodesSold: t.NodesSold, Days: t.Days, Issued: OptionalAmount(t.Issued),
			Converted: OptionalAmount(t.Converted), Dropped: OptionalAmount(t.Dropped),
		}
		if t.Capped {
			out.Report.Cap = OptionalAmount(t.Cap)
		}
	}
	return out
}
