package sale

import (
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Terms are what a code takes off and what a purchase with one earns others, at a moment.
type Terms struct {
	Asset    money.Asset
	Discount money.Ratio   // off the list price, with a code
	PerUnit  bool          // the discount is floored for each licence, not once on the total
	Reward   money.Ratio   // of what was paid, or of the list price, for the code's owner
	Above    []money.Ratio // the same for who referred the owner, and so on
	OfList   bool
	Split    Split

	own  *ownTerms         // nil: nobody and nothing has any
	code *program.OwnTerms // of the code that the terms are for
}

// Split is how a contract divides what was paid.
type Split string

// The splits.
const (
	// Whole: the treasury gets what the referral leaves, so nothing is lost.
	Whole Split = "whole"
	// Floored: the treasury's share is rounded down as well (floor(paid x 90 / 100)); when paid is not a multiple of ten,
	// one base unit stays in the contract permanently. GPU.net's contract of 2024 does this.
	Floored Split = "floored"
)

// TermsOf are a program's terms before any of its dated settings is in force, and before the chain says otherwise.
func TermsOf(p *program.Program) Terms {
	t := Terms{Asset: p.Sale.Asset, PerUnit: p.Referral.PerUnit, Split: Whole}
	if p.Sale.Adapter == program.PaymentHandler {
		t.Split = Floored
	}
	return t
}

// ownTerms are those of codes and of tiers that are in force.
type ownTerms struct {
	codes map[string]program.OwnTerms
	tiers map[int]program.OwnTerms
}

// of are the terms for a code: its own where it has some, in every tier.
func (t Terms) of(code string) Terms {
	if t.own == nil {
		return t
	}
	o := t.own.codes[code]
	if t.code = &o; o.Discount != nil {
		t.Discount = *o.Discount
	}
	if o.Reward != nil {
		t.Reward = *o.Reward
	}
	return t
}

// in are the percentages in a tier.
func (t *Terms) in(tier int) (discount, reward money.Ratio) {
	discount, reward = t.Discount, t.Reward
	if t.own == nil {
		return discount, reward
	}
	o := t.own.tiers[tier]
	if o.Discount != nil && (t.code == nil || t.code.Discount == nil) {
		discount = *o.Discount
	}
	if o.Reward != nil && (t.code == nil || t.code.Reward == nil) {
		reward = *o.Reward
	}
	if !o.Bonus.IsZero() {
		if sum, err := reward.Plus(o.Bonus); err == nil {
			reward = sum
		}
	}
	return discount, reward
}

// byVolume are the terms of a code that has sold so many nodes before, where the code has none of its own.
func (t Terms) byVolume(list []program.Volume, sold uint64) Terms {
	for _, v := range list {
		if sold < v.Nodes {
			break
		}
		if t.code == nil || t.code.Discount == nil {
			t.Discount = v.Discount
		}
		if t.code == nil || t.code.Reward == nil {
			t.Reward = v.Reward
		}
	}
	return t
}

// ofAddress are the terms of a code that is a buyer's own address; those of tiers do not count for it.
func (t Terms) ofAddress(o *program.OwnTerms) Terms {
	if o.Discount != nil {
		t.Discount = *o.Discount
	}
	if o.Reward != nil {
		t.Reward = *o.Reward
	}
	t.own, t.Above = nil, nil
	return t
}

// parent is who earns beside the owner of the code, or nil.
func (t *Terms) parent() *program.Parent {
	if t.code == nil {
		return nil
	}
	return t.code.Parent
}

// base is what rewards are counted from.
func (t *Terms) base(paid, list money.Amount) money.Amount {
	if t.OfList {
		return list
	}
	return paid
}

// divide is treasury, referral and dust of what was paid where the same percentage holds for all of it. list is the list price.
func (t *Terms) divide(paid, list money.Amount, code bool) (treasury, referral, dust money.Amount, err error) {
	referral, dust = money.Zero(paid.Asset()), money.Zero(paid.Asset())
	if !code {
		return paid, referral, dust, nil
	}
	if referral, err = t.base(paid, list).Times(t.Reward, money.Floor); err != nil {
		return paid, referral, dust, err
	}
	return t.rest(paid, referral)
}

// rest is what the treasury gets beside a referral, and the dust.
func (t *Terms) rest(paid, referral money.Amount) (treasury, _, dust money.Amount, err error) {
	dust = money.Zero(paid.Asset())
	if treasury, err = paid.Sub(referral); err != nil || t.Split != Floored {
		return treasury, referral, dust, err
	}
	keep, err := t.Reward.Complement()
	if err != nil {
		return paid, referral, dust, err
	}
	floored, err := paid.Times(keep, money.Floor)
	if err != nil {
		return paid, referral, dust, err
	}
	dust, err = treasury.Sub(floored)
	return floored, referral, dust, err
}

// above are what those earn who stand above a code's owner, the nearest first, of what was paid or of the list price.
func (t *Terms) above(paid, list money.Amount) ([]money.Amount, error) {
	base := t.base(paid, list)
	out := make([]money.Amount, len(t.Above))
	for i, part := range t.Above {
		var err error
		if out[i], err = base.Times(part, money.Floor); err != nil {
			return nil, err
		}
	}
	return out, nil
}
