package ledger

import "strings"

// Prefix selects the accounts whose path begins with it; the empty Prefix selects all. Classes can begin alike (all of a
// holder's do): look at [Account.Class] of what is found.
type Prefix string

// Prefix selects every account of the class, and those of the classes whose paths begin alike.
func (c Class) Prefix() Prefix {
	common, found := "\U0010FFFF", false // no class, no account
	for r := row(1); r < rows; r++ {
		if chart[r].class != c {
			continue
		}
		begin := patterns[r].text[0]
		if !found {
			common, found = begin, true
		}
		for !strings.HasPrefix(begin, common) {
			common = common[:len(common)-1]
		}
	}
	return Prefix(common)
}

// PrefixOf selects the wallet's accounts of the class, and of the classes whose paths begin alike.
func (c Class) PrefixOf(w Wallet) Prefix { return c.Prefix() + Prefix(w.String()) }

// Prefix selects the account, and those whose path begins with its path.
func (a Account) Prefix() Prefix { return Prefix(a.path) }
