package sale

import "time"

// paceDays is how far back a [Pace] knows single sales.
const paceDays = 30

// Pace is how fast tiers sold lately, and when each was sold out. It knows the sales of the 30 days before the newest one.
type Pace struct {
	recent  []tierSale // in the order of the chain
	soldOut []time.Time
}

// tierSale is what a purchase took of a tier.
type tierSale struct {
	at       time.Time
	tier     int // from 1
	quantity uint64
}

// Add takes note of a purchase that the ladder has counted already.
func (p *Pace) Add(at time.Time, parts []Slice, after *Ladder) {
	old := 0
	for old < len(p.recent) && p.recent[old].at.Before(at.AddDate(0, 0, -paceDays)) {
		old++
	}
	p.recent = p.recent[old:]
	for _, part := range parts {
		p.recent = append(p.recent, tierSale{at, part.Tier, part.Quantity})
		for len(p.soldOut) < part.Tier {
			p.soldOut = append(p.soldOut, time.Time{})
		}
		if after.Rungs[part.Tier-1].Left() == 0 {
			p.soldOut[part.Tier-1] = at
		}
	}
}

// Sold is how many nodes of a tier, from 1, were sold from an instant on, at most 30 days before the newest sale.
func (p *Pace) Sold(tier int, from time.Time) (sold uint64) {
	for _, s := range p.recent {
		if s.tier == tier && !s.at.Before(from) {
			sold += s.quantity
		}
	}
	return sold
}

// SoldOut is when the last node of a tier was sold; zero when that was never seen.
func (p *Pace) SoldOut(tier int) (at time.Time) {
	if tier <= len(p.soldOut) {
		at = p.soldOut[tier-1]
	}
	return at
}
