package quote

import (
	"slices"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// ground is what an estimate stands on besides what somebody assumes: the books, or the program file as if nothing were sold.
type ground struct {
	moment  program.Moment // at which settings are looked up
	offer   offer
	sold    *uint64           // nodes that were sold and did not come back; nil: nothing is booked
	issued  estimate.Input    // points
	holders map[uint64]uint64 // how many wallets hold how many nodes
	tge     time.Time         // by the books, recorded or planned; zero: none is known
	start   time.Time         // the books' day, when the TGE was before it; otherwise zero
}

// begin takes what the fold knows of books that have begun.
func (g *ground) begin(f *fold.Fold, fresh *view.AsOf) {
	g.moment.Block = fresh.Block
	n := soldOf(f)
	g.sold = &n
	switch g.tge = f.Generation(); {
	case g.tge.IsZero():
		if planned := f.PlannedTGE(); planned.After(fresh.Time) {
			g.tge = planned
		}
	case !g.tge.After(fresh.Time):
		g.start = rewards.DayOf(fresh.Time)
	}
}

// soldOf is how many nodes were sold and did not come back.
func soldOf(f *fold.Fold) uint64 {
	return f.Sale.Totals.Exist()
}

// offer is what nodes cost at a moment: a copy that stands still while the sale goes on.
type offer struct {
	ladder  sale.Ladder
	terms   sale.Terms
	used    []uint64 // by the wallet that asks, of each tier
	refused error    // why the code or the wallet cannot be; nil: it can
	booked  bool     // the books' own; otherwise the program file's
}

// programOffer is what nodes cost by the program file as if nothing were sold.
func programOffer(p *program.Program, m program.Moment, r *EstimateRequest) offer {
	state, codes := sale.NewState(p), programCodes(p, m)
	state.At(m)
	return offered(p, state, &codes, len(p.Sale.Codes) > 0, r)
}

// offered copies what nodes cost for the wallet and the code of a request.
func offered(p *program.Program, state *sale.State, codes *referral.Registry, known bool, r *EstimateRequest) (o offer) {
	o.ladder, o.terms = state.Ladder, state.Terms
	o.ladder.Rungs = slices.Clone(o.ladder.Rungs)
	if most := o.ladder.Max; most != nil {
		limit := *most
		o.ladder.Max = &limit
	}
	var wallet ledger.Wallet
	if r.Wallet != "" {
		if wallet, o.refused = view.ParseWallet(r.Wallet); o.refused != nil {
			return o
		}
		o.used = slices.Clone(state.Used(wallet))
	}
	if r.Code != "" && known {
		o.refused = checkCode(p, codes, Request{Wallet: wallet, Code: r.Code})
	}
	return o
}

// soldOut says that nobody can buy a node.
func (o *offer) soldOut() bool { return len(o.ladder.Rungs) > 0 && o.ladder.Available(nil) == 0 }

// cost is what the ladder asks for the nodes of each wallet, one after the other. Nothing is quoted where no tier is known.
func (o *offer) cost(wallets []uint64, r *EstimateRequest) (estimate.Paid, error) {
	switch {
	case len(o.ladder.Rungs) == 0 || o.soldOut():
		return estimate.Paid{}, nil
	case len(wallets) > 1 && r.Wallet != "":
		return estimate.Paid{}, problem.Invalidf("wallet: these are the nodes of %d wallets, and the price is asked for one: write its nodes "+
			"alone, or leave the wallet out", len(wallets))
	}
	ladder := o.ladder
	ladder.Rungs = slices.Clone(ladder.Rungs)
	sum, nodes := money.Zero(o.terms.Asset), uint64(0)
	for _, n := range wallets {
		if n == 0 {
			continue
		}
		if most := ladder.Available(o.used); n > most {
			return estimate.Paid{}, problem.New(problem.Conflict, problem.NotEnough, "nodes: %d are asked for, and one wallet can buy %d at "+
				"most now: write fewer, or what was paid for them (node-price or paid)", n, most)
		}
		q, err := ladder.Price(n, o.used, o.terms, r.Code != "")
		if err != nil {
			return estimate.Paid{}, err
		}
		for _, s := range q.Slices {
			ladder.Rungs[s.Tier-1].Sold += s.Quantity
		}
		if sum, err = sum.Add(q.Paid); err != nil {
			return estimate.Paid{}, problem.New(problem.Conflict, problem.NotEnough, "nodes: the price of so many is more than can be counted: "+
				"write fewer")
		}
		nodes += n
	}
	if nodes == 0 {
		return estimate.Paid{}, nil // the estimate says so
	}
	from := estimate.FromProgram
	if o.booked {
		from = estimate.FromQuote
	}
	return estimate.Paid{Input: estimate.Input{Origin: from}, Quote: sum, Quoted: nodes}, nil
}

// adoptionOf is the nodes that an adoption is of: what was written, or the most that there can be.
func (g *ground) adoptionOf(p *program.Program, text string) (estimate.Input, error) {
	most := g.offer.ladder.Most()
	switch {
	case text == "" && p.Sale.MaxNodes == 0 && most == 0:
		return estimate.Input{}, problem.Invalidf("adoption-of is missing: the program does not say how many nodes there can be, so write " +
			"a number, or sold for those in the books")
	case text == "" && p.Sale.MaxNodes > 0:
		return estimate.Input{}, nil // the estimate takes it from the program
	case text == "":
		value, err := money.NewRatio(most, 1)
		if g.offer.booked {
			return estimate.Input{Value: value, Origin: estimate.FromChain}, err
		}
		return estimate.Input{Value: value, Origin: estimate.FromProgram}, err
	case text != Sold:
		return given("adoption-of", text)
	case g.sold == nil:
		return estimate.Input{}, problem.NotFoundf("adoption-of: nothing is booked yet, so nobody knows how many nodes are sold: write a number")
	case *g.sold == 0:
		return estimate.Input{}, problem.Invalidf("adoption-of: no nodes are sold yet: write a number")
	}
	value, err := money.ParseRatio(strconv.FormatUint(*g.sold, 10))
	return estimate.Input{Value: value, Origin: estimate.FromChain}, err
}

// generation is when the token is generated and from when on the nodes earn: what was written, or what the books and the program have.
func (g *ground) generation(a *estimate.Assumptions, text string) (err error) {
	if a.TGE, err = instant("tge", text); err != nil || g.tge.IsZero() {
		return err
	}
	after := !g.start.IsZero()
	switch {
	case text != "" && after && !a.TGE.Equal(g.tge):
		return problem.Invalidf("tge: the TGE was at %s by the books: leave it out", g.tge.Format(time.RFC3339))
	case text != "" && !after:
		return nil
	}
	a.TGE, a.TGEOrigin, a.Start = g.tge, estimate.FromChain, g.start
	if t := a.Program.Token; t != nil && t.TGE.Equal(g.tge) {
		a.TGEOrigin = estimate.FromProgram
	}
	if after && a.PointDays.Origin != "" {
		return problem.Invalidf("point-days: the TGE was at %s, and no points are issued after it: leave it out", g.tge.Format(time.RFC3339))
	}
	return nil
}
