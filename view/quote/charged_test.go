package quote_test

import (
	"bytes"
	"encoding/hex"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
)

// Before every block of the recorded run, the first purchase in it is quoted. The quote must be what was then charged.
func TestQuoteIsWhatTheContractCharged(t *testing.T) {
	t.Parallel()
	e, node := samplebooks.Recorded(t)
	quoted, block := 0, uint64(0)
	for _, p := range samplebooks.Purchases(t) {
		if p.Block == block || p.Quantity == 0 {
			continue // a quote is asked before a block, and only for something
		}
		block = p.Block
		node.SetHead(block - 1)
		node.SetFinalized(block - 1)
		if err := e.Sync(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		wallet, err := view.ParseWallet(strings.ToLower(p.Buyer))
		if err != nil {
			t.Fatal(err)
		}
		r := quote.Request{Quantity: p.Quantity, Wallet: wallet}
		if p.Live {
			r.Code = p.Code
		}
		q, err := quote.FromBooks(t.Context(), e, r)
		if err != nil {
			t.Fatalf("block %d: %v", block, err)
		}
		for name, pair := range map[string][2]*big.Int{
			"list": {q.List.Big(), p.List}, "discount": {q.Discount.Big(), p.Discount}, "paid": {q.Paid.Big(), p.Paid},
			"referral": {q.Referral.Big(), p.Referral}, "treasury": {q.Treasury.Big(), p.Treasury}, "dust": {q.Dust.Big(), p.Dust},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Errorf("block %d: %s was quoted as %s and is %s", block, name, pair[0], pair[1])
			}
		}
		if q.AsOf == nil || q.AsOf.Block != block-1 || q.AsOf.Proof != engine.ProofFull {
			t.Errorf("block %d: quoted as of %+v", block, q.AsOf)
		}
		quoted++
	}
	if quoted < 30 {
		t.Errorf("only %d purchases were quoted", quoted)
	}
}

func TestTransactionIsTheContractsCall(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	method, err := nodesale.NodeSaleMetaData.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	buy := method.Methods["buy"]
	var live string
	e.View(func(f *fold.Fold, _ engine.State) {
		f.Codes.All(func(c referral.Code) bool {
			if c.Active {
				live = c.Code
			}
			return true
		})
	})
	rapid.Check(t, func(t *rapid.T) {
		r := quote.Request{Quantity: rapid.Uint64Range(1, 100).Draw(t, "quantity"), Code: rapid.SampledFrom([]string{"", live}).Draw(t, "code")}
		q, err := quote.FromBooks(t.Context(), e, r)
		if err != nil {
			t.Fatal(err)
		}
		if got := hex.EncodeToString(q.Transaction.Data[:4]); got != hex.EncodeToString(buy.ID) {
			t.Fatalf("selector %s", got)
		}
		values, err := buy.Inputs.Unpack(q.Transaction.Data[4:])
		if err != nil {
			t.Fatal(err)
		}
		if values[0].(*big.Int).Uint64() != r.Quantity || values[1].(string) != r.Code {
			t.Fatalf("the calldata buys %v with %q", values[0], values[1])
		}
		if q.Transaction.Value != q.Paid || q.Transaction.ChainID != e.Program().Chain.ID || q.Transaction.To != e.Program().Sale.Contract {
			t.Fatalf("transaction %+v for %s", q.Transaction, q.Paid)
		}
		total := uint64(0)
		for _, s := range q.Slices {
			total += s.Quantity
		}
		if total != r.Quantity {
			t.Fatalf("the tiers give %d", total)
		}
	})
}

func TestRecordedContractsCall(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	q, err := quote.FromBooks(t.Context(), e, quote.Request{Quantity: 2, Code: "GPU🚀"})
	if err != nil {
		t.Fatal(err)
	}
	number, _ := abi.NewType("uint256", "", nil)
	text, _ := abi.NewType("string", "", nil)
	want, err := abi.Arguments{{Type: number}, {Type: text}}.Pack(big.NewInt(2), "GPU🚀")
	if err != nil {
		t.Fatal(err)
	}
	if got := hex.EncodeToString(q.Transaction.Data); got != "77097fc8"+hex.EncodeToString(want) {
		t.Errorf("calldata %s", got)
	}
}

// A contract of the first version tells no bounds: its purchase is called without a highest price, and of any size.
func TestTransactionOfTheFirstVersion(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	q, err := quote.FromBooks(t.Context(), e, quote.Request{Quantity: 2, Wallet: samplebooks.Person(9)})
	if err != nil {
		t.Fatal(err)
	}
	want := crypto.Keccak256([]byte("buy(uint256,string)"))[:4]
	if got := q.Transaction.Data; !bytes.Equal(got[:4], want) || len(got) != 4+3*32 {
		t.Errorf("called with %x", got)
	}
}
