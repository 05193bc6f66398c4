package view

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
)

// EntrySource is what stands behind an entry: where its transaction comes from and, unless it is one that gives something to
// every holder at once, what the journal says with it.
type EntrySource struct {
	Kind     ledger.Kind
	Source   ledger.Source
	Meta     ledger.Meta      // nil for an epoch, a month, the drop, the conversion and an unlock
	Postings []ledger.Posting // likewise, and of no more than smallTransaction
	Reverses uint64
}

// Sources finds what stands behind entries. The transactions that have a posting for every holder are not read: their
// sources follow from when they are in effect. It remembers what it read and is safe for concurrent use.
type Sources struct {
	history  engine.History
	unlocked func(context.Context, time.Time) (slot string, ok bool, err error)

	mu    sync.Mutex
	known map[uint64]EntrySource // transactions never change
}

const (
	rememberedSources = 10_000 // about 10 MB
	smallTransaction  = 16     // postings
)

// NewSources reads nothing yet. unlocked tells the slot of the only token epoch that unlocks at an instant.
func NewSources(e *engine.Engine, unlocked func(context.Context, time.Time) (slot string, ok bool, err error)) *Sources {
	return &Sources{history: e.History(), unlocked: unlocked, known: map[uint64]EntrySource{}}
}

// Of is what stands behind an entry.
func (x *Sources) Of(ctx context.Context, entry *engine.Entry) (EntrySource, error) {
	source, ok, err := x.follows(ctx, entry)
	if err != nil || ok {
		return EntrySource{Kind: entry.Kind, Source: source}, err
	}
	x.mu.Lock()
	s, ok := x.known[entry.Sequence]
	x.mu.Unlock()
	if ok {
		return s, nil
	}
	list, _, err := Transactions(ctx, x.history, entry.Sequence-1, 1)
	if err != nil {
		return s, err
	}
	if len(list) == 0 || list[0].Sequence != entry.Sequence {
		return s, fmt.Errorf("the journal has no transaction %d: run `nodeledger ledger verify`", entry.Sequence)
	}
	t := &list[0]
	s = EntrySource{Kind: t.Kind, Source: t.Source, Meta: t.Meta, Reverses: t.Reverses}
	if len(t.Postings) <= smallTransaction {
		s.Postings = t.Postings
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.known) >= rememberedSources {
		clear(x.known)
	}
	x.known[entry.Sequence] = s
	return s, nil
}

// follows is the source of a slot as its job wrote it; ok is false for transactions that have to be read.
func (x *Sources) follows(ctx context.Context, entry *engine.Entry) (s ledger.Source, ok bool, err error) {
	day := func() string { return entry.Effective.Format(time.DateOnly) } // an epoch is in effect in its last second
	switch entry.Kind {
	case rewards.PointsKind:
		return ledger.JobSource(rewards.PointsJob, day()), true, nil
	case rewards.TokenKind:
		return ledger.JobSource(rewards.TokenJob, day()), true, nil
	case rewards.DropKind:
		return ledger.JobSource(rewards.DropJob, entry.Effective.Format(time.RFC3339)), true, nil
	case rewards.ConversionKind:
		return ledger.JobSource(rewards.ConversionJob, entry.Effective.Format(time.RFC3339)), true, nil
	case rewards.MonthKind:
		return ledger.JobSource(rewards.MonthJob, entry.Effective.Format(rewards.MonthForm)), true, nil
	case rewards.UnlockKind:
		slot, ok, err := x.unlocked(ctx, entry.Effective)
		return ledger.JobSource(rewards.UnlockJob, slot), ok, err
	}
	return s, false, nil
}
