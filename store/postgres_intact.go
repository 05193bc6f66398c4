package store

import (
	"context"
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

// damaged says that the server cannot read its own files (class XX, or an index or page that makes no sense).
func (d *pgDialect) damaged(err error) bool { return strings.HasPrefix(sqlState(err), "XX") }

var (
	//go:embed postgres_form.sql
	pgFormQuery string
	// pgFormMade is what the query says of what the migrations make; `go test ./store -run Form -update` writes it. The server's own
	// statements could make it anew, but not where nobody may write: on a replica, or for a user who may only read.
	//go:embed postgres_form.json
	pgFormMade []byte
)

// intact checks that the tables have, in every part, the form that the migrations make, and that nothing stands between them and the
// program. PostgreSQL looks after its pages itself; whoever replaced its own functions is not found.
func (d *pgDialect) intact(_ context.Context, tx *gorm.DB) error {
	if err := pgSettings(tx); err != nil {
		return err
	}
	want, err := pgMigrated()
	if err != nil {
		return err
	}
	parts, err := d.postings.Parts(tx)
	if err != nil {
		return err
	}
	withParts(want, parts)
	have, err := pgForm(tx, want)
	if err != nil {
		return err
	}
	for _, kind := range []string{"table ", ""} { // what is wrong with a whole table comes before its parts
		others := func(name, _ string) bool { return !strings.HasPrefix(name, kind) }
		h, w := maps.Clone(have), maps.Clone(want)
		maps.DeleteFunc(h, others)
		maps.DeleteFunc(w, others)
		if name, text := compareSchemas(h, w); text != "" {
			return ledger.Differs("pg_catalog", name, "%s", text)
		}
	}
	return nil
}

// pgSettings checks what decides, for this session, whether triggers fire and whose functions are called.
func pgSettings(tx *gorm.DB) error {
	var s struct{ Replication, Path string }
	err := tx.Raw(`SELECT pg_catalog.current_setting('session_replication_role') AS replication,
		pg_catalog.current_setting('search_path') AS path`).Scan(&s).Error
	if err != nil {
		return err
	}
	if s.Replication == "replica" {
		return ledger.Differs("pg_catalog", "setting session_replication_role", "it is replica, so no trigger fires")
	}
	for i, schema := range strings.Split(s.Path, ",") {
		if strings.Trim(schema, ` "`) == "pg_catalog" && i > 0 {
			return ledger.Differs("pg_catalog", "setting search_path", "it puts others before PostgreSQL's own functions: %s", s.Path)
		}
	}
	return nil
}

func pgMigrated() (form map[string]string, err error) {
	return form, json.Unmarshal(pgFormMade, &form)
}

// withParts adds to a form what it says of the first part of the postings, for each other part.
func withParts(form map[string]string, parts []string) {
	made := maps.Clone(form)
	for _, part := range parts {
		if number, ok := strings.CutPrefix(part, "posting_"); !ok || strings.Trim(number, "0123456789") != "" {
			continue // it is no part of ours
		}
		like := strings.NewReplacer("posting_1", part) // the only part that the migrations make
		for name, text := range made {
			if strings.Contains(name, "posting_1") {
				form[like.Replace(name)] = like.Replace(text)
			}
		}
	}
}

// pgForm is the form of the tables that a form names, and of the indexes that it names. Another index, which somebody added to look
// things up, does no harm unless it refuses rows or calls functions. It is asked in a transaction.
func pgForm(tx *gorm.DB, of map[string]string) (map[string]string, error) {
	var tables, indexes []string
	for name := range of {
		if table, ok := strings.CutPrefix(name, "table "); ok {
			tables = append(tables, table)
		}
		if index, ok := strings.CutPrefix(name, "index "); ok {
			index, _, _ = strings.Cut(index, " of ")
			indexes = append(indexes, index)
		}
	}
	slices.Sort(tables)
	var found []int64 // what the program's own statements find by these names
	err := tx.Raw(`SELECT oid FROM (SELECT pg_catalog.to_regclass(pg_catalog.quote_ident(name))::oid::bigint AS oid
		FROM pg_catalog.unnest(?::text[]) AS wanted (name)) AS found WHERE oid IS NOT NULL`, pgTexts(tables)).Scan(&found).Error
	if err != nil {
		return nil, err
	}
	var rows []struct{ Name, Form string }
	for _, step := range []func() error{
		func() error { return tx.Exec("SAVEPOINT form").Error },
		func() error { return tx.Exec("SET LOCAL search_path = pg_catalog, pg_temp").Error },
		func() error { return tx.Exec("SET LOCAL quote_all_identifiers = off").Error },
		func() error {
			return tx.Raw(pgFormQuery, pgNumbers(found), versionTable, pgTexts(indexes)).Scan(&rows).Error
		},
		func() error { return tx.Exec("ROLLBACK TO SAVEPOINT form").Error }, // takes the settings back
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	form := map[string]string{}
	for _, r := range rows {
		form[r.Name] = r.Form
	}
	return form, nil
}

func (d *pgDialect) versions(tx *gorm.DB) (string, error) {
	var rows []string
	err := tx.Raw("SELECT pg_catalog.concat_ws(',', id, version_id, is_applied, pg_catalog.to_char(tstamp, 'YYYY-MM-DD HH24:MI:SS.US'))" +
		" FROM " + versionTable + " ORDER BY id").Scan(&rows).Error
	return strings.Join(rows, "\n"), err
}
