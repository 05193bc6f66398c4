package chain_test

import (
	"encoding/binary"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// smallSale is the sale of 20 purchases, 820 nodes and 82 ETH, recorded in the shape of one kind of chain.
type smallSale struct {
	name    string
	id      uint64
	unknown string // a type of transaction that is in blocks with purchases and not Ethereum's, empty: none
	refusal string // what levels full and events say, where nothing can be proven
	depth   uint64 // what is final, where the chain does not say
}

var smallSales = []smallSale{
	{name: "arbitrum", id: 42161, unknown: "0x6a"},
	{name: "arbitrum-retry", id: 42161, unknown: "0x6a"},
	{name: "avalanche", id: 43114},
	{name: "bera", id: 80094, unknown: "0x7e"},
	{name: "bnb", id: 56},
	{name: "celo", id: 42220, unknown: "0x7e"},
	{name: "celo-cip64", id: 42220, unknown: "0x7b"},
	{name: "cosmos", id: 9001, refusal: "this chain's hashes are not of Ethereum headers; set chain.proof to none"},
	{name: "ethereum-amsterdam", id: 1},
	{name: "ethereum-prague", id: 1},
	{name: "nofinal", id: 31337, depth: 4},
	{name: "op", id: 10, unknown: "0x7e"},
	{name: "op-regolith", id: 10, unknown: "0x7e"},
	{name: "opera", id: 250, refusal: "this version does not know (epoch, timestampNano) and cannot be proven: set chain.proof to none"},
	{name: "polygon-new", id: 137, unknown: "0x7f"},
	{name: "polygon-old", id: 137},
	{name: "ronin", id: 2020, unknown: "0x64"},
	{name: "scroll", id: 534352, unknown: "0x7e"},
	{name: "sonic", id: 146},
	{name: "zksync", id: 324, refusal: "(l1BatchNumber, l1BatchTimestamp) and cannot be proven: set chain.proof to none"},
}

var boughtEvent = crypto.Keccak256Hash([]byte("Bought(address,uint256,uint256,string)"))

func (s *smallSale) server(t *testing.T, f server.Faults) *server.Server {
	t.Helper()
	node, err := server.Load(filepath.Join("..", "testdata", "chains", s.name))
	if err != nil {
		t.Fatal(err)
	}
	node.SetFaults(f)
	return node
}

func (s *smallSale) options(t *testing.T, level program.ProofLevel, nodes ...*server.Server) chain.Options {
	t.Helper()
	o := chain.Options{
		ChainID: s.id, Contract: gpunet, Level: level, Depth: s.depth,
		Watch: sale.Watch{Addresses: []common.Address{gpunet}, Topics: []common.Hash{boughtEvent}, Bodies: true},
	}
	for _, node := range nodes {
		o.Endpoints = append(o.Endpoints, serve(t, node))
	}
	return o
}

// check compares what was proven with expected.csv, and gives the number of purchases whose transactions came along.
func (s *smallSale) check(t *testing.T, proven engine.Proven) (bodies int) {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "testdata", "chains", s.name, "expected.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll() // n, block, tx, logs, kind, payer, holder, nodes, tier, asset, paid, ..., note: the type
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[1:]
	if len(rows) != 20 || len(proven.Blocks) != 20 || proven.Logs != 20 {
		t.Fatalf("%d purchases in %d blocks are proven", proven.Logs, len(proven.Blocks))
	}
	nodes, paid := uint64(0), new(uint256.Int)
	for i, row := range rows {
		b := proven.Blocks[i]
		log := b.Facts.Logs[0]
		same := row[1] == strconv.FormatUint(b.Header.Number, 10) && log.TxHash == common.HexToHash(row[2]) &&
			row[3] == strconv.Itoa(int(log.Index)) && common.BytesToAddress(log.Topics[1][:]) == common.HexToAddress(row[5])
		amount := new(uint256.Int).SetBytes(log.Data[32:64])
		nodes, paid = nodes+binary.BigEndian.Uint64(log.Data[24:32]), paid.Add(paid, amount)
		if !same || row[10] != amount.Dec() {
			t.Errorf("purchase %d is %+v in block %d", i+1, log, b.Header.Number)
		}
		tx := b.Facts.Tx(log.TxHash)
		if standard := strings.HasSuffix(row[15], "type 0x0") || strings.HasSuffix(row[15], "type 0x2"); standard != (tx != nil) {
			t.Errorf("purchase %d, %s, has the transaction %v", i+1, row[15], tx)
		}
		if tx != nil {
			bodies++
			if tx.To != gpunet || tx.Value.Dec() != row[10] || !tx.Success {
				t.Errorf("the transaction of purchase %d is %+v", i+1, tx)
			}
		}
	}
	if nodes != 820 || paid.Dec() != "82000000000000000000" {
		t.Errorf("%d nodes for %s wei", nodes, paid.Dec())
	}
	return bodies
}

// wholeSale proves everything, the last purchase in block 79 as well, after the chain said that block 75 is final.
func wholeSale(t *testing.T, w *chain.Watcher) engine.Proven {
	t.Helper()
	if final, err := w.Finalized(t.Context()); err != nil || final.Number != 75 {
		t.Fatalf("block %d is final, %v", final.Number, err)
	}
	return whole(t, w, 1, 79)
}

// TestChains: on each kind of chain each level proves the same purchases, or refuses with what to do about it, and nobody is blamed.
func TestChains(t *testing.T) {
	for i := range smallSales {
		s := &smallSales[i]
		for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents, program.ProofNone} {
			for name, nodes := range map[string][]*server.Server{
				"one node": {s.server(t, server.Faults{})},
				"two":      {s.server(t, server.Faults{}), s.server(t, server.Faults{NoBlockReceipts: true})},
			} {
				t.Run(s.name+"/"+string(level)+"/"+name, func(t *testing.T) {
					w := dial(t, s.options(t, level, nodes...))
					if s.refusal != "" && level != program.ProofNone {
						_, err := w.Finalized(t.Context())
						if err == nil || isFault(err) || !strings.Contains(err.Error(), s.refusal) {
							t.Errorf("it says %v", err)
						}
						_, err = w.Prove(t.Context(), start(1), 75, true)
						if err == nil || isFault(err) || !strings.Contains(err.Error(), s.refusal) {
							t.Errorf("it says %v", err)
						}
					} else {
						proven := wholeSale(t, w)
						s.check(t, proven)
						if string(proven.Level) != string(level) {
							t.Errorf("the level is %s", proven.Level)
						}
					}
					if faulty := w.FaultyAnswers(); len(faulty) != 0 {
						t.Errorf("blamed are %v", faulty)
					}
				})
			}
		}
	}
}

// TestChainsNearTheHead: what is not final is proven alike.
func TestChainsNearTheHead(t *testing.T) {
	for i := range smallSales {
		s := &smallSales[i]
		if s.refusal != "" {
			continue
		}
		w := dial(t, s.options(t, program.ProofFull, s.server(t, server.Faults{})))
		proven, err := w.Prove(t.Context(), start(1), 79, false)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		s.check(t, proven)
	}
}

// TestChainsWithoutRawTransactions: where the bytes of transactions are not served, or are others, the receipts are proven all the same;
// the stretch counts for less, and the log says so once.
func TestChainsWithoutRawTransactions(t *testing.T) {
	for i := range smallSales {
		s := &smallSales[i]
		if s.refusal != "" {
			continue
		}
		for name, f := range map[string]server.Faults{"not served": {NoRaw: true}, "others": {WrongRaw: true}} {
			var log journal
			o := s.options(t, program.ProofFull, s.server(t, f))
			o.Logger = log.logger()
			w := dial(t, o)
			proven := wholeSale(t, w)
			s.check(t, proven)
			level, causes := engine.ProofFull, 0
			if s.unknown != "" {
				level = engine.ProofEvents
				causes = strings.Count(log.String(), "transactions cannot be proven: those of type "+s.unknown)
			}
			if proven.Level != level || len(w.FaultyAnswers()) != 0 || (s.unknown != "") != (causes == 1) {
				t.Errorf("%s, %s: level %s, blamed %v, log %s", s.name, name, proven.Level, w.FaultyAnswers(), log.String())
			}
		}
	}
}

// TestEndpointWithRawTransactionsIsPreferred: once one endpoint turned out not to serve the bytes of transactions, one that may is asked.
func TestEndpointWithRawTransactionsIsPreferred(t *testing.T) {
	s := named(t, "arbitrum")
	o := s.options(t, program.ProofFull, s.server(t, server.Faults{NoRaw: true}), s.server(t, server.Faults{}))
	o.Limits.Range, o.Limits.MaxRange = 20, 20
	w := dial(t, o)
	parent := start(1)
	var levels []engine.Proof
	for parent.Number < 79 {
		proven, err := w.Prove(t.Context(), parent, 79, true)
		if err != nil {
			t.Fatal(err)
		}
		parent, levels = proven.Last, append(levels, proven.Level)
	}
	if len(levels) != 4 || levels[0] != engine.ProofEvents || levels[1] != engine.ProofFull || levels[3] != engine.ProofFull {
		t.Errorf("the levels are %v", levels)
	}
}

// TestLogLeftOutOnChains: a log that an endpoint leaves out is found at level full, with the bytes of transactions and without, and another
// endpoint's answer is taken.
func TestLogLeftOutOnChains(t *testing.T) {
	for i := range smallSales {
		s := &smallSales[i]
		if s.refusal != "" {
			continue
		}
		honest := s.server(t, server.Faults{})
		var at server.At
		for n := uint64(40); at.Block == 0; n++ {
			for index, log := range honest.At(n).Logs {
				if log.Topics[0] == boughtEvent {
					at = server.At{Block: n, Log: uint64(index)}
				}
			}
		}
		for _, noRaw := range []bool{false, true} {
			for inReceipts, text := range map[bool]string{false: "its eth_getLogs left out log", true: "its receipts rebuild receiptsRoot"} {
				lying := s.server(t, server.Faults{LeaveOut: &at, NoRaw: noRaw, InReceipts: inReceipts})
				_, err := dial(t, s.options(t, program.ProofFull, lying)).Prove(t.Context(), start(1), 75, true)
				if f := fault(t, err); f.Block != at.Block || !strings.HasPrefix(f.Text, text) {
					t.Errorf("%s: %v", s.name, err)
				}
				w := dial(t, s.options(t, program.ProofFull, lying, honest))
				s.check(t, wholeSale(t, w))
				if len(w.FaultyAnswers()) != 1 {
					t.Errorf("%s: blamed are %v", s.name, w.FaultyAnswers())
				}
			}
		}
	}
}

// TestProvable: for each endpoint the newest final block that has transactions is rebuilt, and the highest level is the one that holds.
func TestProvable(t *testing.T) {
	for i := range smallSales {
		s := &smallSales[i]
		for _, level := range []program.ProofLevel{program.ProofFull, program.ProofNone} {
			honest, noRaw := s.server(t, server.Faults{}), s.server(t, server.Faults{NoRaw: true, NoBlockReceipts: true})
			w := dial(t, s.options(t, level, honest, noRaw))
			found, err := w.Provable(t.Context())
			if err != nil || len(found) != 2 || len(w.FaultyAnswers()) != 0 {
				t.Fatalf("%s: %v, %v", s.name, found, err)
			}
			want := program.ProofFull
			if s.refusal != "" {
				want = program.ProofNone
			}
			for k, one := range found {
				told := k == 1 && strings.Contains(one.Why, "does not serve the bytes of transactions of type")
				switch {
				case one.Block == 0 || one.Block > 75 || one.Level != want:
					t.Errorf("%s: %+v", s.name, one)
				case s.refusal != "" && !strings.Contains(one.Why, s.refusal):
					t.Errorf("%s: %s", s.name, one.Why)
				case s.refusal == "" && one.Why != "" && !told:
					t.Errorf("%s: %s", s.name, one.Why)
				}
			}
		}
	}
}

// TestProvableOfAFaultyEndpoint: what does not hold at one endpoint is said of that one.
func TestProvableOfAFaultyEndpoint(t *testing.T) {
	s := named(t, "op")
	node := s.server(t, server.Faults{})
	last := node.At(75)
	for text, f := range map[string]server.Faults{
		"the header hashes to": {WrongHeader: last.Number},
		"its receipts rebuild": {InReceipts: true, Alter: &server.At{Block: 75}},
	} {
		w := dial(t, s.options(t, program.ProofFull, s.server(t, f), node))
		found, err := w.Provable(t.Context())
		if err != nil || len(found) != 2 || found[0].Level != program.ProofNone || !strings.Contains(found[0].Why, text) ||
			found[1].Level != program.ProofFull || found[1].Why != "" {
			t.Errorf("%+v, %v", found, err)
		}
	}
}
