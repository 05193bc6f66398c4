package period

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/view"
)

// FactRecord is something that an operator recorded.
type FactRecord struct {
	Number    int // in order of recording, from 1
	Kind      string
	Operator  string
	Proof     string // how the operator proved who they are: token:<label>, wallet:0x..., or unverified
	Reference string
	Time      time.Time
	Sequence  uint64 // of its transaction in the journal
	key       string
}

// Facts follows what operators record. The inputs are read once and then followed; it keeps some 200 bytes a fact and is
// safe for concurrent use.
type Facts struct {
	mu     sync.Mutex
	inputs inputs
	list   []FactRecord
	months []*month
	named  map[string]*month
	drops  int
}

// NewFacts reads nothing yet.
func NewFacts(e *engine.Engine) *Facts {
	return &Facts{inputs: inputs{engine: e}, named: map[string]*month{}}
}

// follow takes in the inputs that were recorded since. mu is held.
func (x *Facts) follow(ctx context.Context) error { return x.inputs.follow(ctx, x.take) }

func (x *Facts) take(in *fold.Input) error {
	if in.Kind == fold.InputDrop {
		x.drops++
	}
	f, err := in.Fact()
	if err != nil || f == nil {
		return err
	}
	x.list = append(x.list, FactRecord{
		Number: len(x.list) + 1, Kind: f.Kind, Operator: f.Operator, Proof: f.How, Reference: f.Reference,
		Time: time.Unix(int64(f.Time), 0).UTC(), key: f.Key(),
	})
	closed, err := f.ClosedMonth()
	if err != nil || closed == "" {
		return err
	}
	m := &month{ClosedMonth: ClosedMonth{Number: len(x.months) + 1, Month: closed, By: x.list[len(x.list)-1]}, fact: f, corrections: -1}
	x.months, x.named[closed] = append(x.months, m), m
	return nil
}

// List is what was recorded before the one with a number (0: all), the newest first, limit at most. more says that the list
// goes on.
func (x *Facts) List(ctx context.Context, before, limit int) (list []FactRecord, more bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.follow(ctx); err != nil {
		return nil, false, err
	}
	return view.Newest(x.list, before, limit, func(number int, r FactRecord) (FactRecord, error) {
		if r.Sequence == 0 {
			if r.Sequence, err = sequenceOf(ctx, x.inputs.engine.Reader(), r.key); err != nil {
				return r, err
			}
			x.list[number-1] = r
		}
		return r, nil
	})
}

// Reorganisations is how often blocks that had been booked left the chain.
func (x *Facts) Reorganisations(ctx context.Context) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	err := x.follow(ctx)
	return x.drops, err
}

func sequenceOf(ctx context.Context, s fold.Books, key string) (uint64, error) {
	t, err := s.Keyed(ctx, key)
	if err != nil {
		return 0, err
	}
	if t == nil {
		return 0, fmt.Errorf("%s is recorded and not in the journal: run `nodeledger ledger verify`", key)
	}
	return t.Sequence, nil
}
