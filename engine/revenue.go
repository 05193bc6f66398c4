package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// The kinds of facts about income.
const (
	RevenueFact = "revenue"
	BuybackFact = "buyback"
)

// RevenueRow is income as an operator writes it: whole units of the revenue's asset, earned at an instant. An amount that
// begins with a minus is income that was returned, such as a refund.
type RevenueRow struct {
	Source string    `json:"source"` // "dapp", "fiat"
	Amount string    `json:"amount"`
	At     time.Time `json:"at"`
	Note   string    `json:"note,omitempty"`
}

// BuybackRow is a buyback as an operator writes it, in whole units.
type BuybackRow struct {
	Spent  string    `json:"spent"`
	Tokens string    `json:"tokens"`
	At     time.Time `json:"at"`
	Note   string    `json:"note,omitempty"`
}

// RecordRevenue records income. It may not be dated in a month that is closed, nor in the future, and what is returned has to
// be in the funds: in the holders' fund by the income of its own month.
func (e *Engine) RecordRevenue(ctx context.Context, by By, reference string, row RevenueRow) (again bool, err error) {
	row.At = row.At.UTC()
	return e.record(ctx, by, reference, RevenueFact, "", row, func(f *Fold) error {
		if err := f.checkRevenue(row, e.clock.Now()); err != nil {
			return err
		}
		return f.covers(ctx, row, nil, e.clock.Now(), e.store)
	})
}

// ReferencedRevenue is a row of a file of income, with the reference that makes it once.
type ReferencedRevenue struct {
	Reference string
	RevenueRow
}

// RecordRevenues records rows of income, each under its own reference, all in one commit or none: every row that is wrong is
// in the error, one a line. again counts the rows that were recorded before. A wallet's signature is for one fact, so a file
// is recorded with a token or by somebody who signed in.
func (e *Engine) RecordRevenues(ctx context.Context, by By, rows []ReferencedRevenue) (again int, err error) {
	if len(by.Signature) > 0 || by.Ask {
		return 0, fmt.Errorf("%w: a signature is for one fact; record a file with a token, or its rows one by one", ErrNotAllowed)
	}
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return 0, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	var facts []Fact
	var fresh []RevenueRow // of facts
	var bad []string
	seen := map[string]int{}
	for i, r := range rows {
		r.At = r.At.UTC()
		fact, _, err := e.say(by, r.Reference, RevenueFact, "", r.RevenueRow)
		if errors.Is(err, ErrContent) {
			bad = append(bad, fmt.Sprintf("row %d: %v", i+1, err))
			continue
		} else if err != nil {
			return 0, err
		}
		was, err := e.said(&fact)
		if first, twice := seen[r.Reference]; err == nil && twice {
			err = fmt.Errorf("the reference %s stands in row %d already", r.Reference, first)
		} else if err == nil && !was {
			if err = e.fold.checkRevenue(r.RevenueRow, e.clock.Now()); err == nil {
				err = e.fold.covers(ctx, r.RevenueRow, fresh, e.clock.Now(), e.store)
			}
		}
		if errors.As(err, new(failure)) {
			return 0, err
		}
		seen[r.Reference] = i + 1
		switch {
		case err != nil:
			bad = append(bad, fmt.Sprintf("row %d: %v", i+1, err))
		case was:
			again++
		default:
			facts, fresh = append(facts, fact), append(fresh, r.RevenueRow)
		}
	}
	if len(rows) == 0 {
		bad = append(bad, "there are no rows")
	}
	if len(bad) > 0 {
		return 0, content(errors.New(strings.Join(bad, "\n")))
	}
	c := Commit{After: e.state.Cursor, DropAbove: ^uint64(0)}
	for _, fact := range facts {
		if err := e.take(ctx, &c, factInput(fact)); err != nil {
			return 0, e.undo(ctx, err)
		}
	}
	if len(facts) == 0 {
		return again, nil
	}
	return again, sealed(e.commit(ctx, c))
}

func (f *Fold) checkRevenue(row RevenueRow, now time.Time) error {
	if err := f.checkInstant(row.At, now); err != nil {
		return err
	}
	_, err := f.bookRevenue(row, rewards.Booking{Source: ledger.OperatorSource("check", "check")})
	return err
}

// checkInstant refuses what cannot be the instant of money that came or went: in a closed month, in the future, or no
// whole second.
func (f *Fold) checkInstant(at, now time.Time) error {
	switch {
	case at.IsZero() || at.Unix() <= 0:
		return errors.New("it has no instant: write at, such as 2024-06-30T12:00:00Z")
	case at.Nanosecond() != 0:
		return fmt.Errorf("the instant %s is not a whole second", at.Format(time.RFC3339Nano))
	case at.After(now):
		return fmt.Errorf("the instant %s is in the future", at.Format(time.RFC3339))
	case at.Before(f.closed):
		return fmt.Errorf("%s is before %s, up to which months are closed: date it from then on, with a note", at.Format(time.RFC3339), f.closed.Format(time.RFC3339))
	}
	return nil
}

// RecordBuyback records a buyback. What it spends has to be in the buyback fund.
func (e *Engine) RecordBuyback(ctx context.Context, by By, reference string, row BuybackRow) (again bool, err error) {
	row.At = row.At.UTC()
	return e.record(ctx, by, reference, BuybackFact, "", row, func(f *Fold) error {
		if err := f.checkInstant(row.At, e.clock.Now()); err != nil {
			return err
		}
		d, err := f.bookBuyback(row, rewards.Booking{})
		if err != nil {
			return err
		}
		spent := d.Postings[0].Amount
		held, err := e.store.BalanceAt(ctx, ledger.Place{Account: ledger.FundAccount(ledger.BuybackFund), Asset: spent.Asset()}, row.At.Add(time.Second))
		if err != nil {
			return failed(err)
		}
		if has, err := held.Held(); err != nil || has.Cmp(spent) < 0 {
			return fmt.Errorf("the buyback fund held %s at %s, less than %s: record the revenue first, or date the buyback later", has, row.At.Format(time.RFC3339), spent)
		}
		return nil
	})
}

func (f *Fold) bookRevenue(row RevenueRow, b rewards.Booking) (ledger.Draft, error) {
	if f.program.Income == nil {
		return ledger.Draft{}, fmt.Errorf("the program %s has no revenue: write revenue in the program file", f.program.Name)
	}
	digits, returned := strings.CutPrefix(row.Amount, "-")
	amount, err := money.Parse(f.program.Income.Asset, digits)
	if err != nil {
		return ledger.Draft{}, err
	}
	// Revenue stands in no block; a split that begins at a block counts as begun.
	m := program.Moment{Block: math.MaxUint64, Time: row.At.UTC()}
	b.At = row.At.UTC()
	b.Rule = f.program.Version(m)
	return rewards.BookRevenue(f.program, m, b, rewards.Income{Source: row.Source, Amount: amount, Returned: returned, Note: row.Note})
}

func (f *Fold) bookBuyback(row BuybackRow, b rewards.Booking) (ledger.Draft, error) {
	if f.program.Income == nil || f.program.Token == nil {
		return ledger.Draft{}, fmt.Errorf("the program %s has no revenue or no token, so there is nothing to buy back", f.program.Name)
	}
	spent, err := money.Parse(f.program.Income.Asset, row.Spent)
	if err != nil {
		return ledger.Draft{}, err
	}
	tokens, err := money.Parse(f.program.Token.Asset, row.Tokens)
	if err != nil {
		return ledger.Draft{}, err
	}
	b.At = row.At.UTC()
	b.Rule = f.program.Version(program.Moment{Block: math.MaxUint64, Time: b.At})
	return rewards.BookBuyback(f.program, b, rewards.Buyback{Spent: spent, Tokens: tokens, Note: row.Note})
}

// incomeFact drafts revenue or a buyback.
func (f *Fold) incomeFact(fact *Fact, b rewards.Booking) ([]ledger.Draft, error) {
	var d ledger.Draft
	var err error
	if fact.Kind == RevenueFact {
		var row RevenueRow
		if err := json.Unmarshal(fact.Body, &row); err != nil {
			return nil, err
		}
		d, err = f.bookRevenue(row, b)
	} else {
		var row BuybackRow
		if err := json.Unmarshal(fact.Body, &row); err != nil {
			return nil, err
		}
		d, err = f.bookBuyback(row, b)
	}
	if err != nil {
		return nil, err
	}
	return []ledger.Draft{d}, nil
}

// Quarter is what revenue, buybacks and emission were in three months, as the buyback view shows them.
type Quarter struct {
	Start, End time.Time    // half-open
	Revenue    money.Amount // that sources earned
	Returned   money.Amount // that they took back
	ToBuyback  money.Amount // that went into the buyback fund, a month's surplus included
	Spent      money.Amount // on buybacks
	Bought     money.Amount // tokens
	Emitted    money.Amount // tokens, by the emission's epochs
}

// QuarterOf sums a quarter of a year, 1 to 4, from the books.
func (e *Engine) QuarterOf(ctx context.Context, year, quarter int) (Quarter, error) {
	p := e.program
	if p.Income == nil || p.Token == nil {
		return Quarter{}, fmt.Errorf("the program %s has no revenue or no token, so there are no buybacks to show", p.Name)
	}
	if quarter < 1 || quarter > 4 {
		return Quarter{}, fmt.Errorf("there is no quarter %d: write one from 1 to 4", quarter)
	}
	q := Quarter{Start: time.Date(year, time.Month(3*quarter-2), 1, 0, 0, 0, 0, time.UTC)}
	q.End = q.Start.AddDate(0, 3, 0)
	emission, err := ledger.PoolCarry(rewards.Emission)
	if err != nil {
		return q, err
	}
	grown := func(account ledger.Account, asset money.Asset, of func(money.Balance) money.Amount) (money.Amount, error) {
		place := ledger.Place{Account: account, Asset: asset}
		before, err := e.store.BalanceAt(ctx, place, q.Start)
		if err != nil {
			return money.Amount{}, err
		}
		after, err := e.store.BalanceAt(ctx, place, q.End)
		if err != nil {
			return money.Amount{}, err
		}
		return of(after).Sub(of(before))
	}
	in := func(b money.Balance) money.Amount { return b.In }
	for _, sum := range []struct {
		into    *money.Amount
		account ledger.Account
		asset   money.Asset
		of      func(money.Balance) money.Amount
	}{
		{&q.ToBuyback, ledger.FundAccount(ledger.BuybackFund), p.Income.Asset, in}, {&q.Spent, ledger.BuybackMarket(), p.Income.Asset, in},
		{&q.Bought, ledger.BuybackHeld(), p.Token.Asset, in}, {&q.Emitted, emission, p.Token.Asset, in},
	} {
		if *sum.into, err = grown(sum.account, sum.asset, sum.of); err != nil {
			return q, err
		}
	}
	q.Revenue = money.Zero(p.Income.Asset)
	q.Returned = money.Zero(p.Income.Asset)
	err = e.store.Balances(ctx, "revenue:", func(place ledger.Place, _ money.Balance) error {
		for sum, of := range map[*money.Amount]func(money.Balance) money.Amount{
			&q.Revenue: func(b money.Balance) money.Amount { return b.Out }, &q.Returned: in,
		} {
			more, err := grown(place.Account, place.Asset, of)
			if err != nil {
				return err
			}
			if *sum, err = sum.Add(more); err != nil {
				return err
			}
		}
		return nil
	})
	return q, err
}
