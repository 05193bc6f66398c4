package sale

import (
	"fmt"
	"math"
	"slices"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Rung is a tier of the ladder and how many of its licences are sold.
type Rung struct {
	program.Tier
	Sold   uint64
	Listed bool // it is open to the wallets of a list alone, and nobody else can say who they are
}

// Closed says that the tier sells nothing to the public.
func (r Rung) Closed() bool { return r.PerWallet == 0 || r.Listed }

// Left is how many licences the tier still has. A tier that was made smaller than it had sold has none.
func (r Rung) Left() uint64 { return r.Size - min(r.Size, r.Sold) }

// Ladder is the price ladder at a moment: its rungs in order, how it is walked, and the most that is ever sold (nil: no
// such limit). The zero Ladder sells nothing.
type Ladder struct {
	Mode  program.Mode
	Rungs []Rung
	Max   *uint64
}

// Slice is a part of a purchase out of one tier. Tiers count from 1.
type Slice struct {
	Tier     int
	Quantity uint64
	Rung     program.Tier // its price, size and quota at that time
}

// ErrZeroNodes refuses a quantity of zero.
var ErrZeroNodes error = problem.New(problem.Invalid, problem.ZeroNodes, "a purchase of zero nodes: ask for at least one")

// NotEnough is the cause of a refusal with the code [problem.NotEnough]: a wallet cannot have as many nodes as it asked for.
type NotEnough struct{ Asked, Available uint64 }

// Error says how many there are.
func (e *NotEnough) Error() string {
	return fmt.Sprintf("%d nodes are asked for, and this wallet can have %d now: ask for at most that many", e.Asked, e.Available)
}

// QuotaStops is the cause of a refusal with the code [problem.Quota]: the open tier of a sequential sale still has nodes, but not as
// many for this wallet.
type QuotaStops struct {
	Tier         int // from 1
	Room, Wanted uint64
}

// Error says which tier stops the purchase and how many nodes it still gives.
func (e *QuotaStops) Error() string {
	return fmt.Sprintf("tier %d is open and gives this wallet %d more nodes, and %d are asked for: ask for fewer, or wait until the "+
		"next tier opens", e.Tier, e.Room, e.Wanted)
}

// Walk splits a quantity over the tiers for a wallet that has used[i] of tier i+1 already (missing means none). Closed
// tiers (quota 0) and sold-out tiers are passed over. In a parallel sale the wallet takes of each tier what its quota
// still gives, in order; a tier with a list is closed here: [Ladder.For] opens it. In a sequential sale only an open tier that
// runs out lets the purchase spill into the next.
// Refusals: [ErrZeroNodes], and those that [NotEnough] and [QuotaStops] cause.
func (l *Ladder) Walk(quantity uint64, used []uint64) ([]Slice, error) {
	if quantity == 0 {
		return nil, ErrZeroNodes
	}
	var slices []Slice
	rest := quantity
	for i, rung := range l.Rungs {
		if rest == 0 {
			break
		}
		left := rung.Left()
		if rung.Closed() || left == 0 {
			continue
		}
		room := rung.PerWallet
		if room != program.NoQuota && i < len(used) {
			room -= min(room, used[i])
		}
		take := min(rest, left, room)
		if l.Mode == program.Sequential && take < rest && take < left {
			return nil, problem.New(problem.Conflict, problem.Quota, "%w", &QuotaStops{Tier: i + 1, Room: room, Wanted: rest})
		}
		if take > 0 {
			slices = append(slices, Slice{Tier: i + 1, Quantity: take, Rung: rung.Tier})
			rest -= take
		}
	}
	available := quantity - rest
	if l.Max != nil {
		available = min(available, *l.Max-min(*l.Max, l.Sold()))
	}
	if available < quantity {
		return nil, problem.New(problem.Conflict, problem.NotEnough, "%w", &NotEnough{Asked: quantity, Available: available})
	}
	return slices, nil
}

// For is the ladder as a wallet finds it that is on the lists of some tiers, counted from 1.
func (l *Ladder) For(opened []int) *Ladder {
	if len(opened) == 0 {
		return l
	}
	open := *l
	open.Rungs = slices.Clone(l.Rungs)
	for _, tier := range opened {
		if tier >= 1 && tier <= len(open.Rungs) {
			open.Rungs[tier-1].Listed = false
		}
	}
	return &open
}

// Available is the most that one purchase of a wallet can take now, having used[i] of tier i+1 already: [Ladder.Walk] takes that
// many and refuses more.
func (l *Ladder) Available(used []uint64) uint64 {
	var all uint64
	for i, rung := range l.Rungs {
		left := rung.Left()
		if rung.Closed() || left == 0 {
			continue
		}
		room := rung.PerWallet
		if room != program.NoQuota && i < len(used) {
			room -= min(room, used[i])
		}
		take := min(left, room)
		all += min(take, math.MaxUint64-all)
		if l.Mode == program.Sequential && take < left {
			break
		}
	}
	if l.Max != nil {
		all = min(all, *l.Max-min(*l.Max, l.Sold()))
	}
	return all
}

// Most is how many nodes there can be: [Ladder.Max], or what all tiers hold; 0 when no tier is known.
func (l *Ladder) Most() uint64 {
	if l.Max != nil {
		return *l.Max
	}
	var all uint64
	for _, r := range l.Rungs {
		all += min(r.Size, math.MaxUint64-all)
	}
	return all
}

// Sold is how many licences all tiers have sold.
func (l *Ladder) Sold() uint64 {
	var sold uint64
	for _, r := range l.Rungs {
		sold += r.Sold
	}
	return sold
}

// Open is the lowest tier, from 1, that still sells to the public; 0 when all are sold out or closed.
func (l *Ladder) Open() int {
	for i, r := range l.Rungs {
		if !r.Closed() && r.Left() > 0 {
			return i + 1
		}
	}
	return 0
}

// restock puts nodes back that can be bought again: they are those that were sold last.
func (l *Ladder) restock(nodes uint64) {
	for i := len(l.Rungs) - 1; i >= 0 && nodes > 0; i-- {
		back := min(nodes, l.Rungs[i].Sold)
		l.Rungs[i].Sold -= back
		nodes -= back
	}
}
