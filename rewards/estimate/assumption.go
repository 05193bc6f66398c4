package estimate

import (
	"cmp"
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
	FromQuote   Origin = "quote"   // a quote of the books
	FromChain   Origin = "chain"   // counted on the chain or in the books
	FromUser    Origin = "user"    // whoever asks
	ByDefault   Origin = "default" // nobody said; the estimator's own, see Assumptions
)

// MaxMonths is the longest horizon.
const MaxMonths = 600

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

// Paid is the price that a holder paid, in whole units. One that is quoted, from the books or from the program's own ladder, stays
// unvalued as long as AssetPrice is not given.
type Paid struct {
	Input
	Quote   money.Amount // instead of Value, with Quoted
	Quoted  uint64       // the nodes that the price is a quote of; 0: no quote
	PerNode bool         // otherwise for all nodes together
	USD     bool         // otherwise in the sale's asset, valued at Assumptions.AssetPrice
}

// rat is the price, or nil when it is not given.
func (p *Paid) rat() *big.Rat {
	if p.Quoted > 0 {
		return p.Quote.Rat()
	}
	return p.Input.rat()
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
//	Fund                        the month's fund in whole units: what Coverage means (mode brackets), or nothing (mode pro_rata)
//	Holders, HolderNodes        every active node is in a wallet of the size of these wallets (mode brackets)
//	PointDays                   0: the days of points before the generation that the holder takes part in
//	PointsIssued                0: whole points issued before those days, for the cap
//	Currency, Rate              none: values are in US dollars alone
//	TGE                         the program's, otherwise midnight of At
//	Start                       the TGE; later: the drop, points and what was emitted before it are left out
//	Scenarios, Sensitivity      DefaultScenarios, DefaultSensitivity
type Assumptions struct {
	Program       *program.Program
	At            program.Moment // which dated settings are in force
	Wallets       []uint64       // the nodes of each wallet; each is scored by itself
	Paid          Paid
	SoldOut       bool  // no node can be bought now, so that Paid is not quoted
	AssetPrice    Input // US dollars for one whole unit of the sale's asset
	TokenPrice    Input // US dollars
	PointPrice    Input // US dollars
	Adoption      Input // active nodes as a part of AdoptionOf, above 0 and at most 1
	AdoptionOf    Input // the nodes sold, or the most there can be
	AverageFactor Input
	DropBy        program.Weight
	Currency      string // of the reader, such as EUR; empty: none
	Rate          Input  // units of Currency for one US dollar
	Coverage      Input
	Fund          Input
	Holders       map[uint64]uint64 // how many wallets hold how many nodes, by the books
	HolderNodes   Input             // instead: the nodes of every holder
	PointDays     Input
	PointsIssued  Input
	TGE           time.Time
	TGEOrigin     Origin    // of TGE; empty: FromUser
	Start         time.Time // when the nodes begin to earn
	Months        int       // the horizon after the start, 0 to 600
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
	case a.Months < 0 || a.Months > MaxMonths:
		return a, problem.Invalidf("the horizon of %d months is not valid; give 0 to %d", a.Months, MaxMonths)
	case a.Paid.Origin != "" && a.Paid.Quoted == 0 && !a.Paid.USD && a.AssetPrice.Origin == "":
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
	if a.Coverage.Origin == FromUser && a.Fund.Origin == FromUser && a.hasBrackets() {
		return a, problem.Invalidf("the month's fund and the part of the monthly amounts that it pays say the same; give one of them")
	}
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
			return a, problem.Invalidf("%s is %s; give at most 1, which is 100%%", part.name, part.Value)
		}
	}
	switch {
	case a.Adoption.Value.IsZero() || a.AdoptionOf.Value.IsZero() || a.AverageFactor.Value.IsZero():
		return a, problem.Invalidf("adoption, the nodes that it is of and the average factor must be above zero")
	case (a.Currency == "") != (a.Rate.Origin == "") || a.Rate.Origin != "" && a.Rate.Value.IsZero():
		return a, problem.Invalidf("a currency needs its rate above zero: how much of it one US dollar is; give both or neither")
	case a.HolderNodes.Origin != "" && (a.HolderNodes.Value.Den() != 1 || a.HolderNodes.Value.IsZero()):
		return a, problem.Invalidf("every holder has %s nodes; give a whole number above zero", a.HolderNodes.Value)
	}
	return a, nil
}

// hasBrackets says that the monthly share of revenue is an amount by the number of nodes.
func (a *Assumptions) hasBrackets() bool {
	if a.Program.Revenue == nil {
		return false
	}
	rule, ok := a.Program.Revenue.Share.At(a.At)
	return ok && rule.Mode != program.ShareProRata
}

// generation is the instant that the estimate counts from.
func (a *Assumptions) generation() (time.Time, Origin, error) {
	switch {
	case !a.TGE.IsZero():
		return a.TGE, cmp.Or(a.TGEOrigin, FromUser), rewards.CheckInstant("the TGE", a.TGE)
	case a.Program.Token != nil && !a.Program.Token.TGE.IsZero():
		return a.Program.Token.TGE, FromProgram, nil
	case a.At.Time.Unix() <= 0:
		return time.Time{}, "", problem.Invalidf("the time of the TGE is not known; give it, or the time that the estimate is for")
	default:
		return rewards.DayOf(a.At.Time), ByDefault, nil
	}
}

// starts is when the nodes begin to earn: the TGE, or the start where that is later.
func (a *Assumptions) starts(tge time.Time) time.Time {
	if a.Start.After(tge) {
		return a.Start
	}
	return tge
}

// notes are what a reader must know besides the assumptions.
func (a *Assumptions) notes(tge time.Time) []sentence.Sentence {
	var list []sentence.Sentence
	if start := a.starts(tge); start.After(tge) {
		list = append(list, sentence.New(sentence.NoteAfterTGE, sentence.Params{
			"tge": tge.UTC().Format(time.RFC3339), "start": start.UTC().Format(time.RFC3339),
		}))
	}
	if a.Paid.Origin == FromProgram && a.Program.Sale.PlaceholderPrices {
		list = append(list, sentence.New(sentence.NotePlaceholderPrices, nil))
	}
	if a.SoldOut {
		list = append(list, sentence.New(sentence.NoteSoldOut, nil))
	}
	return list
}
