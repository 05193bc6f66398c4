package postgres

import (
	"fmt"
	"maps"

	"github.com/jackc/pgx/v5"
)

// Config reads a postgres:// URL for connections that are dialled with [Dial], in UTC, answer a commit when it is on disk whatever the
// server's default, and notice what [Settle] waits for. settings are the session's own, beside these.
func Config(url string, settings map[string]string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("the PostgreSQL URL cannot be read, write postgres://user:password@host:port/database: %w", err)
	}
	config.DialFunc, config.OnNotice = Dial, note
	maps.Copy(config.RuntimeParams, map[string]string{"timezone": "UTC", "synchronous_commit": "on",
		"client_min_messages": "notice"})
	maps.Copy(config.RuntimeParams, settings)
	return config, nil
}
