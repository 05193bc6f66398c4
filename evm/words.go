package evm

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
)

// wordSize is how many bytes a word has.
const wordSize = 32

// Word is one ABI-encoded value of fixed size.
type Word [wordSize]byte

// Uint256 is the word as an unsigned number.
func (w Word) Uint256() (n uint256.Int) {
	n.SetBytes32(w[:])
	return n
}

// Address is the word as an address; ok is false when its upper twelve bytes are not zero.
func (w Word) Address() (a common.Address, ok bool) {
	for _, b := range w[:wordSize-common.AddressLength] {
		if b != 0 {
			return a, false
		}
	}
	return common.Address(w[wordSize-common.AddressLength:]), true
}

// Words are ABI-encoded arguments: one word for each, and behind them the bytes and arrays that words point to. Arguments
// are asked for by their index from 0, and errors count them from 1. Bytes behind the last argument are ignored, as a
// contract ignores them.
type Words []byte

// Word is the n-th argument as it is.
func (w Words) Word(n int) (Word, error) {
	if len(w)/wordSize <= n {
		return Word{}, fmt.Errorf("argument %d is missing", n+1)
	}
	return Word(w[wordSize*n:]), nil
}

// Uint256 is the n-th argument as an unsigned number.
func (w Words) Uint256(n int) (uint256.Int, error) {
	word, err := w.Word(n)
	return word.Uint256(), err
}

// Uint64 is the n-th argument as a number that can be counted; a larger one is an error.
func (w Words) Uint64(n int) (uint64, error) {
	number, err := w.Uint256(n)
	if err == nil && !number.IsUint64() {
		err = fmt.Errorf("argument %d is %s, which is too large to be a count", n+1, number.Dec())
	}
	return number.Uint64(), err
}

// Amount is the n-th argument as base units of an asset.
func (w Words) Amount(asset money.Asset, n int) (money.Amount, error) {
	number, err := w.Uint256(n)
	return money.FromUint256(asset, &number), err
}

// Address is the n-th argument as an address.
func (w Words) Address(n int) (common.Address, error) {
	word, err := w.Word(n)
	if err != nil {
		return common.Address{}, err
	}
	address, ok := word.Address()
	if !ok {
		return address, fmt.Errorf("argument %d is not an address: %#x", n+1, word[:])
	}
	return address, nil
}

// Bytes is the n-th argument as bytes or a string, of any length. It shares memory with w.
func (w Words) Bytes(n int) ([]byte, error) {
	rest, size, err := w.pointed(n)
	if err != nil {
		return nil, err
	}
	if size > uint64(len(rest)) {
		return nil, fmt.Errorf("argument %d is cut off", n+1)
	}
	return rest[:size], nil
}

// Array is the n-th argument as an array: its elements, to be read as arguments are, and how many there are.
func (w Words) Array(n int) (elements Words, count int, err error) {
	rest, size, err := w.pointed(n)
	if err != nil {
		return nil, 0, err
	}
	if size > uint64(len(rest)/wordSize) {
		return nil, 0, fmt.Errorf("argument %d is cut off", n+1)
	}
	return rest, int(size), nil
}

// pointed follows the offset that is the n-th argument: the length that stands there, and everything behind it.
func (w Words) pointed(n int) (rest Words, size uint64, err error) {
	offset, err := w.Uint256(n)
	if err != nil {
		return nil, 0, err
	}
	if !offset.IsUint64() || offset.Uint64() > uint64(len(w)) || uint64(len(w))-offset.Uint64() < wordSize {
		return nil, 0, fmt.Errorf("argument %d lies outside", n+1)
	}
	rest = w[offset.Uint64():]
	length := Word(rest[:wordSize]).Uint256()
	if !length.IsUint64() {
		return nil, 0, fmt.Errorf("argument %d is cut off", n+1)
	}
	return rest[wordSize:], length.Uint64(), nil
}
