package sale

import (
	"cmp"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// commission is one that was read, and whether a purchase took it.
type commission struct {
	Commission

	used bool
}

// fits says that a commission may be one of a purchase: it is of the same transaction and asset, and names no other code.
func (c *commission) fits(p *Payment) bool {
	return c.TxHash == p.TxHash && (p.Asset.IsZero() || p.Asset == c.Amount.Asset()) && (c.Code == "" || p.Code == "" || c.Code == p.Code)
}

// buying is a purchase with its commissions.
type buying struct {
	*Payment

	commissions []*commission
}

// join gives each purchase its commissions. One is the nearest of its transaction that no other purchase took; of two as near the one on
// the side where the transaction has them: before its purchases when it begins with a commission, otherwise behind. What is left belongs to
// the purchase on the other side of it. The first of a purchase is the referrer's, those after it are of whoever stands above. What fits no
// purchase is an event of its own.
func join(events []Event, commissions []*commission) []Event {
	if len(commissions) == 0 {
		return events
	}
	var purchases []*buying
	for _, e := range events {
		if p, ok := e.(Payment); ok {
			purchases = append(purchases, &buying{Payment: &p})
		}
	}
	behind := map[common.Hash]bool{}
	for _, p := range purchases {
		if _, seen := behind[p.TxHash]; !seen {
			behind[p.TxHash] = p.Index < firstOf(commissions, p.TxHash)
		}
	}
	for _, p := range purchases {
		p.nearest(commissions, behind[p.TxHash])
	}
	for _, c := range commissions {
		if !c.used {
			c.above(purchases, behind[c.TxHash])
		}
	}
	next := 0
	for i, e := range events {
		if _, ok := e.(Payment); ok {
			events[i] = purchases[next].paid()
			next++
		}
	}
	for _, c := range commissions {
		if !c.used {
			events = append(events, c.Commission)
		}
	}
	return events
}

func firstOf(commissions []*commission, tx common.Hash) uint32 {
	for _, c := range commissions {
		if c.TxHash == tx {
			return c.Index
		}
	}
	return 0
}

// nearest takes the nearest commission.
func (p *buying) nearest(commissions []*commission, behind bool) {
	var best *commission
	nearest := uint32(0)
	for _, c := range commissions {
		if c.used || !c.fits(p.Payment) {
			continue
		}
		distance := max(c.Index, p.Index) - min(c.Index, p.Index)
		if best == nil || distance < nearest || distance == nearest && (c.Index > p.Index) == behind {
			best, nearest = c, distance
		}
	}
	if best != nil {
		best.used = true
		p.commissions = append(p.commissions, best)
	}
}

// above gives a commission that is left to the purchase before it, or to the one behind it, where that has another one.
func (c *commission) above(purchases []*buying, behind bool) {
	var owner *buying
	for _, p := range purchases {
		if !c.Named || len(p.commissions) == 0 || !p.commissions[0].Named || !c.fits(p.Payment) || (p.Index < c.Index) != behind {
			continue
		}
		if owner == nil || behind {
			owner = p
		}
	}
	if owner != nil {
		c.used = true
		owner.commissions = append(owner.commissions, c)
	}
}

// paid is the purchase with what its commissions say.
func (p *buying) paid() Payment {
	slices.SortFunc(p.commissions, func(a, b *commission) int { return cmp.Compare(a.Index, b.Index) })
	for i, c := range p.commissions {
		if i > 0 {
			p.Above = append(p.Above, Share{c.Wallet, c.Amount})
			continue
		}
		if p.Code == "" {
			p.Code = c.Code
		}
		if c.Named {
			p.Referrer, p.Referred = c.Wallet, true
		}
		p.Reward = &c.Amount
	}
	return *p.Payment
}
