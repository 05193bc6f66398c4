package hledger_test

import (
	"errors"
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
)

// A title cannot begin a line of its own, and a symbol with a digit is quoted, as hledger wants it.
func TestHead(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	err := hledger.WriteHead(&b, "books of\n2024-01-01 evil\u2028line", []money.Asset{usdt, gpu2},
		[]ledger.Account{ledger.Suspense(), ledger.FundAccount(ledger.ShareFund)})
	if err != nil {
		t.Fatal(err)
	}
	const want = "; books of 2024-01-01 evil line\ncommodity 1000.000000 USDT\ncommodity 1000.000000000000000000 \"GPU2\"\n" +
		"account sale:treasury\naccount fund:share\n"
	if b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

// A posting becomes two lines that cancel out, with every place of the asset; the date is the day in UTC.
func TestEntry(t *testing.T) {
	t.Parallel()
	e := hledger.Entry{
		Notes: []string{"a note\tof\r\ntwo lines"}, Date: time.Date(2024, 4, 30, 22, 0, 0, 0, time.FixedZone("west", -5*3600)),
		Code: "7", Text: "revenue", Tag: "hash:0x12",
		Postings: []ledger.Posting{
			{From: ledger.Suspense(), To: ledger.FundAccount(ledger.ShareFund), Amount: money.Units(usdt, 1_250_500_000)},
			{From: ledger.Suspense(), To: ledger.FundAccount(ledger.BuybackFund), Amount: money.Units(gpu2, 1)},
		},
	}
	const lines = "    sale:treasury  -1250.500000 USDT\n    fund:share  1250.500000 USDT\n" +
		"    sale:treasury  -0.000000000000000001 \"GPU2\"\n    fund:buyback  0.000000000000000001 \"GPU2\"\n"
	if got, want := written(t, &e), "\n; a note of  two lines\n2024-05-01 (7) revenue  ; hash:0x12\n"+lines; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	e.Pending, e.Notes, e.Tag = true, nil, ""
	if got, want := written(t, &e), "\n2024-05-01 ! (7) revenue\n"+lines; got != want {
		t.Errorf("pending: %q, want %q", got, want)
	}
}

func written(t *testing.T, e *hledger.Entry) string {
	t.Helper()
	var b strings.Builder
	if err := hledger.WriteEntry(&b, e); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var errFull = errors.New("the disk is full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	t.Parallel()
	if err := hledger.WriteHead(fullDisk{}, "books", nil, nil); !errors.Is(err, errFull) {
		t.Errorf("head: %v", err)
	}
	if err := hledger.WriteEntry(fullDisk{}, &hledger.Entry{Code: "1", Text: "x"}); !errors.Is(err, errFull) {
		t.Errorf("entry: %v", err)
	}
}
