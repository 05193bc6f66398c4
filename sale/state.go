package sale

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/roll"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// State is what the events of a sale add up to: the ladder with what is sold, what each wallet took of each tier, the
// terms, and the totals. Its size grows with the number of wallets, not with the number of events.
type State struct {
	Ladder   Ladder
	Terms    Terms
	Treasury ledger.Wallet
	Vouchers bool // each purchase needs one, which whoever runs the sale gives
	Paused   bool // nothing can be bought now
	First    bool // the contract is a NodeSale of the first version, whose buy takes no highest price
	bounded  bool // it has told its bounds, which one of the first version does not have
	Totals   Totals

	Announced     []Announced // changes that can still be made, in the order of their announcement, at most MostAnnounced
	AnnouncedMore uint64      // the last second at which one can be made that was left out of them; 0: none was

	used       roll.Roll[ledger.Wallet, []uint64, usedLaw] // by tier from 0, up to the last that the wallet took of
	tiers      program.Dated[[]program.Tier]
	tiersFrom  program.From
	tiersSet   bool
	treasuries program.Dated[[20]byte]
	referral   program.Referral
	terms      [3]int // how many of the dated discounts, of the rewards and of the own terms have begun

	referrers roll.Roll[ledger.Wallet, ledger.Wallet, referrerLaw] // by wallet: who referred its first purchase that somebody referred
	buyers    roll.Roll[ledger.Wallet, struct{}, buyerLaw]         // who bought, where a buyer's address is a code
	volume    map[string]uint64                                    // nodes sold by code, where the terms depend on it
}

// NewState is the state before the first event of a program.
func NewState(p *program.Program) *State {
	s := &State{
		Ladder: Ladder{Mode: p.Sale.Mode},
		Terms:  TermsOf(p),
		Totals: Totals{Sums: noSums(p.Sale.Asset), Flags: map[Flag]uint64{}},
		volume: map[string]uint64{}, tiers: p.Sale.Tiers, referral: p.Referral,
	}
	if p.Sale.MaxNodes > 0 {
		s.Ladder.Max = &p.Sale.MaxNodes
	}
	for _, e := range p.Sale.Treasury {
		s.treasuries = append(s.treasuries, program.Entry[[20]byte]{From: e.From, Value: e.Value})
	}
	s.At(program.Moment{})
	return s
}

// Follow takes the dated settings of a later text of the program, which is as the one before up to where the state has come.
func (s *State) Follow(p *program.Program) {
	s.tiers, s.treasuries, s.referral = p.Sale.Tiers, nil, p.Referral
	for _, e := range p.Sale.Treasury {
		s.treasuries = append(s.treasuries, program.Entry[[20]byte]{From: e.From, Value: e.Value})
	}
}

// At brings the dated settings of the program file that are in force at a moment into the state. A new list of tiers
// keeps what was sold of each.
func (s *State) At(m program.Moment) {
	if tiers, ok := s.tiers.At(m); ok {
		if from := inForce(s.tiers, m); !s.tiersSet || from != s.tiersFrom {
			s.tiersFrom, s.tiersSet = from, true
			old := s.Ladder.Rungs
			s.Ladder.Rungs = make([]Rung, len(tiers))
			for i, t := range tiers {
				s.Ladder.Rungs[i].Tier = t
				if i < len(old) {
					s.Ladder.Rungs[i].Sold, s.Ladder.Rungs[i].Listed = old[i].Sold, old[i].Listed
				}
			}
		}
	}
	if w, ok := s.treasuries.At(m); ok {
		s.Treasury = w
	}
	s.Announced = slices.DeleteFunc(s.Announced, func(a Announced) bool { return !a.Open(m.Time) })
	s.termsAt(m)
}

// termsAt brings the dated terms into force that began since; what the chain says of them stands until the next one begins.
func (s *State) termsAt(m program.Moment) {
	if n := s.referral.Discount.Begun(m); n != s.terms[0] {
		s.terms[0], s.Terms.Discount = n, s.referral.Discount[n-1].Value
	}
	if n := s.referral.Reward.Begun(m); n != s.terms[1] {
		reward := s.referral.Reward[n-1].Value
		s.terms[1], s.Terms.Reward, s.Terms.Above, s.Terms.OfList = n, reward.Levels[0], reward.Levels[1:], reward.OfList
	}
	n := 0
	for _, o := range s.referral.Own {
		if o.From.Begun(m) {
			n++
		}
	}
	if n == s.terms[2] {
		return
	}
	s.terms[2], s.Terms.own = n, &ownTerms{map[string]program.OwnTerms{}, map[int]program.OwnTerms{}}
	for _, o := range s.referral.Own {
		switch {
		case !o.From.Begun(m):
		case o.Tier > 0:
			s.Terms.own.tiers[o.Tier] = o
		default:
			s.Terms.own.codes[o.Code] = o
		}
	}
}

// inForce is where the setting in force at a moment began.
func inForce[T any](d program.Dated[T], m program.Moment) program.From {
	var from program.From
	for i := range d {
		if _, ok := d[i : i+1].At(m); ok {
			from = d[i].From
		}
	}
	return from
}

// Used is what a wallet took of each tier, from tier 1 up to the last that it took of. Do not change it.
func (s *State) Used(w ledger.Wallet) []uint64 {
	used, _ := s.used.Get(w)
	return used
}

// Quote prices a quantity for a wallet at this moment, with a valid code, or with none if that is empty.
func (s *State) Quote(w ledger.Wallet, quantity uint64, code string) (Quote, error) {
	return s.Ladder.Price(quantity, s.Used(w), s.Terms.of(code), code != "")
}

// Set applies an event that changes a setting; it reports false for every other event.
func (s *State) Set(e Event) (bool, error) {
	switch e := e.(type) {
	case TierSet:
		if e.Tier < 1 || e.Tier > mostTiers {
			return true, fmt.Errorf("transaction %s sets tier %d: a ladder has 1 to %d tiers", e.TxHash, e.Tier, mostTiers)
		}
		s.First = !s.bounded // the bounds are told before any tier
		for len(s.Ladder.Rungs) < e.Tier {
			s.Ladder.Rungs = append(s.Ladder.Rungs, Rung{Tier: program.Tier{Price: money.Zero(s.Terms.Asset)}})
		}
		r := &s.Ladder.Rungs[e.Tier-1]
		r.Price, r.Size = e.Price, e.Size
		if e.Left != nil {
			r.Size = r.Sold + *e.Left
		}
		if e.PerWallet != nil {
			r.PerWallet = *e.PerWallet
		}
	case ListSet:
		if e.Tier >= 1 && e.Tier <= len(s.Ladder.Rungs) { // the file's own ladder may be shorter than the contract's
			s.Ladder.Rungs[e.Tier-1].Listed = e.Listed
		}
	case Announced:
		s.forget(e.ID)
		if s.Announced = append(s.Announced, e); len(s.Announced) > MostAnnounced {
			s.AnnouncedMore = max(s.AnnouncedMore, s.Announced[0].Until())
			s.Announced = slices.Delete(s.Announced, 0, 1)
		}
	case AnnouncementOver:
		s.forget(e.ID)
	case TreasurySet:
		s.Treasury = e.Wallet
	case TermsSet:
		if e.Discount != nil {
			s.Terms.Discount = *e.Discount
		}
		if e.Reward != nil {
			s.Terms.Reward = *e.Reward
		}
	case LimitSet:
		if e.Max != nil {
			s.Ladder.Max = e.Max
		}
		if e.Vouchers != nil {
			s.Vouchers = *e.Vouchers
		}
		if e.Paused != nil {
			s.Paused = *e.Paused
		}
		s.bounded = s.bounded || e.Bounded
		if e.Sequential != nil {
			s.Ladder.Mode = program.Parallel
			if *e.Sequential {
				s.Ladder.Mode = program.Sequential
			}
		}
	default:
		return false, nil
	}
	return true, nil
}

// forget drops an announced change.
func (s *State) forget(id ledger.Hash) {
	s.Announced = slices.DeleteFunc(s.Announced, func(a Announced) bool { return a.ID == id })
}

// Buy resolves a payment and counts it.
func (s *State) Buy(pay Payment) (Purchase, error) {
	p, err := s.resolve(pay)
	if err != nil {
		return p, err
	}
	if s.referral.Wallets != nil && p.Quantity > 0 {
		s.buyers.Set(p.GoesTo(), struct{}{})
	}
	if len(s.referral.Volume) > 0 && p.Referred {
		s.volume[p.Code] += p.Quantity
	}
	if len(p.Slices) > 0 {
		used := s.Used(p.Buyer)
		for _, slice := range p.Slices {
			if slice.Tier > len(used) { // of a ladder of many tiers most wallets took of the first few
				before := used
				used = make([]uint64, slice.Tier)
				copy(used, before)
			}
			used[slice.Tier-1] += slice.Quantity
			s.Ladder.Rungs[slice.Tier-1].Sold += slice.Quantity
		}
		s.used.Set(p.Buyer, used)
	}
	if p.Referred && p.Quantity > 0 && p.Referrer != p.Buyer {
		if _, known := s.referrers.Get(p.Buyer); !known {
			s.referrers.Set(p.Buyer, p.Referrer)
		}
	}
	return p, s.Totals.add(&p)
}

// Mark adds a flag to a purchase that was counted already, such as a near miss that another room noticed.
func (s *State) Mark(p *Purchase, f Flag) {
	p.flag(f)
	s.Totals.Flags[f]++
}

// Refund counts money and nodes that went back.
func (s *State) Refund(r Refund) error {
	in := s.Totals.in(r.Amount.Asset())
	sum, err := in.Refunded.Add(r.Amount)
	if err != nil {
		return err
	}
	if s.Totals.Exist() < r.Quantity {
		return fmt.Errorf("refund in transaction %s: %d nodes come back, and %d were sold", r.TxHash, r.Quantity, s.Totals.Exist())
	}
	in.Refunded = sum
	s.Totals.Returned += r.Quantity
	if r.Restock {
		s.Ladder.restock(r.Quantity)
	}
	return nil
}

// Give counts nodes that nobody paid for. They are taken from the tiers as sold ones are.
func (s *State) Give(g Gift) error {
	if err := s.Totals.fits(g.Quantity); err != nil {
		return fmt.Errorf("gift in transaction %s: %w", g.TxHash, err)
	}
	s.Totals.Given += g.Quantity
	pay := Payment{Buyer: g.Holder, Quantity: g.Quantity, Tier: g.Tier}
	parts, _ := s.parts(&pay)
	for _, part := range parts {
		if part.Tier >= 1 && part.Tier <= len(s.Ladder.Rungs) {
			s.Ladder.Rungs[part.Tier-1].Sold += part.Quantity
		}
	}
	if s.referral.Wallets != nil && g.Quantity > 0 {
		s.buyers.Set(g.Holder, struct{}{})
	}
	return nil
}

// AddressCode is the wallet whose own address a code is, in lower case, where the program takes such codes and the wallet has nodes of
// the sale.
func (s *State) AddressCode(code string) (w ledger.Wallet, ok bool) {
	if s.referral.Wallets == nil || len(code) != 42 || strings.ToLower(code) != code || !common.IsHexAddress(code) {
		return w, false
	}
	w = ledger.Wallet(common.HexToAddress(code))
	_, ok = s.buyers.Get(w)
	return w, ok
}

// termsOf are the terms in force for a payment.
func (s *State) termsOf(pay *Payment) Terms {
	if pay.ByAddress {
		return s.Terms.ofAddress(s.referral.Wallets)
	}
	return s.Terms.of(pay.Code).byVolume(s.referral.Volume, s.volume[pay.Code])
}
