package recompute

import (
	"fmt"
	"math/big"
	"slices"
	"time"
)

// Market is how far a sale has come: what of each tier is sold, and who first referred whom.
type Market struct {
	sale      *Sale
	prices    []*big.Int         // of each tier
	sold      []int64            // of each tier
	byWallet  map[string][]int64 // of each tier
	referrers map[string]string  // of the first purchase with somebody else's code
}

// NewMarket is a sale that has not begun.
func NewMarket(s *Sale) *Market {
	m := &Market{sale: s, sold: make([]int64, len(s.Tiers)), byWallet: map[string][]int64{}, referrers: map[string]string{}}
	for _, t := range s.Tiers {
		m.prices = append(m.prices, t.Price)
	}
	return m
}

// room is how many nodes a wallet may take of a tier.
func (m *Market) room(wallet string, tier int) int64 {
	t := &m.sale.Tiers[tier]
	room := t.Size - m.sold[tier]
	if t.PerWallet >= 0 {
		used := int64(0)
		if of := m.byWallet[wallet]; of != nil {
			used = of[tier]
		}
		room = min(room, t.PerWallet-used)
	}
	return max(room, 0)
}

// Taken is how many nodes of each tier a wallet gets; an error where it cannot have as many.
func (m *Market) Taken(wallet string, nodes int64) ([]int64, error) {
	taken := make([]int64, len(m.sale.Tiers))
	for i := range taken {
		taken[i] = min(nodes, m.room(wallet, i))
		nodes -= taken[i]
		soldOut := m.sold[i]+taken[i] == m.sale.Tiers[i].Size
		if closed := m.sale.Tiers[i].PerWallet == 0; !m.sale.Parallel && !soldOut && !closed {
			break // this tier is the open one
		}
	}
	if nodes > 0 {
		return nil, fmt.Errorf("%d nodes more than %s can have", nodes, wallet)
	}
	return taken, nil
}

// Earning is a reward of a purchase.
type Earning struct {
	Wallet string
	Amount *big.Int
}

// Charge is what a purchase costs, and who earns of it.
type Charge struct {
	List, Paid *big.Int
	Earns      []Earning
}

// Charge is what a purchase costs now.
func (m *Market) Charge(p *Purchase) (c Charge, err error) {
	taken, err := m.Taken(p.Buyer, p.Nodes)
	if err != nil {
		return c, err
	}
	owner, coded := m.sale.Codes[p.Code]
	reward, _ := m.sale.Reward.At(p.At)
	// Tiers of one percentage are priced together.
	type percentages struct{ discount, reward string }
	type group struct {
		list, units      *big.Int // in full, and with each node's price reduced and rounded down
		discount, reward *big.Rat
	}
	groups := map[percentages]*group{}
	c.List, c.Paid = new(big.Int), new(big.Int)
	for i, n := range taken {
		if n == 0 {
			continue
		}
		off, part := m.terms(p, i+1)
		key := percentages{off.RatString(), part.RatString()}
		if groups[key] == nil {
			groups[key] = &group{new(big.Int), new(big.Int), off, part}
		}
		g, price, count := groups[key], m.prices[i], big.NewInt(n)
		g.list.Add(g.list, new(big.Int).Mul(price, count))
		g.units.Add(g.units, new(big.Int).Mul(floor(price, rest(off)), count))
	}
	first := new(big.Int)
	for _, g := range groups {
		paid := g.list
		if coded {
			if paid = floor(g.list, rest(g.discount)); m.sale.PerUnit {
				paid = g.units
			}
			base := paid
			if reward.OfList {
				base = g.list
			}
			first.Add(first, floor(base, g.reward))
		}
		c.List.Add(c.List, g.list)
		c.Paid.Add(c.Paid, paid)
	}
	if !coded || m.sale.NoSelf && m.sale.Settlement == Accrues && owner == p.Buyer {
		return c, nil
	}
	c.Earns = append(c.Earns, Earning{owner, first})
	earned := []string{owner}
	for _, part := range reward.Levels[1:] {
		above, has := m.referrers[earned[len(earned)-1]]
		if !has || above == p.Buyer || slices.Contains(earned, above) {
			break
		}
		base := c.Paid
		if reward.OfList {
			base = c.List
		}
		c.Earns = append(c.Earns, Earning{above, floor(base, part)})
		earned = append(earned, above)
	}
	return c, nil
}

// terms are the discount and the reward of a purchase in a tier, from 1: those of its code come first, then those of the tier.
func (m *Market) terms(p *Purchase, tier int) (discount, reward *big.Rat) {
	discount, _ = m.sale.Discount.At(p.At)
	all, _ := m.sale.Reward.At(p.At)
	reward = all.Levels[0]
	for _, own := range []Own{m.sale.OfTier[tier], m.sale.OfCode[p.Code]} {
		if own.Discount != nil {
			discount = own.Discount
		}
		if own.Reward != nil {
			reward = own.Reward
		}
	}
	return discount, reward
}

func rest(part *big.Rat) *big.Rat { return new(big.Rat).Sub(big.NewRat(1, 1), part) }

// Buy takes what a purchase takes.
func (m *Market) Buy(p *Purchase) error {
	taken, err := m.Taken(p.Buyer, p.Nodes)
	if err != nil {
		return err
	}
	if m.byWallet[p.Buyer] == nil {
		m.byWallet[p.Buyer] = make([]int64, len(taken))
	}
	for i, n := range taken {
		m.sold[i] += n
		m.byWallet[p.Buyer][i] += n
	}
	if owner, coded := m.sale.Codes[p.Code]; coded && owner != p.Buyer && m.referrers[p.Buyer] == "" {
		m.referrers[p.Buyer] = owner
	}
	return nil
}

// buy books a purchase.
func (r *run) buy(p *Purchase) error {
	c, err := r.market.Charge(p)
	if err != nil {
		return err
	}
	if err := r.market.Buy(p); err != nil {
		return err
	}
	s, coin := &r.rules.Sale, r.rules.Coin
	treasury, income, contract := new(big.Int).Set(c.Paid), "income/sale/"+p.Buyer, "assets/sale/"+s.Contract
	for _, e := range c.Earns {
		switch s.Settlement {
		case Held:
			r.books.Move(income, contract, coin, e.Amount)
			r.books.Move("liabilities/referral/"+e.Wallet+"/payable", "expenses/referral/"+e.Wallet, coin, e.Amount)
			treasury.Sub(treasury, e.Amount)
		case AtOnce:
			r.books.Move(income, "expenses/referral/"+e.Wallet, coin, e.Amount)
			treasury.Sub(treasury, e.Amount)
		case Accrues:
			r.books.Move("liabilities/referral/"+e.Wallet+"/payable", "expenses/referral/"+e.Wallet, coin, e.Amount)
		}
	}
	earns := contract
	if r.rules.Payout.Treasury != "" {
		earns = r.wallet(r.rules.Payout.Treasury)
	}
	r.books.Move(income, earns, coin, treasury)
	r.books.Move(register("node", "issuance"), register("node", p.Buyer), "NODE", big.NewInt(p.Nodes))
	r.nodes[p.Buyer] += p.Nodes
	for i := range r.rules.Campaigns {
		r.rebate(&r.rules.Campaigns[i], p, c.Paid)
	}
	return nil
}

// rebate gives a buyer what a campaign gives, as far as its budget goes.
func (r *run) rebate(k *Campaign, p *Purchase, paid *big.Int) {
	if p.At.Before(k.From) || !k.Until.IsZero() && !p.At.Before(k.Until) {
		return
	}
	due := new(big.Int)
	switch {
	case k.Rebate != nil:
		due = floor(paid, k.Rebate)
	case k.Per == "node":
		due.Mul(k.Fixed, big.NewInt(p.Nodes))
	case k.Per == "purchase" || !r.given[k.Name+p.Buyer]:
		due.Set(k.Fixed)
		r.given[k.Name+p.Buyer] = true
	}
	fund := "equity/fund/campaign/" + k.Name
	if left := new(big.Int).Neg(r.books.Get(fund, k.Asset)); due.Cmp(left) > 0 {
		due = left
	}
	r.books.Move("liabilities/rebate/"+p.Buyer, "expenses/rebate/"+p.Buyer, k.Asset, due)
	r.books.Move("equity/earnings", fund, k.Asset, due)
}

// campaign opens a campaign, or ends it: what is left of its budget is set free.
func (r *run) campaign(k *Campaign, opens bool) {
	fund := "equity/fund/campaign/" + k.Name
	if opens {
		r.books.Move(fund, "equity/earnings", k.Asset, k.Budget)
		return
	}
	r.books.Move("equity/earnings", fund, k.Asset, new(big.Int).Neg(r.books.Get(fund, k.Asset)))
}

// midnight is the first instant of a day.
func midnight(t time.Time) time.Time { return t.UTC().Truncate(day * time.Second) }
