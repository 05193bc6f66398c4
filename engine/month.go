package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// MonthFact closes a month.
const MonthFact = "month"

// monthBody is a month and the blocks that fix its window.
type monthBody struct {
	Month   string      `json:"month"`
	Opening uint64      `json:"opening"` // the last block at or before its start
	Block   uint64      `json:"block"`   // the last block before its end
	Hash    common.Hash `json:"hash"`
}

func (b *monthBody) start() (time.Time, error) {
	start, err := time.Parse(rewards.MonthForm, b.Month)
	if err != nil {
		return start, fmt.Errorf("%q is no month: write it as 2024-06", b.Month)
	}
	return start.UTC(), nil
}

// CloseMonth closes a month: the share of every holder becomes payable. The chain has to be final past its end, and months
// close in order, the first one being whichever is closed first. A month that is closed already is again, whoever closed it.
func (e *Engine) CloseMonth(ctx context.Context, by By, month string) (again bool, err error) {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return false, err
	}
	body := monthBody{Month: month}
	start, err := body.start()
	if err != nil {
		return false, err
	}
	if e.program.Income == nil {
		return false, state(fmt.Errorf("the program %s has no revenue to share", e.program.Name))
	}
	end := start.AddDate(0, 1, 0)
	closed, final := e.fold.closed, e.state.Cursor.Final
	switch {
	case end.Unix() <= 0:
		return false, content(fmt.Errorf("month %s is before there were blocks", month))
	case !closed.IsZero() && !end.After(closed):
		was, err := e.store.Keyed(ctx, ledger.JobSource(rewards.MonthJob, month).Key())
		if err == nil && was == nil {
			err = state(fmt.Errorf("month %s was never closed and cannot be any more: the first month that was closed is later", month))
		}
		return err == nil, err
	case !closed.IsZero() && !start.Equal(closed):
		return false, state(fmt.Errorf("months close in order: close %s first", closed.Format(rewards.MonthForm)))
	case int64(final.Time) < end.Unix():
		return false, state(fmt.Errorf("month %s ends at %s, and the chain is final up to %s: close it when the chain is final past its end (run `nodeledger sync`)",
			month, end.Format(time.RFC3339), final.When().Format(time.RFC3339)))
	case e.state.Frozen != nil:
		return false, fmt.Errorf("%w: %s", ErrFrozen, e.state.Frozen.Text)
	}
	snapshot, err := e.lastBefore(ctx, uint64(end.Unix()))
	if err != nil {
		return false, err
	}
	// A slip of the year would bind everybody to close each month from then on.
	if closed.IsZero() && int64(snapshot.Time) >= end.Unix() {
		return false, content(fmt.Errorf("month %s ended before the books begin, at %s: the first month to close is that one or a later one", month, time.Unix(int64(snapshot.Time), 0).UTC().Format(time.RFC3339)))
	}
	if closed.IsZero() {
		if err := e.fold.closable(ctx, end, e.clock.Now(), e.store); err != nil {
			return false, err
		}
	}
	opening, err := e.lastBefore(ctx, uint64(start.Unix())+1)
	if err != nil {
		return false, err
	}
	body.Opening, body.Block, body.Hash = opening.Number, snapshot.Number, snapshot.Hash
	return e.recordLocked(ctx, by, monthReference(month), MonthFact, "", body, func(*Fold) error { return nil })
}

// monthFact closes a month in the fold.
func (f *Fold) monthFact(ctx context.Context, fact *Fact, b rewards.Booking, s Store, recall bool) ([]ledger.Draft, error) {
	var body monthBody
	if err := json.Unmarshal(fact.Body, &body); err != nil {
		return nil, err
	}
	start, err := body.start()
	if err != nil {
		return nil, err
	}
	if !f.closed.IsZero() && !f.closed.Equal(start) {
		return nil, fmt.Errorf("month %s does not follow the one that ended at %s", body.Month, f.closed.Format(time.RFC3339))
	}
	f.closed = start.AddDate(0, 1, 0)
	if recall {
		return nil, nil
	}
	m, err := f.month(ctx, &body, s)
	if err != nil {
		return nil, err
	}
	hash, err := f.keepFile("month-"+m.Slot+".json", m.WriteFile)
	if err != nil {
		return nil, err
	}
	d, err := m.Draft(hash, b.At)
	return []ledger.Draft{d}, err
}

// month computes a month as it is or was closed: from what the books held at its end.
func (f *Fold) month(ctx context.Context, body *monthBody, s Store) (*rewards.ClosedMonth, error) {
	start, err := body.start()
	if err != nil {
		return nil, err
	}
	end := start.AddDate(0, 1, 0)
	in := rewards.MonthInput{Month: start, Opening: body.Opening, Snapshot: rewards.Block{Number: body.Block, Hash: ledger.Hash(body.Hash)}}
	if in.Holders, err = f.nodeHolders(ctx, s, end); err != nil {
		return nil, err
	}
	carry, err := ledger.PoolCarry(rewards.SharePool)
	if err != nil {
		return nil, err
	}
	for account, into := range map[ledger.Account]*money.Amount{ledger.FundAccount(ledger.ShareFund): &in.Fund, carry: &in.Carry} {
		b, err := s.BalanceAt(ctx, ledger.Place{Account: account, Asset: f.program.Income.Asset}, end)
		if err != nil {
			return nil, err
		}
		if *into, err = b.Held(); err != nil {
			return nil, fmt.Errorf("%s: %w", account, err)
		}
	}
	return rewards.CloseMonth(f.program, in)
}

// ErrNotClosed says that a month was not closed.
var ErrNotClosed = errors.New("the month is not closed")

// Month computes a closed month again, for its file and for the words of one holder's number.
func (e *Engine) Month(ctx context.Context, month string) (*rewards.ClosedMonth, error) {
	e.writing.Lock() // so that the fold stands still
	defer e.writing.Unlock()
	var found *monthBody
	err := e.eachFact(ctx, func(fact *Fact) error {
		if fact.Kind != MonthFact {
			return nil
		}
		var body monthBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return err
		}
		if body.Month == month {
			found = &body
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fmt.Errorf("%w: %s", ErrNotClosed, month)
	}
	return e.fold.month(ctx, found, e.store)
}

// eachFact calls see with every recorded fact in order.
func (e *Engine) eachFact(ctx context.Context, see func(*Fact) error) error {
	return e.store.Inputs(ctx, 1, func(in Input) error {
		if in.Kind != InputFact {
			return nil
		}
		var fact Fact
		if err := in.decode(&fact); err != nil {
			return err
		}
		return see(&fact)
	})
}

// keepFile writes a file where the engine keeps files, and gives its hash.
func (f *Fold) keepFile(name string, write func(io.Writer) (ledger.Hash, error)) (hash ledger.Hash, err error) {
	if f.files == nil {
		return write(io.Discard)
	}
	file, err := f.files(name)
	if err != nil {
		return hash, err
	}
	hash, err = write(file)
	return hash, errors.Join(err, file.Close())
}
