package metrics

import "context"

// collectNotices says how the endpoints are that are told what happens.
func (m *Metrics) collectNotices(ctx context.Context, s *sample) {
	if m.Notices == nil {
		return
	}
	list, err := m.Notices.Endpoints(ctx)
	if err != nil {
		m.Log.Warn("the log of notices could not be read", "error", err)
		return
	}
	for i := range list {
		e := &list[i]
		oldest := 0.0
		if !e.Oldest.IsZero() {
			oldest = m.Clock.Now().Sub(e.Oldest).Seconds()
		}
		s.put("notices_delivered_total", float64(e.Delivered), e.Name)
		s.put("notices_failed_total", float64(e.Failed), e.Name)
		s.put("notices_oldest_waiting_seconds", oldest, e.Name)
		s.put("notices_endpoint_failing", one(e.Failing()), e.Name)
	}
}
