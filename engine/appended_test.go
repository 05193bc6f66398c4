package engine_test

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/store"
)

// appendTo is what an administrator of the database does: inputs are added with the program's own code, so that every hash is right.
func appendTo(t *testing.T, s engine.Store, inputs ...fold.Input) {
	t.Helper()
	ctx := context.Background()
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	at, err := s.State(ctx)
	fatal(t, err)
	c := engine.Commit{Seen: at.Position}
	for _, in := range inputs {
		drafts, err := f.Apply(ctx, in, fold.Ground{Books: s, Head: at.Ledger})
		fatal(t, err)
		c.Take(in, drafts)
	}
	_, err = s.Commit(ctx, c)
	fatal(t, err)
}

// blockAfter is a block that there is not, with logs.
func blockAfter(parent engine.Header, logs ...evm.Log) fold.ChainBlock {
	b := fold.ChainBlock{Header: engine.Header{Number: parent.Number + 1, Hash: common.Hash{7}, Parent: parent.Hash, Time: parent.Time + 12}}
	b.Facts.Number, b.Facts.Hash, b.Facts.Time, b.Facts.Logs = b.Header.Number, b.Header.Hash, b.Header.Time, logs
	return b
}

// added adds a second treasury to the program, which holds 777 base units at the newest block.
func added(t *testing.T, w *world, e *engine.Engine) {
	t.Helper()
	next := rotated(t)
	w.Hold(common.HexToAddress(tether), common.HexToAddress(secondTreasury), uint256.NewInt(777))
	done(t)(e.ProposeProgram(context.Background(), ann, "rotate", next, "the first Safe lost an owner", false))
	done(t)(e.ConsentToProgram(context.Background(), bob, canonical.Digest(next), ledger.Hash{}))
}

// Whatever somebody appends to the inputs behind the back of a process that has a node, that process pays nothing from them: not at once,
// not when it is tried again, and not once it went on itself and made final what was appended.
func TestNothingIsPaidFromWhatWasAppended(t *testing.T) {
	ctx := t.Context()
	for what, x := range map[string]struct {
		atOnce, later string // what is said; empty: nothing is tried then
		do            func(w *world, at engine.State) []fold.Input
	}{
		"a final block past the cursor": {"is said to be final", "nothing in block", func(w *world, at engine.State) []fold.Input {
			b := blockAfter(at.Cursor.Head, w.Buy(60, 0, 3))
			return []fold.Input{fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)}
		}},
		"the head said to be final": {"is said to be final", "", func(_ *world, at engine.State) []fold.Input {
			return []fold.Input{fold.FinalInput(at.Cursor.Head)}
		}},
		"a block that is not final": {"", "is not final", func(w *world, at engine.State) []fold.Input {
			b := blockAfter(at.Cursor.Head, w.Buy(60, 0, 3))
			return []fold.Input{fold.BlockInput(fold.InputPending, b.Header.Parent, &b.Facts)}
		}},
		"blocks that left the chain": {"", "have nothing of it", func(_ *world, at engine.State) []fold.Input {
			return []fold.Input{fold.DropInput(at.Cursor.Final.Number)}
		}},
	} {
		t.Run(what, func(t *testing.T) {
			w, s, e := funded(t)
			w.Uncounted = true // a contract's counter finds some of them by itself
			e.VerifyFirst(scratched)
			fatal(t, e.MayPay(ctx))
			w.Mine(w.Buy(61, 0, 3))
			w.Mine()
			fatal(t, e.Sync(ctx, nil))
			at, err := s.State(ctx)
			fatal(t, err)
			appendTo(t, s, x.do(w, at)...)
			refused := func(says string) {
				t.Helper()
				if says == "" {
					return
				}
				for _, words := range []string{says, "the books were not sound"} { // the second time a verification may say it otherwise
					_, err := e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer)
					refusal(t, problem.Unavailable, words)(engine.Receipt{}, err)
				}
			}
			refused(x.atOnce)
			_ = e.FromChain(ctx) // as beside serve
			for range 5 {
				w.Mine()
				_ = e.Sync(ctx, nil)
			}
			w.Finalise(1)
			_ = e.Sync(ctx, nil)
			refused(x.later)
		})
	}
}

// scratched is empty books for a whole verification.
func scratched(ctx context.Context) (engine.Scratch, func() error, error) {
	s, err := store.NewScratch(ctx)
	if err != nil {
		return nil, nil, err
	}
	return s, s.Close, nil
}

// What differs stays found: of everything that jobs name, too.
func TestWhatDiffersStaysFound(t *testing.T) {
	ctx := t.Context()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 50, 5), w.Buy(52, 0, 20))
	s := open(t, "books.db")
	e, err := engine.Open(ctx, everyRule(t), s, w, w, silent())
	fatal(t, err)
	w.upTo(t, e, on(5, 3))
	staff(t, e)
	due, _ := e.Due()
	appendTo(t, s, fold.JobInput(&fold.Job{Name: due.Name, Slot: due.Slot, Block: 1_000_000_000, Opening: 1_000_000_000,
		Hash: common.Hash{9}}))
	e.VerifyFirst(scratched)
	for range 3 {
		_, err := e.CloseMonth(ctx, ann, "2024-04")
		refusal(t, problem.Unavailable, "the job's block 1000000000 is past the block")(engine.Receipt{}, err)
	}
}

// What an added wallet held is neither left out nor made up, and it is not said of a block to come.
func TestWhatAnAddedWalletHeldIsAsked(t *testing.T) {
	ctx := t.Context()
	for says, rows := range map[string][]fold.Held{
		"held 777 base units": nil,
		"the books say 778": {{Wallet: common.HexToAddress(secondTreasury), Token: common.HexToAddress(tether), Amount: big.NewInt(778),
			Assurance: "proven"}},
		"the books are final to block": {{Wallet: common.HexToAddress(secondTreasury), Token: common.HexToAddress(tether),
			Amount: big.NewInt(777), Assurance: "proven"}},
	} {
		w, s, e := funded(t)
		added(t, w, e)
		at, err := s.State(ctx)
		fatal(t, err)
		o := &fold.Opening{Number: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash, Time: at.Cursor.Final.Time, Rows: rows}
		if strings.HasPrefix(says, "the books are final") {
			o.Number = 1_000_000_000
		}
		appendTo(t, s, fold.OpeningInput(o))
		e.VerifyFirst(scratched)
		refusal(t, problem.Unavailable, says)(engine.Receipt{}, e.MayPay(ctx))
	}
}

// A contract is asked again before a step that rests on what somebody else says that it said.
func TestAWordOfOthersIsAskedAgain(t *testing.T) {
	ctx := t.Context()
	s := open(t, "books.db")
	w, e, _, b := board(t, s)
	e.VerifyFirst(scratched)
	fatal(t, e.MayPay(ctx))
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	run := f.Payouts().Run("april")
	fact, err := fold.NewFact(fold.PayoutStep, "",
		fold.StepBody{Run: "april", Step: payout.Approve, File: run.File, Total: run.Total.Digits()}, w.Now())
	fatal(t, err)
	fact.Operator, fact.How, fact.After = "board", "wallet:"+strings.ToLower(b.at.Hex()), f.Facts()
	statement, err := f.Statement(fact)
	fatal(t, err)
	text, err := statement.Text()
	fatal(t, err)
	at := w.Blocks[w.Final].Header
	fact.Signature = make([]byte, 130)
	fact.Word = operator.Word{Wallet: ledger.Wallet(b.at), Signed: operator.SignedHash(text), Block: at.Number, Hash: ledger.Hash(at.Hash)}
	appendTo(t, s, fold.FactInput(fact))
	_, err = e.ExportPayout(ctx, ann, "april", ledger.Hash{}, ledger.Hash{})
	refusal(t, problem.Unavailable, "where it does not say so")(engine.Receipt{}, err)
}

// watching is a chain that gives of tokens what a text of the program watches, as the real one does.
type watching struct {
	*world
	text *program.Program
	once sync.Once
	do   func() // once, when the first stretch is there; may be nil
}

func (c *watching) Watch(p *program.Program) error {
	c.text = p
	return nil
}

func (c *watching) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	got, err := c.world.Prove(ctx, parent, to, final)
	own := map[common.Address]bool{}
	for pair := range fold.PairsOf(c.text) {
		own[pair.Wallet] = true
	}
	blocks := got.Blocks
	got.Blocks = nil
	for _, b := range blocks {
		b.Facts.Logs = slices.DeleteFunc(slices.Clone(b.Facts.Logs), func(l evm.Log) bool {
			return l.Address == common.HexToAddress(tether) && !own[common.Address(l.Topics[1][12:])] && !own[common.Address(l.Topics[2][12:])]
		})
		if len(b.Facts.Logs) > 0 {
			got.Blocks = append(got.Blocks, b)
		}
	}
	if c.do != nil {
		c.once.Do(c.do)
	}
	return got, err
}

// A text that comes into force in another process while a stretch is fetched is followed before that stretch is booked.
func TestATextIsFollowedBeforeABlockIsBooked(t *testing.T) {
	ctx := t.Context()
	w, s, first := funded(t)
	second, usdt := common.HexToAddress(secondTreasury), common.HexToAddress(tether)
	before := w.Blocks[w.Final].Header.Number
	for range 20 {
		w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), second, big.NewInt(5)))
	}
	w.Finalise(0)
	c := &watching{world: w, do: func() { added(t, w, first) }}
	e, err := engine.Open(ctx, nil, s, c, w, silent())
	fatal(t, err)
	fatal(t, e.Sync(ctx, nil))
	w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), second, big.NewInt(5)))
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	at, err := s.State(ctx)
	fatal(t, err)
	if at.Cursor.Final.Number <= before+20 {
		t.Errorf("the books are final to %s", at.Cursor.Final)
	}
	asTheChainSays(t, s, &watching{world: w})
}

// A machine whose clock is years ahead records nothing that would keep others from recording.
func TestAClockFarAheadRecordsNothing(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	e, err := engine.Open(ctx, nil, s, nil, &turned{now: w.Now().AddDate(10, 0, 0)}, silent())
	fatal(t, err)
	_, err = e.RecordRevenue(ctx, ann, "late", fold.RevenueRow{Source: "dapp", Amount: "1", At: on(4, 20)})
	refusal(t, problem.Conflict, "this machine's clock says 2034")(engine.Receipt{}, err)
}

// pruned is a node that keeps the state of the newest blocks only.
type pruned struct{ *world }

func (n *pruned) TokenBalance(ctx context.Context, at engine.Header, token, of common.Address, m program.Mapping) (engine.Figure, error) {
	if at.Number+64 < uint64(len(n.Blocks)) {
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: "the state is thrown away"}, nil
	}
	return n.world.TokenBalance(ctx, at, token, of, m)
}

// A wallet that was added while nobody synced is taken in at a block whose state the node still has.
func TestAWalletIsTakenInWhereItsStateIsKept(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	added(t, w, e)
	for range 50 {
		w.Mine()
	}
	w.Mine(w.Buy(61, 0, 2))
	for range 50 {
		w.Mine()
	}
	w.Finalise(0)
	e, err := engine.Open(ctx, nil, s, &pruned{w}, w, silent())
	fatal(t, err)
	fatal(t, e.Sync(ctx, nil))
	same(t, "it holds", fmt.Sprint(net(t, s, "assets:wallet:"+secondTreasury)), "0.000777 USDT")
	asTheChainSays(t, s, w)
	rebuilt(t, s)
}

// A fact of before there were operators does not say that a key proved who recorded it.
func TestATypedNameIsNoKey(t *testing.T) {
	ctx := t.Context()
	w := newWorld(1)
	s := open(t, "books.db")
	startPaying(t, s, w)
	f, err := fold.Restore(ctx, paying(t), s)
	fatal(t, err)
	fact, err := fold.NewFact(fold.Revenue, "made-up", fold.RevenueRow{Source: "dapp", Amount: "7", At: on(4, 20)}, w.Now())
	fatal(t, err)
	fact.Operator, fact.How = "ann", "token:laptop"
	if _, err := f.Apply(ctx, fold.FactInput(fact), fold.Ground{Books: s}); err == nil ||
		!strings.Contains(err.Error(), "nobody proved to be ann") {
		t.Errorf("%v", err)
	}
}
