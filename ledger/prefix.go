package ledger

import (
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// Prefix selects the accounts whose path begins with it; the empty Prefix selects all. Roles can begin alike: look at
// [Account.Role] of what is found.
type Prefix string

// Prefix selects every account of the class.
func (c Class) Prefix() Prefix { return Prefix(c.String() + ":") }

// Prefix selects every account of the role, and those of the roles whose paths begin alike.
func (r Role) Prefix() Prefix {
	common, found := "\U0010FFFF", false // no role, no account
	for n := row(1); n < rows; n++ {
		if chart[n].role != r {
			continue
		}
		begin := patterns[n].text[0]
		if !found {
			common, found = begin, true
		}
		for !strings.HasPrefix(begin, common) {
			common = common[:len(common)-1]
		}
	}
	return Prefix(common)
}

// Prefix selects the account, and those whose path begins with its path.
func (a Account) Prefix() Prefix { return Prefix(a.path) }

// RegisterOf selects the accounts of an asset's holders, in all their stages.
func RegisterOf(asset money.Asset) Prefix { return Prefix(holding.begin(symbol(asset)) + "0x") }

// OwnedBy selects every account whose [Account.Owner] a wallet is, but for the lines of payout runs: there is one for each run,
// see [RunLine]. assets are those in which the wallet may have stock or tokens.
func OwnedBy(w Wallet, assets ...money.Asset) (all []Prefix) {
	for r := row(1); r < rows; r++ {
		c := &chart[r]
		switch first := patterns[r].holes[0]; {
		case c.class == Assets || c.role == TokenRole || c.role == PayoutRole || c.role == TokenPayoutRole:
		case c.role == HoldingRole: // and the tokens in their stages
			for _, asset := range assets {
				all = append(all, holding.account(symbol(asset), w.String()).Prefix())
			}
		case c.role == ReferralRole && c.stage != string(ReferralPending): // the prefix without the stage has both
		case c.role == ReferralRole:
			all = append(all, Prefix(strings.TrimSuffix(r.account(w.String()).path, c.stage)))
		case first == walletHole:
			all = append(all, r.account(w.String()).Prefix())
		}
	}
	return all
}

// TokenRunsOf selects what payout runs gathered of the program's own token.
func TokenRunsOf(asset money.Asset) Prefix { return Prefix(tokenRunLine.begin(symbol(asset))) }

// begin is a row's path up to and with its first value and what follows it.
func (r row) begin(first string) string { return patterns[r].text[0] + first + patterns[r].text[1] }
