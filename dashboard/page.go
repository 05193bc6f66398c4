package dashboard

import (
	"bytes"
	"html/template"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/program"
)

var listing = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>nodeledger: {{.Name}}</title></head><body>
<h1>{{.Name}}</h1>
<p>The books of this node sale, read-only.</p>
<ul>
<li><a href="/api/v1/sale">/api/v1/sale</a>: tiers, totals, terms</li>
<li><a href="/api/v1/quote?quantity=1">/api/v1/quote?quantity=1</a>: what a purchase costs</li>
<li><a href="/api/v1/score?nodes=5">/api/v1/score?nodes=5</a>: what nodes count</li>
<li><a href="/api/v1/estimate?nodes=5&amp;adoption-of=15000">/api/v1/estimate?nodes=5&amp;adoption-of=15000</a>: what nodes would earn, under assumptions</li>
<li><a href="/api/v1/holders">/api/v1/holders</a>: who holds nodes; add /0x... for one wallet</li>
<li><a href="/api/v1/leaderboard">/api/v1/leaderboard</a>: referrers</li>
<li><a href="/api/v1/ledger">/api/v1/ledger</a>: head and checkpoints</li>
<li><a href="/api/v1/ledger/transactions">/api/v1/ledger/transactions</a>: the journal</li>
<li><a href="/api/v1/ledger/accounts/sale:treasury">/api/v1/ledger/accounts/sale:treasury</a>: one account</li>
<li><a href="/api/v1/ledger/trial">/api/v1/ledger/trial</a>: the trial balance</li>
<li><a href="/api/v1/ledger/proof/1/0">/api/v1/ledger/proof/1/0</a>: the proof of one posting</li>
<li><a href="/healthz">/healthz</a>, <a href="/readyz">/readyz</a>, <a href="/metrics">/metrics</a>, <a href="/openapi.json">/openapi.json</a></li>
</ul>{{range .Notes}}
<p>Beware: {{.}}.</p>{{end}}
</body></html>
`))

// page lists what is served.
func page(p *program.Program) echo.HandlerFunc {
	return func(c echo.Context) error {
		var out bytes.Buffer
		if err := listing.Execute(&out, p); err != nil {
			return err
		}
		return c.HTMLBlob(http.StatusOK, out.Bytes())
	}
}
