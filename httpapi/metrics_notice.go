package httpapi

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"
)

// noticeMetrics are about the endpoints that are told what happens: delivered, failed, oldest, failing.
func noticeMetrics() [4]*prometheus.Desc {
	of := func(name, help string) *prometheus.Desc {
		return prometheus.NewDesc("nodeledger_notices_"+name, help, []string{"endpoint"}, nil)
	}
	return [4]*prometheus.Desc{
		of("delivered_total", "Notices that the endpoint took."),
		of("failed_total", "Attempts to send it one that failed."),
		of("oldest_waiting_seconds", "How long the first that waits for it does; 0: none does."),
		of("endpoint_failing", "1 when somebody should look at it: it failed many times in a row, or said that it is gone."),
	}
}

// collectNotices says how the endpoints of notices are.
func (m *metrics) collectNotices(ctx context.Context, out chan<- prometheus.Metric) {
	if m.api.notices == nil {
		return
	}
	list, err := m.api.notices.Endpoints(ctx)
	if err != nil {
		m.api.log.Warn("the log of notices could not be read", "error", err)
		return
	}
	for i := range list {
		s := &list[i]
		oldest, failing := 0.0, 0.0
		if !s.Oldest.IsZero() {
			oldest = m.api.clock.Now().Sub(s.Oldest).Seconds()
		}
		if s.Failing() {
			failing = 1
		}
		out <- prometheus.MustNewConstMetric(m.notices[0], prometheus.CounterValue, float64(s.Delivered), s.Name)
		out <- prometheus.MustNewConstMetric(m.notices[1], prometheus.CounterValue, float64(s.Failed), s.Name)
		out <- prometheus.MustNewConstMetric(m.notices[2], prometheus.GaugeValue, oldest, s.Name)
		out <- prometheus.MustNewConstMetric(m.notices[3], prometheus.GaugeValue, failing, s.Name)
	}
}
