package notice

import (
	"slices"

	"github.com/nodeledger/nodeledger/problem"
)

// Type says what a notice is about, as groups and events joined by dots, the form of Standard Webhooks.
type Type string

// The types.
const (
	Claimable Type = "wallet.claimable" // the tree of a run grants a wallet something
	Paid      Type = "wallet.paid"      // the chain shows that a run paid a wallet
	Unlocked  Type = "wallet.unlocked"  // the lock of an epoch's rewards ended, or tokens of a grant vested

	RunProposed   Type = "run.proposed" // it waits for another operator's approval
	RunExported   Type = "run.exported"
	RunSettled    Type = "run.settled"
	RunCancelled  Type = "run.cancelled"
	MonthProposed Type = "month.proposed" // it waits for another operator's approval
	MonthClosed   Type = "month.closed"
	QuarterClosed Type = "quarter.closed"
	TGERecorded   Type = "tge.recorded"
	Exception     Type = "exception.opened" // a payment that nothing explains

	Behind   Type = "sync.behind"
	CaughtUp Type = "sync.caught_up"
	Frozen   Type = "books.frozen"
	Thawed   Type = "books.thawed"
	Failed   Type = "verification.failed"
	Passed   Type = "verification.passed"

	Test Type = "notice.test" // an operator tries an endpoint
)

// Types are all of them, those about wallets first.
func Types() []Type {
	return []Type{Claimable, Paid, Unlocked, RunProposed, RunExported, RunSettled, RunCancelled, MonthProposed, MonthClosed, QuarterClosed,
		TGERecorded, Exception, Behind, CaughtUp, Frozen, Thawed, Failed, Passed, Test}
}

// OfWallet says that notices of the type are about one wallet.
func (t Type) OfWallet() bool { return t == Claimable || t == Paid || t == Unlocked }

// ParseType reads the name of a type.
func ParseType(text string) (Type, error) {
	if t := Type(text); slices.Contains(Types(), t) {
		return t, nil
	}
	return "", problem.Invalidf("%.60q is not a type of notice: use one of %s", text, Types())
}
