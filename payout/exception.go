package payout

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

// Problems are all of them.
func Problems() []Problem {
	return []Problem{PartlyPaid, Overpaid, PaidTwice, TooEarly, UnknownRecipient, Unread, UnexplainedPayment, UnexplainedReceipt}
}

// Problem is the name of a payment that no line explains.
type Problem string

// The problems.
const (
	PartlyPaid       Problem = "partly_paid"       // less than the line; the rest stays open
	Overpaid         Problem = "overpaid"          // more than everything that was open; the excess is in the exception
	PaidTwice        Problem = "paid_twice"        // exactly a line that was settled before
	TooEarly         Problem = "before_approval"   // the wallet has a line in a run that nobody approved
	UnknownRecipient Problem = "unknown_recipient" // the wallet has no line that is open
	Unread           Problem = "unread"            // a transaction of a wallet of the project that moves value and cannot be read
	// A movement of a wallet of the project that is no payment of a run.
	UnexplainedPayment Problem = "unexplained_payment"
	UnexplainedReceipt Problem = "unexplained_receipt"
)

// Exception is a payment that waits for somebody to say why.
type Exception struct {
	Key         string
	TxHash      ledger.Hash // of the transaction in Key
	Problem     Problem
	Wallet      ledger.Wallet  // who got it, or of a receipt who sent it
	Own         ledger.Account // of the project's wallet or distributor that paid it, or got it; zero when nothing is known to have moved
	Amount      money.Amount   // what no line explains; of PartlyPaid what is missing
	Run         string         // where one is concerned
	Method      Method
	At          time.Time
	Explanation sentence.Sentence // what is wrong
	// Closed says why it is no longer one: the operator and reason, or the payment that paid the rest; zero while it is one.
	Closed sentence.Sentence
	// Explained are the facts in which operators said what it was, in order: the last one holds, the others were corrected.
	Explained []ledger.Source
}

// Text is what is wrong, as the journal has it.
func (x *Exception) Text() string {
	p := x.Explanation.Params
	switch x.Problem {
	case PartlyPaid:
		return fmt.Sprintf("%s of %s are paid; %s are still open", p["paid"], p["total"], p["open"])
	case Overpaid:
		return fmt.Sprintf("%s were paid, %s more than everything that was open", p["amount"], p["more"])
	case PaidTwice:
		return fmt.Sprintf("run %s paid this wallet exactly %s before", p["run"], p["amount"])
	case TooEarly:
		return fmt.Sprintf("the wallet's line is in run %s, which nobody has approved", p["run"])
	case UnknownRecipient:
		return "the wallet has no open line in any approved run"
	case UnexplainedPayment:
		return "a payment that no run, purchase or refund explains"
	case UnexplainedReceipt:
		return "a receipt that no purchase or claim explains"
	default:
		return p["what"]
	}
}

// Unread takes note of a transaction of the treasury that moves value and cannot be read.
func (b *Book) Unread(key string, tx ledger.Hash, why string, at time.Time) *Exception {
	x := &Exception{Key: key, TxHash: tx, Problem: Unread, Method: Transfer, At: at,
		Explanation: sentence.New(sentence.PaymentUnread, sentence.Params{"what": why})}
	b.exceptions = append(b.exceptions, x)
	return x
}

// Exceptions are all of them in order, those that are closed as well; do not change them.
func (b *Book) Exceptions() []*Exception { return b.exceptions }

// Correctable is an exception that an operator explained so many times, of which the last can be corrected. What closed by itself, or by
// the record of a buyback, cannot.
func (b *Book) Correctable(key string, times int) (*Exception, error) {
	for _, x := range b.exceptions {
		switch {
		case x.Key != key || x.Closed.IsZero():
		case len(x.Explained) == 0:
			return nil, problem.Conflictf("the exception %s was closed by something else than an explanation, which cannot be corrected: %s",
				key, x.Closed)
		case len(x.Explained) != times:
			return nil, problem.Conflictf("the exception %s was explained %d times by now: look at it again", key, len(x.Explained))
		default:
			return x, nil
		}
	}
	return nil, problem.NotFoundf("there is no explained exception %s; `nodeledger payout exceptions --all` shows them", key)
}

// Explanations is how many times operators said what an exception is that is closed.
func (b *Book) Explanations(key string) (n int) {
	for _, x := range b.exceptions {
		if x.Key == key && !x.Closed.IsZero() {
			n = len(x.Explained)
		}
	}
	return n
}

// Correct replaces the last explanation of an exception.
func (b *Book) Correct(key string, times int, by ledger.Source, reason string) error {
	x, err := b.Correctable(key, times)
	if err != nil {
		return err
	}
	x.Closed = sentence.New(sentence.ExceptionResolved, sentence.Params{"operator": by.Name, "why": reason})
	x.Explained = append(x.Explained, by)
	return nil
}

// CanResolve says in one line why an exception cannot be closed by an operator; nil when it can.
func (b *Book) CanResolve(key string) error {
	for _, x := range b.exceptions {
		switch {
		case x.Key != key:
		case !x.Closed.IsZero():
			return problem.Conflictf("the exception %s is already closed: %s", key, x.Closed)
		case x.Problem == PartlyPaid:
			return problem.Conflictf("%s to %s are still open in run %s: pay the rest, and the exception closes by itself", x.Amount, x.Wallet,
				x.Run)
		default:
			return nil
		}
	}
	return problem.NotFoundf("there is no exception %s; `nodeledger payout exceptions` shows them", key)
}

// Resolve closes an exception with what an operator says of it. by is the fact that explains it, and can be corrected; the zero Source
// when its amount is taken out of suspense by something else.
func (b *Book) Resolve(key, who, reason string, by ledger.Source) error {
	if err := b.CanResolve(key); err != nil {
		return err
	}
	for _, x := range b.exceptions {
		if x.Key == key && x.Closed.IsZero() && x.Problem != PartlyPaid {
			x.Closed = sentence.New(sentence.ExceptionResolved, sentence.Params{"operator": who, "why": reason})
			if by != (ledger.Source{}) {
				x.Explained = append(x.Explained, by)
			}
		}
	}
	return nil
}
