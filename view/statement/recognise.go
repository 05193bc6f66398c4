package statement

import (
	"math/big"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// Recognition says when a reward in tokens counts as income. Whatever else a wallet earns, referral rewards, shares of revenue and
// rebates, counts when it is earned.
type Recognition string

// The recognitions.
const (
	// AtAccrual counts points and tokens in the epoch that earned them, locked or not.
	AtAccrual Recognition = "accrual"
	// AtUnlock counts tokens when they can be claimed: when the lock of their epoch ends. Points count as the tokens that they
	// become, at the conversion or when its lock ends; where the program converts no points, or to a wallet that bought or spent some, in
	// their epoch: nobody can say which of its points became tokens.
	AtUnlock Recognition = "unlock"
)

// ParseRecognition reads accrual or unlock; nothing is accrual.
func ParseRecognition(text string) (Recognition, error) {
	switch r := Recognition(text); r {
	case "":
		return AtAccrual, nil
	case AtAccrual, AtUnlock:
		return r, nil
	}
	return "", problem.Invalidf("recognise: %q is not valid: write accrual or unlock", view.Truncate(text))
}

// Sentence says in words when income counts.
func (r Recognition) Sentence() sentence.Sentence {
	if r == AtUnlock {
		return sentence.New(sentence.RecogniseUnlock, nil)
	}
	return sentence.New(sentence.RecogniseAccrual, nil)
}

// Unrecognised is what was earned of an asset up to the end of a statement and is income later.
type Unrecognised struct {
	Asset  money.Asset
	Amount *big.Int // base units, above zero
	Lines  int      // entries that earned it
}

// deferral is what of a wallet's rewards is earned first and income later.
type deferral struct {
	at     Recognition
	points string // symbol of the points that become tokens; empty where there are none
}

func deferralOf(e *engine.Engine, w ledger.Wallet, at Recognition) deferral {
	d := deferral{at: at}
	trades := false
	e.View(func(f *fold.Fold, _ engine.State) { trades = f.TradesPoints(w) })
	if p := e.Program(); p.Points != nil && p.Points.AtTGE != nil && !trades {
		d.points = p.Points.Asset.Symbol()
	}
	return d
}

// of says that what is earned on an account is income later.
func (d deferral) of(a ledger.Account) bool {
	if d.at != AtUnlock {
		return false
	}
	return a.Stage() == string(ledger.Locked) || d.points != "" && a.Asset() == d.points
}

// nature is what an entry is whose nature at accrual is n.
func (d deferral) nature(n Nature, account ledger.Account, kind ledger.Kind) Nature {
	switch {
	case d.of(account):
		if n == Income || kind == rewards.ConversionKind && account.Stage() == string(ledger.Locked) {
			return Deferred
		}
	case d.at == AtUnlock && account.Role() == ledger.TokenRole:
		if kind == rewards.ConversionKind && d.points != "" || kind == rewards.UnlockKind && account.Stage() == string(ledger.Available) {
			return Income
		}
	}
	return n
}

// unrecognised adds up what is left of what an account's lines, from the first one on, earned and did not make income.
func (d deferral) unrecognised(a ledger.Account, asset money.Asset, lines []Line) (u Unrecognised, some bool) {
	u = Unrecognised{Asset: asset, Amount: new(big.Int)}
	locked := a.Stage() == string(ledger.Locked)
	for i := range lines {
		l := &lines[i]
		unlocks := l.Reason.Code == sentence.LockEnded || l.Reason.Code == sentence.ConversionLockEnded
		if locked && l.Nature != Deferred && !unlocks { // of a grant
			continue
		}
		u.Amount.Add(u.Amount, l.Amount)
		if l.Nature == Deferred || unlocks {
			u.Lines += l.Amount.Sign()
		}
	}
	return u, u.Amount.Sign() > 0
}
