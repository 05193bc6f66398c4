package period

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// ClosedEpoch is an epoch that was closed, or the drop at the TGE, as the journal has it.
type ClosedEpoch struct {
	Number     int // in order of closing, from 1
	Job        fold.Job
	Kind       ledger.Kind
	Start, End time.Time // half-open; equal for the drop
	Asset      money.Asset
	Issued     money.Amount
	File       ledger.Hash // SHA-256 of the epoch's file
	Sequence   uint64      // of its transaction
	Corrected  []uint64    // of the transactions that corrected it: the figures are as corrected
	UnlocksAt  time.Time   // zero: nothing is locked

	corrections int // how many there had been, of any period, when the figures were read
}

type slot struct{ job, slot string }

// Epochs lists the epochs that are closed and computes them again. What it knows is read from the inputs once and then
// followed; the journal is asked for single transactions by their keys, each once. One computation runs at a time, and the
// last one is kept when it is not large. It is safe for concurrent use.
type Epochs struct {
	results computer[computed[slot], rewards.Result]

	mu      sync.Mutex
	inputs  inputs
	list    []*ClosedEpoch
	by      map[slot]*ClosedEpoch
	unlocks map[time.Time][]string // slots of the token's epochs by when they unlock
}

// NewEpochs reads nothing yet.
func NewEpochs(e *engine.Engine) *Epochs {
	return &Epochs{
		results: newComputer[computed[slot], rewards.Result](), inputs: inputs{engine: e},
		by: map[slot]*ClosedEpoch{}, unlocks: map[time.Time][]string{},
	}
}

// kinds are the jobs that close an epoch.
var kinds = map[string]ledger.Kind{
	rewards.PointsJob: rewards.PointsKind, rewards.TokenJob: rewards.TokenKind, rewards.DropJob: rewards.DropKind,
}

// follow takes in the inputs that were recorded since. mu is held.
func (x *Epochs) follow(ctx context.Context) error { return x.inputs.follow(ctx, x.take) }

func (x *Epochs) take(in *fold.Input) error {
	j, err := in.Job()
	if err != nil || j == nil || kinds[j.Name] == "" {
		return err
	}
	c := &ClosedEpoch{Number: len(x.list) + 1, Job: *j, Kind: kinds[j.Name]}
	if c.Start, c.End, err = j.Window(); err != nil {
		return err
	}
	p := x.inputs.engine.Program()
	switch c.Kind {
	case rewards.PointsKind:
		c.Asset = p.Points.Asset
	case rewards.TokenKind:
		at := p.Token.Lock.After(c.End)
		x.unlocks[at] = append(x.unlocks[at], j.Slot)
		fallthrough
	default:
		c.Asset = p.Token.Asset
	}
	x.list = append(x.list, c)
	x.by[slot{j.Name, j.Slot}] = c
	return nil
}

// fill reads what the journal says of a closed epoch. mu is held.
func (x *Epochs) fill(ctx context.Context, c *ClosedEpoch) error {
	e := x.inputs.engine
	if c.Sequence != 0 && c.corrections == corrections(e) {
		return nil
	}
	closing := e.Closing()
	booked, err := closing.Booked(ctx, e.Reader(), fold.Period{Job: c.Job.Name, Slot: c.Job.Slot})
	if err != nil {
		return err
	}
	if booked == nil {
		return fmt.Errorf("%s of %s is closed and not in the journal: run `nodeledger ledger verify`", c.Job.Name, c.Job.Slot)
	}
	c.Issued = money.Zero(c.Asset)
	t := booked.Last()
	for i := range booked.Postings {
		if from := booked.Postings[i].From.Role(); from != ledger.IssuanceRole && from != ledger.BucketRole {
			break // what is issued stands first
		}
		if c.Issued, err = c.Issued.Add(booked.Postings[i].Amount); err != nil {
			return err
		}
	}
	if c.File, err = ledger.ParseHash(t.Meta["file"]); err != nil {
		return fmt.Errorf("transaction %d: its file: %w", t.Sequence, err)
	}
	if c.UnlocksAt, _, err = rewards.UnlocksAt(&t.Draft); err != nil {
		return err
	}
	c.Sequence, c.Corrected, c.corrections = booked.Own.Sequence, booked.Corrected(), closing.Corrections()
	return nil
}

// maxListing is how long a list is added to.
const maxListing = 3 * time.Second

// List is the epochs closed before the one with a number (0: all), the newest first, limit at most. kind is one of
// points-epoch, token-epoch and tge-drop, or empty for every kind. more says that the list goes on. The first look at an
// epoch of very many holders takes a second or more, so a list may end before its limit and go on.
func (x *Epochs) List(ctx context.Context, kind string, before, limit int) (list []ClosedEpoch, more bool, err error) {
	if kind != "" {
		err := problem.CheckWord(view.Truncate(kind), string(rewards.PointsKind), string(rewards.TokenKind), string(rewards.DropKind))
		if err != nil {
			return nil, false, fmt.Errorf("kind: %w", err)
		}
	}
	began := time.Now()
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.follow(ctx); err != nil {
		return nil, false, err
	}
	end := len(x.list)
	if before > 0 {
		end = min(end, before-1)
	}
	for i := end - 1; i >= 0; i-- {
		if c := x.list[i]; kind == "" || string(c.Kind) == kind {
			if len(list) == limit || len(list) > 0 && time.Since(began) > maxListing {
				return list, true, nil
			}
			if err := x.fill(ctx, c); err != nil {
				return nil, false, err
			}
			list = append(list, *c)
		}
	}
	return list, false, nil
}

// Of is one closed epoch by its job and slot, which is the day, or the drop's instant.
func (x *Epochs) Of(ctx context.Context, job, at string) (ClosedEpoch, error) {
	if err := problem.CheckWord(view.Truncate(job), rewards.PointsJob, rewards.TokenJob, rewards.DropJob); err != nil {
		return ClosedEpoch{}, fmt.Errorf("job: %w", err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.follow(ctx); err != nil {
		return ClosedEpoch{}, err
	}
	c := x.by[slot{job, at}]
	if c == nil {
		return ClosedEpoch{}, problem.NotFoundf("%s of %s is not closed: /api/v1/epochs lists those that are", job, view.Truncate(at))
	}
	err := x.fill(ctx, c)
	return *c, err
}

// Compute computes a closed epoch again, waiting for its turn as long as the context lets it.
func (x *Epochs) Compute(ctx context.Context, c *ClosedEpoch) (*rewards.Result, error) {
	e := x.inputs.engine
	return x.results.compute(ctx, computed[slot]{slot{c.Job.Name, c.Job.Slot}, corrections(e)},
		func(ctx context.Context) (*rewards.Result, int, error) {
			r, err := e.Closing().Epoch(ctx, &c.Job, e.Reader())
			if err != nil {
				return nil, 0, fmt.Errorf("%s of %s: %w", c.Job.Name, c.Job.Slot, err)
			}
			return r, len(r.Holders), nil
		})
}

// UnlockedAt is the slot of the only token epoch that unlocks at an instant; ok is false when there is none or several.
func (x *Epochs) UnlockedAt(ctx context.Context, at time.Time) (slot string, ok bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.follow(ctx); err != nil {
		return "", false, err
	}
	if slots := x.unlocks[at.UTC()]; len(slots) == 1 {
		return slots[0], true, nil
	}
	return "", false, nil
}
