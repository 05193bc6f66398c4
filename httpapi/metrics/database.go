package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Database keeps how long a database took. Make it with [NewDatabase].
type Database struct{ latency *prometheus.HistogramVec }

// NewDatabase has measured nothing yet.
func NewDatabase() *Database {
	return &Database{histogram(databaseTime, 0.0005, 0.002, 0.01, 0.05, 0.25, 1, 5, 30)}
}

// Took notes how long something of a kind took, whatever came of it.
func (d *Database) Took(kind string, time time.Duration) {
	d.latency.WithLabelValues(kind).Observe(time.Seconds())
}
