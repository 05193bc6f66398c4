package operator

import (
	"encoding/hex"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// signatureBytes is the length of r, s and v together.
const signatureBytes = 65

// ParseSignature reads a signature as wallets give it: 0x and 130 hexadecimal digits, or more of a contract's, which has
// [MaxSignature] bytes at most.
func ParseSignature(text string) ([]byte, error) {
	digits, found := strings.CutPrefix(text, "0x")
	if len(digits) <= 2*MaxSignature {
		if raw, err := hex.DecodeString(digits); found && err == nil && len(raw) >= signatureBytes {
			return raw, nil
		}
	}
	return nil, problem.Invalidf("a signature must be 0x and 130 hexadecimal digits: r, s and v, as personal_sign returns them; a Safe's has "+
		"those of all owners one after the other, %d bytes at most", MaxSignature)
}

// Signer is the wallet that signed a text with personal_sign (EIP-191, version 0x45). The signature is 65 bytes: r, s in the
// lower half of the curve's order, v as 27 or 28, or as 0 or 1. Any signature of that form leads to some wallet: it means
// something only once that wallet is one that was expected.
func Signer(text string, signature []byte) (w ledger.Wallet, err error) {
	if len(signature) != signatureBytes {
		return w, problem.New(problem.NotAuthenticated, "", "the signature has %d bytes: it must have %d, as personal_sign returns them",
			len(signature), signatureBytes)
	}
	v := signature[64]
	if v >= 27 {
		v -= 27
	}
	r, s := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:64])
	if !crypto.ValidateSignatureValues(v, r, s, true) {
		return w, problem.New(problem.NotAuthenticated, "",
			"the signature is not valid: r and s must be on the curve, s in its lower half, and v 27, 28, 0 or 1")
	}
	hash := SignedHash(text)
	public, err := crypto.SigToPub(hash[:], append(append([]byte{}, signature[:64]...), v))
	if err != nil {
		return w, problem.New(problem.NotAuthenticated, "", "no key makes this signature: sign the text again")
	}
	return ledger.Wallet(crypto.PubkeyToAddress(*public)), nil
}
