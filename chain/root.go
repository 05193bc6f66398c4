package chain

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
)

// encodings are the encoded members of a list that a root in a header commits to, one after the other.
type encodings struct {
	bytes []byte
	ends  []int
}

func (e *encodings) reset()   { e.bytes, e.ends = e.bytes[:0], e.ends[:0] }
func (e *encodings) Len() int { return len(e.ends) }

func (e *encodings) at(i int) []byte {
	start := 0
	if i > 0 {
		start = e.ends[i-1]
	}
	return e.bytes[start:e.ends[i]]
}

// EncodeIndex is how go-ethereum asks for a member.
func (e *encodings) EncodeIndex(i int, out *bytes.Buffer) { out.Write(e.at(i)) }

// roots recomputes what headers commit to. It is not safe for concurrent use.
type roots struct {
	blooms *blooms
	list   encodings
	rlp    rlp.EncoderBuffer
	trie   *trie.StackTrie
	keccak crypto.KeccakState
}

func newRoots(blooms *blooms) *roots {
	return &roots{
		blooms: blooms, rlp: rlp.NewEncoderBuffer(nil), trie: trie.NewStackTrie(nil), keccak: crypto.NewKeccakState(),
	}
}

// receipts is the receiptsRoot of a block's receipts.
func (r *roots) receipts(b *block) common.Hash {
	r.list.reset()
	for i := range b.receipts.list {
		r.list.bytes = b.receipts.list[i].encode(&r.rlp, r.blooms, r.list.bytes)
		r.list.ends = append(r.list.ends, len(r.list.bytes))
	}
	return types.DeriveSha(&r.list, r.trie)
}

// transactions is the transactionsRoot of a block's transactions. Their hashes are computed, too, and replace the stated
// ones when the root is the header's. unreadable is the index of the first one of an unknown type, or -1.
func (r *roots) transactions(b *block) (ok bool, unreadable int) {
	r.list.reset()
	for i := range b.txs {
		var readable bool
		if r.list.bytes, readable = b.txs[i].encode(&r.rlp, r.list.bytes); !readable {
			return false, i
		}
		r.list.ends = append(r.list.ends, len(r.list.bytes))
	}
	if types.DeriveSha(&r.list, r.trie) != b.header.TxHash {
		return false, -1
	}
	for i := range b.txs {
		r.keccak.Reset()
		r.keccak.Write(r.list.at(i))
		_, _ = r.keccak.Read(b.txs[i].hash[:]) // a sponge always gives
	}
	return true, -1
}
