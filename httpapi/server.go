package httpapi

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/view"
)

// Options say what is served.
type Options struct {
	Engine  *engine.Engine // required
	Clock   engine.Clock   // required; tells how old the books are
	Logger  *slog.Logger   // nil: nothing is logged
	Version string         // of the program that serves
	// MaxLag is how old the newest booked block may be before /readyz says no. Zero: any age is fine.
	MaxLag time.Duration
	// Prices tell what an income was worth on its day; nil: statements have no values.
	Prices view.Prices
	// Treasury tells what the treasury holds of an asset on the chain, for /api/v1/operator/health; nil: nobody asks.
	Treasury func(ctx context.Context, asset money.Asset) (money.Amount, error)
	// Endpoints tell how the nodes are that the chain is asked from; nil: they are not shown.
	Endpoints func() []Endpoint
	// Timeout ends an answer that takes longer; 15 seconds when zero.
	Timeout time.Duration
	// Operators are those who may change something; it is asked for every request and may not change what it gave. Without it
	// the API only reads.
	Operators func() operator.Registry
	// Origin is where browsers find the page, such as https://books.example.org. Operators sign in there and nowhere else.
	// Without it they can on this machine only.
	Origin string
	// Rate is how many requests a second one client may make, and twice as many at once. Zero: there is no limit.
	Rate int
	// TrustedProxies are those whose header X-Forwarded-For says who asks.
	TrustedProxies []netip.Prefix
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

	operators func() operator.Registry // nil: the API only reads
	origin    origin                   // zero: not configured
	timeout   time.Duration
	bounds    map[string]bounds // by method and route, where they are not the general ones
	sessions  *sessions
	limiter   *limiter
	ticker    *ticker
}

// site is everything that is served.
type site struct {
	http.Handler
	api *api
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
		engine: o.Engine, clock: o.Clock, log: o.Logger, maxLag: o.MaxLag, reading: newReading(&o), operators: o.Operators, timeout: o.Timeout,
		bounds: map[string]bounds{}, sessions: newSessions(), limiter: newLimiter(o.Rate, o.TrustedProxies),
		payouts: newPayouts(&o),
		ticker:  newTicker(o.Engine, cmp.Or(o.Poll, time.Second), cmp.Or(o.Heartbeat, 15*time.Second)),
	}
	if o.Origin != "" {
		var err error
		if a.origin, err = parseOrigin(o.Origin); err != nil {
			return nil, err
		}
	}
	m := newMetrics(a, o.Version)

	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = a.routeError
	e.Use(m.observe, identified, a.secured, shared, a.limited, compressed(), tagged, a.recovered, a.bounded)
	if err := servePage(e); err != nil {
		return nil, err
	}
	e.GET("/metrics", echo.WrapHandler(m.handler()))
	a.register(humaecho.NewV4(e, describe(o.Version)))
	return &site{e, a}, nil
}

// describe is the description of the API before the handlers are in it. No page that loads scripts from elsewhere is
// served, and answers carry no links to schemas.
func describe(version string) huma.Config {
	c := huma.DefaultConfig("nodeledger", version)
	c.Info.Description = "The books of a node sale. Amounts are strings of base units; every answer about money says which block it is as of. Reading is for everybody; operations that change something are for operators."
	c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", nil
	c.Transformers = []huma.Transformer{plainProblem}
	c.Formats = strictJSON()
	c.RejectUnknownQueryParameters = true
	return c
}

// register adds every operation.
func (a *api) register(h huma.API) {
	get(h, a, "health", "/healthz", "Whether the process serves", a.health)
	get(h, a, "readiness", "/readyz", "Whether the books are fresh and not frozen", a.readiness, http.StatusServiceUnavailable)
	get(h, a, "sale", "/api/v1/sale", "Tiers, prices, totals and terms of the sale", a.sale)
	get(h, a, "quote", "/api/v1/quote", "What a purchase costs, and the transaction that pays it", a.quote, http.StatusConflict)
	get(h, a, "score", "/api/v1/score", "What numbers of nodes count under the rules in force", a.score)
	get(h, a, "estimate", "/api/v1/estimate", "What nodes would earn, and everything that this assumes", a.estimate, http.StatusNotFound, http.StatusConflict)
	get(h, a, "holders", "/api/v1/holders", "Who holds nodes, in order of wallet", a.holders)
	get(h, a, "holder", "/api/v1/holders/{wallet}", "One wallet: nodes, payments, referral rewards, latest entries", a.holder)
	get(h, a, "leaderboard", "/api/v1/leaderboard", "Referrers by what they earned", a.leaderboard)
	get(h, a, "ledger", "/api/v1/ledger", "The head of the journal and the checkpoints of sealed days", a.ledger)
	get(h, a, "transactions", "/api/v1/ledger/transactions", "The journal in order", a.transactions)
	get(h, a, "account", "/api/v1/ledger/accounts/{path}", "The balances and entries of one account", a.account, http.StatusNotFound)
	get(h, a, "trial", "/api/v1/ledger/trial", "The trial balance: every kind of account; each asset sums to zero", a.trial)
	get(h, a, "proof", "/api/v1/ledger/proof/{sequence}/{line}", "The proof that a posting is in the books of a sealed day", a.proof, http.StatusNotFound, http.StatusConflict)
	a.registerRewards(h)
	a.registerMonths(h)
	a.registerPayouts(h)
	a.registerEvents(h)
	if a.operators != nil {
		describeOperators(h.OpenAPI())
		a.registerSession(h)
		a.registerOperators(h)
	}
	delete(h.OpenAPI().Components.Schemas.Map(), "ErrorModel") // the framework's own; answers use Problem
}

// Server makes the HTTP server for the handler, with limits on what a connection may cost. Serve and Shutdown it.
func Server(h http.Handler) *http.Server {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 45 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
	if made, ok := h.(*site); ok {
		s.RegisterOnShutdown(made.api.ticker.end) // streams would keep it waiting
	}
	return s
}
