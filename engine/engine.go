package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// Engine keeps the books of one program in one store up to date with one chain. Its methods are safe for concurrent use;
// those that write wait for each other.
type Engine struct {
	program *program.Program
	store   Store
	chain   Chain // nil: no chain is watched
	clock   Clock
	log     *slog.Logger

	writing sync.Mutex   // held by whoever changes the books, from the first look to the last commit
	mu      sync.RWMutex // guards fold and state; held for one step at a time, so that readers never wait for a whole sync
	fold    *Fold
	state   State
	stale   bool                                      // the fold may say more than the store has: it could not be made anew after a failure
	files   func(name string) (io.WriteCloser, error) // of closed epochs; nil: not kept
}

// Open opens the books for the program and makes their fold. chain may be nil when nothing is to be fetched.
func Open(ctx context.Context, p *program.Program, s Store, chain Chain, clock Clock, log *slog.Logger) (*Engine, error) {
	e := &Engine{program: p, store: s, chain: chain, clock: clock, log: log}
	if err := s.Open(ctx, IdentityOf(p)); err != nil {
		return nil, err
	}
	return e, e.Reload(ctx)
}

// IdentityOf is what books of a program are opened for.
func IdentityOf(p *program.Program) Identity {
	return Identity{Program: p.Name, Chain: p.Chain.ID, Contract: p.Sale.Contract, Start: p.Chain.StartBlock}
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
	e.stale = true
	state, err := e.store.State(ctx)
	if err != nil {
		return err
	}
	fold, err := Restore(ctx, e.program, e.store)
	if err != nil {
		return err
	}
	fold.files = e.files
	e.fold, e.state, e.stale = fold, state, false
	return nil
}

// catchUp takes over what other processes wrote, before something is decided by the fold: an operator's fact moves no
// cursor. Whoever calls it holds writing and not mu.
func (e *Engine) catchUp(ctx context.Context) error {
	now, err := e.store.State(ctx)
	if err != nil {
		return err
	}
	if !e.stale && now.Inputs == e.state.Inputs && now.Cursor == e.state.Cursor && (now.Frozen == nil) == (e.state.Frozen == nil) {
		return nil
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.reload(ctx)
}

// View calls see with the fold and the state after the last commit; see must not keep or change them.
func (e *Engine) View(see func(*Fold, State)) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	see(e.fold, e.state)
}

// Program is the program whose books these are.
func (e *Engine) Program() *program.Program { return e.program }

// Store is where the books are.
func (e *Engine) Store() Store { return e.store }

// begin makes the block before the first one the ground that the books stand on. Before block 0 there is none: a header
// without a hash, whose number is the largest there is, so that adding one gives 0.
func (e *Engine) begin(ctx context.Context, final Header) error {
	start := e.program.Chain.StartBlock
	if e.state.Cursor.Head.Hash != (common.Hash{}) || start == 0 || final.Number+1 < start {
		return nil
	}
	ground, err := e.chain.HeaderAt(ctx, start-1)
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.commit(ctx, Commit{After: Cursor{ground, ground}, DropAbove: ^uint64(0)})
}

// parent is the header that the next stretch has to follow, and whether there is one.
func (e *Engine) parent() (Header, bool) {
	switch {
	case e.state.Cursor.Head.Hash != (common.Hash{}):
		return e.state.Cursor.Head, true
	case e.program.Chain.StartBlock == 0:
		return Header{Number: ^uint64(0)}, true
	default:
		return Header{}, false // the first block is not final yet
	}
}

// take applies an input to the fold and adds it and its drafts to the commit. Whoever calls it, commit or undo holds mu.
func (e *Engine) take(ctx context.Context, c *Commit, in Input) error {
	drafts, err := e.fold.Apply(ctx, in, e.store)
	if err != nil {
		return err
	}
	c.Inputs = append(c.Inputs, in)
	c.Drafts = append(c.Drafts, drafts...)
	return nil
}

// takeBlock is take for a block that is at hand already.
func (e *Engine) takeBlock(c *Commit, b *Block, kind InputKind) error {
	drafts, err := e.fold.block(b, kind == InputPending)
	if err != nil {
		return err
	}
	c.Inputs = append(c.Inputs, blockInput(kind, b))
	c.Drafts = append(c.Drafts, drafts...)
	return nil
}

// commit writes a step and brings the state forward. After an error the fold is made anew, so that it says what is in the
// store.
func (e *Engine) commit(ctx context.Context, c Commit) error {
	known := e.state.Inputs
	c.Before, c.Known = e.state.Cursor, &known
	head, err := e.store.Commit(ctx, c)
	if err != nil {
		return e.undo(ctx, err)
	}
	e.state.Ledger, e.state.Cursor = head, c.After
	e.state.Inputs += uint64(len(c.Inputs))
	return nil
}

// undo makes the fold anew after a step that did not come to be, and passes its error on.
func (e *Engine) undo(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		ctx = context.WithoutCancel(ctx)
	}
	return errors.Join(err, e.reload(ctx))
}

// freeze stops the books with evidence, and returns the contradiction.
func (e *Engine) freeze(ctx context.Context, c *Contradiction) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	incident := &Incident{Time: e.clock.Now().UTC(), Text: c.Error(), Evidence: c.Evidence}
	if err := e.commit(ctx, Commit{After: e.state.Cursor, DropAbove: ^uint64(0), Incident: incident}); err != nil {
		return errors.Join(c, err)
	}
	e.state.Frozen = incident
	e.log.Error("the books are frozen", "why", c.Text, "block", c.Block)
	return fmt.Errorf("%w: %w; look at the evidence with `nodeledger doctor`, then thaw with `nodeledger doctor --thaw REASON`", ErrFrozen, c)
}

// Thaw lets frozen books go on, and records who says so and why.
func (e *Engine) Thaw(ctx context.Context, by By, reason string) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.state.Frozen == nil {
		return state(fmt.Errorf("the books are not frozen; there is nothing to thaw"))
	}
	now := e.clock.Now().UTC().Truncate(time.Second)
	c := Commit{After: e.state.Cursor, DropAbove: ^uint64(0), Thaw: true}
	fact := Fact{Reference: thawReference(e.state.Inputs), Time: uint64(now.Unix()), Kind: ThawFact, Body: []byte(reason)}
	if _, err := e.authorise(by, &fact, "", now); err != nil {
		return err
	}
	if err := e.take(ctx, &c, factInput(fact)); err != nil {
		return e.undo(ctx, err)
	}
	if err := e.commit(ctx, c); err != nil {
		return err
	}
	e.state.Frozen = nil
	return nil
}
