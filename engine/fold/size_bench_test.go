package fold_test

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// BenchmarkSize is what a fold holds in memory of a sale of fifteen tiers whose holders each buy with one code: B/holder is all of it by
// holder. Where each bought ten times that is hardly more than where each bought once: nothing is kept of a purchase.
func BenchmarkSize(b *testing.B) {
	const holders = 50_000
	for _, each := range []int{1, 10} {
		b.Run(fmt.Sprintf("%d-purchases-each", each), func(b *testing.B) {
			for b.Loop() {
				before := live()
				f := sold(b, holders, each*holders)
				held := live() - before
				runtime.KeepAlive(f)
				b.ReportMetric(float64(held)/holders, "B/holder")
			}
		})
	}
}

// live is how many bytes are in use.
func live() int64 {
	runtime.GC()
	runtime.GC() // what the first one found unused in pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// sold is the fold of a sale: fifty purchases a block, a block every twelve seconds, wallets in turn.
func sold(b *testing.B, holders, purchases int) *fold.Fold {
	b.Helper()
	text := `program: made
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x00000000000000000000000000000000000000aa"
  adapter: nodesale
  mode: parallel
  tiers:
`
	for tier := range 15 {
		text += fmt.Sprintf("    - { price: 0.0000000000000001, size: 1000000000, per_wallet: %d }\n", tier+2)
	}
	p, err := program.Read("made.yaml", []byte(text+"referral: { discount: 10%, reward: 10% }\n"))
	if err != nil {
		b.Fatal(err)
	}
	f, err := fold.New(p)
	if err != nil {
		b.Fatal(err)
	}
	parent := common.Hash{}
	for n := 0; n < purchases; n += 50 {
		number := uint64(n/50 + 1)
		block := &sale.Block{Number: number, Hash: common.Hash{1, 31: 1}, Time: 1_717_200_000 + 12*number}
		binary.BigEndian.PutUint64(block.Hash[8:], number)
		for i := range 50 {
			block.Logs = append(block.Logs, purchased(p.Sale.Contract, n+i, (n+i)%holders, uint32(i)))
		}
		if _, err := f.ApplyBlock(parent, block, false); err != nil {
			b.Fatal(err)
		}
		parent = block.Hash
	}
	if got := f.Sale.Totals.Nodes; got != uint64(2*purchases) {
		b.Fatalf("%d nodes were sold", got)
	}
	return f
}

// purchased is the log of a purchase of two nodes at 100 wei each, less a tenth, of which a tenth is the referrer's.
func purchased(contract common.Address, n, holder int, index uint32) evm.Log {
	word := func(n uint64) (w common.Hash) {
		binary.BigEndian.PutUint64(w[24:], n)
		return w
	}
	buyer, id := word(uint64(holder)+1), word(uint64(n)+1)
	buyer[12] = 1
	var data []byte
	for _, number := range []uint64{2, 200, 180, 18, 160, 5} {
		w := word(number)
		data = append(data, w[:]...)
	}
	data = append(data, common.RightPadBytes([]byte("ALPHA"), 32)...)
	topic := crypto.Keccak256Hash([]byte("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)"))
	return evm.Log{
		Address: contract, Topics: []common.Hash{topic, id, buyer, {12: 2, 31: 9}}, Data: data,
		TxHash: id, TxIndex: index, Index: index,
	}
}
