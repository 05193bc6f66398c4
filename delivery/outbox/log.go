package outbox

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/problem"
)

type attemptRow struct {
	Delivery int64
	Try      int
	At       int64
	Status   int
	Latency  int64
	Error    string
}

func (attemptRow) TableName() string { return "attempt" }

// logged reads deliveries with their notices.
const logged = `SELECT d.number, d.endpoint, d.notice, d.state, d.queued, d.tries, n.type, n.at, n.wallet, n.body
	FROM delivery d JOIN notice n ON n.id = d.notice`

type loggedRow struct {
	Number                  int64
	Endpoint, Notice, State string
	Queued                  int64
	Tries                   int
	Type                    string
	At                      int64
	Wallet, Body            string
}

func (r *loggedRow) delivery() notice.Delivery {
	return notice.Delivery{
		Number: uint64(r.Number), Endpoint: r.Endpoint, Notice: r.Notice, Type: notice.Type(r.Type), At: time.UnixMilli(r.At).UTC(),
		Wallet: r.Wallet, Body: r.Body, State: notice.State(r.State), Queued: time.UnixMilli(r.Queued).UTC(), Tries: r.Tries,
	}
}

// attemptsShown is how many of the last attempts of a delivery the log shows.
const attemptsShown = 5

// Endpoints are those that the configuration names, by name.
func (o *Outbox) Endpoints(ctx context.Context) (list []notice.Status, err error) {
	var rows []struct {
		Name, Kind, Place string
		Failures, Gone    int
		Next              int64
		Delivered, Failed int64
		Waiting, Dead     int
		Oldest            int64
	}
	err = o.db.WithContext(ctx).Raw(`SELECT e.*,
		(SELECT count(*) FROM delivery d WHERE d.endpoint = e.name AND d.state = 'waiting') AS waiting,
		(SELECT count(*) FROM delivery d WHERE d.endpoint = e.name AND d.state = 'dead') AS dead,
		(SELECT coalesce(min(queued), 0) FROM delivery d WHERE d.endpoint = e.name AND d.state = 'waiting') AS oldest
		FROM endpoint e WHERE e.present = 1 ORDER BY e.name`).Scan(&rows).Error
	for i := range rows {
		r := &rows[i]
		s := notice.Status{
			Name: r.Name, Kind: notice.Kind(r.Kind), Where: r.Place, Failures: r.Failures, Gone: r.Gone == 1, Waiting: r.Waiting,
			Delivered: uint64(r.Delivered), Failed: uint64(r.Failed), Dead: uint64(r.Dead),
		}
		if r.Next > 0 {
			s.Next = time.UnixMilli(r.Next).UTC()
		}
		if r.Oldest > 0 {
			s.Oldest = time.UnixMilli(r.Oldest).UTC()
		}
		list = append(list, s)
	}
	return list, err
}

// Deliveries are a page of the log, the newest first, each with its last attempts. next is the number to go on before; 0: this was the
// last page.
func (o *Outbox) Deliveries(ctx context.Context, p notice.Page) (list []notice.Delivery, next uint64, err error) {
	q := o.db.WithContext(ctx).Table("(" + logged + ") AS l")
	if p.Endpoint != "" {
		q = q.Where("endpoint = ?", p.Endpoint)
	}
	if p.State != "" {
		q = q.Where("state = ?", string(p.State))
	}
	if p.Before > 0 {
		q = q.Where("number < ?", p.Before)
	}
	var rows []loggedRow
	if err := q.Order("number DESC").Limit(p.Limit + 1).Scan(&rows).Error; err != nil {
		return nil, 0, err
	}
	if len(rows) > p.Limit {
		rows = rows[:p.Limit]
		next = uint64(rows[p.Limit-1].Number)
	}
	numbers, at := make([]int64, len(rows)), map[int64]int{}
	for i := range rows {
		list = append(list, rows[i].delivery())
		numbers[i], at[rows[i].Number] = rows[i].Number, i
	}
	var attempts []attemptRow
	if err := o.db.WithContext(ctx).Raw(`SELECT a.* FROM attempt a JOIN delivery d ON d.number = a.delivery
		WHERE a.delivery IN ? AND a.try > d.tries - ? ORDER BY a.delivery, a.try`, numbers, attemptsShown).Scan(&attempts).Error; err != nil {
		return nil, 0, err
	}
	for _, a := range attempts {
		d := &list[at[a.Delivery]]
		d.Attempts = append(d.Attempts, notice.Attempt{At: time.UnixMilli(a.At).UTC(), Status: a.Status,
			Latency: time.Duration(a.Latency) * time.Millisecond, Error: a.Error})
	}
	return list, next, nil
}

// Resend sends a delivery again, with the ID that it had, before what waits behind it. An endpoint that was left alone is tried at once.
func (o *Outbox) Resend(ctx context.Context, number uint64, now time.Time) error {
	return o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		var endpoint string
		if err := tx.Raw("UPDATE delivery SET state = 'waiting', queued = ? WHERE number = ? RETURNING endpoint", now.UnixMilli(), number).
			Scan(&endpoint).Error; err != nil {
			return err
		}
		if endpoint == "" {
			return problem.NotFoundf("there is no delivery %d in the log of notices", number)
		}
		return tryAnew(tx, endpoint)
	})
}

// Try sends a letter to one endpoint alone, whether it wants its type or not.
func (o *Outbox) Try(ctx context.Context, endpoint string, l Letter, now time.Time) (number uint64, err error) {
	err = o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tryAnew(tx, endpoint); err != nil {
			return err
		}
		sent := []deliveryRow{{Endpoint: endpoint, Notice: l.ID, State: string(notice.Waiting), Queued: now.UnixMilli()}}
		err := write(tx, []noticeRow{rowOf(&l, now)}, sent)
		number = uint64(sent[0].Number)
		return err
	})
	return number, err
}

// tryAnew lets an endpoint be tried at once.
func tryAnew(tx *gorm.DB, endpoint string) error {
	r := tx.Exec("UPDATE endpoint SET next = 0, gone = 0 WHERE name = ? AND present = 1", endpoint)
	if r.Error == nil && r.RowsAffected == 0 {
		return problem.NotFoundf("there is no endpoint %.60s for notices: `nodeledger notices list` names those that there are", endpoint)
	}
	return r.Error
}
