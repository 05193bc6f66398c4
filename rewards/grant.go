package rewards

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// The kinds of a vesting's transactions, and the job that vests.
const (
	GrantKind   ledger.Kind = "vesting-grant"
	VestKind    ledger.Kind = "vesting-vest"
	ReleaseKind ledger.Kind = "vesting-release"
	RevokeKind  ledger.Kind = "vesting-revoke"
	VestJob     string      = "vest"
)

// Grant is a schedule that belongs to a wallet. Its name tells it apart from others: letters, digits and ._:/#@+-.
type Grant struct {
	Name     string
	Wallet   ledger.Wallet
	Bucket   string // the part of the allocation that it is taken from
	Schedule Schedule
}

// Booking is what a transaction says of itself besides its postings.
type Booking struct {
	Program string
	Rule    string // version of the rules in force at At
	At      time.Time
	Source  ledger.Source
}

// VestSource is the source of the slot in which a grant vests up to an instant.
func VestSource(grant string, at time.Time) ledger.Source {
	return ledger.JobSource(VestJob, grant+"@"+at.UTC().Format(time.RFC3339))
}

func (g Grant) draft(kind ledger.Kind, b Booking, from, to ledger.Account, a money.Amount) ledger.Draft {
	d := ledger.Draft{
		Kind: kind, Program: b.Program, Rule: b.Rule, Effective: b.At, Booked: b.At, Source: b.Source, Meta: ledger.Meta{"grant": g.Name},
	}
	if !a.IsZero() {
		d.Postings = []ledger.Posting{{From: from, To: to, Amount: a}}
	}
	return d
}

func (g Grant) stage(s ledger.TokenStage) ledger.Account {
	return ledger.HolderToken(g.Wallet, g.Schedule.terms.Total.Asset(), s)
}

// Book drafts the grant, usually from an operator's reference: register:gpu:bucket:<of> -> register:gpu:<w>:locked, the whole
// total.
func (g Grant) Book(b Booking) (ledger.Draft, error) {
	total := g.Schedule.terms.Total
	from, err := ledger.Bucket(total.Asset(), g.Bucket)
	if err != nil {
		return ledger.Draft{}, fmt.Errorf("grant %s: %w", g.Name, err)
	}
	return g.draft(GrantKind, b, from, g.stage(ledger.Locked), total), nil
}

// Vest drafts what vested up to b.At and was not moved yet: register:gpu:<w>:locked -> :available. moved is the sum of
// the grant's earlier ones; more than is vested is an error.
func (g Grant) Vest(b Booking, moved money.Amount) (ledger.Draft, error) {
	due, err := g.Schedule.Releasable(b.At, moved)
	if err != nil {
		return ledger.Draft{}, fmt.Errorf("grant %s: %w", g.Name, err)
	}
	return g.draft(VestKind, b, g.stage(ledger.Locked), g.stage(ledger.Available), due), nil
}

// Release drafts what the holder took: register:gpu:<w>:available -> :released.
func (g Grant) Release(b Booking, a money.Amount) (ledger.Draft, error) {
	if a.Asset() != g.Schedule.terms.Total.Asset() {
		return ledger.Draft{}, problem.Invalidf("grant %s is in %s, not in %s", g.Name, g.Schedule.terms.Total.Asset(), a.Asset())
	}
	return g.draft(ReleaseKind, b, g.stage(ledger.Available), g.stage(ledger.Released), a), nil
}

// Revoke drafts the end of the grant at b.At, and gives the grant as it is from then on. What is not vested goes back,
// register:gpu:<w>:locked -> register:gpu:bucket:<of>; what is vested and was not moved yet still is in :locked and vests with Vest.
func (g Grant) Revoke(b Booking) (ledger.Draft, Grant, error) {
	schedule, returned, err := g.Schedule.Revoke(b.At)
	if err != nil {
		return ledger.Draft{}, g, fmt.Errorf("grant %s: %w", g.Name, err)
	}
	bucket, err := ledger.Bucket(returned.Asset(), g.Bucket)
	if err != nil {
		return ledger.Draft{}, g, fmt.Errorf("grant %s: %w", g.Name, err)
	}
	d := g.draft(RevokeKind, b, g.stage(ledger.Locked), bucket, returned)
	g.Schedule = schedule
	return d, g, nil
}
