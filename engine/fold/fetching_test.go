package fold_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Where it is not known yet what the project's wallets hold of a token, the sale's purchases in it are read all the same.
func TestATokenThatWaitsStillPaysForNodes(t *testing.T) {
	t.Parallel()
	p, err := program.Read("two.yaml", []byte(`program: two
schema: 1
assets:
  USDC: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000cc" }
  USDT: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000dd" }
chain: { id: 1, start_block: 1 }
sale:
  contract: "0x00000000000000000000000000000000000000aa"
  adapter: event
  asset: USDC
  treasury: "0x0000000000000000000000000000000000000007"
  purchases: [{ event: "Sold(address by, uint256 n)", buyer: by, quantity: n, paid: moved, asset: moved }]
`))
	if err != nil {
		t.Fatal(err)
	}
	late := common.HexToAddress("0xdd")
	fetching := fold.Fetching(p, func(pair fold.Pair) bool { return pair.Token == late })
	r, err := sale.NewReader(fetching)
	if err != nil {
		t.Fatal(err)
	}
	if w := r.Watch(); !slices.Contains(w.Moved, late) {
		t.Errorf("it watches %v", w.Moved)
	}
	if len(fetching.Assets) != 1 {
		t.Errorf("the wallets' movements of the token are fetched: %v", fetching.Assets)
	}
}
