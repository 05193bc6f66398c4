package engine

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Mark is how far books were, in few enough words to be kept outside of them: whoever has it sees later whether they are still the same
// books. The zero Mark is of empty books.
type Mark struct {
	Size    uint64      `json:"size"`  // of the tree over everything: inputs and transactions
	Root    ledger.Hash `json:"root"`  // of that tree
	Final   uint64      `json:"final"` // the last final block
	Covered []Span      `json:"covered"`
}

// MarkOf is the mark of books at a state that they have or had.
func MarkOf(ctx context.Context, books Copy, at State) (Mark, error) {
	m := Mark{Size: at.Ledger.Size(), Root: at.Ledger.Root(), Final: at.Cursor.Final.Number}
	var err error
	m.Covered, err = coveredTo(ctx, books, m.Final)
	return m, err
}

// coveredTo is how the blocks up to one were proven.
func coveredTo(ctx context.Context, books Copy, final uint64) (covered []Span, err error) {
	spans, err := books.Coverage(ctx)
	for _, s := range spans {
		if s.From <= final {
			covered = append(covered, Span{s.From, min(s.To, final), s.Level})
		}
	}
	return covered, err
}

// rootAt is the root of the tree as it was at a size, which the books must have reached.
func rootAt(ctx context.Context, books History, size uint64) (ledger.Hash, error) {
	whole := size / ledger.TileWidth
	var nodes []ledger.Hash
	var err error
	if whole > 0 {
		if nodes, err = books.Tiles(ctx, 0, whole); err != nil {
			return ledger.Hash{}, err
		}
	}
	if from := whole * ledger.TileWidth; from < size {
		rest, err := books.Leaves(ctx, from, size)
		if err != nil {
			return ledger.Hash{}, err
		}
		nodes = append(nodes, ledger.SubtreeRoot(rest))
	}
	return ledger.SubtreeRoot(nodes), nil
}

// Codes of books that are not those of a mark.
const (
	WentBack  problem.Code = "books-went-back" // they are shorter than they were
	Rewritten problem.Code = "books-rewritten" // something that was in them is not as it was
)

// Follows refuses books that are not those of the mark, or those with something added. since is when the mark was made, and remedy says
// what to do.
func (m *Mark) Follows(ctx context.Context, books Copy, since time.Time, remedy string) error {
	at, err := books.State(ctx)
	if err != nil {
		return err
	}
	when := since.UTC().Format("2006-01-02 15:04:05 UTC")
	switch {
	case at.Ledger.Size() < m.Size:
		return problem.New(problem.Conflict, WentBack,
			"the books have %d inputs and transactions, and on %s they had %d: this is an older copy; %s",
			at.Ledger.Size(), when, m.Size, remedy)
	case at.Cursor.Final.Number < m.Final:
		return problem.New(problem.Conflict, WentBack, "the books are final to block %d, and on %s they were to %d: this is an older copy; %s",
			at.Cursor.Final.Number, when, m.Final, remedy)
	case m.Size == 0:
		return nil
	}
	root, err := rootAt(ctx, books, m.Size)
	if err != nil {
		return err
	}
	covered, err := coveredTo(ctx, books, m.Final)
	if err != nil {
		return err
	}
	what := ""
	switch {
	case root != m.Root:
		what = fmt.Sprintf("the first %d inputs and transactions are not those that there were on %s: their root is %s and was %s", m.Size, when,
			root, m.Root)
	case !slices.Equal(covered, m.Covered):
		what = fmt.Sprintf("how blocks up to %d were proven is not what it was on %s", m.Final, when)
	default:
		return nil
	}
	return problem.New(problem.Conflict, Rewritten, "%s: the past of the books was changed; %s", what, remedy)
}

// saw takes note of a head that the books have.
func (e *Engine) saw(head ledger.Head) { e.seen.Store(&head) }

// sameHead says whether two heads are of the same inputs and transactions.
func sameHead(a, b *ledger.Head) bool {
	return a.Size() == b.Size() && a.Hash == b.Hash && a.Root() == b.Root()
}

// goesOn refuses books, at a state that was read anew, that do not begin with those whose head was seen: the database was
// replaced by an older copy, or by a fork. That is a finding like any other.
func (e *Engine) goesOn(ctx context.Context, seen *ledger.Head, at *State) error {
	if seen == nil || sameHead(seen, &at.Ledger) {
		return nil
	}
	const remedy = "restore the newer copy, or, if you mean these, start again"
	var err error
	if size := seen.Size(); at.Ledger.Size() < size {
		err = problem.New(problem.Conflict, WentBack, "the books have %d inputs and transactions, and this process has seen %d: "+
			"this is an older copy; %s", at.Ledger.Size(), size, remedy)
	} else {
		root, failed := rootAt(ctx, e.store, size)
		if failed != nil {
			return failed
		}
		if root == seen.Root() {
			return nil
		}
		err = problem.New(problem.Conflict, Rewritten, "the first %d inputs and transactions are not those that this process has seen: "+
			"their root is %s and was %s; %s", size, root, seen.Root(), remedy)
	}
	e.Found(Finding{Time: e.clock.Now().UTC(), Difference: problem.Of(err).Text})
	return err
}

// stillSeen is goesOn of the books as they are.
func (e *Engine) stillSeen(ctx context.Context) error {
	seen := e.seen.Load() // before the books are read: a writer may add to them meanwhile
	at, err := e.store.State(ctx)
	if err != nil {
		return err
	}
	return e.goesOn(ctx, seen, &at)
}

// upTo is books without the inputs that came after some: whoever reads them by a state that was read before has no more than that.
type upTo struct {
	Store
	inputs uint64
}

// Inputs are those up to the last one.
func (b upTo) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		for in, err := range b.Store.Inputs(ctx, from) {
			if in.Sequence > b.inputs || !yield(in, err) {
				return
			}
		}
	}
}

// advance takes over what other processes added to books that begin with those that this one knows, by the inputs that were added alone.
// It says false where the fold has to be made anew. Whoever calls it holds writing and not mu: readers wait for the fold alone.
func (e *Engine) advance(ctx context.Context, now *State) (done bool, err error) {
	if err := e.goesOn(ctx, e.seen.Load(), now); err != nil {
		return false, err
	}
	var added []fold.Input
	for in, err := range (upTo{e.store, now.Inputs}).Inputs(ctx, e.state.Inputs+1) {
		if err != nil {
			return false, err
		}
		added = append(added, in)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	before := e.fold.FromChain()
	ok, err := e.fold.Advance(ctx, added, e.store)
	if err != nil {
		e.log.Warn("what another process booked is made anew from the beginning", "error", err)
		e.foldStale = true // it may have some of it
	}
	if err != nil || !ok {
		return false, nil
	}
	now.Frozen = e.fold.Frozen()
	if now.Cursor != e.state.Cursor || before != e.fold.FromChain() {
		e.foreign = max(now.Cursor.Head.Number, e.fold.HighestPending())
	}
	e.state = *now
	e.saw(now.Ledger)
	e.program.Store(e.fold.Program())
	e.settle()
	return true, nil
}

// Refresh takes over what other processes wrote.
func (e *Engine) Refresh(ctx context.Context) error {
	return e.write(ctx, func() error { return nil })
}

// CatchUp is Refresh for whoever only reads: it waits for no writer of this process, who does that too, and is not cut off half way.
func (e *Engine) CatchUp(ctx context.Context) error {
	if !e.writing.TryLock() {
		return nil
	}
	defer e.writing.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), catchingUp)
	defer cancel()
	return e.catchUp(ctx)
}

// catchingUp is how long CatchUp may take.
const catchingUp = 10 * time.Second

// LeafKind is what a leaf of the tree over everything is of.
type LeafKind uint8

// The kinds.
const (
	InputLeaf LeafKind = iota
	TransactionLeaf
)
