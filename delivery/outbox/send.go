package outbox

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/nodeledger/nodeledger/notice"
)

// Configure says which targets there are from now on. One that is elsewhere now is tried anew; what waits for one that is no more is
// given up.
func (o *Outbox) Configure(ctx context.Context, targets []notice.Target) error {
	return o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec("UPDATE endpoint SET present = 0").Error; err != nil {
			return err
		}
		for i := range targets {
			t := &targets[i]
			if err := tx.Exec(`INSERT INTO endpoint (name, kind, place, present, failures, next, gone, delivered, failed)
				VALUES (?, ?, ?, 1, 0, 0, 0, 0, 0) ON CONFLICT (name) DO UPDATE SET present = 1,
				failures = CASE WHEN endpoint.place = excluded.place THEN endpoint.failures ELSE 0 END,
				next = CASE WHEN endpoint.place = excluded.place THEN endpoint.next ELSE 0 END,
				gone = CASE WHEN endpoint.place = excluded.place THEN endpoint.gone ELSE 0 END,
				kind = excluded.kind, place = excluded.place`, t.Name, string(t.Kind), t.Where).Error; err != nil {
				return err
			}
		}
		return tx.Exec(`UPDATE delivery SET state = 'dead' WHERE state = 'waiting'
			AND endpoint IN (SELECT name FROM endpoint WHERE present = 0)`).Error
	})
}

// Next is what an endpoint is to be sent now; nil when nothing waits, or the endpoint is left alone.
func (o *Outbox) Next(ctx context.Context, endpoint string, now time.Time) (*notice.Delivery, error) {
	var rows []loggedRow
	err := o.db.WithContext(ctx).Raw(logged+` JOIN endpoint e ON e.name = d.endpoint
		WHERE d.endpoint = ? AND d.state = 'waiting' AND e.present = 1 AND e.gone = 0 AND e.next <= ? ORDER BY d.number LIMIT 1`,
		endpoint, now.UnixMilli()).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	d := rows[0].delivery()
	return &d, nil
}

// Result is what an attempt came to.
type Result struct {
	notice.Attempt
	State notice.State // Delivered, Waiting for another attempt, or Dead
	Next  time.Time    // of one that failed: nothing is sent to the endpoint before
	Gone  bool         // the endpoint is no more
}

// Mark keeps what an attempt came to.
func (o *Outbox) Mark(ctx context.Context, d *notice.Delivery, r *Result) error {
	return o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		var try int
		if err := tx.Raw("UPDATE delivery SET state = ?, tries = tries + 1 WHERE number = ? RETURNING tries", string(r.State), d.Number).
			Scan(&try).Error; err != nil {
			return err
		}
		row := attemptRow{Delivery: int64(d.Number), Try: try, At: r.At.UnixMilli(), Status: r.Status, Latency: r.Latency.Milliseconds(),
			Error: r.Error}
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return err
		}
		if r.State == notice.Delivered {
			return tx.Exec("UPDATE endpoint SET failures = 0, next = 0, gone = 0, delivered = delivered + 1 WHERE name = ?", d.Endpoint).Error
		}
		gone := 0
		if r.Gone {
			gone = 1
		}
		return tx.Exec("UPDATE endpoint SET failures = failures + 1, next = ?, gone = ?, failed = failed + 1 WHERE name = ?",
			r.Next.UnixMilli(), gone, d.Endpoint).Error
	})
}

// Failures is how many attempts at an endpoint failed in a row.
func (o *Outbox) Failures(ctx context.Context, endpoint string) (n int, err error) {
	err = o.db.WithContext(ctx).Raw("SELECT failures FROM endpoint WHERE name = ?", endpoint).Scan(&n).Error
	return n, err
}

// GiveUp gives up what waits since before an instant for endpoints that are gone.
func (o *Outbox) GiveUp(ctx context.Context, before time.Time) error {
	return o.db.WithContext(ctx).Exec(`UPDATE delivery SET state = 'dead' WHERE state = 'waiting' AND queued < ?
		AND endpoint IN (SELECT name FROM endpoint WHERE gone = 1)`, before.UnixMilli()).Error
}
