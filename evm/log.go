package evm

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Log is one event of a contract.
type Log struct {
	Address common.Address
	Topics  []common.Hash
	Data    []byte
	TxHash  common.Hash
	TxIndex uint32
	Index   uint32 // in the block
}

// Place is where the log stands.
func (l *Log) Place() Place { return Place{TxHash: l.TxHash, TxIndex: l.TxIndex, Index: l.Index} }

// Is says whether the log is an event of a contract, by the event's [Topic].
func (l *Log) Is(contract common.Address, topic common.Hash) bool {
	return l.Address == contract && len(l.Topics) > 0 && l.Topics[0] == topic
}

// Indexed is the n-th indexed argument, counted from 1: the topic behind the event's own.
func (l *Log) Indexed(n int) (Word, error) {
	if n < 1 || len(l.Topics) <= n {
		return Word{}, fmt.Errorf("it has %d topics, topic %d is missing", len(l.Topics), n)
	}
	return Word(l.Topics[n]), nil
}

// IndexedAddress is the n-th indexed argument as an address.
func (l *Log) IndexedAddress(n int) (common.Address, error) {
	w, err := l.Indexed(n)
	if err != nil {
		return common.Address{}, err
	}
	address, ok := w.Address()
	if !ok {
		return address, fmt.Errorf("topic %d is not an address: %s", n, l.Topics[n])
	}
	return address, nil
}

// Topic is the first topic of an event: the hash of its name and the types of its arguments, without spaces.
func Topic(signature string) common.Hash { return crypto.Keccak256Hash([]byte(signature)) }

// Padded is an address as a topic or as a word of data.
func Padded(a common.Address) common.Hash { return common.BytesToHash(a[:]) }
