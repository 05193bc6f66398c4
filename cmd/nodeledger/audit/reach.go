package audit

import (
	"fmt"
	"math"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// soon is by how much clocks may differ.
const soon = time.Hour

// reach is how far the inputs reach that were published, beside the chain's last final block.
type reach struct {
	chain *linked
	final engine.Header

	last, pending engine.Header // the last block that they call final, and the last other one
	newest        *fold.Fact
	ahead         uint64 // the first input of something that is not final on the chain; 0: there is none
	unknown       uint64 // amounts that wallets held and that the books do not know
}

// take takes the next input.
func (r *reach) take(in *fold.Input) error {
	differs := func(err error) error {
		return ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
	}
	if err := r.chain.want(in); err != nil {
		return differs(err)
	}
	if fact, _ := in.Fact(); fact != nil && (r.newest == nil || fact.Time > r.newest.Time) {
		r.newest = fact
	}
	if h, ok, err := in.Final(); err != nil {
		return differs(err)
	} else if ok {
		r.last = h
		if err := r.dated(h); err != nil {
			return differs(err)
		}
		r.at(in, h.Number)
	}
	if o, err := in.Opening(); err != nil {
		return differs(err)
	} else if o != nil {
		if err := r.dated(engine.Header{Number: o.Number, Hash: o.Hash, Time: o.Time}); err != nil {
			return differs(err)
		}
		for i := range o.Rows {
			if row := &o.Rows[i]; row.Assurance == string(engine.AssuranceUnknown) && row.Amount.Sign() == 0 {
				r.unknown++
			}
		}
		r.at(in, o.Number)
		if o.Number > r.last.Number {
			r.last = engine.Header{Number: o.Number, Hash: o.Hash, Time: o.Time}
		}
	}
	if span, err := in.Window(); err != nil {
		return differs(err)
	} else if span != nil && max(span.Block, span.Opening) >= r.final.Number { // the block after it is to be final, and younger than the span
		r.at(in, math.MaxUint64)
	}
	if b, err := in.Block(); err == nil && b != nil {
		if in.Kind == fold.InputPending {
			r.pending = b.Header
		}
		r.at(in, b.Header.Number)
	}
	words, err := engine.WordsOf(in)
	for i := range words {
		r.at(in, words[i].Word.Block)
	}
	return err
}

// at takes note of a block that an input names.
func (r *reach) at(in *fold.Input, number uint64) {
	if r.ahead == 0 && number > r.final.Number {
		r.ahead = in.Sequence
	}
}

// dated refuses a block that is called final and cannot be on the chain, since numbers and times rise together: what is not final yet is
// younger than what is. Under the consensus no two blocks are of one second.
func (r *reach) dated(h engine.Header) error {
	younger, older := h.Time > r.final.Time, h.Time < r.final.Time
	if !younger && !older && r.chain.proven() {
		younger, older = true, true
	}
	if h.Number > r.final.Number && older || h.Number < r.final.Number && younger {
		return fmt.Errorf("%s cannot be on the chain, whose last final one is %s", h, r.final)
	}
	return nil
}
