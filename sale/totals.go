package sale

import (
	"fmt"
	"math"

	"github.com/nodeledger/nodeledger/money"
)

// Totals are sums over all purchases. Sums are those in the sale's asset, Others those in every other one, in the order in which they came.
type Totals struct {
	Sums

	Purchases  uint64
	Nodes      uint64
	Unresolved uint64 // purchases of which one base unit more may have been paid
	Given      uint64 // nodes that nobody paid for, which are not among Nodes
	Returned   uint64 // nodes that came back with refunds
	Others     []Sums
	Flags      map[Flag]uint64
}

// Sums add up what was paid in one asset.
type Sums struct {
	List, Gross, Discount, Referral, Treasury, Dust, Refunded money.Amount
}

func noSums(asset money.Asset) Sums {
	zero := money.Zero(asset)
	return Sums{zero, zero, zero, zero, zero, zero, zero}
}

// Asset is what they are in.
func (s *Sums) Asset() money.Asset { return s.Gross.Asset() }

// ByAsset are the sums in every asset, the sale's first.
func (t *Totals) ByAsset() []Sums { return append([]Sums{t.Sums}, t.Others...) }

// Exist is how many nodes there are: sold or given, and not returned.
func (t *Totals) Exist() uint64 { return t.Nodes + t.Given - t.Returned }

// in are the sums in an asset, to be added to.
func (t *Totals) in(asset money.Asset) *Sums {
	if asset == t.Asset() {
		return &t.Sums
	}
	for i := range t.Others {
		if t.Others[i].Asset() == asset {
			return &t.Others[i]
		}
	}
	t.Others = append(t.Others, noSums(asset))
	return &t.Others[len(t.Others)-1]
}

// fits refuses more nodes than can be counted together with those that there ever were.
func (t *Totals) fits(nodes uint64) error {
	if nodes > math.MaxUint64-t.Nodes-t.Given {
		return fmt.Errorf("%d nodes are more than can be counted", nodes)
	}
	return nil
}

func (t *Totals) add(p *Purchase) error {
	t.Purchases++
	if err := t.fits(p.Quantity); err != nil {
		return fmt.Errorf("purchase in transaction %s: %w", p.TxHash, err)
	}
	t.Nodes += p.Quantity
	in := t.in(p.Paid.Asset())
	for _, sum := range []struct {
		to *money.Amount
		of money.Amount
	}{{&in.List, p.List}, {&in.Gross, p.Paid}, {&in.Discount, p.Discount}, {&in.Referral, p.Referral}, {&in.Treasury, p.Treasury},
		{&in.Dust, p.Dust}} {
		var err error
		if *sum.to, err = sum.to.Add(sum.of); err != nil {
			return err
		}
	}
	if p.Unresolved {
		t.Unresolved++
	}
	for _, f := range p.Flags {
		t.Flags[f]++
	}
	return nil
}
