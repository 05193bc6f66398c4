package engine_test

import (
	"context"
	"database/sql"
	"errors"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/store"
)

// appendAt is appendTo, and a cursor that is moved.
func appendAt(t *testing.T, s engine.Store, cursor engine.Cursor, inputs ...fold.Input) {
	t.Helper()
	ctx := context.Background()
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	at, err := s.State(ctx)
	fatal(t, err)
	c := engine.Commit{Seen: at.Position, Cursor: &cursor,
		Covered: []engine.Span{{From: at.Cursor.Head.Number + 1, To: cursor.Head.Number, Level: engine.ProofFull}}}
	if cursor.Head.Number <= at.Cursor.Head.Number {
		c.Covered = nil
	}
	for _, in := range inputs {
		drafts, err := f.Apply(ctx, in, fold.Ground{Books: s, Head: at.Ledger})
		fatal(t, err)
		c.Take(in, drafts)
	}
	_, err = s.Commit(ctx, c)
	fatal(t, err)
}

// madeUp is a block that there is not, at a number.
func madeUp(w *world, n uint64, kind fold.InputKind) fold.Input {
	b := blockAfter(engine.Header{Number: n - 1, Time: w.Blocks[0].Header.Time + 7200*(n-1)}, w.Buy(60, 0, 3))
	return fold.BlockInput(kind, b.Header.Parent, &b.Facts)
}

// paysNothing: a step with money is refused, since a purchase is in the books that is not on the chain.
func paysNothing(t *testing.T, s engine.Store, w *world, e *engine.Engine) {
	t.Helper()
	ctx := t.Context()
	_, fromStart := engine.ProveAgain(ctx, w, s, engine.Fetched{}, nil)
	_, err := e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer)
	if err == nil {
		run, _, failed := e.Run(ctx, "one")
		fatal(t, failed)
		for _, l := range run.Lines {
			if l.Wallet == (ledger.Wallet{19: 60}) {
				t.Errorf("the wallet of the made-up purchase is paid: %+v", l)
			}
		}
		t.Errorf("a run was prepared; compared from the start: %v", fromStart)
	}
}

// A block that is not final, made up at or below the final block that the cursor was moved to, is found although it waits still,
// and before it could become final as one of those that "were fetched".
func TestNoPendingBlockBelowTheCursor(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	w.Uncounted = true
	e.VerifyFirst(scratched)
	fatal(t, e.MayPay(ctx))
	for range 4 {
		w.Mine()
	}
	w.Finalise(0)
	last := w.Blocks[w.Final].Header
	appendAt(t, s, engine.Cursor{Final: last, Head: last}, madeUp(w, last.Number-2, fold.InputPending))
	refusal(t, problem.Internal, "is not final, and the books are final to block")(engine.Receipt{}, e.FromChain(ctx)) // as beside serve
	w.Mine()
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	paysNothing(t, s, w, e)
}

// The same in a process that never saw the books, such as a command with --rpc, or a second server.
func TestNoPendingBlockBelowTheCursorOfAFreshProcess(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	w.Uncounted = true
	for range 4 {
		w.Mine()
	}
	w.Finalise(0)
	last := w.Blocks[w.Final].Header
	appendAt(t, s, engine.Cursor{Final: last, Head: last}, madeUp(w, last.Number-2, fold.InputPending))
	_, err := engine.ProveAgain(ctx, w, s, engine.Fetched{}, nil) // `ledger verify --rpc`
	if err == nil {
		t.Error("`ledger verify --rpc` accepts a made-up block below the final one")
	}
	e, err := engine.Open(ctx, nil, s, w, w, silent())
	fatal(t, err)
	e.VerifyFirst(scratched)
	refusal(t, problem.Internal, "is not final, and the books are final to block")(engine.Receipt{}, e.FromChain(ctx))
	w.Mine()
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	paysNothing(t, s, w, e)
}

// A block that is not final, made up past the head that the cursor has, is not held for one that this process fetched.
func TestPendingPastTheHead(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	w.Uncounted = true
	e.VerifyFirst(scratched)
	fatal(t, e.MayPay(ctx))
	w.Mine()
	w.Mine()
	fatal(t, e.Sync(ctx, nil))
	at, err := s.State(ctx)
	fatal(t, err)
	appendTo(t, s, madeUp(w, at.Cursor.Head.Number+3, fold.InputPending))
	for range 8 {
		w.Mine()
		_ = e.FromChain(ctx)
		_ = e.Sync(ctx, nil)
		w.Finalise(2) // final moves a block at a time, a poll later
	}
	_ = e.FromChain(ctx)
	if err := e.Sync(ctx, nil); !isDifference(err) {
		t.Errorf("the sync goes on: %v", err)
	}
	paysNothing(t, s, w, e)
}

// The header that the books are final to is recorded with the consent to a text, so nothing is taken below it any more.
func TestBlockBelowAnOpening(t *testing.T) {
	ctx := t.Context()
	w, s, first := funded(t)
	w.Uncounted = true
	for range 3 {
		w.Mine()
	}
	w.Finalise(0)
	fatal(t, first.Sync(ctx, nil))
	before, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	added(t, w, first)
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	at, err := s.State(ctx)
	fatal(t, err)
	if f.Final() != at.Cursor.Final || before.Final() == f.Final() {
		t.Fatalf("%s, %s, %s", before.Final(), f.Final(), at.Cursor.Final)
	}
	fatal(t, first.Sync(ctx, nil)) // takes the wallet in
	for _, kind := range []fold.InputKind{fold.InputBlock, fold.InputPending} {
		f, err := fold.Restore(ctx, nil, s)
		fatal(t, err)
		if _, err := f.Apply(ctx, madeUp(w, before.Final().Number+1, kind), fold.Ground{Books: s}); err == nil ||
			!strings.Contains(err.Error(), "after") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// Rows of the inputs that are put right while the chain is asked, and made wrong again, count as compared by nobody.
func TestRowsPutRightWhileTheyAreCompared(t *testing.T) {
	ctx := t.Context()
	dsn := filepath.Join(t.TempDir(), "books.db")
	s, err := store.Connect(ctx, dsn)
	fatal(t, err)
	defer s.Close()
	w, e := fundedIn(t, s)
	w.Uncounted = true
	e.VerifyFirst(scratched)
	fatal(t, e.MayPay(ctx))
	w.Mine(w.Buy(61, 0, 3))
	w.Finalise(0)
	b := w.Blocks[w.Final]
	honest := fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)
	b.Facts.Logs = append(b.Facts.Logs, w.Buy(60, 0, 3))
	b.Facts.Logs[1].Index, b.Facts.Logs[1].TxIndex = 1, 1
	made := fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)
	appendAt(t, s, engine.Cursor{Final: b.Header, Head: b.Header}, made)
	at, err := s.State(ctx)
	fatal(t, err)
	fatal(t, e.Sync(ctx, nil)) // takes over what is in the books
	put := func(in fold.Input) {
		db, err := sql.Open("sqlite", dsn)
		fatal(t, err)
		defer db.Close()
		var name, trigger string
		row := db.QueryRowContext(ctx,
			"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'input' AND sql LIKE '%UPDATE%'")
		fatal(t, row.Scan(&name, &trigger))
		var transactions uint64
		fatal(t, db.QueryRowContext(ctx, "SELECT transactions FROM input WHERE sequence = ?", at.Inputs).Scan(&transactions))
		leaf := ledger.InputLeaf(at.Inputs, transactions, string(in.Kind), in.Payload)
		_, err = db.ExecContext(ctx, "DROP TRIGGER "+name)
		fatal(t, err)
		_, err = db.ExecContext(ctx, "UPDATE input SET payload = ?, digest = ? WHERE sequence = ?", in.Payload, leaf[:], at.Inputs)
		fatal(t, err)
		_, err = db.ExecContext(ctx, trigger)
		fatal(t, err)
	}
	put(honest)
	err = e.FromChain(ctx)
	put(made)
	refusal(t, problem.Busy, "another writer was faster")(engine.Receipt{}, err)
	paysNothing(t, s, w, e)
}

// retexted is the text of rotated with other wallets of later dates.
func retexted(t *testing.T, wallets ...string) *program.Program {
	t.Helper()
	text := string(canonical.Text(paying(t)))
	old := `{"address":"` + strings.ToLower(treasury) + `"}`
	next := old
	for i, wallet := range wallets {
		next += `,{"from":"2024-0` + string(rune('6'+i)) + `-01","address":"` + wallet + `"}`
	}
	text = strings.Replace(text, old, next, 1)
	p, err := program.Read("retexted.yaml", []byte(text))
	fatal(t, err)
	return p
}

const thirdTreasury = "0x0000000000000000000000000000000000003333"

// A wallet that is added and taken out again before a sync leaves no difference; one that was followed stays.
func TestAWalletAddedAndTakenOutBeforeASync(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	usdt, second := common.HexToAddress(tether), common.HexToAddress(secondTreasury)
	w.Hold(usdt, second, uint256.NewInt(7))
	w.Hold(usdt, common.HexToAddress(thirdTreasury), uint256.NewInt(7))
	w.Mine()
	w.Finalise(0)
	c := &watching{world: w}
	e, err := engine.Open(ctx, retexted(t, secondTreasury), s, c, w, silent())
	fatal(t, err)
	staff(t, e)
	fatal(t, e.Sync(ctx, nil))
	follow := func(name string, p *program.Program) {
		done(t)(e.ProposeProgram(ctx, ann, name, p, "the first Safe lost an owner", false))
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(p), ledger.Hash{}))
	}
	follow("b", retexted(t, secondTreasury, thirdTreasury))
	follow("c", retexted(t, secondTreasury))
	follow("d", retexted(t, secondTreasury, "0x0000000000000000000000000000000000004444"))
	_, err = e.ProposeProgram(ctx, ann, "e", retexted(t), "gone", false)
	refusal(t, problem.Conflict, "whose movements are in the books: keep its entry")(engine.Receipt{}, err)
	fatal(t, e.Sync(ctx, nil))
	for range 3 {
		w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), second, big.NewInt(5)))
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
	}
	asTheChainSays(t, s, &watching{world: w})
}

// A text that takes a wallet out before the first block: the books begin without it.
func TestAWalletTakenOutBeforeTheFirstBlock(t *testing.T) {
	ctx := t.Context()
	usdt := common.HexToAddress(tether)
	for name, others := range map[string]uint64{"others hold nothing": 0, "others hold something": 9} {
		t.Run(name, func(t *testing.T) {
			w, s := newWorld(1), open(t, "books.db")
			w.Hold(usdt, common.HexToAddress(secondTreasury), uint256.NewInt(7))
			w.Hold(usdt, common.HexToAddress(treasury), uint256.NewInt(others))
			w.Uncounted = true
			w.Finalise(0)
			e, err := engine.Open(ctx, wordsWith(t, 5, []string{secondTreasury}, 0), s, &watching{world: w}, w, silent())
			fatal(t, err)
			staff(t, e)
			fatal(t, e.Sync(ctx, nil)) // the first block is not there yet
			p := wordsWith(t, 5, nil, 0)
			done(t)(e.ProposeProgram(ctx, ann, "out", p, "a typing mistake", false))
			done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(p), ledger.Hash{}))
			for range 6 {
				w.Mine(w.Buy(61, 0, 3))
			}
			w.Finalise(0)
			fatal(t, e.Sync(ctx, nil))
			asTheChainSays(t, s, &watching{world: w})
		})
	}
}

// hearsay is two endpoints: one keeps no old state, the other one lies about it and proves nothing.
type hearsay struct{ *world }

func (c *hearsay) TokenBalance(_ context.Context, _ engine.Header, _, _ common.Address, _ program.Mapping) (engine.Figure, error) {
	return engine.Figure{Value: *uint256.NewInt(1), Assurance: engine.AssuranceReported}, nil
}

// What was proven when a wallet was taken in is not called false by the unproven word of the one endpoint that says to know.
func TestHearsayAgainstWhatWasProven(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	added(t, w, e)
	fatal(t, e.Sync(ctx, nil))
	var difference *ledger.Difference
	if _, err := engine.ProveAgain(ctx, &hearsay{w}, s, engine.Fetched{}, nil); errors.As(err, &difference) {
		t.Error(err)
	}
}
