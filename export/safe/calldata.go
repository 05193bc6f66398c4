package safe

import (
	"bytes"
	"encoding/binary"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// selector is the first four bytes of keccak("transfer(address,uint256)").
const selector uint32 = 0xa9059cbb

// transferData is the call of an ERC-20 contract that pays a wallet: the selector and two words of 32 bytes.
func transferData(w ledger.Wallet, units uint256.Int) []byte {
	data := make([]byte, 4+64)
	binary.BigEndian.PutUint32(data, selector)
	copy(data[4+12:], w[:])
	units.PutUint256(data[4+32:])
	return data
}

// readTransferData is the reverse; ok is false for any other call, and for an address with bits that transferData does not
// set, which some tokens ignore and others refuse.
func readTransferData(data []byte) (w ledger.Wallet, units uint256.Int, ok bool) {
	if len(data) != 4+64 {
		return w, units, false
	}
	w = ledger.Wallet(data[4+12 : 4+32])
	units.SetBytes(data[4+32:])
	return w, units, bytes.Equal(data, transferData(w, units))
}
