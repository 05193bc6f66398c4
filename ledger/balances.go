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
	Day  uint64 // days since 1970-01-01 UTC
	Wide uint64 // the transaction that moved it, when that is wide: what it moved is not added to what others did
}

// WidePostings is from how many postings on a transaction is wide. An epoch of many holders is; a sale never is.
const WidePostings = 10_000

// Wide is the sequence of a transaction with so many postings that they and their sums by day are kept apart from all others,
// so that writing them touches nothing that was written before; 0 of any other.
func (t *Transaction) Wide() uint64 {
	if t.IsWide() {
		return t.Sequence
	}
	return 0
}

// IsWide says that the transaction that a draft becomes will be wide.
func (d *Draft) IsWide() bool { return len(d.Postings) >= WidePostings }

const daySeconds = 24 * 60 * 60

// Day is the UTC day of an instant, in days since 1970-01-01.
func Day(t time.Time) uint64 { return uint64(t.Unix()) / daySeconds }

// Balances are the two projections of the journal: what each place holds, and what came and went on each day. Balances
// that are not in the maps are taken to be empty, so a caller who starts from stored balances puts them in first.
type Balances struct {
	Now  map[Place]*money.Balance
	Days map[DayPlace]*money.Balance
	free []money.Balance // made many at once, which costs less than one by one
}

// NewBalances is the projection of an empty journal.
func NewBalances() *Balances { return NewBalancesFor(0) }

// NewBalancesFor is NewBalances with room for a number of places.
func NewBalancesFor(places int) *Balances {
	return &Balances{Now: make(map[Place]*money.Balance, places), Days: make(map[DayPlace]*money.Balance, places)}
}

// Apply adds a transaction's postings. When the balance of one of its accounts would turn that must not, nothing is
// changed and the error wraps ErrTurned.
func (b *Balances) Apply(t *Transaction) error {
	day := DayPlace{Day: Day(t.Effective), Wide: t.Wide()}
	var from end
	for i := range t.Postings {
		p := &t.Postings[i]
		// Many postings in a row give from one account, a pool's.
		if at := (Place{p.From, p.Amount.Asset()}); at != from.place || i == 0 {
			from = b.end(at, day)
		}
		to := b.end(Place{p.To, p.Amount.Asset()}, day)
		if err := move(p.Amount, from, to); err != nil {
			b.undo(t.Postings[:i], day)
			return fmt.Errorf("transaction %d, posting %d: %w", t.Sequence, i, err)
		}
	}
	if err := b.check(t.Postings); err != nil {
		b.undo(t.Postings, day)
		return fmt.Errorf("transaction %d: %w", t.Sequence, err)
	}
	return nil
}

// check says which account of the postings now stands on a side on which it must not.
func (b *Balances) check(postings []Posting) error {
	var from, to Place
	for i := range postings {
		p := &postings[i]
		// Only an account that gave can have come to stand in credit, only one that received in debit. Many in a row are one.
		if at := (Place{p.From, p.Amount.Asset()}); at != from {
			from = at
			if err := b.turned(at, Debit); err != nil {
				return err
			}
		}
		if at := (Place{p.To, p.Amount.Asset()}); at != to {
			to = at
			if err := b.turned(at, Credit); err != nil {
				return err
			}
		}
	}
	return nil
}

// turned refuses a place that left a side that it must not leave.
func (b *Balances) turned(at Place, left Side) error {
	now := b.Now[at]
	if has := now.In.Cmp(now.Out); has == 0 || (has < 0) != (left == Debit) {
		return nil
	}
	if side, turns := at.Account.row().normal(); turns || side != left {
		return nil
	}
	if left == Debit {
		return fmt.Errorf("%s would go below zero, to %s: %w", at.Account, now, ErrTurned)
	}
	over := money.Balance{In: now.Out, Out: now.In}
	return fmt.Errorf("%s would go below zero, to %s: more would be settled of it than is owed: %w", at.Account, over, ErrTurned)
}

// end is one of the two places of a posting, and its balances.
type end struct {
	place    Place
	now, day *money.Balance
}

// end is what a place has in all and on a day, which is given without a place.
func (b *Balances) end(place Place, day DayPlace) end {
	day.Place = place
	e := end{place: place, now: b.Now[place], day: b.Days[day]}
	if e.now == nil {
		e.now = b.empty(place.Asset)
		b.Now[place] = e.now
	}
	if e.day == nil {
		e.day = b.empty(place.Asset)
		b.Days[day] = e.day
	}
	return e
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
func move(amount money.Amount, from, to end) error {
	given, err := from.now.Give(amount)
	if err != nil {
		return err
	}
	received, err := to.now.Receive(amount)
	if err != nil {
		return err
	}
	from.now.Out, to.now.In = given.Out, received.In
	// A day's sums are at most the whole's, so they cannot overflow where those did not.
	given, _ = from.day.Give(amount)
	received, _ = to.day.Receive(amount)
	from.day.Out, to.day.In = given.Out, received.In
	return nil
}

// undo takes away what move added.
func (b *Balances) undo(postings []Posting, day DayPlace) {
	for i := range postings {
		p := &postings[i]
		from, to := b.end(Place{p.From, p.Amount.Asset()}, day), b.end(Place{p.To, p.Amount.Asset()}, day)
		from.now.Out, _ = from.now.Out.Sub(p.Amount)
		from.day.Out, _ = from.day.Out.Sub(p.Amount)
		to.now.In, _ = to.now.In.Sub(p.Amount)
		to.day.In, _ = to.day.In.Sub(p.Amount)
	}
}
