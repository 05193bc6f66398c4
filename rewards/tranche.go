package rewards

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// UnlockKind is the kind of the transaction that makes an epoch's locked rewards available, of the job UnlockJob.
const (
	UnlockKind ledger.Kind = "unlock"
	UnlockJob  string      = "unlock"
)

// unlocksAt is the key of a transaction's meta that says until when its rewards are locked.
const unlocksAt = "unlocks_at"

// Tranche is what one holder got from one epoch, and from when on it is available.
type Tranche struct {
	Slot      string // of the epoch, such as "2025-01-01"
	Amount    money.Amount
	UnlocksAt time.Time
}

// TrancheOf is what an epoch's transaction locked for a wallet; false when it locked nothing for it.
func TrancheOf(epoch *ledger.Draft, w ledger.Wallet, asset money.Asset) (Tranche, bool, error) {
	at, locks, err := UnlocksAt(epoch)
	if err != nil || !locks {
		return Tranche{}, false, err
	}
	t, to := Tranche{epoch.Source.Reference, money.Zero(asset), at}, ledger.HolderToken(w, asset, ledger.Locked)
	for _, p := range epoch.Postings {
		if p.To == to {
			if t.Amount, err = t.Amount.Add(p.Amount); err != nil {
				return Tranche{}, false, err
			}
		}
	}
	return t, !t.Amount.IsZero(), nil
}

// UnlocksAt reads from a transaction until when its rewards are locked; false when it locks nothing.
func UnlocksAt(epoch *ledger.Draft) (time.Time, bool, error) {
	text, ok := epoch.Meta[unlocksAt]
	if !ok {
		return time.Time{}, false, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("%s: unlocks_at is %q, which is no instant; verify the ledger", epoch.Source.Key(), text)
	}
	return at.UTC(), true, nil
}

// LockedAt sorts tranches at an instant: what is locked, and what is available from it on.
func LockedAt(asset money.Asset, tranches []Tranche, at time.Time) (locked, available money.Amount, err error) {
	locked, available = money.Zero(asset), money.Zero(asset)
	for _, t := range tranches {
		sum := &locked
		if !at.Before(t.UnlocksAt) {
			sum = &available
		}
		if *sum, err = sum.Add(t.Amount); err != nil {
			return locked, available, err
		}
	}
	return locked, available, nil
}

// Unlock drafts the end of an epoch's lock: for every posting of its transaction into holders:<w>:<token>:locked the same
// amount from there to :available, in effect at the instant that the epoch's transaction names, from the slot of the same
// name. It follows from that transaction alone, whatever the program says by then. It is an error for a transaction that
// locks nothing.
func Unlock(epoch *ledger.Draft) (ledger.Draft, error) {
	at, locks, err := UnlocksAt(epoch)
	if err != nil {
		return ledger.Draft{}, err
	}
	if !locks {
		return ledger.Draft{}, fmt.Errorf("%s locks nothing, so there is nothing to unlock", epoch.Source.Key())
	}
	d := ledger.Draft{
		Kind: UnlockKind, Program: epoch.Program, Rule: epoch.Rule, Effective: at, Booked: at,
		Source:   ledger.JobSource(UnlockJob, epoch.Source.Reference),
		Meta:     ledger.Meta{"epoch": epoch.Source.Key()},
		Postings: make([]ledger.Posting, 0, len(epoch.Postings)),
	}
	for _, p := range epoch.Postings {
		if p.To.Class() != ledger.TokenClass || p.To.Stage() != string(ledger.Locked) {
			continue
		}
		w, _ := p.To.Wallet()
		d.Postings = append(d.Postings, ledger.Posting{From: p.To, To: ledger.HolderToken(w, p.Amount.Asset(), ledger.Available),
			Amount: p.Amount})
	}
	return d, nil
}
