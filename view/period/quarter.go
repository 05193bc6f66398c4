package period

import (
	"context"
	"math/big"
	"regexp"
	"strconv"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// Quarter is what revenue, buybacks and emission were in three months.
type Quarter struct {
	engine.Quarter
	Price        string       // what one whole token cost on average, in whole units of what was spent; empty without buybacks
	Net          money.Amount // emitted less bought, or bought less emitted when Deflationary
	Deflationary bool         // more was bought back than emitted
}

var quarterForm = regexp.MustCompile(`^([0-9]{4})-Q([1-4])$`)

// OfQuarter is a quarter by its name, such as 2024-Q2. One that has not ended yet is as far as the books are.
func OfQuarter(ctx context.Context, e *engine.Engine, name string) (q Quarter, err error) {
	parts := quarterForm.FindStringSubmatch(name)
	if parts == nil {
		return q, problem.Invalidf("%q is not a valid quarter: write it as 2024-Q2", view.Truncate(name))
	}
	if p := e.Program(); p.Revenue == nil || p.Token == nil {
		return q, problem.NotFoundf("the program %s has no revenue or no token, so there are no buybacks to show", p.Name)
	}
	year, err := strconv.Atoi(parts[1])
	if err != nil {
		return q, err
	}
	if q.Quarter, err = e.QuarterOf(ctx, year, int(parts[2][0]-'0')); err != nil {
		return q, err
	}
	if !q.Bought.IsZero() {
		q.Price = money.Truncated(new(big.Rat).Quo(q.Spent.Rat(), q.Bought.Rat()))
	}
	if q.Deflationary = q.Bought.Cmp(q.Emitted) > 0; q.Deflationary {
		q.Net, err = q.Bought.Sub(q.Emitted)
	} else {
		q.Net, err = q.Emitted.Sub(q.Bought)
	}
	return q, err
}
