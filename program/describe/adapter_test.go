package describe_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
)

// TestEachAdapterIsDescribedAsItReads: what is said of one adapter is not true of another.
func TestEachAdapterIsDescribedAsItReads(t *testing.T) {
	t.Parallel()
	const head = "program: x\nschema: 1\nchain: { id: 1, start_block: 1 }\nsale:\n  contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n"
	const event = "  adapter: event\n  mode: sequential\n  tiers: [{ size: 1, price: 1 }]\n" +
		"  purchases:\n    - { event: \"Bought(address buyer, uint256 count, uint256 paid)\", buyer: buyer, quantity: count,\n" +
		"        paid: { field: paid, means: list } }\n"
	const nodeSale, amount = "which says everything in events", "The amount in a payment"
	const scan, listed, fixed = "are found by scanning blocks", "come from the transactions that the file lists",
		"nothing on the chain changes them"
	all := []string{nodeSale, amount, scan, listed, fixed}
	for name, c := range map[string]struct {
		sale string
		want []string
	}{
		"nodesale":                {"  adapter: nodesale\n", []string{nodeSale}},
		"payment handler":         {"  adapter: payment-handler\n  amount: net\n  admin: scan\n  mode: parallel\n", []string{amount, scan}},
		"payment handler, listed": {"  adapter: payment-handler\n  amount: net\n  admin: []\n  mode: parallel\n", []string{amount, listed}},
		"event":                   {event, []string{fixed}},
	} {
		p, err := program.Read(name, []byte(head+c.sale))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var out strings.Builder
		if err := describe.Write(&out, p, "en"); err != nil {
			t.Fatal(err)
		}
		for _, text := range all {
			wanted := false
			for _, w := range c.want {
				wanted = wanted || w == text
			}
			if strings.Contains(out.String(), text) != wanted {
				t.Errorf("%s: %q is there: %t\n%s", name, text, !wanted, out.String())
			}
		}
	}
}
