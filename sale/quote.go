package sale

import (
	"errors"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Terms are the percentages of a sale at a moment.
type Terms struct {
	Asset    money.Asset
	Discount money.Ratio // off the list price, with a code
	PerUnit  bool        // the discount is floored for each licence, not once on the total
	Reward   money.Ratio // of what was paid, for the referrer
	Split    Split
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
	q = Quote{Quantity: quantity, Slices: slices, List: money.Zero(terms.Asset), Discount: money.Zero(terms.Asset)}
	perUnit := money.Zero(terms.Asset)
	keep, err := terms.Discount.Complement()
	if err != nil {
		return Quote{}, err
	}
	for _, s := range slices {
		full, err := s.Rung.Price.Mul(s.Quantity)
		if err != nil {
			return Quote{}, err
		}
		if q.List, err = q.List.Add(full); err != nil {
			return Quote{}, err
		}
		unit, err := s.Rung.Price.Times(keep, money.Floor)
		if err != nil {
			return Quote{}, err
		}
		reduced, err := unit.Mul(s.Quantity)
		if err != nil {
			return Quote{}, err
		}
		if perUnit, err = perUnit.Add(reduced); err != nil {
			return Quote{}, err
		}
	}
	switch {
	case !code:
		q.Paid = q.List
	case terms.PerUnit:
		q.Paid = perUnit
	default:
		if q.Paid, err = q.List.Times(keep, money.Floor); err != nil {
			return Quote{}, err
		}
	}
	if q.Discount, err = q.List.Sub(q.Paid); err != nil {
		return Quote{}, err
	}
	q.Treasury, q.Referral, q.Dust, err = terms.divide(q.Paid, code)
	return q, err
}

// divide is treasury, referral and dust of what was paid.
func (t Terms) divide(paid money.Amount, code bool) (treasury, referral, dust money.Amount, err error) {
	referral, dust = money.Zero(paid.Asset()), money.Zero(paid.Asset())
	if !code {
		return paid, referral, dust, nil
	}
	if referral, err = paid.Times(t.Reward, money.Floor); err != nil {
		return paid, referral, dust, err
	}
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

// TermsOf are a program's terms as they stand before the chain says otherwise.
func TermsOf(p *program.Program) Terms {
	t := Terms{Asset: p.Sale.Asset, Discount: p.Referral.Discount, PerUnit: p.Referral.PerUnit, Reward: p.Referral.Reward, Split: Whole}
	if p.Sale.Adapter == program.PaymentHandler {
		t.Split = Floored
	}
	return t
}
