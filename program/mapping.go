package program

import (
	"math/big"
	"strconv"

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

// balances reads where a token's contract keeps what wallets hold.
func (r *reader) balances(s section, use AssetUse) Mapping {
	n := s.get("balances_slot")
	switch {
	case use.Kind == Native || use.Kind == Credit:
		s.needless("balances_slot", "is only for erc20 and token")
		s.needless("balances_order", "is only for erc20 and token")
	case n == nil:
		s.needless("balances_order", "says how balances_slot is used, and there is none")
	default:
		order := choice(s, "balances_order", Solidity, Solidity, Vyper)
		if slot, ok := r.slot(n, s.path("balances_slot")); ok {
			return Mapping{slot, order}
		}
	}
	return Mapping{}
}

// slot reads a storage slot: a whole number, or in quotes 0x and 64 digits.
func (r *reader) slot(n *node, name string) (common.Hash, bool) {
	const advice = "write a whole number such as 9, or 0x and 64 lower-case hexadecimal digits in quotes"
	switch {
	case n.kind == scalarNode && n.quoted && hashForm.MatchString(n.text):
		return common.HexToHash(n.text), true
	case n.kind == scalarNode && wholeForm.MatchString(n.text):
		if number, err := strconv.ParseUint(n.text, 10, 64); err == nil {
			return common.BigToHash(new(big.Int).SetUint64(number)), true
		}
	}
	r.fault(n.place, "%s is %s, which is not a storage slot; %s", name, n.what(), advice)
	return common.Hash{}, false
}
