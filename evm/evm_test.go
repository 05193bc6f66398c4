package evm_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
)

// TestRecordedForm: a log and a transaction encode as recorded inputs hold them. These bytes are in every ledger: a change
// here is another ledger.
func TestRecordedForm(t *testing.T) {
	t.Parallel()
	log := evm.Log{
		Address: common.Address{19: 1}, Topics: []common.Hash{{31: 2}}, Data: []byte{3}, TxHash: common.Hash{31: 4}, TxIndex: 5, Index: 6,
	}
	tx := evm.Tx{
		Hash: common.Hash{31: 1}, Index: 2, To: common.Address{19: 3}, Value: *uint256.NewInt(4), Input: []byte{5}, Success: true,
	}
	for want, value := range map[string]any{
		"f85b940000000000000000000000000000000000000001" + "e1a00000000000000000000000000000000000000000000000000000000000000002" +
			"03" + "a00000000000000000000000000000000000000000000000000000000000000004" + "0506": &log,
		"f83aa00000000000000000000000000000000000000000000000000000000000000001" + "02" +
			"940000000000000000000000000000000000000003" + "040501": &tx,
	} {
		got, err := rlp.EncodeToBytes(value)
		if err != nil || common.Bytes2Hex(got) != want {
			t.Errorf("%T is %x (%v), want %s", value, got, err, want)
		}
	}
}

// TestPlaces: a call stands after the logs of its transaction and before the next transaction; parts keep their order.
func TestPlaces(t *testing.T) {
	t.Parallel()
	log := evm.Log{TxIndex: 1, Index: 7}
	call := evm.Tx{Index: 1}
	want := []evm.Place{{TxIndex: 0, Index: 9}, log.Place(), {TxIndex: 1, Index: 7, Part: 1}, call.Place(), {TxIndex: 2, Index: 8}}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, evm.Place.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if want[2].Position() != want[2] {
		t.Error("a place is not at its own position")
	}
}

// TestIndexed: the topics behind the first, and nothing that is not there.
func TestIndexed(t *testing.T) {
	t.Parallel()
	topic, wallet := evm.Topic("A(address,uint256)"), common.Address{0: 7}
	log := evm.Log{Topics: []common.Hash{topic, evm.Padded(wallet), {0: 1, 31: 5}}}
	here := common.Address{}
	if !log.Is(here, topic) || log.Is(wallet, topic) || log.Is(here, common.Hash{}) || new(evm.Log).Is(here, topic) {
		t.Error("Is takes another log")
	}
	if got, err := log.IndexedAddress(1); err != nil || got != wallet {
		t.Errorf("address %s, %v", got, err)
	}
	for _, n := range []int{-1, 0, 3} {
		if _, err := log.Indexed(n); err == nil {
			t.Errorf("topic %d is there", n)
		}
	}
	if _, err := log.IndexedAddress(2); err == nil {
		t.Error("a number is an address")
	}
	call := evm.Tx{Input: []byte{1, 2, 3, 4, 5}}
	if selector, arguments, ok := call.Call(); !ok || selector != [4]byte{1, 2, 3, 4} || len(arguments) != 1 {
		t.Errorf("call %x %x %t", selector, arguments, ok)
	}
	if _, _, ok := (&evm.Tx{Input: []byte{1, 2, 3}}).Call(); ok {
		t.Error("three bytes are a call")
	}
	if evm.Selector("multiSend(bytes)") != [4]byte{0x8d, 0x80, 0xff, 0x0a} {
		t.Error("another selector than explorers show")
	}
}
