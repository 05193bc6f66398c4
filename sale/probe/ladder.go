package probe

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// announced is a rung of a ladder as an event announces it.
type announced struct {
	index uint64
	price *big.Int
	size  *big.Int
	block uint64
}

// ladder is a kind of event that announces tiers, and what it announced.
type ladder struct {
	kind  *Kind
	rungs []announced
}

// findLadders finds the kinds of events that announce prices, and of them those that say of which tier, and how large it is.
func (g *guesser) findLadders() {
	for _, k := range g.kinds {
		numbers := k.fields(isNumber)
		price := named(numbers, "price")
		sizes := slices.DeleteFunc(slices.Clone(numbers), func(f string) bool {
			return f == price || hasWord(f, "individual", "claimed", "sold")
		})
		size := named(sizes, "quantity", "size", "supply", "totalcap", "cap", "limit", "max")
		index := named(numbers, "index", "tier", "id", "level")
		if k.Role != Other || price == "" || !hasWord(k.ABI.RawName, "tier", "price", "pricing", "level") {
			continue
		}
		k.Role, k.Why = Prices, "it announces prices, and no money moved"
		if index == "" || size == index {
			continue
		}
		l := ladder{kind: k}
		for _, o := range k.logs {
			n := o.number(index)
			if n == nil || !n.IsUint64() || n.Uint64() > mostTiers {
				break
			}
			rung := announced{index: n.Uint64(), price: o.number(price), block: o.Block}
			if size != "" {
				rung.size = o.number(size)
			}
			l.rungs = append(l.rungs, rung)
		}
		if len(l.rungs) == len(k.logs) {
			g.ladders = append(g.ladders, l)
		}
	}
}

// announcedPrices are the prices of the tiers of a purchase, where one kind of event announces them: the one whose name, without what
// they have in common, stands in the purchase's name, such as PartnerTierSet and PartnerLicensesClaimed. They explain all that was paid:
// nobody paid more than them.
func (g *guesser) announcedPrices(p *purchase) []*big.Int {
	if p.tier.field == "" || p.tier.names != nil {
		return nil
	}
	var best []*big.Int
	longest := -1
	for _, l := range g.ladders {
		word, _, _ := strings.Cut(strings.ToLower(l.kind.ABI.RawName), "tier")
		if len(word) <= longest || !strings.Contains(strings.ToLower(p.kind.ABI.RawName), word) {
			continue
		}
		longest, best = len(word), l.pricesFor(p)
	}
	return best
}

// pricesFor are the prices from the first tier on; nil when they changed while the sale ran, or do not explain what was paid.
func (l *ladder) pricesFor(p *purchase) (prices []*big.Int) {
	for i, rung := range l.at(^uint64(0)) {
		if rung.index != uint64(i+p.tier.base) {
			return nil
		}
		prices = append(prices, rung.price)
	}
	for _, rung := range l.rungs {
		if rung.block >= p.kind.First && rung.price.Cmp(prices[int(rung.index)-p.tier.base]) != 0 {
			return nil
		}
	}
	for _, one := range p.groups {
		t := p.tier.of(one.logs[0])
		if t < 1 || t > len(prices) || new(big.Int).Mul(prices[t-1], one.nodes).Cmp(p.stated(one)) < 0 {
			return nil
		}
	}
	return prices
}

// at are the tiers as they stand before a block, in the order of their numbers.
func (l *ladder) at(block uint64) (out []announced) {
	for _, a := range l.rungs {
		if a.block >= block {
			continue
		}
		if i := slices.IndexFunc(out, func(b announced) bool { return b.index == a.index }); i >= 0 {
			out[i] = a
		} else {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b announced) int { return cmp.Compare(a.index, b.index) })
	return out
}

// walks finds, for a sale whose events say neither price nor tier, whether the announced tiers in their order explain what was sent, and
// which discount codes give.
func (g *guesser) walks(p *purchase) {
	inEther := len(p.asset.all) == 1 && p.asset.all[0] == native
	if len(g.ladders) != 1 || g.seen.Left > 0 || p.paid.field != "" || p.tier.field != "" || !inEther {
		return
	}
	exact, over, below := 0, 0, 0
	discounts := map[string]int{}
	for _, one := range p.groups {
		list, ok := listPrice(g.ladders[0].at(one.tx.Block), p.soldBefore(one), one.nodes.Uint64())
		if !ok || list.Sign() == 0 {
			return
		}
		switch one.moved.Cmp(list) {
		case 0:
			exact++
		case 1:
			over++
		default:
			below++
			discounts[new(big.Rat).SetFrac(new(big.Int).Sub(list, one.moved), list).FloatString(4)]++
		}
	}
	common := ""
	for d, n := range discounts {
		if n > discounts[common] || n == discounts[common] && d < common {
			common = d
		}
	}
	if explained := exact + discounts[common]; explained*2 < len(p.groups) {
		return
	}
	if below > 0 && discounts[common]*2 >= below {
		g.discount = common
	}
	p.paid.ladder, p.paid.over, p.paid.sampled = true, over, len(p.groups)
}

// soldBefore is how many nodes the logs before a group sell.
func (p *purchase) soldBefore(one *group) (n uint64) {
	for _, o := range p.logs {
		if o == one.logs[0] {
			break
		}
		if p.quantity.perLog {
			n++
		} else if q := o.number(p.quantity.field); q != nil && q.IsUint64() {
			n += q.Uint64()
		}
	}
	return n
}

// listPrice is the price of n nodes after so many were sold.
func listPrice(tiers []announced, sold, n uint64) (*big.Int, bool) {
	total := new(big.Int)
	for _, t := range tiers {
		if t.size == nil || !t.size.IsUint64() {
			return nil, false
		}
		size := t.size.Uint64()
		if sold >= size {
			sold -= size
			continue
		}
		take := min(n, size-sold)
		total.Add(total, new(big.Int).Mul(t.price, new(big.Int).SetUint64(take)))
		if n -= take; n == 0 {
			return total, true
		}
		sold = 0
	}
	return total, n == 0
}

// percent writes a share such as "0.1000" as "10%".
func percent(share string) string {
	r, ok := new(big.Rat).SetString(share)
	if !ok {
		return "0%"
	}
	text := r.Mul(r, big.NewRat(100, 1)).FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") + "%"
}
