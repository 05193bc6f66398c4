package payout

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sentence"
)

// Evidence is a payment that the chain shows.
type Evidence struct {
	Key    string         // names it permanently: transaction, log and part
	TxHash ledger.Hash    // of the transaction in it
	Payer  ledger.Account // of the wallet or distributor that paid
	To     ledger.Wallet  // who got it
	Amount money.Amount
	Method Method    // Claim: the distributor paid it; Transfer: the treasury did
	At     time.Time // of its block
}

// Paid is what a payment settles of one line.
type Paid struct {
	Run    string
	Wallet ledger.Wallet
	Moves  []ledger.Posting // see [Part]
	Amount money.Amount
	Whole  bool // the line is settled
}

// Settlement is what a payment does to the book.
type Settlement struct {
	Paid      []Paid
	Exception *Exception // nil: lines explain all of it
}

// Settle matches a payment with the open lines of its wallet and method in runs that were approved: a line of exactly the
// amount, the oldest first, or else the open lines in order as far as the amount goes. What no line explains is an
// exception. Give every payment once, in the order of the chain, when its block is final.
func (b *Book) Settle(e Evidence) (Settlement, error) {
	var s Settlement
	lines, early, paidBefore := b.candidates(e)
	left := e.Amount
	for _, c := range lines {
		if c.line.left() == e.Amount {
			lines = []candidate{c}
			break
		}
	}
	for _, c := range lines {
		if left.IsZero() {
			break
		}
		part := left
		if open := c.line.left(); open.Cmp(left) < 0 {
			part = open
		}
		paid, err := c.run.pay(c.line, e, part)
		if err != nil {
			return s, err
		}
		s.Paid = append(s.Paid, paid)
		if left, err = left.Sub(part); err != nil {
			return s, err
		}
		if paid.Whole {
			b.closePartly(paid.Run, e)
		} else {
			s.Exception = &Exception{
				Key: e.Key, TxHash: e.TxHash, Problem: PartlyPaid, Wallet: e.To, Amount: c.line.left(), Run: c.run.Name, Method: e.Method, At: e.At,
				Explanation: sentence.New(sentence.PaymentPartly, sentence.Params{
					"paid": c.line.paid.String(), "total": c.line.total.String(), "open": c.line.left().String(),
				}),
			}
			b.closePartly(paid.Run, e)
		}
	}
	if !left.IsZero() {
		s.Exception = b.unexplained(e, left, early, paidBefore, len(s.Paid) > 0)
	}
	if s.Exception != nil {
		b.exceptions = append(b.exceptions, s.Exception)
	}
	return s, nil
}

type candidate struct {
	run  *Progress
	line *open
}

// candidates are the wallet's open lines, the name of a run that has one and is not approved, and the name of a run that
// paid exactly this amount before.
func (b *Book) candidates(e Evidence) (lines []candidate, early, before string) {
	for _, p := range b.runs {
		o := p.lines[e.To]
		if o == nil || p.Asset != e.Amount.Asset() || p.Method != e.Method || p.State == Cancelled || !p.claimedFrom(e.Payer) {
			continue
		}
		switch {
		case p.live() && !o.left().IsZero():
			lines = append(lines, candidate{p, o})
		case p.State == Draft || p.State == Proposed:
			early = p.Name
		case o.total == e.Amount:
			before = p.Name
		}
	}
	return lines, early, before
}

// claimedFrom says that a run's lines can be paid by an account: those for claims by their own distributor alone.
func (p *Progress) claimedFrom(payer ledger.Account) bool {
	return p.Method != Claim || p.Payer.Distributor == (ledger.Wallet{}) || payer == ledger.DistributorFunds(p.Payer.Distributor)
}

func (b *Book) unexplained(e Evidence, left money.Amount, early, before string, some bool) *Exception {
	x := &Exception{Key: e.Key, TxHash: e.TxHash, Wallet: e.To, Own: e.Payer, Amount: left, Method: e.Method, At: e.At}
	switch {
	case some:
		x.Problem = Overpaid
		x.Explanation = sentence.New(sentence.PaymentOver, sentence.Params{"amount": e.Amount.String(), "more": left.String()})
	case before != "":
		x.Problem, x.Run = PaidTwice, before
		x.Explanation = sentence.New(sentence.PaymentTwice, sentence.Params{"run": before, "amount": e.Amount.String()})
	case early != "":
		x.Problem, x.Run = TooEarly, early
		x.Explanation = sentence.New(sentence.PaymentEarly, sentence.Params{"run": early})
	default:
		x.Problem, x.Explanation = UnknownRecipient, sentence.New(sentence.PaymentUnknownRecipient, nil)
	}
	return x
}

// pay settles an amount, at most what is left, of a line: its parts in order.
func (p *Progress) pay(o *open, e Evidence, amount money.Amount) (Paid, error) {
	var err error
	out := Paid{Run: p.Name, Wallet: e.To, Amount: amount}
	skip, left := o.paid, amount
	for _, part := range o.parts {
		rest := part.Amount
		if skip.Cmp(rest) >= 0 {
			if skip, err = skip.Sub(rest); err != nil {
				return out, err
			}
			continue
		}
		if rest, err = rest.Sub(skip); err != nil {
			return out, err
		}
		skip = money.Zero(p.Asset)
		if rest.Cmp(left) > 0 {
			rest = left
		}
		if rest.IsZero() {
			break
		}
		moves, err := part.settle(p.Name, e.To, e.Payer, rest)
		if err != nil {
			return out, err
		}
		out.Moves = append(out.Moves, moves...)
		if left, err = left.Sub(rest); err != nil {
			return out, err
		}
	}
	if o.paid, err = o.paid.Add(amount); err != nil {
		return out, err
	}
	if p.Paid, err = p.Paid.Add(amount); err != nil {
		return out, err
	}
	if out.Whole = o.left().IsZero(); out.Whole {
		if p.Done++; p.Done == p.Lines {
			p.step(Step{State: Settled, At: e.At})
		}
	}
	return out, nil
}

// closePartly ends the exception of a line that was paid in part, since a later payment went on with it.
func (b *Book) closePartly(run string, e Evidence) {
	for _, x := range b.exceptions {
		if x.Problem == PartlyPaid && x.Closed.IsZero() && x.Run == run && x.Wallet == e.To && x.Key != e.Key {
			x.Closed = sentence.New(sentence.ExceptionPaidOn, sentence.Params{"payment": e.Key})
		}
	}
}
