package intake_test

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/intake"
)

// TestFeesOfMovesAndSpending: a fee on money that only moves is a cost, and what was spent is not skipped.
func TestFeesOfMovesAndSpending(t *testing.T) {
	t.Parallel()
	const head = "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\n"
	got, skipped := stripe(t, head+"txn_1,2024-06-03 09:12:45,usd,-200.00,2.50,-202.50,payout\n"+
		"txn_2,2024-06-03 09:12:45,usd,10.00,-1.50,11.50,transfer_reversal\ntxn_3,2024-06-03 09:12:45,eur,-10.00,0.00,-10.00,payout\n")
	want := "txn_1-fee fiat cost 2.50 2024-06-03T09:12:45Z stripe fee of payout\n" +
		"txn_2-fee fiat cost -1.50 2024-06-03T09:12:45Z stripe fee of transfer_reversal\n"
	if got != want || !maps.Equal(skipped, map[string]int{"payout": 2, "transfer_reversal": 1}) {
		t.Errorf("%s%v", got, skipped)
	}
	_, err := read(head+"txn_1,2024-06-03 09:12:45,eur,-200.00,2.50,-202.50,payout\n", intake.Asked{})
	fails(t, "a fee in another currency", err, `row 1: its currency is "eur"`)
	for _, category := range []string{"issuing_transaction", "issuing_dispute", "climate_order_purchase", "climate_reservation_refund",
		"contribution"} {
		row := head + "txn_1,2024-06-03 09:12:45,usd,-40.00,0.00,-40.00," + category + "\n"
		_, err := read(row, intake.Asked{})
		fails(t, category, err, `row 1: "`+category+`" is spent from the balance, and whether it is a cost of the source is for a person `+
			`to say: `+
			"leave such rows out with --skip reporting_category="+category)
		report, err := read(row, intake.Asked{Skip: []string{"reporting_category=" + category}, Reason: "by hand"})
		if err != nil || len(report.Rows) != 0 || report.LeftOut.Rules[0].Rows != 1 || report.LeftOut.Rules[0].Gross["usd"] != "-40.00" {
			t.Errorf("%s: %+v, %v", category, report, err)
		}
	}
}

// TestNetFitsGrossAndFee: a row whose net is not gross less fee is wrong, whatever it is booked as.
func TestNetFitsGrossAndFee(t *testing.T) {
	t.Parallel()
	_, err := read("balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\n"+
		"txn_1,2024-06-03 09:12:45,usd,100.00,3.20,96.8,charge\ntxn_2,2024-06-03 09:12:45,usd,100.00,3.20,100.00,charge\n"+
		"txn_3,2024-06-03 09:12:45,usd,-100.00,3.20,-96.80,refund\ntxn_4,2024-06-03 09:12:45,usd,-5.00,0.00,5.00,payout\n"+
		"txn_5,2024-06-03 09:12:45,usd,5.00,0.00,,charge\n", intake.Asked{})
	fails(t, "net", err, "row 2: net is 100.00, but gross 100.00 less fee 3.20 is 96.80",
		"row 3: net is -96.80, but gross -100.00 less fee 3.20 is -103.20", "row 4: net is 5.00, but gross -5.00 less fee 0.00 is -5.00",
		`row 5: net is ""`)
}

// TestLocalTimesOnceAYear: an hour that clocks left out, or that came twice, is no instant.
func TestLocalTimesOnceAYear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ zone, local, want string }{
		{"America/Chicago", "2026-03-08 01:59:59", "2026-03-08T07:59:59Z"},
		{"America/Chicago", "2026-03-08 02:00:00", "does not exist in America/Chicago, where clocks were put forward"},
		{"America/Chicago", "2026-03-08 02:59:59", "export the report with created_utc"},
		{"America/Chicago", "2026-03-08 03:00:00", "2026-03-08T08:00:00Z"},
		{"America/Chicago", "2026-11-01 00:59:59", "2026-11-01T05:59:59Z"},
		{"America/Chicago", "2026-11-01 01:00:00", "was twice in America/Chicago, where clocks were put back"},
		{"America/Chicago", "2026-11-01 01:59:59", "export the report with created_utc"},
		{"America/Chicago", "2026-11-01 02:00:00", "2026-11-01T08:00:00Z"},
		{"Australia/Lord_Howe", "2026-10-04 02:15:00", "does not exist in Australia/Lord_Howe"}, // half an hour
		{"Europe/Berlin", "2026-10-25 02:30", "was twice in Europe/Berlin"},
		{"Pacific/Apia", "2011-12-30 12:00:00", "does not exist in Pacific/Apia"}, // a day that Samoa left out
		{"Asia/Tokyo", "2026-03-08 02:30:00", "2026-03-07T17:30:00Z"},
		{"UTC", "2026-03-08 02:30:00", "2026-03-08T02:30:00Z"},
	} {
		report, err := read("balance_transaction_id,created,currency,gross,fee,reporting_category\ntxn_1,"+c.local+",usd,5,0,charge\n",
			intake.Asked{Zone: c.zone})
		if err != nil {
			fails(t, c.local, err, c.want)
		} else if got := report.Rows[0].At.Format(time.RFC3339); got != c.want {
			t.Errorf("%s in %s is %s, want %s", c.local, c.zone, got, c.want)
		}
	}
}

// TestWhatIsLeftOutIsCounted: by rule, and summed by currency where rows can be read.
func TestWhatIsLeftOutIsCounted(t *testing.T) {
	t.Parallel()
	text := "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category\n" +
		"txn_1,2024-06-03 09:12:45,eur,100.00,3.2,96.80,charge\ntxn_2,2024-06-03 09:12:45,EUR,-20.5,0,-20.5,refund\n" +
		"txn_3,2024-06-03 09:12:45,eur,\"1,0\",0,1,charge\ntxn_4,2024-06-03 09:12:45,usd,7,0,7,other_adjustment\n" +
		"txn_5,2024-06-03 09:12:45,usd,5.00,0,5.00,charge\n"
	asked := intake.Asked{Skip: []string{"currency=eur", "reporting_category=other_adjustment", "currency=gbp"}, Reason: " booked by hand "}
	report, err := read(text, asked)
	if err != nil {
		t.Fatal(err)
	}
	b := report.LeftOut
	var rules []string
	for i := range b.Rules {
		rules = append(rules, b.Rules[i].String())
	}
	if got, want := strings.Join(rules, "\n"), "currency=eur: 3 rows, gross 79.50 eur, fees 3.2 eur, 1 in no sum\n"+
		"reporting_category=other_adjustment: 1 row, gross 7 usd, fees 0 usd"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if sum := sha256.Sum256([]byte(text)); b.Reason != "booked by hand" || b.Source != "fiat" || b.File != hex.EncodeToString(sum[:]) {
		t.Errorf("%+v", b)
	}
}

// TestOptionsOfPlainFiles: what belongs to Stripe's report is refused with a plain CSV file, by its own name.
func TestOptionsOfPlainFiles(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]intake.Asked{
		"--skip, --reason belong to --format stripe": {Skip: []string{"source=dapp"}, Reason: "why", Prefix: "--"},
		"--timezone belongs to --format stripe":      {Zone: "UTC", Prefix: "--"},
		"source belongs to format stripe":            {Source: "fiat"},
	} {
		if err := a.CheckCSV(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	if err := (&intake.Asked{Prefix: "--"}).CheckCSV(); err != nil {
		t.Error(err)
	}
}
