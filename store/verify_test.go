package store

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

// flips is how many bytes are changed in every database.
const flips = 200

// A byte of any column of any row of any table, changed behind the back of the triggers, is found and named.
func TestEveryByteIsVerified(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		original, random := closedBooks(t), rand.New(rand.NewPCG(1, 1))
		books, err := Connect(context.Background(), original)
		must(t, err)
		whole := payloads(books)
		must(t, books.Close())
		for i := range flips {
			file := copyFile(t, original, fmt.Sprintf("%d.db", i))
			s, err := Connect(context.Background(), file)
			must(t, err)
			var what string
			must(t, s.dialect.transact(context.Background(), func(tx *transaction) error {
				return withoutTriggers(tx.DB, func() error {
					what = flipSQLite(t, tx.DB, random)
					return nil
				})
			}))
			expectDifference(t, s, what, whole)
			must(t, s.Close())
		}
	})
	t.Run("postgres", func(t *testing.T) {
		s, random := open(t, databases[1].make(t)), rand.New(rand.NewPCG(2, 2))
		fillBooks(t, s)
		before, whole := dump(t, s.read), payloads(s)
		for range flips {
			// Triggers do not fire for a replica. The flip is made and undone by the row's place, which each update moves.
			var what string
			var restore func(*gorm.DB) error
			replica := func(do func(tx *gorm.DB) error) {
				must(t, s.dialect.transact(context.Background(), func(tx *transaction) error {
					return errors.Join(tx.Exec("SET LOCAL session_replication_role = replica").Error, do(tx.DB))
				}))
			}
			replica(func(tx *gorm.DB) error {
				what, restore = flipPostgres(t, tx, random)
				return nil
			})
			expectDifference(t, s, what, whole)
			replica(restore)
		}
		if dump(t, s.read) != before {
			t.Fatal("the flips were not undone")
		}
		verified(t, s)
	})
}

// payloads is what the inputs say, or why they cannot be read.
func payloads(s *Store) string {
	var b strings.Builder
	for in, err := range s.Inputs(context.Background(), 1) {
		fmt.Fprintf(&b, "%d %s %x %v\n", in.Sequence, in.Kind, in.Payload, err)
	}
	return b.String()
}

// expectDifference expects that a change is found. One of what is packed may leave what it is unpacked to as it was: that of whole books
// is given.
func expectDifference(t *testing.T, s *Store, what, whole string) {
	t.Helper()
	_, err := s.Verify(context.Background())
	if err == nil && strings.HasPrefix(what, "input.payload") && payloads(s) == whole {
		return
	}
	var d *ledger.Difference
	if !errors.As(err, &d) {
		t.Fatalf("%s was not found: %v", what, err)
	}
	table, _, _ := strings.Cut(what, ".")
	// A transaction and its postings, in parts on PostgreSQL, are sealed together; either may be named, by its sequence.
	entry := func(table string) bool { return table == "journal" || strings.HasPrefix(table, "posting") }
	if d.Table != table && !(entry(d.Table) && entry(table)) || d.Row == "" || strings.Contains(err.Error(), "\n") {
		t.Fatalf("%s is reported as %v", what, err)
	}
}

// withoutTriggers drops the triggers, and makes them again from their own text.
func withoutTriggers(tx *gorm.DB, do func() error) error {
	var triggers []struct{ Name, SQL string }
	if err := tx.Raw("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").Scan(&triggers).Error; err != nil {
		return err
	}
	for _, trigger := range triggers {
		if err := tx.Exec("DROP TRIGGER " + trigger.Name).Error; err != nil {
			return err
		}
	}
	err := do()
	for _, trigger := range triggers {
		err = errors.Join(err, tx.Exec(trigger.SQL).Error)
	}
	return err
}

// pick chooses a cell of a random row of a random table.
func pick(t *testing.T, tx *gorm.DB, random *rand.Rand) (table, column, kind string, row int) {
	tables, err := tx.Migrator().GetTables()
	must(t, err)
	if tx.Name() == "postgres" { // its rows are those of its parts
		tables = slices.DeleteFunc(tables, func(name string) bool { return name == "posting" })
	}
	table = tables[random.IntN(len(tables))]
	var n int64
	must(t, tx.Table(table).Count(&n).Error)
	if n == 0 {
		t.Fatalf("%s is empty, nothing in it is tested", table)
	}
	row = int(random.Int64N(n))
	if table == "sqlite_sequence" {
		return table, []string{"name", "seq"}[random.IntN(2)], "", row
	}
	columns, err := tx.Migrator().ColumnTypes(table)
	must(t, err)
	c := columns[random.IntN(len(columns))]
	return table, c.Name(), c.DatabaseTypeName(), row
}

// flipSQLite changes one byte of one cell of a SQLite database; what the database refuses is tried elsewhere.
func flipSQLite(t *testing.T, tx *gorm.DB, random *rand.Rand) string {
	for {
		table, column, _, row := pick(t, tx, random)
		var key []string // how to find the row again
		must(t, tx.Raw("SELECT name FROM pragma_table_info(?) WHERE pk > 0", table).Scan(&key).Error)
		if len(key) == 0 {
			key = []string{"rowid"}
		}
		var values []any
		var where []string
		for _, k := range key {
			var v any
			must(t, tx.Raw(fmt.Sprintf("SELECT %s FROM %q LIMIT 1 OFFSET %d", k, table, row)).Row().Scan(&v))
			values, where = append(values, v), append(where, k+" = ?")
		}
		var old any
		must(t, tx.Raw(fmt.Sprintf("SELECT CASE WHEN typeof(%[1]q) = 'text' THEN CAST(%[1]q AS TEXT) ELSE %[1]q END FROM %[2]q WHERE %[3]s",
			column, table, strings.Join(where, " AND ")), values...).Row().Scan(&old))
		var changed any
		switch v := old.(type) {
		case int64:
			changed = v ^ int64(1+random.IntN(255))<<(8*random.IntN(8))
		case string:
			if v == "" {
				continue
			}
			b := []byte(v)
			b[random.IntN(len(b))] ^= byte(1 + random.IntN(255))
			changed = string(b)
			if strings.Contains(changed.(string), "\x00") {
				continue
			}
		case []byte:
			if len(v) == 0 {
				continue
			}
			b := append([]byte(nil), v...)
			b[random.IntN(len(b))] ^= byte(1 + random.IntN(255))
			changed = b
		default:
			t.Fatalf("%s.%s holds a %T", table, column, old)
		}
		done := tx.Exec(fmt.Sprintf("UPDATE OR FAIL %q SET %q = ? WHERE %s", table, column, strings.Join(where, " AND ")),
			append([]any{changed}, values...)...)
		if done.Error == nil && done.RowsAffected == 1 {
			return fmt.Sprintf("%s.%s row %d: %.200q to %.200q", table, column, row, fmt.Sprint(old), fmt.Sprint(changed))
		}
	}
}

// flipPostgres changes one byte of the text form of one cell, so that it stays a value of its type.
func flipPostgres(t *testing.T, tx *gorm.DB, random *rand.Rand) (string, func(*gorm.DB) error) {
	for {
		table, column, kind, row := pick(t, tx, random)
		var at, old string
		must(t, tx.Raw(fmt.Sprintf("SELECT ctid::text, %q::text FROM %q OFFSET %d LIMIT 1", column, table, row)).Row().Scan(&at, &old))
		if old == "" {
			continue
		}
		b := []byte(old)
		b[random.IntN(len(b))] ^= byte(1 + random.IntN(127))
		if !utf8.Valid(b) || strings.Contains(string(b), "\x00") {
			continue
		}
		set := func(tx *gorm.DB, at, to string) (string, error) {
			var moved string
			err := tx.Raw(fmt.Sprintf("UPDATE %[1]q SET %[2]q = ?::text::%[3]s WHERE ctid = ?::text::tid AND %[2]q IS DISTINCT FROM "+
				"?::text::%[3]s RETURNING ctid::text", table, column, kind), to, at, to).Scan(&moved).Error
			return moved, err
		}
		must(t, tx.SavePoint("before").Error)
		moved, err := set(tx, at, string(b))
		if err != nil || moved == "" {
			must(t, tx.RollbackTo("before").Error)
			continue
		}
		return fmt.Sprintf("%s.%s row %d: %.200q to %.200q", table, column, row, old, b), func(tx *gorm.DB) error {
			back, err := set(tx, moved, old)
			if err == nil && back == "" {
				err = fmt.Errorf("%s.%s was not undone", table, column)
			}
			return err
		}
	}
}

// A changed byte of the file itself is found, or it is one that means nothing: then all content is what it was.
func TestEveryByteOfTheFile(t *testing.T) {
	original, random, ctx := closedBooks(t), rand.New(rand.NewPCG(3, 3)), context.Background()
	whole, err := ConnectReadOnly(ctx, original)
	must(t, err)
	before := dump(t, whole.read)
	must(t, whole.Close())
	raw, err := os.ReadFile(original)
	must(t, err)
	found := 0
	for i := range flips {
		at, with := random.IntN(len(raw)), byte(1+random.IntN(255))
		if i%10 == 0 {
			at = random.IntN(100) // the file's header
		}
		file := copyFile(t, original, fmt.Sprintf("%d.db", i))
		changed := append([]byte(nil), raw...)
		changed[at] ^= with
		must(t, os.WriteFile(file, changed, 0o600))
		err := func() error {
			s, err := ConnectReadOnly(ctx, file)
			if err != nil {
				return err
			}
			defer s.Close()
			if _, err := s.Verify(ctx); err != nil {
				return err
			}
			if dump(t, s.read) != before {
				t.Fatalf("byte %d xor %d changes the content and was not found", at, with)
			}
			return nil
		}()
		if err != nil {
			found++
			if strings.Contains(err.Error(), "\n") || strings.TrimSpace(err.Error()) == "" {
				t.Errorf("byte %d xor %d: more than one line: %q", at, with, err)
			}
		}
	}
	if found < flips/4 {
		t.Fatalf("only %d of %d were found", found, flips)
	}
}

// What no column can rightly hold is a difference, never a panic.
func TestRubbishIsADifference(t *testing.T) {
	original, ctx := closedBooks(t), context.Background()
	model, err := ConnectReadOnly(ctx, original)
	must(t, err)
	defer model.Close()
	tables, err := model.read.Migrator().GetTables()
	must(t, err)
	rubbish := map[string][]any{
		"INTEGER": {int64(-1), int64(math.MaxInt64), int64(math.MinInt64), int64(1) << 40},
		"TEXT":    {"", "\xff\xfe\n", strings.Repeat("9", 200), "-1", "{}"},
		"BLOB":    {[]byte{}, []byte{1}, make([]byte, 40)},
	}
	tried := 0
	for _, table := range tables {
		var columns []struct{ Name, Type string }
		must(t, model.read.Raw("SELECT name, type FROM pragma_table_info(?)", table).Scan(&columns).Error)
		for _, c := range columns {
			for i, value := range rubbish[c.Type] {
				s, err := Connect(ctx, copyFile(t, original, fmt.Sprintf("%s %s %d.db", table, c.Name, i)))
				must(t, err)
				changed := false
				must(t, s.dialect.transact(ctx, func(tx *transaction) error {
					return withoutTriggers(tx.DB, func() error {
						// One row where a key forbids all, otherwise all.
						where := ""
						if c.Name == "id" || c.Name == "sequence" || c.Name == "day" || c.Name == "number" || c.Name == "first" {
							where = fmt.Sprintf(" WHERE %[1]q = (SELECT max(%[1]q) FROM %[2]q)", c.Name, table)
						}
						done := tx.Exec(fmt.Sprintf("UPDATE OR IGNORE %[1]q SET %[2]q = ?%[3]s", table, c.Name, where), value)
						changed = done.RowsAffected > 0
						return done.Error
					})
				}))
				var same int64
				must(t, model.read.Raw(fmt.Sprintf("SELECT count(*) FROM %[1]q WHERE %[2]q <> ?", table, c.Name), value).Scan(&same).Error)
				if changed && same > 0 {
					tried++
					expectDifference(t, s, fmt.Sprintf("%s.%s = %.40q", table, c.Name, fmt.Sprint(value)), "")
				}
				must(t, s.Close())
			}
		}
	}
	if tried < 200 {
		t.Fatalf("only %d values were tried", tried)
	}
}

// Rows that are missing, added or moved are found, too.
func TestRowsAreVerified(t *testing.T) {
	for name, statement := range map[string]string{
		"coverage":  "DELETE FROM coverage WHERE first = 5",
		"window":    `DELETE FROM "window"`,
		"tile":      "DELETE FROM tile WHERE number = 0",
		"balance":   "DELETE FROM balance WHERE account = 2",
		"day_delta": "DELETE FROM day_delta WHERE account = 1",
		"input":     "DELETE FROM input WHERE sequence = 6",
		"posting": "INSERT INTO posting SELECT 9000, line, from_id, to_id, asset, decimals, amount, effective, wide FROM posting " +
			"WHERE sequence = 1",
		"journal":  "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
		"account":  "INSERT INTO account SELECT max(id) + 1, 'sale:dust', digest FROM account",
		"identity": "DELETE FROM identity",
		"head":     "DELETE FROM head",
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, databases[0].make(t))
			fillBooks(t, s)
			must(t, s.dialect.transact(context.Background(), func(tx *transaction) error {
				return withoutTriggers(tx.DB, func() error { return tx.Exec(statement).Error })
			}))
			expectDifference(t, s, name+".", "")
		})
	}
}

func TestTheSchemaIsVerified(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		statement := "DROP TRIGGER journal_no_delete"
		if s.read.Name() == "postgres" {
			statement = "ALTER TABLE journal DISABLE TRIGGER journal_no_change"
		}
		must(t, s.dialect.transact(context.Background(), func(tx *transaction) error { return tx.Exec(statement).Error }))
		var d *ledger.Difference
		if _, err := s.Verify(context.Background()); !errors.As(err, &d) || !strings.Contains(d.Row, "journal_no_") {
			t.Fatalf("%v", err)
		}
	})
}

// closedBooks is a SQLite file with something in every table, and no other file beside it.
func closedBooks(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "books.db")
	s, err := Connect(context.Background(), file)
	must(t, err)
	must(t, s.Open(context.Background(), identity))
	fillBooks(t, s)
	must(t, s.Close())
	return file
}

func copyFile(t *testing.T, from, name string) string {
	t.Helper()
	raw, err := os.ReadFile(from)
	must(t, err)
	to := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(to, raw, 0o600))
	return to
}
