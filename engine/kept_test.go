package engine_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// asking does something when a Safe's nonces are asked for.
type asking struct {
	*world
	do func()
}

func (c *asking) SafeNonce(ctx context.Context, at engine.Header, safe common.Address) (engine.Figure, error) {
	if c.do != nil {
		c.do()
	}
	return c.world.SafeNonce(ctx, at, safe)
}

// While the Safe is asked at an export others write; what they fetched meanwhile is compared before anything is exported.
func TestAnExportKeepsNobodyFromWriting(t *testing.T) {
	ctx := t.Context()
	w, s, other := funded(t)
	done(t)(other.CloseMonth(ctx, ann, "2024-04"))
	done(t)(other.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
	done(t)(other.StepPayout(ctx, ann, "one", payout.Propose, ""))
	done(t)(approve(other, bob, "one"))
	w.Use(common.HexToAddress(treasury), 1)
	c := &asking{world: w}
	e, err := engine.Open(ctx, nil, s, c, w, silent())
	fatal(t, err)
	row := fold.RevenueRow{Source: "dapp", Amount: "0.01", At: time.Date(2024, 5, 1, 1, 0, 0, 0, time.UTC)}
	c.do = func() {
		c.do = nil
		done(t)(e.RecordRevenue(ctx, ann, "meanwhile", row))
		w.Mine(w.Buy(77, 0, 2))
		w.Finalise(0)
		fatal(t, other.Sync(ctx, nil))
	}
	_, err = e.ExportPayout(ctx, ann, "one", ledger.Hash{}, ledger.Hash{})
	refusal(t, problem.Busy, "another process added blocks meanwhile")(engine.Receipt{}, err)
	done(t)(e.ExportPayout(ctx, ann, "one", ledger.Hash{}, ledger.Hash{}))
}

// later is a clock that is ahead of the chain.
type later struct {
	*world
	by time.Duration
}

func (c later) Now() time.Time { return c.world.Now().Add(c.by) }

// Nothing is paid while a fact is dated later than now.
func TestNothingIsPaidWhileAFactIsOfTomorrow(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	fatal(t, e.MayPay(ctx))
	ahead, err := engine.Open(ctx, nil, s, w, later{w, 24 * time.Hour}, silent())
	fatal(t, err)
	done(t)(ahead.RecordRevenue(ctx, ann, "tomorrow",
		fold.RevenueRow{Source: "dapp", Amount: "0.01", At: time.Date(2024, 4, 21, 0, 0, 0, 0, time.UTC)}))
	refusal(t, problem.Unavailable, "set the clock of this machine")(engine.Receipt{}, e.MayPay(ctx))
}

// reading are books one of whose inputs reads otherwise, and how often inputs were read from which one on.
type reading struct {
	engine.Store
	edit func(*fold.Input)
	from []uint64
}

func (s *reading) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	s.from = append(s.from, from)
	return func(yield func(fold.Input, error) bool) {
		for in, err := range s.Store.Inputs(ctx, from) {
			if s.edit != nil {
				s.edit(&in)
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

// The block at which wallets were asked for what they hold is one of the chain.
func TestWhatWasHeldIsOfABlockOnTheChain(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.grow(9)
	w.Finalise(0)
	w.Hold(common.HexToAddress(tether), common.HexToAddress(treasury), uint256.NewInt(777))
	e, err := engine.Open(ctx, payingBut(t, "start_block: 0", "start_block: 3"), s, w, w, silent())
	fatal(t, err)
	fatal(t, e.Sync(ctx, nil))
	asTheChainSays(t, s, w)
	for what, edit := range map[string]func(*fold.Opening){
		"hash": func(o *fold.Opening) { o.Hash[0] ^= 1 }, "time": func(o *fold.Opening) { o.Time-- },
	} {
		edits := 0
		books := &reading{Store: s, edit: func(in *fold.Input) {
			o, err := in.Opening()
			fatal(t, err)
			if o != nil {
				edit(o)
				in.Payload = fold.OpeningInput(o).Payload
				edits++
			}
		}}
		var difference *ledger.Difference
		_, err := engine.ProveAgain(ctx, w, books, engine.Fetched{}, nil)
		if edits != 1 || !errors.As(err, &difference) || !strings.Contains(err.Error(), "cannot be: on the chain there is") {
			t.Errorf("another %s, %d edits: %v", what, edits, err)
		}
	}
}

// What a wallet holds is not taken in once more with the wallets that a later text added.
func TestOnlyWhatATextAddedIsTakenIn(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	added(t, w, e)
	at, err := s.State(ctx)
	fatal(t, err)
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	o := &fold.Opening{Number: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash, Time: at.Cursor.Final.Time,
		Rows: []fold.Held{{Wallet: common.HexToAddress(treasury), Token: common.HexToAddress(tether), Amount: big.NewInt(5)}}}
	if _, err := f.Apply(ctx, fold.OpeningInput(o), fold.Ground{Books: s}); err == nil ||
		!strings.Contains(err.Error(), "its movements up to there are in the books") {
		t.Errorf("%v", err)
	}
	o.Rows[0].Wallet = common.HexToAddress(secondTreasury)
	if _, err := f.Apply(ctx, fold.OpeningInput(o), fold.Ground{Books: s}); err != nil {
		t.Error(err)
	}
}

// A comparison goes on from where the one before it ended: it does not read the inputs again that it knows.
func TestAComparisonGoesOn(t *testing.T) {
	ctx := t.Context()
	w, s, first := funded(t)
	books := &reading{Store: s}
	e, err := engine.Open(ctx, nil, books, w, w, silent())
	fatal(t, err)
	fatal(t, e.FromChain(ctx))
	for n := range 3 {
		at, err := s.State(ctx)
		fatal(t, err)
		w.Mine(w.Buy(byte(90+n), 0, 2))
		w.Finalise(0)
		fatal(t, first.Sync(ctx, nil))
		books.from = nil
		fatal(t, e.FromChain(ctx))
		from := []uint64{at.Inputs + 1, at.Inputs + 1}
		same(t, "inputs were read for the fold, then for the comparison, from", fmt.Sprint(books.from), fmt.Sprint(from))
	}
	same(t, "compared", e.Fetched(), first.Fetched())
}

// A recovery is of the moment at which it is recorded: its date is not one of before what the books have.
func TestARecoveryIsNotDatedBack(t *testing.T) {
	ctx := t.Context()
	one, two := newWallet(t, "one", 11), newWallet(t, "two", 12)
	w, s := newWorld(1), open(t, "books.db")
	e := lostIn(t, w, s, recoverable(t, one, two, newWallet(t, "three", 13)))
	w.Mine()
	erin := keyOf("erin", "E", operator.Admin)
	after, signatures := recovered(t, e, erin, one, two)
	before, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	done(t)(e.RecoverOperator(ctx, erin, after, signatures))
	var last fold.Input
	for in, err := range s.Inputs(ctx, 1) {
		fatal(t, err)
		last = in
	}
	fact, err := last.Fact()
	fatal(t, err)
	fact.Time -= 86400
	if _, err := before.Apply(ctx, fold.FactInput(fact), fold.Ground{Books: s}); err == nil || !strings.Contains(err.Error(), "it is dated ") {
		t.Error(fmt.Sprint(err))
	}
}
