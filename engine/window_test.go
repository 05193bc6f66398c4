package engine_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
)

// sealed is a digest of fields as the store makes them.
func sealed(domain string, fields ...any) []byte {
	sum := sha256.New()
	number := func(n uint64) { sum.Write(binary.BigEndian.AppendUint64(nil, n)) }
	text := func(b []byte) { number(uint64(len(b))); sum.Write(b) }
	text([]byte("nodeledger/" + domain + "/1"))
	for _, f := range fields {
		switch v := f.(type) {
		case uint64:
			number(v)
		case []byte:
			text(v)
		}
	}
	return sum.Sum(nil)
}

// putWindow puts other headers into the table of those that are not final, all seals made anew, and leaves the rest as it is.
func putWindow(t *testing.T, dsn string, headers []engine.Header) {
	t.Helper()
	c := &crime{t: t, dsn: dsn}
	all := []any{uint64(len(headers))}
	statements := []string{`DELETE FROM "window"`}
	for _, h := range headers {
		seal := sealed("window", h.Number, h.Hash[:], h.Parent[:], h.Time)
		all = append(all, seal)
		values := fmt.Sprintf("(%d, x'%x', x'%x', %d, x'%x')", h.Number, h.Hash[:], h.Parent[:], h.Time, seal)
		statements = append(statements, `INSERT INTO "window" (number, hash, parent, time, seal) VALUES `+values)
	}
	statements = append(statements, "UPDATE head SET \"window\" = x'"+hex.EncodeToString(sealed("rows", all...))+"'")
	c.unseen(statements...)
	c.seal()
}

// A purchase that left the chain does not become final where the headers that are not final are put right in the database, all of them or
// the last one: they must lead to the head that the process knows, and have what is pending.
func TestHeadersThatWerePutRightMakeNothingFinal(t *testing.T) {
	for name, from := range map[string]int{"all of them": 2, "the last one": 1} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			dsn := filepath.Join(t.TempDir(), "books.db")
			s, err := store.Connect(ctx, dsn)
			fatal(t, err)
			defer s.Close()
			w, e := fundedIn(t, s)
			w.Uncounted = true
			e.VerifyFirst(scratched)
			fatal(t, e.MayPay(ctx))
			w.Mine(w.Buy(60, 0, 3))
			w.Mine()
			fatal(t, e.Sync(ctx, nil)) // it is pending, and was fetched by this process
			headers, err := s.Window(ctx)
			fatal(t, err)
			w.Cut(2)
			w.Mine() // the purchase left the chain
			w.Mine()
			for i := range from {
				headers[len(headers)-1-i] = w.Blocks[len(w.Blocks)-1-i].Header
			}
			putWindow(t, dsn, headers)
			w.Finalise(0)
			if err := e.Sync(ctx, nil); !isDifference(err) {
				t.Errorf("sync: %v", err)
			}
			if at := stateOf(t, s); at.Cursor.Final.Number == w.Final {
				t.Errorf("the books are final to %s", at.Cursor.Final)
			}
		})
	}
}
