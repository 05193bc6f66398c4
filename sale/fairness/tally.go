package fairness

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/roll"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// Sum adds up purchases. List - Discount was paid for them, and Reward of that went to whose code it was.
type Sum struct {
	Purchases, Nodes       uint64
	List, Discount, Reward money.Amount
}

// Minute is what was bought in one minute.
type Minute struct{ Purchases, Nodes, Wallets uint64 }

// Minutes is how many of the first minutes are counted, each by itself.
const Minutes = 2

// Tally counts purchases of at least one node; make it with [New]. It grows with wallets and with the pairs of a buyer and a referrer,
// not with purchases.
type Tally struct {
	bought  roll.Roll[ledger.Wallet, uint64, boughtLaw] // nodes, less those that came back; none is zero
	sizes   map[uint64]uint64                           // by nodes: how many wallets of bought have so many
	nodes   uint64                                      // of all of bought
	opened  uint64                                      // the first purchase's block, seconds since 1970 UTC
	minutes [Minutes]Minute
	early   [Minutes]map[ledger.Wallet]bool
	takers  []map[uint64]uint64 // by tier from 0, by nodes: how many wallets took so many of it
	coded   Sum
	plain   Sum
	own     Sum
	deals   roll.Roll[deal, dealt, dealLaw]
	mutual  map[deal]bool // both wallets have bought with the other's code; buyer before referrer in order
}

// New counts purchases that are paid in an asset. It has counted none.
func New(asset money.Asset) *Tally {
	return &Tally{
		sizes: map[uint64]uint64{}, mutual: map[deal]bool{},
		coded: empty(asset), plain: empty(asset), own: empty(asset),
	}
}

// deal is who bought with whose code.
type deal struct{ buyer, referrer ledger.Wallet }

func (d deal) back() deal { return deal{d.referrer, d.buyer} }

// Add counts a purchase of a block of a time, in seconds since 1970 UTC. used is what the buyer has taken of each tier, this purchase
// included; reward is what the code's owner earns of it. Sums of money are of what is paid in the tally's asset.
func (t *Tally) Add(p *sale.Purchase, when uint64, used []uint64, reward money.Amount) error {
	if p.Quantity == 0 {
		return nil
	}
	t.hold(p.GoesTo(), func(had uint64) uint64 { return had + p.Quantity })
	t.inMinute(p, when)
	for _, s := range p.Slices {
		t.take(s.Tier, used[s.Tier-1]-s.Quantity, used[s.Tier-1])
	}
	if p.Paid.Asset() != t.plain.List.Asset() {
		return nil
	}
	if !p.Referred {
		return t.plain.add(p, reward)
	}
	if err := t.coded.add(p, reward); err != nil {
		return err
	}
	if p.Referrer == p.Buyer {
		return t.own.add(p, reward)
	}
	d := deal{p.Buyer, p.Referrer}
	sum := t.dealt(d)
	if err := sum.add(p, reward); err != nil {
		return err
	}
	t.deals.Set(d, sum.dealt())
	if _, both := t.deals.Get(d.back()); both {
		if p.Buyer.Compare(p.Referrer) > 0 {
			d = d.back()
		}
		t.mutual[d] = true
	}
	return nil
}

// Return takes nodes away that came back with a refund, at most those that the wallet bought. The purchase stays counted otherwise.
func (t *Tally) Return(w ledger.Wallet, nodes uint64) {
	t.hold(w, func(had uint64) uint64 { return had - min(had, nodes) })
}

// hold changes how many nodes of the sale a wallet has.
func (t *Tally) hold(w ledger.Wallet, change func(had uint64) uint64) {
	had, _ := t.bought.Get(w)
	nodes := change(had)
	move(t.sizes, had, nodes)
	t.nodes += nodes - had
	if nodes == 0 {
		t.bought.Delete(w)
	} else {
		t.bought.Set(w, nodes)
	}
}

// take says that a wallet has taken more of a tier, from 1.
func (t *Tally) take(tier int, before, now uint64) {
	for len(t.takers) < tier {
		t.takers = append(t.takers, map[uint64]uint64{})
	}
	move(t.takers[tier-1], before, now)
}

// move counts a wallet under another number of nodes; nobody is counted under none.
func move(wallets map[uint64]uint64, before, now uint64) {
	if before > 0 {
		if wallets[before]--; wallets[before] == 0 {
			delete(wallets, before)
		}
	}
	if now > 0 {
		wallets[now]++
	}
}

// inMinute counts a purchase where it is of the first minutes, which begin with the block of the first purchase.
func (t *Tally) inMinute(p *sale.Purchase, when uint64) {
	if t.opened == 0 {
		t.opened = when
	}
	n := (when - t.opened) / 60
	if n >= Minutes {
		return
	}
	m := &t.minutes[n]
	m.Purchases++
	m.Nodes += p.Quantity
	if t.early[n] == nil {
		t.early[n] = map[ledger.Wallet]bool{}
	}
	t.early[n][p.Buyer] = true
	m.Wallets = uint64(len(t.early[n]))
}

func empty(asset money.Asset) Sum {
	zero := money.Zero(asset)
	return Sum{List: zero, Discount: zero, Reward: zero}
}

func (s *Sum) add(p *sale.Purchase, reward money.Amount) error {
	return s.join(Sum{1, p.Quantity, p.List, p.Discount, reward})
}

// join adds other purchases.
func (s *Sum) join(other Sum) (err error) {
	s.Purchases += other.Purchases
	s.Nodes += other.Nodes
	if s.List, err = s.List.Add(other.List); err != nil {
		return err
	}
	if s.Discount, err = s.Discount.Add(other.Discount); err != nil {
		return err
	}
	s.Reward, err = s.Reward.Add(other.Reward)
	return err
}
