package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/holiman/uint256"
	"gorm.io/gorm"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/money"
)

// What is inserted and replaced in bulk reads back as it was given, however many rows there are and whichever of them
// agree in the columns that SQLite binds once for all of them.
func TestBulkWritesWhatItIsGiven(t *testing.T) {
	undone := errors.New("undone")
	most := digits(new(uint256.Int).SetAllOne().Dec())
	amounts := rapid.OneOf(rapid.Map(rapid.Uint64(), func(n uint64) digits { return digits(fmt.Sprint(n)) }),
		rapid.SampledFrom([]digits{"0", "9999", "10000", "100000000", "12340000", "100010000", "10000000000000000000000000", most}),
		rapid.Map(rapid.StringMatching(`[1-9][0-9]{0,76}`), func(s string) digits { return digits(s) }))
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		rapid.Check(t, func(t *rapid.T) {
			n := rapid.OneOf(rapid.IntRange(0, 5), rapid.SampledFrom([]int{31, 63, 64, 65, 128, 129, 400})).Draw(t, "rows")
			rows := make([]dayDeltaRow, n)
			odd := rapid.IntRange(-1, n).Draw(t, "odd") // the row where one of the repeated columns changes
			column := rapid.IntRange(0, 3).Draw(t, "column")
			for i := range rows {
				r := dayDeltaRow{Account: int64(i + 1), Day: 19_800, Asset: "ETH", Decimals: 18,
					Incoming: amounts.Draw(t, "in"), Outgoing: "0"}
				if i >= odd && odd >= 0 {
					switch column {
					case 0:
						r.Day++
					case 1:
						r.Asset = "GPOINT"
					case 2:
						r.Decimals = 0
					default:
						r.Outgoing = digits(fmt.Sprint(rapid.Uint64().Draw(t, "out")))
					}
				}
				rows[i] = r
			}
			err := s.write(ctx, func(tx *transaction) error {
				if err := tx.insert(dayDeltaTable, deltas(rows)); err != nil {
					return err
				}
				sameDays(t, tx.DB, rows, "inserted")
				for i := range rows {
					if i%3 == 0 {
						rows[i].Incoming, rows[i].Outgoing = "7", "340282366920938463463374607431768211456"
					}
				}
				if err := tx.replace(dayDeltaTable, deltas(rows)); err != nil {
					return err
				}
				sameDays(t, tx.DB, rows, "replaced")
				return undone
			})
			if !errors.Is(err, undone) {
				t.Fatal(err)
			}
		})
	})
}

// deltas is a source of rows of day_delta.
func deltas(rows []dayDeltaRow) rowSource {
	amount := func(r *dayDeltaRow, d digits) money.Amount {
		a, err := readAmount(r.Asset, r.Decimals, d)
		if err != nil {
			panic(err) // the test made it
		}
		return a
	}
	return rowsOf(len(rows), func(i int, into []any) {
		r := &rows[i]
		into[0], into[1], into[2], into[3], into[4] = r.Wide, r.Asset, r.Decimals, r.Account, r.Day
		into[5], into[6] = amount(r, r.Incoming), amount(r, r.Outgoing)
	})
}

func sameDays(t *rapid.T, tx *gorm.DB, want []dayDeltaRow, what string) {
	t.Helper()
	at := 0
	err := dayDeltaRows(tx.Order("account"), func(r *dayDeltaRow) error {
		if at == len(want) || *r != want[at] {
			t.Fatalf("%s: row %d reads %+v, there are %d", what, at, *r, len(want))
		}
		at++
		return nil
	})
	if err != nil || at != len(want) {
		t.Fatalf("%s: %d of %d rows (%v)", what, at, len(want), err)
	}
}

// A row that the tables refuse in the middle of many ends the commit, and nothing of it stays.
func TestARefusedRowAmongManyUndoesAll(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		rows := make([]dayDeltaRow, 1000)
		for i := range rows {
			rows[i] = dayDeltaRow{Account: int64(i + 1), Day: 1, Asset: "ETH", Decimals: 18, Incoming: "1", Outgoing: "0"}
		}
		for _, again := range []int{1, 63, 64, 500, 999} {
			rows[again].Account = 1
			err := s.write(ctx, func(tx *transaction) error { return tx.insert(dayDeltaTable, deltas(rows)) })
			if s.dialect.rule(err) != "another" {
				t.Fatalf("row %d stands twice: %v", again, err)
			}
			rows[again].Account = int64(again + 1)
			var n int64
			must(t, s.read.Model(&dayDeltaRow{}).Count(&n).Error)
			if n != 0 {
				t.Fatalf("%d rows stayed", n)
			}
		}
		_, err := s.Commit(ctx, engine.Commit{Drafts: purchases(0, 5, noon(0))})
		must(t, err)
		verified(t, s)
	})
}
