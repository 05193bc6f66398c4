package engine_test

import (
	"context"
	"errors"
	"io"
	"iter"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
)

// asTheChainSays fails the test unless everything that books say of the chain is what it says.
func asTheChainSays(t *testing.T, books engine.Reader, chain engine.Chain) {
	t.Helper()
	at, err := books.State(context.Background())
	fatal(t, err)
	reached := engine.Fetched{}
	later, err := engine.ProveAgain(context.Background(), chain, books, reached, func(f engine.Fetched) {
		if f.Block < reached.Block || f.Inputs < reached.Inputs {
			t.Errorf("%+v comes after %+v", f, reached)
		}
		reached = f
	})
	if err != nil || later != "" {
		t.Fatalf("%v, %q", err, later)
	}
	same(t, "compared up to", reached, engine.Fetched{Inputs: at.Inputs, Block: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash,
		Digest: digestOf(t, books)})
}

// digestOf is of all inputs of books that say something of the chain.
func digestOf(t *testing.T, books engine.Reader) (digest ledger.Hash) {
	t.Helper()
	for in, err := range books.Inputs(context.Background(), 1) {
		fatal(t, err)
		digest = fold.NextDigest(digest, &in)
	}
	return digest
}

// comparedWithTheChain: whatever is appended to the inputs as coming from the chain, and everything that is left out, is found when the
// chain is proven again, and nothing is paid from such books by whoever has a node. What there was before is taken as it was kept.
func (s *scene) comparedWithTheChain(t *testing.T) {
	w := s.world
	from, first := s.stages[0].books.commit, w.Blocks[len(w.Blocks)-1]
	w.Mine()
	w.Finalise(0)
	last := w.Blocks[w.Final].Header
	forged := func(b engine.Block, logs ...evm.Log) engine.Block {
		b.Facts.Logs = append(slices.Clone(b.Facts.Logs), logs...)
		return b
	}
	// ends makes the books final to a block, after what is appended to them.
	ends := func(c *copied, at engine.Header, inputs ...fold.Input) {
		for _, in := range inputs {
			c.commit.Inputs = append(c.commit.Inputs, engine.Taken{Input: in, After: len(c.commit.Drafts)})
		}
		c.commit.Cursor.Final, c.commit.Cursor.Head, c.commit.Headers = at, at, nil
		c.commit.Covered[len(c.commit.Covered)-1].To = at.Number
	}
	real := func(t *testing.T, kind fold.InputKind, number uint64, logs ...evm.Log) fold.Input {
		b := forged(w.Blocks[number], logs...)
		return fold.BlockInput(kind, b.Header.Parent, &b.Facts)
	}
	tip := from.Cursor.Head.Number
	bought := w.Buy(52, 0, 5)
	bought.Index, bought.TxIndex = 9, 9
	made := last
	made.Hash[0] ^= 1
	empty := w.Blocks[last.Number]
	empty.Facts.Logs = []evm.Log{bought}
	for what, x := range map[string]struct {
		says  string
		forge func(c *copied)
	}{
		"": {"", func(c *copied) { ends(c, last, fold.FinalInput(last)) }},
		"a purchase added to a block that is there": {"is not what it is on the chain", func(c *copied) {
			c.logIn(t, tip, bought)
			ends(c, last, fold.FinalInput(last))
		}},
		"a purchase in a final block where there is none": {"nothing in block", func(c *copied) {
			ends(c, last, fold.FinalInput(w.Blocks[tip].Header), fold.BlockInput(fold.InputBlock, last.Parent, &empty.Facts))
		}},
		"a purchase in a block where there is none, which becomes final": {"nothing in block", func(c *copied) {
			ends(c, last, fold.BlockInput(fold.InputPending, last.Parent, &empty.Facts), fold.FinalInput(last))
		}},
		"a final block that there is not": {"is not on the chain", func(c *copied) { ends(c, made, fold.FinalInput(made)) }},
		"a purchase left out, and the cursor past it": {"have nothing of it", func(c *copied) {
			c.without(fold.InputPending)
			ends(c, last, fold.FinalInput(last))
		}},
		"blocks that were not final said to have left the chain": {"have nothing of it", func(c *copied) {
			ends(c, last, fold.DropInput(from.Cursor.Final.Number), fold.FinalInput(last))
		}},
		"blocks that were not final left out, and one of them booked again": {"have nothing of it", func(c *copied) {
			ends(c, last, fold.DropInput(from.Cursor.Final.Number), real(t, fold.InputPending, first.Header.Number), fold.FinalInput(last))
		}},
		"the last block of a job's day": {"is not the last one before", func(c *copied) { c.lastJob(t); ends(c, last, fold.FinalInput(last)) }},
	} {
		t.Run(what, func(t *testing.T) {
			c := s.crime(t, false, 0)
			c.t = t
			c.rebuilt(x.forge)
			same(t, "verified", c.verified(), "")
			books, err := store.Connect(t.Context(), c.dsn)
			fatal(t, err)
			defer books.Close()
			var difference *ledger.Difference
			_, err = engine.ProveAgain(t.Context(), w, books, engine.Fetched{}, nil)
			if x.says == "" && err != nil || x.says != "" && (!errors.As(err, &difference) || !strings.Contains(err.Error(), x.says)) {
				t.Errorf("%v, want %q", err, x.says)
			}
			if x.says != "" {
				s.documents(t, what, cell(err.Error(), ""))
			}
			e, err := engine.Open(t.Context(), nil, books, w, w, silent())
			fatal(t, err)
			e.VerifyFirst(c.scratch)
			_, err = e.CloseMonth(t.Context(), ann, "2024-04")
			if x.says == "" && err != nil || x.says != "" && (problem.Of(err).Code != problem.NotSound || !strings.Contains(err.Error(), x.says)) {
				t.Errorf("closing a month: %v, want %q", err, x.says)
			}
		})
	}
}

// logIn puts a log into a block that is not final.
func (c *copied) logIn(t *testing.T, number uint64, log evm.Log) {
	for i := range c.commit.Inputs {
		b, err := c.commit.Inputs[i].Block()
		fatal(t, err)
		if b != nil && b.Header.Number == number {
			b.Facts.Logs = append(slices.Clone(b.Facts.Logs), log)
			c.commit.Inputs[i].Input = fold.BlockInput(c.commit.Inputs[i].Kind, b.Header.Parent, &b.Facts)
			return
		}
	}
	panic(errAbsent)
}

// without takes the last input of a kind out.
func (c *copied) without(kind fold.InputKind) {
	for i := len(c.commit.Inputs) - 1; i >= 0; i-- {
		if c.commit.Inputs[i].Kind == kind {
			c.commit.Inputs = slices.Delete(c.commit.Inputs, i, i+1)
			return
		}
	}
	panic(errAbsent)
}

// lastJob makes the block of the last job the one before it.
func (c *copied) lastJob(t *testing.T) {
	for i := len(c.commit.Inputs) - 1; i >= 0; i-- {
		j, err := c.commit.Inputs[i].Job()
		fatal(t, err)
		if j != nil && j.Hash != (common.Hash{}) {
			j.Block--
			c.commit.Inputs[i].Input = fold.JobInput(j)
			return
		}
	}
	panic(errAbsent)
}

// What was fetched before is not compared again; but nothing may be added below it.
func TestNothingIsAddedBelowWhatWasFetched(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	fatal(t, e.Sync(ctx, nil))
	all := e.Fetched()
	at, err := s.State(ctx)
	fatal(t, err)
	same(t, "fetched", all, engine.Fetched{Inputs: at.Inputs, Block: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash,
		Digest: digestOf(t, s)})
	asTheChainSays(t, s, w)
	asked := &counted{Chain: w}
	if _, err := engine.ProveAgain(ctx, asked, s, all, nil); err != nil || asked.proofs != 0 {
		t.Errorf("%d stretches were proven again, %v", asked.proofs, err)
	}
	var text ledger.Hash
	for in, err := range s.Inputs(ctx, 1) {
		fatal(t, err)
		text = fold.NextDigest(ledger.Hash{}, &in)
		break
	}
	// As if everything but the text was added after the last block.
	some := engine.Fetched{Inputs: 1, Block: all.Block, Hash: all.Hash, Digest: text}
	var difference *ledger.Difference
	if _, err := engine.ProveAgain(ctx, w, s, some, nil); !errors.As(err, &difference) ||
		!strings.Contains(err.Error(), "after all up to block") {
		t.Errorf("%v", err)
	}
}

// counted counts stretches.
type counted struct {
	engine.Chain
	proofs int
}

func (c *counted) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	c.proofs++
	return c.Chain.Prove(ctx, parent, to, final)
}

// What a wallet held is taken in where it is to be asked for, and nowhere else.
func TestWhatAWalletHeldIsNotAppended(t *testing.T) {
	ctx := t.Context()
	_, s, e := funded(t)
	fatal(t, e.Sync(ctx, nil))
	at, err := s.State(ctx)
	fatal(t, err)
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	in := fold.OpeningInput(&fold.Opening{Number: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash, Time: at.Cursor.Final.Time,
		Rows: []fold.Held{{Wallet: common.HexToAddress(treasury), Token: common.HexToAddress(tether), Amount: big.NewInt(5)}}})
	if _, err := f.Apply(ctx, in, fold.Ground{Books: s}); err == nil ||
		!strings.Contains(err.Error(), "no text of the program added a wallet") {
		t.Errorf("%v", err)
	}
}

// late is an endpoint that says of one block that it is a day younger.
type late struct {
	engine.Chain
	number uint64
}

func (l *late) FinalAt(ctx context.Context, number uint64) (engine.Header, error) {
	h, err := l.Chain.FinalAt(ctx, number)
	if number == l.number {
		h.Time += 24 * 60 * 60
	}
	return h, err
}

// The blocks that fix a month's window are those of the chain, as those of a job are.
func TestTheBlocksOfAMonthAreCompared(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	var ends uint64
	for _, b := range w.Blocks {
		if b.Header.When().Month() < 5 {
			ends = b.Header.Number
		}
	}
	e, err := engine.Open(ctx, nil, s, &late{w, ends}, w, silent())
	fatal(t, err)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	var difference *ledger.Difference
	if _, err := engine.ProveAgain(ctx, w, s, engine.Fetched{}, nil); !errors.As(err, &difference) ||
		!strings.Contains(err.Error(), "is not the last one before 2024-05-01") {
		t.Errorf("%v", err)
	}
	w, s, e = funded(t)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	asTheChainSays(t, s, w)
}

// away is books that cannot be read.
type away struct {
	*store.Scratch
	err error
}

func (a *away) Keyed(context.Context, string) (*ledger.Transaction, error) { return nil, a.err }

func (a *away) BalanceAt(_ context.Context, place ledger.Place, _ time.Time) (money.Balance, error) {
	return money.NewBalance(place.Asset), a.err
}

func (a *away) Balances(context.Context, ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error] {
	return func(yield func(ledger.PlaceBalance, error) bool) { yield(ledger.PlaceBalance{}, a.err) }
}

func (a *away) Snapshot(context.Context, ledger.Prefix, money.Asset, uint64, func(ledger.Account, money.Balance) error) error {
	return a.err
}

func (a *away) Agreed(context.Context, []ledger.Account) ([]ledger.PlaceBalance, error) {
	return nil, a.err
}

// Books that cannot be read while inputs are replayed into them are no difference of the inputs. Sums in them that are wrong are one.
func TestWhatCannotBeReadIsNoDifference(t *testing.T) {
	ctx := t.Context()
	_, s, e := funded(t)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	for _, c := range []struct {
		err     error
		differs bool
	}{{io.ErrUnexpectedEOF, false}, {problem.New(problem.Conflict, problem.ProjectionDiffers, "a sum is wrong"), true}} {
		scratch, err := store.NewScratch(ctx)
		fatal(t, err)
		defer scratch.Close()
		_, err = engine.Rebuild(ctx, nil, s, &away{scratch, c.err}, nil)
		var difference *ledger.Difference
		if err = engine.AsDifference(ctx, err); err == nil || errors.As(err, &difference) != c.differs {
			t.Errorf("%v: %v", c.err, err)
		}
	}
}
