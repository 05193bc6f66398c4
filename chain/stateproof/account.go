package stateproof

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// Account is what the state of a block says of an address.
type Account struct {
	Exists  bool
	Nonce   uint64
	Balance uint256.Int // wei
	Storage common.Hash // the root of the contract's storage
	Code    common.Hash // the hash of the contract's code
}

// absent is an address of which the state knows nothing: it has no coins, no code and an empty storage.
var absent = Account{Storage: types.EmptyRootHash, Code: types.EmptyCodeHash}

// VerifyAccount is the account of an address in the state of a root, which the nodes prove from the root down. An error
// says why they do not.
func VerifyAccount(stateRoot common.Hash, address common.Address, nodes [][]byte) (Account, error) {
	value, err := verify(stateRoot, address[:], nodes)
	if err != nil {
		return Account{}, fmt.Errorf("the proof of account %s does not hold: %w", address, err)
	}
	if value == nil {
		return absent, nil
	}
	var found types.StateAccount
	if err := rlp.DecodeBytes(value, &found); err != nil {
		return Account{}, fmt.Errorf("the proof of account %s ends in what is not an account: %w", address, err)
	}
	if len(found.CodeHash) != common.HashLength || found.Balance == nil {
		return Account{}, fmt.Errorf("the proof of account %s ends in what is not an account", address)
	}
	return Account{true, found.Nonce, *found.Balance, found.Root, common.Hash(found.CodeHash)}, nil
}
