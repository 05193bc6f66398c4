package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/nodeledger/nodeledger/ledger"
)

// partsOf are the parts of the postings in the order of their numbers, with their bounds.
func partsOf(t *testing.T, s *Store) (parts []string) {
	t.Helper()
	must(t, s.read.Raw(`SELECT c.relname || ' ' || pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
		WHERE i.inhparent = 'posting'::regclass ORDER BY length(c.relname), c.relname`).Scan(&parts).Error)
	return parts
}

// A part that is at its limit is closed before the next transaction, and every row is in the part that its sequence says.
func TestPostingsAreKeptInParts(t *testing.T) {
	s := open(t, databases[1].make(t))
	for i := range 3 {
		_, err := book(s, purchases(10*i, 10, noon(2))...)
		must(t, err)
	}
	want := []string{
		"posting_1 FOR VALUES FROM (MINVALUE) TO ('11')", "posting_2 FOR VALUES FROM ('11') TO ('21')",
		"posting_3 FOR VALUES FROM ('21') TO (MAXVALUE)",
	}
	if have := partsOf(t, s); !slices.Equal(have, want) {
		t.Errorf("the parts are\n%s", strings.Join(have, "\n"))
	}
	var first, last int64
	must(t, s.read.Raw("SELECT min(sequence), max(sequence) FROM posting_2").Row().Scan(&first, &last))
	if first != 11 || last != 20 {
		t.Errorf("the second part has transactions %d to %d", first, last)
	}
	verified(t, s)
	for _, statement := range []string{"UPDATE posting_2 SET line = line", "DELETE FROM posting_3", "TRUNCATE posting_1", "TRUNCATE posting"} {
		err := s.dialect.transact(t.Context(), func(tx *transaction) error { return tx.Exec(statement).Error })
		if err == nil || !strings.Contains(err.Error(), " is append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	// What is taken away is missed, by the books' own count.
	must(t, s.read.Exec("ALTER TABLE posting DETACH PARTITION posting_2").Error)
	if _, err := s.Verify(t.Context()); err == nil || !strings.Contains(err.Error(), "sequence 11") {
		t.Errorf("without a part: %v", err)
	}
}

// Somebody who reads on holds up neither the books nor other readers: the part is closed later.
func TestAPartIsClosedWhenNobodyReadsIt(t *testing.T) {
	s := open(t, databases[1].make(t))
	parts := &s.dialect.(*pgDialect).postings
	_, err := book(s, purchases(0, 10, noon(2))...)
	must(t, err)
	reading, err := s.dialect.(*pgDialect).pool.BeginTx(t.Context(), &sql.TxOptions{ReadOnly: true})
	must(t, err)
	defer reading.Rollback()
	var n int
	must(t, reading.QueryRow("SELECT count(*) FROM posting").Scan(&n))
	_, err = book(s, purchases(10, 10, noon(2))...)
	must(t, err)
	if have := partsOf(t, s); len(have) != 1 {
		t.Errorf("beside a reader the parts are %q", have)
	}
	must(t, reading.Rollback())
	_, err = book(s, purchases(20, 10, noon(2))...) // it is not tried again at once
	must(t, err)
	if have := partsOf(t, s); len(have) != 1 {
		t.Errorf("after a moment the parts are %q", have)
	}
	parts.TryAt(time.Now())
	_, err = book(s, purchases(30, 10, noon(2))...)
	must(t, err)
	if have := partsOf(t, s); len(have) != 2 || !strings.HasSuffix(have[1], "FROM ('31') TO (MAXVALUE)") {
		t.Errorf("later the parts are %q", have)
	}
	verified(t, s)
	if head, err := s.State(t.Context()); err != nil || head.Ledger.Sequence != 40 {
		t.Errorf("%v, %v", head, err)
	}
}

// A server that may not begin a part books on.
func TestAPartThatIsRefusedIsPutOff(t *testing.T) {
	s := open(t, databases[1].make(t))
	_, err := book(s, purchases(0, 10, noon(2))...)
	must(t, err)
	must(t, s.read.Exec("CREATE TABLE posting_2 (n bigint)").Error) // the name is taken
	for i := 1; i < 3; i++ {
		_, err = book(s, purchases(10*i, 10, noon(2))...)
		must(t, err)
	}
	must(t, s.read.Exec("DROP TABLE posting_2").Error)
	s.dialect.(*pgDialect).postings.TryAt(time.Now())
	_, err = book(s, purchases(30, 10, noon(2))...)
	must(t, err)
	if have := partsOf(t, s); len(have) != 2 {
		t.Errorf("the parts are %q", have)
	}
	verified(t, s)
}

// What a commit wrote and took back fills no part with rows.
func TestARefusedCommitFillsNoPart(t *testing.T) {
	s := open(t, databases[1].make(t))
	_, err := book(s, purchases(0, 10, noon(2))...)
	must(t, err)
	bad := purchases(10, streamed, noon(2))
	bad[streamed-1].Reverses = 99
	for range 2 {
		if _, err := book(s, bad...); err == nil {
			t.Fatal("it reverses what is not there")
		}
	}
	_, err = book(s, purchases(20, 10, noon(2))...)
	must(t, err)
	if have := partsOf(t, s); len(have) != 2 || !strings.HasSuffix(have[0], "TO ('11')") {
		t.Errorf("the parts are %q", have)
	}
	verified(t, s)
}

// Books of before are brought over as they are: what they have is the first part.
func TestBooksOfOneTableBecomeParts(t *testing.T) {
	dsn := databases[1].make(t)
	s, err := Connect(context.Background(), dsn)
	must(t, err)
	must(t, s.Open(context.Background(), identity))
	_, err = book(s, purchases(0, 40, noon(2))...)
	must(t, err)
	must(t, s.read.Exec("GRANT SELECT ON posting_1 TO PUBLIC").Error)
	before, err := s.State(t.Context())
	must(t, err)
	for _, statement := range []string{
		"ALTER TABLE posting DETACH PARTITION posting_1", "DROP TABLE posting", "ALTER TABLE posting_1 RENAME TO posting",
		"ALTER INDEX posting_1_pkey RENAME TO posting_pkey",
		"DROP INDEX posting_1_wide_from_id_effective_idx", "DROP INDEX posting_1_wide_to_id_effective_idx",
		"CREATE INDEX posting_from ON posting (wide, from_id, effective, sequence, line)",
		"CREATE INDEX posting_to ON posting (wide, to_id, effective, sequence, line)",
		fmt.Sprintf("DELETE FROM %s WHERE version_id > 5", versionTable),
	} {
		must(t, s.read.Exec(statement).Error)
	}
	known, err := newest(goose.DialectPostgres)
	must(t, err)
	must(t, s.Close())
	old := fmt.Sprintf("of version 5, this program reads %d", known)
	if _, err := ConnectReadOnly(t.Context(), dsn); err == nil || !strings.Contains(err.Error(), old) {
		t.Errorf("read before they are brought over: %v", err)
	}
	s = open(t, dsn)
	after, err := s.State(t.Context())
	must(t, err)
	if after.Ledger.Hash != before.Ledger.Hash || verified(t, s).Head.Sequence != before.Ledger.Sequence {
		t.Errorf("the books end at %v, before at %v", after.Ledger, before.Ledger)
	}
	var may string
	must(t, s.read.Raw("SELECT relacl::text FROM pg_class WHERE oid = 'posting'::regclass").Scan(&may).Error)
	if !strings.Contains(may, "=r/") {
		t.Errorf("the rights on the postings are %s", may)
	}
	_, err = book(s, payEverybody(900, 9, 0, ledger.WidePostings))
	must(t, err)
	if have := partsOf(t, s); len(have) != 2 {
		t.Errorf("the parts are %q", have)
	}
	verified(t, s)
}

// A page of a pool that thousands of postings moved reads about a page of each part, though the index has only the time: what is of one
// second is sorted, and nothing else is.
func TestAPageReadsAPageOfEachPart(t *testing.T) {
	s := open(t, databases[1].make(t))
	for day := range 3 {
		var drafts []ledger.Draft
		for i := range 1_000 {
			drafts = append(drafts, purchase(1_000*day+i, noon(day).Add(time.Duration(i/10)*time.Second)))
		}
		_, err := book(s, drafts...)
		must(t, err)
	}
	seen := &recorder{Interface: logger.Discard, texts: map[string]bool{}}
	s.read = s.read.Session(&gorm.Session{Logger: seen})
	page, _, err := s.Entries(t.Context(), treasury, "", 50)
	must(t, err)
	if len(page) != 50 {
		t.Fatalf("a page of %d", len(page))
	}
	explained := 0
	for _, text := range slices.Sorted(maps.Keys(seen.texts)) {
		if !strings.Contains(text, "part0") {
			continue
		}
		explained++
		rows, err := s.read.Raw("EXPLAIN (ANALYZE, TIMING off, COSTS off) " + strings.ReplaceAll(text, "?", "??")).Rows()
		must(t, err)
		plan, read := planOf(t, rows), 0
		for _, n := range regexp.MustCompile(`Index Scan[^\n]*rows=([0-9]+)|Removed by Filter: ([0-9]+)`).FindAllStringSubmatch(plan, -1) {
			of, err := strconv.Atoi(n[1] + n[2])
			must(t, err)
			read += of
		}
		if read < 50 || read > 400 || strings.Contains(plan, "Seq Scan on posting") {
			t.Errorf("%d rows are read for a page of 50\n%s", read, plan)
		}
	}
	if explained != 1 || len(partsOf(t, s)) < 3 {
		t.Fatalf("%d statements are explained, over %d parts", explained, len(partsOf(t, s)))
	}
}
