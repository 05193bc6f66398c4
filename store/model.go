package store

import (
	"gorm.io/gorm"
	"gorm.io/gorm/schema"
)

// The rows of the tables, column by column, as they are stored: hashes as bytes, amounts as digits. Turning them into the
// ledger's own types, which refuse what cannot be, happens in the files of the tables.

type accountRow struct {
	ID     int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Path   string `gorm:"not null"`
	Digest []byte `gorm:"not null"`
}

type journalRow struct {
	Sequence    int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Kind        string `gorm:"not null"`
	Program     string `gorm:"not null"`
	Rule        string `gorm:"not null"`
	Effective   int64  `gorm:"not null"`
	Booked      int64  `gorm:"not null"`
	Origin      string `gorm:"not null"`
	Chain       int64  `gorm:"not null"`
	BlockNumber int64  `gorm:"not null"`
	BlockHash   []byte `gorm:"not null"`
	TxHash      []byte `gorm:"not null"`
	LogIndex    int64  `gorm:"not null"`
	Leg         string `gorm:"not null"`
	Generation  int64  `gorm:"not null"`
	Name        string `gorm:"not null"`
	Reference   string `gorm:"not null"`
	Reversal    int64  `gorm:"not null"`
	Reverses    int64  `gorm:"not null"`
	Meta        string `gorm:"not null"`
	Postings    int64  `gorm:"not null"`
	Previous    []byte `gorm:"not null"`
	Hash        []byte `gorm:"not null"`
}

type postingRow struct {
	Sequence  int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Line      int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	FromID    int64  `gorm:"not null"`
	ToID      int64  `gorm:"not null"`
	Asset     string `gorm:"not null"`
	Decimals  int16  `gorm:"not null"`
	Amount    digits `gorm:"not null"`
	Effective int64  `gorm:"not null"`
	Wide      int64  `gorm:"not null"` // 0, or the sequence of a transaction with very many postings
}

type balanceRow struct {
	Account  int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Asset    string `gorm:"primaryKey;not null"`
	Decimals int16  `gorm:"primaryKey;autoIncrement:false;not null"`
	Incoming digits `gorm:"not null"`
	Outgoing digits `gorm:"not null"`
}

type dayDeltaRow struct {
	Wide     int64  `gorm:"primaryKey;autoIncrement:false;not null"` // as in posting
	Asset    string `gorm:"primaryKey;not null"`
	Decimals int16  `gorm:"primaryKey;autoIncrement:false;not null"`
	Account  int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Day      int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Incoming digits `gorm:"not null"`
	Outgoing digits `gorm:"not null"`
}

type tileRow struct {
	Number int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Root   []byte `gorm:"not null"`
}

type inputRow struct {
	Sequence     int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Kind         string `gorm:"not null"`
	Payload      []byte `gorm:"not null"`
	Digest       []byte `gorm:"not null"` // its leaf in the tree over everything
	Transactions int64  `gorm:"not null"` // how many stood in the journal before it
}

type identityRow struct {
	ID       int64  `gorm:"primaryKey;autoIncrement:false;not null"` // always 1
	Program  string `gorm:"not null"`
	Chain    int64  `gorm:"not null"`
	Contract []byte `gorm:"not null"`
	Start    int64  `gorm:"not null"`
	Seal     []byte `gorm:"not null"`
	Chart    int64  `gorm:"not null"` // of accounts; rows of older tables have none
}

type coverageRow struct {
	First int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Last  int64  `gorm:"not null"`
	Level string `gorm:"not null"`
	Seal  []byte `gorm:"not null"`
}

type windowRow struct {
	Number int64  `gorm:"primaryKey;autoIncrement:false;not null"`
	Hash   []byte `gorm:"not null"`
	Parent []byte `gorm:"not null"`
	Time   int64  `gorm:"not null"`
	Seal   []byte `gorm:"not null"`
}

type headRow struct {
	ID          int64  `gorm:"primaryKey;autoIncrement:false;not null"` // always 1
	Sequence    int64  `gorm:"not null"`
	Hash        []byte `gorm:"not null"`
	Booked      int64  `gorm:"not null"`
	Inputs      int64  `gorm:"not null"`
	Roots       roots  `gorm:"not null"` // those of the tree's frontier one after the other
	FinalNumber int64  `gorm:"not null"`
	FinalHash   []byte `gorm:"not null"`
	FinalParent []byte `gorm:"not null"`
	FinalTime   int64  `gorm:"not null"`
	LastNumber  int64  `gorm:"not null"`
	LastHash    []byte `gorm:"not null"`
	LastParent  []byte `gorm:"not null"`
	LastTime    int64  `gorm:"not null"`
	Frozen      string `gorm:"not null"` // the incident as JSON, or nothing
	Coverage    []byte `gorm:"not null"` // digest over that table
	Window      []byte `gorm:"not null"` // digest over that table
	Versions    []byte `gorm:"not null"` // digest over the table of migrations
	Seal        []byte `gorm:"not null"` // digest over this row
}

func (accountRow) TableName() string  { return "account" }
func (journalRow) TableName() string  { return "journal" }
func (postingRow) TableName() string  { return "posting" }
func (balanceRow) TableName() string  { return "balance" }
func (dayDeltaRow) TableName() string { return "day_delta" }
func (tileRow) TableName() string     { return "tile" }
func (inputRow) TableName() string    { return "input" }
func (identityRow) TableName() string { return "identity" }
func (coverageRow) TableName() string { return "coverage" }
func (windowRow) TableName() string   { return "window" }
func (headRow) TableName() string     { return "head" }

// digits are base units in decimal. SQLite would keep a numeric column as floating point, so it is text there.
type digits string

// GormDBDataType is the column's type on each database.
func (digits) GormDBDataType(db *gorm.DB, _ *schema.Field) string {
	if db.Name() == "postgres" {
		return "numeric(78,0)"
	}
	return "text"
}
