package probe

import (
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// quantity is how many nodes an event sells; exactly one of its fields is set, or why it is not known.
type quantity struct {
	field    string
	list     bool // the field is a list of numbers
	perLog   bool
	paidOver bool
	counted  bool // licences that moved say the same
	grouped  bool // a transaction has several logs of one buyer
}

var (
	countWords = []string{"count", "quantity", "amount", "qty", "num", "node", "licen", "ticket", "key", "size", "unit"}
	notCounts  = []string{"index", "tier", "price", "paid", "cost", "total", "fee", "bps", "value", "payment", "stage", "level"}
)

// isID says whether a field numbers something.
func isID(field string) bool {
	field = strings.ToLower(field)
	return strings.HasSuffix(field, "id") && !strings.HasSuffix(field, "paid")
}

// mostNodes is the most nodes that a purchase is thought to be of.
var mostNodes = big.NewInt(1_000_000)

// findQuantity finds how many nodes a log sells; false: nothing that was seen says it.
func (g *guesser) findQuantity(p *purchase) bool {
	lists := p.kind.fields(isList)
	best := -1
	try := func(q quantity) {
		score, counted := p.fits(q)
		if score > best {
			best, p.quantity = score, q
			p.quantity.counted = counted
		}
	}
	for _, f := range append(p.kind.fields(isNumber), lists...) {
		try(quantity{field: f, list: slices.Contains(lists, f)})
	}
	try(quantity{perLog: true})
	if best < 0 && g.paidOver(p) {
		best, p.quantity = 0, quantity{paidOver: true}
	}
	if best < 0 {
		return false
	}
	for _, one := range p.groups {
		one.nodes = p.nodesOf(one)
		p.quantity.grouped = p.quantity.grouped || len(one.logs) > 1
	}
	if p.quantity.field != "" {
		p.score += 10
	}
	if p.quantity.counted {
		p.score += 5
	}
	return true
}

// nodesOf is how many nodes the logs of a group sell.
func (p *purchase) nodesOf(one *group) *big.Int {
	switch {
	case p.quantity.field != "":
		return one.sum(p.quantity.field)
	case p.quantity.perLog:
		return big.NewInt(int64(len(one.logs)))
	}
	return new(big.Int)
}

// fits says how well a way to count fits what was seen, below zero: not at all; and whether licences that moved say the same.
func (p *purchase) fits(q quantity) (score int, counted bool) {
	counts, minted, several, values := 0, 0, false, map[string]bool{}
	units := map[string]bool{}
	for _, one := range p.groups {
		n := big.NewInt(int64(len(one.logs)))
		several = several || len(one.logs) > 1
		if q.field != "" {
			if n = one.sum(q.field); n.Sign() <= 0 || n.Cmp(mostNodes) > 0 {
				return -1, false
			}
			values[n.String()] = true
		}
		if one.minted > 0 {
			minted++
			if n.IsInt64() && n.Int64() == int64(one.minted) {
				counts++
			}
		}
		if one.moved.Sign() > 0 {
			units[new(big.Rat).SetFrac(one.moved, n).RatString()+one.asset.Hex()] = true
		}
	}
	if minted > 0 && counts < minted {
		return -1, false
	}
	counted = minted > 0 && minted == len(p.groups)
	if counted {
		score += 100
	}
	regular := len(units) > 0 && len(units)*2 <= len(p.groups)
	if regular {
		score += 5 + 10*(len(p.groups)-len(units))/len(p.groups)
	}
	times := len(values) > 1 && p.timesPrice(q.field)
	if times {
		score += 50
	}
	switch {
	case q.perLog:
		// A log a node: something numbers the node, or the transaction has a row of them.
		if !counted && !several && !slices.ContainsFunc(p.kind.fields(isNumber), isID) {
			return -1, false
		}
		return score, counted
	case isID(q.field) || hasWord(q.field, notCounts...) && !hasWord(q.field, "quantity", "count"):
		if !counted && !times {
			return -1, false
		}
		return score - 20, counted
	case hasWord(q.field, countWords...):
		return score + 20, counted
	case !counted && !times && !(regular && len(values) > 1):
		return -1, false
	}
	return score, counted
}

// timesPrice says whether a field times another one, which is larger, is what moved, every time.
func (p *purchase) timesPrice(field string) bool {
	return slices.ContainsFunc(p.kind.fields(isNumber), func(price string) bool {
		seen := 0
		for _, one := range p.groups {
			total := new(big.Int)
			for _, o := range one.logs {
				n, unit := o.number(field), o.number(price)
				if n.Cmp(unit) >= 0 && unit.Sign() > 0 {
					return false
				}
				total.Add(total, new(big.Int).Mul(n, unit))
			}
			switch cmp := total.Cmp(one.moved); {
			case cmp > 0, cmp < 0 && one.asset != native:
				return false
			case cmp == 0 && total.Sign() > 0:
				seen++
			}
		}
		return price != field && seen*2 > len(p.groups)
	})
}

// paidOver says whether the number of nodes may be what was paid over a price: some field is what moved, and each contract has a price
// that divides all of it.
func (g *guesser) paidOver(p *purchase) bool {
	if p.free || p.kind.isLicenceTransfer() || !hasWord(p.kind.ABI.RawName, "purchas", "bought", "buy", "sold", "sale", "order") {
		return false
	}
	stated := slices.ContainsFunc(p.kind.fields(isNumber), func(f string) bool {
		return !slices.ContainsFunc(p.groups, func(one *group) bool { return one.sum(f).Cmp(one.moved) != 0 })
	})
	if !stated {
		return false
	}
	all := map[common.Address]*big.Int{}
	for _, one := range p.groups {
		contract := one.logs[0].Address
		if all[contract] == nil {
			all[contract] = new(big.Int)
		}
		all[contract].GCD(nil, nil, all[contract], one.moved)
	}
	for contract, divisor := range all {
		if g.divisors[contract] == nil {
			g.divisors[contract] = new(big.Int)
		}
		g.divisors[contract].GCD(nil, nil, g.divisors[contract], divisor)
	}
	return true
}

// priceViews are views that say what one node costs.
var priceViews = []string{"salePrice() returns (uint256)", "price() returns (uint256)", "nodePrice() returns (uint256)",
	"mintPrice() returns (uint256)", "licensePrice() returns (uint256)", "unitPrice() returns (uint256)", "tokenPrice() returns (uint256)",
	"getPrice() returns (uint256)", "pricePerNode() returns (uint256)", "currentPrice() returns (uint256)"}

// priceOf is the price of one node at a contract whose events say what was paid only: a view's that divides all payments, or their
// greatest common divisor.
func (g *guesser) priceOf(contract common.Address) (price *big.Int, view string) {
	divisor := g.divisors[contract]
	if divisor == nil || divisor.Sign() == 0 {
		return nil, ""
	}
	for _, v := range priceViews {
		price := g.seen.Views[contract][v]
		if price != nil && price.Sign() > 0 && new(big.Int).Rem(divisor, price).Sign() == 0 {
			return price, v
		}
	}
	return divisor, ""
}
