package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/sync/errgroup"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// savedPart is how many bytes of the saved fold a row has at most: each packed by itself, so that one is unpacked while the
// next is read.
const savedPart = 2 << 20

// mostParts is how many parts a saved fold has at most: many times what ten million wallets need. Room is made for usualParts before
// they are read.
const mostParts, usualParts = 32 << 10, 512

// savedRow is a part of the saved fold.
type savedRow struct {
	Part   int64  `gorm:"primaryKey;autoIncrement:false;not null"` // from 0
	Parts  int64  `gorm:"not null"`                                // how many there are
	Inputs int64  `gorm:"not null"`
	Events int64  `gorm:"not null"`
	Texts  []byte `gorm:"not null"` // in the first part
	Made   []byte `gorm:"not null"` // which builds may read it
	Bytes  []byte `gorm:"not null"`
	Seal   []byte `gorm:"not null"`
}

func (savedRow) TableName() string { return "saved" }

func (r *savedRow) seal() []byte {
	return newDigest("saved").number(r.Part).number(r.Parts).number(r.Inputs).number(r.Events).
		bytes(r.Texts).bytes(r.Made).bytes(r.Bytes).sum()
}

// Saved is the saved fold; nil where there is none. One that is not what was saved is a *ledger.Difference.
func (s *Store) Saved(ctx context.Context) (saved *fold.Saved, err error) {
	if s.access == forInputs {
		return nil, nil //nolint:nilnil // they may be of before it, and are read whole
	}
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		saved, err = readSaved(tx)
		return err
	})
	return saved, err
}

func readSaved(tx *gorm.DB) (*fold.Saved, error) {
	rows, err := tx.Model(&savedRow{}).Select("part, parts, inputs, events, texts, made, bytes, seal").Order("part").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(savedPart))
	if err != nil {
		return nil, err
	}
	defer unpack.Close()
	var s savedParts
	var group errgroup.Group
	packed, free := make(chan []byte, 2), make(chan []byte, 3) // memory that is used again is not paid for again
	group.Go(func() (err error) {
		for part := range packed {
			b := part
			if err == nil && s.unpacked == nil {
				s.unpacked = make([]byte, 0, s.most)
			}
			if err == nil {
				b, err = unpack.DecodeAll(b, s.unpacked[len(s.unpacked):]) // which is where append puts it
				s.unpacked = append(s.unpacked, b...)
			}
			free <- part[:0]
		}
		return err
	})
	for range cap(free) {
		free <- nil
	}
	for rows.Next() && err == nil { // in this order: Next gives back what Scan took of the driver
		var r savedRow
		var raw sql.RawBytes // the driver's own, until the next row
		if err = rows.Scan(&r.Part, &r.Parts, &r.Inputs, &r.Events, &r.Texts, &r.Made, &raw, &r.Seal); err == nil {
			r.Bytes = raw
			if err = s.take(&r); err == nil {
				packed <- append(<-free, raw...)
			}
		}
	}
	close(packed)
	bad := group.Wait()
	switch err = errors.Join(err, rows.Err()); {
	case err != nil:
		return nil, err
	case s.count == 0:
		return nil, nil //nolint:nilnil // nothing is saved
	case s.count < s.first.Parts:
		return nil, savedDiffers(s.count)
	}
	made, ok := read32(s.first.Made)
	saved := &fold.Saved{Inputs: uint64(s.first.Inputs), Events: uint64(s.first.Events), Texts: s.first.Texts, By: made, Bytes: s.unpacked}
	switch {
	case !ok, bad != nil && saved.Usable():
		return nil, ledger.Differs("saved", "all parts", "they cannot be unpacked")
	case bad != nil:
		saved.Bytes = nil // another build packed it, in its own way
	}
	return saved, nil
}

// savedParts are the rows that were read.
type savedParts struct {
	first    savedRow
	count    int64
	most     int64 // bytes that all of them have at most
	unpacked []byte
}

// take takes the next row; the error is a *ledger.Difference.
func (s *savedParts) take(r *savedRow) error {
	if s.count == 0 {
		s.first, s.most = *r, min(r.Parts, usualParts)*savedPart
		s.first.Bytes = nil
	}
	first := &s.first
	if r.Part != s.count || r.Part >= r.Parts || r.Parts > mostParts || r.Parts != first.Parts || r.Inputs != first.Inputs ||
		r.Events != first.Events || !bytes.Equal(r.Made, first.Made) || !bytes.Equal(r.Seal, r.seal()) {
		return savedDiffers(s.count)
	}
	s.count++
	return nil
}

func savedDiffers(part int64) error {
	return ledger.Differs("saved", fmt.Sprintf("part %d", part), "it is missing, or not what was sealed")
}

// Save puts a saved fold in the place of the one before. One of fewer inputs, which somebody slower made, is left out.
func (s *Store) Save(ctx context.Context, saved *fold.Saved) error {
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	var rows []savedRow
	for part := range slices.Chunk(saved.Bytes, savedPart) {
		rows = append(rows, savedRow{
			Part: int64(len(rows)), Parts: int64((len(saved.Bytes) + savedPart - 1) / savedPart),
			Inputs: int64(saved.Inputs), Events: int64(saved.Events),
			Texts: []byte{}, Made: saved.By[:], Bytes: pack.EncodeAll(part, nil),
		})
	}
	rows[0].Texts = append(rows[0].Texts, saved.Texts...)
	return s.write(ctx, func(tx *transaction) error {
		var before savedRow
		if err := tx.Limit(1).Find(&before).Error; err != nil {
			return err
		}
		if before.Inputs > int64(saved.Inputs) && bytes.Equal(before.Made, saved.By[:]) {
			return nil
		}
		if err := tx.Where("part >= 0").Delete(&savedRow{}).Error; err != nil {
			return err
		}
		for i := range rows {
			rows[i].Seal = rows[i].seal()
			if err := tx.Create(&rows[i]).Error; err != nil {
				return err
			}
		}
		return nil
	})
}
