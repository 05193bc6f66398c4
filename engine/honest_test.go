package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// lagging is a chain of a node that knows the newest blocks later than others.
type lagging struct {
	watching
	lag uint64
}

func (c *lagging) Finalized(ctx context.Context) (engine.Header, error) {
	final, err := c.watching.Finalized(ctx)
	if err == nil && c.lag > 0 {
		final, err = c.HeaderAt(ctx, final.Number-min(final.Number, c.lag))
	}
	return final, err
}

// Two processes keep books that nobody touches, with nodes that lag, reorganisations, restarts, and a text that adds wallets whose tokens
// move, or that takes them out before they are in use: nothing
// is said to differ from the chain, by either of them at any time, and everything in the end is what the chain says.
func TestHonestBooksDoNotDiffer(t *testing.T) {
	for seed := range worlds.Of(15, 60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { honest(t, seed) })
	}
}

func honest(t *testing.T, seed uint64) {
	ctx := context.Background()
	w, rng, s := newWorld(seed), rand.New(rand.NewPCG(seed, 77)), open(t, "books.db")
	first, next := paying(t), []*program.Program{rotated(t)}
	if seed%2 == 1 { // the wallets are taken out again before anybody asked what they hold
		next = append(next, first)
	}
	e, err := engine.Open(ctx, first, s, w, w, silent())
	fatal(t, err)
	staff(t, e)
	second, usdt, held := common.HexToAddress(secondTreasury), common.HexToAddress(tether), uint64(777)
	w.Hold(usdt, second, uint256.NewInt(held))
	var chains [2]*lagging
	var engines [2]*engine.Engine
	var kept [2]engine.Fetched
	start := func(i int) {
		chains[i] = &lagging{watching: watching{world: w}}
		e, err := engine.Open(ctx, nil, s, chains[i], w, silent())
		fatal(t, err)
		e.Knows(kept[i])
		engines[i] = e
	}
	start(0)
	start(1)
	sound := func(what string, err error) {
		t.Helper()
		var difference *ledger.Difference
		if errors.As(err, &difference) || err != nil && problem.Of(err) != nil && problem.Of(err).Code == problem.NotSound {
			t.Fatalf("%s: %v", what, err)
		}
	}
	texted := false
	for range 150 {
		i := rng.IntN(2)
		switch rng.IntN(12) {
		case 0, 1:
			w.grow(1 + rng.IntN(4))
		case 2:
			if !texted { // what a wallet holds is told of the newest block, which must stay
				w.reorganise(1 + rng.IntN(6))
			}
		case 3:
			w.Finalise(rng.IntN(8))
		case 4, 5, 6:
			chains[i].lag = uint64(max(0, rng.IntN(8)-4))
			sound("sync", engines[i].Sync(ctx, nil))
		case 7:
			sound("from the chain", engines[i].FromChain(ctx))
		case 8:
			if rng.IntN(2) == 0 {
				kept[i] = engines[i].Fetched()
			}
			start(i)
		case 9:
			if !texted && rng.IntN(6) == 0 {
				texted = true
				for n, p := range next {
					done(t)(engines[i].ProposeProgram(ctx, ann, fmt.Sprint("text-", n), p, "the first Safe lost an owner", false))
					done(t)(engines[i].ConsentToProgram(ctx, bob, canonical.Digest(p), ledger.Hash{}))
				}
			}
		default:
			w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), second, big.NewInt(5)))
			held += 5
			w.Hold(usdt, second, uint256.NewInt(held))
			w.Finalise(0)
		}
	}
	w.Finalise(0)
	for i := range engines {
		chains[i].lag = 0
		sound("sync", engines[i].Sync(ctx, nil))
		sound("from the chain", engines[i].FromChain(ctx))
	}
	asTheChainSays(t, s, &watching{world: w})
}
