package rewards

import (
	"math/big"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// MonthChange says how a holder differs from an earlier month.
type MonthChange string

// The changes of a holder; empty is none.
const (
	HolderEnters   MonthChange = "enters"  // held no nodes at the earlier month's end
	HolderLeaves   MonthChange = "leaves"  // holds none at this one's
	BracketChanges MonthChange = "bracket" // another bracket than then
)

// MonthLine is a holder in a month beside the same wallet in an earlier one.
type MonthLine struct {
	Wallet  ledger.Wallet
	Now     MonthPlace
	Before  MonthPlace
	Reason  MonthReason // why the wallet gets nothing now; zero for one that gets something, or leaves
	Changes MonthChange
}

// MonthPlace is what a wallet is in a month; the zero MonthPlace holds no nodes.
type MonthPlace struct {
	Nodes   uint64
	Bracket uint64       // the nodes from which the holder's bracket counts; 0 below the first one, and where there are none
	Amount  money.Amount // what the wallet gets
}

// Factor is the part of their brackets that holders get, as a decimal cut off after 18 places; empty when they get all of it.
func (m *ClosedMonth) Factor() string {
	if !m.Scaled || m.Due.IsZero() {
		return ""
	}
	held, err := m.CarryIn.Plus(m.Fund)
	if err != nil || held.Negative() {
		return "0"
	}
	return money.Truncated(new(big.Rat).SetFrac(held.Net(), m.Due.Big()))
}

// HoldersPaid is how many holders get something.
func (m *ClosedMonth) HoldersPaid() (n int) {
	for i := range m.shares {
		if !m.shares[i].IsZero() {
			n++
		}
	}
	return n
}

// Beside is every holder of the month and of an earlier one, in rising order of wallet, with what changed. Where earlier is nil there is
// nothing to compare with, and nothing changes.
func (m *ClosedMonth) Beside(earlier *ClosedMonth) []MonthLine {
	if earlier == nil {
		earlier = &ClosedMonth{Asset: m.Asset}
	}
	lines := make([]MonthLine, 0, len(m.Holders))
	for i, k := 0, 0; i < len(m.Holders) || k < len(earlier.Holders); {
		order := -1 // whose turn it is: the month's, both's, or the earlier one's
		switch {
		case i == len(m.Holders):
			order = 1
		case k < len(earlier.Holders):
			order = m.Holders[i].Wallet.Compare(earlier.Holders[k].Wallet)
		}
		none := MonthPlace{Amount: money.Zero(m.Asset)}
		l := MonthLine{Now: none, Before: none}
		if order <= 0 {
			l.Wallet, l.Now, l.Reason = m.Holders[i].Wallet, m.placeAt(i), m.Reason(i)
			i++
		}
		if order >= 0 {
			l.Wallet, l.Before = earlier.Holders[k].Wallet, earlier.placeAt(k)
			k++
		}
		if earlier.Slot != "" {
			l.Changes = l.change()
		}
		lines = append(lines, l)
	}
	return lines
}

func (l *MonthLine) change() MonthChange {
	switch {
	case l.Before.Nodes == 0 && l.Now.Nodes > 0:
		return HolderEnters
	case l.Before.Nodes > 0 && l.Now.Nodes == 0:
		return HolderLeaves
	case l.Before.Bracket != l.Now.Bracket:
		return BracketChanges
	}
	return ""
}

func (m *ClosedMonth) placeAt(i int) MonthPlace {
	p := MonthPlace{Nodes: m.Holders[i].Nodes, Amount: m.Share(i)}
	if m.place != nil && m.place[i] > 0 {
		p.Bracket = m.brackets[m.place[i]-1].Nodes
	}
	return p
}
