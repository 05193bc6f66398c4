package dashboard

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/engine"
)

// Options say what is served.
type Options struct {
	Engine  *engine.Engine // required
	Clock   engine.Clock   // required; tells how old the books are
	Logger  *slog.Logger   // nil: nothing is logged
	Version string         // of the program that serves
	// MaxLag is how old the newest booked block may be before /readyz says no. Zero: any age is fine.
	MaxLag time.Duration
	// Timeout ends an answer that takes longer; 15 seconds when zero.
	Timeout time.Duration
}

// api is what the handlers share.
type api struct {
	engine *engine.Engine
	clock  engine.Clock
	log    *slog.Logger
	maxLag time.Duration
}

// New makes the handler of everything that is served. It is an error when Engine or Clock is missing.
func New(o Options) (http.Handler, error) {
	if o.Engine == nil || o.Clock == nil {
		return nil, errors.New("the dashboard needs the books and a clock")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Timeout == 0 {
		o.Timeout = 15 * time.Second
	}
	a := &api{engine: o.Engine, clock: o.Clock, log: o.Logger, maxLag: o.MaxLag}
	m := newMetrics(a, o.Version)

	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = a.routeError
	e.Use(m.observe, secured, a.recovered, bounded(o.Timeout))
	e.GET("/", page(o.Engine.Program()))
	e.GET("/metrics", echo.WrapHandler(m.handler()))
	a.register(humaecho.NewV4(e, describe(o.Version)))
	return e, nil
}

// describe is the description of the API before the handlers are in it. No page that loads scripts from elsewhere is
// served, and answers carry no links to schemas.
func describe(version string) huma.Config {
	c := huma.DefaultConfig("nodeledger", version)
	c.Info.Description = "The books of a node sale: read-only. Amounts are strings of base units; every answer says which block it is as of."
	c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", nil
	c.Transformers = []huma.Transformer{plainProblem}
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
	delete(h.OpenAPI().Components.Schemas.Map(), "ErrorModel") // the framework's own; answers use Problem
}

// Server makes the HTTP server for the handler, with limits on what a connection may cost. Serve and Shutdown it.
func Server(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 45 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
}
