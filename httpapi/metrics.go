package httpapi

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/view"
)

// metrics are read from the books when they are asked for; only the latencies are kept here.
type metrics struct {
	api      *api
	registry *prometheus.Registry
	latency  *prometheus.HistogramVec
	gauges   map[string]*prometheus.Desc

	proofDesc, coveredDesc *prometheus.Desc
	endpoints              [3]*prometheus.Desc // up, state, lag
	notices                [4]*prometheus.Desc // delivered, failed, oldest, failing
	going                  [4]*prometheus.Desc // failed, in a row, when it went well, files that wait
	role                   [2]*prometheus.Desc // leads, servers
}

func newMetrics(a *api, version string) *metrics {
	m := &metrics{api: a, registry: prometheus.NewRegistry(), gauges: map[string]*prometheus.Desc{}}
	m.latency = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "nodeledger_http_request_duration_seconds", Help: "How long answers took.",
		Buckets: []float64{0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10},
	}, []string{"route", "status"})
	for name, help := range map[string]string{
		"block_height":       "The last block that is booked.",
		"final_block_height": "The last block that is booked as final.",
		"lag_seconds":        "How old the last booked block is.",
		"not_final_seconds":  "How much older the last final block is than the last booked one.",
		"purchases":          "Purchases in the books.",
		"nodes":              "Nodes sold.",
		"events":             "Logs booked.",
		"transactions":       "Transactions in the journal.",
		"pending_blocks":     "Blocks with purchases that are not final.",
		"frozen":             "1 when the books wait for an operator.",
		"not_sound":          "1 when the last verification of the books found a difference.",
		"verified_seconds":   "When the last verification that found none was, in seconds since 1970; absent before the first.",
	} {
		m.gauges[name] = prometheus.NewDesc("nodeledger_"+name, help, nil, nil)
	}
	m.proofDesc = prometheus.NewDesc("nodeledger_proof_level", "1 for the weakest level that a booked block was proven to.",
		[]string{"level"}, nil)
	m.coveredDesc = prometheus.NewDesc("nodeledger_covered_blocks", "Booked blocks by the level that they were proven to.",
		[]string{"level"}, nil)
	m.endpoints = [3]*prometheus.Desc{
		prometheus.NewDesc("nodeledger_endpoint_up", "1 when the endpoint is asked, 0 when it is left alone.", []string{"endpoint"}, nil),
		prometheus.NewDesc("nodeledger_endpoint_state", "1 for the state that the endpoint is in.", []string{"endpoint", "state"}, nil),
		prometheus.NewDesc("nodeledger_endpoint_lag_blocks", "Blocks behind the foremost endpoint.", []string{"endpoint"}, nil),
	}
	m.notices, m.going, m.role = noticeMetrics(), goingMetrics(), roleMetrics()
	build := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "nodeledger_build_info", Help: "1, with the version of the program.", ConstLabels: prometheus.Labels{"version": version},
	}, func() float64 { return 1 })
	m.registry.MustRegister(m, m.latency, build, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: 10 * time.Second})
}

// Describe lists the gauges.
func (m *metrics) Describe(out chan<- *prometheus.Desc) {
	for _, d := range m.gauges {
		out <- d
	}
	out <- m.proofDesc
	out <- m.coveredDesc
	for _, d := range slices.Concat(m.endpoints[:], m.notices[:], m.going[:], m.role[:]) {
		out <- d
	}
}

// Collect reads the books.
func (m *metrics) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	values := map[string]uint64{"frozen": 0}
	m.api.engine.View(func(f *fold.Fold, s engine.State) {
		values["not_final_seconds"] = uint64(max(notFinal(&s), 0).Seconds())
		values["block_height"], values["final_block_height"] = s.Cursor.Head.Number, s.Cursor.Final.Number
		values["purchases"], values["nodes"] = f.Sale.Totals.Purchases, f.Sale.Totals.Nodes
		values["events"], values["transactions"] = f.Events, s.Ledger.Sequence
		values["pending_blocks"] = uint64(f.Pending())
		if s.Frozen != nil {
			values["frozen"] = 1
		}
	})
	switch f := m.api.engine.Finding(); {
	case f == nil:
	case f.Difference != "":
		values["not_sound"] = 1
	default:
		values["not_sound"], values["verified_seconds"] = 0, uint64(f.Time.Unix())
	}
	for name, value := range values {
		out <- prometheus.MustNewConstMetric(m.gauges[name], prometheus.GaugeValue, float64(value))
	}
	m.collectEndpoints(out)
	m.collectGoing(out)
	m.collectRole(out)
	m.collectNotices(ctx, out)
	of, err := view.Now(ctx, m.api.engine)
	var covered view.Covered
	if err == nil {
		covered, err = view.CoveredBy(ctx, m.api.engine.Reader())
	}
	if err != nil {
		m.api.log.Warn("the proof level could not be read", "error", err)
		return
	}
	for level, blocks := range covered {
		out <- prometheus.MustNewConstMetric(m.coveredDesc, prometheus.GaugeValue, float64(blocks), string(level))
	}
	if of.Begun {
		out <- prometheus.MustNewConstMetric(m.gauges["lag_seconds"], prometheus.GaugeValue, m.api.clock.Now().Sub(of.Time).Seconds())
		out <- prometheus.MustNewConstMetric(m.proofDesc, prometheus.GaugeValue, 1, string(of.Proof))
	}
}

// collectEndpoints says how the endpoints are.
func (m *metrics) collectEndpoints(out chan<- prometheus.Metric) {
	if m.api.endpoints == nil {
		return
	}
	for _, e := range m.api.endpoints() {
		up := 0.0
		if e.Asked() {
			up = 1
		}
		out <- prometheus.MustNewConstMetric(m.endpoints[0], prometheus.GaugeValue, up, e.URL)
		out <- prometheus.MustNewConstMetric(m.endpoints[1], prometheus.GaugeValue, 1, e.URL, e.State)
		out <- prometheus.MustNewConstMetric(m.endpoints[2], prometheus.GaugeValue, float64(e.Lag), e.URL)
	}
}

// observe times a request by its route, so that wallets do not become labels.
func (m *metrics) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		begun := m.api.clock.Now()
		err := next(c)
		if err != nil {
			c.Error(err)
		}
		route := c.Path()
		if route == "" {
			route = "none"
		}
		m.latency.WithLabelValues(route, strconv.Itoa(c.Response().Status)).Observe(m.api.clock.Now().Sub(begun).Seconds())
		return nil
	}
}
