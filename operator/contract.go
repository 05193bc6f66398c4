package operator

import (
	"slices"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// MaxSignature is the longest signature of a contract wallet, in bytes: those of 63 owners of a Safe, one after the other.
const MaxSignature = 4096

// Word is what a contract wallet said of a signature (ERC-1271): that it is its own, as of a final block. It is part of the books: its
// fields never change. The zero Word is none.
type Word struct {
	Wallet ledger.Wallet `json:"wallet"`
	Signed ledger.Hash   `json:"signed"` // what the contract was asked about, see [SignedHash]
	Block  uint64        `json:"block"`
	Hash   ledger.Hash   `json:"hash"` // of the block
}

// IsZero says that there is no word.
func (w *Word) IsZero() bool { return *w == Word{} }

// SignedHash is what a wallet signs for a text, and what a contract wallet is asked about (EIP-191, personal_sign).
func SignedHash(text string) ledger.Hash {
	return ledger.Hash(crypto.Keccak256([]byte("\x19Ethereum Signed Message:\n"+strconv.Itoa(len(text))), []byte(text)))
}

// CheckSignatureLength refuses what can be no contract's signature.
func CheckSignatureLength(signature []byte) error {
	if n := len(signature); n < signatureBytes || n > MaxSignature {
		return problem.New(problem.NotAuthenticated, "", "the signature has %d bytes: a wallet's has %d, and a contract's %d at most", n,
			signatureBytes, MaxSignature)
	}
	return nil
}

// Contracts are the wallets of an operator that are contracts and count, in order of their labels.
func (r *Registry) Contracts(name string, now time.Time) (wallets []ledger.Wallet) {
	for i := range r.keys {
		if k := &r.keys[i]; k.operator == name && k.contract && k.live(now) {
			wallets = append(wallets, k.wallet)
		}
	}
	return wallets
}

// IsContract says whether a wallet is a key that counts and was given as a contract.
func (r *Registry) IsContract(wallet ledger.Wallet, now time.Time) bool {
	return slices.ContainsFunc(r.keys, func(k key) bool { return k.contract && k.wallet == wallet && k.live(now) })
}

// Vouched is the operator of that name, when a contract of theirs said that a signature of the text is its own. Whether it said so is not
// asked here: give it a word that was asked for, or that the books have. A wallet that was not given as a contract
// needs no word, and none counts for it.
func (r *Registry) Vouched(name, text string, signature []byte, word *Word, now time.Time) (Actor, error) {
	if err := CheckSignatureLength(signature); err != nil {
		return Actor{}, err
	}
	if word.Signed != SignedHash(text) || !slices.Contains(r.Contracts(name, now), word.Wallet) {
		return Actor{}, ErrRefused
	}
	return r.Wallet(word.Wallet, now)
}
