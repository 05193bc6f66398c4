package stateproof

import (
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
	var word uint256.Int // a leaf with zero in it is proven like any other: anvil keeps such leaves
	if err := rlp.DecodeBytes(value, &word); err != nil {
		return uint256.Int{}, fmt.Errorf("the proof of slot %s ends in what is not a word: %w", slot, err)
	}
	return word, nil
}
