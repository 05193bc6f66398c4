package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *handlers) health(ctx context.Context, _ *nothing) (out wire.OperatorHealth, err error) {
	of, err := view.Now(ctx, a.Engine)
	if err != nil {
		return out, err
	}
	out.Fresh, out.Endpoints = wire.FreshOf(of), []wire.Endpoint{}
	out.Warnings = wire.SentencesOf(a.Warnings(ctx))
	if of.Begun {
		out.Lag = int64(a.Clock.Now().Sub(of.Time).Seconds())
	}
	a.Engine.View(func(f *fold.Fold, s engine.State) {
		out.Pending, out.Frozen = f.Pending(), wire.FrozenOf(s.Frozen)
	})
	if out.Reorganisations, err = a.Facts.Reorganisations(ctx); err != nil {
		return out, err
	}
	spans, err := a.Engine.Reader().Coverage(ctx)
	if err != nil {
		return out, err
	}
	out.Coverage = wire.CoverageOf(spans)
	if a.Endpoints != nil {
		out.Endpoints = append(out.Endpoints, a.Endpoints()...)
	}
	if due, ok := a.Engine.Due(); ok {
		out.NextJob = wire.NextJobOf(due)
	}
	out.Exceptions, _ = a.Runs.Open()
	out.Liabilities, err = a.owed(ctx)
	return out, err
}

func (a *handlers) owed(ctx context.Context) ([]wire.Obligation, error) {
	list, err := a.Liabilities.All(ctx)
	if err != nil {
		return nil, err
	}
	out := []wire.Obligation{}
	for i := range list {
		l := &list[i]
		needed, err := l.FromTreasury()
		if err != nil {
			return nil, err
		}
		o := wire.Obligation{Liability: wire.LiabilityOf(l), Needed: wire.AmountOf(needed)}
		if a.Treasury != nil {
			held, err := a.Treasury(ctx, l.Asset)
			switch {
			case err != nil:
				o.Error = err.Error()
			case held.Asset() != l.Asset:
				o.Error = "the answer was in " + held.Asset().Symbol()
			default:
				o.Treasury = wire.OptionalAmount(held)
				if short, err := needed.Sub(held); err == nil && !short.IsZero() {
					o.Short = wire.OptionalAmount(short)
				}
			}
		}
		out = append(out, o)
	}
	return out, nil
}
