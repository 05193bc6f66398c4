package chain_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/sale"
)

// TestNoLogIsMissed: at level full, any one log that an endpoint leaves out, alters or invents, in eth_getLogs alone or in
// the receipts as well, is a fault that names the block; without one the chain is proven as it was made. The watched logs
// are the sale's, and those of another contract that a filter takes, or two.
func TestNoLogIsMissed(t *testing.T) {
	watched, other := common.HexToAddress("0x01"), common.HexToAddress("0x02")
	rapid.Check(t, func(r *rapid.T) {
		made := synth.New(1)
		blocks := []*server.Block{made.Add()}
		var places []server.At
		first := common.Hash{rapid.Byte().Draw(r, "first topic")%3 + 1}
		also := []evm.Filter{{Address: other, Topics: []common.Hash{first}}, {Address: other, Topics: []common.Hash{{}, {1}}, Body: true}}
		also = also[:rapid.IntRange(0, 2).Draw(r, "filters")]
		topics := rapid.SliceOfN(rapid.Map(rapid.Byte(), func(b byte) common.Hash { return common.Hash{b % 4} }), 0, 4)
		number := uint64(1)
		for range rapid.IntRange(1, 12).Draw(r, "blocks") {
			var txs []synth.Tx
			index := uint64(0)
			for range rapid.IntRange(0, 4).Draw(r, "transactions") {
				tx := synth.Tx{To: other, Input: rapid.SliceOfN(rapid.Byte(), 0, 70).Draw(r, "input"), Legacy: rapid.Bool().Draw(r, "legacy")}
				for range rapid.IntRange(0, 3).Draw(r, "logs") {
					log := synth.Log{Address: other, Topics: topics.Draw(r, "topics"), Data: rapid.SliceOfN(rapid.Byte(), 0, 70).Draw(r, "data")}
					if rapid.Bool().Draw(r, "watched") {
						log.Address = watched
					}
					if log.Address == watched || len(also) > 0 && len(log.Topics) > 0 && log.Topics[0] == first ||
						len(also) > 1 && len(log.Topics) > 1 && log.Topics[1] == (common.Hash{1}) {
						places = append(places, server.At{Block: number, Log: index})
					}
					tx.Logs = append(tx.Logs, log)
					index++
				}
				txs = append(txs, tx)
			}
			blocks = append(blocks, made.Add(txs...))
			number++
		}
		s, err := server.New(1, watched, blocks)
		if err != nil {
			r.Fatal(err)
		}
		last := blocks[len(blocks)-1].Number
		w := dial(t, chain.Options{
			Endpoints: []string{serve(t, s)}, ChainID: 1, Contract: watched,
			Watch: sale.Watch{Addresses: []common.Address{watched}, Bodies: true, Scan: rapid.Bool().Draw(r, "scan"), Also: also},
		})
		final := rapid.Bool().Draw(r, "final")
		proven, err := w.Prove(t.Context(), start(1), last, final)
		if err != nil || proven.Logs != len(places) || proven.Last.Hash != blocks[last].Hash {
			r.Fatalf("honest: %d of %d logs, %v", proven.Logs, len(places), err)
		}
		if len(places) == 0 {
			return
		}
		at := rapid.SampledFrom(places).Draw(r, "at")
		f := server.Faults{InReceipts: rapid.Bool().Draw(r, "in receipts")}
		switch rapid.IntRange(0, 2).Draw(r, "lie") {
		case 0:
			f.LeaveOut = &at
		case 1:
			f.Alter = &at
		case 2:
			f.Invent = &at
		}
		s.SetFaults(f)
		_, err = w.Prove(t.Context(), start(1), last, final)
		if fault(r, err).Block != at.Block {
			r.Fatalf("a lie about block %d gives %v", at.Block, err)
		}
	})
}
