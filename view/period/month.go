package period

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// ClosedMonth is a month of revenue that was closed, as the journal has it:
//
//	CarriedIn + Revenue = Paid + CarriedOut + ToBuyback
type ClosedMonth struct {
	Number     int    // in order of closing, from 1
	Month      string // such as "2024-06"
	By         FactRecord
	Start, End time.Time // half-open
	Block      string    // after which holders were looked at, in digits
	BlockHash  string
	CarriedIn  money.Balance // below zero when more was returned than came
	Revenue    money.Balance
	Paid       money.Amount
	CarriedOut money.Balance
	ToBuyback  money.Amount
	Holders    int               // that get something
	ZeroReason sentence.Sentence // why nobody does; the zero Sentence when somebody does
	File       ledger.Hash       // SHA-256 of the month's file
	Sequence   uint64            // of its transaction
	Corrected  []uint64          // of the transactions that corrected it: the figures are as corrected
}

type month struct {
	ClosedMonth
	fact *fold.Fact
	// corrections is how many there had been, of any period, when the figures were read; -1 before.
	corrections int
}

// Months lists the months that are closed and computes them again, one at a time; the last one is kept when it is not large.
// It is safe for concurrent use.
type Months struct {
	facts   *Facts
	results computer[computed[string], rewards.ClosedMonth]
}

// NewMonths reads nothing yet.
func NewMonths(f *Facts) *Months {
	return &Months{facts: f, results: newComputer[computed[string], rewards.ClosedMonth]()}
}

// List is the months closed before the one with a number (0: all), the newest first, limit at most. more says that the list
// goes on.
func (x *Months) List(ctx context.Context, before, limit int) (list []ClosedMonth, more bool, err error) {
	f := x.facts
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.follow(ctx); err != nil {
		return nil, false, err
	}
	return view.Newest(f.months, before, limit, func(_ int, m *month) (ClosedMonth, error) {
		err := m.fill(ctx, f.inputs.engine)
		return m.ClosedMonth, err
	})
}

// Of is one closed month.
func (x *Months) Of(ctx context.Context, name string) (ClosedMonth, error) {
	m, err := x.of(ctx, name)
	return m.ClosedMonth, err
}

func (x *Months) of(ctx context.Context, name string) (month, error) {
	f := x.facts
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.follow(ctx); err != nil {
		return month{}, err
	}
	m := f.named[name]
	if m == nil {
		return month{}, problem.NotFoundf("the month %s is not closed: /api/v1/months lists those that are", view.Truncate(name))
	}
	err := m.fill(ctx, f.inputs.engine)
	return *m, err
}

// fill reads what the journal says of a month, once, and again after periods were corrected.
func (m *month) fill(ctx context.Context, e *engine.Engine) error {
	if m.corrections == corrections(e) {
		return nil
	}
	closing := e.Closing()
	booked, err := closing.Booked(ctx, e.Reader(), fold.Period{Job: rewards.MonthJob, Slot: m.Month})
	if err != nil {
		return err
	}
	if booked == nil {
		return fmt.Errorf("month %s is closed and not in the journal: run `nodeledger ledger verify`", m.Month)
	}
	t := booked.Last()
	for text, into := range map[string]*time.Time{t.Meta["start"]: &m.Start, t.Meta["end"]: &m.End} {
		if *into, err = time.Parse(time.RFC3339, text); err != nil {
			return fmt.Errorf("transaction %d: %w", t.Sequence, err)
		}
	}
	if m.File, err = view.FileOf(t); err != nil {
		return err
	}
	books, err := closing.Books(ctx, e.Reader())
	if err != nil {
		return err
	}
	if err := m.fillFund(ctx, e.Program().Revenue.Asset, books, booked.Postings); err != nil {
		return fmt.Errorf("month %s: %w", m.Month, err)
	}
	if m.ZeroReason, err = rewards.MonthZeroReason(t.Meta["nothing"]); err != nil {
		return fmt.Errorf("transaction %d: %w", t.Sequence, err)
	}
	m.Block, m.BlockHash, m.Sequence, m.Corrected = t.Meta["block"], t.Meta["block_hash"], booked.Own.Sequence, booked.Corrected()
	m.corrections = closing.Corrections()
	return nil
}

// corrections is how often closed periods were corrected.
func corrections(e *engine.Engine) (n int) {
	e.View(func(f *fold.Fold, _ engine.State) { n = f.Corrections() })
	return n
}

// fillFund reads what the month's postings used of the fund of the share, and what the fund had when the month began and ended, with what
// it left.
func (m *month) fillFund(ctx context.Context, asset money.Asset, books fold.Balances, postings []ledger.Posting) (err error) {
	m.Paid, m.ToBuyback, m.Holders = money.Zero(asset), money.Zero(asset), 0
	fund := ledger.Place{Account: ledger.FundAccount(ledger.ShareFund), Asset: asset}
	for _, p := range postings {
		switch {
		case p.From.Role() == ledger.ShareRole:
			m.Holders++
			continue
		case p.From == ledger.Earnings():
			m.Paid, err = m.Paid.Add(p.Amount)
		default:
			m.ToBuyback, err = m.ToBuyback.Add(p.Amount)
		}
		if err != nil {
			return err
		}
	}
	for at, into := range map[time.Time]*money.Balance{m.Start: &m.CarriedIn, m.End: &m.CarriedOut} {
		b, err := books.BalanceAt(ctx, fund, at)
		if err != nil {
			return err
		}
		*into = money.Balance{In: b.Out, Out: b.In} // a fund stands in credit
	}
	if m.Revenue, err = m.CarriedOut.Minus(m.CarriedIn); err != nil {
		return err
	}
	for _, used := range []money.Amount{m.Paid, m.ToBuyback} {
		if m.Revenue, err = m.Revenue.Receive(used); err != nil {
			return err
		}
	}
	return nil
}

// Compute computes a closed month again, waiting for its turn as long as the context lets it.
func (x *Months) Compute(ctx context.Context, name string) (ClosedMonth, *rewards.ClosedMonth, error) {
	m, err := x.of(ctx, name)
	if err != nil {
		return m.ClosedMonth, nil, err
	}
	e := x.facts.inputs.engine
	r, err := x.results.compute(ctx, computed[string]{name, corrections(e)}, func(ctx context.Context) (*rewards.ClosedMonth, int, error) {
		r, err := e.Closing().Month(ctx, m.fact, e.Reader())
		if err != nil {
			return nil, 0, fmt.Errorf("month %s: %w", name, err)
		}
		return r, len(r.Holders), nil
	})
	return m.ClosedMonth, r, err
}
