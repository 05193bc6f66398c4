package ledger

import (
	"bytes"
	"encoding/hex"
	"strings"

	"github.com/nodeledger/nodeledger/problem"
)

// Wallet is the address of somebody on the chain.
type Wallet [20]byte

// String is the address in lower-case hexadecimal with 0x, the form in account paths.
func (w Wallet) String() string { return "0x" + hex.EncodeToString(w[:]) }

// Compare orders wallets by their bytes, which is the order of their texts as well: -1, 0 or 1.
func (w Wallet) Compare(other Wallet) int { return bytes.Compare(w[:], other[:]) }

// ParseWallet reads an address: 0x and 40 hexadecimal digits, in letters of either size.
func ParseWallet(text string) (w Wallet, err error) {
	digits, found := strings.CutPrefix(text, "0x")
	raw, err := hex.DecodeString(digits)
	if err != nil || !found || len(raw) != len(w) {
		return w, problem.Invalidf("%.60q is not a wallet: write 0x and 40 hexadecimal digits", text)
	}
	return Wallet(raw), nil
}
