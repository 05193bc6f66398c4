package probe

import (
	"math/big"
	"slices"

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

// findCall finds a known function by which purchases without a code in their event are made, and whose calldata has one.
func (g *guesser) findCall(p *purchase) {
	if p.code != "" || p.free {
		return
	}
	counts := map[[4]byte]int{}
	for _, one := range p.groups {
		if len(one.tx.Input) < 4 || one.tx.To != one.logs[0].Address {
			continue
		}
		selector := [4]byte(one.tx.Input)
		call, known := g.table.calls[selector]
		if known && codeField(&call) != "" && call.ABI.Inputs.UnpackIntoMap(map[string]any{}, one.tx.Input[4:]) == nil {
			counts[selector]++
		}
	}
	for selector, n := range counts {
		if call := g.table.calls[selector]; n*2 > len(p.groups) {
			p.call, p.code = &call, codeField(&call)
		}
	}
}

// codeField is the field of a call that is a referral code; empty: none is.
func codeField(call *program.CallSignature) string {
	var texts []string
	for _, in := range call.ABI.Inputs {
		if isText(&in.Type, false) {
			texts = append(texts, in.Name)
		}
	}
	return named(texts, "code", "promo", "referral", "coupon")
}

// findPrices finds what one node of each tier costs: the highest price that several purchases paid, since codes make it lower. It finds
// none where prices differ more than codes explain, such as where a feed says them.
func (g *guesser) findPrices(p *purchase, of common.Address) {
	if p.quantity.paidOver || p.paid.ladder || len(p.asset.all) > 1 {
		return // the contract's price, the tiers', or in several assets
	}
	if p.tier.prices = g.announcedPrices(p); p.tier.prices != nil {
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
