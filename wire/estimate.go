package wire

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view/quote"
)

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

// SettingSource says where a setting of the program file is from.
type SettingSource struct {
	Setting string   `json:"setting" example:"token.emission" doc:"Its path in the program file"`
	Origin  string   `json:"origin" enum:"seed,contract,documentation,placeholder" doc:"Where it was published; placeholder: nowhere"`
	Items   []uint64 `json:"items" doc:"The numbers of the seed's items, where they are known"`
	EN      string   `json:"en" doc:"What was read, and which reading was taken where there are two"`
	ZH      string   `json:"zh" doc:"The same in Chinese"`
}

// estimated are the settings that an estimate follows from.
var estimated = []string{"sale.max_nodes", "sale.mode", "sale.tiers", "referral", "score", "points", "token", "revenue.share"}

// sourcesOf are those of the settings that begin with one of the paths.
func sourcesOf(p *program.Program, paths []string) []SettingSource {
	list := []SettingSource{}
	for _, s := range p.Sources {
		if slices.ContainsFunc(paths, func(path string) bool { return s.Setting == path || strings.HasPrefix(s.Setting, path+".") }) {
			list = append(list, SettingSource{s.Setting, string(s.Origin), append([]uint64{}, s.Items...), s.Text["en"], s.Text["zh"]})
		}
	}
	return list
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
	Local  string `json:"local" doc:"The reader's currency; empty: none is given"`
	Asset  string `json:"asset" example:"ETH" doc:"What a node is paid in"`
}

// Estimate is what nodes would earn, with everything that it assumes, and the books that it looked at.
type Estimate struct {
	Outcome
	Series      []CurveMonth    `json:"series" doc:"From month 0, the start, to the horizon"`
	Scenarios   []Scenario      `json:"scenarios" doc:"The same at other adoptions; those at which the wallets hold more nodes than are active are left out"`
	Sensitivity []Sensitivity   `json:"sensitivity" doc:"The outcome at each adoption"`
	Assumptions []Assumption    `json:"assumptions" doc:"Everything that the estimate takes for granted"`
	Notes       []Sentence      `json:"notes" doc:"What a reader must know besides"`
	Sources     []SettingSource `json:"sources" doc:"What the program file says of where the numbers are from that are used here"`
	Limits      Limits          `json:"limits" doc:"The most that can be asked for"`
	Units       Units           `json:"units" doc:"What the numbers are in"`
	Fresh
}

// EstimateOf is an estimate as it goes out. One that looked at no books is as of nothing.
func EstimateOf(e *quote.Estimate) Estimate {
	out := Estimate{
		Outcome: outcome(&e.Outcome), Series: []CurveMonth{}, Scenarios: []Scenario{}, Sensitivity: []Sensitivity{},
		Notes: []Sentence{}, Limits: Limits(e.Limits), Units: Units{Money: "USD"},
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
	out.Assumptions = assumptionsOf(e.Assumed)
	for _, n := range e.Notes {
		out.Notes = append(out.Notes, SentenceOf(n))
	}
	if e.AsOf != nil {
		out.Fresh = FreshOf(*e.AsOf)
	}
	p := e.Program
	out.Units.Local, out.Units.Asset = e.Currency, p.Sale.Asset.Symbol()
	out.Sources = sourcesOf(p, estimated)
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

func assumptionsOf(assumed []estimate.AssumedValue) []Assumption {
	list := []Assumption{}
	for _, a := range assumed {
		list = append(list, Assumption{a.Name, SentenceOf(a.Value), string(a.Origin)})
	}
	return list
}

// Valuation takes the implied valuations apart that were published of a program's token.
type Valuation struct {
	Valuations  []ValuationOf `json:"valuations" doc:"Each of the program file's"`
	Unknown     []Sentence    `json:"unknown" doc:"What is not published with them"`
	Assumptions []Assumption  `json:"assumptions" doc:"Everything that this takes for granted"`
	Fresh
}

// ValuationOf is what one valuation takes.
type ValuationOf struct {
	Adoption      string          `json:"adoption" doc:"Active nodes as a part of all that count" example:"0.1"`
	USD           string          `json:"usd" doc:"The valuation" example:"26000000"`
	ActiveNodes   string          `json:"active_nodes" doc:"Nodes that take part" example:"1500"`
	TokensPerNode string          `json:"tokens_per_node" doc:"Up to the horizon"`
	NodePrice     string          `json:"node_price" doc:"US dollars that a node would have to cost"`
	Text          Sentence        `json:"text" doc:"The same in words"`
	Tiers         []TierValuation `json:"tiers" doc:"What the tiers lead to"`
}

// TierValuation is a tier beside a valuation.
type TierValuation struct {
	Tier       int    `json:"tier" doc:"Number of the tier"`
	Price      Amount `json:"price" doc:"Of one node"`
	FDV        string `json:"fdv" doc:"The valuation in US dollars that this price gives; empty when the price of the sale's asset is missing"`
	AssetPrice string `json:"asset_price" doc:"US dollars for 1 of the sale's asset with which this price would give the valuation"`
}

// ExplanationOf is valuations taken apart as they go out.
func ExplanationOf(v *quote.Valuation) Valuation {
	out := Valuation{Valuations: []ValuationOf{}, Unknown: []Sentence{}}
	for _, one := range v.Valued {
		w := ValuationOf{one.Adoption, one.USD, one.ActiveNodes, one.TokensPerNode, one.NodePrice, SentenceOf(one.Sentence), []TierValuation{}}
		for _, t := range one.Tiers {
			w.Tiers = append(w.Tiers, TierValuation{t.Tier, AmountOf(t.Price), t.FDV, t.AssetPrice})
		}
		out.Valuations = append(out.Valuations, w)
	}
	for _, u := range v.Unknown {
		out.Unknown = append(out.Unknown, SentenceOf(u))
	}
	out.Assumptions = assumptionsOf(v.Assumed)
	if v.AsOf != nil {
		out.Fresh = FreshOf(*v.AsOf)
	}
	return out
}
