package beacon

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/consensus"
	"github.com/nodeledger/nodeledger/engine"
)

// Endpoints are execution endpoints as package chain watches them.
type Endpoints interface {
	engine.Chain
	engine.Assuring
	// BlocksAt is the block that each endpoint has at a number, with the endpoints' names; those without one are left out.
	// engine.ErrNoBlock when none has one.
	BlocksAt(ctx context.Context, number uint64) (names []string, blocks []engine.Header, err error)
	// SetApart leaves endpoints alone that have another block than a proven one, and asks those again that have it. BlocksAt asks all.
	SetApart(proven engine.Header, there map[string]engine.Header)
}

// Chain is execution endpoints whose final blocks count when the consensus proves them.
type Chain struct {
	Endpoints

	light    *Light
	optional bool // while the consensus is silent, what the endpoints call final is final
	log      *slog.Logger

	mu     sync.Mutex
	told   engine.Header            // what the endpoints called final when proven was taken
	newest consensus.Final          // that was proven then
	proven engine.Header            // that was given to the engine last
	given  map[uint64]engine.Header // proven blocks that were given to the engine, the newest ones, by number
	silent bool
}

var _ engine.Chain = (*Chain)(nil)

// Over puts the consensus over endpoints. optional lets books go on, at the endpoints' word, while the consensus is silent; otherwise
// nothing becomes final meanwhile.
func Over(endpoints Endpoints, light *Light, optional bool, log *slog.Logger) *Chain {
	return &Chain{Endpoints: endpoints, light: light, optional: optional, log: log, given: map[uint64]engine.Header{}}
}

// Finalized is the newest block that the consensus proves and an endpoint has. Those that have another one where they call the chain final
// are set apart. *[engine.Contradiction] when no endpoint has the proven one, or when a committee signed two.
func (c *Chain) Finalized(ctx context.Context) (engine.Header, error) {
	told, contradicted := c.Endpoints.Finalized(ctx)
	var both *engine.Contradiction
	if contradicted != nil && !errors.As(contradicted, &both) {
		return engine.Header{}, contradicted //nolint:wrapcheck // as the port has it
	}
	finals, err := c.light.Follow(ctx)
	if both != nil && len(finals) > 0 {
		told, contradicted = c.settled(ctx, both, finals)
	}
	if contradicted != nil {
		return engine.Header{}, contradicted //nolint:wrapcheck // as the port has it
	}
	return c.finalized(ctx, told, finals, err)
}

// settled is what the endpoints call final once those are set apart that the consensus refutes. Where they contradict each other above
// what it proves, that is nothing yet: it will prove one or the other.
func (c *Chain) settled(ctx context.Context, over *engine.Contradiction, finals []consensus.Final) (engine.Header, error) {
	if _, err := c.among(ctx, finals, engine.Header{Number: over.Block}); err != nil {
		return engine.Header{}, err
	}
	told, err := c.Endpoints.Finalized(ctx)
	if errors.As(err, &over) {
		return engine.Header{}, nil
	}
	return told, err //nolint:wrapcheck // as the port has it
}

// finalized is Finalized where the endpoints do not contradict each other, or those that are left do not.
func (c *Chain) finalized(ctx context.Context, told engine.Header, finals []consensus.Final, err error) (engine.Header, error) {
	var both *consensus.Equivocation
	if errors.As(err, &both) {
		return engine.Header{}, &engine.Contradiction{Block: both.Other.Number, Text: both.Error(), Evidence: both.Evidence()}
	}
	if ctx.Err() != nil {
		return engine.Header{}, context.Cause(ctx)
	}
	if err != nil && len(finals) == 0 { // nothing was proven so far
		return c.without(told, fmt.Errorf("the consensus is not known: %w", err))
	}
	c.mu.Lock()
	same := c.told == told && c.newest == finals[len(finals)-1] && c.proven.Hash != (common.Hash{})
	proven := c.proven
	c.mu.Unlock()
	newest := &finals[len(finals)-1]
	if !same {
		h, wrong := c.among(ctx, finals, told)
		if wrong != nil {
			return engine.Header{}, wrong
		}
		proven = h
		c.give(told, *newest, h)
	}
	if age := c.light.Age(newest); age > c.light.Late() {
		silence := fmt.Errorf("the newest block that the consensus proves final is %s old", age.Truncate(1e9))
		if err != nil {
			silence = fmt.Errorf("%w: %w", silence, err)
		}
		if c.optional && told.Number > proven.Number {
			return c.without(told, silence)
		}
		c.quiet(silence)
	} else {
		c.heard()
	}
	if proven.Hash == (common.Hash{}) {
		return engine.Header{}, fmt.Errorf("the endpoints do not have block %d, which the consensus proves final: wait until they have synced",
			newest.Number)
	}
	return proven, nil
}

// without is what is final while the consensus is silent.
func (c *Chain) without(told engine.Header, why error) (engine.Header, error) {
	c.quiet(why)
	if c.optional {
		return told, nil
	}
	return engine.Header{}, fmt.Errorf("%w; name another beacon node with --beacon, or let the books go on at the endpoints' word with "+
		"--beacon-optional", why)
}

// quiet says in the log, once, that the consensus is silent; heard that it no longer is.
func (c *Chain) quiet(why error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.silent {
		c.log.Warn("the consensus is silent", "why", why, "books_go_on", c.optional)
	}
	c.silent = true
}

func (c *Chain) heard() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.silent {
		c.log.Info("the consensus is followed again")
	}
	c.silent = false
}

// among is the newest of the proven blocks that the endpoints have; the zero header when they have none of them. One that is above what the
// endpoints call final is taken when all of them have it that have any.
func (c *Chain) among(ctx context.Context, finals []consensus.Final, told engine.Header) (engine.Header, error) {
	for i := len(finals) - 1; i >= 0; i-- {
		f := &finals[i]
		names, blocks, err := c.BlocksAt(ctx, f.Number)
		if errors.Is(err, engine.ErrNoBlock) {
			continue
		}
		if err != nil {
			return engine.Header{}, err //nolint:wrapcheck // as the port has it
		}
		var proven engine.Header
		there, others := map[string]engine.Header{}, []string(nil)
		evidence := map[string]string{fmt.Sprintf("consensus, beacon slot %d", f.Slot): f.Hash.Hex()}
		for i, h := range blocks {
			evidence[names[i]], there[names[i]] = h.Hash.Hex(), h
			if h.Hash == f.Hash {
				proven = h
			} else {
				others = append(others, names[i])
			}
		}
		switch {
		case len(others) > 0 && f.Number > told.Number: // near the head an honest one may be on another branch
		case proven.Hash == f.Hash:
			c.SetApart(proven, there)
			return proven, nil
		default:
			return engine.Header{}, &engine.Contradiction{Block: f.Number, Evidence: evidence,
				Text: "the consensus proves another block final than " + strings.Join(others, " and ") + " has there"}
		}
	}
	return engine.Header{}, nil
}

// mostGiven is how many proven blocks are remembered that the engine was given.
const mostGiven = 64

func (c *Chain) give(told engine.Header, newest consensus.Final, h engine.Header) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.told, c.newest, c.proven = told, newest, h
	if h.Hash == (common.Hash{}) {
		return
	}
	c.given[h.Number] = h
	for len(c.given) > mostGiven {
		lowest := h.Number
		for n := range c.given {
			lowest = min(lowest, n)
		}
		delete(c.given, lowest)
	}
}

// Prove is that of the endpoints. A final stretch that ends at the number of a proven block ends in that block.
func (c *Chain) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	stretch, err := c.Endpoints.Prove(ctx, parent, to, final)
	if err != nil || !final {
		return stretch, err //nolint:wrapcheck // as the port has it
	}
	c.mu.Lock()
	proven, known := c.given[stretch.Last.Number]
	c.mu.Unlock()
	if known && proven.Hash != stretch.Last.Hash {
		return engine.Proven{}, &engine.Contradiction{Block: proven.Number, Text: "the blocks before do not lead to the one that the consensus " +
			"proves final", Evidence: map[string]string{"consensus": proven.Hash.Hex(), "endpoints": stretch.Last.Hash.Hex()}}
	}
	return stretch, nil
}

// FinalityOf is consensus of a block that was proven: what the books have below it follows from its parent hashes, which were followed
// before it was booked. Any other one is at the endpoints' word.
func (c *Chain) FinalityOf(h engine.Header) engine.Finality {
	c.mu.Lock()
	proven := c.given[h.Number].Hash == h.Hash && h.Hash != (common.Hash{})
	c.mu.Unlock()
	if proven {
		return engine.FinalityConsensus
	}
	return c.Endpoints.FinalityOf(h)
}
