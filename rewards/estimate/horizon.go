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

// Projection is an estimate: its outcome, the same under other scenarios, how it depends on adoption, and everything
// that it assumes. Numbers are decimal strings in whole units: exact where at most 18 places are enough, otherwise cut
// off after 18. What needs an assumption that was not given is empty.
type Projection struct {
	Assumed     []AssumedValue
	Notes       []sentence.Sentence // what a reader must know besides
	Outcome     Outcome
	Scenarios   []ScenarioOutcome
	Sensitivity []Sensitivity
}

// Project says what nodes would earn. It is a pure function of its assumptions, all of which it lists.
//
//	share           = the holder's score / (active nodes x average factor)
//	tokens up to t  = drop x share (or nodes / active nodes, where the drop is by nodes) + (C(t) - C(start)) x share
//	implied FDV     = price a node / tokens a node up to the horizon x supply
//
// So at one horizon the implied FDV is proportional to adoption. With the preset gpunet, 3 nodes for 6,500 dollars (2 ETH
// at 3,250) and a generation on 2025-01-01, it is 26 million at 10% of 15,000 nodes after 12 months, 52 million at 20%
// and 104 million at 40%: 25 million GPU over 1,500 nodes are 16,666.67 a node, and 6,500 / 3 / 16,666.67 x 200 million
// is 26 million. The same 26 million come from 2,600 dollars for 3 nodes at the generation itself and from 10,400 after
// 24 months.
func Project(a Assumptions) (Projection, error) {
	a, err := a.resolved()
	if err != nil {
		return Projection{}, err
	}
	tge, from, err := a.generation()
	if err != nil {
		return Projection{}, err
	}
	var curve *rewards.Curve
	if a.Program.Token != nil {
		if curve, err = rewards.NewCurve(a.Program.Token, tge); err != nil {
			return Projection{}, err
		}
	}
	run := func(a Assumptions) (Outcome, error) {
		h, err := newHorizon(&a, tge, curve)
		if err != nil {
			return Outcome{}, err
		}
		return h.outcome()
	}
	p := Projection{Assumed: a.listed(tge, from), Notes: a.notes(tge)}
	if p.Outcome, err = run(a); err != nil {
		return Projection{}, err
	}
	if p.Scenarios, err = a.scenarios(run); err != nil {
		return Projection{}, err
	}
	p.Sensitivity, err = a.sensitivity(tge, curve)
	return p, err
}

// horizon is an estimate in exact numbers. A nil number is unknown.
type horizon struct {
	p      *program.Program
	tge    time.Time
	start  time.Time      // from when on the nodes earn: the TGE or later
	curve  *rewards.Curve // nil: no token
	months int
	at     program.Moment

	adoption, nodes, active, score, total, share *big.Rat
	drop                                         *big.Rat // the holder's tokens from it
	pointsDay, points                            *big.Rat // the holder's a day, and in all before the generation
	converted                                    *big.Rat // tokens that they become
	convertedLock                                program.Duration
	monthly                                      *big.Rat // of the revenue share's asset, as far as the fund pays
	needed, fund                                 *big.Rat // what everybody's whole amounts would take a month, and what there is
	cost, costNode                               *big.Rat // US dollars
	tokenPrice, pointPrice                       *big.Rat
	rate                                         *big.Rat // of the reader's currency for a US dollar
}

// newHorizon works out what does not depend on time. a is resolved.
func newHorizon(a *Assumptions, tge time.Time, curve *rewards.Curve) (*horizon, error) {
	h := &horizon{
		p: a.Program, tge: tge, start: a.starts(tge), curve: curve, months: a.Months, at: a.At, adoption: a.Adoption.Value.Rat(),
		nodes: new(big.Rat), score: new(big.Rat), drop: new(big.Rat),
		tokenPrice: a.TokenPrice.rat(), pointPrice: a.PointPrice.rat(), rate: a.Rate.rat(),
	}
	for _, n := range a.Wallets {
		s := rewards.ScoreOf(a.Program, a.At, n)
		h.nodes.Add(h.nodes, new(big.Rat).SetInt(new(big.Int).SetUint64(n)))
		h.score.Add(h.score, s.Value())
	}
	h.active = new(big.Rat).Mul(a.Adoption.Value.Rat(), a.AdoptionOf.Value.Rat())
	h.total = new(big.Rat).Mul(h.active, a.AverageFactor.Value.Rat())
	switch {
	case h.nodes.Sign() == 0:
		return nil, problem.Invalidf("the wallets hold no nodes; give at least one node")
	case h.nodes.Cmp(h.active) > 0:
		return nil, problem.Invalidf("the wallets hold %s nodes, and at this adoption only %s are active; raise the adoption",
			money.Exact(h.nodes), money.Exact(h.active))
	case h.score.Cmp(h.total) > 0:
		return nil, problem.Invalidf("the wallets score %s, and all active nodes together %s; raise the adoption or the average factor",
			money.Exact(h.score), money.Exact(h.total))
	}
	h.share = new(big.Rat).Quo(h.score, h.total)
	if err := h.tokens(a); err != nil {
		return nil, err
	}
	h.revenue(a)
	if paid := a.Paid.rat(); paid != nil && (a.Paid.USD || a.AssetPrice.Origin != "") {
		if !a.Paid.USD {
			paid.Mul(paid, a.AssetPrice.rat())
		}
		h.cost, h.costNode = paid, new(big.Rat).Quo(paid, h.nodes)
		if a.Paid.PerNode {
			h.cost, h.costNode = new(big.Rat).Mul(paid, h.nodes), paid
		}
	}
	return h, nil
}

// tokens works out the drop and the points.
func (h *horizon) tokens(a *Assumptions) error {
	h.pointsDay, h.points, h.converted = new(big.Rat), new(big.Rat), new(big.Rat)
	if h.start.After(h.tge) { // the drop is over, and so are points
		return nil
	}
	if t := h.p.Token; t != nil && t.Drop != nil {
		amount, err := t.Supply.Times(t.Drop.Share, money.Floor)
		if err != nil {
			return err
		}
		by, part := t.Drop.By, h.share
		if a.DropBy != "" {
			by = a.DropBy
		}
		switch by {
		case program.ByScore:
		case program.ByNodes:
			part = new(big.Rat).Quo(h.nodes, h.active)
		default:
			return problem.Invalidf("the drop cannot be by %q; write nodes or score", by)
		}
		h.drop.Mul(amount.Rat(), part)
	}
	points := h.p.Points
	if points == nil {
		return nil
	}
	emission, _ := points.Emission.At(h.at)
	parts, split := points.Pools.At(h.at)
	if !split || emission.IsZero() {
		return nil
	}
	part := new(big.Rat).Mul(parts.Validators.Rat(), h.share)
	h.pointsDay.Mul(emission.Rat(), part)
	issued := new(big.Rat).Mul(emission.Rat(), a.PointDays.rat())
	if limit, ok := points.Cap.At(h.at); ok {
		left := new(big.Rat).Sub(limit.Rat(), a.PointsIssued.rat())
		if left.Sign() < 0 {
			left.SetInt64(0)
		}
		if issued.Cmp(left) > 0 {
			issued = left
		}
	}
	h.points.Mul(issued, part)
	if points.AtTGE != nil {
		h.converted.Mul(h.points, points.AtTGE.Rate.Rat())
		h.convertedLock = points.AtTGE.Lock
	}
	return nil
}
