package ledger

import (
	"bytes"
	"encoding/hex"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/problem"
)

// Wallet is the address of somebody on the chain.
type Wallet [20]byte

// String is the address in lower-case hexadecimal with 0x, the form in account paths.
func (w Wallet) String() string { return "0x" + hex.EncodeToString(w[:]) }

// Compare orders wallets by their bytes, which is the order of their texts as well: -1, 0 or 1.
func (w Wallet) Compare(other Wallet) int { return bytes.Compare(w[:], other[:]) }

// ParseWallet reads an address that a person gave: 0x and 40 hexadecimal digits. All small or all capital letters are fine; of
// both sizes they are the checksum of EIP-55, which must be right, since otherwise a digit may be wrong.
func ParseWallet(text string) (Wallet, error) {
	w, err := ReadWallet(text)
	if err != nil {
		return w, err
	}
	if digits := text[2:]; digits != strings.ToLower(digits) && digits != strings.ToUpper(digits) && text != common.Address(w).Hex() {
		return Wallet{}, problem.Invalidf("the address %s has a mistake: its capital letters do not fit its digits (EIP-55); compare it with "+
			"its source", text)
	}
	return w, nil
}

// ReadWallet reads an address that the books have: 0x and 40 hexadecimal digits, in letters of either size. Books may be older than
// the checksum's check.
func ReadWallet(text string) (w Wallet, err error) {
	digits, found := strings.CutPrefix(text, "0x")
	raw, err := hex.DecodeString(digits)
	if err != nil || !found || len(raw) != len(w) {
		return w, problem.Invalidf("%.60q is not a wallet: write 0x and 40 hexadecimal digits", text)
	}
	return Wallet(raw), nil
}
