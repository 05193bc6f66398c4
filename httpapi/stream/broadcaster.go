package stream

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/fair"
	"github.com/nodeledger/nodeledger/ledger"
)

// Bounds of the streams of events.
const (
	maxStreams  = 256  // at once
	maxOfClient = 16   // of one client
	maxEvents   = 1024 // events that are kept in memory
	maxReplayed = 200  // transactions that are read from the journal at once
)

// streamEvent is what is told of a transaction.
type streamEvent struct {
	sequence uint64
	event    any
}

// Broadcaster tells streams what is new in the journal. It reads every transaction once, however many listen, and nothing
// while nobody does.
type Broadcaster struct {
	Options
	keep      int           // maxEvents
	page      uint64        // maxReplayed
	ended     chan struct{} // closed when the server stops
	close     func()
	replaying chan struct{} // holds one token: whoever has it reads old transactions

	mu     sync.Mutex
	begun  bool
	floor  uint64 // everything after it and up to upTo is in latest, as far as there are events
	upTo   uint64
	latest []streamEvent
	places *fair.Places
}

// New tells nothing yet.
func New(o Options) *Broadcaster {
	b := &Broadcaster{
		Options: o, keep: maxEvents, page: maxReplayed, ended: make(chan struct{}), replaying: make(chan struct{}, 1),
		places: fair.New(maxStreams, maxOfClient),
	}
	b.close = sync.OnceFunc(func() { close(b.ended) })
	return b
}

// Options say what is told, and how often it is looked for.
type Options struct {
	Books *engine.Engine
	// Poll is how often new transactions are looked for, Heartbeat how long a stream is silent at most.
	Poll, Heartbeat time.Duration
	// EventOf is what is told of a transaction; ok is false when nothing is.
	EventOf func(*ledger.Transaction) (event any, ok bool)
	// Events has a value of every type that EventOf gives, by the name of the event.
	Events map[string]any
	// Client is who makes a request: each may have a few streams.
	Client func(*http.Request) netip.Prefix
	Log    *slog.Logger
}

// Close ends every stream; those that begin afterwards end at once.
func (b *Broadcaster) Close() { b.close() }

// Open is how many streams there are.
func (b *Broadcaster) Open() int { return b.places.Taken() }

// head is the last transaction of the journal.
func (b *Broadcaster) head() (sequence uint64) {
	b.Books.View(func(_ *fold.Fold, s engine.State) { sequence = s.Ledger.Sequence })
	return sequence
}

// since gives the events after a transaction, and the transaction up to which they are all; that is the same one when there
// is nothing new.
func (b *Broadcaster) since(ctx context.Context, after uint64) ([]streamEvent, uint64, error) {
	b.mu.Lock()
	if !b.begun {
		b.begun, b.upTo = true, b.head()
		b.floor = b.upTo
	}
	err := b.listen(ctx)
	if err != nil || after >= b.floor {
		defer b.mu.Unlock()
		first, _ := slices.BinarySearchFunc(b.latest, after+1, func(h streamEvent, s uint64) int { return cmp.Compare(h.sequence, s) })
		return slices.Clone(b.latest[first:]), max(after, b.upTo), err
	}
	floor := b.floor
	b.mu.Unlock()
	select {
	case b.replaying <- struct{}{}:
		defer func() { <-b.replaying }()
	case <-ctx.Done():
		return nil, after, ctx.Err()
	}
	return b.read(ctx, after, floor)
}

// listen takes in what was booked since it last did. Whoever calls it holds mu.
func (b *Broadcaster) listen(ctx context.Context) error {
	head := b.head()
	if head <= b.upTo {
		return nil
	}
	list, upTo, err := b.read(ctx, b.upTo, head)
	if err != nil {
		return err
	}
	b.latest, b.upTo = append(b.latest, list...), upTo
	if more := len(b.latest) - b.keep; more > 0 {
		b.floor = b.latest[more-1].sequence
		b.latest = slices.Clone(b.latest[more:])
	}
	return nil
}

// read reads the transactions after one, up to another one or as many as are read at once.
func (b *Broadcaster) read(ctx context.Context, after, last uint64) (list []streamEvent, upTo uint64, err error) {
	upTo = after
	for tx, err := range b.Books.History().Transactions(ctx, after+1) {
		if err != nil {
			return list, upTo, err
		}
		if tx.Sequence > last || tx.Sequence > after+b.page {
			break
		}
		if event, ok := b.EventOf(tx); ok {
			list = append(list, streamEvent{tx.Sequence, event})
		}
		upTo = tx.Sequence
	}
	return list, upTo, nil
}
