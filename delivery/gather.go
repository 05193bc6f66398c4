package delivery

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/wire"
)

// lettersAtOnce is how many notices are taken in at once, or as many as one transaction of the journal leads to.
const lettersAtOnce = 2000

// readAtOnce is after how many transactions the turn is prolonged and the place is kept.
const readAtOnce = 10_000

// gather takes what the books say since it last did into the outbox.
func (s *Sender) gather(ctx context.Context) error {
	at, episodes, err := s.Outbox.Seen(ctx)
	if err != nil {
		return err
	}
	m := notice.Maker{Books: engine.IdentityOf(s.Engine.Program())}
	b := outbox.Batch{Place: at, Targets: s.Config.Targets}
	var told []notice.Notice
	b.Episodes, told = m.Look(episodes, s.health())
	if episodes == nil || !sameTrouble(b.Episodes, episodes) {
		if err := s.take(ctx, b, told); err != nil {
			return err
		}
	}
	b.Episodes = nil
	if err := s.journal(ctx, m, &b); err != nil {
		return err
	}
	list := s.steps(m, at.Began)
	if len(list) == 0 {
		return nil
	}
	if err := s.take(ctx, b, list); err != nil {
		return err
	}
	for i := range list {
		s.told[list[i].ID] = true
	}
	return nil
}

// take puts notices into the outbox, those that happened first in front.
func (s *Sender) take(ctx context.Context, b outbox.Batch, list []notice.Notice) error {
	slices.SortStableFunc(list, func(a, b notice.Notice) int { return a.At.Compare(b.At) })
	for i := range list {
		l, err := letter(&list[i], s.Engine.Program().Name)
		if err != nil {
			return err
		}
		b.Letters = append(b.Letters, l)
	}
	return s.Outbox.Take(ctx, s.holder, b, s.Clock.Now())
}

func letter(n *notice.Notice, program string) (outbox.Letter, error) {
	body := wire.NoticeBodyOf(n, program)
	text, err := body.Text()
	return outbox.Letter{Notice: *n, Body: text}, err
}

// journal takes in what transactions tell that were booked since.
func (s *Sender) journal(ctx context.Context, m notice.Maker, b *outbox.Batch) error {
	var head ledger.Head
	s.Engine.View(func(_ *fold.Fold, at engine.State) { head = at.Ledger })
	if head.Sequence == b.Place.Sequence && head.Hash == b.Place.Hash {
		return nil
	}
	follows, err := s.follows(ctx, b.Place)
	if err != nil {
		return err
	}
	if !follows {
		// Books of another history, such as a new branch or an older backup: what is in the outbox already is known by its ID.
		b.Place.Sequence, b.Place.Hash = 0, ledger.Hash{}
		s.month = closed{}
	}
	wanted := notice.Wallets(s.Config.Targets)
	var list []notice.Notice
	for tx, err := range s.Engine.History().Transactions(ctx, b.Place.Sequence+1) {
		if err != nil {
			return err
		}
		if tx.Sequence > head.Sequence {
			break
		}
		b.Place.Sequence, b.Place.Hash = tx.Sequence, tx.Hash
		if tx.Booked.Before(b.Place.Began.Truncate(time.Second)) {
			continue
		}
		of, err := m.OfTransaction(tx)
		if err != nil {
			return err
		}
		if tx.Kind == rewards.MonthKind {
			before, err := s.closedBefore(ctx, tx)
			if err != nil {
				return err
			}
			of = append(of, m.PassedQuarters(before, tx.Source.Reference, tx.Booked)...)
			s.month = closed{tx.Sequence, tx.Source.Reference}
		}
		for i := range of {
			if n := &of[i]; !n.Type.OfWallet() || wanted == nil || wanted[n.Wallet] {
				list = append(list, *n)
			}
		}
		if len(list) >= lettersAtOnce || tx.Sequence%readAtOnce == 0 {
			if err := s.page(ctx, *b, list); err != nil {
				return err
			}
			list = nil
		}
	}
	return s.take(ctx, *b, list)
}

// closed is a month that was closed, by which transaction.
type closed struct {
	sequence uint64
	month    string
}

// closedBefore is the month that was closed before that of a transaction; empty: it is the first. The first time the journal is read for
// it, and the turn is prolonged meanwhile.
func (s *Sender) closedBefore(ctx context.Context, month *ledger.Transaction) (before string, err error) {
	if s.month.sequence > 0 && s.month.sequence < month.Sequence {
		return s.month.month, nil
	}
	for tx, err := range s.Engine.History().Transactions(ctx, 1) {
		if err != nil {
			return "", err
		}
		if tx.Sequence >= month.Sequence {
			break
		}
		if tx.Kind == rewards.MonthKind {
			before = tx.Source.Reference
		}
		if tx.Sequence%readAtOnce == 0 {
			if err := s.prolong(ctx); err != nil {
				return "", err
			}
		}
	}
	return before, nil
}

// prolong keeps the turn for longer.
func (s *Sender) prolong(ctx context.Context) error {
	mine, err := s.turn(ctx)
	if err == nil && !mine {
		err = outbox.ErrNoTurn
	}
	return err
}

// page takes a page in, and prolongs the turn.
func (s *Sender) page(ctx context.Context, b outbox.Batch, list []notice.Notice) error {
	if err := s.prolong(ctx); err != nil {
		return err
	}
	return s.take(ctx, b, list)
}

// follows says whether the books go on from a place that was looked at. Another process may have been ahead of this one's engine.
func (s *Sender) follows(ctx context.Context, at outbox.Place) (bool, error) {
	if at.Sequence == 0 {
		return true, nil
	}
	for tx, err := range s.Engine.History().Transactions(ctx, at.Sequence) {
		if err != nil {
			return false, err
		}
		return tx.Hash == at.Hash, nil
	}
	return false, nil
}

// steps is what runs, exceptions, a month that waits and the TGE tell since an instant, and was not told by this process before.
func (s *Sender) steps(m notice.Maker, since time.Time) (list []notice.Notice) {
	since = since.Truncate(time.Second)
	wanted := notice.Wallets(s.Config.Targets)
	s.Engine.View(func(f *fold.Fold, at engine.State) {
		if at.Inputs == s.inputs {
			return // nothing happened
		}
		s.inputs = at.Inputs
		for _, p := range f.Payouts().Runs() {
			list = append(list, m.OfRun(p, since)...)
			if id := m.ID(notice.Claimable, p.Name); !s.told[id] && p.By("exported") != nil {
				s.told[id] = true
				list = append(list, m.OfClaims(p, since, wanted)...)
			}
		}
		for _, x := range f.Payouts().Exceptions() {
			if x.Closed.IsZero() && !x.At.Before(since) {
				list = append(list, m.OfException(x))
			}
		}
		if p := f.ProposedMonth(); p != nil && !p.At.Before(since) {
			list = append(list, m.OfProposedMonth(p))
		}
		if tge := f.Generation(); !tge.IsZero() && !tge.Before(since) && !tge.After(f.Final().When()) {
			list = append(list, m.OfTGE(tge))
		}
	})
	return slices.DeleteFunc(list, func(n notice.Notice) bool { return s.told[n.ID] })
}

// sameTrouble says whether the same conditions last.
func sameTrouble(a, b map[notice.Condition]notice.Episode) bool {
	return maps.EqualFunc(a, b, func(_, _ notice.Episode) bool { return true })
}

// health is how the books are now.
func (s *Sender) health() *notice.Health {
	h := &notice.Health{Now: s.Clock.Now(), MaxLag: s.MaxLag, Found: s.Engine.Finding()}
	s.Engine.View(func(_ *fold.Fold, at engine.State) {
		h.Block = at.Cursor.Head
		if at.Frozen != nil {
			h.Frozen, h.Why = &at.Frozen.Time, at.Frozen.Text
		}
	})
	return h
}
