package fold

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// reading is a score row, read.
type reading struct {
	wallet ledger.Wallet
	stake  money.Amount
	value  money.Ratio
	event  *rewards.HealthEvent
}

// read checks a row; the error says what is wrong with it.
func (r *ScoreRow) read(points money.Asset) (out reading, err error) {
	if out.wallet, err = ledger.ReadWallet(r.Wallet); err != nil {
		return out, err
	}
	if r.At.IsZero() || r.At.Unix() <= 0 {
		return out, fmt.Errorf("it has no instant: write at, such as 2024-06-01T00:00:00Z")
	}
	passed := func(yes, no rewards.HealthEvent) (*rewards.HealthEvent, error) {
		switch r.Value {
		case "1":
			return &yes, nil
		case "0":
			return &no, nil
		}
		return nil, fmt.Errorf("a %s is 1 (passed) or 0 (failed), not %q", r.What, r.Value)
	}
	switch r.What {
	case "compute":
		out.value, err = money.ParseRatio(r.Value)
	case "stake":
		out.stake, err = money.Parse(points, r.Value)
	case "queen":
		if out.value, err = money.ParseRatio(r.Value); err == nil && r.Value != "0" && r.Value != "1" {
			err = fmt.Errorf("queen is 1 or 0, not %q", r.Value)
		}
	case "check":
		out.event, err = passed(rewards.CheckPassed(), rewards.CheckFailed())
	case "drill":
		out.event, err = passed(rewards.DrillPassed(), rewards.DrillFailed())
	case "rating":
		var rating money.Ratio
		if rating, err = money.ParseRatio(r.Value); err == nil && (rating.Den() != 1 || rating.Num() < 1 || rating.Num() > 10) {
			err = fmt.Errorf("a rating is 1 to 10, not %q", r.Value)
		}
		event := rewards.Rated(rating.Num())
		out.event = &event
	default:
		err = fmt.Errorf("%q is none of compute, stake, queen, check, drill, rating", r.What)
	}
	return out, err
}

// scored is what the recorded rows say of wallets before an instant.
func (c *Closing) scored(before time.Time) (map[ledger.Wallet]*rewards.Holder, error) {
	out := map[ledger.Wallet]*rewards.Holder{}
	if c.program.Points == nil {
		return out, nil
	}
	for i := range c.scores {
		row := &c.scores[i]
		if !row.At.Before(before) {
			break
		}
		r, err := row.read(c.program.Points.Asset)
		if err != nil {
			return nil, err
		}
		h := out[r.wallet]
		if h == nil {
			h = &rewards.Holder{Wallet: r.wallet}
			out[r.wallet] = h
		}
		switch {
		case r.event != nil:
			rule, _ := c.program.Points.Health.At(program.Moment{Time: row.At})
			if h.Health, err = h.Health.After(rule, *r.event); err != nil {
				return nil, err
			}
		case row.What == "compute":
			h.Compute = r.value
		case row.What == "stake":
			h.Stake = r.stake
		case row.What == "queen":
			h.Queen = !r.value.IsZero()
		}
	}
	return out, nil
}
