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
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// youngBooks are books of a payment handler that begin at block 3, have a block that is not final, and no final header yet.
func youngBooks(t *testing.T) (*world, engine.Store, *engine.Engine) {
	t.Helper()
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.Uncounted = true
	for len(w.Blocks) < 3 {
		w.Mine()
	}
	w.Finalise(0)
	base := handlerProgram(t, "start_block: 3")
	e, err := engine.Open(ctx, variant(t, base, 0, 0, 0), s, &node{w: w}, w, silent())
	fatal(t, err)
	staff(t, e)
	w.Mine(w.Buy(49, 0, 1))
	fatal(t, e.Sync(ctx, nil))
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	if f.Pending() == 0 || f.Final() != (engine.Header{}) {
		t.Fatalf("%d pending, %s", f.Pending(), f.Final())
	}
	agreed(t, e, "one", variant(t, base, 0, 1, 0))
	return w, s, e
}

// Before the first final header is recorded, what a text in force asks for is left out by going on by the text before, for as long as
// one likes.
func TestWhatATextAsksForIsLeftOutOfYoungBooks(t *testing.T) {
	ctx := t.Context()
	w, s, _ := youngBooks(t)
	for range 30 {
		w.Mine()
	}
	l := w.Log("Admin()", nil)
	l.Address, l.TxHash = handler, admins[0]
	w.Mine(l) // days after the text
	for range 30 {
		w.Mine()
	}
	w.Mine(w.Buy(50, 0, 3))
	w.Finalise(0)
	b := w.Blocks[w.Final]
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	_, err = f.Apply(ctx, fold.BlockInput(fold.InputPending, b.Header.Parent, &b.Facts), fold.Ground{Books: s})
	if err == nil || !strings.Contains(err.Error(), "asks the chain for something else") {
		t.Errorf("a block by the older text: %v", err)
	}
	if _, err := f.Apply(ctx, fold.FinalInput(b.Header), fold.Ground{Books: s}); err == nil ||
		!strings.Contains(err.Error(), "asks the chain for something else") {
		t.Errorf("a final header by the older text: %v", err)
	}
}

// What a text in force asks for is left out for as long as one likes where the text adds a wallet as well: nothing says when that is
// asked for at the latest.
func TestATextThatAddsAWalletIsPutOff(t *testing.T) {
	ctx := t.Context()
	w, s, e, base := handlerBooks(t)
	at, err := s.State(ctx)
	fatal(t, err)
	agreed(t, e, "one", variant(t, base, 1, 1, 0)) // another wallet, and an administrative transaction
	for range 100 {
		w.Mine()
	}
	l := w.Log("Admin()", nil)
	l.Address, l.TxHash = handler, admins[0]
	w.Mine(l, w.Transfer(common.HexToAddress(tether), common.HexToAddress("0x99"), common.HexToAddress(secondTreasury), big.NewInt(5)))
	for range 100 {
		w.Mine()
	}
	w.Mine(w.Buy(50, 0, 3))
	w.Finalise(0)
	b := w.Blocks[w.Final]
	inputs := []fold.Input{fold.FinalInput(at.Cursor.Final), fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)}
	appendUpTo(t, s, &b.Header, inputs...)
	if later, err := engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil); !isDifference(err) {
		t.Errorf("proven again, %d days after the text: %v %s", 200*2/24, err, later)
	}
	for name, e := range map[string]*engine.Engine{"the process from before": e, "a fresh one": opened(t, s, &node{w: w}, w)} {
		e.VerifyFirst(scratched)
		if err := e.MayPay(ctx); err == nil {
			t.Errorf("%s may pay", name)
		}
	}
}

// told is a node that does not prove what wallets hold, and tells it as it is.
type told struct{ *world }

func (c *told) TokenBalance(ctx context.Context, at engine.Header, token, of common.Address, m program.Mapping) (engine.Figure, error) {
	f, err := c.world.TokenBalance(ctx, at, token, of, m)
	if f.Known() {
		f.Assurance = engine.AssuranceReported
	}
	return f, err
}

// What a wallet held is made up, and called proven, where nodes tell it and cannot prove it: nothing is paid before a node proves it.
func TestWhatWasHeldIsCalledProven(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	added(t, w, e) // 777
	at, err := s.State(ctx)
	fatal(t, err)
	row := fold.Held{Wallet: common.HexToAddress(secondTreasury), Token: common.HexToAddress(tether), Amount: big.NewInt(888_000_000),
		Assurance: string(engine.AssuranceProven)}
	appendTo(t, s, fold.OpeningInput(&fold.Opening{Number: at.Cursor.Final.Number, Hash: at.Cursor.Final.Hash,
		Time: at.Cursor.Final.Time, Rows: []fold.Held{row}}))
	later, err := engine.ProveAgain(ctx, &told{w}, s, engine.Fetched{}, nil)
	if isDifference(err) || problem.KindOf(err) != problem.Unavailable {
		t.Errorf("proven again: %v %s; the books have %s", err, later, fmt.Sprint(net(t, s, "assets:wallet:"+secondTreasury)))
	}
	if _, err := engine.ProveAgain(ctx, w, s, engine.Fetched{}, nil); !isDifference(err) {
		t.Errorf("proven again with a node that proves it: %v", err)
	}
	fresh := opened(t, s, &told{w}, w)
	fresh.VerifyFirst(scratched)
	if err := fresh.MayPay(ctx); err == nil {
		t.Error("it may pay")
	}
}

// A wallet whose movements are in the books is not taken out by a text that amends something either: put back by a later one, what it holds
// would be taken in twice.
func TestAnAmendingTextTakesOutNoWallet(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.Uncounted = true
	usdt, second := common.HexToAddress(tether), common.HexToAddress(secondTreasury)
	w.grow(9)
	w.Finalise(0)
	base := paying(t)
	e, err := engine.Open(ctx, variant(t, base, 1, 0, 0), s, &node{w: w}, w, silent())
	fatal(t, err)
	staff(t, e)
	fatal(t, e.Sync(ctx, nil))
	for range 4 {
		w.Mine(w.Transfer(usdt, common.HexToAddress("0x99"), second, big.NewInt(5)))
	}
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	same(t, "it holds", fmt.Sprint(net(t, s, "assets:wallet:"+secondTreasury)), "0.00002 USDT")
	// an amending text: the first split was wrong, and the wallet goes
	text := string(canonical.Text(variant(t, base, 0, 0, 0)))
	text = strings.Replace(text, `"0.00025"`, `"0.00026"`, 1)
	p, err := program.Read("amended.yaml", []byte(text))
	fatal(t, err)
	refusal(t, problem.Conflict, "whose movements are in the books: keep its entry")(e.ProposeProgram(ctx, ann, "out", p, "why", true))
}

// The clock of whoever agrees to a text is some hours late, and no header of that day is recorded: the text would be of
// before blocks that were fetched by the one before.
func TestATextOfALateClock(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.Uncounted = true
	w.grow(15)
	for w.Now().Hour() > 4 {
		w.Mine()
	}
	w.Finalise(0)
	base := handlerProgram(t, "start_block: 0")
	e, err := engine.Open(ctx, variant(t, base, 0, 0, 0), s, &node{w: w}, w, silent())
	fatal(t, err)
	late := &turned{now: w.Now().Add(-time.Hour)}
	staffer, err := engine.Open(ctx, variant(t, base, 0, 0, 0), s, &node{w: w}, late, silent())
	fatal(t, err)
	staff(t, staffer)
	fatal(t, e.Sync(ctx, nil))
	for range 4 { // eight hours of the same day
		w.Mine()
	}
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	late.now = w.Now().Add(-3 * time.Hour)
	done(t)(staffer.ProposeProgram(ctx, ann, "one", variant(t, base, 0, 1, 0), "why not", false))
	digest := canonical.Digest(variant(t, base, 0, 1, 0))
	refusal(t, problem.Conflict, "set the clock of this machine")(staffer.ConsentToProgram(ctx, bob, digest, ledger.Hash{}))
	late.now = w.Now()
	done(t)(staffer.ConsentToProgram(ctx, bob, digest, ledger.Hash{}))
	for range 40 {
		w.Mine()
	}
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Errorf("sync: %v", err)
	}
	at, err := s.State(ctx)
	fatal(t, err)
	if at.Cursor.Final.Number != w.Final {
		t.Errorf("final to %d, the chain to %d", at.Cursor.Final.Number, w.Final)
	}
}

// hiding is a node at whose first question about what is final somebody does something.
type hiding struct {
	*node
	ask func()
}

func (c *hiding) Finalized(ctx context.Context) (engine.Header, error) {
	c.ask()
	return c.node.Finalized(ctx)
}

// The consent to a text is hidden while the books are compared, and put back: what the text asks for was left out, and the comparison
// counts, since the digest says nothing of texts.
func TestAConsentIsHiddenWhileTheBooksAreCompared(t *testing.T) {
	ctx := t.Context()
	w, s, _ := adminBooks(t)
	b := w.Blocks[w.Final]
	last := b.Header
	appendUpTo(t, s, &last, fold.FinalInput(w.Blocks[w.Final-5].Header), fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts))
	if _, err := engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil); !isDifference(err) {
		t.Fatalf("control: %v", err)
	}
	other, err := fold.NewFact(fold.Revenue, "x", fold.RevenueRow{Source: "dapp", Amount: "0.01", At: w.Now()}, w.Now())
	fatal(t, err)
	hide := func(in *fold.Input) {
		if fact, err := in.Fact(); err == nil && fact != nil && fact.Kind == fold.TextConsent {
			in.Payload = fold.FactInput(other).Payload
		}
	}
	books := &reading{Store: s}
	e := opened(t, books, &hiding{&node{w: w}, func() { books.edit = hide }}, w)
	e.VerifyFirst(scratched)
	err = e.FromChain(ctx)
	books.edit = nil
	t.Logf("compared: %v", err)
	if err := e.MayPay(ctx); err == nil {
		t.Error("it may pay")
	}
}

// cutting is a node that fails once when a stretch is asked for.
type cutting struct {
	*node
	fails bool
}

func (c *cutting) Head(ctx context.Context) (engine.Header, error) {
	if c.fails {
		return engine.Header{}, errors.New("the node is away")
	}
	return c.node.Head(ctx)
}

// Two texts before the first final block of the books, and a node that is away after the first one was taken over.
func TestTwoTextsInYoungBooks(t *testing.T) {
	ctx := t.Context()
	w, s, _ := youngBooks(t)
	base := handlerProgram(t, "start_block: 3")
	c := &cutting{node: &node{w: w}, fails: true}
	e := opened(t, s, c, w)
	if err := e.Sync(ctx, nil); err == nil {
		t.Error("a sync ends although the node is away")
	}
	agreed(t, e, "two", variant(t, base, 0, 2, 0))
	c.fails = false
	for _, tx := range admins {
		l := w.Log("Admin()", nil)
		l.Address, l.TxHash = handler, tx
		w.Mine(l)
	}
	w.Mine(w.Buy(50, 0, 3))
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	asTheChainSays(t, s, &node{w: w})
}

// A text added a wallet and a later one took it out again: a final say of what nobody was asked for ends the wait of the fold for the
// header from which on the text is followed.
func TestAnOpeningOfNothing(t *testing.T) {
	ctx := t.Context()
	w, s, e, base := handlerBooks(t)
	agreed(t, e, "one", variant(t, base, 1, 0, 0))
	agreed(t, e, "two", variant(t, base, 0, 1, 0)) // no wallet is added any more; an administrative transaction is
	for range 100 {
		w.Mine()
	}
	l := w.Log("Admin()", nil)
	l.Address, l.TxHash = handler, admins[0]
	w.Mine(l)
	for range 100 {
		w.Mine()
	}
	w.Finalise(0)
	last := w.Blocks[w.Final].Header
	in := fold.OpeningInput(&fold.Opening{Number: last.Number, Hash: last.Hash, Time: last.Time})
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	if _, err := f.Apply(ctx, in, fold.Ground{Books: s}); err == nil ||
		!strings.Contains(err.Error(), "no text of the program added a wallet") {
		t.Errorf("an opening of nothing: %v", err)
	}
}

// Two texts one after the other, and nothing of the sale in between: what the first one asked for is left out up to the second one.
func TestASecondTextMovesTheFirst(t *testing.T) {
	ctx := t.Context()
	w, s, e, base := handlerBooks(t)
	agreed(t, e, "one", variant(t, base, 0, 1, 0))
	for range 100 {
		w.Mine()
	}
	l := w.Log("Admin()", nil)
	l.Address, l.TxHash = handler, admins[0]
	w.Mine(l)
	for range 100 {
		w.Mine()
	}
	agreed(t, e, "two", variant(t, base, 0, 3, 0)) // scan: every one
	w.Finalise(0)
	last := w.Blocks[w.Final].Header
	appendUpTo(t, s, &last, fold.FinalInput(last))
	if later, err := engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil); !isDifference(err) {
		t.Errorf("proven again, %d days after the first text: %v %s", 200*2/24, err, later)
	}
}

// A node that is some blocks behind the books does not know what an added wallet held there: it is recorded as unknown for ever, and
// nobody asks again when the node has caught up.
func TestAWalletIsTakenInByANodeThatIsLate(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.Uncounted = true
	w.grow(9)
	w.Mine(w.Transfer(common.HexToAddress(tether), common.HexToAddress("0x99"), common.HexToAddress(secondTreasury), big.NewInt(25)))
	w.Finalise(0)
	old := *w.Chain
	for range 3 {
		w.Mine()
	}
	w.Finalise(0)
	base := paying(t)
	e, err := engine.Open(ctx, base, s, &node{w: w}, w, silent())
	fatal(t, err)
	staff(t, e)
	fatal(t, e.Sync(ctx, nil))
	agreed(t, e, "one", variant(t, base, 1, 0, 0))
	other := opened(t, s, &node{w: w, old: &old}, w)
	if err := other.Sync(ctx, nil); problem.KindOf(err) != problem.Unavailable {
		t.Errorf("a sync by a node that is late: %v", err)
	}
	for range 3 {
		w.Mine()
	}
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	same(t, "it holds", fmt.Sprint(net(t, s, "assets:wallet:"+secondTreasury)), "0.000025 USDT")
}
