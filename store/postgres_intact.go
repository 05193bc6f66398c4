package store

import (
	"context"
	"io/fs"
	"strings"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

// damaged says that the server cannot read its own files (class XX, or an index or page that makes no sense).
func (d *pgDialect) damaged(err error) bool { return strings.HasPrefix(sqlState(err), "XX") }

// pgRules are the triggers and the indexes that keep the tables as they must be.
var pgRules = map[string]string{
	"trigger account_no_change":   "O",
	"trigger input_no_change":     "O",
	"trigger journal_generation":  "O",
	"trigger journal_no_change":   "O",
	"trigger posting_no_change":   "O",
	"trigger tile_no_change":      "O",
	"index account_path_key":      "valid, unique",
	"index account_pkey":          "valid, unique",
	"index balance_pkey":          "valid, unique",
	"index coverage_pkey":         "valid, unique",
	"index day_delta_pkey":        "valid, unique",
	"index goose_db_version_pkey": "valid, unique",
	"index head_pkey":             "valid, unique",
	"index identity_pkey":         "valid, unique",
	"index input_pkey":            "valid, unique",
	"index journal_key":           "valid, unique",
	"index journal_log":           "valid, unique",
	"index journal_pkey":          "valid, unique",
	"index journal_reverses":      "valid, unique",
	"index posting_from":          "valid",
	"index posting_pkey":          "valid, unique",
	"index posting_to":            "valid",
	"index tile_pkey":             "valid, unique",
	"index window_pkey":           "valid, unique",
}

// intact checks that triggers and indexes are all there and switched on, and that the triggers' functions are those of
// the migrations. PostgreSQL looks after its pages itself.
func (d *pgDialect) intact(_ context.Context, tx *gorm.DB) error {
	var rows []struct{ Name, State string }
	err := tx.Raw(`
		SELECT 'trigger ' || t.tgname AS name, t.tgenabled::text AS state FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
		UNION ALL
		SELECT 'index ' || c.relname, CASE WHEN i.indisvalid THEN 'valid' ELSE 'broken' END || CASE WHEN i.indisunique THEN ', unique' ELSE '' END
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = current_schema()::regnamespace`).Scan(&rows).Error
	if err != nil {
		return err
	}
	have := map[string]string{}
	for _, r := range rows {
		// An index that somebody added to look things up does no harm; a trigger could.
		if _, wanted := pgRules[r.Name]; wanted || strings.HasPrefix(r.Name, "trigger ") {
			have[r.Name] = r.State
		}
	}
	if name, text := compareSchemas(have, pgRules); text != "" {
		return ledger.Differs("pg_catalog", name, "%s", text)
	}
	return functions(tx)
}

func functions(tx *gorm.DB) error {
	files, err := fs.Glob(migrations, "migrations/postgres/*.sql")
	if err != nil {
		return err
	}
	var made strings.Builder
	for _, f := range files {
		raw, err := migrations.ReadFile(f)
		if err != nil {
			return err
		}
		made.Write(raw)
	}
	var rows []struct{ Name, Body string }
	if err := tx.Raw(`SELECT proname AS name, prosrc AS body FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
		AND proname IN ('refuse_change', 'refuse_generation')`).Scan(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		if !strings.Contains(made.String(), r.Name+"() RETURNS trigger LANGUAGE plpgsql AS $$"+r.Body+"$$") {
			return ledger.Differs("pg_catalog", "function "+r.Name, "it is not the one that the migrations made")
		}
	}
	return nil
}

func (d *pgDialect) versions(tx *gorm.DB) (string, error) {
	var rows []string
	err := tx.Raw("SELECT concat_ws(',', id, version_id, is_applied, to_char(tstamp, 'YYYY-MM-DD HH24:MI:SS.US')) FROM " +
		versionTable + " ORDER BY id").Scan(&rows).Error
	return strings.Join(rows, "\n"), err
}
