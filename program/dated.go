package program

import (
	"fmt"
	"time"
)

// From is when a dated setting begins: at an instant (UTC), or at a block. Exactly one of them is set; the zero From
// is "since ever".
type From struct {
	Time  time.Time
	Block uint64
}

// IsZero says that the setting was always in force.
func (f From) IsZero() bool { return f.Block == 0 && f.Time.IsZero() }

// Begun says whether the setting has begun at a moment: a block counts from itself on, an instant from its second on.
func (f From) Begun(m Moment) bool {
	if f.Block != 0 {
		return m.Block >= f.Block
	}
	return f.Time.IsZero() || !m.Time.Before(f.Time)
}

// String is the form of the program file: "2024-04-01" for midnight UTC, "2024-04-01T12:00:00Z" for another instant,
// "block 19600000", and nothing for since ever.
func (f From) String() string {
	switch {
	case f.Block != 0:
		return fmt.Sprintf("block %d", f.Block)
	case f.Time.IsZero():
		return ""
	case f.Time.Equal(f.Time.Truncate(24 * time.Hour)):
		return f.Time.Format(time.DateOnly)
	default:
		return f.Time.Format(time.RFC3339)
	}
}

// Moment is a place in the chain's history: a block and its time. A dated setting that begins at a block is compared
// by block, one that begins at an instant by time.
type Moment struct {
	Block uint64
	Time  time.Time
}

// Dated is a setting that changes over time: values in order of their beginning. Entries that begin at blocks and
// entries that begin at instants may stand in one list; the reader demands that the blocks rise and that the instants
// rise, and the order of the list is taken to be the order of history.
type Dated[T any] []Entry[T]

// Entry is one value of a dated setting, in force from its From until the next entry's.
type Entry[T any] struct {
	From  From
	Value T
}

// At is the value in force at a moment: that of the last entry of the list which has begun. It is false before the
// first entry begins, and for an empty list.
//
//	list:   A (since ever)   B from block 100   C from 2024-05-01
//	at block 99, in April    A
//	at block 100, in April   B
//	at block 300, in May     C
func (d Dated[T]) At(m Moment) (T, bool) {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].From.Begun(m) {
			return d[i].Value, true
		}
	}
	var none T
	return none, false
}

// Begun is how many entries have begun by a moment, up to the last one that has.
func (d Dated[T]) Begun(m Moment) int {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].From.Begun(m) {
			return i + 1
		}
	}
	return 0
}

// Ever says that a value that is in force at a moment, or begins later, is one of those that is says.
func (d Dated[T]) Ever(m Moment, is func(T) bool) bool {
	if now, ok := d.At(m); ok && is(now) {
		return true
	}
	for _, e := range d {
		if !e.From.Begun(m) && is(e.Value) {
			return true
		}
	}
	return false
}

// Always is a setting that was in force since ever.
func Always[T any](value T) Dated[T] { return Dated[T]{{Value: value}} }
