package chain_test

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// mainBlock is block 21,925,176 of Ethereum's main network as it was recorded, see testdata/mainnet/README.md: the only one that the
// node has.
type mainBlock struct {
	block, receipts, proof json.RawMessage
	receiptsAsked          atomic.Int32
}

const mainBlockNumber = 21_925_176

var (
	tetherUSD       = common.HexToAddress("0xdAC17F958D2ee523a2206206994597C13D831ec7")
	depositContract = common.HexToAddress("0x00000000219ab540356cBB839Cbe05303d7705Fa")
)

func newMainBlock(t *testing.T) *mainBlock {
	t.Helper()
	read := func(name string) json.RawMessage {
		raw, err := os.ReadFile("../testdata/mainnet/execution/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	m := &mainBlock{block: read("block-21925176.json"), receipts: read("receipts-21925176.json"), proof: read("proof-deposit-contract.json")}
	return m
}

// parent is the hash of the block before.
func (m *mainBlock) parent(t *testing.T) string {
	t.Helper()
	var b struct {
		Parent string `json:"parentHash"`
	}
	if err := json.Unmarshal(m.block, &b); err != nil {
		t.Fatal(err)
	}
	return b.Parent
}

// recordedSlot is a slot of the deposit contract whose proof was recorded, and what it held: a node of the tree of deposits.
var (
	recordedSlot = common.Hash{31: 1}
	recordedWord = common.HexToHash("0x2394e3bc4086a9625ae88307145a40ff4a4bf2c9a6755435bff86b22d6175d5f")
)

func (m *mainBlock) answer(method, params string) any {
	switch method {
	case "eth_chainId":
		return "0x1"
	case "eth_blockNumber":
		return hexutil.Uint64(mainBlockNumber)
	case "eth_getBlockByNumber", "eth_getBlockByHash":
		return m.block
	case "eth_getBlockReceipts":
		m.receiptsAsked.Add(1)
		return m.receipts
	case "eth_getLogs":
		return []types.Log{}
	case "eth_getCode":
		return "0x00" // there is code; which one does not matter here
	case "eth_getProof": // the recorded one is of a slot, too
		var p map[string]any
		if json.Unmarshal(m.proof, &p) != nil {
			return nil
		}
		if !strings.Contains(params, recordedSlot.Hex()) && !strings.Contains(params, `"0x1"`) {
			p["storageProof"] = []any{}
		}
		return p
	case "eth_call", "eth_getStorageAt":
		return recordedWord
	case "eth_getBalance":
		var p struct {
			Balance string `json:"balance"`
		}
		if json.Unmarshal(m.proof, &p) != nil {
			return nil
		}
		return p.Balance
	}
	return nil
}

func (m *mainBlock) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	type call struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
		Params json.RawMessage `json:"params"`
	}
	type result struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Result  any             `json:"result"`
	}
	var raw json.RawMessage
	if json.NewDecoder(r.Body).Decode(&raw) != nil {
		return
	}
	var one call
	if json.Unmarshal(raw, &one) == nil {
		_ = json.NewEncoder(w).Encode(result{"2.0", one.ID, m.answer(one.Method, string(one.Params))}) // a client that has gone reads nothing
		return
	}
	var batch []call
	if json.Unmarshal(raw, &batch) != nil {
		return
	}
	results := []result{}
	for _, c := range batch {
		results = append(results, result{"2.0", c.ID, m.answer(c.Method, string(c.Params))})
	}
	_ = json.NewEncoder(w).Encode(results)
}

// watch is a watcher of events that a token does not have, while others in the block do: its bloom does not rule them out, so the receipts
// are needed to say that there is none.
func (m *mainBlock) watch(t *testing.T) *chain.Watcher {
	t.Helper()
	deposit := crypto.Keccak256Hash([]byte("Deposit(address,uint256)"))
	return dial(t, chain.Options{
		ChainID: 1, Contract: tetherUSD, Level: program.ProofFull, Endpoints: []string{serve(t, m)},
		Watch: sale.Watch{Addresses: []common.Address{tetherUSD}, Topics: []common.Hash{deposit}},
		Counters: []sale.Counter{{View: "branch()", Selector: [4]byte{1, 2, 3, 4}, Contracts: []common.Address{depositContract},
			Slot: &recordedSlot}},
	})
}

// TestSlotOfTheMainNetwork: what a slot of the deposit contract holds is proven by its recorded proof under the block's state root, and a
// proof with another byte in it proves nothing.
func TestSlotOfTheMainNetwork(t *testing.T) {
	m := newMainBlock(t)
	w := m.watch(t)
	at, err := w.HeaderAt(t.Context(), mainBlockNumber)
	if err != nil {
		t.Fatal(err)
	}
	f, err := w.Counter(t.Context(), at)
	if err != nil || f.Assurance != engine.AssuranceProven || f.Value.Bytes32() != recordedWord {
		t.Errorf("the slot holds %s (%s, %s), %v", f.Value.Hex(), f.Assurance, f.Why, err)
	}
	var p struct {
		Storage []struct {
			Proof []string `json:"proof"`
		} `json:"storageProof"`
	}
	if err := json.Unmarshal(m.proof, &p); err != nil {
		t.Fatal(err)
	}
	for i, node := range p.Storage[0].Proof {
		other := "0"
		if node[len(node)-1] == '0' {
			other = "1"
		}
		altered := newMainBlock(t)
		altered.proof = json.RawMessage(strings.Replace(string(m.proof), node, node[:len(node)-1]+other, 1))
		f, err := altered.watch(t).Counter(t.Context(), at)
		if err == nil && f.Assurance == engine.AssuranceProven {
			t.Errorf("node %d of the proof is another one, and the slot is proven to hold %s", i, f.Value.Hex())
		}
	}
}

// TestBlockOfTheMainNetwork: its header hashes, its 202 receipts rebuild its root, and what the deposit contract holds after it is proven.
func TestBlockOfTheMainNetwork(t *testing.T) {
	m := newMainBlock(t)
	w := m.watch(t)
	at, err := w.HeaderAt(t.Context(), mainBlockNumber)
	if err != nil {
		t.Fatal(err)
	}
	if at.Hash != common.HexToHash("0x92dabfa3f61ff1c349d12f5fd0dd4c99760a0a41b77dee8f0a80f83efdcb307a") {
		t.Errorf("the block is %s", at)
	}
	proven, err := w.Prove(t.Context(), engine.Header{Number: mainBlockNumber - 1, Hash: at.Parent}, mainBlockNumber, true)
	if err != nil || proven.Last != at || proven.Level != engine.ProofFull || proven.Logs != 0 {
		t.Errorf("%+v, %v", proven, err)
	}
	if m.receiptsAsked.Load() == 0 {
		t.Error("the receipts were not needed")
	}
	f, err := w.Balance(t.Context(), at, depositContract)
	if err != nil || f.Assurance != engine.AssuranceProven || f.Value.IsZero() {
		t.Errorf("the deposit contract holds %s (%s, %s), %v", &f.Value, f.Assurance, f.Why, err)
	}
	if faulty := w.FaultyAnswers(); len(faulty) != 0 {
		t.Errorf("blamed are %v", faulty)
	}
}

// TestAlteredBlockOfTheMainNetwork: a transfer of another amount in one receipt, and a header with another field, are refused with block
// and endpoint. (The only header that was seen may be of a chain that cannot be proven, so nobody is blamed for that one.)
func TestAlteredBlockOfTheMainNetwork(t *testing.T) {
	amount := "0x" + strings.Repeat("0", 60)
	for name, alter := range map[string]func(m *mainBlock) bool{
		"a receipt": func(m *mainBlock) bool {
			before := string(m.receipts)
			i := strings.Index(before, amount)
			m.receipts = json.RawMessage(before[:i+61] + "f" + before[i+62:])
			return i > 0 && string(m.receipts) != before
		},
		"the header": func(m *mainBlock) bool {
			before := string(m.block)
			m.block = json.RawMessage(strings.Replace(before, `"gasUsed": "0xf`, `"gasUsed": "0xe`, 1))
			return string(m.block) != before
		},
	} {
		m := newMainBlock(t)
		if !alter(m) {
			t.Fatalf("%s is not altered", name)
		}
		parent := engine.Header{Number: mainBlockNumber - 1, Hash: common.HexToHash(m.parent(t))}
		proven, err := m.watch(t).Prove(t.Context(), parent, mainBlockNumber, true)
		if err == nil || !strings.Contains(err.Error(), "block 21925176 from http://127.0.0.1:") {
			t.Errorf("%s: %+v, %v", name, proven, err)
		}
	}
}
