package quote

import (
	"regexp"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view"
)

// Sold is written for EstimateRequest.AdoptionOf: the adoption is of the nodes that the books say are sold.
const Sold = "sold"

// usualMonths is the horizon when none is asked for.
const usualMonths = 24

// EstimateRequest is what somebody assumes, as it was written. Only Nodes must be there; what the rest is when it is
// empty, estimate.Assumptions says. Numbers are exact decimals or percentages.
type EstimateRequest struct {
	Nodes         string // of each wallet: "5", or "5,20"
	Months        string // the horizon after the generation, 0 to 600; empty: 24
	Adoption      string // active nodes as a part of AdoptionOf
	AdoptionOf    string // a number of nodes, or "sold"
	NodePrice     string // paid for a node: "600" US dollars, or "0.1 ETH" in the sale's asset
	Paid          string // paid for all nodes together, instead of NodePrice
	Tier          string // instead of either: the price of a node in this tier of the program file
	Wallet        string // who would buy, where none of the three is given: what it has counts against its quotas
	Code          string // the referral code that it would buy with
	AssetPrice    string // US dollars for one whole unit of the sale's asset
	TokenPrice    string // US dollars
	PointPrice    string // US dollars
	AverageFactor string
	DropBy        string // "nodes" or "score"
	Currency      string // of the reader, such as "EUR": values are in it, too
	Rate          string // how much of it one US dollar is
	Coverage      string
	Fund          string
	HolderNodes   string // the nodes of every holder
	PointDays     string
	PointsIssued  string // whole points; empty: what the books say, or nothing where no books are looked at
	TGE           string // a day or an instant
	At            string // a day or an instant: which dated settings are in force; empty: now
	Scenarios     string // adoptions, such as "10%,20%,40%"; 10 at most
}

// currencyForm is an ISO 4217 code.
var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)

// assume turns what was written into assumptions.
func (r *EstimateRequest) assume(p *program.Program, g *ground) (a estimate.Assumptions, err error) {
	a = estimate.Assumptions{Program: p, At: g.moment, Months: usualMonths, Holders: g.holders}
	if a.Wallets, err = ParseWallets(r.Nodes); err != nil {
		return a, err
	}
	if r.Months != "" {
		if a.Months, err = view.ParseCount("months", r.Months, 0, estimate.MaxMonths); err != nil {
			return a, err
		}
	}
	for _, n := range []struct {
		name, text string
		to         *estimate.Input
	}{
		{"adoption", r.Adoption, &a.Adoption},
		{"eth-price", r.AssetPrice, &a.AssetPrice}, {"token-price", r.TokenPrice, &a.TokenPrice}, {"point-price", r.PointPrice, &a.PointPrice},
		{"average-factor", r.AverageFactor, &a.AverageFactor}, {"coverage", r.Coverage, &a.Coverage}, {"fund", r.Fund, &a.Fund},
		{"rate", r.Rate, &a.Rate},
		{"holder-nodes", r.HolderNodes, &a.HolderNodes},
		{"point-days", r.PointDays, &a.PointDays}, {"points-issued", r.PointsIssued, &a.PointsIssued},
	} {
		if *n.to, err = given(n.name, n.text); err != nil {
			return a, err
		}
	}
	if a.Currency = r.Currency; a.Currency != "" && !currencyForm.MatchString(a.Currency) {
		return a, problem.Invalidf("currency: %q is not a code of three capital letters, such as EUR", view.Truncate(a.Currency))
	}
	if (r.Currency == "") != (r.Rate == "") {
		return a, problem.Invalidf("currency and rate belong together: write both, such as EUR and 0.92 for 0.92 EUR to 1 USD, or neither")
	}
	if a.Adoption.Origin != "" && !isPart(a.Adoption.Value) {
		return a, problem.Invalidf("adoption: %s is not above 0 and at most 1: write a part such as 10%%, 100%% at most",
			view.Truncate(r.Adoption))
	}
	if a.PointsIssued.Origin == "" {
		a.PointsIssued = g.issued
	}
	if a.AdoptionOf, err = g.adoptionOf(p, r.AdoptionOf); err != nil {
		return a, err
	}
	if g.offer.refused != nil {
		return a, g.offer.refused
	}
	if a.Paid, err = r.price(p, g, a.Wallets); err != nil {
		return a, err
	}
	a.SoldOut = a.Paid.Origin == "" && g.offer.soldOut()
	if a.Paid.Origin != "" && a.Paid.Quoted == 0 && !a.Paid.USD && a.AssetPrice.Origin == "" {
		return a, problem.Invalidf("eth-price is missing: the price paid is in %s, so say what one %[1]s costs in US dollars", p.Sale.Asset)
	}
	switch by := program.Weight(r.DropBy); by {
	case "", program.ByNodes, program.ByScore:
		a.DropBy = by
	default:
		return a, problem.Invalidf("drop-by: %q is none: write nodes or score", view.Truncate(r.DropBy))
	}
	if err = g.generation(&a, r.TGE); err != nil {
		return a, err
	}
	at, err := instant("at", r.At)
	if err != nil {
		return a, err
	}
	if !at.IsZero() {
		a.At.Time = at
	}
	a.Scenarios, err = scenarios(r.Scenarios)
	return a, err
}

// given reads an exact number; nothing is not given.
func given(name, text string) (estimate.Input, error) {
	if text == "" {
		return estimate.Input{}, nil
	}
	value, err := money.ParseRatio(text)
	if err != nil || len(text) > 40 {
		return estimate.Input{}, problem.Invalidf("%s: %q is not an exact number: write a decimal such as 0.1 of at most 19 digits, or a "+
			"percentage such as 10%%", name, view.Truncate(text))
	}
	return estimate.User(value), nil
}

// price is what was paid, by whichever of the three ways it was said; otherwise what the ladder asks.
func (r *EstimateRequest) price(p *program.Program, g *ground, wallets []uint64) (paid estimate.Paid, err error) {
	ways := 0
	for _, text := range []string{r.NodePrice, r.Paid, r.Tier} {
		if text != "" {
			ways++
		}
	}
	switch {
	case ways > 1:
		return paid, problem.Invalidf("node-price, paid and tier all say what was paid: write one of them")
	case r.NodePrice != "":
		return priced("node-price", r.NodePrice, p, true)
	case r.Paid != "":
		return priced("paid", r.Paid, p, false)
	case r.Tier == "":
		return g.offer.cost(wallets, r)
	}
	tiers, _ := p.Sale.Tiers.At(g.moment)
	if len(tiers) == 0 {
		return paid, problem.New(problem.Conflict, problem.NoLadder, "tier: the program file has no prices: write node-price instead")
	}
	n, err := view.ParseCount("tier", r.Tier, 1, len(tiers))
	if err != nil {
		return paid, err
	}
	value, err := money.ParseRatio(tiers[n-1].Price.Decimal().String())
	return estimate.Paid{Input: estimate.Input{Value: value, Origin: estimate.FromProgram}, PerNode: true}, err
}

// priced reads "600" or "600 USD" in US dollars, and "0.1 ETH" in the sale's asset.
func priced(name, text string, p *program.Program, perNode bool) (estimate.Paid, error) {
	digits, inAsset := strings.CutSuffix(text, p.Sale.Asset.Symbol())
	if !inAsset {
		digits = strings.TrimSuffix(text, "USD")
	}
	value, err := given(name, strings.TrimSpace(digits))
	if err == nil && value.Origin == "" {
		err = problem.Invalidf("%s: %q has no number: write 600 for US dollars, or 0.1 %s", name, view.Truncate(text), p.Sale.Asset)
	}
	return estimate.Paid{Input: value, PerNode: perNode, USD: !inAsset}, err
}

// instant reads a day or an instant; nothing is the zero time. The horizon after it must be a date that can be written.
func instant(name, text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := view.ParseTime(text)
	if err != nil {
		return at, err
	}
	if at.Year() < 2000 || at.Year() > 2500 || at.Nanosecond() != 0 {
		return at, problem.Invalidf("%s: %q is not between the years 2000 and 2500 in whole seconds: write one such as "+
			"2024-09-01T00:00:00Z", name, view.Truncate(text))
	}
	return at, nil
}

// isPart says that an adoption is one: somebody, and not more than everybody.
func isPart(adoption money.Ratio) bool { return !adoption.IsZero() && adoption.Cmp(money.One()) <= 0 }

// scenarios are adoptions that somebody would like to compare; nothing leaves the usual ones.
func scenarios(text string) ([]estimate.Scenario, error) {
	if text == "" {
		return nil, nil
	}
	parts := strings.Split(text, ",")
	if len(parts) > 10 {
		return nil, problem.Invalidf("scenarios: these are %d adoptions: write 10 at most", len(parts))
	}
	var list []estimate.Scenario
	for _, part := range parts {
		adoption, err := given("scenarios", part)
		if err == nil && !isPart(adoption.Value) {
			err = problem.Invalidf("scenarios: %q is not an adoption: write parts above 0 and at most 1, such as 10%%,20%%,40%%",
				view.Truncate(part))
		}
		if err != nil {
			return nil, err
		}
		list = append(list, estimate.Scenario{Name: "adoption " + part, Adoption: adoption})
	}
	return list, nil
}
