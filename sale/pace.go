package sale

import "time"

// paceTime is how far back a [Pace] knows single sales.
const paceTime = 30 * 24 * time.Hour

// Pace is how fast tiers sold lately, and when each was sold out. It knows the sales of the 30 days before the newest one. Its size grows
// with the moments of those days at which something was sold, not with how many purchases there were.
type Pace struct {
	recent  [][]soldAt // by tier from 0, in the order of the chain
	soldOut []time.Time
}

// soldAt is what was taken of a tier at a moment, in seconds since 1970 UTC.
type soldAt struct {
	at       int64
	quantity uint64
}

// Add takes note of a purchase that the ladder has counted already. at is the time of its block.
func (p *Pace) Add(at time.Time, parts []Slice, after *Ladder) {
	oldest := at.Add(-paceTime).Unix()
	for i, sales := range p.recent {
		old := 0
		for old < len(sales) && sales[old].at < oldest {
			old++
		}
		p.recent[i] = sales[old:]
	}
	for _, part := range parts {
		for len(p.soldOut) < part.Tier {
			p.soldOut, p.recent = append(p.soldOut, time.Time{}), append(p.recent, nil)
		}
		sales := &p.recent[part.Tier-1]
		if last := len(*sales) - 1; last >= 0 && (*sales)[last].at == at.Unix() {
			(*sales)[last].quantity += part.Quantity
		} else {
			*sales = append(*sales, soldAt{at.Unix(), part.Quantity})
		}
		if after.Rungs[part.Tier-1].Left() == 0 {
			p.soldOut[part.Tier-1] = at
		}
	}
}

// Sold is how many nodes of a tier, from 1, were sold from an instant on, at most 30 days before the newest sale.
func (p *Pace) Sold(tier int, from time.Time) (sold uint64) {
	if tier > len(p.recent) {
		return 0
	}
	for _, s := range p.recent[tier-1] {
		if !time.Unix(s.at, 0).Before(from) {
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
