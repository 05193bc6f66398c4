package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// addSpan adds a span to spans that are in order and apart. Where they overlap the new one holds, because it is the newest
// proof of those blocks; neighbours of one level become one.
//
//	[1-10 receipts] [11-20 none] + [8-12 events] = [1-7 receipts] [8-12 events] [13-20 none]
func addSpan(spans []engine.Span, add engine.Span) []engine.Span {
	var out []engine.Span
	for _, s := range spans {
		if s.From < add.From {
			out = append(out, engine.Span{From: s.From, To: min(s.To, add.From-1), Level: s.Level})
		}
	}
	out = append(out, add)
	for _, s := range spans {
		if s.To > add.To {
			out = append(out, engine.Span{From: max(s.From, add.To+1), To: s.To, Level: s.Level})
		}
	}
	merged := out[:1]
	for _, s := range out[1:] {
		if last := &merged[len(merged)-1]; last.Level == s.Level && last.To+1 == s.From {
			last.To = s.To
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}

// coveredTo is spans without the blocks above one.
func coveredTo(spans []engine.Span, last uint64) (covered []engine.Span) {
	for _, s := range spans {
		if s.From <= last {
			covered = append(covered, engine.Span{From: s.From, To: min(s.To, last), Level: s.Level})
		}
	}
	return covered
}

// writeCoverage takes out the blocks above the commit's fork, merges its spans into the table and puts the digest into the head's row.
func writeCoverage(tx *gorm.DB, row *headRow, c *engine.Commit) error {
	if len(c.Covered) == 0 && c.Fork == nil {
		return nil
	}
	spans, seals, err := readCoverage(tx)
	if err != nil {
		return err
	}
	if string(combineSeals(seals)) != string(row.Coverage) {
		return ledger.Differs("coverage", "all rows", "they are not what was sealed")
	}
	gone := map[engine.Span]bool{}
	for _, s := range spans {
		gone[s] = true
	}
	if c.Fork != nil {
		spans = coveredTo(spans, *c.Fork)
	}
	for _, s := range c.Covered {
		spans = addSpan(spans, s)
	}
	seals = seals[:0]
	var fresh []coverageRow
	for _, s := range spans {
		r := storeSpan(s)
		seals = append(seals, r.Seal)
		if gone[s] {
			delete(gone, s)
		} else {
			fresh = append(fresh, r)
		}
	}
	row.Coverage = combineSeals(seals)
	for s := range gone {
		if err := tx.Where(&coverageRow{First: int64(s.From)}, "First").Delete(&coverageRow{}).Error; err != nil {
			return err
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return tx.CreateInBatches(fresh, 1000).Error
}

func storeSpan(s engine.Span) coverageRow {
	r := coverageRow{First: int64(s.From), Last: int64(s.To), Level: string(s.Level)}
	r.Seal = r.seal()
	return r
}

// readCoverage reads all spans in order, and the seals of their rows. What was tampered with is a *ledger.Difference.
func readCoverage(tx *gorm.DB) (spans []engine.Span, seals [][]byte, err error) {
	var rows []coverageRow
	if err := tx.Order("first").Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		if string(r.Seal) != string(r.seal()) {
			return nil, nil, ledger.Differs("coverage", fmt.Sprintf("first %d", r.First), "it is not what was sealed")
		}
		spans = append(spans, engine.Span{From: uint64(r.First), To: uint64(r.Last), Level: engine.Proof(r.Level)})
		seals = append(seals, r.Seal)
	}
	return spans, seals, nil
}

// Coverage is every span in order.
func (s *Store) Coverage(ctx context.Context) (spans []engine.Span, err error) {
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		spans, _, err = readCoverage(tx)
		return err
	})
	return spans, err
}
