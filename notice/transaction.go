package notice

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
)

// OfTransaction is what a transaction of the journal tells: payments that the chain shows, locks that ended, grants
// that vested, and closed months. All of these are booked when they are final, and are never reversed.
func (m Maker) OfTransaction(tx *ledger.Transaction) ([]Notice, error) {
	switch tx.Kind {
	case payout.SettlementKind:
		return m.paid(tx)
	case rewards.UnlockKind:
		return m.unlocked(tx)
	case rewards.VestKind:
		return m.vested(tx)
	case rewards.MonthKind:
		return m.monthClosed(tx)
	}
	return nil, nil
}

// share is what a transaction moves for a wallet, in a run where there is one.
type share struct {
	wallet ledger.Wallet
	run    string
}

// sums adds amounts up and keeps the order in which the shares came first.
type sums struct {
	of    map[share]money.Amount
	order []share
}

func (s *sums) add(to share, a money.Amount) (err error) {
	if s.of == nil {
		s.of = map[share]money.Amount{}
	}
	before, seen := s.of[to]
	if !seen {
		s.order = append(s.order, to)
		s.of[to] = a
		return nil
	}
	s.of[to], err = before.Add(a)
	return err
}

// paid tells each run's part of a payment.
func (m Maker) paid(tx *ledger.Transaction) (list []Notice, err error) {
	var s sums
	for _, p := range tx.Postings {
		line := p.To // of a liability; units of the program's own token leave theirs
		if p.From.Role() == ledger.TokenPayoutRole {
			line = p.From
		}
		if r := line.Role(); r != ledger.PayoutRole && r != ledger.TokenPayoutRole {
			continue
		}
		w, _ := line.Wallet()
		if err := s.add(share{w, line.Name()}, p.Amount); err != nil {
			return nil, fmt.Errorf("transaction %d: %w", tx.Sequence, err)
		}
	}
	for _, to := range s.order {
		amount := s.of[to]
		n := m.make(Paid, tx.Source.Key()+" "+to.run, tx.Booked, sentence.NoticePaid,
			sentence.Params{"wallet": to.wallet.String(), "amount": amount.String(), "run": to.run})
		n.Wallet, n.Run, n.Amount, n.TxHash = to.wallet, to.run, amount, tx.Source.TxHash
		list = append(list, n)
	}
	return list, nil
}

// unlocked tells each wallet's part of an epoch whose lock ended.
func (m Maker) unlocked(tx *ledger.Transaction) (list []Notice, err error) {
	var s sums
	for _, p := range tx.Postings {
		if w, ok := p.To.Wallet(); ok {
			if err := s.add(share{wallet: w}, p.Amount); err != nil {
				return nil, fmt.Errorf("transaction %d: %w", tx.Sequence, err)
			}
		}
	}
	for _, to := range s.order {
		amount := s.of[to]
		n := m.make(Unlocked, tx.Source.Key()+" "+to.wallet.String(), tx.Booked, sentence.NoticeUnlocked,
			sentence.Params{"wallet": to.wallet.String(), "amount": amount.String(), "epoch": tx.Source.Reference})
		n.Wallet, n.Period, n.Amount = to.wallet, tx.Source.Reference, amount
		list = append(list, n)
	}
	return list, nil
}

// vested tells what of a grant its wallet can take from now on.
func (m Maker) vested(tx *ledger.Transaction) (list []Notice, err error) {
	grant := tx.Meta["grant"]
	for _, p := range tx.Postings {
		w, ok := p.To.Wallet()
		if !ok {
			return nil, fmt.Errorf("transaction %d vests to %s, which is of no wallet", tx.Sequence, p.To)
		}
		n := m.make(Unlocked, tx.Source.Key(), tx.Booked, sentence.NoticeVested,
			sentence.Params{"wallet": w.String(), "amount": p.Amount.String(), "grant": grant})
		n.Wallet, n.Amount = w, p.Amount
		list = append(list, n)
	}
	return list, nil
}

// monthClosed tells that a month was closed, and with the last one of a quarter that the quarter was.
func (m Maker) monthClosed(tx *ledger.Transaction) ([]Notice, error) {
	month := tx.Source.Reference
	n, err := m.Month(month, tx.Booked)
	if err != nil {
		return nil, fmt.Errorf("transaction %d: %w", tx.Sequence, err)
	}
	list := []Notice{n}
	if quarter, last := quarterOf(month); last {
		list = append(list, m.Quarter(quarter, tx.Booked))
	}
	return list, nil
}

// Month tells that a month was closed.
func (m Maker) Month(month string, closed time.Time) (Notice, error) {
	if _, err := time.Parse("2006-01", month); err != nil {
		return Notice{}, fmt.Errorf("%q is not a month: %w", month, err)
	}
	n := m.make(MonthClosed, month, closed, sentence.NoticeMonthClosed, sentence.Params{"month": month})
	n.Period = month
	return n, nil
}

// Quarter tells that the last month of a quarter was closed.
func (m Maker) Quarter(quarter string, closed time.Time) Notice {
	n := m.make(QuarterClosed, quarter, closed, sentence.NoticeQuarterClosed, sentence.Params{"quarter": quarter})
	n.Period = quarter
	return n
}

// PassedQuarters tells the quarters between two months that were closed one after the other: their last month had nothing to close and was
// passed over. They end with the later of the two. before is empty where it is the first.
func (m Maker) PassedQuarters(before, month string, closed time.Time) (list []Notice) {
	for t, err := time.Parse("2006-01", before); err == nil; {
		t = t.AddDate(0, 1, 0)
		between := t.Format("2006-01")
		if between >= month {
			break
		}
		if quarter, last := quarterOf(between); last {
			list = append(list, m.Quarter(quarter, closed))
		}
	}
	return list
}

// quarterOf is the quarter of a month, such as 2024-Q2, and whether the month is its last.
func quarterOf(month string) (quarter string, last bool) {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return "", false
	}
	return fmt.Sprintf("%d-Q%d", t.Year(), (t.Month()+2)/3), t.Month()%3 == 0
}
