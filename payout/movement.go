package payout

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

// Unexplained takes note of a movement of a wallet of the project that nothing explains: of a receipt e.To is who sent it, and e.Payer
// the account of the wallet that got it.
func (b *Book) Unexplained(e Evidence, receipt bool) *Exception {
	x := &Exception{Key: e.Key, TxHash: e.TxHash, Problem: UnexplainedPayment, Wallet: e.To, Own: e.Payer, Amount: e.Amount, Method: Transfer,
		At: e.At, Explanation: sentence.New(sentence.PaymentUnexplained, nil)}
	if receipt {
		x.Problem, x.Explanation = UnexplainedReceipt, sentence.New(sentence.ReceiptUnexplained, nil)
	}
	b.exceptions = append(b.exceptions, x)
	return x
}

// Moved says that the exception's amount moved, so that it stands in suspense until somebody says what it was.
func (x *Exception) Moved() bool { return x.Problem != PartlyPaid && x.Problem != Unread }

// Suspend is the posting of the exception's amount into or out of suspense; ok is false when nothing moved.
func (x *Exception) Suspend() (p ledger.Posting, ok bool) {
	if x.Problem == UnexplainedReceipt {
		return ledger.Posting{From: ledger.Suspense(), To: x.Own, Amount: x.Amount}, true
	}
	return ledger.Posting{From: x.Own, To: ledger.Suspense(), Amount: x.Amount}, x.Moved()
}

// Exception finds an exception that is open by its key; nil when there is none.
func (b *Book) Exception(key string) *Exception {
	for _, x := range b.exceptions {
		if x.Key == key && x.Closed.IsZero() {
			return x
		}
	}
	return nil
}

// Nature is what an operator says that an unexplained movement was.
type Nature string

// The natures of movements. Those of a source name one.
const (
	Contribution Nature = "contribution" // the owners put it in
	Withdrawal   Nature = "withdrawal"   // the owners took it out
	Expense      Nature = "expense"      // a cost of a source
	Earning      Nature = "income"       // earned by a source
	FromSource   Nature = "source"       // it came from where a source's money was, or went there
)

// Natures are all of them.
func Natures() []string {
	return []string{string(Contribution), string(Withdrawal), string(Expense), string(Earning), string(FromSource)}
}

// Counterpart is the account that takes a movement's amount out of suspense. What paid for a buyback is taken out by its record.
func (x *Exception) Counterpart(nature Nature, source string) (ledger.Account, error) {
	if err := problem.CheckWord(string(nature), Natures()...); err != nil {
		return ledger.Account{}, err
	}
	receipt := x.Problem == UnexplainedReceipt
	ofSource := nature == Expense || nature == Earning || nature == FromSource
	switch {
	case !x.Moved():
		return ledger.Account{}, problem.Invalidf("nothing of the exception %s stands in suspense: leave out what it was", x.Key)
	case (nature == Contribution || nature == Earning) && !receipt:
		return ledger.Account{}, problem.Invalidf("the exception %s is of money that left a wallet: it cannot be %s", x.Key, nature)
	case nature == Withdrawal && receipt:
		return ledger.Account{}, problem.Invalidf("the exception %s is of money that came into a wallet: it cannot be %s", x.Key, nature)
	case ofSource && source == "":
		return ledger.Account{}, problem.Invalidf("%s is of a source of revenue: name it", nature)
	case !ofSource && source != "":
		return ledger.Account{}, problem.Invalidf("%s is of no source: leave out %s", nature, source)
	}
	switch nature {
	case Contribution, Withdrawal:
		return ledger.Owners(), nil
	case Expense:
		return ledger.Cost(source)
	case Earning:
		return ledger.RevenueIncome(source)
	case FromSource:
		return ledger.SourceFunds(source)
	}
	return ledger.Account{}, nil
}

// Clear is the posting that takes a movement's amount out of suspense.
func (x *Exception) Clear(counterpart ledger.Account) ledger.Posting {
	if x.Problem == UnexplainedReceipt {
		return ledger.Posting{From: counterpart, To: ledger.Suspense(), Amount: x.Amount}
	}
	return ledger.Posting{From: ledger.Suspense(), To: counterpart, Amount: x.Amount}
}
