package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/problem"
)

//go:embed migrations
var migrations embed.FS

var folders = map[goose.Dialect]string{goose.DialectSQLite3: "sqlite", goose.DialectPostgres: "postgres"}

// versionTable is where goose keeps which migrations were applied.
const versionTable = goose.DefaultTablename

func provider(dialect goose.Dialect, pool *sql.DB) (*goose.Provider, error) {
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if dialect == goose.DialectPostgres {
		// Two programs that start together migrate one after the other.
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60))
		if err != nil {
			return nil, err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(migrations, "migrations/"+folders[dialect])
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, pool, files, options...)
}

// newest is the version of the newest migration that this program knows.
func newest(dialect goose.Dialect) (version int64, err error) {
	files, err := fs.Glob(migrations, "migrations/"+folders[dialect]+"/*.sql")
	for _, f := range files {
		v, bad := goose.NumericComponent(f)
		version, err = max(version, v), errors.Join(err, bad)
	}
	return version, err
}

// migrate brings the tables to the newest version. Another program may do the same at this moment; whoever comes second
// finds the work done.
func migrate(ctx context.Context, dialect goose.Dialect, pool *sql.DB) (changed bool, err error) {
	p, err := provider(dialect, pool)
	if err != nil {
		return false, err
	}
	for range 3 {
		var done []*goose.MigrationResult
		if done, err = p.Up(ctx); err == nil {
			return len(done) > 0, nil
		}
	}
	return false, fmt.Errorf("the tables cannot be brought to the newest version: %w", err)
}

// checkSchema checks that a database which is not empty holds books, of a version that this program knows: exactly the newest
// when it may not migrate. Books of an older chart of accounts are not migrated, and read for a rebuild only.
func (s *Store) checkSchema(db *gorm.DB, known int64, named string) error {
	m := db.Migrator()
	tables, err := m.GetTables()
	if err != nil {
		return err
	}
	if len(tables) == 0 {
		if !s.access.writes() {
			return problem.New(problem.Conflict, problem.NothingBooked,
				"there are no books in %s: check the name, or make them with a command that writes", s.where)
		}
		return nil
	}
	whole := m.HasTable("journal") && m.HasTable("head") && m.HasTable("identity")
	switch {
	case !m.HasTable(versionTable):
		return problem.Conflictf("%s holds tables of another program: name an empty database", s.where)
	case !whole && !s.access.writes(): // whoever was to make them was interrupted
		return problem.New(problem.Conflict, problem.NothingBooked,
			"there are no books in %s yet: run a command that writes, which makes them", s.where)
	}
	var version sql.NullInt64
	if err := db.Table(versionTable).Select("max(version_id)").Where("is_applied").Scan(&version).Error; err != nil {
		return err
	}
	if version.Int64 > known {
		return problem.Conflictf("the books in %s are of version %d, this program knows %d: install a newer nodeledger",
			s.where, version.Int64, known)
	}
	if whole {
		if s.chart, err = chartOf(db, version.Int64); err != nil {
			return err
		}
		s.older = s.chart != 0 && version.Int64 < treeMigration
		if unfinished, err := s.dialect.unfinished(db); err != nil {
			return err
		} else if unfinished {
			return problem.Conflictf("the books in %s are not finished: they are still being made out of other ones, or whoever made them was "+
				"stopped, and then facts are missing: remove them and make them again, or name another place", s.where)
		}
	}
	if s.access == forInputs {
		return nil
	}
	if err := s.checkForm(named); err != nil {
		return err
	}
	if version.Int64 < known && s.access == forReading {
		return problem.Conflictf("the books in %s are of version %d, this program reads %d: run a command that writes once to bring them up",
			s.where, version.Int64, known)
	}
	return nil
}

// reseal renews the digest of the table of migrations after it has changed.
func reseal(d dialect, tx *transaction) error {
	head, err := readHead(tx.DB)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	versions, err := d.versions(tx.DB)
	if err != nil {
		return err
	}
	head.Versions = newDigest("versions").text(versions).sum()
	return writeHead(tx.DB, head)
}

// compareSchemas finds the first name, in order, whose definition differs; the text is empty when none does.
func compareSchemas(have, want map[string]string) (name, text string) {
	names := maps.Clone(want)
	maps.Copy(names, have)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		h, present := have[name]
		w, wanted := want[name]
		switch {
		case !present:
			return name, "it is missing"
		case !wanted:
			return name, "it does not belong to the books"
		case h != w:
			return name, "it is not what the migrations made"
		}
	}
	return "", ""
}
