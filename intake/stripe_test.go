package intake_test

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
)

// As Stripe writes it: quotes where a description has commas, columns that nobody asked for, CRLF.
const itemised = "\ufeffbalance_transaction_id,created_utc,created,available_on_utc," +
	"currency,gross,fee,net,reporting_category,source_id,description,payment_metadata[order]\r\n" +
	"txn_1,2024-06-03 09:12:45,2024-06-03 11:12:45,2024-06-05 00:00:00,usd,600.00,17.70,582.30,charge,ch_1,\"Order 1041, annual\",1041\r\n" +
	"txn_2,2024-06-04 10:00:00,2024-06-04 12:00:00,2024-06-06 00:00:00,usd,-100.00,0.00,-100.00,refund,re_2,REFUND FOR CHARGE,\r\n" +
	"txn_3,2024-06-05 10:00:00,2024-06-05 12:00:00,2024-06-05 10:00:00,usd,-250.00,15.00,-265.00,dispute,dp_3,Chargeback,\r\n" +
	"txn_4,2024-06-06 10:00:00,2024-06-06 12:00:00,2024-06-06 10:00:00,usd,-4.20,0.00,-4.20,fee,fee_4,Billing,\r\n" +
	"txn_5,2024-06-07 10:00:00,2024-06-07 12:00:00,2024-06-07 10:00:00,usd,-200.00,0.00,-200.00,payout,po_5,STRIPE PAYOUT,\r\n" +
	"txn_6,2024-06-07 11:00:00,2024-06-07 13:00:00,2024-06-07 11:00:00,eur,-20.00,0.00,-20.00,transfer,tr_6,To an account,\r\n" +
	"txn_7,2024-06-08 11:00:00,2024-06-08 13:00:00,2024-06-08 11:00:00,usd,0.00,0.00,0.00,charge,ch_7,Free,\r\n"

// The balance history has other names for the same.
const history = "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description\n" +
	"txn_1,charge,ch_1,600.00,17.70,582.30,usd,2024-06-03 09:12:45,2024-06-05 00:00,\"Order 1041, annual\"\n" +
	"txn_2,payment_refund,re_2,-100.00,0.00,-100.00,usd,2024-06-04 10:00,2024-06-06 00:00,REFUND\n" +
	"txn_4,stripe_fee,fee_4,-4.20,0.00,-4.20,usd,2024-06-06 10:00:00,2024-06-06 10:00,Billing\n" +
	"txn_5,payout,po_5,-200.00,0.00,-200.00,usd,2024-06-07 10:00,2024-06-07 10:00,STRIPE PAYOUT\n"

// lines is what was read, a row a line.
func lines(rows []engine.ReferencedRevenue) string {
	var b strings.Builder
	for _, r := range rows {
		what := "earned"
		if r.Cost {
			what = "cost"
		}
		fmt.Fprintln(&b, r.Reference, r.Source, what, r.Amount, r.At.Format(time.RFC3339), r.Note)
	}
	return b.String()
}

func stripe(t interface{ Fatal(...any) }, text string) (string, map[string]int) {
	report, err := read(text, intake.Asked{Source: "fiat"})
	if err != nil {
		t.Fatal(err)
	}
	return lines(report.Rows), report.Skipped
}

// read reads a report; what is wrong with its rows is an error.
func read(text string, a intake.Asked) (intake.Report, error) {
	a.Prefix = "--"
	o, err := intake.NewOptions(a)
	if err != nil {
		return intake.Report{}, err
	}
	report, err := intake.Stripe(strings.NewReader(text), "f", o)
	return report, cmp.Or(err, report.Wrong.Err())
}

func TestStripeReports(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text, want string
		skipped    map[string]int
	}{
		"itemised": {itemised, `txn_1 fiat earned 600.00 2024-06-03T09:12:45Z stripe charge
txn_1-fee fiat cost 17.70 2024-06-03T09:12:45Z stripe fee of charge
txn_2 fiat cost 100.00 2024-06-04T10:00:00Z stripe refund
txn_3 fiat cost 250.00 2024-06-05T10:00:00Z stripe dispute
txn_3-fee fiat cost 15.00 2024-06-05T10:00:00Z stripe fee of dispute
txn_4 fiat cost 4.20 2024-06-06T10:00:00Z stripe fee
`, map[string]int{"payout": 1, "transfer": 1, "zero": 1}},
		"history": {history, `txn_1 fiat earned 600.00 2024-06-03T09:12:45Z stripe charge
txn_1-fee fiat cost 17.70 2024-06-03T09:12:45Z stripe fee of charge
txn_2 fiat cost 100.00 2024-06-04T10:00:00Z stripe refund
txn_4 fiat cost 4.20 2024-06-06T10:00:00Z stripe fee
`, map[string]int{"payout": 1}},
	} {
		got, skipped := stripe(t, c.text)
		if got != c.want || !maps.Equal(skipped, c.skipped) {
			t.Errorf("%s:\n%s%v", name, got, skipped)
		}
		if strings.Contains(got, "Order") {
			t.Errorf("%s: what a customer bought is in the books", name)
		}
	}
}

// TestStripeForms: what spreadsheets and Stripe's settings make of a report is read, or refused by its own name.
func TestStripeForms(t *testing.T) {
	t.Parallel()
	const charge = " fiat earned 100.00 2026-09-10T10:00:00Z stripe charge\n"
	const fee = " fiat cost 3.20 2026-09-10T10:00:00Z stripe fee of charge\n"
	for file, c := range map[string]struct {
		zone, skip string
		want       string // what is read, or a part of the refusal
		skipped    string
	}{
		"plain.csv":           {want: "txn_p1" + charge + "txn_p1-fee" + fee},
		"bom-crlf.csv":        {want: "txn_b1" + charge + "txn_b1-fee" + fee},
		"semicolon.csv":       {want: "txn_s1" + charge + "txn_s1-fee" + fee},
		"tab.tsv":             {want: "txn_t1" + charge + "txn_t1-fee" + fee},
		"utf16.csv":           {want: "txn_u1" + charge + "txn_u1-fee" + fee},
		"utf16-no-mark.csv":   {want: "txn_un" + charge + "txn_un-fee" + fee},
		"utf16be-no-mark.csv": {want: "txn_ub" + charge + "txn_ub-fee" + fee},
		"cr.csv":              {want: "txn_cr" + charge + "txn_cr-fee" + fee},
		"utf16-half.csv":      {want: "f is UTF-16 with half a letter at its end"},
		"zip.csv":             {want: "f is not text: export it as CSV in UTF-8"},
		"sepline.csv":         {want: "txn_sp1" + charge + "txn_sp1-fee" + fee},
		"ledger-cat.csv":      {want: "txn_lc1" + charge + "txn_lc1-fee" + fee},
		"quote-nl.csv":        {want: "txn_qn" + charge + "txn_qn-fee" + fee},
		"total-row.csv":       {want: "txn_to1" + charge + "txn_to1-fee" + fee, skipped: "map[total:1]"},
		"thousands.csv":       {want: `gross is "1,234.56", not an amount`},
		"eur.csv":             {want: `row 1: its currency is "eur": only usd can be booked; leave such rows out with --skip currency=eur`},
		"other-adj.csv": {want: `row 2: whether "other_adjustment" is revenue is for a person to say: leave such rows out with ` +
			`--skip reporting_category=other_adjustment`},
		"created-local.csv": {want: "has only local times (the column created): say of which time zone they are, such as --timezone " +
			"America/Chicago"},
		"both-created.csv": {want: "txn_bc fiat earned 100.00 2026-10-01T00:30:00Z stripe charge\n" +
			"txn_bc-fee fiat cost 3.20 2026-10-01T00:30:00Z stripe fee of charge\n"},
		"iso-tz.csv": {want: "txn_iz1 fiat earned 100.00 2026-10-01T04:30:00Z stripe charge\n" +
			"txn_iz1-fee fiat cost 3.20 2026-10-01T04:30:00Z stripe fee of charge\n"},
		"dash-history.csv": {want: "txn_dh fiat earned 100.00 2026-09-11T09:05:00Z stripe charge\n" +
			"txn_dh-fee fiat cost 3.20 2026-09-11T09:05:00Z stripe fee of charge\n"},
		"payout.csv": {want: "txn_o1 fiat earned 300.00 2026-09-10T10:00:00Z stripe charge\n" +
			"txn_o1-fee fiat cost 9.00 2026-09-10T10:00:00Z stripe fee of charge\n", skipped: "map[payout:1]"},
		"eur.csv?": {skip: "currency=EUR", want: "txn_e2 fiat earned 5.00 2026-09-10T10:00:00Z stripe charge\n" +
			"txn_e2-fee fiat cost 0.45 2026-09-10T10:00:00Z stripe fee of charge\n", skipped: "map[currency=EUR:1]"},
		"other-adj.csv?": {skip: "reporting_category=other_adjustment", want: "txn_a1 fiat earned 300.00 2026-09-10T10:00:00Z stripe charge\n" +
			"txn_a1-fee fiat cost 9.00 2026-09-10T10:00:00Z stripe fee of charge\n", skipped: "map[reporting_category=other_adjustment:1]"},
		// 19:30 in Chicago on 30 September is the first of October in the books.
		"created-local.csv?": {zone: "America/Chicago", want: "txn_cl fiat earned 100.00 2026-10-01T00:30:00Z stripe charge\n" +
			"txn_cl-fee fiat cost 3.20 2026-10-01T00:30:00Z stripe fee of charge\n"},
		"plain.csv?": {skip: "colour=red", want: `has no column colour, whose rows with "red" were to be left out`},
	} {
		content, err := os.ReadFile("testdata/stripe/" + strings.TrimSuffix(file, "?"))
		if err != nil {
			t.Fatal(err)
		}
		asked := intake.Asked{Zone: c.zone}
		if c.skip != "" {
			asked.Skip, asked.Reason = []string{c.skip}, "by hand"
		}
		report, err := read(string(content), asked)
		if err != nil {
			if text := strings.Join(problem.Of(err).Details(), "\n") + err.Error(); !strings.Contains(text, c.want) {
				t.Errorf("%s: %s", file, text)
			}
			continue
		}
		left := ""
		if len(report.Skipped) > 0 {
			left = fmt.Sprint(report.Skipped)
		}
		if report.LeftOut != nil {
			left = fmt.Sprint(report.LeftOutRows())
		}
		if got := lines(report.Rows); got != c.want || left != c.skipped {
			t.Errorf("%s:\n%s%s\nwant\n%s%s", file, got, left, c.want, c.skipped)
		}
	}
}

func TestOptionsOfAReport(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ zone, skip, reason, want string }{
		{"Chicago", "", "", `"Chicago" is not a time zone`}, {"Local", "", "", `"Local" is not a time zone`},
		{"", "eur", "why", `"eur" says no rows to leave out`},
		{"", "=eur", "why", "says no rows"}, {"UTC", "currency=", "why", ""},
		{"", "currency=eur", " ", "--skip needs --reason: the books keep why rows were left out"},
		{"", "", "why", "--reason goes with --skip"},
	} {
		var skip []string
		if c.skip != "" {
			skip = []string{c.skip}
		}
		if _, err := intake.NewOptions(intake.Asked{Zone: c.zone, Skip: skip, Reason: c.reason,
			Prefix: "--"}); (err != nil) != (c.want != "") || err != nil &&
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// The same rows come out whatever the order of a report's columns.
func TestStripeColumnsInAnyOrder(t *testing.T) {
	t.Parallel()
	want, _ := stripe(t, itemised)
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(itemised, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		places := make([]int, len(table[0]))
		for i := range places {
			places[i] = i
		}
		places = rapid.Permutation(places).Draw(r, "columns")
		var b strings.Builder
		out := csv.NewWriter(&b)
		for _, row := range table {
			turned := make([]string, len(row))
			for i, place := range places {
				turned[i] = row[place]
			}
			_ = out.Write(turned)
		}
		out.Flush()
		if got, _ := stripe(r, b.String()); got != want {
			r.Fatalf("%s\n%s", b.String(), got)
		}
	})
}

func TestStripeRefusals(t *testing.T) {
	t.Parallel()
	const head = "balance_transaction_id,created_utc,currency,gross,fee,reporting_category\n"
	try := func(text, source string) error {
		_, err := read(text, intake.Asked{Source: source})
		return err
	}
	for _, c := range []struct {
		name, text, source string
		want               []string
	}{
		{"a source that is none", head, "Fiat", []string{"Fiat"}},
		{"no gross", "balance_transaction_id,created_utc,currency,net,reporting_category\n", "fiat", []string{"f has no column gross or amount"}},
		{"a summary", "category,gross,fee,net,count\n", "fiat", []string{"f has no column balance_transaction_id or id"}},
		{"another separator", "sep=|\na|b\n", "fiat", []string{`the line sep= names "|", not a comma, a semicolon or a tab`}},
		{"rows", head + "txn_1,2024-06-03 09:12:45,eur,5.00,0,charge\ntxn_2,2024-06-03 09:12:45,usd,\"5,00\",0,charge\n" +
			"txn_3,03/06/2024,usd,5,0,charge\n" +
			"txn_4,2024-06-03 09:12:45,usd,5.00,0,other_adjustment\ntxn_5,2024-06-03 09:12:45,usd,5.00,0,charge\ntxn_5,2024-06-03 " +
			"09:12:45,usd,5.00,0,charge\n,2024-06-03 09:12:45,usd,5.00,0,charge\ntxn_8,2024-06-03 09:12:45,usd,5.00,x,charge\n", "fiat",
			[]string{`row 1: its currency is "eur"`, `row 2: gross is "5,00"`, `row 3: "03/06/2024" is not a timestamp`,
				`row 4: whether "other_adjustment" is revenue`, "row 6: the reference txn_5 stands in row 5", `row 7: the reference ""`,
				`row 8: fee is "x"`}},
	} {
		fails(t, c.name, try(c.text, c.source), c.want...)
	}
}
