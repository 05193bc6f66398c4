package engine

import (
	"context"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Restore makes the fold of the recorded inputs, followed by extra ones that are not recorded yet. A block that left the
// chain leaves no trace in it but the count of how often its logs were reversed.
func Restore(ctx context.Context, p *program.Program, s Store, extra ...Input) (*Fold, error) {
	f, err := NewFold(p)
	if err != nil {
		return nil, err
	}
	var waiting []*Block
	take := func(in Input) error {
		switch in.Kind {
		case InputPending:
			b, err := in.block()
			if err == nil {
				waiting = append(waiting, b)
			}
			return err
		case InputFinal:
			number, err := in.number()
			if err != nil {
				return err
			}
			for len(waiting) > 0 && waiting[0].Header.Number <= number {
				if _, err := f.block(waiting[0], false); err != nil {
					return err
				}
				waiting = waiting[1:]
			}
			return nil
		case InputDrop:
			number, err := in.number()
			if err != nil {
				return err
			}
			for n := len(waiting) - 1; n >= 0 && waiting[n].Header.Number > number; n-- {
				if err := f.leave(waiting[n]); err != nil {
					return err
				}
				waiting = waiting[:n]
			}
			return nil
		case InputJob:
			var job Job
			if err := in.decode(&job); err != nil {
				return err
			}
			return f.ran(&job)
		case InputFact:
			var fact Fact
			if err := in.decode(&fact); err != nil {
				return err
			}
			_, err := f.fact(ctx, &fact, s, true)
			return err
		default:
			_, err := f.Apply(ctx, in, s)
			return err
		}
	}
	if err := s.Inputs(ctx, 1, take); err != nil {
		return nil, err
	}
	for _, in := range extra {
		if err := take(in); err != nil {
			return nil, err
		}
	}
	for _, b := range waiting {
		if _, err := f.block(b, true); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// leave counts the logs of a block that left the chain and had been booked while it was pending.
func (f *Fold) leave(b *Block) error {
	events, err := f.reader.Read(&b.Facts)
	if err != nil {
		return err
	}
	for _, event := range events {
		switch e := event.(type) {
		case sale.Payment:
			f.gone[logKey{e.TxHash, e.Index}]++
		case sale.Refund:
			f.gone[logKey{e.TxHash, e.Index}]++
		case sale.Transfer:
			if _, books := f.books.Transfer(e, sale.Context{Block: &b.Facts}); books {
				f.gone[logKey{e.TxHash, e.Index}]++
			}
		}
	}
	return nil
}
