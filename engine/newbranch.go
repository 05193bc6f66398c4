package engine

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// LeftOut is a fact of old books that does not fit on the new branch, and why.
type LeftOut struct {
	Input                     uint64 // of the old books
	Kind, Operator, Reference string
	Time                      time.Time // when it was recorded
	Why                       string
}

// NewBranch is what new books took over of old ones in which a final block is another than on the chain.
type NewBranch struct {
	Shared  Header // the newest final block among the old inputs that is on the chain; zero: there is none
	Kept    uint64 // old inputs up to that block, which the new books begin with
	Facts   uint64 // later ones that were taken over
	LeftOut []LeftOut
}

// FollowNewBranch makes books of the branch that the chain has now, after final blocks of old books were replaced. The old inputs up to the
// last final block that is still on the chain are replayed, all later blocks are proven from the chain, and the later facts are checked
// again, each after the first final block of the new branch that is not before the one that it was recorded after. One that is refused
// is left out. Its place in the order of facts is empty then, so later signatures, which are over all facts before them, are refused as
// well. At last everything in the new books is compared with the chain. The old books are only read.
//
// It is refused where the last final block of the old books is on the chain, or the chain is not final up to its number, and, at its end,
// where something was recorded in the old books meanwhile. p may be nil.
func FollowNewBranch(ctx context.Context, p *program.Program, from Reader, to Store, chain Chain, clock Clock, log *slog.Logger) (e *Engine,
	n NewBranch, err error) {
	source, target, err := openForRebuild(ctx, p, from, to)
	if err != nil {
		return nil, n, err
	}
	replaced, err := IsReplaced(ctx, chain, source.Cursor.Final)
	if err == nil && !replaced {
		err = problem.Conflictf("%s is on the chain: no final block of the old books was replaced; where they are frozen, run "+
			"`nodeledger doctor`", source.Cursor.Final)
	}
	if err != nil {
		return nil, n, err
	}
	if n.Shared, n.Kept, err = sharedInput(ctx, chain, from); err != nil {
		return nil, n, err
	}
	r := rebuild{to: to, total: n.Kept, commit: Commit{Seen: target.Position}, until: source.Cursor.Final}
	if err := r.upToFork(ctx, p, from, n.Shared); err != nil {
		return nil, n, err
	}
	if e, err = Open(ctx, p, to, chain, clock, log); err != nil {
		return nil, n, err
	}
	b := branch{engine: e, NewBranch: &n}
	if err := b.takeOver(ctx, from, source.Inputs); err != nil {
		return nil, n, err
	}
	if err := e.Sync(ctx, nil); err != nil {
		return nil, n, err
	}
	if _, err := e.RunJobs(ctx); err != nil {
		return nil, n, err
	}
	if err := e.FromChain(ctx); err != nil {
		return nil, n, err
	}
	now, err := from.State(ctx)
	if err == nil && now.Inputs != source.Inputs {
		err = problem.Conflictf("something was recorded in the old books meanwhile, and the new ones lack it: stop what writes them, remove the "+
			"new ones, and run this again (%d inputs, and before it %d)", now.Inputs, source.Inputs)
	}
	return e, n, err
}

// IsReplaced says whether a final block is another one on the chain, on which all endpoints must agree. It is refused where the chain is
// not final up to its number.
func IsReplaced(ctx context.Context, chain Chain, final Header) (bool, error) {
	newest, err := chain.Finalized(ctx)
	if err != nil {
		return false, err
	}
	if newest.Number < final.Number {
		return false, problem.New(problem.Unavailable, problem.NoNode, "the chain is final to block %d, and the books to block %d: try again "+
			"when it is final to there", newest.Number, final.Number)
	}
	now, err := chain.FinalAt(ctx, final.Number)
	return now.Hash != final.Hash, err
}

// sharedInput is the last final block among the inputs of books that is on the chain, and which input it is. Without one it is the zero
// Header and the first input.
func sharedInput(ctx context.Context, chain Chain, from Reader) (shared Header, input uint64, err error) {
	type recorded struct {
		Header
		input uint64
	}
	var finals []recorded
	for in, err := range from.Inputs(ctx, 1) {
		if err != nil {
			return shared, 0, err
		}
		h, ok, err := in.Final()
		if err != nil {
			return shared, 0, err
		}
		if ok {
			finals = append(finals, recorded{h, in.Sequence})
		}
	}
	for len(finals) > 0 {
		last := finals[len(finals)-1]
		now, err := chain.FinalAt(ctx, last.Number)
		if err != nil && !errors.Is(err, ErrNoBlock) {
			return shared, 0, err
		}
		if now == last.Header {
			return last.Header, last.input, nil
		}
		finals = finals[:len(finals)-1]
	}
	return shared, 1, nil
}

// upToFork replays inputs up to a final one, and takes back the blocks above it.
func (r *rebuild) upToFork(ctx context.Context, p *program.Program, from Reader, shared Header) error {
	if err := r.all(ctx, p, from); err != nil {
		return err
	}
	if shared == (Header{}) {
		return r.flush(ctx)
	}
	if r.fold.Pending() > 0 {
		if err := r.take(ctx, fold.DropInput(shared.Number)); err != nil {
			return err
		}
	}
	spans, err := from.Coverage(ctx)
	if err != nil {
		return err
	}
	for _, s := range spans {
		if s.From <= shared.Number {
			r.commit.Covered = append(r.commit.Covered, Span{s.From, min(s.To, shared.Number), s.Level})
		}
	}
	r.commit.Cursor = &Cursor{shared, shared}
	return r.flush(ctx)
}

// branch takes over what old books have after the last block that they share with the chain.
type branch struct {
	*NewBranch

	engine   *Engine
	at       Header      // the final block of the old books that the next input comes after
	incident *fold.Input // that froze the old books; it is taken over with the fact that thaws them
}

func (b *branch) takeOver(ctx context.Context, from Reader, inputs uint64) error {
	for in, err := range from.Inputs(ctx, b.Kept+1) {
		if err != nil {
			return err
		}
		if in.Sequence > inputs {
			return nil
		}
		switch h, ok, err := in.Final(); {
		case err != nil:
			return err
		case ok:
			b.at = h
		case in.Kind == fold.InputFact:
			if err := b.fact(ctx, &in); err != nil {
				return err
			}
		case in.Kind == fold.InputJob:
			if err := b.job(ctx); err != nil {
				return err
			}
		case in.Kind == fold.InputIncident:
			b.incident = &fold.Input{Kind: in.Kind, Payload: in.Payload}
		}
	}
	return nil
}

// reach books the new branch up to the first final block that is not before the one that the old books were at; ok is false where there is
// none yet.
func (b *branch) reach(ctx context.Context) (ok bool, err error) {
	e := b.engine
	if b.at == (Header{}) || e.state.Cursor.Final.Time >= b.at.Time {
		return true, nil
	}
	to, err := e.chain.Finalized(ctx)
	if err != nil || to.Time < b.at.Time {
		return false, err
	}
	for low := max(e.state.Cursor.Final.Number, e.Program().Chain.StartBlock); to.Number > low+1; {
		h, err := e.chain.FinalAt(ctx, low+(to.Number-low)/2)
		if err != nil {
			return false, err
		}
		if h.Time < b.at.Time {
			low = h.Number
		} else {
			to = h
		}
	}
	return true, e.write(ctx, func() error {
		if err := e.chain.Watch(e.Program()); err != nil {
			return err
		}
		if err := e.bookFinal(ctx, to, func(Progress) {}); err != nil {
			return err
		}
		return e.noteKnownFinal(ctx)
	})
}

// job runs the next slot, if the new branch is past it by now. Otherwise it runs when it comes due.
func (b *branch) job(ctx context.Context) error {
	if ok, err := b.reach(ctx); err != nil || !ok {
		return err
	}
	return b.engine.write(ctx, func() error {
		_, err := b.engine.runNext(ctx)
		return err
	})
}

// fact takes a fact over, or notes why it cannot be.
func (b *branch) fact(ctx context.Context, in *fold.Input) error {
	fact, err := in.Fact()
	if err != nil {
		return err
	}
	ok, err := b.reach(ctx)
	if err != nil {
		return err
	}
	if !ok {
		b.leaveOut(in, fact, fmt.Sprintf("it was recorded after a final block of %s, and the chain is not final up to then",
			b.at.When().Format(time.RFC3339)))
		return nil
	}
	words, err := WordsOf(in)
	if err != nil {
		return err
	}
	unheld, later, err := AskAgain(ctx, b.engine.chain, words)
	if err != nil {
		return err
	}
	if len(unheld) > 0 || later != "" {
		b.leaveOut(in, fact, append(unheld, later)[0])
		return nil
	}
	var before []fold.Input
	if fact.Kind == fold.Thaw && b.incident != nil {
		before, b.incident = append(before, *b.incident), nil
	}
	err = b.engine.write(ctx, func() error { return b.engine.takeOver(ctx, fact, before) })
	if err == nil {
		b.Facts++
		return nil
	}
	refusal := problem.Of(err)
	switch refusal.Kind {
	case problem.Internal, problem.Busy, problem.Unavailable:
		return err
	case problem.NotAuthenticated:
		refusal.Text = "its signature is of something else than what stands here, such as a run of another total"
		if len(b.LeftOut) > 0 {
			refusal.Text = fmt.Sprintf("its signature is over all facts before it, and %s of %s is left out", b.LeftOut[0].Reference,
				b.LeftOut[0].Operator)
		}
	}
	b.leaveOut(in, fact, refusal.Text)
	return nil
}

func (b *branch) leaveOut(in *fold.Input, fact *fold.Fact, why string) {
	b.LeftOut = append(b.LeftOut, LeftOut{in.Sequence, fact.Kind, fact.Operator, fact.Reference, fact.When(), why})
}

// takeOver records a fact of other books as it is, after some inputs, when it fits into these.
func (e *Engine) takeOver(ctx context.Context, fact *fold.Fact, before []fold.Input) error {
	err := e.stepOnce(ctx, func(c *Commit) error {
		for _, in := range before {
			if err := e.take(ctx, c, in); err != nil {
				return err
			}
		}
		proposal, err := e.fold.Propose(ctx, fact, e.ground())
		if err != nil {
			return err
		}
		return e.takeFact(ctx, c, fact, proposal)
	})
	return overdrawn(err)
}
