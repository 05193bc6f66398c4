package program

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Revenue is what the operator records as earned and how it is shared.
type Revenue struct {
	Asset   money.Asset
	Sources []string // in the file's order; none: the file lists no sources, and any name is one
	Split   Dated[RevenueSplit]
	Share   Dated[ShareRule] // empty: the share is not paid out
}

// RevenueSplit is how revenue is divided; the two sum to exactly 1.
type RevenueSplit struct{ Share, Buyback money.Ratio }

// ShareRule says how a month's fund is paid to holders.
type ShareRule struct {
	Mode     ShareMode
	Brackets []ShareBracket // for ShareBrackets; nodes rise, amounts never fall
	Surplus  Surplus
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
