package recompute

import (
	"fmt"
	"math/big"
	"strings"
)

// Place is an account and an asset. Accounts have their paths of docs/accounting.md, with slashes.
type Place struct{ Account, Asset string }

// Balances are what accounts hold, above zero in debit.
type Balances map[Place]*big.Int

// Get is a balance, zero where nothing ever moved.
func (b Balances) Get(account, asset string) *big.Int {
	if v := b[Place{account, asset}]; v != nil {
		return v
	}
	return new(big.Int)
}

// Move credits one account and debits another one.
func (b Balances) Move(from, to, asset string, amount *big.Int) {
	b[Place{from, asset}] = new(big.Int).Sub(b.Get(from, asset), amount)
	b[Place{to, asset}] = new(big.Int).Add(b.Get(to, asset), amount)
}

// check names an account that is below zero and may not be.
func (b Balances) check() error {
	for at, v := range b {
		if strings.HasPrefix(at.Account, "register/") && v.Sign() < 0 && !strings.HasSuffix(at.Account, "/issuance") &&
			!strings.HasSuffix(at.Account, "/market") {
			return fmt.Errorf("%s has %s of %s", at.Account, v, at.Asset)
		}
		credit := strings.HasPrefix(at.Account, "liabilities/") || strings.HasPrefix(at.Account, "equity/fund/campaign/")
		if credit && v.Sign() > 0 {
			return fmt.Errorf("%s has %s of %s", at.Account, v, at.Asset)
		}
	}
	return nil
}

func register(asset string, rest ...string) string {
	return strings.Join(append([]string{"register", strings.ToLower(asset)}, rest...), "/")
}

func bucket(asset, name string) string { return register(asset, "bucket", name) }

func pool(asset, name string) string { return register(asset, "pool", name, "carry") }

// floor is the whole part of an amount times a fraction.
func floor(amount *big.Int, part *big.Rat) *big.Int {
	product := new(big.Rat).Mul(new(big.Rat).SetInt(amount), part)
	return new(big.Int).Quo(product.Num(), product.Denom()) // nothing here is below zero
}

// split gives everybody floor(amount x weight / all weights), and what that leaves.
func split(amount *big.Int, weights []*big.Rat) (parts []*big.Int, rest *big.Int) {
	all := new(big.Rat)
	for _, w := range weights {
		all.Add(all, w)
	}
	rest = new(big.Int).Set(amount)
	for _, w := range weights {
		part := new(big.Int)
		if all.Sign() > 0 {
			part = floor(amount, new(big.Rat).Quo(w, all))
		}
		parts = append(parts, part)
		rest.Sub(rest, part)
	}
	return parts, rest
}
