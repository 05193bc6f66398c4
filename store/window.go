package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// writeWindow forgets the headers above c.Fork, adds c.Headers, and forgets those at or below the final block.
func writeWindow(tx *gorm.DB, row *headRow, c *engine.Commit) error {
	headers, seals, err := readWindow(tx)
	if err != nil {
		return err
	}
	if string(combineSeals(seals)) != string(row.Window) {
		return ledger.Differs("window", "all rows", "they are not what was sealed")
	}
	before, after := map[uint64]engine.Header{}, map[uint64]engine.Header{}
	for _, h := range headers {
		before[h.Number] = h
		if c.Fork == nil || h.Number <= *c.Fork {
			after[h.Number] = h
		}
	}
	for _, h := range c.Headers {
		after[h.Number] = h
	}
	_, cursor, _, err := row.read()
	if err != nil {
		return err
	}
	maps.DeleteFunc(after, func(n uint64, _ engine.Header) bool { return n <= cursor.Final.Number })
	if maps.Equal(before, after) {
		return nil
	}
	var gone []int64
	for n := range before {
		if _, stays := after[n]; !stays {
			gone = append(gone, int64(n))
		}
	}
	var fresh []windowRow
	seals = seals[:0]
	for _, n := range slices.Sorted(maps.Keys(after)) {
		r := storeHeader(after[n])
		seals = append(seals, r.Seal)
		if before[n] != after[n] {
			fresh = append(fresh, r)
		}
	}
	row.Window = combineSeals(seals)
	for part := range slices.Chunk(gone, 1000) {
		if err := tx.Where("number IN ?", part).Delete(&windowRow{}).Error; err != nil {
			return err
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(fresh, 1000).Error
}

func storeHeader(h engine.Header) windowRow {
	r := windowRow{Number: int64(h.Number), Hash: h.Hash[:], Parent: h.Parent[:], Time: int64(h.Time)}
	r.Seal = r.seal()
	return r
}

// readWindow reads all headers in order, and the seals of their rows. What was tampered with is a *ledger.Difference.
func readWindow(tx *gorm.DB) (headers []engine.Header, seals [][]byte, err error) {
	var rows []windowRow
	if err := tx.Order("number").Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		if string(r.Seal) != string(r.seal()) || len(r.Hash) != 32 || len(r.Parent) != 32 {
			return nil, nil, ledger.Differs("window", fmt.Sprintf("number %d", r.Number), "it is not what was sealed")
		}
		headers = append(headers, engine.Header{Number: uint64(r.Number), Hash: common.Hash(r.Hash), Parent: common.Hash(r.Parent),
			Time: uint64(r.Time)})
		seals = append(seals, r.Seal)
	}
	return headers, seals, nil
}

// Window is the headers above the final block, in order.
func (s *Store) Window(ctx context.Context) (headers []engine.Header, err error) {
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		headers, _, err = readWindow(tx)
		return err
	})
	return headers, err
}
