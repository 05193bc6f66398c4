package program

import (
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Revenue is what the operator records as earned and how it is shared.
type Revenue struct {
	Asset   money.Asset
	Sources []string // in the file's order; none: the file lists no sources, and any name is one
	Split   Dated[RevenueSplit]
	Share   Dated[ShareRule] // empty: the share is not paid out
	Proven  Dated[Proven]    // empty: all revenue and all buybacks are recorded by operators
	CloseBy int              // how many operators it takes to close a month: 1 or 2
}

// CloseByDefault is how many operators it takes to close a month where the file does not say it.
const CloseByDefault = 2

// BracketFor says whether a holder of so many nodes takes part in a share that may have been in force in a month: rules that begin at a
// block count as such, whatever the block's time.
func (r *Revenue) BracketFor(nodes uint64, month time.Time) bool {
	rule, ok := r.Share.At(Moment{Time: month})
	return ok && rule.Reaches(nodes) || slices.ContainsFunc(r.Share, func(e Entry[ShareRule]) bool {
		return e.From.Block > 0 && e.Value.Reaches(nodes)
	})
}

// RevenueSplit is how revenue is divided.
type RevenueSplit struct {
	Parts                  // of sources without parts of their own
	None     bool          // there is no such source: Parts are none
	BySource []SourceParts // in the file's order
}

// Proven is which movements of the project's wallets are revenue and buybacks, so that nobody needs to record them.
type Proven struct {
	Received []Received  // in the file's order
	Buyback  NamedWallet // whose swaps of the revenue's asset for the token are buybacks; zero: none
}

// Received says that what comes into a wallet from outside is what a source earned.
type Received struct {
	Wallet NamedWallet
	Source string
}

// SourceOf is the source of what comes into a wallet; ok is false where it is no revenue.
func (p *Proven) SourceOf(wallet common.Address) (source string, ok bool) {
	for _, r := range p.Received {
		if r.Wallet.Address == wallet {
			return r.Source, true
		}
	}
	return "", false
}

// Parts sum to exactly 1.
type Parts struct{ Share, Buyback money.Ratio }

// SourceParts are those of one source.
type SourceParts struct {
	Source string
	Parts
}

// Of are the parts of a source; ok is false where there are none.
func (s *RevenueSplit) Of(source string) (parts Parts, ok bool) {
	for _, own := range s.BySource {
		if own.Source == source {
			return own.Parts, true
		}
	}
	return s.Parts, !s.None
}

// ShareRule says how a month's fund is paid to holders.
type ShareRule struct {
	Mode     ShareMode
	Brackets []ShareBracket // for ShareBrackets; nodes rise, amounts never fall
	Surplus  Surplus
}

// Reaches says whether a holder of so many nodes takes part.
func (r *ShareRule) Reaches(nodes uint64) bool {
	if r.Mode == ShareBrackets {
		return len(r.Brackets) > 0 && nodes >= r.Brackets[0].Nodes
	}
	return nodes > 0
}

// ShareMode is how holders take part in the monthly fund.
type ShareMode string

// The modes of the monthly share.
const (
	ShareBrackets ShareMode = "brackets" // a fixed amount by the number of nodes, scaled when the fund is too small
	ShareProRata  ShareMode = "pro_rata" // the whole fund by node score
)

// ShareBracket pays holders of at least Nodes licences an amount a month; only the highest bracket counts.
type ShareBracket struct {
	Nodes  uint64
	Amount money.Amount
}

// Surplus is where the rest of a month's fund goes.
type Surplus string

// The ways of a surplus.
const (
	CarrySurplus   Surplus = "carry"   // into the next month
	SurplusBuyback Surplus = "buyback" // into the buyback fund
)

// CheckSource refuses a source of revenue that the program file does not list.
func (r *Revenue) CheckSource(name string) error {
	if len(r.Sources) == 0 || slices.Contains(r.Sources, name) {
		return nil
	}
	if guess := problem.Nearest(name, r.Sources); guess != "" {
		return problem.Invalidf("%q is not a source of revenue in the program file: did you mean %s?", name, guess)
	}
	return problem.Invalidf("%q is not a source of revenue in the program file: use %s", name, strings.Join(r.Sources, ", "))
}
