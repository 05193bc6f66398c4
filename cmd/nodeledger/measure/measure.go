// Package measure joins what is measured inside of the books and of the chain to those who show it.
package measure

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/traces"
	"github.com/nodeledger/nodeledger/httpapi/metrics"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// Database has a database measured from now on, and its work traced. It is called before the store is used.
func Database(books *store.Store, traced *traces.Traces) *metrics.Database {
	d, system := metrics.NewDatabase(), books.System()
	books.Observe(func(ctx context.Context, kind store.Kind) func(error) {
		began, end := time.Now(), traced.Database(ctx, system, string(kind))
		return func(err error) {
			d.Took(string(kind), time.Since(began))
			end(err)
		}
	})
	return d
}

// Endpoints are how the endpoints of a watcher are, as the API shows them.
func Endpoints(w *chain.Watcher) (list []wire.Endpoint) {
	for _, e := range w.Endpoints() {
		list = append(list, wire.Endpoint{URL: e.URL, State: string(e.State), Ready: e.Ready, Score: e.Score,
			Latency: e.Latency.Milliseconds(), Lag: e.Lag, Error: e.LastError})
	}
	return list
}

// Asked is how often they were asked, in the same order.
func Asked(w *chain.Watcher) (list []metrics.Asked) {
	for _, e := range w.Endpoints() {
		list = append(list, metrics.Asked{Head: e.Head, Requests: e.Counts.Requests, Failed: e.Counts.Failed, Limited: e.Counts.Limited,
			Faulty: e.Counts.Faulty})
	}
	return list
}
