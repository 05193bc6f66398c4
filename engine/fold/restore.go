package fold

import (
	"context"
	"math"
	"slices"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/sale"
)

// Restore makes the fold of the recorded inputs, followed by extra ones that are not recorded yet: by the text that the first of them
// is, or by p where there are none; the error is [ErrNoText] where neither is. A block that left the chain leaves no trace in it but the
// count of how often its logs were reversed.
func Restore(ctx context.Context, p *program.Program, books Books, extra ...Input) (*Fold, error) {
	return Resume(ctx, p, books, nil, extra...)
}

// Resume is Restore from a saved fold on: only the inputs after it are read. Without one, or with one that another build made,
// all are.
func Resume(ctx context.Context, p *program.Program, books Books, from *Saved, extra ...Input) (*Fold, error) {
	r, err := restore(ctx, books, from, math.MaxUint64)
	if err != nil {
		return nil, err
	}
	if r.fold == nil {
		if p == nil {
			return nil, ErrNoText
		}
		first := TextInput(p, 0) // as the books will read it
		if err := r.begin(&first); err != nil {
			return nil, err
		}
	}
	f := r.fold
	for _, in := range extra {
		if err := r.take(ctx, in); err != nil {
			return nil, err
		}
	}
	f.awaiting = 0
	for _, b := range r.waiting {
		if _, err := f.applyBlock(b, true); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// restore applies the recorded inputs up to one, from a saved fold on where there is a good one. No fold is made where there are none.
func restore(ctx context.Context, books Books, from *Saved, last uint64) (*restoring, error) {
	r := from.resume(books, last)
	for in, err := range books.Inputs(ctx, r.inputs+1) {
		switch {
		case err != nil:
			return nil, err
		case in.Sequence > last:
			return r, nil
		case r.fold == nil:
			err = r.begin(&in)
		default:
			err = r.take(ctx, in)
		}
		if err == nil {
			_, err = r.trail.Take(&in)
		}
		if err != nil {
			return nil, err
		}
		r.inputs = in.Sequence
	}
	return r, nil
}

// ErrNoText says that books have no text of the program: they are empty, or older than the texts in books.
var ErrNoText error = problem.New(problem.Conflict, problem.NothingBooked,
	"the books have no text of their program: name it with --program; "+
		"books of an older version are made anew by `nodeledger rebuild --from OLD --db NEW --program FILE`")

// restoring is a fold that is being made again, and its pending blocks, which are applied when it is known that they stay.
type restoring struct {
	fold    *Fold
	ground  Ground
	waiting []*sale.Block
	trail   Trail  // of the inputs
	inputs  uint64 // that it is of
}

// begin makes the fold of the first input.
func (r *restoring) begin(in *Input) error {
	f, err := Begin(in)
	if err == nil {
		f.IsRecorded(in)
	}
	r.fold = f
	return err
}

func (r *restoring) take(ctx context.Context, in Input) error {
	if err := r.fold.mayTake(&in); err != nil {
		return err
	}
	r.fold.IsRecorded(&in)
	defer func() { r.fold.awaiting = len(r.waiting) }()
	switch in.Kind {
	case InputPending:
		b, err := in.block()
		if err == nil {
			last := uint64(0)
			if n := len(r.waiting); n > 0 {
				last = r.waiting[n-1].Number
			}
			err = r.fold.mayBePending(b, last)
		}
		if err == nil {
			r.waiting = append(r.waiting, b)
		}
		return err
	case InputFinal:
		h, _, err := in.Final()
		if err == nil {
			err = r.fold.becomesFinal(h, slices.Values(r.waiting))
		}
		if err != nil {
			return err
		}
		r.fold.bookedUpTo(program.Moment{Block: h.Number})
		for len(r.waiting) > 0 && r.waiting[0].Number <= h.Number {
			if _, err := r.fold.applyBlock(r.waiting[0], false); err != nil {
				return err
			}
			r.waiting = r.waiting[1:]
		}
		return nil
	case InputDrop:
		number, err := in.number()
		if err == nil {
			err = r.fold.mayLeave(number)
		}
		if err != nil {
			return err
		}
		r.waiting, err = r.fold.leaveAbove(r.waiting, number)
		return err
	case InputJob, InputFact:
		return r.takeSaid(ctx, &in)
	case InputWithheld:
		_, err := r.fold.takeWithheld(ctx, &in, r.ground, true)
		return err
	default:
		_, err := r.fold.Apply(ctx, in, r.ground)
		return err
	}
}

// Advance applies recorded inputs, in order, to a fold that has all those before them: what another process booked. Nothing is computed
// that the journal has. It says false, and has applied nothing, where blocks left the chain: the fold is made anew then. After an error
// the fold is of no use any more.
func (f *Fold) Advance(ctx context.Context, inputs []Input, books Books) (ok bool, err error) {
	if slices.ContainsFunc(inputs, func(in Input) bool { return in.Kind == InputDrop }) {
		return false, nil
	}
	ground := Ground{Books: books}
	for i := range inputs {
		in := &inputs[i]
		switch in.Kind {
		case InputJob, InputFact:
			r := restoring{fold: f, ground: ground}
			if err = f.mayTake(in); err == nil {
				err = r.takeSaid(ctx, in)
			}
		default:
			_, err = f.Apply(ctx, *in, ground)
		}
		if err != nil {
			return false, err
		}
		f.IsRecorded(in)
	}
	return true, nil
}

// takeSaid takes a job or a fact whose transactions are in the journal.
func (r *restoring) takeSaid(ctx context.Context, in *Input) error {
	if in.Kind == InputJob {
		job, err := in.Job()
		if err != nil {
			return err
		}
		return r.fold.ran(job)
	}
	fact, err := in.Fact()
	if err != nil {
		return err
	}
	return r.fold.restoreFact(ctx, fact, r.ground)
}

// leaveAbove counts what left the chain above a block, the highest first, and returns the blocks that stay.
func (f *Fold) leaveAbove(waiting []*sale.Block, number uint64) ([]*sale.Block, error) {
	for n := len(waiting) - 1; n >= 0 && waiting[n].Number > number; n-- {
		if err := f.leave(waiting[n]); err != nil {
			return waiting, err
		}
		waiting = waiting[:n]
	}
	f.refetches = f.refetches && len(waiting) > 0
	return waiting, nil
}

// leave counts the logs of a block that left the chain and had been booked while it was pending.
func (f *Fold) leave(b *sale.Block) error {
	events, err := f.reader.Read(b)
	if err != nil {
		return err
	}
	for _, event := range events {
		switch e := event.(type) {
		case sale.Payment:
			f.reversals[logKey{e.TxHash, e.Index}]++
		case sale.Commission:
			f.reversals[logKey{e.TxHash, e.Index}]++
		case sale.Refund:
			f.reversals[logKey{e.TxHash, e.Index}]++
		case sale.Transfer:
			if _, books := f.books.Transfer(e, sale.Context{Block: b}); books {
				f.reversals[logKey{e.TxHash, e.Index}]++
			}
		}
	}
	return nil
}

// InForce is the text of the program that is in force in books, without making their fold; nil where they have none. saved may be nil.
func InForce(ctx context.Context, books Books, saved *Saved) (*program.Program, error) {
	t, inputs := saved.trail()
	for in, err := range books.Inputs(ctx, inputs+1) {
		if err == nil {
			_, err = t.Take(&in)
		}
		if err != nil {
			return nil, err
		}
	}
	return t.InForce, nil
}

// Trail follows the texts of the program through the inputs of books, without making their fold. The zero Trail is before the first input.
type Trail struct {
	InForce  *program.Program // nil before the first input
	proposed map[string]*program.Program
}

// Take takes the next input, and says whether another text is in force after it.
func (t *Trail) Take(in *Input) (changed bool, err error) {
	if in.Kind == InputText {
		t.InForce, err = in.Program()
		return true, err
	}
	fact, err := in.Fact()
	if fact == nil || err != nil {
		return false, err
	}
	if digest, ok := fact.Agrees(); ok {
		t.InForce = t.proposed[digest]
		return true, nil
	}
	next, err := fact.text()
	if next == nil || err != nil {
		return false, err
	}
	if t.proposed == nil {
		t.proposed = map[string]*program.Program{}
	}
	t.proposed[canonical.Digest(next)] = next
	return false, nil
}
