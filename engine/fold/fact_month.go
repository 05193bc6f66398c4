package fold

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// MonthBody is a month that is closed, and the blocks that fix its window.
type MonthBody struct {
	Month   string      `json:"month"`
	Opening uint64      `json:"opening"` // the last block at or before its start
	Block   uint64      `json:"block"`   // the last block before its end
	Hash    common.Hash `json:"hash"`
}

// Start is the month's first instant.
func (b *MonthBody) Start() (time.Time, error) {
	start, err := time.Parse(rewards.MonthForm, b.Month)
	if err != nil {
		return start, problem.Invalidf("%q is not a month: write it as 2024-06", b.Month)
	}
	return start.UTC(), nil
}

// monthEntry: a month is closed. Months close in order.
var monthEntry = entry[MonthBody]{
	scope: always[MonthBody](operator.Prepare),
	form:  `month:.*`, reference: func(b *MonthBody) string { return "month:" + b.Month },
	draft: func(ctx context.Context, p *Proposal, b *MonthBody) ([]ledger.Draft, error) {
		if p.fold.program.Revenue == nil {
			return nil, p.fold.program.Lacks("revenue")
		}
		m, err := p.fold.Closing().month(ctx, b, p.ground)
		if err != nil {
			return nil, err
		}
		hash, err := p.ground.writeFile("month-"+m.Slot+".json", m.WriteFile)
		if err != nil {
			return nil, err
		}
		return []ledger.Draft{m.Draft(hash, p.fact.When())}, nil
	},
	apply: func(p *Proposal, b *MonthBody, _ *ledger.Draft) error {
		start, err := b.Start()
		if err != nil {
			return err
		}
		if until := p.fold.monthsClosedUntil; !until.IsZero() && !until.Equal(start) {
			return fmt.Errorf("month %s does not follow the one that ended at %s", b.Month, until.Format(time.RFC3339))
		}
		p.fold.monthsClosedUntil = start.AddDate(0, 1, 0)
		return nil
	},
}

// ClosedMonth is the month that a fact closed, such as "2024-06"; empty for every other fact.
func (f *Fact) ClosedMonth() (month string, err error) {
	b, err := f.closedMonth()
	if b == nil {
		return "", err
	}
	return b.Month, err
}

func (f *Fact) closedMonth() (*MonthBody, error) {
	if f.Kind != Month {
		return nil, nil //nolint:nilnil // most facts close none
	}
	k, err := kindOf(f.Kind)
	if err != nil {
		return nil, err
	}
	body, err := k.decode(f.Body)
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", f.Key(), err)
	}
	return body.(*MonthBody), nil
}
