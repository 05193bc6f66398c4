package rewards_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// A thousand brackets, every two of one amount: each holder gets that of the highest bracket reached, equal amounts stay equal
// when the fund is too small, and nothing is lost.
func TestAThousandBrackets(t *testing.T) {
	t.Parallel()
	var brackets []string
	for k := range 1000 {
		brackets = append(brackets, fmt.Sprintf("{ nodes: %d, amount: %d }", k+2, k/2+1))
	}
	p, err := program.Read("many.yaml", []byte(`program: many
schema: 1
assets:
  ETH:  { decimals: 18, kind: native }
  USDT: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000dd" }
chain: { id: 31337, start_block: 0 }
sale: { contract: "0x00000000000000000000000000000000000000aa", adapter: nodesale }
revenue:
  asset: USDT
  split: { share: 50%, buyback: 50% }
  share: { mode: brackets, surplus: carry, brackets: [`+strings.Join(brackets, ", ")+`] }
`))
	if err != nil {
		t.Fatal(err)
	}
	var holders []rewards.Holder
	for n := range 1010 {
		holders = append(holders, rewards.Holder{Wallet: ledger.Wallet{18: byte(n >> 8), 19: byte(n)}, Nodes: uint64(n + 1)})
	}
	due := func(nodes uint64) uint64 { // in whole USDT
		if nodes < 2 {
			return 0
		}
		return (min(nodes, 1001)-2)/2 + 1
	}
	for _, fund := range []string{"1000000", "1234.567891", "0.000001"} {
		m, err := rewards.CloseMonth(p, monthOf(holders, amount(t, usdt, fund), money.Zero(usdt)))
		if err != nil {
			t.Fatal(err)
		}
		sum := money.Zero(usdt)
		for i := range m.Holders {
			nodes := m.Holders[i].Nodes
			if !m.Scaled && m.Share(i) != money.Units(usdt, 1_000_000*due(nodes)) {
				t.Fatalf("fund %s: %d nodes get %s, want %d", fund, nodes, m.Share(i), due(nodes))
			}
			if i > 0 && due(nodes) == due(m.Holders[i-1].Nodes) && m.Share(i) != m.Share(i-1) {
				t.Fatalf("fund %s: %d and %d nodes are due the same and get %s and %s", fund, nodes-1, nodes, m.Share(i-1), m.Share(i))
			}
			if sum, err = sum.Add(m.Share(i)); err != nil {
				t.Fatal(err)
			}
		}
		total, err := m.Paid.Add(left(m.CarryOut))
		if err != nil || sum != m.Paid || total != amount(t, usdt, fund) || m.Scaled != (fund != "1000000") {
			t.Errorf("fund %s: %s shared, %s paid, %s carried, scaled %v (%v)", fund, sum, m.Paid, m.CarryOut, m.Scaled, err)
		}
	}
}
