package estimate

import (
	"math/big"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
)

// Origin says where an assumption comes from.
type Origin string

// The origins of assumptions.
const (
	FromProgram Origin = "program" // the program file
	FromChain   Origin = "chain"   // counted on the chain or in the books
	FromUser    Origin = "user"    // whoever asks
	ByDefault   Origin = "default" // nobody said; the estimator's own, see Assumptions
)

// Input is a number that an estimate assumes and where it comes from. The zero Input is not given.
type Input struct {
	Value  money.Ratio
	Origin Origin
}

// User is a number given by whoever asks.
func User(value money.Ratio) Input { return Input{value, FromUser} }

func (g Input) or(value money.Ratio, from Origin) Input {
	if g.Origin != "" {
		return g
	}
	return Input{value, from}
}

// rat is the number, or nil when it is not given.
func (g Input) rat() *big.Rat {
	if g.Origin == "" {
		return nil
	}
	return g.Value.Rat()
}

// Paid is the price that a holder paid, in whole units.
type Paid struct {
	Input
	PerNode bool // otherwise for all nodes together
	USD     bool // otherwise in the sale's asset, valued at Assumptions.AssetPrice
}

// Assumptions are what an estimate is made of. Only Program and Wallets have to be given. What is not given:
//
//	Paid, TokenPrice            unknown; then what follows from them is left empty
//	AssetPrice                  unknown; needed when Paid is in the sale's asset
//	PointPrice                  the program's at At, otherwise unknown
//	Adoption                    1, of AdoptionOf
//	AdoptionOf                  the program's most nodes
//	AverageFactor               1: the mean factor of all active nodes, the holder's included; the total score is
//	                            active nodes x this, whoever holds them, so that it is proportional to adoption
//	DropBy                      the program's
//	Coverage                    1: the part of the monthly amounts that the month's fund can pay (mode brackets)
//	Fund                        nothing: the month's fund in whole units (mode pro_rata)
//	PointDays                   0: the days of points before the generation that the holder takes part in
//	PointsIssued                0: whole points issued before those days, for the cap
//	TGE                         the program's, otherwise midnight of At
//	Scenarios, Sensitivity      DefaultScenarios, DefaultSensitivity
type Assumptions struct {
	Program       *program.Program
	At            program.Moment // which dated settings are in force
	Wallets       []uint64       // the nodes of each wallet; each is scored by itself
	Paid          Paid
	AssetPrice    Input // US dollars for one whole unit of the sale's asset
	TokenPrice    Input // US dollars
	PointPrice    Input // US dollars
	Adoption      Input // active nodes as a part of AdoptionOf, above 0 and at most 1
	AdoptionOf    Input // the nodes sold, or the most there can be
	AverageFactor Input
	DropBy        program.Weight
	Coverage      Input
	Fund          Input
	PointDays     Input
	PointsIssued  Input
	TGE           time.Time
	Months        int // the horizon after the generation, 0 to 600
	Scenarios     []Scenario
	Sensitivity   []money.Ratio // adoptions
}

// AssumedValue is one assumption as it was used, beside the results.
type AssumedValue struct {
	Name   string
	Value  sentence.Sentence
	Origin Origin
}

// resolved fills in what was not given. It changes its own copy.
func (a Assumptions) resolved() (Assumptions, error) {
	p := a.Program
	switch {
	case p == nil:
		return a, problem.Invalidf("an estimate needs a program; load a preset or a program file")
	case len(a.Wallets) == 0 || len(a.Wallets) > 10_000:
		return a, problem.Invalidf("an estimate needs the nodes of 1 to 10,000 wallets")
	case a.Months < 0 || a.Months > 600:
		return a, problem.Invalidf("the horizon of %d months is not valid; give 0 to 600", a.Months)
	case a.Paid.Origin != "" && !a.Paid.USD && a.AssetPrice.Origin == "":
		return a, problem.Invalidf("the price paid is in %s; give the price of one %s in US dollars too", p.Sale.Asset, p.Sale.Asset)
	}
	if a.AdoptionOf.Origin == "" && p.Sale.MaxNodes == 0 {
		return a, problem.Invalidf("the program file has no sale.max_nodes; give the number of nodes that the adoption is of")
	}
	most, err := money.NewRatio(p.Sale.MaxNodes, 1)
	if err != nil {
		return a, err
	}
	a.AdoptionOf = a.AdoptionOf.or(most, FromProgram)
	a.Adoption = a.Adoption.or(money.One(), ByDefault)
	a.AverageFactor = a.AverageFactor.or(money.One(), ByDefault)
	a.Coverage = a.Coverage.or(money.One(), ByDefault)
	a.Fund = a.Fund.or(money.Ratio{}, ByDefault)
	a.PointDays = a.PointDays.or(money.Ratio{}, ByDefault)
	a.PointsIssued = a.PointsIssued.or(money.Ratio{}, ByDefault)
	if p.Points != nil {
		if price, ok := p.Points.Price.At(a.At); ok {
			a.PointPrice = a.PointPrice.or(price, FromProgram)
		}
	}
	for _, part := range []struct {
		name string
		Input
	}{{"adoption", a.Adoption}, {"the part of the monthly amounts that is paid", a.Coverage}} {
		if part.Value.Cmp(money.One()) > 0 {
			return a, problem.Invalidf("%s is %s; give at most 1", part.name, part.Value)
		}
	}
	if a.Adoption.Value.IsZero() || a.AdoptionOf.Value.IsZero() || a.AverageFactor.Value.IsZero() {
		return a, problem.Invalidf("adoption, the nodes that it is of and the average factor must be above zero")
	}
	return a, nil
}

// generation is the instant that the estimate counts from.
func (a *Assumptions) generation() (time.Time, Origin, error) {
	switch {
	case !a.TGE.IsZero():
		return a.TGE, FromUser, rewards.CheckInstant("the TGE", a.TGE)
	case a.Program.Token != nil && !a.Program.Token.TGE.IsZero():
		return a.Program.Token.TGE, FromProgram, nil
	case a.At.Time.Unix() <= 0:
		return time.Time{}, "", problem.Invalidf("the time of the TGE is not known; give it, or the time that the estimate is for")
	default:
		return rewards.DayOf(a.At.Time), ByDefault, nil
	}
}
