package synth

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

// checkPayments finds every payment in its block, and no other transfer out of the treasury.
func checkPayments(t *testing.T, s *Sale) {
	t.Helper()
	next := 0
	for _, b := range s.Blocks {
		for i := range b.Logs {
			var log types.Log
			if err := json.Unmarshal(b.Logs[i].JSON, &log); err != nil {
				t.Fatal(err)
			}
			if log.Topics[0] != TransferTopic || log.Topics[1] != indexed(s.Treasury) {
				continue
			}
			if next == len(s.Payments) {
				t.Fatalf("block %d: log %d is a payment that nobody made", b.Number, i)
			}
			p := s.Payments[next]
			amount := p.Amount.Bytes32()
			if p.Block != b.Number || p.Log != uint64(i) || p.Tx != log.TxHash || p.Token != log.Address ||
				log.Topics[2] != indexed(p.To) || !bytes.Equal(log.Data, amount[:]) {
				t.Fatalf("payment %d is %+v, its log %+v", next, p, log)
			}
			next++
		}
	}
	if next != len(s.Payments) {
		t.Fatalf("%d of %d payments are in the blocks", next, len(s.Payments))
	}
}

// TestPaymentsStandBetween: payments stand between the purchases, of which there may be fewer, and change none of them.
func TestPaymentsStandBetween(t *testing.T) {
	token := common.Address{0x12}
	plain, paying := NodeSale(5, 2), Payments{token, 4}.NodeSale(5, 2)
	for i, p := range paying.Purchases {
		was := plain.Purchases[i]
		if same := was.Tx == p.Tx; same != (i == 0) { // the nonces before it
			t.Fatalf("purchase %d has the same transaction: %t", i, same)
		}
		if was.Tx = p.Tx; was != p {
			t.Fatalf("purchase %d is %+v, without payments %+v", i, p, was)
		}
	}
	if b := paying.Blocks[3]; len(b.Txs) != 6 || len(b.Logs) != 2+2*4 || b.Logs[1].Address != token || b.Logs[3].Address != paying.Contract {
		t.Fatalf("a block has %d transactions and %d logs", len(b.Txs), len(b.Logs))
	}
}

// TestExecute: a Safe's execution recomputes like every other transaction, and its packed batch has the published layout.
func TestExecute(t *testing.T) {
	c, safe := New(1), common.Address{0x5a}
	parent := c.Add()
	do := MultiSend(common.Address{7}, Execution{To: common.Address{8}, Value: *uint256.NewInt(9)},
		Execution{To: common.Address{10}, Data: []byte{1, 2, 3}, Operation: 1})
	b := c.Add(Execute(safe, do, false), Execute(safe, do, true))
	checkBlock(t, b, parent.Hash)
	if len(b.Logs) != 2 || len(b.Logs[0].Topics) != 1 || len(b.Logs[1].Topics) != 2 || do.Operation != 1 {
		t.Fatalf("the logs are %+v", b.Logs)
	}
	if !bytes.Equal(do.Data[:4], []byte{0x8d, 0x80, 0xff, 0x0a}) {
		t.Fatalf("multiSend is %x", do.Data[:4])
	}
	if input := Execute(safe, do, false).Input; !bytes.Equal(input[:4], []byte{0x6a, 0x76, 0x12, 0x02}) {
		t.Fatalf("execTransaction is %x", input[:4])
	}
	packed := do.Data[4+64:]
	if packed[0] != 0 || packed[1] != 8 || packed[52] != 9 || packed[84] != 0 || packed[85] != 1 || packed[86] != 10 ||
		packed[85+84] != 3 || !bytes.Equal(packed[85+85:85+88], []byte{1, 2, 3}) {
		t.Fatalf("the batch is %x", packed)
	}
}
