package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// RebuildTarget is the books that a rebuild writes.
type RebuildTarget interface {
	Reader
	Writer
}

// notApplied says which inputs the fold or the store refused while they were replayed, and why.
type notApplied struct {
	first, last uint64 // sequences
	err         error
}

// Error says so in one line.
func (n *notApplied) Error() string {
	if n.first == n.last {
		return fmt.Sprintf("input %d: %v", n.last, n.err)
	}
	return fmt.Sprintf("inputs %d to %d: %v", n.first, n.last, n.err)
}
func (n *notApplied) Unwrap() error { return n.err }

// Rebuild replays the inputs that one store recorded into another, empty one, and brings over how far it had come. It
// computes every transaction again from the inputs, the texts of the program among them; nothing of the journal is copied. The heads
// are equal when the source is what its inputs lead to. A program that is given is a check: it must be a text of the source. Books that
// are older than the texts in books begin with it.
func Rebuild(ctx context.Context, p *program.Program, from Reader, to RebuildTarget, progress func(done, total uint64)) (ledger.Head,
	error) {
	source, target, err := openForRebuild(ctx, p, from, to)
	if err != nil {
		return ledger.Head{}, err
	}
	r := rebuild{to: to, progress: progress, total: source.Inputs, commit: Commit{Seen: target.Position}, until: source.Cursor.Final}
	if err := r.all(ctx, p, from); err != nil {
		return ledger.Head{}, err
	}
	if r.commit.Headers, err = from.Window(ctx); err != nil {
		return ledger.Head{}, err
	}
	if r.commit.Covered, err = from.Coverage(ctx); err != nil {
		return ledger.Head{}, err
	}
	r.commit.Cursor = &source.Cursor // with the last inputs: books that these freeze move no more
	if err := r.flush(ctx); err != nil {
		return ledger.Head{}, err
	}
	return r.head, nil
}

// all replays the inputs up to the total; the last of them wait to be written.
func (r *rebuild) all(ctx context.Context, p *program.Program, from Reader) error {
	if err := r.begin(ctx, p, from); err != nil {
		return err
	}
	for in, err := range from.Inputs(ctx, 1) {
		if err == nil && in.Sequence > r.total {
			break // a writer added it meanwhile
		}
		if err == nil && in.Kind != fold.InputText {
			err = r.supply(ctx, &in)
		}
		if err == nil && in.Kind != fold.InputText {
			err = r.take(ctx, in)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rebuild is a rebuild on its way: what the inputs so far lead to, and the commit that waits.
type rebuild struct {
	to       RebuildTarget
	progress func(done, total uint64)
	total    uint64 // inputs
	fold     *fold.Fold
	commit   Commit
	head     ledger.Head // of what was committed
	events   uint64      // of the fold, when the commit was begun
	until    Header      // the last final block of the source
	known    []Header    // of final blocks of books that are older than the texts in books, and so than final headers among the inputs
}

// take applies one input. What is to be reversed, was held at an epoch's end or is owed to a run must be in the store first.
func (r *rebuild) take(ctx context.Context, in fold.Input) error {
	if in.Kind == fold.InputDrop || in.Kind == fold.InputJob || in.Kind == fold.InputFact || in.Kind == fold.InputWithheld {
		if err := r.flush(ctx); err != nil {
			return err
		}
	}
	drafts, err := r.fold.Apply(ctx, in, fold.Ground{Books: r.to, Head: r.head})
	if failed := new(fold.Unread); errors.As(err, &failed) {
		return err
	}
	if err != nil {
		return &notApplied{in.Sequence, in.Sequence, err}
	}
	r.commit.Take(fold.Input{Kind: in.Kind, Payload: in.Payload}, drafts)
	if in.Kind == fold.InputDrop {
		if err := r.flush(ctx); err != nil {
			return err
		}
		// What left the chain leaves the fold by its being made anew.
		if r.fold, err = fold.Restore(ctx, nil, r.to); err != nil {
			return err
		}
		r.events = r.fold.Events
	}
	if r.fold.Events-r.events >= uint64(commitEvents) {
		r.events = r.fold.Events
		return r.flush(ctx)
	}
	return nil
}

// olderOf are the headers of the final blocks that older books know, in order, and how many facts they have.
func olderOf(ctx context.Context, books fold.Books, until Header) (known []Header, facts uint64, err error) {
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return nil, 0, err
		}
		h, ok, err := in.Final()
		if err != nil {
			return nil, 0, &notApplied{in.Sequence, in.Sequence, err}
		}
		if ok {
			known = append(known, h)
		}
		if in.Kind == fold.InputFact {
			facts++
		}
	}
	return append(known, until), facts, nil
}

// supply takes, before an input of older books that needs a final header past an instant, the first one that they know.
func (r *rebuild) supply(ctx context.Context, in *fold.Input) error {
	if r.known == nil {
		return nil
	}
	past, err := r.fold.Needs(in)
	if err != nil || !r.fold.Final().When().Before(past) {
		return err
	}
	for _, h := range r.known {
		if !h.When().Before(past) {
			return r.take(ctx, fold.FinalInput(h))
		}
	}
	return nil
}

// begin makes the fold of the source's first text, or of p where it has none.
func (r *rebuild) begin(ctx context.Context, p *program.Program, from Reader) error {
	first, unsigned, known, err := textsOf(ctx, from)
	switch {
	case err != nil:
		return err
	case first == nil && p == nil:
		return fold.ErrNoText
	case first == nil:
		first = p
		if r.known, unsigned, err = olderOf(ctx, from, r.until); err != nil {
			return err
		}
	default:
		if err := checkText(p, first, known); err != nil {
			return err
		}
	}
	text := fold.TextInput(first, unsigned)
	r.commit.Inputs = []Taken{{Input: text}}
	r.fold, err = fold.Begin(&text)
	return err
}

// CheckText refuses a program that is none of the texts of books; nil is none. Books that are older than the texts in books take any.
func CheckText(ctx context.Context, p *program.Program, books Reader) error {
	if p == nil {
		return nil
	}
	first, _, known, err := textsOf(ctx, books)
	if err != nil || first == nil {
		return err
	}
	return checkText(p, first, known)
}

// checkText is CheckText of a program, which may be nil, with the books' first text and the digests of all of them.
func checkText(p, first *program.Program, known []string) error {
	if p == nil || slices.Contains(known, canonical.Digest(p)) {
		return nil
	}
	return notTheText(canonical.Compare(first, p, canonical.Booked{}))
}

// textsOf is the first text of books, nil where they have none, how many facts need no signatures, and the digests of all texts that were
// in force.
func textsOf(ctx context.Context, from fold.Books) (first *program.Program, unsigned uint64, digests []string, err error) {
	for in, err := range from.Inputs(ctx, 1) {
		if err != nil {
			return nil, 0, nil, err
		}
		if in.Kind == fold.InputText {
			if in.Sequence != 1 {
				return nil, 0, nil, &notApplied{in.Sequence, in.Sequence, fmt.Errorf("it is a program's text, which only the first input is")}
			}
			if first, err = in.Program(); err != nil {
				return nil, 0, nil, err
			}
			unsigned, digests = in.Unsigned(), append(digests, canonical.Digest(first))
		}
		fact, err := in.Fact()
		if err != nil {
			return nil, 0, nil, err
		}
		if digest, ok := fact.Agrees(); ok {
			digests = append(digests, digest)
		}
	}
	return first, unsigned, digests, nil
}

// notTheText refuses a program that is none of the books' texts, and changes no rule of theirs.
func notTheText(changes []canonical.Change) error {
	return problem.New(problem.Conflict, problem.NotTheText, "the program file is not the books' own: %s; leave out --program, or record the "+
		"file with `nodeledger program propose FILE`", fold.Summary(changes))
}

// flush writes what waits.
func (r *rebuild) flush(ctx context.Context) error {
	if len(r.commit.Inputs) == 0 && r.commit.Cursor == nil {
		return nil
	}
	head, err := r.to.Commit(ctx, r.commit)
	if err != nil {
		if errors.Is(err, ledger.ErrTurned) || errors.Is(err, ledger.ErrInvalid) || errors.Is(err, ErrRecorded) {
			last := r.commit.Seen.Inputs + uint64(len(r.commit.Inputs))
			err = &notApplied{r.commit.Seen.Inputs + 1, last, err}
		}
		return err
	}
	r.head, r.commit.Seen.Root = head, head.Root()
	r.commit.Seen.Inputs += uint64(len(r.commit.Inputs))
	if r.progress != nil {
		r.progress(r.commit.Seen.Inputs, r.total)
	}
	r.commit.Inputs, r.commit.Drafts = nil, nil
	return nil
}

// openForRebuild checks that the books to read are the program's, and that those to write are empty.
func openForRebuild(ctx context.Context, p *program.Program, from Reader, to RebuildTarget) (source, target State, err error) {
	source, err = from.State(ctx)
	if err != nil {
		return source, target, err
	}
	if p != nil && source.Identity != IdentityOf(p) {
		return source, target, problem.Conflictf("the books to rebuild are those of program %s on chain %d, not of %s on %d: name the "+
			"program file that they were made with", source.Identity.Program, source.Identity.Chain, p.Name, p.Chain.ID)
	}
	if err := to.Open(ctx, source.Identity); err != nil {
		return source, target, err
	}
	target, err = to.State(ctx)
	if err != nil {
		return source, target, err
	}
	if target.Inputs != 0 || target.Ledger.Sequence != 0 {
		return source, target, problem.Conflictf("the books to rebuild into are not empty (%d transactions): name a new file or database",
			target.Ledger.Sequence)
	}
	return source, target, nil
}
