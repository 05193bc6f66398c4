package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
)

// After a reorganisation to a shorter branch the report counts the blocks of the chain as it stands, as books that saw no other one do.
func TestBlocksThatLeftTheChainAreNotCounted(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(4)
		w.grow(40)
		w.Finalise(20)
		e := start(t, s, w)
		fatal(t, e.Sync(ctx, nil))
		w.Cut(15)
		w.grow(5)
		fatal(t, e.Sync(ctx, nil))
		clean := start(t, open(t, "clean.db"), w)
		fatal(t, clean.Sync(ctx, nil))
		have, err := e.Report(ctx)
		fatal(t, err)
		want, err := clean.Report(ctx)
		fatal(t, err)
		same(t, "blocks", have.Blocks, want.Blocks)
		_, err = engine.Verify(ctx, s, nil, w.Now(), nil)
		fatal(t, err)
	})
}

// finality is how many blocks stand on a final one in what follows.
const finality = 64

// settledThere is books with operators, revenue, a closed month, and a run that is settled in the newest final block, which also has a
// payment to somebody unknown. What was recorded since then: what that payment was, and more revenue.
func settledThere(t *testing.T, s engine.Store) (*world, *engine.Engine) {
	t.Helper()
	ctx := t.Context()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	for len(w.Blocks) < 12*20+finality {
		w.Mine()
	}
	w.Finalise(finality)
	e := startPaying(t, s, w)
	fatal(t, e.Sync(ctx, nil))
	staff(t, e)
	revenue := func(reference string, day int, month time.Month) {
		done(t)(e.RecordRevenue(ctx, ann, reference, fold.RevenueRow{Source: "dapp", Amount: "0.01",
			At: time.Date(2024, month, day, 0, 0, 0, 0, time.UTC)}))
	}
	revenue("april", 20, time.April)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
	letOut(t, e, "one")
	w.Mine(append(w.linesOf(e, "one"), w.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), common.Address{19: 99},
		big.NewInt(5)))...)
	for range finality {
		w.Mine(w.Buy(53, 1, 1))
	}
	w.Finalise(finality)
	fatal(t, e.Sync(ctx, nil))
	same(t, "state of the run", stageOf(e, "one"), payout.Settled)
	revenue("may", 2, time.May)
	keys, _ := exceptions(e)
	same(t, "exceptions", len(keys), 1)
	done(t)(e.ResolvePayment(ctx, ann, fold.ResolveBody{Exception: keys[0], Reason: "a friend", Nature: payout.Withdrawal}))
	revenue("late", 3, time.May)
	return w, e
}

// linesOf pays every line of a run.
func (w *world) linesOf(e *engine.Engine, run string) (logs []evm.Log) {
	e.Payouts(func(b *payout.Book) {
		for _, to := range b.Run(run).Wallets() {
			total, _, _, _ := b.Run(run).Line(to)
			logs = append(logs, w.Transfer(common.HexToAddress(tether), common.HexToAddress(treasury), common.Address(to), total.Big()))
		}
	})
	return logs
}

func stageOf(e *engine.Engine, run string) (state payout.State) {
	e.Payouts(func(b *payout.Book) { state = b.Run(run).State })
	return state
}

// After a reorganisation below finality new books follow the new branch, with what operators recorded as far as it fits: what does not is
// named, and so is everything that was signed after it. The old books are as they were.
func TestNewBooksFollowANewBranch(t *testing.T) {
	for _, depth := range []int{finality + 1, finality + 16} {
		t.Run(fmt.Sprint(depth), func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) {
				ctx := t.Context()
				w, e := settledThere(t, s)
				w.Cut(depth)
				for range depth + 4 {
					w.Mine(w.Buy(54, 2, 1))
				}
				w.Finalise(finality)
				for range 2 {
					if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
						t.Fatalf("%v", err)
					}
				}
				done(t)(e.Thaw(ctx, ann, "the new branch is right"))
				if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
					t.Fatalf("%v", err)
				}
				before, err := s.State(ctx)
				fatal(t, err)

				other := open(t, "new.db")
				now, n, err := engine.FollowNewBranch(ctx, nil, s, other, w, w, silent())
				fatal(t, err)
				after, err := s.State(ctx)
				fatal(t, err)
				same(t, "old books", after.Position, before.Position)
				var left []string
				for _, l := range n.LeftOut {
					left = append(left, l.Operator+" "+l.Kind+" "+l.Reference[:min(10, len(l.Reference))]+": "+l.Why)
				}
				if len(left) != 3 || !strings.HasPrefix(left[0], "ann payout-resolve resolve-0x: ") ||
					!strings.HasPrefix(left[1], "ann revenue late: its signature is over all facts before it, and resolve-0x") ||
					!strings.HasPrefix(left[2], "ann thaw thaw:") {
					t.Errorf("left out:\n%s", strings.Join(left, "\n"))
				}
				same(t, "state of the run", stageOf(now, "one"), payout.Exported) // its payment left the chain
				now.View(func(f *fold.Fold, at engine.State) {
					same(t, "operators", len(f.Operators().List()), 2)
					same(t, "closed until", f.MonthsClosedUntil(), time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC))
					same(t, "head", at.Cursor.Head, w.Blocks[len(w.Blocks)-1].Header)
				})
				dapp, err := ledger.SourceFunds("dapp")
				fatal(t, err)
				sums := 0
				for b, err := range other.Balances(ctx, ledger.Prefix(dapp.String())) {
					fatal(t, err)
					sums++
					held, err := b.Balance.Held()
					fatal(t, err)
					same(t, "revenue", held.Digits(), "20000") // of april and may
				}
				same(t, "sums", sums, 1)
				verifiedWholly(t, other)
				clean := startPaying(t, open(t, "clean.db"), w)
				fatal(t, clean.Sync(ctx, nil))
				a, err := now.Report(ctx)
				fatal(t, err)
				b, err := clean.Report(ctx)
				fatal(t, err)
				same(t, "nodes sold", a.Totals.Nodes, b.Totals.Nodes)
				same(t, "blocks", a.Blocks, b.Blocks)

				// The sale goes on: the run is paid, and what was left out is recorded again.
				w.Mine(w.linesOf(now, "one")...)
				done(t)(now.RecordRevenue(ctx, ann, "late", fold.RevenueRow{Source: "dapp", Amount: "0.01",
					At: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)}))
				w.Finalise(0)
				fatal(t, now.Sync(ctx, nil))
				same(t, "state of the run", stageOf(now, "one"), payout.Settled)
			})
		})
	}
}

// Where no final block was replaced, or the chain is not final up to where the old books were, nothing is made anew.
func TestNoNewBranch(t *testing.T) {
	ctx := t.Context()
	s := open(t, "books.db")
	w, _ := settledThere(t, s)
	refused := func(words string) {
		t.Helper()
		other := open(t, "new.db")
		_, _, err := engine.FollowNewBranch(ctx, nil, s, other, w, w, silent())
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%v, want %q", err, words)
		}
	}
	refused("no final block of the old books was replaced")
	w.Cut(finality + 30)
	w.Mine()
	w.Final = uint64(len(w.Blocks) - 1)
	refused("try again when it is final to there")
}

// A fact that was recorded after books were thawed keeps its signature where all facts before it fit.
func TestWhatComesAfterAThawIsTakenOver(t *testing.T) {
	ctx := t.Context()
	w := newWorld(2)
	w.grow(100)
	w.Finalise(finality)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	fatal(t, e.Sync(ctx, nil))
	staff(t, e)
	w.grow(1)
	w.Finalise(finality)
	fatal(t, e.Sync(ctx, nil))
	w.Cut(finality + 3)
	w.grow(finality + 3)
	if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
		t.Fatalf("%v", err)
	}
	done(t)(e.Thaw(ctx, ann, "the new branch is right"))
	done(t)(e.Hold(ctx, ann, "hold-1", ledger.Wallet{1}.String(), "asked"))
	n := made(t, s, w)
	if n.Facts != 4 || len(n.LeftOut) != 0 { // two operators, the thaw and the hold
		t.Errorf("%+v", n)
	}
}

// made makes books of the new branch, and verifies them.
func made(t *testing.T, s engine.Store, w *world) engine.NewBranch {
	t.Helper()
	other := open(t, "new.db")
	_, n, err := engine.FollowNewBranch(t.Context(), nil, s, other, w, w, silent())
	fatal(t, err)
	verifiedWholly(t, other)
	return n
}

// A run that was prepared after the fork gathers what the new branch owes. An approval is of a file, byte by byte: where the new branch
// leads to the same one it holds, and where it does not it is left out, and the run waits for another one.
func TestAnApprovalIsOfTheRunAsItWas(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) { approvalOfARun(t, s, 3, payout.Approved) })
	onBoth(t, func(t *testing.T, s engine.Store) { approvalOfARun(t, s, 4, payout.Proposed) })
}

// approvalOfARun approves a run for somebody who bought three nodes in a block that leaves the chain, and then so many.
func approvalOfARun(t *testing.T, s engine.Store, nodes int64, want payout.State) {
	t.Helper()
	ctx := t.Context()
	w := newWorld(1)
	w.Mine()
	bought := w.Buy(55, 0, 3)
	grown := func(n int) {
		for range n {
			w.Mine()
		}
		w.Finalise(finality)
	}
	grown(12 + finality)
	e := startPaying(t, s, w)
	fatal(t, e.Sync(ctx, nil))
	staff(t, e)
	w.Mine(bought)
	grown(finality)
	fatal(t, e.Sync(ctx, nil))
	done(t)(e.PreparePayout(ctx, ann, "two", "USDT", payout.Transfer))
	done(t)(e.StepPayout(ctx, ann, "two", payout.Propose, ""))
	done(t)(approve(e, bob, "two"))
	w.Cut(finality + 1)
	if nodes != 3 {
		bought = w.Buy(55, 0, nodes)
	}
	w.Mine(bought)
	grown(finality + 3)
	if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
		t.Fatalf("%v", err)
	}
	other := open(t, "new.db")
	now, n, err := engine.FollowNewBranch(ctx, nil, s, other, w, w, silent())
	fatal(t, err)
	same(t, "state of the run", stageOf(now, "two"), want)
	verifiedWholly(t, other)
	if want == payout.Approved {
		same(t, "left out", len(n.LeftOut), 0)
		return
	}
	if len(n.LeftOut) != 1 || n.LeftOut[0].Operator != "bob" || !strings.Contains(n.LeftOut[0].Why, "a run of another total") {
		t.Errorf("%+v", n.LeftOut)
	}
	done(t)(approve(now, bob, "two"))
}

// interrupted is a chain during whose questions something else happens, once.
type interrupted struct {
	*world

	meddle func()
}

func (m *interrupted) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if meddle := m.meddle; meddle != nil {
		m.meddle = nil
		meddle()
	}
	return m.world.Prove(ctx, parent, to, final)
}

// What is recorded in the old books while new ones are made would be in none: the new ones are refused.
func TestNothingIsRecordedMeanwhile(t *testing.T) {
	ctx := t.Context()
	s := open(t, "books.db")
	w, e := settledThere(t, s)
	w.Cut(finality + 1)
	for range finality + 5 {
		w.Mine(w.Buy(54, 2, 1))
	}
	w.Finalise(finality)
	if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
		t.Fatalf("%v", err)
	}
	m := &interrupted{w, func() { done(t)(e.Thaw(ctx, ann, "it is understood")) }}
	_, _, err := engine.FollowNewBranch(ctx, nil, s, open(t, "new.db"), m, w, silent())
	if err == nil || !strings.Contains(err.Error(), "was recorded in the old books meanwhile") {
		t.Errorf("%v", err)
	}
}
