package synth

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
)

// A lean sale answers to the byte what the sale that has all of its blocks does, in any order and more than once.
func TestALeanSaleIsTheSame(t *testing.T) {
	whole, lean := NodeSale(700, 3), LeanNodeSale(700, 3)
	if len(lean.Blocks[50].Full)+len(lean.Blocks[50].Receipts)+len(lean.Blocks[50].Txs) > 0 {
		t.Fatal("its blocks are not lean")
	}
	a, b := whole.Serve(), lean.Serve()
	same := func(method string, params ...any) {
		t.Helper()
		raw := make([]json.RawMessage, len(params))
		for i := range params {
			raw[i], _ = json.Marshal(params[i])
		}
		one, refused := a.Answer(method, raw)
		other, alsoRefused := b.Answer(method, raw)
		if refused != nil || alsoRefused != nil || !bytes.Equal(one, other) || len(one) < 2 {
			t.Fatalf("%s %s: %d bytes and %d, %v, %v", method, raw, len(one), len(other), refused, alsoRefused)
		}
	}
	for _, n := range []int{0, 1, 2, 3, 4, 600, 601, 88, 601, 700, 4} {
		number := fmt.Sprintf("0x%x", n)
		for _, full := range []bool{true, false} {
			same("eth_getBlockByNumber", number, full)
			same("eth_getBlockByHash", whole.Blocks[n].Hash, full)
		}
		same("eth_getBlockReceipts", whole.Blocks[n].Hash)
		same("eth_call", map[string]any{"to": whole.Contract, "data": fmt.Sprintf("0x%x", []byte(selector(whole.Counter)))}, number)
	}
	same("eth_getLogs", map[string]any{"fromBlock": "0x0", "toBlock": "latest", "address": whole.Contract})
	same("eth_getLogs", map[string]any{"blockHash": whole.Blocks[7].Hash})
}
