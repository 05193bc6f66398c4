package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// The tree over everything has one entry for each input and each transaction. An entry is text, one value a line, each line ended:
//
//	input            transaction
//	<sequence>       <sequence>
//	<transactions>   <hash, hexadecimal>
//	<kind>
//	<SHA-256 of its payload, hexadecimal>
//
// Sequences count from 1; transactions is how many stood in the journal before the input. A private fact has random bytes in its
// payload, so its digest is a commitment that nobody can guess.

// InputEntry is the text that the tree has of an input. payload is the SHA-256 of its payload.
func InputEntry(sequence, transactions uint64, kind string, payload Hash) []byte {
	return appendInput(make([]byte, 0, entrySize), sequence, transactions, kind, payload)
}

// TransactionEntry is the text that the tree has of a transaction.
func TransactionEntry(sequence uint64, hash Hash) []byte {
	return appendTransaction(make([]byte, 0, entrySize), sequence, hash)
}

// InputLeaf is the leaf's hash of an input with this payload.
func InputLeaf(sequence, transactions uint64, kind string, payload []byte) Hash {
	var room [entrySize]byte
	return sha256.Sum256(appendInput(append(room[:0], leafPrefix), sequence, transactions, kind, sha256.Sum256(payload)))
}

// TransactionLeaf is the leaf's hash of a transaction.
func TransactionLeaf(sequence uint64, hash Hash) Hash {
	var room [entrySize]byte
	return sha256.Sum256(appendTransaction(append(room[:0], leafPrefix), sequence, hash))
}

// LeafHash is the leaf's hash of an entry.
func LeafHash(entry []byte) Hash { return leafHash(entry) }

// Digest is the SHA-256 of content.
func Digest(content []byte) Hash { return sha256.Sum256(content) }

// entrySize is room for an entry, more than most need.
const entrySize = 160

func appendInput(b []byte, sequence, transactions uint64, kind string, payload Hash) []byte {
	b = append(b, "input\n"...)
	b = append(strconv.AppendUint(b, sequence, 10), '\n')
	b = append(strconv.AppendUint(b, transactions, 10), '\n')
	b = append(append(b, kind...), '\n')
	return append(hex.AppendEncode(b, payload[:]), '\n')
}

func appendTransaction(b []byte, sequence uint64, hash Hash) []byte {
	b = append(b, "transaction\n"...)
	b = append(strconv.AppendUint(b, sequence, 10), '\n')
	return append(hex.AppendEncode(b, hash[:]), '\n')
}
