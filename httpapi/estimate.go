package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

// estimateRequest has the fields of view.EstimateRequest.
type estimateRequest struct {
	Nodes         string `query:"nodes" required:"true" maxLength:"2000" doc:"Nodes of each wallet: 5, or 5,20 for two wallets; 1000 wallets at most" example:"5"`
	Months        string `query:"months" maxLength:"40" doc:"The horizon after the TGE, 0 to 600; 24 when absent" example:"24"`
	Adoption      string `query:"adoption" maxLength:"80" doc:"Active nodes as a part of adoption-of; everybody when absent" example:"10%"`
	AdoptionOf    string `query:"adoption-of" maxLength:"80" doc:"A number of nodes, or sold for those in the books; the most there can be when absent" example:"15000"`
	NodePrice     string `query:"node-price" maxLength:"80" doc:"Paid for one node: 600 in US dollars, or 0.1 ETH in the sale's asset" example:"600"`
	Paid          string `query:"paid" maxLength:"80" doc:"Paid for all nodes together, instead of node-price"`
	Tier          string `query:"tier" maxLength:"40" doc:"Instead of both: the price of a node in this tier of the program file; without any of the three, what the books quote"`
	Wallet        string `query:"wallet" maxLength:"64" doc:"Who would buy, where none of the three is given: what it has counts against its quotas"`
	Code          string `query:"code" maxLength:"256" doc:"The referral code that it would buy with"`
	AssetPrice    string `query:"eth-price" maxLength:"80" doc:"US dollars for 1 of the sale's asset; needed when the price is in it" example:"3250"`
	TokenPrice    string `query:"token-price" maxLength:"80" doc:"US dollars for one token" example:"1"`
	PointPrice    string `query:"point-price" maxLength:"80" doc:"US dollars for one point; the program's when absent"`
	AverageFactor string `query:"average-factor" maxLength:"80" doc:"The mean factor of all active nodes; 1 when absent"`
	DropBy        string `query:"drop-by" maxLength:"40" doc:"What the drop is shared by: nodes or score; the program's when absent"`
	Currency      string `query:"currency" maxLength:"40" doc:"Of the reader: cost, value and valuation are in it, too" example:"EUR"`
	Rate          string `query:"rate" maxLength:"80" doc:"How much of the currency one US dollar is" example:"0.92"`
	Coverage      string `query:"coverage" maxLength:"80" doc:"The part of the monthly amounts that the month's fund can pay; 1 when absent"`
	Fund          string `query:"fund" maxLength:"80" doc:"The month's fund in the revenue's asset, e.g. 1250.50 (not base units), instead of coverage"`
	HolderNodes   string `query:"holder-nodes" maxLength:"80" doc:"The nodes of every holder, for the fund that the monthly amounts would need; absent: the books' holders"`
	PointDays     string `query:"point-days" maxLength:"80" doc:"Days of points before the TGE; 0 when absent"`
	PointsIssued  string `query:"points-issued" maxLength:"80" doc:"Whole points issued before those days, for the cap; absent: what the books have"`
	TGE           string `query:"tge" maxLength:"64" doc:"The TGE (token generation event): a day or an instant; the program's when absent" example:"2024-09-01T00:00:00Z"`
	At            string `query:"at" maxLength:"64" doc:"Which dated settings are in force: a day or an instant; now when absent"`
	Scenarios     string `query:"scenarios" maxLength:"400" doc:"Adoptions to compare; 10%,20%,40% when absent"`
}

func (a *api) estimate(ctx context.Context, in *estimateRequest) (wire.Estimate, error) {
	e, err := quote.EstimateFromBooks(ctx, a.engine, a.clock.Now(), a.reading.roster.Sizes, quote.EstimateRequest(*in))
	if err != nil {
		return wire.Estimate{}, err
	}
	return wire.EstimateOf(&e), nil
}
