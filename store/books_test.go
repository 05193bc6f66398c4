package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// header is a cursor at two blocks.
func header(final, head uint64) engine.Cursor {
	at := func(n uint64) engine.Header {
		h := engine.Header{Number: n, Time: 1_700_000_000 + n, Parent: [32]byte{31: byte(n - 1)}}
		h.Hash = [32]byte{30: 1, 31: byte(n)}
		return h
	}
	return engine.Cursor{Final: at(final), Head: at(head)}
}

// fillBooks puts something into every table.
func fillBooks(t testing.TB, s *Store) {
	t.Helper()
	ctx := context.Background()
	drafts := purchases(0, 40, noon(0))
	for i := range drafts {
		drafts[i].Effective, drafts[i].Booked = noon(i/10), noon(i/10)
	}
	c := engine.Commit{Cursor: to(header(5, 7)), Drafts: drafts,
		Covered: []engine.Span{{From: 1, To: 4, Level: engine.ProofFull}, {From: 5, To: 7, Level: engine.ProofEvents}},
		Headers: []engine.Header{header(6, 7).Final, header(6, 7).Head}}
	for i := range 240 { // a tile's worth of leaves
		in := fold.Input{Kind: fold.InputBlock, Payload: []byte(fmt.Sprintf("block %d", i))}
		c.Inputs = append(c.Inputs, engine.Taken{Input: in, After: i / 6})
	}
	_, err := s.Commit(ctx, c)
	must(t, err)
	live, err := s.Live(ctx, 19_000_001, hashOf(1, "block"))
	must(t, err)
	_, err = commit(s, engine.Commit{Drafts: []ledger.Draft{
		ledger.Reverse(&live[0], noon(5), "reorg"),
		{Kind: "share", Program: "gpunet", Rule: "1", Effective: noon(5), Booked: noon(5), Source: ledger.JobSource("month", "2024-04"),
			Postings: []ledger.Posting{
				{From: mustAccount(ledger.RevenueIncome("fiat")), To: ledger.FundAccount(ledger.ShareFund), Amount: money.Units(usdt, 1_000_000)}}},
	}, Inputs: []engine.Taken{{After: 2,
		Input: fold.IncidentInput(&engine.Incident{Time: noon(6), Text: "an endpoint contradicts another"})}}})
	must(t, err)
	must(t, s.Save(ctx, &fold.Saved{Inputs: 200, Events: 40, Texts: []byte("texts"), By: hashOf(1, "build"), Bytes: []byte("a fold")}))
}

func mustAccount(a ledger.Account, err error) ledger.Account {
	if err != nil {
		panic(err)
	}
	return a
}

// dump is the content of every table as text.
func dump(t testing.TB, db *gorm.DB) string {
	t.Helper()
	var out []string
	tables, err := db.Migrator().GetTables()
	must(t, err)
	for _, table := range tables {
		rows, err := db.Table(table).Rows()
		must(t, err)
		columns, err := rows.Columns()
		must(t, err)
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			must(t, rows.Scan(into...))
			out = append(out, fmt.Sprintf("%s %v", table, values))
		}
		must(t, rows.Err())
		must(t, rows.Close()) //nolint:sqlclosecheck // a failure before this ends the test
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}
