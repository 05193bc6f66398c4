package sale_test

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// ownSale is a sale of our own contract, as its events tell it.
type ownSale struct {
	t      *testing.T
	p      *program.Program
	abi    abi.ABI
	reader sale.Reader
	state  *sale.State
	logs   []evm.Log
	tx     byte
	time   uint64
}

func newOwnSale(t *testing.T) *ownSale {
	t.Helper()
	p, err := program.Read("own.yaml", []byte(`program: own
schema: 1
chain: { id: 31337, start_block: 0 }
sale: { contract: "0x00000000000000000000000000000000000000aa", adapter: nodesale }
`))
	if err != nil {
		t.Fatal(err)
	}
	definition, err := abi.JSON(strings.NewReader(nodesale.NodeSaleMetaData.ABI))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	return &ownSale{t: t, p: p, abi: definition, reader: reader, state: sale.NewState(p), tx: 1, time: 1_713_000_000}
}

// tells adds an event to the block, in the present transaction; the topics are the indexed values.
func (s *ownSale) tells(name string, topics []common.Hash, values ...any) {
	s.t.Helper()
	event := s.abi.Events[name]
	data, err := event.Inputs.NonIndexed().Pack(values...)
	if err != nil {
		s.t.Fatal(err)
	}
	s.logs = append(s.logs, evm.Log{Address: bazaarContract, Topics: append([]common.Hash{event.ID}, topics...), Data: data,
		TxHash: common.Hash{s.tx}, TxIndex: uint32(s.tx), Index: uint32(len(s.logs))})
}

func number(n int64) common.Hash { return common.BigToHash(big.NewInt(n)) }

func (s *ownSale) tier(i, price int64) {
	s.tells("TierSet", []common.Hash{number(i)}, big.NewInt(price), big.NewInt(100), big.NewInt(100))
}

func (s *ownSale) bought(id int64, buyer byte, nodes, price int64) {
	s.tells("Purchased", []common.Hash{number(id), {31: buyer}, {}}, big.NewInt(nodes), big.NewInt(price), big.NewInt(price), new(big.Int), "")
}

func (s *ownSale) opened(id int64, tiers *big.Int) {
	s.tells("Opened", []common.Hash{number(id)}, tiers)
}

func (s *ownSale) announced(call []byte, due uint64) {
	s.tells("ChangeAnnounced", []common.Hash{crypto.Keccak256Hash(call)}, call, new(big.Int).SetUint64(due))
}

// mined takes the block in and gives its purchases as the state resolves them.
func (s *ownSale) mined() (list []string) {
	s.t.Helper()
	s.time += 12
	block := &sale.Block{Time: s.time, Logs: s.logs}
	s.logs = nil
	events, err := s.reader.Read(block)
	if err != nil {
		s.t.Fatal(err)
	}
	s.state.At(program.Moment{Time: time.Unix(int64(s.time), 0)})
	for _, e := range events {
		if pay, ok := e.(sale.Payment); ok {
			p, err := s.state.Buy(pay)
			if err != nil {
				s.t.Fatal(err)
			}
			list = append(list, fmt.Sprint(p.Tiers(), " ", p.Flags))
			continue
		}
		if _, err := s.state.Set(e); err != nil {
			s.t.Fatal(err)
		}
	}
	return list
}

// A list is open to the purchase that Opened names, in its transaction, and to no other: a contract buys several times in one.
func TestOpenedIsOfOnePurchase(t *testing.T) {
	t.Parallel()
	s := newOwnSale(t)
	for i, price := range []int64{1, 10, 100} {
		s.tier(int64(i), price)
	}
	s.tells("AllowlistSet", []common.Hash{number(0)}, common.Hash{1})
	s.tells("AllowlistSet", []common.Hash{number(1)}, common.Hash{2})
	s.tells("AllowlistSet", []common.Hash{number(200)}, common.Hash{2}) // of a tier that is not known
	s.opened(1, big.NewInt(0b01))
	s.bought(1, 5, 2, 2)
	s.bought(2, 5, 2, 200) // in the same transaction, without a list
	s.opened(3, big.NewInt(0b10))
	s.bought(3, 5, 2, 20)
	s.opened(4, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1)))
	s.bought(4, 6, 2, 2)
	s.opened(9, big.NewInt(0b01)) // of a purchase that never comes
	s.bought(5, 6, 1, 100)
	s.opened(6, big.NewInt(0b01))
	s.tx++
	s.bought(6, 6, 1, 100) // of another transaction
	got := s.mined()
	want := []string{"1:2 []", "3:2 []", "2:2 []", "1:2 []", "3:1 []", "3:1 []"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	s.bought(7, 6, 1, 1) // at the price of a list that nothing opened
	if got := s.mined(); !slices.Equal(got, []string{"3:1 [off-ladder]"}) {
		t.Errorf("%q", got)
	}
}

// Whatever call is announced, what is said of it is what it would do, or nothing.
func TestAnnouncedCalls(t *testing.T) {
	t.Parallel()
	contract := nodesale.NewNodeSale()
	wallet := common.Address{19: 7}
	tier := contract.PackSetTier(big.NewInt(1), nodesale.NodeSaleTier{Price: big.NewInt(5), Size: 6, PerWallet: 7})
	code := func(text string) []byte { return contract.PackSetCode(text, wallet, true) }
	for name, test := range map[string]struct {
		call []byte
		want string
	}{
		"tier":                   {tier, "sale.TierSet"},
		"tier, with more behind": {append(slices.Clone(tier), 1, 2, 3), "sale.TierSet"},
		"tier of 2^32":           {contract.PackSetTier(big.NewInt(1<<32), nodesale.NodeSaleTier{Price: new(big.Int)}), "<nil>"},
		"torn tier":              {tier[:len(tier)-1], "<nil>"},
		"no argument":            {tier[:4], "<nil>"},
		"no selector":            {tier[:3], "<nil>"},
		"nothing":                {nil, "<nil>"},
		"code":                   {code("ALPHA_1-9"), "sale.CodeSet"},
		"code with a bell":       {code("ALPHA\a\x1b[2J"), "<nil>"}, // the contract refuses it, and terminals obey it
		"code of a small letter": {code("ALPHa"), "<nil>"},
		"short code":             {code("AL"), "<nil>"},
		"long code":              {code(strings.Repeat("A", 33)), "<nil>"},
		"code far away":          {append(slices.Clone(code("ALPHA")[:4]), bytes.Repeat([]byte{0xff}, 96)...), "<nil>"},
		"another call":           {contract.PackSetVoucherSigner(wallet), "<nil>"},
		"pause":                  {contract.PackPause(), "<nil>"},
		"dirty treasury":         {append(slices.Clone(contract.PackSetTreasury(wallet)[:4]), bytes.Repeat([]byte{0xff}, 32)...), "<nil>"},
	} {
		s := newOwnSale(t)
		s.announced(test.call, s.time+100)
		s.mined()
		if len(s.state.Announced) != 1 {
			t.Fatalf("%s: %v", name, s.state.Announced)
		}
		if got := fmt.Sprintf("%T", s.state.Announced[0].Change); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

// An owner who announces without end fills nobody's memory: what can no longer be made is forgotten, the newest ones are kept, and it is
// known until when there are others.
func TestAnnouncementsWithoutEnd(t *testing.T) {
	t.Parallel()
	s := newOwnSale(t)
	const more = 7
	call := func(i int) []byte { return nodesale.NewNodeSale().PackSetDiscount(big.NewInt(int64(i))) }
	due := s.time + 100
	for i := range sale.MostAnnounced + more {
		s.announced(call(i), due+uint64(i))
	}
	s.announced(bytes.Repeat([]byte{7}, 1<<20), due)
	s.mined()
	if n := len(s.state.Announced); n != sale.MostAnnounced {
		t.Errorf("%d are kept, want %d", n, sale.MostAnnounced)
	}
	if first := s.state.Announced[0]; !bytes.Equal(first.Call, call(more+1)) {
		t.Errorf("the first one is %x", first.Call)
	}
	if last := s.state.Announced[sale.MostAnnounced-1]; last.Call != nil || last.ID == (ledger.Hash{}) {
		t.Errorf("a call of %d bytes is kept", len(last.Call))
	}
	if got, want := s.state.AnnouncedMore, due+more+sale.AnnouncementLife; got != want {
		t.Errorf("there are others until %d, want %d", got, want)
	}
	s.time = due + sale.MostAnnounced + more + sale.AnnouncementLife
	s.mined()
	if n := len(s.state.Announced); n != 0 {
		t.Errorf("%d can no longer be made and are kept", n)
	}
}
