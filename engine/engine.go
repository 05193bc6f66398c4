package engine

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// Engine keeps the books of one program in one store up to date with one chain. Its methods are safe for concurrent use;
// those that write wait for each other.
type Engine struct {
	given   *program.Program                // to begin books with, or to check them against; nil: neither
	program atomic.Pointer[program.Program] // of the books
	store   Store
	reads   Store // for what is only shown
	chain   Chain // nil: no chain is watched
	clock   Clock
	log     *slog.Logger

	following  sync.Mutex // held by whoever has the chain fetch blocks; taken before writing
	writing    turns      // held by whoever changes the books, from the first look to the last commit, but see away
	mu         turns      // guards what follows; held for one step or two at a time, so that readers never wait for a whole sync
	fold       *fold.Fold
	state      State
	fetched    Fetched                                   // what of the books this process fetched or proved again, or one before it
	assured    Assured                                   // what words were had of final blocks
	foreign    uint64                                    // blocks up to it that are not final were fetched by somebody else
	lately     Header                                    // the chain's head, where it was taken a moment ago
	lastSaved  fold.Saved                                // how far; without its bytes
	foldStale  bool                                      // the fold may say more than the store has: it could not be made anew after a failure
	salts      io.Reader                                 // of facts that are not for everybody
	createFile func(name string) (io.WriteCloser, error) // of closed periods and runs; nil: not kept

	settled    atomic.Pointer[State]       // after the last commit that was answered; to be read while somebody writes
	aside      asides                      // a fold for readers while somebody writes for long
	seen       atomic.Pointer[ledger.Head] // the newest head that this process has seen; only ever grows
	reconciled atomic.Pointer[Reconciliation]
	finding    atomic.Pointer[Finding]      // of the books alone
	ofChain    atomic.Pointer[Finding]      // of the books and the chain
	note       func(Finding) error          // keeps findings outside of the books; nil: they are not kept
	begun      atomic.Pointer[begunWith]    // nil: the fold in use was made of the inputs, or what it began with was compared
	asking     chan struct{}                // holds a place for each contract that is asked now
	verified   atomic.Pointer[verifiedMark] // of the last whole verification in this process that found nothing
	scratch    Scratches                    // for one; nil: none is made
	verifying  sync.Mutex                   // held while one goes on
	proving    chan struct{}                // has one in it while the books are compared with the chain
	again      *again                       // the last comparison, to go on from; nil: there is none. Whoever compares holds it
	canAsk     bool                         // a chain can be had where there is none
	counting   counting
}

// Open opens the books and makes their fold, by their own text of the program. A program that is given begins books that are empty;
// others are checked against it: it must be a text of theirs, or they are refused with what differs. Without one, empty books are
// refused. chain may be nil when nothing is to be fetched.
func Open(ctx context.Context, p *program.Program, s Store, chain Chain, clock Clock, log *slog.Logger) (*Engine, error) {
	e := &Engine{given: p, store: s, reads: s, chain: chain, clock: clock, log: log, salts: rand.Reader, assured: Assured{},
		asking: make(chan struct{}, wordsAsked), proving: make(chan struct{}, 1)}
	if p != nil {
		if err := s.Open(ctx, IdentityOf(p)); err != nil {
			return nil, err
		}
	}
	if err := e.Reload(ctx); err != nil {
		return nil, err
	}
	return e, e.checkGiven()
}

// checkGiven refuses a program that is none of the books' texts.
func (e *Engine) checkGiven() error {
	p, f := e.given, e.fold
	if p == nil || f.Knows(canonical.Digest(p)) {
		return nil
	}
	changes := canonical.Compare(f.Program(), p, f.Booked())
	if err := fold.Refused(changes, f.Booked()); err != nil {
		return err
	}
	return notTheText(changes)
}

// IdentityOf is what books of a program are opened for.
func IdentityOf(p *program.Program) Identity {
	return Identity{Program: p.Name, Chain: p.Chain.ID, Contract: p.Sale.Contract, Start: p.Chain.StartBlock}
}

// Program is the program whose books these are.
func (e *Engine) Program() *program.Program { return e.program.Load() }

// Reader reads the books.
func (e *Engine) Reader() Reader { return e.reads }

// History reads the journal.
func (e *Engine) History() History { return e.reads }

// ReadFrom has what is only shown read from a copy of the books that never has less than Seen. It is said before anything is asked.
func (e *Engine) ReadFrom(s Store) { e.reads = s }

// Seen is how many inputs and transactions, together, this process has seen of the books. It only grows.
func (e *Engine) Seen() uint64 { return e.seen.Load().Size() }

// Close closes the store that the engine was opened with.
func (e *Engine) Close() error { return e.store.Close() }

// Keep says where the files of closed periods and of payout runs are written: create makes a file by its name, in the place of
// one that is there. Without it only their hashes are kept.
func (e *Engine) Keep(create func(name string) (io.WriteCloser, error)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.createFile = create
}

// Salts says where the random bytes come from that private facts are salted with, instead of the system's own. It is for books of
// made-up sales that are to be the same every time.
func (e *Engine) Salts(random io.Reader) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.salts = random
}

// Reload makes the fold anew from the store, for instance after another process wrote.
func (e *Engine) Reload(ctx context.Context) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.reload(ctx)
}

// reload leaves the fold that there was when the store fails; the next writer makes it anew.
func (e *Engine) reload(ctx context.Context) error {
	e.foldStale = true
	state, err := e.store.State(ctx)
	if err == nil {
		err = e.goesOn(ctx, e.seen.Load(), &state)
	}
	if err != nil {
		return err
	}
	f, err := e.resume(ctx, state.Inputs)
	if err != nil {
		return err
	}
	state.Frozen = f.Frozen()
	if e.fold == nil || state.Cursor != e.state.Cursor || f.FromChain() != e.fold.FromChain() {
		e.foreign = max(state.Cursor.Head.Number, f.HighestPending())
	}
	e.fold, e.state, e.foldStale = f, state, false
	e.saw(state.Ledger)
	e.program.Store(f.Program())
	e.settle()
	return nil
}

// catchUp takes over what other processes wrote, before something is decided by the fold. Whoever calls it holds writing and
// not mu.
func (e *Engine) catchUp(ctx context.Context) error {
	now, err := e.store.State(ctx)
	if err != nil {
		return err
	}
	same := now.Position == e.state.Position && sameHead(&now.Ledger, &e.state.Ledger)
	if !e.foldStale && same {
		return nil
	}
	if !e.foldStale && now.Inputs > e.state.Inputs {
		if done, err := e.advance(ctx, &now); done || err != nil {
			return err
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.reload(ctx)
}

// ground is what the fold stands on while it takes an input.
func (e *Engine) ground() fold.Ground {
	return fold.Ground{Books: e.store, Head: e.state.Ledger, CreateFile: e.createFile}
}

// take applies an input to the fold and adds it and its drafts to the commit. Whoever calls it, commit or undo holds mu.
func (e *Engine) take(ctx context.Context, c *Commit, in fold.Input) error {
	drafts, err := e.fold.Apply(ctx, in, e.ground())
	if err != nil {
		return err
	}
	c.Take(in, drafts)
	return nil
}

// takeBlock is take for a block that is at hand already.
func (e *Engine) takeBlock(c *Commit, b *Block, kind fold.InputKind) error {
	drafts, err := e.fold.ApplyBlock(b.Header.Parent, &b.Facts, kind == fold.InputPending)
	if err != nil {
		return err
	}
	c.Take(fold.BlockInput(kind, b.Header.Parent, &b.Facts), drafts)
	return nil
}

// commit writes a step and brings the state forward. After an error the fold is made anew, so that it says what is in the
// store.
func (e *Engine) commit(ctx context.Context, c Commit) error {
	all := e.announce(&c)
	head, err := e.store.Commit(ctx, c)
	if err != nil {
		return e.undo(ctx, err)
	}
	e.committed(&c, head, all)
	return nil
}

// announce says in a commit what the books are before it, and whether all that they have afterwards was fetched.
func (e *Engine) announce(c *Commit) (all bool) {
	c.Seen = e.state.Position
	if e.state.Inputs == 0 { // the first of all
		c.Inputs = append([]Taken{{Input: fold.TextInput(e.fold.Program(), 0)}}, c.Inputs...)
	}
	return e.isFetched() && (c.Cursor == nil || c.Cursor.Final == e.state.Cursor.Final || e.foreign <= e.state.Cursor.Final.Number)
}

// committed brings the state forward after a commit that the store has.
func (e *Engine) committed(c *Commit, head ledger.Head, all bool) {
	e.state.Ledger, e.state.Root = head, head.Root()
	e.saw(head)
	e.program.Store(e.fold.Program())
	if c.Cursor != nil {
		e.state.Cursor = *c.Cursor
	}
	for i := range c.Inputs {
		e.state.Inputs++
		in := c.Inputs[i].Input
		in.Sequence = e.state.Inputs
		e.fold.IsRecorded(&in)
	}
	e.state.Frozen = e.fold.Frozen()
	if all { // and what this step adds was fetched, or came from nobody's chain
		e.fetched = e.nowFetched()
	}
	e.settle()
}

// undo makes the fold anew after a step that did not come to be, and passes its error on.
func (e *Engine) undo(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		ctx = context.WithoutCancel(ctx)
	}
	return errors.Join(err, e.reload(ctx))
}
