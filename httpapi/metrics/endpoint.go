package metrics

import "fmt"

// Asked is how often an endpoint of the chain was asked, and what came of it, since the program began.
type Asked struct {
	Head     uint64 // its newest block, when heads were last compared
	Requests uint64
	Failed   uint64 // of them: not answered, or refused
	Limited  uint64 // times that it said it is asked too often
	Faulty   uint64 // answers that failed a proof
}

// collectEndpoints says how the endpoints are. Two whose addresses differ in their secrets alone are told apart by their number.
func (m *Metrics) collectEndpoints(s *sample) {
	if m.Endpoints == nil {
		return
	}
	var asked []Asked
	if m.Asked != nil {
		asked = m.Asked()
	}
	seen, foremost := map[string]int{}, uint64(0)
	for i, e := range m.Endpoints() {
		name := e.URL
		if seen[name]++; seen[name] > 1 {
			name += fmt.Sprintf(" (%d)", seen[name])
		}
		s.put("endpoint_up", one(e.Asked()), name)
		s.put("endpoint_state", 1, name, e.State)
		s.put("endpoint_lag_blocks", float64(e.Lag), name)
		if i >= len(asked) {
			continue
		}
		a := asked[i]
		foremost = max(foremost, a.Head)
		s.put("endpoint_requests_total", float64(a.Requests), name)
		s.put("endpoint_failed_total", float64(a.Failed), name)
		s.put("endpoint_limited_total", float64(a.Limited), name)
		s.put("endpoint_faulty_total", float64(a.Faulty), name)
	}
	if foremost > 0 {
		s.put("chain_block_height", float64(foremost))
	}
}
