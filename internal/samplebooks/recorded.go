package samplebooks

import (
	"encoding/csv"
	"math/big"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/program"
)

// Recorded serves the recorded run and opens empty books for it; Sync fills them.
func Recorded(t testing.TB) (*engine.Engine, *server.Server) {
	t.Helper()
	node, err := server.Load(Testdata("gpunet-sale"))
	check(t, err)
	web := httptest.NewServer(node)
	t.Cleanup(web.Close)
	p, err := program.Load(Testdata("programs", "gpunet-recorded.yaml"))
	check(t, err)
	return open(t, p, web.URL), node
}

// Purchase is one line of what the right books of the recorded run are. Amounts are base units.
type Purchase struct {
	Block                                          uint64
	Buyer, Code, Tiers                             string
	Quantity                                       uint64
	Live                                           bool // the code was, so the buyer had a discount
	List, Discount, Paid, Referral, Treasury, Dust *big.Int
}

// Purchases are all of them in order.
func Purchases(t testing.TB) (list []Purchase) {
	t.Helper()
	file, err := os.Open(Testdata("gpunet-sale", "expected.csv"))
	check(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	check(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, row := range rows[1:] {
		number := func(name string) *big.Int {
			n, ok := new(big.Int).SetString(row[column[name]], 10)
			if !ok {
				t.Fatalf("%s is %q", name, row[column[name]])
			}
			return n
		}
		list = append(list, Purchase{
			Block: number("block").Uint64(), Buyer: row[column["buyer"]], Code: row[column["ref_code"]], Tiers: row[column["tier_split"]],
			Quantity: number("quantity").Uint64(), Live: row[column["code_active"]] == "true",
			List: number("list_price_wei"), Discount: number("discount_wei"), Paid: number("gross_value_sent_wei"),
			Referral: number("referral_wei"), Treasury: number("treasury_wei"), Dust: number("dust_wei"),
		})
	}
	return list
}
