package fold

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// ScoreRow is one thing that an operator knows of a wallet and no chain tells, from an instant on.
//
//	compute          Value is the new figure, a score
//	queen            Value is 1 or 0: takes part in the queens' pool
//	check, drill     Value is 1 passed, 0 failed
//	rating           Value is the rating, 1 to 10
type ScoreRow struct {
	Wallet string    `json:"wallet"`
	What   string    `json:"what"`
	Value  string    `json:"value"`
	At     time.Time `json:"at"`
}

// scoresEntry: rows of scores, all or none.
var scoresEntry = entry[[]ScoreRow]{
	scope: always[[]ScoreRow](operator.Record),
	check: func(_ context.Context, p *Proposal, rows *[]ScoreRow) error {
		f := p.fold
		if f.program.Points == nil {
			return f.program.Lacks("points")
		}
		var wrong []problem.Row
		for i, r := range *rows {
			_, err := ledger.ParseWallet(r.Wallet)
			if err == nil {
				_, err = r.read()
			}
			if err == nil {
				err = r.effect(f.program)
			}
			if err != nil {
				wrong = append(wrong, problem.Row{Number: i + 1, Text: err.Error()})
			} else if closed := f.schedule.scored(); r.At.Before(closed) {
				text := fmt.Sprintf("%s is before %s, up to which epochs are closed: date it from then on", r.At.Format(time.RFC3339),
					closed.Format(time.RFC3339))
				wrong = append(wrong, problem.Row{Number: i + 1, Text: text})
			}
		}
		return RowsInvalid(len(*rows), wrong)
	},
	apply: func(p *Proposal, rows *[]ScoreRow, _ *ledger.Draft) error {
		f := p.fold
		f.scores = append(f.scores, *rows...)
		slices.SortStableFunc(f.scores, func(a, b ScoreRow) int { return a.At.Compare(b.At) })
		return nil
	},
}

// RowsInvalid refuses a list of so many rows for what is wrong with some of them, a row for several things, or for being empty; nil
// when nothing is.
func RowsInvalid(rows int, wrong []problem.Row) error {
	if rows == 0 {
		return problem.Invalidf("there are no rows: nothing was recorded")
	}
	if len(wrong) == 0 {
		return nil
	}
	bad := map[int]bool{}
	for _, w := range wrong {
		bad[w.Number] = true
	}
	are := "are"
	if len(bad) == 1 {
		are = "is"
	}
	err := problem.Invalidf("%d of %d rows %s invalid, and nothing was recorded", len(bad), rows, are)
	err.Rows = wrong
	return err
}

// reading is a score row, read.
type reading struct {
	wallet ledger.Wallet
	value  money.Ratio
	event  *rewards.HealthEvent
}

// read checks a row; the error says what is wrong with it.
func (r *ScoreRow) read() (out reading, err error) {
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
		err = fmt.Errorf("%q is none of compute, queen, check, drill, rating", r.What)
	}
	return out, err
}

// effect says why a row would change nothing in a program; nil when it changes something, now or by a setting of later.
func (r *ScoreRow) effect(p *program.Program) error {
	at := program.Moment{Time: r.At}
	shared := func(part func(program.Pools) money.Ratio) bool {
		some := func(s program.Pools) bool { return !part(s).IsZero() }
		return p.Points.Pools.Ever(at, some) || p.Token != nil && slices.ContainsFunc(p.Token.Emission, func(s program.Series) bool {
			return s.Pools.Ever(at, some)
		})
	}
	switch r.What {
	case "compute":
		if !shared(func(s program.Pools) money.Ratio { return s.Providers }) {
			return fmt.Errorf("a compute score changes nothing: from %s on the program has no pool of providers", r.At.Format(time.RFC3339))
		}
	case "queen":
		if !shared(func(s program.Pools) money.Ratio { return s.Queens }) {
			return fmt.Errorf("a queen changes nothing: from %s on the program has no pool of queens", r.At.Format(time.RFC3339))
		}
	default:
		if _, ok := p.Points.Health.At(at); !ok {
			return fmt.Errorf("a %s changes nothing: the program has no points.health at %s", r.What, r.At.Format(time.RFC3339))
		}
	}
	return nil
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
		r, err := row.read()
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
		case row.What == "queen":
			h.Queen = !r.value.IsZero()
		}
	}
	return out, nil
}
