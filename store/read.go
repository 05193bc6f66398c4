package store

import (
	"context"
	"fmt"
	"iter"
	"math"
	"slices"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// page is how many transactions are read at once, of which a reader first gets firstPage and then twice as many each time: most want
// a few. batchPostings is how many postings are read at once, unless one transaction has more.
const page, firstPage, batchPostings = 1000, 20, 20_000

// storedTransaction is a transaction whose postings are still to be read, and how many the journal says it has.
type storedTransaction struct {
	*ledger.Transaction
	postings int64
}

// Transactions are the journal from a sequence on, with postings, until it ends, and what is added meanwhile. No lock is held
// between two of them. A row that cannot be is a *ledger.Difference.
func (s *Store) Transactions(ctx context.Context, from uint64) iter.Seq2[*ledger.Transaction, error] {
	return func(yield func(*ledger.Transaction, error) bool) {
		size := firstPage
		for next := max(from, 1); next <= math.MaxInt64; size = min(2*size, page) {
			var found []storedTransaction
			err := s.readTx(ctx, func(tx *gorm.DB) (err error) {
				found, err = journal(tx.Where("sequence >= ?", int64(next)).Order("sequence").Limit(size))
				return err
			})
			if err != nil {
				yield(nil, err)
				return
			}
			if len(found) == 0 {
				return
			}
			next = found[len(found)-1].Sequence + 1
			for part := range batches(found) {
				// Rows never change, so the postings may be read later than their transactions.
				if err := s.readTx(ctx, func(tx *gorm.DB) error { return s.postings(tx, part) }); err != nil {
					yield(nil, err)
					return
				}
				for _, t := range part {
					if !yield(t.Transaction, nil) {
						return
					}
				}
			}
		}
	}
}

// batches cuts transactions into stretches of about batchPostings postings.
func batches(found []storedTransaction) func(func([]storedTransaction) bool) {
	return func(yield func([]storedTransaction) bool) {
		for first := 0; first < len(found); {
			last, n := first+1, found[first].postings
			for last < len(found) && n+found[last].postings <= batchPostings {
				n += found[last].postings
				last++
			}
			if !yield(found[first:last]) {
				return
			}
			for i := range found[first:last] {
				found[first+i] = storedTransaction{} // what was yielded may go
			}
			first = last
		}
	}
}

// transactions reads the transactions with the sequences given, newest first.
func (s *Store) transactions(tx *gorm.DB, sequences []int64) ([]*ledger.Transaction, error) {
	found, err := journal(tx.Where(s.dialect.numbers("sequence", sequences)).Order("sequence DESC"))
	if err != nil {
		return nil, err
	}
	whole := make([]*ledger.Transaction, len(found))
	for i, t := range found {
		whole[i] = t.Transaction
	}
	return whole, s.postings(tx, found)
}

// journal reads rows of the journal under the conditions of tx.
func journal(tx *gorm.DB) (found []storedTransaction, err error) {
	err = journalRows(tx, func(r *journalRow) error {
		t, err := r.transaction()
		found = append(found, storedTransaction{&t, r.Postings})
		return err
	})
	return found, err
}

// postings reads the postings of transactions.
func (s *Store) postings(tx *gorm.DB, of []storedTransaction) error {
	bySequence := make(map[int64]*ledger.Transaction, len(of))
	sequences := make([]int64, len(of))
	for i, t := range of {
		sequences[i] = int64(t.Sequence)
		bySequence[sequences[i]] = t.Transaction
	}
	var rows []postingRow
	accounts := map[int64]ledger.Account{}
	err := postingRows(tx.Where(s.dialect.numbers("sequence", sequences)).Order("sequence, line"), func(r *postingRow) error {
		accounts[r.FromID], accounts[r.ToID] = ledger.Account{}, ledger.Account{}
		rows = append(rows, *r)
		return nil
	})
	if err != nil {
		return err
	}
	if err := s.readNames(tx, accounts); err != nil {
		return err
	}
	find := func(id int64) (ledger.Account, bool) { a := accounts[id]; return a, a != (ledger.Account{}) }
	for i := range rows {
		p, err := rows[i].posting(find)
		if err != nil {
			return err
		}
		t := bySequence[rows[i].Sequence]
		t.Postings = append(t.Postings, p)
	}
	for _, t := range of {
		if int64(len(t.Postings)) != t.postings {
			return ledger.Differs("posting", fmt.Sprintf("sequence %d", t.Sequence), "the journal says %d postings, there are %d", t.postings,
				len(t.Postings))
		}
	}
	return nil
}

// Live yields the transactions of a block's logs that are neither reversals nor reversed, newest first.
func (s *Store) Live(ctx context.Context, number uint64, block ledger.Hash) (live []ledger.Transaction, err error) {
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		var sequences []int64
		err := tx.Model(&journalRow{}).Where("origin = 'evm' AND reversal = 0 AND block_number = ? AND block_hash = ?", int64(number), block[:]).
			Where("NOT EXISTS (SELECT 1 FROM journal r WHERE r.reverses = journal.sequence AND r.reverses <> 0)").
			Order("sequence DESC").Pluck("sequence", &sequences).Error
		if err != nil {
			return err
		}
		for part := range slices.Chunk(sequences, page) {
			found, err := s.transactions(tx, part)
			if err != nil {
				return err
			}
			for _, t := range found {
				live = append(live, *t)
			}
		}
		return nil
	})
	return live, err
}

// Inputs are the inputs from a sequence on, in order, each checked against its leaf. They are read by the page, so the books may be
// written to between two of them.
func (s *Store) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		const some = 100 // a payload is a block with its logs and bodies
		var digest []byte
		for next := max(from, 1); next <= math.MaxInt64; {
			var found []fold.Input
			err := s.readTx(ctx, func(tx *gorm.DB) (err error) {
				if s.older {
					found, digest, err = olderInputs(tx, int64(next), some, digest)
				} else {
					found, err = nextInputs(tx, int64(next), some)
				}
				return err
			})
			if err != nil {
				yield(fold.Input{}, err)
				return
			}
			if len(found) == 0 {
				return
			}
			for _, in := range found {
				if !yield(in, nil) {
					return
				}
			}
			next += uint64(len(found))
		}
	}
}

// nextInputs reads the next inputs, some at most.
func nextInputs(tx *gorm.DB, next int64, some int) (found []fold.Input, err error) {
	var rows []inputRow
	if err := tx.Where("sequence >= ?", next).Order("sequence").Limit(some).Find(&rows).Error; err != nil {
		return nil, err
	}
	for i := range rows {
		if err := rows[i].check(next - 1 + int64(i)); err != nil {
			return nil, err
		}
		found = append(found, fold.Input{Sequence: uint64(rows[i].Sequence), Kind: fold.InputKind(rows[i].Kind), Payload: rows[i].Payload})
	}
	return found, nil
}
