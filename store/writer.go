package store

import (
	"context"
	"errors"
	"sync"

	"github.com/nodeledger/nodeledger/ledger"
)

// Writer gathers what many callers book at the same time into one database transaction, so that they share one sync to
// disk. It takes turns with Commit.
type Writer struct {
	store  *Store
	most   int
	queue  chan *request
	ending chan struct{} // closed by Close
	ended  chan struct{} // closed when the last answer was given
	once   sync.Once
}

type request struct {
	party
	head ledger.Head
	done chan struct{} // closed when head or err is final
}

// ErrClosed is returned by a Writer that was closed.
var ErrClosed = errors.New("the writer was closed")

// NewWriter starts a writer that books at most so many drafts at once (and always at least one caller's).
func (s *Store) NewWriter(most int) *Writer {
	w := &Writer{store: s, most: most, queue: make(chan *request), ending: make(chan struct{}), ended: make(chan struct{})}
	go w.run()
	return w
}

// Post books the drafts, all of them or none, and returns after they are on disk: the journal's head after the
// transaction that they were part of. Errors are those of Store.Commit and concern this caller's drafts alone. When ctx
// ends first, the drafts may have been booked or may still be; posting them again is harmless, their keys see to that.
func (w *Writer) Post(ctx context.Context, drafts ...ledger.Draft) (ledger.Head, error) {
	r := &request{party: party{drafts: drafts}, done: make(chan struct{})}
	select {
	case w.queue <- r:
	case <-w.ending:
		return ledger.Head{}, ErrClosed
	case <-ctx.Done():
		return ledger.Head{}, ctx.Err()
	}
	select {
	case <-r.done:
		return r.head, r.err
	case <-ctx.Done():
		return ledger.Head{}, ctx.Err()
	}
}

// Close answers what was taken and ends the writer. The Store stays open.
func (w *Writer) Close() {
	w.once.Do(func() { close(w.ending) })
	<-w.ended
}

func (w *Writer) run() {
	defer close(w.ended)
	for {
		select {
		case first := <-w.queue:
			w.book(w.gather(first))
		case <-w.ending:
			return
		}
	}
}

// gather takes everybody who waits at this moment.
func (w *Writer) gather(first *request) []*request {
	group, drafts := []*request{first}, len(first.drafts)
	for drafts < w.most {
		select {
		case r := <-w.queue:
			group, drafts = append(group, r), drafts+len(r.drafts)
		default:
			return group
		}
	}
	return group
}

// book writes a group in one transaction. What can be known before writing is refused for its own caller alone; when the
// tables refuse a row, nobody knows whose it was, and everybody is tried alone.
func (w *Writer) book(group []*request) {
	head, err := w.commit(group)
	alone := err != nil && len(group) > 1
	for _, r := range group {
		switch {
		case alone:
			w.book([]*request{r})
			continue
		case err != nil:
			r.err = err
		}
		r.head = head
		close(r.done)
	}
}

func (w *Writer) commit(group []*request) (head ledger.Head, err error) {
	parties := make([]*party, len(group))
	for i, r := range group {
		r.err = nil
		parties[i] = &r.party
	}
	// The callers' contexts do not end this: they have different ones.
	err = w.store.write(context.Background(), func(tx *transaction) error {
		head, err = w.store.commit(tx, nil, parties)
		return err
	})
	return head, err
}
