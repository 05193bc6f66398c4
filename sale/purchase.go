package sale

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Flag marks what is odd about a purchase. Flags are shown, never acted on.
type Flag string

// The flags.
const (
	SelfReferral Flag = "self-referral"       // buyer and referrer are one wallet
	ZeroNodes    Flag = "zero-nodes"          // nothing was bought
	OffLadder    Flag = "off-ladder"          // the price, or the quantity, does not fit the tiers as known
	NoFit        Flag = "amounts-do-not-fit"  // the shares that the logs name do not come from one payment
	ValueDiffers Flag = "value-differs"       // the transaction carried another amount than was charged
	UnknownCode  Flag = "unknown-code"        // a code was given that no discount came from
	NearMiss     Flag = "near-miss"           // that code is a typing mistake away from a live one
	Unjoined     Flag = "commission-unjoined" // the contract paid a commission for a purchase that no log tells of
	// UnsoldLicence counts licences that were made in transactions without a purchase or a gift of them.
	UnsoldLicence Flag = "licence-without-sale"
	// PaidIndirectly: what left the buyer is perhaps not what was paid. Ether went to another contract than the sale's, which may have passed
	// on less; or, where no log says what was paid, tokens came back, went beside the sale or were somebody else's, or two assets left.
	PaidIndirectly Flag = "paid-indirectly"
	// PaidTogether: a transaction paid for several purchases, and nothing says how much for which.
	PaidTogether Flag = "paid-together"
)

// Purchase is one purchase with everything about it resolved. List - Discount = Paid = Treasury + Referral + Dust.
type Purchase struct {
	Payment
	Slices     []Slice // empty when the ladder does not explain the purchase
	List       money.Amount
	Discount   money.Amount
	Paid       money.Amount
	Treasury   money.Amount
	Referral   money.Amount // what all of Shares earn
	Shares     []Share      // the code's owner first, then who referred the owner, and so on
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
	if pay.Asset.IsZero() {
		pay.Asset = s.Terms.Asset
	}
	p := Purchase{Payment: pay, Dust: money.Zero(pay.Asset), Flags: slices.Clone(pay.Marks)}
	if pay.Quantity == 0 {
		p.flag(ZeroNodes)
	}
	if pay.Referred && pay.Referrer == pay.Buyer {
		p.flag(SelfReferral)
	}
	if pay.Code != "" && !pay.Referred && !p.Has(UnknownCode) {
		p.flag(UnknownCode)
	}
	terms := s.termsOf(&pay)
	parts, walked := s.parts(&pay)
	expected, fits := s.expect(&pay, terms, parts, walked)
	if err := s.settle(&p, &terms, expected, fits); err != nil {
		return p, fmt.Errorf("purchase in transaction %s, log %d: %w", pay.TxHash, pay.Index, err)
	}
	if pay.Value != nil && *pay.Value != p.Paid {
		p.flag(ValueDiffers)
	}
	for _, part := range parts {
		if part.Tier >= 1 && part.Tier <= len(s.Ladder.Rungs) { // even if the price does not fit, it is the best guess
			p.Slices = append(p.Slices, part)
		}
	}
	if fits && expected.Paid == p.Paid && (pay.List == nil || *pay.List == expected.List) {
		p.List = expected.List
	} else {
		priced := len(s.Ladder.Rungs) > 0 || pay.Price != nil || pay.Tier < 0
		if priced && (pay.Price != nil || pay.Asset == s.Terms.Asset) && !p.Has(OffLadder) {
			p.flag(OffLadder)
		}
		p.List = p.Paid
		if pay.List != nil {
			p.List = *pay.List
		}
	}
	var err error
	if p.Discount, err = p.List.Sub(p.Paid); err != nil {
		p.flag(NoFit)
		p.List, p.Discount = p.Paid, money.Zero(pay.Asset)
	}
	return p, nil
}

// parts are the tiers that a payment takes nodes of, as far as the ladder or the payment's own price tells.
func (s *State) parts(pay *Payment) (parts []Slice, ok bool) {
	switch {
	case pay.Quantity == 0:
		return nil, true
	case pay.Price != nil:
		return []Slice{{Tier: max(pay.Tier, 0), Quantity: pay.Quantity, Rung: program.Tier{Price: *pay.Price, PerWallet: program.NoQuota}}}, true
	case pay.Tier > 0 && pay.Tier <= len(s.Ladder.Rungs):
		return []Slice{{Tier: pay.Tier, Quantity: pay.Quantity, Rung: s.Ladder.Rungs[pay.Tier-1].Tier}}, true
	case pay.Tier != 0: // one that the ladder does not have
		return nil, false
	}
	parts, err := s.Ladder.For(pay.Opened).Walk(pay.Quantity, s.Used(pay.Buyer))
	return parts, err == nil
}

// expect is the quote that the tiers give for a payment, or its own price, and whether they give one.
func (s *State) expect(pay *Payment, terms Terms, parts []Slice, walked bool) (Quote, bool) {
	if pay.Price != nil {
		terms.Asset = pay.Price.Asset()
	}
	if !walked || pay.Asset != terms.Asset {
		return Quote{}, false
	}
	q, err := priced(pay.Quantity, parts, terms, pay.Referred)
	return q, err == nil
}

// settle works out what was paid and who got it.
func (s *State) settle(p *Purchase, terms *Terms, expected Quote, fits bool) (err error) {
	switch pay := &p.Payment; {
	case pay.Paid != nil:
		p.Paid = *pay.Paid
	case pay.Net != nil && (!pay.Referred || pay.Reward == nil):
		p.Paid = *pay.Net
	case pay.Net != nil:
		return s.settleNet(p, terms, expected, fits)
	case pay.List != nil && (!fits || expected.List != *pay.List):
		p.Paid = *pay.List
		if pay.Referred {
			keep, err := terms.Discount.Complement()
			if err != nil {
				return err
			}
			if p.Paid, err = pay.List.Times(keep, money.Floor); err != nil {
				return err
			}
		}
	case fits && (pay.Value == nil || expected.Paid.Cmp(*pay.Value) <= 0):
		p.Paid = expected.Paid
	case pay.Value != nil: // no more than what moved can have been paid
		p.Paid = *pay.Value
	default:
		return problem.New(problem.Conflict, problem.NoLadder,
			"its price is not in the log and the tiers do not give one: write the tiers into the program file (sale.tiers)")
	}
	list := p.Paid
	switch {
	case fits && expected.Paid == p.Paid:
		list = expected.List
		p.Treasury, p.Referral, p.Dust = expected.Treasury, expected.Referral, expected.Dust
	default:
		if p.Payment.List != nil {
			list = *p.Payment.List
		}
		if p.Treasury, p.Referral, p.Dust, err = terms.divide(p.Paid, list, p.Referred); err != nil {
			return err
		}
	}
	if p.Reward != nil && *p.Reward != p.Referral {
		// The contract's word counts for what it paid; the rest is the treasury's.
		p.Referral, p.Dust = *p.Reward, money.Zero(p.Paid.Asset())
		if p.Treasury, err = p.Paid.Sub(p.Referral); err != nil {
			return err
		}
		p.flag(NoFit)
	}
	return s.share(p, terms, list)
}

// share says who earns what of a purchase: what the logs say, or, where they say nothing, what the terms do. Whoever stands above the
// code's owner is who referred the owner's first purchase with a code, and so on. Nobody earns twice of one purchase, and the buyer, who
// may stand above, not at all.
func (s *State) share(p *Purchase, terms *Terms, list money.Amount) error {
	if !p.Referred {
		return nil
	}
	p.Shares = []Share{{p.Referrer, p.Referral}}
	above, err := terms.above(p.Paid, list)
	if err != nil {
		return err
	}
	if p.Reward != nil || p.Above != nil {
		if differ := !slices.EqualFunc(p.Above, above[:min(len(p.Above), len(above))], func(a Share, b money.Amount) bool {
			return a.Amount == b
		}); differ && !p.Has(NoFit) {
			p.flag(NoFit)
		}
		p.Shares = append(p.Shares, p.Above...)
	} else if parent := terms.parent(); parent != nil {
		amount, err := terms.base(p.Paid, list).Times(parent.Reward, money.Floor)
		if err != nil {
			return err
		}
		p.Shares = append(p.Shares, Share{ledger.Wallet(parent.Wallet), amount})
	} else {
		for _, amount := range above {
			w, ok := s.referrers.Get(p.Shares[len(p.Shares)-1].Wallet)
			if !ok || w == p.Buyer || slices.ContainsFunc(p.Shares, func(s Share) bool { return s.Wallet == w }) {
				break
			}
			p.Shares = append(p.Shares, Share{w, amount})
		}
	}
	for _, share := range p.Shares[1:] {
		if p.Treasury, err = p.Treasury.Sub(share.Amount); err != nil {
			return err
		}
		if p.Referral, err = p.Referral.Add(share.Amount); err != nil {
			return err
		}
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
func (s *State) settleNet(p *Purchase, terms *Terms, expected Quote, fits bool) error {
	p.Treasury, p.Referral, p.Shares = *p.Net, *p.Reward, append([]Share{{p.Referrer, *p.Reward}}, p.Above...)
	above := money.Zero(p.Treasury.Asset())
	var err error
	for _, share := range p.Above {
		if above, err = above.Add(share.Amount); err != nil {
			return err
		}
	}
	if p.Referral, err = p.Referral.Add(above); err != nil {
		return err
	}
	least, err := p.Treasury.Add(p.Referral)
	if err != nil {
		return err
	}
	more, err := least.Add(money.Units(least.Asset(), 1))
	if err != nil {
		return err
	}
	var candidates []money.Amount
	for _, paid := range []money.Amount{least, more} {
		list := paid
		if fits && expected.Paid == paid {
			list = expected.List
		}
		t, r, _, err := terms.divide(paid, list, true)
		if err != nil {
			return err
		}
		if all, err := p.Treasury.Add(above); err == nil && t == all && r == *p.Reward {
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
