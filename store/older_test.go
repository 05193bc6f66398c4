package store

import (
	"compress/gzip"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/nodeledger/nodeledger/ledger"
)

// headOfVersion3 is where the books of testdata/version-3.db.gz end, as the program that made them said: two months of the demonstration
// (seed 7, 25 purchases) at e756f5f6, when the journal had its keys as text.
const headOfVersion3 = "0x15fb06487900e76ad07f54a68b3b46d54c32fb8a9a95761e2394bb6fc8f23c53"

func booksOfVersion3(t *testing.T) string {
	t.Helper()
	packed, err := os.Open("testdata/version-3.db.gz")
	must(t, err)
	defer packed.Close()
	content, err := gzip.NewReader(packed)
	must(t, err)
	whole, err := io.ReadAll(content)
	must(t, err)
	file := filepath.Join(t.TempDir(), "books.db")
	must(t, os.WriteFile(file, whole, 0o600))
	return file
}

// booksOfVersion3InPostgres has the same rows in the tables of that version.
func booksOfVersion3InPostgres(t *testing.T) string {
	t.Helper()
	ctx, dsn := context.Background(), databases[1].make(t)
	from, err := sql.Open("sqlite", booksOfVersion3(t))
	must(t, err)
	defer from.Close()
	to, err := sql.Open("pgx", dsn)
	must(t, err)
	defer to.Close()
	_ = stdlib.GetDefaultDriver() // which sql.Open finds by its name
	p, err := provider(goose.DialectPostgres, to)
	must(t, err)
	_, err = p.UpTo(ctx, 3)
	must(t, err)
	for _, table := range []string{"account", "journal", "posting", "balance", "day_delta", "tile", "input", "identity", "coverage",
		`"window"`, "head"} {
		copyRows(t, from, to, table)
	}
	return dsn
}

func copyRows(t *testing.T, from, to *sql.DB, table string) {
	t.Helper()
	rows, err := from.QueryContext(t.Context(), "SELECT * FROM "+table+" ORDER BY 1")
	must(t, err)
	defer rows.Close()
	columns, err := rows.Columns()
	must(t, err)
	places, names := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		places[i], names[i] = fmt.Sprintf("$%d", i+1), `"`+c+`"`
	}
	insert := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(names, ", "), strings.Join(places, ", "))
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		_, err := to.ExecContext(t.Context(), insert, values...)
		must(t, err)
	}
	must(t, rows.Err())
}

// Books of version 3 open, are what they were, and go on; every transaction is found by its key.
func TestBooksOfVersion3GoOn(t *testing.T) {
	for name, make := range map[string]func(*testing.T) string{"sqlite": booksOfVersion3, "postgresql": booksOfVersion3InPostgres} {
		t.Run(name, func(t *testing.T) {
			dsn := make(t)
			if _, err := ConnectReadOnly(t.Context(), dsn); err == nil || !strings.Contains(err.Error(), "are of version 3") {
				t.Fatalf("they are read before they are brought up: %v", err)
			}
			s, err := Connect(t.Context(), dsn)
			must(t, err)
			defer s.Close()
			v := verified(t, s)
			if v.Head.Hash.String() != headOfVersion3 || v.Transactions != 173 {
				t.Fatalf("%d transactions, %s", v.Transactions, v.Head)
			}
			found := 0
			for tx, err := range s.Transactions(t.Context(), 1) {
				must(t, err)
				again, err := s.Keyed(t.Context(), tx.Source.Key())
				must(t, err)
				if again == nil || again.Sequence != tx.Sequence || again.Hash != tx.Hash {
					t.Fatalf("%s is found as %+v", tx.Source.Key(), again)
				}
				found++
			}
			if found != 173 {
				t.Errorf("%d transactions", found)
			}
			state, err := s.State(t.Context())
			must(t, err)
			if log, err := s.Keyed(t.Context(), ledger.JobSource("none", "2024-01-01").Key()); log != nil || err != nil {
				t.Errorf("%v, %v", log, err)
			}
			late := purchase(1, noon(1000))
			late.Booked = time.Unix(state.Ledger.Booked, 0).UTC()
			head, err := book(s, late)
			must(t, err)
			if head.Sequence != 174 {
				t.Errorf("it goes on to %s", head)
			}
		})
	}
}
