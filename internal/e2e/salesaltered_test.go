package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// wrongLines are program files with one wrong line each, by sale: what stands there, and what is written instead.
var wrongLines = map[string][][2]string{
	"aethir": {
		{"price: 0.15 }", "price: 0.16 }"},
		{`unless: "PurchaseWithCode(address indexed sender, uint256 paymentAmount, string code)" #`, "#"},
		{"of: paid, asset: WETH", "of: sold"},
		{`{ address: "0x9A676e781A523b5d0C0e43731313A708CB607508", tier: 3, price: 0.18 }`, ""},
		{"start_block: 11", "start_block: 60"},
	},
	"carv": {
		{"each: unit", "means: gross"},
		{"0: CARV, 1: ETH", "0: ETH, 1: CARV"},
		{"quantity: count", "quantity: unitIndex"},
		{"buyer: purchaser", "buyer: transaction\n      where: { payment: 1 }"},
		{"start_block: 10", "start_block: 40"},
	},
	"erc721ref": {
		{"per: transaction", "per: log"},
		{"price: 101.01", "price: 101.02"},
		{"discount: 10%, reward: 5%", "discount: 11%, reward: 5%"},
		{"from: block 45", "from: block 40"},
		{"less: 1", "less: 2"},
		{`code: { call: "mint(address currency, string code, uint16 count)", field: code }`, ""},
		{"discount: 10%, reward: 5% }", "discount: 10%, reward: 4% }"},
	},
	"iftiered": {
		{`"Tier 1": 1, "Tier 2": 2`, `"Tier 1": 2, "Tier 2": 1`},
		{`, "KOL-A": 3`, ""},
		{"prices: [500.01,", "prices: [500.02,"},
		{"discount: 10%, reward: 8%", "discount: 9%, reward: 8%"},
		{"discount: 5%, reward: 9%", "discount: 5%, reward: 8%"},
		{"bonus: 5%", "bonus: 4%"},
		{`reward: 1% } }`, `reward: 2% } }`},
		{"wallets: { discount: 5%, reward: 8% }", ""},
	},
	"kip": {
		{"where: { whitelist: true }", "where: { whitelist: true, tier: 9 }"},
		{"tier: tier", "tier: tokenId"},
		{"prices: [300, 330.5, 400]", "prices: [300, 330, 400]"},
		{"quantity: one_per_log", "quantity: tokenId"},
	},
	"kol": {
		{"quantity: amount", "quantity: unit_price"},
		{"field: total_price", "field: unit_price"},
		{"tier: tier", "tier: amount"},
		{"Purchased(address indexed buyer", "Purchase(address indexed buyer"},
		{"start_block: 10", "start_block: 30"},
	},
	"playfi": {
		{"prices: [0.1, 0.12, 0.15]", "prices: [0.1, 0.13, 0.15]"},
		{`event: "TeamLicensesClaimed(address`, `event: "TeamLicenseClaimed(address`},
		{"nodes: 20, discount: 11%, reward: 11%", "nodes: 20, discount: 10%, reward: 11%"},
		{"prices: [0.09]", "prices: [0.1]"},
		{"discount: 10%", "discount: 11%"},
	},
	"xai": {
		{"where: { from: zero } #", "#"},
		{"per: transaction", "per: log"},
		{"size: 30, price: 0.1579454456", "size: 31, price: 0.1579454456"},
		{"price: 0.25", "price: 0.26"},
		{"price: 0.25", "price: 0.24"},
		{"nodes: burns, ", ""},
		{`- { event: "RewardClaimed(address indexed claimer, uint256 amount)", wallet: claimer, amount: amount }`, ""},
	},
}

// flagsOf are how many marks a report counts.
func flagsOf(t *testing.T, report map[string]any) (flags string) {
	t.Helper()
	return fmt.Sprint(report["flags"])
}

// TestAWrongLineOfASaleIsNoticed: a program file with one wrong line is refused, or marks purchases that the right one does not mark.
func TestAWrongLineOfASaleIsNoticed(t *testing.T) {
	for _, sale := range sales {
		t.Run(sale, func(t *testing.T) {
			t.Parallel()
			_, url := saleServer(t, sale)
			text, err := os.ReadFile(saleProgram(sale))
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			honest := flagsOf(t, succeed(t, "sync", "--db", filepath.Join(dir, "right.db"), "--program", saleProgram(sale), "--rpc", url, "--json"))
			for i, line := range wrongLines[sale] {
				if !strings.Contains(string(text), line[0]) {
					t.Errorf("%q is not in the file", line[0])
					continue
				}
				wrong := filepath.Join(dir, fmt.Sprint(i, ".yaml"))
				if err := os.WriteFile(wrong, []byte(strings.Replace(string(text), line[0], line[1], 1)), 0o600); err != nil {
					t.Fatal(err)
				}
				args := []string{"sync", "--db", filepath.Join(dir, fmt.Sprint(i, ".db")), "--program", wrong, "--rpc", url, "--json"}
				if o := run(t, args...); o.code == 0 {
					if got := flagsOf(t, succeed(t, args...)); got == honest {
						t.Errorf("%q for %q goes unnoticed: %s", line[1], line[0], got)
					}
				} else if o.code != 1 || strings.Contains(o.stderr, "panic") {
					t.Errorf("%q for %q: exit %d: %s", line[1], line[0], o.code, o.stderr)
				}
			}
		})
	}
}

// TestAnAlteredSaleIsNoticed: an amount that an endpoint alters, and an event that it leaves out, in the answer of eth_getLogs alone or in
// the receipts as well. Nothing is booked from it.
func TestAnAlteredSaleIsNoticed(t *testing.T) {
	for _, sale := range sales {
		t.Run(sale, func(t *testing.T) {
			t.Parallel()
			row := saleRows(t, saleFile(t, sale, "expected.csv"))[0]
			at := new(server.At)
			if _, err := fmt.Sscan(row["block"]+" "+strings.Fields(row["logs"])[0], &at.Block, &at.Log); err != nil {
				t.Fatal(err)
			}
			for what, faults := range map[string]server.Faults{
				"an altered amount":                     {Alter: at},
				"an altered amount, also in receipts":   {Alter: at, InReceipts: true},
				"an event left out":                     {LeaveOut: at},
				"an event left out, also from receipts": {LeaveOut: at, InReceipts: true},
			} {
				liar, url := saleServer(t, sale)
				liar.SetFaults(faults)
				db := filepath.Join(t.TempDir(), "books.db")
				o := run(t, "sync", "--db", db, "--program", saleProgram(sale), "--rpc", url, "--json")
				if o.code != 1 || !strings.Contains(o.stderr, "block "+row["block"]) {
					t.Errorf("%s: exit %d: %s", what, o.code, o.stderr)
				}
			}
		})
	}
}
