package ledger

import (
	"encoding/hex"
	"strings"

	"github.com/nodeledger/nodeledger/problem"
)

// Account is a place in the fixed chart of accounts. Only the constructors here and [ParseAccount] make one; the zero
// Account is refused by postings.
type Account struct{ path string }

// String is the account's path, such as "referrers:0x90f7...b906:payable".
func (a Account) String() string { return a.path }

// ParseAccount reads a path that the constructors could have made; anything else is an error.
func ParseAccount(path string) (Account, error) {
	if r, _ := readPath(path); r == 0 {
		return Account{}, problem.New(problem.Invalid, "unknown-account", "%.120q is not an account of the chart, see docs/accounting.md", path)
	}
	return Account{path}, nil
}

// Class is what the account is for; zero for the zero Account.
func (a Account) Class() Class {
	r, _ := a.read()
	return chart[r].class
}

// Overdraft says that the account stands for the world outside and may go below zero.
func (a Account) Overdraft() bool {
	r, _ := a.read()
	return chart[r].overdraft
}

// Stage is how far what the account holds has come, such as "payable"; empty when its class has no stages.
func (a Account) Stage() string {
	r, _ := a.read()
	return chart[r].stage
}

// Wallet is whose account it is; false when it is no wallet's.
func (a Account) Wallet() (w Wallet, ok bool) {
	r, values := a.read()
	if patterns[r].holes[0] != walletHole {
		return w, false
	}
	_, err := hex.Decode(w[:], []byte(values[0][2:]))
	return w, err == nil
}

// Holder is the wallet whose stock without a stage it is, see [Holding]; false for every other account.
func (a Account) Holder() (w Wallet, ok bool) {
	if a.Class() != HoldingClass {
		return w, false
	}
	return a.Wallet()
}

// Asset is the symbol in the path, such as "NODE"; empty when there is none. An account holds other assets besides only by
// mistake.
func (a Account) Asset() string { return strings.ToUpper(a.value(assetHole)) }

// Name is the name in the path: of a run, a pool, a campaign or a source of revenue; empty when there is none.
func (a Account) Name() string { return a.value(nameHole) }

func (a Account) value(wanted hole) string {
	r, values := a.read()
	for i, h := range patterns[r].holes {
		if h == wanted {
			return values[i]
		}
	}
	return ""
}

// Kind is the path with * in place of the wallet or name, such as "referrers:*:payable".
func (a Account) Kind() string {
	r, values := a.read()
	for i, h := range patterns[r].holes {
		if h == walletHole || h == nameHole {
			values[i] = "*"
		}
	}
	return r.path(values[0], values[1])
}

// Payable says whose account it is and where what is paid from it goes; false for an account that nothing is paid from.
//
//	referrers:<w>:payable         -> referrers:<w>:paid
//	holders:<w>:share:payable     -> holders:<w>:share:paid
//	holders:<w>:rebate:payable    -> holders:<w>:rebate:paid
//	holders:<w>:<token>:available -> holders:<w>:<token>:released
func (a Account) Payable() (w Wallet, paid Account, ok bool) {
	r, values := a.read()
	if chart[r].paid == 0 {
		return w, Account{}, false
	}
	w, ok = a.Wallet()
	return w, Account{chart[r].paid.path(values[0], values[1])}, ok
}
