package hledger_test

import (
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/export/hledger"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var (
	usdt = money.MustAsset("USDT", 6)
	gpu2 = money.MustAsset("GPU2", 18)
	ann  = ledger.Wallet{0xa1, 19: 1}
	day  = time.Date(2024, 4, 30, 0, 0, 0, 0, time.UTC)
)

// A title cannot begin a line of its own, a symbol with a digit is quoted, as hledger wants it, and every account says what it is.
func TestHead(t *testing.T) {
	t.Parallel()
	j := hledger.Journal{
		Title: "books of\n2024-01-01 evil\u2028line", Assets: []money.Asset{usdt, gpu2}, Entries: entries(),
		Accounts: []ledger.Account{
			ledger.WalletFunds(ann), ledger.DistributorFunds(ann), ledger.Share(ann), ledger.OwnTokens(), ledger.SaleIncome(ann), ledger.Dust(),
			ledger.Issuance(gpu2),
		},
	}
	const address = "0xa100000000000000000000000000000000000001"
	const want = "; books of 2024-01-01 evil line\ncommodity 1000.000000 USDT\ncommodity 1000.000000000000000000 \"GPU2\"\n" +
		"account assets:wallet:" + address + "  ; type: C\naccount assets:distributor:" + address + "  ; type: A\n" +
		"account liabilities:share:" + address + "  ; type: L\naccount equity:treasury-tokens  ; type: E\n" +
		"account income:sale:" + address + "  ; type: R\naccount expenses:dust  ; type: X\n" +
		"account register:gpu2:issuance  ; class: register\n"
	if got := written(t, &j); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A posting becomes two lines that cancel out, with every place of the asset; the date is the day in UTC. What a tag says ends with
// its line and begins no other tag.
func TestEntry(t *testing.T) {
	t.Parallel()
	e := hledger.Entry{
		Date: time.Date(2024, 4, 30, 22, 0, 0, 0, time.FixedZone("west", -5*3600)), Code: "7", Text: "revenue ; x:1",
		Tags: []hledger.Tag{{Name: "hash", Value: "0x12"}, {Name: "a note:\n", Value: "a note\tof\r\ntwo lines, hash:0x13"}},
		Postings: []ledger.Posting{
			{From: ledger.Opening(), To: ledger.FundAccount(ledger.ShareFund), Amount: money.Units(usdt, 1_250_500_000)},
			{From: ledger.Opening(), To: ledger.FundAccount(ledger.BuybackFund), Amount: money.Units(gpu2, 1)},
		},
	}
	const lines = "    equity:opening  -1250.500000 USDT\n    equity:fund:share  1250.500000 USDT\n" +
		"    equity:opening  -0.000000000000000001 \"GPU2\"\n    equity:fund:buyback  0.000000000000000001 \"GPU2\"\n"
	want := "; \n\n2024-05-01 (7) revenue , x:1  ; hash:0x12, a-note--:a note of  two lines; hash:0x13\n" + lines
	if got := written(t, &hledger.Journal{Entries: entries(&e)}); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	e.Pending, e.Tags, e.Text = true, nil, "revenue"
	if got, want := written(t, &hledger.Journal{Entries: entries(&e)}), "; \n\n2024-05-01 ! (7) revenue\n"+lines; got != want {
		t.Errorf("pending: %q, want %q", got, want)
	}
}

// Prices stand before the entries of their day, from the first entry's day on; those of a day are written once.
func TestPrices(t *testing.T) {
	t.Parallel()
	known := map[string]string{
		"2024-04-29 USDT": "9", "2024-04-30 USDT": "1", "2024-04-30 GPU2": "0.5", "2024-05-02 GPU2": "0.75", "2024-05-04 GPU2": "8",
	}
	j := hledger.Journal{
		Assets: []money.Asset{gpu2, usdt}, Until: day.AddDate(0, 0, 3).Add(time.Hour),
		Price: func(asset string, day time.Time) (string, bool) {
			usd, ok := known[day.Format(time.DateOnly)+" "+asset]
			return usd, ok
		},
		Entries: entries(&hledger.Entry{Date: day, Code: "1", Text: "a"}, &hledger.Entry{Date: day.Add(time.Hour), Code: "2", Text: "b"}),
	}
	const want = "; \ncommodity 1000.000000000000000000 \"GPU2\"\ncommodity 1000.000000 USDT\ncommodity 1000.00 USD\n" +
		"\nP 2024-04-30 \"GPU2\" 0.5 USD\nP 2024-04-30 USDT 1 USD\n\n2024-04-30 (1) a\n\n2024-04-30 (2) b\n\nP 2024-05-02 \"GPU2\" 0.75 USD\n"
	if got := written(t, &j); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// An entry that stands after a later one is refused, since hledger's reports of a period would miss nothing but its check fails.
func TestEntriesStandInOrder(t *testing.T) {
	t.Parallel()
	later := &hledger.Entry{Date: day.AddDate(0, 0, 1), Code: "1"}
	err := hledger.Write(&strings.Builder{}, &hledger.Journal{Entries: entries(later, &hledger.Entry{Date: day, Code: "2"})})
	if err == nil || !strings.Contains(err.Error(), "the entry 2 is of 2024-04-30 and stands after one of 2024-05-01") {
		t.Errorf("out of order: %v", err)
	}
}

func entries(list ...*hledger.Entry) iter.Seq2[*hledger.Entry, error] {
	return func(yield func(*hledger.Entry, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func written(t *testing.T, j *hledger.Journal) string {
	t.Helper()
	var b strings.Builder
	if err := hledger.Write(&b, j); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var errFull = errors.New("the disk is full")

// fullDisk takes a number of writes.
type fullDisk struct{ left int }

func (d *fullDisk) Write(b []byte) (int, error) {
	if d.left--; d.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestErrorsAreReturned(t *testing.T) {
	t.Parallel()
	j := hledger.Journal{
		Assets: []money.Asset{usdt}, Until: day.AddDate(0, 0, 1), Entries: entries(&hledger.Entry{Date: day, Code: "1", Text: "x"}),
		Price: func(string, time.Time) (string, bool) { return "1", true },
	}
	for n, what := range []string{"the head", "the first prices", "the entry", "the last prices"} {
		if err := hledger.Write(&fullDisk{n}, &j); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := hledger.Write(&fullDisk{4}, &j); err != nil {
		t.Errorf("four writes: %v", err)
	}
	j.Entries = func(yield func(*hledger.Entry, error) bool) { yield(nil, errFull) }
	if err := hledger.Write(&strings.Builder{}, &j); !errors.Is(err, errFull) {
		t.Errorf("the entries: %v", err)
	}
}
