package httpapi

import (
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
)

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

// name is how readiness calls it.
func (r Role) name() string {
	if r.Leads {
		return "leader"
	}
	return "follower"
}

// roleMetrics are what is measured of it.
func roleMetrics() [2]*prometheus.Desc {
	return [2]*prometheus.Desc{
		prometheus.NewDesc("nodeledger_leader", "1 for the server that follows the chain and runs the jobs, 0 for another; absent of one alone.",
			nil, nil),
		prometheus.NewDesc("nodeledger_servers", "Servers on the database, this one included; absent of one alone.", nil, nil),
	}
}

func (m *metrics) collectRole(out chan<- prometheus.Metric) {
	if m.api.role == nil {
		return
	}
	r, leads := m.api.role(), 0.0
	if r.Leads {
		leads = 1
	}
	out <- prometheus.MustNewConstMetric(m.role[0], prometheus.GaugeValue, leads)
	out <- prometheus.MustNewConstMetric(m.role[1], prometheus.GaugeValue, float64(r.Servers))
}

// finalityLate is how much older than the newest booked block the last final one may be: blocks become final within a quarter of an hour on
// the main network where all is well, and within an hour on networks that settle there.
const finalityLate = 2 * time.Hour

// notFinal is how much older the last final block is than the newest booked one.
func notFinal(s *engine.State) time.Duration {
	if s.Cursor.Final.Time == 0 {
		return 0
	}
	return s.Cursor.Head.When().Sub(s.Cursor.Final.When())
}

// filesWait says that files of closed periods could not be written yet.
func (a *api) filesWait() (says sentence.Sentence) {
	if a.waiting == nil {
		return says
	}
	if n, _ := a.waiting(); n > 0 {
		return sentence.New(sentence.WarnFilesWait, sentence.Params{"files": fmt.Sprint(n)})
	}
	return says
}

// failing says that the books are not brought up to date; late is whether it has been so for longer than they may lag. Why goes to the
// log, since it may name places on this machine.
func (a *api) failing() (says sentence.Sentence, late bool) {
	if a.going == nil {
		return says, false
	}
	g := a.going()
	if g.InARow == 0 {
		return says, false
	}
	code := sentence.WarnNotUpdated
	if problem.Of(g.Why).Code == problem.NoDatabase {
		code = sentence.WarnNoDatabase
	}
	return sentence.New(code, sentence.Params{"time": g.Failing.Truncate(time.Second).String(), "tries": fmt.Sprint(g.InARow)}),
		a.maxLag > 0 && g.Failing > a.maxLag
}

// goingMetrics are what is measured of it.
func goingMetrics() [4]*prometheus.Desc {
	return [4]*prometheus.Desc{
		prometheus.NewDesc("nodeledger_updates_failed_total", "Times that the chain could not be followed, or a job failed.", nil, nil),
		prometheus.NewDesc("nodeledger_updates_failing", "How often in a row it failed; 0 when it works.", nil, nil),
		prometheus.NewDesc("nodeledger_updated_seconds", "When it last went well, in seconds since 1970; absent before that.", nil, nil),
		prometheus.NewDesc("nodeledger_files_waiting", "Files of closed periods that could not be written yet.", nil, nil),
	}
}

func (m *metrics) collectGoing(out chan<- prometheus.Metric) {
	if m.api.waiting != nil {
		n, _ := m.api.waiting()
		out <- prometheus.MustNewConstMetric(m.going[3], prometheus.GaugeValue, float64(n))
	}
	if m.api.going == nil {
		return
	}
	g := m.api.going()
	out <- prometheus.MustNewConstMetric(m.going[0], prometheus.CounterValue, float64(g.Failed))
	out <- prometheus.MustNewConstMetric(m.going[1], prometheus.GaugeValue, float64(g.InARow))
	if !g.Succeeded.IsZero() {
		out <- prometheus.MustNewConstMetric(m.going[2], prometheus.GaugeValue, float64(g.Succeeded.Unix()))
	}
}
