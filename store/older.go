package store

import (
	"bytes"
	"fmt"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// Books of before the tree over everything have another head, and inputs that are a chain of digests. Both are read for a rebuild only.

// treeMigration is the version of the migration that gives books their tree.
const treeMigration = 3

type olderHead struct {
	Row         headRow `gorm:"embedded"`
	Checkpoint  []byte
	Day         int64
	First       int64
	OpenCount   int64
	OpenRoots   []byte
	InputDigest []byte
}

func (r *olderHead) seal() []byte {
	h := &r.Row
	return newDigest("head").number(h.ID).
		number(h.Sequence).bytes(h.Hash).number(h.Booked).bytes(r.Checkpoint).
		number(r.Day).number(r.First).number(r.OpenCount).bytes(r.OpenRoots).
		number(h.Inputs).bytes(r.InputDigest).
		number(h.FinalNumber).bytes(h.FinalHash).bytes(h.FinalParent).number(h.FinalTime).
		number(h.LastNumber).bytes(h.LastHash).bytes(h.LastParent).number(h.LastTime).
		text(h.Frozen).bytes(h.Coverage).bytes(h.Window).bytes(h.Versions).sum()
}

// readOlderHead is readHead of older books. They have no tree.
func readOlderHead(tx *gorm.DB) (*headRow, error) {
	var row olderHead
	if err := tx.Table("head").Take(&row).Error; err != nil {
		return nil, err
	}
	if row.Row.ID != 1 || !bytes.Equal(row.Row.Seal, row.seal()) {
		return nil, ledger.Differs("head", "its only row", "it is not what was sealed")
	}
	return &row.Row, nil
}

type olderInput struct {
	Sequence int64
	Kind     string
	Payload  []byte
	Previous []byte
	Digest   []byte
}

func (r *olderInput) seal() []byte {
	return newDigest("input").number(r.Sequence).text(r.Kind).bytes(r.Payload).bytes(r.Previous).sum()
}

// olderInputs reads the next inputs of older books, some at most, each checked against the digest of the one before it.
func olderInputs(tx *gorm.DB, next int64, some int, digest []byte) (found []fold.Input, last []byte, err error) {
	var rows []olderInput
	if err := tx.Table("input").Where("sequence >= ?", next).Order("sequence").Limit(some).Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	for i := range rows {
		r := &rows[i]
		if digest == nil {
			digest = r.Previous
		}
		if r.Sequence != next+int64(i) || !bytes.Equal(r.Previous, digest) || !bytes.Equal(r.Digest, r.seal()) {
			return nil, nil, ledger.Differs("input", fmt.Sprintf("sequence %d", next+int64(i)), "it is missing, or not what was recorded")
		}
		digest = r.Digest
		found = append(found, fold.Input{Sequence: uint64(r.Sequence), Kind: fold.InputKind(r.Kind), Payload: r.Payload})
	}
	return found, digest, nil
}

// olderState is what State says of older books.
func olderState(row *headRow, state *engine.State) (err error) {
	state.Inputs = uint64(row.Inputs)
	state.Ledger = ledger.Head{Sequence: uint64(row.Sequence), Booked: row.Booked, Inputs: uint64(row.Inputs)}
	var ok bool
	if state.Ledger.Hash, ok = read32(row.Hash); !ok {
		return errNoHead
	}
	state.Cursor, state.Frozen, err = row.chain()
	return err
}
