package chain

import (
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/sale"
)

// TestRecordedRoots: every header and receiptsRoot of the recorded run recomputes, and every transactionsRoot but those of
// the four blocks in which a contract's creation is blanked.
func TestRecordedRoots(t *testing.T) {
	text, err := os.ReadFile("../testdata/gpunet-sale/blocks.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	contract := common.HexToAddress("0x5FbDB2315678afecb367f032d93F642f64180aa3")
	roots := newRoots(newBlooms(selected(t, sale.Watch{Addresses: []common.Address{contract}})))
	parent := common.Hash{}
	b := new(block) // used for all of them, as a watcher does
	for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		var record struct{ Block, Receipts json.RawMessage }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		r := &reader{text: record.Block}
		readBlock(r, b)
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		r = &reader{text: record.Receipts}
		readReceipts(r, &b.receipts)
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		if wrong := b.verify(uint64(n)); wrong != "" || b.header.ParentHash != parent {
			t.Fatalf("block %d: %s, parent %s", n, wrong, b.header.ParentHash)
		}
		if b.verify(uint64(n+1)) == "" {
			t.Fatalf("block %d passes for the next one", n)
		}
		parent = b.hash
		if root, ok := roots.receipts(b); !ok {
			t.Errorf("block %d: receiptsRoot %s", n, root)
		}
		stated := append([]common.Hash(nil), b.hashes...)
		root, unreadable := roots.transactions(b)
		if ok := root == b.header.TxHash; ok != (n == 0 || n > 4) || unreadable != -1 {
			t.Errorf("block %d: transactionsRoot %t, unreadable %d", n, ok, unreadable)
		}
		for i := range b.txs {
			if b.txs[i].hash != stated[i] {
				t.Errorf("block %d: transaction %d hashes to %s", n, i, b.txs[i].hash)
			}
		}
	}
}

func amounts() *rapid.Generator[*big.Int] {
	return rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 32), func(b []byte) *big.Int { return new(big.Int).SetBytes(b) })
}

func drawTransaction(r *rapid.T) *types.Transaction {
	n := func(name string) *big.Int { return amounts().Draw(r, name) }
	u := func(name string) *uint256.Int { return uint256.MustFromBig(n(name)) }
	nonce, gas := rapid.Uint64().Draw(r, "nonce"), rapid.Uint64().Draw(r, "gas")
	input := rapid.SliceOfN(rapid.Byte(), 0, 100).Draw(r, "input")
	hashes := rapid.SliceOfN(rapid.Map(rapid.Uint64(), func(n uint64) common.Hash { return uint256.NewInt(n).Bytes32() }), 0, 3)
	var access types.AccessList
	for range rapid.IntRange(0, 2).Draw(r, "access") {
		access = append(access, types.AccessTuple{Address: common.Address{1, byte(nonce)}, StorageKeys: hashes.Draw(r, "keys")})
	}
	to := &common.Address{7, byte(gas)}
	if rapid.Bool().Draw(r, "creation") {
		to = nil
	}
	parity := new(big.Int).SetUint64(nonce % 2)
	id := new(big.Int).SetUint64(gas)
	switch rapid.IntRange(0, 4).Draw(r, "type") {
	case 1:
		return types.NewTx(&types.AccessListTx{ChainID: id, Nonce: nonce, GasPrice: n("price"), Gas: gas, To: to, Value: n("value"),
			Data: input, AccessList: access, V: parity, R: n("r"), S: n("s")})
	case 2:
		return types.NewTx(&types.DynamicFeeTx{ChainID: id, Nonce: nonce, GasTipCap: n("tip"), GasFeeCap: n("cap"), Gas: gas, To: to,
			Value: n("value"), Data: input, AccessList: access, V: parity, R: n("r"), S: n("s")})
	case 3:
		return types.NewTx(&types.BlobTx{ChainID: uint256.MustFromBig(id), Nonce: nonce, GasTipCap: u("tip"), GasFeeCap: u("cap"), Gas: gas,
			To: common.Address{9}, Value: u("value"), Data: input, AccessList: access, BlobFeeCap: u("blob"),
			BlobHashes: hashes.Draw(r, "blobs"), V: uint256.MustFromBig(parity), R: u("r"), S: u("s")})
	case 4:
		list := []types.SetCodeAuthorization{}
		for range rapid.IntRange(0, 2).Draw(r, "permits") {
			list = append(list, types.SetCodeAuthorization{ChainID: *u("id"), Address: common.Address{3}, Nonce: nonce, V: uint8(gas % 2),
				R: *u("r"), S: *u("s")})
		}
		return types.NewTx(&types.SetCodeTx{ChainID: uint256.MustFromBig(id), Nonce: nonce, GasTipCap: u("tip"), GasFeeCap: u("cap"),
			Gas: gas, To: common.Address{9}, Value: u("value"), Data: input, AccessList: access, AuthList: list,
			V: uint256.MustFromBig(parity), R: u("r"), S: u("s")})
	}
	return types.NewTx(&types.LegacyTx{Nonce: nonce, GasPrice: n("price"), Gas: gas, To: to, Value: n("value"), Data: input,
		V: big.NewInt(27), R: n("r"), S: n("s")})
}

// TestTransactionEncoding: a transaction of any type, written as JSON by go-ethereum, encodes to the same bytes.
func TestTransactionEncoding(t *testing.T) {
	w := rlp.NewEncoderBuffer(nil)
	rapid.Check(t, func(r *rapid.T) {
		theirs := drawTransaction(r)
		text, err := json.Marshal(theirs)
		if err != nil {
			r.Fatal(err)
		}
		want, err := theirs.MarshalBinary()
		if err != nil {
			r.Fatal(err)
		}
		var mine transaction
		walk := &reader{text: text}
		readTransaction(walk, &mine, new([]byte))
		if err := walk.end(); err != nil {
			r.Fatal(err)
		}
		if got, ok := mine.encode(&w, nil); !ok || string(got) != string(want) {
			r.Fatalf("%s\nencodes to %x\nnot to        %x", text, got, want)
		}
	})
	unknown := transaction{kind: 0x7e}
	if _, ok := unknown.encode(&w, nil); ok {
		t.Error("a transaction of an unknown type is encoded")
	}
}

// TestReceiptEncoding: the receiptsRoot of any receipts is go-ethereum's.
func TestReceiptEncoding(t *testing.T) {
	watch := sale.Watch{Addresses: []common.Address{{1}}, Topics: []common.Hash{{2}}}
	all := selected(t, watch)
	roots := newRoots(newBlooms(all))
	rapid.Check(t, func(r *rapid.T) {
		var theirs types.Receipts
		var mine block
		for range rapid.IntRange(0, 140).Draw(r, "receipts") {
			one := &types.Receipt{Type: uint8(rapid.IntRange(0, 4).Draw(r, "type")), Status: rapid.Uint64Range(0, 1).Draw(r, "status"),
				CumulativeGasUsed: rapid.Uint64().Draw(r, "gas")}
			to := mine.receipts.room(len(theirs))
			to.kind, to.status, to.gas = uint64(one.Type), one.Status, one.CumulativeGasUsed
			for range rapid.IntRange(0, 2).Draw(r, "logs") {
				log := &types.Log{Address: common.Address{rapid.Byte().Draw(r, "address") % 3},
					Data: rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(r, "data")}
				for range rapid.IntRange(0, 4).Draw(r, "topics") {
					log.Topics = append(log.Topics, common.Hash{rapid.Byte().Draw(r, "topic") % 4})
				}
				one.Logs = append(one.Logs, log)
				e := rpcLog{address: log.Address, data: log.Data, count: len(log.Topics)}
				copy(e.topics[:], log.Topics)
				to.logs = append(to.logs, e)
			}
			one.Bloom = types.CreateBloom(one)
			theirs = append(theirs, one)
		}
		if got, want := roots.receiptsRoot(mine.receipts.list, true), types.DeriveSha(theirs, trie.NewStackTrie(nil)); got != want {
			r.Fatalf("%s, not %s", got, want)
		}
		bloom := types.MergeBloom(theirs)
		holds := false
		for _, one := range theirs {
			for _, log := range one.Logs {
				holds = holds || log.Address == watch.Addresses[0] && len(log.Topics) > 0 && log.Topics[0] == watch.Topics[0]
			}
		}
		if holds && !all.mayBeIn(roots.blooms, &bloom) {
			r.Fatal("the bloom rules out a log that is there")
		}
	})
	if all.mayBeIn(roots.blooms, &types.Bloom{}) {
		t.Error("an empty bloom may hold a log")
	}
}
