package sale

import (
	"errors"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Quote is the price of a purchase, all in the sale's asset. List - Discount = Paid = Treasury + Referral + Dust.
type Quote struct {
	Quantity uint64
	Slices   []Slice
	List     money.Amount
	Discount money.Amount
	Paid     money.Amount
	Referral money.Amount
	Treasury money.Amount
	Dust     money.Amount
}

// Price quotes a quantity for a wallet that used what it used of each tier, with or without a valid code. It refuses what
// [Ladder.Walk] refuses, and a price that does not fit 2^256 base units ([problem.NotEnough]).
func (l *Ladder) Price(quantity uint64, used []uint64, terms Terms, code bool) (Quote, error) {
	slices, err := l.Walk(quantity, used)
	if err != nil {
		return Quote{}, err
	}
	q, err := priced(quantity, slices, terms, code)
	if errors.Is(err, money.ErrOverflow) {
		return q, problem.New(problem.Conflict, problem.NotEnough, "the price of so many nodes is more than can be counted: ask for fewer")
	}
	return q, err
}

func priced(quantity uint64, slices []Slice, terms Terms, code bool) (q Quote, err error) {
	zero := money.Zero(terms.Asset)
	q = Quote{Quantity: quantity, Slices: slices, List: zero, Paid: zero, Referral: zero}
	for _, p := range terms.parts(slices) {
		paid, referral, err := p.price(&terms, code)
		if err != nil {
			return Quote{}, err
		}
		if q.List, err = q.List.Add(p.list); err != nil {
			return Quote{}, err
		}
		if q.Paid, err = q.Paid.Add(paid); err != nil {
			return Quote{}, err
		}
		if q.Referral, err = q.Referral.Add(referral); err != nil {
			return Quote{}, err
		}
	}
	if q.Discount, err = q.List.Sub(q.Paid); err != nil {
		return Quote{}, err
	}
	if !code {
		q.Treasury, q.Dust = q.Paid, zero
		return q, nil
	}
	q.Treasury, _, q.Dust, err = terms.rest(q.Paid, q.Referral)
	return q, err
}

// part is what of a purchase the same percentages hold for.
type part struct {
	discount, reward money.Ratio
	slices           []Slice
	list             money.Amount
}

// parts are those of a purchase; of one that takes nothing from any tier it is one of nothing.
func (t *Terms) parts(slices []Slice) (list []part) {
	for _, s := range slices {
		discount, reward := t.in(s.Tier)
		n := len(list)
		for i := range list {
			if list[i].discount == discount && list[i].reward == reward {
				n = i
			}
		}
		if n == len(list) {
			list = append(list, part{discount: discount, reward: reward, list: money.Zero(t.Asset)})
		}
		list[n].slices = append(list[n].slices, s)
	}
	return list
}

// price is what is paid for a part, and what of that the code's owner earns. The discount is rounded down once, or for each licence.
func (p *part) price(t *Terms, code bool) (paid, referral money.Amount, err error) {
	paid, referral = money.Zero(t.Asset), money.Zero(t.Asset)
	keep, err := p.discount.Complement()
	if err != nil {
		return paid, referral, err
	}
	for _, s := range p.slices {
		full, err := s.Rung.Price.Mul(s.Quantity)
		if err != nil {
			return paid, referral, err
		}
		if p.list, err = p.list.Add(full); err != nil {
			return paid, referral, err
		}
		unit, err := s.Rung.Price.Times(keep, money.Floor)
		if err != nil {
			return paid, referral, err
		}
		reduced, err := unit.Mul(s.Quantity)
		if err != nil {
			return paid, referral, err
		}
		if paid, err = paid.Add(reduced); err != nil {
			return paid, referral, err
		}
	}
	switch {
	case !code:
		return p.list, referral, nil
	case !t.PerUnit:
		if paid, err = p.list.Times(keep, money.Floor); err != nil {
			return paid, referral, err
		}
	}
	referral, err = t.base(paid, p.list).Times(p.reward, money.Floor)
	return paid, referral, err
}
