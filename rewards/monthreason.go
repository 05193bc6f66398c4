package rewards

import (
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sentence"
)

// MonthReason says why a holder, or everybody, gets nothing for a month.
type MonthReason uint8

// The reasons.
const (
	MonthNoNodes     MonthReason = iota + 1 // holds no nodes at the snapshot
	MonthFewNodes                           // holds fewer nodes than the first bracket asks for
	MonthNoRule                             // no rule of the share is in force
	MonthNoFund                             // the fund is empty
	MonthBelowUnit                          // the scaled amount is below one base unit
	MonthNotIncluded                        // holds nothing at the snapshot
)

var monthReasons = [...]string{"", "no_nodes", "below_first_bracket", "no_rule", "fund_empty", "below_one_base_unit", "not_included"}

// String is the reason as the month's file and the journal have it.
func (r MonthReason) String() string {
	if int(r) < len(monthReasons) {
		return monthReasons[r]
	}
	return fmt.Sprintf("reason_%d", uint8(r))
}

// Why says why a wallet gets nothing for the month; the zero Sentence when it gets something.
func (m *ClosedMonth) Why(w ledger.Wallet) sentence.Sentence {
	i, ok := m.Find(w)
	if !ok {
		return sentence.New(sentence.ZeroMonthNotIncluded, nil)
	}
	switch why := m.Reason(i); why {
	case 0:
		return sentence.Sentence{}
	case MonthNoNodes:
		return sentence.New(sentence.ZeroNoNodes, nil)
	case MonthFewNodes:
		return sentence.New(sentence.ZeroMonthFewNodes, sentence.Params{
			"nodes": number(m.Holders[i].Nodes), "bracket": number(m.brackets[0].Nodes),
		})
	case MonthBelowUnit:
		return sentence.New(sentence.ZeroMonthBelowUnit, nil)
	default:
		return why.ofEverybody()
	}
}

// WhyNobody says why nobody gets anything for the month; the zero Sentence when somebody does.
func (m *ClosedMonth) WhyNobody() sentence.Sentence { return m.ZeroReason.ofEverybody() }

// ofEverybody is a reason that is about the whole month.
func (r MonthReason) ofEverybody() sentence.Sentence {
	switch r {
	case MonthNoRule:
		return sentence.New(sentence.ZeroMonthNoRule, nil)
	case MonthNoFund:
		return sentence.New(sentence.ZeroMonthNoFund, nil)
	}
	return sentence.Sentence{}
}

// MonthZeroReason says why nobody gets anything for a month, from how the journal has it; the zero Sentence for an empty text.
func MonthZeroReason(text string) (sentence.Sentence, error) {
	r := slices.Index(monthReasons[:], text)
	if r == 0 {
		return sentence.Sentence{}, nil
	}
	if r > 0 {
		if s := MonthReason(r).ofEverybody(); !s.IsZero() {
			return s, nil
		}
	}
	return sentence.Sentence{}, fmt.Errorf("%q is not a reason why a month pays nobody", text)
}
