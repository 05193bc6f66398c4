package httpapi

import (
	"strconv"

	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view/quote"
)

// ProjectionOf is an estimate as it goes out: the command line prints the same.
func ProjectionOf(e *quote.Estimate) Projection {
	out := Projection{
		Outcome: outcome(&e.Outcome), Series: []Month{}, Scenarios: []Scenario{}, Sensitivity: []Sensitivity{}, Assumptions: []Assumption{}, Units: Units{Money: "USD"},
	}
	for _, m := range e.Outcome.Series {
		out.Series = append(out.Series, Month{m.Month, instant(m.At), m.Locked, m.Available, m.USDT, m.Value})
	}
	for _, s := range e.Scenarios {
		out.Scenarios = append(out.Scenarios, Scenario{s.Scenario.Name, outcome(&s.Outcome)})
	}
	for _, s := range e.Sensitivity {
		out.Sensitivity = append(out.Sensitivity, Sensitivity(s))
	}
	for _, a := range e.Assumed {
		out.Assumptions = append(out.Assumptions, Assumption{a.Name, a.Value, string(a.Origin)})
	}
	p := e.Program
	if p.Token != nil {
		out.Units.Tokens = p.Token.Asset.Symbol()
	}
	if p.Points != nil {
		out.Units.Points = p.Points.Asset.Symbol()
	}
	if p.Income != nil {
		out.Units.USDT = p.Income.Asset.Symbol()
	}
	return out
}

func outcome(o *estimate.Outcome) Outcome {
	out := Outcome{
		Adoption: o.Adoption, ActiveNodes: o.ActiveNodes, Score: o.Score, TotalScore: o.TotalScore, Share: o.Share,
		PointsPerDay: o.PointsDay, PointsPerMonth: o.PointsMonth, PointsPerYear: o.PointsYear, Points: o.Points, PointsValue: o.PointsValue,
		Drop: o.Drop, Converted: o.Converted, TokensPerDay: o.TokensDay, TokensPerMonth: o.TokensMonth, TokensPerYear: o.TokensYear,
		Tokens: o.Tokens, TokensPerNode: o.TokensPerNode, USDTPerMonth: o.USDTMonth, USDT: o.USDT,
		Cost: o.Cost, Value: o.Value, Return: o.Return, APR: o.APR, FDV: o.FDV, EvenDay: count(o.BreakEvenDay), EvenMonth: count(o.BreakEvenMonth), Even: "unknown",
	}
	switch {
	case out.EvenDay != nil:
		out.Even = "reached"
	case o.BreakEvenDay == estimate.Never:
		out.Even = "never"
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
