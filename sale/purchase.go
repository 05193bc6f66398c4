package sale

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Flag marks what is odd about a purchase. Flags are shown, never acted on.
type Flag string

// The flags.
const (
	SelfReferral Flag = "self-referral"      // buyer and referrer are one wallet
	ZeroNodes    Flag = "zero-nodes"         // nothing was bought
	OffLadder    Flag = "off-ladder"         // the price, or the quantity, does not fit the tiers as known
	NoFit        Flag = "amounts-do-not-fit" // the shares that the logs name do not come from one payment
	ValueDiffers Flag = "value-differs"      // the transaction carried another amount than was charged
	UnknownCode  Flag = "unknown-code"       // a code was given that no discount came from
	NearMiss     Flag = "near-miss"          // that code is a typing mistake away from a live one
)

// Purchase is one purchase with everything about it resolved. List - Discount = Paid = Treasury + Referral + Dust.
type Purchase struct {
	Payment
	Slices     []Slice // empty when the ladder does not explain the purchase
	List       money.Amount
	Discount   money.Amount
	Paid       money.Amount
	Treasury   money.Amount
	Referral   money.Amount
	Dust       money.Amount
	Unresolved bool // one base unit more may have been paid; nothing on the chain says which
	Flags      []Flag
	Meant      string // with NearMiss: the live code
}

func (p *Purchase) flag(f Flag) { p.Flags = append(p.Flags, f) }

// Tiers writes the split over the tiers, such as "1:1 2:2 3:2"; empty when it is not known.
func (p *Purchase) Tiers() string {
	parts := make([]string, len(p.Slices))
	for i, s := range p.Slices {
		parts[i] = strconv.Itoa(s.Tier) + ":" + strconv.FormatUint(s.Quantity, 10)
	}
	return strings.Join(parts, " ")
}

// resolve works out what the logs left open, from the ladder and the terms as they stand before this purchase.
func (s *State) resolve(pay Payment) (Purchase, error) {
	p := Purchase{Payment: pay, Dust: money.Zero(s.Terms.Asset)}
	if pay.Quantity == 0 {
		p.flag(ZeroNodes)
	}
	if pay.Referred && pay.Referrer == pay.Buyer {
		p.flag(SelfReferral)
	}
	if pay.Code != "" && !pay.Referred {
		p.flag(UnknownCode)
	}
	expected, fits := s.expect(&pay)
	if err := s.settle(&p, expected, fits); err != nil {
		return p, fmt.Errorf("purchase in transaction %s, log %d: %w", pay.TxHash, pay.Index, err)
	}
	if pay.Value != nil && *pay.Value != p.Paid {
		p.flag(ValueDiffers)
	}
	if fits && expected.Paid == p.Paid && (pay.List == nil || *pay.List == expected.List) {
		p.List, p.Slices = expected.List, expected.Slices
	} else {
		if len(s.Ladder.Rungs) > 0 {
			p.flag(OffLadder)
			p.Slices = expected.Slices // the best guess of which tiers it came from
		}
		p.List = p.Paid
		if pay.List != nil {
			p.List = *pay.List
		}
	}
	var err error
	if p.Discount, err = p.List.Sub(p.Paid); err != nil {
		p.flag(NoFit)
		p.List, p.Discount = p.Paid, money.Zero(s.Terms.Asset)
	}
	return p, nil
}

// expect is the quote that the ladder gives for a payment, and whether it gives one.
func (s *State) expect(pay *Payment) (Quote, bool) {
	if pay.Quantity == 0 {
		q, err := priced(0, nil, s.Terms, pay.Referred)
		return q, err == nil
	}
	parts, err := s.Ladder.Walk(pay.Quantity, s.used[pay.Buyer])
	if pay.Tier > 0 && pay.Tier <= len(s.Ladder.Rungs) {
		parts, err = []Slice{{Tier: pay.Tier, Quantity: pay.Quantity, Rung: s.Ladder.Rungs[pay.Tier-1].Tier}}, nil
	}
	if err != nil {
		return Quote{}, false
	}
	q, err := priced(pay.Quantity, parts, s.Terms, pay.Referred)
	return q, err == nil
}

// settle works out what was paid and who got it.
func (s *State) settle(p *Purchase, expected Quote, fits bool) (err error) {
	switch pay := &p.Payment; {
	case pay.Paid != nil:
		p.Paid = *pay.Paid
	case pay.Net != nil && (!pay.Referred || pay.Reward == nil):
		p.Paid = *pay.Net
	case pay.Net != nil:
		return s.settleNet(p, expected, fits)
	case pay.List != nil:
		p.Paid = *pay.List
		if pay.Referred {
			keep, err := s.Terms.Discount.Complement()
			if err != nil {
				return err
			}
			if p.Paid, err = pay.List.Times(keep, money.Floor); err != nil {
				return err
			}
		}
	case fits:
		p.Paid = expected.Paid
	default:
		return problem.New(problem.Conflict, problem.NoLadder,
			"its price is not in the log and the tiers do not give one: write the tiers into the program file (sale.tiers)")
	}
	p.Treasury, p.Referral, p.Dust, err = s.Terms.divide(p.Paid, p.Referred)
	if err != nil {
		return err
	}
	if p.Reward != nil && *p.Reward != p.Referral {
		// The contract's word counts for what it paid; the rest is the treasury's.
		p.Referral, p.Dust = *p.Reward, money.Zero(s.Terms.Asset)
		if p.Treasury, err = p.Paid.Sub(p.Referral); err != nil {
			return err
		}
		p.flag(NoFit)
	}
	return nil
}

// settleNet finds the whole payment behind two shares that were each rounded down. Where treasury = 9 x referral two
// payments fit, one base unit apart:
//
//	paid           10  11  12  13 ..  19  20
//	referral 10%    1   1   1   1      1   2
//	treasury 90%    9   9  10  11     17  18
//
// The transaction's value settles it when it was for this purchase only, otherwise the ladder; otherwise it stays open.
func (s *State) settleNet(p *Purchase, expected Quote, fits bool) error {
	p.Treasury, p.Referral = *p.Net, *p.Reward
	least, err := p.Treasury.Add(p.Referral)
	if err != nil {
		return err
	}
	more, err := least.Add(money.Units(s.Terms.Asset, 1))
	if err != nil {
		return err
	}
	var candidates []money.Amount
	for _, paid := range []money.Amount{least, more} {
		t, r, _, err := s.Terms.divide(paid, true)
		if err != nil {
			return err
		}
		if t == p.Treasury && r == p.Referral {
			candidates = append(candidates, paid)
		}
	}
	switch {
	case len(candidates) == 0:
		p.flag(NoFit)
		p.Paid = least
	case len(candidates) == 1:
		p.Paid = candidates[0]
	case p.Value != nil && (*p.Value == least || *p.Value == more):
		p.Paid = *p.Value
	case fits && (expected.Paid == least || expected.Paid == more):
		p.Paid = expected.Paid
	default:
		p.Paid, p.Unresolved = least, true
	}
	p.Dust, err = p.Paid.Sub(least)
	return err
}

// Has says whether the purchase carries a flag.
func (p *Purchase) Has(f Flag) bool { return slices.Contains(p.Flags, f) }
