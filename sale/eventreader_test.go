package sale_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// A sale that nobody here has seen before: one event a payment, a commission in an event of its own, refunds.
const bazaar = `program: bazaar
schema: 1
chain: { id: 31337, start_block: 0 }
sale:
  contract: "0x00000000000000000000000000000000000000aa"
  adapter: event
  mode: sequential
  tiers:
    - { size: 100, price: 0.000000000000001, per_wallet: 50 }
  purchases:
    - event: "Bought(address indexed account, uint256 count, uint256 indexed tier, uint256 paid, string code)"
      buyer: account
      quantity: count
      paid: { field: paid }
      code: code
  commissions:
    - event: "CommissionPaid(string code, address indexed receiver, uint256 amount)"
      referrer: receiver
      reward: amount
      code: code
  refunds: [{ event: "Refunded(address indexed account, uint256 amount)", buyer: account, amount: amount }]
  counters: [{ view: "totalSold() returns (uint256)" }]
`

var bazaarContract = common.HexToAddress("0xaa")

// emit packs a log of the contract; indexed values are topics already.
func emit(t *testing.T, index uint32, tx byte, signature string, topics []common.Hash, types []string, values ...any) evm.Log {
	t.Helper()
	var args abi.Arguments
	for _, name := range types {
		typ, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, abi.Argument{Type: typ})
	}
	data, err := args.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	return evm.Log{
		Address: bazaarContract, Topics: append([]common.Hash{crypto.Keccak256Hash([]byte(signature))}, topics...),
		Data: data, TxHash: common.Hash{tx}, TxIndex: uint32(tx), Index: index,
	}
}

func bought(t *testing.T, index uint32, tx byte, buyer byte, count, paid int64, code string) evm.Log {
	return emit(t, index, tx, "Bought(address,uint256,uint256,uint256,string)",
		[]common.Hash{common.BytesToHash([]byte{buyer}), common.BigToHash(big.NewInt(1))},
		[]string{"uint256", "uint256", "string"}, big.NewInt(count), big.NewInt(paid), code)
}

func commission(t *testing.T, index uint32, tx byte, receiver byte, amount int64, code string) evm.Log {
	return emit(t, index, tx, "CommissionPaid(string,address,uint256)", []common.Hash{common.BytesToHash([]byte{receiver})},
		[]string{"string", "uint256"}, code, big.NewInt(amount))
}

func TestADeclaredSaleIsReadWithoutALineOfCode(t *testing.T) {
	t.Parallel()
	p, err := program.Read("bazaar.yaml", []byte(bazaar))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	if selector, ok := reader.Counter(); !ok || selector != [4]byte(crypto.Keccak256([]byte("totalSold()"))) {
		t.Fatalf("counter %x %v", selector, ok)
	}
	block := sale.Block{Number: 7, Hash: common.Hash{7}, Time: 1_713_000_000, Logs: []evm.Log{
		commission(t, 0, 1, 9, 90, "AAA"), bought(t, 1, 1, 1, 1, 900, "AAA"), // before its purchase
		bought(t, 2, 2, 2, 2, 2000, ""),                                      // no code
		bought(t, 3, 3, 3, 1, 900, "BBB"), bought(t, 4, 3, 3, 1, 900, "AAA"), // two in one transaction ...
		commission(t, 5, 3, 9, 90, "AAA"), commission(t, 6, 3, 8, 90, "BBB"), // ... told apart by their codes
		emit(t, 7, 4, "Refunded(address,uint256)", []common.Hash{common.BytesToHash([]byte{2})}, []string{"uint256"}, big.NewInt(500)),
	}}
	events, err := reader.Read(&block)
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 5 {
		t.Fatalf("%d events: %+v", len(events), events)
	}
	state := sale.NewState(p)
	type row struct {
		buyer, referrer byte
		quantity        uint64
		paid, referral  string
	}
	for i, want := range []row{{1, 9, 1, "900", "90"}, {2, 0, 2, "2000", "0"}, {3, 8, 1, "900", "90"}, {3, 9, 1, "900", "90"}} {
		pay, ok := events[i].(sale.Payment)
		if !ok {
			t.Fatalf("event %d is %T", i, events[i])
		}
		b, err := state.Buy(pay)
		if err != nil {
			t.Fatal(err)
		}
		if b.Buyer != (ledger.Wallet{19: want.buyer}) || b.Referrer != (ledger.Wallet{19: want.referrer}) || b.Quantity != want.quantity ||
			b.Paid.Digits() != want.paid || b.Referral.Digits() != want.referral || len(b.Flags) != 0 {
			t.Errorf("purchase %d: %+v", i, b)
		}
	}
	refund, ok := events[4].(sale.Refund)
	if !ok || refund.Amount.Digits() != "500" || refund.Buyer != (ledger.Wallet{19: 2}) {
		t.Errorf("refund %+v", events[4])
	}
}

func TestALogOfAnotherShapeIsNamed(t *testing.T) {
	t.Parallel()
	p, err := program.Read("bazaar.yaml", []byte(bazaar))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	good := bought(t, 3, 1, 1, 1, 900, "AAA")
	for name, change := range map[string]func(*evm.Log){
		"cut off":       func(l *evm.Log) { l.Data = l.Data[:40] },
		"no topics":     func(l *evm.Log) { l.Topics = l.Topics[:1] },
		"huge quantity": func(l *evm.Log) { l.Data[0] = 1 },
	} {
		l := good
		l.Data = append([]byte(nil), good.Data...)
		change(&l)
		if events, err := reader.Read(&sale.Block{Logs: []evm.Log{l}}); err == nil {
			t.Errorf("%s: read as %+v", name, events)
		} else if want := "log 3 of transaction 0x01"; len(err.Error()) < len(want) || err.Error()[:len(want)] != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
