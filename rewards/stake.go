package rewards

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// The kinds of a stake's transactions, and the job that ends the time for which what was unstaked is not available.
const (
	StakeKind   ledger.Kind = "stake"
	UnstakeKind ledger.Kind = "unstake"
	UnbondKind  ledger.Kind = "unbond"
	UnbondJob   string      = "unbond"
)

// Stake is points or tokens that a holder stakes, or stakes no longer.
type Stake struct {
	Wallet ledger.Wallet
	Amount money.Amount
}

// Free is the account of what a holder can have: tokens that are available, or points.
func Free(p *program.Program, w ledger.Wallet, asset money.Asset) ledger.Account {
	if p.Points != nil && p.Points.Asset == asset {
		return ledger.Holding(w, asset)
	}
	return ledger.HolderToken(w, asset, ledger.Available)
}

func (s Stake) at(stage ledger.TokenStage) ledger.Account {
	return ledger.HolderToken(s.Wallet, s.Amount.Asset(), stage)
}

// Book drafts what was staked: register:gpu:<w>:available, or register:gpoint:<w> -> register:<asset>:<w>:staked.
func (s Stake) Book(p *program.Program, b Booking) ledger.Draft {
	d := b.draft(StakeKind, ledger.Meta{})
	d.Postings = []ledger.Posting{{From: Free(p, s.Wallet, s.Amount.Asset()), To: s.at(ledger.Staked), Amount: s.Amount}}
	return d
}

// End drafts what is staked no longer: register:<asset>:<w>:staked -> :unbonding until an instant, or to what the holder can have where
// until is zero.
func (s Stake) End(p *program.Program, b Booking, until time.Time) ledger.Draft {
	d := b.draft(UnstakeKind, ledger.Meta{})
	to := Free(p, s.Wallet, s.Amount.Asset())
	if !until.IsZero() {
		d.Meta["until"], to = until.UTC().Format(time.RFC3339), s.at(ledger.Unbonding)
	}
	d.Postings = []ledger.Posting{{From: s.at(ledger.Staked), To: to, Amount: s.Amount}}
	return d
}

// Deposit drafts what was staked on a contract of the chain: register:<token>:market -> register:<token>:<w>:deposited. The contract holds
// tokens that left the books when they were paid out, or never were in them, so nothing that a holder is owed is less for it.
func (s Stake) Deposit(b Booking) ledger.Draft {
	d := b.draft(StakeKind, ledger.Meta{"wallet": s.Wallet.String()})
	d.Postings = []ledger.Posting{{From: ledger.Market(s.Amount.Asset()), To: s.at(ledger.Deposited), Amount: s.Amount}}
	return d
}

// Withdraw drafts what a contract gave back, the other way.
func (s Stake) Withdraw(b Booking) ledger.Draft {
	d := b.draft(UnstakeKind, ledger.Meta{"wallet": s.Wallet.String()})
	d.Postings = []ledger.Posting{{From: s.at(ledger.Deposited), To: ledger.Market(s.Amount.Asset()), Amount: s.Amount}}
	return d
}

// Unbond drafts the end of that time for all stakes of which it ends at an instant: register:<asset>:<w>:unbonding -> what the holder can
// have, from the slot of that instant.
func Unbond(p *program.Program, rule string, at time.Time, list []Stake) ledger.Draft {
	d := Booking{p.Name, rule, at, ledger.JobSource(UnbondJob, at.UTC().Format(time.RFC3339))}.draft(UnbondKind, ledger.Meta{})
	for _, s := range list {
		d.Postings = append(d.Postings, ledger.Posting{From: s.at(ledger.Unbonding), To: Free(p, s.Wallet, s.Amount.Asset()), Amount: s.Amount})
	}
	return d
}
