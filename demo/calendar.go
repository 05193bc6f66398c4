package demo

import "time"

// settling is how long the chain may take to settle its last month: half a day, where two hours do.
const settling = 12 * time.Hour

// calendar says which days the sale takes: from a midnight on, months of a day that every month has, and what is left up to its end.
type calendar struct{ begin, until time.Time }

// usual is the calendar of a sale whose end nobody asked for: it begins on 5 January 2026.
func usual(months int) calendar {
	begin := time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)
	return calendar{begin, begin.AddDate(0, months, 0)}
}

// ending is the calendar of so many months that end at an instant.
func ending(until time.Time, months int) calendar {
	last := until.UTC().Add(-settling)
	return calendar{time.Date(last.Year(), last.Month()-time.Month(months), min(last.Day(), 28), 0, 0, 0, 0, time.UTC), until}
}

// month is the end of the first n months.
func (c calendar) month(n int) time.Time { return c.begin.AddDate(0, n, 0) }
