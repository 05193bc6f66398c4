package notice

import (
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
)

// Target is who is told what.
type Target struct {
	Name    string
	Kind    Kind
	Where   string // host, or the mail address: no secrets
	Types   []Type // nil: all that are not about a wallet
	Wallets []ledger.Wallet
	All     bool // all wallets
}

// Kind is how a target is told.
type Kind string

// The kinds of targets.
const (
	Webhook Kind = "webhook"
	Mail    Kind = "mail"
)

// Wants says whether a target is told a notice. Tests go to the target that they are for, and are told by nobody else.
func (t *Target) Wants(n *Notice) bool {
	switch {
	case n.Type == Test:
		return false
	case !n.Type.OfWallet():
		return t.Types == nil || slices.Contains(t.Types, n.Type)
	case t.Types != nil && !slices.Contains(t.Types, n.Type):
		return false
	}
	return t.All || slices.Contains(t.Wallets, n.Wallet)
}

// Wallets are those that some target is told of: nil when one is told of all, and empty when none is told of any.
func Wallets(targets []Target) map[ledger.Wallet]bool {
	wanted := map[ledger.Wallet]bool{}
	for i := range targets {
		if targets[i].All {
			return nil
		}
		for _, w := range targets[i].Wallets {
			wanted[w] = true
		}
	}
	return wanted
}
