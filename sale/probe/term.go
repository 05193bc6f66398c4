package probe

import "math/big"

// findTerms finds what commissions are of what was paid, and how they are paid out. Withdrawals of rewards of which nothing on the chain
// says how they were earned are switched off: booked alone, they would be more than is owed.
func (g *guesser) findTerms() {
	shares := map[string]int{}
	all := 0
	earns := false
	for _, o := range g.others {
		if o.kind.Role != Commission {
			continue
		}
		earns = true
		for _, one := range o.kind.logs {
			p := g.purchaseIn(one)
			if p == nil || one.tx == nil {
				continue
			}
			all++
			shares[new(big.Rat).SetFrac(one.number(o.amount), p.moved).FloatString(4)]++
			if w := one.address(o.wallet); o.wallet != "" {
				if _, n := one.tx.outgoing(g.seen.Contracts, w); n.Sign() > 0 {
					g.pushed = true
				}
			}
		}
	}
	best := ""
	for s, n := range shares {
		if n > shares[best] || n == shares[best] && s < best {
			best = s
		}
	}
	if shares[best]*2 >= all {
		g.reward = best
	}
	for _, o := range g.others {
		if o.kind.Role == Withdrawal && !o.proceeds {
			g.held = true
			o.off = !earns
		}
	}
}

// keepsTooMuch says of a sale in ether whose event says less than was sent whether the contract keeps the rest: it does where more was
// withdrawn than the events say came in.
func (g *guesser) keepsTooMuch(p *purchase) {
	if p.paid.over == 0 || p.paid.ladder || g.seen.Left > 0 {
		return
	}
	said, sent := new(big.Int), new(big.Int)
	for _, q := range g.purchases {
		for _, one := range q.groups {
			if one.asset == native {
				said.Add(said, q.amount(one))
				sent.Add(sent, one.moved)
			}
		}
	}
	out := new(big.Int)
	for _, o := range g.others {
		if o.kind.Role != Withdrawal && o.kind.Role != Commission || o.asset != "" {
			continue
		}
		for _, one := range o.kind.logs {
			out.Add(out, one.number(o.amount))
		}
	}
	if out.Cmp(said) > 0 && out.Cmp(sent) <= 0 {
		p.paid = paid{over: p.paid.over, sampled: p.paid.sampled, sure: true}
	}
}
