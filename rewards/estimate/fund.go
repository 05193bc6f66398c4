package estimate

import (
	"math/big"

	"github.com/nodeledger/nodeledger/program"
)

// revenue works out the monthly share of revenue: each wallet's highest bracket, scaled to what the month's fund is assumed to be, or its
// part of the fund by score.
func (h *horizon) revenue(a *Assumptions) {
	h.monthly = new(big.Rat)
	if h.p.Revenue == nil {
		return
	}
	rule, ok := h.p.Revenue.Share.At(h.at)
	switch {
	case !ok:
	case rule.Mode == program.ShareProRata:
		h.fund = a.Fund.Value.Rat()
		h.monthly.Mul(h.fund, h.share)
	default:
		for _, n := range a.Wallets {
			h.monthly.Add(h.monthly, bracketOf(rule.Brackets, n))
		}
		h.needed = new(big.Rat).Mul(h.active, a.amountANode(rule.Brackets, h))
		coverage := a.Coverage.rat()
		if a.Fund.Origin == FromUser && h.needed.Sign() > 0 {
			coverage.Quo(a.Fund.Value.Rat(), h.needed)
			if one := big.NewRat(1, 1); coverage.Cmp(one) > 0 {
				coverage = one
			}
			h.fund = a.Fund.Value.Rat()
		} else {
			h.fund = new(big.Rat).Mul(h.needed, coverage)
		}
		h.monthly.Mul(h.monthly, coverage)
	}
}

// amountANode is what all active nodes' holders would be paid a month for each node: by the holders whom somebody assumed, by those of the
// books, which stay in the same proportions, or as if all of them were of the size of the wallets that are asked about. Before it,
// h.monthly is what these wallets would be paid.
func (a *Assumptions) amountANode(brackets []program.ShareBracket, h *horizon) *big.Rat {
	if a.HolderNodes.Origin != "" {
		n := a.HolderNodes.Value.Num()
		return new(big.Rat).Quo(bracketOf(brackets, n), new(big.Rat).SetInt(new(big.Int).SetUint64(n)))
	}
	amounts, nodes := new(big.Rat), new(big.Rat)
	for n, wallets := range a.Holders {
		many := new(big.Rat).SetInt(new(big.Int).SetUint64(wallets))
		amounts.Add(amounts, new(big.Rat).Mul(bracketOf(brackets, n), many))
		nodes.Add(nodes, many.Mul(many, new(big.Rat).SetInt(new(big.Int).SetUint64(n))))
	}
	if nodes.Sign() == 0 {
		amounts, nodes = h.monthly, h.nodes
	}
	return new(big.Rat).Quo(amounts, nodes)
}

// bracketOf is the amount of the highest bracket that so many nodes reach.
func bracketOf(brackets []program.ShareBracket, nodes uint64) *big.Rat {
	amount := new(big.Rat)
	for _, b := range brackets {
		if nodes >= b.Nodes {
			amount = b.Amount.Rat()
		}
	}
	return amount
}
