// Command outages runs two servers on a cluster of three PostgreSQL databases, takes parts of it away under load, and measures how long
// nobody could read or write. It is what `make cluster` runs, as root: it makes network namespaces.
//
// What it checks at the end:
//   - Every fact that was acknowledged is in the books, once.
//   - The books verify, and a clean run over what is recorded ends with the same head.
//   - A clean sync of the chain finds the same purchases.
//
// What it measures: for each outage, the longest time without an answer to a reader and without a receipt for a writer.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// options are what a run is told.
type options struct {
	kills, partitions, leaders int
	binary, demo, folder       string
	purchases                  int
}

func main() {
	var o options
	flag.IntVar(&o.kills, "kills", 20, "primaries that are killed")
	flag.IntVar(&o.partitions, "partitions", 10, "primaries that are cut off from everybody")
	flag.IntVar(&o.leaders, "leaders", 20, "servers that are killed while they lead")
	flag.StringVar(&o.binary, "nodeledger", "bin/nodeledger", "the program")
	flag.StringVar(&o.demo, "demo", "bin/nodeledger-demo", "the program with the demonstration, whose chain is followed")
	flag.StringVar(&o.folder, "folder", "", "where everything is kept, a new one when empty")
	flag.IntVar(&o.purchases, "purchases", 400, "purchases on the chain while it runs")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, o, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "outages:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options, out io.Writer) (err error) {
	if o.folder == "" {
		if o.folder, err = os.MkdirTemp("", "nodeledger-cluster-"); err != nil {
			return err
		}
	}
	w := &world{options: o, out: out}
	defer func() { err = errors.Join(err, w.stop()) }()
	if err := w.start(ctx); err != nil {
		return err
	}
	l := newLoad(w.api, w.token)
	loading, end := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() { l.run(loading); close(ended) }()
	err = w.outages(ctx, l)
	end()
	<-ended
	return errors.Join(err, w.check(ctx, l))
}
