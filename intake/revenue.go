package intake

import (
	"io"
	"regexp"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake/sheet"
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
			sheet.Clip(r.Reference))
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

// isZero says that an amount, written as amountForm has it, is nothing.
func isZero(amount string) bool { return strings.Trim(amount, "-0.") == "" }

// Revenue reads revenue as CSV with the columns reference, source, amount and at, and note and cost when there are such, in any order.
// Amounts are whole units of the revenue's asset, such as 1250.50, with a minus when revenue was returned; at is an instant
// such as 2024-06-30T12:00:00Z; cost is yes for what the source cost, such as a fee, whose minus says that it was given back, and no or
// empty for revenue. name is the file's, for errors. What is wrong with rows is in the report.
func Revenue(r io.Reader, name string) (out Report, err error) {
	text, err := sheet.Read(r, name)
	if err != nil {
		return out, err
	}
	t, err := sheet.New(text, name)
	if err != nil {
		return out, err
	}
	columns := []string{"reference", "source", "amount", "at"}
	for _, c := range []string{"note", "cost"} {
		if t.First(c) != "" {
			columns = append(columns, c)
		}
	}
	if err := t.Need(columns, true); err != nil {
		return out, err
	}
	var in revenueRows
	var bad sheet.Wrong
	err = t.Each(&bad, func(row int, cell func(string) string) {
		one, err := revenueRow(cell)
		if err == nil {
			err = in.add(row, one)
		}
		if err != nil {
			bad.Add(row, "%v", err)
		}
	})
	if err != nil {
		return out, err
	}
	return in.report(name, bad)
}

func revenueRow(cell func(string) string) (out engine.ReferencedRevenue, err error) {
	out = engine.ReferencedRevenue{Reference: strings.Clone(cell("reference")), RevenueRow: fold.RevenueRow{
		Source: strings.Clone(cell("source")), Amount: strings.Clone(cell("amount")), Note: strings.Clone(cell("note")),
	}}
	if _, err = ledger.RevenueIncome(out.Source); err != nil {
		return out, err
	}
	if err = checkAmount(out.Amount); err != nil {
		return out, err
	}
	switch cost := cell("cost"); strings.ToLower(cost) {
	case "yes":
		out.Cost = true
	case "no", "":
	default:
		return out, problem.Invalidf("cost is %q: write yes for what the source cost, and no for revenue", sheet.Clip(cost))
	}
	out.At, err = instant(cell("at"))
	return out, err
}

func checkAmount(amount string) error {
	switch {
	case !amountForm.MatchString(amount):
		return problem.Invalidf("%q is not an amount: write digits and at most one point, such as 1250.50, with a minus when revenue was "+
			"returned", sheet.Clip(amount))
	case isZero(amount):
		return problem.Invalidf("%q is not revenue: leave the row out", amount)
	}
	return nil
}
