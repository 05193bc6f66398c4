package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

const operatorPath = "/api/v1/operator"

// registerOperators adds what operators do and see.
func (a *api) registerOperators(h huma.API) {
	const at = operatorPath
	conflict, missing := http.StatusConflict, http.StatusNotFound

	getAs(h, a, "operator-health", at+"/health", "Lag, proof, jobs, what is owed against what the treasury holds", "", a.operatorHealth)
	getAs(h, a, "operator-audit", at+"/audit", "Everything that operators recorded, the newest first", "", a.operatorAudit)
	getAs(h, a, "operators", at+"/operators", "Who may do what", "", a.listOperators)
	getAs(h, a, "holds", at+"/holds", "Wallets that are held back, and why", "", a.listHolds)
	getAs(h, a, "operator-exceptions", at+"/exceptions", "Payments that no line explains, with what operators said", "", a.operatorExceptions)
	getAs(h, a, "payout-waiting", at+"/payouts/{run}/waiting", "Who a run leaves waiting, and why", "", a.payoutWaiting, missing)
	a.registerRunFile(h)

	post(h, a, "record-revenue", at+"/revenue", "Record income", operator.Record, a.recordRevenue, conflict)
	postFile(h, a, "import-revenue", at+"/revenue/import", "Record the income in a file, all rows or none", operator.Record, a.importRevenue, conflict)
	post(h, a, "record-buyback", at+"/buybacks", "Record a buyback", operator.Record, a.recordBuyback, conflict)
	postFile(h, a, "import-scores", at+"/scores/import", "Record a score file, all rows or none", operator.Record, a.importScores, conflict)
	post(h, a, "record-grant", at+"/grants", "Record a vesting grant", operator.Record, a.recordGrant, conflict)
	post(h, a, "revoke-grant", at+"/grants/{grant}/revoke", "End a vesting grant", operator.Record, a.revokeGrant, conflict)
	post(h, a, "release-grant", at+"/grants/{grant}/release", "Record that a holder took vested tokens", operator.Record, a.releaseGrant, conflict)
	post(h, a, "record-generation", at+"/generation", "Record when the token is generated", operator.Record, a.recordGeneration, conflict)
	post(h, a, "resolve-exception", at+"/exceptions/resolve", "Say why a payment is all right", operator.Prepare, a.resolveException, conflict)

	long(h, a, "close-month", at+"/months/{month}/close", "Close a month: what it gives becomes payable", operator.Prepare, a.closeMonth, conflict)
	long(h, a, "prepare-payout", at+"/payouts", "Gather everything payable in an asset into a run", operator.Prepare, a.preparePayout, conflict)
	long(h, a, "propose-payout", at+"/payouts/{run}/propose", "Propose a run", operator.Prepare, a.proposePayout, missing, conflict)
	long(h, a, "approve-payout", at+"/payouts/{run}/approve", "Approve a run that somebody else proposed", operator.Approve, a.approvePayout, missing, conflict)
	long(h, a, "export-payout", at+"/payouts/{run}/export", "Take note that a run's files are given out; of a run for claims this fixes the tree", operator.Prepare, a.exportPayout, missing, conflict)
	long(h, a, "cancel-payout", at+"/payouts/{run}/cancel", "Cancel a run that paid nothing", operator.Prepare, a.cancelPayout, missing, conflict)

	post(h, a, "thaw", at+"/thaw", "Let frozen books go on", operator.Admin, a.thaw, conflict)
	post(h, a, "hold", at+"/holds", "Hold a wallet back from the next runs, or let it in again", operator.Admin, a.hold, conflict)
	postFile(h, a, "record-sanctions", at+"/sanctions", "Replace the list of wallets that are never paid", operator.Admin, a.recordSanctions, conflict)
	post(h, a, "add-key", at+"/operators", "Give an operator a key", operator.Admin, a.addKey, conflict)
	post(h, a, "revoke-key", at+"/operators/revoke", "Take a key, or all keys, from an operator", operator.Admin, a.revokeKey, conflict)
}

// long is post for what may take as long as a large program needs.
func long[I, T any](h huma.API, a *api, id, path, summary string, scope operator.Scope, handler func(context.Context, *I) (T, error), extra ...int) {
	operate(h, a, operation{
		id: id, method: http.MethodPost, path: path, summary: summary, scope: scope, guarded: true, extra: extra,
		bounds: bounds{body: maxBody, answer: 2 * time.Minute},
	}, bodied(handler))
}

// Done says that something is recorded.
type Done struct {
	Reference string `json:"reference" doc:"What the operator called it"`
	Again     bool   `json:"again" doc:"It had been recorded before, and nothing was written"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// done finds in the journal what was recorded.
func (a *api) done(ctx context.Context, name, reference string, again bool) (Done, error) {
	out := Done{Reference: reference, Again: again}
	t, err := a.engine.Store().Keyed(ctx, ledger.OperatorSource(name, reference).Key())
	if t != nil {
		out.Sequence = t.Sequence
	}
	return out, err
}
