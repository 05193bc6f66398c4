package postgres

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// givenUp is where a connection keeps that its server gave up waiting.
const givenUp = "nodeledger: gave up waiting for the replica"

// note keeps a server's word that it committed and waits no longer for its synchronous replica. It is a warning of one place in PostgreSQL,
// and the commit is answered as any other.
func note(c *pgconn.PgConn, n *pgconn.Notice) {
	if n.Routine == "SyncRepWaitForLSN" {
		c.CustomData()[givenUp] = true
	}
}

// Settle waits, where the server gave up waiting for its synchronous replica since it was last asked on this connection, until what was
// committed is there. It costs nothing otherwise. An error says that it may not be there, and is that of the context or of the server.
func Settle(ctx context.Context, c *sql.Conn) error {
	waited, err := takeNote(c)
	if err != nil || waited {
		return err
	}
	return Replicated(ctx, c)
}

// Replicated waits until everything that was committed before is where a commit has to be before it is answered: on the synchronous
// replicas, where the server has some. What somebody else committed may be on this server alone although everybody can read it: the server
// shows it when nobody waits for the replica any more, because the one who did went away or the server was started anew. The log is sent in
// its order, so a message that is written into it now is there after everything else. It writes no row.
func Replicated(ctx context.Context, c *sql.Conn) error {
	for {
		if _, err := c.ExecContext(ctx, "SELECT pg_logical_emit_message(true, 'nodeledger', '')"); err != nil {
			return err
		}
		if waited, err := takeNote(c); err != nil || waited {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// takeNote says whether the server waited as it should, and forgets what was noted of it.
func takeNote(c *sql.Conn) (waited bool, err error) {
	err = c.Raw(func(driver any) error {
		noted := driver.(*stdlib.Conn).Conn().PgConn().CustomData()
		waited = noted[givenUp] == nil
		delete(noted, givenUp)
		return nil
	})
	return waited, err
}
