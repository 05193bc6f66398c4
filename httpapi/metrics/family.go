package metrics

import (
	"github.com/prometheus/client_golang/prometheus"
)

// prefix begins the name of every family of this package.
const prefix = "nodeledger_"

// Family is metrics of one name.
type Family struct {
	Name   string // whole
	Kind   string // gauge, counter or histogram
	Help   string
	Labels []string
}

// The names of families that have buckets; the others stand in the table alone.
const (
	requestTime  = prefix + "http_request_duration_seconds"
	databaseTime = prefix + "database_duration_seconds"
)

// Families are all of them, in the order of the documentation.
func Families() []Family {
	gauge := func(name, help string, labels ...string) Family { return Family{prefix + name, "gauge", help, labels} }
	total := func(name, help string, labels ...string) Family {
		return Family{prefix + name + "_total", "counter", help, labels}
	}
	return []Family{
		gauge("block_height", "The last block that is booked."),
		gauge("final_block_height", "The last block that is booked as final."),
		gauge("chain_block_height", "The newest block that an endpoint had when heads were last compared."),
		gauge("lag_seconds", "How old the last booked block is."),
		gauge("not_final_seconds", "How much older the last final block is than the last booked one."),
		gauge("purchases", "Purchases in the books."),
		gauge("nodes", "Nodes sold."),
		gauge("events", "Logs booked."),
		gauge("transactions", "Transactions in the journal."),
		gauge("pending_blocks", "Blocks with purchases that are not final."),
		gauge("frozen", "1 when the books wait for an operator."),
		gauge("not_sound", "1 when the last verification of the books found a difference."),
		gauge("verified_seconds", "When the last verification that found none was, in seconds since 1970; absent before the first."),
		gauge("proof_level", "1 for the weakest level that a booked block was proven to.", "level"),
		gauge("finality_level", "1 for on whose word blocks are final: consensus, agreed, told.", "level"),
		gauge("covered_blocks", "Booked blocks by the level that they were proven to.", "level"),
		total("reorganisations", "Times that blocks left the chain."),
		total("reorganised_blocks", "Blocks that left the chain."),
		gauge("reorganisation_deepest_blocks", "Most blocks that left the chain at one time."),

		total("updates_failed", "Times that the chain could not be followed, or a job failed."),
		gauge("updates_failing", "How often in a row it failed; 0 when it works."),
		gauge("updated_seconds", "When it last went well, in seconds since 1970; absent before that."),
		total("jobs_run", "Jobs that ran: epochs, unlocks and what else is due at an instant."),
		total("jobs_failed", "Attempts to run one that failed."),
		gauge("job_due_seconds", "For how long the first job that waits has been due, by the time of the last booked block; 0: none waits."),
		gauge("files_waiting", "Files of closed periods that could not be written yet."),
		gauge("payout_runs", "Payout runs by their state.", "state"),
		gauge("payout_exceptions", "Payments and receipts that nobody has explained.", "kind"),

		gauge("endpoint_up", "1 when the endpoint is asked, 0 when it is left alone.", "endpoint"),
		gauge("endpoint_state", "1 for the state that the endpoint is in.", "endpoint", "state"),
		gauge("endpoint_lag_blocks", "Blocks behind the foremost endpoint.", "endpoint"),
		total("endpoint_requests", "Requests to the endpoint, each of one or more calls.", "endpoint"),
		total("endpoint_failed", "Requests that it did not answer, or refused.", "endpoint"),
		total("endpoint_limited", "Times that it said it is asked too often.", "endpoint"),
		total("endpoint_faulty", "Answers of it that failed a proof.", "endpoint"),

		total("notices_delivered", "Notices that the endpoint took.", "endpoint"),
		total("notices_failed", "Attempts to send it one that failed.", "endpoint"),
		gauge("notices_oldest_waiting_seconds", "How long the first that waits for it does; 0: none does.", "endpoint"),
		gauge("notices_endpoint_failing", "1 when somebody should look at it: it failed many times in a row, or said that it is gone.",
			"endpoint"),

		{requestTime, "histogram", "How long answers took, by route and status.", []string{"route", "status"}},
		gauge("leader", "1 for the server that follows the chain and runs the jobs, 0 for another; absent of one alone."),
		gauge("servers", "Servers on the database, this one included; absent of one alone."),
		gauge("streams", "Streams of events that are open."),
		gauge("database_up", "1 when the database answered this very scrape."),
		{databaseTime, "histogram", "How long the database took: to read at one moment of the books, or to write and commit.",
			[]string{"kind"}},
		gauge("build_info", "1, with the version of the program.", "version"),
	}
}

// histogram is an empty one of a family of the table.
func histogram(name string, buckets ...float64) *prometheus.HistogramVec {
	for _, f := range Families() {
		if f.Name == name {
			return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: f.Help, Buckets: buckets}, f.Labels)
		}
	}
	panic("there is no family " + name)
}

// sample is one collection of metrics.
type sample struct {
	families map[string]family
	out      chan<- prometheus.Metric
}

type family struct {
	desc *prometheus.Desc
	kind prometheus.ValueType
}

// families are those without buckets, by the part of the name after the prefix.
func families() map[string]family {
	all := map[string]family{}
	for _, f := range Families() {
		kind := prometheus.GaugeValue
		switch f.Kind {
		case "histogram":
			continue
		case "counter":
			kind = prometheus.CounterValue
		}
		all[f.Name[len(prefix):]] = family{prometheus.NewDesc(f.Name, f.Help, f.Labels, nil), kind}
	}
	return all
}

// put gives a value of a family.
func (s *sample) put(name string, value float64, labels ...string) {
	f, ok := s.families[name]
	if !ok {
		panic("there is no family " + prefix + name)
	}
	s.out <- prometheus.MustNewConstMetric(f.desc, f.kind, value, labels...)
}

// one is 1 for what is the case.
func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
