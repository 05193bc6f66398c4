package synth

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// checkBlock reads a rendered block as any client would, and recomputes everything.
func checkBlock(t *testing.T, b *server.Block, parent common.Hash) {
	t.Helper()
	var header types.Header
	var body struct {
		Hash         common.Hash
		Transactions types.Transactions
	}
	for _, text := range [][]byte{b.Full, b.Slim} {
		if err := json.Unmarshal(text, &header); err != nil {
			t.Fatalf("block %d: %v", b.Number, err)
		}
		if header.Hash() != b.Hash || header.Number.Uint64() != b.Number || header.ParentHash != parent || b.Parent != parent {
			t.Fatalf("block %d: the header is %+v", b.Number, header)
		}
	}
	if err := json.Unmarshal(b.Full, &body); err != nil {
		t.Fatalf("block %d: %v", b.Number, err)
	}
	if root := types.DeriveSha(body.Transactions, trie.NewStackTrie(nil)); root != header.TxHash || body.Hash != b.Hash {
		t.Fatalf("block %d: transactionsRoot %s", b.Number, root)
	}
	var slim struct{ Transactions []common.Hash }
	if err := json.Unmarshal(b.Slim, &slim); err != nil {
		t.Fatal(err)
	}
	var receipts types.Receipts
	var logs []*types.Log
	for i, text := range b.Receipts {
		var one types.Receipt
		if err := json.Unmarshal(text, &one); err != nil {
			t.Fatalf("block %d: %v", b.Number, err)
		}
		if one.TxHash != slim.Transactions[i] || one.TxHash != b.Txs[i].Hash || one.TxHash != body.Transactions[i].Hash() {
			t.Fatalf("block %d: transaction %d has several hashes", b.Number, i)
		}
		receipts = append(receipts, &one)
		logs = append(logs, one.Logs...)
	}
	if root := types.DeriveSha(receipts, trie.NewStackTrie(nil)); root != header.ReceiptHash || types.MergeBloom(receipts) != header.Bloom {
		t.Fatalf("block %d: receiptsRoot %s", b.Number, root)
	}
	if len(logs) != len(b.Logs) {
		t.Fatalf("block %d has %d logs", b.Number, len(logs))
	}
	for i, log := range logs {
		var served types.Log
		if err := json.Unmarshal(b.Logs[i].JSON, &served); err != nil {
			t.Fatal(err)
		}
		if served.Index != uint(i) || served.BlockHash != b.Hash || served.TxHash != slim.Transactions[served.TxIndex] ||
			!bytes.Equal(served.Data, log.Data) || served.Address != b.Logs[i].Address || served.BlockNumber != b.Number {
			t.Fatalf("block %d: log %d is %+v", b.Number, i, served)
		}
	}
}

func checkSale(t *testing.T, s *Sale, purchases int) {
	t.Helper()
	parent := common.Hash{}
	for _, b := range s.Blocks {
		checkBlock(t, b, parent)
		parent = b.Hash
	}
	if len(s.Purchases) != purchases {
		t.Fatalf("%d purchases", len(s.Purchases))
	}
	bought := map[common.Address]uint64{}
	var nodes uint64
	for i, p := range s.Purchases {
		bought[p.Buyer] += p.Quantity
		nodes += p.Quantity
		sum := new(uint256.Int).Add(&p.Referral, &p.Treasury)
		if sum.Add(sum, &p.Dust); !sum.Eq(&p.Paid) || p.Dust.GtUint64(1) || p.Paid.Gt(&p.List) || p.Referrer != s.Codes[p.Code] {
			t.Fatalf("purchase %d does not add up: %+v", i, p)
		}
		if p.Quantity == 0 || bought[p.Buyer] > 115 {
			t.Fatalf("purchase %d: the wallet has %d nodes", i, bought[p.Buyer])
		}
	}
	if s.Sold(s.Blocks[len(s.Blocks)-1].Number) != nodes || s.Sold(s.Purchases[0].Block-1) != 0 {
		t.Fatalf("%d nodes are sold, the counter says %d", nodes, s.Sold(s.Blocks[len(s.Blocks)-1].Number))
	}
}

// TestSales: both sales recompute, add up and are the same every time.
func TestSales(t *testing.T) {
	paying := Payments{Token: common.Address{0x12}, PerBlock: 3}
	for name, make := range map[string]func(int, int) *Sale{
		"payment handler": PaymentHandler, "node sale": NodeSale, "paying handler": paying.PaymentHandler, "paying node sale": paying.NodeSale,
	} {
		first, second := make(30, 4), make(30, 4)
		checkSale(t, first, 120)
		if pays := strings.HasPrefix(name, "paying"); pays != (len(first.Payments) == 90) {
			t.Errorf("%s: %d payments", name, len(first.Payments))
		}
		checkPayments(t, first)
		if a, b := first.Blocks[len(first.Blocks)-1].Hash, second.Blocks[len(second.Blocks)-1].Hash; a != b {
			t.Errorf("%s: it ends at %s and at %s", name, a, b)
		}
		dust := false
		for _, p := range first.Purchases {
			dust = dust || !p.Dust.IsZero()
		}
		if dust != strings.HasSuffix(name, "handler") {
			t.Errorf("%s: dust %t", name, dust)
		}
	}
}

// TestPaymentHandlerLogs: the shape of the logs and of the calls is the recorded contract's.
func TestPaymentHandlerLogs(t *testing.T) {
	recorded, err := server.Load("../../testdata/gpunet-sale")
	if err != nil {
		t.Fatal(err)
	}
	sample := recorded.At(23) // a purchase of one node with the code ALPHA
	s := PaymentHandler(1, 1)
	made := s.Blocks[3]
	p := s.Purchases[0]
	if p.Code != "ALPHA" || p.Quantity != 1 || len(made.Logs) != 2 || len(sample.Logs) != 2 {
		t.Fatalf("the first purchase is %+v", p)
	}
	for i := range made.Logs {
		var theirs, mine types.Log
		if err := json.Unmarshal(sample.Logs[i].JSON, &theirs); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(made.Logs[i].JSON, &mine); err != nil {
			t.Fatal(err)
		}
		if mine.Topics[0] != theirs.Topics[0] || len(mine.Topics) != len(theirs.Topics) || !bytes.Equal(mine.Data, theirs.Data) {
			t.Errorf("log %d is %x, the recorded one %x", i, mine.Data, theirs.Data)
		}
	}
	inputs := func(b *server.Block) (out []hexutil.Bytes) {
		for _, tx := range b.Txs {
			var one struct{ Input hexutil.Bytes }
			if err := json.Unmarshal(tx.JSON, &one); err != nil {
				t.Fatal(err)
			}
			out = append(out, one.Input)
		}
		return out
	}
	if a, b := inputs(made)[0], inputs(sample)[0]; !bytes.Equal(a, b) {
		t.Errorf("mint is %x, recorded %x", a, b)
	}
	admin := inputs(s.Blocks[2])
	if len(admin) != 17 || len(s.Admin) != 17 {
		t.Fatalf("%d admin transactions", len(admin))
	}
	for i, n := range map[int]uint64{0: 5, 1: 6, 15: 20, 16: 21} {
		if theirs := inputs(recorded.At(n))[0]; !bytes.Equal(admin[i][:4], theirs[:4]) || i < 16 && len(admin[i]) != len(theirs) {
			t.Errorf("admin call %d is %x, recorded %x", i, admin[i], theirs)
		}
	}
	if theirs := inputs(recorded.At(6))[0]; !bytes.Equal(admin[1][4:36], theirs[4:36]) || !bytes.Equal(admin[1][68:], theirs[68:]) {
		t.Errorf("setTiers is %x, recorded %x", admin[1], theirs)
	}
}

// TestReferralCodes: the list of codes decodes as the ABI says: offsets from the start of each array.
func TestReferralCodes(t *testing.T) {
	input := newSale("x", Payments{}).setReferralCode()[4:]
	word := func(at uint64) uint64 { return new(big.Int).SetBytes(input[at : at+32]).Uint64() }
	texts, wallets := word(0), word(32)
	if word(texts) != 3 || word(wallets) != 3 {
		t.Fatalf("%d codes, %d wallets", word(texts), word(wallets))
	}
	for i, code := range []string{"ALPHA", "BETA", "GAMMA"} {
		at := texts + 32 + word(texts+32+uint64(i)*32)
		if got := string(input[at+32 : at+32+word(at)]); got != code {
			t.Errorf("code %d is %q", i, got)
		}
		if got := common.BytesToAddress(input[wallets+32+uint64(i)*32:][:32]); got != wallet("referrer", uint64(i)+1) {
			t.Errorf("wallet %d is %s", i, got)
		}
	}
}

// TestFork: another branch parts after the block that it was forked from.
func TestFork(t *testing.T) {
	s := NodeSale(4, 1)
	base := s.Blocks[3]
	one, other := s.Chain.Fork(base, 1), s.Chain.Fork(base, 2)
	a, b := one.Add(), other.Add()
	if a.Hash == b.Hash || a.Parent != base.Hash || b.Parent != base.Hash || a.Number != 4 || a.Hash == s.Blocks[4].Hash {
		t.Fatalf("%s and %s", a.Hash, b.Hash)
	}
	checkBlock(t, one.Add(), a.Hash)
}
