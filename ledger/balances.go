package ledger

import (
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/money"
)

// ErrTurned is wrapped when a transaction would turn an account's balance to the side on which it must not stand.
var ErrTurned = errors.New("the account's balance would turn")

// Place is one asset of one account.
type Place struct {
	Account Account
	Asset   money.Asset
}

// PlaceBalance is what a place holds.
type PlaceBalance struct {
	Place
	Balance money.Balance
}

// DayPlace is one asset of one account on one UTC day of effective time.
type DayPlace struct {
	Place
	Day uint64 // days since 1970-01-01 UTC
}

const daySeconds = 24 * 60 * 60

// Day is the UTC day of an instant, in days since 1970-01-01.
func Day(t time.Time) uint64 { return uint64(t.Unix()) / daySeconds }

// WidePostings is from how many postings on a transaction is wide. An epoch of many holders is; a sale never is.
const WidePostings = 10_000

// Wide says that the transaction that a draft becomes has so many postings that they and their sums by day are kept apart from all
// others, so that writing them touches nothing that was written before.
func (d *Draft) Wide() bool { return len(d.Postings) >= WidePostings }

// Balances are the two projections of the journal: what each place holds, and what came and went on each day. Balances
// that are not in the maps are taken to be empty.
type Balances struct {
	Now  map[Place]*Sum
	Days map[DayPlace]*money.Balance // but for wide transactions, whose sums Move gives
	free []money.Balance             // made many at once, which costs less than one by one
	sums []Sum
}

// Sum is what a place holds.
type Sum struct {
	money.Balance
	wide  uint64         // the last wide transaction that moved it
	apart *money.Balance // by that transaction
}

// NewBalances is the projection of an empty journal.
func NewBalances() *Balances {
	return &Balances{Now: map[Place]*Sum{}, Days: map[DayPlace]*money.Balance{}}
}

// Apply adds a transaction's postings. When the balance of one of its accounts would turn that must not, nothing is
// changed and the error wraps ErrTurned.
func (b *Balances) Apply(t *Transaction) error {
	_, err := b.Move(t)
	return err
}

// Moved is what the two places of a posting hold, and what they moved on its day, or by its transaction when that is wide.
type Moved struct {
	From, To       *money.Balance
	FromDay, ToDay *money.Balance
}

// Move is Apply, and says what each posting moved.
func (b *Balances) Move(t *Transaction) ([]Moved, error) {
	day, moved := Day(t.Effective), make([]Moved, len(t.Postings))
	return moved, Move(t, moved, func(i int, to bool) (now, of *money.Balance) {
		p := &t.Postings[i]
		at := Place{p.From, p.Amount.Asset()}
		if to {
			at.Account = p.To
		}
		return b.end(t, at, day)
	})
}

// Move takes what each of a transaction's postings moves from one end to the other. end finds what one of its two places holds, and what
// that moved on the transaction's day, or by the transaction when it is wide; moved has room for each posting. When the balance of one of
// the accounts would turn that must not, nothing is changed and the error wraps ErrTurned.
func Move(t *Transaction, moved []Moved, end func(posting int, to bool) (now, of *money.Balance)) error {
	for i := range t.Postings {
		p, m := &t.Postings[i], &moved[i]
		// Many postings in a row give from one account, a pool's.
		if i > 0 && p.From == t.Postings[i-1].From && p.Amount.Asset() == t.Postings[i-1].Amount.Asset() {
			m.From, m.FromDay = moved[i-1].From, moved[i-1].FromDay
		} else {
			m.From, m.FromDay = end(i, false)
		}
		m.To, m.ToDay = end(i, true)
		if err := m.move(p.Amount); err != nil {
			undo(t.Postings[:i], moved)
			return fmt.Errorf("transaction %d, posting %d: %w", t.Sequence, i, err)
		}
	}
	if err := check(t.Postings, moved); err != nil {
		undo(t.Postings, moved)
		return fmt.Errorf("transaction %d: %w", t.Sequence, err)
	}
	return nil
}

// check says which account of the postings now stands on a side on which it must not.
func check(postings []Posting, moved []Moved) error {
	for i := range postings {
		p, m := &postings[i], &moved[i]
		// Only an account that gave can have come to stand in credit, only one that received in debit. Many in a row are one.
		if i == 0 || m.From != moved[i-1].From {
			if err := turned(p.From, m.From, Debit); err != nil {
				return err
			}
		}
		if i == 0 || m.To != moved[i-1].To {
			if err := turned(p.To, m.To, Credit); err != nil {
				return err
			}
		}
	}
	return nil
}

// turned refuses what an account holds when it left a side that it must not leave.
func turned(account Account, s *money.Balance, left Side) error {
	if has := s.In.Cmp(s.Out); has == 0 || (has < 0) != (left == Debit) {
		return nil
	}
	if side, turns := account.row().normal(); turns || side != left {
		return nil
	}
	if left == Debit {
		return fmt.Errorf("%s would go below zero, to %s: %w", account, *s, ErrTurned)
	}
	over := money.Balance{In: s.Out, Out: s.In}
	return fmt.Errorf("%s would go below zero, to %s: more would be settled of it than is owed: %w", account, over, ErrTurned)
}

// end is what a place holds, and what it moved on a transaction's day.
func (b *Balances) end(t *Transaction, at Place, day uint64) (*money.Balance, *money.Balance) {
	now := b.now(at)
	if t.Wide() {
		if now.apart == nil || now.wide != t.Sequence {
			now.wide, now.apart = t.Sequence, b.empty(at.Asset)
		}
		return &now.Balance, now.apart
	}
	of := b.Days[DayPlace{at, day}]
	if of == nil {
		of = b.empty(at.Asset)
		b.Days[DayPlace{at, day}] = of
	}
	return &now.Balance, of
}

// now is what a place holds.
func (b *Balances) now(at Place) *Sum {
	s := b.Now[at]
	if s == nil {
		if len(b.sums) == 0 {
			b.sums = make([]Sum, 64)
		}
		s, b.sums = &b.sums[0], b.sums[1:]
		s.Balance = money.NewBalance(at.Asset)
		b.Now[at] = s
	}
	return s
}

func (b *Balances) empty(asset money.Asset) *money.Balance {
	if len(b.free) == 0 {
		b.free = make([]money.Balance, 64)
	}
	e := &b.free[0]
	b.free = b.free[1:]
	*e = money.NewBalance(asset)
	return e
}

// move takes an amount from one end of a posting to the other; after an error nothing has moved.
func (m *Moved) move(amount money.Amount) error {
	given, err := m.From.Give(amount)
	if err != nil {
		return err
	}
	received, err := m.To.Receive(amount)
	if err != nil {
		return err
	}
	m.From.Out, m.To.In = given.Out, received.In
	// A day's sums are at most the whole's, so they cannot overflow where those did not.
	given, _ = m.FromDay.Give(amount)
	received, _ = m.ToDay.Receive(amount)
	m.FromDay.Out, m.ToDay.In = given.Out, received.In
	return nil
}

// undo takes away what move added.
func undo(postings []Posting, moved []Moved) {
	for i := range postings {
		amount, m := postings[i].Amount, &moved[i]
		m.From.Out, _ = m.From.Out.Sub(amount)
		m.FromDay.Out, _ = m.FromDay.Out.Sub(amount)
		m.To.In, _ = m.To.In.Sub(amount)
		m.ToDay.In, _ = m.ToDay.In.Sub(amount)
	}
}
