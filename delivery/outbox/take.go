package outbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
)

// ErrNoTurn says that another process has the turn to send.
var ErrNoTurn = errors.New("another process sends the notices")

// Place is how far the books were looked at.
type Place struct {
	Began    time.Time
	Sequence uint64      // the last transaction that was looked at
	Hash     ledger.Hash // of it; zero before the first
}

// Letter is a notice with the body in which it is sent.
type Letter struct {
	notice.Notice
	Body string
}

// Batch is what is taken in at once. Nil Episodes leave them as they are.
type Batch struct {
	Place    Place
	Episodes map[notice.Condition]notice.Episode
	Letters  []Letter
	Targets  []notice.Target
}

type noticeRow struct {
	ID, Type string
	At       int64
	Wallet   string
	Body     string
	Made     int64
}

func (noticeRow) TableName() string { return "notice" }

type deliveryRow struct {
	Number           int64
	Endpoint, Notice string
	State            string
	Queued           int64
	Tries            int
}

func (deliveryRow) TableName() string { return "delivery" }

type episodeRow struct {
	Trouble, About string
	Since          int64
	Silent         bool
}

func (episodeRow) TableName() string { return "episode" }

type senderRow struct {
	Began, Sequence int64
	Hash            string
	Looked          bool
}

// rowsAtOnce is how many rows one statement writes or names: SQLite takes 32,766 parameters.
const rowsAtOnce = 500

// Turn takes the turn to send, or prolongs it, until an instant. It says false when another process has it.
func (o *Outbox) Turn(ctx context.Context, holder string, now, until time.Time) (bool, error) {
	r := o.db.WithContext(ctx).Exec("UPDATE sender SET holder = ?, until = ? WHERE holder = ? OR until < ?", holder, until.UnixMilli(), holder,
		now.UnixMilli())
	return r.RowsAffected == 1, r.Error
}

// EndTurn lets another process take the turn at once.
func (o *Outbox) EndTurn(ctx context.Context, holder string) error {
	return o.db.WithContext(ctx).Exec("UPDATE sender SET until = 0, holder = '' WHERE holder = ?", holder).Error
}

// Seen is how far the books were looked at, and the episodes that last; nil when health was never looked at.
func (o *Outbox) Seen(ctx context.Context) (at Place, episodes map[notice.Condition]notice.Episode, err error) {
	err = o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		var s senderRow
		if err := tx.Raw("SELECT began, sequence, hash, looked FROM sender").Scan(&s).Error; err != nil {
			return err
		}
		at = Place{Began: time.UnixMilli(s.Began).UTC(), Sequence: uint64(s.Sequence)}
		if s.Hash != "" {
			var err error
			if at.Hash, err = ledger.ParseHash(s.Hash); err != nil {
				return err
			}
		}
		if !s.Looked {
			return nil
		}
		var rows []episodeRow
		err := tx.Find(&rows).Error
		episodes = map[notice.Condition]notice.Episode{}
		for _, r := range rows {
			episodes[notice.Condition(r.Trouble)] = notice.Episode{About: r.About, Since: time.UnixMilli(r.Since).UTC(), Silent: r.Silent}
		}
		return err
	})
	return at, episodes, err
}

// Take takes a batch in. Notices that are there already lead to nothing. ErrNoTurn when another process has the turn by now.
func (o *Outbox) Take(ctx context.Context, holder string, b Batch, now time.Time) error {
	return o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		hash := ""
		if b.Place.Hash != (ledger.Hash{}) {
			hash = b.Place.Hash.String()
		}
		r := tx.Exec("UPDATE sender SET sequence = ?, hash = ? WHERE holder = ?", b.Place.Sequence, hash, holder)
		if r.Error != nil || r.RowsAffected == 0 {
			return errors.Join(r.Error, ErrNoTurn)
		}
		if b.Episodes != nil {
			if err := keepEpisodes(tx, b.Episodes); err != nil {
				return err
			}
		}
		for from := 0; from < len(b.Letters); from += rowsAtOnce {
			if err := queue(tx, b.Letters[from:min(from+rowsAtOnce, len(b.Letters))], b.Targets, now); err != nil {
				return err
			}
		}
		return nil
	})
}

func keepEpisodes(tx *gorm.DB, episodes map[notice.Condition]notice.Episode) error {
	if err := tx.Exec("UPDATE sender SET looked = 1").Error; err != nil {
		return err
	}
	if err := tx.Exec("DELETE FROM episode").Error; err != nil {
		return err
	}
	for c, e := range episodes {
		silent := 0
		if e.Silent {
			silent = 1
		}
		if err := tx.Exec("INSERT INTO episode (trouble, about, since, silent) VALUES (?, ?, ?, ?)", string(c), e.About, e.Since.UnixMilli(),
			silent).Error; err != nil {
			return err
		}
	}
	return nil
}

// queue writes the letters that are new, and a delivery for each target that wants one.
func queue(tx *gorm.DB, letters []Letter, targets []notice.Target, now time.Time) error {
	ids := make([]string, len(letters))
	for i := range letters {
		ids[i] = letters[i].ID
	}
	var known []string
	if err := tx.Model(&noticeRow{}).Where("id IN ?", ids).Pluck("id", &known).Error; err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, id := range known {
		seen[id] = true
	}
	var rows []noticeRow
	var sent []deliveryRow
	for i := range letters {
		l := &letters[i]
		if seen[l.ID] {
			continue
		}
		seen[l.ID] = true
		rows = append(rows, rowOf(l, now))
		for j := range targets {
			if targets[j].Wants(&l.Notice) {
				sent = append(sent, deliveryRow{Endpoint: targets[j].Name, Notice: l.ID, State: string(notice.Waiting), Queued: now.UnixMilli()})
			}
		}
	}
	return write(tx, rows, sent)
}

func rowOf(l *Letter, now time.Time) noticeRow {
	row := noticeRow{ID: l.ID, Type: string(l.Type), At: l.At.UnixMilli(), Body: l.Body, Made: now.UnixMilli()}
	if l.Wallet != (ledger.Wallet{}) {
		row.Wallet = l.Wallet.String()
	}
	return row
}

// write writes notices, and their deliveries with the next numbers. The row with the last number makes others wait.
func write(tx *gorm.DB, rows []noticeRow, sent []deliveryRow) error {
	if len(rows) == 0 {
		return nil
	}
	if err := tx.CreateInBatches(rows, rowsAtOnce).Error; err != nil || len(sent) == 0 {
		return err
	}
	var last int64
	if err := tx.Raw("UPDATE sender SET last = last + ? RETURNING last", len(sent)).Scan(&last).Error; err != nil {
		return err
	}
	for i := range sent {
		sent[i].Number = last - int64(len(sent)) + int64(i) + 1
	}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(sent, rowsAtOnce).Error
}

// Forget forgets notices that were taken in before an instant and wait nowhere, and what became of them. From then on nothing is told
// that happened before it: it could not be known whether it was told already.
func (o *Outbox) Forget(ctx context.Context, holder string, before time.Time) error {
	return o.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		r := tx.Exec("UPDATE sender SET began = ? WHERE holder = ? AND began < ?", before.UnixMilli(), holder, before.UnixMilli())
		if r.Error != nil || r.RowsAffected == 0 {
			return r.Error
		}
		const old = "SELECT id FROM notice WHERE made < ? AND id NOT IN (SELECT notice FROM delivery WHERE state = 'waiting')"
		for _, statement := range []string{
			"DELETE FROM attempt WHERE delivery IN (SELECT number FROM delivery WHERE notice IN (" + old + "))",
			"DELETE FROM delivery WHERE notice IN (" + old + ")",
			"DELETE FROM notice WHERE id IN (" + old + ")",
		} {
			if err := tx.Exec(statement, before.UnixMilli()).Error; err != nil {
				return fmt.Errorf("old notices cannot be forgotten: %w", err)
			}
		}
		return nil
	})
}
