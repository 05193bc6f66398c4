package fold

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// ScoreRow is one thing that an operator knows of a wallet and no chain tells, from an instant on.
//
//	compute, stake   Value is the new figure: a score, or an amount of points
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
				_, err = r.read(f.program.Points.Asset)
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
