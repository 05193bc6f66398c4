package earnings

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
)

// Earnings is what a wallet earned up to the newest booked block.
type Earnings struct {
	Wallet  ledger.Wallet
	Through time.Time // the midnight up to which days are over
	Priced  bool      // prices are known for some day
	Windows []Windows // by asset
	Bars    []Bar     // the oldest first
	Lots    []Lot     // the oldest first
	Rest    []Part    // what nodes earned when the wallet had none any more
	AsOf    view.AsOf
}

// Request is which earnings somebody asks for.
type Request struct {
	Wallet ledger.Wallet
	Prices statement.Prices // may be nil
	Step   Step
	Last   int // how many bars
}

// mostLines is the most entries that are looked at: many years of a holder, or a referrer of some 20,000 purchases.
const mostLines = 100_000

// Of reads what a wallet earned.
func Of(ctx context.Context, e *engine.Engine, sources *view.Sources, r Request) (Earnings, error) {
	st, err := statement.OfPeriod(ctx, e, sources, statement.Request{Wallet: r.Wallet, Prices: r.Prices, Most: mostLines})
	out := Earnings{Wallet: r.Wallet, Priced: st.Priced, AsOf: st.AsOf}
	if err != nil {
		return out, err
	}
	return out, out.fill(ctx, &st, sources, r)
}

func (out *Earnings) fill(ctx context.Context, st *statement.Period, sources *view.Sources, r Request) error {
	if !out.AsOf.Begun {
		return nil
	}
	lines, err := linesOf(ctx, st, sources)
	if err != nil {
		return err
	}
	changes, err := changesOf(ctx, st, sources)
	if err != nil {
		return err
	}
	out.Through = midnight(out.AsOf.Time)
	if out.Windows, err = windowsOf(lines, out.AsOf.Time); err != nil {
		return err
	}
	if out.Bars, err = barsOf(lines, out.AsOf.Time, r.Step, r.Last); err != nil {
		return err
	}
	out.Lots, out.Rest, err = lotsOf(lines, changes)
	return err
}

// linesOf are the lines of a statement that are income.
func linesOf(ctx context.Context, st *statement.Period, sources *view.Sources) (lines []line, err error) {
	for i := range st.Accounts {
		a := &st.Accounts[i]
		for j := range a.Lines {
			l := &a.Lines[j]
			if !isIncome(a, l) {
				continue
			}
			nodes, err := byNodes(ctx, sources, l)
			if err != nil {
				return nil, err
			}
			lines = append(lines, line{l.When, l.Sequence, a.Asset, l.Amount, l.Price, nodes})
		}
	}
	return lines, nil
}

func isIncome(a *statement.AccountPeriod, l *statement.Line) bool {
	return l.Nature == statement.Income && a.Asset != sale.Node
}

// byNodes says that an income follows from how many nodes the wallet has: a share of the validators' pool, of the drop, of a month.
func byNodes(ctx context.Context, sources *view.Sources, l *statement.Line) (bool, error) {
	kind := l.Kind
	if l.Reverses > 0 {
		reversed, err := sources.Of(ctx, &engine.Entry{Sequence: l.Reverses})
		if err != nil {
			return false, err
		}
		kind = reversed.Kind
	}
	switch kind {
	case rewards.PointsKind, rewards.TokenKind:
		return l.Counterpart.Name() == rewards.Validators, nil
	case rewards.DropKind, rewards.MonthKind:
		return true, nil
	}
	return false, nil
}
