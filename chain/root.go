package chain

import (
	"bytes"
	"slices"

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

// mostBeside is how many receipts may be told behind those of the root.
const mostBeside = 4

// receipts rebuilds the receiptsRoot. Whichever encoding leads to the header's root is the right one: with or without what some types
// have beside Ethereum's fields, and without the last receipts, as of a state sync on Polygon that is told and not in the root. They are
// set apart then. root is the first one that was tried.
func (r *roots) receipts(b *block) (root common.Hash, ok bool) {
	set := &b.receipts
	if root = r.receiptsRoot(set.list, true); root == b.header.ReceiptHash {
		return root, true
	}
	plain := !slices.ContainsFunc(set.list, func(one receipt) bool { return one.hasMore() })
	all := len(set.list)
	for n := all; n >= max(0, all-mostBeside); n-- {
		for _, more := range []bool{true, false} {
			if n == all && more || plain && !more {
				continue // it was tried
			}
			if r.receiptsRoot(set.list[:n], more) == b.header.ReceiptHash {
				set.beside, set.list = slices.Clone(set.list[n:]), set.list[:n]
				return b.header.ReceiptHash, true
			}
		}
	}
	return root, false
}

func (r *roots) receiptsRoot(list []receipt, more bool) common.Hash {
	r.list.reset()
	for i := range list {
		r.list.bytes = list[i].encode(&r.rlp, r.blooms, more, r.list.bytes)
		r.list.ends = append(r.list.ends, len(r.list.bytes))
	}
	return types.DeriveSha(&r.list, r.trie)
}

// transactions rebuilds the transactionsRoot. Their hashes are computed, too, and replace the stated ones when the root is the header's.
// unreadable is the index of the first one that cannot be encoded and whose bytes are not there, or -1; the root is zero then.
func (r *roots) transactions(b *block) (root common.Hash, unreadable int) {
	r.list.reset()
	for i := range b.txs {
		var readable bool
		if r.list.bytes, readable = b.txs[i].bytes(&r.rlp, r.list.bytes); !readable {
			return common.Hash{}, i
		}
		r.list.ends = append(r.list.ends, len(r.list.bytes))
	}
	if root = types.DeriveSha(&r.list, r.trie); root != b.header.TxHash {
		return root, -1
	}
	for i := range b.txs {
		r.keccak.Reset()
		r.keccak.Write(r.list.at(i))
		_, _ = r.keccak.Read(b.txs[i].hash[:]) // a sponge always gives
	}
	return root, -1
}

// altered is the first transaction whose encoding is known and does not hash to the stated hash, or -1. It overwrites nothing.
func (r *roots) altered(b *block) int {
	for i := range b.txs {
		if hash, ok := r.hash(&b.txs[i]); ok && hash != b.txs[i].hash {
			return i
		}
	}
	return -1
}

// hash is what a transaction as it is told hashes to; false when its encoding is not known.
func (r *roots) hash(tx *transaction) (hash common.Hash, ok bool) {
	r.list.reset()
	if r.list.bytes, ok = tx.encode(&r.rlp, r.list.bytes); ok {
		r.keccak.Reset()
		r.keccak.Write(r.list.bytes)
		_, _ = r.keccak.Read(hash[:])
	}
	return hash, ok
}
