package ledger

import (
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/money"
)

// ErrOverdrawn is wrapped when a transaction would take an account below zero that must not go there.
var ErrOverdrawn = errors.New("the account would go below zero")

// Place is one asset of one account.
type Place struct {
	Account Account
	Asset   money.Asset
}

// DayPlace is one asset of one account on one UTC day of effective time.
type DayPlace struct {
	Place
	Day uint64 // days since 1970-01-01 UTC
}

// Day is the UTC day of an instant, in days since 1970-01-01.
func Day(t time.Time) uint64 { return uint64(t.Unix()) / daySeconds }

// Balances are the two projections of the journal: what each place holds, and what came and went on each day. Balances
// that are not in the maps are taken to be empty, so a caller who starts from stored balances puts them in first.
type Balances struct {
	Now  map[Place]money.Balance
	Days map[DayPlace]money.Balance
}

// NewBalances is the projection of an empty journal.
func NewBalances() *Balances {
	return &Balances{map[Place]money.Balance{}, map[DayPlace]money.Balance{}}
}

// Apply adds a transaction's postings. When one of its accounts would end below zero that must not, nothing is changed
// and the error wraps ErrOverdrawn.
func (b *Balances) Apply(t *Transaction) error {
	day := Day(t.Effective)
	for i := range t.Postings {
		if err := b.move(&t.Postings[i], day); err != nil {
			b.undo(t.Postings[:i], day)
			return fmt.Errorf("transaction %d, posting %d: %w", t.Sequence, i, err)
		}
	}
	// Only an account that gave can have ended below zero. Many postings in a row give from one account, a pool's.
	var last Place
	for i := range t.Postings {
		from := Place{t.Postings[i].From, t.Postings[i].Amount.Asset()}
		if from == last || from.Account.Overdraft() {
			continue
		}
		if now := b.Now[from]; now.Negative() {
			b.undo(t.Postings, day)
			return fmt.Errorf("transaction %d: %s would hold %s: %w", t.Sequence, from.Account, now, ErrOverdrawn)
		}
		last = from
	}
	return nil
}

func (b *Balances) move(p *Posting, day uint64) error {
	from, to := Place{p.From, p.Amount.Asset()}, Place{p.To, p.Amount.Asset()}
	given, err := orEmpty(b.Now, from, p.Amount.Asset()).Give(p.Amount)
	if err != nil {
		return err
	}
	received, err := orEmpty(b.Now, to, p.Amount.Asset()).Receive(p.Amount)
	if err != nil {
		return err
	}
	// A day's sums are at most the whole's, so they cannot overflow where those did not.
	dayGiven, _ := orEmpty(b.Days, DayPlace{from, day}, p.Amount.Asset()).Give(p.Amount)
	dayReceived, _ := orEmpty(b.Days, DayPlace{to, day}, p.Amount.Asset()).Receive(p.Amount)
	b.Now[from], b.Now[to] = given, received
	b.Days[DayPlace{from, day}], b.Days[DayPlace{to, day}] = dayGiven, dayReceived
	return nil
}

func (b *Balances) undo(postings []Posting, day uint64) {
	for i := range postings {
		p := &postings[i]
		from, to := Place{p.From, p.Amount.Asset()}, Place{p.To, p.Amount.Asset()}
		// Each subtraction takes away what move added.
		take := func(bal money.Balance, in, out bool) money.Balance {
			if in {
				bal.In, _ = bal.In.Sub(p.Amount)
			}
			if out {
				bal.Out, _ = bal.Out.Sub(p.Amount)
			}
			return bal
		}
		b.Now[from], b.Now[to] = take(b.Now[from], false, true), take(b.Now[to], true, false)
		fd, td := DayPlace{from, day}, DayPlace{to, day}
		b.Days[fd], b.Days[td] = take(b.Days[fd], false, true), take(b.Days[td], true, false)
	}
}

func orEmpty[K comparable](m map[K]money.Balance, k K, asset money.Asset) money.Balance {
	if b, ok := m[k]; ok {
		return b
	}
	return money.NewBalance(asset)
}
