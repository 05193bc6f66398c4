package rewards

import (
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Explain writes how a wallet's amount of the month came about, the way a person would on paper.
func (m *ClosedMonth) Explain(w io.Writer, wallet ledger.Wallet) error {
	var b strings.Builder
	fmt.Fprintf(&b, "month %s of %s, rules %s\n", m.Slot, m.Program, m.Rule)
	fmt.Fprintf(&b, "window   [%s, %s)\n", m.Start.Format(time.RFC3339), m.End.Format(time.RFC3339))
	fmt.Fprintf(&b, "snapshot after block %d %s\n", m.Block.Number, m.Block.Hash)
	total, err := m.Fund.Add(m.CarryIn)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "fund     %s of revenue + %s carried in = %s\n", m.Fund, m.CarryIn, total)
	i, ok := m.Find(wallet)
	if !ok {
		fmt.Fprintf(&b, "wallet   %s %s\namount   %s\n", wallet, MonthNotIncluded.words(m, 0), money.Zero(m.Asset))
		_, err := io.WriteString(w, b.String())
		return err
	}
	h := &m.Holders[i]
	fmt.Fprintf(&b, "wallet   %s holds %d nodes\n", wallet, h.Nodes)
	switch {
	case m.Mode == program.ShareBrackets && m.place[i] > 0:
		bracket := m.brackets[m.place[i]-1]
		fmt.Fprintf(&b, "bracket  %d nodes or more: %s a month\n", bracket.Nodes, bracket.Amount)
		if m.Scaled {
			fmt.Fprintf(&b, "scaled   all brackets together are %s, more than the fund\n", m.Due)
			division(&b, bracket.Amount, total.Big(), m.Due.Big())
		}
	case m.Mode == program.ShareProRata && !m.column.weights[i].IsZero():
		fmt.Fprintf(&b, "score    %d nodes x %s = %s\n", h.Nodes, nodeFactor(m.score, h.Nodes), money.Exact(m.column.score(&m.column.weights[i])))
		fmt.Fprintf(&b, "total    %s, the scores of all\n", money.Exact(m.column.score(&m.column.total)))
		division(&b, total, m.column.weights[i].ToBig(), m.column.total.ToBig())
	}
	fmt.Fprintf(&b, "amount   %s", m.Share(i))
	if why := m.Reason(i); why != 0 {
		fmt.Fprintf(&b, ": %s (%s)", why.words(m, h.Nodes), why)
	}
	b.WriteString("\n")
	_, err = io.WriteString(w, b.String())
	return err
}

// division writes amount x num / den with what it leaves over.
func division(b *strings.Builder, amount money.Amount, num, den *big.Int) {
	product := new(big.Int).Mul(amount.Big(), num)
	quotient, rest := product.QuoRem(product, den, new(big.Int))
	fmt.Fprintf(b, "share    %s x %s / %s in base units\n         = %s, remainder %s of %s\n", amount.Digits(), num, den, quotient, rest, den)
}

// words is the reason for a person.
func (r MonthReason) words(m *ClosedMonth, nodes uint64) string {
	switch r {
	case MonthNoNodes:
		return "holds no nodes at the snapshot"
	case MonthFewNodes:
		return fmt.Sprintf("%d nodes, and the first bracket asks for %d", nodes, m.brackets[0].Nodes)
	case MonthNoRule:
		return "no rule of the monthly share was in force, so the fund is carried"
	case MonthNoFund:
		return "the fund is empty"
	case MonthBelowUnit:
		return "the scaled amount is below one base unit and is carried"
	case MonthNotIncluded:
		return "holds nothing at the snapshot, so it gets nothing"
	default:
		return r.String()
	}
}
