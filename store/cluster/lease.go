package cluster

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Lasting is how long a lease lasts that is not renewed.
const Lasting = 6 * time.Second

// take takes the lease where nobody holds it, and gives the token of the new term; zero: somebody else holds it. before is whose term ended
// without being released.
func (m *Member) take(ctx context.Context) (token uint64, before string, err error) {
	err = m.pool.QueryRowContext(ctx, `UPDATE lease SET holder = $1, token = lease.token + 1, until = clock_timestamp() + $2 * interval '1 ms'
		FROM (SELECT holder FROM lease WHERE id = 1) AS was
		WHERE id = 1 AND (until <= clock_timestamp() OR lease.holder = $1) RETURNING token, was.holder`,
		m.name, m.lasting.Milliseconds()).Scan(&token, &before)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return token, before, err
}

// renew goes on with a term. It says false when the term has ended.
func (m *Member) renew(ctx context.Context, token uint64) (bool, error) {
	done, err := m.pool.ExecContext(ctx, `UPDATE lease SET until = clock_timestamp() + $2 * interval '1 ms'
		WHERE id = 1 AND token = $1 AND until > clock_timestamp()`, token, m.lasting.Milliseconds())
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	return n == 1, err
}

// release ends a term, so that somebody else begins one at once.
func (m *Member) release(ctx context.Context, token uint64) error {
	_, err := m.pool.ExecContext(ctx, "UPDATE lease SET holder = '', until = clock_timestamp() WHERE id = 1 AND token = $1", token)
	return err
}

// evict ends the connections of a server that did not release the lease. It may be asleep in the middle of a transaction.
func (m *Member) evict(ctx context.Context, server string) error {
	_, err := m.pool.ExecContext(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND usename = current_user AND application_name = 'nodeledger ' || $1`, server)
	return err
}

// appear says that this server is there, and counts those that are.
func (m *Member) appear(ctx context.Context) error {
	if _, err := m.pool.ExecContext(ctx, `INSERT INTO member VALUES ($1, clock_timestamp() + $2 * interval '1 ms')
		ON CONFLICT (name) DO UPDATE SET until = excluded.until`, m.name, (2*appearing + m.lasting).Milliseconds()); err != nil {
		return err
	}
	if _, err := m.pool.ExecContext(ctx, "DELETE FROM member WHERE until < clock_timestamp()"); err != nil {
		return err
	}
	var n int64
	err := m.pool.QueryRowContext(ctx, "SELECT count(*) FROM member").Scan(&n)
	if err == nil {
		m.servers.Store(n)
	}
	return err
}
