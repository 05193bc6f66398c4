package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view/quote"
)

// estimateRequest has the fields of view.EstimateRequest.
type estimateRequest struct {
	Nodes         string `query:"nodes" required:"true" maxLength:"2000" doc:"Nodes of each wallet: 5, or 5,20 for two wallets; 1000 wallets at most" example:"5"`
	Months        string `query:"months" maxLength:"40" doc:"The horizon after the token's generation, 0 to 600; 24 when absent" example:"24"`
	Adoption      string `query:"adoption" maxLength:"80" doc:"Active nodes as a part of adoption-of; everybody when absent" example:"10%"`
	AdoptionOf    string `query:"adoption-of" maxLength:"80" doc:"A number of nodes, or sold for those in the books; the most there can be when absent" example:"15000"`
	NodePrice     string `query:"node-price" maxLength:"80" doc:"Paid for one node: 600 in US dollars, or 0.1 ETH in the sale's asset" example:"600"`
	Paid          string `query:"paid" maxLength:"80" doc:"Paid for all nodes together, instead of node-price"`
	Tier          string `query:"tier" maxLength:"40" doc:"Instead of both: the price of a node in this tier of the program file"`
	AssetPrice    string `query:"eth-price" maxLength:"80" doc:"US dollars for one whole unit of the sale's asset; needed when the price is in it" example:"3250"`
	TokenPrice    string `query:"token-price" maxLength:"80" doc:"US dollars for one token" example:"1"`
	PointPrice    string `query:"point-price" maxLength:"80" doc:"US dollars for one point; the program's when absent"`
	AverageFactor string `query:"average-factor" maxLength:"80" doc:"The mean factor of all active nodes; 1 when absent"`
	DropBy        string `query:"drop-by" maxLength:"40" doc:"What the drop is shared by: nodes or score; the program's when absent"`
	Coverage      string `query:"coverage" maxLength:"80" doc:"The part of the monthly amounts that the month's fund can pay; 1 when absent"`
	Fund          string `query:"fund" maxLength:"80" doc:"The month's fund in whole units, where it is shared by score"`
	PointDays     string `query:"point-days" maxLength:"80" doc:"Days of points before the generation; 0 when absent"`
	PointsIssued  string `query:"points-issued" maxLength:"80" doc:"Whole points issued before those days, for the cap; absent: what the books have"`
	TGE           string `query:"tge" maxLength:"64" doc:"The token's generation: a day or an instant; the program's when absent" example:"2024-09-01T00:00:00Z"`
	At            string `query:"at" maxLength:"64" doc:"Which dated settings are in force: a day or an instant; now when absent"`
	Scenarios     string `query:"scenarios" maxLength:"400" doc:"Adoptions to compare; 10%,20%,40% when absent"`
}

// Outcome is what the nodes would earn under one set of assumptions. Numbers are decimals in whole units, exact where 18
// places are enough and cut off after 18 otherwise. What needs an assumption that was not given is empty.
type Outcome struct {
	Adoption       string  `json:"adoption" doc:"Active nodes as a part of all that count" example:"0.1"`
	ActiveNodes    string  `json:"active_nodes" example:"1500"`
	Score          string  `json:"score" doc:"Of the wallets together" example:"6"`
	TotalScore     string  `json:"total_score" doc:"Of all active nodes" example:"1500"`
	Share          string  `json:"share" doc:"Score / total score: an exact fraction" example:"1/250"`
	PointsPerDay   string  `json:"points_per_day"`
	PointsPerMonth string  `json:"points_per_month"`
	PointsPerYear  string  `json:"points_per_year"`
	Points         string  `json:"points" doc:"Before the generation"`
	PointsValue    string  `json:"points_value" doc:"US dollars"`
	Drop           string  `json:"drop" doc:"Tokens at the generation"`
	Converted      string  `json:"converted" doc:"Tokens that the points become"`
	TokensPerDay   string  `json:"tokens_per_day" doc:"Emitted on the first day"`
	TokensPerMonth string  `json:"tokens_per_month" doc:"Emitted in the first calendar month"`
	TokensPerYear  string  `json:"tokens_per_year" doc:"Emitted in the first calendar year"`
	Tokens         string  `json:"tokens" doc:"Drop and emission up to the horizon"`
	TokensPerNode  string  `json:"tokens_per_node"`
	USDTPerMonth   string  `json:"usdt_per_month" doc:"The month's share of revenue"`
	USDT           string  `json:"usdt" doc:"The share of revenue up to the horizon"`
	Cost           string  `json:"cost" doc:"US dollars for all nodes"`
	Value          string  `json:"value" doc:"US dollars at the horizon, locked tokens included"`
	Return         string  `json:"return" doc:"Value / cost" example:"3.5"`
	APR            string  `json:"apr" doc:"Return x 12 / months, without compounding"`
	FDV            string  `json:"fdv" doc:"The implied valuation in US dollars: price a node / tokens a node x supply" example:"26000000"`
	Even           string  `json:"break_even" enum:"reached,never,unknown" doc:"Whether the value comes to the cost within a hundred years"`
	EvenDay        *uint64 `json:"break_even_day" nullable:"true" doc:"The first day after the generation; null: not reached"`
	EvenMonth      *uint64 `json:"break_even_month" nullable:"true" doc:"The same in whole months; null: not reached"`
}

// Month is a point of the curve.
type Month struct {
	Month     int    `json:"month" doc:"Calendar months after the generation"`
	At        string `json:"at" format:"date-time"`
	Locked    string `json:"locked" doc:"Tokens"`
	Available string `json:"available" doc:"Tokens"`
	USDT      string `json:"usdt" doc:"The share of revenue so far"`
	Value     string `json:"value" doc:"US dollars; empty when a price is missing"`
}

// Scenario is the outcome under a changed assumption.
type Scenario struct {
	Name string `json:"name"`
	Outcome
}

// Sensitivity is how the outcome depends on adoption.
type Sensitivity struct {
	Adoption      string `json:"adoption"`
	ActiveNodes   string `json:"active_nodes"`
	Share         string `json:"share"`
	TokensPerNode string `json:"tokens_per_node"`
	Value         string `json:"value"`
	FDV           string `json:"fdv"`
	BreakEvenDay  string `json:"break_even_day" doc:"A number, never, or empty when a price is missing"`
}

// Assumption is one thing that the estimate takes for granted.
type Assumption struct {
	Name   string `json:"name" example:"token_price"`
	Value  string `json:"value" example:"1"`
	Source string `json:"source" enum:"program,chain,user,default" doc:"Who says so"`
}

// Units say what the numbers are in.
type Units struct {
	Tokens string `json:"tokens" doc:"Empty: the program has none"`
	Points string `json:"points"`
	USDT   string `json:"usdt" doc:"What the share of revenue is paid in"`
	Money  string `json:"money"`
}

// Projection is an estimate with everything that it assumes.
type Projection struct {
	Outcome
	Series      []Month       `json:"series" doc:"From month 0, the generation, to the horizon"`
	Scenarios   []Scenario    `json:"scenarios" doc:"The same at other adoptions; those at which the wallets hold more nodes than are active are left out"`
	Sensitivity []Sensitivity `json:"sensitivity"`
	Assumptions []Assumption  `json:"assumptions"`
	Units       Units         `json:"units"`
}

// Estimate is a projection and the books that it looked at.
type Estimate struct {
	Projection
	Fresh
}

func (a *api) estimate(ctx context.Context, in *estimateRequest) (Estimate, error) {
	e, err := quote.EstimateFromBooks(ctx, a.engine, a.clock.Now(), quote.EstimateRequest(*in))
	if err != nil {
		return Estimate{}, err
	}
	return Estimate{ProjectionOf(&e), fresh(*e.AsOf)}, nil
}
