package engine_test

import (
	"context"
	"io"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/program"
)

// world is a chain in memory that buys, reorganises and finalises as a seeded script says.
type world struct {
	*fakechain.Chain
	rng       *rand.Rand
	stretches *rand.Rand
	lost      []evm.Log // purchases that left the chain and may come back
}

func newWorld(seed uint64) *world {
	return &world{Chain: fakechain.New(3), rng: rand.New(rand.NewPCG(seed, 1)), stretches: rand.New(rand.NewPCG(seed, 2))}
}

// grow mines n blocks of new purchases, and sometimes of what had left the chain.
func (w *world) grow(n int) {
	for range n {
		var logs []evm.Log
		for range w.rng.IntN(4) {
			l := w.Buy(byte(10+w.rng.IntN(20)), byte(w.rng.IntN(4)), int64(w.rng.IntN(9)))
			if len(w.lost) > 0 && w.rng.IntN(2) == 0 {
				l, w.lost = w.lost[0], w.lost[1:] // mined again, in another block and perhaps at another place in it
			}
			logs = append(logs, l)
		}
		w.Mine(logs...)
	}
}

// withdraw lets each referrer take everything that the chain owes it, in one block.
func (w *world) withdraw() {
	owed := fakechain.Owed(w.Blocks)
	var logs []evm.Log
	for r := byte(1); r <= 3; r++ {
		if owed[r] > 0 {
			logs = append(logs, w.Withdraw(r, owed[r]))
		}
	}
	w.Mine(logs...)
}

// reorganise replaces up to depth blocks above the final one; their purchases may come back later. Withdrawals do not:
// what they took may no longer be owed.
func (w *world) reorganise(depth int) {
	depth = min(depth, len(w.Blocks)-1-int(w.Final))
	if depth <= 0 {
		return
	}
	for _, b := range w.Blocks[len(w.Blocks)-depth:] {
		for i := range b.Facts.Logs {
			if l := &b.Facts.Logs[i]; fakechain.IsPurchase(l) {
				w.lost = append(w.lost, *l)
			}
		}
	}
	w.Cut(depth)
	w.grow(depth + w.rng.IntN(3))
}

// Prove gives a few blocks at a time.
func (w *world) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	return w.Chain.Prove(ctx, parent, min(to, parent.Number+1+uint64(w.stretches.IntN(8))), final)
}

type fixedClock struct{}

func (fixedClock) Now() time.Time { return time.Unix(1_800_000_000, 0) }

func silent() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

func worldProgram(t interface{ Fatal(...any) }) *program.Program {
	p, err := program.Read("world.yaml", []byte(`program: world
schema: 1
chain: { id: 31337, start_block: 0 }
sale: { contract: "`+fakechain.Contract+`", adapter: nodesale }
`))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
