package view

import (
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// Code names why something was refused. Codes are stable: programs may rely on them.
type Code string

// The codes.
const (
	BadRequest   Code = "bad-request"   // what was asked is not written as it must be
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
)

// Refusal is an answer that cannot be given, with one line for a person.
type Refusal struct {
	Code Code
	Text string
}

// Error is the line.
func (r *Refusal) Error() string { return r.Text }

func refuse(code Code, format string, args ...any) *Refusal {
	return &Refusal{code, fmt.Sprintf(format, args...)}
}

// refusal gives the errors of the rules their codes; others pass.
func refusal(err error) error {
	var few *sale.NotEnough
	var stops *sale.QuotaStops
	switch {
	case errors.Is(err, sale.ErrNothing):
		return &Refusal{ZeroNodes, err.Error()}
	case errors.As(err, &few):
		return &Refusal{NotEnough, err.Error()}
	case errors.As(err, &stops):
		return &Refusal{Quota, err.Error()}
	case errors.Is(err, money.ErrOverflow):
		return refuse(NotEnough, "so many nodes cost more than can be counted: ask for fewer")
	}
	return err
}
