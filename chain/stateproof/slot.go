package stateproof

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// VerifySlot is what a slot holds in the storage of a root, [Account].Storage, which the nodes prove from the root down.
// A slot that is not there holds zero. An error says why the nodes prove nothing.
func VerifySlot(storageRoot, slot common.Hash, nodes [][]byte) (uint256.Int, error) {
	value, err := verify(storageRoot, slot[:], nodes)
	if err != nil {
		return uint256.Int{}, fmt.Errorf("the proof of slot %s does not hold: %w", slot, err)
	}
	if value == nil {
		return uint256.Int{}, nil
	}
	word, err := wordOf(value)
	if err != nil {
		return uint256.Int{}, fmt.Errorf("the proof of slot %s ends in what is not a word: %w", slot, err)
	}
	return word, nil
}

// wordOf reads the one encoding of a number that a leaf of a storage may hold.
func wordOf(value []byte) (uint256.Int, error) {
	var word uint256.Int
	if err := rlp.DecodeBytes(value, &word); err != nil {
		return uint256.Int{}, err
	}
	if word.IsZero() {
		return uint256.Int{}, errors.New("it is zero, which no storage keeps")
	}
	return word, nil
}
