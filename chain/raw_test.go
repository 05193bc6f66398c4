package chain

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/nodeledger/nodeledger/sale"
)

// TestBytesOfTransactions: bytes go into the root as they are. What they say counts for nothing where Ethereum does not decode them,
// whatever type the endpoint tells; where it does, the endpoint told something else.
func TestBytesOfTransactions(t *testing.T) {
	more, err := rlp.EncodeToBytes([]any{ // with the token that pays for it
		uint64(1), big.NewInt(7), uint64(21000), common.Address{1}, common.Address{2}, big.NewInt(5), []byte{},
		big.NewInt(27), big.NewInt(3), big.NewInt(4),
	})
	if err != nil {
		t.Fatal(err)
	}
	plain, err := types.NewTx(&types.LegacyTx{
		Nonce: 1, Gas: 21000, To: &common.Address{2}, V: big.NewInt(27), R: big.NewInt(3), S: big.NewInt(4),
	}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	for name, one := range map[string]struct {
		raw   []byte
		kind  uint64
		wrong string
	}{
		"more than Ethereum's":               {more, types.LegacyTxType, ""},
		"a type that nobody knows":           {append([]byte{0x7e}, more...), 0x7e, ""},
		"Ethereum's, told otherwise":         {plain, types.LegacyTxType, "is not what its bytes say"},
		"Ethereum's, told as another type":   {plain, 0x7e, "is not what its bytes say"},
		"a type of Ethereum's, in the bytes": {append([]byte{types.DynamicFeeTxType}, more...), 0x7e, ""},
	} {
		w := &Watcher{roots: newRoots(newBlooms(selected(t, sale.Watch{Addresses: []common.Address{{1}}})))}
		b := &block{whole: true, txs: []transaction{{kind: one.kind, hash: crypto.Keccak256Hash(one.raw), raw: one.raw, to: common.Address{9}}}}
		b.header.TxHash = types.DeriveSha(&encodings{one.raw, []int{len(one.raw)}}, trie.NewStackTrie(nil))
		told, err := w.rebuildTransactions(&endpoint{}, b, 1)
		if told != "" || (err == nil) != (one.wrong == "") || err != nil && !strings.Contains(err.Error(), one.wrong) {
			t.Errorf("%s: told %q, %v", name, told, err)
		}
		if !b.txs[0].opaque() || b.txs[0].hash != crypto.Keccak256Hash(one.raw) {
			t.Errorf("%s: %+v", name, b.txs[0])
		}
	}
}
