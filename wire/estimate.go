package wire

import "github.com/nodeledger/nodeledger/view/quote"

// CurveMonth is a point of the curve.
type CurveMonth struct {
	Month     int    `json:"month" doc:"Calendar months after the start"`
	At        string `json:"at" format:"date-time" doc:"When"`
	Locked    string `json:"locked" doc:"Tokens"`
	Available string `json:"available" doc:"Tokens"`
	USDT      string `json:"usdt" doc:"The share of revenue so far"`
	Value     string `json:"value" doc:"US dollars; empty when a price is missing"`
}

// Scenario is the outcome under a changed assumption.
type Scenario struct {
	Name string `json:"name" doc:"Name"`
	Outcome
}

// Sensitivity is how the outcome depends on adoption.
type Sensitivity struct {
	Adoption      string `json:"adoption" doc:"Active nodes as a part of all that count"`
	ActiveNodes   string `json:"active_nodes" doc:"Nodes that take part"`
	Share         string `json:"share" doc:"Of the wallets in the score of all: an exact fraction"`
	TokensPerNode string `json:"tokens_per_node" doc:"Tokens"`
	Value         string `json:"value" doc:"What it is worth in US dollars"`
	FDV           string `json:"fdv" doc:"The implied valuation in US dollars"`
	BreakEvenDay  string `json:"break_even_day" doc:"A number, never, or empty when a price is missing"`
}

// Assumption is one thing that the estimate takes for granted.
type Assumption struct {
	Name   string   `json:"name" example:"token_price" doc:"Name"`
	Value  Sentence `json:"value" doc:"What is assumed"`
	Source string   `json:"source" enum:"program,quote,chain,user,default" doc:"Who says so"`
}

// Limits are the most that an estimate can be asked for.
type Limits struct {
	Nodes  uint64 `json:"nodes" example:"115" doc:"That one wallet can buy at once now; 0: no tier is known, or none sells"`
	Sale   uint64 `json:"sale" example:"15000" doc:"Nodes that there can be; 0: not known"`
	Months int    `json:"months" example:"600" doc:"The horizon"`
}

// Units say what the numbers are in.
type Units struct {
	Tokens string `json:"tokens" doc:"Empty: the program has none"`
	Points string `json:"points" doc:"Points"`
	USDT   string `json:"usdt" doc:"What the share of revenue is paid in"`
	Money  string `json:"money" doc:"Currency of prices and values"`
}

// Estimate is what nodes would earn, with everything that it assumes, and the books that it looked at.
type Estimate struct {
	Outcome
	Series      []CurveMonth  `json:"series" doc:"From month 0, the start, to the horizon"`
	Scenarios   []Scenario    `json:"scenarios" doc:"The same at other adoptions; those at which the wallets hold more nodes than are active are left out"`
	Sensitivity []Sensitivity `json:"sensitivity" doc:"The outcome at each adoption"`
	Assumptions []Assumption  `json:"assumptions" doc:"Everything that the estimate takes for granted"`
	Notes       []Sentence    `json:"notes" doc:"What a reader must know besides"`
	Limits      Limits        `json:"limits" doc:"The most that can be asked for"`
	Units       Units         `json:"units" doc:"What the numbers are in"`
	Fresh
}

// EstimateOf is an estimate as it goes out. One that looked at no books is as of nothing.
func EstimateOf(e *quote.Estimate) Estimate {
	out := Estimate{
		Outcome: outcome(&e.Outcome), Series: []CurveMonth{}, Scenarios: []Scenario{}, Sensitivity: []Sensitivity{},
		Assumptions: []Assumption{}, Notes: []Sentence{}, Limits: Limits(e.Limits), Units: Units{Money: "USD"},
	}
	for _, m := range e.Outcome.Series {
		out.Series = append(out.Series, CurveMonth{m.Month, Instant(m.At), m.Locked, m.Available, m.USDT, m.Value})
	}
	for _, s := range e.Scenarios {
		out.Scenarios = append(out.Scenarios, Scenario{s.Scenario.Name, outcome(&s.Outcome)})
	}
	for _, s := range e.Sensitivity {
		out.Sensitivity = append(out.Sensitivity, Sensitivity(s))
	}
	for _, a := range e.Assumed {
		out.Assumptions = append(out.Assumptions, Assumption{a.Name, SentenceOf(a.Value), string(a.Origin)})
	}
	for _, n := range e.Notes {
		out.Notes = append(out.Notes, SentenceOf(n))
	}
	if e.AsOf != nil {
		out.Fresh = FreshOf(*e.AsOf)
	}
	p := e.Program
	if p.Token != nil {
		out.Units.Tokens = p.Token.Asset.Symbol()
	}
	if p.Points != nil {
		out.Units.Points = p.Points.Asset.Symbol()
	}
	if p.Revenue != nil {
		out.Units.USDT = p.Revenue.Asset.Symbol()
	}
	return out
}
