package intake_test

import (
	"encoding/csv"
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/intake"
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

func stripe(t *testing.T, text, column string) (string, intake.SkippedRows) {
	t.Helper()
	rows, skipped, err := intake.Stripe(strings.NewReader(text), "report.csv", "fiat", column)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join([]string{r.Reference, r.Source, r.Amount, r.At.Format("2006-01-02T15:04:05Z07:00"), r.Note}, " ") + "\n")
	}
	return b.String(), skipped
}

func TestStripeReports(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text, column, want string
		skipped            intake.SkippedRows
	}{
		"net": {itemised, intake.Net, `txn_1 fiat 582.30 2024-06-03T09:12:45Z stripe charge
txn_2 fiat -100.00 2024-06-04T10:00:00Z stripe refund
txn_3 fiat -265.00 2024-06-05T10:00:00Z stripe dispute
txn_4 fiat -4.20 2024-06-06T10:00:00Z stripe fee
`, intake.SkippedRows{"payout": 1, "transfer": 1, "zero": 1}},
		"gross": {itemised, intake.Gross, `txn_1 fiat 600.00 2024-06-03T09:12:45Z stripe charge
txn_2 fiat -100.00 2024-06-04T10:00:00Z stripe refund
txn_3 fiat -250.00 2024-06-05T10:00:00Z stripe dispute
txn_4 fiat -4.20 2024-06-06T10:00:00Z stripe fee
`, intake.SkippedRows{"payout": 1, "transfer": 1, "zero": 1}},
		"history": {history, intake.Gross, `txn_1 fiat 600.00 2024-06-03T09:12:45Z stripe charge
txn_2 fiat -100.00 2024-06-04T10:00:00Z stripe refund
txn_4 fiat -4.20 2024-06-06T10:00:00Z stripe fee
`, intake.SkippedRows{"payout": 1}},
	} {
		got, skipped := stripe(t, c.text, c.column)
		if got != c.want || !maps.Equal(skipped, c.skipped) {
			t.Errorf("%s:\n%s%v", name, got, skipped)
		}
		if strings.Contains(got, "Order") {
			t.Errorf("%s: what a customer bought is in the books", name)
		}
	}
}

// The same rows come out whatever the order of a report's columns.
func TestStripeColumnsInAnyOrder(t *testing.T) {
	t.Parallel()
	want, _ := stripe(t, itemised, intake.Net)
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
		if got, _ := stripe(t, b.String(), intake.Net); got != want {
			r.Fatalf("%s\n%s", b.String(), got)
		}
	})
}

func TestStripeRefusals(t *testing.T) {
	t.Parallel()
	const head = "balance_transaction_id,created_utc,currency,net,reporting_category\n"
	try := func(text, source, column string) error {
		_, _, err := intake.Stripe(strings.NewReader(text), "f", source, column)
		return err
	}
	for _, c := range []struct {
		name, text, source, column string
		want                       []string
	}{
		{"a source that is none", head, "Fiat", intake.Net, []string{"Fiat"}},
		{"a column that is none", head, "fiat", "fee", []string{`column net or gross, not from "fee"`}},
		{"no gross", head, "fiat", intake.Gross, []string{"f has no column gross or amount"}},
		{"a summary", "category,gross,fee,net,count\n", "fiat", intake.Net, []string{"f has no column balance_transaction_id or id"}},
		{"rows", head + "txn_1,2024-06-03 09:12:45,eur,5.00,charge\ntxn_2,2024-06-03 09:12:45,usd,\"5,00\",charge\n" +
			"txn_3,03/06/2024,usd,5,charge\n" +
			"txn_4,2024-06-03 09:12:45,usd,5.00,other_adjustment\ntxn_5,2024-06-03 09:12:45,usd,5.00,charge\ntxn_5,2024-06-03 " +
			"09:12:45,usd,5.00,charge\n,2024-06-03 09:12:45,usd,5.00,charge\n", "fiat", intake.Net,
			[]string{`row 1: its currency is "eur"`, `row 2: net is "5,00"`, `row 3: "03/06/2024" is not a timestamp`,
				`row 4: whether "other_adjustment" is revenue`, "row 6: the reference txn_5 stands in row 5", `row 7: the reference ""`}},
	} {
		fails(t, c.name, try(c.text, c.source, c.column), c.want...)
	}
}
