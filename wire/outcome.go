package wire

import (
	"strconv"

	"github.com/nodeledger/nodeledger/rewards/estimate"
)

// Local is in the reader's currency what is in US dollars beside it.
type Local struct {
	Cost  string `json:"cost" doc:"Empty where there is no currency or no cost"`
	Value string `json:"value" doc:"Empty where there is no currency or no value"`
	FDV   string `json:"fdv" doc:"Empty where there is no currency or no valuation"`
}

// Outcome is what the nodes would earn under one set of assumptions. Numbers are decimals in whole units, exact where 18
// places are enough and cut off after 18 otherwise. What needs an assumption that was not given is empty.
type Outcome struct {
	Adoption       string  `json:"adoption" doc:"Active nodes as a part of all that count" example:"0.1"`
	ActiveNodes    string  `json:"active_nodes" example:"1500" doc:"Nodes that take part"`
	Score          string  `json:"score" doc:"Of the wallets together" example:"6"`
	TotalScore     string  `json:"total_score" doc:"Of all active nodes" example:"1500"`
	Share          string  `json:"share" doc:"Score / total score: an exact fraction" example:"1/250"`
	PointsPerDay   string  `json:"points_per_day" doc:"Points"`
	PointsPerMonth string  `json:"points_per_month" doc:"Points"`
	PointsPerYear  string  `json:"points_per_year" doc:"Points"`
	Points         string  `json:"points" doc:"Before the TGE"`
	PointsValue    string  `json:"points_value" doc:"US dollars"`
	Drop           string  `json:"drop" doc:"Tokens at the TGE; none after it"`
	Converted      string  `json:"converted" doc:"Tokens that the points become"`
	TokensPerDay   string  `json:"tokens_per_day" doc:"Emitted on the first day"`
	TokensPerMonth string  `json:"tokens_per_month" doc:"Emitted in the first month, a twelfth of 365 days"`
	TokensPerYear  string  `json:"tokens_per_year" doc:"Emitted in the first 365 days"`
	Tokens         string  `json:"tokens" doc:"Drop and emission up to the horizon"`
	TokensPerNode  string  `json:"tokens_per_node" doc:"Tokens"`
	USDTPerMonth   string  `json:"usdt_per_month" doc:"The month's share of revenue"`
	USDT           string  `json:"usdt" doc:"The share of revenue up to the horizon"`
	FundNeeded     string  `json:"fund_needed" doc:"What the whole monthly amounts of all holders at this adoption would take a month; empty where the share is not by amounts"`
	Fund           string  `json:"fund" doc:"What is assumed to be there for it a month"`
	Cost           string  `json:"cost" doc:"US dollars for all nodes"`
	Value          string  `json:"value" doc:"US dollars at the horizon, locked tokens included"`
	Multiple       string  `json:"multiple" doc:"Value / cost" example:"3.5"`
	APR            string  `json:"apr" doc:"(Value - cost) / cost x 12 / months, without compounding: breaking even is 0" example:"-0.375"`
	FDV            string  `json:"fdv" doc:"The implied valuation in US dollars: price a node / tokens a node x supply" example:"26000000"`
	BreakEven      string  `json:"break_even" enum:"reached,never,unknown" doc:"Whether the value comes to the cost within a hundred years"`
	BreakEvenDay   *uint64 `json:"break_even_day" nullable:"true" doc:"The first day after the start; null: not reached"`
	BreakEvenMonth *uint64 `json:"break_even_month" nullable:"true" doc:"The same in whole months; null: not reached"`
	Local          Local   `json:"local" doc:"In the reader's currency, where one is given"`
}

func outcome(o *estimate.Outcome) Outcome {
	out := Outcome{
		Adoption: o.Adoption, ActiveNodes: o.ActiveNodes, Score: o.Score, TotalScore: o.TotalScore, Share: o.Share,
		PointsPerDay: o.PointsDay, PointsPerMonth: o.PointsMonth, PointsPerYear: o.PointsYear, Points: o.Points, PointsValue: o.PointsValue,
		Drop: o.Drop, Converted: o.Converted, TokensPerDay: o.TokensDay, TokensPerMonth: o.TokensMonth, TokensPerYear: o.TokensYear,
		Tokens: o.Tokens, TokensPerNode: o.TokensPerNode, USDTPerMonth: o.USDTMonth, USDT: o.USDT, FundNeeded: o.FundNeeded, Fund: o.Fund,
		Local: Local(o.Local), Cost: o.Cost, Value: o.Value, Multiple: o.Multiple, APR: o.APR, FDV: o.FDV, BreakEvenDay: count(o.BreakEvenDay),
		BreakEvenMonth: count(o.BreakEvenMonth), BreakEven: "unknown",
	}
	switch {
	case out.BreakEvenDay != nil:
		out.BreakEven = "reached"
	case o.BreakEvenDay == estimate.Never:
		out.BreakEven = "never"
	}
	return out
}

// count is the number in a text, nil when there is none.
func count(text string) *uint64 {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return nil
	}
	return &n
}
