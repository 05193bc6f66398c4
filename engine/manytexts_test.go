package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
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

// telling is a lagging node that tells of each block what wallets hold there, from the transfers up to it, if it keeps the state.
type telling struct {
	lagging
	keeps    uint64 // newest blocks of which it keeps the state; 0: of all
	headLag  uint64
	contrary bool
}

func (c *telling) Watch(p *program.Program) error { return c.lagging.Watch(p) }

func (c *telling) Head(ctx context.Context) (engine.Header, error) {
	h, err := c.world.Head(ctx)
	if err == nil && c.headLag > 0 {
		return c.HeaderAt(ctx, max(c.Final, h.Number-min(h.Number, c.headLag)))
	}
	return h, err
}

func (c *telling) Finalized(ctx context.Context) (engine.Header, error) {
	if c.contrary {
		c.contrary = false
		return engine.Header{}, &engine.Contradiction{Block: 1, Text: "made up for the test", Evidence: map[string]string{"a": "b"}}
	}
	return c.lagging.Finalized(ctx)
}

func (c *telling) gone(at engine.Header) bool {
	return c.keeps > 0 && at.Number+c.keeps < uint64(len(c.Blocks))
}

func (c *telling) Balance(ctx context.Context, at engine.Header, of common.Address) (engine.Figure, error) {
	return c.TokenBalance(ctx, at, common.Address{}, of, program.Mapping{})
}

func (c *telling) TokenBalance(_ context.Context, at engine.Header, token, of common.Address, _ program.Mapping) (engine.Figure, error) {
	if c.gone(at) || at.Number >= uint64(len(c.Blocks)) || c.Blocks[at.Number].Header.Hash != at.Hash {
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: "the state is thrown away"}, nil
	}
	sum := new(big.Int)
	for _, b := range c.Blocks[:at.Number+1] {
		for _, l := range b.Facts.Logs {
			if l.Address == token && common.Address(l.Topics[2][12:]) == of {
				sum.Add(sum, new(big.Int).SetBytes(l.Data))
			}
		}
	}
	v, _ := uint256.FromBig(sum)
	return engine.Figure{Value: *v, Assurance: engine.AssuranceProven}, nil
}

func wordsWith(t *testing.T, start uint64, wallets []string, minimum int) *program.Program {
	t.Helper()
	text := string(canonical.Text(payingBut(t, "start_block: 0", fmt.Sprintf("start_block: %d", start))))
	old := `{"address":"` + strings.ToLower(treasury) + `"}`
	next := old
	for i, wallet := range wallets {
		next += fmt.Sprintf(`,{"from":"2024-0%d-01","address":"%s"}`, 6+i, wallet)
	}
	text = strings.Replace(text, old, next, 1)
	if minimum > 0 {
		text = strings.Replace(text, `{"amount":"0.000003"}]`,
			fmt.Sprintf(`{"amount":"0.000003"},{"from":"2024-06-01","amount":"0.00%d"}]`, minimum), 1)
	}
	p, err := program.Read("x.yaml", []byte(text))
	fatal(t, err)
	return p
}

func TestHonestBooksOfManyTexts(t *testing.T) {
	for seed := range worlds.Of(10, 40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { manyTexts(t, seed, false, false) })
	}
}

// manyTexts: keep says that a wallet that was added is not taken out before it was taken in.
func manyTexts(t *testing.T, seed uint64, keep, trace bool) {
	ctx := context.Background()
	w, rng, s := newWorld(seed), rand.New(rand.NewPCG(seed, 99)), open(t, "books.db")
	usdt := common.HexToAddress(tether)
	start := []uint64{0, 1, 3, 25}[rng.IntN(4)]
	others := []string{secondTreasury, thirdTreasury}
	sets := [][]string{nil, {others[0]}, {others[1]}, {others[0], others[1]}, {others[1], others[0]}}
	now := rng.IntN(len(sets))
	var chains [2]*telling
	var engines [2]*engine.Engine
	var kept [2]engine.Fetched
	say := func(what string, a ...any) {
		if trace {
			t.Logf(what, a...)
		}
	}
	say("start %d with %d", start, now)
	var first *program.Program = wordsWith(t, start, sets[now], 0)
	begin := func(i int) {
		chains[i] = &telling{lagging: lagging{watching: watching{world: w}}}
		if rng.IntN(3) == 0 {
			chains[i].keeps = uint64(1 + rng.IntN(12))
		}
		p := first
		first = nil
		e, err := engine.Open(ctx, p, s, chains[i], w, silent())
		fatal(t, err)
		e.Knows(kept[i])
		engines[i] = e
	}
	w.Uncounted = true // there are purchases before the first block of the books
	begin(0)
	staff(t, engines[0])
	begin(1)
	sound := func(what string, err error) {
		t.Helper()
		say("%s: %v", what, err)
		var difference *ledger.Difference
		if errors.As(err, &difference) || err != nil && problem.Of(err) != nil && (problem.Of(err).Code == problem.NotSound) {
			t.Fatalf("%s: %v", what, err)
		}
		if err != nil && strings.Contains(err.Error(), "cannot") {
			t.Errorf("%s: %v", what, err)
		}
	}
	waits, texts, thaws := true, 0, 0
	ops := 200
	for range ops {
		i := rng.IntN(2)
		switch rng.IntN(16) {
		case 0, 1:
			if len(w.Blocks) < 450 {
				w.grow(1 + rng.IntN(4))
			}
		case 2:
			w.reorganise(1 + rng.IntN(6))
			say("reorganised")
		case 3:
			w.Finalise(rng.IntN(8))
			say("final %d of %d", w.Final, len(w.Blocks)-1)
		case 4, 5, 6, 7:
			chains[i].lag, chains[i].headLag = uint64(max(0, rng.IntN(8)-4)), uint64(max(0, rng.IntN(8)-4))
			err := engines[i].Sync(ctx, nil)
			sound(fmt.Sprint("sync ", i), err)
			if at, _ := s.State(ctx); err == nil && at.Cursor.Final.Hash != (common.Hash{}) && at.Cursor.Final.Number >= start {
				waits = false
			}
		case 8, 9:
			sound(fmt.Sprint("from chain ", i), engines[i].FromChain(ctx))
		case 10:
			if rng.IntN(2) == 0 {
				kept[i] = engines[i].Fetched()
			}
			begin(i)
			say("restart %d", i)
		case 11, 12:
			next := rng.IntN(len(sets))
			if keep && waits && slices.ContainsFunc(sets[now], func(x string) bool { return !slices.Contains(sets[next], x) }) {
				continue
			}
			p := wordsWith(t, start, sets[next], rng.IntN(9))
			texts++
			if _, err := engines[i].ProposeProgram(ctx, ann, fmt.Sprint("t", texts), p, "why", false); err != nil {
				continue
			}
			if _, err := engines[i].ConsentToProgram(ctx, bob, canonical.Digest(p), ledger.Hash{}); err != nil {
				continue
			}
			say("text %d -> %d by %d", now, next, i)
			now, waits = next, true
		case 13:
			if rng.IntN(10) == 0 {
				chains[i].contrary = true
				_ = engines[i].Sync(ctx, nil)
				thaws++
				_, err := engines[1-i].Thaw(ctx, ann, fmt.Sprint("a test ", thaws))
				say("frozen and thawed: %v", err)
			}
		default:
			if len(w.Blocks) < 450 {
				w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), common.HexToAddress(others[rng.IntN(2)]), big.NewInt(5)))
				if rng.IntN(3) == 0 {
					w.Finalise(0)
				}
			}
		}
	}
	for len(w.Blocks) < 40 {
		w.Mine()
	}
	w.Finalise(0)
	for i := range engines {
		chains[i].lag, chains[i].headLag, chains[i].keeps = 0, 0, 0
		sound("sync", engines[i].Sync(ctx, nil))
		sound("from the chain", engines[i].FromChain(ctx))
	}
	at, err := s.State(ctx)
	fatal(t, err)
	if at.Cursor.Final.Number != w.Final {
		t.Errorf("final to %d of %d", at.Cursor.Final.Number, w.Final)
	}
	asTheChainSays(t, s, &telling{lagging: lagging{watching: watching{world: w}}})
}
