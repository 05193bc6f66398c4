package taxfile_test

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/export/taxfile"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var (
	eth  = money.MustAsset("ETH", 18)
	usdt = money.MustAsset("USDT", 6)
	tx   = ledger.Hash{0xab, 31: 1}
	hash = "0xab" + strings.Repeat("0", 60) + "01"
)

func units(t rapid.TB, asset money.Asset, digits string) money.Amount {
	t.Helper()
	a, err := money.ParseUnits(asset, digits)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// written is the file of a layout.
func written(t rapid.TB, l taxfile.Layout, entries ...taxfile.Entry) string {
	t.Helper()
	var out strings.Builder
	if err := l.Write(&out, entries); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// year has an entry of each kind, and one of nothing.
func year(t rapid.TB) []taxfile.Entry {
	t.Helper()
	day := time.Date(2026, 3, 31, 23, 59, 59, 0, time.UTC)
	e := func(hours int, kind taxfile.Kind, amount money.Amount, value, text string, tx ledger.Hash) taxfile.Entry {
		return taxfile.Entry{When: day.Add(time.Duration(hours) * time.Hour).In(time.FixedZone("west", -7*3600)), Kind: kind, Amount: amount,
			Value: value, Description: text, Tx: tx, Account: "gpunet"}
	}
	return []taxfile.Entry{
		e(0, taxfile.Cost, units(t, eth, "2500000000000000001"), "7500.000000000000003", "3 nodes bought", tx),
		e(1, taxfile.Reward, units(t, eth, "1"), "", "reward for 3 nodes, \"ALPHA\"", tx),
		e(2, taxfile.Share, units(t, usdt, "1250500000"), "1250.5", "share of 2026-03", ledger.Hash{}),
		e(3, taxfile.Airdrop, units(t, eth, "1000000000000000000000"), "", "airdrop", ledger.Hash{}),
		e(4, taxfile.Reward, money.Zero(eth), "", "nothing", ledger.Hash{}),
		e(5, taxfile.Refund, units(t, eth, "100000000000000000"), "", "=refunded", tx),
		e(6, taxfile.TakenBack, units(t, usdt, "5"), "", "taken back", ledger.Hash{}),
	}
}

func TestKoinly(t *testing.T) {
	t.Parallel()
	want := []string{
		"Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency," +
			"Label,Description,TxHash",
		"2026-03-31 23:59:59 UTC,2.500000000000000001,ETH,,,,,7500.000000000000003,USD,cost,3 nodes bought," + hash,
		`2026-04-01 00:59:59 UTC,,,0.000000000000000001,ETH,,,,,reward,"reward for 3 nodes, ""ALPHA""",` + hash,
		"2026-04-01 01:59:59 UTC,,,1250.5,USDT,,,1250.5,USD,income,share of 2026-03,",
		"2026-04-01 02:59:59 UTC,,,1000,ETH,,,,,airdrop,airdrop,",
		"2026-04-01 04:59:59 UTC,,,0.1,ETH,,,,,,'=refunded," + hash,
		"2026-04-01 05:59:59 UTC,0.000005,USDT,,,,,,,cost,taken back,", "",
	}
	if got := written(t, taxfile.Koinly(), year(t)...); got != strings.Join(want, "\r\n") {
		t.Errorf("%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestCoinTracking(t *testing.T) {
	t.Parallel()
	want := []string{
		`"Type","Buy Amount","Buy Currency","Sell Amount","Sell Currency","Fee","Fee Currency","Exchange","Trade-Group","Comment","Date"`,
		`"Spend","","","2.500000000000000001","ETH","","","gpunet","","3 nodes bought, ` + hash + `","2026-03-31 23:59:59"`,
		`"Reward / Bonus","0.000000000000000001","ETH","","","","","gpunet","","reward for 3 nodes, ""ALPHA"", ` + hash +
			`","2026-04-01 00:59:59"`,
		`"Other Income","1250.5","USDT","","","","","gpunet","","share of 2026-03","2026-04-01 01:59:59"`,
		`"Airdrop","1000","ETH","","","","","gpunet","","airdrop","2026-04-01 02:59:59"`,
		`"Income (non taxable)","0.1","ETH","","","","","gpunet","","'=refunded, ` + hash + `","2026-04-01 04:59:59"`,
		`"Other Expense","","","0.000005","USDT","","","gpunet","","taken back","2026-04-01 05:59:59"`, "",
	}
	if got := written(t, taxfile.CoinTracking(), year(t)...); got != strings.Join(want, "\r\n") {
		t.Errorf("%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// Whatever a text says, every line has the cells of the header, no cell is computed, and the amount comes back to the base unit.
func TestEveryLineImports(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[=+\-@|%＝	\r\n ",;']{0,4}[a-z"\n]{0,3}`))
		e := taxfile.Entry{
			When: time.Unix(rapid.Int64Range(0, 4e9).Draw(r, "when"), 0), Kind: taxfile.Kind(rapid.IntRange(1, 6).Draw(r, "kind")),
			Amount: units(r, rapid.SampledFrom([]money.Asset{eth, usdt}).Draw(r, "asset"),
				rapid.StringMatching(`[1-9][0-9]{0,60}`).Draw(r, "units")),
			Description: text.Draw(r, "description"), Account: text.Draw(r, "account"),
		}
		for _, l := range taxfile.Layouts() {
			rows, err := csv.NewReader(strings.NewReader(written(r, l, e))).ReadAll()
			if err != nil || len(rows) != 2 || len(rows[0]) != len(rows[1]) {
				r.Fatalf("%s: %q, %v", l.Name, rows, err)
			}
			amounts := 0
			for i, cell := range rows[1] {
				if strings.IndexAny(cell, "=+-@|%＝＋－＠\t\r\n ") == 0 {
					r.Errorf("%s: %q of %s is a formula", l.Name, cell, rows[0][i])
				}
				if !strings.HasSuffix(rows[0][i], "Amount") || cell == "" {
					continue
				}
				amounts++
				sent := strings.HasPrefix(rows[0][i], "Sent") || strings.HasPrefix(rows[0][i], "Sell")
				if got, err := money.Parse(e.Amount.Asset(), cell); err != nil || got != e.Amount || e.Kind.Sent() != sent {
					r.Errorf("%s: %s is %s, %v, want %s", l.Name, rows[0][i], cell, err, e.Amount)
				}
			}
			if amounts != 1 {
				r.Errorf("%s: %q has %d amounts", l.Name, rows[1], amounts)
			}
		}
	})
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"koinly", "cointracking"} {
		if l, ok := taxfile.Find(name); !ok || l.Name != name {
			t.Errorf("%s: %s, %v", name, l.Name, ok)
		}
	}
	if _, ok := taxfile.Find("csv"); ok {
		t.Error("csv is taken for a tax program")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestAFileThatIsNotWhole(t *testing.T) {
	t.Parallel()
	if err := taxfile.Koinly().Write(full{}, year(t)); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("%v", err)
	}
}

// TestTheDocument: the table of labels and types in docs/statement.md is that of the code.
func TestTheDocument(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "statement.md"))
	if err != nil {
		t.Fatal(err)
	}
	entries := year(t)
	koinly, err := csv.NewReader(strings.NewReader(written(t, taxfile.Koinly(), entries...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	tracking, err := csv.NewReader(strings.NewReader(written(t, taxfile.CoinTracking(), entries...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(koinly); i++ {
		label := "`" + koinly[i][9] + "`"
		if label == "``" {
			label = "none: a deposit"
		}
		if row := "| " + label + " | `" + tracking[i][0] + "` |\n"; !strings.Contains(string(page), row) {
			t.Errorf("docs/statement.md has no row that ends in %s", row)
		}
	}
	for _, header := range []string{"Nodeledger-Left-Out", "Net Worth Amount"} {
		if !strings.Contains(string(page), header) {
			t.Errorf("docs/statement.md does not name %s", header)
		}
	}
}
