package rewards

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sentence"
)

// Explain is how a wallet's amount of the month came about, the way a person would do it on paper, line by line.
func (m *ClosedMonth) Explain(wallet ledger.Wallet) ([]sentence.Sentence, error) {
	var l lines
	l.add(sentence.MonthHeading, sentence.Params{"month": m.Slot, "program": m.Program, "rule": m.Rule})
	l.add(sentence.LineWindow, sentence.Params{"start": m.Start.Format(time.RFC3339), "end": m.End.Format(time.RFC3339)})
	l.add(sentence.LineSnapshot, sentence.Params{"block": number(m.Block.Number), "hash": m.Block.Hash.String()})
	held, err := m.Fund.Plus(m.CarryIn)
	if err != nil {
		return nil, err
	}
	l.add(sentence.MonthFund, sentence.Params{"revenue": m.Fund.String(), "carried": m.CarryIn.String(), "total": held.String()})
	amount := money.Zero(m.Asset)
	if i, ok := m.Find(wallet); ok {
		amount = m.Share(i)
		if err := m.explainShare(&l, i, held); err != nil {
			return nil, err
		}
	} else {
		l.add(sentence.LineWallet, sentence.Params{"wallet": wallet.String()})
	}
	l.add(sentence.LineAmount, sentence.Params{"amount": amount.String()})
	l.say(m.Why(wallet))
	return l.list, nil
}

// explainShare is the computation of the holder at an index.
func (m *ClosedMonth) explainShare(l *lines, i int, held money.Balance) error {
	h := &m.Holders[i]
	l.add(sentence.LineHolder, sentence.Params{"wallet": h.Wallet.String(), "nodes": number(h.Nodes)})
	if held.Negative() {
		return nil // there is nothing to share
	}
	total, err := held.Held()
	switch {
	case m.Mode == program.ShareBrackets && m.place[i] > 0:
		bracket := m.brackets[m.place[i]-1]
		l.add(sentence.MonthBracket, sentence.Params{"nodes": number(bracket.Nodes), "amount": bracket.Amount.String()})
		if m.Scaled {
			l.add(sentence.MonthScaled, sentence.Params{"due": m.Due.String()})
			l.division(bracket.Amount, total.Big(), m.Due.Big())
		}
	case m.Mode == program.ShareProRata && !m.column.weights[i].IsZero():
		weight := &m.column.weights[i]
		l.add(sentence.LineFactor, sentence.Params{
			"nodes": number(h.Nodes), "factor": nodeFactor(m.score, h.Nodes).String(), "score": money.Exact(m.column.score(weight)),
		})
		l.add(sentence.LineTotal, sentence.Params{"total": money.Exact(m.column.score(&m.column.total))})
		l.division(total, weight.ToBig(), m.column.total.ToBig())
	}
	return err
}
