package cluster

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Vault keeps the sessions of all servers. It is safe for concurrent use.
type Vault struct {
	pool *sql.DB
	key  [32]byte
}

// Vault is that of a member's database, with a key that the first of all servers made.
func (m *Member) Vault(ctx context.Context) (*Vault, error) {
	v := &Vault{pool: m.pool}
	var made [32]byte
	_, _ = rand.Read(made[:]) // it ends the process rather than fail
	if _, err := m.pool.ExecContext(ctx, "INSERT INTO nonce_key VALUES (1, $1) ON CONFLICT DO NOTHING", made[:]); err != nil {
		return nil, away(err)
	}
	var key []byte
	if err := m.pool.QueryRowContext(ctx, "SELECT key FROM nonce_key").Scan(&key); err != nil {
		return nil, away(err)
	}
	if copy(v.key[:], key) != len(key) || len(key) != len(v.key) {
		return nil, errors.New("the key of nonces in the schema " + schema + " is not one: drop the schema, everybody signs in again then")
	}
	return v, nil
}

// away says of a failure that the database does not answer.
func away(err error) error {
	if err == nil {
		return nil
	}
	return problem.New(problem.Unavailable, problem.NoDatabase,
		"the database that keeps sessions does not answer (%w): try again when it does", err)
}

// NonceKey is the key that makes nonces out of invitations.
func (v *Vault) NonceKey() [32]byte { return v.key }

// StartSession keeps a session; it says false when its nonce opened one before. Of more than most of a wallet the oldest ends.
func (v *Vault) StartSession(ctx context.Context, s struct {
	ID              [sha256.Size]byte
	Wallet          string
	Issued, Expires time.Time
	Sealed          []byte
}, nonce string, ends time.Time, most int) (ok bool, err error) {
	tx, err := v.pool.BeginTx(ctx, nil)
	if err != nil {
		return false, away(err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "DELETE FROM nonce WHERE ends <= $1", s.Issued); err != nil {
		return false, away(err)
	}
	done, err := tx.ExecContext(ctx, "INSERT INTO nonce VALUES ($1, $2) ON CONFLICT DO NOTHING", nonce, ends)
	if err != nil {
		return false, away(err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return false, away(err)
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM session WHERE expires <= $1 OR id IN
		(SELECT id FROM session WHERE wallet = $2 AND expires > $1 ORDER BY expires DESC, id OFFSET $3)`,
		s.Issued, s.Wallet, most-1); err != nil {
		return false, away(err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO session VALUES ($1, $2, $3, $4)", s.ID[:], s.Wallet, s.Expires, s.Sealed); err != nil {
		return false, away(err)
	}
	return true, away(tx.Commit())
}

// Session is what was sealed of a session that has not ended; nil: there is none.
func (v *Vault) Session(ctx context.Context, id [sha256.Size]byte, now time.Time) (sealed []byte, err error) {
	err = v.pool.QueryRowContext(ctx, "SELECT sealed FROM session WHERE id = $1 AND expires > $2", id[:], now).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return sealed, away(err)
}

// EndSession ends a session, where there is one.
func (v *Vault) EndSession(ctx context.Context, id [sha256.Size]byte) error {
	_, err := v.pool.ExecContext(ctx, "DELETE FROM session WHERE id = $1", id[:])
	return away(err)
}
