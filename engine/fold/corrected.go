package fold

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// ClosingBooks is what the computation of a closed period reads.
type ClosingBooks interface {
	Balances
	// Keyed is the transaction with an idempotency key, or nil.
	Keyed(ctx context.Context, key string) (*ledger.Transaction, error)
}

// Period is a closed epoch or month, by the job and the slot that its transaction comes from, such as month and 2024-06.
type Period struct{ Job, Slot string }

// String is such as "month 2024-06".
func (p Period) String() string { return p.Job + " " + p.Slot }

func (p Period) source() ledger.Source { return ledger.JobSource(p.Job, p.Slot) }

// correction is the source of the n-th correction of a period, from 1.
func (p Period) correction(n int) ledger.Source {
	return ledger.JobSource(correctionJob, fmt.Sprintf("%s:%s:%d", p.Job, p.Slot, n))
}

// correctionJob is the name that the sources of corrections have.
const correctionJob = "amendment"

// Corrects is the period that a transaction of a source corrects; ok is false when it corrects none.
func Corrects(source ledger.Source) (p Period, ok bool) {
	if source.Origin != ledger.FromJob || source.Name != correctionJob {
		return p, false
	}
	job, rest, _ := strings.Cut(source.Reference, ":")
	end := strings.LastIndexByte(rest, ':')
	if end < 0 {
		return p, false
	}
	return Period{job, rest[:end]}, true
}

// mirrored is the entry of a correction's meta that says how many of its postings mirror what it corrects; what stands follows them.
const mirrored = "mirrored"

// Booked reads what is booked of a closed period; nil when it is not closed.
func (c *Closing) Booked(ctx context.Context, books ClosingBooks, p Period) (*BookedPeriod, error) {
	own, err := books.Keyed(ctx, p.source().Key())
	if err != nil || own == nil {
		return nil, err
	}
	s := &BookedPeriod{Own: own, Postings: own.Postings, File: own.Meta["file"]}
	for n := 1; n <= c.corrected.times[p]; n++ {
		t, err := books.Keyed(ctx, p.correction(n).Key())
		switch {
		case err != nil:
			return nil, err
		case t == nil:
			return nil, fmt.Errorf("correction %d of %s is not in the journal: run `nodeledger ledger verify`", n, p)
		}
		s.Corrections, s.File = append(s.Corrections, t), t.Meta["file"]
		if len(t.Postings) > 0 {
			from, err := strconv.Atoi(t.Meta[mirrored])
			if err != nil || from < 0 || from > len(t.Postings) {
				return nil, fmt.Errorf("transaction %d says no number of postings that it mirrors: run `nodeledger ledger verify`", t.Sequence)
			}
			s.Postings = t.Postings[from:]
		}
	}
	return s, nil
}

// corrections are the periods that were corrected. They only grow.
type corrections struct {
	times map[Period]int // how often
	order []Period       // as they were corrected first
	known *sync.Map      // by key of a correction: what it moved, as movements
}

func newCorrections() corrections { return corrections{times: map[Period]int{}, known: &sync.Map{}} }

// clone stands still while the fold goes on.
func (c *corrections) clone() corrections {
	return corrections{times: maps.Clone(c.times), order: slices.Clone(c.order), known: c.known}
}

// Corrections is how often closed periods were corrected, all together.
func (f *Fold) Corrections() int { return f.corrected.count() }

// Corrections is how often closed periods had been corrected, all together.
func (c *Closing) Corrections() int { return c.corrected.count() }

func (c *corrections) count() (n int) {
	for _, times := range c.times {
		n += times
	}
	return n
}

// add counts one more correction of each period.
func (c *corrections) add(periods []Period) {
	for _, p := range periods {
		if c.times[p] == 0 {
			c.order = append(c.order, p)
		}
		c.times[p]++
	}
}

// changes are what postings move, by place.
type changes map[ledger.Place]money.Balance

// add adds what postings move of the accounts that count.
func (c changes) add(postings []ledger.Posting, counts func(ledger.Account) bool) error {
	move := func(a ledger.Account, of money.Amount, step func(money.Balance, money.Amount) (money.Balance, error)) error {
		if !counts(a) {
			return nil
		}
		at := ledger.Place{Account: a, Asset: of.Asset()}
		b, some := c[at]
		if !some {
			b = money.NewBalance(at.Asset)
		}
		b, err := step(b, of)
		c[at] = b
		return err
	}
	for _, p := range postings {
		if err := move(p.From, p.Amount, money.Balance.Give); err != nil {
			return err
		}
		if err := move(p.To, p.Amount, money.Balance.Receive); err != nil {
			return err
		}
	}
	return nil
}

// movements are what a transaction moved of the accounts that computations read, other than what holders have.
type movements struct {
	from, effective time.Time // when what it corrects is in effect, and when it is
	places          changes
}

func movementsOf(d *ledger.Draft, from time.Time) (movements, error) {
	m := movements{from, d.Effective, changes{}}
	err := m.places.add(d.Postings, func(a ledger.Account) bool {
		switch a.Role() {
		case ledger.FundRole, ledger.PoolRole, ledger.IssuanceRole, ledger.BucketRole:
			return true
		}
		return false
	})
	return m, err
}

// asCorrected is books in which the periods before one stand as they were corrected. A correction is dated when it was made, so it is
// not in the balances of an instant before; whoever computes a period after the corrected one needs it there.
type asCorrected struct {
	reader
	moved []movements
}

type reader interface{ Balances }

// BalanceAt implements [Balances].
func (a asCorrected) BalanceAt(ctx context.Context, place ledger.Place, until time.Time) (money.Balance, error) {
	b, err := a.reader.BalanceAt(ctx, place, until)
	for i := 0; i < len(a.moved) && err == nil; i++ {
		m := &a.moved[i]
		if moved, some := m.places[place]; some && m.from.Before(until) && !m.effective.Before(until) {
			b, err = b.Plus(moved)
		}
	}
	return b, err
}

// before is the books as a period finds them: without what it earned itself, which is in effect in its last second, and with the
// corrections of other periods. It gives what is booked of the period, or nil when it is not closed.
func (c *Closing) before(ctx context.Context, books ClosingBooks, p Period) (Balances, *BookedPeriod, error) {
	standing, err := c.Booked(ctx, books, p)
	if err != nil {
		return nil, nil, err
	}
	var found Balances = books
	if standing != nil {
		found = without{books, standing.Own}
	}
	moved, err := c.moved(ctx, books, p)
	if err != nil || len(moved) == 0 {
		return found, standing, err
	}
	return asCorrected{found, moved}, standing, nil
}

// Books is books in which every period stands as it was corrected.
func (c *Closing) Books(ctx context.Context, books ClosingBooks) (Balances, error) {
	moved, err := c.moved(ctx, books, Period{})
	return asCorrected{books, moved}, err
}

// moved is what the corrections of all periods but one moved, those that are being drafted too.
func (c *Closing) moved(ctx context.Context, books ClosingBooks, but Period) ([]movements, error) {
	var all []movements
	for _, p := range c.corrected.order {
		for n := 1; n <= c.corrected.times[p] && p != but; n++ {
			key := p.correction(n).Key()
			known, ok := c.corrected.known.Load(key)
			if !ok {
				own, err := books.Keyed(ctx, p.source().Key())
				if err != nil {
					return nil, err
				}
				t, err := books.Keyed(ctx, key)
				if err != nil {
					return nil, err
				}
				if own == nil || t == nil {
					return nil, fmt.Errorf("correction %d of %s is not in the journal: run `nodeledger ledger verify`", n, p)
				}
				m, err := movementsOf(&t.Draft, own.Effective)
				if err != nil {
					return nil, err
				}
				known, _ = c.corrected.known.LoadOrStore(key, m)
			}
			all = append(all, known.(movements))
		}
	}
	return append(all, c.drafted...), nil
}

// without is books as they were before a transaction: what a period earned is in effect in the period's last second, so whoever
// computes the period again must not find it there.
type without struct {
	ClosingBooks
	own *ledger.Transaction
}

// BalanceAt implements [Balances].
func (w without) BalanceAt(ctx context.Context, place ledger.Place, until time.Time) (money.Balance, error) {
	b, err := w.ClosingBooks.BalanceAt(ctx, place, until)
	if err != nil || !w.own.Effective.Before(until) {
		return b, err
	}
	for i := range w.own.Postings {
		p := &w.own.Postings[i]
		if p.Amount.Asset() != place.Asset {
			continue
		}
		if p.To == place.Account {
			if b.In, err = b.In.Sub(p.Amount); err != nil {
				return b, err
			}
		}
		if p.From == place.Account {
			if b.Out, err = b.Out.Sub(p.Amount); err != nil {
				return b, err
			}
		}
	}
	return b, nil
}
