package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// linked is a chain whose blocks are those that parent hashes lead to and away from, up to one final block: which block an endpoint says to
// be at a number is taken only until the blocks there were proven, and then it must be the one. Where the chain's level does not fetch
// every header nothing is linked, and it is the chain as it is.
type linked struct {
	Chain

	final engine.Header // the last final block

	mu     sync.Mutex
	wanted map[uint64]bool          // numbers of blocks that will be asked for
	known  map[uint64]engine.Header // those of them that are linked
	told   map[uint64]engine.Header // what endpoints said to be where nothing is linked yet
	first  engine.Header            // the block after which the first stretch came
	last   engine.Header            // the end of the last one
	apart  bool                     // not every header is fetched, see [program.ProofFull]: nothing is linked

	unproven uint64 // figures of what wallets held that no endpoint proves
}

func link(chain Chain, level program.ProofLevel) *linked {
	return &linked{Chain: chain, apart: level != program.ProofFull,
		wanted: map[uint64]bool{}, known: map[uint64]engine.Header{}, told: map[uint64]engine.Header{}}
}

// unlinked is an endpoint whose blocks do not lead to one another: nothing is said about the books.
func unlinked(format string, args ...any) error {
	return fmt.Errorf("%s: name another endpoint with --rpc", fmt.Sprintf(format, args...))
}

// want takes note of the blocks that an input names.
func (c *linked) want(in *fold.Input) error {
	h, ok, err := in.Final()
	if err == nil && ok {
		c.wanted[h.Number] = true
	}
	o, wrong := in.Opening()
	if o != nil {
		c.wanted[o.Number] = true
	}
	span, not := in.Window()
	if span != nil {
		for _, n := range []uint64{span.Block, span.Opening} {
			c.wanted[n], c.wanted[n+1] = true, true
		}
	}
	words, no := engine.WordsOf(in)
	for i := range words {
		c.wanted[words[i].Word.Block] = true
	}
	return errors.Join(err, wrong, not, no)
}

// upTo says which is the last final block from now on.
func (c *linked) upTo(final engine.Header) { c.final, c.known[final.Number] = final, final }

// proven says that the last final block is the consensus's: then what endpoints only report is neither true nor false.
func (c *linked) proven() bool { return c.FinalityOf(c.final) == engine.FinalityConsensus }

// Finalized is the last final block.
func (c *linked) Finalized(ctx context.Context) (engine.Header, error) {
	if c.final == (engine.Header{}) {
		return c.Chain.Finalized(ctx) //nolint:wrapcheck // as the port has it
	}
	return c.final, nil
}

// FinalAt is the linked block of a number, or else what the endpoints say, which must be the one that is linked there later. There is none
// after the last final one.
func (c *linked) FinalAt(ctx context.Context, number uint64) (engine.Header, error) {
	c.mu.Lock()
	h, known := c.known[number]
	if !known {
		h, known = c.told[number]
	}
	passed := c.begun() && number >= c.first.Number+1 && number <= c.last.Number
	c.mu.Unlock()
	switch {
	case c.apart && number != c.final.Number:
		return c.Chain.FinalAt(ctx, number) //nolint:wrapcheck // as the port has it
	case known:
		return h, nil
	case c.final != (engine.Header{}) && number > c.final.Number:
		return h, fmt.Errorf("block %d is past the last final one, %s: %w", number, c.final, engine.ErrNoBlock)
	case passed:
		return h, fmt.Errorf("block %d was passed before anybody asked for it", number)
	}
	h, err := c.Chain.FinalAt(ctx, number)
	if err != nil {
		return h, err //nolint:wrapcheck // as the port has it
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if told, ok := c.told[number]; ok && told != h {
		return h, unlinked("the endpoints said that there was %s, and then that there was %s", told, h)
	}
	c.told[number] = h
	return h, nil
}

// begun says that blocks are linked. Whoever calls it holds mu, or is alone.
func (c *linked) begun() bool { return c.last != (engine.Header{}) }

// Prove is that of the chain. What was told of its blocks must be so.
func (c *linked) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	stretch, err := c.Chain.Prove(ctx, parent, to, final)
	c.mu.Lock()
	defer c.mu.Unlock()
	if told := c.told[parent.Number]; errors.Is(err, engine.ErrForked) && told.Hash == parent.Hash {
		return stretch, unlinked("the endpoints said that there was %s, and what they have after it does not follow it: %v", told, err)
	}
	if err != nil || c.apart {
		return stretch, err //nolint:wrapcheck // as the port has it
	}
	if len(stretch.Headers) == 0 || stretch.Headers[len(stretch.Headers)-1] != stretch.Last {
		return stretch, unlinked("not every block from %d to %d was proven", stretch.From, stretch.Last.Number)
	}
	if told, ok := c.told[parent.Number]; ok {
		if told.Hash != parent.Hash {
			return stretch, unlinked("the endpoints said that there was %s, and what was proven follows %s", told, parent)
		}
		delete(c.told, parent.Number)
		c.known[parent.Number] = told
	}
	for _, h := range stretch.Headers {
		said, ok := c.told[h.Number]
		if !ok {
			said, ok = c.known[h.Number]
		}
		if ok && said != h {
			return stretch, unlinked("the endpoints said that there was %s, and the blocks that they prove have %s there", said, h)
		}
		if ok || c.wanted[h.Number] {
			delete(c.told, h.Number)
			c.known[h.Number] = h
		}
	}
	if !c.begun() {
		c.first = parent
	}
	if !c.begun() || stretch.Last.Number > c.last.Number {
		c.last = stretch.Last
	}
	c.known[stretch.Last.Number] = stretch.Last // a difference in a stretch stands on the block that it ends in
	return stretch, nil
}

// toFinal goes on to the last final block from the block up to which everything is linked, or else from another one, and gives each stretch
// to whoever compares it. Then every block that anybody asked for is linked to the last final one.
func (c *linked) toFinal(ctx context.Context, from engine.Header, compare func(*engine.Proven) error) error {
	if c.begun() {
		from = c.last
	}
	if err := c.lead(ctx, from, c.final, compare); err != nil {
		return err
	}
	if !c.begun() {
		return nil
	}
	for len(c.told) > 0 { // of before the first block
		told := c.told[slices.Min(slices.Collect(maps.Keys(c.told)))]
		if err := c.lead(ctx, told, c.first, func(*engine.Proven) error { return nil }); err != nil {
			return err
		}
		if _, still := c.told[told.Number]; still {
			return unlinked("nothing leads from %s to the blocks that were compared", told)
		}
	}
	return nil
}

// lead goes from one block to another one, to which the blocks after it must lead.
func (c *linked) lead(ctx context.Context, from, to engine.Header, compare func(*engine.Proven) error) error {
	for at := from; at.Number+1 <= to.Number; {
		stretch, err := c.Prove(ctx, at, to.Number, true)
		switch {
		case errors.Is(err, engine.ErrForked):
			return unlinked("what the endpoints have after %s, to which the blocks before it lead, does not follow it: %v", at, err)
		case err != nil:
			return err
		case stretch.Last.Number == to.Number && stretch.Last.Hash != to.Hash:
			return unlinked("the blocks after %s lead to %s, and not to %s", at, stretch.Last, to)
		}
		if err := compare(&stretch); err != nil {
			return err
		}
		at = stretch.Last
	}
	return nil
}

// stands is a difference that was found on blocks that lead to the last final one: an endpoint that makes blocks up makes no difference.
// Any other error is as it was.
func (c *linked) stands(ctx context.Context, err error) error {
	var differs *ledger.Difference
	if !errors.As(err, &differs) || c.apart {
		return err
	}
	from := c.final // nothing was asked for
	for _, told := range c.told {
		if told.Number < from.Number {
			from = told
		}
	}
	return cmp.Or(c.toFinal(ctx, from, func(*engine.Proven) error { return nil }), err)
}

// Balance is what is proven of it, under the consensus.
func (c *linked) Balance(ctx context.Context, at engine.Header, of common.Address) (engine.Figure, error) {
	f, err := c.Chain.Balance(ctx, at, of)
	if err != nil {
		return f, err //nolint:wrapcheck // as the port has it
	}
	return c.figure(f), nil
}

// TokenBalance is what is proven of it, under the consensus.
func (c *linked) TokenBalance(ctx context.Context, at engine.Header, token, of common.Address, balances program.Mapping) (engine.Figure,
	error) {
	f, err := c.Chain.TokenBalance(ctx, at, token, of, balances)
	if err != nil {
		return f, err //nolint:wrapcheck // as the port has it
	}
	return c.figure(f), nil
}

// figure is a figure, or that it is unknown where the consensus does not prove it.
func (c *linked) figure(f engine.Figure) engine.Figure {
	if f.Assurance == engine.AssuranceProven || f.Absent == engine.AssuranceProven || !c.proven() {
		return f
	}
	c.unproven++
	return engine.Figure{Assurance: engine.AssuranceUnknown, Why: f.Why}
}

// ContractSigned is the word of the endpoints, which is not enough to say of books that they part from the consensus.
func (c *linked) ContractSigned(ctx context.Context, at engine.Header, contract common.Address, hash common.Hash, signature []byte) (bool,
	error) {
	yes, err := c.Chain.ContractSigned(ctx, at, contract, hash, signature)
	if err == nil && !yes && c.proven() {
		err = unlinked("by the endpoints' word the contract %s does not take a signature that these books have of it at block %d, which "+
			"nothing proves", contract, at.Number)
	}
	return yes, err //nolint:wrapcheck // as the port has it
}
