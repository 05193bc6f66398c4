package program

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Mapping is where a contract's storage keeps a number for each address. The zero Mapping is nowhere.
type Mapping struct {
	Slot  common.Hash // of the mapping itself
	Order MappingOrder
}

// MappingOrder is what a compiler hashes for a place in a mapping.
type MappingOrder string

// The orders.
const (
	Solidity MappingOrder = "solidity" // the key, then the mapping's slot
	Vyper    MappingOrder = "vyper"    // the mapping's slot, then the key
)

// NamespacedBalances is the slot of the balances of OpenZeppelin's ERC20Upgradeable since version 5 (ERC-7201): the hash
// of one less than the hash of "openzeppelin.storage.ERC20", with the last byte zero.
var NamespacedBalances = common.HexToHash("0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00")

// IsZero says that it is not known where the mapping is.
func (m Mapping) IsZero() bool { return m.Order == "" }

// SlotOf is the slot that holds the number of an address.
func (m Mapping) SlotOf(address common.Address) common.Hash {
	key := common.LeftPadBytes(address[:], 32)
	if m.Order == Vyper {
		return crypto.Keccak256Hash(m.Slot[:], key)
	}
	return crypto.Keccak256Hash(key, m.Slot[:])
}
