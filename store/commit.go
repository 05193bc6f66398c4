package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store/cluster"
)

// Commit implements engine.Store. Besides the errors named there: ledger.ErrInvalid for a draft that is none or that
// reverses what is reversed or not there, ErrComeback for a log whose earlier generation stands, engine.ErrFrozen for a
// commit that books or moves the cursor while the books are frozen and does not begin with what thaws them, cluster.ErrDeposed for one
// under a term that has ended.
func (s *Store) Commit(ctx context.Context, c engine.Commit) (head ledger.Head, err error) {
	if err := checkChain(&c); err != nil {
		return ledger.Head{}, err
	}
	if len(c.Drafts) > 0 && !s.readOnly {
		if err := s.dialect.arrange(ctx); err != nil {
			return ledger.Head{}, s.dialect.explain(err)
		}
	}
	var before ledger.Head
	var b *batch
	look := len(c.Drafts) < streamed
	write := func(tx *transaction) error {
		if err := cluster.Check(ctx, tx.DB); err != nil {
			return err
		}
		b, before, err = s.commit(tx, &c, look)
		return err
	}
	if err = s.write(ctx, write); err != nil && !look && mayBePresent(err) {
		look = true
		err = s.write(ctx, write)
	}
	if err != nil {
		return before, err
	}
	s.posted.committed(int64(before.Sequence), b)
	s.lately.committed(&before, b)
	return b.head, nil
}

// rootOf is the root of the tree over everything, as a position has it.
func rootOf(head *ledger.Head) (root ledger.Hash) {
	if head.Size() > 0 {
		root = head.Root()
	}
	return root
}

// ErrComeback is wrapped when a log is booked again although it stands: a later generation needs the one before it
// reversed, and the same log of another block is a later generation.
var ErrComeback = errors.New("a log that is booked already can only come back after it was reversed")

// mayBePresent says whether an error can come from drafts that are in the journal already. Keys of many drafts are looked up after one of
// them only: a journal that has none of them, which is what a sync finds, refuses no row by its index of keys.
func mayBePresent(err error) bool {
	for _, refused := range []error{engine.ErrRecorded, ErrComeback, ledger.ErrInvalid, ledger.ErrTurned} {
		if errors.Is(err, refused) {
			return true
		}
	}
	return false
}

// commit writes everything of c, and says what it booked and where the journal ended before. look says whether keys of drafts are looked
// up in the journal.
func (s *Store) commit(tx *transaction, c *engine.Commit, look bool) (b *batch, head ledger.Head, err error) {
	row, err := readHead(tx.DB)
	if err != nil {
		return nil, ledger.Head{}, s.emptyBooks(err)
	}
	head, cursor, frozen, err := row.read()
	if err != nil {
		return nil, head, err
	}
	if now := (engine.Position{Cursor: cursor, Inputs: uint64(row.Inputs), Root: rootOf(&head)}); c.Seen != now {
		return nil, head, fmt.Errorf("%w: the books are at block %d with %d inputs, not at %d with %d", engine.ErrMoved,
			cursor.Head.Number, now.Inputs, c.Seen.Cursor.Head.Number, c.Seen.Inputs)
	}
	moves := c.Cursor != nil && *c.Cursor != cursor || len(c.Drafts)+len(c.Inputs) > 0
	if frozen != nil && moves {
		still := frozen
		if len(c.Inputs) > 0 {
			if still, err = c.Inputs[0].Freezes(frozen); err != nil {
				return nil, head, err
			}
		}
		if still != nil {
			return nil, head, frozen.Refuse()
		}
	}
	b, err = s.load(tx, head, c, look)
	if err != nil {
		return nil, head, err
	}
	if err := s.sealJournal(tx, b, c.Drafts); err != nil {
		return nil, head, err
	}
	if err := writeBatch(tx, b); err != nil {
		return nil, head, s.refusal(err)
	}
	before := row.seal()
	row.setLedger(b.head)
	if err := writeChain(tx, row, c); err != nil {
		return nil, head, err
	}
	if string(before) != string(row.seal()) {
		err = writeHead(tx.DB, row)
	}
	return b, head, err
}

// streamed and large are from how many drafts and postings on books are written while they are still being sealed.
const (
	streamed = 200
	large    = 10_000
)

// sealJournal seals the drafts and writes accounts, postings and journal. Sealing is computing and writing is mostly the database's
// work, so with many drafts or postings the postings are written meanwhile; whatever fails undoes both.
func (s *Store) sealJournal(tx *transaction, b *batch, drafts []ledger.Draft) error {
	if len(drafts) < streamed && len(b.used) < large {
		if err := b.seal(drafts); err != nil {
			return err
		}
		if err := writeAccounts(tx, b); err != nil {
			return s.refusal(err)
		}
		if err := writeJournal(tx, b); err != nil {
			return s.refusal(err)
		}
		next := 0
		return s.refusal(writePostings(tx, b, func() (t sealedDraft, more bool) {
			if more = next < len(b.transactions); more {
				t = b.transactions[next]
				next++
			}
			return t, more
		}))
	}
	b.name()
	stream, failed := make(chan sealedDraft, streamed), make(chan error, 1)
	b.stream = stream
	go func() {
		failed <- b.seal(drafts)
		close(stream)
	}()
	written := writeAccounts(tx, b)
	if written == nil {
		written = writePostings(tx, b, func() (sealedDraft, bool) { t, more := <-stream; return t, more })
	}
	for range stream { // when writing failed, let sealing come to its end
	}
	if err := <-failed; err != nil {
		return err
	}
	if written == nil {
		written = writeJournal(tx, b)
	}
	return s.refusal(written)
}

// refusal turns a rule of the tables that refused a row into the error of the port.
func (s *Store) refusal(err error) error {
	if err == nil {
		return nil
	}
	switch s.dialect.rule(err) {
	case "":
		return err
	case "journal_source":
		return fmt.Errorf("%w: %w", engine.ErrRecorded, err)
	case "journal_log", "journal_generation":
		return fmt.Errorf("%w: %w", ErrComeback, err)
	case "journal_reverses":
		return fmt.Errorf("%w: a transaction is reversed at most once: %w", ledger.ErrInvalid, err)
	}
	return fmt.Errorf("the tables do not hold what the head says, run a verification: %w", err)
}
