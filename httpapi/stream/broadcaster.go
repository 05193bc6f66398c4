package httpapi

import (
	"cmp"
	"context"
	"errors"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// Bounds of the streams of events.
const (
	maxStreams  = 256  // at once
	maxOfClient = 16   // of one client
	maxHeard    = 1024 // events that are kept in memory
	maxReplayed = 200  // transactions that are read from the journal at once
)

// heard is a transaction that somebody may want to hear of.
type heard struct {
	sequence uint64
	event    any
}

// ticker tells streams what is new in the journal. It reads every transaction once, however many listen, and nothing while
// nobody does.
type ticker struct {
	books      *engine.Engine
	poll, beat time.Duration
	keep       int           // maxHeard
	page       uint64        // maxReplayed
	ended      chan struct{} // closed when the server stops
	end        func()
	replaying  chan struct{} // holds one token: whoever has it reads old transactions

	mu      sync.Mutex
	begun   bool
	floor   uint64 // everything after it and up to upTo is in latest, as far as there are events
	upTo    uint64
	latest  []heard
	streams int
	of      map[netip.Prefix]int
}

func newTicker(books *engine.Engine, poll, beat time.Duration) *ticker {
	t := &ticker{
		books: books, poll: poll, beat: beat, keep: maxHeard, page: maxReplayed, ended: make(chan struct{}), replaying: make(chan struct{}, 1),
		of: map[netip.Prefix]int{},
	}
	t.end = sync.OnceFunc(func() { close(t.ended) })
	return t
}

// enter lets one more stream begin; it has to leave.
func (t *ticker) enter(of netip.Prefix) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.streams >= maxStreams || t.of[of] >= maxOfClient {
		return false
	}
	t.streams++
	t.of[of]++
	return true
}

func (t *ticker) leave(of netip.Prefix) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.streams--
	if t.of[of]--; t.of[of] == 0 {
		delete(t.of, of)
	}
}

// head is the last transaction of the journal.
func (t *ticker) head() (sequence uint64) {
	t.books.View(func(_ *engine.Fold, s engine.State) { sequence = s.Ledger.Sequence })
	return sequence
}

// since gives the events after a transaction, and the transaction up to which they are all; that is the same one when there
// is nothing new.
func (t *ticker) since(ctx context.Context, after uint64) ([]heard, uint64, error) {
	t.mu.Lock()
	if !t.begun {
		t.begun, t.upTo = true, t.head()
		t.floor = t.upTo
	}
	err := t.listen(ctx)
	if err != nil || after >= t.floor {
		defer t.mu.Unlock()
		first, _ := slices.BinarySearchFunc(t.latest, after+1, func(h heard, s uint64) int { return cmp.Compare(h.sequence, s) })
		return slices.Clone(t.latest[first:]), max(after, t.upTo), err
	}
	floor := t.floor
	t.mu.Unlock()
	select {
	case t.replaying <- struct{}{}:
		defer func() { <-t.replaying }()
	case <-ctx.Done():
		return nil, after, ctx.Err()
	}
	return t.read(ctx, after, floor)
}

// listen takes in what was booked since it last did. Whoever calls it holds mu.
func (t *ticker) listen(ctx context.Context) error {
	head := t.head()
	if head <= t.upTo {
		return nil
	}
	list, upTo, err := t.read(ctx, t.upTo, head)
	if err != nil {
		return err
	}
	t.latest, t.upTo = append(t.latest, list...), upTo
	if more := len(t.latest) - t.keep; more > 0 {
		t.floor = t.latest[more-1].sequence
		t.latest = slices.Clone(t.latest[more:])
	}
	return nil
}

var errRead = errors.New("enough was read")

// read reads the transactions after one, up to another one or as many as are read at once.
func (t *ticker) read(ctx context.Context, after, last uint64) (list []heard, upTo uint64, err error) {
	upTo = after
	err = t.books.Store().Transactions(ctx, after+1, func(tx *ledger.Transaction) error {
		if tx.Sequence > last || tx.Sequence > after+t.page {
			return errRead
		}
		if event, ok := eventOf(tx); ok {
			list = append(list, heard{tx.Sequence, event})
		}
		upTo = tx.Sequence
		return nil
	})
	if errors.Is(err, errRead) {
		err = nil
	}
	return list, upTo, err
}
