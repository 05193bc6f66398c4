package consensus

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Rules are what a chain is followed by.
type Rules struct {
	Network *Network
	MaxAge  time.Duration // of a checkpoint, or of kept committees; 0: that of the network
}

func (r *Rules) maxAge() time.Duration {
	if r.MaxAge > 0 {
		return r.MaxAge
	}
	return r.Network.MaxAge()
}

// Bootstrap is what a chain begins with: the checkpoint's header, and the committee of its period with the branch to the header's state.
type Bootstrap struct {
	Header    LightHeader
	Committee Committee
	Branch    []common.Hash
}

// Update is a message that a committee signed: a header, what its state calls final and, in some, the committee of the next period.
type Update struct {
	Attested       LightHeader
	Finalised      LightHeader
	FinalityBranch []common.Hash
	Next           *Committee // nil: a finality update
	NextBranch     []common.Hash
	Aggregate      Aggregate
	SignatureSlot  uint64
}

// Chain is the committees that were followed so far, and what they proved to be final. It is for one caller at a time.
type Chain struct {
	rules      Rules
	checkpoint common.Hash
	period     uint64 // of current
	current    *Committee
	next       *Committee // nil: not proven yet
	keys       [2]*points // of current and next; nil: not made yet
	finals     []Final    // the newest ones, by slot; the first of all is the checkpoint
}

// keptFinals is how many of the newest final blocks are kept: an hour of epochs, or what somebody who lags may have come to.
const keptFinals = 16

// Start begins a chain at a checkpoint: the root of a beacon block.
func Start(rules Rules, checkpoint common.Hash, b *Bootstrap, now time.Time) (*Chain, error) {
	n := rules.Network
	root := b.Header.Root()
	if root != checkpoint {
		return nil, refuse(BadCheckpoint, "the header that was sent for the checkpoint %s hashes to %s", checkpoint, root)
	}
	if err := rules.notFuture(b.Header.Slot, now); err != nil {
		return nil, err
	}
	if err := rules.young("the checkpoint "+checkpoint.Hex(), b.Header.Slot, now); err != nil {
		return nil, err
	}
	s, err := n.shape(b.Header.Slot)
	if err != nil {
		return nil, err
	}
	if err := b.Header.holds(n, "checkpoint's"); err != nil {
		return nil, err
	}
	if !leads(b.Header.State, s.committee, b.Branch, b.Committee.Root()) {
		return nil, refuse(BadCommittee, "the committee that was sent for the checkpoint is not the one of its state")
	}
	keys, err := b.Committee.points()
	if err != nil {
		return nil, err
	}
	committee := b.Committee
	return &Chain{rules: rules, checkpoint: checkpoint, period: n.Period(b.Header.Slot), current: &committee,
		keys: [2]*points{keys}, finals: []Final{finalOf(&b.Header)}}, nil
}

// young refuses what is older than the rules allow.
func (r *Rules) young(what string, slot uint64, now time.Time) error {
	of := r.Network.TimeOf(slot)
	if age := now.Sub(of); age > r.maxAge() {
		return refuse(TooOld, "%s is of %s, %s old, and must not be older than %s: name a newer one with --checkpoint, the root of a "+
			"finalised block on which several sources agree, see %s", what, of.Format(time.RFC3339), inHours(age),
			inHours(r.maxAge()), r.Network.CheckpointSource)
	}
	return nil
}

// inHours is a time in hours, or in days where it is some.
func inHours(d time.Duration) string {
	if d >= 72*time.Hour {
		return fmt.Sprintf("%d days", d/(24*time.Hour))
	}
	return fmt.Sprintf("%.1f hours", d.Hours())
}

// notFuture refuses what is of a slot that has not begun; one slot of difference between clocks is allowed.
func (r *Rules) notFuture(slot uint64, now time.Time) error {
	if at := r.Network.SlotAt(now); slot > at+1 {
		return refuse(InFuture, "slot %d begins at %s and it is %s here: set this machine's clock", slot,
			r.Network.TimeOf(min(slot, 1<<40)).Format(time.RFC3339), now.UTC().Format(time.RFC3339))
	}
	return nil
}

// Period is the newest period whose committee is proven.
func (c *Chain) Period() uint64 {
	if c.next != nil {
		return c.period + 1
	}
	return c.period
}

// Wants says that the committee after the newest proven one is needed to follow what is signed now.
func (c *Chain) Wants(now time.Time) bool {
	return c.rules.Network.Period(c.rules.Network.SlotAt(now)) >= c.Period()
}

// Checkpoint is where the chain began.
func (c *Chain) Checkpoint() common.Hash { return c.checkpoint }

// Final is the newest block that is proven to be final.
func (c *Chain) Final() Final { return c.finals[len(c.finals)-1] }

// Finals are the newest blocks that are proven to be final, by slot.
func (c *Chain) Finals() []Final { return slices.Clone(c.finals) }

// Follow takes a message. One that brings nothing new, or is older than what is known, changes nothing. *[Refusal] when it does not hold,
// *[Equivocation] when it holds and contradicts what was proven before.
func (c *Chain) Follow(u *Update, now time.Time) error {
	if err := c.inOrder(u, now); err != nil {
		return err
	}
	if err := c.inTrees(u); err != nil {
		return err
	}
	period := c.rules.Network.Period(u.SignatureSlot)
	keys, err := c.keysOf(period)
	if err != nil {
		return err
	}
	if n := u.Aggregate.Count(); n < Quorum {
		return refuse(TooFew, "%d of %d members of the committee of period %d signed slot %d, and %d are needed", n, Members, period,
			u.Attested.Slot, Quorum)
	}
	signed, err := keys.signed(c.rules.Network.SigningRoot(u.Attested.Root(), u.SignatureSlot), &u.Aggregate)
	if err != nil {
		return err
	}
	if !signed {
		return refuse(BadSignature, "the signature of slot %d is not that of the %d members of the committee of period %d who are named",
			u.Attested.Slot, u.Aggregate.Count(), period)
	}
	at, err := c.place(finalOf(&u.Finalised))
	if err != nil {
		return err
	}
	if err := c.handOver(u); err != nil {
		return err
	}
	if at >= 0 {
		c.finals = slices.Insert(c.finals, at, finalOf(&u.Finalised))
		c.finals = c.finals[max(0, len(c.finals)-keptFinals):]
	}
	return nil
}

// inOrder refuses a message whose slots or period are out of order.
func (c *Chain) inOrder(u *Update, now time.Time) error {
	n := c.rules.Network
	if err := c.rules.notFuture(u.SignatureSlot, now); err != nil {
		return err
	}
	if u.SignatureSlot <= u.Attested.Slot || u.Attested.Slot < u.Finalised.Slot {
		return refuse(BadOrder, "slot %d is signed in %d and calls %d final: these are out of order", u.Attested.Slot, u.SignatureSlot,
			u.Finalised.Slot)
	}
	if period := n.Period(u.SignatureSlot); period < c.period || period > c.Period() {
		return refuse(BadOrder, "slot %d is signed by the committee of period %d, and those of %d to %d are proven: periods come in order, "+
			"one after another", u.Attested.Slot, period, c.period, c.Period())
	}
	if u.Next == nil {
		return nil
	}
	if of, final := n.Period(u.Attested.Slot), n.Period(u.Finalised.Slot); of != final {
		return refuse(BadOrder, "the committee after period %d is not final: the final header is of period %d", of, final)
	}
	return nil
}

// inTrees refuses a message whose parts are not in the roots that they are said to be in.
func (c *Chain) inTrees(u *Update) error {
	n := c.rules.Network
	s, err := n.shape(u.Attested.Slot)
	if err != nil {
		return err
	}
	if err := u.Attested.holds(n, "attested"); err != nil {
		return err
	}
	if err := u.Finalised.holds(n, "final"); err != nil {
		return err
	}
	if !leads(u.Attested.State, s.finalRoot, u.FinalityBranch, u.Finalised.Root()) {
		return refuse(NotFinal, "the header of slot %d is not the one that the state of slot %d calls final", u.Finalised.Slot, u.Attested.Slot)
	}
	if u.Next != nil && !leads(u.Attested.State, s.nextCommittee, u.NextBranch, u.Next.Root()) {
		return refuse(BadCommittee, "the next committee is not the one of the state of slot %d", u.Attested.Slot)
	}
	return nil
}

// keysOf are the keys of the committee of a period, which is proven.
func (c *Chain) keysOf(period uint64) (*points, error) {
	which, committee := 0, c.current
	if period != c.period {
		which, committee = 1, c.next
	}
	if c.keys[which] == nil {
		keys, err := committee.points()
		if err != nil {
			return nil, err
		}
		c.keys[which] = keys
	}
	return c.keys[which], nil
}

// place is where a final block belongs among those that are known, -1 when it is known or older than all of them.
func (c *Chain) place(f Final) (int, error) {
	at, known := slices.BinarySearchFunc(c.finals, f, func(a, b Final) int { return cmp.Compare(a.Slot, b.Slot) })
	switch {
	case known && c.finals[at] != f:
		return 0, &Equivocation{f.Slot, c.finals[at], f}
	case known || at == 0:
		return -1, nil
	case c.finals[at-1].Number >= f.Number, at < len(c.finals) && c.finals[at].Number <= f.Number:
		other := c.finals[at-1] // later slots have higher blocks: a slot without a block has no header
		if other.Number < f.Number {
			other = c.finals[at]
		}
		return 0, &Equivocation{f.Slot, other, f}
	}
	return at, nil
}

// handOver takes the committee that a message brings, and goes on to a period that was signed in.
func (c *Chain) handOver(u *Update) error {
	n := c.rules.Network
	of := n.Period(u.Attested.Slot)
	if u.Next != nil {
		switch {
		case of == c.period && c.next == nil:
			c.next, c.keys[1] = u.Next, nil
		case of == c.period && *c.next != *u.Next, of == c.period-1 && *c.current != *u.Next:
			return refuse(BadCommittee, "another committee of period %d was proven before: two thirds of the one before it signed both", of+1)
		case of == c.period+1 && c.next != nil:
			c.period, c.current, c.keys[0] = c.period+1, c.next, c.keys[1]
			c.next, c.keys[1] = u.Next, nil
		}
	}
	return nil
}
