package rewards

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
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

// TrancheOf is what a transaction of a kind, in effect at an instant, locked for a holder: what an epoch or the conversion of
// points gave. ok is false for every other kind. It agrees with [UnlocksAt] of the transaction.
func TrancheOf(p *program.Program, kind ledger.Kind, effective time.Time, amount money.Amount) (t Tranche, ok bool) {
	switch kind {
	case TokenKind:
		day := DayOf(effective) // an epoch is in effect in its last second
		return Tranche{day.Format(time.DateOnly), amount, p.Token.Lock.After(day.Add(24 * time.Hour))}, true
	case ConversionKind:
		return Tranche{effective.Format(time.RFC3339), amount, p.Points.AtTGE.Lock.After(effective)}, true
	}
	return Tranche{}, false
}

// UnlocksAt reads from a transaction until when its rewards are locked; false when it locks nothing.
func UnlocksAt(epoch *ledger.Draft) (time.Time, bool, error) {
	text, ok := epoch.Meta[unlocksAt]
	if !ok {
		return time.Time{}, false, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("%s: unlocks_at is %q, which is not a timestamp (RFC 3339): run `nodeledger ledger verify`",
			epoch.Source.Key(), text)
	}
	return at.UTC(), true, nil
}

// Unlock drafts the end of an epoch's lock: for every posting of its transaction into register:<token>:<w>:locked the same
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
		if p.To.Role() != ledger.TokenRole || p.To.Stage() != string(ledger.Locked) {
			continue
		}
		w, _ := p.To.Wallet()
		d.Postings = append(d.Postings, ledger.Posting{From: p.To, To: ledger.HolderToken(w, p.Amount.Asset(), ledger.Available),
			Amount: p.Amount})
	}
	return d, nil
}
