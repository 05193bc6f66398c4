package intake

import (
	"crypto/sha256"
	"io"
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

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
//	net                             when there is one   gross less fee, or the row is wrong
//
// What customers paid is revenue, gross; what went back to them (refunds, disputes) and what Stripe kept (fees) are costs, a fee under
// the reference with -fee after it. Payouts, top-ups, transfers and reserves are money on its way and skipped, all but their fees. What was
// spent from the balance, and adjustments, are for a person to say. Which category is which stands in stripe_category.go. The description
// is not taken over: it may name customers, and the books are public. name is the file's, for errors. What is wrong with rows is in the
// report.
func Stripe(r io.Reader, name string, o Options) (out Report, err error) {
	if _, err := ledger.RevenueIncome(o.source); err != nil {
		return out, err
	}
	digest := sha256.New()
	text, err := sheet.Read(io.TeeReader(r, digest), name)
	if err != nil {
		return out, err
	}
	t, err := sheet.New(text, name)
	if err != nil {
		return out, err
	}
	of, err := stripeColumns(t, o)
	if err != nil {
		return out, err
	}
	var in revenueRows
	var bad sheet.Wrong
	left, skipped := newLeftOut(o.skip), map[string]int{}
	err = t.Each(&bad, func(row int, cell func(string) string) {
		switch {
		case left.takes(of, cell):
		case of.isTotal(cell):
			skipped["total"]++
		default:
			list, why, err := of.read(cell, o)
			for _, one := range list {
				if err == nil {
					err = in.add(row, one)
				}
			}
			if err != nil {
				bad.Add(row, "%v", err)
			} else if why != "" {
				skipped[why]++
			}
		}
	})
	if err != nil {
		return out, err
	}
	if out, err = in.report(name, bad); err != nil {
		return out, err
	}
	out.Skipped, out.LeftOut = skipped, left.body(digest.Sum(nil), o.source, o.reason)
	return out, nil
}

// stripeReport is what the columns are called that matter.
type stripeReport struct{ reference, created, currency, amount, fee, net, category string }

func stripeColumns(t *sheet.Table, o Options) (of stripeReport, err error) {
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
		if *c.into = t.First(c.names...); *c.into == "" {
			return of, problem.Invalidf(
				"%s has no column %s: export Stripe's report \"Balance change from activity\", itemised, with its usual columns",
				t.Name, strings.Join(c.names, " or "))
		}
	}
	for _, s := range o.skip {
		if t.First(s.column) == "" {
			return of, problem.Invalidf("%s has no column %s, whose rows with %q were to be left out", t.Name, sheet.Clip(s.column),
				sheet.Clip(s.value))
		}
	}
	if of.created == "created" && o.zone == nil {
		return of, problem.Invalidf("%s has only local times (the column created): say of which time zone they are, such as %stimezone "+
			"America/Chicago, "+
			"or export it with created_utc", t.Name, o.prefix)
	}
	of.net = t.First("net")
	return of, nil
}

// isTotal says that a row is the sum that a spreadsheet wrote below the rows.
func (of stripeReport) isTotal(cell func(string) string) bool {
	return strings.EqualFold(cell(of.reference), "total") && cell(of.created) == "" && cell(of.category) == ""
}

// read is what a row moves: what was paid or went back, and the fee. why says why what it moves besides the fee is not booked.
func (of stripeReport) read(cell func(string) string, o Options) (list []engine.ReferencedRevenue, why string, err error) {
	category, as, err := stripeCategory(cell(of.category), of.category, o.prefix)
	if err != nil {
		return nil, "", err
	}
	gross, fee, err := of.amounts(cell)
	switch {
	case err != nil:
		return nil, "", err
	case as == moves:
		gross, why = "0", category
	case isZero(gross) && isZero(fee):
		return nil, "zero", nil
	}
	if isZero(gross) && isZero(fee) {
		return nil, why, nil
	}
	if currency := cell(of.currency); !strings.EqualFold(currency, "usd") {
		return nil, "", problem.Invalidf("its currency is %q: only usd can be booked; leave such rows out with %sskip currency=%[1]s, "+
			"convert them and record them by themselves", sheet.Clip(currency), o.prefix)
	}
	zone := time.UTC
	if of.created == "created" {
		zone = o.zone
	}
	at, err := stripeInstant(cell(of.created), zone)
	if err != nil {
		return nil, "", err
	}
	reference := strings.Clone(cell(of.reference))
	add := func(reference, amount, note string, cost bool) {
		if !isZero(amount) {
			list = append(list, engine.ReferencedRevenue{Reference: reference, RevenueRow: fold.RevenueRow{
				Source: o.source, Amount: strings.Clone(amount), At: at, Note: note, Cost: cost,
			}})
		}
	}
	if as == costs {
		gross = negated(gross) // what went back stands with a minus, and is a cost without one
	}
	add(reference, gross, "stripe "+category, as == costs)
	add(reference+"-fee", fee, "stripe fee of "+category, true)
	return list, why, nil
}

// amounts are the gross and the fee of a row, which its net has to fit.
func (of stripeReport) amounts(cell func(string) string) (gross, fee string, err error) {
	gross, fee = cell(of.amount), cell(of.fee)
	net := "0"
	if of.net != "" {
		net = cell(of.net)
	}
	for _, part := range []struct{ column, amount string }{{of.amount, gross}, {of.fee, fee}, {of.net, net}} {
		if !amountForm.MatchString(part.amount) {
			return "", "", problem.Invalidf("%s is %q, not an amount in dollars such as 12.50: export with a point as decimal separator",
				part.column, sheet.Clip(part.amount))
		}
	}
	if of.net == "" {
		return gross, fee, nil
	}
	sum := map[string]*decimal{}
	add(sum, "net", gross)
	add(sum, "net", negated(fee))
	if stated, _ := new(big.Rat).SetString(net); sum["net"].sum.Cmp(stated) != 0 {
		return "", "", problem.Invalidf("net is %s, but %s %s less fee %s is %s: export the report again", sheet.Clip(net), of.amount,
			sheet.Clip(gross), sheet.Clip(fee), sheet.Clip(written(sum)["net"]))
	}
	return gross, fee, nil
}

// negated is an amount with a minus when it had none, and without it when it had one.
func negated(amount string) string {
	if positive, negative := strings.CutPrefix(amount, "-"); negative {
		return positive
	}
	return "-" + amount
}
