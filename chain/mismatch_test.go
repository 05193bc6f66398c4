package chain_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/program"
)

// named is the small sale on a kind of chain.
func named(t *testing.T, name string) *smallSale {
	t.Helper()
	for i := range smallSales {
		if smallSales[i].name == name {
			return &smallSales[i]
		}
	}
	t.Fatalf("there is no %s", name)
	return nil
}

// TestAgreedMismatch: what several endpoints tell alike and cannot be proven is nobody's fault; it stops the books all the same.
func TestAgreedMismatch(t *testing.T) {
	s := named(t, "ethereum-prague")
	f := server.Faults{LeaveOut: &server.At{Block: 43}, InReceipts: true}
	w := dial(t, s.options(t, program.ProofFull, s.server(t, f), s.server(t, f)))
	_, err := w.Prove(t.Context(), start(1), 79, true)
	if err == nil || isFault(err) || len(w.FaultyAnswers()) != 0 || !strings.Contains(err.Error(), "the 2 endpoints that were asked agree") {
		t.Fatalf("%v, blamed %v", err, w.FaultyAnswers())
	}
}

// unknownReceipts gives every receipt of a block a field and the root of that block's receipts no chance.
func unknownReceipts(block string) func(string, []any, any) any {
	return func(method string, _ []any, result any) any {
		list, ok := result.([]any)
		if method != "eth_getBlockReceipts" || !ok || len(list) == 0 || list[0].(map[string]any)["blockNumber"] != block {
			return result
		}
		for _, one := range list {
			receipt := one.(map[string]any)
			receipt["futureFee"], receipt["cumulativeGasUsed"] = "0x1", "0x2"
		}
		return list
	}
}

// TestNamedMismatch: receipts with a field that is not known name it, and nobody is blamed. When another endpoint's hold, those are taken.
func TestNamedMismatch(t *testing.T) {
	s := named(t, "ethereum-prague")
	o := s.options(t, program.ProofFull)
	o.Endpoints = []string{serve(t, &alteringServer{s.server(t, server.Faults{}), unknownReceipts("0x2b")})}
	w := dial(t, o)
	_, err := w.Prove(t.Context(), start(1), 79, true)
	const words = "this version does not know (field futureFee) and cannot be proven: set chain.proof to none, or use a newer version"
	if err == nil || isFault(err) || len(w.FaultyAnswers()) != 0 || !strings.Contains(err.Error(), words) {
		t.Fatalf("%v, blamed %v", err, w.FaultyAnswers())
	}
	o.Endpoints = append(o.Endpoints, serve(t, s.server(t, server.Faults{})))
	w = dial(t, o)
	s.check(t, wholeSale(t, w))
	if len(w.FaultyAnswers()) != 0 || len(w.Unproven()) != 1 {
		t.Fatalf("blamed %v, unproven %v", w.FaultyAnswers(), w.Unproven())
	}
}

// retyped calls a transaction another type, with another value.
func retyped(hash common.Hash) func(string, []any, any) any {
	return func(method string, _ []any, result any) any {
		block, ok := result.(map[string]any)
		if !ok || block["transactions"] == nil {
			return result
		}
		for _, one := range block["transactions"].([]any) {
			if tx, whole := one.(map[string]any); whole && tx["hash"] == hash.Hex() {
				tx["type"], tx["value"] = "0x7f", "0x1"
			}
		}
		return block
	}
}

// TestTransactionUnderAnotherType: a purchase that an endpoint calls by a type that nobody decodes is found by its bytes; where it serves
// none, nothing of what it tells about it is taken.
func TestTransactionUnderAnotherType(t *testing.T) {
	s := named(t, "ethereum-prague")
	purchase := s.server(t, server.Faults{}).At(43).Txs
	for _, noRaw := range []bool{false, true} {
		o := s.options(t, program.ProofFull)
		at := purchase[len(purchase)-1].Hash
		o.Endpoints = []string{serve(t, &alteringServer{s.server(t, server.Faults{NoRaw: noRaw}), retyped(at)})}
		w := dial(t, o)
		proven, err := w.Prove(t.Context(), start(1), 79, true)
		if !noRaw {
			if f := fault(t, err); f.Block != 43 || !strings.Contains(f.Text, "is not what its bytes say") {
				t.Error(err)
			}
			continue
		}
		if err != nil || proven.Level != engine.ProofEvents || proven.Logs != 20 {
			t.Fatalf("level %s, %d logs, %v", proven.Level, proven.Logs, err)
		}
		for _, b := range proven.Blocks {
			if tx := b.Facts.Tx(b.Facts.Logs[0].TxHash); (tx == nil) != (b.Header.Number == 43) {
				t.Errorf("block %d has the transaction %v", b.Header.Number, tx)
			}
		}
	}
}

// TestAlteredTransactionOnChains: a transaction whose value is altered is found, whatever else is in the block, with the bytes of
// transactions and without.
func TestAlteredTransactionOnChains(t *testing.T) {
	for _, name := range []string{"ethereum-prague", "arbitrum", "op", "scroll", "bera", "polygon-old", "polygon-new"} {
		s := named(t, name)
		node := s.server(t, server.Faults{})
		txs := node.At(43).Txs
		at := txs[0].Hash
		for _, one := range txs {
			if strings.Contains(string(one.JSON), `"type":"0x0"`) || strings.Contains(string(one.JSON), `"type":"0x2"`) {
				at = one.Hash
				break
			}
		}
		value := func(method string, params []any, result any) any {
			retyped := retyped(at)(method, params, result)
			if block, ok := retyped.(map[string]any); ok && block["transactions"] != nil {
				for _, one := range block["transactions"].([]any) {
					if tx, whole := one.(map[string]any); whole && tx["hash"] == at.Hex() {
						tx["type"] = "0x2"
						if tx["maxFeePerGas"] == nil {
							tx["type"] = "0x0"
						}
					}
				}
			}
			return retyped
		}
		for _, noRaw := range []bool{false, true} {
			o := s.options(t, program.ProofFull)
			o.Endpoints = []string{serve(t, &alteringServer{s.server(t, server.Faults{NoRaw: noRaw}), value})}
			_, err := dial(t, o).Prove(t.Context(), start(1), 79, true)
			if f := fault(t, err); f.Block != 43 || !strings.Contains(f.Text, "altered") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestStateSyncWithWatchedEvents: events that are told beside the block are left out, and nobody is blamed for telling them.
func TestStateSyncWithWatchedEvents(t *testing.T) {
	s := named(t, "polygon-old")
	node := s.server(t, server.Faults{})
	synced := map[common.Address]bool{}
	for n := uint64(1); n <= 79; n++ {
		for _, log := range node.At(n).Logs {
			if log.Address != gpunet {
				synced[log.Address] = true
			}
		}
	}
	if len(synced) == 0 {
		t.Fatal("no event of a state sync is recorded")
	}
	o := s.options(t, program.ProofFull, node)
	for address := range maps.Keys(synced) {
		o.Watch.Also = append(o.Watch.Also, evm.Filter{Address: address})
	}
	w := dial(t, o)
	s.check(t, wholeSale(t, w))
	causes := w.Unproven()
	if len(w.FaultyAnswers()) != 0 || len(causes) != 1 || !strings.Contains(causes[0].Why, "state sync") || causes[0].Blocks < 5 {
		t.Fatalf("blamed %v, unproven %v", w.FaultyAnswers(), causes)
	}
}
