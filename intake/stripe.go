package intake

import (
	"io"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// SkippedRows counts the rows of a report that are no revenue, by what they are. Rows of revenue whose amount is zero are
// counted as "zero".
type SkippedRows map[string]int

// The amounts of a report that can be taken for revenue.
const (
	Net   = "net"   // after the provider's fees
	Gross = "gross" // before them
)

// Stripe reads Stripe's report "Balance change from activity", itemised
// (https://docs.stripe.com/reports/report-types/balance), or the CSV of the balance history in its dashboard. Columns are
// found by their names, in any order, and others do not matter:
//
//	balance_transaction_id          or id               the reference
//	created_utc or created          or created (utc)    when; created alone is taken for UTC
//	currency                                            usd, or the row is wrong
//	gross, net                      or amount, net      with a minus for money that goes back
//	reporting_category              or type             what it is
//
// source is what the revenue is booked as, such as "fiat"; column is Net or Gross. Revenue is what customers paid, and with a
// minus what goes back to them or to Stripe (refunds, disputes, fees); payouts, top-ups, transfers and reserves are money on
// its way and skipped. Which category is which stands in stripe_category.go. The description is not taken over: it may name
// customers, and the books are public. name is the file's, for errors.
func Stripe(r io.Reader, name, source, column string) (rows []engine.ReferencedRevenue, skipped SkippedRows, err error) {
	if _, err := ledger.RevenueIncome(source); err != nil {
		return nil, nil, err
	}
	if column != Net && column != Gross {
		return nil, nil, problem.Invalidf("revenue is taken from the column %s or %s, not from %q", Net, Gross, clip(column))
	}
	text, err := read(r, name)
	if err != nil {
		return nil, nil, err
	}
	t, err := newTable(text, name)
	if err != nil {
		return nil, nil, err
	}
	of, err := stripeColumns(t, column)
	if err != nil {
		return nil, nil, err
	}
	var in revenueRows
	var bad wrong
	skipped = SkippedRows{}
	err = t.each(&bad, func(row int, cell func(string) string) {
		category, revenue, err := stripeCategory(cell(of.category))
		if err == nil && !revenue {
			skipped[category]++
			return
		}
		var out engine.ReferencedRevenue
		if err == nil {
			out, err = of.revenue(cell, source, category)
		}
		if err == nil && isZero(out.Amount) {
			skipped["zero"]++
			return
		}
		if err == nil {
			err = in.add(row, out)
		}
		if err != nil {
			bad.add(row, "%v", err)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	rows, err = in.done(name, bad)
	if err != nil {
		return nil, nil, err
	}
	return rows, skipped, nil
}

// stripeReport is what the columns are called that matter.
type stripeReport struct{ reference, created, currency, amount, category string }

func stripeColumns(t *table, column string) (of stripeReport, err error) {
	amounts := []string{Net}
	if column == Gross {
		amounts = []string{Gross, "amount"}
	}
	for _, c := range []struct {
		into  *string
		names []string
	}{
		{&of.reference, []string{"balance_transaction_id", "id"}},
		{&of.created, []string{"created_utc", "created (utc)", "created"}},
		{&of.currency, []string{"currency"}},
		{&of.amount, amounts},
		{&of.category, []string{"reporting_category", "type"}},
	} {
		if *c.into = t.first(c.names...); *c.into == "" {
			return of, problem.Invalidf(
				"%s has no column %s: export Stripe's report \"Balance change from activity\", itemised, with its usual columns",
				t.name, strings.Join(c.names, " or "))
		}
	}
	return of, nil
}

// revenue is a row that moves revenue.
func (of stripeReport) revenue(cell func(string) string, source, category string) (out engine.ReferencedRevenue, err error) {
	if currency := cell(of.currency); !strings.EqualFold(currency, "usd") {
		return out, problem.Invalidf("its currency is %q: only usd can be booked, convert it and record it by itself", clip(currency))
	}
	amount := cell(of.amount)
	if !amountForm.MatchString(amount) {
		return out, problem.Invalidf("%s is %q, not an amount in dollars such as 12.50: export with a point as decimal separator", of.amount,
			clip(amount))
	}
	out = engine.ReferencedRevenue{
		Reference:  strings.Clone(cell(of.reference)),
		RevenueRow: fold.RevenueRow{Source: source, Amount: strings.Clone(amount), Note: "stripe " + category},
	}
	out.At, err = stripeInstant(cell(of.created))
	return out, err
}

// stripeInstant reads the forms of an instant in Stripe's exports.
func stripeInstant(text string) (at time.Time, err error) {
	for _, form := range []string{time.DateTime, "2006-01-02 15:04", time.RFC3339} {
		if at, err = time.Parse(form, text); err == nil {
			return at.UTC(), nil
		}
	}
	return at, problem.Invalidf("%q is not a timestamp such as 2024-06-30 12:00:00", clip(text))
}
