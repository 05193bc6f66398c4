package fold

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Header is a block's place in the chain.
type Header struct {
	Number uint64
	Hash   common.Hash
	Parent common.Hash
	Time   uint64 // seconds since 1970 UTC
}

// When is the block's time.
func (h Header) When() time.Time { return time.Unix(int64(h.Time), 0).UTC() }

// String names the block, and says when it was.
func (h Header) String() string {
	return fmt.Sprintf("block %d %s of %s", h.Number, h.Hash, h.When().Format(time.RFC3339))
}

func headerOf(parent common.Hash, b *sale.Block) Header {
	return Header{b.Number, b.Hash, parent, b.Time}
}

// FinalInput is the input of a header that became final: blocks up to it are no longer pending, and it is up to there that time has
// gone by for the books.
func FinalInput(h Header) Input { return Input{Kind: InputFinal, Payload: encode(&h)} }

// Final is the header of a final block that an input is; ok of those that are one.
func (in *Input) Final() (h Header, ok bool, err error) {
	switch in.Kind {
	case InputBlock:
		var p blockPayload
		err = in.decode(&p)
		return headerOf(p.Parent, &p.Facts), err == nil, err
	case InputFinal:
		err = in.decode(&h)
		return h, err == nil, err
	}
	return h, false, nil
}

// Final is the newest final block that was recorded; zero before the first. What comes due and when a month is over is decided by its time.
func (f *Fold) Final() Header { return f.newest }

// AwaitsFinal says whether a final header is to be recorded: pending blocks become final with it, a slot comes due by its time, or no
// header of its day was recorded.
func (f *Fold) AwaitsFinal(h Header) bool {
	if f.newest != (Header{}) && h.Number <= f.newest.Number {
		return false
	}
	due, ok := f.Next()
	return f.HasPendingTo(h.Number) || ok && f.newest.When().Before(due.At) && !h.When().Before(due.At) ||
		h.When().Truncate(oneDay).After(f.newest.When().Truncate(oneDay))
}

// becomesFinal takes a final header, or refuses one that goes back or contradicts what was recorded.
func (f *Fold) becomesFinal(h Header, pending func(yield func(*sale.Block) bool)) error {
	was := f.newest
	switch {
	case h.Hash == (common.Hash{}):
		return fmt.Errorf("%s cannot be final", h)
	case was == (Header{}) || h == was:
	case h.Number <= was.Number || h.Time < was.Time:
		return fmt.Errorf("%s cannot be final after %s", h, was)
	}
	for b := range pending {
		if b.Number == h.Number && (b.Hash != h.Hash || b.Time != h.Time) || b.Number < h.Number && b.Time > h.Time ||
			b.Number > h.Number && b.Time < h.Time {
			return fmt.Errorf("%s cannot be final: block %d %s of %s was recorded", h, b.Number, b.Hash, b.When().Format(time.RFC3339))
		}
	}
	f.newest = h
	return nil
}

// mayBePending refuses a block that is not final where one of its number is, or that does not come after the last one that is not.
func (f *Fold) mayBePending(b *sale.Block, last uint64) error {
	if last > 0 && b.Number <= last {
		return fmt.Errorf("block %d %s cannot come after block %d", b.Number, b.Hash, last)
	}
	if f.newest != (Header{}) && (b.Number <= f.newest.Number || b.Time < f.newest.Time) {
		return fmt.Errorf("block %d %s cannot come after %s, which is final", b.Number, b.Hash, f.newest)
	}
	return nil
}

// finalise takes a final header: what waited for it is payable.
func (f *Fold) finalise(h Header) ([]ledger.Draft, error) {
	if err := f.becomesFinal(h, f.waiting); err != nil {
		return nil, err
	}
	f.bookedUpTo(program.Moment{Block: h.Number})
	var drafts []ledger.Draft
	n := 0
	for ; n < len(f.pending) && f.pending[n].block.Number <= h.Number; n++ {
		u := f.pending[n]
		b := u.block
		moment := program.Moment{Block: b.Number, Time: b.When()}
		c := sale.Context{Block: b, Rule: f.versions.At(moment)}
		budgets, err := f.Campaigns.Budgets(moment, c.Rule)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, budgets...)
		for i := range u.purchases {
			p := &u.purchases[i]
			if d, ok := f.books.Payable(&p.Purchase, c); ok {
				drafts = append(drafts, d)
			}
			var err error
			if drafts, err = f.rebate(drafts, &p.Purchase, p.source, moment, c.Rule); err != nil {
				return nil, err
			}
		}
		for _, e := range u.commissions {
			drafts = append(drafts, f.books.Commission(e, c))
		}
		for _, w := range u.withdrawals {
			drafts = append(drafts, f.books.Withdrawal(w, c))
		}
		for _, e := range u.proceeds {
			drafts = append(drafts, f.books.Proceeds(e, c))
		}
		paid, err := f.settled(b, c.Rule, u.known)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, paid...)
	}
	f.pending = append([]*unsettled(nil), f.pending[n:]...)
	return drafts, nil
}

// drop reverses every block above a number, the newest first. What the fold adds up to still contains them: it is made
// anew afterwards.
func (f *Fold) drop(ctx context.Context, number uint64, g Ground) ([]ledger.Draft, error) {
	if err := f.mayLeave(number); err != nil {
		return nil, err
	}
	var drafts []ledger.Draft
	for i := len(f.pending) - 1; i >= 0 && f.pending[i].block.Number > number; i-- {
		b := f.pending[i].block
		txs, err := g.Live(ctx, b.Number, ledger.Hash(b.Hash))
		if err != nil {
			return nil, err
		}
		for j := range txs {
			booked := b.When()
			drafts = append(drafts, ledger.Reverse(&txs[j], booked, fmt.Sprintf("block %d %s left the chain", b.Number, b.Hash)))
		}
	}
	return drafts, nil
}

// mayLeave refuses that blocks above a number leave the chain where one of them is final.
func (f *Fold) mayLeave(number uint64) error {
	if f.newest != (Header{}) && number < f.newest.Number {
		return fmt.Errorf("the blocks above %d cannot leave the chain: %s is final", number, f.newest)
	}
	return nil
}

// Pending is how many blocks with facts are not final.
func (f *Fold) Pending() int { return len(f.pending) }

// PendingBlocks are the blocks with facts that are not final, in order, without their parents.
func (f *Fold) PendingBlocks() []Header {
	blocks := make([]Header, len(f.pending))
	for i, u := range f.pending {
		blocks[i] = headerOf(common.Hash{}, u.block)
	}
	return blocks
}

// waiting are the blocks that are not final.
func (f *Fold) waiting(yield func(*sale.Block) bool) {
	for _, u := range f.pending {
		if !yield(u.block) {
			return
		}
	}
}

// HighestPending is the number of the last block with facts that is not final; 0: there is none.
func (f *Fold) HighestPending() uint64 {
	if n := len(f.pending); n > 0 {
		return f.pending[n-1].block.Number
	}
	return 0
}

// HasPendingTo says whether a block with facts up to a number waits to become final.
func (f *Fold) HasPendingTo(number uint64) bool {
	return len(f.pending) > 0 && f.pending[0].block.Number <= number
}

// IsOver refuses a month before a final block is recorded that is past its end.
func (f *Fold) IsOver(month string, end time.Time) error {
	if until := f.newest.When(); until.Before(end) {
		return problem.Conflictf("month %s ends at %s, and the chain is final up to %s: close it when the chain is final past "+
			"its end (run `nodeledger sync`)", month, end.Format(time.RFC3339), until.Format(time.RFC3339))
	}
	return nil
}

// isDue refuses a slot that is not the next one, or that is not over by the newest final block.
func (f *Fold) isDue(j *Job) error {
	due, ok := f.Next()
	switch {
	case !ok || (due.Name != j.Name || due.Slot != j.Slot || due.Until != j.Until) && !f.schedule.older(due, j):
		return fmt.Errorf("it is not the next one that comes due")
	case f.newest.When().Before(due.At):
		return fmt.Errorf("it comes due at %s, and the newest final block is %s", due.At.Format(time.RFC3339), f.newest)
	}
	return nil
}

// Needs is the instant that a final block must be past before an input is taken: a slot or a month that ends then. Zero of every other one.
func (f *Fold) Needs(in *Input) (past time.Time, err error) {
	if in.Kind == InputJob {
		due, _ := f.Next()
		return due.At, nil
	}
	fact, err := in.Fact()
	if err != nil || fact == nil {
		return past, err
	}
	b, err := fact.closedMonth()
	if err != nil || b == nil {
		return past, err
	}
	start, err := b.Start()
	return start.AddDate(0, 1, 0), err
}
