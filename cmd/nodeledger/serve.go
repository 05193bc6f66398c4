package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/dashboard"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
)

func (in *invocation) serveCommand() *cobra.Command {
	var listen, prices string
	var poll, maxLag time.Duration
	c := &cobra.Command{
		Use: "serve", Short: "Keep the books up to date and serve the HTTP API", Args: cobra.NoArgs,
		Long: "With --rpc the books follow the chain. Without, books that another process keeps are served.",
		RunE: func(c *cobra.Command, _ []string) error {
			if poll < time.Second || maxLag < 0 {
				return misuse("--poll is at least 1s and --max-lag not below 0s")
			}
			var err error
			if in.prices, err = readPrices(prices); err != nil {
				return err
			}
			return in.serve(c.Context(), listen, poll, maxLag)
		},
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "`host:port` to serve at (NODELEDGER_LISTEN)")
	c.Flags().DurationVar(&poll, "poll", 12*time.Second, "how often the chain is asked for more (NODELEDGER_POLL)")
	c.Flags().DurationVar(&maxLag, "max-lag", 15*time.Minute, "how old the newest block may be before /readyz says no; 0 for any age")
	c.Flags().StringVar(&prices, "prices", "", "a CSV `file` (date,asset,usd): statements have the value of income on its day")
	return c
}

func (in *invocation) serve(ctx context.Context, listen string, poll, maxLag time.Duration) error {
	p, err := in.load()
	if err != nil {
		return err
	}
	log := in.logger(true)
	if len(in.rpc) == 0 {
		e, err := in.answering(ctx, p)
		if err != nil {
			return err
		}
		defer e.Store().Close()
		f := &follower{step: e.Reload, poll: poll, log: log}
		return in.offer(ctx, e, listen, maxLag, f.run)
	}
	watcher, err := in.dial(ctx, p, true)
	if err != nil {
		return err
	}
	defer watcher.Close()
	books, err := store.Connect(ctx, in.db)
	if err != nil {
		return err
	}
	defer books.Close()
	e, err := engine.Open(ctx, p, books, watcher, in.Clock, log)
	if err != nil {
		return err
	}
	f := &follower{step: following(e), hint: watcher.Wake(), poll: poll, log: log}
	return in.offer(ctx, e, listen, maxLag, f.run)
}

// following is one step of keeping books up to date: what the chain has, then the jobs that are due. What another process did, such as thawing them, is taken over.
func following(e *engine.Engine) func(context.Context) error {
	return func(ctx context.Context) error {
		err := e.Sync(ctx, nil)
		if err == nil {
			_, err = e.RunJobs(ctx)
		}
		if errors.Is(err, engine.ErrFrozen) || errors.Is(err, engine.ErrMoved) {
			return errors.Join(err, e.Reload(ctx))
		}
		return err
	}
}

// offer serves until the context ends, with a task at its side; both stop together, answers under way are finished.
func (in *invocation) offer(ctx context.Context, e *engine.Engine, listen string, maxLag time.Duration, task func(context.Context) error) error {
	log := in.logger(true)
	handler, err := dashboard.New(dashboard.Options{Engine: e, Clock: in.Clock, Logger: log, Version: version().Version, MaxLag: maxLag, Prices: in.prices})
	if err != nil {
		return err
	}
	socket, err := new(net.ListenConfig).Listen(ctx, "tcp", listen)
	if err != nil {
		return fmt.Errorf("cannot listen at %s: %w; name another address with --listen", listen, err)
	}
	if _, err := fmt.Fprintf(in.Stdout, "serving at http://%s\n", socket.Addr()); err != nil {
		return errors.Join(err, socket.Close())
	}
	server := dashboard.Server(handler)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		if err := server.Serve(socket); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return server.Shutdown(ending)
	})
	group.Go(func() error { return task(ctx) })
	err = group.Wait()
	log.Info("stopped", "block", at(e))
	return err
}
