package ledger

import (
	"encoding/hex"
	"math/big"
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Account is a place in the fixed chart of accounts. Only the constructors here and [ParseAccount] make one; the zero
// Account is refused by postings.
type Account struct{ path string }

// String is the account's path, such as "liabilities:share:0x90f7...b906".
func (a Account) String() string { return a.path }

// ParseAccount reads a path that the constructors could have made; anything else is an error.
func ParseAccount(path string) (Account, error) {
	if r, _ := readPath(path); r == 0 {
		return Account{}, problem.New(problem.Invalid, "unknown-account", "%.120q is not an account of the chart, see docs/accounting.md", path)
	}
	return Account{path}, nil
}

// Class is what the account is to an accountant; zero for the zero Account.
func (a Account) Class() Class {
	r, _ := a.read()
	return chart[r].class
}

// Role is what the account is for; zero for the zero Account.
func (a Account) Role() Role {
	r, _ := a.read()
	return chart[r].role
}

// Side is the side on which the account's balance normally stands; zero for the zero Account.
func (a Account) Side() Side {
	if a.path == "" {
		return 0
	}
	side, _ := a.row().normal()
	return side
}

// MayTurn says that the account's balance may stand on the other side.
func (a Account) MayTurn() bool {
	_, turns := a.row().normal()
	return turns
}

// Normal is a balance of the account as it is shown: in base units, above zero on the account's normal side.
func (a Account) Normal(b money.Balance) *big.Int {
	net := b.Net()
	if a.Side() == Credit {
		net.Neg(net)
	}
	return net
}

// row is the account's row, or any other one of its class where all of them have the same rules.
func (a Account) row() row {
	for _, u := range uniform {
		if strings.HasPrefix(a.path, u.begin) {
			return u.row
		}
	}
	r, _ := a.read()
	return r
}

// uniform is the classes in which every row has the same rules: which of them an account is need not be read.
var uniform = uniformClasses()

type uniformClass struct {
	begin string
	row   row
}

func uniformClasses() (all []uniformClass) {
	for _, c := range Classes() {
		var first row
		same := true
		for r := row(1); r < rows; r++ {
			switch {
			case chart[r].class != c:
			case first == 0:
				first = r
			default:
				side, turns := r.normal()
				firstSide, firstTurns := first.normal()
				same = same && side == firstSide && turns == firstTurns
			}
		}
		if same {
			all = append(all, uniformClass{c.String() + ":", first})
		}
	}
	return all
}

// Stage is how far what the account holds has come, such as "payable"; empty when its role has no stages.
func (a Account) Stage() string {
	r, _ := a.read()
	return chart[r].stage
}

// Wallet is whose account it is, or of which of the project's wallets or contracts; false when it is no wallet's.
func (a Account) Wallet() (w Wallet, ok bool) {
	text := a.value(walletHole)
	if text == "" {
		return w, false
	}
	_, err := hex.Decode(w[:], []byte(text[2:]))
	return w, err == nil
}

// Owner is the holder, buyer or referrer whose account it is; false for the accounts of the project's own wallets and contracts,
// and for those of nobody.
func (a Account) Owner() (w Wallet, ok bool) {
	if a.Class() == Assets {
		return w, false
	}
	return a.Wallet()
}

// Holder is the wallet whose stock without a stage it is, see [Holding]; false for every other account.
func (a Account) Holder() (w Wallet, ok bool) {
	if a.Role() != HoldingRole {
		return w, false
	}
	return a.Wallet()
}

// Asset is the symbol in the path, such as "NODE"; empty when there is none. An account holds other assets besides only by
// mistake.
func (a Account) Asset() string { return strings.ToUpper(a.value(assetHole)) }

// Name is the name in the path: of a run, a pool, a bucket, a campaign or a source of revenue; empty when there is none.
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

// Kind is the path with * in place of the wallet or name, such as "liabilities:share:*".
func (a Account) Kind() string {
	r, values := a.read()
	for i, h := range patterns[r].holes {
		if h == walletHole || h == nameHole {
			values[i] = "*"
		}
	}
	return r.path(values)
}

// Payable says whose account it is that payout runs gather from; false for every other account.
func (a Account) Payable() (w Wallet, ok bool) {
	if r, _ := a.read(); !chart[r].paid {
		return w, false
	}
	return a.Wallet()
}
