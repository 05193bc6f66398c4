package cluster

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"
)

// channel is what is notified with each commit of the books.
const channel = "nodeledger_books"

// Notify wakes the other servers up when a transaction is committed.
func Notify(tx *gorm.DB) error {
	return tx.Exec("SELECT pg_notify(?, current_setting('application_name'))", channel).Error
}

// relisten is after how long a connection is made again that was lost. Until then whoever does not lead looks once a second.
const relisten = 2 * time.Second

// listen wakes this server up when the books were written to, until the context ends.
func (m *Member) listen(ctx context.Context) {
	for ctx.Err() == nil {
		_ = m.listenOnce(ctx) // what is wrong with the database is said by whoever looks at the lease
		select {
		case <-ctx.Done():
		case <-time.After(relisten):
		}
	}
}

func (m *Member) listenOnce(ctx context.Context) error {
	c, err := pgx.ConnectConfig(ctx, m.config.Copy())
	if err != nil {
		return err
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, "LISTEN "+channel); err != nil {
		return err
	}
	for {
		of, err := c.WaitForNotification(ctx)
		if err != nil {
			return err
		}
		if of.Payload != "nodeledger "+m.name { // what this server wrote it knows
			m.wakeUp()
		}
	}
}
