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

// failing says that the books are not brought up to date, and why; late is whether it has been so for longer than they may lag.
func (a *api) failing() (says sentence.Sentence, late bool) {
	if a.going == nil {
		return says, false
	}
	g := a.going()
	if g.InARow == 0 {
		return says, false
	}
	why := problem.Of(g.Why)
	text := why.Text
	if why.Code == problem.NoDatabase { // where it is goes to the log
		text = "its database does not answer"
	}
	return sentence.New(sentence.WarnNotUpdated, sentence.Params{
		"time": g.Failing.Truncate(time.Second).String(), "tries": fmt.Sprint(g.InARow), "why": text,
	}), a.maxLag > 0 && g.Failing > a.maxLag
}

// goingMetrics are what is measured of it.
func goingMetrics() [3]*prometheus.Desc {
	return [3]*prometheus.Desc{
		prometheus.NewDesc("nodeledger_updates_failed_total", "Times that the chain could not be followed, or a job failed.", nil, nil),
		prometheus.NewDesc("nodeledger_updates_failing", "How often in a row it failed; 0 when it works.", nil, nil),
		prometheus.NewDesc("nodeledger_updated_seconds", "When it last went well, in seconds since 1970; absent before that.", nil, nil),
	}
}

func (m *metrics) collectGoing(out chan<- prometheus.Metric) {
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
