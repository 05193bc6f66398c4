package probe

import (
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// paid is how what a buyer paid is known.
type paid struct {
	field   string // empty: what moved, or the ladder
	each    bool   // the field is of one node
	ladder  bool
	sure    bool // it was what moved every time
	over    int  // groups in which more ether was sent than the field says
	off     int  // groups in which something else moved, such as where a router paid: few
	sampled int  // groups in which something moved
}

// findPaid finds the field that says what was paid: it equals what moved.
func (g *guesser) findPaid(p *purchase) {
	best := -1
	for _, f := range p.kind.fields(isNumber) {
		if f == p.quantity.field {
			continue
		}
		for _, each := range []bool{false, true} {
			if each && p.quantity.paidOver {
				continue
			}
			one, ok := p.states(f, each)
			if !ok {
				continue
			}
			score := one.sampled - one.over - 2*one.off
			if each == (hasWord(f, "price") && !hasWord(f, "total")) {
				score++ // where all purchases are of one node, the name decides
			}
			if score > best {
				best, p.paid = score, one
			}
		}
	}
	if best >= 0 {
		p.score += 30
	}
}

// states compares a field with what moved. In ether more may be sent; it is then said how often.
func (p *purchase) states(field string, each bool) (out paid, ok bool) {
	out = paid{field: field, each: each}
	for _, one := range p.groups {
		said := p.said(one, field, each)
		switch cmp := said.Cmp(one.moved); {
		case one.moved.Sign() == 0 && said.Sign() == 0:
			continue
		case cmp < 0 && one.asset == native:
			out.over++
		case cmp != 0:
			out.off++
		}
		out.sampled++
	}
	out.sure = out.over == 0 && out.off == 0
	return out, out.sampled > 0 && out.over*2 < out.sampled && out.off*10 <= out.sampled
}

// said is what a field says was paid by a group.
func (p *purchase) said(one *group, field string, each bool) *big.Int {
	out := new(big.Int)
	for _, o := range one.logs {
		n := o.number(field)
		if n == nil {
			return out
		}
		if each && p.quantity.field != "" {
			n = new(big.Int).Mul(n, o.number(p.quantity.field))
		}
		out.Add(out, n)
	}
	return out
}

// amount is what a group paid, as the draft says it.
func (p *purchase) amount(one *group) *big.Int {
	if p.paid.field != "" {
		return p.said(one, p.paid.field, p.paid.each)
	}
	return one.moved
}

// stated is what the event says a group paid, or what moved where it does not say it.
func (p *purchase) stated(one *group) *big.Int {
	for _, f := range p.kind.fields(isNumber) {
		if p.paid.field == "" && hasWord(f, "paid") {
			return one.sum(f)
		}
	}
	return p.amount(one)
}

// asset is what purchases are paid in.
type asset struct {
	all    []common.Address          // every asset that moved, in the order of the contracts' addresses
	counts map[common.Address]int    // purchases by asset
	field  string                    // that says which
	is     map[string]common.Address // by its value
}

// findAsset finds in what purchases are paid and, where there are several assets, the field that says in which.
func (g *guesser) findAsset(p *purchase) {
	counts := map[common.Address]int{}
	for _, one := range p.groups {
		if one.moved.Sign() > 0 && (p.paid.field == "" || p.said(one, p.paid.field, p.paid.each).Cmp(one.moved) <= 0) {
			counts[one.asset]++
		}
	}
	p.asset.counts = counts
	for a := range counts {
		p.asset.all = append(p.asset.all, a)
	}
	slices.SortFunc(p.asset.all, common.Address.Cmp)
	if len(p.asset.all) < 2 {
		return
	}
	for i := range p.kind.ABI.Inputs {
		f := p.kind.ABI.Inputs[i].Name
		if f == p.buyer || f == p.holder || f == p.quantity.field || f == p.paid.field {
			continue
		}
		if is, ok := p.decides(f); ok && len(is) <= len(p.asset.all)+1 {
			p.asset.field, p.asset.is = f, is
			return
		}
	}
}

// decides says whether a field's value decides which asset moved.
func (p *purchase) decides(field string) (is map[string]common.Address, ok bool) {
	is = map[string]common.Address{}
	for _, one := range p.groups {
		if one.moved.Sign() == 0 {
			continue
		}
		for _, o := range one.logs {
			value := program.FieldText(o.v[field])
			if was, seen := is[value]; seen && was != one.asset {
				return nil, false
			}
			is[value] = one.asset
		}
	}
	return is, len(is) > 1
}
