package synth

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// words are ABI-encoded values of 32 bytes each.
type words []byte

func (w *words) number(n uint64)          { w.amount(uint256.NewInt(n)) }
func (w *words) amount(a *uint256.Int)    { b := a.Bytes32(); *w = append(*w, b[:]...) }
func (w *words) address(a common.Address) { *w = append(*w, common.LeftPadBytes(a[:], 32)...) }

// text is the length and content of a string, not the offset that points to it.
func (w *words) text(s string) {
	w.number(uint64(len(s)))
	*w = append(*w, s...)
	for len(s)%32 != 0 {
		*w = append(*w, 0)
		s += "\x00"
	}
}

func selector(signature string) words { return words(crypto.Keccak256([]byte(signature))[:4]) }

func event(signature string) common.Hash { return crypto.Keccak256Hash([]byte(signature)) }

func indexed(a common.Address) common.Hash { return common.BytesToHash(a[:]) }

// wallet is the n-th address of a family such as "buyer".
func wallet(family string, n uint64) common.Address {
	return common.BytesToAddress(crypto.Keccak256([]byte(family), uint256.NewInt(n).Bytes())[12:])
}
