package intake

import (
	"io"
	"regexp"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

var (
	// referenceForm is what the ledger takes for a reference.
	referenceForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:/#@+-]{0,127}$`)
	amountForm    = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,59})(\.[0-9]{1,36})?$`)
)

// maxRevenueRows is the most rows of revenue in one file: each is a commit of its own.
const maxRevenueRows = 100_000

// revenueRows gathers rows of revenue, each reference once.
type revenueRows struct {
	rows []engine.ReferencedRevenue
	seen map[string]int
}

// add takes a row, or says what is wrong with it.
func (in *revenueRows) add(row int, r engine.ReferencedRevenue) error {
	if !referenceForm.MatchString(r.Reference) {
		return problem.Invalidf("the reference %q is not written in letters, digits and ._:/#@+-, a letter or digit first, 128 at most",
			clip(r.Reference))
	}
	if first := in.seen[r.Reference]; first > 0 {
		return problem.Invalidf("the reference %s stands in row %d already", r.Reference, first)
	}
	if in.seen == nil {
		in.seen = map[string]int{}
	}
	in.seen[r.Reference], r.Row = row, row
	in.rows = append(in.rows, r)
	return nil
}

func (in *revenueRows) done(name string, bad wrong) ([]engine.ReferencedRevenue, error) {
	if err := bad.err(); err != nil {
		return nil, err
	}
	if len(in.rows) > maxRevenueRows {
		return nil, problem.Invalidf("%s has more than %d rows of revenue: split it", name, maxRevenueRows)
	}
	return in.rows, nil
}

// isZero says that an amount, written as amountForm has it, is nothing.
func isZero(amount string) bool { return strings.Trim(amount, "-0.") == "" }

// Revenue reads revenue as CSV with the columns reference, source, amount and at, and note when there is one, in any order.
// Amounts are whole units of the revenue's asset, such as 1250.50, with a minus when revenue was returned; at is an instant
// such as 2024-06-30T12:00:00Z. name is the file's, for errors.
func Revenue(r io.Reader, name string) ([]engine.ReferencedRevenue, error) {
	text, err := read(r, name)
	if err != nil {
		return nil, err
	}
	t, err := newTable(text, name)
	if err != nil {
		return nil, err
	}
	columns := []string{"reference", "source", "amount", "at"}
	if t.first("note") != "" {
		columns = append(columns, "note")
	}
	if err := t.need(columns, true); err != nil {
		return nil, err
	}
	var in revenueRows
	var bad wrong
	err = t.each(&bad, func(row int, cell func(string) string) {
		out := engine.ReferencedRevenue{Reference: strings.Clone(cell("reference")), RevenueRow: fold.RevenueRow{
			Source: strings.Clone(cell("source")), Amount: strings.Clone(cell("amount")), Note: strings.Clone(cell("note")),
		}}
		_, err := ledger.RevenueIncome(out.Source)
		if err == nil {
			err = checkAmount(out.Amount)
		}
		if err == nil {
			out.At, err = instant(cell("at"))
		}
		if err == nil {
			err = in.add(row, out)
		}
		if err != nil {
			bad.add(row, "%v", err)
		}
	})
	if err != nil {
		return nil, err
	}
	return in.done(name, bad)
}

func checkAmount(amount string) error {
	switch {
	case !amountForm.MatchString(amount):
		return problem.Invalidf("%q is not an amount: write digits and at most one point, such as 1250.50, with a minus when revenue was "+
			"returned", clip(amount))
	case isZero(amount):
		return problem.Invalidf("%q is not revenue: leave the row out", amount)
	}
	return nil
}
