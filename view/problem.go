package view

import "github.com/nodeledger/nodeledger/problem"

// Code names why something was refused. Codes are stable: programs may rely on them.
type Code = problem.Code

// Refusal is an answer that cannot be given, with one line for a person.
type Refusal = problem.Error

// The codes.
const (
	BadRequest   Code = "invalid"       // what was asked is not written as it must be
	ZeroNodes    Code = "zero-nodes"    // a purchase of nothing
	NotEnough    Code = "not-enough"    // more nodes than there are, or than the wallet may have
	Quota        Code = "quota"         // the open tier gives this wallet no more
	UnknownCode  Code = "unknown-code"  // nobody registered the referral code, or it has ended
	SelfReferral Code = "self-referral" // the code is the buyer's own, and the contract refuses that
	NoLadder     Code = "no-ladder"     // no tiers are known
	NotFound     Code = "not-found"     // the books have no such thing
	OpenDay      Code = "open-day"      // the day is not sealed yet
	// NothingBooked: the books have not begun.
	NothingBooked Code = "nothing-booked"
	NotApproved   Code = "not-approved" // the run is not as far as what is asked for
)

// kinds are those of the codes; every other one is a conflict with what is in the books.
var kinds = map[Code]problem.Kind{BadRequest: problem.Invalid, ZeroNodes: problem.Invalid, NotFound: problem.NotFound}

// Refuse makes a refusal with a code; its kind is that of the code.
func Refuse(code Code, format string, args ...any) *Refusal {
	kind, ok := kinds[code]
	if !ok {
		kind = problem.Conflict
	}
	return problem.New(kind, code, format, args...)
}
