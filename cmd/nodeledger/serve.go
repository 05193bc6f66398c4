package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/net/netutil"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/build"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/follower"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/measure"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/notary"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/notices"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/proving"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/reconciler"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/traces"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/turn"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/httpapi/metrics"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store/cluster"
	"github.com/nodeledger/nodeledger/wire"
)

// serveOptions says how books are served.
type serveOptions struct {
	usage.Listening
	files, prices, checkpointKey string
	notices, traces              string
	poll, maxLag, verifyEvery    time.Duration
	rate                         int
	final                        bool
	proxies                      []string
	nameRegistry                 string
	pairing                      usage.Pairing
	consensus                    proving.Flags
}

func (in *invocation) serveCommand() *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use: "serve", Short: "Keep the books up to date, and serve the page and the HTTP API", Annotations: writesBooks(),
		Long: `With --rpc the books follow the chain, jobs run when they are due, and operators can do their work on the page. Books that are
there are served while no node answers as well, and follow the chain when one does. Without --rpc, books that another process keeps
are served for reading only.`,
		Example: `  nodeledger serve --rpc https://one.example --rpc https://two.example --listen 127.0.0.1:8080
  nodeledger serve --db books.db --origin https://books.example.org`,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.poll < time.Second || o.maxLag < 0 || o.verifyEvery < time.Minute {
				return problem.Invalidf("--poll must be at least 1s, --max-lag at least 0s, --verify-every at least 1m")
			}
			if err := o.Check(); err != nil {
				return err
			}
			return in.serve(c.Context(), o)
		},
	}
	f := c.Flags()
	o.AddFlags(f, "127.0.0.1:8080")
	o.AddMetrics(f)
	o.consensus.Add(f)
	f.StringVar(&o.files, "files", "", "write the files of epochs and months into this `folder` (NODELEDGER_FILES)")
	f.StringVar(&o.checkpointKey, "checkpoint-key", "", "sign /checkpoint with the private key in this `file`, which "+
		"\"nodeledger ledger key\" makes (NODELEDGER_CHECKPOINT_KEY)")
	f.StringVar(&o.prices, "prices", "", "CSV `file` of prices (date,asset,usd): statements show the value of income on its day, "+
		"and quotes what is paid in US dollars")
	f.StringSliceVar(&o.pairing.Nodes, "wallet-rpc", nil,
		"`url` of a node that wallets are given which do not know the chain; everybody sees it")
	o.pairing.AddFlags(f)
	f.StringVar(&o.nameRegistry, "ens-registry", "", "`address` of the registry of names (ENS) on the program's chain; known for Ethereum")
	f.StringVar(&o.notices, "notices", "", "send webhooks and mails as this `file` says (NODELEDGER_NOTICES); see docs/notices.md")
	f.StringVar(&o.traces, "traces", "", "send traces to the OpenTelemetry collector at this `url`, such as http://127.0.0.1:4318 "+
		"(NODELEDGER_TRACES)")
	f.StringVar(&in.readDB, "read-db", "", "`url` of a replica of the books, to read from what is only shown (NODELEDGER_READ_DB)")
	usage.AddNumber(c, &o.rate, "rate", 50, "`number` of requests a second that one client may make; 0 for any", 0, 1_000_000)
	f.StringSliceVar(&o.proxies, "trusted-proxy", nil, "`network` of proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8")
	f.DurationVar(&o.poll, "poll", 12*time.Second, "`pause` between polls of the chain (NODELEDGER_POLL)")
	f.BoolVar(&o.final, "final", false, "follow final blocks only: fewer calls to the nodes, and nothing is ever pending")
	f.DurationVar(&o.verifyEvery, "verify-every", 24*time.Hour, "`pause` between two verifications of everything in the background; "+
		"the first is at the start, and what is new is verified as it comes (NODELEDGER_VERIFY_EVERY)")
	f.DurationVar(&o.maxLag, "max-lag", 15*time.Minute,
		"`age` of the newest block from which /readyz answers 503; 0 for any (NODELEDGER_MAX_LAG)")
	return c
}

// options are what the flags say of the API.
func (in *invocation) options(ctx context.Context, o serveOptions) (httpapi.Options, error) {
	d := httpapi.Options{Clock: in.Clock, Logger: in.logger(true), Version: build.Version().Version, MaxLag: o.maxLag, Origin: o.Origin,
		Rate: o.rate}
	for _, text := range o.proxies {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return d, problem.Invalidf("--trusted-proxy %q is not a valid network: write it as 10.0.0.0/8", text)
		}
		d.TrustedProxies = append(d.TrustedProxies, network)
	}
	var err error
	if o.checkpointKey != "" {
		if d.Signer, err = notary.ReadKey(o.checkpointKey); err != nil {
			return d, err
		}
	}
	for _, node := range o.pairing.Nodes {
		if err := usage.CheckPublicNode("--wallet-rpc", node); err != nil {
			return d, err
		}
	}
	d.WalletRPC = o.pairing.Nodes
	if d.Pairing, err = o.pairing.Read(); err != nil {
		return d, err
	}
	if d.NameRegistry, err = usage.Registry(o.nameRegistry); err != nil {
		return d, err
	}
	d.Prices, err = in.readPrices(ctx, o.prices)
	return d, err
}

func (in *invocation) serve(ctx context.Context, o serveOptions) error {
	d, err := in.options(ctx, o)
	if err != nil {
		return err
	}
	log := in.logger(true)
	spans, err := traces.Open(o.traces, d.Version, log)
	if err != nil {
		return err
	}
	defer spans.Close()
	d.Trace = spans.Request
	if len(in.rpc) == 0 {
		return in.serveReadOnly(ctx, d, o, spans)
	}
	name := cluster.NewName()
	in.db = cluster.Named(in.db, name)
	p, err := in.watched(ctx)
	if err != nil {
		return err
	}
	watcher, err := in.dialLasting(ctx, p)
	if err != nil {
		return err
	}
	defer watcher.Close()
	source, err := o.consensus.Over(watcher, p, in.db, in.Clock, log)
	if err != nil {
		return err
	}
	source = proving.UpTo(source, o.final)
	books, err := in.connect(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	d.Database = measure.Database(books, spans)
	if d.Engine, err = in.openToServe(ctx, p, books, source, log); err != nil {
		return err
	}
	place, err := turn.Join(ctx, in.db, name, log, &d)
	if err != nil {
		return err
	}
	defer place.Close()
	read, err := turn.ReadFrom(ctx, in.readDB, in.openStore, d.Engine, books)
	if err != nil {
		return err
	}
	defer read.Close()
	kept, err := in.keepFiles(d.Engine, o.files)
	if err != nil {
		return err
	}
	defer in.closing(kept)
	d.Files = kept.Waiting
	compares := enableOperators(&d, watcher, log)
	step := compares.After(kept.After(resting(books, place.Step(updateBooks(d.Engine), d.Engine.Refresh))))
	f := &follower.Follower{
		Step: spans.Step("update", step), Hint: watcher.Wake(), Wake: place.Wake(), Between: compares.Asked(), Poll: o.poll, Log: log}
	d.Going = f.Going
	sending, err := in.notices(ctx, &d, o, true)
	if err != nil {
		return err
	}
	defer sending.Close()
	verified := in.watch(d.Engine, books, o, log)
	return in.listenAndServe(ctx, d, o.Listening, beside(beside(f.Run, sending.Run), beside(place.Run, verified.Run)))
}

// notices opens the outbox that a server sends notices from, or shows; nil where no configuration is named.
func (in *invocation) notices(ctx context.Context, d *httpapi.Options, o serveOptions, sends bool) (*notices.Service, error) {
	s, err := notices.Open(ctx, notices.Options{File: o.notices, Env: in.Env, Books: in.db, Engine: d.Engine, Clock: in.Clock, Log: d.Logger,
		MaxLag: o.maxLag, Version: d.Version, Sends: sends})
	if s != nil {
		d.Notices = s.Desk(d.Engine, in.Clock)
	}
	return s, err
}

// serveReadOnly serves books that another process keeps.
func (in *invocation) serveReadOnly(ctx context.Context, d httpapi.Options, o serveOptions, spans *traces.Traces) error {
	p, err := in.given()
	if err != nil {
		return err
	}
	books, _, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	d.Database = measure.Database(books, spans)
	found, err := in.notRolledBack(ctx, books)
	if err != nil {
		return err
	}
	if d.Engine, err = engine.Open(ctx, p, books, nil, in.Clock, in.logger(false)); err != nil {
		return err
	}
	if err := in.knowHead(d.Engine, found); err != nil {
		return err
	}
	shown, err := in.notices(ctx, &d, o, false)
	if err != nil {
		return err
	}
	defer shown.Close()
	f := &follower.Follower{Step: spans.Step("update", d.Engine.Refresh), Poll: time.Second, Log: d.Logger}
	d.Going = f.Going
	return in.listenAndServe(ctx, d, o.Listening, beside(f.Run, in.watch(d.Engine, books, o, d.Logger).Run))
}

// beside runs two tasks that end with the context, and ends both when one fails.
func beside(one, other func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		group, ctx := errgroup.WithContext(ctx)
		group.Go(func() error { return one(ctx) })
		group.Go(func() error { return other(ctx) })
		return group.Wait()
	}
}

// enableOperators lets operators work on the page, and shows them how the nodes and the treasury are. What it gives compares the wallets
// with the chain, beside whoever brings the books up to date.
func enableOperators(d *httpapi.Options, watcher *chain.Watcher, log *slog.Logger) *reconciler.Reconciler {
	p := d.Engine.Program()
	d.Operators = d.Engine.Operators
	compares := reconciler.New(d.Engine, watcher, log)
	d.Compare = compares.Now
	d.Endpoints = func() []wire.Endpoint { return measure.Endpoints(watcher) }
	d.Asked = func() []metrics.Asked { return measure.Asked(watcher) }
	if len(p.Payout.Treasury) == 0 {
		return compares
	}
	d.Treasury = func(ctx context.Context, asset money.Asset) (money.Amount, error) {
		var p *program.Program
		var now program.Moment
		d.Engine.View(func(f *fold.Fold, _ engine.State) { p, now = f.Program(), f.Booked().Moment })
		use, _ := p.AssetUse(asset.Symbol())
		token, deployed := use.Contract()
		if !deployed && use.Kind != program.Native {
			return money.Amount{}, fmt.Errorf("%s has no contract on the chain", asset)
		}
		units, err := watcher.Holding(ctx, token, p.Payout.Payer(now))
		return money.FromUint256(asset, &units), err
	}
	return compares
}

// listenAndServe serves until the context ends, with a task at its side; both stop together, answers under way are finished. The
// metrics have an address of their own; without one they are not served.
func (in *invocation) listenAndServe(ctx context.Context, d httpapi.Options, at usage.Listening,
	task func(context.Context) error) error {
	handler, err := httpapi.New(d)
	if err != nil {
		return err
	}
	socket, err := new(net.ListenConfig).Listen(ctx, "tcp", at.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen at %s: %w; name another address with --listen", at.Listen, err)
	}
	group, groupContext := errgroup.WithContext(ctx)
	if at.Metrics != "" {
		beside, err := new(net.ListenConfig).Listen(ctx, "tcp", at.Metrics)
		if err != nil {
			err = fmt.Errorf("cannot listen at %s: %w; name another address with --metrics-listen", at.Metrics, err)
			return errors.Join(err, socket.Close())
		}
		d.Logger.Info("metrics", "at", "http://"+beside.Addr().String()+"/metrics")
		serveOn(groupContext, group, httpapi.Server(httpapi.Metrics(handler)), netutil.LimitListener(beside, 16))
	}
	serveOn(groupContext, group, httpapi.Server(handler), httpapi.Listen(handler, socket))
	if _, err := fmt.Fprintf(in.Stdout, "serving at http://%s\n", socket.Addr()); err != nil {
		group.Go(func() error { return err })
	}
	ctx = groupContext
	group.Go(func() error { return task(ctx) })
	err = group.Wait()
	d.Logger.Info("stopped", "block", headBlock(d.Engine))
	return err
}

// serveOn serves until the context ends; answers under way are finished.
func serveOn(ctx context.Context, group *errgroup.Group, server *http.Server, socket net.Listener) {
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
}
