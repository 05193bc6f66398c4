package httpapi

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/httpapi/metrics"
	"github.com/nodeledger/nodeledger/httpapi/mirror"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/httpapi/operators"
	"github.com/nodeledger/nodeledger/httpapi/runfile"
	"github.com/nodeledger/nodeledger/httpapi/stream"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// Options say what is served.
type Options struct {
	Engine  *engine.Engine // required
	Clock   engine.Clock   // required; tells how old the books are
	Logger  *slog.Logger   // nil: nothing is logged
	Version string         // of the program that serves
	// MaxLag is how old the newest booked block may be before /readyz says no. Zero: any age is fine.
	MaxLag time.Duration
	// Prices tell what an income was worth on its day, and what a quote is in US dollars; nil: neither is said.
	Prices statement.Prices
	// WalletRPC are nodes that wallets are given which do not know the sale's network; everybody sees them.
	WalletRPC []string
	// Pairing lets the page talk to wallets on other devices; the zero value does not.
	Pairing Pairing
	// NameRegistry is where names of addresses (ENS) are registered on the program's chain: 0x and 40 digits in lower case. Empty: the page
	// knows it, or there is none.
	NameRegistry string
	// Treasury tells what the treasury holds of an asset on the chain, for /api/v1/operator/health; nil: nobody asks.
	Treasury func(ctx context.Context, asset money.Asset) (money.Amount, error)
	// Going tells how bringing the books up to date goes; nil: nobody does here.
	Going func() Going
	// Files tell how many files of closed periods could not be written yet, and why; nil: none are kept.
	Files func() (waiting int, why error)
	// Endpoints tell how the nodes are that the chain is asked from; nil: they are not shown.
	Endpoints func() []wire.Endpoint
	// Asked tells how often they were asked, in the same order; nil: nobody counts.
	Asked func() []metrics.Asked
	// Trace begins the span of a request by its method and route; what it gives is called with the status. nil: nobody looks.
	Trace func(ctx context.Context, method, route string) (context.Context, func(status int))
	// Database keeps how long the database takes; nil: nobody measures it.
	Database *metrics.Database
	// Compare compares the project's wallets with the chain now; nil: the server follows no chain.
	Compare func(context.Context) (*engine.Reconciliation, error)
	// Notices is the log of webhooks and mails; nil: the server sends none.
	Notices operators.Notices
	// Timeout ends an answer that takes longer; 15 seconds when zero.
	Timeout time.Duration
	// Operators are those who may change something; it is asked for every request and may not change what it gave. Without it
	// the API only reads.
	Operators func() operator.Registry
	// Origin is where browsers find the page, such as https://books.example.org. Operators sign in there and nowhere else.
	// Without it they can on this machine only.
	Origin string
	// Vault keeps sessions for several servers; without it they live in memory.
	Vault auth.Vault
	// Role tells what the server is among several on one database; nil: it is alone.
	Role func() Role
	// Rate is how many requests a second one client may make, and twice as many at once. Zero: there is no limit. Of
	// several servers each gives its part.
	Rate int
	// TrustedProxies are those whose header X-Forwarded-For says who asks.
	TrustedProxies []netip.Prefix
	// Signer signs checkpoints; without it there are none.
	Signer note.Signer
	// Poll is how often streams of events look for new ones, Heartbeat how long they are silent at most; a second and 15
	// seconds when zero.
	Poll, Heartbeat time.Duration
}

// api is what the handlers share.
type api struct {
	engine  *engine.Engine
	clock   engine.Clock
	log     *slog.Logger
	maxLag  time.Duration
	reading reading
	payouts *payouts
	files   *operation.Files
	sender  *runfile.Sender

	going     func() Going
	waiting   func() (int, error)
	role      func() Role            // nil: the server is alone
	endpoints func() []wire.Endpoint // nil: no chain is followed
	walletRPC []string
	notices   operators.Notices // nil: none are sent
}

// site is everything that is served.
type site struct {
	http.Handler
	api         *api
	metrics     http.Handler
	broadcaster *stream.Broadcaster
	connections *limits.Connections
}

// New makes the handler of everything that is served. It is an error when Engine or Clock is missing.
func New(o Options) (http.Handler, error) {
	if o.Engine == nil || o.Clock == nil {
		return nil, errors.New("the API needs the books and a clock")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Timeout == 0 {
		o.Timeout = 15 * time.Second
	}
	a := &api{
		engine: o.Engine, clock: o.Clock, log: o.Logger, maxLag: o.MaxLag, endpoints: o.Endpoints, going: o.Going,
		waiting: o.Files, role: o.Role, notices: o.Notices, walletRPC: o.WalletRPC, reading: newReading(&o), payouts: newPayouts(&o),
		files: operation.NewFiles(maxFiles, o.Logger),
	}
	a.sender = &runfile.Sender{Engine: o.Engine, Files: a.files, Log: o.Logger, Buffer: runfile.Buffer}
	var origin auth.Origin
	if o.Origin != "" {
		var err error
		if origin, err = auth.ParseOrigin(o.Origin); err != nil {
			return nil, err
		}
	}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	ops := operation.New(e, describe(o.Version), o.Logger)
	limiter := limits.NewLimiter(o.Rate, o.TrustedProxies)
	if o.Role != nil {
		limiter.Servers = func() int { return o.Role().Servers }
	}
	heavy := &limits.Heavy{API: ops, Limiter: limiter, Clock: o.Clock, Turns: operation.NewTurns(max(1, runtime.GOMAXPROCS(0)/2)),
		Books: a.books}
	b := stream.New(stream.Options{
		Books: o.Engine, Poll: cmp.Or(o.Poll, time.Second), Heartbeat: cmp.Or(o.Heartbeat, 15*time.Second), EventOf: wire.EventOf,
		Events: wire.Events,
		Client: limiter.Client, Log: o.Logger,
	})
	m := metrics.New(metrics.Options{
		Engine: o.Engine, Clock: o.Clock, Log: o.Logger, Version: o.Version, Streams: b.Open, Database: o.Database, Going: o.Going,
		Role: o.Role, Files: o.Files, Endpoints: o.Endpoints, Asked: o.Asked, Notices: o.Notices,
	})
	e.Use(
		traced(o.Trace), m.Observe, operation.Identify, operation.Decode, limits.Secure(origin.Secure()), limits.Share,
		limiter.Limit(o.Clock), heavy.Middleware(), limits.Compress(ops), limits.Tag(ops),
		limits.Recover(o.Logger), limits.Bound(ops, o.Timeout),
	)
	if err := servePage(e, ops, &o); err != nil {
		return nil, err
	}
	a.register(ops)
	(&mirror.Mirror{Engine: o.Engine, Signer: o.Signer}).Register(e, ops)
	b.Register(ops)
	if o.Operators != nil {
		guard := auth.New(ops, o.Operators, origin, o.Engine.Clock(), o.Engine.Program(), o.Engine, limiter.Client, o.Vault)
		ops.SetGuard(guard.Require)
		auth.Describe(ops.OpenAPI())
		guard.Register(ops)
		operators.Register(ops, operators.Options{
			Engine: o.Engine, Clock: o.Clock, Facts: a.payouts.facts, Months: a.payouts.months, Runs: a.payouts.runs,
			Liabilities: a.payouts.liabilities, Files: a.sender, Treasury: o.Treasury, Endpoints: o.Endpoints,
			Notices: o.Notices, Warnings: a.operatorsWarnings, Compare: o.Compare,
		})
	}
	describeWebhooks(ops)
	ops.Finish()
	limits.ServeDescription(e, ops)
	return &site{e, a, m.Handler(), b, limits.NewConnections(o.TrustedProxies)}, nil
}

// Metrics is what a monitor reads of a handler that [New] made, at the path /metrics of a listener of its own: it says how often
// operators work and how the process is. The public handler does not have it.
func Metrics(h http.Handler) http.Handler {
	mux := http.NewServeMux()
	if made, ok := h.(*site); ok {
		mux.Handle("GET /metrics", made.metrics)
	}
	return mux
}

// describe is the description of the API before the handlers are in it.
func describe(version string) huma.Config {
	c := huma.DefaultConfig("nodeledger", version)
	c.Info.Description = "The books of a node sale. Amounts are strings of base units; every answer about money says which block it is " +
		"as of. Reading is for everybody; operations that change something are for operators."
	return c
}

// Listen bounds the connections of a listener for a handler that [New] made: all together, and those of one client. Serve them with
// [Server].
func Listen(h http.Handler, socket net.Listener) net.Listener {
	if made, ok := h.(*site); ok {
		return made.connections.Listen(socket)
	}
	return socket
}

// Server makes the HTTP server for the handler, with limits on what a connection may cost. Serve and Shutdown it.
func Server(h http.Handler) *http.Server {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 45 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10, ConnState: limits.Idle,
	}
	if made, ok := h.(*site); ok {
		s.RegisterOnShutdown(made.broadcaster.Close) // streams would keep it waiting
	}
	return s
}
