package e2e_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// sales are the recorded runs of sales that have no adapter of their own.
var sales = []string{"aethir", "carv", "erc721ref", "iftiered", "kip", "kol", "playfi", "xai"}

func saleFile(t testing.TB, sale string, name ...string) string {
	t.Helper()
	return filepath.Join(append([]string{"..", "..", "testdata", "sales", sale}, name...)...)
}

func saleProgram(sale string) string {
	return filepath.Join("..", "..", "testdata", "programs", sale+".yaml")
}

func saleServer(t testing.TB, sale string) (*server.Server, string) {
	t.Helper()
	s, err := server.Load(saleFile(t, sale))
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, web.URL
}

// saleTotals are the totals that a run comes to, by asset or wallet, in base units.
type saleTotals struct {
	Purchases, Nodes int
	Paid, Rewards    map[string]string
	Refunded         map[string]string
	ByWallet         map[string]map[string]string `json:"rewards_by_wallet"`
	Owed             map[string]map[string]string `json:"owed_to_referrers"`
	Holders          map[string]int               `json:"holders_at_the_end"`
}

func rightTotals(t testing.TB, sale string) (totals saleTotals) {
	t.Helper()
	text, err := os.ReadFile(saleFile(t, sale, "totals.json"))
	if err == nil {
		err = json.Unmarshal(text, &totals)
	}
	if err != nil {
		t.Fatal(err)
	}
	return totals
}

// TestEverySaleIsBookedAsItHappened: purchases, nodes, what was paid, rewards, what is owed, holders and refunds of sales by contracts
// that only a program file describes, at proof full, in both databases with one head.
func TestEverySaleIsBookedAsItHappened(t *testing.T) {
	for _, sale := range sales {
		t.Run(sale, func(t *testing.T) {
			t.Parallel()
			_, url := saleServer(t, sale)
			kinds := databases(t)
			db := kinds["sqlite"]()
			report := succeed(t, "sync", "--db", db, "--program", saleProgram(sale), "--rpc", url, "--json")
			right := rightTotals(t, sale)
			expect(t, report, map[string]string{
				"purchases": fmt.Sprint(right.Purchases), "nodes": fmt.Sprint(right.Nodes), "proof": "full",
			})
			compareAssets(t, report, &right)
			compareSale(t, db, sale, &right)
			rebuilt := succeed(t, "rebuild", "--db", kinds["postgresql"](), "--from", db, "--program", saleProgram(sale), "--json")
			if rebuilt["ledger_head"] != report["ledger_head"] {
				t.Errorf("rebuilt head %v, want %v", rebuilt["ledger_head"], report["ledger_head"])
			}
			if ok := succeed(t, "ledger", "verify", "--db", db, "--program", saleProgram(sale), "--json"); ok["ok"] != true {
				t.Errorf("verify: %v", ok)
			}
		})
	}
}

func compareAssets(t *testing.T, report map[string]any, right *saleTotals) {
	t.Helper()
	owed := map[string]string{}
	for _, by := range right.Owed {
		for asset, amount := range by {
			owed[asset] = added(t, owed[asset], amount)
		}
	}
	seen := map[string]bool{}
	for _, one := range report["assets"].([]any) {
		a := one.(map[string]any)
		asset := a["asset"].(string)
		seen[asset] = true
		for what, want := range map[string]string{"paid": right.Paid[asset], "rewards": right.Rewards[asset], "refunded": right.Refunded[asset],
			"owed": owed[asset]} {
			if want == "" {
				want = "0"
			}
			if a[what] != want {
				t.Errorf("%s in %s is %v, want %s", what, asset, a[what], want)
			}
		}
	}
	for asset := range right.Paid {
		if !seen[asset] {
			t.Errorf("nothing is said of %s", asset)
		}
	}
}

// added is the sum of two numbers in decimal; nothing is zero.
func added(t *testing.T, a, b string) string {
	t.Helper()
	total := new(big.Int)
	for _, text := range []string{a, b} {
		if n, ok := new(big.Int).SetString(text, 10); ok {
			total.Add(total, n)
		} else if text != "" {
			t.Fatalf("%q is no number", text)
		}
	}
	return total.String()
}

// compareSale compares the journal with what happened, purchase by purchase, and the balances with who has what at the end.
func compareSale(t *testing.T, db, sale string, right *saleTotals) {
	t.Helper()
	s, err := store.ConnectReadOnly(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows := saleRows(t, saleFile(t, sale, "expected.csv"))
	earned := map[string]string{}
	for tx, err := range s.Transactions(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range tx.Postings {
			if to, is := strings.CutPrefix(p.To.String(), "expenses:referral:"); is {
				earned[to] = added(t, earned[to], p.Amount.Digits())
			}
		}
		if tx.Kind != "purchase" {
			continue
		}
		if len(rows) == 0 {
			t.Fatalf("transaction %d is one purchase too many", tx.Sequence)
		}
		comparePurchase(t, tx, rows[0])
		rows = rows[1:]
	}
	if len(rows) > 0 {
		t.Errorf("%d purchases are missing, the first is %v", len(rows), rows[0])
	}
	for wallet, by := range right.ByWallet {
		for asset, amount := range by {
			if got := earned[strings.ToLower(wallet)]; got != amount {
				t.Errorf("%s earned %s %s, want %s", wallet, got, asset, amount)
			}
		}
	}
	holders, owed := map[string]string{}, map[string]string{}
	for p, err := range s.Balances(context.Background(), "") {
		if err != nil {
			t.Fatal(err)
		}
		switch account := p.Account.String(); {
		case strings.HasPrefix(account, "register:node:0x"):
			if units := p.Balance.Net().String(); units != "0" {
				holders[strings.TrimPrefix(account, "register:node:")] = units
			}
		case strings.HasPrefix(account, "liabilities:referral:"):
			wallet := strings.Split(account, ":")[2]
			owed[wallet] = added(t, owed[wallet], new(big.Int).Neg(p.Balance.Net()).String())
		}
	}
	for wallet, nodes := range right.Holders {
		if got := holders[strings.ToLower(wallet)]; got != fmt.Sprint(nodes) {
			t.Errorf("%s holds %s nodes, want %d", wallet, got, nodes)
		}
		delete(holders, strings.ToLower(wallet))
	}
	if len(holders) > 0 {
		t.Errorf("nobody should hold %v", holders)
	}
	for wallet, by := range right.Owed {
		for asset, amount := range by {
			if got := owed[strings.ToLower(wallet)]; got != amount && !(got == "" && amount == "0") {
				t.Errorf("%s is owed %s %s, want %s", wallet, got, asset, amount)
			}
		}
	}
}

func saleRows(t *testing.T, path string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func comparePurchase(t *testing.T, tx *ledger.Transaction, row map[string]string) {
	t.Helper()
	payer, reward, asset := "", "0", ""
	for _, p := range tx.Postings {
		if from, is := strings.CutPrefix(p.From.String(), "income:sale:"); is {
			payer, asset = from, p.Amount.Asset().Symbol()
		}
		if p.To.String() == "expenses:referral:"+strings.ToLower(row["referrer"]) {
			reward = p.Amount.Digits()
		}
	}
	holder := tx.Meta["holder"]
	if holder == "" {
		holder = payer
	}
	want := func(name, otherwise string) string {
		if row[name] == "" {
			return otherwise
		}
		return strings.ToLower(row[name])
	}
	checks := map[string][2]string{
		"transaction": {tx.Source.TxHash.String(), row["tx"]},
		"nodes":       {tx.Meta["quantity"], row["nodes"]},
		"paid":        {tx.Meta["paid"], row["paid"]},
		"code":        {tx.Meta["code"], row["code"]},
		"referrer":    {tx.Meta["referrer"], want("referrer", "")},
		"reward":      {reward, want("reward", "0")},
	}
	if row["paid"] != "0" {
		checks["payer"] = [2]string{payer, strings.ToLower(row["payer"])}
		checks["holder"] = [2]string{holder, strings.ToLower(row["holder"])}
		checks["asset"] = [2]string{asset, row["asset"]}
	}
	if !slices.Contains(strings.Fields(row["logs"]), fmt.Sprint(tx.Source.LogIndex)) {
		t.Errorf("purchase %s: it is booked from log %d, want one of %s", row["n"], tx.Source.LogIndex, row["logs"])
	}
	for what, c := range checks {
		if c[0] != c[1] {
			t.Errorf("purchase %s: %s is %q, want %q", row["n"], what, c[0], c[1])
		}
	}
}
