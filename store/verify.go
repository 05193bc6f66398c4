package store

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// Verify reads every table once, in one state of the books, and recomputes what each must hold. It reports the first
// place that differs as *ledger.Difference, causes before their consequences: the database's own structure, the seals of
// the small tables, accounts, inputs, journal and postings, balances, days, the tree, and the head at last. It keeps
// accounts and balances in memory, inputs and journal stream. Nothing is changed.
func (s *Store) Verify(ctx context.Context) (verified engine.Verification, err error) {
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		v := &verification{ctx: ctx, tx: tx, dialect: s.dialect, byID: map[int64]ledger.Account{}}
		for _, step := range []func() error{
			func() error { return s.dialect.intact(ctx, tx) },
			v.head, v.smallTables, v.accounts, v.journal, v.balances, v.days, v.tiles, v.headIsLast,
		} {
			if err := step(); err != nil {
				return err
			}
		}
		verified = engine.Verification{Transactions: v.ledger.Head().Sequence, Postings: v.ledger.Postings(), Head: v.ledger.Head(),
			Balances: v.ledger.Balances().Root()}
		return nil
	})
	var difference *ledger.Difference
	switch {
	case err == nil || ctx.Err() != nil:
		return verified, err
	case errors.As(err, &difference):
		return engine.Verification{}, &ledger.Difference{Table: difference.Table, Row: printable(difference.Row),
			Text: printable(difference.Text)}
	case s.dialect.damaged(err):
		return engine.Verification{}, ledger.Differs("database", s.where, "it cannot be read: %v", oneLine(err))
	}
	return engine.Verification{}, oneLine(err)
}

// printable is text with every sign that could disturb a terminal or break the line replaced: rubbish may be quoted in it.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}

type verification struct {
	ctx     context.Context
	tx      *gorm.DB
	dialect dialect
	row     *headRow // nil when the books were never opened
	byID    map[int64]ledger.Account
	ids     map[ledger.Account]int64
	used    int64 // accounts have been used up to this id
	wides   map[int64]bool
	ledger  ledger.Verifier
	read    int64         // inputs that were read and checked
	waiting []placedInput // those of them that do not have their place in the tree yet
	placed  int64         // after how many transactions the last of them comes
}

// head checks the head's row against its own seal; whether it tells the truth is checked at the end.
func (v *verification) head() error {
	for _, t := range []string{"identity", "head"} {
		var n int64
		if err := v.tx.Table(t).Count(&n).Error; err != nil {
			return err
		}
		if n > 1 {
			return ledger.Differs(t, "all rows", "there are %d rows instead of one", n)
		}
	}
	row, err := readHead(v.tx)
	if err == nil {
		v.row = row
	} else if !errors.Is(err, gorm.ErrRecordNotFound) {
		return err
	}
	_, err = readIdentity(v.tx)
	switch missing := errors.Is(err, gorm.ErrRecordNotFound); {
	case missing && v.row == nil:
		return nil
	case missing:
		return ledger.Differs("identity", "its only row", "it is missing")
	case err == nil && v.row == nil:
		return ledger.Differs("head", "its only row", "it is missing")
	}
	return err
}

// smallTables checks the small tables against their digests in the head's row.
func (v *verification) smallTables() error {
	spans, covered, err := readCoverage(v.tx)
	if err != nil {
		return err
	}
	for i, s := range spans {
		name := fmt.Sprintf("first %d", s.From)
		if s.From > s.To || s.To > math.MaxInt64 || i > 0 && s.From <= spans[i-1].To {
			return ledger.Differs("coverage", name, "it is not a stretch of blocks after the one before it")
		}
	}
	_, window, err := readWindow(v.tx)
	if err != nil {
		return err
	}
	if _, err := readSaved(v.tx); err != nil {
		return err
	}
	versions, err := v.dialect.versions(v.tx)
	if err != nil {
		return err
	}
	row := v.row
	if row == nil {
		row = &headRow{Coverage: combineSeals(nil), Window: combineSeals(nil), Versions: newDigest("versions").text(versions).sum()}
	}
	for _, t := range []struct {
		name         string
		have, sealed []byte
	}{
		{"coverage", combineSeals(covered), row.Coverage}, {"window", combineSeals(window), row.Window},
		{versionTable, newDigest("versions").text(versions).sum(), row.Versions},
	} {
		if string(t.have) != string(t.sealed) {
			return ledger.Differs(t.name, "all rows", "they are not what the head's row was sealed with")
		}
	}
	return nil
}

// headIsLast compares the head with what the journal says.
func (v *verification) headIsLast() error {
	if v.row == nil {
		return v.mustBeEmpty("journal", int64(v.ledger.Head().Sequence))
	}
	truth := *v.row
	truth.setLedger(v.ledger.Head())
	if string(truth.seal()) != string(v.row.seal()) {
		stored, _, _, err := v.row.read()
		if err != nil {
			return err
		}
		return ledger.Differs("head", "its only row", "it says %s with root %s, the journal ends at %s with root %s", stored, stored.Root(),
			v.ledger.Head(), v.ledger.Head().Root())
	}
	return nil
}

func (v *verification) mustBeEmpty(table string, n int64) error {
	if v.row == nil && n > 0 {
		return ledger.Differs(table, "all rows", "there are %d, but no head", n)
	}
	return nil
}
