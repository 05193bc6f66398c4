package store

import (
	"context"
	"iter"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// chartMigration is the version of the migration that writes down which chart of accounts books are kept by. Those of before have
// the first one.
const chartMigration = 2

// chartOf is the chart of the books in tables of a version; zero when there are none yet.
func chartOf(db *gorm.DB, version int64) (chart int64, err error) {
	column := "chart"
	if version < chartMigration {
		column = "1"
	}
	var found []int64
	if err := db.Model(&identityRow{}).Select(column).Limit(1).Scan(&found).Error; err != nil || len(found) == 0 {
		return 0, err
	}
	return found[0], nil
}

// OldChart is the code of the refusal of books that have an older chart of accounts.
const OldChart problem.Code = "old-chart"

// checkForm refuses books that are kept by another chart of accounts, since what they say would not be understood, and books without
// the tree over everything.
func (s *Store) checkForm(named string) error {
	switch {
	case s.chart > ledger.ChartVersion:
		return problem.Conflictf("the books in %s have chart of accounts %d, this program knows %d: install a newer nodeledger", s.where,
			s.chart, ledger.ChartVersion)
	case s.chart != 0 && s.chart < ledger.ChartVersion:
		return problem.New(problem.Conflict, OldChart, "the books in %s have an older chart of accounts (%d, this program keeps %d): "+
			"make new ones from what they recorded with `nodeledger rebuild --from %s --db NEW`", s.where, s.chart, ledger.ChartVersion, named)
	case s.older:
		return problem.New(problem.Conflict, OldChart, "the books in %s are of an older form, without a tree over everything: make new ones "+
			"from what they recorded with `nodeledger rebuild --from %s --db NEW`", s.where, named)
	}
	return nil
}

// ConnectInputs opens existing books of this chart of accounts or of an older one, without ever changing them, for a rebuild: what
// they recorded can be read, their journal and accounts only where they have this chart.
func ConnectInputs(ctx context.Context, dsn string) (*Store, error) {
	return connect(ctx, dsn, forInputs)
}

// Chart is the chart of accounts that the books are kept by; zero when there are none yet.
func (s *Store) Chart() int64 { return s.chart }

// OlderBalances are the balances of books of an older chart, with the paths of their accounts as they stand there.
func (s *Store) OlderBalances(ctx context.Context) iter.Seq2[engine.OlderBalance, error] {
	return func(yield func(engine.OlderBalance, error) bool) {
		more := true
		err := s.readTx(ctx, func(tx *gorm.DB) error {
			return eachRawBalance(tx, "", func(path string, r *balanceRow) (bool, error) {
				b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
				if err != nil {
					return false, ledger.Differs("balance", r.name(), "%v", err)
				}
				more = yield(engine.OlderBalance{Path: path, Balance: b}, nil)
				return more, nil
			})
		})
		if err != nil && more {
			yield(engine.OlderBalance{}, err)
		}
	}
}
