package intake

import (
	"io"
	"strings"
	"time"
	_ "time/tzdata" // names of zones are known everywhere

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// SkippedRows counts the rows of a report that were left out, by why: the category of what is no revenue, "zero", "total", or the rule
// that an operator gave.
type SkippedRows map[string]int

// Options are what somebody says of a report besides its rows.
type Options struct {
	Source string         // what the revenue is booked as, such as "fiat"
	Zone   *time.Location // of instants without one; nil: a report with local times only is refused
	Skip   []Skip         // rows to leave out
}

// Skip leaves out the rows in which a column has a value, such as currency=eur.
type Skip struct{ Column, Value string }

// parseSkip reads column=value.
func parseSkip(text string) (Skip, error) {
	column, value, ok := strings.Cut(text, "=")
	if column = strings.ToLower(strings.TrimSpace(column)); !ok || column == "" {
		return Skip{}, problem.Invalidf("%q says no rows to leave out: write a column and its value, such as currency=eur", clip(text))
	}
	return Skip{column, strings.TrimSpace(value)}, nil
}

func (s Skip) String() string { return s.Column + "=" + s.Value }

// parseZone reads the name of a time zone, such as America/Chicago; empty for none.
func parseZone(name string) (*time.Location, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // none is said
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, problem.Invalidf("%q is not a time zone: write its name such as America/Chicago, or UTC", clip(name))
	}
	return zone, nil
}

// NewOptions reads what somebody says of a report.
func NewOptions(source, zone string, skip []string) (o Options, err error) {
	o.Source = source
	if o.Zone, err = parseZone(zone); err != nil {
		return o, err
	}
	for _, text := range skip {
		rule, err := parseSkip(text)
		if err != nil {
			return o, err
		}
		o.Skip = append(o.Skip, rule)
	}
	return o, nil
}

// Stripe reads Stripe's report "Balance change from activity", itemised
// (https://docs.stripe.com/reports/report-types/balance), or the CSV of the balance history in its dashboard. Columns are
// found by their names, in any order, and others do not matter:
//
//	balance_transaction_id          or id               the reference
//	created_utc or created (utc)    or created          when; created alone is in the account's own zone, see Options
//	currency                                            usd, or the row is wrong
//	gross                           or amount           with a minus for money that goes back
//	fee                                                 what Stripe kept of it
//	reporting_category              or type             what it is
//
// What customers paid is revenue, gross; what went back to them (refunds, disputes) and what Stripe kept (fees) are costs, a fee under
// the reference with -fee after it. Payouts, top-ups, transfers and reserves are money on its way and skipped. Which category is which
// stands in stripe_category.go. The description is not taken over: it may name customers, and the books are public. name is the
// file's, for errors.
func Stripe(r io.Reader, name string, o Options) (rows []engine.ReferencedRevenue, skipped SkippedRows, err error) {
	if _, err := ledger.RevenueIncome(o.Source); err != nil {
		return nil, nil, err
	}
	text, err := read(r, name)
	if err != nil {
		return nil, nil, err
	}
	t, err := newTable(text, name)
	if err != nil {
		return nil, nil, err
	}
	of, err := stripeColumns(t, o)
	if err != nil {
		return nil, nil, err
	}
	var in revenueRows
	var bad wrong
	skipped = SkippedRows{}
	err = t.each(&bad, func(row int, cell func(string) string) {
		if why := of.leftOut(cell, o.Skip); why != "" {
			skipped[why]++
			return
		}
		category, kind, err := stripeCategory(cell(of.category))
		if err == nil && kind == moves {
			skipped[category]++
			return
		}
		var list []engine.ReferencedRevenue
		if err == nil {
			list, err = of.revenue(cell, o, category, kind == costs)
		}
		if err == nil && len(list) == 0 {
			skipped["zero"]++
		}
		for _, one := range list {
			if err == nil {
				err = in.add(row, one)
			}
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
type stripeReport struct{ reference, created, currency, amount, fee, category string }

func stripeColumns(t *table, o Options) (of stripeReport, err error) {
	for _, c := range []struct {
		into  *string
		names []string
	}{
		{&of.reference, []string{"balance_transaction_id", "id"}},
		{&of.created, []string{"created_utc", "created (utc)", "created"}},
		{&of.currency, []string{"currency"}},
		{&of.amount, []string{"gross", "amount"}},
		{&of.fee, []string{"fee"}},
		{&of.category, []string{"reporting_category", "type"}},
	} {
		if *c.into = t.first(c.names...); *c.into == "" {
			return of, problem.Invalidf(
				"%s has no column %s: export Stripe's report \"Balance change from activity\", itemised, with its usual columns",
				t.name, strings.Join(c.names, " or "))
		}
	}
	for _, s := range o.Skip {
		if t.first(s.Column) == "" {
			return of, problem.Invalidf("%s has no column %s, whose rows with %q were to be left out", t.name, clip(s.Column), clip(s.Value))
		}
	}
	if of.created == "created" && o.Zone == nil {
		return of, problem.Invalidf("%s has only local times (the column created): say of which time zone they are, such as America/Chicago, "+
			"or export it with created_utc", t.name)
	}
	return of, nil
}

// leftOut says why a row is left out; empty when it is not. A sum that a spreadsheet wrote below the rows is no row.
func (of stripeReport) leftOut(cell func(string) string, rules []Skip) string {
	for _, s := range rules {
		if strings.EqualFold(cell(s.Column), s.Value) {
			return s.String()
		}
	}
	if strings.EqualFold(cell(of.reference), "total") && cell(of.created) == "" && cell(of.category) == "" {
		return "total"
	}
	return ""
}

// revenue is what a row moves: what was paid or went back, and the fee. cost says that its category is one.
func (of stripeReport) revenue(cell func(string) string, o Options, category string, cost bool) ([]engine.ReferencedRevenue, error) {
	if currency := cell(of.currency); !strings.EqualFold(currency, "usd") {
		return nil, problem.Invalidf("its currency is %q: only usd can be booked; leave such rows out with currency=%[1]s, convert them and "+
			"record them by themselves", clip(currency))
	}
	zone := time.UTC
	if of.created == "created" {
		zone = o.Zone
	}
	at, err := stripeInstant(cell(of.created), zone)
	if err != nil {
		return nil, err
	}
	var list []engine.ReferencedRevenue
	reference := strings.Clone(cell(of.reference))
	for _, part := range []struct {
		column, reference, note string
		cost, negated           bool
	}{{of.amount, reference, "stripe " + category, cost, cost}, {of.fee, reference + "-fee", "stripe fee of " + category, true, false}} {
		amount := cell(part.column)
		if !amountForm.MatchString(amount) {
			return nil, problem.Invalidf("%s is %q, not an amount in dollars such as 12.50: export with a point as decimal separator", part.column,
				clip(amount))
		}
		if isZero(amount) {
			continue
		}
		if part.negated { // what went back stands with a minus, and is a cost without one
			positive, negative := strings.CutPrefix(amount, "-")
			if amount = positive; !negative {
				amount = "-" + positive
			}
		}
		list = append(list, engine.ReferencedRevenue{Reference: part.reference, RevenueRow: fold.RevenueRow{
			Source: o.Source, Amount: strings.Clone(amount), At: at, Note: part.note, Cost: part.cost,
		}})
	}
	return list, nil
}

// stripeInstant reads the forms of an instant in Stripe's exports; those without a zone are of the one given.
func stripeInstant(text string, zone *time.Location) (at time.Time, err error) {
	if at, err = time.Parse(time.RFC3339, text); err == nil {
		return at.UTC(), nil
	}
	for _, form := range []string{time.DateTime, "2006-01-02 15:04"} {
		if at, err = time.ParseInLocation(form, text, zone); err == nil {
			return at.UTC(), nil
		}
	}
	return at, problem.Invalidf("%q is not a timestamp such as 2024-06-30 12:00:00", clip(text))
}
