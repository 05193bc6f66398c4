package probe

import (
	"math/big"
	"strings"
)

// findTerms finds what commissions are of what was paid, or of the list price, what codes take off, and how commissions are paid out.
// Withdrawals of rewards of which nothing on the chain says how they were earned are switched off: booked alone, they would be more than
// is owed.
func (g *guesser) findTerms() {
	ofPaid, ofList, off := tally{}, tally{}, tally{}
	earns := false
	for _, o := range g.others {
		if o.kind.Role != Commission {
			continue
		}
		earns = true
		for _, one := range o.kind.logs {
			p, sold := g.sold(one)
			if sold == nil {
				continue
			}
			ofPaid.add(one.number(o.amount), p.stated(sold))
			if list := g.list(p, sold); list != nil {
				ofList.add(one.number(o.amount), list)
				off.add(new(big.Int).Sub(list, p.stated(sold)), list)
			}
		}
	}
	share, n := ofPaid.most()
	if other, more := ofList.most(); more > n || more == n && isWhole(other) && !isWhole(share) {
		share, n, g.ofList = other, more, true
	}
	if n*2 >= ofPaid.all {
		g.reward = share
	}
	if share, n := off.most(); g.discount == "" && n > 0 && n*2 >= off.all {
		g.discount = share
	}
	for _, o := range g.others {
		if o.kind.Role == Withdrawal && !o.proceeds {
			g.held = true
			o.off = !earns
		}
	}
}

// isWhole says whether a share such as "0.1000" is a whole number of percent.
func isWhole(share string) bool { return strings.HasSuffix(share, "00") }

// tally counts shares.
type tally struct {
	counts map[string]int
	all    int
}

func (t *tally) add(part, whole *big.Int) {
	if part == nil || whole.Sign() <= 0 || part.Sign() < 0 {
		return
	}
	if t.counts == nil {
		t.counts = map[string]int{}
	}
	t.counts[new(big.Rat).SetFrac(part, whole).FloatString(4)]++
	t.all++
}

// most is the share that was seen most often; of two the smaller one.
func (t *tally) most() (share string, n int) {
	for s, count := range t.counts {
		if count > n || count == n && s < share {
			share, n = s, count
		}
	}
	return share, n
}

// list is what a group would have cost without a code; nil when the prices are not known.
func (g *guesser) list(p *purchase, one *group) *big.Int {
	if p.paid.ladder {
		list, _ := listPrice(g.ladders[0].at(one.tx.Block), p.soldBefore(one), one.nodes.Uint64())
		return list
	}
	t := max(1, p.tier.of(one.logs[0]))
	if t > len(p.tier.prices) {
		return nil
	}
	return new(big.Int).Mul(p.tier.prices[t-1], one.nodes)
}

// keepsTooMuch says of a sale in ether whose event says less than was sent whether the contract keeps the rest: it does where more was
// withdrawn than the events say came in.
func (g *guesser) keepsTooMuch(p *purchase) {
	if p.paid.over == 0 || p.paid.ladder || g.seen.Left > 0 {
		return
	}
	said, sent := new(big.Int), new(big.Int)
	looked, all := 0, 0
	for _, q := range g.purchases {
		all += len(q.logs)
		for _, one := range q.groups {
			if looked += len(one.logs); one.asset == native {
				said.Add(said, q.amount(one))
				sent.Add(sent, one.moved)
			}
		}
	}
	if looked < all {
		return // sums of a part say nothing
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
