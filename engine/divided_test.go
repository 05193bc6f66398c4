package engine_test

import (
	"context"
	"errors"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// divided is a chain of two endpoints, of which the one that is asked first tells of another block than there is.
type divided struct {
	*world
	about  uint64 // the block
	proves bool   // it proves the block, too
	agreed bool   // the other one says the same
}

func (c *divided) lie(h engine.Header) engine.Header {
	if h.Number == c.about {
		h.Hash[0] ^= 1
	}
	return h
}

func (c *divided) HeaderAt(ctx context.Context, n uint64) (engine.Header, error) {
	h, err := c.world.HeaderAt(ctx, n)
	return c.lie(h), err
}

func (c *divided) FinalAt(ctx context.Context, n uint64) (engine.Header, error) {
	h, err := c.world.HeaderAt(ctx, n)
	if err == nil && c.agreed {
		return c.lie(h), nil
	}
	if err == nil && n == c.about {
		err = &engine.Contradiction{Block: n, Text: "the endpoints have different blocks"}
	}
	return h, err
}

func (c *divided) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if c.proves && parent.Number < c.about {
		to = min(to, c.about)
	}
	p, err := c.world.Prove(ctx, parent, to, final)
	if c.proves && err == nil {
		p.Last = c.lie(p.Last)
	}
	return p, err
}

// One endpoint of several that errs is no reason to call books false: only what all of them say is.
func TestOneEndpointAloneCallsNoBooksFalse(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	finals, err := engine.FinalHeaders(ctx, s)
	fatal(t, err)
	at, err := s.State(ctx)
	fatal(t, err)
	final := at.Cursor.Final.Number
	for name, c := range map[string]*divided{
		"of a header":           {about: final},
		"of what it proves":     {about: final, proves: true},
		"of a block in between": {about: final - 5, proves: true},
	} {
		t.Run(name, func(t *testing.T) {
			c.world = w
			for _, c.agreed = range []bool{false, true} {
				var contradiction *engine.Contradiction
				var difference *ledger.Difference
				differs, _, err := engine.AskFinals(ctx, c, finals)
				asked := c.about == final
				if differs != "" != (asked && c.agreed) || errors.As(err, &contradiction) != (asked && !c.agreed) {
					t.Errorf("all say so %v: %q, %v", c.agreed, differs, err)
				}
				_, err = engine.ProveAgain(ctx, c, s, engine.Fetched{}, nil)
				if errors.As(err, &difference) != (asked && c.agreed) || errors.As(err, &contradiction) == c.agreed || err == nil {
					t.Errorf("all say so %v: %v", c.agreed, err)
				}
			}
		})
	}
}

// A step with money that finds that endpoints do not agree about what others fetched waits, and does not call the books false.
func TestAStepWithMoneyWaitsForEndpointsToAgree(t *testing.T) {
	ctx := t.Context()
	w, s, first := funded(t)
	fatal(t, first.Sync(ctx, nil))
	c := &divided{world: w, about: w.Final, proves: true}
	e, err := engine.Open(ctx, nil, s, c, w, silent())
	fatal(t, err)
	if err := e.FromChain(ctx); problem.Of(err) == nil || problem.Of(err).Code != problem.NoNode || e.Sound() != nil {
		t.Errorf("%v, %v", err, e.Sound())
	}
	c.about = ^uint64(0)
	fatal(t, e.FromChain(ctx))
}
