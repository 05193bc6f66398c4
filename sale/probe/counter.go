package probe

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// counterViews are views that sales count with.
var counterViews = []string{
	"totalSold() returns (uint256)", "totalLicenses() returns (uint256)", "totalSupply() returns (uint256)",
	"ticketCounter() returns (uint256)", "purchasedCount() returns (uint32)", "nextTokenId() returns (uint256)",
	"totalMinted() returns (uint256)", "totalNodesSold() returns (uint256)", "nodesSold() returns (uint256)", "totalNodes() returns (uint256)",
	"sold() returns (uint256)", "soldCount() returns (uint256)", "totalPurchased() returns (uint256)", "totalKeys() returns (uint256)",
	"tokenCounter() returns (uint256)", "tokenIdCounter() returns (uint256)", "currentTokenId() returns (uint256)",
	"totalPaymentReceived() returns (uint256)", "totalRaised() returns (uint256)", "weiRaised() returns (uint256)",
	"totalRevenue() returns (uint256)", "totalReceived() returns (uint256)",
}

// Views are the views without arguments whose answers help: those that count, and those that say a price.
func Views() []string { return append(append([]string{}, counterViews...), priceViews...) }

// counter is a view that counts what the draft would book.
type counter struct {
	view string
	of   string // nodes, sold or paid
	less uint64
	n    *big.Int
}

// findCounters compares views with sums over all that was seen. It finds none where logs or transactions were left out that a sum needs.
func (g *guesser) findCounters() {
	sold, paid, complete := g.sums()
	if !complete {
		return
	}
	burned := new(big.Int)
	for _, k := range g.kinds {
		if k.isLicenceTransfer() {
			for _, o := range k.logs {
				if o.address(k.ABI.Inputs[1].Name) == (common.Address{}) && o.Address == g.licence {
					burned.Add(burned, big.NewInt(1))
				}
			}
		}
	}
	exist := new(big.Int).Sub(sold, burned)
	for _, view := range counterViews {
		sum, answered := new(big.Int), 0
		for _, c := range g.seen.Contracts {
			if n := g.seen.Views[c][view]; n != nil {
				sum.Add(sum, n)
				answered++
			}
		}
		if answered < len(g.seen.Contracts) || sum.Sign() == 0 {
			continue
		}
		switch more := new(big.Int).Sub(sum, sold); {
		case burned.Sign() > 0 && sum.Cmp(exist) == 0:
			g.count(counter{view: view, of: "nodes", n: sum})
		case more.Sign() == 0:
			g.count(counter{view: view, of: "sold", n: sum})
		case more.Cmp(big.NewInt(int64(answered))) == 0:
			g.count(counter{view: view, of: "sold", less: 1, n: sum})
		case paid != nil && sum.Cmp(paid) == 0:
			g.count(counter{view: view, of: "paid", n: sum})
		}
	}
}

// count keeps the first counter of a kind.
func (g *guesser) count(c counter) {
	for _, other := range g.counters {
		if other.of == c.of {
			return
		}
	}
	g.counters = append(g.counters, c)
}

// sums are the nodes sold or given and, where all is paid in one asset, what was paid.
func (g *guesser) sums() (sold, paid *big.Int, complete bool) {
	if g.seen.Left > 0 || len(g.purchases) == 0 {
		return nil, nil, false
	}
	sold, paid = new(big.Int), new(big.Int)
	for _, p := range append(append([]*purchase{}, g.purchases...), g.gifts...) {
		looked := 0
		for _, one := range p.groups {
			looked += len(one.logs)
		}
		switch {
		case p.quantity.paidOver:
			for _, one := range p.groups {
				if price, _ := g.priceOf(one.logs[0].Address); price != nil && p.counts(one) {
					sold.Add(sold, new(big.Int).Quo(one.moved, price))
				}
			}
		case p.quantity.perLog:
			sold.Add(sold, big.NewInt(int64(len(p.logs))))
		default:
			for _, o := range p.logs {
				if n := o.number(p.quantity.field); n != nil {
					sold.Add(sold, n)
				}
			}
		}
		if looked < len(p.logs) || len(p.asset.all) > 1 || p.paid.ladder {
			paid = nil
		}
		for _, one := range p.groups {
			if paid != nil && p.counts(one) {
				paid.Add(paid, p.amount(one))
			}
		}
	}
	return sold, paid, true
}

// counts says whether no better event speaks of a group.
func (p *purchase) counts(one *group) bool {
	if p.unless == nil {
		return true
	}
	for _, o := range p.unless.logs {
		if o.TxHash == one.tx.Hash && o.Address == one.logs[0].Address {
			return false
		}
	}
	return true
}
