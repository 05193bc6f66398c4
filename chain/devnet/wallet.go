package devnet

import (
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// In place of a wallet's number: the owner of the contracts, and the treasury that the sale fills and payouts come from.
const (
	Owner    = -1
	Treasury = -2
)

type account struct {
	address common.Address
	key     *ecdsa.PrivateKey
}

// newAccount derives a key from the seed. A hash that is no key (1 in 2^128) is an error, not a loop.
func newAccount(seed uint64, name string) (account, error) {
	text := binary.BigEndian.AppendUint64([]byte("nodeledger development chain, no value: "), seed)
	key, err := crypto.ToECDSA(crypto.Keccak256(append(text, name...)))
	if err != nil {
		return account{}, fmt.Errorf("no key for %s: %w; take another seed", name, err)
	}
	return account{address: crypto.PubkeyToAddress(key.PublicKey), key: key}, nil
}

// newAccounts derives the owner's key and those of n wallets.
func newAccounts(seed uint64, n int) (owner account, wallets []account, err error) {
	if owner, err = newAccount(seed, "owner"); err != nil {
		return owner, nil, err
	}
	wallets = make([]account, n)
	for i := range wallets {
		if wallets[i], err = newAccount(seed, fmt.Sprintf("wallet %d", i)); err != nil {
			return owner, nil, err
		}
	}
	return owner, wallets, nil
}

// Wallet returns the address and the key of wallet i, from 0, or of the Owner or the Treasury. It panics when there is no such wallet.
func (c *Chain) Wallet(i int) (common.Address, *ecdsa.PrivateKey) {
	a := c.account(i)
	return a.address, a.key
}

// Wallets is how many funded wallets there are, the owner not counted.
func (c *Chain) Wallets() int { return len(c.wallets) }

func (c *Chain) account(i int) account {
	switch i {
	case Owner:
		return c.owner
	case Treasury:
		return c.treasury
	default:
		return c.wallets[i]
	}
}
