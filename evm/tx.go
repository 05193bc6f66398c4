package evm

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Tx is a transaction of a block.
type Tx struct {
	Hash    common.Hash
	Index   uint32
	To      common.Address // zero when it made a contract
	Value   uint256.Int    // wei
	Input   []byte
	Success bool
	From    common.Address `rlp:"optional"` // who signed it; zero where nobody asked for it, or where the signature cannot be read
}

// Place is where the call itself stands: after the logs of its transaction.
func (t *Tx) Place() Place { return Place{TxHash: t.Hash, TxIndex: t.Index, Index: NoLog} }

// Selector is how calldata begins that calls a function: the first bytes of the hash of its name and the types of its
// arguments, without spaces.
func Selector(signature string) [4]byte { return [4]byte(crypto.Keccak256([]byte(signature))) }

// Call splits the calldata into the [Selector] of the function and its arguments; ok is false when it is too short.
func (t *Tx) Call() (selector [4]byte, arguments Words, ok bool) {
	if len(t.Input) < len(selector) {
		return selector, nil, false
	}
	return [4]byte(t.Input), t.Input[len(selector):], true
}
