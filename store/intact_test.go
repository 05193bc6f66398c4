package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"maps"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

// bySource is what the index journal_source is on.
const bySource = "ON journal (origin, name, reference, reversal) WHERE origin <> 'evm'"

var update = flag.Bool("update", false, "write postgres_form.json anew")

// What an administrator of PostgreSQL can do to the form of the books, and what is said of it.
var pgDeformed = map[string]struct {
	do, says string
}{
	"a trigger's function does nothing": {`CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN RETURN NULL; END $$`, "trigger account_no_change of account: it is not what the migrations made"},
	"a trigger's function runs as its owner": {"ALTER FUNCTION refuse_generation() SECURITY DEFINER",
		"trigger journal_generation of journal: it is not what"},
	"a trigger's function finds other tables": {"ALTER FUNCTION refuse_generation() SET search_path = elsewhere",
		"trigger journal_generation of journal: it is not what"},
	"a trigger calls a function of another schema": {`CREATE SCHEMA elsewhere;
		CREATE FUNCTION elsewhere.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
		DROP TRIGGER tile_no_change ON tile;
		CREATE TRIGGER tile_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON tile FOR EACH STATEMENT EXECUTE FUNCTION elsewhere.refuse_change()`,
		"trigger tile_no_change of tile: it is not what"},
	"a trigger with another condition": {`DROP TRIGGER journal_generation ON journal;
		CREATE TRIGGER journal_generation AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.generation > 9) EXECUTE FUNCTION refuse_generation()`,
		"trigger journal_generation of journal: it is not what"},
	"a trigger for fewer changes": {`DROP TRIGGER posting_no_change ON posting;
		CREATE TRIGGER posting_no_change BEFORE DELETE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
		"trigger posting_no_change of posting: it is not what"},
	"a trigger of another table": {`DROP TRIGGER posting_no_change ON posting;
		CREATE TRIGGER posting_no_change BEFORE UPDATE ON balance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
		"trigger posting_no_change of balance: it does not belong to the books"},
	"a trigger switched off":    {"ALTER TABLE input DISABLE TRIGGER input_no_change", "trigger input_no_change of input: it is not what"},
	"all triggers switched off": {"ALTER TABLE journal DISABLE TRIGGER ALL", "of journal: it is not what"},
	"a trigger for replicas only": {"ALTER TABLE posting ENABLE REPLICA TRIGGER posting_no_change",
		"trigger posting_no_change of posting: it is not what"},
	"a trigger dropped": {"DROP TRIGGER journal_no_change ON journal", "trigger journal_no_change of journal: it is missing"},
	"a trigger added": {`CREATE FUNCTION extra() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
		CREATE TRIGGER extra BEFORE INSERT ON balance FOR EACH ROW EXECUTE FUNCTION extra()`, "trigger extra of balance: it does not belong"},
	"an index with another condition": {`DROP INDEX journal_reverses;
		CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses > 9`,
		"index journal_reverses of journal: it is not what"},
	"an index of other columns": {"DROP INDEX journal_source; CREATE UNIQUE INDEX journal_source ON journal (origin, sequence)",
		"index journal_source of journal: it is not what"},
	"an index that is not unique": {"DROP INDEX journal_source; CREATE INDEX journal_source " + bySource,
		"index journal_source of journal: it is not"},
	"an index dropped": {"DROP INDEX posting_from", "index posting_1_wide_from_id_effective_idx of posting_1: it is missing"},
	"an index that is broken": {"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'journal_source'::regclass",
		"index journal_source of journal: it is not what"},
	"an index that refuses rows": {"CREATE UNIQUE INDEX extra ON journal (booked, sequence)", "index extra of journal: it does not belong"},
	"an index that calls a function": {`CREATE FUNCTION extra(bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT 1::bigint';
		CREATE INDEX extra ON journal (extra(booked))`, "index extra of journal: it does not belong"},
	"an index that is part of the rows": {"CREATE INDEX extra ON posting (amount) WHERE amount > 0",
		"index extra of posting: it does not belong"},
	"a rule": {"CREATE RULE extra AS ON INSERT TO balance DO INSTEAD NOTHING",
		"rule extra of balance: it does not belong"},
	"row security":                    {"ALTER TABLE posting ENABLE ROW LEVEL SECURITY", "row security of posting: it does not belong"},
	"row security for the owner, too": {"ALTER TABLE posting FORCE ROW LEVEL SECURITY", "row security of posting: it does not belong"},
	"a policy": {"CREATE POLICY extra ON posting USING (sequence < 5)",
		"policy extra of posting: it does not belong"},
	"a column's type": {"ALTER TABLE balance ALTER incoming TYPE numeric(78,2)", "column incoming of balance: it is not what"},
	"a column's default": {"ALTER TABLE balance ALTER outgoing SET DEFAULT 0",
		"column outgoing of balance: it is not what"},
	"a column that may be empty": {"ALTER TABLE posting ALTER amount DROP NOT NULL", "column amount of posting: it is not what"},
	"a column's order of letters": {`ALTER TABLE account ALTER path TYPE text COLLATE "POSIX"`,
		"column path of account: it is not what"},
	"a column that is computed": {`ALTER TABLE tile DROP COLUMN root;
		ALTER TABLE tile ADD COLUMN root bytea NOT NULL GENERATED ALWAYS AS ('') STORED`,
		"column root of tile: it is not what"},
	"a column added": {"ALTER TABLE tile ADD COLUMN extra bigint", "column extra of tile: it does not belong"},
	"a condition":    {"ALTER TABLE balance ADD CONSTRAINT extra CHECK (account > 0)", "constraint extra of balance: it does not belong"},
	"a foreign key": {"ALTER TABLE balance ADD CONSTRAINT extra FOREIGN KEY (account) REFERENCES account (id)",
		"constraint extra of balance: it does not belong"},
	"a key dropped": {"ALTER TABLE account DROP CONSTRAINT account_path_key", "constraint account_path_key of account: it is missing"},
	"a view in place of a table": {"ALTER TABLE balance RENAME TO kept; CREATE VIEW balance AS SELECT * FROM kept",
		"table balance: it is not what the migrations made"},
	"a table that does not outlive a crash": {"ALTER TABLE balance SET UNLOGGED", "table balance: it is not what"},
	"a table dropped":                       {"DROP TABLE tile", "table tile: it is missing"},
	"a table earlier in the search path": {`CREATE SCHEMA postgres; CREATE TABLE postgres.balance AS TABLE balance`,
		"table balance: it is not what"},
	"a table that takes in the rows of another": {"CREATE TABLE extra () INHERITS (balance)", "child extra of balance: it does not belong"},
	"a table that stands in for another": {`CREATE TABLE extra (LIKE tile INCLUDING ALL); ALTER TABLE tile INHERIT extra`,
		"parent extra of tile: it does not belong"},
	"a table in parts": {`ALTER TABLE tile RENAME TO kept; CREATE TABLE tile (LIKE kept INCLUDING ALL) PARTITION BY RANGE (number);
		ALTER TABLE tile ATTACH PARTITION kept DEFAULT`, "table tile: it is not what"},
	"a part without its trigger": {"DROP TRIGGER posting_no_change ON posting_2",
		"trigger posting_no_change of posting_2: it is missing"},
	"a part's trigger switched off": {"ALTER TABLE posting_1 DISABLE TRIGGER ALL",
		"trigger posting_no_change of posting_1: it is not what"},
	"a part that does not outlive a crash": {"ALTER TABLE posting_2 SET UNLOGGED", "table posting_2: it is not what"},
	"a part with a condition": {"ALTER TABLE posting_2 ADD CHECK (line >= 0)",
		"constraint posting_2_line_check of posting_2: it does not belong"},
	"a part in parts": {"DROP TABLE posting_2; CREATE TABLE posting_2 PARTITION OF posting DEFAULT PARTITION BY RANGE (sequence)",
		"table posting_2: it is not what"},
	"a part by another name": {"ALTER TABLE posting_2 RENAME TO extra", "child extra of posting: it does not belong"},
	"no trigger for this user": {"ALTER ROLE CURRENT_USER IN DATABASE books SET session_replication_role = replica",
		"setting session_replication_role: it is replica"},
	"a function of exactly our arguments": {`ALTER TABLE input DISABLE TRIGGER input_no_change;
		CREATE FUNCTION public.concat_ws(text, text, text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
			$$ SELECT pg_catalog.concat_ws($1, pg_catalog.replace($2, 'enabled D', 'enabled'), $3, $4) $$`,
		"trigger input_no_change of input: it is not what"},
	"a function that names a part otherwise": {`CREATE FUNCTION extra() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
		CREATE TRIGGER extra BEFORE INSERT ON balance FOR EACH ROW EXECUTE FUNCTION extra();
		CREATE FUNCTION public.format(text, name, name) RETURNS text LANGUAGE sql IMMUTABLE AS
			$$ SELECT pg_catalog.format($1, CASE $2 WHEN 'extra' THEN 'posting_no_change' ELSE $2 END,
				CASE $2 WHEN 'extra' THEN 'posting' ELSE $3 END) $$;
		CREATE FUNCTION public.concat_ws(text, text, text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
			$$ SELECT CASE WHEN $3 LIKE '%TRIGGER extra%' THEN (SELECT pg_catalog.concat_ws($1, $2,
					pg_catalog.replace(pg_catalog.pg_get_triggerdef(g.oid), ' ON public.', ' ON '),
					pg_catalog.replace(pg_catalog.pg_get_functiondef(g.tgfoid), 'FUNCTION public.', 'FUNCTION '))
				FROM pg_catalog.pg_trigger g WHERE g.tgname = 'posting_no_change') ELSE pg_catalog.concat_ws($1, $2, $3, $4) END $$`,
		"trigger extra of balance: it does not belong"},
	"an operator of exactly our arguments": {`ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
		CREATE FUNCTION hidden(text, name) RETURNS text LANGUAGE sql IMMUTABLE AS
			$$ SELECT CASE $1 WHEN 'row security of ' THEN 'table balance' ELSE pg_catalog.textcat($1, $2::text) END $$;
		CREATE OPERATOR public.|| (FUNCTION = hidden, LEFTARG = text, RIGHTARG = name)`, "row security of posting: it does not belong"},
	"functions in front of PostgreSQL's": {"ALTER DATABASE books SET search_path = public, pg_catalog", "setting search_path: it puts"},
}

// The form of books in PostgreSQL is the one that the migrations make, in every part.
func TestTheFormInPostgreSQL(t *testing.T) {
	for what, row := range pgDeformed {
		t.Run(what, func(t *testing.T) {
			dsn := databases[1].make(t)
			s := open(t, dsn)
			fillBooks(t, s)
			verified(t, s)
			db, err := sql.Open("pgx", dsn)
			must(t, err)
			defer db.Close()
			var name string
			must(t, db.QueryRow("SELECT current_database()").Scan(&name))
			_, err = db.Exec(strings.ReplaceAll(row.do, "DATABASE books", "DATABASE "+name))
			must(t, err)
			if strings.Contains(row.do, "DATABASE books") || strings.Contains(row.do, " public.") { // they hold for whoever connects from now on
				must(t, s.Close())
				s, err = ConnectReadOnly(context.Background(), dsn)
				must(t, err)
				defer s.Close()
			}
			var d *ledger.Difference
			if _, err := s.Verify(context.Background()); !errors.As(err, &d) || d.Table != "pg_catalog" || !strings.Contains(err.Error(), row.says) {
				t.Errorf("%v, want %q", err, row.says)
			}
		})
	}
}

// What does no harm, and what hosts of PostgreSQL add by themselves, is not refused.
func TestTheFormInPostgreSQLMayHaveMore(t *testing.T) {
	dsn := databases[1].make(t)
	s := open(t, dsn)
	fillBooks(t, s)
	for _, statement := range []string{
		"CREATE INDEX sought ON journal (booked)",
		"CREATE TABLE extra (n bigint)",
		"CREATE VIEW others AS SELECT * FROM journal",
		"CREATE FUNCTION noticed() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
		"CREATE EVENT TRIGGER extra ON ddl_command_end EXECUTE FUNCTION noticed()",
		"ALTER TABLE balance SET (fillfactor = 50)",
		"ALTER INDEX posting_2_pkey SET (fillfactor = 80)",
		"ALTER INDEX journal_reverses SET (fillfactor = 80, deduplicate_items = off)",
		"ALTER INDEX account_path_key SET (fillfactor = 80)",
		"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET quote_all_identifiers = on', current_database()); END $$",
		"CREATE FUNCTION concat_ws(text, integer, bigint, boolean, text) RETURNS text LANGUAGE sql AS $$ SELECT 'others call it' $$",
	} {
		must(t, s.read.Exec(statement).Error)
	}
	verified(t, s)
	reader, err := ConnectReadOnly(t.Context(), dsn) // with the settings and functions of now
	must(t, err)
	defer reader.Close()
	verified(t, reader)
	var version int
	must(t, s.read.Raw("SELECT current_setting('server_version_num')::int").Scan(&version).Error)
	if version < 17_00_00 { // there are no triggers of logins
		return
	}
	must(t, s.read.Exec("CREATE EVENT TRIGGER each ON login EXECUTE FUNCTION noticed()").Error)
	if _, err := s.Verify(t.Context()); err == nil || !strings.Contains(err.Error(), "event trigger each: it does not belong") {
		t.Errorf("%v", err)
	}
}

// An index that is made anew while others read and write stands beside the one that it replaces; one of another form, or that finds
// rows, is none of these.
func TestTheFormInPostgreSQLWhileAnIndexIsMadeAnew(t *testing.T) {
	for _, row := range []struct{ do, says string }{
		{"CREATE UNIQUE INDEX journal_source_ccnew " + bySource, ""},
		{"CREATE UNIQUE INDEX journal_source_ccold1 " + strings.Replace(bySource, ") W", ") WITH (fillfactor = 80) W", 1), ""},
		{"CREATE UNIQUE INDEX journal_reverses_ccnew ON journal (reverses) WHERE reverses <> 0", ""},
		{"CREATE UNIQUE INDEX account_path_key_ccnew ON account (path)", ""},
		{"CREATE UNIQUE INDEX journal_source_ccnew ON journal (sequence)", "index journal_source_ccnew of journal: it does not belong"},
		{"CREATE UNIQUE INDEX extra_ccnew ON journal (sequence, origin)", "index extra_ccnew of journal: it does not belong"},
		{"CREATE UNIQUE INDEX journal_source_extra " + bySource, "index journal_source_extra of journal: it does not belong"},
	} {
		dsn := databases[1].make(t)
		s := open(t, dsn)
		fillBooks(t, s)
		must(t, s.read.Exec(row.do).Error)
		name := strings.Fields(row.do)[3]
		if _, err := s.Verify(t.Context()); err == nil || !strings.Contains(err.Error(), "index "+name+" of ") {
			t.Errorf("%s, in use: %v", row.do, err)
		}
		must(t, s.read.Exec("UPDATE pg_index SET indisvalid = false WHERE indexrelid = ?::regclass", name).Error)
		_, err := s.Verify(t.Context())
		if row.says == "" && err != nil || row.says != "" && (err == nil || !strings.Contains(err.Error(), row.says)) {
			t.Errorf("%s: %v, want %q", row.do, err, row.says)
		}
	}
}

// The form is the same in a schema of any name.
func TestTheFormInAnotherSchema(t *testing.T) {
	dsn := databases[1].make(t)
	db, err := sql.Open("pgx", dsn)
	must(t, err)
	defer db.Close()
	_, err = db.Exec(`CREATE SCHEMA "Books"`)
	must(t, err)
	s := open(t, dsn+"&search_path="+url.QueryEscape(`"Books"`))
	fillBooks(t, s)
	verified(t, s)
}

// A policy hides no row from a reader: reading fails.
func TestRowSecurityHidesNothing(t *testing.T) {
	ctx, dsn := context.Background(), databases[1].make(t)
	s := open(t, dsn)
	fillBooks(t, s)
	for _, statement := range []string{
		"DROP ROLE IF EXISTS nodeledger_reader", "CREATE ROLE nodeledger_reader LOGIN",
		"GRANT SELECT ON ALL TABLES IN SCHEMA public TO nodeledger_reader",
		"ALTER TABLE journal ENABLE ROW LEVEL SECURITY", "CREATE POLICY extra ON journal USING (sequence < 5)",
	} {
		must(t, s.read.Exec(statement).Error)
	}
	defer s.read.Exec("DROP OWNED BY nodeledger_reader; DROP ROLE nodeledger_reader")
	reader, err := ConnectReadOnly(ctx, strings.Replace(dsn, "postgres@", "nodeledger_reader@", 1))
	must(t, err)
	defer reader.Close()
	for tx, err := range reader.Transactions(ctx, 1) {
		if err == nil || !strings.Contains(err.Error(), "row-level security") {
			t.Fatalf("transaction %d, %v", tx.Sequence, err)
		}
	}
	var d *ledger.Difference
	if _, err := reader.Verify(ctx); !errors.As(err, &d) || d.Table != "pg_catalog" {
		t.Errorf("%v", err)
	}
}

// postgres_form.json is what the migrations make, as the server says it.
func TestTheFormIsThatOfTheMigrations(t *testing.T) {
	s := open(t, databases[1].make(t))
	var names []string
	must(t, s.read.Raw(`SELECT 'table ' || tablename FROM pg_tables WHERE schemaname = 'public'
		UNION ALL SELECT 'index ' || indexname FROM pg_indexes WHERE schemaname = 'public'`).Scan(&names).Error)
	of := map[string]string{}
	for _, name := range names {
		of[name] = ""
	}
	var have map[string]string
	must(t, s.read.Transaction(func(tx *gorm.DB) (err error) {
		have, err = pgForm(tx, of)
		return err
	}))
	if *update {
		var out strings.Builder
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		must(t, e.Encode(have))
		must(t, os.WriteFile("postgres_form.json", []byte(out.String()), 0o600))
	}
	want, err := pgMigrated()
	must(t, err)
	for _, name := range slices.Sorted(maps.Keys(have)) {
		if have[name] != want[name] {
			t.Errorf("%s is %q, want %q; `go test ./store -run Form -update` writes it", name, have[name], want[name])
		}
	}
	if len(have) != len(want) {
		t.Errorf("%d parts, want %d", len(have), len(want))
	}
}

// What is added to the form of a SQLite file, and what is said of it.
func TestTheFormInSQLite(t *testing.T) {
	for what, row := range map[string]struct {
		do   []string
		says string
	}{
		"a trigger's condition": {[]string{"DROP TRIGGER journal_no_update",
			"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END"},
			"trigger journal_no_update of journal: it is not what"},
		"an index's condition": {[]string{"DROP INDEX journal_reverses",
			"CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses > 9"}, "index journal_reverses of journal: it is not what"},
		"an index added":             {[]string{"CREATE INDEX extra ON journal (booked)"}, "index extra of journal: it does not belong"},
		"a view":                     {[]string{"CREATE VIEW extra AS SELECT * FROM journal"}, "view extra of extra: it does not belong"},
		"a view in place of a table": {[]string{"ALTER TABLE balance RENAME TO kept", "CREATE VIEW balance AS SELECT * FROM kept"}, "balance"},
		"a table added":              {[]string{"CREATE TABLE extra (n)"}, "table extra of extra: it does not belong"},
		"a virtual table":            {[]string{"CREATE VIRTUAL TABLE extra USING fts5 (n)"}, "extra"},
		"a column added":             {[]string{"ALTER TABLE tile ADD COLUMN extra INTEGER"}, "table tile of tile: it is not what"},
		"a column's default": {[]string{"PRAGMA writable_schema = ON",
			"UPDATE sqlite_schema SET sql = replace(sql, 'outgoing TEXT    NOT NULL', 'outgoing TEXT DEFAULT ''0''') WHERE name = 'balance'",
			"PRAGMA writable_schema = RESET"}, "table balance of balance: it is not what"},
		"a table that is not strict": {[]string{"PRAGMA writable_schema = ON",
			"UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'journal'", "PRAGMA writable_schema = RESET"},
			"table journal of journal: it is not what"},
		"an entry twice": {[]string{"PRAGMA writable_schema = ON",
			"INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'journal_no_update'", "PRAGMA writable_schema = RESET"},
			"journal_no_update"},
		"statistics that lead astray": {[]string{"ANALYZE"}, "sqlite_stat"},
	} {
		t.Run(what, func(t *testing.T) {
			file := closedBooks(t)
			db, err := sql.Open("sqlite", file)
			must(t, err)
			defer db.Close()
			db.SetMaxOpenConns(1)
			for _, statement := range row.do {
				_, err := db.Exec(statement)
				must(t, err)
			}
			must(t, db.Close())
			s, err := ConnectReadOnly(context.Background(), file)
			if err == nil {
				defer s.Close()
				_, err = s.Verify(context.Background())
			}
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Errorf("%v, want %q", err, row.says)
			}
		})
	}
}
