package probe

import (
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// tier is the field that says which tier a log sells.
type tier struct {
	field  string
	base   int      // what the contract calls the first tier
	names  []string // of the tiers, where the field is text, in order
	prices []*big.Int
}

var tierWords = []string{"tier", "level", "phase", "stage", "round", "plan", "package", "unitindex"}

// mostTiers is the most tiers that a sale is thought to have.
const mostTiers = 100

func (p *purchase) findTier() {
	numbers := slices.DeleteFunc(p.kind.fields(isNumber), func(f string) bool { return f == p.quantity.field || f == p.paid.field })
	if f := named(numbers, tierWords...); f != "" && !hasWord(f, "count") {
		least := int64(1)
		for _, o := range p.logs {
			n := o.number(f)
			if n == nil || !n.IsInt64() || n.Int64() > mostTiers {
				return
			}
			least = min(least, n.Int64())
		}
		p.tier, p.score = tier{field: f, base: int(least)}, p.score+5
		return
	}
	if f := named(p.kind.fields(isText), tierWords...); f != "" {
		var names []string
		for _, o := range p.logs {
			name := program.FieldText(o.v[f])
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) <= mostTiers {
			p.tier, p.score = tier{field: f, names: names}, p.score+5
		}
	}
}

// of is the tier of a log, counted from 1; 0: none.
func (t *tier) of(o *occurrence) int {
	switch {
	case t.field == "":
		return 0
	case t.names != nil:
		return 1 + slices.Index(t.names, program.FieldText(o.v[t.field]))
	}
	return int(o.number(t.field).Int64()) - t.base + 1
}

// findCode finds the field that is a referral code.
func (p *purchase) findCode() {
	fields := slices.DeleteFunc(p.kind.fields(isText), func(f string) bool { return f == p.tier.field })
	if p.code = named(fields, "code", "promo", "referral", "coupon", "ref"); p.code != "" {
		p.score += 5
	}
}

// findPrices finds what one node of each tier costs: the highest price that several purchases paid, since codes make it lower. It finds
// none where prices differ more than codes explain, such as where a feed says them.
func (p *purchase) findPrices(of common.Address) {
	if p.tier.field == "" && len(p.groups) == 0 || p.quantity.paidOver {
		return
	}
	byTier := map[int]map[string]int{}
	highest := map[int]*big.Int{}
	for _, one := range p.groups {
		n := one.nodes
		if one.asset != of && one.moved.Sign() > 0 || n.Sign() == 0 {
			continue
		}
		price, rest := new(big.Int).QuoRem(p.amount(one), n, new(big.Int))
		t := p.tier.of(one.logs[0])
		if rest.Sign() != 0 || t > mostTiers {
			continue
		}
		if byTier[t] == nil {
			byTier[t], highest[t] = map[string]int{}, price
		}
		byTier[t][price.String()]++
		if price.Cmp(highest[t]) > 0 {
			highest[t] = price
		}
	}
	var prices []*big.Int
	for t := min(1, len(p.tier.field)); t <= mostTiers; t++ {
		if highest[t] == nil {
			break
		}
		all := 0
		for _, n := range byTier[t] {
			all += n
		}
		if byTier[t][highest[t].String()]*4 < all {
			return
		}
		prices = append(prices, highest[t])
	}
	if len(prices) == len(byTier) {
		p.tier.prices = prices
	}
}

// announced is a rung of a ladder as an event announces it.
type announced struct {
	index uint64
	price *big.Int
	size  *big.Int
	block uint64
}

// ladder is the tiers that events announce, in order; nil when there are none, or several kinds of them.
func (g *guesser) findLadder() {
	for _, k := range g.kinds {
		numbers := k.fields(isNumber)
		price := named(numbers, "price")
		size := named(slices.DeleteFunc(slices.Clone(numbers), func(f string) bool { return f == price || hasWord(f, "individual", "claimed", "sold") }),
			"quantity", "size", "supply", "totalcap", "cap", "limit", "max")
		index := named(numbers, "index", "tier", "id", "level")
		if k.Role != Other || price == "" || !hasWord(k.ABI.RawName, "tier", "price", "pricing", "level") {
			continue
		}
		k.Role, k.Why = Prices, "it announces prices, and no money moved"
		if size == "" || index == "" || size == index {
			continue
		}
		if g.ladder != nil {
			g.ladder = nil
			return
		}
		g.ladderOf = k
		for _, o := range k.logs {
			n := o.number(index)
			if n == nil || !n.IsUint64() || n.Uint64() > mostTiers {
				g.ladder = nil
				return
			}
			g.ladder = append(g.ladder, announced{n.Uint64(), o.number(price), o.number(size), o.Block})
		}
	}
}

// tiersAt are the tiers as they stand before a block, in the order of their numbers.
func (g *guesser) tiersAt(block uint64) (out []announced) {
	for _, a := range g.ladder {
		if a.block >= block {
			continue
		}
		if i := slices.IndexFunc(out, func(b announced) bool { return b.index == a.index }); i >= 0 {
			out[i] = a
		} else {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b announced) int { return int(a.index) - int(b.index) }) //nolint:gosec // at most mostTiers
	return out
}

// walks finds, for a sale whose events say neither price nor tier, whether the announced tiers in their order explain what was sent, and
// which discount codes give.
func (g *guesser) walks(p *purchase) {
	if g.ladder == nil || g.seen.Left > 0 || p.paid.field != "" || p.tier.field != "" || len(p.asset.all) != 1 || p.asset.all[0] != native {
		return
	}
	sold, exact, over, below := uint64(0), 0, 0, 0
	discounts := map[string]int{}
	for _, one := range p.groups {
		list, ok := listPrice(g.tiersAt(one.tx.Block), sold, one.nodes.Uint64())
		sold += one.nodes.Uint64()
		if !ok || list.Sign() == 0 || len(p.groups) != len(txsOf(p.logs)) {
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
	if exact*2 < exact+over || exact == 0 {
		return
	}
	if below > 0 && discounts[common]*2 >= below {
		g.discount = common
	}
	p.paid.ladder, p.paid.over, p.paid.sampled = true, over, len(p.groups)
}

// listPrice is the price of n nodes after so many were sold.
func listPrice(tiers []announced, sold, n uint64) (*big.Int, bool) {
	total := new(big.Int)
	for _, t := range tiers {
		if !t.size.IsUint64() {
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
