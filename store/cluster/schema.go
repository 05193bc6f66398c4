package cluster

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/nodeledger/nodeledger/postgres"
)

// schema has the tables.
const schema = "nodeledger_cluster"

//go:embed schema.sql
var tables string

// Holds says whether books are in a database that several servers may share.
func Holds(books string) bool {
	return strings.HasPrefix(books, "postgres://") || strings.HasPrefix(books, "postgresql://")
}

// Named is the URL of books for the connections of one server, so that others can tell which are its own. A file stays as it is.
func Named(books, server string) string {
	if !Holds(books) {
		return books
	}
	sign := "?"
	if strings.Contains(books, "?") {
		sign = "&"
	}
	return books + sign + "application_name=nodeledger%20" + server
}

// configure reads a URL for connections of a server.
func configure(books, server string) (*pgx.ConnConfig, error) {
	return postgres.Config(books, map[string]string{"application_name": "nodeledger " + server + " lease", "search_path": schema})
}

// connect opens the schema, and makes it where it is missing.
func connect(ctx context.Context, config *pgx.ConnConfig) (*sql.DB, error) {
	pool := stdlib.OpenDB(*config)
	pool.SetMaxOpenConns(6)
	tx, err := pool.BeginTx(ctx, nil)
	if err == nil {
		_, err = tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock(7310579437)") // servers that start together make it one after the other
		if err == nil {
			_, err = tx.ExecContext(ctx, tables)
		}
		if err == nil {
			err = tx.Commit()
		} else {
			err = errors.Join(err, tx.Rollback())
		}
	}
	if err != nil {
		err = fmt.Errorf("the schema %s cannot be made, the user needs CREATE on the database: %w", schema, err)
		return nil, errors.Join(err, pool.Close())
	}
	return pool, nil
}
