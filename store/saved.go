package store

import (
	"bytes"
	"context"
	"fmt"

	"github.com/klauspost/compress/zstd"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// savedPart bounds what a row of the saved fold holds, in bytes.
const savedPart = 1 << 20

// mostSaved bounds a saved fold that is read, in bytes: many times what ten million wallets need.
const mostSaved = 64 << 30

// savedRow is a part of the saved fold, compressed as one.
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
	var rows []savedRow
	if err := tx.Order("part").Find(&rows).Error; err != nil || len(rows) == 0 {
		return nil, err
	}
	var packed []byte
	first := &rows[0]
	for i := range rows {
		r := &rows[i]
		if r.Part != int64(i) || r.Parts != int64(len(rows)) || r.Inputs != first.Inputs || r.Events != first.Events ||
			!bytes.Equal(r.Made, first.Made) || !bytes.Equal(r.Seal, r.seal()) {
			return nil, ledger.Differs("saved", fmt.Sprintf("part %d", i), "it is missing, or not what was sealed")
		}
		packed = append(packed, r.Bytes...)
	}
	made, ok := read32(first.Made)
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostSaved))
	if err != nil {
		return nil, err
	}
	defer unpack.Close()
	b, err := unpack.DecodeAll(packed, nil)
	if err != nil || !ok {
		return nil, ledger.Differs("saved", "all parts", "they cannot be unpacked")
	}
	return &fold.Saved{Inputs: uint64(first.Inputs), Events: uint64(first.Events), Texts: first.Texts, By: made, Bytes: b}, nil
}

// Save puts a saved fold in the place of the one before. One of fewer inputs, which somebody slower made, is left out.
func (s *Store) Save(ctx context.Context, saved *fold.Saved) error {
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	packed := pack.EncodeAll(saved.Bytes, nil)
	var rows []savedRow
	for begin := 0; begin < len(packed); begin += savedPart {
		rows = append(rows, savedRow{
			Part: int64(len(rows)), Parts: int64((len(packed) + savedPart - 1) / savedPart),
			Inputs: int64(saved.Inputs), Events: int64(saved.Events),
			Texts: []byte{}, Made: saved.By[:], Bytes: packed[begin:min(begin+savedPart, len(packed))],
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
