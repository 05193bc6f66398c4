package store

import (
	"context"
	"fmt"
	"math"
	"sort"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// The leaves of the tree over everything are in the rows of inputs and journal. Input i is leaf i-1+t, where t is how many
// transactions stood before it; transaction s is leaf s-1+i, where i is how many inputs came before it.

var tileTable = table{"tile", 1, []column{{"number", whole}, {"root", blob}}, nil}

// writeTiles appends the roots of the tiles that a batch completed.
func writeTiles(tx *transaction, b *batch) error {
	return tx.insert(tileTable, rowsOf(len(b.tiles), func(i int, into []any) {
		into[0], into[1] = b.knownTiles+int64(i), b.tiles[i][:]
	}))
}

// readTree is the tree in which a row of the head says its roots are.
func (r *headRow) readTree() (f ledger.Frontier, ok bool) {
	f.Count = uint64(r.Sequence) + uint64(r.Inputs)
	for roots := r.Roots; len(roots) >= 32; roots = roots[32:] {
		f.Roots = append(f.Roots, ledger.Hash(roots[:32]))
	}
	return f, f.Whole() && len(r.Roots) == 32*len(f.Roots)
}

// Leaves implements engine.History.
func (s *Store) Leaves(ctx context.Context, from, to uint64) (leaves []ledger.Hash, err error) {
	err = s.leafRows(ctx, from, to, func(tx *gorm.DB, at leafRange) error {
		leaves = make([]ledger.Hash, to-from)
		return at.read(tx, "digest", func(r *inputRow, index uint64) bool {
			var ok bool
			leaves[index-from], ok = read32(r.Digest)
			return ok
		}, func(sequence, index uint64, hash ledger.Hash) {
			leaves[index-from] = ledger.TransactionLeaf(sequence, hash)
		})
	})
	return leaves, err
}

// LeafEntries implements engine.History.
func (s *Store) LeafEntries(ctx context.Context, from, to uint64) (entries [][]byte, err error) {
	err = s.leafRows(ctx, from, to, func(tx *gorm.DB, at leafRange) error {
		entries = make([][]byte, to-from)
		return at.read(tx, "*", func(r *inputRow, index uint64) bool {
			if r.unpack() != nil {
				return false
			}
			entries[index-from] = ledger.InputEntry(uint64(r.Sequence), uint64(r.Transactions), r.Kind, ledger.Digest(r.Payload))
			return ledger.LeafHash(entries[index-from]) == ledger.Hash(r.Digest)
		}, func(sequence, index uint64, hash ledger.Hash) {
			entries[index-from] = ledger.TransactionEntry(sequence, hash)
		})
	})
	return entries, err
}

// leafRange is a stretch of leaves, and which inputs and transactions come in it first.
type leafRange struct {
	from, to           uint64
	input, transaction int64
}

// leafRows finds where a stretch of leaves is, in one state of the books.
func (s *Store) leafRows(ctx context.Context, from, to uint64, visit func(*gorm.DB, leafRange) error) error {
	return s.readTx(ctx, func(tx *gorm.DB) error {
		head, err := readHead(tx)
		if err != nil {
			return s.emptyBooks(err)
		}
		if size := uint64(head.Sequence) + uint64(head.Inputs); from > to || to > size {
			return problem.NotFoundf("the books have %d leaves, not %d to %d", size, from, to)
		}
		before, err := inputsBefore(tx, head.Inputs, func(r *inputRow) bool { return r.leaf() >= from })
		if err != nil || from == to {
			return err
		}
		return visit(tx, leafRange{from, to, before + 1, int64(from) - before + 1})
	})
}

// read visits the inputs and the transactions of the stretch.
func (at leafRange) read(tx *gorm.DB, columns string, input func(*inputRow, uint64) bool, transaction func(sequence, index uint64,
	hash ledger.Hash)) error {
	if columns != "*" {
		columns += ", sequence, transactions"
	}
	var inputs []inputRow
	if err := tx.Select(columns).Where("sequence >= ?",
		at.input).Order("sequence").Limit(int(at.to - at.from)).Find(&inputs).Error; err != nil {
		return err
	}
	taken := map[uint64]bool{}
	for i := range inputs {
		r := &inputs[i]
		if r.leaf() >= at.to {
			break
		}
		if taken[r.leaf()] = true; r.leaf() < at.from || !input(r, r.leaf()) {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", r.Sequence), "it is not the leaf that its digest says")
		}
	}
	var rows []journalRow
	last := at.transaction + int64(at.to-at.from) - int64(len(taken)) - 1
	if err := tx.Select("sequence", "hash").Where("sequence BETWEEN ? AND ?", at.transaction, last).Order("sequence").
		Find(&rows).Error; err != nil {
		return err
	}
	next := at.transaction - 1
	for index := at.from; index < at.to; index++ {
		if taken[index] {
			continue
		}
		next++
		if len(rows) == 0 || rows[0].Sequence != next || len(rows[0].Hash) != 32 {
			return ledger.Differs("journal", fmt.Sprintf("sequence %d", next), "it is missing or has no hash")
		}
		transaction(uint64(next), index, ledger.Hash(rows[0].Hash))
		rows = rows[1:]
	}
	return nil
}

// LeafOf implements engine.History.
func (s *Store) LeafOf(ctx context.Context, kind engine.LeafKind, sequence uint64) (index uint64, found bool, err error) {
	if sequence == 0 || sequence > math.MaxInt64 {
		return 0, false, nil
	}
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		head, err := readHead(tx)
		if err != nil {
			return s.emptyBooks(err)
		}
		if kind == engine.InputLeaf {
			if found = sequence <= uint64(head.Inputs); found {
				var r inputRow
				err = readPlace(tx, int64(sequence), &r)
				index = r.leaf()
			}
			return err
		}
		if found = sequence <= uint64(head.Sequence); !found {
			return nil
		}
		before, err := inputsBefore(tx, head.Inputs, func(r *inputRow) bool { return uint64(r.Transactions) >= sequence })
		index = sequence - 1 + uint64(before)
		return err
	})
	return index, found, err
}

// leaf is the number of an input's leaf.
func (r *inputRow) leaf() uint64 { return uint64(r.Sequence-1) + uint64(r.Transactions) }

// inputsBefore is how many of n inputs come before the first one that is past a place.
func inputsBefore(tx *gorm.DB, n int64, past func(*inputRow) bool) (int64, error) {
	var failed error
	at := sort.Search(int(n), func(i int) bool {
		var r inputRow
		if failed == nil {
			failed = readPlace(tx, int64(i)+1, &r)
		}
		return failed != nil || past(&r)
	})
	return int64(at), failed
}

// readPlace reads where an input stands.
func readPlace(tx *gorm.DB, sequence int64, into *inputRow) error {
	done := tx.Raw("SELECT sequence, transactions FROM input WHERE sequence = ?", sequence).Scan(into)
	if done.Error == nil && (done.RowsAffected != 1 || into.Transactions < 0) {
		return ledger.Differs("input", fmt.Sprintf("sequence %d", sequence), "it is missing, or does not say where it stands")
	}
	return done.Error
}

// Tiles implements engine.History.
func (s *Store) Tiles(ctx context.Context, from, to uint64) (roots []ledger.Hash, err error) {
	if from > to || to > math.MaxInt64 {
		return nil, problem.NotFoundf("there are no tiles %d to %d", from, to)
	}
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		var rows []tileRow
		if err := tx.Where("number >= ? AND number < ?", int64(from), int64(to)).Order("number").Find(&rows).Error; err != nil {
			return err
		}
		for i := range rows {
			root, ok := read32(rows[i].Root)
			if !ok || uint64(rows[i].Number) != from+uint64(i) {
				return ledger.Differs("tile", fmt.Sprintf("number %d", from+uint64(i)), "it is missing or has no root")
			}
			roots = append(roots, root)
		}
		if uint64(len(roots)) != to-from {
			return problem.NotFoundf("the books have %d whole tiles, not %d", from+uint64(len(roots)), to)
		}
		return nil
	})
	return roots, err
}
