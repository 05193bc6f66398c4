package chain_test

import (
	"encoding/binary"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

var (
	gpunet          = common.HexToAddress("0x5FbDB2315678afecb367f032d93F642f64180aa3")
	paymentReceived = crypto.Keccak256Hash([]byte("paymentReceived(address,uint256,uint256,string)"))
	refer           = crypto.Keccak256Hash([]byte("Refer(address,address,uint256,uint256)"))
)

func recordedOptions(t testing.TB, servers ...*server.Server) chain.Options {
	t.Helper()
	o := chain.Options{
		ChainID: 31337, Contract: gpunet,
		Watch: sale.Watch{
			Addresses: []common.Address{gpunet}, Topics: []common.Hash{paymentReceived, refer}, Bodies: true, Scan: true,
		},
	}
	for _, s := range servers {
		o.Endpoints = append(o.Endpoints, serve(t, s))
	}
	return o
}

// expected is the recorded purchases: transaction, log index, block, buyer and quantity.
func expected(t *testing.T) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open("../testdata/gpunet-sale/expected.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range table[1:] {
		row := map[string]string{}
		for i, name := range table[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestRecordedRun: the recorded sale is proven by one endpoint, at every level, with the same facts.
func TestRecordedRun(t *testing.T) {
	rows := expected(t)
	if len(rows) != 41 {
		t.Fatalf("%d purchases are expected", len(rows))
	}
	for _, one := range []struct {
		level    program.ProofLevel
		proof    engine.Proof
		unproven uint64 // blocks whose transactions could not be proven
	}{
		{program.ProofFull, engine.ProofFull, 4}, // four contracts were made, their input is blanked
		{program.ProofEvents, engine.ProofEvents, 4},
		{program.ProofNone, engine.ProofNone, 0},
	} {
		t.Run(string(one.level), func(t *testing.T) {
			s := recorded(t)
			o := recordedOptions(t, s)
			o.Level = one.level
			var log journal
			o.Logger = log.logger()
			w := dial(t, o)
			proven := whole(t, w, 1, 69)
			unproven := uint64(0)
			for _, cause := range w.Unproven() {
				unproven += cause.Blocks
			}
			if warned := strings.Count(log.String(), "transactions cannot be proven"); warned != min(1, int(one.unproven)) {
				t.Errorf("%d warnings of one cause", warned)
			}
			if proven.Level != one.proof || unproven != one.unproven || len(w.FaultyAnswers()) != 0 {
				t.Fatalf("level %s, %d unproven, faulty %v", proven.Level, unproven, w.FaultyAnswers())
			}
			if proven.Last.Hash != s.Head().Hash {
				t.Fatalf("it ends at %s", proven.Last.Hash)
			}
			checkPurchases(t, rows, proven)
			if one.level != program.ProofNone { // without receipts nobody knows what failed
				checkCalls(t, s, proven)
			}
		})
	}
}

func checkPurchases(t *testing.T, rows []map[string]string, proven engine.Proven) {
	t.Helper()
	var logs []evm.Log
	var blocks []uint64
	for _, b := range proven.Blocks {
		for _, log := range b.Facts.Logs {
			if log.Topics[0] == paymentReceived {
				logs, blocks = append(logs, log), append(blocks, b.Header.Number)
			}
			if b.Facts.Tx(log.TxHash) == nil {
				t.Errorf("block %d: the transaction of log %d is not there", b.Header.Number, log.Index)
			}
		}
	}
	if len(logs) != len(rows) {
		t.Fatalf("%d purchases are proven", len(logs))
	}
	for i, row := range rows {
		log := logs[i]
		same := log.TxHash == common.HexToHash(row["tx_hash"]) &&
			strconv.Itoa(int(log.Index)) == row["log_index"] &&
			strconv.FormatUint(blocks[i], 10) == row["block"] &&
			common.BytesToAddress(log.Topics[1][:]) == common.HexToAddress(row["buyer"]) &&
			strconv.FormatUint(binary.BigEndian.Uint64(log.Data[56:64]), 10) == row["quantity"]
		if !same {
			t.Errorf("purchase %d: the log is %+v in block %d", i+1, log, blocks[i])
		}
	}
}

// checkCalls: every transaction to the contract is there, six of them failed, and the one that bought through another
// contract is there because of its logs.
func checkCalls(t *testing.T, s *server.Server, proven engine.Proven) {
	t.Helper()
	facts := map[uint64]sale.Block{}
	for _, b := range proven.Blocks {
		facts[b.Header.Number] = b.Facts
	}
	failed := 0
	for n := uint64(5); n <= 69; n++ {
		b := facts[n]
		if len(b.Txs) != 1 || b.Txs[0].Hash != s.At(n).Txs[0].Hash || b.Txs[0].Index != 0 {
			t.Errorf("block %d has the transactions %v", n, b.Txs)
			continue
		}
		if !b.Txs[0].Success {
			failed++
			if len(b.Logs) != 0 {
				t.Errorf("block %d: a failed transaction has logs", n)
			}
		}
		if through := b.Txs[0].To != gpunet; through != (n == 60) {
			t.Errorf("block %d goes to %s", n, b.Txs[0].To)
		}
	}
	if failed != 6 {
		t.Errorf("%d transactions failed", failed)
	}
	if b := facts[22].Txs[0]; b.Value.Dec() != "75000000000000000" || len(b.Input) != 100 ||
		[4]byte(b.Input) != [4]byte{0x77, 0x09, 0x7f, 0xc8} {
		t.Errorf("the first purchase sent %s wei with %x", b.Value.Dec(), b.Input)
	}
	for n := range facts {
		if n < 5 || n > 69 {
			t.Errorf("block %d has facts", n)
		}
	}
}

// TestBlankedCreation: where the blanked transaction's block holds a watched log, nothing can be taken from it.
func TestBlankedCreation(t *testing.T) {
	o := recordedOptions(t, recorded(t))
	o.Watch.Topics = nil // the contract's creation emitted OwnershipTransferred in block 1
	w := dial(t, o)
	_, err := w.Prove(t.Context(), start(1), 69, true)
	f := fault(t, err)
	if f.Block != 1 || !strings.HasPrefix(f.Text, "its transactions do not rebuild transactionsRoot: they are altered or not complete") {
		t.Fatal(err)
	}
	o.Level = program.ProofEvents
	if got := whole(t, dial(t, o), 1, 69); got.Blocks[0].Header.Number != 1 || got.Blocks[0].Facts.Logs[0].Topics[0] == paymentReceived {
		t.Fatalf("at level events the first block with facts is %+v", got.Blocks[0])
	}
}

// TestAdminByHash: the admin transactions come with their blocks when they are listed, without a scan.
func TestAdminByHash(t *testing.T) {
	s := recorded(t)
	for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents, program.ProofNone} {
		o := recordedOptions(t, s)
		o.Endpoints = []string{serve(t, s)}
		o.Level, o.Watch.Scan = level, false
		var listed []common.Hash
		for _, n := range []uint64{5, 20, 21, 40, 46, 53} {
			listed = append(listed, s.At(n).Txs[0].Hash)
		}
		o.Watch.Admin = listed
		var found []common.Hash
		for _, b := range whole(t, dial(t, o), 1, 69).Blocks {
			for _, tx := range b.Facts.Txs {
				if slices.Contains(listed, tx.Hash) {
					found = append(found, tx.Hash)
					if !tx.Success || len(tx.Input) < 4 || tx.To != gpunet || len(b.Facts.Logs) != 0 {
						t.Errorf("%s: the admin transaction of block %d is %+v", level, b.Header.Number, tx)
					}
				}
			}
		}
		if !slices.Equal(found, listed) {
			t.Errorf("%s: found %v", level, found)
		}
		o.Watch.Admin = []common.Hash{{1}}
		if _, err := dial(t, o).Prove(t.Context(), start(1), 69, true); err == nil || isFault(err) {
			t.Errorf("%s: an unknown admin transaction gives %v", level, err)
		}
	}
}
