package metrics

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operators"
	"github.com/nodeledger/nodeledger/wire"
)

// Options say what is measured. Engine, Clock, Log and Streams are required; what is nil is not there to be measured.
type Options struct {
	Engine    *engine.Engine
	Clock     engine.Clock
	Log       *slog.Logger
	Version   string // of the program that serves
	Streams   func() int
	Database  *Database
	Going     func() Going
	Role      func() Role // nil: the server is alone
	Files     func() (waiting int, why error)
	Endpoints func() []wire.Endpoint
	Asked     func() []Asked // in the order of Endpoints
	Notices   operators.Notices
}

// Metrics are read from the books when they are asked for; only latencies are kept here.
type Metrics struct {
	Options

	registry *prometheus.Registry
	latency  *prometheus.HistogramVec
	families map[string]family
}

// New measures nothing yet.
func New(o Options) *Metrics {
	m := &Metrics{Options: o, registry: prometheus.NewRegistry(), families: families()}
	m.latency = histogram(requestTime, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10)
	m.registry.MustRegister(m, m.latency, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	if o.Database != nil {
		m.registry.MustRegister(o.Database.latency)
	}
	return m
}

// Handler serves them.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: 10 * time.Second})
}

// Describe implements prometheus.Collector.
func (m *Metrics) Describe(out chan<- *prometheus.Desc) {
	for _, f := range m.families {
		out <- f.desc
	}
}

// Collect implements prometheus.Collector: it reads the books.
func (m *Metrics) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s := &sample{m.families, out}
	s.put("build_info", 1, m.Version)
	s.put("streams", float64(m.Streams()))
	m.collectBooks(s)
	m.collectPayouts(s)
	m.collectGoing(s)
	m.collectRole(s)
	m.collectEndpoints(s)
	m.collectNotices(ctx, s)
	m.collectProven(ctx, s)
}

// Observe times a request by its route, so that wallets do not become labels.
func (m *Metrics) Observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		begun := m.Clock.Now()
		err := next(c)
		if err != nil {
			c.Error(err)
		}
		m.latency.WithLabelValues(Route(c), strconv.Itoa(c.Response().Status)).Observe(m.Clock.Now().Sub(begun).Seconds())
		return nil
	}
}

// Route is what a request asks for, without what it asks about.
func Route(c echo.Context) string {
	if route := c.Path(); route != "" {
		return route
	}
	return "none"
}
