package metrics

import "time"

// Going is how bringing the books up to date goes: following the chain, and the jobs that are due. All of it is since the program began.
type Going struct {
	Succeeded time.Time     // the last time; zero: never
	Failing   time.Duration // for how long it has been failing
	InARow    uint64        // failures in that time; 0: it works
	Failed    uint64        // of all times
	Why       error         // of the last failure, while it fails
}

// Role is what a server is among several on one database.
type Role struct {
	Leads   bool // it follows the chain and runs the jobs
	Servers int  // that there are, this one included
}

// Name is how readiness calls it.
func (r Role) Name() string {
	if r.Leads {
		return "leader"
	}
	return "follower"
}

// collectRole says what the server is among several; nothing of one alone.
func (m *Metrics) collectRole(s *sample) {
	if m.Role == nil {
		return
	}
	r := m.Role()
	s.put("leader", one(r.Leads))
	s.put("servers", float64(r.Servers))
}

// collectGoing says how bringing the books up to date goes, and what became of their files.
func (m *Metrics) collectGoing(s *sample) {
	if m.Files != nil {
		n, _ := m.Files()
		s.put("files_waiting", float64(n))
	}
	if m.Going == nil {
		return
	}
	g := m.Going()
	s.put("updates_failed_total", float64(g.Failed))
	s.put("updates_failing", float64(g.InARow))
	if !g.Succeeded.IsZero() {
		s.put("updated_seconds", float64(g.Succeeded.Unix()))
	}
}
